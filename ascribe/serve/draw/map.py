"""A map as SVG, for browsers without WebGL and for pages that stand alone: marks over the outline of the land.

A mark's shape says what kind, its colour how far it is borne out, its number how many. Places that are areas are discs without an edge to
trust; what is told together is a hollow badge. Marks that would lie on one another are one, and say of how many places.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from ascribe.export import names, words
from ascribe.export.page import line, quoted
from ascribe.serve.draw.land import Outline, background
from ascribe.serve.draw.projection import Box, View
from ascribe.serve.draw.shapes import STANDINGS, TOGETHER
from ascribe.serve.draw.spots import Spot, together

WIDTH, HEIGHT = 960, 520
#: Marks nearer to each other than this are drawn as one.
APART = 30

#: What a mark leads to: the question for a place, or for a box where it stands for several.
Leading = Callable[[Spot | Box], str]


def drawn(spots: Iterable[Spot], known: Outline | None, box: Box | None = None, leading: Leading | None = None) -> str:
    """The map. Its links take no focus: whoever uses keys has the list of places beside it."""
    known_spots = list(spots)
    view = View.of_box(box, WIDTH, HEIGHT) if box else View.around(((s.longitude, s.latitude) for s in known_spots), WIDTH, HEIGHT)
    seen = [spot for spot in known_spots if view.shows(spot.longitude, spot.latitude)]
    areas = [spot for spot in seen if spot.reach]
    points = _gathered([spot for spot in seen if not spot.reach], view)
    marks = [_area(spot, view, leading) for spot in sorted(areas, key=lambda spot: -spot.reach)]
    marks += [_point(group, view, leading) for group in points]
    marks += [_badge(spot, view, leading) for spot in seen if spot.together]
    chosen = _chosen(box, view) if box else ""
    return (
        f'<svg class="map" viewBox="0 0 {WIDTH} {HEIGHT}" aria-hidden="true" focusable="false">'
        f"{background(view, known)}{chosen}{''.join(marks)}</svg>"
    )


def _gathered(spots: Iterable[Spot], view: View) -> list[list[Spot]]:
    """Spots in groups that do not lie on one another: those of one square of the sheet together."""
    squares: dict[tuple[int, int], list[Spot]] = {}
    for spot in sorted(spots, key=lambda spot: (-spot.events, spot.key)):
        x, y = view.at(spot.longitude, spot.latitude)
        squares.setdefault((int(x // APART), int(y // APART)), []).append(spot)
    return sorted(squares.values(), key=lambda group: sum(spot.events for spot in group))


def _area(spot: Spot, view: View, leading: Leading | None) -> str:
    if not spot.events:
        return ""
    x, y = view.at(spot.longitude, spot.latitude)
    radius = max(13.0, min(view.length(spot.reach, spot.latitude), view.width / 3))
    disc = f'<circle class="disc" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
    return _linked(spot, f'<g class="area {spot.standing}">{disc}{_number(spot.events, x, y, "middle")}</g>', leading, spot)


def _point(group: list[Spot], view: View, leading: Leading | None) -> str:
    spot = together(group)
    if spot is None or not spot.events:
        return ""
    x, y = view.at(spot.longitude, spot.latitude)
    size = sized(spot.events)
    shape = f'<path class="shape" d="{spot.shape.path}" transform="translate({x:.1f} {y:.1f}) scale({size:.2f})"/>'
    number = _number(spot.events, x + 10 * size + 2, y, "start") if spot.events > 1 else ""
    target = group[0] if len(group) == 1 else _around(group)
    return _linked(spot, f'<g class="spot {spot.standing}">{shape}{_mixture(spot, x, y + 11 * size)}{number}</g>', leading, target)


def _badge(spot: Spot, view: View, leading: Leading | None) -> str:
    x, y = view.at(spot.longitude, spot.latitude)
    y -= 20 if spot.events else 0
    path = f'<path d="{TOGETHER.path}" transform="translate({x:.1f} {y:.1f})"/>'
    return _linked(spot, f'<g class="together">{path}{_number(spot.together, x, y, "middle")}</g>', leading, spot)


def sized(events: int) -> float:
    """How large a mark is drawn: it grows with each doubling, so that one event is still seen beside a thousand."""
    return min(1.7, 0.78 + 0.1 * math.log2(max(1, events)))


def _mixture(spot: Spot, x: float, y: float) -> str:
    """A short bar under a mark whose events are not all borne out alike: how many of which."""
    kinds = [(each, spot.standings[each]) for each in STANDINGS if spot.standings.get(each)]
    if len(kinds) < 2:
        return ""
    width, at, parts = 22.0, x - 11.0, []
    for standing, number in kinds:
        part = width * number / spot.events
        parts.append(f'<rect class="part {standing}" x="{at:.1f}" y="{y:.1f}" width="{part:.1f}" height="3.5"/>')
        at += part
    return "".join(parts)


def _number(number: int, x: float, y: float, anchor: str) -> str:
    return f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="{anchor}">{number:,}</text>'


def _around(group: list[Spot]) -> Box:
    """The box that holds these spots, with a little room."""
    xs, ys = [spot.longitude for spot in group], [spot.latitude for spot in group]
    return round(min(xs) - 0.05, 3), round(min(ys) - 0.05, 3), round(max(xs) + 0.05, 3), round(max(ys) + 0.05, 3)


def _chosen(box: Box, view: View) -> str:
    """The box that the question is limited to."""
    (left, bottom), (right, top) = view.at(box[0], box[1]), view.at(box[2], box[3])
    return f'<rect class="chosen" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" height="{bottom - top:.1f}"/>'


def _linked(spot: Spot, mark: str, leading: Leading | None, target: Spot | Box) -> str:
    marked = mark.replace(">", f"><title>{line(told(spot))}</title>", 1)
    return f'<a href="{quoted(leading(target))}" tabindex="-1">{marked}</a>' if leading else marked


def told(spot: Spot) -> str:
    """A spot in words: `Maiduguri (town): 14 events, 9 a single source, 5 corroborated; 1 account told together`."""
    level = f" ({words.name(spot.level)})" if spot.level else ""
    parts = [f"{number:,} {label(standing)}" for standing, number in spot.standings.items() if number]
    counted = ", ".join((words.plural(spot.events, "event"), *parts)) if spot.events else ""
    badge = f"{words.plural(spot.together, 'account')} told together, in no count" if spot.together else ""
    area = "somewhere in this area" if spot.reach and spot.events else ""
    return f"{spot.name}{level}: " + "; ".join(part for part in (counted, area, badge) if part)


def label(standing: str) -> str:
    """A standing in plain words."""
    return names.LEVELS.get(standing, standing)
