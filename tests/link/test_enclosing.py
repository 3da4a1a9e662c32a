"""What an account of many encloses: only what lies wholly inside it, and never as a sum."""

from __future__ import annotations

from datetime import date

import pytest

from ascribe.link.enclosing import encloses
from ascribe.link.events import events
from ascribe.model.claims import EventType, Granularity, Modality
from ascribe.model.parties import Kind
from ascribe.model.places import Level, Place
from ascribe.model.times import Basis, TimeInterval
from tests.make import claim, count, party

REBELS = party("Rebels")
ARMY = party("Army", Kind.STATE_FORCES, country="ML")
GAO = Place("Gao", 0, 3, Level.TOWN, "Gao", 16.3, 0.0, "ML", admin1="Gao Region", gazetteer_id="gn:1")
REGION = Place("Gao Region", 0, 3, Level.ADMIN1, "Gao Region", 17.0, 1.0, "ML", admin1="Gao Region", gazetteer_id="gn:2")
NIAMEY = Place("Niamey", 0, 3, Level.TOWN, "Niamey", 13.5, 2.1, "NE", admin1="Niamey", gazetteer_id="gn:3")


def days(first: int, last: int) -> TimeInterval:
    return TimeInterval(date(2024, 3, first), date(2024, 3, last), Basis.STATED)


def event(**known):
    return events([claim(**known)])[0]


def many(**known):
    known = {"time": days(1, 20), "places": (REGION,), "actors": (REBELS,), **known}
    return event(granularity=Granularity.AGGREGATE, occurrences=count(71), **known)


def one(**known):
    return event(**{"time": days(5, 5), "places": (GAO,), "actors": (REBELS,), **known})


@pytest.mark.parametrize(
    ("told", "single", "expected"),
    [
        (many(), one(), True),
        (many(), one(event_type=EventType.COERCE), True),
        (many(), one(event_type=EventType.AGREE), False),
        (many(), one(time=days(21, 21)), False),
        (many(), one(time=days(18, 22)), False),
        (many(), one(time=None), False),
        (many(), one(places=(NIAMEY,)), False),
        (many(), one(places=()), False),
        (many(places=()), one(places=()), True),
        (many(places=(), actors=()), one(), False),
        (many(), one(actors=(ARMY,)), False),
        (many(), one(actors=()), True),
        (many(time=None), one(), False),
        (many(), one(modality=Modality.AVERTED), False),
        (many(), many(), False),
        (one(), one(), False),
    ],
    ids=[
        "inside",
        "an abduction among attacks",
        "a treaty is no attack",
        "the day after",
        "partly outside",
        "no day",
        "another country",
        "no place",
        "many without area, but of a party",
        "many without area and party",
        "somebody else",
        "nobody named",
        "many without days",
        "foiled",
        "many in many",
        "a single event encloses none",
    ],
)
def test_encloses(told, single, expected):
    assert encloses(told, single) is expected
