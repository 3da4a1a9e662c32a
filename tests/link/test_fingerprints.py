"""Fingerprints: the same everywhere, few, and enough to find what shares words."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.link.fingerprints import MADE_BY, fingerprint, pairs, resemblance
from tests.link.wires import OTHER, WIRE

WORDS = st.lists(st.from_regex(r"[a-z]{2,8}", fullmatch=True), min_size=1, max_size=120)
#: The first and the last key of one sentence. If this changes, MADE_BY must: fingerprints that are stored would no longer be found.
KNOWN = (5790138750876161601, 480220394803228303)


def test_the_numbers_are_those_that_are_stored_elsewhere():
    keys = fingerprint("Gunmen on motorcycles attacked a weekly market in the town on Thursday").keys

    assert (MADE_BY, keys[0], keys[-1]) == ("words-1", *KNOWN)


def test_another_process_gives_the_same():
    told = "from ascribe.link.fingerprints import fingerprint; print(fingerprint('three men were shot at dawn'))"
    given_ = [
        subprocess.run(
            [sys.executable, "-c", told], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]

    assert given_[0] == given_[1] == f"{fingerprint('three men were shot at dawn')}\n"


@given(WORDS)
def test_case_punctuation_and_unseen_signs_change_nothing(words):
    assert fingerprint(" ".join(words)) == fingerprint(", ".join(word.upper() + "\u200b" for word in words))


@given(WORDS, WORDS, WORDS, WORDS)
def test_texts_with_twenty_five_words_in_a_row_in_common_share_a_key(before, behind, front, back):
    shared = [f"w{number}" for number in range(25)]
    one, other = [*before, *shared, *behind], [*front, *shared, *back]

    assert set(fingerprint(" ".join(one)).stretches) & set(fingerprint(" ".join(other)).stretches)


def test_a_text_of_some_hundred_words_has_some_dozen_keys_and_they_fit_a_database():
    keys = fingerprint(WIRE).keys

    assert 10 <= len(keys) <= 60
    assert all(-(2**63) <= key < 2**63 for key in keys)


@pytest.mark.parametrize("text", ["", "...", "\u200b"])
def test_a_text_without_words_has_no_keys(text):
    assert fingerprint(text).keys == ()


def test_texts_on_one_event_resemble_each_other_little_and_a_reprint_much():
    reprint = WIRE.replace("Gunmen", "Armed men").replace("dozens of stalls", "many stalls")

    assert resemblance(fingerprint(WIRE), fingerprint(OTHER)) < 0.15
    assert resemblance(fingerprint(WIRE), fingerprint(reprint)) > 0.7
    assert resemblance(fingerprint(WIRE), fingerprint("")) == 0


def test_fingerprints_of_two_makes_are_not_compared():
    with pytest.raises(ValueError, match="words-0"):
        resemblance(fingerprint("a"), replace(fingerprint("a"), made_by="words-0"))


@settings(max_examples=25)
@given(st.permutations(range(6)))
def test_pairs_do_not_depend_on_the_order(order):
    texts = {"a": WIRE, "b": OTHER, "c": WIRE[:900], "d": WIRE[900:], "e": "quite another thing", "f": ""}
    names = [sorted(texts)[at] for at in order]

    assert list(pairs({name: fingerprint(texts[name]) for name in names})) == [("a", "c"), ("a", "d")]


def test_of_nothing_there_are_no_pairs():
    assert list(pairs({})) == list(pairs({"a": fingerprint("")})) == []


def test_a_crowd_that_shares_a_key_is_not_paired_all_with_all():
    found = list(pairs({f"{number:02}": fingerprint(WIRE) for number in range(30)}, crowd=3))

    assert len(found) == 3 * 30 - 6
    assert all(0 < int(other) - int(one) <= 3 for one, other in found)
