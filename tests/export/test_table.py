"""The ledger reads well at any width and obeys nothing that a text says."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from ascribe.export.table import render
from ascribe.model.claims import Contests, Granularity, Stance
from ascribe.model.parties import Kind
from tests.export.told import TEXT, bombing, claim, party, told


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("width", [60, 80, 100, 160, 200])
def test_no_line_is_wider_than_asked(width):
    assert max(cell_len(line) for line in render(bombing(), width=width).splitlines()) <= width


@pytest.mark.parametrize("width", [80, 160])
def test_who_says_what_stands_in_it(width):
    ledger = flat(render(bombing(), width=width))

    for words in (
        "Bomb in Quetta",
        "The Post · 13 May 2025 · 3 claims · 1 event · 1 told together or long-running",
        "Police",
        "reported, stated",
        "Attack (explosion)",
        "nobody named → 24 people",
        "Quetta (Balochistan)",
        "12 May 2025 (“on Monday”)",
        "24 killed",
    ):
        assert words in ledger, words


def test_events_say_how_far_they_are_borne_out():
    army = claim(TEXT, "The army denied any part in it", "The army", Stance.DENIED, contests=Contests.RESPONSIBILITY)
    ledger = flat(render(told(TEXT, claim(TEXT, "a bomb killed 24 people", "Police", actors=(party(TEXT, "Rebels"),)), army)))

    assert "happening: a single source (Police)" in ledger
    assert "responsibility: a single source (Police); contested by The army" in ledger


def test_what_is_told_together_stands_apart():
    ledger = render(bombing(), width=100)
    single, together = ledger.split("ACCOUNTS OF SEVERAL HAPPENINGS told together, not counted as single events")

    assert "e1 " in single.split("EVENTS that")[1]
    assert "e2 " in together
    assert "71 happenings" in together


def test_a_long_running_state_stands_apart_too():
    unrest = claim(TEXT, "Rebels claimed 71 attacks", granularity=Granularity.BACKGROUND)

    assert "LONG-RUNNING STATES OF AFFAIRS" in render(told(TEXT, unrest))


def test_notes_are_told_in_words():
    assert "no publication date is known" in flat(render(bombing(notes=("no_publication_date",))))


def test_a_document_without_claims_says_so():
    assert "No claim of a happening" in render(told("Nothing here."))


def test_colours_only_where_asked_for():
    assert "\x1b[" not in render(bombing())
    assert "\x1b[" in render(bombing(), colour=True)


def test_a_text_commands_no_terminal():
    text = "Police\x1b]0;x\x07 said [red]a bomb[/red] killed :smile: \u202e24\u202c people."
    armed = claim(text, text, "Police\x1b]0;x\x07 said", actors=(party(text, "[red]a bomb[/red]", Kind.PERSON),))

    ledger = render(told(text, armed, title="\x1b[2J\u202eT", publisher="\x9b31m"))

    for control in "\x1b\x07\x9b\u202e\u202c":
        assert control not in ledger
    assert "[red]a bomb[/red]" in flat(ledger)
    assert ":smile:" in ledger
    assert "[U+202E]24[U+202C]" in ledger
