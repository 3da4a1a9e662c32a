"""`ascribe review`: how people's work goes, and the training file."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner

from ascribe.cli import app
from tests.case.news import NEWS, case


def run(*args):
    return CliRunner().invoke(app, ["review", *map(str, args)])


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """A case in which two people decided on everything, blind to each other, and differ on one."""
    with case(tmp_path_factory.mktemp("reviewed"), *NEWS) as made:
        claims = [each["id"] for each in made.claims()]
        for who in ("ana", "ben"):
            made.by = who
            for claim in claims:
                rejects = who == "ben" and claim == claims[0]
                made.decide(claim, "rejected" if rejects else "accepted", blind=True, seconds=5)
        return made.path


def test_progress_is_told_by_state_and_person(path):
    shown = run(path).stdout

    assert shown == run(path, "--progress").stdout
    assert "6 of 7 claims are settled by people" in shown
    assert "ana: 7 decided, 0 skipped, 5 s a record (median)" in shown


def test_agreement_says_where_there_is_too_little_to_tell(path):
    shown = run(path, "--agreement").stdout

    assert shown.startswith("7 claims were decided on by several people blind to each other")
    assert "verdict           7        -" in shown


def test_the_training_file_is_one_object_a_line(path, tmp_path):
    result = run(path, "--training", tmp_path / "lessons.jsonl")

    rows = [json.loads(line) for line in (tmp_path / "lessons.jsonl").read_text(encoding="utf-8").splitlines()]
    assert result.exit_code == 0
    assert [row["verdict"] for row in rows] == ["accepted"] * 6


def test_only_one_thing_is_asked_for_at_a_time(path):
    result = run(path, "--progress", "--agreement")

    assert result.exit_code == 2
    assert "one at a time" in result.stderr
