"""The benchmark of events in news of many kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import ecbplus
from benchmarks.lines import Line


def line(docid: str, subtopic: str, told: str) -> Line:
    """A line of a text in which events stand in stars, each with its chain; "-" for none."""
    text, mentions = "", []
    for at, piece in enumerate(told.split("*")):
        words, _, chain = piece.partition("|")
        if at % 2:
            found = {"id": f"{docid}:{at}", "kind": "ACTION_OCCURRENCE", "checked_sentence": True, "text": words}
            mentions.append(
                {**found, "start": len(text), "end": len(text) + len(words), "chain": None if chain == "-" else subtopic + chain}
            )
        text += words
    return {"docid": docid, "subtopic": subtopic, "text": text, "mentions": mentions}


def news(place: str, who: str) -> list[Line]:
    """Two articles on one happening."""
    return [
        line(f"{place} 1", place, f"{who} *bought|b* the {place} Works . Crowds *cheered|-* in {place} ."),
        line(f"{place} 2", place, f"{who} *buys|b* {place} Works and *plans|p* a second {place} site ."),
    ]


DATA = [*news("Norvale", "Tam Arlo"), *news("Eastmere", "Bo Quill")]
FIT = [*news("Lowick", "Ida Fenn"), *news("Harrow End", "Al Roe"), *news("Stanby", "Cy Vane")]


def test_events_of_checked_sentences_are_asked_about() -> None:
    event = {"kind": "NEG_ACTION_STATE", "checked_sentence": True}

    assert ecbplus.TASK.asked(event)
    assert not ecbplus.TASK.asked({**event, "kind": "TIME_DATE"})
    assert not ecbplus.TASK.asked({**event, "checked_sentence": False})


def test_a_mention_without_a_chain_stands_alone() -> None:
    chains = ecbplus.TASK.chains(DATA[:1])

    assert chains == {"Norvale 1:1": "Norvaleb", "Norvale 1:3": "alone Norvale 1:3"}


def test_mentions_of_one_lemma_are_one_event_where_articles_are_alike() -> None:
    found = ecbplus.by_lemma(DATA)["mentions"]

    assert found["Norvale 1:1"] == found["Norvale 2:1"] != found["Eastmere 1:1"]
    assert found["Norvale 1:3"] != found["Norvale 1:1"]


@pytest.mark.parametrize("engine", ["auto", "lemmas"])
def test_the_command_writes_and_scores(
    engine: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    data, fit, out = tmp_path / "data.jsonl", tmp_path / "fit.jsonl", tmp_path / "out.json"
    for file, lines in ((data, DATA), (fit, FIT)):
        file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["ecbplus", str(data), "--fit", str(fit), "--predictions", str(out), "--engine", engine])

    ecbplus.main()

    found = json.loads(out.read_text())["mentions"]
    assert found["Norvale 1:1"] == found["Norvale 2:1"] != found["Eastmere 1:1"]
    assert "4 articles, 8 mentions, 6 events" in capsys.readouterr().out
