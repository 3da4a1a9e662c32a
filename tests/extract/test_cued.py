"""Cues of the encoder and sayings of the rules, put together."""

from __future__ import annotations

from tests.extract.marks import coded_with, cue


def told(text: str, *marks) -> list[tuple[str, str, str]]:
    return [
        (
            text[saying.source.start : saying.source.end] if saying.source else "",
            " … ".join(text[piece.start : piece.end] for piece in saying.cue),
            " … ".join(text[piece.start : piece.end] for piece in saying.content),
        )
        for saying in coded_with(text, *marks).sayings
    ]


def test_a_verb_that_no_list_has_is_read_like_one_that_attributes():
    text = "The harbour master grumbled that the bridge had been closed."

    assert told(text) == []
    assert told(text, cue(text, "grumbled", source="The harbour master", content="closed")) == [
        ("The harbour master", "grumbled", "that the bridge had been closed")
    ]


def test_what_is_no_verb_keeps_the_words_that_the_encoder_gives_it():
    text = "There is talk in the bazaar of a truce with the clans."
    mark = cue(text, "talk", source="the bazaar", content="a truce with the clans")

    assert told(text, mark) == [("the bazaar", "talk", "a truce with the clans")]


def test_a_saying_whose_cue_the_encoder_thinks_nothing_of_is_dropped():
    text = "The mayor said that the bridge had been closed."

    assert told(text) == []
    assert len(told(text, cue(text, "said", source="The mayor", content="the bridge had been closed"))) == 1


def test_a_doubtful_cue_of_the_encoder_alone_is_none():
    text = "There is talk in the bazaar of a truce with the clans."

    assert told(text, cue(text, "talk", 0.3, source="the bazaar", content="a truce with the clans")) == []
