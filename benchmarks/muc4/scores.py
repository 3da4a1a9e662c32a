"""Scores of MUC-4 templates: CEAF-REE, CEAF-TF, CEAF-RME, relevance of documents, firmness of organisations.

Each gives the tally of one document, so that figures add up and can be drawn again. Source: the definitions in
shared/corpora/muc4/metrics.md (Du, Rush and Cardie 2021 for REE and TF, Chen et al. 2023 for RME); no code was taken over.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from benchmarks.metrics.assignment import best
from benchmarks.metrics.labels import by_label, macro_f1
from benchmarks.metrics.tally import Tally, matched, meeting, total
from benchmarks.muc4.keys import ROLES, Entity, Key, Template, normal, pool

FACT = "REPORTED AS FACT"
VALUES = (FACT, "ACQUITTED", "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE")


def _normal(entities: Sequence[Entity]) -> list[Entity]:
    return [frozenset(normal(words) for words in entity) for entity in entities]


def ree(key: Key, given: Sequence[Template]) -> dict[str, Tally]:
    """CEAF-REE of each role: entities pooled over templates; a predicted one is right if all its strings are strings of the key's."""
    tallies = {}
    for role in ROLES:
        wanted = _normal(key.pooled[role])
        pooled = pool(_normal([entity for template in given for entity in template.roles[role]]))
        pairs = best(pooled, wanted, lambda found, gold: float(found <= gold))
        tallies[role] = matched(len(pairs), len(pooled), len(wanted))
    return tallies


def template_f1(key: Key, given: Sequence[Template]) -> dict[str, Tally]:
    """CEAF-TF of the type and of each role, under the map of predicted to key templates that is best for the document."""
    wanted = list(dict.fromkeys(_comparable(template) for template in key.templates))
    found = [_comparable(template) for template in given]
    pairs = {(i, j): _pair(f, w) for i, f in enumerate(found) for j, w in enumerate(wanted) if f[0] in w[0]}
    size = Tally(given=sum(map(_size, found)), wanted=sum(map(_size, wanted)))
    chosen = _best_map(len(found), len(wanted), {at: total(parts.values()) for at, parts in pairs.items()}, size)
    tallies = {}
    for name in ("type", *ROLES):
        denominators = Tally(given=sum(_count(f, name) for f in found), wanted=sum(_count(w, name) for w in wanted))
        tallies[name] = total([denominators, *(pairs[at][name] for at in chosen)])
    return tallies


Comparable = tuple[str, tuple[frozenset[Entity], ...]]


def _comparable(template: Template) -> Comparable:
    return template.incident_type, tuple(frozenset(_normal(template.roles[role])) for role in ROLES)


def _size(template: Comparable) -> int:
    return 1 + sum(map(len, template[1]))


def _count(template: Comparable, name: str) -> int:
    return 1 if name == "type" else len(template[1][ROLES.index(name)])


def _pair(found: Comparable, wanted: Comparable) -> dict[str, Tally]:
    """What a counted pair earns, without its denominators."""
    earned = {"type": Tally(right=1, found=1)}
    for role, given, gold in zip(ROLES, found[1], wanted[1], strict=True):
        earned[role] = meeting(gold, given, frozenset.issubset).earned
    return earned


def _best_map(found: int, wanted: int, earned: dict[tuple[int, int], Tally], size: Tally) -> list[tuple[int, int]]:
    """The one-to-one partial map with the best F1; of equals the first in the key's order, "no template" last.

    States are (key templates used, what was earned so far); of two ways to one state the first in order is kept. That is every map, without
    going through the same sums twice.
    """
    states: dict[tuple[int, float, float], tuple[int, ...]] = {(0, 0.0, 0.0): ()}
    for i in range(found):
        reached: dict[tuple[int, float, float], tuple[int, ...]] = {}
        for (used, right, hit), path in states.items():
            for j in (*range(wanted), wanted):
                if j < wanted and (used >> j & 1 or (i, j) not in earned):
                    continue
                gain = earned[i, j] if j < wanted else Tally()
                state = (used | (1 << j) if j < wanted else used, right + gain.right, hit + gain.found)
                longer = (*path, j)
                if state not in reached or longer < reached[state]:
                    reached[state] = longer
        states = reached
    ranked = ((-replace(size, right=right, found=hit).f1, path) for (_, right, hit), path in states.items())
    path = min(ranked)[1]
    return [(i, j) for i, j in enumerate(path) if j < wanted]


def rme(key: Key, given: Sequence[Template]) -> dict[str, Tally]:
    """CEAF-RME with phi-3 (mentions shared) and phi-subset (entities that share one), templates of one type aligned by what they share."""
    readings = [[]] if not key.templates else [list(reading) for reading in _split(key.templates)]
    scored = [_rme(reading, given) for reading in readings]
    return max(scored, key=lambda tallies: tallies["phi-3"].f1)


def _split(templates: Sequence[Template]) -> list[tuple[Template, ...]]:
    """Every reading of a key whose types are in doubt ("attack / bombing"), one type a template."""
    readings: list[tuple[Template, ...]] = [()]
    for template in templates:
        kinds = template.incident_type.split(" / ")
        readings = [(*reading, replace(template, incident_type=kind)) for reading in readings for kind in kinds]
    return readings


def _rme(wanted: Sequence[Template], given: Sequence[Template]) -> dict[str, Tally]:
    tallies = {}
    for name, similarity in (("phi-3", _shared_mentions), ("phi-subset", _shared_entities)):
        pairs = best(given, wanted, lambda f, w, s=similarity: s(f, w).right + s(f, w).found)  # type: ignore[misc]
        earned = [similarity(given[i], wanted[j]) for i, j, _ in pairs]
        sides = (sum(_weight(t, name) for t in given), sum(_weight(t, name) for t in wanted))
        tallies[name] = total([Tally(given=sides[0], wanted=sides[1]), *earned])
    return tallies


def _weight(template: Template, name: str) -> int:
    entities = [entity for role in ROLES for entity in _normal(template.roles[role])]
    return sum(map(len, entities)) if name == "phi-3" else len(entities)


def _shared_mentions(found: Template, wanted: Template) -> Tally:
    if found.incident_type != wanted.incident_type:
        return Tally()
    shared = 0.0
    for role in ROLES:
        pairs = best(_normal(found.roles[role]), _normal(wanted.roles[role]), lambda a, b: float(len(a & b)))
        shared += sum(number for _, _, number in pairs)
    return Tally(right=shared, found=shared)


def _shared_entities(found: Template, wanted: Template) -> Tally:
    if found.incident_type != wanted.incident_type:
        return Tally()
    roles = ((_normal(wanted.roles[role]), _normal(found.roles[role])) for role in ROLES)
    return total(meeting(gold, given, lambda a, b: not a.isdisjoint(b)).earned for gold, given in roles)


def relevance(key: Key, given: Sequence[Template]) -> Tally:
    """A document is relevant if it has a template."""
    return matched(float(key.relevant and bool(given)), float(bool(given)), float(key.relevant))


@dataclass(frozen=True)
class FirmnessScore:
    """How firmly organisations are named: the values given to matched ones beside the accepted, and the counts for the figures."""

    matched: tuple[tuple[str, frozenset[str]], ...] = ()
    given: int = 0
    wanted: int = 0
    wanted_not_fact: int = 0

    def __add__(self, other: FirmnessScore) -> FirmnessScore:
        return FirmnessScore(
            self.matched + other.matched,
            self.given + other.given,
            self.wanted + other.wanted,
            self.wanted_not_fact + other.wanted_not_fact,
        )

    @property
    def right(self) -> int:
        """How many matched organisations have an accepted value."""
        return sum(value in accepted for value, accepted in self.matched)

    @property
    def end_to_end(self) -> Tally:
        """Organisation and value both right."""
        return matched(self.right, self.given, self.wanted)

    @property
    def accuracy(self) -> float:
        """Of the matched organisations, the share with an accepted value."""
        return self.right / len(self.matched) if self.matched else 0.0

    @property
    def recall_not_fact(self) -> float:
        """Of the wanted items that do not accept REPORTED AS FACT, the share found with an accepted value."""
        right = sum(value in accepted for value, accepted in self.matched if FACT not in accepted)
        return right / self.wanted_not_fact if self.wanted_not_fact else 0.0

    @property
    def macro_f1(self) -> float:
        """The mean F1 of the values among the matched. An item that accepts several counts for the one given, else for its first."""
        pairs = [(value if value in accepted else min(accepted, key=VALUES.index), value) for value, accepted in self.matched]
        labels = {label for pair in pairs for label in pair}
        return macro_f1(by_label(pairs, labels).values())


def firmness(key: Key, given: Sequence[Template]) -> FirmnessScore:
    """How firmly each organisation of a document is said to have done it, matched by name, one-to-one."""
    wanted = {(frozenset(map(normal, f.organisation)), f.values) for template in key.templates for f in template.firmness}
    found = {(normal(words), value) for template in given for f in template.firmness for words in f.organisation for value in f.values}
    gold = sorted(wanted, key=lambda item: (sorted(item[0]), sorted(item[1])))
    answers = sorted(found)
    pairs = best(answers, gold, lambda a, g: (1 + (a[1] in g[1])) * (a[0] in g[0]))
    hits = tuple((answers[i][1], gold[j][1]) for i, j, _ in pairs)
    return FirmnessScore(hits, len(answers), len(gold), sum(FACT not in values for _, values in gold))
