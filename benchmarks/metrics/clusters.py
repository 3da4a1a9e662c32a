"""Scores of clusters: MUC, B-cubed, CEAF-e, LEA, and CoNLL, the mean F1 of the first three.

Definitions: Vilain et al. 1995, Bagga and Baldwin 1998, Luo 2005, Moosavi and Strube 2016, as shared/corpora/gvc/README.md sums them up.
Clusters are given as {item: name of its cluster}; an item that the prediction lacks stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.metrics.assignment import best
from benchmarks.metrics.tally import Tally

Cluster = frozenset[str]


def clusters(items: Mapping[str, str], universe: Sequence[str]) -> list[Cluster]:
    """The clusters of all items of the universe, in a fixed order."""
    grouped: dict[str, set[str]] = {}
    for item in universe:
        grouped.setdefault(items.get(item, f"alone {item}"), set()).add(item)
    return [frozenset(members) for members in grouped.values()]


def _home(found: Sequence[Cluster]) -> dict[str, Cluster]:
    return {item: cluster for cluster in found for item in cluster}


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Tally:
    """Links that would have to be added or cut."""
    right, given = _links(found, _home(gold))
    hit, wanted = _links(gold, _home(found))
    return Tally(right, given, hit, wanted)


def _links(these: Sequence[Cluster], others: Mapping[str, Cluster]) -> tuple[float, float]:
    kept = sum(len(cluster) - len({others[item] for item in cluster}) for cluster in these)
    return kept, sum(len(cluster) - 1 for cluster in these)


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Tally:
    """The mean share of an item's cluster that is right."""
    return Tally(_shares(found, _home(gold)), sum(map(len, found)), _shares(gold, _home(found)), sum(map(len, gold)))


def _shares(these: Sequence[Cluster], others: Mapping[str, Cluster]) -> float:
    return sum(len(cluster & others[item]) / len(cluster) for cluster in these for item in cluster)


def ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Tally:
    """The best alignment of clusters, a pair worth twice its common items over the sum of its sizes."""
    earned = sum(worth for _, _, worth in best(found, gold, lambda a, b: 2 * len(a & b) / (len(a) + len(b))))
    return Tally(earned, len(found), earned, len(gold))


def lea(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Tally:
    """The share of an entity's links that are there, weighted by its size. One that stands alone counts if it does on both sides."""
    right, given = _resolved(found, gold)
    hit, wanted = _resolved(gold, found)
    return Tally(right, given, hit, wanted)


def _resolved(these: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, float]:
    total = 0.0
    for cluster in these:
        if len(cluster) == 1:
            total += float(cluster in others)
            continue
        links = len(cluster) * (len(cluster) - 1) / 2
        shared = (len(cluster & other) for other in others)
        total += len(cluster) * sum(common * (common - 1) / 2 for common in shared) / links
    return total, sum(map(len, these))


def conll(gold: Sequence[Cluster], found: Sequence[Cluster]) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e."""
    return sum(score(gold, found).f1 for score in (muc, b_cubed, ceaf_e)) / 3
