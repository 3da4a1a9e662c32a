"""Places: where something happened, and how finely the name says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """What a name denotes, from the finest to the coarsest."""

    SITE = "site"
    TOWN = "town"
    NEAR = "near"
    ADMIN3 = "admin3"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    UNLOCATED = "unlocated"

    @property
    def fineness(self) -> int:
        """0 for a site, growing with the area; `unlocated` is coarsest."""
        return _FINENESS[self]


_FINENESS = {level: number for number, level in enumerate(Level)}


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """Another place of the same name that fits as well."""

    canonical: str
    country: str | None
    latitude: float | None
    longitude: float | None
    gazetteer_id: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it, and where that is.

    Latitude and longitude are degrees in WGS 84, both None when unlocated. `inferred` is true when the point is that of an enclosing
    area, because no gazetteer knows the name. `disputed` lists the states (ISO 3166-1 alpha-2) that claim the area.
    """

    name: str
    start: int
    end: int
    level: Level = Level.UNLOCATED
    canonical: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    disputed: tuple[str, ...] = ()
    admin1: str | None = None
    admin2: str | None = None
    gazetteer_id: str | None = None
    inferred: bool = False
    candidates: tuple[PlaceCandidate, ...] = ()

    def __post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise ValueError(f"half a coordinate for {self.name!r}")

    @property
    def key(self) -> str:
        """What tells this place from another inside one document."""
        return self.gazetteer_id if self.gazetteer_id and not self.inferred else self.name.casefold()

    def may_hold(self, other: Place) -> bool:
        """The other place may lie in this one, by the areas and countries that both name. Of what is not located nothing is excluded."""
        if self.level is Level.COUNTRY:
            return self.country == other.country or other.country is None
        if self.level in {Level.REGION, Level.SEA}:
            return self.country is None or other.country is None or self.country == other.country
        if Level.UNLOCATED in {self.level, other.level}:
            return True
        if self.country != other.country and self.level in {Level.ADMIN1, Level.ADMIN2, Level.ADMIN3}:
            return False
        if self.level is Level.ADMIN1:
            return other.admin1 is None or self.admin1 is None or other.admin1 in {self.admin1, self.canonical}
        if self.level in {Level.ADMIN2, Level.ADMIN3}:
            within = other.admin2 in {None, self.admin2, self.canonical, self.name} or other.level is Level.SITE
            return other.admin1 == self.admin1 and within
        if self.level in {Level.TOWN, Level.NEAR} and other.level in {Level.SITE, Level.NEAR}:
            return self.country == other.country and (other.inferred or self.admin1 == other.admin1)
        return False
