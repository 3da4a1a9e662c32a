"""Whom the noun phrases of one text mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ascribe.model.grammar import Phrase
from ascribe.model.parties import Party
from ascribe.model.reading import Reading, Token
from benchmarks.mentions.people import REFLEXIVE, People, count_of, is_name, mean_many, traits_of

_OWNERS = frozenset({"POS", "PP"})
_WITH_CAPITAL = re.compile(r"\b[A-Z][A-Za-z']+")


@dataclass(frozen=True, slots=True)
class Referents:
    """What is known of one text before its phrases are asked.

    `places` are the letters, by offset, that name places; `pronouns` the parties that pronouns stand for, by the offset of each.
    """

    places: frozenset[int]
    pronouns: Mapping[int, Party]

    @classmethod
    def of(cls, reading: Reading) -> Referents:
        """Those of a reading."""
        places = frozenset(at for place in reading.places for at in range(place.start, place.end))
        return cls(places, {party.start: party for party in reading.parties if party.inferred and party.stands_for})

    def names(self, tokens: Iterable[Token], tags: Iterable[str]) -> frozenset[str]:
        """The names of people among these words, in small letters."""
        return frozenset(
            token.lower
            for token, tag in zip(tokens, tags, strict=True)
            if tag == "NNP" and token.start not in self.places and is_name(token.lower)
        )

    def people(self, tokens: tuple[Token, ...], tags: tuple[str, ...], phrase: Phrase) -> People:
        """Whom a noun phrase means. Of "the boy 's father" only the father is meant, and "his two sons" are the sons."""
        owners = [at for at in range(phrase.start, phrase.end - 1) if tags[at] in _OWNERS]
        start = owners[-1] + 1 if owners else phrase.start
        words = [token.lower for token in tokens[start : phrase.end]]
        names, traits = self.names(tokens[start : phrase.end], tags[start : phrase.end]), traits_of(words)
        for token in tokens[start : phrase.end]:
            if (party := self.pronouns.get(token.start)) is not None:
                names |= names_of(party)
                traits |= traits_of((party.stands_for or "").lower().split()) if token.lower not in REFLEXIVE else frozenset()
        around = [tokens[at].lower if 0 <= at < len(tokens) else "" for at in range(start - 1, phrase.end + 1)]
        number = max((count_of(*three) for three in zip(around, words, around[2:], strict=False)), default=0)
        many = number > 1 or mean_many(words) or tags[phrase.end - 1] == "NNS"
        return People(names, traits, number or int(not many), many, not REFLEXIVE.isdisjoint(words))


def names_of(pronoun: Party) -> frozenset[str]:
    """The names of the party that a pronoun stands for, in small letters."""
    words = (word.lower() for word in _WITH_CAPITAL.findall(pronoun.stands_for or ""))
    return frozenset(word for word in words if is_name(word))


def owner(phrase: Phrase, tags: tuple[str, ...]) -> Phrase | None:
    """The words of a noun phrase that say whose it is: "Hill" of "Hill 's death", "his" of "his wounds". None where none do."""
    last = max((at for at in range(phrase.start, phrase.end) if tags[at] in _OWNERS), default=None)
    if last is None:
        return None
    end = last if tags[last] == "POS" else last + 1
    return Phrase("NP", phrase.start, end, end - 1) if end > phrase.start else None
