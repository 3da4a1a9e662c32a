"""A sketch made ready to be compared many times: words with what they weigh, names and keys as sets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, radians, sqrt
from operator import mul

from ascribe.link.vocabulary import CALENDAR, skeleton, stem
from ascribe.model.linking import Weights
from ascribe.model.places import Level
from ascribe.model.sketches import Days, Sketch, Where, Who

#: Levels of places that are points rather than areas.
FINE = frozenset({Level.SITE.value, Level.TOWN.value, Level.NEAR.value, Level.ADMIN3.value})

#: In days: where a time has no beginning or no end.
ENDLESS = 10**9


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


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe, as distances are computed: how far north and east in radians, by how much its parallel is shorter."""

    north: float
    east: float
    shrinks: float

    @classmethod
    def at(cls, latitude: float, longitude: float) -> Point:
        """These degrees in WGS 84."""
        north = radians(latitude)
        return cls(north, radians(longitude), cos(north))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two reports that are compared. Names are cut down to what two spellings of them share; `all_names` are those of the text.

    `fine` are its towns and sites by their keys, `points` where they lie, as far as they are located.
    `spans` are its days: the first, the last, the chance; an open end lies `ENDLESS` days away.
    """

    sketch: Sketch
    stated: Days | None
    spans: tuple[tuple[int, int, float], ...]
    words: Bag
    particular: Bag
    around: Bag
    text: Bag
    heads: Bag
    names: Bag
    all_names: Bag
    fine: frozenset[str]
    points: tuple[Point, ...]
    place_names: frozenset[str]
    countries: frozenset[str]
    areas: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    party_words: tuple[Bag, Bag]
    families: frozenset[str]
    tactics: frozenset[str]
    tolls: dict[str, int]
    numbers: frozenset[str]
    hours: frozenset[str]
    order: frozenset[str]
    targets: frozenset[str]
    vector: tuple[float, ...]


def side(sketch: Sketch, weights: Weights) -> Side:
    """A sketch, ready to be compared."""
    fine = [where for where in sketch.wheres if where.level in FINE]
    return Side(
        sketch=sketch,
        stated=max((each for each in sketch.days if each.how == "own"), key=lambda each: each.chance, default=None),
        spans=tuple((*span(each), each.chance) for each in sketch.days),
        words=Bag.of(sketch.words, weights),
        particular=Bag.of(sketch.particular, weights),
        around=Bag.of(sketch.around, weights),
        text=Bag.of(sketch.text, weights),
        heads=Bag.of(sketch.heads, weights),
        names=_names(sketch.names, weights),
        all_names=_names((*sketch.names, *sketch.all_names), weights),
        fine=frozenset(where.key for where in fine),
        points=tuple(_points(fine)),
        place_names=frozenset(where.name for where in sketch.wheres),
        countries=frozenset(where.country for where in sketch.wheres if where.country),
        areas=frozenset(where.admin1 for where in sketch.wheres if where.admin1),
        actors=_keys(sketch.actors),
        recipients=_keys(sketch.recipients),
        party_words=(_party_words(sketch.actors, weights), _party_words(sketch.recipients, weights)),
        families=frozenset(sketch.families),
        tactics=frozenset(sketch.tactics),
        tolls={toll.effect: figure for toll in reversed(sketch.tolls) if (figure := toll.best or toll.low) is not None},
        numbers=frozenset(sketch.numbers),
        hours=frozenset(sketch.hours),
        order=frozenset(sketch.order),
        targets=frozenset(head for _, head in sketch.targets if head),
        vector=_unit(sketch.vector),
    )


def span(time: Days) -> tuple[int, int]:
    """The first day and the last."""
    return -ENDLESS if time.first is None else time.first, ENDLESS if time.last is None else time.last


def _names(names: Iterable[str], weights: Weights) -> Bag:
    """What each name weighs, but for those of days and months."""
    return Bag.weighed({skeleton(name): weights.words.get(stem(name), weights.rare) for name in names if name not in CALENDAR})


def _points(wheres: Iterable[Where]) -> Iterator[Point]:
    for where in wheres:
        if where.latitude is not None and where.longitude is not None:
            yield Point.at(where.latitude, where.longitude)


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
