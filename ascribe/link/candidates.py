"""Which reports are compared at all: those that share a key. Comparing every two of a large case would take years.

Keys go from broad to narrow: a day alone, a name alone, a day and a place, a party, a name. A case passes over keys that too many reports
share, so that in a small one nearly every two reports meet that could be of one event, and in a large one those still do that have two
things in common. Days lie in buckets of four, and each day is in its own and in that of two days later, so that reports two days apart
share one; months lie in buckets likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import h3

from ascribe.link.sides import FINE
from ascribe.link.vocabulary import CALENDAR, skeleton, stem
from ascribe.model.linking import Weights
from ascribe.model.sketches import Days, Sketch

#: Days that are less likely than this make no keys of days.
LEAST_CHANCE = 0.12
#: The length of a bucket, and how far apart two days may be that always share one. A longer time than a bucket of its sort makes no key.
DAY = (4, 2)
MONTH = (30, 15)
#: Cells of about 12,000 square kilometres.
RESOLUTION = 3
#: Stems that weigh less are common; how many own names make keys with a day.
TELLING = 2.0
NAMES = 4


def keys(sketch: Sketch, weights: Weights) -> tuple[int, ...]:
    """The report's keys, 64-bit numbers that are the same in every run, in order."""
    return tuple(sorted({_key(parts) for parts in _parts(sketch, weights)}))


def _key(parts: Iterable[object]) -> int:
    """A signed number, as a case file keeps it."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _parts(sketch: Sketch, weights: Weights) -> Iterator[tuple[object, ...]]:
    days = _buckets((each for each in sketch.days if each.chance >= LEAST_CHANCE), *DAY)
    months = _buckets(sketch.days, *MONTH)
    own = [("name", name) for name in _telling(sketch.names, weights)[:NAMES]]
    yield from (("day", day) for day in days)
    yield from (("month", month) for month in months)
    yield from (("name", name) for name in _telling((*sketch.names, *sketch.all_names), weights))
    for anchor in (*_anchors(sketch), *own):
        yield from ((*anchor, "day", day) for day in days)
    for country in {where.country for where in sketch.wheres if where.country}:
        yield from (("country", country, "month", month) for month in months)


def _anchors(sketch: Sketch) -> Iterator[tuple[object, ...]]:
    """Where it was and who was in it."""
    for where in sketch.wheres:
        if where.level in FINE and where.latitude is not None and where.longitude is not None:
            yield ("cell", h3.latlng_to_cell(where.latitude, where.longitude, RESOLUTION))
        if where.admin1:
            yield ("area", where.country, where.admin1)
    for party in (*sketch.actors, *sketch.recipients):
        if party.id:
            yield ("party", party.id)


def _buckets(days: Iterable[Days], length: int, reach: int) -> list[int]:
    """The buckets of some times, each of its days and of the days up to `reach` behind it."""
    found: set[int] = set()
    for time in days:
        if time.first is not None and time.last is not None and time.last - time.first <= 12 * length:
            found |= {day // length for day in (*range(time.first, time.last + reach, length), time.last + reach)}
    return sorted(found)


def _telling(names: Iterable[str], weights: Weights) -> list[str]:
    """Names that are not common words, cut down to what two spellings share, in order."""
    kept = (name for name in names if name not in CALENDAR and weights.words.get(stem(name), weights.rare) >= TELLING)
    return list(dict.fromkeys(map(skeleton, kept)))
