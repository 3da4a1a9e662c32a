"""Whom "the group", "it", "its fighters", "the attackers", "both sides" stand for. The texts are in anaphora.txt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import fast
from ascribe.resolve.parties import PartyPhrases

STEPS = fast()
UP_TO_PARTIES = STEPS[: 1 + next(at for at, step in enumerate(STEPS) if isinstance(step, PartyPhrases))]
TEXTS = [
    line
    for line in (Path(__file__).parent / "anaphora.txt").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


def read(text: str, published: str = "2024-05-15") -> Reading:
    reading = Reading(Document.of(text, published=published, language="en"))
    for step in UP_TO_PARTIES:
        reading = step(reading)
    return reading


def standing_at(reading: Reading, start: int, end: int) -> str:
    """The ids of the parties at this stretch of the text, with or without its article, in order; "-" for nobody known."""
    starts = {start, start + 4} if reading.document.text[start:].lower().startswith("the ") else {start}
    found = {party.id for party in (*reading.parties, *reading.names) if party.start in starts and party.end == end and party.id}
    return "+".join(sorted(found)) or "-"


@pytest.mark.parametrize("line", TEXTS, ids=[str(number) for number in range(len(TEXTS))])
def test_whom_words_stand_for(line: str) -> None:
    published, marked = line.split(" ; ", 1)
    text, marks = "", []
    for before, words, wanted in re.findall(r"(.*?)(?:\[\[(.*?)\|(.*?)\]\]|$)", marked):
        text += before
        if words:
            marks.append((len(text), len(text) + len(words), {"+".join(sorted(way.split("+"))) for way in wanted.split("|")}))
        text += words
    reading = read(text, published)
    wrong = [
        f"{text[start:end]!r} at {start}: {got}, not {wanted}"
        for start, end, wanted in marks
        if (got := standing_at(reading, start, end)) not in wanted
    ]
    assert not wrong, text


def stands_for(text: str, words: str) -> list[str | None]:
    """The names that these words stand for, in the order of the text."""
    return [party.stands_for for party in read(text).parties if party.name == words]


def test_a_group_that_nobody_knows_keeps_its_name() -> None:
    text = "The Black Hill Brigade, an unknown group, said it killed two guards near Sabha. The group gave no reason."
    assert stands_for(text, "it") == ["The Black Hill Brigade"]
    assert stands_for(text, "The group") == ["The Black Hill Brigade"]


def test_two_that_fit_as_well_are_both_candidates() -> None:
    found = [party for party in read("The JEM and the SLA attacked a garrison in Darfur. The group took guns.").parties if party.candidates]
    assert [{candidate.id for candidate in party.candidates} for party in found] == [{"jem", "slm"}]


def test_nameless_doers_are_not_who_is_blamed() -> None:
    reading = read("Men with axes killed nine people. Papers blame Boko Haram; the group has said nothing. The attackers wore masks.")
    assert [party.id for party in reading.parties if party.name == "The attackers"] == [None]
