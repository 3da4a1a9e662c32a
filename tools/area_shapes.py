"""Centres of first-order areas, from boundary lines. Used by `derive_admin.py`; needs shapely and pyshp, which the project does not.

Natural Earth's 1:10 million boundary lines and coastline (public domain) are noded and polygonised. Ends that stop short of another line
by less than `GAP` degrees are joined to it first, for the lines of different layers do not quite meet. A polygon is taken to belong to the
first-order area that most of its towns lie in, if these are `PURE` of them; an area's centre is the centre of gravity of its polygons, or a
point inside the largest where that lies outside. An area of which less than `PURE` of the towns lie in its polygons gets none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path
from typing import Any

LAYERS = ("admin_1_states_provinces_lines", "admin_0_boundary_lines_land", "coastline")
GAP, ROUNDS, PURE = 0.3, 2, 0.6


def centres(folder: Path, towns: dict[str, Any]) -> dict[str, tuple[float, float]]:
    """Code of the area -> its centre. `folder` holds the layers as `ne_10m_NAME.shp`."""
    from shapely import STRtree, points, polygonize, unary_union

    polygons = list(polygonize(joined(unary_union(lines(folder)))).geoms)
    listed = list(towns.values())
    pairs = STRtree(polygons).query(points([t["longitude"] for t in listed], [t["latitude"] for t in listed]), predicate="within")
    inside: defaultdict[int, Counter[str]] = defaultdict(Counter)
    for town, polygon in pairs.T:
        inside[int(polygon)][f"{listed[town]['countrycode']}.{listed[town]['admin1code']}"] += 1
    every = Counter(f"{t['countrycode']}.{t['admin1code']}" for t in listed)
    parts: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for polygon, counted in inside.items():
        code, most = counted.most_common(1)[0]
        if most >= PURE * counted.total():
            parts[code].append((polygon, most))
    return {
        code: centre(unary_union([polygons[number] for number, _ in mine]))
        for code, mine in sorted(parts.items())
        if sum(most for _, most in mine) >= PURE * every[code]
    }


def lines(folder: Path) -> list[Any]:
    """Every stretch of every layer."""
    import shapefile
    from shapely import LineString

    found = []
    for layer in LAYERS:
        with (folder / f"ne_10m_{layer}.shp").open("rb") as file:
            for shape in shapefile.Reader(shp=file).iterShapes():
                ends = [*shape.parts, len(shape.points)]
                found += [LineString(shape.points[a:b]) for a, b in pairwise(ends) if b - a > 1]
    return found


def joined(net: Any) -> Any:
    """The lines, with ends that stop short of another line carried on to it."""
    from shapely import LineString, Point, STRtree, unary_union
    from shapely.ops import nearest_points

    for _ in range(ROUNDS):
        stretches = list(net.geoms)
        met = Counter(end for line in stretches for end in (line.coords[0], line.coords[-1]))
        tree, added = STRtree(stretches), []
        for end in (end for end, times in met.items() if times == 1):
            point = Point(end)
            others = [stretches[k] for k in tree.query(point.buffer(GAP)) if end not in (stretches[k].coords[0], stretches[k].coords[-1])]
            nearest = min(others, key=point.distance, default=None)
            if nearest is not None and 0 < nearest.distance(point) < GAP:
                there = nearest_points(nearest, point)[0]
                beyond = (there.x + (there.x - end[0]) * 1e-3, there.y + (there.y - end[1]) * 1e-3)  # so that they cross
                added.append(LineString([end, beyond]))
        net = unary_union([*stretches, *added])
    return net.geoms


def centre(shape: Any) -> tuple[float, float]:
    """Latitude and longitude of a point inside."""
    point = shape.centroid
    if not shape.contains(point):
        largest = max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)
        point = largest.centroid if largest.contains(largest.centroid) else largest.representative_point()
    return round(point.y, 4), round(point.x, 4)
