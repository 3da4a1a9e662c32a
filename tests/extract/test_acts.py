"""Deeds in words: what is recorded of a demand, a threat, a refusal; and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.told import fits, told, why

WAR = "Rebels killed six soldiers near Gao on Monday. "

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    (
        "called on",
        WAR + "The United Nations called on the rebels to lay down their arms.",
        {"type": "REQUEST", "actors": "United Nations", "recipients": "rebels", "source": ""},
    ),
    ("urged", WAR + "The African Union urged both sides to stop.", {"type": "REQUEST", "actors": "African Union"}),
    (
        "demanded that",
        WAR + "Mali demanded that Algeria hand over the leaders of the rebels.",
        {"type": "REQUEST", "actors": "Mali", "recipients": "Algeria"},
    ),
    ("appealed for calm", WAR + "The governor appealed for calm.", {"type": "REQUEST", "actors": "governor"}),
    (
        "demand told by an outlet",
        WAR + "Xinhua reported that the United Nations called on the rebels to lay down their arms.",
        {"type": "REQUEST", "actors": "United Nations", "source": "Xinhua"},
    ),
    ("accused of duplicity", WAR + "India accused Pakistan of duplicity.", {"type": "ACCUSE", "actors": "India", "recipients": "Pakistan"}),
    (
        "accused of backing",
        WAR + "Mali accused Algeria of supporting the rebels.",
        {"type": "ACCUSE", "actors": "Mali", "recipients": "Algeria"},
    ),
    (
        "condemned a government",
        WAR + "The United Nations condemned Mali.",
        {"type": "ACCUSE", "mode": "disapprove", "actors": "United Nations", "recipients": "Mali"},
    ),
    ("rejected an offer", WAR + "The rebels rejected the government's offer of talks.", {"type": "REJECT", "actors": "rebels"}),
    (
        "refused to talk",
        WAR + "The government refused to negotiate with the rebels.",
        {"type": "REJECT", "actors": "government", "recipients": "rebels"},
    ),
    ("ruled out talks", WAR + "The government ruled out talks with the rebels.", {"type": "REJECT", "actors": "government"}),
    ("threatened to", WAR + "The rebels threatened to attack Bamako.", {"type": "THREATEN", "actors": "rebels"}),
    ("vowed revenge", WAR + "The Islamic State vowed revenge.", {"type": "THREATEN", "actors": "Islamic State"}),
    (
        "warned that more attacks would follow",
        WAR + "The rebels warned that more attacks would follow.",
        {"type": "THREATEN", "actors": "rebels"},
    ),
    (
        "vowed to crush",
        WAR + "The government vowed to crush the rebels.",
        {"type": "THREATEN", "actors": "government", "recipients": "rebels"},
    ),
    (
        "threat in a communique",
        (
            "Statement of the Baloch Liberation Army\n\nOur fighters killed six soldiers near Mach on Monday. We warn the "
            "Chinese government to leave Balochistan or our attacks will go on."
        ),
        {"type": "THREATEN", "actors": "Baloch"},
    ),
    ("offered support", WAR + "France offered its support to Mali.", {"type": "SUPPORT", "actors": "France", "recipients": "Mali"}),
    (
        "expressed solidarity",
        WAR + "Senegal expressed solidarity with Mali.",
        {"type": "SUPPORT", "actors": "Senegal", "recipients": "Mali"},
    ),
    (
        "pledged allegiance",
        WAR + "The rebels pledged allegiance to Islamic State.",
        {"type": "SUPPORT", "actors": "rebels", "recipients": "Islamic State"},
    ),
    ("agreed to", WAR + "The government and the rebels agreed to a ceasefire.", {"type": "AGREE", "actors": "government"}),
    ("apologised", WAR + "The army apologised to the families of the victims.", {"type": "CONCEDE", "actors": "army"}),
    ("lifted a curfew", WAR + "The government lifted the curfew in Gao.", {"type": "CONCEDE", "actors": "government"}),
]

NEVER: list[tuple[str, str, dict[str, Any]]] = [
    ("a charge of a happening is that happening", WAR + "The government blamed the Islamic State for the killings.", {"type": "ACCUSE"}),
    ("a bare charge is about the happening", WAR + "The government blamed the Islamic State.", {"type": "ACCUSE"}),
    ("condemning an attack names nobody", WAR + "The United Nations condemned the attack.", {"type": "ACCUSE"}),
    ("analysts threaten nobody", WAR + "Analysts warned that more attacks would follow.", {"type": "THREATEN"}),
    ("a refusal to comment", WAR + "The army refused to comment.", {"type": "REJECT"}),
    ("declined to say", WAR + "The governor refused to give details.", {"type": "REJECT"}),
    ("would demand", WAR + "The United Nations would demand an inquiry.", {"type": "REQUEST"}),
    ("did not demand", WAR + "The United Nations did not call for an inquiry.", {"type": "REQUEST"}),
    (
        "a denied charge is no refusal",
        "Rebels killed six soldiers near Gao. The army blamed the Islamic State. The group rejected the accusation.",
        {"type": "REJECT"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_deeds_in_words(text: str, expected: dict[str, Any]) -> None:
    assert any(fits(claim, expected) for claim in told(text)), why(text, expected)


@pytest.mark.parametrize(("text", "unwanted"), [row[1:] for row in NEVER], ids=[row[0] for row in NEVER])
def test_what_is_no_deed_in_words(text: str, unwanted: dict[str, Any]) -> None:
    assert not any(fits(claim, unwanted) for claim in told(text)), why(text, unwanted)
