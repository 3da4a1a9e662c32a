"""Which country a text is about, for the few expressions of time that ask: seasons, "Independence Day", "Easter".

Rule. Names of countries, their capitals, and towns of the gazetteer after a word of place ("in Darwin") are counted, adjectives
("Sudanese") less; the country with the most comes first, of equals the one named first. If the text names none, it is the publisher's
country. Nothing is looked up before an expression asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ascribe.knowledge.gazetteer import Gazetteer
from ascribe.knowledge.times import grammar
from ascribe.resolve.register import Register

_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_LONGEST_NAME = 4  # words
#: Words after which a name is a place's.
_OF_PLACE = frozenset(
    {
        "in",
        "near",
        "at",
        "across",
        "outside",
        "around",
        "throughout",
        "of",
        "from",
        "to",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
    }
)
_PLACE, _NAME, _ADJECTIVE = 3, 2, 1
#: Towns smaller than this bear too many names that are words.
_TOWN = 15_000
#: Letters of a text that are looked at.
_WITHIN = 20_000


@dataclass(frozen=True, slots=True)
class Where:
    """A text, and the country (ISO 3166-1 alpha-2) of who published it, if that is known."""

    text: str = ""
    publisher: str | None = None

    def countries(self) -> tuple[str, ...]:
        """Every country that the text speaks of, the most likely first."""
        return _countries(self.text[:_WITHIN]) or ((self.publisher,) if self.publisher else ())

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


@lru_cache(maxsize=64)
def _countries(text: str) -> tuple[str, ...]:
    weights: dict[str, int] = {}
    for country, weight in _named(text):
        weights[country] = weights.get(country, 0) + weight
    return tuple(sorted(weights, key=lambda country: -weights[country]))


def _named(text: str) -> Iterator[tuple[str, int]]:
    words, in_capitals = [match.group() for match in _WORD.finditer(text)], text.isupper()
    at = 0
    while at < len(words):
        found = _name_at(words, at, in_capitals) if words[at][0].isupper() else None
        if found is None:
            at += 1
        else:
            country, weight, size = found
            yield country, weight
            at += size


def _name_at(words: list[str], at: int, in_capitals: bool) -> tuple[str, int, int] | None:
    """The country of the longest name that begins here, its weight, and how many words it has."""
    register = Register.load()
    of_place = at > 0 and words[at - 1].lower() in _OF_PLACE
    for size in range(_LONGEST_NAME, 0, -1):
        if at + size > len(words):
            continue
        name = " ".join(words[at : at + size]).removesuffix(".")
        name = re.sub(r"['’]s?$", "", name)
        country = register.by_country_name(name) or register.by_capital(name)
        is_name = len(name) > 2 or (name.isupper() and not in_capitals)  # "US", but not "us", or "US" in a text in capitals
        if country is not None and is_name:
            return country.iso2, _PLACE if of_place else _NAME, size
        country = register.by_demonym(name)
        if country is not None and is_name:
            return country.iso2, _ADJECTIVE, size
        if (of_place or (at == 0 and words[0].isupper() and not in_capitals)) and words[at + size - 1][0].isupper():
            known = next((entry.country for entry in _gazetteer().lookup(name)[:1] if entry.population >= _TOWN), None)
            if known is not None:
                return known, _PLACE, size
    return None


@cache
def _gazetteer() -> Gazetteer:
    return Gazetteer()
