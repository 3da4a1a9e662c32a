"""What a document speaks of: which countries and areas its names and adjectives speak for, and where on the map they come together.

A name speaks for the countries and areas that it may lie in, the surer the more, and the more the oftener it is said. What a name itself
says is taken out when that name is looked at, so that none bears itself out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log2, sqrt

from ascribe.gazetteer.entries import Entry
from ascribe.model.places import Level
from ascribe.resolve.places.marks import Mention

#: So many places of one name have a vote on where the document plays.
MANY = 30
#: How much more a district that is named speaks for what lies in it than a town does for another.
CONTAINING = 3.0

AREAS = frozenset({Level.ADMIN1, Level.ADMIN2, Level.REGION, Level.COUNTRY})
SMALL = frozenset({Level.TOWN, Level.ADMIN2, Level.SITE})
_FAME = {Level.COUNTRY: 3e6, Level.ADMIN1: 3e5, Level.REGION: 2e5, Level.SEA: 2e5}


class Evidence:
    """What the document speaks of: how much each name, and each adjective, speaks for each country and first-order area."""

    def __init__(self, mentions: Sequence[Mention], nations: dict[str, float]) -> None:
        self.countries = dict(nations)
        self.firsts: dict[str, float] = {}
        self.vicinity = Vicinity(mentions)
        self._own: dict[str, dict[str, float]] = {}
        self._own_firsts: dict[str, dict[str, float]] = {}
        self._without: dict[str, tuple[dict[str, float], float]] = {}
        counts: dict[str, int] = {}
        for mention in mentions:
            counts[mention.key] = counts.get(mention.key, 0) + 1
        located = {mention.key for mention in mentions if mention.located}
        for mention in {m.key: m for m in mentions}.values():
            self._hear(mention, 1.0 + 0.5 * log2(counts[mention.key]), located=mention.key in located)

    def _hear(self, mention: Mention, weight: float, *, located: bool) -> None:
        """A name speaks for the countries and areas that it may lie in, the surer the more, and the more the oftener it is said.

        A capital that nobody does anything in ("Washington said") says little of where the story plays.
        """
        own: dict[str, float] = {}
        firsts = self._own_firsts.setdefault(mention.key, {})
        country = next((e for e in mention.known if e.level is Level.COUNTRY), None)
        if country is not None and country.country:
            rivals = {e.country for e in mention.known if e.level in AREAS}
            own[country.country] = 2.5 * weight * (1.0 if len(rivals) < 2 else 0.6)
        else:
            total = sum(_fame(e) for e in mention.known)
            for entry in mention.known[:MANY]:
                part = weight * _fame(entry) / total
                if entry.country:
                    strength = 1.5 if mention.dateline else 0.4 if entry.capital and not located else 1.0
                    strength *= 2.0 if entry.level is Level.ADMIN1 or entry.prominent else 1.0
                    own[entry.country] = own.get(entry.country, 0.0) + part * strength
                if entry.admin1:
                    firsts[entry.admin1] = firsts.get(entry.admin1, 0.0) + part
        for code, value in firsts.items():
            self.firsts[code] = self.firsts.get(code, 0.0) + value
        for iso, value in own.items():
            self.countries[iso] = self.countries.get(iso, 0.0) + value
        self._own[mention.key] = own

    def without(self, key: str) -> tuple[dict[str, float], float]:
        """How much the document, but for that name, speaks for each country, and how much for the first of them."""
        if key not in self._without:
            own = self._own.get(key, {})
            rest = {iso: value - own.get(iso, 0.0) for iso, value in self.countries.items()}
            self._without[key] = rest, max(rest.values(), default=0.0)
        return self._without[key]

    def support(self, entry: Entry, key: str) -> float:
        """From 0 to 1: how much the rest of the document speaks for the entry's country."""
        if not entry.country:
            return 0.5
        rest, most = self.without(key)
        return max(0.0, rest.get(entry.country, 0.0)) / most if most > 0.05 else 0.0

    def around(self, entry: Entry, key: str) -> float:
        """How much the document, but for that name, speaks for the first-order area that the entry lies in."""
        if not entry.admin1:
            return 0.0
        return self.firsts.get(entry.admin1, 0.0) - self._own_firsts.get(key, {}).get(entry.admin1, 0.0)

    def main_country(self) -> str | None:
        """The country that the document clearly is about."""
        ranked = sorted(self.countries.items(), key=lambda item: -item[1])
        if not ranked or ranked[0][1] < 1.0 or (len(ranked) > 1 and ranked[0][1] < 2.0 * ranked[1][1]):
            return None
        return ranked[0][0]


class Vicinity:
    """Where on the map the names of a document come together.

    Each name votes for the cells of half a degree, and the cells beside them, that its places lie in, and for the second-order areas that
    they lie in or are: the fewer places bear the name, the louder. A place is heard in as far as other names than its own vote for where it
    lies: "Huntsville" beside "Walker County" is the one in Texas.
    """

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._votes: dict[object, float] = {}
        self._own: dict[str, dict[object, float]] = {}
        for mention in {m.key: m for m in mentions}.values():
            where: dict[object, float] = {}
            for entry in mention.known[:MANY]:
                for cell, share in _cells(entry):
                    where[cell] = max(where.get(cell, 0.0), share)
            if where:
                voice = 1.0 / sqrt(len({_home(entry) for entry in mention.known[:MANY]}))
                self._own[mention.key] = {cell: voice * share for cell, share in where.items()}
                for cell, vote in self._own[mention.key].items():
                    self._votes[cell] = self._votes.get(cell, 0.0) + vote

    def of(self, entry: Entry, key: str) -> float:
        """How loudly the other names speak for where the entry lies."""
        own = self._own.get(key, {})
        cell, area = _home(entry), entry.admin2
        near = self._votes.get(cell, 0.0) - own.get(cell, 0.0)
        inside = self._votes.get(area, 0.0) - own.get(area, 0.0) if area else 0.0
        return max(near, 0.0) + max(inside, 0.0)


def _home(entry: Entry) -> object:
    """The cell that the entry's point lies in."""
    if entry.latitude is None or entry.longitude is None:
        return None
    return int(entry.latitude // 0.5), int(entry.longitude // 0.5)


def _cells(entry: Entry) -> Iterator[tuple[object, float]]:
    """What a place of a town's or a district's size votes for: its second-order area, its cell, and the cells around by half."""
    if entry.level not in SMALL or entry.inferred:
        return
    if entry.admin2:
        yield entry.admin2, CONTAINING if entry.level is Level.ADMIN2 else 1.0
    home = _home(entry)
    if isinstance(home, tuple):
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield (home[0] + north, home[1] + east), 0.5 if north or east else 1.0


def _fame(entry: Entry) -> float:
    """The weight of a place among its namesakes."""
    return _FAME.get(entry.level, 200.0) + entry.population + (1e5 if entry.prominent else 0.0)
