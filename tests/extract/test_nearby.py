"""What stands at some words is found as if all of the text had been looked at."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ascribe.extract.nearby import Nearby

STRETCH = st.tuples(st.integers(0, 400), st.integers(1, 150)).map(lambda pair: (pair[0], sum(pair)))


@given(st.lists(STRETCH, max_size=30), STRETCH)
def test_it_is_what_shares_a_character_in_the_order_given(stretches, asked):
    near = Nearby(range(len(stretches)), lambda number: [stretches[number]])

    assert near.at(*asked) == [n for n, (start, end) in enumerate(stretches) if start < asked[1] and asked[0] < end]


def test_an_item_of_several_pieces_is_found_once():
    near = Nearby(["saying"], lambda _: [(0, 10), (20, 90)])

    assert near.at(5, 30) == ["saying"]
    assert near.at(10, 20) == []
