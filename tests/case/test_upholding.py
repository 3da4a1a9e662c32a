"""Claims that people decided on are found again in a text that was taken from the bytes anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.case.settling import settle_all
from ascribe.case.upholding import anchored
from ascribe.export.records import claim_record
from ascribe.model.text import Document
from ascribe.store.opening import writing
from tests.case.news import NEWS, case, work
from tests.make import claim

TEXT = "Gunmen killed six. Later gunmen killed six more, the army said."
SECOND = TEXT.index("killed six more")


def record(text: str, start: int, end: int) -> dict:
    """The record of a claim on these words."""
    quote = Document.of(text).quote(start, end)
    return claim_record(replace(claim(), quote=quote, evidence=(("event_type", (quote,)),)))


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (TEXT, SECOND),
        ("MAIDUGURI: " + TEXT, SECOND + 11),
        (TEXT.replace("Gunmen killed six. ", ""), SECOND - 19),
        (TEXT.replace("killed six more", "killed many more"), 0 + TEXT.index("killed six")),
        ("Nothing of it is left.", None),
    ],
    ids=["the same", "further on", "nearer", "the other place", "gone"],
)
def test_words_are_found_where_most_of_what_stood_around_them_is(now, expected):
    moved = anchored(record(TEXT, SECOND, SECOND + 10), Document.of(now))

    assert (moved and moved["quote"]["start"]) == expected


@given(st.text(max_size=30), st.text(min_size=1, max_size=60), st.text(max_size=30), st.data())
def test_a_quote_is_always_the_text_at_its_offsets(before, text, behind, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    now = Document.of(before + text + behind)

    moved = anchored(record(text, start, end), now)

    assert moved is not None
    for quote in (moved["quote"], *moved["evidence"]["event_type"]):
        assert now.text[quote["start"] : quote["end"]] == quote["exact"] == text[start:end]


def test_what_the_engine_finds_now_and_a_person_had_made_stays_as_the_person_made_it(tmp_path):
    with case(tmp_path, "convoy-1") as made:
        (machine,) = made.claims()
        held = made.in_view(machine["id"]).record
        # as if an engine before had missed it, and a person had made it
        made.database.execute("UPDATE claim SET made_by = 'human', record = json_set(record, '$.made_by', 'human', '$.mode', 'torture')")
        made.by = "ana"
        made.decide(machine["id"], "accepted")
        made.database.execute("UPDATE document SET state = 'waiting'")

        work(made)

        (found,) = made.claims()
        assert found["id"] == machine["id"]
        assert made.in_view(found["id"]).record == {**held, "made_by": "human", "mode": "torture"}


@pytest.mark.parametrize(("text", "quote"), [("BREAKING: {}", "Gunmen ambushed"), ("{}", "Gunmen ambushed"), ("It is all gone.", None)])
def test_other_words_that_a_person_chose_are_found_in_a_new_text(tmp_path, text, quote):
    with case(tmp_path, "convoy-1") as made:
        (found,) = made.claims()
        made.decide(found["id"], "corrected", {"quote": {"start": 0, "end": 15}, "mode": "torture"})
        machine = made.in_view(found["id"]).machine
        with writing(made.database):
            now = text.format(NEWS["convoy-1"][2])
            made.database.execute(
                "INSERT INTO text (document, version, extractor, made, sha256, content) VALUES (1, 2, 'x', 'x', 'x', ?)", (now,)
            )
            made.database.execute("UPDATE document SET text = (SELECT max(number) FROM text)")
            settle_all(made.database)

        held = made.in_view(found["id"]).record
        assert held["mode"] == "torture"
        assert held["quote"]["exact"] == (quote or machine["quote"]["exact"])
        assert quote is None or now[held["quote"]["start"] : held["quote"]["end"]] == quote
