"""Which reports are compared at all: those that share a key. Comparing every two of a large case would take years.

Keys go from broad to narrow: a day alone, a name alone, a day and a place, a party, a name. A case passes over keys that too many reports
share, so that in a small one nearly every two reports meet that could be of one event, and in a large one those still do that have two
things in common. Days lie in buckets of four, and each day is in its own and in that of two days later, so that reports two days apart
share one; months lie in buckets likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
#: Cells of about 1,770 square kilometres: 45 km from side to side, so that a cell and those around it hold all that lies within 30 km.
RESOLUTION = 4
#: Stems that weigh less are common; how many own names make keys with a day.
TELLING = 2.0
NAMES = 4


@dataclass(frozen=True, slots=True)
class Keys:
    """By which a report is found (`answers`), and by which it looks for others (`asks`): 64-bit numbers that are the same in every run.

    Two reports meet where one asks for what the other answers to. A report whose town or site is located asks for those nearby; it need not
    ask for all of its province, party or day, because whatever lies far from it is of another event. Those who know less ask for it.
    """

    answers: tuple[int, ...]
    asks: tuple[int, ...]

    def meet(self, other: Keys) -> bool:
        """The two are to be compared."""
        return not set(self.asks).isdisjoint(other.answers) or not set(other.asks).isdisjoint(self.answers)


def keys(sketch: Sketch, weights: Weights) -> Keys:
    """The report's keys, in order."""
    answers = {_key(parts) for parts in _parts(sketch, weights)}
    cells = list(_cells(sketch))
    if not cells:
        return Keys(tuple(sorted(answers)), tuple(sorted(answers)))
    nearby = {around for cell in cells for around in h3.grid_disk(cell, 1)}
    asked = {_key(("cell", cell, "day", day)) for cell in nearby for day in _days(sketch)}
    asked |= {_key(parts) for parts in _of_names(sketch, weights)}
    return Keys(tuple(sorted(answers)), tuple(sorted(asked)))


def _key(parts: Iterable[object]) -> int:
    """A signed number, as a case file keeps it."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _parts(sketch: Sketch, weights: Weights) -> Iterator[tuple[object, ...]]:
    days, months = _days(sketch), _buckets(sketch.days, *MONTH)
    yield from (("day", day) for day in days)
    yield from (("month", month) for month in months)
    yield from _of_names(sketch, weights)
    for anchor in (*(("cell", cell) for cell in _cells(sketch)), *_anchors(sketch)):
        yield from ((*anchor, "day", day) for day in days)
    for country in {where.country for where in sketch.wheres if where.country}:
        yield from (("country", country, "month", month) for month in months)


def _of_names(sketch: Sketch, weights: Weights) -> Iterator[tuple[object, ...]]:
    """Rare names, with a day and without."""
    yield from (("name", name) for name in _telling((*sketch.names, *sketch.all_names), weights))
    own = _telling(sketch.names, weights)[:NAMES]
    yield from (("name", name, "day", day) for name in own for day in _days(sketch))


def _cells(sketch: Sketch) -> Iterator[str]:
    """Where its towns and sites lie, as far as they are located."""
    for where in sketch.wheres:
        if where.level in FINE and where.latitude is not None and where.longitude is not None:
            yield h3.latlng_to_cell(where.latitude, where.longitude, RESOLUTION)


def _anchors(sketch: Sketch) -> Iterator[tuple[object, ...]]:
    """In which areas it was, and who was in it."""
    for where in sketch.wheres:
        if where.admin1:
            yield ("area", where.country, where.admin1)
    for party in (*sketch.actors, *sketch.recipients):
        if party.id:
            yield ("party", party.id)


def _days(sketch: Sketch) -> list[int]:
    return _buckets((each for each in sketch.days if each.chance >= LEAST_CHANCE), *DAY)


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
