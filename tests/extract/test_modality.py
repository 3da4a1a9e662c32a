"""Whether it happened, in the words of the source; and what is a state of affairs and no happening."""

from __future__ import annotations

from typing import Any

import pytest

from tests.extract.told import fits, told, why

ROWS: list[tuple[str, str, dict[str, Any]]] = [
    ("foiled", "Police foiled a bomb attack on a church in Lahore on Monday.", {"modality": "averted"}),
    (
        "was thwarted",
        "A suicide attack on a church in Lahore was thwarted on Monday, police said.",
        {"modality": "averted", "source": "police"},
    ),
    ("prevented", "The army said it prevented an attack on the airport in Gao.", {"modality": "averted", "source": "army"}),
    ("plot", "Police uncovered a plot to bomb a church in Lahore.", {"modality": "planned"}),
    ("planned to", "The men planned to attack the embassy in Lahore, police said.", {"modality": "planned", "source": "police"}),
    ("were planning", "The men were planning to bomb the embassy in Lahore, police said.", {"modality": "planned"}),
    ("will, of a state", "The army will attack the rebels near Gao, the minister said.", {"modality": "planned"}),
    (
        "may have killed",
        "Soldiers may have killed nine farmers near Gao on Monday, the mayor said.",
        {"modality": "actual", "certainty": "hedged", "killed": 9},
    ),
    (
        "appears to have",
        "The soldiers appear to have killed nine farmers near Gao on Monday.",
        {"modality": "actual", "certainty": "hedged", "killed": 9},
    ),
    ("managed to", "Gunmen managed to kill nine soldiers near Gao on Monday.", {"modality": "actual", "killed": 9}),
    (
        "plain past",
        "Gunmen killed nine soldiers near Gao on Monday.",
        {"modality": "actual", "certainty": "stated", "granularity": "single"},
    ),
    (
        "warned of a concrete attack",
        "The United States embassy warned that al-Shabaab could attack hotels in Nairobi.",
        {"type": "ASSAULT", "modality": "hypothetical"},
    ),
    ("for years", "Gunmen have killed hundreds of people in Zamfara for years.", {"granularity": "background"}),
    (
        "for decades",
        "The region has suffered attacks by rebels for decades. On Monday rebels killed six soldiers near Gao.",
        {"granularity": "single", "killed": 6},
    ),
    ("since a year", "Rebels have attacked villages in Ituri since 2017, killing thousands of people.", {"granularity": "background"}),
    ("regularly", "Al-Shabaab regularly attacks hotels in Mogadishu.", {"granularity": "background"}),
    (
        "for years, with a day",
        "On Monday gunmen killed four people in Zamfara, where bandits have killed thousands for years.",
        {"granularity": "single", "killed": 4},
    ),
]

NEVER: list[tuple[str, str, dict[str, Any]]] = [
    ("foiled is not actual", "Police foiled a bomb attack on a church in Lahore on Monday.", {"type": "ASSAULT", "modality": "actual"}),
    ("could face attacks", "The city could face attacks, analysts said.", {"type": "ASSAULT"}),
    ("if they attack", "If the rebels attack Gao, the army will respond, a resident said.", {"type": "ASSAULT", "modality": "actual"}),
    ("fears of an attack", "Fears of an attack kept people in Gao at home on Monday.", {"type": "ASSAULT"}),
    ("in order to prevent attacks", "The police closed the roads in Lahore to prevent attacks.", {"type": "ASSAULT", "modality": "actual"}),
    ("should kill", "Soldiers should not shoot at protesters in Gao, the governor said.", {"type": "ASSAULT", "modality": "actual"}),
    ("had it not been", "The bomb would have killed hundreds of people in Lahore, police said.", {"type": "ASSAULT", "modality": "actual"}),
    ("threatened is not done", "The rebels threatened to attack Bamako.", {"type": "ASSAULT", "modality": "actual"}),
    ("demanded is not done", "The United Nations called on the army to stop killing civilians.", {"type": "ASSAULT", "modality": "actual"}),
    ("did not attack", "Gunmen did not attack the village on Monday.", {"type": "ASSAULT"}),
    ("refused to shoot", "Soldiers refused to shoot at protesters in Gao.", {"type": "ASSAULT", "modality": "actual"}),
]


def marked(rows: list[tuple[str, str, dict[str, Any]]]) -> list[Any]:
    """The rows as parameters with their names."""
    return [pytest.param(text, expected, id=name) for name, text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), marked(ROWS))
def test_whether_it_happened(text: str, expected: dict[str, Any]) -> None:
    assert any(fits(claim, expected) for claim in told(text)), why(text, expected)


@pytest.mark.parametrize(("text", "unwanted"), [row[1:] for row in NEVER], ids=[row[0] for row in NEVER])
def test_what_did_not_happen(text: str, unwanted: dict[str, Any]) -> None:
    assert not any(fits(claim, unwanted) for claim in told(text)), why(text, unwanted)
