"""Reads the tables that GeoNames gives out, line by line. What a table is, is told by its shape.

    places   19 columns: number, name, ... latitude, longitude, class, code, country ... (allCountries.txt, PK.txt, cities500.txt)
    names    8 or 10 columns: further names of places, with marks for short and historical ones (alternateNames.txt, alternateNamesV2.txt)
    codes    4 columns: what areas are called (admin1CodesASCII.txt, admin2Codes.txt)

A line that is not right is counted and skipped, and the first ones are kept for the report. A file that is none of these tables raises
`ReadError` with the remedy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import IO

from ascribe.errors import ReadError
from ascribe.gazetteer.dumpfiles import MAX_LINE, lines, stream, texts, told

#: Numbers of GeoNames stood at 13 million in 2026.
MAX_NUMBER = 1 << 28
#: So many lines at the head of a file say what it is.
_HEAD = 50
#: More bad lines than good ones, and more than so many: this is no such table.
_PATIENCE = 2000
_TOLD = 10

_DEGREES = re.compile(r"-?\d{1,3}(?:\.\d{1,20})?", re.ASCII)
_NUMBER = re.compile(r"\d{1,10}", re.ASCII)
_AREA = re.compile(r"[A-Z]{2}(?:\.[A-Za-z0-9_-]{1,20}){1,2}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")

Progress = Callable[[str], None]


class Shape(StrEnum):
    """Which of the tables it is."""

    PLACES = "places"
    NAMES = "names"
    CODES = "codes"


@dataclass(frozen=True, slots=True)
class Table:
    """One table: the file, the member of the archive that it is in, its shape, and about how many bytes it has unpacked."""

    path: Path
    member: str | None
    shape: Shape
    size: int

    @property
    def label(self) -> str:
        """How the table is called in messages."""
        return f"{self.path.name}:{_printable(self.member)}" if self.member and self.member != self.path.stem + ".txt" else self.path.name


@dataclass(slots=True)
class Troubles:
    """The lines that were left out: how many, and the first of them with the reason."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def add(self, where: str, number: int, why: str) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < _TOLD:
            self.first.append(f"{where}, line {number}: {why}")


@dataclass(frozen=True, slots=True)
class Feature:
    """A line of a table of places that is right. `codes` are those of its areas, as "PK.02" and "PK.02.1163052"."""

    number: int
    name: str
    plain_name: str
    others: list[str]
    latitude: float
    longitude: float
    kind: str
    code: str
    country: str
    admin1: str | None
    admin2: str | None
    population: int


@dataclass(frozen=True, slots=True)
class FurtherName:
    """A line of a table of names that is right."""

    number: int
    language: str
    name: str
    short: bool
    historic: bool


def tables(path: Path) -> list[Table]:
    """The tables in that file. Raises `ReadError` if it cannot be read or has none."""
    found, seen = [], []
    for member, size in texts(path).items():
        with told(path), stream(path, member) as (file, _):
            shape, said = _shape(file)
        if shape is not None:
            found.append(Table(path, member, shape, size))
        seen.append(said if member is None else f"{_printable(member)}: {said}")
    if not found:
        what = "; ".join(seen[:3]) or "an archive without a .txt file"
        raise ReadError(
            f"{path}: is no table of GeoNames ({what}); get a country as PK.zip or the world as allCountries.zip from "
            "https://download.geonames.org/export/dump/"
        )
    return found


def features(table: Table, troubles: Troubles, tell: Progress) -> Iterator[tuple[int, Feature]]:
    """The places of a table with the numbers of their lines, without those that are not right."""
    for number, fields in _rows(table, (19,), troubles, tell):
        made = _feature(fields)
        if isinstance(made, str):
            troubles.add(table.label, number, made)
        else:
            yield number, made


def further_names(table: Table, troubles: Troubles, tell: Progress) -> Iterator[FurtherName]:
    """The names of a table, without those that are not right."""
    for number, fields in _rows(table, (8, 10), troubles, tell):
        place = _identity(fields[1])
        if place is None:
            troubles.add(table.label, number, f"the number of the place is {_shown(fields[1])}")
        elif fields[3]:
            yield FurtherName(place, fields[2], fields[3], fields[5] == "1", fields[7] == "1")


def area_names(table: Table, troubles: Troubles, tell: Progress) -> Iterator[tuple[str, str, str, int | None]]:
    """Code, name, plain name and GeoNames number of areas, without the lines that are not right."""
    for number, fields in _rows(table, (4,), troubles, tell):
        if not _AREA.fullmatch(fields[0]) or not fields[1]:
            troubles.add(table.label, number, f"the code of the area is {_shown(fields[0])}")
        else:
            yield fields[0], fields[1], fields[2], _identity(fields[3])


def _rows(table: Table, widths: tuple[int, ...], troubles: Troubles, tell: Progress) -> Iterator[tuple[int, list[str]]]:
    """The lines that have one of these numbers of columns, with their numbers."""
    before = troubles.count
    with told(table.path), stream(table.path, table.member) as (file, share):
        for number, line in lines(file):
            if number % 20_000 == 0:
                tell(f"{table.label}: {number:,} lines, {share():.0%}")
                if troubles.count - before > max(_PATIENCE, number // 2):
                    raise ReadError(f"{table.label}: has more bad lines than good ones ({troubles.first[0]}); get the file again")
            fields = _fields(line, widths)
            if isinstance(fields, str):
                troubles.add(table.label, number, fields)
            elif fields:
                yield number, fields


def _fields(line: bytes | None, widths: tuple[int, ...]) -> list[str] | str:
    """The columns of a line, none of an empty one, or what is wrong with it."""
    if line is None:
        return f"is longer than {MAX_LINE:,} bytes"
    try:
        text = line.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is not UTF-8 (byte {error.start + 1})"
    if (control := _CONTROL.search(text)) is not None:
        return f"has the character U+{ord(control[0]):04X}"
    fields = text.split("\t")
    if len(fields) in widths:
        return fields
    return f"has {len(fields)} columns, not {' or '.join(map(str, widths))}" if text.strip() else []


def _feature(fields: list[str]) -> Feature | str:
    """The line as a place, or what is wrong with it."""
    number, name, plain, others, north, east, kind, code, country, _, first, second, _, _, people, *_ = fields
    place = _identity(number)
    if place is None:
        return f"the number is {_shown(number)}"
    if not name or len(name) > 400:
        return "has no name" if not name else "has a name of more than 400 characters"
    if not _DEGREES.fullmatch(north) or not _DEGREES.fullmatch(east):
        return f"latitude and longitude are {_shown(north)} and {_shown(east)}"
    latitude, longitude = float(north), float(east)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        return f"{north}, {east} is not on the globe"
    if len(kind) > 1 or len(code) > 10 or (country and not (len(country) == 2 and country.isascii() and country.isupper())):
        return f"class, code and country are {_shown(kind)}, {_shown(code)} and {_shown(country)}"
    if people and not _NUMBER.fullmatch(people):
        return f"the population is {_shown(people)}"
    admin1 = f"{country}.{first}" if country and first and first != "00" else None
    admin2 = f"{admin1}.{second}" if admin1 and second else None
    listed = others.split(",") if others else []
    return Feature(place, name, plain, listed, latitude, longitude, kind, code, country, admin1, admin2, int(people or 0))


def _identity(text: str) -> int | None:
    number = int(text) if _NUMBER.fullmatch(text) else 0
    return number if 0 < number < MAX_NUMBER else None


def _shape(file: IO[bytes]) -> tuple[Shape | None, str]:
    """What the lines at the head are, by majority; and in words what they look like."""
    votes: dict[Shape, int] = {}
    widths: dict[int, int] = {}
    seen = 0
    for _, line in lines(file):
        fields = (line or b"").decode("utf-8", "replace").split("\t")
        if line is not None and not fields[0].strip():
            continue
        seen += 1
        widths[len(fields)] = widths.get(len(fields), 0) + 1
        if (shape := _looks(fields)) is not None:
            votes[shape] = votes.get(shape, 0) + 1
        if seen >= _HEAD:
            break
    best = max(votes, key=lambda shape: votes[shape], default=None)
    if best is not None:
        return best, best.value
    width = max(widths, key=lambda count: widths[count], default=0)
    return None, f"its lines have {width} column{'' if width == 1 else 's'} between tabs" if seen else "it is empty"


def _looks(fields: list[str]) -> Shape | None:
    if len(fields) == 19 and _NUMBER.fullmatch(fields[0]) and _DEGREES.match(fields[4]) and _DEGREES.match(fields[5]):
        return Shape.PLACES
    if len(fields) in {8, 10} and _NUMBER.fullmatch(fields[0]) and _NUMBER.fullmatch(fields[1]):
        return Shape.NAMES
    if len(fields) == 4 and _AREA.fullmatch(fields[0]):
        return Shape.CODES
    return None


def _shown(text: str) -> str:
    """A field in a message: short, and with nothing that a terminal would obey."""
    return repr(_printable(text[:30]) + ("…" if len(text) > 30 else ""))


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in text)
