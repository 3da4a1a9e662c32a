"""Whether two reports are of one event: what is compared, which way it counts, and in which words it is told."""

from __future__ import annotations

import pytest
from hypothesis import given

from ascribe.knowledge import linking
from ascribe.link.bounds import Point, kilometres
from ascribe.link.compare import chance, chances, chances_within, compare
from ascribe.link.rivals import standings
from ascribe.link.sides import Side
from ascribe.link.signs import signs
from ascribe.model.judgements import Verdict
from ascribe.model.linking import Sum, Weights
from ascribe.model.sketches import Toll, Who
from tests.link.sketched import GAO, MOPTI, on, sketched, sketches_of

WEIGHTS = linking.load()
BARE = Weights()


def told(left, right) -> dict[str, float]:
    """The signs of two sketches by name."""
    return dict(signs(Side(left, BARE), Side(right, BARE)))


@pytest.mark.parametrize(
    ("left", "right", "sign"),
    [
        ({"days": (on("2024-03-04"),)}, {"days": (on("2024-03-04"),)}, "days: stated, same"),
        ({"days": (on("2024-03-04"),)}, {"days": (on("2024-03-05"),)}, "days: stated, a day apart"),
        ({"days": (on("2023-03-04"),)}, {"days": (on("2024-03-04"),)}, "days: stated, months apart"),
        ({"days": (on("2024-03-04"),)}, {}, "days: stated just before"),
        ({"days": (on("2024-03-04"),)}, {"published": "2024-03-01"}, "days: told before it was"),
        ({"wheres": (GAO,)}, {"wheres": (GAO,)}, "places: same place"),
        ({"wheres": (GAO,)}, {"wheres": (MOPTI,)}, "places: far apart"),
        ({"wheres": (GAO,)}, {"wheres": (MOPTI,)}, "places: areas differ"),
        ({"actors": (Who("army", None, None, "state_forces", "ML"),)}, {"recipients": (Who("army", None, None, "state_forces", "ML"),)}, "parties: turned about"),
        ({"tolls": (Toll("killed", 4, 4, 4),)}, {"tolls": (Toll("killed", 4, 4, 4),)}, "figures: same toll"),
        ({"tolls": (Toll("killed", 4, 4, 4),)}, {"tolls": (Toll("killed", 9, 9, 9),)}, "figures: other toll"),
        ({"numbers": ("49", "3")}, {"numbers": ("49",)}, "figures: same numbers"),
        ({"families": ("bomb",)}, {"families": ("air",)}, "kinds: means differ"),
        ({"granularity": "aggregate"}, {}, "kinds: one and many"),
        ({"modality": "averted"}, {}, "kinds: other modality"),
        ({"heads": ("free",)}, {"heads": ("arrest",)}, "kinds: deeds differ"),
        ({"heads": ("ceasefir",)}, {"heads": ("ceasefir",)}, "kinds: deeds same, no attack"),
        ({"heads": ("shoot",)}, {"heads": ("negotiat",)}, "kinds: deeds, an attack and another"),
        ({"heads": ("arrest",)}, {"heads": ("fourth",)}, "kinds: deeds, one is named"),
        ({"words": ("bridg",)}, {"words": ("bridg", "polic")}, "places: one site same"),
        ({"words": ("bridg",)}, {"words": ("market",)}, "places: sites differ"),
        ({"names": ("Mpeketoni",)}, {"names": ("Mpekatoni",)}, "names: shared"),
        ({"names": ("hindi",)}, {"all_names": ("hindi",)}, "names: in both texts"),
        ({"order": ("first",)}, {"order": ("second",)}, "telling: a first and a second"),
        ({"hours": ("night",)}, {"hours": ("morning",)}, "telling: hours differ"),
        ({"document": "d"}, {"document": "d"}, "document: same"),
        ({"vector": b"\x01\x02"}, {"vector": b"\x01\x02"}, "encoder: alike"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_sign_is_seen(left, right, sign):
    assert told(sketched("r1", **left), sketched("r2", **right)).get(sign, 0.0) > 0


def test_what_nobody_says_is_no_sign():
    names = {name.partition(":")[0] for name, value in told(sketched("r1"), sketched("r2")).items() if value}

    assert names == {"base", "days", "kinds"}


def test_the_same_day_comes_from_what_is_likely_of_each():
    """A report that states no day is of its day of publication with some chance, and so may be of the same day."""
    stated = sketched("r1", days=(on("2024-03-04", 0.9),))
    undated = sketched("r2", days=(on("2024-03-05", 0.3, "publication"), on("2024-03-04", 0.4, "publication")))

    assert told(stated, undated)["days: same"] == pytest.approx(0.36)
    assert told(stated, undated)["days: next"] == pytest.approx(0.27)


def test_distance_is_that_on_the_globe():
    assert kilometres(Point.at(48.8566, 2.3522), Point.at(51.5074, -0.1278)) == pytest.approx(344, abs=2)


@given(sketches_of("r1"), sketches_of("r2"))
def test_it_does_not_matter_which_comes_first(left, right):
    (one, reasons), (other, turned) = compare(left, right, WEIGHTS), compare(right, left, WEIGHTS)

    assert one == pytest.approx(other)
    assert {feature.name: feature.weight for feature in reasons} == pytest.approx(
        {feature.name: feature.weight for feature in turned}, abs=0.002
    )


@given(sketches_of("r1"), sketches_of("r2"))
def test_reasons_add_up_to_the_chance_and_are_told_in_words(left, right):
    found, reasons = compare(left, right, WEIGHTS)

    assert chance(sum(feature.weight for feature in reasons)) == pytest.approx(found, abs=0.01)
    assert all(feature.says for feature in reasons)


ATTACK = {
    "days": (on("2024-03-04"),),
    "wheres": (GAO,),
    "words": ("bomb", "market", "traders"),
    "heads": ("bomb",),
    "names": ("gao",),
    "all_names": ("gao",),
    "tolls": (Toll("killed", 14, 14, 14),),
    "numbers": ("14",),
}


def test_what_agrees_in_all_is_likelier_one_than_what_agrees_in_little():
    here = sketched("r1", **ATTACK)
    there = sketched("r2", **ATTACK, published="2024-03-06")
    elsewhere = sketched(
        "r3", days=(on("2024-06-20"),), wheres=(MOPTI,), words=("convoy",), heads=("ambush",), names=("mopti",), published="2024-06-21"
    )

    same, different = compare(here, there, WEIGHTS)[0], compare(here, elsewhere, WEIGHTS)[0]

    assert WEIGHTS.verdict(same) is Verdict.SAME
    assert WEIGHTS.verdict(different) is Verdict.DIFFERENT


def test_one_document_speaks_against_it():
    here = sketched("r1", "one", **ATTACK)

    assert compare(here, sketched("r2", "one", **ATTACK), WEIGHTS)[0] < compare(here, sketched("r2", "two", **ATTACK), WEIGHTS)[0]


def test_a_report_of_the_other_document_that_fits_better_speaks_against_it():
    here, there = sketched("r1", **ATTACK), sketched("r2", "other", **ATTACK | {"numbers": (), "tolls": ()})
    better = sketched("r3", "other", **ATTACK)

    alone, beside = compare(here, there, WEIGHTS)[0], compare(here, there, WEIGHTS, (here,), (there, better))[0]

    assert beside < alone


def test_many_pairs_come_out_as_each_alone():
    here, there = [sketched("r1", "a", **ATTACK), sketched("r2", "a")], [sketched("r3", "b", **ATTACK)]
    sides, others = ([Side(each, WEIGHTS) for each in every] for every in (here, there))

    found = chances(sides, others, WEIGHTS) | chances_within(sides, WEIGHTS)

    assert found["r1", "r3"] == pytest.approx(compare(here[0], there[0], WEIGHTS, here, there)[0])
    assert found["r1", "r2"] == pytest.approx(compare(here[0], here[1], WEIGHTS)[0])
    assert set(found) == {("r1", "r3"), ("r2", "r3"), ("r1", "r2")}


def test_a_score_is_the_weighted_sum_of_signs():
    weights = Weights(alone=Sum({"base": -1.0, "kinds: same type": 0.5}))

    assert weights.alone.total(signs(Side(sketched("r1"), weights), Side(sketched("r2"), weights))) == -0.5


def test_the_best_pair_stands_before_its_rivals():
    signs_ = {pair: dict(found) for pair, found in standings({(0, 0): 2.0, (0, 1): -1.0, (1, 0): 0.5, (1, 1): 1.0}).items()}

    assert (signs_[0, 0]["rivals: before"], signs_[0, 0]["rivals: behind"], signs_[0, 0]["rivals: leads"]) == (1.5, 0.0, 4.5)
    assert (signs_[0, 1]["rivals: before"], signs_[0, 1]["rivals: behind"]) == (0.0, -3.0)


def test_that_nobody_else_is_there_is_no_merit():
    assert standings({(0, 0): 5.0}) == {(0, 0): [("rivals: odds", 5.0)]}


@pytest.mark.parametrize(("likely", "verdict"), [(0.9, Verdict.SAME), (0.5, Verdict.SAME), (0.3, Verdict.UNSURE), (0.1, Verdict.DIFFERENT)])
def test_verdicts_go_by_chance(likely, verdict):
    assert Weights(same=0.5, unsure=0.2).verdict(likely) is verdict
