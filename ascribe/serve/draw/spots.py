"""Spots: the events of one place together, as a map draws them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ascribe.serve.draw.shapes import SEVERAL, STANDINGS, Shape, shape_of

#: How far around its point a place of each level may lie, in kilometres: what is drawn as an area, because it is not known more exactly.
#: Sites and towns are points at the scale of a page. The true bounds of areas are not known here.
REACH = {"near": 12, "admin3": 15, "admin2": 30, "admin1": 80, "region": 150, "country": 300, "sea": 200, "unlocated": 300}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, how many events are there, by standing and by type, and how many accounts tell several together."""

    name: str
    level: str
    latitude: float
    longitude: float
    standings: Mapping[str, int] = field(default_factory=dict)
    types: Mapping[str, int] = field(default_factory=dict)
    together: int = 0

    @property
    def events(self) -> int:
        """How many events: what is told together is none of them."""
        return sum(self.standings.values())

    @property
    def reach(self) -> int:
        """How far it may lie from the point, in kilometres; 0 for a point."""
        return REACH.get(self.level, 0)

    @property
    def shape(self) -> Shape:
        """What kind of happenings they are."""
        return shape_of(list(self.types)) if self.types else SEVERAL

    @property
    def standing(self) -> str:
        """The colour: that of most of them; of two that are as many, the one that is borne out less."""
        return max(STANDINGS, key=lambda each: (self.standings.get(each, 0), -STANDINGS.index(each)))

    @property
    def key(self) -> tuple[str, float, float]:
        """What tells it from other spots."""
        return self.name, self.latitude, self.longitude


def together(spots: Iterable[Spot]) -> Spot | None:
    """Several spots as one, at the middle of their events; the only one as it is. None where there is none."""
    known = list(spots)
    if len(known) < 2:
        return known[0] if known else None
    weights = [max(1, each.events + each.together) for each in known]
    whole = sum(weights)
    return Spot(
        f"{len(known)} places",
        "several",
        sum(each.latitude * weight for each, weight in zip(known, weights, strict=True)) / whole,
        sum(each.longitude * weight for each, weight in zip(known, weights, strict=True)) / whole,
        _sum(each.standings for each in known),
        _sum(each.types for each in known),
        sum(each.together for each in known),
    )


def _sum(counts: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for each in counts:
        for name, number in each.items():
            found[name] = found.get(name, 0) + number
    return found


def compact(spots: Iterable[Spot]) -> list[list[Any]]:
    """The same for the browser's map, as short as it goes: name, level, reach, longitude, latitude, counts by standing, shape, together."""
    return [
        [
            each.name,
            each.level,
            each.reach,
            round(each.longitude, 4),
            round(each.latitude, 4),
            [each.standings.get(standing, 0) for standing in STANDINGS],
            each.shape.name,
            each.together,
        ]
        for each in spots
    ]
