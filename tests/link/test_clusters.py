"""Reports are put together by what was judged of pairs, in any order of arrival, and as people say."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.clusters import clusters


def groups(*members: str) -> list[frozenset[str]]:
    """Groups written as words."""
    return [frozenset(each) for each in members]


@pytest.mark.parametrize(
    ("chances", "must", "cannot", "expected"),
    [
        ({}, [], [], groups("a", "b", "c", "d")),
        ({"ab": 0.9, "cd": 0.9}, [], [], groups("ab", "cd")),
        ({"ab": 0.9, "bc": 0.9, "ac": 0.9}, [], [], groups("abc", "d")),
        ({"ab": 0.99, "bc": 0.6, "ac": 0.01}, [], [], groups("ab", "c", "d")),
        ({"ab": 0.99, "bc": 0.6}, [], [], groups("ab", "c", "d")),
        ({"ab": 0.9}, [], ["ab"], groups("a", "b", "c", "d")),
        ({"ab": 0.01}, ["ab"], [], groups("ab", "c", "d")),
        ({"bc": 0.99}, ["ab"], ["ac"], groups("ab", "c", "d")),
        ({}, ["ab", "bc"], ["ac"], groups("abc", "d")),
        ({"ab": 0.7, "cd": 0.7, "bc": 0.9}, [], [], groups("a", "bc", "d")),
        ({"ab": 1.0, "cd": 0.0}, [], [], groups("ab", "c", "d")),
    ],
    ids=[
        "nobody compared them",
        "two pairs",
        "all alike",
        "the average speaks against the third",
        "a pair that was not compared speaks against it",
        "a person keeps them apart",
        "a person puts them together",
        "who is kept from one is kept from those with it",
        "together wins over apart",
        "the likeliest first",
        "certain chances",
    ],
)
def test_clusters(chances, must, cannot, expected):
    assert (
        clusters("abcd", {tuple(pair): chance for pair, chance in chances.items()}, list(map(tuple, must)), list(map(tuple, cannot)))
        == expected
    )


ITEMS = "abcdefg"
PAIRS = list(combinations(ITEMS, 2))
some_chances = st.dictionaries(st.sampled_from(PAIRS), st.floats(0.0, 1.0), max_size=15)
some_pairs = st.lists(st.sampled_from(PAIRS), max_size=3, unique=True)


@given(some_chances, some_pairs, some_pairs, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(chances, must, cannot, random):
    turned = [(pair, chance) for pair, chance in chances.items()]
    random.shuffle(turned)
    items = list(ITEMS)
    random.shuffle(items)

    assert clusters(items, dict(turned), must[::-1], cannot[::-1]) == clusters(ITEMS, chances, must, cannot)


@given(some_chances, some_pairs, some_pairs)
def test_what_a_person_says_binds(chances, must, cannot):
    home = {item: group for group in clusters(ITEMS, chances, must, cannot) for item in group}
    bound = {item: group for group in clusters(ITEMS, {}, must) for item in group}

    assert all(home[one] == home[other] for one, other in must)
    assert all(home[one] != home[other] for one, other in cannot if bound[one] != bound[other])


@given(some_chances, some_pairs, st.sampled_from(PAIRS))
def test_merge_then_undo_gives_what_was_before(chances, must, pair):
    before = clusters(ITEMS, chances, must)
    clusters(ITEMS, chances, [*must, pair])

    assert clusters(ITEMS, chances, must) == before


@given(some_chances)
def test_every_report_is_in_one_event(chances):
    found = clusters(ITEMS, chances)

    assert sorted(item for group in found for item in group) == list(ITEMS)
