"""How far an event is borne out, by who says so. The rules are those of records.md; each function opens with its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ascribe.model.claims import Certainty, Claim, Contests, Modality, Stance
from ascribe.model.events import Aspect, Standing, StandingByAspect
from ascribe.model.parties import Party

#: Stances that say that it happened.
HAPPENING = frozenset({Stance.CLAIMED, Stance.REPORTED, Stance.CONFIRMED, Stance.ACCUSED})
#: Stances that say who did it. A report counts when it names the actor.
RESPONSIBILITY = frozenset({Stance.CLAIMED, Stance.REPORTED, Stance.CONFIRMED, Stance.ACCUSED})
DOCUMENT = "the document"


def voice_of(claims: Iterable[Claim], publisher: str | None) -> Party | None:
    """The party that publishes the document itself: one of those in its claims that has the publisher's name.

    An armed group's statement and what "the group says" in it are one source, and a party to what it tells.
    """
    name = _plain(publisher or "")
    parties = (
        party
        for claim in claims
        for party in (claim.attribution.source, *claim.actors, *claim.recipients)
        if party is not None and name in {_plain(known) for known in (party.canonical, party.stands_for, party.name) if known}
    )
    return next(parties, None) if name else None


def _plain(name: str) -> str:
    """A name without its article and without what stands in brackets behind it."""
    return name.partition("(")[0].strip().casefold().removeprefix("the ")


def standing(claims: Sequence[Claim], publisher: str | None = None, voice: Party | None = None) -> StandingByAspect:
    """The standing of the happening, of the responsibility for it, and of its toll. `voice`: the party that the publisher is, if any."""
    claims = [_in_own_voice(claim, voice) for claim in claims]
    involved = [party for claim in claims for party in (*claim.actors, *claim.recipients)]
    told = [claim for claim in claims if claim.modality is not Modality.HYPOTHETICAL]
    return StandingByAspect(
        happening=_aspect(
            [c for c in told if c.attribution.stance in HAPPENING], involved, publisher, _deniers(claims, Contests.HAPPENING)
        ),
        responsibility=_aspect(
            [c for c in told if c.attribution.stance in RESPONSIBILITY and c.actors],
            involved,
            publisher,
            _deniers(claims, Contests.RESPONSIBILITY),
        ),
        toll=_aspect(
            [c for c in told if c.attribution.stance in HAPPENING and c.casualties], involved, publisher, _deniers(claims, Contests.FIGURE)
        ),
    )


def _in_own_voice(claim: Claim, voice: Party | None) -> Claim:
    if voice is None or claim.attribution.source is not None:
        return claim
    return replace(claim, attribution=replace(claim.attribution, source=voice))


def _aspect(claims: Iterable[Claim], involved: Sequence[Party], publisher: str | None, contested: tuple[str, ...]) -> Aspect:
    """Several quotes of one source count once. A null source is the publisher, one independent source.

    Those who are party to the event make `party_only` together, however many they are; one independent source makes `single`, two make
    `corroborated`, but hedged claims never do. Sources of one side, such as a state's government and its police, are one between them,
    also where that side is no party to the event. Denials are shown beside the level and lower nothing.
    """
    sides: list[_Side] = []
    sources: dict[str, str] = {}
    for claim in claims:
        source = claim.attribution.source
        sources.setdefault(source.key if source is not None else f"publisher:{publisher or ''}", _shown(source, publisher))
        if source is None or not any(source.same_side(party) for party in involved):
            side = next((side for side in sides if side.holds(source)), None)
            if side is None:
                side = _Side([])
                sides.append(side)
            side.members.append(source)
            side.stated = side.stated or claim.attribution.certainty is Certainty.STATED
    return Aspect(_level(len(sources), len(sides), sum(side.stated for side in sides)), tuple(sources.values()), contested)


@dataclass(slots=True)
class _Side:
    """Sources that are one between them; None is the publisher. `stated`: one of them does not hedge."""

    members: list[Party | None]
    stated: bool = False

    def holds(self, source: Party | None) -> bool:
        """The source is one of them, or on their side."""
        return any(member is source if member is None or source is None else member.same_side(source) for member in self.members)


def _level(sources: int, independent: int, stated: int) -> Standing:
    """From counts of all sources, of independent ones, and of independent ones that do not hedge."""
    if not sources:
        return Standing.NONE
    if not independent:
        return Standing.PARTY_ONLY
    return Standing.CORROBORATED if stated >= 2 else Standing.SINGLE


def _deniers(claims: Iterable[Claim], about: Contests) -> tuple[str, ...]:
    """Who contests this aspect."""
    found = {
        claim.attribution.source.key if claim.attribution.source else "": _shown(claim.attribution.source, None)
        for claim in claims
        if claim.attribution.stance in {Stance.DENIED, Stance.DISPUTED} and claim.attribution.contests is about
    }
    return tuple(found.values())


def _shown(source: Party | None, publisher: str | None) -> str:
    """A source's name as a reader should see it."""
    if source is None:
        return publisher or DOCUMENT
    return source.canonical or source.stands_for or source.name
