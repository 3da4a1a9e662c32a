"""Claims -> events: what several claims are about. Everything here is derived from the claims, and says nothing that no claim says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from ascribe.link.standing import HAPPENING, standing, voice_of
from ascribe.model.claims import Claim, Count, Granularity, Modality, Stance
from ascribe.model.events import Event
from ascribe.model.parties import Party
from ascribe.model.reading import Reading
from ascribe.model.times import TimeInterval

T = TypeVar("T")
#: Words by which a figure is said to be overtaken.
_EARLIER = re.compile(r"\b(?:first|initial(?:ly)?|earlier|previous(?:ly)?|originally|preliminary|until then)\b", re.IGNORECASE)


def events(claims: Sequence[Claim], publisher: str | None = None) -> tuple[Event, ...]:
    """One event for each id that the claims name, in the order of their first claim."""
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.event, []).append(claim)
    voice = voice_of(claims, publisher)
    return tuple(_event(name, found, publisher, voice) for name, found in grouped.items())


def _event(name: str, claims: Sequence[Claim], publisher: str | None, voice: Party | None) -> Event:
    affirming = [claim for claim in claims if claim.attribution.stance in HAPPENING] or list(claims)
    return Event(
        id=name,
        claims=tuple(claim.id for claim in claims),
        event_type=claims[0].event_type,
        granularity=_first_but(affirming, Granularity.SINGLE),
        modality=affirming[0].modality if all(c.modality is affirming[0].modality for c in affirming) else _modality(affirming),
        standing=standing(claims, publisher, voice),
        tactics=_unique((tactic, tactic) for claim in claims for tactic in claim.tactics),
        time=_time(affirming),
        places=_unique((place.key, place) for claim in claims for place in claim.places),
        actors=_unique((party.key, party) for claim in affirming for party in claim.actors),
        recipients=_unique((party.key, party) for claim in affirming for party in claim.recipients),
        fatalities=_figure(claims, "fatalities"),
        injured=_figure(claims, "injured"),
        casualties=tuple((claim.id, casualty) for claim in claims for casualty in claim.casualties),
    )


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


def _time(claims: Sequence[Claim]) -> TimeInterval | None:
    """The most precise time that any claim states; an open one only where no other is."""
    times = [claim.time for claim in claims if claim.time is not None]
    dated = [time for time in times if time.start is not None]
    if dated:
        return min(dated, key=lambda time: time.days or 10_000)
    return times[0] if times else None


def _figure(claims: Sequence[Claim], field: str) -> Count | None:
    """Low the lowest, high the highest said; best the latest figure of a source that is no party to the event, else None.

    Latest is what stands last in the text, but for figures that the text itself calls earlier ("had first put the toll at 20").
    Figures of those who deny or dispute widen the range like any other; the claims keep who said which.
    """
    involved: list[Party] = [party for claim in claims for party in (*claim.actors, *claim.recipients)]
    told: list[tuple[Claim, Count]] = [(claim, count) for claim in claims if (count := getattr(claim, field)) is not None]
    if not told:
        return None
    lows = [n for _, count in told if (n := count.low if count.low is not None else count.best) is not None]
    highs = [count.high for _, count in told]
    neutral = [
        (claim, count)
        for claim, count in told
        if claim.attribution.source is None or not any(claim.attribution.source.same_side(party) for party in involved)
        if claim.attribution.stance not in {Stance.DENIED, Stance.DISPUTED}
    ]
    latest = [count for claim, count in neutral if not _EARLIER.search(claim.quote.exact)] or [count for _, count in neutral]
    best = max(latest, key=lambda count: count.start).best if latest else None
    low = min(lows) if lows else None
    high = None if any(n is None for n in highs) else max(n for n in highs if n is not None)
    if best is not None:
        low = min(low, best) if low is not None else None
        high = max(high, best) if high is not None else None
    if low is not None and high is not None and high < low:
        high = None
    last = told[-1][1]
    return replace(last, low=low, best=best, high=high)


class Events:
    """The step that derives a reading's events from its claims."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its events."""
        return replace(reading, events=events(reading.claims, reading.document.publisher))
