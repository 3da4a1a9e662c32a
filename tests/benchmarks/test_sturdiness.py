"""Texts of all kinds go through the engine, and what they become stands at their words."""

from __future__ import annotations

import pytest

from ascribe.pipeline import steps
from ascribe.settings import Settings
from benchmarks.lines import read_lines, shared
from benchmarks.sturdiness import misplaced, one_in, run

#: Every corpus with its share: enough of each to see what a change of the rules falls over, in some seconds.
SHARES = {
    "ecbplus/train": 25,
    "event_location/dev80": 400,
    "gvc/dev": 8,
    "muc4/train": 80,
    "polnear/train": 30,
    "re3d/docs": 8,
    "toponyms/lgl": 40,
    "toponyms/tr_news": 15,
}


def read(name: str) -> list:
    path = shared() / "corpora" / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip(f"there is no {path}: set ASCRIBE_SHARED")
    return read_lines(path)


@pytest.mark.parametrize(("name", "share"), SHARES.items(), ids=SHARES)
def test_nothing_falls_over_and_every_value_stands_at_its_words(name, share):
    ran = list(run(one_in(read(name), share), steps(Settings(engine="full"))))

    assert len(ran) > 3
    assert [each for each in ran if each.fault] == []


def test_a_step_that_falls_over_is_named_and_the_next_text_is_due():
    def falls(reading):
        return {}[reading.document.text]

    ran = list(run([{"docid": "a", "text": "x"}, {"docid": "b", "text": "y"}], (falls,)))

    assert [each.name for each in ran] == ["a", "b"]
    assert all(each.fault.startswith("KeyError: ") and "test_sturdiness.py" in each.fault for each in ran)


def test_what_stands_elsewhere_is_seen():
    quote = {"start": 0, "end": 4, "exact": "Army"}
    coded = {"document": {"text": "Army moved"}, "claims": [], "events": [], "other": [quote]}

    assert list(misplaced(coded)) == []
    assert list(misplaced({**coded, "other": [{**quote, "exact": "Arm"}]})) == ["$.other[0]: 0 to 4 is not what it names"]
    assert list(misplaced({**coded, "other": [{**quote, "end": 40}]})) == ["$.other[0]: 0 to 40 is not what it names"]
