"""Case files are made whole, opened with care, brought forward with a copy, and refused politely."""

from __future__ import annotations

import sqlite3

import pytest

from ascribe.errors import CaseError
from ascribe.store.opening import APPLICATION, VERSION, create, explained, logged, open_case, reading, writing


@pytest.fixture
def path(tmp_path):
    return tmp_path / "case.db"


def test_a_new_case_is_one_file_that_says_what_it_is(path):
    create(path, "ascribe test").close()

    assert [each.name for each in path.parent.iterdir()] == ["case.db"]
    with sqlite3.connect(path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone() == (APPLICATION,)
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_a_file_that_is_there_is_never_written_over(path):
    path.write_text("mine")

    with pytest.raises(CaseError, match="there is a file of this name"):
        create(path, "ascribe test")
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "there is no case file"),
        (lambda path: path.write_text("not SQLite at all, but long enough to be looked at " * 50), "is no case file"),
        (lambda path: sqlite3.connect(path).executescript("CREATE TABLE t (a); INSERT INTO t VALUES (1);"), "is no case file"),
    ],
    ids=["missing", "text", "another database"],
)
def test_what_is_no_case_is_refused_with_a_remedy(path, make, said):
    make(path)

    with pytest.raises(CaseError, match=said):
        open_case(path)


def test_a_newer_file_is_refused_and_stays_as_it_is(path):
    create(path, "ascribe test").close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()

    with pytest.raises(CaseError, match="newer ascribe"):
        open_case(path)
    assert path.read_bytes() == before


STEPS = {VERSION: "CREATE TABLE novelty (a);\nINSERT INTO novelty VALUES (1);", VERSION + 1: "ALTER TABLE novelty ADD COLUMN b DEFAULT 2;"}


def test_an_older_file_is_brought_forward_step_by_step_and_kept_as_it_was(path):
    create(path, "ascribe test").close()

    database = open_case(path, migrations=STEPS, version=VERSION + 2)

    assert database.execute("SELECT a, b FROM novelty").fetchall() == [(1, 2)]
    assert database.execute("PRAGMA user_version").fetchone() == (VERSION + 2,)
    assert [what for (what,) in database.execute("SELECT what FROM log")] == ["brought forward"] * 2
    (backup,) = path.parent.glob("*.backup")
    with sqlite3.connect(backup) as old:
        assert old.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert old.execute("SELECT count(*) FROM sqlite_master WHERE name = 'novelty'").fetchone() == (0,)


def test_a_step_that_fails_leaves_the_file_as_it_was(path):
    create(path, "ascribe test").close()

    with pytest.raises(sqlite3.OperationalError):
        open_case(path, migrations={VERSION: "CREATE TABLE novelty (a);\nCREATE TABLE novelty (a);"}, version=VERSION + 1)

    database = open_case(path)
    assert database.execute("SELECT count(*) FROM sqlite_master WHERE name = 'novelty'").fetchone() == (0,)


def test_a_file_to_be_read_only_is_not_changed(path):
    create(path, "ascribe test").close()
    database = open_case(path, read_only=True)

    with pytest.raises(CaseError, match="may only be read"), explained(path), writing(database):
        logged(database, "ana", "tried")


def test_a_transaction_is_all_or_nothing(path):
    database = create(path, "ascribe test")

    with pytest.raises(ZeroDivisionError), writing(database):
        logged(database, "ana", "did")
        raise ZeroDivisionError
    assert database.execute("SELECT count(*) FROM log").fetchone() == (0,)


def test_several_questions_see_one_state(path):
    one, other = create(path, "ascribe test"), open_case(path)

    with reading(one):
        assert one.execute("SELECT count(*) FROM log").fetchone() == (0,)
        with writing(other):
            logged(other, "ana", "did")
        assert one.execute("SELECT count(*) FROM log").fetchone() == (0,)
    assert one.execute("SELECT count(*) FROM log").fetchone() == (1,)


@pytest.mark.parametrize("statement", ["DELETE FROM log", "UPDATE log SET who = 'nobody'"])
def test_the_log_is_only_ever_added_to(path, statement):
    database = create(path, "ascribe test")
    with writing(database):
        logged(database, "ana", "did")

    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        database.execute(statement)
