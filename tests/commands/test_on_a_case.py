"""The commands on a case, from making it to erasing from it: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json

import pytest
from typer.testing import CliRunner

from ascribe.cli import app
from tests.case.news import NEWS
from tests.read.hosts import host as hosted
from tests.read.hosts import http


def run(*args, stdin=None, code=0):
    result = CliRunner().invoke(app, [str(each) for each in args], input=stdin)
    assert result.exit_code == code, (result.stdout, result.stderr)
    return result


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with reports in which one works."""
    monkeypatch.chdir(tmp_path)
    reports = tmp_path / "reports"
    reports.mkdir()
    for name, (outlet, published, text) in NEWS.items():
        (reports / f"{name}.txt").write_text(f"Source: {outlet}\nDate: {published}\n\n{text}\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def full(folder):
    """The same with a case in which they are linked."""
    run("init")
    run("add", "reports")
    run("code", "--engine", "fast")
    run("link")
    return folder


def rows(*args) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(run("list", *args, "-f", "csv").stdout)))


def test_the_first_steps_say_what_comes_next(folder):
    assert "next: ascribe add" in run("init").stderr
    assert "6 new documents; next: ascribe code" in run("add", "reports").stderr
    coded = run("code", "--engine", "fast").stderr
    assert "6 documents coded" in coded
    assert "wait for ascribe link" in coded
    assert "reports are not linked yet; ascribe link does it" in run("list", "events").stderr
    assert "events computed" in run("link").stderr


def test_nothing_goes_to_standard_output_but_what_was_asked_for(full):
    for command in (("add", "reports"), ("code",), ("link",)):
        assert run(*command).stdout == ""
    assert run("link", "--quiet").stderr == ""


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("list", "events"), 1, "ascribe init makes one"),
        (("init", "nowhere/case.db"), 1, "there is no folder"),
        (("add",), 2, "nothing to add"),
        (("add", "--testimony", "words"), 2, "belong together"),
        (("link", "--undo", "1", "--same", "a", "b"), 2, "one at a time"),
    ],
    ids=["no case", "no folder", "nothing named", "no source", "two things"],
)
def test_wrong_use_ends_with_a_remedy(tmp_path, monkeypatch, args, code, said):
    monkeypatch.chdir(tmp_path)

    assert said in run(*args, code=code).stderr


def test_a_case_is_never_made_over_another(full):
    assert "there is a file of this name" in run("init", code=1).stderr
    assert rows("events")


def test_lists_in_every_form(full):
    table = run("list", "events").stdout
    jsonl = [json.loads(line) for line in run("list", "events", "-f", "jsonl").stdout.splitlines()]
    whole = json.loads(run("list", "events", "-f", "json").stdout)

    assert len(rows("events")) == len(jsonl) == len(whole["rows"]) > 3
    assert "Maiduguri" in table
    for what in ("claims", "documents", "sources", "actors", "places", "judgements", "tolls", "redirects", "log"):
        assert run("list", what).stdout
        assert run("list", what, "-f", "csv").stdout


def test_filters_search_and_limit(full):
    assert {row["granularity"] for row in rows("events", "granularity=aggregate")} == {"aggregate"}
    assert len(rows("events", "--limit", "2")) == 2
    assert rows("claims", "--search", "checkpoint")
    assert "there are" in run("list", "events", "nothing=1", code=1).stderr


def test_an_event_is_shown_with_who_says_so(full):
    market = next(row for row in rows("events") if row["documents"] == "2" and row["place"] == "Maiduguri")

    shown = run("show", market["id"][:8]).stdout
    record = json.loads(run("show", market["id"], "--json").stdout)

    for words in ("WHO SAYS SO", "KILLED, by source", "TOLD IN 2 documents", "PUT TOGETHER", "Radio Borno"):
        assert words in shown
    assert record["event"]["id"] == market["id"]


def test_a_sum_is_shown_as_claimed_and_reported(full):
    (many,) = rows("events", "granularity=aggregate")

    assert "71 claimed, " in run("show", many["id"]).stdout
    assert "reported independently" in run("show", many["id"]).stdout


def test_claims_and_documents_are_shown(full):
    claim = rows("claims")[0]

    assert claim["quote"][:40] in run("show", claim["id"]).stdout
    assert "received" in run("show", claim["document"]).stdout
    assert "there is nothing of the id zzz" in run("show", "zzz", code=1).stderr


def test_judging_explaining_and_taking_back(full):
    one, other = (row["id"] for row in rows("events", "granularity=single")[:2])
    before = rows("events")

    assert "two events now" in run("link", "--explain", one, other).stdout
    run("link", "--same", one, other, "--why", "the same day", "--by", "ana")
    assert "one event now" in run("link", "--explain", one, other).stdout
    (judgement,) = [row for row in rows("judgements") if row["maker"] == "ana"]
    run("link", "--undo", judgement["number"])

    assert rows("events") == before
    assert "took back" in run("list", "log").stdout


def test_erasing(full):
    document = rows("documents", "publisher=Watch Group")[0]["id"]

    assert "erased" in run("remove", document, "--why", "asked for").stderr
    assert "was erased" in run("show", document, code=1).stderr
    assert "erased from this case before" in run("add", "reports/sum.txt", code=1).stderr
    assert "whole" in run("check").stderr


def test_what_is_damaged_is_found(full):
    import sqlite3

    with sqlite3.connect("case.db") as database:
        database.execute("UPDATE text SET content = replace(content, 'killing', 'saving')")
    database.close()

    told = run("check", code=1)

    assert "its words are not those that were kept" in told.stdout
    assert "its quote is not in its text" in told.stdout


def test_what_can_be_read_of_a_damaged_case_makes_a_new_one(full):
    told = run("check", "--salvage", "new.db")
    run("link", "--case", "new.db")

    assert "document: 6 rows" in told.stdout
    assert "made new.db" in told.stderr
    assert rows("events", "--case", "new.db") == rows("events")
    assert "there is a file of this name" in run("check", "--salvage", "new.db", code=1).stderr


def test_standard_input_and_testimony(folder):
    run("init")

    run("add", "-", "--outlet", "The Post", "--published", "2024-06-13", stdin="Police said gunmen killed three people in Gao on Monday.")
    run("add", "--testimony", "-", "--source", "a shopkeeper", "--published", "2024-06-13", stdin="They shot two men at the well in Gao.")

    assert {row["publisher"] for row in rows("documents")} == {"The Post", "a shopkeeper"}


def test_addresses_are_fetched_only_where_they_may_be(folder):
    page = http(
        b"<html><body><article><p>Police said gunmen killed three people in Gao.</p></article></body></html>", content_type="text/html"
    )
    run("init")
    with hosted(page) as host:
        assert "outside the public internet" in run("add", host.url, code=1).stderr
        assert host.asked == []
        assert "offline" in run("add", "--offline", "--allow", host.place, host.url, code=1).stderr
        assert host.asked == []
        run("add", "--allow", host.place, host.url)

    (row,) = rows("documents")
    assert row["url"] == host.url


def test_a_feed_is_followed_once(folder):
    run("init")
    page = http(
        b"<html><body><article><p>Police said gunmen killed three people in Gao.</p></article></body></html>", content_type="text/html"
    )
    answers: dict[str, bytes] = {"/robots.txt": http(status="404 Not Found"), "/page": page}
    with hosted(answers) as host:
        feed = f"<rss version='2.0'><channel><title>News</title><item><link>http://{host.place}/page</link></item></channel></rss>"
        answers["/feed"] = http(feed.encode(), content_type="application/rss+xml")
        (folder / "feeds.toml").write_text(f'[[feed]]\nurl = "http://{host.place}/feed"\noutlet = "The News"\n')

        told = run("follow", "feeds.toml", "--once", "--allow", host.place)

    assert "1 documents coded" in told.stderr
    assert [row["publisher"] for row in rows("documents")] == ["The News"]
