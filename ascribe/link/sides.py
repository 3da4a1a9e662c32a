"""A sketch made ready to be compared many times: words with what they weigh, names and keys as sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import sqrt
from operator import mul

from ascribe.link.bounds import FINE, Bounds, span
from ascribe.link.deeds import deeds, sites
from ascribe.link.vocabulary import CALENDAR, skeleton, stem
from ascribe.model.linking import Weights
from ascribe.model.sketches import Sketch, Who


@dataclass(frozen=True, slots=True)
class Bag:
    """Words and what each weighs; `length` is the length of the vector of weights, `total` their sum."""

    words: frozenset[str]
    weights: Mapping[str, float]
    length: float
    total: float

    @classmethod
    def of(cls, words: Iterable[str], weights: Weights) -> Bag:
        """These words, each once."""
        return cls.weighed({word: weights.words.get(word, weights.rare) for word in words})

    @classmethod
    def weighed(cls, each: Mapping[str, float]) -> Bag:
        """Words with what they weigh."""
        return cls(frozenset(each), each, sqrt(sum([weight * weight for weight in each.values()])), sum(each.values()))

    def shared(self, other: Bag) -> float:
        """What the words weigh that both have."""
        weights = self.weights
        return sum([weights[word] for word in self.words & other.words])

    def cosine(self, other: Bag) -> float:
        """How alike the two are, from 0 to 1."""
        return self.both(other)[1]

    def both(self, other: Bag) -> tuple[float, float]:
        """What the words weigh that both have, and how alike the two are."""
        common = self.words & other.words
        if not common:
            return 0.0, 0.0
        weights = [self.weights[word] for word in common]
        return sum(weights), sum(map(mul, weights, weights)) / (self.length * other.length)


@dataclass(frozen=True)
class Side:
    """One of the two reports that are compared. What is asked of it is made ready once: most pairs are ruled out by day or place alone.

    Names are cut down to what two spellings of them share.
    """

    sketch: Sketch
    weighed: Weights

    @cached_property
    def bounds(self) -> Bounds:
        """When and where it was, as far as that can rule out."""
        return Bounds.of(self.sketch)

    @cached_property
    def spans(self) -> tuple[tuple[int, int, float], ...]:
        """Its days: the first, the last, the chance; an open end lies `ENDLESS` days away."""
        return tuple((*span(each), each.chance) for each in self.sketch.days)

    @cached_property
    def words(self) -> Bag:
        """The stems of its clauses."""
        return Bag.of(self.sketch.words, self.weighed)

    @cached_property
    def around(self) -> Bag:
        """The stems of its sentences and of what stands around them."""
        return Bag.of(self.sketch.around, self.weighed)

    @cached_property
    def heads(self) -> Bag:
        """The stems of the words that name the happening."""
        return Bag.of(self.sketch.heads, self.weighed)

    @cached_property
    def deeds(self) -> frozenset[str]:
        """What the words that name the happening say was done."""
        return deeds(self.sketch.heads)

    @cached_property
    def sites(self) -> frozenset[str]:
        """The kinds of places and of things that were hit, as its clauses name them."""
        return sites(self.sketch.words)

    @cached_property
    def names(self) -> Bag:
        """The names in its words."""
        return _names(self.sketch.names, self.weighed)

    @cached_property
    def all_names(self) -> Bag:
        """The names of the whole text."""
        return _names((*self.sketch.names, *self.sketch.all_names), self.weighed)

    @cached_property
    def fine(self) -> frozenset[str]:
        """Its towns and sites, by their keys."""
        return frozenset(where.key for where in self.sketch.wheres if where.level in FINE)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries of its places."""
        return frozenset(where.country for where in self.sketch.wheres if where.country)

    @cached_property
    def areas(self) -> frozenset[str]:
        """The provinces of its places."""
        return frozenset(where.admin1 for where in self.sketch.wheres if where.admin1)

    @cached_property
    def actors(self) -> frozenset[str]:
        """What those who did it are known by, and what they belong to."""
        return _keys(self.sketch.actors)

    @cached_property
    def recipients(self) -> frozenset[str]:
        """The same of those to whom it was done."""
        return _keys(self.sketch.recipients)

    @cached_property
    def actor_words(self) -> Bag:
        """The stems of the actors' names."""
        return _party_words(self.sketch.actors, self.weighed)

    @cached_property
    def recipient_words(self) -> Bag:
        """The stems of the recipients' names."""
        return _party_words(self.sketch.recipients, self.weighed)

    @cached_property
    def families(self) -> frozenset[str]:
        """Families of means."""
        return frozenset(self.sketch.families)

    @cached_property
    def tactics(self) -> frozenset[str]:
        """Means."""
        return frozenset(self.sketch.tactics)

    @cached_property
    def tolls(self) -> dict[str, int]:
        """How many met with each effect: the first figure that is told."""
        return {toll.effect: figure for toll in reversed(self.sketch.tolls) if (figure := toll.best or toll.low) is not None}

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Numbers of any kind."""
        return frozenset(self.sketch.numbers)

    @cached_property
    def hours(self) -> frozenset[str]:
        """Parts of the day."""
        return frozenset(self.sketch.hours)

    @cached_property
    def order(self) -> frozenset[str]:
        """Words that set it before or behind another happening."""
        return frozenset(self.sketch.order)

    @cached_property
    def targets(self) -> frozenset[str]:
        """The head words of what was hit."""
        return frozenset(head for _, head in self.sketch.targets if head)

    @cached_property
    def vector(self) -> tuple[float, ...]:
        """What the encoder makes of it, a vector of length 1; empty where it was not asked."""
        return _unit(self.sketch.vector)


def _names(names: Iterable[str], weights: Weights) -> Bag:
    """What each name weighs, but for those of days and months."""
    return Bag.weighed({skeleton(name): weights.words.get(stem(name), weights.rare) for name in names if name not in CALENDAR})


def _keys(parties: Iterable[Who]) -> frozenset[str]:
    """What the parties are known by, and what they belong to."""
    return frozenset(key for party in parties for key in (party.key, party.parent) if key)


def _party_words(parties: Iterable[Who], weights: Weights) -> Bag:
    return Bag.of((word for party in parties for word in party.words), weights)


def _unit(vector: bytes) -> tuple[float, ...]:
    """The signed bytes as a vector of length 1."""
    numbers = [byte - 256 if byte > 127 else byte for byte in vector]
    length = sqrt(sum(number * number for number in numbers))
    return tuple(number / length for number in numbers) if length else ()
