"""Logistic regression over signs with names, by numpy and scipy alone, so that a benchmark can fit while it runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy
from numpy.typing import NDArray
from scipy import sparse
from scipy.optimize import minimize

Numbers = NDArray[numpy.float64]
Columns = Mapping[str, int]


def columns_of(rows: Iterable[Mapping[str, float]]) -> dict[str, int]:
    """A column for each sign, in the order in which they are met."""
    found: dict[str, int] = {}
    for row in rows:
        for name in row:
            found.setdefault(name, len(found))
    return found


def table(rows: Sequence[Mapping[str, float]], columns: Columns) -> sparse.csr_array:
    """Rows of signs as a sparse table. A sign without a column says nothing."""
    cells = [(at, columns[name], value) for at, row in enumerate(rows) for name, value in row.items() if name in columns]
    at, column, value = zip(*cells, strict=True) if cells else ((), (), ())
    return sparse.csr_array((numpy.asarray(value, float), (at, column)), shape=(len(rows), len(columns)))


def weighed(signs: sparse.csr_array, right: NDArray[numpy.bool_], counts: Numbers, free: float) -> Numbers:
    """The weight of each column. There is no intercept: one of the signs must stand for it.

    `counts`: how much each row counts; `free`: how freely weights may grow (the inverse of what holds them back).
    """
    sides = numpy.where(right, 1.0, -1.0)

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margins = sides * (signs @ weights)
        slope = -sides * counts / (1 + numpy.exp(numpy.clip(margins, -30, 30)))
        return float(counts @ numpy.logaddexp(0, -margins) + weights @ weights / (2 * free)), signs.T @ slope + weights / free

    fitted: Numbers = minimize(loss, numpy.zeros(signs.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return fitted
