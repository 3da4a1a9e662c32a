"""How well one of the places of a name fits the name itself and the words around it, whatever the rest of the document says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ascribe.gazetteer.entries import Entry
from ascribe.gazetteer.keys import normalise
from ascribe.knowledge.place_words import SPEAKS_FOR
from ascribe.model.places import Level
from ascribe.resolve.places.evidence import AREAS
from ascribe.resolve.places.marks import Mention
from ascribe.resolve.places.names import WELL_KNOWN

_AT_A_TOWN = frozenset({"in", "at", "inside", "into", "to", "from"})
_OVER_AN_AREA = frozenset({"across", "throughout"})
_BROAD_WORDS = frozenset({"department", "region", "territory"})


@dataclass(frozen=True, slots=True)
class Namesakes:
    """What matters of all the places of one name together.

    `own` are the populations of the two largest towns that bear it as their first name; `areas` the first-order codes, by country, of the
    areas among them.
    """

    own: tuple[int, ...]
    areas: dict[str | None, frozenset[str | None]]
    country: bool

    @classmethod
    def of(cls, key: str, known: Sequence[Entry]) -> Namesakes:
        """The table for one name."""
        own = sorted((e.population for e in known if e.level is Level.TOWN and normalise(e.name) == key), reverse=True)
        areas: dict[str | None, frozenset[str | None]] = {}
        for entry in known:
            if entry.level in {Level.ADMIN1, Level.REGION}:
                areas[entry.country] = areas.get(entry.country, frozenset()) | {entry.admin1}
        return cls(tuple(own[:2]), areas, any(e.level is Level.COUNTRY for e in known))

    def fit(self, entry: Entry, key: str, support: float) -> float:
        """The name is the place's own, not one of the many that it is also known by; and of its namesakes it is much the largest."""
        name = normalise(entry.name)
        if name == key:
            return 0.6 + (2.0 if support else 0.5) * entry.capital + 1.2 * self._is_much_the_largest(entry)
        if entry.level in AREAS and name.startswith(key + " "):
            return 0.3
        if name.endswith(f" of {key}"):
            return -2.0  # "Columbia" is not the District of Columbia
        if entry.level is not Level.TOWN or entry.prominent:
            return 0.0
        if self.country:
            return -4.0
        owned = bool(self.own) and self.own[0] > 10_000
        return -2.5 if owned and name[:3] != key[:3] else -1.0 if entry.population < WELL_KNOWN else 0.0

    def _is_much_the_largest(self, entry: Entry) -> bool:
        first, second = (*self.own, 0, 0)[:2]
        return entry.level is Level.TOWN and entry.population == first > max(WELL_KNOWN, 4 * second)

    def beside_area(self, entry: Entry) -> bool:
        """It is a town beside an area of that name in the same country that it does not lie in: "in Xinjiang"."""
        codes = self.areas.get(entry.country)
        return entry.level is Level.TOWN and bool(codes) and entry.admin1 not in (codes or ())


def feature_fit(entry: Entry, mention: Mention, names: Namesakes) -> float:
    """How the level agrees with the word that stands by the name, and with the preposition."""
    level = entry.level
    wanted = SPEAKS_FOR.get(mention.feature or "")
    if wanted is not None:
        return _agrees(level, wanted, mention.word)
    if mention.feature == "nature":
        return 2.0 if level in {Level.REGION, Level.SEA} else -1.5
    if mention.larger:
        return {Level.ADMIN2: 2.0, Level.ADMIN1: 0.5}.get(level, 0.0)
    if mention.near or mention.site or mention.distance or mention.dateline:
        return {Level.TOWN: 1.8, Level.SITE: 1.8, Level.ADMIN2: 0.3}.get(level, 0.0)
    if mention.part:
        return {Level.ADMIN1: 1.5, Level.REGION: 1.5, Level.COUNTRY: 1.0}.get(level, 0.0)
    if names.beside_area(entry):
        return -1.0
    if mention.preposition in _OVER_AN_AREA:
        return 1.5 if level in AREAS else 0.0
    return (1.6 if mention.preposition in _AT_A_TOWN else 0.6) if level is Level.TOWN else 0.0


def _agrees(level: Level, wanted: Level, word: str) -> float:
    """How a place of one level goes with a word that speaks for another."""
    if level is wanted:
        return 4.0
    if (word == "county" and level is Level.ADMIN1) or (word in _BROAD_WORDS and level in AREAS):
        return 2.5
    if wanted is Level.ADMIN1 and level is Level.REGION:
        return 3.0
    return -1.0 if wanted is Level.ADMIN2 else -2.5
