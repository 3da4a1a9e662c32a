"""From tables of GeoNames to the index of one layer, line by line: memory does not grow with the table.

Which feature is what to us stands in `feature_levels.csv`. A place stands under its GeoNames number, so that it can take the place of the
entry that comes with the program.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from pathlib import Path

from ascribe.errors import ReadError
from ascribe.gazetteer import geonames
from ascribe.gazetteer.build import FULL_NAMES_ONLY
from ascribe.gazetteer.geonames import Feature, Shape, Table, Troubles
from ascribe.gazetteer.indexfile import CAPITAL, Writer
from ascribe.gazetteer.keys import NameKind, compared, searchable, shortened
from ascribe.model.places import Level

LICENCE = "CC BY 4.0"
ATTRIBUTION = "GeoNames (https://www.geonames.org)"
#: What stands where a language should, in the table of names, for what is no name.
_NO_NAMES = frozenset("link post iata icao faac tcid wkdt unlc phon piny".split())
_AREAS = frozenset({Level.ADMIN1, Level.ADMIN2, Level.ADMIN3})
#: A sieve has eight bits for each name that may be expected, and no more than 2 ** 27 (16 MB).
_BYTES_A_NAME = 30

Progress = Callable[[str], None]


@dataclass(slots=True)
class Counted:
    """What a build took in and what it left out."""

    places: int = 0
    names: int = 0
    elsewhere: int = 0
    not_read: int = 0
    troubles: Troubles = field(default_factory=Troubles)


class _Numbers:
    """A set of GeoNames numbers, one bit for each."""

    def __init__(self) -> None:
        self._bits = bytearray(1 << 21)

    def new(self, number: int) -> bool:
        """Put it in; false when it was there."""
        at, bit = number >> 3, 1 << (number & 7)
        if at >= len(self._bits):
            self._bits.extend(bytes(max(at + 1, 2 * len(self._bits)) - len(self._bits)))
        if self._bits[at] & bit:
            return False
        self._bits[at] |= bit
        return True

    def __contains__(self, number: int) -> bool:
        return number >> 3 < len(self._bits) and bool(self._bits[number >> 3] >> (number & 7) & 1)


def write(path: Path, name: str, version: str, main: Table, more: Sequence[Table], country: str | None, tell: Progress) -> Counted:
    """Write the index of a layer. Raises `ReadError` when a table is damaged or has nothing for it."""
    counted = Counted()
    with Writer(path, _sieve_power([main, *more])) as writer:
        writer.layer((1, name, version, LICENCE, ATTRIBUTION, main.label))
        taken = _write_places(writer, main, country, counted, tell)
        if not counted.places:
            why = f"no place of {country}; leave out --country, or name another" if country else "no place that is read; get the file again"
            bad = f" ({counted.troubles.count:,} bad lines, the first: {counted.troubles.first[0]})" if counted.troubles.count else ""
            raise ReadError(f"{main.path}: has {why}{bad}")
        for table in more:
            if table.shape is Shape.NAMES:
                _write_names(writer, table, taken, counted, tell)
            else:
                _write_area_names(writer, table, taken, country, counted, tell)
        tell(f"{name}: sorting names")
    counted.names = writer.named
    return counted


def _write_places(writer: Writer, table: Table, country: str | None, counted: Counted, tell: Progress) -> _Numbers:
    """The places of a table; the first of two with one number stays. Returns their numbers."""
    taken = _Numbers()
    for line, feature in geonames.features(table, counted.troubles, tell):
        if country and feature.country != country:
            counted.elsewhere += 1
            continue
        level = level_of(feature.kind, feature.code)
        if level is None:
            counted.not_read += 1
            continue
        if not taken.new(feature.number):
            counted.troubles.add(table.label, line, f"the number {feature.number} stands for another line already")
            continue
        counted.places += 1
        writer.place(_row(feature, level))
        writer.names(feature.number, _names(feature, level))
        if (code := _code(feature, level)) is not None:
            writer.areas([(code, feature.number, feature.name)])
    return taken


def _write_names(writer: Writer, table: Table, taken: _Numbers, counted: Counted, tell: Progress) -> None:
    """The further names of the places that were taken in."""
    for further in geonames.further_names(table, counted.troubles, tell):
        if further.number in taken and further.language not in _NO_NAMES and searchable(further.name):
            kind = NameKind.HISTORIC if further.historic else NameKind.SHORT if further.short else NameKind.CURRENT
            if key := compared(further.name):
                writer.names(further.number, {key: kind})


def _write_area_names(writer: Writer, table: Table, taken: _Numbers, country: str | None, counted: Counted, tell: Progress) -> None:
    """What areas are called, also those that are no place of the layer."""
    for code, name, plain, number in geonames.area_names(table, counted.troubles, tell):
        if country and not code.startswith(f"{country}."):
            continue
        known = number if number is not None and number in taken else None
        writer.areas([(code, known, name)])
        if known is not None:
            writer.names(known, {key: NameKind.CURRENT for key in map(compared, (name, plain)) if key})


@cache
def feature_levels() -> dict[tuple[str, str], Level | None]:
    """Class and code of a feature -> what it is to us, None where it is not read. A class as a whole stands with the code `*`."""
    text = files("ascribe.knowledge").joinpath("feature_levels.csv").read_text("utf-8")
    lines = csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))
    return {(line["class"], line["code"]): None if line["level"] == "-" else Level(line["level"]) for line in lines}


@cache
def level_of(kind: str, code: str) -> Level | None:
    """What a feature of that class and code is to us; None if it is not read."""
    table = feature_levels()
    return table[kind, code] if (kind, code) in table else table.get((kind, "*"))


def _row(feature: Feature, level: Level) -> tuple[object, ...]:
    flags = CAPITAL if feature.code == "PPLC" else 0
    return (
        *(feature.number, feature.name, level, feature.latitude, feature.longitude, feature.country or None, feature.admin1),
        *(feature.admin2, feature.population, feature.number, None, None, flags, 1, f"{feature.kind}.{feature.code}"),
    )


def _names(feature: Feature, level: Level) -> dict[str, int]:
    """The compared names of a place, with the kind of each."""
    main = [compared(feature.name), compared(feature.plain_name)]
    found = dict.fromkeys(map(compared, filter(searchable, feature.others)), int(NameKind.ALIAS)) if feature.others else {}
    for key in main:
        found[key] = NameKind.MAIN
    if level in _AREAS and not (feature.country in FULL_NAMES_ONLY and level is not Level.ADMIN1):
        for key in shortened(found):
            found.setdefault(key, NameKind.SHORT)
    found.pop("", None)
    return found


def _code(feature: Feature, level: Level) -> str | None:
    """The code by which an area is asked for: of a country, and of areas of the first two orders."""
    if level is Level.COUNTRY:
        return feature.country or None
    return feature.admin1 if level is Level.ADMIN1 else feature.admin2 if level is Level.ADMIN2 else None


def _sieve_power(tables: Sequence[Table]) -> int:
    expected = sum(table.size for table in tables) // _BYTES_A_NAME
    return max(16, min(27, (8 * expected).bit_length()))
