"""Scores of labels, one a unit: a tally for each label, and the mean of their F1."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from benchmarks.metrics.tally import Tally, matched

Labels = Sequence[tuple[str, str]]


def by_label(pairs: Labels, labels: Iterable[str] | None = None) -> dict[str, Tally]:
    """A tally for each of the labels, of pairs (gold, found); without `labels`, for those that gold has."""
    listed = {gold for gold, _ in pairs} if labels is None else set(labels)
    return {
        label: matched(
            sum(gold == found == label for gold, found in pairs),
            sum(found == label for _, found in pairs),
            sum(gold == label for gold, _ in pairs),
        )
        for label in sorted(listed)
    }


def macro_f1(tallies: Iterable[Tally]) -> float:
    """The mean F1 of labels; 0 of none."""
    scores = [tally.f1 for tally in tallies]
    return sum(scores) / len(scores) if scores else 0.0


def weighted_f1(tallies: Iterable[Tally]) -> float:
    """The mean F1 of labels, each as often as gold has it; 0 of none."""
    listed = list(tallies)
    whole = sum(tally.wanted for tally in listed)
    return sum(tally.f1 * tally.wanted for tally in listed) / whole if whole else 0.0


def share_right(pairs: Labels) -> float:
    """The share of units whose label is right; 0 of none."""
    return sum(gold == found for gold, found in pairs) / len(pairs) if pairs else 0.0
