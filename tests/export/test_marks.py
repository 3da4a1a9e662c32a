"""What cannot be seen is shown, and nothing else is touched."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.export.marks import on_one_line, pieces, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Quetta, 12 May: “24 dead”", "Quetta, 12 May: “24 dead”"),
        ("\u202egnihton\u202c", "[U+202E]gnihton[U+202C]"),
        ("B\u200bLA", "B[U+200B]LA"),
        ("\x1b[31mred\x07", "[U+001B][31mred[U+0007]"),
        ("\U000e0041", "[U+E0041]"),
        ("half \ud800", "half [U+D800]"),
        ("قال: ١٢ قتيلا", "قال: ١٢ قتيلا"),
        ("Kaldo\u0301 🙂 👍🏽", "Kaldo\u0301 🙂 👍🏽"),
    ],
    ids=["plain", "order turned", "zero width", "terminal codes", "tag", "half character", "Arabic", "marks and emoji"],
)
def test_visible(text, shown):
    assert visible(text) == shown


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text):
    left = on_one_line(text)

    assert not [c for c in left if unicodedata.category(c) in {"Cc", "Cs"} or c in "\u2028\u2029"]


@given(st.text())
def test_the_pieces_are_the_text(text):
    assert "".join(part for part, _ in pieces(text)) == text


@given(st.text(), st.integers(10, 80))
def test_what_is_shortened_is_short_and_begins_alike(text, length):
    short = shortened(text, length)

    assert len(short) <= length
    assert on_one_line(text).startswith(short.removesuffix("…"))
