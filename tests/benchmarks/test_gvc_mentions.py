"""What mentions are made of: the family of their words, whom they befell, and the signs of two of them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.knowledge import words as word_lists
from benchmarks.mentions.cast import Cast, cast
from benchmarks.mentions.families import OUTCOMES, family
from benchmarks.mentions.mention import Mention, Setting, Topic, topic
from benchmarks.mentions.people import People
from benchmarks.mentions.signs import signs
from tests.make import coded

WORDS = word_lists.load()


def mention(told: str) -> Mention:
    """The mention that stands in stars in this text."""
    before, words, behind = told.split("*")
    raw = {"id": "m", "start": len(before), "end": len(before + words), "text": words}
    reading = coded(before + words + behind)
    return topic("t", [({"docid": "d", "mentions": [raw]}, reading)], lambda _: True, WORDS).mentions[0]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("shooting", "shot"),
        ("Shots  fired", "fired"),
        ("gunmen", "shooter"),
        ("murder - suicide", "suicide"),
        ("this", "whole"),
        ("fatally", "fatal"),
        ("critical condition", "cared for"),
        ("lost their lives", "dead"),
        ("abducted", "abducted"),
        ("xyzzy", "other"),
    ],
)
def test_family(words: str, expected: str) -> None:
    assert family(words, WORDS) == expected


@given(st.text(min_size=1))
def test_any_words_have_a_family(text: str) -> None:
    assert family(text, WORDS)


@pytest.mark.parametrize(
    ("told", "names", "many"),
    [
        ("Police said Tam Arlo *shot* Bo Quill .", {"bo", "quill"}, False),
        ("Bo Quill was *shot* in the street .", {"bo", "quill"}, False),
        ("Bo Quill *died* at the hospital .", {"bo", "quill"}, False),
        ("They mourned the *death* of Bo Quill .", {"bo", "quill"}, False),
        ("They mourned Bo Quill 's *death* .", {"bo", "quill"}, False),
        ("All three had suffered *injuries* .", set(), True),
        ("Officers found two men with *wounds* .", set(), True),
        ("The *bodies* were found later .", set(), True),
    ],
    ids=["object", "passive", "who dies", "of", "owner", "who had", "with", "bodies"],
)
def test_whom_it_befell(told: str, names: set[str], *, many: bool) -> None:
    befell = mention(told).befell

    assert (befell.names, befell.many) == (names, many)


@pytest.mark.parametrize(
    ("told", "oneself"),
    [
        ("Tam Arlo *killed* himself .", True),
        ("Tam Arlo *shot* a boy , then himself .", True),
        ("Tam Arlo *killed* a boy .", False),
    ],
    ids=["himself", "and himself", "another"],
)
def test_who_did_it_to_himself(told: str, *, oneself: bool) -> None:
    assert mention(told).befell.oneself is oneself


def test_an_age_is_no_number_of_people() -> None:
    assert mention("Police said a man had *shot* a 6-year - old boy .").befell == People(
        frozenset(), frozenset({"male", "child", "role boy"}), 1
    )


def test_who_bears_a_name_has_the_traits_that_texts_give_it() -> None:
    said = cast([coded("Police found his wife , Ida Fenn , dead ."), coded("Ida Fenn , 34 , was well known . She worked there .")])

    assert {"female", "grown", "role wife"} <= said.completed(People(names=frozenset({"fenn"}))).traits


def test_of_two_traits_that_shut_each_other_out_the_likelier_counts() -> None:
    said = Cast({"lee": Counter(male=3, female=1, child=1)})

    assert said.completed(People(names=frozenset({"lee"}))).traits == {"male", "child"}


def test_two_peoples_are_many() -> None:
    assert People(number=1) + People(number=2) == People(number=3, many=True)
    assert People() + People(number=1) == People(number=1)
    assert (People(number=2, many=True) + People(many=True)).number == 0, "how many the others are is not known"


def test_a_noun_says_how_it_stands() -> None:
    assert mention("The deadly *shooting* happened at noon .").setting == Setting("the", "", modified=True, subject=True, last=True)
    assert mention("He was hurt in a *shooting* .").setting == Setting("a", "in", modified=False, subject=False, last=True)


def test_a_mention_outside_all_sentences_is_its_words() -> None:
    raw = {"id": "m", "start": 900, "end": 903, "text": "Hit"}

    assert topic("t", [({"docid": "d", "mentions": [raw]}, coded("Nothing ."))], lambda _: True, WORDS).mentions[0] == Mention(
        "m", "d", "hit", "hit"
    )


def of(*people: People) -> Topic:
    """A topic of deaths that befell these people."""
    return Topic(
        "t", tuple(Mention(str(at), "d", "died", family="dead", form="verb", befell=each) for at, each in enumerate(people)), frozenset("d")
    )


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (People(number=1), People(number=3, many=True), "befell one and several"),
        (People(number=2, many=True), People(number=3, many=True), "counts differ"),
        (People(frozenset({"ann", "roe"}), number=1), People(frozenset({"bea", "roe"}), number=1), "given names differ"),
        (People(traits=frozenset({"male"}), number=1), People(traits=frozenset({"female"}), number=1), "sex differs"),
        (People(number=1), People(number=1, oneself=True), "oneself, one"),
        (People(), People(many=True), "befell, several known"),
        (People(), People(), "befell, nobody known"),
    ],
    ids=["one and several", "counts", "given names", "sex", "oneself", "one known", "none known"],
)
def test_signs_of_people(one: People, other: People, expected: str) -> None:
    both = of(one, other)
    found = signs(both, *both.mentions)

    assert found[expected] == 1
    assert found[f"{expected}; several"] == min(1, 2 * both.several)


PEOPLE = st.builds(
    People,
    st.frozensets(st.sampled_from("abc")),
    st.frozensets(st.sampled_from(["male", "female", "child", "role son"])),
    st.integers(0, 3),
    st.booleans(),
)
MENTIONS = st.builds(
    Mention,
    id=st.just("m"),
    document=st.sampled_from("de"),
    text=st.sampled_from(["shot", "shooting", "died"]),
    family=st.sampled_from([*OUTCOMES, "other"]),
    form=st.sampled_from(["noun", "verb", "other"]),
    sentence=st.integers(0, 9),
    through=st.floats(0, 1),
    setting=st.builds(Setting, st.sampled_from(["the", "a"]), st.sampled_from(["in", ""]), st.booleans(), st.booleans(), st.booleans()),
    befell=PEOPLE,
    beside=st.frozensets(st.sampled_from("abcdef")),
)


@given(MENTIONS, MENTIONS)
def test_signs_do_not_hang_on_the_order(one: Mention, other: Mention) -> None:
    both = Topic("t", (one, other), frozenset("de"))

    assert signs(both, one, other) == signs(both, other, one)
