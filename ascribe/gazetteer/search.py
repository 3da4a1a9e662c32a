"""The places that a name may mean, for a person who looks: each with a score, and the reasons for it in plain words.

The score says how likely a reader who knows nothing of the text would take that place: how the place bears the name (30 points for its
own name, 24 for a further one, 20 for a short form, 12 for one of former times, 12 and less for another spelling), what it is (up to 20),
how many people live there (4 for each power of ten), and with `near` how close it lies (up to 30). The coder of texts does not use it:
there the text decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from math import asin, cos, exp, log10, radians, sin, sqrt

from ascribe.gazetteer.entries import Entry
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.gazetteer.keys import NameKind, normalise, variants
from ascribe.gazetteer.suggest import spellings
from ascribe.model.places import Level

Point = tuple[float, float]

_BORNE = {
    NameKind.MAIN: (30.0, "its name"),
    NameKind.CURRENT: (24.0, "another name of it"),
    NameKind.ALIAS: (24.0, "another name of it"),
    NameKind.SHORT: (20.0, "a short form of its name"),
    NameKind.HISTORIC: (12.0, "its name in former times"),
}
_SPELT, _A_STEP = 20.0, 8.0
_IS = {
    Level.COUNTRY: (20.0, "a country"),
    Level.ADMIN1: (14.0, "a first-order area"),
    Level.REGION: (8.0, "a region"),
    Level.SEA: (8.0, "a stretch of sea"),
    Level.ADMIN2: (8.0, "a second-order area"),
    Level.ADMIN3: (5.0, "a third-order area"),
    Level.TOWN: (6.0, "a town or village"),
    Level.SITE: (2.0, "a site"),
}
_CAPITAL, _SUPPLEMENT, _A_POWER, _NEAR, _NEAR_KM = 8.0, 6.0, 4.0, 30.0, 150.0
#: So many other spellings are weighed against each other.
_SPELLINGS = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, how likely it is meant, and why. `spelling` is set where the place is known under another spelling only."""

    entry: Entry
    score: float
    reasons: tuple[str, ...]
    spelling: str | None = None


def search(gazetteer: Gazetteer, name: str, country: str | None = None, near: Point | None = None) -> list[Candidate]:
    """The places of that name, the likeliest first. Without any, there are none: `suggested` has those of other spellings."""
    for key in variants(normalise(name)):
        found = [(entry, kind) for entry, kind in gazetteer.named(key) if country is None or entry.country == country]
        if found:
            return _ranked([_weighed(entry, *_BORNE[kind], near) for entry, kind in found])
    return []


def suggested(gazetteer: Gazetteer, name: str, country: str | None = None, near: Point | None = None) -> list[Candidate]:
    """The places that are known under a similar spelling, the likeliest first."""
    found: list[Candidate] = []
    for spelling in islice(spellings(normalise(name), gazetteer.knows, far=lambda: not found), _SPELLINGS):
        for entry, _ in gazetteer.named(spelling.key):
            if country is None or entry.country == country:
                made = _weighed(entry, _SPELT - _A_STEP * spelling.distance, f"spelt “{spelling.key}”: {spelling.why}", near)
                found.append(Candidate(made.entry, made.score, made.reasons, spelling.key))
    return _ranked(found)


def point_of(gazetteer: Gazetteer, text: str) -> Point | None:
    """A point as `LAT,LON`, or that of the likeliest place of the name; None where there is none."""
    parts = text.split(",")
    if len(parts) == 2:
        try:
            latitude, longitude = float(parts[0]), float(parts[1])
        except ValueError:
            pass
        else:
            return (latitude, longitude) if -90 <= latitude <= 90 and -180 <= longitude <= 180 else None
    return next((one.entry.point for one in search(gazetteer, text) if one.entry.point is not None), None)


def _weighed(entry: Entry, points: float, borne: str, near: Point | None) -> Candidate:
    worth, what = _IS.get(entry.level, (0.0, str(entry.level)))
    score, reasons = points + worth, [borne, what]
    if entry.capital:
        score += _CAPITAL
        reasons.append("a capital")
    if entry.population > 0:
        score += _A_POWER * log10(entry.population)
        reasons.append(f"{entry.population:,} people")
    if entry.supplement:
        score += _SUPPLEMENT
        reasons.append("kept by hand")
    if near is not None and entry.point is not None:
        away = _kilometres(near, entry.point)
        score += _NEAR * exp(-away / _NEAR_KM)
        reasons.append(f"{away:,.0f} km away")
    if entry.inferred:
        reasons.append("at the point of what encloses it")
    if entry.disputed:
        reasons.append(f"claimed by {' '.join(entry.disputed)}")
    return Candidate(entry, round(score, 1), tuple(reasons))


def _ranked(found: list[Candidate]) -> list[Candidate]:
    """The best first, each place once."""
    best: dict[object, Candidate] = {}
    for one in sorted(found, key=lambda one: -one.score):
        best.setdefault(one.entry.gazetteer_id or one.entry, one)
    return list(best.values())


def _kilometres(one: Point, other: Point) -> float:
    """Along the surface of the earth."""
    (north, east), (south, west) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((north - south) / 2) ** 2 + cos(north) * cos(south) * sin((east - west) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(half)))
