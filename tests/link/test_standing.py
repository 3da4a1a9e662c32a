"""How far an event is borne out: the rules of records.md, one row each."""

from __future__ import annotations

import pytest

from ascribe.link import standing as rules
from ascribe.link.statements import statements, voice_of
from ascribe.model.claims import Certainty, Contests, Modality, Stance
from ascribe.model.events import Standing
from ascribe.model.parties import Kind
from tests.make import claim, killed, party

BLA = party("BLA")
ARMY = party("Pakistan Army", Kind.STATE_FORCES, country="PK")
POLICE = party("Pakistan Police", Kind.STATE_FORCES, country="PK")
HOSPITAL = party("hospital officials", Kind.CIVILIANS, id=None)
WITNESS = party("witnesses", Kind.CIVILIANS, id=None)
OUTLET = None
WING = party("Majeed Brigade", parent="bla")


def standing(claims, publisher=None):
    """The standing of what one document claims."""
    return rules.standing(statements(claims, publisher))


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ([(BLA, Stance.CLAIMED)], Standing.PARTY_ONLY),
        ([(BLA, Stance.CLAIMED), (BLA, Stance.REPORTED)], Standing.PARTY_ONLY),
        ([(BLA, Stance.CLAIMED), (WING, Stance.REPORTED)], Standing.PARTY_ONLY),
        ([(ARMY, Stance.REPORTED), (POLICE, Stance.CONFIRMED)], Standing.PARTY_ONLY),
        ([(BLA, Stance.CLAIMED), (ARMY, Stance.REPORTED)], Standing.PARTY_ONLY),
        ([(BLA, Stance.CLAIMED), (HOSPITAL, Stance.REPORTED)], Standing.SINGLE),
        ([(HOSPITAL, Stance.REPORTED), (HOSPITAL, Stance.REPORTED)], Standing.SINGLE),
        ([(OUTLET, Stance.REPORTED), (HOSPITAL, Stance.REPORTED)], Standing.CORROBORATED),
        ([(OUTLET, Stance.REPORTED), (ARMY, Stance.DENIED)], Standing.SINGLE),
        ([(OUTLET, Stance.REPORTED), (WITNESS, Stance.REPORTED), (ARMY, Stance.DENIED)], Standing.CORROBORATED),
        ([(OUTLET, Stance.UNCLAIMED)], Standing.NONE),
        ([(OUTLET, Stance.REPORTED), (HOSPITAL, Stance.UNVERIFIED)], Standing.SINGLE),
    ],
    ids=[
        "the party alone",
        "twice the party",
        "the party and its wing",
        "two arms of the state that was attacked",
        "both parties to it",
        "and a hospital",
        "one source twice",
        "two independent",
        "a denial stands beside it",
        "a denial lowers nothing",
        "nobody claims",
        "unverified never counts",
    ],
)
def test_happening(says, expected):
    claims = [claim(source, stance, actors=(BLA,), recipients=(ARMY,)) for source, stance in says]

    assert standing(claims).happening.level is expected


def test_two_arms_of_a_state_that_is_no_party_are_one_source():
    attacker, victim = party("Ardo Front"), party("herders", Kind.CIVILIANS, id=None)
    claims = [claim(source, actors=(attacker,), recipients=(victim,)) for source in (ARMY, POLICE)]

    assert standing(claims).happening.level is Standing.SINGLE
    assert standing([*claims, claim(HOSPITAL, actors=(attacker,), recipients=(victim,))]).happening.level is Standing.CORROBORATED


def test_hedged_claims_never_corroborate():
    claims = [claim(OUTLET), claim(HOSPITAL, certainty=Certainty.HEDGED)]

    assert standing(claims).happening.level is Standing.SINGLE


def test_responsibility_needs_somebody_who_says_who():
    assert standing([claim(OUTLET)]).responsibility.level is Standing.NONE
    assert standing([claim(OUTLET, actors=(BLA,))]).responsibility.level is Standing.SINGLE


def test_a_toll_needs_a_figure():
    assert standing([claim(OUTLET)]).toll.level is Standing.NONE
    assert standing([claim(OUTLET, casualties=(killed(3),))]).toll.level is Standing.SINGLE


def test_denials_are_shown_beside_the_aspect_that_they_contest():
    found = standing([claim(OUTLET, actors=(BLA,)), claim(BLA, Stance.DENIED, contests=Contests.RESPONSIBILITY)])

    assert found.responsibility.contested_by == ("BLA",)
    assert found.happening.contested_by == ()


def test_what_only_could_happen_counts_for_nothing():
    assert standing([claim(OUTLET, modality=Modality.HYPOTHETICAL)]).happening.level is Standing.NONE


def test_the_publisher_is_named_when_known():
    assert standing([claim(OUTLET)], "The Gazette").happening.sources == ("The Gazette",)
    assert standing([claim(OUTLET)]).happening.sources == ("the document",)


@pytest.mark.parametrize("publisher", ["The BLA", "BLA", "bla (statement)"])
def test_who_publishes_its_own_statement_is_no_second_source_and_a_party(publisher):
    claims = [claim(OUTLET, actors=(BLA,)), claim(BLA, Stance.CLAIMED, actors=(BLA,))]
    voice = voice_of(claims, publisher)

    assert voice is not None
    assert voice.key == BLA.key
    assert standing(claims, publisher).happening.level is Standing.PARTY_ONLY
    assert len(standing(claims, publisher).happening.sources) == 1


@pytest.mark.parametrize("publisher", [None, "", "(statement)", "The Gazette"])
def test_a_publisher_that_no_claim_names_is_no_party(publisher):
    assert voice_of([claim(OUTLET, actors=(BLA,))], publisher) is None
