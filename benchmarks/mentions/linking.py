"""Groups of mentions: pairs are weighed by what was fitted on other topics, and grouped by average link."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

import numpy
from numpy.typing import NDArray
from scipy import sparse

from benchmarks.mentions.grouping import grouped
from benchmarks.mentions.mention import Topic
from benchmarks.mentions.signs import signs
from benchmarks.mentions.weighing import Numbers, columns_of, table, weighed
from benchmarks.metrics import clusters

#: How freely weights may grow. Of 0.1, 0.3 and 1, tried on GVC, none is better by more than the draw of folds.
FREE = 0.3
#: No pair speaks louder than this, in odds as logarithms: one sure pair must not join what ten doubt.
LOUDEST = 8.0
#: The mean odds, as logarithms, down to which two groups are one; which of them is chosen on topics left out of the fit.
LEAST = tuple(-1.6 + 0.2 * step for step in range(11))
#: Into how many parts the topics that are learnt from are cut to choose it.
INNER = 3
#: Into how many folds the topics asked about are dealt where they are learnt from, too.
FOLDS = 10
Places = NDArray[numpy.int64]
Flags = NDArray[numpy.bool_]
#: The chain of each mention by its id; None for one that nothing is learnt from.
Chains = Mapping[str, str | None]
Clusters = dict[str, str]


@dataclass(frozen=True)
class Pairs:
    """Every two mentions of a topic, a row of signs each. `first` and `second` are the mentions' numbers in the topic."""

    topic: Topic
    first: Places
    second: Places
    signs: sparse.csr_array

    def right(self, chains: Chains) -> tuple[Flags, Flags]:
        """Of each pair, whether it is of one chain, and whether anything is learnt from it."""
        named = numpy.asarray([chains.get(mention.id) or "" for mention in self.topic.mentions])
        one, other = named[self.first], named[self.second]
        return one == other, (one != "") & (other != "")

    def wide(self, width: int) -> sparse.csr_array:
        """The table with columns for signs that were first met in later topics."""
        return sparse.csr_array((self.signs.data, self.signs.indices, self.signs.indptr), shape=(self.signs.shape[0], width))

    def clusters(self, weights: Numbers, least: float) -> Clusters:
        """The cluster of each mention. Two groups are joined while the mean odds of their pairs are at least `least`."""
        mentions = self.topic.mentions
        distances = numpy.zeros((len(mentions), len(mentions)))
        distances[self.first, self.second] = LOUDEST - numpy.clip(self.wide(len(weights)) @ weights, -LOUDEST, LOUDEST)
        distances += distances.T
        groups = grouped(distances, LOUDEST - least)
        return {mention.id: f"{self.topic.name} {group}" for mention, group in zip(mentions, groups, strict=True)}


def pairs(topic: Topic, columns: dict[str, int], *, grow: bool) -> Pairs:
    """The pairs of a topic. `grow`: a sign that is met for the first time gets a column, for it is learnt from these pairs."""
    first, second = numpy.triu_indices(len(topic.mentions), 1)
    rows = [signs(topic, topic.mentions[one], topic.mentions[other]) for one, other in zip(first, second, strict=True)]
    if grow:
        for name in columns_of(rows):
            columns.setdefault(name, len(columns))
    return Pairs(topic, first, second, table(rows, columns))


def fitted(learnt: Sequence[Pairs], chains: Chains, width: int) -> Numbers:
    """The weights that tell the chains of these topics. A topic counts as its mentions, not as their pairs, which are their square."""
    tables, rights, counts = [], [], []
    for each in learnt:
        right, used = each.right(chains)
        tables.append(each.wide(width)[used])
        rights.append(right[used])
        counts.append(numpy.full(int(used.sum()), 1 / max(1, len(each.topic.mentions))))
    flat = numpy.concatenate(counts)
    return weighed(sparse.vstack(tables, "csr"), numpy.concatenate(rights), flat / flat.mean(), FREE)


@dataclass(frozen=True)
class Linker:
    """What was fitted: a weight for each column, and the mean odds down to which two groups are one."""

    weights: Numbers
    least: float

    def __call__(self, asked: Pairs) -> Clusters:
        """The clusters of a topic."""
        return asked.clusters(self.weights, self.least)


def learn(learnt: Sequence[Pairs], chains: Chains, width: int) -> Linker:
    """Fit the weights on all of these topics. `least` is what gives the best CoNLL F1 on topics that were left out of the fit."""
    parts = min(INNER, len(learnt))
    left_out: list[tuple[Pairs, Numbers]] = []
    for part in range(parts):
        kept = [each for at, each in enumerate(learnt) if at % parts != part] or learnt
        weights = fitted(kept, chains, width)
        left_out += [(each, weights) for each in learnt[part::parts]]

    def score(least: float) -> float:
        found: Clusters = {}
        for each, weights in left_out:
            found |= each.clusters(weights, least)
        return conll({mention: chain for mention, chain in chains.items() if mention in found}, found)

    return Linker(fitted(learnt, chains, width), max(LEAST, key=score))


def conll(chains: Chains, found: Clusters) -> float:
    """CoNLL F1 over the mentions that have a chain."""
    wanted = {mention: chain for mention, chain in chains.items() if chain is not None}
    names = sorted(wanted)
    return clusters.conll(clusters.clusters(wanted, names), clusters.clusters(found, names))


def linked(
    asked: Sequence[Topic],
    learnt: Sequence[Topic],
    chains: Chains,
    *,
    folds: int,
    seed: int,
) -> Clusters:
    """The cluster of every mention of the topics asked about, by what was fitted on other topics.

    Where none of the articles asked about is learnt from, one fit serves all. Else the topics asked about are dealt into folds, and each
    fold is answered by a fit that leaves out every topic learnt from that shares an article with it.
    """
    columns: dict[str, int] = {}
    teachers = [pairs(each, columns, grow=True) for each in learnt]
    askers = [pairs(each, columns, grow=False) for each in asked]
    known = {document for each in learnt for document in each.documents}
    overlap = any(known & each.documents for each in asked)
    found: Clusters = {}
    for fold in _dealt(askers, folds if overlap else 1, seed):
        documents = {document for each in fold for document in each.topic.documents}
        linker = learn(_without(teachers, documents), chains, len(columns))
        for each in fold:
            found |= linker(each)
    return found


def _dealt(askers: Sequence[Pairs], folds: int, seed: int) -> list[list[Pairs]]:
    shuffled = list(askers)
    Random(seed).shuffle(shuffled)
    return [fold for at in range(folds) if (fold := shuffled[at::folds])]


def _without(teachers: Sequence[Pairs], documents: Iterable[str]) -> list[Pairs]:
    """The topics to learn from that have none of these articles."""
    kept = [each for each in teachers if each.topic.documents.isdisjoint(documents)]
    if not kept:
        raise SystemExit("nothing is left to learn from: every topic of --fit shares an article with those that are asked about")
    return kept
