"""An event of a case, computed from the reports that are of it: the record, and the row that is listed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ascribe.case.originals import together
from ascribe.export.records import event_record
from ascribe.link.events import event
from ascribe.link.standing import affirms, company
from ascribe.link.statements import Statement, in_order, named, statements
from ascribe.model.claims import Claim
from ascribe.model.events import Event
from ascribe.model.places import Place
from ascribe.store import records
from ascribe.store.linking import Accounts, EventRow, accounts
from ascribe.store.opening import Database
from ascribe.store.overlaps import among

#: How much of a claim's words must stand in another text for it to be told with that one's words.
COPIED = 0.8
#: A run of words that two texts share, in one of them, and the other document.
Shared = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Origins:
    """Where the texts of some documents come from. `text`: the document whose text each has, itself or one that it copies.

    `shared`: for each document the stretches that it has from another, with that one's number.
    """

    text: Mapping[int, int]
    shared: Mapping[int, Sequence[Shared]]

    @property
    def count(self) -> int:
        """How many documents there are, copies counted once."""
        return len(set(self.text.values()))


def event_row(database: Database, reports: Sequence[int]) -> EventRow:
    """The event that these reports are of. It has the id of the one that came first."""
    found = list(accounts(database, reports))
    origins = origins_of(database, {each.document for each in found})
    told = told_by(found, origins)
    made = event("e" + found[0].id[1:], told)
    beside = [
        (each.claim.id, each.shown, each.key, others.affirms, others.alone, others.borne_out, others.contradicted)
        for each, others in zip(told, company(told), strict=True)
    ]
    return EventRow(reports[0], _columns(made, told, origins), tuple(reports), tuple(beside))


def origins_of(database: Database, documents: Iterable[int]) -> Origins:
    """Which of these documents are copies of one text, and what they share otherwise."""
    found = list(documents)
    common = among(database, found)
    shared: dict[int, list[Shared]] = {}
    for one, other, _, runs in common:
        for start, end, there, end_there in runs:
            shared.setdefault(one, []).append((start, end, other))
            shared.setdefault(other, []).append((there, end_there, one))
    return Origins(together(found, [(one, other) for one, other, kind, _ in common if kind == "copy"]), shared)


def told_by(found: Sequence[Accounts], origins: Origins) -> list[Statement]:
    """What is said in some reports, by whom, in an order that does not depend on how they arrived."""
    by_document: dict[int, list[Accounts]] = {}
    for each in found:
        by_document.setdefault(each.document, []).append(each)
    told: list[Statement] = []
    for document, mine in by_document.items():
        claims = sorted((claim for each in mine for claim in each.claims), key=lambda claim: claim.quote.start)
        first = mine[0]
        told += statements(
            claims,
            first.publisher or _host(first.url),
            origins=lambda claim, document=document, first=first: _publisher(claim, document, first, origins),  # type: ignore[misc]
            published=first.published,
            document=first.hash,
        )
    return in_order(told)


def _publisher(claim: Claim, document: int, about: Accounts, origins: Origins) -> frozenset[str]:
    """What a publisher is one source with when it says this in its own voice.

    A text that credits an agency is the agency's, whoever prints it; a copy is of the text that it copies; and what stands in words that
    another text has, too, is of that text's origin, whatever is around it.
    """
    own = named(about.credit or about.publisher or _host(about.url))
    from_others = origins.shared.get(document, ())
    lent = {f"text:{origins.text[other]}" for other in {other for _, _, other in from_others} if _covered(claim, other, from_others)}
    return frozenset({own, f"text:{origins.text[document]}", *lent})


def _covered(claim: Claim, other: int, shared: Iterable[Shared]) -> bool:
    """Most of the claim's words stand in stretches that the other document has, too."""
    first, last = claim.quote.start, claim.quote.end
    return sum(max(0, min(end, last) - max(start, first)) for start, end, there in shared if there == other) >= COPIED * (last - first)


def _host(url: str | None) -> str | None:
    """The site, where the outlet is not named."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _columns(made: Event, told: Sequence[Statement], origins: Origins) -> dict[str, Any]:
    time, killed, place = made.time, made.fatalities, principal_place(told)
    aspects = made.standing
    located = place is not None and place.longitude is not None
    return {
        "id": made.id,
        "event_type": made.event_type.value,
        "tactics": "; ".join(made.tactics),
        "granularity": made.granularity.value,
        "modality": made.modality.value,
        "time_start": time.start.isoformat() if time and time.start else None,
        "time_end": time.end.isoformat() if time and time.end else None,
        "time_precision": time.precision.value if time else None,
        "place": (place.canonical or place.name) if place else None,
        "level": place.level.value if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
        "actors": "; ".join(each.shown for each in made.actors),
        "recipients": "; ".join(each.shown for each in made.recipients),
        "killed_low": killed.low if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None,
        "happening": aspects.happening.level.value,
        "responsibility": aspects.responsibility.level.value,
        "toll": aspects.toll.level.value,
        "contested": any(aspect.contested_by for aspect in (aspects.happening, aspects.responsibility, aspects.toll)),
        "claims": len(told),
        "documents": len(origins.text),
        "origins": origins.count,
        "record": records.written(event_record(made)),
        "geometry": f"POINT ({place.longitude} {place.latitude})" if place and located else None,
    }


def principal_place(told: Sequence[Statement]) -> Place | None:
    """The place that stands for an event in a list and on a map: of the finest that are located, the one that most documents name."""
    naming: dict[str, set[str]] = {}
    places: dict[str, Place] = {}
    for each in [one for one in told if affirms(one)] or told:
        for place in each.claim.places:
            naming.setdefault(place.key, set()).add(each.order[0])
            places.setdefault(place.key, place)
    return min(
        places.values(),
        key=lambda place: (place.latitude is None, place.level.fineness, -len(naming[place.key]), place.key),
        default=None,
    )
