"""What must hold for every coded text: offsets are right, nothing is lost, the same bytes in give the same bytes out."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.export.records import record
from ascribe.model.text import Document
from ascribe.pipeline import read_through
from ascribe.resolve.times.times import find_dateline_date
from benchmarks.sturdiness import misplaced
from tests.cases.facts import load
from tests.make import coded, steps

CASES = [case for part in ("dev", "held") for case in load(part)]


def code(text: str, published: str | None) -> dict[str, Any]:
    return record(coded(text, published))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_evidence_holds_for_every_value(case):
    assert list(misplaced(code(case.text, case.expected.get("published")))) == []


@pytest.mark.parametrize("case", CASES[::3], ids=lambda case: case.name)
def test_no_publication_date_leaves_relative_dates_open(case):
    undated = code(case.text, None)

    assert list(misplaced(undated)) == []
    for claim in undated["claims"]:
        if not find_dateline_date(case.text, None) and claim["time"]["basis"] in {"relative", "publication"}:
            assert claim["time"]["start"] is None, claim["time"]
            assert claim["time"]["end"] is None, claim["time"]


def test_order_and_company_change_nothing():
    documents = [Document.of(case.text, published=case.expected.get("published"), language="en") for case in CASES[:12]]
    forwards = {reading.document.id: json.dumps(record(reading)) for reading in read_through(documents, steps())}
    backwards = {reading.document.id: json.dumps(record(reading)) for reading in read_through(reversed(documents), steps())}

    assert forwards == backwards


WORDS = st.sampled_from(
    "the a police army rebels BLA killed wounded 12 at least three people in Kabul on Monday said that , . ; \" “ ” ' and who claimed "
    "responsibility for attack bombing denied no group has 🙂 é ا ב Al-Shabaab's accused Pakistan of according to Reuters was were by".split()
)


@settings(max_examples=120, deadline=None)
@given(st.lists(WORDS, max_size=60), st.sampled_from([" ", "\n", "\n\n", "  "]))
def test_any_order_of_words_gives_sound_records(words, joint):
    assert list(misplaced(code(joint.join(words), "2024-02-29"))) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_gives_sound_records(text):
    assert list(misplaced(code(text, "2024-02-29"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "🙂🙂 Gunmen killed 12 people in Kabul on Monday, police said. 🙂",
        "Gunmen killed 12 people in Kabul\u0301 on Monday, police sa\u0301id.",
        "قال: Gunmen killed 12 people in Kabul on Monday, police said. \u202eabc\u202c",
        "Gunmen killed 12\u200b people in Kabul on Monday, police said.",
    ],
    ids=["emoji", "combining marks", "right to left", "zero width"],
)
def test_offsets_count_code_points(text):
    found = code(text, "2024-06-12")

    assert list(misplaced(found)) == []
    assert found["claims"]
