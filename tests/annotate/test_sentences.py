"""Where sentences and words begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.annotate.sentences import LONGEST, sentences
from ascribe.model.reading import Reading
from ascribe.model.text import Document


def split(text):
    reading = sentences(Reading(Document.of(text)))
    return [text[sentence.start : sentence.end] for sentence in reading.sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two died. Three fled.", ["Two died.", "Three fled."]),
        ("Gen. Musa spoke to the U.S. envoy at 5 p.m. on Friday.", ["Gen. Musa spoke to the U.S. envoy at 5 p.m. on Friday."]),
        ("He left the U.S. The army stayed.", ["He left the U.S.", "The army stayed."]),
        ("It cost 1.5 million. No. 4 battalion left.", ["It cost 1.5 million.", "No. 4 battalion left."]),
        ("J. R. Okello was shot. He lived.", ["J. R. Okello was shot.", "He lived."]),
        ('"We did it." He hung up.', ['"We did it."', "He hung up."]),
        ("“We did it.” He hung up.", ["“We did it.”", "He hung up."]),
        ("Was it them? Nobody knows!", ["Was it them?", "Nobody knows!"]),
        ("KABUL BLAST KILLS TWO\n\nA bomb went off.", ["KABUL BLAST KILLS TWO", "A bomb went off."]),
        ("Toll:\n- Two dead\n- Three hurt", ["Toll:", "- Two dead", "- Three hurt"]),
        ("Toll:\n• Two dead\n• Three hurt", ["Toll:", "• Two dead", "• Three hurt"]),
        ("", []),
        (" \n \n", []),
    ],
    ids=[
        "two sentences",
        "abbreviations",
        "a country's stop ends one before an article",
        "numbers",
        "initials",
        "closing quote",
        "curly quotes",
        "question and cry",
        "headline",
        "hyphen bullets",
        "dot bullets",
        "nothing",
        "blank",
    ],
)
def test_split(text, expected):
    assert split(text) == expected


WRAPPED = (
    "THE NATIONAL LIBERATION ARMY DYNAMITED A SECTION OF THE PIPELINE NEAR\n"
    "SARAVENA EARLY TODAY, SOURCES OF THE STATE COMPANY TOLD THIS AGENCY.\n"
    "NO CASUALTIES WERE REPORTED, BUT PUMPING WAS SUSPENDED AND SOME 6,000\n"
    "BARRELS OF CRUDE RAN INTO A CREEK NEAR THE TOWN.\n"
)


def test_hard_wrapped_lines_are_joined():
    assert [piece.split()[0] for piece in split(WRAPPED)] == ["THE", "NO"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("SRINAGAR, Feb 28, 2019 — Two men were shot.", "SRINAGAR, Feb 28, 2019 — "),
        ("KABUL (Reuters) - Two men were shot.", "KABUL (Reuters) - "),
        ("SAN SALVADOR, 3 JAN 90 -- [TEXT] TWO MEN WERE SHOT.", "SAN SALVADOR, 3 JAN 90 -- [TEXT] "),
        ("Two men — both teachers — were shot.", None),
    ],
    ids=["place and date", "agency", "old wire", "no dateline"],
)
def test_dateline(text, dateline):
    found = sentences(Reading(Document.of(text))).dateline
    assert (found and text[found.start : found.end]) == dateline


def test_capitals_tell_nothing_in_old_wire_copy():
    assert sentences(Reading(Document.of(WRAPPED))).upper_case
    assert not sentences(Reading(Document.of("Two men were shot in Srinagar."))).upper_case


def test_a_quotation_stays_open_into_the_next_sentence():
    reading = sentences(Reading(Document.of('"We came. We saw." He left.')))
    assert [sentence.quoted for sentence in reading.sentences] == [False, True, False]


def test_the_possessive_stands_alone():
    reading = sentences(Reading(Document.of("the army's men and the rebels’ camp")))
    assert [token.text for token in reading.sentences[0].tokens][:3] == ["the", "army", "'s"]


@given(st.text(max_size=300))
def test_every_token_is_the_text_at_its_offsets(text):
    reading = sentences(Reading(Document.of(text)))
    for sentence in reading.sentences:
        assert sentence.tokens
        assert (sentence.start, sentence.end) == (sentence.tokens[0].start, sentence.tokens[-1].end)
        for token in sentence.tokens:
            assert token.text == text[token.start : token.end]


@given(st.text(alphabet="aA .!?\n\"“”-•'’(:1", max_size=200))
def test_sentences_and_tokens_do_not_overlap(text):
    end = 0
    for sentence in sentences(Reading(Document.of(text))).sentences:
        for token in sentence.tokens:
            assert end <= token.start < token.end
            end = token.end


@pytest.mark.parametrize("word", ["killed ", "A ", '" ', "said, ", "( "])
def test_a_text_without_stops_is_cut(word):
    reading = sentences(Reading(Document.of(word * 5_000)))
    assert max(len(sentence.tokens) for sentence in reading.sentences) <= LONGEST + 2
