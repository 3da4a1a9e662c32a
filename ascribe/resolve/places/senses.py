"""Which place of a name a document means: its names are weighed against each other.

In order of weight: a place lies in the area that the text says it lies in ("Azaz, Aleppo"). The word that stands by the name says what it
denotes (a district, a province, a town). Places of the countries that the text speaks of come before others, the well known before the
obscure, the near before the far. A name has one meaning in a document.

A small place in a country that nothing else in the document speaks of is a namesake, and no answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log10, radians, sin, sqrt

from ascribe.gazetteer.entries import Entry
from ascribe.gazetteer.keys import normalise
from ascribe.model.places import Level
from ascribe.resolve.places.evidence import SMALL, Evidence
from ascribe.resolve.places.fits import Namesakes, feature_fit
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
#: What one unmistakable name nearby is worth, and all of them together at most.
VICINITY = 1.5
VICINITY_MOST = 5.0
#: What a town in a country that nothing else in the document speaks of loses, so that the world's Palmas yield to that of the country.
FOREIGN = 1.5

_STATURE = {Level.COUNTRY: 5.0, Level.ADMIN1: 1.2, Level.REGION: 1.0, Level.SEA: 5.0, Level.ADMIN2: -0.4}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a name was resolved to, the others that fit as well, and by how much it is ahead of the next."""

    entry: Entry | None
    others: tuple[Entry, ...] = ()
    margin: float = 0.0


class Senses:
    """Chooses among the places of each name. The surest are chosen first, and stand as landmarks for the others."""

    def __init__(self, mentions: Sequence[Mention], evidence: Evidence, *, upper_case: bool = False) -> None:
        self.mentions = mentions
        self.evidence = evidence
        self.upper_case = upper_case
        self._chosen: dict[int, Choice] = {}
        self._senses: dict[str, Entry] = {}
        self._landmarks: list[Entry] = []
        self._tables: dict[str, Namesakes] = {}
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
        score += names.fit(entry, mention.key, support) + feature_fit(entry, mention, names) + 3.0 * support
        if support < 0.05 and entry.level in SMALL and not _of_the_world(entry) and self.evidence.without(mention.key)[1] > 1.0:
            score -= FOREIGN
        score += min(3.0, FIRSTS * self.evidence.around(entry, mention.key))
        if entry.level in SMALL:
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

    def _namesakes(self, mention: Mention) -> Namesakes:
        if mention.key not in self._tables:
            self._tables[mention.key] = Namesakes.of(mention.key, mention.known)
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


def _order(mention: Mention) -> int:
    """Countries first, then names with one meaning, then what a word marks, then the rest."""
    if mention.is_country:
        return 0
    if len(mention.known) == 1:
        return 1
    if mention.hint or (mention.feature and not mention.inside):
        return 2
    return 3 if mention.inside else 4


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
