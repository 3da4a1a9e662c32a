"""Metrics against values worked out by hand, and against figures that others published for the same data."""

from __future__ import annotations

import gzip
import json

import pytest

from ascribe.model.text import Span
from benchmarks import cases, gvc, relevance
from benchmarks.intervals import bootstrap, jackknife
from benchmarks.lines import read_lines, shared
from benchmarks.metrics import clusters
from benchmarks.metrics.alpha import alpha
from benchmarks.metrics.assignment import best
from benchmarks.metrics.tally import Tally, matched, total
from benchmarks.muc4 import scores as muc4
from benchmarks.muc4.keys import ROLES, Firmness, Key, Template, key_of, normal
from benchmarks.muc4.templates import from_json
from benchmarks.polnear import __main__ as polnear_run
from benchmarks.polnear import scores as polnear
from benchmarks.polnear.scores import Attribution

CORPORA = shared() / "corpora"
needs_corpora = pytest.mark.skipif(not CORPORA.exists(), reason=f"there is no {CORPORA}; set ASCRIBE_SHARED to the third-party corpora")

# --- tallies, matching, intervals ----------------------------------------------------------------------------------------------------------


def test_a_tally_gives_its_three_figures():
    tally = total([matched(2, 4, 3), Tally(right=1, given=1, found=0, wanted=1)])

    assert (tally.precision, tally.recall) == (0.6, 0.5)
    assert tally.f1 == pytest.approx(6 / 11)
    assert Tally().f1 == 0


def test_the_best_matching_beats_the_greedy_one():
    worth = {("a", "x"): 3, ("a", "y"): 2, ("b", "x"): 2.5, ("b", "y"): 0}

    assert best("ab", "xy", lambda a, b: worth[a, b]) == [(0, 1, 2.0), (1, 0, 2.5)]
    assert best("", "xy", lambda a, b: 1) == []


def test_intervals_hold_their_figure():
    values = [0.0, 1.0, 1.0, 0.0, 1.0, 1.0]

    for interval in (bootstrap, jackknife):
        low, high = interval(values, lambda drawn: sum(drawn) / len(drawn))
        assert low < 4 / 6 < high


def test_alpha_worked_out_by_hand():
    """Ten units, four told apart; of 20 values 14 are 0 and 6 are 1, so that chance would tell 2 * 14 * 6 / (20 * 19) apart."""
    first, second = "0100000000", "1110010010"

    assert alpha(zip(first, second, strict=True)) == pytest.approx(1 - 0.4 / (168 / 380))
    assert alpha([("a", "a"), ("b", "b")]) == 1
    assert alpha([("a", "a")]) is None


# --- clusters -----------------------------------------------------------------------------------------------------------------------------


def test_clusters_worked_out_by_hand():
    """Key {a b c} {d}, response {a b} {c d}."""
    gold = clusters.clusters({"a": "1", "b": "1", "c": "1", "d": "2"}, "abcd")
    found = clusters.clusters({"a": "x", "b": "x", "c": "y", "d": "y"}, "abcd")

    assert (clusters.muc(gold, found).recall, clusters.muc(gold, found).precision) == (0.5, 0.5)
    assert clusters.b_cubed(gold, found).recall == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert clusters.b_cubed(gold, found).precision == pytest.approx((1 + 1 + 0.5 + 0.5) / 4)
    assert clusters.ceaf_e(gold, found).f1 == pytest.approx((4 / 5 + 2 / 3) / 2)
    assert clusters.lea(gold, found).recall == pytest.approx((3 * 1 / 3 + 0) / 4)
    assert clusters.conll(gold, gold) == 1


def test_what_the_prediction_lacks_stands_alone():
    assert clusters.clusters({"a": "1"}, "abc") == [{"a"}, {"b"}, {"c"}]


@needs_corpora
def test_gvc_baseline_by_equal_strings_is_the_published_one():
    lines = read_lines(CORPORA / "gvc" / "dev.jsonl.gz")
    chains = {m["id"]: str(m["chain"]) for line in lines for m in line["mentions"] if str(m["chain"]) != "0"}
    names = sorted(chains)
    gold, found = clusters.clusters(chains, names), clusters.clusters(gvc.by_string(lines)["mentions"], names)

    figures = [score(gold, found).f1 for score in (clusters.muc, clusters.b_cubed, clusters.ceaf_e, clusters.lea)]
    assert [round(100 * figure, 1) for figure in (*figures, clusters.conll(gold, found))] == [52.5, 27.4, 22.3, 14.7, 34.0]


# --- MUC-4 --------------------------------------------------------------------------------------------------------------------------------


def _template(kind: str, **roles: list[list[str]]) -> dict[str, object]:
    return {"incident_type": kind, **roles}


def _key(*templates: dict[str, object]) -> Key:
    made = from_json(templates)
    pooled = {role: tuple(entity for template in made for entity in template.roles[role]) for role in ROLES}
    return Key(made, pooled, bool(made))


def test_strings_are_equal_but_for_case_punctuation_and_articles():
    assert normal("The U.S. Embassy,\n in  Lima") == normal("US embassy in Lima") == "us embassy in lima"


def test_role_fillers_are_right_if_all_their_strings_are_the_keys():
    key = _key(_template("attack", Victim=[["Luis Galan", "Galan"], ["Ana Paz"]]))
    given = from_json([_template("bombing", Victim=[["GALAN"], ["Luis Galan", "Galan", "he"], ["Paz"]])])

    assert muc4.ree(key, given)["Victim"] == matched(1, 2, 2), "the second contains the first and adds nothing; Paz is no string of the key"


def test_templates_are_mapped_so_that_most_is_right():
    key = _key(_template("attack / bombing", Target=[["bank"]]), _template("attack", Victim=[["Ana Paz"]], PerpInd=[["gunmen"]]))
    given = from_json([_template("attack", Victim=[["Ana Paz"]]), _template("bombing", Target=[["bank"], ["shop"]]), _template("arson")])
    tallies = muc4.template_f1(key, given)

    assert tallies["type"] == matched(2, 3, 2)
    assert tallies["Target"] == matched(1, 2, 1)
    assert tallies["PerpInd"] == matched(0, 0, 1)


def test_equal_key_templates_are_one():
    key = _key(_template("attack"), _template("attack"))

    assert muc4.template_f1(key, from_json([_template("attack")]))["type"] == matched(1, 1, 1)


def test_mentions_are_counted_one_by_one():
    key = _key(_template("kidnapping", PerpOrg=[["ELN", "Army of National Liberation"]]))
    given = from_json([_template("kidnapping", PerpOrg=[["eln"]])])

    assert muc4.rme(key, given)["phi-3"] == matched(1, 1, 2)
    assert muc4.rme(key, given)["phi-subset"] == matched(1, 1, 1)
    assert muc4.rme(key, from_json([_template("attack", PerpOrg=[["eln"]])]))["phi-3"].right == 0


def test_a_firmness_counts_when_organisation_and_value_are_right():
    key = Key((Template("attack", dict.fromkeys(ROLES, ()), (Firmness(frozenset({"eln"}), frozenset({"POSSIBLE"})),)),), {}, True)
    right = from_json([_template("attack", org_confidence={"ELN": "POSSIBLE"})])
    wrong = from_json([_template("attack", org_confidence={"ELN": "REPORTED AS FACT"})])

    assert muc4.firmness(key, right).end_to_end == matched(1, 1, 1)
    assert muc4.firmness(key, right).recall_not_fact == 1
    assert muc4.firmness(key, wrong).end_to_end.right == 0
    assert muc4.firmness(key, wrong).accuracy == 0


@needs_corpora
def test_the_key_has_the_counts_of_the_held_back_scorers():
    with gzip.open(CORPORA / "muc4" / "dev.scoring_key.json.gz") as file:
        wanted = json.load(file)
    for row in read_lines(CORPORA / "muc4" / "dev.jsonl.gz"):
        key, theirs = key_of(row), wanted[row["docid"]]
        assert key.relevant == theirs["relevant"]
        assert [template.incident_type for template in key.templates] == [template["incident_type"] for template in theirs["templates"]]
        for role in ROLES:
            assert _sorted(key.pooled[role]) == _sorted(theirs["role_fillers"][role])
            for ours, other in zip(key.templates, theirs["templates"], strict=True):
                assert _sorted(ours.roles[role]) == _sorted(other[role])


def _sorted(entities):
    return sorted(sorted(set(entity)) for entity in entities)


@needs_corpora
def test_the_key_scored_against_itself_is_right():
    keys = [key_of(row) for row in read_lines(CORPORA / "muc4" / "dev.jsonl.gz")]

    whole = total(t for key in keys for t in muc4.template_f1(key, key.templates).values())
    assert whole.recall == 1, "equal templates of the key are one, so that giving them twice costs precision alone"
    assert whole.precision > 0.95
    assert total(t for key in keys for t in muc4.ree(key, key.templates).values()).f1 > 0.995
    assert total(muc4.relevance(key, key.templates) for key in keys).f1 == 1


# --- attributions --------------------------------------------------------------------------------------------------------------------------


def _said(source, cue, content):
    return Attribution(*(tuple(Span(*piece) for piece in pieces) for pieces in (source, cue, content)))


def test_spans_worked_out_by_hand():
    gold = [_said([(0, 4)], [(5, 9)], [(10, 30)]), _said([], [(40, 45)], [(50, 60)])]
    found = [_said([(0, 4)], [(5, 9)], [(10, 20)]), _said([(70, 74)], [(40, 44)], [(50, 60)])]

    assert polnear.exact(gold, found, "content") == matched(1, 2, 2)
    assert polnear.begin(gold, found, "content") == matched(2, 2, 2)
    assert polnear.jaccard(gold, found, "content").recall == pytest.approx((0.5 + 1) / 2)
    assert polnear.jaccard(gold, found, "source").recall == pytest.approx(1 / 2), "a span that meets none counts as 0"
    assert polnear.characters(gold, found, "cue") == matched(8, 8, 9)
    assert polnear.linked(gold, found) == matched(1, 2, 2), "a source where gold has none is wrong"


@needs_corpora
def test_people_agree_as_published():
    """README of the corpus, pairwise over 20 articles of all splits: 77.7 / 70.5 / 68.4; 18 of them are at hand."""
    lines = [row for part in ("train", "dev") for row in read_lines(CORPORA / "polnear" / f"{part}.jsonl.gz")]
    articles = polnear_run.people(lines)

    assert len(articles) == 18
    for element, published in (("source", 77.7), ("cue", 70.5), ("content", 68.4)):
        f1 = 100 * total(polnear.exact(*pair, element) for article in articles for pair in article).f1
        assert f1 == pytest.approx(published, abs=1.0)


# --- snippets ---------------------------------------------------------------------------------------------------------------------------------


def test_weighted_f1_counts_a_label_by_how_often_it_is():
    pairs = [("ATTACK", "ATTACK"), ("ATTACK", "ATTACK"), ("ATTACK", "ARREST"), ("ARREST", "ARREST")]

    weighted, macro = cases.scores(pairs)
    assert weighted == pytest.approx((3 * 0.8 + 2 / 3) / 4)
    assert macro == pytest.approx((0.8 + 2 / 3) / 2)


def test_types_are_asked_only_where_gold_has_any():
    assert relevance.types({"types": []}, {"types": ["Other"]}) == Tally()
    assert relevance.types({"types": ["Other"]}, {"types": ["Other", "religious conflict"]}) == matched(1, 2, 1)
