"""The best one-to-one matching of two lists, by the sum of a similarity (Kuhn and Munkres, as scipy has it)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import numpy
from scipy.optimize import linear_sum_assignment

Left = TypeVar("Left")
Right = TypeVar("Right")


def best(left: Sequence[Left], right: Sequence[Right], similarity: Callable[[Left, Right], float]) -> list[tuple[int, int, float]]:
    """Pairs (place in `left`, place in `right`, similarity) whose similarities add up to the most. Pairs of no similarity are left out."""
    if not left or not right:
        return []
    table = numpy.array([[similarity(a, b) for b in right] for a in left], dtype=float)
    rows, columns = linear_sum_assignment(table, maximize=True)
    return [(int(row), int(column), float(table[row, column])) for row, column in zip(rows, columns, strict=True) if table[row, column] > 0]
