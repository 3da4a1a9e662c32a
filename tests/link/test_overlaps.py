"""Overlaps: the words that two texts share in a row."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.overlaps import compared, copied
from ascribe.model.text import Span
from tests.link.wires import OTHER, STATEMENT, WIRE

PARAGRAPHS = WIRE.split("\n\n")
#: Few words, so that texts of them share runs by chance.
TEXTS = st.lists(st.sampled_from("the army said that men of a village near it had been".split()), max_size=80).map(" ".join)


def shared(left, right):
    return [left[run.left.start : run.left.end] for run in compared(left, right).runs]


def test_a_run_stands_in_both_texts():
    own = f"Our reporter went there. {PARAGRAPHS[1]} Then he came home."

    (run,) = compared(WIRE, own).runs

    assert WIRE[run.left.start : run.left.end] == own[run.right.start : run.right.end] == PARAGRAPHS[1].removesuffix(".")


def test_a_changed_word_does_not_end_a_run_and_is_no_part_of_what_is_shared():
    changed = PARAGRAPHS[1].replace("opened fire on traders", "fired at traders")

    (run,) = compared(PARAGRAPHS[1], changed).runs

    assert run.words == len(PARAGRAPHS[1].split()) - 3


def test_paragraphs_in_another_order_are_runs_of_their_own():
    turned = "\n\n".join(reversed(PARAGRAPHS))

    assert len(shared(WIRE, turned)) == len(PARAGRAPHS)
    assert all(paragraph[10:60] in run for run, paragraph in zip(shared(WIRE, turned), PARAGRAPHS, strict=True))


def test_independent_stories_share_no_run_that_tells():
    assert sum(run.told for run in compared(WIRE, OTHER).runs) == 0


def test_what_is_quoted_in_either_text_is_marked_and_does_not_tell():
    one, other = f'The group said: "{STATEMENT}". {OTHER}', f"{PARAGRAPHS[3]} {STATEMENT}."

    (run,) = compared(one, other).runs

    assert (run.quoted, run.told, run.words) == (True, 0, len(STATEMENT.split()))


def test_short_texts_of_the_same_words_share_all():
    assert compared("Bomb in Bellakoro", "BOMB IN BELLAKORO.").left_share == 1
    assert compared("Bomb in Bellakoro", "Bomb near Bellakoro").runs == ()
    assert compared("", "").runs == ()


@pytest.mark.parametrize(
    ("paragraph", "expected"), [(1, True), (3, False), (4, True)], ids=["copied", "of another place", "copied with a word changed"]
)
def test_a_passage_is_copied_where_it_lies_in_what_is_shared(paragraph, expected):
    own = f"{OTHER}\n\n{PARAGRAPHS[1]}\n\n{PARAGRAPHS[4].replace('raided', 'plundered')}"
    start = WIRE.index(PARAGRAPHS[paragraph])
    overlap = compared(WIRE, own)

    assert copied(Span(start, start + len(PARAGRAPHS[paragraph])), overlap) is expected
    assert not copied(Span(0, own.index(PARAGRAPHS[1])), overlap.mirrored)


def test_a_passage_without_words_is_not_copied():
    assert not copied(Span(0, 0), compared(WIRE, WIRE))


@given(TEXTS, TEXTS)
def test_it_does_not_matter_which_text_comes_first(left, right):
    assert compared(left, right) == compared(right, left).mirrored


@given(TEXTS, TEXTS)
def test_shares_are_shares_and_runs_are_not_short(left, right):
    overlap = compared(left, right)

    assert 0 <= overlap.left_share <= 1
    assert 0 <= overlap.right_share <= 1
    assert all(run.words >= 12 for run in overlap.runs) or left.split() == right.split()


@pytest.mark.parametrize(
    ("left", "right"),
    [("a " * 30_000, "a " * 29_000), ("a " * 30_000, ("a " * 40 + "b ") * 700), ('"' * 30_000, "“" * 30_000 + "\n" * 30_000)],
    ids=["one word", "one word with breaks", "marks only"],
)
def test_texts_made_to_be_slow_are_not(left, right):
    begun = time.process_time()

    compared(left, right)

    assert time.process_time() - begun < 3
