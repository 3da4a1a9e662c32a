"""What a gazetteer answers with: entries, their order, and the questions that every gazetteer can be asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ascribe.model.places import Level

_AREAS = frozenset({Level.REGION, Level.ADMIN1, Level.COUNTRY, Level.SEA})


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows.

    `admin1` and `admin2` are GeoNames codes ("PK.02", "PK.02.1163052") of the areas that it lies in, or that it is. `disputed` lists the
    states that claim it. `origin` says which data file the entry, and its point, come from, `layer` which layer of the gazetteer; `feature`
    is the class and code that GeoNames gives it ("S.AIRP"), where that is known. `inferred` is true where the point is that of an enclosing
    area.
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
    layer: str = ""
    feature: str = ""

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
        return self.origin.startswith(("places.csv", "places/"))

    @property
    def prominent(self) -> bool:
        """It is kept by hand for what readers know without help: a line of places.csv, or an area of one of the regional lists.

        The regional lists name thousands of villages and sites; these are known no better than other small places.
        """
        return self.origin.startswith("places.csv") or (self.supplement and self.level in _AREAS)

    def inside(self, area: Entry) -> bool:
        """It lies in the area, as far as their codes tell."""
        if area.level in {Level.ADMIN2, Level.ADMIN3} and area.admin2 is not None:
            return self.admin2 == area.admin2
        if area.level is Level.ADMIN2:
            return False
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


@dataclass(frozen=True, slots=True)
class Layer:
    """One source that the gazetteer was made of: its version, on which terms and from whom it comes, how many entries.

    `path` is the index file of a layer that the user installed, and None for what comes with the program.
    """

    name: str
    version: str
    licence: str
    attribution: str
    source: str
    rows: int
    path: str | None = None


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


def standing(entry: Entry) -> tuple[int, int, bool]:
    """Sorts the best known first: the prominent, countries, capitals, then by population (areas by their towns').

    Of two that are equal the one that is kept by hand comes first, for it stands for the other.
    """
    rank = 0 if entry.prominent else 1 if entry.level is Level.COUNTRY else 2 if entry.capital else 3
    return rank, -entry.population, not entry.supplement


def distinct(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Each place once: the hand-kept entry stands for the one that it points at."""
    seen: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        seen.setdefault(entry.gazetteer_id or str(-number), entry)
    return tuple(seen.values())
