"""How a source stands to what it tells: claims, charges, denials, disputes, confirmations, and that nobody claimed."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.told import fits, told, why

BOMB = "A bomb killed nine people at a market in Quetta on Monday. "
RAID = "Gunmen killed six soldiers at a post near Gao on Monday. "
STRIKE = "Israeli jets bombed a village near Tyre on Monday, killing five people, residents said. "

CLAIMED: list[tuple[str, str, dict[str, Any]]] = [
    (
        "claimed responsibility",
        BOMB + "The Baloch Liberation Army claimed responsibility for the attack.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch Liberation Army"},
    ),
    (
        "claimed responsibility, of nothing",
        BOMB + "The Baloch Liberation Army claimed responsibility.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch"},
    ),
    (
        "claimed the attack",
        BOMB + "The Baloch Liberation Army claimed the attack.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch"},
    ),
    (
        "responsibility was claimed by",
        BOMB + "Responsibility was claimed by the Baloch Liberation Army.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch"},
    ),
    (
        "the attack was claimed by",
        BOMB + "The attack was claimed by the Baloch Liberation Army.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch"},
    ),
    (
        "claimed by, participle",
        "A bomb claimed by the Baloch Liberation Army killed nine people in Quetta on Monday.",
        {"source": "Baloch Liberation Army", "stance": "claimed", "actors": "Baloch"},
    ),
    (
        "said it was behind",
        BOMB + "The Taliban said it was behind the bombing.",
        {"source": "Taliban", "stance": "claimed", "actors": "Taliban"},
    ),
    ("took credit", BOMB + "The Taliban took credit for the bombing.", {"source": "Taliban", "stance": "claimed", "actors": "Taliban"}),
    (
        "took responsibility in a statement",
        BOMB + "In a statement, the Taliban took responsibility.",
        {"source": "Taliban", "stance": "claimed", "channel": "statement"},
    ),
    (
        "accepted responsibility on Telegram",
        BOMB + "On Telegram, the Taliban accepted responsibility for the bombing.",
        {"source": "Taliban", "stance": "claimed", "channel": "Telegram"},
    ),
    (
        "said it carried out",
        BOMB + "The Taliban said it carried out the attack.",
        {"source": "Taliban", "stance": "claimed", "actors": "Taliban"},
    ),
    (
        "its fighters carried out",
        BOMB + "The Taliban said its fighters carried out the attack.",
        {"source": "Taliban", "stance": "claimed", "actors": "Taliban"},
    ),
    (
        "admitted killing",
        "The army admitted killing three farmers near Gao on Monday.",
        {"source": "army", "stance": "claimed", "killed": 3},
    ),
    (
        "admitted that its troops",
        "The Kenyan army admitted that its soldiers had killed three farmers near Wajir on Monday.",
        {"source": "Kenya", "stance": "claimed", "killed": 3},
    ),
    (
        "acknowledged it had bombed",
        "The Israeli army acknowledged it had bombed a house in Rafah on Monday.",
        {"source": "Israel", "stance": "claimed"},
    ),
    (
        "the army says its own strike",
        "The Israeli army said its jets bombed three targets near Tyre on Monday.",
        {"source": "Israel", "stance": "claimed", "actors": "Israel"},
    ),
    (
        "a group's spokesman",
        BOMB + "A Taliban spokesman claimed responsibility for the attack.",
        {"source": "Taliban", "stance": "claimed", "actors": "Taliban"},
    ),
    (
        "a caller claimed for a group",
        BOMB + "A caller to a news agency claimed responsibility on behalf of the Taliban.",
        {"stance": "claimed", "actors": "Taliban"},
    ),
    ("in a claim of responsibility", BOMB + "The Taliban issued a claim of responsibility.", {"source": "Taliban", "stance": "claimed"}),
    (
        "has claimed responsibility, through an outlet",
        BOMB + "Islamic State claimed responsibility through its Amaq news agency.",
        {"source": "Islamic State", "stance": "claimed", "via": "Amaq"},
    ),
    (
        "claimed another's deed is a report",
        "The Taliban claimed that American drones killed nine people in Kunduz on Monday.",
        {"source": "Taliban", "stance": "reported", "killed": 9},
    ),
    (
        "boasted",
        "The Taliban boasted that it killed nine soldiers in Kunduz on Monday.",
        {"source": "Taliban", "stance": "claimed", "killed": 9},
    ),
    (
        "we in a communique",
        (
            "Statement of the Baloch Liberation Army\n\nOur fighters attacked a military convoy near Mach on Monday and "
            "killed six soldiers. We accept responsibility for this attack."
        ),
        {"source": "Balochistan Liberation Army", "stance": "claimed", "killed": 6},
    ),
    (
        "we carried out, quoted",
        BOMB + '"We carried out the attack," a Taliban spokesman said.',
        {"source": "Taliban", "stance": "claimed", "actors": "Taliban"},
    ),
    (
        "claimed to have killed",
        "Al-Shabaab claimed to have killed 20 soldiers in an attack on a base near Baidoa.",
        {"source": "Shabaab", "stance": "claimed", "killed": 20},
    ),
]

ACCUSED: list[tuple[str, str, dict[str, Any]]] = [
    (
        "blamed for",
        BOMB + "The government blamed the Taliban for the bombing.",
        {"source": "government", "stance": "accused", "actors": "Taliban"},
    ),
    ("blamed, of nothing", BOMB + "Police blamed the Taliban.", {"source": "police", "stance": "accused", "actors": "Taliban"}),
    ("blamed it on", BOMB + "Police blamed the attack on the Taliban.", {"source": "police", "stance": "accused", "actors": "Taliban"}),
    ("was blamed on", BOMB + "The bombing was blamed on the Taliban.", {"source": "", "stance": "accused", "actors": "Taliban"}),
    (
        "was blamed by",
        BOMB + "The Taliban were blamed by police for the bombing.",
        {"source": "police", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "accused of killing",
        "Residents accused soldiers of killing nine farmers near Gao on Monday.",
        {"source": "residents", "stance": "accused", "actors": "soldiers", "killed": 9},
    ),
    (
        "accused of the attack",
        BOMB + "The governor accused the Taliban of carrying out the bombing.",
        {"source": "governor", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "held responsible",
        BOMB + "The governor held the Taliban responsible for the bombing.",
        {"source": "governor", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "pointed the finger",
        BOMB + "The governor pointed the finger at the Taliban.",
        {"source": "governor", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "at the door",
        RAID + "The army laid the killings at the door of the Islamic State.",
        {"source": "army", "stance": "accused", "actors": "Islamic State"},
    ),
    (
        "suspects",
        BOMB + "Police suspect the Taliban of the bombing.",
        {"source": "police", "stance": "accused", "certainty": "hedged", "actors": "Taliban"},
    ),
    (
        "suspected to be behind",
        BOMB + "Police said they suspected the Taliban.",
        {"source": "police", "stance": "accused", "certainty": "hedged", "actors": "Taliban"},
    ),
    (
        "believed to have been carried out",
        BOMB + "The attack is believed to have been carried out by the Taliban.",
        {"source": "", "stance": "accused", "certainty": "hedged", "actors": "Taliban"},
    ),
    (
        "said X was behind",
        BOMB + "Police said the Taliban was behind the bombing.",
        {"source": "police", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "was the work of",
        BOMB + "The governor said it was the work of the Taliban.",
        {"source": "governor", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "bore the hallmarks",
        BOMB + "Police said the bombing bore the hallmarks of the Taliban.",
        {"source": "police", "stance": "accused", "certainty": "hedged", "actors": "Taliban"},
    ),
    (
        "attributed to",
        BOMB + "The police attributed the attack to the Taliban.",
        {"source": "police", "stance": "accused", "actors": "Taliban"},
    ),
    (
        "accused each other",
        "Rockets killed four people in Aleppo on Monday. Russia blamed Ukraine for the attack and Ukraine blamed Russia.",
        {"source": "Russia", "stance": "accused", "actors": "Ukraine"},
    ),
    (
        "and the other",
        "Rockets killed four people in Aleppo on Monday. Russia blamed Ukraine for the attack and Ukraine blamed Russia.",
        {"source": "Ukraine", "stance": "accused", "actors": "Russia"},
    ),
    (
        "traded blame",
        "Shells hit a hospital in Donetsk on Monday. Russia and Ukraine traded blame for the attack.",
        {"source": "Russia", "stance": "accused", "actors": "Ukraine"},
    ),
    (
        "traded blame, the other",
        "Shells hit a hospital in Donetsk on Monday. Russia and Ukraine traded blame for the attack.",
        {"source": "Ukraine", "stance": "accused", "actors": "Russia"},
    ),
    (
        "suspected militants",
        "Suspected Taliban fighters killed six policemen in Kandahar on Monday.",
        {"source": "", "stance": "reported", "certainty": "hedged"},
    ),
    ("allegedly", "Soldiers allegedly killed nine farmers near Gao on Monday.", {"source": "", "certainty": "hedged", "killed": 9}),
    (
        "reportedly",
        "Nine farmers were reportedly killed by soldiers near Gao on Monday.",
        {"source": "", "certainty": "hedged", "killed": 9},
    ),
    ("is feared", "Nine farmers are feared to have been killed by soldiers near Gao.", {"source": "", "certainty": "hedged"}),
    (
        "believes",
        "The mayor believes the soldiers killed nine farmers near Gao on Monday.",
        {"source": "mayor", "certainty": "hedged", "killed": 9},
    ),
]

DENIED: list[tuple[str, str, dict[str, Any]]] = [
    (
        "denied involvement",
        BOMB + "The Taliban denied involvement in the bombing.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied any part",
        BOMB + "The Taliban denied any part in it.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied responsibility",
        BOMB + "The Taliban denied responsibility.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied it",
        BOMB + "Police blamed the Taliban. The Taliban denied it.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied the charge",
        BOMB + "Police blamed the Taliban. The group denied the accusation.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "nothing to do with",
        BOMB + "The Taliban said it had nothing to do with the bombing.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "was not involved",
        BOMB + "The Taliban said it was not involved.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "was not behind",
        BOMB + "The Taliban said it was not behind the attack.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "its men did not fire",
        RAID + "The army said its troops did not fire on anyone.",
        {"source": "army", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied that its men had",
        "The army denied that its soldiers had killed nine farmers near Gao on Monday.",
        {"source": "army", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "denied killing",
        "The army denied killing nine farmers near Gao on Monday.",
        {"source": "army", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "no such attack took place",
        RAID + "The army said no such attack took place.",
        {"source": "army", "stance": "denied", "contests": "happening"},
    ),
    (
        "denied that any attack had",
        RAID + "The army denied that any attack had taken place.",
        {"source": "army", "stance": "denied", "contests": "happening"},
    ),
    (
        "denied the attack had taken place",
        RAID + "The governor denied that the attack had taken place.",
        {"source": "governor", "stance": "denied", "contests": "happening"},
    ),
    (
        "nothing had happened",
        RAID + "The governor said nothing of the kind had happened.",
        {"source": "governor", "stance": "denied", "contests": "happening"},
    ),
    (
        "dismissed the reports",
        RAID + "The army dismissed the reports of the attack as fabricated.",
        {"source": "army", "stance": "denied", "contests": "happening"},
    ),
    (
        "rejected the accusation",
        BOMB + "Police blamed the Taliban. The Taliban rejected the accusation.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
    (
        "neither confirmed nor denied is none",
        BOMB + "Hamas would neither confirm nor deny.",
        {"source": "", "stance": "reported", "killed": 9},
    ),
    (
        "passive denial",
        BOMB + "Any involvement was denied by the Taliban.",
        {"source": "Taliban", "stance": "denied", "contests": "responsibility"},
    ),
]

DISPUTED: list[tuple[str, str, dict[str, Any]]] = [
    (
        "toll at 40, not 12",
        "Rebels killed 12 soldiers near Gao on Monday, the army said. The rebels put the toll at 40, not 12.",
        {"source": "rebels", "stance": "disputed", "contests": "figure", "killed": 40},
    ),
    (
        "rejected the figure",
        "Rebels killed 40 soldiers near Gao on Monday, the rebels said. The army rejected the figure.",
        {"source": "army", "stance": "disputed", "contests": "figure"},
    ),
    (
        "disputed the toll",
        BOMB + "The hospital disputed the toll, saying 15 people were killed.",
        {"source": "hospital", "stance": "disputed", "contests": "figure", "killed": 15},
    ),
    (
        "said nobody died",
        STRIKE + "The Israeli army said nobody was killed in the strike.",
        {"source": "Israel", "stance": "disputed", "contests": "figure", "killed": 0},
    ),
    (
        "bombs fell in an empty wood",
        STRIKE + "The Israeli army said the bombs had fallen in an empty wood.",
        {"source": "Israel", "stance": "disputed", "contests": "detail"},
    ),
    (
        "challenged the account",
        STRIKE + "The Israeli army disputed the account of the residents.",
        {"source": "Israel", "stance": "disputed", "contests": "detail"},
    ),
    (
        "the dead were fighters",
        STRIKE + "The Israeli army said the dead were fighters, not civilians.",
        {"source": "Israel", "stance": "disputed", "contests": "detail"},
    ),
    (
        "called the figure exaggerated",
        "Rebels killed 40 soldiers near Gao on Monday, the rebels said. The army called the figure exaggerated.",
        {"source": "army", "stance": "disputed", "contests": "figure"},
    ),
]

CONFIRMED: list[tuple[str, str, dict[str, Any]]] = [
    ("confirmed the attack", RAID + "The army confirmed the attack.", {"source": "army", "stance": "confirmed"}),
    ("confirmed that", RAID + "The army confirmed that six soldiers were killed.", {"source": "army", "stance": "confirmed", "killed": 6}),
    (
        "confirmed the deaths",
        RAID + "A hospital official confirmed the deaths of six soldiers.",
        {"source": "official", "stance": "confirmed", "killed": 6},
    ),
    (
        "verified",
        "The United Nations verified the killing of nine civilians in Kunduz on Monday.",
        {"source": "United Nations", "stance": "confirmed", "killed": 9},
    ),
    ("confirmed by, passive", RAID + "The attack was confirmed by the army.", {"source": "army", "stance": "confirmed"}),
    (
        "confirmed to an outlet",
        RAID + "The governor confirmed the attack to Reuters.",
        {"source": "governor", "stance": "confirmed", "via": "Reuters"},
    ),
]

NOBODY: list[tuple[str, str, dict[str, Any]]] = [
    ("no group has claimed", BOMB + "No group has claimed responsibility.", {"source": "", "stance": "unclaimed"}),
    ("no immediate claim", BOMB + "There was no immediate claim of responsibility.", {"source": "", "stance": "unclaimed"}),
    ("nobody claimed the attack", BOMB + "Nobody claimed the attack.", {"source": "", "stance": "unclaimed"}),
    ("no one said it was behind", BOMB + "No one has said it was behind the bombing.", {"source": "", "stance": "unclaimed"}),
    ("has not been claimed", BOMB + "The attack has not been claimed.", {"source": "", "stance": "unclaimed"}),
    ("went unclaimed", BOMB + "The bombing went unclaimed.", {"source": "", "stance": "unclaimed"}),
    (
        "police said no group",
        BOMB + "Police said no group had claimed responsibility for the bombing.",
        {"source": "police", "stance": "unclaimed"},
    ),
    ("remains unclaimed", BOMB + "It was not immediately clear who was behind the attack.", {"source": "", "stance": "unclaimed"}),
    ("not verified", BOMB + "The toll could not be independently verified.", {"source": "", "stance": "unverified"}),
    (
        "an outlet could not verify",
        RAID + "Reuters could not independently verify the report.",
        {"source": "Reuters", "stance": "unverified"},
    ),
    (
        "the United Nations had not verified",
        RAID + "The United Nations said it had been unable to verify the attack.",
        {"source": "United Nations", "stance": "unverified"},
    ),
    ("no independent confirmation", RAID + "There was no independent confirmation of the attack.", {"source": "", "stance": "unverified"}),
]

NEVER: list[tuple[str, str, dict[str, Any]]] = [
    ("neither confirm nor deny denies nothing", BOMB + "Hamas would neither confirm nor deny.", {"stance": "denied"}),
    ("did not claim is no claim", BOMB + "The Taliban did not claim responsibility.", {"stance": "claimed"}),
    ("unclaimed is no claim", BOMB + "No group has claimed responsibility.", {"stance": "claimed"}),
    (
        "nobody heard of them is not unclaimed",
        BOMB + "The Red Wolves, of whom nobody had heard, claimed responsibility for the attack.",
        {"stance": "unclaimed"},
    ),
    ("condemnation is no attack", "The United Nations condemned the attack.", {"type": "ASSAULT", "source": "United Nations"}),
    (
        "denied deed is not reported by the denier",
        "The army denied killing nine farmers near Gao on Monday.",
        {"source": "army", "stance": "reported"},
    ),
    ("a report of others' deeds is no claim", "The Taliban said American drones killed nine people in Kunduz.", {"stance": "claimed"}),
    ("its own losses are no claim", "The Kenyan army said six of its soldiers were killed in an ambush near Wajir.", {"stance": "claimed"}),
    ("the charge is not told by the document", BOMB + "Police blamed the Taliban for the bombing.", {"source": "", "actors": "Taliban"}),
]

ROWS = [*CLAIMED, *ACCUSED, *DENIED, *DISPUTED, *CONFIRMED, *NOBODY]


def marked(rows: list[tuple[str, str, dict[str, Any]]]) -> list[Any]:
    """The rows as parameters with their names."""
    return [pytest.param(text, expected, id=name) for name, text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), marked(ROWS))
def test_how_the_source_stands_to_it(text: str, expected: dict[str, Any]) -> None:
    assert any(fits(claim, expected) for claim in told(text)), why(text, expected)


@pytest.mark.parametrize(("text", "unwanted"), [row[1:] for row in NEVER], ids=[row[0] for row in NEVER])
def test_what_nobody_said(text: str, unwanted: dict[str, Any]) -> None:
    assert not any(fits(claim, unwanted) for claim in told(text)), why(text, unwanted)
