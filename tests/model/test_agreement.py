"""Agreement figures are those of the textbooks, and none are given where they would say nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.agreement import LEAST, agreement, alpha, independent, kappa, percent
from ascribe.model.reviews import Decided, Decision, Role

#: Cohen's kappa as in the example that textbooks have: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no.
FIFTY = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
#: Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability", example C: nominal data, four observers, missing values.
FOUR = [
    *([1, 1, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1], [2, 2, 2, 2]),
    *([5, 5, 5], [1, 1], [3]),
]


def test_kappa_is_that_of_the_textbook():
    assert percent(FIFTY) == 0.7
    assert kappa(FIFTY) == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorffs_example():
    assert alpha(FOUR) == pytest.approx(0.743, abs=0.0005)


@pytest.mark.parametrize("figure", [lambda pairs: kappa(pairs), lambda pairs: alpha(pairs)], ids=["kappa", "alpha"])
def test_where_all_always_say_the_same_nothing_is_said(figure):
    assert figure([("y", "y")] * 30) is None


def test_of_few_pairs_nothing_is_said():
    few = [{"ana": {"mode": "beat"}, "ben": {"mode": "beat"}}] * (LEAST - 1)
    many = [*few, {"ana": {"mode": "beat"}, "ben": {"mode": "torture"}}]

    assert {each.percent for each in agreement(few).fields} == {None}
    (mode,) = (each for each in agreement(many).fields if each.field == "mode")
    assert (mode.pairs, mode.percent) == (LEAST, 0.9)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40))
def test_figures_are_never_above_one_and_full_only_where_all_are_alike(pairs):
    for found in (kappa(pairs), alpha(pairs)):
        assert found is None or found <= 1
        assert found is None or (found == pytest.approx(1)) == all(one == other for one, other in pairs)


def test_only_decisions_without_another_in_view_are_compared():
    first = Decision(1, "ana", Role.CODER, Decided.ACCEPTED)
    blind = Decision(2, "ben", Role.CODER, Decided.REJECTED)
    aware = Decision(3, "cat", Role.CODER, Decided.REJECTED, seen=frozenset({1, 2}))
    again = Decision(4, "ana", Role.CODER, Decided.REJECTED, seen=frozenset({1}))

    assert independent([first, blind, aware]) == {"ana": first, "ben": blind}
    assert independent([first, blind, aware, again])["ana"] == again
