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
