"""What speaks for and against a time being that of a happening."""

from __future__ import annotations

import pytest

from ascribe.link.day_signs import signs_of, wording
from ascribe.model.reports import Report
from ascribe.model.text import Span
from ascribe.resolve.times.times import find_times
from tests.make import coded


def signs(text: str, word: str, time: int = 0, how: str = "own"):
    """The signs of one of a text's times for what a word names."""
    reading = coded(text, "2024-06-12")
    report = Report("r1", reading.document, reading.claims, tuple(sentence.span for sentence in reading.sentences))
    at = text.index(word)
    return signs_of(report, [Span(at, at + len(word))], find_times(text, report.published)[time], how, 0)


def test_when_somebody_spoke_is_told_from_when_it_was():
    text = "Gunmen killed two on Saturday, police said on Tuesday."
    assert not signs(text, "killed")["said then"]
    assert signs(text, "killed", 1)["said then"]


def test_what_stands_between_is_told():
    found = signs("On Monday shells fell, and gunmen killed two.", "killed")
    assert found["own, and between"] == found["own, stands before"] == found["own, marks between"] == 1.0


def test_another_sentence_and_another_paragraph_are_told():
    found = signs("On Monday shells fell. It rained.\nThe raid followed.", "raid", how="before")
    assert (found["before, sentences apart"], found["before, other paragraph"]) == (2.0, 1.0)


def test_how_long_ago_is_told():
    assert "own, yesterday" in signs("Gunmen killed two on Tuesday.", "killed")
    assert "own, older" in signs("Gunmen killed two in 2019.", "killed")


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Police blamed the raid on them.", "raid", {"definite"}),
        ("After a second raid they fled.", "raid", {"in an order", "in after"}),
        ("Gunmen had killed two.", "killed", {"had", "verb", "behind had"}),
        ("Raids go on.", "Raids", {"begins the sentence"}),
    ],
)
def test_how_the_happening_is_named(text, word, expected):
    at = text.index(word)
    assert wording(text, Span(at, at + len(word))) == expected
