"""What part each word plays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.annotate.lemmas import lemma_of
from ascribe.knowledge.inflection import verb_forms
from tests.annotate.parsed import read


def tag(text, word):
    reading = read(text)
    return next(
        reading.parses[number].tags[at]
        for number, sentence in enumerate(reading.sentences)
        for at, token in enumerate(sentence.tokens)
        if token.lower == word
    )


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The first attack failed.", "first", "JJ"),
        ("They first spoke of a leak.", "first", "RB"),
        ("The home minister left.", "home", "JJ"),
        ("He went home.", "home", "RB"),
        ("They said that he left.", "that", "SUB"),
        ("The bomb that killed him was old.", "that", "WH"),
        ("No group has owned up to that one.", "that", "D"),
        ("They called that a lie.", "that", "PN"),
        ("That was on Friday.", "that", "PN"),
        ("Police used tear gas.", "tear", "NN"),
        ("Their shirts tear easily.", "tear", "VB"),
        ("They want to kill and maim.", "maim", "VB"),
        ("He was sent to bury two others.", "bury", "VB"),
        ("They agreed to attacks on the town.", "attacks", "NNS"),
        ("Both deny that they fired.", "deny", "VB"),
        ("The army calls them bandits.", "calls", "VBZ"),
        ("Survivors report that men came.", "report", "VB"),
        ("A hostile bid for the mill failed.", "bid", "NN"),
        ("Accused of killing civilians, he fled.", "killing", "VBG"),
        ("Fighting in the hills went on.", "fighting", "NN"),
        ("Five women gathering firewood were seized.", "gathering", "VBG"),
        ("Elected officials spoke.", "elected", "JJ"),
        ("The number of dead rose.", "dead", "NN"),
        ("They were shot dead.", "dead", "RB"),
        ("He is no longer confined to it.", "longer", "RB"),
        ("THE CALLER SAID THE WAR WILL GO ON UNTIL THE GOVERNMENT REVISES ITS CONTRACTS WITH FOREIGN COMPANIES.", "foreign", "JJ"),
        ("THE REBELS ATTACKED A POST AND KILLED FOUR SOLDIERS IN THE TOWN OF TAME IN ARAUCA.", "attacked", "VBD"),
        ("It took the rangers' rifles.", "'", "POS"),
    ],
)
def test_tag(text, word, expected):
    assert tag(text, word) == expected


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("emptied", "empty"),
        ("repelled", "repel"),
        ("confined", "confine"),
        ("looting", "loot"),
        ("dynamited", "dynamite"),
        ("sprayed", "spray"),
    ],
)
def test_lemma_of(form, lemma):
    assert lemma_of(form) == lemma


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("go", {"goes", "going"}),
        ("stab", {"stabbed", "stabbing"}),
        ("travel", {"travelled", "traveled", "travelling", "traveling"}),
        ("die", {"died", "dying"}),
        ("flee", {"fleeing"}),
        ("carry", {"carries", "carried"}),
    ],
)
def test_verb_forms(lemma, forms):
    assert forms <= set(verb_forms(lemma))


@given(st.text(max_size=200))
def test_one_tag_for_each_token(text):
    reading = read(text)
    for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
        assert len(parse.tags) == len(sentence.tokens)
        assert all(parse.tags)
