"""When and where a happening was, as far as that alone rules out that two reports are of one event; distances of days and places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from ascribe.model.claims import Granularity
from ascribe.model.places import Level
from ascribe.model.sketches import Days, Outline, Sketch

#: Levels of places that are points rather than areas.
FINE = frozenset({Level.SITE.value, Level.TOWN.value, Level.NEAR.value, Level.ADMIN3.value})

#: In days: where a time has no beginning or no end.
ENDLESS = 10**9
#: A told-together account that states more days than this is a sum, counted or not.
LONGEST = 7


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe, as distances are computed: how far north and east in radians, by how much its parallel is shorter."""

    north: float
    east: float
    shrinks: float

    @classmethod
    def at(cls, latitude: float, longitude: float) -> Point:
        """These degrees in WGS 84."""
        north = radians(latitude)
        return cls(north, radians(longitude), cos(north))


@dataclass(frozen=True, slots=True)
class Bounds:
    """Of one report: whether it tells of one happening or of many, the likeliest of the days that it states itself, its towns and sites.

    `is_sum`: it tells of many together, and counts them or says over which days. `points` are its towns and sites as far as they are
    located; `place_names` are those of all its places.
    """

    granularity: str
    is_sum: bool
    stated: Days | None
    points: tuple[Point, ...]
    place_names: frozenset[str]

    @classmethod
    def of(cls, told: Sketch | Outline) -> Bounds:
        """Those of a report."""
        stated = max((each for each in told.days if each.how == "own"), key=lambda each: each.chance, default=None)
        points = (
            Point.at(where.latitude, where.longitude)
            for where in told.wheres
            if where.level in FINE and where.latitude is not None and where.longitude is not None
        )
        many = told.granularity == Granularity.AGGREGATE.value
        return cls(
            told.granularity,
            many and (told.occurrences is not None or _is_long(stated)),
            stated,
            tuple(points),
            frozenset(where.name for where in told.wheres),
        )


def _is_long(time: Days | None) -> bool:
    return time is not None and time.first is not None and time.last is not None and time.last - time.first >= LONGEST


def span(time: Days) -> tuple[int, int]:
    """The first day and the last."""
    return -ENDLESS if time.first is None else time.first, ENDLESS if time.last is None else time.last


def apart(one: Days, other: Days) -> int:
    """How many days lie between two times; 0 where they share a day."""
    (first, last), (begins, ends) = span(one), span(other)
    return max(0, max(first, begins) - min(last, ends))


def nearest(here: Iterable[Point], there: Iterable[Point]) -> float | None:
    """The kilometres between the two points that lie nearest to each other."""
    return min([kilometres(one, other) for one in here for other in there], default=None)


def kilometres(one: Point, other: Point) -> float:
    """The distance along the earth."""
    half = sin((one.north - other.north) / 2) ** 2
    half += one.shrinks * other.shrinks * sin((one.east - other.east) / 2) ** 2
    return 12742 * asin(min(1.0, sqrt(half)))
