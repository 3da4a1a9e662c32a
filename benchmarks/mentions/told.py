"""Scores of clusters of mentions and of articles, printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.intervals import ends, jackknife
from benchmarks.lines import Line
from benchmarks.mentions.linking import Chains, Clusters, conll
from benchmarks.metrics import clusters

Predicted = dict[str, Clusters]
_SCORES = {"MUC": clusters.muc, "B-cubed": clusters.b_cubed, "CEAF-e": clusters.ceaf_e, "LEA": clusters.lea}


def report(lines: Sequence[Line], unit: str, chains: Chains, predicted: Predicted) -> None:
    """Print the scores over all lines at once, of the mentions that have a chain.

    `unit` is the field of a line that says which lines hang together. Intervals are a jackknife over units: drawn twice, as a bootstrap
    would, a unit could not be confused with itself.
    """
    wanted = {mention: chain for mention, chain in chains.items() if chain is not None}
    gold, found = (clusters.clusters(items, sorted(wanted)) for items in (wanted, predicted["mentions"]))
    print(f"{len(lines)} articles, {len(wanted)} mentions, {len(gold)} events")
    for name, score in _SCORES.items():
        print(f"{name:8} {score(gold, found)}")
    homes = {mention["id"]: str(line[unit]) for line in lines for mention in line["mentions"]}

    def without(kept: Sequence[str]) -> float:
        return conll({mention: chain for mention, chain in wanted.items() if homes[mention] in set(kept)}, predicted["mentions"])

    print(f"CoNLL F1 {100 * clusters.conll(gold, found):.1f} {ends(jackknife(sorted(set(homes.values())), without))}")
    if predicted["documents"]:
        print(f"articles by {unit}, B-cubed {_articles(lines, unit, predicted['documents'])}")


def _articles(lines: Sequence[Line], unit: str, found: Mapping[str, str]) -> object:
    names = sorted(line["docid"] for line in lines)
    wanted = clusters.clusters({line["docid"]: str(line[unit]) for line in lines}, names)
    return clusters.b_cubed(wanted, clusters.clusters(found, names))
