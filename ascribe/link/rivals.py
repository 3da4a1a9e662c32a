"""The other reports of both documents, in view of which two reports are judged: a document tells of a happening once.

Rule. What is told of one happening in each of two documents goes together best where neither has a report that fits the other better. So
the odds of a pair are weighed again beside those of its rivals: the pairs that either report makes with the other document's reports.
"""

from __future__ import annotations

from collections.abc import Mapping

from ascribe.model.linking import Sign

#: Two reports, by their places on the left and on the right.
Pair = tuple[int, int]
#: The log-odds of a rival that is not there.
NONE = -6.0


def standings(odds: Mapping[Pair, float]) -> dict[Pair, list[Sign]]:
    """How each pair of two documents' reports stands to its rivals, as signs. `odds` are log-odds of one event, for every pair."""
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (left, right), value in odds.items():
        rows.setdefault(left, []).append(value)
        columns.setdefault(right, []).append(value)
    return {pair: _signs(value, _beside(rows[pair[0]], value), _beside(columns[pair[1]], value)) for pair, value in odds.items()}


def _beside(values: list[float], own: float) -> float:
    """The best of the others; of two that are equal one is the other's rival."""
    best = max(values)
    if own < best:
        return best
    others = sorted(values)[:-1]
    return others[-1] if others else NONE


def _signs(value: float, rival: float, other: float) -> list[Sign]:
    best, lesser = max(rival, other), min(rival, other)
    return [("rivals: odds", value), ("rivals: before the best", value - best), ("rivals: before the lesser", value - lesser)]
