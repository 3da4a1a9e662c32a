"""Files of benchmarks that are wrong stop the run with a word on what is wanted."""

from __future__ import annotations

import gzip

import pytest

from benchmarks import cases
from benchmarks.lines import read_json, read_lines


def test_plain_and_gzip_read_alike(tmp_path):
    plain, packed = tmp_path / "a.jsonl", tmp_path / "a.jsonl.gz"
    plain.write_text('{"id": "a"}\n\n{"id": "b"}\n')
    packed.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))

    assert read_lines(plain) == read_lines(packed) == [{"id": "a"}, {"id": "b"}]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"id": "a"}\n{"id": \n', "line 2: no JSON"),
        (b"[1]\n", "line 1: one object"),
        (b"\xff\xfe\n", "cannot be read"),
        (gzip.compress(b'{"id": "a"}', mtime=0)[:12], "cannot be read"),
    ],
    # Named, as the packed bytes carry the second they were made in and two workers would name them apart.
    ids=["cut off", "a list", "no text", "a cut archive"],
)
def test_a_bad_file_is_named(tmp_path, content, told):
    path = tmp_path / "bad.jsonl"
    path.write_bytes(content)

    with pytest.raises(SystemExit, match=told):
        read_lines(path)


def test_a_missing_file_is_named_with_where_data_come_from(tmp_path):
    with pytest.raises(SystemExit, match=r"corpus\.build"):
        read_lines(tmp_path / "none.jsonl")


@pytest.mark.parametrize("content", ["[]", "{"])
def test_predictions_are_one_object(tmp_path, content):
    path = tmp_path / "out.json"
    path.write_text(content)

    with pytest.raises(SystemExit, match="wanted"):
        read_json(path)


def test_an_item_without_a_text_is_named(tmp_path, monkeypatch):
    path = tmp_path / "data.jsonl"
    path.write_text('{"id": "a", "text": "x"}\n{"id": "b"}\n')
    monkeypatch.setattr("sys.argv", ["cases", str(path)])

    with pytest.raises(SystemExit, match="item 2"):
        cases.main()
