"""JSONL: one object a line, what is told by the line's number, and that no line or file takes more than it may."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.captures import Capture, Way
from ascribe.read.reasons import Why
from ascribe.read.rows import MAX_LINE, rows
from ascribe.read.wanted import Said, Trouble, Wanted

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
SAID = Said(clock=lambda: NOON)
TEXT = "Police in Gao said so."


def read(*lines: object, pack: bool = False):
    data = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode("utf-8", "surrogatepass")
    return list(rows([gzip.compress(data, mtime=0) if pack else data], "lines.jsonl", SAID))


def told(found) -> list[tuple[str, Why]]:
    return [(thing.where, thing.why) for thing in found if isinstance(thing, Trouble)]


@pytest.mark.parametrize("pack", [False, True], ids=["plain", "gzip"])
def test_a_line_is_a_text_or_a_link(pack):
    line = {
        "text": TEXT,
        "url": "https://news.example/a",
        "publisher": "Sahel Post",
        "published": "2025-05-14T10:00:00Z",
        "title": "Gao\nsays",
        "language": "en",
    }
    text, link = read(line, {"url": "https://news.example/b", "outlet": "B"}, pack=pack)

    assert isinstance(text, Capture)
    assert (text.data.decode(), text.url, text.outlet, text.published, text.title) == (
        TEXT,
        line["url"],
        "Sahel Post",
        "2025-05-14",
        "Gao says",
    )
    assert (text.way, text.at, text.name, text.found_in) == (Way.ROW, NOON, "lines.jsonl, line 1", "lines.jsonl")
    assert link == Wanted("https://news.example/b", Way.ROW, outlet="B", found_in="lines.jsonl")


def test_when_a_text_was_captured_is_kept():
    assert read({"text": TEXT, "captured": "2025-05-10T10:00:00+03:00"})[0].at == datetime(2025, 5, 10, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[1]",
        "17",
        '"words"',
        "null",
        "{",
        '{"text": "a"',
        "[" * 100_000,
        '{"a": ' + "1" * 10_000 + "}",
        "{}",
        {"text": ""},
        {"text": "1 2"},
        {"url": "ftp://a.example"},
        "\udce9",
    ],
    ids=str,
)
def test_a_bad_line_is_told_and_the_rest_goes_on(line):
    found = read({"text": TEXT}, line, {"text": TEXT})

    assert len([thing for thing in found if isinstance(thing, Capture)]) == 2
    assert ("lines.jsonl, line 2", Why.BAD_ROW) in told(found)


def test_empty_lines_are_no_lines():
    assert read("", {"text": TEXT}, "  ", "")[0].name == "lines.jsonl, line 2"
    assert read("") == []


def test_unknown_keys_are_counted_at_the_end():
    *_, last = read({"text": TEXT, "author": "A", "tags": []}, {"text": TEXT, "author": "B", "\x1b[31m": 1})

    assert last.why is Why.LEFT_OUT and not last.lost
    assert last.said == "has keys that are not known and were left out: author (2), tags (1), \\x1b[31m (1)"


def test_a_value_that_is_no_text_is_told():
    found = read({"text": TEXT, "title": 17, "url": None})

    assert told(found) == [("lines.jsonl, line 1", Why.LEFT_OUT)]
    assert found[1].title is None


def test_half_a_character_does_no_harm():
    assert read('{"text": "Gao \\ud800 said so."}')[0].data == b"Gao ? said so."


def test_a_line_that_is_too_long_is_left_out_however_it_comes():
    long = b'{"text": "' + b"a" * MAX_LINE + b'"}\n'
    chunks = [long[at : at + 1024**2] for at in range(0, len(long), 1024**2)]
    found = list(rows([*chunks, json.dumps({"text": TEXT}).encode()], "lines.jsonl", SAID))

    assert told(found) == [("lines.jsonl, line 1", Why.TOO_LARGE)]
    assert found[1].name == "lines.jsonl, line 2"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (gzip.compress(b"\n" * 2 * 1024**2, mtime=0), Why.TOO_LARGE),
        (gzip.compress(json.dumps({"text": TEXT}).encode() + b"\n", mtime=0)[:-4], Why.DAMAGED),
        (b"\x1f\x8bno gzip", Why.DAMAGED),
    ],
    ids=["a bomb", "cut short", "no gzip"],
)
def test_a_packed_file_that_cannot_be_unpacked_is_told(data, expected):
    assert told(rows([data], "lines.jsonl.gz", SAID)) == [("lines.jsonl.gz", expected)]


@given(st.lists(st.text(alphabet="abc é", max_size=20), max_size=8), st.integers(1, 30))
def test_lines_are_the_same_however_the_file_is_cut(texts, size):
    data = "".join(json.dumps({"text": f"x{text}"}, ensure_ascii=False) + "\n" for text in texts).encode()
    found = list(rows([data[at : at + size] for at in range(0, len(data), size)], "lines.jsonl", SAID))

    assert [thing.data.decode() for thing in found] == [f"x{text}" for text in texts]


@given(st.binary(max_size=200))
def test_whatever_stands_in_a_file_there_is_an_answer(data):
    for found in rows([data], "lines.jsonl", SAID):
        assert isinstance(found, Capture | Wanted | Trouble)
