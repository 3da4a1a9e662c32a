"""From degrees to a drawing: Mercator, fitted to what is to be seen."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

Box = tuple[float, float, float, float]
#: Beyond these Mercator makes no sense of.
NORTHERNMOST = 84.0
#: No map shows less than so many degrees: a single place is seen with what lies around it.
LEAST = 3.0
EARTH = 40075.0  # kilometres around


@dataclass(frozen=True, slots=True)
class View:
    """A part of the globe on a sheet of this size."""

    box: Box
    width: float
    height: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]], width: float, height: float) -> View:
        """The view that shows all of these (longitude, latitude), with room at the edges; of the whole world where there are none."""
        known = list(points)
        if not known:
            return cls((-170.0, -56.0, 180.0, 74.0), width, height)._filled()
        xs, ys = [x for x, _ in known], [max(-NORTHERNMOST, min(NORTHERNMOST, y)) for _, y in known]
        margin_x, margin_y = (max(0.12 * (max(each) - min(each)), LEAST / 2) for each in (xs, ys))
        return cls((min(xs) - margin_x, min(ys) - margin_y, max(xs) + margin_x, max(ys) + margin_y), width, height)._filled()

    @classmethod
    def of_box(cls, box: Box, width: float, height: float) -> View:
        """The view of a box, and no less than that."""
        w, s, e, n = box
        return cls.around([(w, s), (e, n)], width, height)

    def _filled(self) -> View:
        """The same middle on a sheet that is filled: what is seen grows in the direction that has room left."""
        w, s, e, n = self.box
        top, bottom = _mercator(n), _mercator(s)
        scale = max((e - w) / self.width, (top - bottom) / self.height)
        middle_x, middle_y = (w + e) / 2, (top + bottom) / 2
        half_x, half_y = scale * self.width / 2, scale * self.height / 2
        return View(
            (middle_x - half_x, _latitude(middle_y - half_y), middle_x + half_x, _latitude(middle_y + half_y)), self.width, self.height
        )

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point of the globe lies on the sheet."""
        w, s, e, n = self.box
        top, bottom = _mercator(n), _mercator(s)
        return (longitude - w) / (e - w) * self.width, (top - _mercator(latitude)) / (top - bottom) * self.height

    def shows(self, longitude: float, latitude: float) -> bool:
        """It is in the view."""
        w, s, e, n = self.box
        return w <= longitude <= e and s <= latitude <= n

    def meets(self, box: Box) -> bool:
        """Some of the box is in the view."""
        w, s, e, n = self.box
        return box[0] <= e and box[2] >= w and box[1] <= n and box[3] >= s

    def length(self, kilometres: float, latitude: float) -> float:
        """How long so many kilometres are at this latitude."""
        w, _, e, _ = self.box
        degrees = kilometres / (EARTH / 360 * max(0.1, math.cos(math.radians(latitude))))
        return degrees / (e - w) * self.width


def _mercator(latitude: float) -> float:
    """Mercator's ordinate in degrees of the equator."""
    clipped = max(-NORTHERNMOST, min(NORTHERNMOST, latitude))
    return math.degrees(math.log(math.tan(math.pi / 4 + math.radians(clipped) / 2)))


def _latitude(ordinate: float) -> float:
    return math.degrees(2 * math.atan(math.exp(math.radians(ordinate))) - math.pi / 2)
