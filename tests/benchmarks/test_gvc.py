"""The benchmark of gun violence: baselines, article clusters, and that nothing is answered by its own gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks import gvc
from benchmarks.lines import Line, read_lines, shared
from benchmarks.mentions.linking import conll
from benchmarks.mentions.running import predict
from benchmarks.mentions.topics import topics
from benchmarks.metrics import clusters

DEV = shared() / "corpora" / "gvc" / "dev.jsonl.gz"
needs_corpora = pytest.mark.skipif(not DEV.exists(), reason=f"there is no {DEV}; set ASCRIBE_SHARED to the third-party corpora")

#: Where each of four invented incidents happened, to whom, and when.
INCIDENTS = (("Norvale", "Tam Arlo", "2020-01-04"), ("Eastmere", "Bo Quill", "2020-03-07"), ("Lowick", "Ida Fenn", "2020-05-02"))
TOLD = ("{name} was *shot|hit* in {place} . {name} *died|death* . The *incident|whole* shook {place} .",)
TOLD += ("{place} police say {name} was *killed|death* . The man who *shot|hit* {name} fled {place} after the *incident|whole* .",)


def article(name: str, incident: str, told: str, day: str = "2020-01-01") -> Line:
    """A line of a text in which mentions stand in stars, each with its chain."""
    text, mentions = "", []
    for at, piece in enumerate(told.split("*")):
        words, _, chain = piece.partition("|")
        if at % 2:
            mentions.append(
                {"id": f"{name}:{at}", "start": len(text), "end": len(text) + len(words), "text": words, "chain": f"{incident} {chain}"}
            )
        text += words
    return {"docid": name, "incident": incident, "date": day, "text": text, "mentions": mentions}


def invented() -> list[Line]:
    """Two articles on each incident."""
    return [
        article(f"{place} {number}", place, told.format(name=name, place=place), day)
        for place, name, day in INCIDENTS
        for number, told in enumerate(TOLD)
    ]


def written(lines: Sequence[Line], file: Path) -> Path:
    """A file of these lines."""
    file.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return file


def by_cluster(found: dict[str, str], among: str) -> set[frozenset[str]]:
    """The clusters of the items whose names begin so."""
    names = sorted(name for name in found if name.startswith(among))
    return set(clusters.clusters(found, names))


def test_articles_that_share_names_are_of_one_topic() -> None:
    found = topics(invented())

    assert len(set(found.values())) == 3
    assert all(found[f"{place} 0"] == found[f"{place} 1"] for place, _, _ in INCIDENTS)


def test_articles_of_days_far_apart_are_not_of_one_topic_for_a_few_names() -> None:
    early = {"docid": "early", "date": "2020-01-01", "text": "A Hill case in Ash Road : Roe , Vane , Lund ."}
    late = {"docid": "late", "date": "2020-09-01", "text": "A Hill case in Ash Road : Orr , Penn , Weld ."}
    others = [{"docid": str(at), "date": "2020-01-01", "text": f"Roe met Vane , Lund {at}"} for at in range(2)]
    others += [{"docid": str(at), "date": "2020-09-01", "text": f"Orr met Penn , Weld {at}"} for at in range(2, 4)]

    found = topics([early, late, *others], apart=0.9)
    assert found["early"] == found["0"] != found["late"] == found["2"]


@pytest.mark.parametrize("count", [0, 1], ids=["no article", "one article"])
def test_few_articles_make_no_trouble(count: int) -> None:
    assert list(topics(invented()[:count])) == ["Norvale 0"][:count]


def test_a_day_that_is_none_holds_nothing_apart() -> None:
    assert len(set(topics([{**line, "date": "unknown"} for line in invented()]).values())) == 3


def test_families_join_what_became_of_somebody_in_one_incident() -> None:
    found = gvc.by_family(invented())["mentions"]

    assert by_cluster(found, "Lowick") == {
        frozenset({"Lowick 0:1", "Lowick 1:3"}),
        frozenset({"Lowick 0:3", "Lowick 1:1"}),
        frozenset({"Lowick 0:5", "Lowick 1:5"}),
    }


def test_what_two_incidents_teach_answers_the_third(tmp_path: Path) -> None:
    lines = invented()
    found = predict(lines, gvc.TASK, fit=written(lines, tmp_path / "fit.jsonl"), seed=1)

    assert by_cluster(found["mentions"], "Lowick") == {
        frozenset({"Lowick 0:1", "Lowick 1:3"}),
        frozenset({"Lowick 0:3", "Lowick 1:1"}),
        frozenset({"Lowick 0:5", "Lowick 1:5"}),
    }


def test_the_gold_of_what_is_answered_is_not_looked_at(tmp_path: Path) -> None:
    lines = invented()
    bare = [{k: v for k, v in line.items() if k != "incident"} for line in lines]
    for line in bare:
        line["mentions"] = [{k: v for k, v in mention.items() if k != "chain"} for mention in line["mentions"]]
    fit = written(lines, tmp_path / "fit.jsonl")

    assert predict(bare, gvc.TASK, fit=fit, seed=1) == predict(lines, gvc.TASK, fit=fit, seed=1)


def test_an_incident_is_answered_the_same_whatever_its_own_chains_in_the_fit(tmp_path: Path) -> None:
    lines, other = invented(), invented()
    for line in other:
        if line["incident"] == "Lowick":
            line["mentions"] = [{**mention, "chain": mention["id"]} for mention in line["mentions"]]
    one, two = (
        predict(lines, gvc.TASK, fit=written(each, tmp_path / f"{at}.jsonl"), seed=1)["mentions"] for at, each in enumerate((lines, other))
    )

    assert by_cluster(one, "Lowick") == by_cluster(two, "Lowick")


def test_what_stands_in_the_fit_alone_cannot_be_answered(tmp_path: Path) -> None:
    lines = invented()[:2]

    with pytest.raises(SystemExit, match="nothing is left to learn from"):
        predict(lines, gvc.TASK, fit=written(lines, tmp_path / "fit.jsonl"), seed=1)


def test_a_fit_without_chains_is_refused(tmp_path: Path) -> None:
    fit = written([{"docid": "a", "text": "x", "mentions": [{"id": "1", "start": 0, "end": 1, "text": "x"}]}], tmp_path / "fit.jsonl")

    with pytest.raises(SystemExit, match="cannot be learnt from"):
        predict(invented(), gvc.TASK, fit=fit, seed=1)


def test_two_texts_of_one_name_are_refused(tmp_path: Path) -> None:
    lines = invented()
    fit = written([{**line, "text": line["text"] + " ."} for line in lines], tmp_path / "fit.jsonl")

    with pytest.raises(SystemExit, match="two texts of this name"):
        predict(lines, gvc.TASK, fit=fit, seed=1)


def test_the_command_writes_and_scores(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data, out = written(invented(), tmp_path / "data.jsonl"), tmp_path / "out.json"
    monkeypatch.setattr("sys.argv", ["gvc", str(data), "--fit", str(data), "--predictions", str(out)])

    gvc.main()

    assert json.loads(out.read_text()).keys() == {"documents", "mentions"}
    assert "articles by incident, B-cubed P 100.0  R 100.0  F1 100.0" in capsys.readouterr().out


@needs_corpora
def test_the_baseline_by_families_is_the_published_one() -> None:
    lines = read_lines(DEV)

    assert round(100 * conll(gvc.TASK.chains(lines), gvc.by_family(lines)["mentions"]), 1) == 72.1


@needs_corpora
def test_articles_of_the_development_split_are_put_to_their_incidents() -> None:
    lines = read_lines(DEV)
    names = [line["docid"] for line in lines]
    wanted = clusters.clusters({line["docid"]: str(line["incident"]) for line in lines}, names)

    assert clusters.b_cubed(wanted, clusters.clusters(topics(lines), names)).f1 >= 0.991
