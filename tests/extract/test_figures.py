"""Sport, business, film and disasters are no violence; violence told beside them still is."""

from __future__ import annotations

import pytest

from ascribe.model.claims import EventType
from tests.make import coded

NONE = [
    (
        "football",
        "United attacked from the first whistle and their striker fired two goals past a besieged goalkeeper before half-time. The coach said the defence had been under siege.",
    ),
    (
        "cricket",
        "The opener launched an assault on the bowlers, blasting 88 off 54 balls, and the captain said his batsmen had killed the match in ten overs.",
    ),
    (
        "chess",
        "The grandmaster sacrificed his knight and launched an attack on the king; his opponent surrendered a pawn and resigned the game on Friday.",
    ),
    (
        "a price war",
        "The two supermarkets have been locked in a price war that has killed margins. Shares were hammered on Monday and analysts expect a hostile bid.",
    ),
    (
        "a film",
        "The director's new film opens with an ambush in which forty soldiers die. The actor plays a sniper, and the audience loved every scene.",
    ),
    ("an earthquake", "The earthquake killed at least 200 people in the mountains on Sunday and injured hundreds more, the governor said."),
    (
        "a road accident",
        "A bus overturned on the highway, killing 14 passengers and injuring 30. The driver had swerved to avoid a cow, police said.",
    ),
    ("a flood", "Floods have killed 31 people in the delta since Tuesday and displaced 12,000, the disaster agency said."),
]


@pytest.mark.parametrize("text", [text for _, text in NONE], ids=[name for name, _ in NONE])
def test_no_violence_is_recorded(text):
    found = [event for event in coded(text).events if event.event_type in {EventType.ASSAULT, EventType.COERCE, EventType.RETREAT}]

    assert found == []


def test_violence_beside_a_match_is_recorded():
    text = (
        "The striker fired the winner past the goalkeeper and the coach called it a massacre of a match.\n\n"
        "Hours earlier a suicide bomber had killed 11 people at a checkpoint two kilometres from the stadium, police said."
    )

    assert [event.fatalities.best for event in coded(text).events] == [11]
