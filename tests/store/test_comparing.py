"""The queue of documents that wait to be compared, and whom each meets: by the keys of all, in whatever order they came."""

from __future__ import annotations

from random import Random

import pytest

from ascribe.link.candidates import CROWD
from ascribe.model.sketches import Keys
from ascribe.store import comparing
from ascribe.store.comparing import Turn
from ascribe.store.opening import create

BROAD, NARROW = -5, 5


@pytest.fixture
def database(tmp_path):
    opened = create(tmp_path / "case.db", "test")
    yield opened
    opened.close()


def come(database, document: int, *keys: int, asks: tuple[int, ...] | None = None) -> None:
    """A document with one report that has these keys."""
    comparing.wait(database, document, [Keys(keys, keys if asks is None else asks)])


def compare_all(database) -> None:
    """All that waits is compared."""
    for turn in comparing.waiting(database):
        assert comparing.done(database, turn)


def met(database, document: int) -> list[int]:
    """The documents that this one meets when it comes last."""
    return comparing.meeting(database, Turn(10**9, document))


def waiting(database) -> set[int]:
    """The documents that wait."""
    return {turn.document for turn in comparing.waiting(database)}


def test_one_asks_for_what_the_other_answers_to(database):
    come(database, 1, NARROW, asks=())
    come(database, 2, 7, asks=(NARROW,))
    come(database, 3, NARROW, asks=())

    assert met(database, 1) == [2]
    assert met(database, 2) == [1, 3]


def test_two_that_wait_meet_at_the_turn_of_the_later(database):
    come(database, 1, NARROW)
    come(database, 2, NARROW)
    first, second = comparing.waiting(database)

    assert comparing.meeting(database, first) == []
    assert comparing.meeting(database, second) == [1]


@pytest.mark.parametrize("key", [BROAD, NARROW], ids=["broad", "narrow"])
def test_by_a_key_that_too_many_have_nobody_meets(database, key):
    most = CROWD[key < 0]
    for document in range(most):
        come(database, document, key)
    compare_all(database)

    assert len(met(database, 0)) == most - 1

    come(database, most, key)

    assert met(database, 0) == []
    assert waiting(database) == set(range(most + 1))  # what was found by it is to be found anew


def test_where_one_goes_the_others_meet_again(database):
    for document in range(CROWD[True] + 1):
        come(database, document, BROAD)
    compare_all(database)

    comparing.forget(database, 0)

    assert len(met(database, 1)) == CROWD[True] - 1
    assert waiting(database) == set(range(1, CROWD[True] + 1))


def test_a_document_that_is_coded_again_with_the_same_keys_disturbs_nobody(database):
    for document in range(CROWD[True] + 1):
        come(database, document, BROAD, 100 + document)
    compare_all(database)

    come(database, 3, BROAD, 103)

    assert waiting(database) == {3}


@pytest.mark.parametrize("seed", range(5))
def test_whom_one_meets_does_not_hang_on_the_order(database, seed):
    dice = Random(seed)
    documents = list(range(300))
    keys = {document: tuple(-1 - dice.randrange(5) for _ in range(2)) for document in documents}
    dice.shuffle(documents)
    for document in documents:
        come(database, document, *keys[document])

    answering = {key: sum(key in each for each in keys.values()) for key in range(-5, 0)}
    for document in documents[:20]:
        shared = {key for key in keys[document] if answering[key] <= CROWD[True]}
        assert met(database, document) == [each for each in sorted(keys) if each != document and shared & set(keys[each])]


def test_what_changes_while_it_is_compared_is_compared_again(database):
    come(database, 1, NARROW)
    (turn,) = comparing.waiting(database)
    come(database, 1, NARROW, 8)

    assert not comparing.done(database, turn)
    assert waiting(database) == {1}


def test_only_the_first_of_two_processes_keeps_what_it_found(database):
    come(database, 1, NARROW)
    (turn,) = comparing.waiting(database)

    assert comparing.done(database, turn)
    assert not comparing.done(database, turn)


def test_other_weights_compare_all_anew(database):
    database.execute("INSERT INTO document (number, hash, added, way, name) VALUES (1, 'h', '', 'file', 'a')")
    database.execute("INSERT INTO report (id, document, sketch) VALUES ('r1', 1, '{}')")
    comparing.all_again(database, "first")

    assert waiting(database) == set()  # nobody has compared it yet, so it waits by its own coding

    comparing.all_again(database, "first")
    comparing.all_again(database, "second")

    assert waiting(database) == {1}
