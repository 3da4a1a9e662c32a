"""The same answers in the same order on any number of processes, also when one of them dies."""

from __future__ import annotations

import os
import time

from ascribe.spread import spread


def doubled(number: int) -> int:
    if number == 13:
        os._exit(9)  # as the system ends a process that takes too much memory
    return 2 * number


def slow(number: int) -> int:
    time.sleep(60 if number == 13 else 0)
    return 2 * number


def lost(number: int, reason: str) -> int:
    return -number


def test_one_process_and_several_answer_alike():
    assert list(spread(doubled, range(12), 1, lost)) == list(spread(doubled, range(12), 2, lost)) == [2 * n for n in range(12)]


def test_an_item_that_ends_its_process_is_told_apart_and_the_rest_goes_on():
    assert list(spread(doubled, range(11, 17), 2, lost)) == [22, 24, -13, 28, 30, 32]


def test_an_item_that_takes_too_long_is_given_up_and_the_rest_goes_on():
    told = []

    answers = spread(slow, range(12, 16), 1, lambda number, reason: told.append(reason) or -number, budget=2)

    assert list(answers) == [24, -13, 28, 30]
    assert told == ["it took longer than 2 seconds"]


def test_items_are_taken_as_they_are_needed():
    taken = []

    answers = spread(doubled, (taken.append(n) or n for n in range(1, 100)), 1, lost)

    assert next(answers) == 2
    assert taken == [1]
