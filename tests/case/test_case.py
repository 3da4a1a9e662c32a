"""A case from its first document on: identity, order, copies, sums, people's decisions, erasure."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascribe.case.case import Case
from ascribe.errors import CaseError, ConfigError
from ascribe.model.judgements import Verdict
from ascribe.settings import Settings
from ascribe.store.checking import faults
from tests.case.news import FAST, NEWS, capture, case, happenings, work

ALL = tuple(NEWS)
FEW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def full(tmp_path):
    with case(tmp_path, *ALL) as made:
        yield made


def tables(made: Case, *but: str) -> dict[str, list]:
    """All that is kept, but the log."""
    names = [name for (name,) in made.database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [name for name in names if name not in {"log", "sqlite_sequence", *but} and "_box" not in name and "search" not in name]
    return {name: sorted(made.database.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in kept}


def test_reports_of_one_incident_are_one_event(full):
    by_name = {}
    for row in full.rows("claims"):
        by_name.setdefault(row["publisher"] + row["published"], set()).add(row["event"])

    assert by_name["Northern Wire2024-06-13"] & by_name["Radio Borno2024-06-14"]
    assert by_name["Northern Wire2024-06-11"] & by_name["The Observer2024-06-12"]
    assert not by_name["The Observer2024-07-30"] & by_name["Northern Wire2024-06-13"]


def test_doing_it_again_changes_nothing(full):
    before = tables(full)

    for name in ALL:
        full.add(capture(name))
    work(full)

    assert tables(full) == before


@FEW
@given(st.permutations(ALL), st.data())
def test_the_order_of_arrival_changes_no_event(tmp_path_factory, order, data):
    """Also when it is linked in between, at any point."""
    with (
        case(tmp_path_factory.mktemp("one"), *ALL) as one,
        Case.create(tmp_path_factory.mktemp("other") / "case.db", settings=FAST) as other,
    ):
        for name in order:
            other.add(capture(name))
            if data.draw(st.booleans()):
                work(other)
        work(other)

        assert happenings(other) == happenings(one)


@pytest.mark.parametrize("verdict", [Verdict.SAME, Verdict.DIFFERENT])
def test_what_is_judged_and_taken_back_is_as_if_it_had_not_been(full, verdict):
    events = [row["id"] for row in full.rows("events")]
    linked = next(row for row in full.rows("events") if row["documents"] > 1)
    reports = [each["report"] for each in full.show(linked["id"])["documents"]]
    pair = reports[:2] if verdict is Verdict.DIFFERENT else (events[0], events[-1])
    before = tables(full, "judgement")

    number = full.judge(*pair, verdict, "to try")
    between = tables(full, "judgement")
    full.undo(number, "tried")

    assert between != before
    assert tables(full, "judgement") == before
    assert [row["undone"] is not None for row in full.rows("judgements") if row["number"] == number] == [True]


def test_a_persons_word_goes_before_the_machines_and_before_an_earlier_one(full):
    market = next(row for row in full.rows("events") if row["documents"] > 1)
    one, other = [each["report"] for each in full.show(market["id"])["documents"]][:2]

    full.judge(one, other, Verdict.DIFFERENT)
    assert not full.explain(one, other).together

    full.judge(one, other, Verdict.SAME)
    assert full.explain(one, other).together
    assert [each.is_human for each in full.explain(one, other).judgements][:2] == [True, True]


def test_ids_of_events_that_are_merged_lead_on(full):
    one, other = (row["id"] for row in list(full.rows("events", "granularity=single"))[:2])

    full.judge(one, other, Verdict.SAME)
    shown = [full.show(name) for name in (one, other)]

    assert shown[0]["event"]["id"] == shown[1]["event"]["id"]
    assert {each["asked"] for each in shown} == {one, other}


def test_a_copy_adds_no_standing(tmp_path):
    with case(tmp_path, *ALL) as made:
        before = {row["id"]: (row["happening"], row["responsibility"], row["toll"], row["origins"]) for row in made.rows("events")}
        for number in range(30):
            copy = capture("market-2", f"MAIDUGURI: {NEWS['market-2'][2]} Share this story, number {number}.")
            made.add(replace(copy, outlet=f"Reprint {number}", name=f"copy{number}.txt"))
        work(made)

        after = {row["id"]: (row["happening"], row["responsibility"], row["toll"], row["origins"]) for row in made.rows("events")}
        assert after == before


def test_a_sum_is_one_record_and_adds_nothing_to_the_others(tmp_path):
    with case(tmp_path, *(name for name in ALL if name != "sum")) as made:
        before = happenings(made)
        made.add(capture("sum"))
        work(made)
        (many,) = made.rows("events", "granularity=aggregate")

        assert [each for each in happenings(made) if "aggregate" not in each] == before
        shown = made.show(many["id"])
        assert [each["count"]["best"] for each in shown["counted"]] == [71]
        assert len(shown["enclosed"]) >= 1
        assert {row["granularity"] for row in made.rows("events", f"id__in={','.join(each['event'] for each in shown['enclosed'])}")} == {
            "single"
        }


def test_tolls_are_kept_by_source_and_day(full):
    market = next(row for row in full.rows("events") if row["documents"] > 1 and row["place"] == "Maiduguri")

    assert [(row["published"], row["killed_low"], row["killed_high"]) for row in full.rows("tolls", f"event={market['id']}")] == [
        ("2024-06-13", 9, None),
        ("2024-06-14", 14, 14),
    ]


def test_what_only_a_party_says_is_found(full):
    alone = list(full.rows("claims", "alone=1", "stance=claimed"))

    assert all("Boko Haram" in row["source"] for row in alone)


def test_another_engine_keeps_ids_and_what_people_decided(tmp_path):
    with case(tmp_path, *ALL) as made:
        claims = {row["id"]: row["quote"] for row in made.rows("claims")}
        one, other = (row["id"] for row in list(made.rows("events", "granularity=single"))[:2])
        number = made.judge(
            one,
            other,
            Verdict.SAME,
            "the same attack",
        )
        made.close()

    with Case(tmp_path / "case.db", settings=Settings(engine="full")) as again:
        for each in again.code(again=True, budget=None):
            assert each.problem is None
        again.link()

        kept = [row["id"] for row in again.rows("claims") if row["id"] in claims]
        assert len(kept) >= 0.7 * len(claims)
        assert again.show(one)["event"]["id"] == again.show(other)["event"]["id"]
        assert [row["undone"] for row in again.rows("judgements", f"number={number}")] == [None]
        engines = {row["made_by"].split()[0] for row in again.rows("claims")}
        assert engines == {"full"}


def test_what_is_erased_is_in_no_byte_and_does_not_come_back(tmp_path):
    secret = "Kanari"
    with case(tmp_path, *ALL) as made:
        told = capture("market-1", f"Police in {secret} said two men of {secret} were killed in {secret} on Monday. The {secret}ites fled.")
        made.add(replace(told, name=f"{secret}.txt", outlet=f"{secret} Post", title=secret, url=f"https://example.org/{secret}"))
        work(made)
        before = happenings(made)
        (document,) = (row["id"] for row in made.rows("documents", f"publisher={secret} Post"))
        claims = [row["id"] for row in made.rows("claims", f"document={document}")]

        made.remove(document[:10], "a witness asked for it")

        assert happenings(made) != before
        for name in (document, *claims):
            with pytest.raises(CaseError, match=r"was erased on .*a witness asked for it"):
                made.show(name)
        assert made.add(told).problems
        made.close()
    for file in tmp_path.iterdir():
        data = file.read_bytes().lower()
        assert secret.lower().encode() not in data, file
        assert document[:12].encode() not in data, file


def test_erasing_leaves_the_rest_as_if_it_had_never_come(tmp_path, tmp_path_factory):
    with case(tmp_path, *ALL) as made, case(tmp_path_factory.mktemp("other"), *(name for name in ALL if name != "market-2")) as other:
        (document,) = (row["id"] for row in made.rows("documents", "publisher=Radio Borno"))

        made.remove(document)

        assert happenings(made) == happenings(other)


def test_a_testimony_has_its_source_and_its_words(tmp_path):
    with Case.create(tmp_path / "case.db", settings=FAST) as made:
        made.testify("Soldiers shot two men at the well in Gao on Sunday.", source="a shopkeeper", taken="2024-03-05")
        work(made)

        (claim, *_) = made.rows("claims")
        assert (claim["source"], claim["published"]) == ("a shopkeeper", "2024-03-05")
        assert claim["quote"] in made.show(claim["document"])["text"]
        with pytest.raises(ConfigError, match="needs a source"):
            made.testify("Something happened.", source=" ")


def test_the_same_bytes_from_two_papers_are_one_document(tmp_path):
    with case(tmp_path, "market-1") as made:
        made.add(replace(capture("market-1"), outlet="A Reprint", name="again.txt"))
        work(made)

        (row,) = made.rows("documents")
        assert row["captures"] == 2
        assert {event["origins"] for event in made.rows("events")} == {1}


def test_rows_are_filtered_and_searched(full):
    assert {row["place"] for row in full.rows("events", "place__contains=aidug")} == {"Maiduguri"}
    assert len(list(full.rows("events", search='"car bomb"'))) < len(list(full.rows("events")))
    assert list(full.rows("documents", search='hospital" OR "x')) == []
    for wrong in ("nothing=1", "place__like=1", "place"):
        with pytest.raises(CaseError, match=r"there are|no filter"):
            list(full.rows("events", wrong))


def test_others_read_the_file_as_it_is(full):
    with sqlite3.connect(full.path) as plain:
        for (view,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            plain.execute(f"SELECT * FROM {view}").fetchall()
        for (record,) in plain.execute("SELECT record FROM event").fetchall():
            assert json.loads(record)["standing"]


def test_a_document_whose_bytes_are_gone_stops_no_other(tmp_path):
    with Case.create(tmp_path / "case.db", settings=FAST) as made:
        for name in ("market-1", "convoy-1"):
            made.add(capture(name))
        made.database.execute("DELETE FROM sqlar WHERE name = ?", (capture("market-1").hash,))

        first, second = made.code()

        assert "there is no original" in (first.problem or "")
        assert second.claims
        assert list(made.code()) == []


def test_a_full_disk_is_said_and_harms_nothing(tmp_path):
    """The disk is full in the middle of adding and of coding: what was acknowledged is there, and it goes on when there is room."""
    with case(tmp_path, "market-1", "convoy-1") as made:
        (pages,) = made.database.execute("PRAGMA page_count").fetchone()
        made.database.execute(f"PRAGMA max_page_count = {pages + 30}")
        added = 0
        with pytest.raises(CaseError, match="the disk is full; make room"):
            for number in range(200):
                made.add(capture("other", f"Gunmen killed {number + 2} people in Gao on Monday, police said. " + "They left. " * 400))
                added += 1

    assert added
    with Case(tmp_path / "case.db", settings=FAST) as again:
        assert not list(faults(again.database))
        assert len(list(again.rows("documents"))) == 2 + added
        assert again.add(capture("other")) is not None
