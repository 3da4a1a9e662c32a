"""Which place of a name a document means: its names are weighed against each other.

In order of weight: a place lies in the area that the text says it lies in ("Azaz, Aleppo"). The word that stands by the name says what it
denotes (a district, a province, a town). Places of the countries that the text speaks of come before others, the well known before the
obscure, the near before the far. A name has one meaning in a document.

A small place in a country that nothing else in the document speaks of is a namesake, and no answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log2, log10, radians, sin, sqrt

from ascribe.gazetteer.gazetteer import Entry, normalise
from ascribe.knowledge.place_words import SPEAKS_FOR
from ascribe.model.places import Level
from ascribe.resolve.places.marks import Mention
from ascribe.resolve.places.names import WELL_KNOWN

#: Two readings of a name whose scores are closer than this are equally good ...
TIE = 0.8
#: ... when they are farther apart than this.
APART_KM = 50.0
#: So many places of one name are all looked at; of more, only those in the countries of the document.
MANY = 12

#: What the rest of the document's speaking for a first-order area is worth.
FIRSTS = 1.0
#: So many places of one name have a vote on where the document plays.
MANY_MORE = 30
#: What one unmistakable name nearby is worth, and all of them together at most.
VICINITY = 1.5
VICINITY_MOST = 5.0
#: How much more a district that is named speaks for what lies in it than a town does for another.
CONTAINING = 3.0

#: What a town in a country that nothing else in the document speaks of loses, so that the world's Palmas yield to that of the country.
FOREIGN = 1.5

AREAS = frozenset({Level.ADMIN1, Level.ADMIN2, Level.REGION, Level.COUNTRY})
_STATURE = {Level.COUNTRY: 5.0, Level.ADMIN1: 1.2, Level.REGION: 1.0, Level.SEA: 5.0, Level.ADMIN2: -0.4}
_FAME = {Level.COUNTRY: 3e6, Level.ADMIN1: 3e5, Level.REGION: 2e5, Level.SEA: 2e5}
_SMALL = frozenset({Level.TOWN, Level.ADMIN2, Level.SITE})
_AT_A_TOWN = frozenset({"in", "at", "inside", "into", "to", "from"})
_OVER_AN_AREA = frozenset({"across", "throughout"})
_BROAD_WORDS = frozenset({"department", "region", "territory"})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name was resolved to, the others that fit as well, and by how much it is ahead of the next."""

    entry: Entry | None
    others: tuple[Entry, ...] = ()
    margin: float = 0.0


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
            for entry in mention.known[:30]:
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
            for entry in mention.known[:MANY_MORE]:
                for cell, share in _cells(entry):
                    where[cell] = max(where.get(cell, 0.0), share)
            if where:
                voice = 1.0 / sqrt(len({_home(entry) for entry in mention.known[:MANY_MORE]}))
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
    if entry.level not in _SMALL or entry.inferred:
        return
    if entry.admin2:
        yield entry.admin2, CONTAINING if entry.level is Level.ADMIN2 else 1.0
    home = _home(entry)
    if isinstance(home, tuple):
        for north in (-1, 0, 1):
            for east in (-1, 0, 1):
                yield (home[0] + north, home[1] + east), 0.5 if north or east else 1.0


class Senses:
    """Chooses among the places of each name. The surest are chosen first, and stand as landmarks for the others."""

    def __init__(self, mentions: Sequence[Mention], evidence: Evidence, *, upper_case: bool = False) -> None:
        self.mentions = mentions
        self.evidence = evidence
        self.upper_case = upper_case
        self._chosen: dict[int, Choice] = {}
        self._senses: dict[str, Entry] = {}
        self._landmarks: list[Entry] = []
        self._tables: dict[str, _Namesakes] = {}
        for mention in sorted(mentions, key=_order):
            choice = self._choose(mention)
            self._chosen[id(mention)] = choice
            if choice.entry is not None:
                self._settle(mention, choice.entry, choice.margin)

    def of(self, mention: Mention | None) -> Choice:
        """What was chosen for that mention."""
        return self._chosen.get(id(mention), Choice(None))

    def _settle(self, mention: Mention, entry: Entry, margin: float) -> None:
        self._senses.setdefault(mention.key, entry)
        if mention.located and margin > 2 and entry.point is not None and entry.level is not Level.COUNTRY:
            self._landmarks.append(entry)

    def _choose(self, mention: Mention) -> Choice:
        """The best of the places of that name, or none."""
        if not mention.known:
            return Choice(None)
        around = self._around(mention)
        fitting = self._fitting(mention)
        scored = sorted(((self._score(e, mention, around), -n, e) for n, e in enumerate(fitting)), reverse=True)
        best, _, entry = scored[0]
        if self._is_namesake(entry, mention, around):
            return Choice(None)
        apart = [(score, other) for score, _, other in scored[1:] if distance(entry, other) > APART_KM]
        others = [other for score, other in apart if best - score < TIE and other.country in self.evidence.countries]
        return Choice(entry, tuple(others[:4]), best - apart[0][0] if apart else 9.0)

    def _fitting(self, mention: Mention) -> Sequence[Entry]:
        """Of dozens of namesakes, the largest and those in the countries that the document speaks of."""
        if len(mention.known) <= MANY:
            return mention.known
        rest = self.evidence.without(mention.key)[0]
        return [e for n, e in enumerate(mention.known) if n < MANY or rest.get(e.country or "", 0.0) > 0.3]

    def _around(self, mention: Mention) -> Entry | None:
        """The area that the text says the name lies in, when it is resolved or can be."""
        outer = mention.inside
        if outer is None:
            return None
        if id(outer) in self._chosen:
            return self._chosen[id(outer)].entry
        areas = outer.known[:MANY]
        fits = [area for area in areas if any(within(e, area) for e in mention.known[:MANY])] or areas
        return max(fits, key=lambda area: self._score(area, outer, None), default=None)

    def _score(self, entry: Entry, mention: Mention, around: Entry | None) -> float:
        """How well the place fits the mention and the document."""
        names = self._namesakes(mention)
        support = self.evidence.support(entry, mention.key)
        score = 0.6 * log10(entry.population + 10) + _STATURE.get(entry.level, 0.0) + 1.5 * entry.prominent
        score += names.fit(entry, mention.key, support) + _feature_fit(entry, mention, names) + 3.0 * support
        if support < 0.05 and entry.level in _SMALL and not _of_the_world(entry) and self.evidence.without(mention.key)[1] > 1.0:
            score -= FOREIGN
        score += min(3.0, FIRSTS * self.evidence.around(entry, mention.key))
        if entry.level in _SMALL:
            score += min(VICINITY_MOST, VICINITY * self.evidence.vicinity.of(entry, mention.key))
        if mention.hint:
            score += 4.0 if mention.hint == entry.country else -1.0
        if around is not None:
            if within(entry, around):
                score += 5.0
            elif mention.firmly_inside and around.country and entry.country and around.country != entry.country:
                score -= 4.0
        if (sense := self._senses.get(mention.key)) is not None:
            score += 3.0 if sense is entry else 2.0 if sense.country == entry.country and distance(sense, entry) < 150 else 0.0
        return score + self._nearness(entry) * support

    def _namesakes(self, mention: Mention) -> _Namesakes:
        if mention.key not in self._tables:
            self._tables[mention.key] = _Namesakes.of(mention.key, mention.known)
        return self._tables[mention.key]

    def _nearness(self, entry: Entry) -> float:
        """Up to 1.5 for lying close to what is already resolved."""
        if entry.point is None or not self._landmarks:
            return 0.0
        return 1.5 * exp(-min(distance(entry, mark) for mark in self._landmarks[-20:]) / 300.0)

    def _is_namesake(self, entry: Entry, mention: Mention, around: Entry | None) -> bool:
        """A small place, in a country that nothing else in the document speaks of."""
        if entry.level in {Level.COUNTRY, Level.SEA} or entry.prominent or entry.capital:
            return False
        if mention.hint == entry.country or (around is not None and within(entry, around)):
            return False
        if self.evidence.support(entry, mention.key) > 0.08:
            return False
        by_name = normalise(entry.name) != mention.key and entry.level is Level.TOWN
        if self.evidence.without(mention.key)[1] <= 0.3:
            return entry.population < (15_000 if by_name else 1000) and not mention.dateline
        if by_name:
            return True
        if mention.firmly_inside and around is not None:
            return True
        if self.upper_case:
            return entry.population < 10 * WELL_KNOWN  # any common word may be the name of some town
        return entry.population < (WELL_KNOWN if entry.level is Level.TOWN and mention.located else 3 * WELL_KNOWN)


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """What matters of all the places of one name together.

    `own` are the populations of the two largest towns that bear it as their first name; `areas` the first-order codes, by country, of the
    areas among them.
    """

    own: tuple[int, ...]
    areas: dict[str | None, frozenset[str | None]]
    country: bool

    @classmethod
    def of(cls, key: str, known: Sequence[Entry]) -> _Namesakes:
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


def _feature_fit(entry: Entry, mention: Mention, names: _Namesakes) -> float:
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


def _order(mention: Mention) -> int:
    """Countries first, then names with one meaning, then what a word marks, then the rest."""
    if mention.is_country:
        return 0
    if len(mention.known) == 1:
        return 1
    if mention.hint or (mention.feature and not mention.inside):
        return 2
    return 3 if mention.inside else 4


def _fame(entry: Entry) -> float:
    """The weight of a place among its namesakes."""
    return _FAME.get(entry.level, 200.0) + entry.population + (1e5 if entry.prominent else 0.0)


def _of_the_world(entry: Entry) -> bool:
    """A city that any text may name."""
    return entry.capital or entry.population >= 5 * WELL_KNOWN


def within(entry: Entry, area: Entry) -> bool:
    """The place lies in the area and is a smaller one."""
    if entry is area or area.level is Level.TOWN or entry.level.fineness > area.level.fineness:
        return False
    return entry.inside(area) and (entry.level is not area.level or entry.level is Level.REGION)


def distance(left: Entry, right: Entry) -> float:
    """Kilometres between two places; a large number when one has no point."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return 20_000.0
    lat1, lat2 = radians(left.latitude), radians(right.latitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(right.longitude - left.longitude) / 2) ** 2
    return 12_742.0 * asin(min(1.0, sqrt(half)))
