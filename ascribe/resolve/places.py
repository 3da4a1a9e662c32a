"""Where the places of a document are: each name is resolved with the document as a whole.

Rules, in order of their weight. A place lies in the area that the text says it lies in ("Pulwama district", "Azaz, Aleppo"). The word that
stands by the name says what it denotes (a district, a province, a town). Places of the countries that the text speaks of come before others,
the well known before the obscure, the near before the far. A name has one meaning in a document.

A small place in a country that nothing else in the document speaks of is a namesake, and no answer: such a name, and one that no gazetteer
knows, takes the smallest area that the text supports, with that area's point and `inferred` set, or stays `unlocated`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import asin, atan2, cos, degrees, exp, log2, log10, pi, radians, sin, sqrt
from typing import Protocol

from ascribe.knowledge.gazetteer import Entry, normalise
from ascribe.knowledge.gazetteer import Places as Gazetteer
from ascribe.knowledge.place_words import SPEAKS_FOR
from ascribe.model.places import Level, Place, PlaceCandidate
from ascribe.model.reading import Reading
from ascribe.resolve.placenames import WELL_KNOWN, Finder, Mention

#: Two readings of a name whose scores are closer than this are equally good.
TIE = 0.8
#: ... when they are farther apart than this.
APART_KM = 50.0
#: So many places of one name are all looked at; of more, only those in the countries of the document.
MANY = 12
#: UCDP: up to here a place "near" a town takes the town's precision 2, beyond it is a part of the country.
NEAR_KM = 25.0

_AREAS = frozenset({Level.ADMIN1, Level.ADMIN2, Level.REGION, Level.COUNTRY})
_BEARINGS = {
    name: 45.0 * number
    for number, names in enumerate(
        (
            "north northern",
            "north-east northeast north-eastern northeastern",
            "east eastern",
            "south-east southeast south-eastern southeastern",
            "south southern",
            "south-west southwest south-western southwestern",
            "west western",
            "north-west northwest north-western northwestern",
        )
    )
    for name in names.split()
}
_COORDINATES = re.compile(
    r"(?P<lat>\d{1,2}(?:\.\d+)?)\s*°?\s*(?:(?P<latm>\d{1,2}(?:\.\d+)?)\s*['′’])?\s*(?P<ns>[NS])\b[\s,;]*"
    r"(?P<lon>\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(?P<lonm>\d{1,2}(?:\.\d+)?)\s*['′’])?\s*(?P<ew>[EW])\b"
)


class NationLike(Protocol):
    """What this module needs of a country of the register."""

    @property
    def iso2(self) -> str: ...


class RegisterLike(Protocol):
    """What this module needs of the register: which country an adjective speaks of."""

    def by_demonym(self, word: str, /) -> NationLike | None:
        """The country of "Somali", "Indian"."""


class Places:
    """The step that finds the places of a reading and says where they are.

    Without a register no adjective ("Somali") speaks for a country.
    """

    def __init__(self, gazetteer: Gazetteer, register: RegisterLike | None = None) -> None:
        self.gazetteer = gazetteer
        self.register = register

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its places, in the order of the text, none overlapping another."""
        mentions = Finder(self.gazetteer, self._demonym).find(reading)
        resolver = Resolver(self.gazetteer, mentions, self._nations(reading), upper_case=reading.upper_case)
        places = [*resolver.places(), *coordinates(reading.document.text)]
        return replace(reading, places=tuple(_apart(places)))

    def _demonym(self, word: str) -> str | None:
        """The country that an adjective or the name of a people speaks of."""
        if self.register is None or not word[0].isupper():
            return None
        nation = self.register.by_demonym(word)
        return nation.iso2 if nation is not None else None

    def _nations(self, reading: Reading) -> dict[str, float]:
        """How much the document's adjectives speak for each country."""
        counts: dict[str, int] = {}
        for sentence in reading.sentences:
            for token in sentence.tokens:
                if token.text[0].isupper() and (nation := self._demonym(token.text)):
                    counts[nation] = counts.get(nation, 0) + 1
        return {nation: 0.7 + 0.5 * log2(count + 1) for nation, count in counts.items()}


def coordinates(text: str) -> list[Place]:
    """Degrees written out, such as "33.51 N, 36.29 E"."""
    found = []
    for match in _COORDINATES.finditer(text):
        latitude = float(match["lat"]) + float(match["latm"] or 0) / 60
        longitude = float(match["lon"]) + float(match["lonm"] or 0) / 60
        if latitude <= 90 and longitude <= 180:
            signed = (-latitude if match["ns"] == "S" else latitude, -longitude if match["ew"] == "W" else longitude)
            found.append(
                Place(match.group(), match.start(), match.end(), Level.SITE, None, round(signed[0], 5), round(signed[1], 5))
            )
    return found


def _apart(places: Iterable[Place]) -> list[Place]:
    """In the order of the text; of two that overlap, the first."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


@dataclass(frozen=True, slots=True)
class _Choice:
    """What a name was resolved to, and what else it might be."""

    entry: Entry | None
    others: tuple[Entry, ...] = ()
    margin: float = 0.0


class Resolver:
    """Resolves the mentions of one document together."""

    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[Mention], nations: dict[str, float], *, upper_case: bool = False) -> None:
        self.gazetteer = gazetteer
        self.upper_case = upper_case
        self.mentions = mentions
        self._votes: dict[str, dict[str, float]] = {}
        self._countries = dict(nations)
        self._firsts: dict[str, float] = {}
        self._counts: dict[str, int] = {}
        for mention in mentions:
            self._counts[mention.key] = self._counts.get(mention.key, 0) + 1
        for mention in {m.key: m for m in mentions}.values():
            self._vote(mention)
        self._chosen: dict[int, _Choice] = {}
        self._senses: dict[str, Entry] = {}
        self._anchors: list[Entry] = []
        self._areas: dict[str, Entry] = {}
        self._tables: dict[str, _Namesakes] = {}
        self._without: dict[str, tuple[dict[str, float], float]] = {}

    def places(self) -> list[Place]:
        """The mentions as places. The surest are resolved first, and stand as landmarks for the others."""
        order = sorted(range(len(self.mentions)), key=lambda at: (self._sureness(self.mentions[at]), at))
        for at in order:
            mention = self.mentions[at]
            choice = self._choose(mention)
            self._chosen[id(mention)] = choice
            if choice.entry is not None:
                self._senses.setdefault(mention.key, choice.entry)
                if mention.located and choice.margin > 2 and choice.entry.point is not None and choice.entry.level is not Level.COUNTRY:
                    self._anchors.append(choice.entry)
        found = {id(m): place for m in sorted(self.mentions, key=lambda m: m.inside is None) if (place := self._place(m)) is not None}
        return [found[id(mention)] for mention in self.mentions if id(mention) in found]

    # --- what the document is about

    def _vote(self, mention: Mention) -> None:
        """A name speaks for the countries, and first-order areas, that it may lie in: the surer, the more."""
        weight = 1.0 + 0.5 * log2(self._counts[mention.key])
        own: dict[str, float] = {}
        top = mention.known[0] if mention.known else None
        if top is None:
            return
        if any(e.level is Level.COUNTRY for e in mention.known):
            country = next(e for e in mention.known if e.level is Level.COUNTRY)
            share = 1.0 if len({e.country for e in mention.known if e.level in _AREAS}) < 2 else 0.6
            own[country.country or ""] = 2.5 * weight * share
        else:
            total = sum(_fame(e) for e in mention.known)
            for entry in mention.known[:30]:
                part = _fame(entry) / total
                if entry.country:
                    strength = (1.5 if mention.dateline else 1.0) * (2.0 if entry.level is Level.ADMIN1 or entry.supplement else 1.0)
                    own[entry.country] = own.get(entry.country, 0.0) + weight * part * strength
                if entry.admin1 and entry.level is not Level.COUNTRY:
                    self._firsts[entry.admin1] = self._firsts.get(entry.admin1, 0.0) + weight * part
        for country, value in own.items():
            self._countries[country] = self._countries.get(country, 0.0) + value
        self._votes[mention.key] = own

    def _rest(self, key: str) -> tuple[dict[str, float], float]:
        """How much the document, without that name, speaks for each country, and how much for the first of them."""
        if key not in self._without:
            own = self._votes.get(key, {})
            rest = {c: value - own.get(c, 0.0) for c, value in self._countries.items()}
            self._without[key] = rest, max(rest.values(), default=0.0)
        return self._without[key]

    def _support(self, entry: Entry, key: str) -> float:
        """From 0 to 1: how much the rest of the document speaks for the entry's country."""
        if not entry.country:
            return 0.5
        rest, most = self._rest(key)
        return max(0.0, rest.get(entry.country, 0.0)) / most if most > 0.05 else 0.0

    def _has_support(self, key: str) -> bool:
        """Something else in the document speaks for some country."""
        return self._rest(key)[1] > 0.3

    # --- choosing

    def _sureness(self, mention: Mention) -> int:
        """Countries first, then what an area encloses and what a feature marks, then the rest."""
        if any(e.level is Level.COUNTRY for e in mention.known):
            return 0
        if len(mention.known) == 1:
            return 1
        if mention.hint or (mention.feature and not mention.inside):
            return 2
        return 3 if mention.inside else 4

    def _choose(self, mention: Mention) -> _Choice:
        """The best of the places of that name, or none."""
        if not mention.known:
            return _Choice(None)
        around = self._around(mention)
        fitting = self._fitting(mention)
        scored = sorted(((self._score(e, mention, around), -n, e) for n, e in enumerate(fitting)), reverse=True)
        best, _, entry = scored[0]
        second = next((score for score, _, other in scored[1:] if _distance(entry, other) > APART_KM), best - 9)
        if self._is_namesake(entry, mention, around):
            return _Choice(None)
        others = [e for score, _, e in scored[1:] if best - score < TIE and _distance(entry, e) > APART_KM and e.country in self._countries]
        return _Choice(entry, tuple(others[:4]), best - second)

    def _namesakes(self, mention: Mention) -> _Namesakes:
        if mention.key not in self._tables:
            self._tables[mention.key] = _Namesakes.of(mention.key, mention.known)
        return self._tables[mention.key]

    def _fitting(self, mention: Mention) -> Sequence[Entry]:
        """Of dozens of namesakes, the largest and those in the countries that the document speaks of."""
        if len(mention.known) <= MANY:
            return mention.known
        rest = self._rest(mention.key)[0]
        return [e for n, e in enumerate(mention.known) if n < MANY or rest.get(e.country or "", 0.0) > 0.3]

    def _around(self, mention: Mention) -> Entry | None:
        """The area that the text says the name lies in, when it is resolved or can be."""
        outer = mention.inside
        if outer is None:
            return None
        if id(outer) in self._chosen:
            return self._chosen[id(outer)].entry
        fits = [area for area in outer.known[:MANY] if any(_within(e, area) for e in mention.known[:MANY])] or outer.known[:MANY]
        if not fits:
            return None
        return max(fits, key=lambda area: self._score(area, outer, None))

    def _score(self, entry: Entry, mention: Mention, around: Entry | None) -> float:
        """How well the place fits the mention and the document."""
        score = 0.6 * log10(entry.population + 10)
        score += {Level.COUNTRY: 5.0, Level.ADMIN1: 1.2, Level.REGION: 1.0, Level.ADMIN2: -0.4, Level.SEA: 1.0}.get(entry.level, 0.0)
        score += 1.5 * entry.supplement
        names = self._namesakes(mention)
        score += names.fit(entry, mention.key) + _feature_fit(entry, mention, names)
        support = self._support(entry, mention.key)
        score += 3.0 * support
        if entry.admin1 and self._firsts:
            score += min(1.5, 0.5 * self._firsts.get(entry.admin1, 0.0))
        if mention.hint:
            score += 4.0 if mention.hint == entry.country else -1.0
        if around is not None:
            if _within(entry, around):
                score += 5.0
            elif mention.firmly_inside and around.country and entry.country and around.country != entry.country:
                score -= 4.0
        if (sense := self._senses.get(mention.key)) is not None:
            score += 3.0 if sense is entry else 2.0 if sense.country == entry.country and _distance(sense, entry) < 150 else 0.0
        return score + self._nearness(entry) * support

    def _nearness(self, entry: Entry) -> float:
        """Up to 1.5 for lying close to what is already resolved."""
        if entry.point is None or not self._anchors:
            return 0.0
        nearest = min(_distance(entry, anchor) for anchor in self._anchors[-20:])
        return 1.5 * exp(-nearest / 300.0)

    def _is_namesake(self, entry: Entry, mention: Mention, around: Entry | None) -> bool:
        """A small place, in a country that nothing else in the document speaks of."""
        if entry.level in {Level.COUNTRY, Level.SEA} or entry.supplement or entry.capital:
            return False
        if mention.hint == entry.country or (around is not None and _within(entry, around)):
            return False
        if self._support(entry, mention.key) > 0.08:
            return False
        if normalise(entry.name) != mention.key and entry.level is Level.TOWN:
            return True
        size = entry.population
        if not self._has_support(mention.key):
            return size < 1000 and not mention.dateline
        if mention.firmly_inside and around is not None:
            return True
        if self.upper_case:
            return size < 10 * WELL_KNOWN  # any common word may be the name of some town
        return size < (WELL_KNOWN if entry.level is Level.TOWN else 3 * WELL_KNOWN)

    # --- from mention to place

    def _place(self, mention: Mention) -> Place | None:
        """The mention as a place; None for a namesake that nothing but the gazetteer took for a place."""
        entry = self._chosen[id(mention)].entry
        outer = self._chosen[id(mention.inside)].entry if mention.inside is not None and id(mention.inside) in self._chosen else None
        if mention.of_the_city and mention.inside is None:
            outer = self._last_town(mention)
        if outer is not None and outer.level is Level.TOWN and self._is_quarter(entry, mention, outer):
            return self._inferred(mention, outer)
        if entry is None:
            if mention.known and not mention.firm and (mention.group < 0 or self.upper_case):
                return None
            return self._inferred(mention, self._enclosing(mention, outer))
        return self._known(mention, self._as_named(entry, mention))

    def _is_quarter(self, entry: Entry | None, mention: Mention, town: Entry) -> bool:
        """A part of the town, which takes the town's point: "the Madina district of the city"."""
        if entry is None:
            return mention.of_the_city or mention.firmly_inside
        if entry is town or entry.level in {Level.COUNTRY, Level.ADMIN1, Level.REGION, Level.SEA}:
            return False
        return _distance(entry, town) > APART_KM and (mention.of_the_city or (mention.firmly_inside and mention.feature is not None))

    def _last_town(self, mention: Mention) -> Entry | None:
        """The town that "the city" speaks of: the last one named before."""
        for other in reversed([m for m in self.mentions if m.start < mention.start]):
            entry = self._chosen[id(other)].entry
            if entry is not None and entry.level is Level.TOWN:
                return entry
        return None

    def _as_named(self, entry: Entry, mention: Mention) -> Entry:
        """The district of a town, when the text says district and the gazetteer knows only the town."""
        if mention.feature == "admin2" and entry.level is Level.TOWN and not mention.of_the_city and entry.admin2:
            area = self.gazetteer.area(entry.admin2)
            if area is not None and area.point is not None:
                return area
        return entry

    def _known(self, mention: Mention, entry: Entry) -> Place:
        """A place that the gazetteer knows, as the text speaks of it."""
        level, point = entry.level, entry.point
        if mention.distance is not None and point is not None:
            point = _moved(point, *mention.distance)
            level = Level.NEAR if mention.distance[0] <= NEAR_KM else Level.REGION
        elif mention.near and level in {Level.TOWN, Level.SITE}:
            level = Level.NEAR
        elif mention.site and level is Level.TOWN:
            level = Level.SITE
        elif mention.feature == "nature" and level is not Level.SEA:
            level = Level.REGION
        elif mention.part and level is Level.COUNTRY:
            level = Level.REGION
        elif mention.feature == "admin2" and level is Level.TOWN and not mention.of_the_city:
            level = Level.ADMIN2
        candidates = self._chosen[id(mention)].others
        return Place(
            name=mention.name,
            start=mention.start,
            end=mention.end,
            level=level,
            canonical=entry.name,
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            country=entry.country,
            disputed=entry.disputed,
            admin1=entry.admin1_name if entry.level is not Level.COUNTRY else None,
            admin2=entry.admin2_name,
            gazetteer_id=entry.gazetteer_id,
            inferred=entry.inferred,
            candidates=tuple(PlaceCandidate(e.name, e.country, e.latitude, e.longitude, e.gazetteer_id) for e in candidates),
        )

    def _inferred(self, mention: Mention, area: Entry | None) -> Place:
        """A name that no gazetteer knows, at the point of the area that encloses it."""
        if area is None:
            return Place(mention.name, mention.start, mention.end)
        self._areas.setdefault(mention.key, area)
        bare = Mention(mention.name, mention.start, mention.end, mention.sentence, mention.first, mention.last, ())
        self._chosen[id(bare)] = _Choice(area)
        return replace(self._known(bare, area), inferred=True)

    def _enclosing(self, mention: Mention, outer: Entry | None) -> Entry | None:
        """The smallest area that the text supports: the one that is named, the one that its list has in common, its sentence's, the
        document's country."""
        if outer is not None and outer.point is not None and outer.level is not Level.SEA:
            return outer
        if mention.key in self._areas:
            return self._areas[mention.key]
        for others in (
            [m for m in self.mentions if m.group == mention.group >= 0 and m.sentence == mention.sentence],
            [m for m in self.mentions if m.sentence == mention.sentence and m.located],
        ):
            entries = [e for m in others if m is not mention and (e := self._chosen[id(m)].entry) is not None and e.country]
            if entries and (area := self._common(entries)) is not None:
                return area
        return self._country_here(mention) or self._main_area()

    def _country_here(self, mention: Mention) -> Entry | None:
        """The one country that this sentence and the one before it speak of."""
        near = [m for m in self.mentions if mention.sentence - 1 <= m.sentence <= mention.sentence]
        entries = [(m, e) for m in near if (e := self._chosen[id(m)].entry) is not None and e.country]
        countries = {entry.country for m, entry in entries if m.located or not entry.capital}  # "Kabul said" speaks of no place
        return self.gazetteer.country(countries.pop()) if len(countries) == 1 else None

    def _common(self, entries: Sequence[Entry]) -> Entry | None:
        """The first-order area, else the country, that all of them lie in."""
        firsts = {e.admin1 for e in entries}
        if len(firsts) == 1 and (first := firsts.pop()) is not None:
            return self.gazetteer.area(first)
        countries = {e.country for e in entries}
        if len(countries) == 1 and (country := countries.pop()) is not None:
            return self.gazetteer.country(country)
        return None

    def _main_area(self) -> Entry | None:
        """The country that the document clearly is about."""
        if not self._countries:
            return None
        ranked = sorted(self._countries.items(), key=lambda item: -item[1])
        country, most = ranked[0]
        second = ranked[1][1] if len(ranked) > 1 else 0.0
        return self.gazetteer.country(country) if most >= 1.0 and most >= 2.0 * second else None


def _fame(entry: Entry) -> float:
    """The weight of a place among its namesakes."""
    base = {Level.COUNTRY: 3e6, Level.ADMIN1: 3e5, Level.REGION: 2e5, Level.SEA: 2e5}.get(entry.level, 200.0)
    return base + entry.population + (1e5 if entry.supplement else 0.0)


def _within(entry: Entry, area: Entry) -> bool:
    """The place lies in the area and is a smaller one; a disputed area's parts lie in it too."""
    if entry is area or entry.level.fineness > area.level.fineness:
        return False
    if area.level is Level.TOWN:
        return False
    return entry.inside(area) and not (entry.level is area.level and entry.level is not Level.REGION)


@dataclass(frozen=True, slots=True)
class _Namesakes:
    """What matters of all the places of one name together.

    `own` are the populations of those that bear it as their first name, largest first; `areas` the first-order codes, by country, of the
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

    def fit(self, entry: Entry, key: str) -> float:
        """The name is the place's own, not one of the many that it is also known by; and of its namesakes it is much the largest."""
        name = normalise(entry.name)
        if name == key or (entry.level in _AREAS and name.startswith(key + " ")):
            rival = self.own[1] if len(self.own) > 1 and entry.population == self.own[0] else 0 if entry.population in self.own[:1] else 10**9
            much = entry.level is Level.TOWN and entry.population > WELL_KNOWN and entry.population > 4 * rival
            return (0.6 if name == key else 0.3) + 2.0 * entry.capital + 1.2 * much
        if entry.level is not Level.TOWN or entry.supplement:
            return 0.0
        if self.country:
            return -4.0
        owned = bool(self.own) and self.own[0] > 10_000
        return -2.5 if owned and name[:3] != key[:3] else -1.0 if entry.population < WELL_KNOWN else 0.0

    def beside_area(self, entry: Entry) -> bool:
        """It is a town beside an area of that name in the same country that it does not lie in: "in Xinjiang"."""
        codes = self.areas.get(entry.country)
        return entry.level is Level.TOWN and bool(codes) and entry.admin1 not in (codes or ())


def _feature_fit(entry: Entry, mention: Mention, names: _Namesakes) -> float:
    """How the level agrees with the word that stands by the name, and with the preposition."""
    wanted = SPEAKS_FOR.get(mention.feature or "")
    if wanted is not None:
        if entry.level is wanted:
            return 4.0
        if mention.word == "county" and entry.level is Level.ADMIN1 or mention.word in {"department", "region", "territory"} and entry.level in _AREAS:
            return 2.5
        if wanted is Level.ADMIN1 and entry.level is Level.REGION:
            return 3.0
        return -1.0 if wanted is Level.ADMIN2 else -2.5
    if mention.feature == "nature":
        return 2.0 if entry.level in {Level.REGION, Level.SEA} else -1.5
    if mention.larger:
        return {Level.ADMIN2: 2.0, Level.ADMIN1: 0.5}.get(entry.level, 0.0)
    if mention.near or mention.site or mention.distance or mention.dateline:
        return {Level.TOWN: 1.8, Level.SITE: 1.8, Level.ADMIN2: 0.3}.get(entry.level, 0.0)
    if mention.part:
        return {Level.ADMIN1: 1.5, Level.REGION: 1.5, Level.COUNTRY: 1.0}.get(entry.level, 0.0)
    if names.beside_area(entry):
        return -1.0
    if mention.preposition in {"in", "at", "inside", "into", "to", "from"}:
        return 1.6 if entry.level is Level.TOWN else 0.0
    if mention.preposition in {"across", "throughout"}:
        return 1.5 if entry.level in _AREAS else 0.0
    return 0.6 if entry.level is Level.TOWN else 0.0


def _distance(left: Entry, right: Entry) -> float:
    """Kilometres between two places; a large number when one has no point."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return 20_000.0
    lat1, lat2 = radians(left.latitude), radians(right.latitude)
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin(radians(right.longitude - left.longitude) / 2) ** 2
    return 12_742.0 * asin(min(1.0, sqrt(half)))


def _moved(point: tuple[float, float], kilometres: float, direction: str) -> tuple[float, float]:
    """The point so far away in that direction."""
    bearing = radians(_BEARINGS.get(direction, 0.0))
    arc = kilometres / 6371.0
    lat, lon = radians(point[0]), radians(point[1])
    there = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(bearing))
    east = lon + atan2(sin(bearing) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(there))
    return round(degrees(there), 4), round((degrees(east) + 3 * 180) % 360 - 180 if abs(east) > pi else degrees(east), 4)
