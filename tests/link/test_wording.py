"""Words as copies are found by them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.wording import wording, words
from ascribe.model.text import Span


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police SAID: 24 dead!", ["police", "said", "24", "dead"]),
        ("Bouaké and Bouake\u0301", ["bouake", "and", "bouake"]),
        ("kil\u00adled at \u200bdawn\u200f, ‫Friday‬", ["killed", "at", "dawn", "friday"]),
        ("1,200 men of al-Qaeda", ["1", "200", "men", "of", "al", "qaeda"]),
        ("Straße _____ \ufeff", ["strasse"]),
        ("", []),
    ],
    ids=["case and punctuation", "accents", "signs that nobody sees", "figures and hyphens", "no words", "nothing"],
)
def test_words(text, expected):
    assert words(text) == expected


def quoted(text):
    found = wording(text)
    return [word for word, mark in zip(found.words, found.quoted, strict=True) if mark]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "never again" twice.', ["never", "again"]),
        ("He said “never again” and «jamais» twice.", ["never", "again", "jamais"]),
        ('"One" and "two", he said. A 5" pipe burst.', ["one", "two"]),
        ('"First.\n"Second." He left.', ["first", "second"]),
        ('"First.\n\n"Second." He left.', ["first", "second"]),
        ('"Never closed. He left. "Closed," she said.', ["never", "closed", "closed"]),
        ("“Never closed\n\nHe left.” Gone.", ["never", "closed"]),
        ("The soldiers' camp didn't burn.", []),
    ],
    ids=[
        "straight",
        "two shapes",
        "closed and inches",
        "a new line opens anew",
        "a new paragraph opens anew",
        "never closed",
        "never closed in its paragraph",
        "apostrophes",
    ],
)
def test_what_stands_in_quotation_marks(text, expected):
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "We use cookies on this site",
        "Sign up for our newsletter",
        "© 2024 The Daily",
        "This article was originally published elsewhere",
        "Jane Doe is a senior reporter covering security",
    ],
)
def test_what_a_site_puts_around_its_articles_does_not_tell(sentence):
    found = wording(f"Gunmen killed three. {sentence}. The army came late.")

    assert found.told == 7


def test_a_text_without_full_stops_is_not_furniture_as_a_whole():
    assert wording(" ".join(["gunmen killed a newsletter editor"] * 20)).told == 100


@given(st.text())
def test_every_word_stands_at_its_place(text):
    found = wording(text)

    assert list(found.words) == words(text)
    assert [words(text[start:end]) for start, end in zip(found.starts, found.ends, strict=True)] == [[word] for word in found.words]


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_the_words_within_a_stretch_begin_there(text, one, other):
    stretch = Span(min(one, other), max(one, other))
    found = wording(text)

    assert found.starts_within(stretch) == tuple(start for start in found.starts if stretch.start <= start < stretch.end)
