"""Events are derived from claims and say nothing that no claim says."""

from __future__ import annotations

from ascribe.link.events import events
from ascribe.model.claims import Granularity, Stance
from ascribe.model.parties import Kind
from ascribe.model.text import Quote
from tests.make import claim, count, killed, party

ARMY = party("Army", Kind.STATE_FORCES, country="PK")
REBELS = party("Rebels")
HOSPITAL = party("hospital", Kind.CIVILIANS, id=None)


def test_every_claim_is_listed_by_exactly_one_event():
    made = events([claim(id="c1", event="e1"), claim(id="c2", event="e2"), claim(id="c3", event="e1")])

    assert [(event.id, event.claims) for event in made] == [("e1", ("c1", "c3")), ("e2", ("c2",))]


def test_best_is_the_latest_figure_of_a_source_that_is_no_party():
    claims = [
        claim(HOSPITAL, id="c1", casualties=(killed(20, 10),), recipients=(ARMY,)),
        claim(HOSPITAL, id="c2", casualties=(killed(24, 50),)),
        claim(REBELS, Stance.CLAIMED, id="c3", casualties=(killed(60, 90),), actors=(REBELS,)),
    ]

    fatalities = events(claims)[0].fatalities

    assert (fatalities.low, fatalities.best, fatalities.high) == (20, 24, 60)


def test_a_figure_that_the_text_calls_earlier_is_not_the_latest():
    claims = [
        claim(HOSPITAL, id="c1", casualties=(killed(587, 10),)),
        claim(HOSPITAL, id="c2", casualties=(killed(20, 50),), quote=Quote(40, 60, "Officials had first put the toll at 20")),
    ]

    assert events(claims)[0].fatalities.best == 587


def test_parties_alone_set_a_range_and_no_best():
    claims = [
        claim(REBELS, Stance.CLAIMED, id="c1", casualties=(killed(60, 5),), actors=(REBELS,), recipients=(ARMY,)),
        claim(ARMY, id="c2", casualties=(killed(4, 30),)),
    ]

    fatalities = events(claims)[0].fatalities

    assert (fatalities.low, fatalities.best, fatalities.high) == (4, None, 60)


def test_an_open_figure_leaves_the_high_open():
    claims = [claim(id="c1", fatalities=count(24, 24, None)), claim(HOSPITAL, id="c2", fatalities=count(30))]

    assert events(claims)[0].fatalities.high is None


def test_every_figure_is_kept_with_its_claim():
    made = events([claim(id="c1", casualties=(killed(20),)), claim(HOSPITAL, id="c2", casualties=(killed(24),))])[0]

    assert [(name, casualty.count.best) for name, casualty in made.casualties] == [("c1", 20), ("c2", 24)]


def test_an_aggregate_stays_one():
    made = events([claim(granularity=Granularity.AGGREGATE, occurrences=count(71), sites=count(51, 51, None))])

    assert len(made) == 1
    assert made[0].granularity is Granularity.AGGREGATE
