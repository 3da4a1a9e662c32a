"""An index file of places: one SQLite file, written once from a stream of places and never changed after that.

Places go to disk as they come. Names are gathered as numbers in buckets by their first bits, and spilled when there are many, so that
sorting them takes the same memory for a country and for the world. A number in the file says which layout it has.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import IO, Any

from ascribe.gazetteer.keys import Sieve, hashed

#: Raised when the layout of an index file, or the form in which names are compared, changes.
LAYOUT = 4
#: Stands in the head of each index file: "asPl".
APPLICATION = 0x6173506C

_SCHEMA = f"""
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; PRAGMA page_size = 4096; PRAGMA cache_size = -32000;
PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {LAYOUT};
CREATE TABLE layer (id INTEGER PRIMARY KEY, name TEXT, version TEXT, licence TEXT, attribution TEXT, source TEXT, rows INTEGER);
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, level TEXT, latitude REAL, longitude REAL, country TEXT, admin1 TEXT, admin2 TEXT,
  population INTEGER, gazetteer_id INTEGER, disputed TEXT, origin TEXT, flags INTEGER, layer INTEGER, feature TEXT);
CREATE TABLE name (digest INTEGER, place INTEGER, kind INTEGER, PRIMARY KEY (digest, place)) WITHOUT ROWID;
CREATE TABLE area (code TEXT PRIMARY KEY, place INTEGER, name TEXT) WITHOUT ROWID;
CREATE TABLE claim (code TEXT PRIMARY KEY, states TEXT) WITHOUT ROWID;
CREATE TABLE sieve (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
"""
_PLACE = f"INSERT OR IGNORE INTO place VALUES ({', '.join('?' * 15)})"  # noqa: S608 question marks
#: Flags of a place.
CAPITAL, INFERRED = 1, 2

#: id, name, level, latitude, longitude, country, admin1, admin2, population, gazetteer_id, disputed, origin, flags, layer, feature
Row = tuple[Any, ...]

_BATCH = 2000
_BUCKETS = 256
_BUCKET_SHIFT = 63 - 8
#: So many names are kept in memory, at 16 bytes each; of more, all are spilled to a file.
_KEPT = 1_500_000


class Writer:
    """Writes an index file. Leave the `with` block and it is whole and closed; `named` counts the names that it has."""

    def __init__(self, path: Path, sieve_power: int = 24) -> None:
        self.named = 0
        self._path = path
        self._power = sieve_power
        self._rows: list[Row] = []
        self._buckets = _Buckets(path.parent)
        self._first = Sieve.of((), sieve_power - 1)
        self._seen: set[str] = set()
        self._database = sqlite3.connect(path, isolation_level=None)

    def __enter__(self) -> Writer:
        self._database.executescript(_SCHEMA)
        self._database.execute("BEGIN")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._finish()
        finally:
            self._buckets.close()
            self._database.close()

    def place(self, row: Row) -> None:
        """One place. Of two with one number the first stays."""
        self._rows.append(row)
        if len(self._rows) >= _BATCH:
            self._database.executemany(_PLACE, self._rows)
            self._rows.clear()

    def names(self, place: int, names: Mapping[str, int]) -> None:
        """The compared names of that place, with the kind of each."""
        seen, firsts = self._seen, []
        pairs = []
        for key, kind in names.items():
            number = hashed(key)
            pairs.append((number, place << 3 | kind))
            first = key.partition(" ")[0]
            if first not in seen:
                seen.add(first)
                firsts.append(number if first == key else hashed(first))
        self._buckets.add(pairs)
        self._first.update(firsts)
        if len(seen) >= 200_000:  # a short memory is enough: twice makes no difference
            seen.clear()

    def areas(self, rows: Iterable[tuple[str, int | None, str]]) -> None:
        """Code, place and name of each area. Of two with one code the first stays."""
        self._database.executemany("INSERT OR IGNORE INTO area VALUES (?, ?, ?)", rows)

    def claims(self, rows: Iterable[tuple[str, str]]) -> None:
        """Area and the states that claim it."""
        self._database.executemany("INSERT INTO claim VALUES (?, ?)", rows)

    def layer(self, row: tuple[int, str, str, str, str, str]) -> None:
        """A layer: number, name, version, licence, attribution, source. How many places it has is counted."""
        self._database.execute("INSERT INTO layer VALUES (?, ?, ?, ?, ?, ?, 0)", row)

    def _finish(self) -> None:
        self._database.executemany(_PLACE, self._rows)
        names = Sieve.of((), self._power)
        for pairs in self._buckets.sorted():
            self.named += len(pairs)
            names.update({number for number, _ in pairs})
            self._database.executemany("INSERT OR IGNORE INTO name VALUES (?, ?, ?)", ((n, place >> 3, place & 7) for n, place in pairs))
        sieves = [("names", names.bits), ("first_words", self._first.bits)]
        self._database.executemany("INSERT INTO sieve VALUES (?, ?)", sieves)
        self._database.execute("UPDATE layer SET rows = (SELECT count(*) FROM place WHERE place.layer = layer.id)")
        self._database.execute("COMMIT")


class _Buckets:
    """Pairs of numbers, put in order by the first without ever holding all of them as objects."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._held = [array("Q") for _ in range(_BUCKETS)]
        self._count = 0
        self._spilled: list[list[tuple[int, int]]] = [[] for _ in range(_BUCKETS)]
        self._file: IO[bytes] | None = None

    def add(self, pairs: list[tuple[int, int]]) -> None:
        held = self._held
        for pair in pairs:
            held[pair[0] >> _BUCKET_SHIFT].extend(pair)
        self._count += len(pairs)
        if self._count >= _KEPT:
            self._spill()

    def sorted(self) -> Iterator[list[tuple[int, int]]]:
        """The pairs in order, one bucket after the other."""
        for at, held in enumerate(self._held):
            pairs = array("Q")
            if self._file is not None:
                for start, length in self._spilled[at]:
                    self._file.seek(start)
                    pairs.frombytes(self._file.read(length))
            pairs.extend(held)
            del held[:]
            yield sorted(zip(pairs[::2], pairs[1::2], strict=True))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _spill(self) -> None:
        if self._file is None:
            self._file = tempfile.TemporaryFile(dir=self._folder)  # noqa: SIM115 closed in close()
        for spilled, held in zip(self._spilled, self._held, strict=True):
            spilled.append((self._file.seek(0, os.SEEK_END), self._file.write(held.tobytes())))
            del held[:]
        self._count = 0


def sound(path: Path) -> bool:
    """Whether the file has the head of an index of this layout, and the length that the head tells."""
    try:
        with path.open("rb") as file:
            head = file.read(100)
            size = file.seek(0, os.SEEK_END)
    except OSError:
        return False
    if len(head) < 100 or not head.startswith(b"SQLite format 3\0"):
        return False
    page, pages, layout, application = (int.from_bytes(head[at : at + n], "big") for at, n in ((16, 2), (28, 4), (60, 4), (68, 4)))
    return layout == LAYOUT and application == APPLICATION and size == page * pages
