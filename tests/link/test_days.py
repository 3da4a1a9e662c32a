"""On which days a report's happening may have been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ascribe.link.days import candidates, days
from ascribe.model.linking import Sum
from ascribe.model.reports import Report
from ascribe.model.text import Span
from ascribe.resolve.times.times import find_times
from tests.make import coded

PUBLISHED = "2024-06-12"  # a Wednesday


def found(text: str, word: str, title: str = "") -> dict[str, str]:
    """Every single day that may be that of what a word names, and where it is from."""
    reading = coded(text, PUBLISHED)
    at = text.index(word)
    named = Span(at, at + len(word))
    sentences = tuple(sentence.span for sentence in reading.sentences if sentence.span.overlaps(named))
    report = Report("r1", replace(reading.document, title=title), reading.claims, sentences)
    listed = candidates(report, [named], find_times(text, date.fromisoformat(PUBLISHED)), alone=True)
    return {str(date.fromordinal(each.first)): each.how for each in listed if each.first is not None and each.first == each.last}


@pytest.mark.parametrize(
    ("text", "word", "title", "day"),
    [
        ("Gunmen shot two guards on Monday.", "shot", "", "2024-06-10"),
        ("The dam was hit on 3 May. It rained. Two days later the mill burnt.", "burnt", "", "2024-05-05"),
        ("A year ago today the dam was hit. Ten days later the mill burnt.", "burnt", "", "2023-06-22"),
        ("Nobody has come home since Thursday, when the mill burnt.", "burnt", "", "2024-06-06"),
        ("Wednesday: the mill burnt. Friday: the dam was hit.", "burnt", "", "2024-06-05"),
        ("The mines of the 3rd were small.", "mines", "", "2024-06-03"),
        ("Two guards were shot.", "shot", "What we know of Friday's raid", "2024-06-07"),
        ("Candles stood where two guards were shot.", "shot", "Ten years after the raid", "2014-06-12"),
        ("Two guards were shot.", "shot", "", "2024-06-11"),
    ],
    ids=[
        "it says", "counted from a day told", "from the same day years ago", "since", "a week in a row", "in passing", "in the title",
        "years ago, by the title", "before publication",
    ],
)  # fmt: skip
def test_the_day_is_among_those_that_may_be(text, word, title, day):
    assert day in found(text, word, title)


def test_a_text_without_a_date_has_the_days_that_it_states():
    text = "Gunmen shot two guards on 3 May 2024."
    reading = coded(text, PUBLISHED)
    report = Report("r1", replace(reading.document, published=None), reading.claims, (Span(0, len(text)),))
    listed = candidates(report, [Span(7, 11)], find_times(text, None), alone=True)
    assert [(each.first, each.how) for each in listed] == [(date(2024, 5, 3).toordinal(), "own")]


def test_the_likeliest_stand_first_and_no_more_than_a_few():
    text = "Gunmen shot two guards on Monday, and two on 3 May."
    reading = coded(text, PUBLISHED)
    report = Report("r1", reading.document, reading.claims, (Span(0, len(text)),))
    ranked = days(report, [Span(7, 11)], find_times(text, report.published), Sum({"own": 3.0, "own, rank": -2.0}), alone=True)
    assert ranked[0].first == date(2024, 6, 10).toordinal()
    assert [each.chance for each in ranked] == sorted((each.chance for each in ranked), reverse=True)
    assert len(ranked) == 4
    assert sum(each.chance for each in ranked) < 1
