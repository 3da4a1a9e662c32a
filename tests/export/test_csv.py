"""One row for each claim, in columns that do not move, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.export.csv import COLUMNS, header, plain, rows, safe
from tests.export.told import bombing, claim, told


def read(record):
    written = header() + "".join(rows(record))
    return list(csv.DictReader(io.StringIO(written, newline=""), strict=True))


def test_a_row_says_what_the_claim_says():
    first, second, third = read(bombing())

    assert (first["claim_id"], first["event_id"], first["source_name"], first["stance"]) == ("c1", "e1", "Police", "reported")
    assert (first["fatalities_low"], first["fatalities_best"], first["fatalities_high"]) == ("24", "24", "24")
    assert (first["places"], first["latitude"], first["longitude"]) == ("Quetta", "30.18", "-67.0")
    assert (first["time_start"], first["time_text"]) == ("2025-05-12", "on Monday")
    assert (second["source_name"], second["stance"]) == ("The army", "denied")
    assert (third["granularity"], third["occurrences_best"]) == ("aggregate", "71")


def test_the_quote_is_the_text_at_its_offsets():
    record = bombing()

    for row in read(record):
        assert record["document"]["text"][int(row["quote_start"]) : int(row["quote_end"])] == row["quote"]


def test_columns_keep_their_places():
    assert COLUMNS[:9] == ("document_id", "title", "publisher", "published", "url", "language", "document_notes", "claim_id", "event_id")
    assert COLUMNS[-5:] == ("quote", "quote_start", "quote_end", "confidence", "made_by")
    assert len(set(COLUMNS)) == len(COLUMNS)


@pytest.mark.parametrize(
    "value",
    ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "\uff1d1+1", "-", "'=1", "''@x"],
)
def test_what_a_spreadsheet_might_run_is_disarmed(value):
    assert safe(value) == f"'{value}"
    assert plain(safe(value)) == value


@pytest.mark.parametrize("value", ["-67.0", "+3", "-1.5e-3", "-1.2; 3", "-1.2; ; -3", "24", "Quetta", "'t Hooft", "a=b", ""])
def test_numbers_and_words_stay_as_they_are(value):
    assert safe(value) == value
    assert plain(value) == value


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",))))
def test_every_value_comes_back(value):
    assert plain(safe(value)) == value


@given(st.text(alphabet=st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_no_text_breaks_the_table(value):
    text = f"Police said so. {value}"
    record = told(text, claim(text, "Police said so", "Police"), claim(text, text), title=value)

    found = read(record)

    assert [row["claim_id"] for row in found] == ["c1", "c2"]
    assert plain(found[1]["quote"]) == text
    assert plain(found[0]["title"]) == value


def test_half_characters_and_zero_bytes_leave_valid_bytes():
    text = "Police said so \ud800 \0 again"

    (row,) = read(told(text, claim(text, text)))

    assert row["quote"] == "Police said so \ufffd [U+0000] again"
    assert row["quote"].encode()
