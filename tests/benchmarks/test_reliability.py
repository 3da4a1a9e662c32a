"""Chances that hold have no error; chances that are all too sure have one."""

from __future__ import annotations

import pytest

from benchmarks.metrics.reliability import expected_error, table


@pytest.mark.parametrize(
    ("pairs", "error"),
    [
        ([], 0.0),
        ([(1.0, True), (0.0, False)], 0.0),
        ([(0.75, True), (0.75, True), (0.75, True), (0.75, False)], 0.0),
        ([(0.9, False), (0.9, False)], 0.9),
        ([(0.95, True), (0.15, True)], (0.05 + 0.85) / 2),
    ],
)
def test_expected_calibration_error(pairs, error):
    assert expected_error(pairs) == pytest.approx(error)


def test_the_table_has_a_line_for_each_drawer_in_use():
    assert len(table([(0.05, False), (0.95, True), (0.97, True)]).splitlines()) == 3
