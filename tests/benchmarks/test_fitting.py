"""Weights of signs are fitted so that chances hold, and folds are the same in every run."""

from __future__ import annotations

import pytest

from ascribe.model.decisions import Calibration
from benchmarks.fitting import FOLDS, fold, weighed


def test_folds_are_fixed_and_all_used():
    names = [f"document {n}" for n in range(300)]

    assert {fold(name) for name in names} == set(range(FOLDS))
    assert fold("ce09-pool-railway") == fold("ce09-pool-railway")


def test_a_sign_that_goes_with_what_is_right_weighs():
    pytest.importorskip("sklearn")
    rows = [{"base": 1.0, "good": 1.0}] * 90 + [{"base": 1.0}] * 100 + [{"base": 1.0, "good": 1.0}] * 10
    right = [True] * 90 + [False] * 110

    weights = Calibration(weighed(rows, right, 10.0))

    assert weights.chance({"base": 1.0, "good": 1.0}) == pytest.approx(0.9, abs=0.03)
    assert weights.chance({"base": 1.0}) < 0.1
