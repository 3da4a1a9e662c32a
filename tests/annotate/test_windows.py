"""Every word of a text is in one window, and no window is longer than the encoder reads."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.annotate.sentences import sentences
from ascribe.annotate.windows import LONGEST, Pieces
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import WEIGHTS

PIECES = Pieces(WEIGHTS / "vocabulary.json")


def windows(text: str):
    return sentences(Reading(Document.of(text))).sentences, list(PIECES.windows(sentences(Reading(Document.of(text))).sentences))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_every_word_is_in_one_window(text):
    found, made = windows(text)

    assert [token for window in made for token in window.tokens] == [token for sentence in found for token in sentence.tokens]
    for window in made:
        assert len(window.pieces) <= LONGEST + 2
        assert all(0 < first < len(window.pieces) - 1 for first in window.firsts)
        assert len(window.firsts) == len(window.sentences) == len(window.tokens)


def test_a_window_ends_with_a_sentence_where_it_can():
    _, made = windows("The army left the town on Monday. " * 60)

    assert len(made) > 1
    assert all(window.tokens[-1].text == "." for window in made)


def test_a_sentence_longer_than_a_window_is_cut():
    _, made = windows("towns " * 900)

    assert len(made) > 2


def test_a_word_without_end_takes_few_pieces():
    _, made = windows("x" * 5000 + " fell.")

    assert sum(len(window.pieces) for window in made) < 30
