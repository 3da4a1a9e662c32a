"""Which accounts are about one happening: short texts, and how many events of a type they tell."""

from __future__ import annotations

import pytest

from ascribe.model.claims import EventType, Granularity, Stance
from tests.make import coded

ONE = [
    ("a toll", "Gunmen attacked a bus near Kandahar on Monday. Nine passengers were killed, police said."),
    ("refers back", "A bomb exploded in Peshawar on Tuesday. The blast killed four people, hospital officials said."),
    ("two tolls", "A bomb exploded in Peshawar on Tuesday. Police said four people were killed. A doctor put the toll at seven."),
    ("claimed later", "A car bomb killed six soldiers in Mogadishu on Friday. Al-Shabaab claimed responsibility."),
    ("nobody claims", "A car bomb killed six soldiers in Mogadishu on Friday. No group has claimed responsibility."),
    ("blamed", "A car bomb killed six soldiers in Mogadishu on Friday. The government blamed al-Shabaab for the attack."),
    ("denied", "Gunmen killed ten villagers in Borno on Sunday. Residents blamed the army. The army denied any involvement."),
    ("rising toll", "A suicide bomber killed 12 people at a market in Kabul on Thursday. By evening the death toll had risen to 19."),
    (
        "the same day and place",
        "Militants raided a village near Goma on Monday, killing five people. The raid on the village near Goma lasted an hour.",
    ),
]
TWO = [
    ("a second", "A bomb killed two policemen in Quetta on Monday. A second bomb exploded in Turbat on Tuesday, killing a trader."),
    (
        "elsewhere",
        "Gunmen shot dead a teacher in Yala on Friday. In a separate incident, insurgents ambushed a patrol in Pattani on Saturday, killing two soldiers.",
    ),
    ("other days", "Rebels attacked Bunia on 3 May, killing four people. Rebels attacked Bunia on 9 May, killing seven people."),
    (
        "who retaliates",
        "Militants killed three soldiers near Idlib on Monday. In retaliation the army shelled Saraqib on Tuesday, killing two civilians.",
    ),
]


def assaults(text: str) -> list:
    return [event for event in coded(text).events if event.event_type is EventType.ASSAULT]


@pytest.mark.parametrize("text", [text for _, text in ONE], ids=[name for name, _ in ONE])
def test_one_happening(text):
    assert len(assaults(text)) == 1


@pytest.mark.parametrize("text", [text for _, text in TWO], ids=[name for name, _ in TWO])
def test_two_happenings(text):
    assert len(assaults(text)) == 2


def test_an_aggregate_stays_one_record():
    found = assaults("The group said it carried out 71 attacks at over 51 locations in Balochistan in recent weeks.")

    assert [event.granularity for event in found] == [Granularity.AGGREGATE]
    assert (
        coded("The group said it carried out 71 attacks at over 51 locations in Balochistan in recent weeks.").claims[0].occurrences.best
        == 71
    )


def test_two_successive_tolls_are_two_claims_of_one_event():
    reading = coded("A bomb exploded in Peshawar on Tuesday. Police said four people were killed. A doctor put the toll at seven.")
    tolls = [claim.fatalities.best for claim in reading.claims if claim.fatalities]

    assert tolls == [4, 7]
    assert len({claim.event for claim in reading.claims}) == 1


def test_two_sources_are_two_claims():
    reading = coded(
        "The BLA claimed responsibility for an attack on a patrol in Turbat on Monday. Police said three soldiers were killed in the attack."
    )

    assert [claim.attribution.stance for claim in reading.claims if claim.event == reading.claims[0].event] == [
        Stance.CLAIMED,
        Stance.REPORTED,
    ]


def test_retaliation_is_a_relation():
    reading = coded(
        "Militants killed three soldiers near Idlib on Monday. In retaliation the army shelled Saraqib on Tuesday, killing two civilians."
    )
    first, second = (event for event in reading.events if event.event_type is EventType.ASSAULT)

    assert [(tie.type, tie.event) for tie in second.relations] == [("retaliates_for", first.id)]
    assert first.relations == ()
