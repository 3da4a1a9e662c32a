"""From the sources to the index of places: towns, areas, countries, seas, features, and the names that are kept by hand.

Towns go to disk as they are read. Areas wait until the towns in them are counted. The list that is kept by hand comes last: it points at
what was there before, and a line that points at nothing is a mistake and says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from ascribe.gazetteer.indexfile import CAPITAL, INFERRED, Writer
from ascribe.gazetteer.keys import NameKind, compared, searchable, shortened
from ascribe.gazetteer.sources import Line, Sources
from ascribe.model.places import Level

Progress = Callable[[str], None]
Point = tuple[float | None, float | None]

#: In the United States a bare "Travis" is a person; elsewhere people say "Kech" and mean the district.
FULL_NAMES_ONLY = frozenset({"US"})
#: A dispute over an area of these levels is one over all that lies in it.
_HANDED_DOWN = frozenset({Level.ADMIN1, Level.REGION, Level.COUNTRY})
_LEVELS = frozenset(Level) - {Level.NEAR, Level.UNLOCATED}
#: Kinds of features.csv that are stretches of sea; all others are regions.
_WATERS = frozenset({"sea", "gulf", "strait", "bay", "ocean", "sound", "channel"})


@dataclass(slots=True)
class Spot:
    """A place on its way into the index."""

    name: str
    level: Level
    point: Point = (None, None)
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None
    population: int = 0
    number: int | None = None
    disputed: str = ""
    origin: str = "geonames"
    flags: int = 0
    layer: str = ""
    names: dict[str, int] = field(default_factory=dict)


def write(path: Path, tell: Progress, sources: Sources | None = None) -> None:
    """Write the index of the sources as they are now. Raises `ConfigError` for a line that is wrong, with its file and number."""
    with Writer(path) as writer:
        build = _Build(writer, sources or Sources())
        tell("reading areas")
        build.read_countries()
        build.read_areas()
        build.write_towns(tell)
        build.write_areas()
        build.write_waters_and_features()
        tell("reading the supplement")
        build.write_supplement()
        tell("sorting names")


class _Build:
    """What has been read so far, and what the supplement may point at."""

    def __init__(self, writer: Writer, sources: Sources) -> None:
        self._writer = writer
        self._sources = sources
        self._lines = list(sources.supplement())
        self._pointed = {part for line in self._lines for part in line["same_as"].split(" + ") if part.isdigit()}
        self._claims = _claims(self._lines)
        self._points = sources.points()
        self._countries = sources.countries()
        self._capitals = {iso: compared(c["capital"]) for iso, c in self._countries.items() if c["capital"]}
        self._early: list[Spot] = []
        self._areas: dict[str, Spot] = {}
        self._towns: dict[str, Spot] = {}
        self._waters: dict[str, Spot] = {}
        self._features: dict[str, list[Spot]] = {}
        self._within: dict[int, str] = {}
        self._layers: dict[str, int] = {}
        self._written = 0
        for number, row in enumerate(sources.layers(), start=1):
            writer.layer((number, *row))
            self._layers[row[0]] = number

    def read_countries(self) -> None:
        """Countries with the points of points.csv, continents with those that GeoNames gives them."""
        called = self._sources.country_names()
        for iso, country in self._countries.items():
            point: Point = self._points.get(("country", iso), (None, None))
            size, number = country["population"], int(country["geonameid"])
            spot = Spot(country["name"], Level.COUNTRY, point, iso, population=size, number=number, layer="countries")
            self._areas[iso] = _named(spot, [country["name"], *called.get(iso, [])])
            self._early.append(spot)
        for continent in self._sources.continents():
            point = (round(float(continent["lat"]), 4), round(float(continent["lng"]), 4))
            spot = Spot(continent["name"], Level.REGION, point, number=int(continent["geonameId"]), layer="countries")
            self._early.append(_named(spot, [continent["name"]]))

    def read_areas(self) -> None:
        """First- and second-order areas; one of the second order without a town takes the point of the area above it."""
        for line in self._sources.areas():
            code = line["code"]
            for town in _base36(line["towns"]):
                self._within[town] = code
            first = ".".join(code.split(".")[:2])
            spot = Spot(line["name"], Level.ADMIN1 if code == first else Level.ADMIN2, country=code[:2], admin1=first, layer="areas")
            spot.number = int(line["geonameid"]) if line["geonameid"] else None
            if code != first:
                spot.admin2 = code
            if line["latitude"]:
                spot.point = (float(line["latitude"]), float(line["longitude"]))
            elif code != first and first in self._areas:
                spot.point, spot.flags = self._areas[first].point, INFERRED
            names = [line["name"], *filter(None, line["aliases"].split("|"))]
            self._areas[code] = _named(spot, names, short=not (code[:2] in FULL_NAMES_ONLY and code != first))
            self._early.append(spot)

    def write_towns(self, tell: Progress) -> None:
        """Towns under all their names in Latin script. Their people are counted for the areas that they lie in."""
        self._written = len(self._early)  # the areas get the first numbers, though they are written later
        for count, town in enumerate(self._sources.towns()):
            if count % 20_000 == 0:
                tell(f"reading towns, {count:,}")
            number, iso, size = int(town["geonameid"]), town["countrycode"], int(town["population"])
            first, second = f"{iso}.{town['admin1code']}", self._within.get(number)
            for code in (first, second):
                if code in self._areas:
                    self._areas[code].population += size
            spot = Spot(town["name"], Level.TOWN, (float(town["latitude"]), float(town["longitude"])), iso, first, second, size, number)
            spot.layer = "towns"
            spot.flags = CAPITAL if size > 0 and self._capitals.get(iso) == compared(town["name"]) else 0
            _named(spot, [town["name"], *filter(searchable, town["alternatenames"])])
            if str(number) in self._pointed:
                self._towns[str(number)] = spot
            self._put(spot)

    def write_areas(self) -> None:
        """What waited for the towns to be counted."""
        after, self._written = self._written, 0
        for spot in self._early:
            self._put(spot)
        self._writer.areas((code, number, self._areas[code].name) for code, number in self._codes())
        self._early.clear()
        self._written = after

    def write_waters_and_features(self) -> None:
        """Seas with the points of points.csv, and what features.csv has."""
        for (kind, name), point in self._points.items():
            if kind == "sea":
                spot = Spot(name, Level.SEA, point, origin="natural earth", layer="seas")
                self._waters[name] = _named(spot, [name])
                self._put(spot)
        for line in self._sources.features():
            spot = self._feature(line)
            self._features.setdefault(spot.name, []).append(spot)
            self._put(spot)

    def write_supplement(self) -> None:
        """The names that are kept by hand; one name leads to one line in an area."""
        met: dict[tuple[str, ...], Line] = {}
        for line in self._lines:
            spot = self._supplement(line)
            area = (spot.level, spot.country or "", spot.admin1 or "", spot.admin2 or "", line["same_as"] if not spot.country else "")
            for key in spot.names:
                if (other := met.setdefault((key, *area), line)) is not line:
                    where = spot.admin2 or spot.admin1 or spot.country or "the world"
                    said = f"{other.file}, line {other.number} ({other['name']})"
                    raise line.wrong(f"{key!r} stands for a {spot.level} in {where} already in {said}; make them one line")
            self._put(spot)
        self._writer.claims(sorted(self._claims.items()))

    def _put(self, spot: Spot) -> None:
        """Write a place. What lies in a disputed area is disputed by the same states."""
        number = self._written
        self._written += 1
        disputed = spot.disputed or self._claims.get(spot.admin1 or "") or self._claims.get(spot.country or "") or ""
        self._writer.place(
            (
                *(number, spot.name, spot.level, *spot.point, spot.country, spot.admin1, spot.admin2, spot.population),
                *(spot.number, disputed, spot.origin, spot.flags, self._layers[spot.layer], None),
            )
        )
        self._writer.names(number, spot.names)

    def _codes(self) -> Iterator[tuple[str, int]]:
        numbers = {id(spot): number for number, spot in enumerate(self._early)}
        return ((code, numbers[id(spot)]) for code, spot in self._areas.items())

    def _feature(self, line: Line) -> Spot:
        """One line of features.csv."""
        try:
            point = (float(line["latitude"]), float(line["longitude"]))
        except ValueError:
            raise line.wrong("latitude and longitude must be numbers") from None
        if not (-90 <= point[0] <= 90 and -180 <= point[1] <= 180):
            raise line.wrong(f"{point[0]}, {point[1]} is not on the globe")
        countries = line["countries"].replace("|", " ").replace(";", " ").split()
        for code in (*countries, *line["admin1"].split()):
            self._known(code, line)
        one, first = countries[0] if len(countries) == 1 else None, line["admin1"] if " " not in line["admin1"] else None
        level = Level.SEA if line["kind"] in _WATERS else Level.REGION
        spot = Spot(line["name"], level, point, one, first or None, origin=line["source"], layer="features")
        if not line["name"] or not line["kind"] or not line["source"]:
            raise line.wrong("kind, name and source must be given")
        return _named(spot, line.names())

    def _supplement(self, line: Line) -> Spot:
        """One line as a place: what `same_as` points at under another name, or what encloses it."""
        if line["level"] not in _LEVELS:
            raise line.wrong(f"{line['level']!r} is no level; there are: {', '.join(sorted(_LEVELS))}")
        if not compared(line["name"]) or not line["origin"]:
            raise line.wrong("name and origin must be given")
        for column in ("country", "admin1", "admin2"):
            for code in line[column].split():
                self._known(code, line)
        same = [self._pointed_at(part, line) for part in line["same_as"].split(" + ") if part]
        around = [self._known(code, line) for code in (line["admin2"] or line["admin1"] or line["country"]).split()]
        level = Level(line["level"])
        base = same or ([] if level is Level.SEA else around)
        spot = replace(base[0]) if len(base) == 1 else Spot("", level)
        spot.name, spot.level, spot.disputed, spot.layer = line["name"], level, line["disputed"], "supplement"
        spot.origin = f"{line.file}: {line['origin']}"
        spot.point = _mean([place.point for place in base if place.point[0] is not None])
        flags = same[0].flags & INFERRED if same else INFERRED
        if level is Level.SITE:  # a quarter or a camp stands at the point of its town, and is not that town
            flags, spot.number, spot.population = INFERRED, None, 0
        if len(same) != 1:
            spot.number, spot.population = None, 0
        elif level is Level.TOWN:
            flags |= same[0].flags & CAPITAL
        spot.flags = flags if spot.point[0] is not None else flags & CAPITAL
        for column in ("country", "admin1", "admin2"):
            if line[column] and " " not in line[column]:
                setattr(spot, column, line[column])
        return _named(spot, line.names())

    def _known(self, code: str, line: Line) -> Spot:
        if code not in self._areas:
            raise line.wrong(f"{code} is not in the gazetteer; write a country as PK, an area as PK.02 or PK.02.1163052")
        return self._areas[code]

    def _pointed_at(self, reference: str, line: Line) -> Spot:
        """A town by its GeoNames id, an area or country by its code, a sea by `sea:NAME`, a feature by `feature:NAME`."""
        if reference.isdigit() and reference in self._towns:
            return self._towns[reference]
        if reference.startswith("sea:") and reference[4:] in self._waters:
            return self._waters[reference[4:]]
        if reference.startswith("feature:") and reference[8:] in self._features:
            found = self._features[reference[8:]]
            if len(found) > 1:
                raise line.wrong(f"{reference} stands for {len(found)} lines of features.csv; give them names that differ")
            return found[0]
        if reference in self._areas:
            return self._areas[reference]
        raise line.wrong(
            f"same_as: {reference} is not in the gazetteer; "
            "write a town by its GeoNames number, an area or country by its code, a sea as sea:NAME, a feature as feature:NAME"
        )


def _claims(lines: list[Line]) -> dict[str, str]:
    """Area or country -> the states that claim it, by the lines that say so of one whole area."""
    whole = (line for line in lines if line["disputed"] and line["level"] in _HANDED_DOWN)
    return {line["same_as"]: line["disputed"] for line in whole if line["same_as"] and not {" ", ":"} & set(line["same_as"])}


def _named(spot: Spot, names: list[str], *, short: bool = False) -> Spot:
    """The place with its compared names: the first is its own, the others are aliases."""
    keys = [compared(name) for name in names]
    found = spot.names = dict.fromkeys(keys, int(NameKind.ALIAS))
    found[keys[0]] = NameKind.MAIN
    if short and spot.level in {Level.ADMIN1, Level.ADMIN2}:
        for key in shortened(keys):
            found.setdefault(key, NameKind.SHORT)
    found.pop("", None)
    return spot


def _mean(points: list[Point]) -> Point:
    """The point itself where there is one, the middle of several, nothing of none."""
    if len(points) < 2:
        return points[0] if points else (None, None)
    latitudes, longitudes = zip(*points, strict=True)
    return round(sum(latitudes) / len(points), 4), round(sum(longitudes) / len(points), 4)


def _base36(numbers: str) -> Iterator[int]:
    """The GeoNames ids that stand as distances from one to the next."""
    total = 0
    for step in numbers.split():
        total += int(step, 36)
        yield total
