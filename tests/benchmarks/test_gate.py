"""The share of texts that the gate lets through."""

from __future__ import annotations

import json
import sys

from benchmarks import gate

PLAIN = "The choir sang in the park and the mayor thanked the gardeners for their roses. " * 8
WAR = "Gunmen attacked a convoy and killed two soldiers; the army seized weapons. " * 8


def test_texts_of_conflict_come_through_and_others_do_not():
    assert gate.passed([{"text": PLAIN}, {"text": WAR}]) == [False, True]


def test_the_share_of_those_that_tell_something_is_told_apart(tmp_path, monkeypatch, capsys):
    data = tmp_path / "data.jsonl"
    data.write_text(
        "".join(json.dumps(line) + "\n" for line in ({"text": PLAIN, "claims": []}, {"text": WAR, "claims": [1]}, {"docid": "x"}))
    )
    monkeypatch.setattr(sys, "argv", ["gate", str(data)])
    gate.main()

    assert "50.0 % of 2 texts come through; of the 1 with anything told, 100.0 %" in capsys.readouterr().out
