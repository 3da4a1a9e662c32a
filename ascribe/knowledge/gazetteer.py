"""The gazetteer: which places bear a name, and where the data files say that they are.

It reads an index that is built once on each machine (`placeindex`) and opened read-only after that. Every point comes from a data file;
an entry whose file gives none has no coordinates.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from ascribe.model.places import Level

#: Columns of the index in the order of Entry's fields.
COLUMNS = (
    "name, level, latitude, longitude, country, admin1, admin1_name, admin2, admin2_name, "
    "population, gazetteer_id, disputed, origin, capital"
)
#: Letters that no decomposition takes apart.
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h", "ŋ": "n"})
_DROPPED = str.maketrans("", "", "'’‘ʼʻ`´ʿʾʹʺ”“\".")
_SPACED = str.maketrans(dict.fromkeys("-‐‑–—/_,()", " "))


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows.

    `admin1` and `admin2` are GeoNames codes ("PK.02", "PK.02.1163052") of the areas that it lies in, or that it is. `disputed` lists the
    states that claim it. `origin` says which data file the entry, and its point, come from. `inferred` is true where the point is that
    of an enclosing area.
    """

    name: str
    level: Level
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    admin2: str | None = None
    admin2_name: str | None = None
    population: int = 0
    gazetteer_id: str | None = None
    disputed: tuple[str, ...] = ()
    origin: str = ""
    capital: bool = False
    inferred: bool = False

    @property
    def point(self) -> tuple[float, float] | None:
        """Latitude and longitude, or None."""
        return None if self.latitude is None or self.longitude is None else (self.latitude, self.longitude)

    @property
    def code(self) -> str | None:
        """The finest code of the areas that it lies in, or that it is."""
        return self.admin2 or self.admin1 or self.country

    @property
    def supplement(self) -> bool:
        """It comes from the list that is kept by hand."""
        return self.origin.startswith("places.csv")

    def inside(self, area: Entry) -> bool:
        """It lies in the area, as far as their codes tell."""
        if area.level is Level.ADMIN2:
            return area.admin2 is not None and self.admin2 == area.admin2
        if area.admin1 is not None:
            return self.admin1 == area.admin1
        return area.country is not None and self.country == area.country


class Places(Protocol):
    """What the resolver asks of a gazetteer: the real one and the one in memory both have it."""

    def lookup(self, name: str, /) -> tuple[Entry, ...]:
        """The places of that name, the best known first."""

    def area(self, code: str, /) -> Entry | None:
        """The first- or second-order area with that GeoNames code."""

    def country(self, iso2: str, /) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""

    def enclosing(self, entry: Entry, /) -> Entry | None:
        """The smallest known area with a point that the place lies in."""

    def has_prefix(self, word: str, /) -> bool:
        """Whether a known name may begin with that word: never a false no, seldom a false yes."""


@lru_cache(maxsize=1 << 15)
def normalise(name: str) -> str:
    """The form in which names are compared: small letters without marks; hyphens are spaces, apostrophes and stops are nothing."""
    if name.isascii():
        plain = name.lower()
    else:
        parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
        plain = "".join(c for c in parted if not unicodedata.combining(c)).translate(_LETTERS)
    words = plain.translate(_DROPPED).translate(_SPACED).split()
    if words and words[0] == "st" and len(words) > 1:
        words[0] = "saint"
    return " ".join(words)


@lru_cache(maxsize=1 << 15)
def digest(key: str) -> int:
    """The 63 bits under which a normalised name stands in the index."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


class Sieve:
    """A Bloom filter: never a false no. Two bits for each member."""

    def __init__(self, bits: bytes) -> None:
        self.bits = bits
        self._mask = len(bits) * 8 - 1

    @classmethod
    def of(cls, digests: Iterable[int], power: int) -> Sieve:
        """A sieve of 2 ** power bits that lets these through."""
        bits, mask = bytearray(1 << (power - 3)), (1 << power) - 1
        for number in digests:
            for at in (number & mask, (number >> 31) & mask):
                bits[at >> 3] |= 1 << (at & 7)
        return cls(bytes(bits))

    def __contains__(self, number: int) -> bool:
        first, second = number & self._mask, (number >> 31) & self._mask
        return bool(self.bits[first >> 3] >> (first & 7) & 1 and self.bits[second >> 3] >> (second & 7) & 1)


def variants(key: str) -> Iterable[str]:
    """The normalised name, then the forms under which it is looked for when that is unknown."""
    yield key
    if key.startswith("the "):
        yield key[4:]
    if key.endswith(" city"):
        yield key[:-5]


class Gazetteer:
    """The places of the world by name, read from the index on disk.

    `path` is the index; left out, it is the one in the user's cache folder, which is built now where there is none. The object may be
    handed to other processes: each opens the file for itself.
    """

    def __init__(self, path: Path | None = None, progress: Callable[[str], None] | None = None) -> None:
        if path is None:
            from ascribe.knowledge.placeindex import ensure

            path = ensure(progress)
        self.path = path
        self._opened: tuple[int, sqlite3.Connection] | None = None
        sieves = {str(name): Sieve(value) for name, value in self._rows("SELECT name, value FROM sieve") if isinstance(value, bytes)}
        self._names, self._first_words = sieves["names"], sieves["first_words"]
        self._lookup = lru_cache(maxsize=8192)(self._read)
        self._area = lru_cache(maxsize=4096)(self._read_area)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[Path]]:
        return type(self), (self.path,)

    def lookup(self, name: str, /) -> tuple[Entry, ...]:
        """The places of that name, the best known first."""
        for key in variants(normalise(name)):
            number = digest(key)
            if number in self._names:
                found = self._lookup(number)
                if found:
                    return found
        return ()

    def area(self, code: str, /) -> Entry | None:
        """The first- or second-order area with that GeoNames code."""
        return self._area(code)

    def country(self, iso2: str, /) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._area(iso2)

    def enclosing(self, entry: Entry, /) -> Entry | None:
        """The smallest known area with a point that the place lies in."""
        return enclosing(self, entry)

    def has_prefix(self, word: str, /) -> bool:
        """Whether a known name may begin with that word: never a false no, seldom a false yes."""
        key = normalise(word)
        return bool(key) and digest(key.split(" ", 1)[0]) in self._first_words

    def _read(self, number: int) -> tuple[Entry, ...]:
        rows = self._rows(f"SELECT {COLUMNS} FROM name JOIN place ON place.id = name.place WHERE name.digest = ?", number)  # noqa: S608
        return distinct(sorted(map(_entry, rows), key=standing))

    def _read_area(self, code: str) -> Entry | None:
        rows = self._rows(f"SELECT {COLUMNS} FROM area JOIN place ON place.id = area.place WHERE area.code = ?", code)  # noqa: S608
        return _entry(rows[0]) if rows else None

    def _rows(self, query: str, *values: object) -> list[tuple[object, ...]]:
        """A connection is never carried over a fork."""
        if self._opened is None or self._opened[0] != os.getpid():
            connection = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            connection.execute("PRAGMA mmap_size = 268435456")
            connection.execute("PRAGMA cache_size = -2000")
            self._opened = (os.getpid(), connection)
        return self._opened[1].execute(query, values).fetchall()


class MemoryGazetteer:
    """A gazetteer of the given entries and nothing else, with the same face: for tests and for small worlds.

    `aliases` maps further names to the name of an entry.
    """

    def __init__(self, entries: Iterable[Entry], aliases: dict[str, str] | None = None) -> None:
        self._names: dict[str, list[Entry]] = {}
        self._areas: dict[str, Entry] = {}
        for entry in entries:
            self._names.setdefault(normalise(entry.name), []).append(entry)
            if entry.level in {Level.ADMIN1, Level.ADMIN2, Level.COUNTRY} and entry.code:
                self._areas.setdefault(entry.code, entry)
        for alias, name in (aliases or {}).items():
            self._names.setdefault(normalise(alias), []).extend(self._names[normalise(name)])

    def lookup(self, name: str, /) -> tuple[Entry, ...]:
        """The places of that name, the best known first."""
        for key in variants(normalise(name)):
            if key in self._names:
                return tuple(sorted(self._names[key], key=standing))
        return ()

    def area(self, code: str, /) -> Entry | None:
        """The first- or second-order area with that GeoNames code."""
        return self._areas.get(code)

    def country(self, iso2: str, /) -> Entry | None:
        """The country with that ISO 3166-1 alpha-2 code."""
        return self._areas.get(iso2)

    def enclosing(self, entry: Entry, /) -> Entry | None:
        """The smallest known area with a point that the place lies in."""
        return enclosing(self, entry)

    def has_prefix(self, word: str, /) -> bool:
        """Whether a known name begins with that word."""
        first = normalise(word).split(" ", 1)[0]
        return any(key.split(" ", 1)[0] == first for key in self._names)


def enclosing(gazetteer: Places, entry: Entry) -> Entry | None:
    """The smallest known area with a point that the place lies in, not the place itself."""
    for code, level in ((entry.admin2, Level.ADMIN2), (entry.admin1, Level.ADMIN1)):
        if code and entry.level is not level:
            area = gazetteer.area(code)
            if area is not None and area.point is not None:
                return area
    if entry.country and entry.level is not Level.COUNTRY:
        return gazetteer.country(entry.country)
    return None


def standing(entry: Entry) -> tuple[int, int]:
    """Sorts the best known first: what was entered by hand, countries, capitals, then by population (areas by their towns')."""
    rank = 0 if entry.supplement else 1 if entry.level is Level.COUNTRY else 2 if entry.capital else 3
    return rank, -entry.population


def distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each place once: the hand-kept entry stands for the one that it points at."""
    seen: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        seen.setdefault(entry.gazetteer_id or str(-number), entry)
    return tuple(seen.values())


def _entry(row: tuple[object, ...]) -> Entry:
    """A row of the index as an entry."""
    name, level, latitude, longitude, country, admin1, admin1_name, admin2, admin2_name, population, number, disputed, origin, capital = row
    return Entry(
        name=str(name),
        level=Level(str(level)),
        latitude=latitude if isinstance(latitude, float) else None,
        longitude=longitude if isinstance(longitude, float) else None,
        country=_text(country),
        admin1=_text(admin1),
        admin1_name=_text(admin1_name),
        admin2=_text(admin2),
        admin2_name=_text(admin2_name),
        population=population if isinstance(population, int) else 0,
        gazetteer_id=_text(number),
        disputed=tuple(str(disputed).split()) if disputed else (),
        origin=str(origin),
        capital=bool(int(str(capital)) & 1),
        inferred=bool(int(str(capital)) & 2),
    )


def _text(value: object) -> str | None:
    return None if value is None or value == "" else str(value)
