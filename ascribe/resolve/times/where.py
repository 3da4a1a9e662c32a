"""Which country a text is about, for the few expressions of time that ask: seasons, "Independence Day", "Easter".

Rule. Names of countries, their capitals, and towns of the gazetteer after a word of place ("in Darwin") are counted, adjectives
("Sudanese") less; the country with the most comes first, of equals the one named first. If the text names none, it is the publisher's
country. Nothing is looked up before an expression asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ascribe.gazetteer.entries import Places as Gazetteer
from ascribe.knowledge.times import grammar
from ascribe.resolve.register import Register

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_LONGEST_NAME = 4  # words
#: Words after which a name is a place's.
_OF_PLACE = frozenset(
    "in near at across outside around throughout of from to northern southern eastern western central".split(),
)
_PLACE, _NAME, _ADJECTIVE = 3, 2, 1
#: Towns smaller than this bear too many names that are words.
_TOWN = 15_000
#: Letters of a text that are looked at.
_WITHIN = 20_000


class Atlas:
    """Who knows the names of countries, and of towns where a gazetteer is at hand."""

    def __init__(self, register: Register | None = None, gazetteer: Gazetteer | None = None) -> None:
        self.register = register or Register.load()
        self.gazetteer = gazetteer
        self.countries = lru_cache(maxsize=64)(self._countries)

    def __reduce__(self) -> tuple[type[Atlas], tuple[Register | None, Gazetteer | None]]:
        return type(self), (self.register, self.gazetteer)

    def _countries(self, text: str) -> tuple[str, ...]:
        """Every country that the text speaks of, the most likely first."""
        weights: dict[str, int] = {}
        for country, weight in self._named(text):
            weights[country] = weights.get(country, 0) + weight
        return tuple(sorted(weights, key=lambda country: -weights[country]))

    def _named(self, text: str) -> Iterator[tuple[str, int]]:
        words, in_capitals = [match.group() for match in _WORD.finditer(text)], text.isupper()
        at = 0
        while at < len(words):
            found = self._name_at(words, at, in_capitals) if words[at][0].isupper() else None
            if found is None:
                at += 1
            else:
                country, weight, size = found
                yield country, weight
                at += size

    def _name_at(self, words: list[str], at: int, in_capitals: bool) -> tuple[str, int, int] | None:
        """The country of the longest name that begins here, its weight, and how many words it has."""
        of_place = at > 0 and words[at - 1].lower() in _OF_PLACE
        for size in range(_LONGEST_NAME, 0, -1):
            if at + size > len(words):
                continue
            name = " ".join(words[at : at + size]).removesuffix(".")
            name = re.sub(r"['’]s?$", "", name)
            country = self.register.by_country_name(name) or self.register.by_capital(name)
            is_name = len(name) > 2 or (name.isupper() and not in_capitals)  # "US", but not "us", or "US" in a text in capitals
            if country is not None and is_name:
                return country.iso2, _PLACE if of_place else _NAME, size
            country = self.register.by_demonym(name)
            if country is not None and is_name:
                return country.iso2, _ADJECTIVE, size
            opens = at == 0 and words[0].isupper() and not in_capitals
            if (of_place or opens) and words[at + size - 1][0].isupper() and (there := self._town(name)):
                return there, _PLACE, size
        return None

    def _town(self, name: str) -> str | None:
        """The country of the best known place of that name, if it is no small one."""
        known = self.gazetteer.lookup(name)[:1] if self.gazetteer is not None else ()
        return next((entry.country for entry in known if entry.population >= _TOWN), None)


@dataclass(frozen=True, slots=True)
class Where:
    """A text, the country (ISO 3166-1 alpha-2) of who published it, if that is known, and who knows names."""

    text: str = ""
    publisher: str | None = None
    atlas: Atlas | None = field(default=None, compare=False)

    def countries(self) -> tuple[str, ...]:
        """Every country that the text speaks of, the most likely first."""
        told = self.atlas.countries(self.text[:_WITHIN]) if self.atlas is not None else ()
        return told or ((self.publisher,) if self.publisher else ())

    def is_southern(self) -> bool:
        """Its seasons are those of the south."""
        return bool(self.countries()) and self.countries()[0] in grammar().names.southern

    def keeps_orthodox_easter(self) -> bool:
        """It is about a country whose Easter is the Orthodox one, or about Copts."""
        is_there = bool(self.countries()) and self.countries()[0] in grammar().names.orthodox
        return is_there or self.mentions("orthodox", "copt", "copts", "coptic")

    def mentions(self, *words: str) -> bool:
        """One of these words is in the text."""
        return re.search(rf"\b(?:{'|'.join(map(re.escape, words))})\b", self.text, re.IGNORECASE) is not None


NOWHERE = Where()
