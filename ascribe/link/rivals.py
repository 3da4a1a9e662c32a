"""The other reports of both documents, in view of which two reports are judged: a document tells of a happening once.

Rule. What is told of one happening in each of two documents goes together best where neither has a report that fits the other better. So
the odds of a pair are weighed again beside those of its rivals: the pairs that either report makes with the other document's reports. Where
there is no rival nothing speaks for the pair on that account: that nobody else is there is no merit.
"""

from __future__ import annotations

from collections.abc import Mapping

from ascribe.model.linking import Sign

#: Two reports, by their places on the left and on the right.
Pair = tuple[int, int]
#: In log-odds: by how much more a pair stands before or behind a rival says no more.
FARTHEST = 4.0


def standings(odds: Mapping[Pair, float]) -> dict[Pair, list[Sign]]:
    """How each pair of two documents' reports stands to its rivals. `odds` are log-odds of one event, for every pair."""
    rows: dict[int, list[float]] = {}
    columns: dict[int, list[float]] = {}
    for (left, right), value in odds.items():
        rows.setdefault(left, []).append(value)
        columns.setdefault(right, []).append(value)
    return {pair: _signs(value, rows[pair[0]], columns[pair[1]]) for pair, value in odds.items()}


def _signs(value: float, row: list[float], column: list[float]) -> list[Sign]:
    leads = [_lead(value, every) for every in (row, column) if len(every) > 1]
    found = [("rivals: odds", value)]
    if leads:
        found += [("rivals: some", 1.0), ("rivals: behind", min(0.0, *leads)), ("rivals: before", max(0.0, min(leads)))]
        found.append(("rivals: leads", sum(leads)))
    return found


def _lead(value: float, every: list[float]) -> float:
    """By how much a pair stands before the best of the others, below 0 if it stands behind it."""
    best = max(every)
    rival = best if value < best else sorted(every)[-2]
    return max(-FARTHEST, min(FARTHEST, value - rival))
