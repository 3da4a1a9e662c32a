"""The one door: what each thing that a user names gives."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime

import pytest

from ascribe.errors import ConfigError
from ascribe.model.captures import Capture, Way
from ascribe.read import files
from ascribe.read.incoming import incoming, unfold
from ascribe.read.reasons import Why
from ascribe.read.wanted import Said, Trouble, Wanted

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
SAID = Said(clock=lambda: NOON)
TEXT = b"Police in Gao said so."
FEED = b"<rss><channel><title>Desk</title><item><link>https://news.example/a</link></item></channel></rss>"


def read(thing, said: Said = SAID):
    return list(incoming(thing, said))


@pytest.mark.parametrize("address", ["https://news.example/a", " HTTP://news.example/a "])
def test_an_address_is_wanted_and_not_fetched(address):
    (found,) = read(address, Said("Sahel Post", "2025-05-14", "en"))

    assert found == Wanted(address.strip(), Way.PAGE, "Sahel Post", "2025-05-14", language="en")


@pytest.mark.parametrize("address", ["ftp://news.example/a", "file:///etc/passwd", "gopher://a"])
def test_other_schemes_are_told(address):
    assert [thing.why for thing in read(address)] == [Why.SCHEME]


def test_a_file_is_a_capture_of_its_bytes(tmp_path):
    path = tmp_path / "gao.txt"
    path.write_bytes(TEXT)
    (found,) = read(str(path), Said("Sahel Post", "2025-05-14", "en", clock=lambda: NOON))

    assert found == Capture(TEXT, str(path), Way.FILE, NOON, outlet="Sahel Post", published="2025-05-14", language="en")


def test_a_folder_gives_its_documents_and_its_troubles(tmp_path):
    for name in ("a.txt", "b.html", "links.csv", "lines.jsonl", ".hidden.txt"):
        (tmp_path / name).write_bytes(TEXT)
    (tmp_path / "away.txt").symlink_to("/etc/hostname")
    found = read(tmp_path)

    assert [thing.name.rpartition("/")[2] for thing in found if isinstance(thing, Capture)] == ["a.txt", "b.html"]
    assert [thing.where.rpartition("/")[2] for thing in found if isinstance(thing, Trouble)] == ["away.txt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("links.csv", b"link\nhttps://news.example/a\n"),
        ("links.TSV", b"outlet\tlink\nA\thttps://news.example/a\n"),
        ("lines.jsonl", b'{"url": "https://news.example/a"}\n'),
        ("lines.ndjson.gz", gzip.compress(b'{"url": "https://news.example/a"}\n', mtime=0)),
        ("feed.xml", FEED),
        ("feed.rss", FEED),
    ],
)
def test_lists_give_their_links(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    (found,) = read(tmp_path / name)

    assert isinstance(found, Wanted)
    assert (found.url, found.found_in) == ("https://news.example/a", str(tmp_path / name))


@pytest.mark.parametrize(
    ("name", "data"),
    [("page.xml", b"<html><p>Police said so.</p></html>"), ("feed.txt", FEED), ("links.txt", b"link\nhttps://news.example/a\n")],
)
def test_what_is_a_list_by_name_or_content_only_is_a_document(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)

    assert [thing.data for thing in read(tmp_path / name)] == [data]


@pytest.mark.parametrize("name", ["none.txt", "none.csv", "none.jsonl", "none\0.txt", "none\0.jsonl"])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    (found,) = read(f"{tmp_path}/{name}")

    assert isinstance(found, Trouble) and found.lost and "check the path" in found.said


def test_a_file_that_is_too_large_is_told(tmp_path):
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(files.MAX_BYTES + 1)

    assert [thing.why for thing in read(tmp_path / "large.txt")] == [Why.TOO_LARGE]


def test_a_page_that_turns_out_to_be_a_feed_gives_its_entries():
    capture = Capture(FEED, "https://news.example/f", Way.PAGE, NOON, url="https://news.example/f", media_type="text/html", language="fr")
    (found,) = unfold(capture)

    assert (found.url, found.way, found.outlet, found.language, found.found_in) == (
        "https://news.example/a",
        Way.FEED,
        "Desk",
        "fr",
        "https://news.example/f",
    )
    page = Capture(TEXT, "https://news.example/a", Way.PAGE, NOON)
    assert list(unfold(page)) == [page]


def test_a_page_that_was_fetched_is_told_what_its_list_says():
    (wanted,) = unfold(Capture(FEED, "f", Way.PAGE, NOON, url="https://news.example/f"))
    told = wanted.told_of(Capture(TEXT, "https://news.example/a", Way.PAGE, NOON, url="https://news.example/a"))

    assert (told.way, told.outlet, told.found_in, told.url) == (Way.FEED, "Desk", "https://news.example/f", "https://news.example/a")


def test_a_day_that_is_none_is_a_wrong_setting():
    with pytest.raises(ConfigError, match="12/05/2025"):
        Said(published="12/05/2025")
