"""Noun phrases and verb groups."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.annotate.parsed import Told, read


def nouns(text):
    told = Told(text)
    return [told.words(at) for at, phrase in enumerate(told.parse.phrases) if phrase.kind == "NP"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two more passengers died.", ["Two more passengers"]),
        ("At least 43 people were hurt.", ["At least 43 people"]),
        ("More than a hundred houses burned.", ["More than a hundred houses"]),
        ("Eight other people and two others died.", ["Eight other people", "two others"]),
        ("The Balochistan Liberation Army (BLA) did it.", ["The Balochistan Liberation Army ( BLA )", "it"]),
        ("The army's Fourth Division left.", ["The army 's Fourth Division"]),
        ("They hit military and intelligence sites.", ["They", "military and intelligence sites"]),
        ("They hit Pakistani military and intelligence sites.", ["They", "Pakistani military and intelligence sites"]),
        ("This led to a brief but intense military confrontation.", ["This", "a brief but intense military confrontation"]),
        ('It was a "breeding ground" of terror.', ["It", 'a " breeding ground', "terror"]),
        ("The Oromia regional government blamed them.", ["The Oromia regional government", "them"]),
        ("They met on I. I. Chundrigar Road.", ["They", "I . I . Chundrigar Road"]),
        ("They hit the roof three times.", ["They", "the roof", "three times"]),
        ("The rangers' rifles are gone.", ["The rangers ' rifles"]),
        ("It killed 22 and wounded four others.", ["It", "22", "four others"]),
        ("The first and the last vehicle burned.", ["The first", "the last vehicle"]),
        ("Fifteen-year-old boys and a 45-year-old man died.", ["Fifteen-year-old boys", "a 45-year-old man"]),
    ],
)
def test_noun_phrases(text, expected):
    assert nouns(text) == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("They had been killed.", "killed", {"lemma": "kill", "passive": True, "perfect": True, "form": "finite"}),
        ("They did not kill him.", "kill", {"negated": True, "passive": False}),
        ("They may have fled.", "fled", {"modal": "may", "perfect": True, "lemma": "flee"}),
        ("He wants to leave.", "leave", {"form": "infinitive"}),
        ("He left, killing two.", "killing", {"form": "ing"}),
        ("The men arrested by police fled.", "arrested", {"form": "participle", "passive": True}),
        ("The official had at first spoken of 28 dead.", "spoken", {"form": "finite", "perfect": True}),
        ("Nor do the rebels come well out of it.", "come", {"form": "finite"}),
        ("They were killed or injured.", "injured", {"passive": True}),
        ("Hamas would neither confirm nor deny it.", "confirm", {"negated": True}),
    ],
)
def test_verb_groups(text, verb, expected):
    group = Told(text).verb(verb)
    assert {name: getattr(group, name) for name in expected} == expected


@given(
    st.text(max_size=200)
    | st.lists(st.sampled_from("the army , said killed in and who ( ) \" ' . 5 to was That's".split()), max_size=40).map(" ".join)
)
def test_phrases_cover_all_tokens_in_order(text):
    reading = read(text)
    for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
        end = 0
        for phrase in parse.phrases:
            assert phrase.start == end < phrase.end
            assert phrase.start <= phrase.head < phrase.end
            end = phrase.end
        assert end == len(sentence.tokens)
