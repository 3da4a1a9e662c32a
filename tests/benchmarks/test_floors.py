"""What was won is kept: figures on a fixed part of each benchmark do not fall below what they were."""

from __future__ import annotations

import pytest

from benchmarks import floors
from benchmarks.floors import Figures
from benchmarks.lines import shared

THIRD = ("muc4", "polnear")


@pytest.fixture(scope="module")
def measured() -> Figures:
    return floors.measured()


@pytest.mark.parametrize("name", sorted(floors.floors()))
def test_a_figure_is_not_below_its_floor(measured, name):
    if name not in measured:
        corpus = name.partition(",")[0]
        assert corpus in THIRD
        pytest.skip(f"there is no {shared() / 'corpora' / corpus}: set ASCRIBE_SHARED")

    assert measured[name] >= floors.floors()[name]


def test_the_part_that_is_measured_is_fixed_by_the_names():
    rows = [{"docid": f"d{number}"} for number in range(2000)]

    assert floors.chosen(rows, "docid", 4) == list(reversed(floors.chosen(rows[::-1], "docid", 4)))
    assert 400 < len(floors.chosen(rows, "docid", 4)) < 600
