"""Every attribution of a text, whatever it is about: source, cue and content."""

from __future__ import annotations

import pytest

from tests.make import coded


def sayings(text: str) -> list[tuple[str, str, str]]:
    return [
        (
            text[saying.source.start : saying.source.end] if saying.source else "",
            " … ".join(text[piece.start : piece.end] for piece in saying.cue),
            " … ".join(text[piece.start : piece.end] for piece in saying.content),
        )
        for saying in coded(text).sayings
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The mayor said that the bridge had been closed.", "The mayor", "said", "that the bridge had been closed"),
        ("The bridge is closed, the mayor said.", "the mayor", "said", "The bridge is closed"),
        ("According to the mayor, the bridge is closed.", "the mayor", "According to", "the bridge is closed"),
        ('"The bridge is closed," the mayor told reporters.', "the mayor", "told reporters", "The bridge is closed"),
        ("The mayor denied closing the bridge.", "The mayor", "denied", "closing the bridge"),
        ("The mayor wants to close the bridge.", "The mayor", "wants", "to close the bridge"),
    ],
)
def test_source_cue_and_content(text, source, cue, content):
    found = sayings(text)

    assert len(found) == 1
    assert found[0][0] == source
    assert cue.startswith(found[0][1]) or found[0][1].startswith(cue)
    assert content.strip(",") in found[0][2] or found[0][2] in content


def test_what_is_expected_by_nobody_has_no_source():
    assert [source for source, _, _ in sayings("The bridge is expected to reopen on Friday.")] == [""]


def test_a_quotation_that_goes_on_is_the_same_speakers():
    found = sayings('"The bridge is closed," the mayor said. "It will stay closed for a month."')

    assert {source for source, _, _ in found} == {"the mayor"}
    assert any("stay closed" in content for _, _, content in found)


def test_a_text_without_anybody_speaking_has_none():
    assert sayings("The bridge was closed on Friday. Lorries queued for miles.") == []


def test_each_of_two_speakers_has_his_own():
    found = sayings("The mayor said the bridge was open, but the army said it was closed.")

    assert [source for source, _, _ in found] == ["The mayor", "the army"]
