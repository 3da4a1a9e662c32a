"""How pairs are weighed and grouped."""

from __future__ import annotations

import numpy
import pytest

from benchmarks.mentions.grouping import grouped
from benchmarks.mentions.linking import conll, learn, linked, pairs
from benchmarks.mentions.mention import Mention, Topic
from benchmarks.mentions.weighing import columns_of, table, weighed


def test_groups_are_joined_while_they_are_near_on_average() -> None:
    apart = numpy.asarray([[0.0, 0.1, 0.9], [0.1, 0.0, 0.3], [0.9, 0.3, 0.0]])

    assert grouped(apart, 0.5) == ["1", "1", "2"], "0.3 is near, but 0.6 on average is not"
    assert len(set(grouped(apart, 0.7))) == 1
    assert grouped(apart[:1, :1], 0.5) == ["1"]


def test_signs_that_tell_are_weighed() -> None:
    rows = [{"base": 1.0, "for": 1.0}, {"base": 1.0, "against": 1.0}] * 5
    columns = columns_of(rows)
    weights = weighed(table(rows, columns), numpy.asarray([True, False] * 5), numpy.ones(10), free=1.0)

    assert weights[columns["for"]] > 0 > weights[columns["against"]]
    assert abs(weights[columns["base"]]) < 0.01


def test_weights_are_those_of_the_least_loss() -> None:
    """One sign that always holds, right three times of four: of the held-back logit the slope must be none."""
    found = weighed(table([{"base": 1.0}] * 4, {"base": 0}), numpy.asarray([True, True, True, False]), numpy.ones(4), free=2.0)
    chance = 1 / (1 + numpy.exp(-found[0]))

    assert 4 * chance - 3 + found[0] / 2 == pytest.approx(0, abs=1e-4)


def test_a_sign_without_a_column_says_nothing() -> None:
    assert table([{"new": 1.0}, {}], {"known": 0}).toarray().tolist() == [[0.0], [0.0]]


def made(name: str, *families: str) -> Topic:
    """A topic with a mention of each family, in one article."""
    return Topic(name, tuple(Mention(f"{name}{at}", name, family, family=family) for at, family in enumerate(families)), frozenset({name}))


TAUGHT = [made(name, "shot", "shot", "dead", "dead", "whole") for name in "abcd"]
CHAINS: dict[str, str | None] = {mention.id: f"{each.name} {mention.family}" for each in TAUGHT for mention in each.mentions}


def test_what_is_learnt_holds_for_another_topic() -> None:
    asked = made("z", "dead", "shot", "dead")
    found = linked([asked], TAUGHT, CHAINS, folds=10, seed=1)

    assert found["z0"] == found["z2"] != found["z1"]


@pytest.mark.parametrize("families", [[], ["shot"]], ids=["no mention", "one mention"])
def test_a_topic_of_few_mentions_makes_no_trouble(families: list[str]) -> None:
    asked = made("z", *families)

    assert linked([asked], [*TAUGHT, made("y", *families)], CHAINS, folds=10, seed=1) == {mention.id: "z 1" for mention in asked.mentions}


def test_clusters_never_reach_over_topics() -> None:
    found = linked(TAUGHT, TAUGHT, CHAINS, folds=2, seed=3)

    assert {mention: cluster.split()[0] for mention, cluster in found.items()} == {m.id: t.name for t in TAUGHT for m in t.mentions}
    assert conll(CHAINS, found) == 1


def test_nothing_is_learnt_from_a_mention_without_a_chain() -> None:
    columns: dict[str, int] = {}
    taught = [pairs(each, columns, grow=True) for each in TAUGHT]
    stray = made("e", "shot", "dead")
    more = [*taught, pairs(stray, columns, grow=True)]

    linkers = [learn(each, {**CHAINS, "e0": None, "e1": "x"}, len(columns)) for each in (taught, more)]
    assert numpy.allclose(linkers[0].weights, linkers[1].weights, atol=1e-3)
