"""One index file open for reading: which of its places bear a name, which has a number, which is the area with a code."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from sys import intern

from ascribe.errors import ConfigError
from ascribe.gazetteer.entries import Entry, Layer
from ascribe.gazetteer.indexfile import CAPITAL, INFERRED
from ascribe.gazetteer.keys import NameKind, Sieve
from ascribe.model.places import Level

_COLUMNS = (
    "place.name, level, latitude, longitude, country, admin1, first.name, admin2, second.name, population, gazetteer_id, disputed, origin, "
    "flags, layer, feature"
)
_AREAS = "LEFT JOIN area AS first ON first.code = admin1 LEFT JOIN area AS second ON second.code = admin2"
_BY_NAME = f"SELECT {_COLUMNS}, kind FROM name JOIN place ON place.id = name.place {_AREAS} WHERE digest = ?"  # noqa: S608
_BY_CODE = f"SELECT {_COLUMNS} FROM area JOIN place ON place.id = area.place {_AREAS} WHERE area.code = ?"  # noqa: S608
_BY_NUMBER = f"SELECT {_COLUMNS} FROM place {_AREAS} WHERE place.id IN "  # noqa: S608
#: So much of a file is mapped into memory; of a larger one the rest is read page by page.
_MAPPED = 16 << 20

Row = tuple[object, ...]


class Shelf:
    """An index file. It is opened again in each process. A damaged one raises `ConfigError` with the remedy."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None
        sieves = {
            str(name): Sieve(bytearray(value)) for name, value in self._rows("SELECT name, value FROM sieve") if isinstance(value, bytes)
        }
        self._names, self._first_words = sieves["names"], sieves["first_words"]
        self._layer_names = {number: str(name) for number, name in self._rows("SELECT id, name FROM layer")}

    def may_have(self, number: int) -> bool:
        """Whether a name may stand under that number: never a false no."""
        return number in self._names

    def may_begin(self, number: int) -> bool:
        """Whether a name may begin with the word of that number: never a false no."""
        return number in self._first_words

    def find(self, number: int) -> list[tuple[Entry, NameKind]]:
        """The places of the name with that number, and how each bears it."""
        if number not in self._names:
            return []
        return [(self._entry(row), NameKind(int(str(row[16])))) for row in self._rows(_BY_NAME, number)]

    def numbered(self, numbers: Sequence[str]) -> list[Entry]:
        """The places with these GeoNames numbers, in a file whose places stand under them."""
        found: list[Entry] = []
        for at in range(0, len(numbers), 500):
            part = numbers[at : at + 500]
            marks = ",".join("?" * len(part))
            found.extend(self._entry(row) for row in self._rows(f"{_BY_NUMBER} ({marks})", *map(int, part)))
        return found

    def area(self, code: str) -> Entry | None:
        """The country or area with that code."""
        rows = self._rows(_BY_CODE, code)
        return self._entry(rows[0]) if rows else None

    def area_name(self, code: str) -> str | None:
        """What the area with that code is called."""
        rows = self._rows("SELECT name FROM area WHERE code = ?", code)
        return str(rows[0][0]) if rows else None

    def claims(self) -> dict[str, tuple[str, ...]]:
        """Country or area -> the states that claim it, where there are several or another one than that which holds it."""
        return {str(code): tuple(str(states).split()) for code, states in self._rows("SELECT code, states FROM claim")}

    def layers(self) -> list[Layer]:
        """The layers that the file was made of."""
        columns = "name, version, licence, attribution, source, rows"
        rows = self._rows(f"SELECT {columns} FROM layer ORDER BY id")  # noqa: S608
        return [Layer(str(n), str(v), str(terms), str(by), str(src), int(str(count))) for n, v, terms, by, src, count in rows]

    def _entry(self, row: Row) -> Entry:
        (
            name,
            level,
            latitude,
            longitude,
            country,
            admin1,
            first,
            admin2,
            second,
            population,
            number,
            disputed,
            origin,
            flags,
            layer,
            *rest,
        ) = row
        marked = flags if isinstance(flags, int) else 0
        return Entry(
            name=str(name),
            level=_LEVELS[level],
            latitude=latitude if isinstance(latitude, float) else None,
            longitude=longitude if isinstance(longitude, float) else None,
            country=_shared(country),
            admin1=_shared(admin1),
            admin1_name=_shared(first),
            admin2=_shared(admin2),
            admin2_name=_shared(second),
            population=population if isinstance(population, int) else 0,
            gazetteer_id=_text(number),
            disputed=tuple(str(disputed).split()) if disputed else (),
            origin=_shared(origin) or "geonames",
            capital=bool(marked & CAPITAL),
            inferred=bool(marked & INFERRED),
            layer=self._layer_names.get(layer, ""),
            feature=_shared(rest[0]) or "",
        )

    def _rows(self, query: str, *values: object) -> list[Row]:
        """A connection is never carried over a fork."""
        try:
            if self._opened is None or self._opened[0] != os.getpid():
                connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
                connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
                connection.execute("PRAGMA cache_size = -2000")
                self._opened = (os.getpid(), connection)
            return self._opened[1].execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise ConfigError(f"{self.path}: the index of places is damaged ({error}); delete the file, it is built again") from error


_LEVELS: dict[object, Level] = {level.value: level for level in Level}


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _shared(value: object) -> str | None:
    """A text that many entries have: one object for all of them, which halves the memory of what is remembered."""
    return None if value is None or value == "" else intern(str(value))
