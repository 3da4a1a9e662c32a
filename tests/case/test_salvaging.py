"""What can be read of a damaged case is taken over, nothing that is not what it was, and the new case is whole."""

from __future__ import annotations

import sqlite3
from random import Random

import pytest

from ascribe.case.case import Case
from ascribe.case.salvaging import salvaged
from ascribe.errors import CaseError
from ascribe.model.judgements import Verdict
from ascribe.store.checking import faults
from tests.case.news import FAST, NEWS, capture, case, happenings, work

#: Bytes of a page of the file.
PAGE = 4096
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@pytest.fixture(scope="module")
def intact(tmp_path_factory):
    """A case of some documents with claims, events, and a judgement of a person."""
    folder = tmp_path_factory.mktemp("intact")
    with case(folder, *NEWS) as made:
        for number in range(20):
            words = (
                f"Gunmen killed {number + 2} farmers in Damboa on {DAYS[number % 5]}, police said. "
                + f"Nobody saw where they went. {number} " * 40
            )
            made.add(capture("other", words))
        work(made)
        one, other = [row["id"] for row in made.rows("events")][:2]
        made.judge(one, other, Verdict.DIFFERENT, "two days")
        made.link()
    with sqlite3.connect(folder / "case.db") as plain:
        plain.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    plain.close()
    return folder / "case.db"


def claims(made: Case) -> dict[str, str]:
    """The quote of each claim, by its id."""
    return {row["id"]: row["quote"] for row in made.rows("claims")}


def test_of_a_whole_case_nothing_is_lost(intact, tmp_path):
    assert all(each.is_whole for each in salvaged(intact, tmp_path / "new.db", "ana"))

    with Case(intact, read_only=True) as old, Case(tmp_path / "new.db", settings=FAST) as new:
        new.link()
        assert happenings(new) == happenings(old)
        assert claims(new) == claims(old)
        assert [row["id"] for row in new.rows("events")] == [row["id"] for row in old.rows("events")]
        assert [row["chance"] for row in new.rows("judgements", "why=two days")] == [0.0]
        assert not list(faults(new.database))
        assert list(new.code()) == []  # nothing waits


@pytest.mark.parametrize("seed", range(4))
def test_where_pages_are_spoilt_the_rest_is_taken_over_and_nothing_is_wrong(intact, tmp_path, seed):
    dice = Random(seed)
    data = bytearray(intact.read_bytes())
    for page in dice.sample(range(1, len(data) // PAGE), 8):
        begin = page * PAGE + dice.randrange(PAGE // 2)
        data[begin : begin + 512] = dice.randbytes(512)
    spoilt = tmp_path / "spoilt.db"
    spoilt.write_bytes(data)

    told = list(salvaged(spoilt, tmp_path / "new.db", "ana"))

    with Case(intact, read_only=True) as old, Case(tmp_path / "new.db", settings=FAST) as new:
        documents = {row["id"] for row in new.rows("documents")}
        assert documents <= {row["id"] for row in old.rows("documents")}
        assert len(documents) == len(list(old.rows("documents"))) or not all(each.is_whole for each in told)
        work(new)
        lost = [fault for fault in faults(new.database) if "there is no original" not in fault]
        assert lost == []
        known = {row["id"]: row for row in old.rows("claims")}
        for row in new.rows("claims"):
            assert known[row["id"]]["quote"] == row["quote"]


@pytest.mark.parametrize(
    "spoil",
    [
        "UPDATE claim SET quote = replace(quote, 'killed', 'healed') WHERE number = 1",
        "UPDATE claim SET record = substr(record, 1, 40) WHERE number = 1",
        "UPDATE report SET sketch = substr(sketch, 1, 40) WHERE number = 1",
        "UPDATE report SET sketch = CAST(x'ff00' AS TEXT) WHERE number = 1",
    ],
    ids=["quote", "record", "sketch", "no text"],
)
def test_what_is_not_what_it_was_is_found_anew(intact, tmp_path, spoil):
    """The pages can be read, and something in them is another."""
    spoilt = tmp_path / "spoilt.db"
    spoilt.write_bytes(intact.read_bytes())
    with sqlite3.connect(spoilt) as plain:
        plain.execute(spoil)
    plain.close()

    list(salvaged(spoilt, tmp_path / "new.db", "ana"))

    with Case(intact, read_only=True) as old, Case(tmp_path / "new.db", settings=FAST) as new:
        work(new)
        assert claims(new) == claims(old)
        assert not list(faults(new.database))


def test_of_a_file_that_was_cut_off_the_beginning_is_taken_over(intact, tmp_path):
    cut = tmp_path / "cut.db"
    cut.write_bytes(intact.read_bytes()[: intact.stat().st_size * 2 // 3])

    told = {each.table: each for each in salvaged(cut, tmp_path / "new.db", "ana")}

    assert not all(each.is_whole for each in told.values())
    assert told["document"].rows > 0


@pytest.mark.parametrize("content", [b"", b"no SQLite at all " * 500, bytes(10_000)], ids=["empty", "text", "zeros"])
def test_what_cannot_be_read_at_all_makes_no_case(tmp_path, content):
    lost = tmp_path / "lost.db"
    lost.write_bytes(content)

    with pytest.raises(CaseError, match="nothing of it can be read"):
        list(salvaged(lost, tmp_path / "new.db", "ana"))

    assert not (tmp_path / "new.db").exists()
