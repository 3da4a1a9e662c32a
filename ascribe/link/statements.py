"""Statements: claims with who speaks in them, so that sources can be counted over many documents.

A claim without a source of its own is its publisher's. A publisher that reprints a text, or credits an agency for it, is of that text's
origin and no source beside it; one that is a party itself speaks as that party.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ascribe.model.claims import Claim
from ascribe.model.parties import Kind, Party

DOCUMENT = "the document"


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim and its speaker.

    `speaker` is the party that says so; None: a publisher that is no party. `origins` are the names under which publishers, media and the
    texts that they reprint are one source; empty for other speakers. `published` (ISO date or "") and `order` give statements of many
    documents an order that does not depend on how they arrived.
    """

    claim: Claim
    speaker: Party | None = None
    origins: frozenset[str] = frozenset()
    publisher: str | None = None
    published: str = ""
    order: tuple[str, int] = ("", 0)

    @property
    def shown(self) -> str:
        """Who speaks, as a reader should see it."""
        if self.speaker is None:
            return self.publisher or DOCUMENT
        return self.speaker.shown

    @property
    def key(self) -> str:
        """What tells this speaker from another."""
        return self.speaker.key if self.speaker is not None else f"publisher:{plain(self.publisher or '')}"

    def one_source_with(self, other: Statement) -> bool:
        """They are one source: the same party or one side, or publishers and media of one origin."""
        if self.origins & other.origins:
            return True
        return self.speaker is not None and other.speaker is not None and self.speaker.same_side(other.speaker)

    def is_party_to(self, involved: Iterable[Party]) -> bool:
        """The speaker shares id, parent, wing or state with one of those who did it or to whom it was done."""
        return self.speaker is not None and any(self.speaker.same_side(party) for party in involved)


def statements(
    claims: Sequence[Claim],
    publisher: str | None = None,
    *,
    origins: Callable[[Claim], frozenset[str]] | None = None,
    published: str | None = None,
    document: str = "",
) -> tuple[Statement, ...]:
    """The statements of one document. `origins`: what its publisher is one source with in a claim; without it, with its own name only."""
    voice = voice_of(claims, publisher)
    mine = origins or (lambda _: frozenset((named(publisher),)))
    return tuple(
        Statement(
            claim,
            claim.attribution.source or voice,
            mine(claim) if claim.attribution.source is None and voice is None else _origins(claim.attribution.source),
            publisher,
            published or "",
            (document, place),
        )
        for place, claim in enumerate(claims)
    )


def _origins(source: Party | None) -> frozenset[str]:
    """A paper or agency that is quoted is one source with what it publishes itself."""
    if source is None or source.kind is not Kind.MEDIA:
        return frozenset()
    return frozenset(named(name) for name in (source.canonical, source.stands_for, source.name) if name)


def named(outlet: str | None) -> str:
    """The origin of what an outlet writes itself. Outlets that nobody has named are one: nobody knows that they are two."""
    return f"name:{plain(outlet or '')}"


def in_order(told: Iterable[Statement]) -> list[Statement]:
    """By day of publication, then by document and place in it: the same order however they arrived."""
    return sorted(told, key=lambda each: (each.published or "9999", each.order))


def voice_of(claims: Iterable[Claim], publisher: str | None) -> Party | None:
    """The party that publishes the document itself: one of those in its claims that has the publisher's name.

    An armed group's statement and what "the group says" in it are one source, and a party to what it tells.
    """
    name = plain(publisher or "")
    parties = (
        party
        for claim in claims
        for party in (claim.attribution.source, *claim.actors, *claim.recipients)
        if party is not None and name in {plain(known) for known in (party.canonical, party.stands_for, party.name) if known}
    )
    return next(parties, None) if name else None


def plain(name: str) -> str:
    """A name without its article and without what stands in brackets behind it."""
    return name.partition("(")[0].strip().casefold().removeprefix("the ")
