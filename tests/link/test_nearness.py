"""How near to its publication a text tells of a happening."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ascribe.link.nearness import looks_back, nearness
from ascribe.model.reports import Report
from ascribe.model.text import Span
from tests.make import coded

PUBLISHED = date(2024, 6, 12)


def report(text: str, title: str = "") -> Report:
    """A report of all that a text tells."""
    reading = coded(text, PUBLISHED.isoformat())
    document = replace(reading.document, title=title)
    return Report("r1", document, reading.claims, tuple(sentence.span for sentence in reading.sentences))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Gunmen have shot two guards.", "shot", {"has", "first sentence", "no times", "no own"}),
        ("12:40 Gunmen shot two guards.", "shot", {"clock"}),
        ("It rained. Overnight, for the second night running, a mill burnt.", "burnt", {"told of overnight", "second of a row"}),
        ("Two years ago gunmen had shot two guards.", "shot", {"recalled", "past", "looks back"}),
    ],
)
def test_what_the_words_say(text, word, expected):
    at = text.index(word)
    assert expected <= nearness(report(text), [Span(at, at + len(word))], (), PUBLISHED)


def test_the_type_of_the_happening_is_told():
    told = report("Gunmen killed two guards on Monday.")
    names = nearness(told, [Span(7, 13)], (), PUBLISHED)
    assert f"of type {told.claims[0].event_type.value}" in names


def test_a_title_looks_back_that_names_or_counts_years():
    assert looks_back(report("Candles stood by the gate.", "Ten years after the fire"), PUBLISHED)
    assert not looks_back(report("Ten years ago the mill burnt.", "The mill"), PUBLISHED)
