"""JSON holds every text, and its bytes are valid UTF-8."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.export import jsonl
from tests.export.told import bombing


def test_a_record_is_one_line():
    line = jsonl.line(bombing(title="two\nlines\u2028and more"))

    assert line.endswith("}\n")
    assert line.count("\n") == 1


def test_a_page_says_the_same_as_the_line():
    assert json.loads(jsonl.page(bombing())) == json.loads(jsonl.line(bombing())) == bombing()


def test_letters_stay_letters_and_names_keep_their_order():
    line = jsonl.line(bombing(title="Kābul قال"))

    assert "Kābul قال" in line
    assert list(json.loads(line)) == ["document", "claims", "events"]


def test_a_number_that_json_has_not_is_refused():
    with pytest.raises(ValueError, match="JSON compliant"):
        jsonl.line({"confidence": float("nan")})


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_comes_back(text):
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")  # two halves side by side are one

    assert json.loads(jsonl.line({"text": whole}).encode())["text"] == whole
