"""What the words that name a happening say was done, and at what kind of place it was."""

from __future__ import annotations

import pytest

from ascribe.link.deeds import ATTACK, deeds, sites
from ascribe.link.vocabulary import stems


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("the two engineers were let out and freed", {"release"}),
        ("the truce", {"truce"}),
        ("a ceasefire", {"truce"}),
        ("fourteen suspects detained", {"arrest"}),
        ("opened fire", {ATTACK}),
        ("the blast", {ATTACK}),
        ("the negotiations", {"talks"}),
        ("the deaths of the hostages", {ATTACK, "abduction"}),
        ("the one of Tuesday", set()),
    ],
)
def test_the_deed_is_read_from_the_words_that_name_it(words, found):
    assert deeds(stems(words)) == found


@pytest.mark.parametrize(
    ("clause", "found"),
    [
        ("a lorry was found beside the runway", {"lorry", "airport"}),
        ("shells fell on the bazaar", {"market"}),
        ("two vans burned outside the consulate", {"car", "embassy"}),
        ("nobody knows where it was", set()),
    ],
)
def test_kinds_of_places_are_read_from_the_clause(clause, found):
    assert sites(stems(clause)) == found
