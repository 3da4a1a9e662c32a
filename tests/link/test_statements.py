"""Sources counted over many documents: copies once, an agency once, a party as a party."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.standing import company, standing
from ascribe.link.statements import in_order, named, statements
from ascribe.model.claims import Contests, Stance
from ascribe.model.events import Standing
from ascribe.model.parties import Kind
from tests.make import claim, party

REBELS = party("Rebels")
ARMY = party("Army", Kind.STATE_FORCES, country="ML")
AGENCY = party("The Wire", Kind.MEDIA, id=None)


def paper(name: str, *claims, origins=None, published="2024-03-05"):
    """What one paper prints."""
    mine = None if origins is None else lambda _: frozenset(origins)
    return list(statements(claims or [claim(recipients=(ARMY,))], name, origins=mine, published=published, document=name))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (paper("Post"), Standing.SINGLE),
        (paper("Post") + paper("Herald"), Standing.CORROBORATED),
        (paper("Post") + paper("The Post"), Standing.SINGLE),
        (paper("Post", origins=["text:1"]) + paper("Herald", origins=["text:1"]), Standing.SINGLE),
        (paper("Post", origins=[named("The Wire")]) + paper("Herald", origins=[named("The Wire")]), Standing.SINGLE),
        (paper("Post", origins=[named("The Wire")]) + paper("The Wire"), Standing.SINGLE),
        (paper("The Wire") + paper("Post", claim(AGENCY, recipients=(ARMY,))), Standing.SINGLE),
        (paper("Post", claim(ARMY, recipients=(ARMY,))) + paper("Herald", claim(ARMY, recipients=(ARMY,))), Standing.PARTY_ONLY),
        (paper("Rebels", claim(actors=(REBELS,))) + paper("Herald", claim(REBELS, Stance.CLAIMED, actors=(REBELS,))), Standing.PARTY_ONLY),
    ],
    ids=[
        "one paper",
        "two papers",
        "one paper under two names",
        "a copy",
        "two that credit one agency",
        "one that credits an agency, and the agency",
        "the agency itself, and a paper that quotes it",
        "the army in two papers",
        "a group's statement, and a paper that quotes the group",
    ],
)
def test_happening(told, expected):
    assert standing(told).happening.level is expected


def test_thirty_reprints_are_one_source():
    told = [each for number in range(30) for each in paper(f"Paper {number}", origins=["text:1", f"name:paper {number}"])]

    assert standing(told).happening.level is Standing.SINGLE
    assert standing(told).happening.sources == ("Paper 0",)


@given(st.permutations([0, 1, 2, 3, 4]))
def test_what_binds_two_voices_makes_them_one_in_any_order(order):
    links = [["a"], ["b"], ["c"], ["a", "b"], ["b", "c"]]
    told = [each for number in order for each in paper(f"Paper {number}", origins=links[number])]

    assert standing(told).happening.level is Standing.SINGLE


@given(st.permutations(range(6)))
def test_the_order_of_arrival_changes_nothing(order):
    all_told = [each for number in range(6) for each in paper(f"Paper {number}", published=f"2024-03-0{number % 3 + 1}")]

    assert [each.publisher for each in in_order(all_told[at] for at in order)] == [each.publisher for each in in_order(all_told)]


def test_who_is_alone_borne_out_and_contested():
    told = [
        *paper("Rebels", claim(actors=(REBELS,), recipients=(ARMY,))),
        *paper("Post", claim(ARMY, Stance.DENIED, contests=Contests.HAPPENING)),
    ]

    rebels, army = company(told)

    assert (rebels.affirms, rebels.alone, rebels.borne_out, rebels.contradicted) == (True, True, False, True)
    assert (army.affirms, army.alone, army.borne_out, army.contradicted) == (False, False, False, False)

    told += paper("Herald")

    assert company(told)[0].borne_out
    assert not company(told)[0].alone


def test_a_copy_bears_nobody_out():
    told = paper("Post", origins=["text:1"]) + paper("Herald", origins=["text:1"])

    assert [(each.alone, each.borne_out) for each in company(told)] == [(True, False)] * 2
