"""Which reports are compared at all: those that share a key. Comparing every two of a large case would take years.

Keys go from broad to narrow: a day alone, a name alone, a day and an area or a party; a day and a town, a day and a name. A case passes
over keys that too many documents answer to, over broad ones sooner, so that in a small one nearly every two reports meet that could be of
one event, and in a large one those still do that have two things in common. Days lie in buckets of four, and each day is in its own and in
that of two days later, so that reports two days apart share one; months lie in buckets likewise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b

import h3

from ascribe.link.bounds import FINE
from ascribe.link.vocabulary import CALENDAR, skeleton, stem
from ascribe.model.linking import Weights
from ascribe.model.sketches import Days, Keys, Sketch

#: Documents may answer to a broad key and to a narrow one, up to so many: by a key that more have, nobody meets.
CROWD = {True: 100, False: 1_000}
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


def is_broad(key: int) -> bool:
    """The key stands for one thing in common, or for two that hundreds of reports have."""
    return key < 0


def keys(sketch: Sketch, weights: Weights) -> Keys:
    """The report's keys, in order."""
    broad = {-_number(parts) for parts in _broad(sketch, weights)}
    narrow = {_number(parts) for parts in _narrow(sketch, weights, list(_cells(sketch)))}
    answers = tuple(sorted(broad | narrow))
    cells = {around for cell in _cells(sketch) for around in h3.grid_disk(cell, 1)}
    if not cells:
        return Keys(answers, answers)
    asked = {-_number(("name", name)) for name in _all_names(sketch, weights)}
    asked |= {_number(parts) for parts in _narrow(sketch, weights, cells)}
    return Keys(answers, tuple(sorted(asked)))


def _number(parts: Iterable[object]) -> int:
    """A number above 0, as a case file can keep it."""
    digest = blake2b("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return max(1, int.from_bytes(digest, "big") >> 1)


def _broad(sketch: Sketch, weights: Weights) -> Iterator[tuple[object, ...]]:
    days, months = _days(sketch), _buckets(sketch.days, *MONTH)
    yield from (("day", day) for day in days)
    yield from (("month", month) for month in months)
    yield from (("name", name) for name in _all_names(sketch, weights))
    yield from ((*anchor, "day", day) for anchor in _anchors(sketch) for day in days)
    for country in {where.country for where in sketch.wheres if where.country}:
        yield from (("country", country, "month", month) for month in months)


def _narrow(sketch: Sketch, weights: Weights, cells: Iterable[str]) -> Iterator[tuple[object, ...]]:
    """A day with one of these cells, or with a name of the report's own."""
    days = _days(sketch)
    yield from (("cell", cell, "day", day) for cell in cells for day in days)
    yield from (("name", name, "day", day) for name in _telling(sketch.names, weights)[:NAMES] for day in days)


def _all_names(sketch: Sketch, weights: Weights) -> list[str]:
    """The rare names of its text."""
    return _telling((*sketch.names, *sketch.all_names), weights)


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
