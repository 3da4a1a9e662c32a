"""What speaks for and against one happening, of two accounts."""

from __future__ import annotations

import pytest

from ascribe.extract.fused import signs_of
from ascribe.extract.sameness import lie_apart
from tests.extract.marks import accounts_with, event


def signs(text: str, *words: str, kinds: tuple[str, str] = ("ASSAULT", "ASSAULT"), **roles: list) -> dict[str, float]:
    """The signs of two event words of a text; `roles` are those of the first and of the second."""
    marks = [event(text, word, kind, roles=roles.get(name, [])) for word, kind, name in zip(words, kinds, ("first", "second"), strict=True)]
    view, entries = accounts_with(text, *marks)
    return signs_of(entries[0], entries[1], view)


def test_another_day_speaks_against():
    text = "Armed men set upon a clinic in Mosul on Monday. Robbers made off with a lorry in Kabul on 3 March 2019."
    first, second = [("place", "Mosul"), ("time", "Monday")], [("place", "Kabul"), ("time", "3 March 2019")]

    told = signs(text, "set upon", "made off", first=first, second=second)

    assert told["times apart"] == 1.0
    assert told["places apart"] == 1.0


def test_two_deeds_of_which_each_has_its_day_are_two():
    text = "Gunmen attacked a clinic in Gao on Monday. Robbers bombed a depot in Gao on Wednesday."

    told = signs(text, "attacked", "bombed", first=[("time", "Monday")], second=[("time", "Wednesday")])

    assert told["deeds on two days"] == 1.0


def test_a_deed_in_a_month_is_not_told_with_its_day():
    text = "Armed men set upon a clinic in Gao on 2 May 2024. They made off with a lorry in Gao in June 2024."

    told = signs(text, "set upon", "made off", first=[("time", "2 May 2024")], second=[("time", "June 2024")])

    assert told["times apart"] == 1.0
    assert "deeds on two days" not in told


def test_the_same_place_speaks_for():
    text = "Armed men set upon a clinic in Gao. They made off with a lorry in Gao at dawn."

    told = signs(text, "set upon", "made off", first=[("place", "Gao")], second=[("place", "Gao")])

    assert told["places agree"] > 0


@pytest.mark.parametrize(("kinds", "other"), [(("ASSAULT", "COERCE"), True), (("ASSAULT", "ASSAULT"), False)])
def test_another_type_is_a_sign(kinds, other):
    assert ("other type" in signs("Armed men set upon a clinic. They made off with a lorry.", "set upon", "made off", kinds=kinds)) is other


def test_how_far_apart_is_a_sign():
    near = signs("Armed men set upon a clinic and made off with a lorry.", "set upon", "made off")
    far = signs("Armed men set upon a clinic. It rained. It rained more. They made off with a lorry.", "set upon", "made off")

    assert near["distance"] < far["distance"]
    assert "same sentence" in near


@pytest.mark.parametrize(
    ("told", "apart"),
    [
        ({"places apart": 1.0}, True),
        ({"times apart": 1.0}, False),
        ({"times apart": 1.0, "places agree": 0.3}, True),
        ({"times apart": 1.0, "places agree": 0.9}, False),
        ({"times apart": 1.0, "deeds on two days": 1.0, "places agree": 0.9}, True),
        ({"times agree": 0.7}, False),
    ],
    ids=[
        "other places",
        "other days alone",
        "other days, one place may hold the other",
        "other days at one place",
        "two deeds, each with its day",
        "nothing apart",
    ],
)
def test_what_lies_apart(told, apart):
    assert lie_apart(told) is apart
