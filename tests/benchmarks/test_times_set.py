"""The set of time expressions is well formed, and its scorer counts as its layout says."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ascribe.model.times import Basis, TimeInterval
from benchmarks.lines import Line, half_of, read_lines
from benchmarks.times import main, of_expression, outcome, report

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
HALF = {"tune": read_lines(DATA / "times.dev.jsonl"), "unseen": read_lines(DATA / "times.held.jsonl")}
LINES = [line for lines in HALF.values() for line in lines]
FIELDS = {"id", "kind", "text", "published", "country", "start", "end", "expression", "gold", "slack", "ahead"}


def day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def test_every_expression_stands_where_it_is_said_to_stand() -> None:
    assert [line["id"] for line in LINES if line["text"][line["start"] : line["end"]] != line["expression"] or not line["expression"]] == []


def test_each_line_is_in_the_half_of_its_id() -> None:
    assert {half: [line["id"] for line in lines if half_of(line["id"]) != half] for half, lines in HALF.items()} == {
        "tune": [],
        "unseen": [],
    }


def test_three_hundred_different_lines() -> None:
    assert len({line["id"] for line in LINES}) == len({line["text"] for line in LINES}) == len(LINES) == 300


def test_gold_is_well_formed() -> None:
    for line in LINES:
        assert set(line) <= FIELDS, line["id"]
        gold = line["gold"]
        if gold is None:
            assert line["kind"] == "none", line["id"]
            continue
        assert set(gold) - {"clock"} == {"start", "end", "precision", "basis"}, line["id"]
        basis = Basis(gold["basis"])
        assert basis is not Basis.PUBLICATION, line["id"]
        assert gold["precision"] == TimeInterval(day(gold["start"]), day(gold["end"]), basis).precision, line["id"]


def test_no_interval_ends_after_publication_unless_the_text_looks_ahead() -> None:
    late = {line["id"] for line in LINES if line["gold"] and line["published"] and (line["gold"]["end"] or "") > line["published"]}
    assert late == {line["id"] for line in LINES if line.get("ahead")}


def test_a_time_of_day_is_within_the_expression() -> None:
    for line in LINES:
        words = (line["gold"] or {}).get("clock", "").split()
        assert all(word in line["expression"] for word in words), line["id"]


GOLD = {"start": "2014-07-28", "end": "2014-07-28", "precision": "day", "basis": "stated"}


def line(**changed: object) -> Line:
    return {"id": "x", "kind": "feast", "text": "Shots fell on Eid.", "start": 14, "end": 17, "expression": "Eid", "gold": GOLD, **changed}


def test_days_precision_and_basis_are_compared() -> None:
    assert outcome(line(), dict(GOLD)).right
    assert not outcome(line(), GOLD | {"end": "2014-07-29", "precision": "days"}).right
    other = outcome(line(), GOLD | {"basis": "event"})
    assert other.right and not other.basis


def test_slack_is_one_day_at_each_end_with_the_same_precision() -> None:
    moved = {"start": "2014-07-29", "end": "2014-07-29"}
    assert not outcome(line(), GOLD | moved).right
    assert outcome(line(slack=1), GOLD | moved).right
    assert not outcome(line(slack=1), GOLD | {"end": "2014-07-29", "precision": "days"}).right
    assert not outcome(line(slack=1), GOLD | {"start": None, "precision": "open"}).right


def test_what_is_no_time_is_right_only_if_nothing_is_read() -> None:
    trap = line(gold=None, kind="none")
    assert outcome(trap, None).right and not outcome(trap, None).found
    assert not outcome(trap, dict(GOLD)).right and outcome(trap, dict(GOLD)).found


def test_a_missing_clock_counts_against() -> None:
    timed = line(gold=GOLD | {"clock": "dawn"})
    assert [outcome(timed, got).clock for got in (GOLD | {"clock": "dawn"}, dict(GOLD), None)] == [True, False, False]
    assert outcome(line(), GOLD | {"clock": "dawn"}).clock is None


def test_shares_of_known_cases(capsys: pytest.CaptureFixture[str]) -> None:
    trap = line(gold=None, kind="none")
    got = [outcome(line(), dict(GOLD)), outcome(line(), None), outcome(trap, dict(GOLD)), outcome(trap, None)]
    figures = report(got)
    assert (figures["exact"], figures["found"], figures["false times"], figures["all right"]) == (0.5, 0.5, 0.5, 0.5)
    assert figures["basis of found"] == 1.0
    assert "feast            1 of   2" in capsys.readouterr().out


def test_the_time_that_shares_most_of_the_expression_is_taken() -> None:
    near = TimeInterval(None, None, Basis.STATED, "on E", 11, 15)
    at = TimeInterval(date(2014, 7, 28), date(2014, 7, 28), Basis.STATED, "on Eid", 11, 17)
    far = TimeInterval(None, None, Basis.STATED, "Shots", 0, 5)
    got = of_expression(line(), (far, near, at))
    assert got is not None and got["text"] == "on Eid" and got["start"] == "2014-07-28"
    assert of_expression(line(), (far,)) is None


def test_errors_of_a_held_back_file_are_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["times", "some/times.held.jsonl", "--predictions", "out.json", "--misses"])
    with pytest.raises(SystemExit, match="held back"):
        main()
