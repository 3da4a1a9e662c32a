"""Texts in capitals get the capitals of ordinary English, in their tokens only."""

from __future__ import annotations

import pytest

from ascribe.annotate.recase import Recased
from ascribe.annotate.sentences import sentences
from ascribe.knowledge.common_words import common_words
from ascribe.model.reading import Reading
from ascribe.model.text import Document

WIRE = "BOGOTA, 3 MAY 90 -- GUERRILLAS OF THE ELN BLEW UP A BRIDGE NEAR SARAVENA IN NORTHERN COLOMBIA, MAYOR O'BRIEN OF EL TARRA SAID."


def words(text: str) -> list[str]:
    reading = Recased(common_words)(sentences(Reading(Document.of(text, language="en"))))
    return [token.text for sentence in reading.sentences for token in sentence.tokens]


@pytest.mark.parametrize(
    ("word", "reads"),
    [("BRIDGE", "bridge"), ("SARAVENA", "Saravena"), ("ELN", "ELN"), ("A", "a"), ("EL", "El"), ("O'BRIEN", "O'Brien")],
)
def test_common_words_are_small_names_and_abbreviations_are_not(word, reads):
    assert reads in {found.strip() for found in words(WIRE)}
    assert word == reads or word not in words(WIRE)


def test_offsets_and_the_text_stay():
    reading = Recased(common_words)(sentences(Reading(Document.of(WIRE, language="en"))))

    assert reading.document.text == WIRE
    assert all(WIRE[token.start : token.end].lower() == token.text.lower() for sentence in reading.sentences for token in sentence.tokens)


def test_a_text_in_ordinary_case_stays_as_it_is():
    text = "The ELN blew up a bridge near Saravena, POLICE said."

    assert words(text)[1] == "ELN"
    assert "POLICE" in words(text)
