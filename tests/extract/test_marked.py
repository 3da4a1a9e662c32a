"""What the encoder marks and what the rules read become one list of accounts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ascribe.model.claims import EventType, Granularity, Modality, Stance
from tests.extract.marks import coded_with, cue, event

NURSE = "Armed men took a nurse from her clinic in Gao on Monday. Residents fled the town."


def test_a_word_that_the_rules_do_not_know_makes_a_claim_with_its_roles():
    mark = event(
        NURSE,
        "took",
        roles=[("actor", "Armed men"), ("recipient", "a nurse"), ("place", "Gao"), ("time", "Monday"), ("abducted", "a nurse")],
    )

    claim = next(c for c in coded_with(NURSE, mark).claims if c.event_type is EventType.ASSAULT)

    assert [party.name for party in claim.actors] == ["Armed men"]
    assert [place.canonical for place in claim.places] == ["Gao"]
    assert claim.abducted is not None
    assert claim.abducted.best == 1
    assert claim.time is not None
    assert str(claim.time.start) == "2024-06-10"


def test_every_value_says_which_part_read_it():
    reading = coded_with(NURSE, event(NURSE, "took", roles=[("actor", "Armed men")]))

    parts = dict(next(c for c in reading.claims if c.event_type is EventType.ASSAULT).parts)

    assert parts["event_type"] == parts["actors"] == "encoder"


@pytest.mark.parametrize(("chance", "told", "made"), [(0.95, 0.95, True), (0.2, 0.95, False), (0.95, 0.1, False)])
def test_the_encoder_alone_must_be_sure(chance, told, made):
    mark = event(NURSE, "took", chance=chance, told=told, roles=[("actor", "Armed men")])

    assert any(c.event_type is EventType.ASSAULT for c in coded_with(NURSE, mark).claims) is made


def test_a_word_of_the_rules_that_the_encoder_thinks_nothing_of_makes_a_less_sure_claim():
    text = "Rebels attacked a post near Gao on Monday, killing three soldiers."
    alone, both = coded_with(text).claims, coded_with(text, event(text, "attacked")).claims

    assert max((claim.confidence for claim in alone), default=0.0) < both[0].confidence


def test_a_saying_around_the_word_names_the_source():
    text = "The prefect let it be known that armed men took a nurse from her clinic in Gao."
    content = "that armed men took a nurse from her clinic in Gao"
    mark = event(text, "took", voice="source")
    reading = coded_with(text, mark, cue(text, "let it be known", source="The prefect", content=content))

    claim = reading.claims[0]

    assert claim.attribution.source is not None
    assert claim.attribution.source.name == "The prefect"
    assert claim.attribution.cue is not None
    assert claim.attribution.cue.exact == "let it be known"


def test_what_the_encoder_thinks_the_documents_own_has_no_source():
    text = "The prefect let it be known that a patrol had left. Armed men took a nurse in Gao."
    mark = event(text, "took", voice="document", roles=[("source", "The prefect")])

    claim = next(c for c in coded_with(text, mark).claims if c.event_type is EventType.ASSAULT)

    assert claim.attribution.source is None


@pytest.mark.parametrize(
    ("elsewhere", "about", "stances"), [(0.9, 0.9, ["denied", "reported"]), (0.1, 0.9, ["reported"]), (0.9, 0.1, ["reported"])]
)
def test_a_cue_makes_an_account_of_what_is_named_elsewhere(elsewhere, about, stances):
    text = "Armed men took a nurse in Gao. The prefect would hear nothing of it."
    denial = cue(text, "would hear nothing of", elsewhere=elsewhere, stance="denied", source="The prefect", content="it")

    claims = coded_with(text, event(text, "took"), denial, about={(0, 0): about}).claims

    assert sorted(claim.attribution.stance for claim in claims if claim.event_type is EventType.ASSAULT) == stances
    assert len({claim.event for claim in claims}) == 1
    assert all(claim.quote.exact in text for claim in claims)


def test_stance_granularity_and_modality_are_the_encoders_where_the_rules_have_no_word():
    mark = event(NURSE, "took", stance="denied", contests="happening", granularity="aggregate", modality="planned")

    claim = next(c for c in coded_with(NURSE, mark).claims if c.event_type is EventType.ASSAULT)

    assert claim.attribution.stance is Stance.DENIED
    assert claim.granularity is Granularity.AGGREGATE
    assert claim.modality is Modality.PLANNED


def test_joiners_at_the_edges_of_a_role_belong_to_nobody():
    claim = next(c for c in coded_with(NURSE, event(NURSE, "took", roles=[("recipient", "a nurse from her")])).claims if c.recipients)

    assert [party.name for party in claim.recipients] == ["a nurse"]


@pytest.mark.parametrize(("alike", "events"), [(0.9, 1), (0.01, 2)])
def test_two_words_are_one_event_when_the_encoder_thinks_so(alike, events):
    text = "Armed men took a nurse in Gao on Monday. The kidnappers came at night."
    marks = event(text, "took", roles=[("actor", "Armed men")]), event(text, "came", roles=[("actor", "The kidnappers")])

    reading = coded_with(text, *marks, same={(0, 1): alike})

    assert len(reading.events) == events


def test_what_lies_apart_is_never_one_event():
    text = "Armed men set upon a clinic in Mosul. Robbers made off with a lorry in Kabul."
    marks = event(text, "set upon", roles=[("place", "Mosul")]), event(text, "made off", roles=[("place", "Kabul")])

    reading = coded_with(text, *marks, same={(0, 1): 0.99})

    assert len(reading.events) == 2


def test_every_quote_is_the_text_at_its_offsets():
    mark = event(NURSE, "took", tactics=["abduction"], roles=[("actor", "Armed men"), ("target", "her clinic")])

    for claim in coded_with(NURSE, mark).claims:
        quotes = [claim.quote, *(quote for _, found in claim.evidence for quote in found)]
        assert all(NURSE[quote.start : quote.end] == quote.exact for quote in quotes)
        assert all(NURSE[thing.start : thing.end] == thing.text for thing in (*claim.targets, *claim.weapons))
        assert all(NURSE[party.start : party.end] == party.name for party in (*claim.actors, *claim.recipients))


@pytest.mark.parametrize(
    ("text", "word", "chances", "expected"),
    [
        ("Rebels attacked posts in Gao on Monday.", "attacked", {"single": 0.45, "aggregate": 0.5, "background": 0.05}, "aggregate"),
        ("Rebels attacked posts in Gao on Monday.", "attacked", {"single": 0.5, "aggregate": 0.45, "background": 0.05}, "single"),
        ("A wave of attacks hit Gao in May.", "attacks", {"single": 0.5, "aggregate": 0.45, "background": 0.05}, "aggregate"),
        ("A wave of attacks hit Gao in May.", "attacks", {"single": 0.9, "aggregate": 0.05, "background": 0.05}, "single"),
        ("Rebels carried out 32 attacks in Gao in May.", "attacks", {"single": 0.9, "aggregate": 0.05, "background": 0.05}, "aggregate"),
    ],
    ids=[
        "a single one of the rules gives way",
        "and stays where it is likelier",
        "a sum by its words stays",
        "but not against all signs",
        "a counted sum always does",
    ],
)
def test_one_or_many(text, word, chances, expected):
    mark = event(text, word)
    mark = replace(mark, choices={**mark.choices, "granularity": chances})

    assert [claim.granularity for claim in coded_with(text, mark).claims] == [expected]


def test_what_the_encoder_counts_is_a_sum():
    text = "The rebels put their name to four nightly undertakings in Gao."
    mark = event(text, "undertakings", roles=[("actor", "The rebels"), ("occurrences", "four")])

    (claim,) = coded_with(text, mark).claims

    assert (claim.occurrences.best, claim.granularity) == (4, Granularity.AGGREGATE)


def test_words_that_the_rules_made_one_account_of_make_no_second():
    text = "Rebels attacked a post near Gao on Monday, killing three soldiers, police said."
    marks = event(text, "attacked", roles=[("actor", "Rebels")]), event(text, "killing", roles=[("killed", "three")])

    assert len(coded_with(text, *marks, same={(0, 1): 0.01}).claims) == 1


def test_another_speaker_has_intermediaries_of_his_own():
    text = "Residents told Reuters that gunmen had killed six farmers near Gao."
    mark = event(text, "killed")
    heard = {"document": 0.99, "source": 0.01}

    (told,) = coded_with(text, mark).claims
    (own,) = coded_with(text, replace(mark, choices={**mark.choices, "voice": heard})).claims

    assert [party.name for party in told.attribution.via] == ["Reuters"]
    assert (own.attribution.source, own.attribution.via) == (None, ())


def test_what_the_rules_read_as_contested_stays():
    text = "The army denied that its soldiers had killed six farmers near Gao."

    (claim,) = coded_with(text, event(text, "killed", stance="denied", contests="happening")).claims

    assert claim.attribution.contests == "responsibility"


def test_who_found_a_word_and_who_chose_its_type_are_told_apart():
    text = "Rebels attacked a post near Gao on Monday."

    alike, other = (dict(coded_with(text, event(text, "attacked", kind)).claims[0].parts) for kind in ("ASSAULT", "PROTEST"))

    assert alike["event_type"] == "both"
    assert other["event_type"] == "encoder"


def test_two_bombings_on_two_days_in_two_villages_stay_two():
    text = (
        "The Front denies any part in the bombing of the market in Maiduguri on 12 June. We accuse the army of having planted the explosives.\n\n"
        "On 11 June army aircraft bombed the village of Kirenowa, killing 23 civilians."
    )
    marks = event(text, "bombing"), event(text, "planted", roles=[("time", "11 June"), ("actor", "army")]), event(text, "bombed")

    reading = coded_with(text, *marks, same={(0, 1): 0.99, (1, 2): 0.9, (0, 2): 0.8})
    planted = next(claim for claim in reading.claims if "planted" in claim.quote.exact)
    days = [{claim.time.text for claim in reading.claims if claim.id in found.claims} for found in reading.events]

    assert planted.time.text != "On 11 June"
    assert not any({"on 12 June", "On 11 June"} <= told for told in days)
