"""Words of an annotation are found once, or it is said why not."""

from __future__ import annotations

import pytest

from ascribe.model.text import Span
from corpus import anchors

TEXT = "The attack on the\npost followed an attack on the market."


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        ("market", "market"),
        ("the post", "the\npost"),
        ("an {attack} on", "attack"),
        ("The {attack}", "attack"),
        ("The attack ... followed", "The attack on the\npost followed"),
        ([4, 10], "attack"),
    ],
)
def test_words_are_found_where_they_stand(anchor, words):
    span = anchors.one(TEXT, anchor)

    assert TEXT[span.start : span.end] == words


@pytest.mark.parametrize(
    ("anchor", "remedy"),
    [
        ("attack", "braces"),
        ("bomb", "copy the words exactly"),
        ("", "no words"),
        (None, "no words"),
        ([50, 200], "no stretch"),
        ([10, 4], "no stretch"),
        (["a", 4], "no \\[start, end\\]"),
        ("The ... on ... market", "more than one middle"),
    ],
)
def test_what_cannot_be_found_once_is_refused_with_a_remedy(anchor, remedy):
    with pytest.raises(anchors.AnchorError, match=remedy):
        anchors.one(TEXT, anchor)


def test_words_are_looked_for_in_the_quote_first():
    assert anchors.one(TEXT, "attack", within=Span(26, len(TEXT))).start > 26


def test_a_word_is_a_whole_word():
    with pytest.raises(anchors.AnchorError):
        anchors.one(TEXT, "mark")


def test_pieces_are_found_one_by_one():
    assert [TEXT[s.start : s.end] for s in anchors.many(TEXT, ["post", "market"])] == ["post", "market"]
    assert anchors.many(TEXT, None) == ()
