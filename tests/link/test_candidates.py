"""Which reports are compared: keys that two of one event share."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.candidates import keys
from ascribe.model.linking import Weights
from ascribe.model.sketches import Days
from tests.link.sketched import GAO, on, sketched

WEIGHTS = Weights()


def met(left, right) -> bool:
    """The two are compared."""
    return keys(left, WEIGHTS).meet(keys(right, WEIGHTS))


@given(st.dates(date(1980, 1, 1), date(2030, 1, 1)), st.integers(0, 2))
def test_two_days_apart_always_meet_by_day_and_place(day, later):
    one = sketched("r1", days=(on(day.isoformat()),), wheres=(GAO,))
    other = sketched("r2", days=(on((day + timedelta(later)).isoformat()),), wheres=(GAO,))
    bare = sketched("r3", days=(on((day + timedelta(later)).isoformat()),))

    assert met(one, other)
    assert met(one, bare)  # who knows less asks


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ({}, {}, False),
        ({"names": ("Mpeketoni",)}, {"all_names": ("Mpekatoni",)}, True),
        ({"names": ("monday",)}, {"names": ("monday",)}, False),
        ({"days": (on("2024-03-04"),)}, {"days": (on("2023-03-04"),)}, False),
        ({"days": (on("2024-03-04"),)}, {"days": (on("2024-03-15"),)}, True),
        ({"days": (on("2024-03-04"),)}, {"days": (on("2024-04-29"),)}, False),
        ({"days": (on("2024-03-04"),)}, {"days": (Days(None, 738_000, 0.5, "own"),)}, False),
    ],
    ids=["nothing is said", "a name in two spellings", "no name", "a year apart", "in one month", "two months apart", "no beginning"],
)
def test_they_meet(left, right, meet):
    assert (met(sketched("r1", **left), sketched("r2", **right))) is meet


def test_common_words_are_no_names():
    table = Weights(words={"polic": 1.0})

    assert keys(sketched(names=("police",)), table).answers == ()


def test_keys_are_the_same_in_every_run():
    program = (
        "from tests.link.sketched import *; from ascribe.link.candidates import keys; from ascribe.model.linking import Weights;"
        "print(keys(sketched(names=('gao', 'mopti'), wheres=(GAO,), days=(on('2024-03-04'),)), Weights()).answers)"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1
    assert all(-(2**63) <= key < 2**63 for key in eval(runs.pop()))
