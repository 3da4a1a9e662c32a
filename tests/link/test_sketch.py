"""What is compared of a report: its own words and days, and which it has from the text around."""

from __future__ import annotations

from datetime import date

import pytest

from ascribe.knowledge import linking
from ascribe.link.sketch import sketches
from ascribe.link.vocabulary import names, numbers, skeleton, stem, stems
from ascribe.model.linking import Weights
from ascribe.model.reports import reports
from tests.make import coded

WEIGHTS = linking.load()


def sketched(text: str, published: str | None = "2024-06-12"):
    """The sketches of a text, as the fast engine codes it."""
    reading = coded(text, published)
    told = reports(reading.document, reading.claims, [sentence.span for sentence in reading.sentences])
    return sketches(told, WEIGHTS, reading.times)


def test_a_sketch_has_day_place_toll_and_words():
    (found,) = sketched("Gunmen killed 14 traders at the market of Gao on Monday night, police said.")

    assert found.days[0].first == date(2024, 6, 10).toordinal()
    assert found.days[0].how == "own"
    assert {where.country for where in found.wheres} == {"ML"}
    assert [(toll.effect, toll.best) for toll in found.tolls] == [("killed", 14)]
    assert {"kill", "market"} <= set(found.words)
    assert "gao" in found.names
    assert (found.numbers, found.hours) == (("14",), ("night",))


def test_a_report_without_a_day_is_likely_of_the_days_before_publication():
    (found,) = sketched("Gunmen killed 14 traders at the market of Gao, police said.")

    assert {each.how for each in found.days} == {"publication"}
    assert all(date.fromordinal(each.first) >= date(2024, 6, 10) for each in found.days)


def test_the_day_of_saying_is_less_likely_that_of_the_deed():
    (found,) = sketched("Gunmen killed 14 traders at the market of Gao on Saturday, police said on Tuesday.")

    assert found.days[0].first == date(2024, 6, 8).toordinal()


def test_without_any_date_nothing_is_known():
    assert all(each.days == () for each in sketched("Gunmen killed 14 traders at the market of Gao.", None))


def test_chances_of_days_are_at_most_one_together():
    for found in sketched(
        "On 3 June a bomb killed two in Gao. On 5 June, a day after a funeral, gunmen shot five in Mopti; two died on 7 June."
    ):
        assert len(found.days) <= 4
        assert sum(each.chance for each in found.days) <= 1.0


def test_no_weights_are_needed():
    reading = coded("Gunmen killed 14 traders in Gao on Monday.")

    assert sketches(reports(reading.document, reading.claims, ()), Weights())[0].type == "ASSAULT"


@pytest.mark.parametrize(
    ("words", "same"),
    [("shot shooting", True), ("killed killing", True), ("lorry trucks", True), ("bomb bombs", True), ("bomb bridge", False)],
)
def test_forms_of_a_word_have_one_stem(words, same):
    one, other = words.split()

    assert (stem(one) == stem(other)) is same


def test_content_words_and_figures_are_kept_apart():
    assert stems("The 24 of them were killed in Gao") == ["kill", "gao"]
    assert list(numbers("thirty-six hours, 1,200 men and forty")) == ["36", "1200", "40"]


def test_names_are_written_with_a_capital_and_two_spellings_share_a_skeleton():
    assert list(names("The town of Mpeketoni, says Ali's brother")) == ["mpeketoni", "ali"]
    assert skeleton("mpeketoni") == skeleton("mpekatonni")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two weeks ago gunmen killed 14 traders at the market of Gao, police said.", date(2024, 5, 29)),
        ("Relatives of the 14 traders whom gunmen killed in Gao a year ago laid wreaths.", date(2023, 6, 12)),
    ],
    ids=["weeks ago", "anniversary"],
)
def test_a_day_that_can_be_counted_is_among_those_it_may_be(text, expected):
    assert any(each.first == each.last == expected.toordinal() for found in sketched(text) for each in found.days)
