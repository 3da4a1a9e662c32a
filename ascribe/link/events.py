"""Claims -> events: what several claims are about. Everything here is derived from the claims, and says nothing that no claim says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ascribe.link.standing import AFFIRMING, contests, involved, standing
from ascribe.link.statements import Statement, statements
from ascribe.model.claims import Claim, Count, EventType, Granularity, Modality
from ascribe.model.events import Event
from ascribe.model.reading import Reading

T = TypeVar("T")
#: Words by which a figure is said to be overtaken.
_EARLIER = re.compile(r"\b(?:first|initial(?:ly)?|earlier|previous(?:ly)?|originally|preliminary|until then)\b", re.IGNORECASE)


def events(claims: Sequence[Claim], publisher: str | None = None) -> tuple[Event, ...]:
    """The events of one document: one for each id that its claims name, in the order of their first claim."""
    grouped: dict[str, list[Statement]] = {}
    for told in statements(claims, publisher):
        grouped.setdefault(told.claim.event, []).append(told)
    return tuple(event(name, found) for name, found in grouped.items())


def event(name: str, told: Sequence[Statement]) -> Event:
    """The event that these statements are about. They are in the order in which they are to be read: see `in_order`."""
    claims = [each.claim for each in told]
    affirming = [each for each in told if each.claim.attribution.stance in AFFIRMING] or list(told)
    said = [each.claim for each in affirming]
    places = _unique((place.key, (claim.id, place)) for claim in claims for place in claim.places)
    actors = _unique((party.key, (claim.id, party)) for claim in said for party in claim.actors)
    recipients = _unique((party.key, (claim.id, party)) for claim in said for party in claim.recipients)
    time = _time(affirming)
    return Event(
        id=name,
        claims=tuple(claim.id for claim in claims),
        event_type=_most(claim.event_type for claim in said),
        granularity=_first_but(said, Granularity.SINGLE),
        modality=said[0].modality if all(claim.modality is said[0].modality for claim in said) else _modality(said),
        standing=standing(told),
        tactics=_unique((tactic, tactic) for claim in claims for tactic in claim.tactics),
        time=time.claim.time if time else None,
        places=tuple(place for _, place in places),
        actors=tuple(party for _, party in actors),
        recipients=tuple(party for _, party in recipients),
        fatalities=_figure(told, "fatalities"),
        injured=_figure(told, "injured"),
        casualties=tuple((claim.id, casualty) for claim in claims for casualty in claim.casualties),
        told_in=(
            ("places", tuple(name for name, _ in places)),
            ("actors", tuple(name for name, _ in actors)),
            ("recipients", tuple(name for name, _ in recipients)),
            ("time", (time.claim.id,) if time else ()),
        ),
    )


def _most(types: Iterable[EventType]) -> EventType:
    """The type that most claims have, the first of those that as many have."""
    counts = Counter(types)
    return max(counts, key=lambda each: counts[each])


def _first_but(claims: Sequence[Claim], default: Granularity) -> Granularity:
    return next((claim.granularity for claim in claims if claim.granularity is not default), default)


def _modality(claims: Sequence[Claim]) -> Modality:
    return Modality.ACTUAL if any(claim.modality is Modality.ACTUAL for claim in claims) else claims[0].modality


def _unique(pairs: Iterable[tuple[str, T]]) -> tuple[T, ...]:
    """The first value of each key, in order."""
    found: dict[str, T] = {}
    for key, value in pairs:
        found.setdefault(key, value)
    return tuple(found.values())


def _time(told: Sequence[Statement]) -> Statement | None:
    """Who states the time best: most precisely, and of those as precise the day that most documents give.

    An open one is taken only where there is no other.
    """
    timed = [(each, each.claim.time) for each in told if each.claim.time is not None]
    dated = [(each, time) for each, time in timed if time.start is not None]
    if not dated:
        return timed[0][0] if timed else None
    giving = Counter(days for days, _ in {((time.start, time.end), each.order[0]) for each, time in dated})
    return min(dated, key=lambda pair: (pair[1].days or 10_000, -giving[pair[1].start, pair[1].end]))[0]


def _figure(told: Sequence[Statement], field: str) -> Count | None:
    """Low the lowest, high the highest said; best the latest figure of a source that is no party to the event, else None.

    Latest is what was published last, and in one text what stands last, but for figures that the text itself calls earlier ("had first put
    the toll at 20"). Figures of those who deny or dispute widen the range like any other; the claims keep who said which.
    """
    parties = involved(told)
    found: list[tuple[Statement, Count]] = [(each, count) for each in told if (count := getattr(each.claim, field)) is not None]
    if not found:
        return None
    lows = [n for _, count in found if (n := count.low if count.low is not None else count.best) is not None]
    highs = [count.high for _, count in found]
    neutral = [(each, count) for each, count in found if not contests(each) and not each.is_party_to(parties)]
    latest = [pair for pair in neutral if not _EARLIER.search(pair[0].claim.quote.exact)] or neutral
    best = max(latest, key=lambda pair: (pair[0].published, pair[0].order[0], pair[1].start))[1].best if latest else None
    low = min(lows) if lows else None
    high = None if any(n is None for n in highs) else max(n for n in highs if n is not None)
    if best is not None:
        low = min(low, best) if low is not None else None
        high = max(high, best) if high is not None else None
    if low is not None and high is not None and high < low:
        high = None
    return replace(found[-1][1], low=low, best=best, high=high)


class Events:
    """The step that derives a reading's events from its claims."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its events."""
        return replace(reading, events=events(reading.claims, reading.document.publisher))
