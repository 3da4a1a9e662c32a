"""The outline of the land behind a drawn map: from what was built of Natural Earth, or lines of latitude and longitude where it was not."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ascribe.serve.draw.projection import Box, View

Line = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """Rings of land, borders, borders that are disputed; each line with the box that it lies in."""

    land: tuple[tuple[Box, Line], ...]
    settled: tuple[tuple[Box, Line], ...]
    disputed: tuple[tuple[Box, Line], ...]


@cache
def outline(path: Path) -> Outline | None:
    """The outline in a file; None where there is none that can be read."""
    try:
        read = json.loads(path.read_text(encoding="utf-8"))
        return Outline(*(tuple(_boxed(read[name])) for name in ("land", "settled", "disputed")))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _boxed(lines: Iterable[Sequence[Sequence[float]]]) -> Iterator[tuple[Box, Line]]:
    for line in lines:
        xs, ys = [x for x, _ in line], [y for _, y in line]
        yield (min(xs), min(ys), max(xs), max(ys)), tuple((x, y) for x, y in line)


def background(view: View, known: Outline | None) -> str:
    """What lies under the marks."""
    if known is None:
        return f'<path class="grid" d="{_graticule(view)}"/>'
    drawn = (("land", known.land, "Z"), ("border", known.settled, ""), ("border disputed", known.disputed, ""))
    return "".join(f'<path class="{name}" d="{_path(view, lines, end)}"/>' for name, lines, end in drawn)


def _path(view: View, lines: Iterable[tuple[Box, Line]], end: str) -> str:
    return "".join(_line(view, line) + end for box, line in lines if view.meets(box))


def _line(view: View, line: Line) -> str:
    """One line, to the pixel; what lies far outside is drawn at the sheet's edge, so that no number grows without end."""
    points: list[tuple[int, int]] = []
    for longitude, latitude in line:
        x, y = view.at(longitude, latitude)
        point = round(max(-view.width, min(2 * view.width, x))), round(max(-view.height, min(2 * view.height, y)))
        if not points or point != points[-1]:
            points.append(point)
    return "M" + " ".join(f"{x} {y}" for x, y in points)


def _graticule(view: View) -> str:
    """Lines of latitude and longitude at a round distance."""
    w, s, e, n = view.box
    step = next(each for each in (1, 2, 5, 10, 20, 30, 60) if (e - w) / each < 14 or each == 60)
    meridians = (view.at(x, s)[0] for x in _multiples(w, e, step))
    parallels = (view.at(w, y)[1] for y in _multiples(s, n, step))
    return "".join(f"M{x:.0f} 0V{view.height:.0f}" for x in meridians) + "".join(f"M0 {y:.0f}H{view.width:.0f}" for y in parallels)


def _multiples(low: float, high: float, step: int) -> range:
    return range(-int(-low // step) * step, int(high // step) * step + 1, step)
