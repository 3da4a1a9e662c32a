"""Where the places of a document are.

The step finds the names (`names`), chooses among the places of each name with the document as a whole (`senses`), and writes down what the
name denotes here: a town, near a town, a district, part of a country. A name that no gazetteer knows takes the smallest area that the
text supports, with that area's level and point and `inferred` set, or stays `unlocated`; so does a name that the gazetteer knows but has
no point for. No point is ever made up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import asin, atan2, cos, degrees, log2, radians, sin
from typing import Protocol

from ascribe.gazetteer.gazetteer import Entry
from ascribe.gazetteer.gazetteer import Places as Gazetteer
from ascribe.model.places import Level, Place, PlaceCandidate
from ascribe.model.reading import Reading
from ascribe.model.text import Span
from ascribe.resolve.places.evidence import Evidence
from ascribe.resolve.places.heard import Listener
from ascribe.resolve.places.marks import Mention
from ascribe.resolve.places.names import Finder
from ascribe.resolve.places.senses import APART_KM, Senses, distance

#: UCDP: up to here a place "near" a town takes the town's precision 2; beyond it is a part of the country.
NEAR_KM = 25.0

#: How much a publisher's own country counts: less than one adjective, for papers tell of the world.
HOME = 0.5

_COMPASS = ("north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west")
_COORDINATES = re.compile(
    r"(?P<lat>\d{1,2}(?:\.\d+)?)\s*°?\s*(?:(?P<latm>\d{1,2}(?:\.\d+)?)\s*['′’])?\s*(?P<ns>[NS])\b[\s,;]*"
    r"(?P<lon>\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(?P<lonm>\d{1,2}(?:\.\d+)?)\s*['′’])?\s*(?P<ew>[EW])\b"
)


class NationLike(Protocol):
    """What this module needs of a country of the register."""

    @property
    def iso2(self) -> str:
        """ISO 3166-1 alpha-2."""


class RegisterLike(Protocol):
    """What this module needs of the register: which country an adjective speaks of, and where a publisher is at home."""

    def by_demonym(self, word: str, /) -> NationLike | None:
        """The country of "Somali", "Indian"."""

    def home_of(self, publisher: str, /) -> str | None:
        """The country that a publisher is at home in."""


class Places:
    """The step that finds the places of a reading and says where they are.

    Without a register no adjective ("Somali") speaks for a country.
    """

    def __init__(self, gazetteer: Gazetteer, register: RegisterLike | None = None) -> None:
        self.gazetteer = gazetteer
        self.register = register

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its places, in the order of the text, none overlapping another."""
        finder = self._finder(reading)
        mentions = finder.find()
        places = [*self._written(reading, mentions, Listener(finder, mentions).names()), *coordinates(reading.document.text)]
        return replace(reading, places=tuple(_apart(places)))

    def locate(self, reading: Reading, names: Sequence[Span]) -> tuple[Place, ...]:
        """Where the places are whose names somebody else has marked. An adjective stands for its country."""
        finder = self._finder(reading)
        mentions = finder.given(names)
        starts = {span.start for span in names}
        written = self._written(reading, mentions, Listener(finder, mentions).names())
        return tuple(place for place in _apart(written) if place.start in starts)

    def mentioned(self, reading: Reading) -> tuple[Place, ...]:
        """Every place that the text speaks of, also in passing: in an adjective, inside the name of a body. See `heard`."""
        finder = self._finder(reading)
        found = finder.find()
        named = Listener(finder, found).names()
        nations = Listener(finder, [*found, *named]).nations()
        return tuple(_apart(self._written(reading, sorted([*found, *named, *nations], key=lambda m: m.start))))

    def _finder(self, reading: Reading) -> Finder:
        return Finder(self.gazetteer, self._demonym, reading)

    def _written(self, reading: Reading, mentions: Sequence[Mention], heard: Sequence[Mention] = ()) -> list[Place]:
        """The mentions as places. What was only heard helps to choose."""
        evidence = Evidence([*mentions, *heard], self._nations(reading))
        senses = Senses(mentions, evidence, upper_case=reading.upper_case)
        return _Writer(self.gazetteer, mentions, evidence, senses).places()

    def _demonym(self, word: str) -> str | None:
        """The country that an adjective or the name of a people speaks of."""
        if self.register is None or not word[0].isupper():
            return None
        nation = self.register.by_demonym(word)
        return nation.iso2 if nation is not None else None

    def _nations(self, reading: Reading) -> dict[str, float]:
        """How much the document's adjectives, and its publisher, speak for each country."""
        counts: dict[str, int] = {}
        for sentence in reading.sentences:
            for token in sentence.tokens:
                if token.text[0].isupper() and (nation := self._demonym(token.text)):
                    counts[nation] = counts.get(nation, 0) + 1
        spoken = {nation: 0.4 + 0.5 * log2(count + 1) for nation, count in counts.items()}
        publisher = reading.document.publisher
        if publisher and self.register is not None and (home := self.register.home_of(publisher)):
            spoken[home] = spoken.get(home, 0.0) + HOME
        return spoken


def coordinates(text: str) -> list[Place]:
    """Degrees written out, such as "33.51 N, 36.29 E"."""
    found = []
    for match in _COORDINATES.finditer(text):
        latitude = float(match["lat"]) + float(match["latm"] or 0) / 60
        longitude = float(match["lon"]) + float(match["lonm"] or 0) / 60
        if latitude <= 90 and longitude <= 180:
            signed = (-latitude if match["ns"] == "S" else latitude, -longitude if match["ew"] == "W" else longitude)
            found.append(Place(match.group(), match.start(), match.end(), Level.SITE, None, round(signed[0], 5), round(signed[1], 5)))
    return found


def _apart(places: Iterable[Place]) -> list[Place]:
    """In the order of the text; of two that overlap, the first."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return kept


class _Writer:
    """Writes the mentions of one document down as places."""

    def __init__(self, gazetteer: Gazetteer, mentions: Sequence[Mention], evidence: Evidence, senses: Senses) -> None:
        self.gazetteer = gazetteer
        self.mentions = mentions
        self.evidence = evidence
        self.senses = senses
        self._areas: dict[str, Entry] = {}

    def places(self) -> list[Place]:
        """In the order of the text. Those that the text puts inside an area are written first: their names may come again without it."""
        found = {id(m): place for m in sorted(self.mentions, key=lambda m: m.inside is None) if (place := self._place(m)) is not None}
        return [found[id(mention)] for mention in self.mentions if id(mention) in found]

    def _place(self, mention: Mention) -> Place | None:
        """The mention as a place; None for a namesake that nothing but the gazetteer took for a place."""
        entry = self.senses.of(mention).entry
        outer = self.senses.of(mention.inside).entry
        if mention.of_the_city and mention.inside is None:
            outer = self._last_town(mention)
        if outer is not None and outer.level is Level.TOWN and self._is_quarter(entry, mention, outer):
            return self._inferred(mention, outer)
        if entry is not None:
            return self._finer(mention, entry, outer) or self._known(mention, self._as_named(entry, mention))
        if mention.known and not mention.firm and (mention.group < 0 or self.senses.upper_case):
            return None
        return self._inferred(mention, self._enclosing(mention, outer))

    def _finer(self, mention: Mention, entry: Entry, outer: Entry | None) -> Place | None:
        """A known name without a point of its own, at the area of the text, where that is a smaller one than the gazetteer's."""
        area = self._point_of(entry)
        if area is None or outer is None or outer.inferred or outer.point is None or outer.country != entry.country:
            return None
        if outer.level.fineness >= area.level.fineness or outer.level not in {Level.TOWN, Level.ADMIN2, Level.ADMIN1}:
            return None
        return replace(self._inferred(mention, outer), canonical=entry.name)

    def _point_of(self, entry: Entry) -> Entry | None:
        """The area whose point stands for an entry that has none of its own."""
        if not entry.inferred or entry.point is None:
            return None
        codes = (entry.admin2, entry.admin1, entry.country)
        areas = (self.gazetteer.country(code) if code == entry.country else self.gazetteer.area(code) for code in codes if code)
        return next((a for a in areas if a is not None and not a.inferred and a.point == entry.point and a.level is not entry.level), None)

    def _is_quarter(self, entry: Entry | None, mention: Mention, town: Entry) -> bool:
        """A part of the town, which takes the town's point: "the Madina district of the city"."""
        if entry is None:
            return mention.of_the_city or mention.firmly_inside
        if entry is town or entry.level in {Level.COUNTRY, Level.ADMIN1, Level.REGION, Level.SEA}:
            return False
        return distance(entry, town) > APART_KM and (mention.of_the_city or (mention.firmly_inside and mention.feature is not None))

    def _last_town(self, mention: Mention) -> Entry | None:
        """The town that "the city" speaks of: the last one named before."""
        before = [m for m in self.mentions if m.start < mention.start]
        entries = (self.senses.of(m).entry for m in reversed(before))
        return next((e for e in entries if e is not None and e.level is Level.TOWN), None)

    def _as_named(self, entry: Entry, mention: Mention) -> Entry:
        """The district of a town, when the text says district and the gazetteer knows only the town."""
        if mention.feature == "admin2" and entry.level is Level.TOWN and not mention.of_the_city and entry.admin2:
            area = self.gazetteer.area(entry.admin2)
            if area is not None and area.point is not None:
                return area
        return entry

    def _known(self, mention: Mention, entry: Entry) -> Place:
        """A place that the gazetteer knows, as the text speaks of it."""
        area = self._point_of(entry)
        point = _moved(entry.point, *mention.distance) if mention.distance and entry.point and not entry.inferred else entry.point
        others = self.senses.of(mention).others
        return Place(
            name=mention.name,
            start=mention.start,
            end=mention.end,
            level=_level(mention, entry) if area is None else area.level,
            canonical=entry.name,
            latitude=point[0] if point else None,
            longitude=point[1] if point else None,
            country=entry.country,
            disputed=entry.disputed,
            admin1=entry.admin1_name if entry.level is not Level.COUNTRY else None,
            admin2=entry.admin2_name,
            gazetteer_id=entry.gazetteer_id,
            inferred=entry.inferred,
            candidates=tuple(PlaceCandidate(e.name, e.country, e.latitude, e.longitude, e.gazetteer_id) for e in others),
        )

    def _inferred(self, mention: Mention, area: Entry | None) -> Place:
        """A name that no gazetteer knows, at the point of the area that encloses it."""
        if area is None:
            return Place(mention.name, mention.start, mention.end)
        self._areas.setdefault(mention.key, area)
        bare = Mention(mention.name, mention.start, mention.end, mention.sentence, mention.first, mention.last, ())
        return replace(self._known(bare, area), inferred=True)

    def _enclosing(self, mention: Mention, outer: Entry | None) -> Entry | None:
        """The smallest area that the text supports.

        It is the one that is named, the one that the name had before, the one that its list has in common, its sentence's, the country of
        the sentences here, the document's country.
        """
        if outer is not None and outer.point is not None and outer.level is not Level.SEA:
            return outer
        if mention.key in self._areas:
            return self._areas[mention.key]
        here = [m for m in self.mentions if m.sentence == mention.sentence and m is not mention]
        listed = [m for m in here if m.group == mention.group >= 0]
        return (
            self._common(listed)
            or self._common([m for m in here if m.located])
            or self._country_here(mention)
            or self._country(self.evidence.main_country())
        )

    def _common(self, mentions: Iterable[Mention]) -> Entry | None:
        """The first-order area, else the country, that all of them lie in."""
        entries = [e for m in mentions if (e := self.senses.of(m).entry) is not None and e.country]
        firsts = {entry.admin1 for entry in entries}
        if len(firsts) == 1 and (first := firsts.pop()) is not None:
            return self.gazetteer.area(first)
        countries = {entry.country for entry in entries}
        return self._country(countries.pop()) if len(countries) == 1 else None

    def _country_here(self, mention: Mention) -> Entry | None:
        """The one country that this sentence and the one before it speak of. "Kabul said" speaks of no place."""
        near = [m for m in self.mentions if mention.sentence - 1 <= m.sentence <= mention.sentence]
        entries = [(m, e) for m in near if (e := self.senses.of(m).entry) is not None and e.country]
        countries = {entry.country for m, entry in entries if m.located or not entry.capital}
        return self._country(countries.pop()) if len(countries) == 1 else None

    def _country(self, iso2: str | None) -> Entry | None:
        return self.gazetteer.country(iso2) if iso2 else None


def _level(mention: Mention, entry: Entry) -> Level:
    """What the name denotes here: "near X" is not X, "the X river" no town, "northern X" no whole country."""
    level = entry.level
    if mention.distance is not None and entry.point is not None:
        return Level.NEAR if mention.distance[0] <= NEAR_KM else Level.REGION
    if mention.near and level in {Level.TOWN, Level.SITE}:
        return Level.NEAR
    if mention.site and level is Level.TOWN:
        return Level.SITE
    if (mention.feature == "nature" and level is not Level.SEA) or (mention.part and level is Level.COUNTRY):
        return Level.REGION
    if mention.feature == "admin2" and level is Level.TOWN and not mention.of_the_city:
        return Level.ADMIN2
    return level


def _moved(point: tuple[float, float], kilometres: float, direction: str) -> tuple[float, float]:
    """The point so far away in that direction."""
    plain = direction.removesuffix("ern").replace("northe", "north-e").replace("northw", "north-w")
    plain = plain.replace("southe", "south-e").replace("southw", "south-w")
    bearing = radians(45.0 * _COMPASS.index(plain) if plain in _COMPASS else 0.0)
    arc = kilometres / 6371.0
    latitude, longitude = radians(point[0]), radians(point[1])
    there = asin(sin(latitude) * cos(arc) + cos(latitude) * sin(arc) * cos(bearing))
    east = longitude + atan2(sin(bearing) * sin(arc) * cos(latitude), cos(arc) - sin(latitude) * sin(there))
    return round(degrees(there), 4), round((degrees(east) + 180) % 360 - 180, 4)
