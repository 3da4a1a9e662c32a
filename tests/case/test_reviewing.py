"""People decide on a case's claims: nothing is lost, what holds is in force, and the machine's record can always be had again."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ascribe.case.case import Case
from ascribe.case.coding import code
from ascribe.case.salvaging import salvaged
from ascribe.errors import CaseError, ConfigError, UnknownError
from ascribe.model.reviews import Decided, settled
from ascribe.store import reviews
from ascribe.store.checking import faults
from ascribe.store.opening import APPLICATION
from ascribe.store.salvaging import KEPT
from tests.case.news import FAST, NEWS, case, happenings, work

VERSION_1 = Path(__file__).parent.parent / "store" / "version1.sql"
FEW = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def full(tmp_path):
    with case(tmp_path, *NEWS) as made:
        made.by = "ana"
        yield made


@pytest.fixture
def bomb(full):
    """The claim of at least nine killed at the market."""
    return next(row for row in full.claims() if row["killed_low"] == 9)


def as_(made: Case, who: str) -> Case:
    """The same case, in another's name."""
    made.by = who
    return made


def row(made: Case, claim: str) -> dict:
    """The claim as it is listed."""
    (found,) = made.claims(f"id={claim}")
    return found


def event_of(made: Case, claim: str) -> dict:
    """The event of a claim, as it is listed."""
    (found,) = made.events(f"id={row(made, claim)['event']}")
    return found


# decisions ------------------------------------------------------------------------------------------------------------------------


def test_a_correction_holds_and_the_machines_record_is_kept(full, bomb):
    before = full.in_view(bomb["id"])

    full.decide(bomb["id"], "corrected", {"killed": "11-14", "place": "Gwoza"}, seen=before.seen, seconds=8)
    full.link()

    after = full.in_view(bomb["id"])
    assert (after.state, after.verdict) == ("coded", "corrected")
    assert after.machine == before.record
    assert after.record["casualties"][0]["count"]["high"] == 14
    assert row(full, bomb["id"])["place"] == "Gwoza"
    assert event_of(full, bomb["id"])["killed_low"] == 11
    assert event_of(full, bomb["id"])["reviewed"] == 1


def test_what_is_taken_back_is_as_if_it_had_not_been(full, bomb):
    before = happenings(full), full.in_view(bomb["id"]).record
    for decision, changes in (("corrected", {"type": "PROTEST", "time": "2024-01"}), ("rejected", None)):
        number = full.decide(bomb["id"], decision, changes)
        full.link()
        assert happenings(full) != before[0]

        full.take_back(number, "wrong key")
        full.link()

        assert (happenings(full), full.in_view(bomb["id"]).record) == before
    assert [each["undone"] is not None for each in full.reviews(bomb["id"])] == [True, True]
    with pytest.raises(CaseError, match="taken back already"):
        full.take_back(number)


def test_a_rejected_claim_counts_in_no_event_and_its_id_leads_on(full, bomb):
    event = bomb["event"]
    others = event_of(full, bomb["id"])["claims"]
    document = full.claims(f"document={bomb['document']}")

    for each in document:
        full.decide(each["id"], "rejected")
    full.link()

    shown = full.show(event)
    assert shown["asked"] == event
    assert shown["event"]["id"] != event  # it led there because the first report was of it
    assert len(shown["claims"]) == others - len(document)
    assert row(full, bomb["id"])["event"] is None


def test_an_event_of_which_all_is_rejected_is_gone_and_comes_back(full):
    (alone,) = (each for each in full.events() if each["claims"] == 1 and each["granularity"] == "single")
    (claim,) = full.claims(f"event={alone['id']}")

    number = full.decide(claim["id"], "rejected")
    full.link()
    with pytest.raises(UnknownError, match="people rejected all of it"):
        full.show(alone["id"])

    full.take_back(number)
    full.link()
    assert full.show(alone["id"])["event"]["id"] == alone["id"]


def test_a_correction_of_time_and_place_takes_a_report_to_another_event(full):
    """The bomber of July is told with the market of June once a person sets its day, type and figures so."""
    late = next(each for each in full.claims() if each["published"] == "2024-07-30")
    apart = {each["id"] for each in full.events()}

    full.decide(late["id"], "corrected", {"time": "2020-01-05", "place": "Kabul"})
    full.link()

    assert row(full, late["id"])["event"] in apart
    moved = event_of(full, late["id"])
    assert (moved["time_start"], moved["country"]) == ("2020-01-05", "AF")


def test_two_who_decide_at_once_stand_beside_each_other(full, bomb):
    """Both looked before either had decided."""
    views = [full.in_view(bomb["id"]) for _ in range(2)]

    as_(full, "ana").decide(bomb["id"], "rejected", seen=views[0].seen)
    as_(full, "ben").decide(bomb["id"], "accepted", seen=views[1].seen)

    found = full.in_view(bomb["id"])
    assert (found.state, found.verdict) == ("disagreed", None)
    assert found.record == found.machine
    assert [each["claim"] for each in full.queue("conflicts").rows] == [bomb["id"]]

    as_(full, "ruth").decide(bomb["id"], "rejected", seen=found.seen, role="reviewer")
    assert (full.in_view(bomb["id"]).state, full.queue("conflicts").total) == ("reviewed", 0)


def test_many_who_write_at_the_same_moment_lose_nothing(full):
    """Each has the file open for themselves."""
    claims = [each["id"] for each in full.claims()]

    def all_of(who: str) -> None:
        with Case(full.path, by=who, settings=FAST) as mine:
            for claim in claims:
                mine.decide(claim, "rejected" if who == "p3" else "accepted", blind=True)

    with ThreadPoolExecutor(4) as people:
        list(people.map(all_of, ("p0", "p1", "p2", "p3")))

    assert len(full.reviews()) == 4 * len(claims)
    assert {each["state"] for each in full.claims()} == {"disagreed"}
    assert not list(faults(full.database))


def test_who_accepts_what_another_corrected_accepts_the_correction(full, bomb):
    full.decide(bomb["id"], "corrected", {"fatalities": 11})
    seen = full.in_view(bomb["id"]).seen

    as_(full, "ruth").decide(bomb["id"], "accepted", seen=seen, role="reviewer")

    found = full.in_view(bomb["id"])
    assert (found.state, found.verdict) == ("reviewed", "corrected")
    assert found.record["fatalities"]["best"] == 11


def test_a_correction_of_a_correction_holds_both(full, bomb):
    full.decide(bomb["id"], "corrected", {"fatalities": 11})
    as_(full, "ruth").decide(bomb["id"], "corrected", {"place": "Gwoza"}, seen=full.in_view(bomb["id"]).seen, role="reviewer")

    assert (row(full, bomb["id"])["killed_low"], row(full, bomb["id"])["place"]) == (11, "Gwoza")


def test_who_sets_the_machines_values_again_accepts_its_record(full, bomb):
    full.decide(bomb["id"], "corrected", {"mode": "torture"})
    machine = full.in_view(bomb["id"]).machine

    as_(full, "ben").decide(bomb["id"], "corrected", {"mode": machine["mode"]}, seen=full.in_view(bomb["id"]).seen)

    assert row(full, bomb["id"])["verdict"] == "accepted"
    assert full.in_view(bomb["id"]).record == machine


def test_blind_is_blind(full, bomb):
    full.decide(bomb["id"], "corrected", {"fatalities": 11, "place": "Gwoza"}, comment="see the third line")

    (waiting,) = full.queue("second", who="ben").rows
    view = full.in_view(waiting["claim"], blind=True)

    assert (view.reviews, view.seen, view.state, view.verdict) == ((), (), "machine", None)
    assert view.record == view.machine
    assert (waiting["place"], waiting["killed_low"], waiting["state"], waiting["verdict"]) == ("Maiduguri", 9, "machine", None)
    as_(full, "ben").decide(bomb["id"], "corrected", {"fatalities": 11, "place": "Gwoza"}, blind=True)
    assert full.in_view(bomb["id"]).state == "agreed"


@pytest.mark.parametrize(
    ("decision", "changes", "said"),
    [
        ("liked", None, "none of accepted, rejected"),
        ("corrected", None, "says what is corrected"),
        ("corrected", {"mood": "dark"}, "no field 'mood'"),
        ("corrected", {"fatalities": "many"}, "write 9, 9-14 or 9\\+"),
        ("corrected", {"fatalities": "14-9"}, "out of order"),
        ("corrected", {"time": "Wednesday"}, "write a day as"),
        ("corrected", {"time": "2024-02-31"}, "cannot be read"),
        ("corrected", {"stance": "shouted"}, "cannot be so"),
        ("corrected", {"event_type": 3}, "cannot be so"),
        ("corrected", {"actors": [{"kind": "rebel_group"}]}, "cannot be read"),
        ("corrected", {"quote": {"start": 5, "end": 100_000}}, "no stretch"),
        ("corrected", {"place": {"name": "X", "latitude": 3}}, "half a coordinate"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(full, bomb, decision, changes, said):
    with pytest.raises(ConfigError, match=said):
        full.decide(bomb["id"], decision, changes)

    assert full.reviews() == []


def test_a_decision_cannot_have_seen_another_claims(full, bomb):
    number = full.decide(bomb["id"], "accepted")
    other = next(each["id"] for each in full.claims() if each["id"] != bomb["id"])

    with pytest.raises(CaseError, match="not of this claim"):
        full.decide(other, "accepted", seen=[number])


@pytest.mark.parametrize("statement", ["DELETE FROM review", "UPDATE review SET decision = 'accepted'", "UPDATE review SET who = 'ben'"])
def test_decisions_are_only_ever_added_to(full, bomb, statement):
    full.decide(bomb["id"], "rejected")

    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        full.database.execute(statement)


@FEW
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(["accepted", "rejected", "skipped"]), st.booleans()), max_size=8), st.data()
)
def test_what_stands_in_a_claim_always_follows_from_its_decisions(tmp_path_factory, told, data):
    """Whoever decides after whomever, with or without looking, and whatever is taken back in between."""
    with case(tmp_path_factory.mktemp("any"), "market-1") as made:
        (claim, *_) = (each["id"] for each in made.claims())
        taken_back = 0
        for who, decision, looks in told:
            number = as_(made, who).decide(claim, decision, seen=made.in_view(claim).seen if looks else ())
            if data.draw(st.integers(0, 4)) == 0:
                made.take_back(number)
                taken_back += 1

        rows = made.reviews(claim)
        number = made.database.execute("SELECT number FROM claim WHERE id = ?", (claim,)).fetchone()[0]
        found = settled(reviews.decisions(made.database, number))
        assert (len(rows), sum(each["undone"] is not None for each in rows)) == (len(told), taken_back)
        assert row(made, claim)["state"] == found.state
        assert not list(faults(made.database))


# queues ---------------------------------------------------------------------------------------------------------------------------


def test_a_queue_is_walked_page_by_page_and_each_claim_comes_once(full):
    for which in ("new", "low", "all"):
        found, after = [], None
        while True:
            page = full.queue(which, size=2, after=after, who="ana")
            found += [each["claim"] for each in page.rows]
            if (after := page.next) is None:
                break
        assert sorted(found) == sorted(each["id"] for each in full.claims())
        assert page.total == len(found)


def test_the_least_sure_come_first(full):
    chances = [each["confidence"] for each in full.queue("low").rows]

    assert chances == sorted(chances)


def test_what_is_decided_while_one_walks_is_not_shown_again_and_none_is_left_out(full):
    first = full.queue("new", size=3, who="ana")
    for each in first.rows:
        full.decide(each["claim"], "accepted")

    second = full.queue("new", size=50, after=first.next, who="ana")

    assert {each["claim"] for each in first.rows + second.rows} == {each["id"] for each in full.claims()}


def test_what_somebody_skips_waits_for_others_and_comes_later_to_them(full, bomb):
    full.decide(bomb["id"], "skipped")

    assert bomb["id"] not in {each["claim"] for each in full.queue("new", who="ana").rows}
    assert bomb["id"] in {each["claim"] for each in full.queue("new", who="ben").rows}
    assert [each["claim"] for each in full.queue("skipped", who="ana").rows] == [bomb["id"]]
    assert full.progress().done == 0


def test_queues_hold_what_they_are_called(full, bomb):
    full.decide(bomb["id"], "accepted", sensitive=True)

    assert [each["claim"] for each in full.queue("flagged").rows] == [bomb["id"]]
    assert [each["granularity"] for each in full.queue("aggregates").rows] == ["aggregate"]
    assert full.queue("second", who="ana").rows == []
    assert [each["claim"] for each in full.queue("second", who="ben").rows] == [bomb["id"]]
    with pytest.raises(ConfigError, match="no queue 'old'"):
        full.queue("old")
    with pytest.raises(ConfigError, match="not the end of a page"):
        full.queue("new", after="nonsense")


# claims made by hand, documents corrected -----------------------------------------------------------------------------------------


def words(made: Case, document: str, part: str) -> tuple[int, int]:
    """Where these words stand in a document's text."""
    start = made.show(document)["text"].index(part)
    return start, start + len(part)


def test_a_claim_that_the_machine_missed_is_made_on_its_words(full, bomb):
    start, end = words(full, bomb["document"], "killing at least nine people")

    name = full.add_claim(
        bomb["document"], start, end, {"type": "ASSAULT", "killed": "9+", "place": "Maiduguri", "date": "2024-06-12", "source": "police"}
    )
    full.link()

    view = full.in_view(name)
    assert (view.state, view.verdict, view.by_hand) == ("coded", "accepted", True)
    assert view.record["quote"]["exact"] == "killing at least nine people"
    assert view.record["places"][0]["country"] == "NG"
    assert row(full, name)["event"] is not None
    assert not list(faults(full.database))


def test_a_claim_can_be_made_of_an_event_that_is_there(full, bomb):
    start, end = words(full, bomb["document"], "A car bomb exploded")
    other = next(each for each in full.events() if each["place"] == "Marte")

    here = full.add_claim(bomb["document"], start, end, {"type": "ASSAULT"}, event=bomb["event"])
    there = full.add_claim(bomb["document"], start, end, {"type": "ASSAULT"}, event=other["id"])
    full.link()

    assert row(full, here)["event"] == row(full, bomb["id"])["event"]
    assert row(full, there)["event"] == other["id"]
    assert here != there


@pytest.mark.parametrize(
    ("stretch", "fields", "said"),
    [((0, 5), {}, "of which type"), ((5, 5), {"type": "ASSAULT"}, "no stretch"), ((0, 5), {"type": "SPORT"}, "cannot be so")],
)
def test_a_claim_by_hand_needs_words_and_a_type(full, bomb, stretch, fields, said):
    with pytest.raises(ConfigError, match=said):
        full.add_claim(bomb["document"], *stretch, fields)

    assert full.reviews() == []


def test_a_corrected_day_is_counted_from_and_what_was_said_before_is_kept(full, bomb):
    full.correct_document(bomb["document"], date="2024-06-20", outlet="The Wire of the North")
    full.link()

    assert (row(full, bomb["id"])["published"], row(full, bomb["id"])["time_start"]) == ("2024-06-20", "2024-06-19")
    shown = full.show(bomb["document"])
    assert shown["document"]["publisher"] == "The Wire of the North"
    assert [each["outlet"] for each in shown["captures"]] == ["Northern Wire", "The Wire of the North"]
    with pytest.raises(ConfigError, match="say what is to be corrected"):
        full.correct_document(bomb["document"])


def test_a_document_is_marked_as_read_and_the_mark_can_be_lifted(full, bomb):
    full.mark_read(bomb["document"])
    assert [each["read_by"] for each in full.rows("documents", f"id={bomb['document']}")] == ["ana"]
    assert full.progress().read == 1

    full.mark_read(bomb["document"], read=False)
    assert full.progress().read == 0


# what outlives what ---------------------------------------------------------------------------------------------------------------


def coded_again(made: Case, engine: str) -> None:
    """Code all documents as if another engine did."""
    numbers = [number for (number,) in made.database.execute("SELECT number FROM document ORDER BY number").fetchall()]
    for each in code(made.database, made.settings, engine, numbers, "ana", budget=None):
        assert each.problem is None
    made.link()


def test_decisions_outlive_a_new_coding(full, bomb):
    start, end = words(full, bomb["document"], "A car bomb exploded")
    full.decide(bomb["id"], "corrected", {"fatalities": 11})
    mine = full.add_claim(bomb["document"], start, end, {"type": "ASSAULT", "place": "Gwoza"})
    full.link()
    before = {name: (full.in_view(name).record, full.in_view(name).state) for name in (bomb["id"], mine)}
    held = happenings(full)

    coded_again(full, "another engine")

    assert {name: (full.in_view(name).record, full.in_view(name).state) for name in before} == before
    assert happenings(full) == held
    assert not list(faults(full.database))


def test_what_people_accepted_stands_where_the_engine_finds_it_no_more(full, bomb):
    """As if the engine had found another claim in these words before."""
    full.decide(bomb["id"], "accepted")
    strange = full.add_claim(bomb["document"], 2, 10, {"type": "PROTEST", "source": "Somebody Else"})
    full.database.execute(
        "UPDATE claim SET made_by = 'old engine', record = json_set(record, '$.made_by', 'old engine') WHERE id = ?", (strange,)
    )
    rejected = full.add_claim(bomb["document"], 2, 10, {"type": "PROTEST", "source": "A Third"})
    full.database.execute(
        "UPDATE claim SET made_by = 'old engine', record = json_set(record, '$.made_by', 'old engine') WHERE id = ?", (rejected,)
    )
    full.decide(rejected, "rejected", seen=full.in_view(rejected).seen)

    coded_again(full, "another engine")

    assert row(full, strange)["state"] == "coded"
    assert full.claims(f"id={rejected}") == []
    assert [each["claim"] for each in full.queue("gone").rows] == [rejected]
    assert [each["decision"] for each in full.reviews(rejected)] == ["accepted", "rejected"]


def test_decisions_are_salvaged(full, bomb, tmp_path):
    full.decide(bomb["id"], "corrected", {"fatalities": 11}, comment="third line")
    full.link()
    full.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    assert all(each.is_whole for each in salvaged(full.path, tmp_path / "new.db", "ana"))

    with Case(tmp_path / "new.db", settings=FAST) as new:
        new.link()
        assert new.reviews() == full.reviews()
        assert happenings(new) == happenings(full)
        assert not list(faults(new.database))


def test_of_an_erased_document_no_decision_and_no_word_of_one_is_left(full, bomb):
    full.decide(bomb["id"], "corrected", {"place": {"name": "Xanadunia", "level": "unlocated"}}, comment="by the Quixotian gate")
    full.link()

    full.remove(bomb["document"])

    assert full.reviews() == []
    full.close()
    data = full.path.read_bytes()
    assert b"Xanadunia" not in data
    assert b"Quixotian" not in data


def test_a_state_that_does_not_follow_from_decisions_is_damage(full, bomb):
    full.decide(bomb["id"], "accepted")
    full.database.execute("UPDATE claim SET state = 'agreed' WHERE id = ?", (bomb["id"],))

    assert any("its state is not what people decided" in each for each in faults(full.database))


# assessing ------------------------------------------------------------------------------------------------------------------------


def test_progress_counts_what_people_settled_and_nothing_else(full, bomb):
    full.decide(bomb["id"], "accepted", seconds=4)
    other = next(each["id"] for each in full.claims() if each["id"] != bomb["id"])
    full.decide(other, "rejected", seconds=8)
    as_(full, "ben").decide(other, "accepted", blind=True)

    found = full.progress()

    assert (found.done, found.states["disagreed"], found.claims) == (1, 1, len(full.claims()))
    assert [(each.who, each.decided, each.timed, each.median) for each in found.people] == [("ana", 2, 2, 6), ("ben", 1, 0, None)]


def test_agreement_is_of_those_who_did_not_see_each_other(full):
    claims = [each["id"] for each in full.claims()]
    for claim in claims:
        for who in ("ana", "ben", "cat"):
            as_(full, who).decide(claim, "rejected" if who == "cat" and claim == claims[0] else "accepted", blind=True)
        as_(full, "ruth").decide(claim, "rejected", seen=full.in_view(claim).seen, role="reviewer")

    found = full.agreement()

    verdict = next(each for each in found.fields if each.field == "verdict")
    pairs = 3 * len(claims)
    assert (found.claims, verdict.pairs, verdict.percent) == (len(claims), pairs, (pairs - 2) / pairs)
    assert verdict.kappa is not None
    assert full.agreement(role="reviewer").claims == 0


def test_the_training_file_has_what_people_settled_and_names_nobody(full, bomb):
    claims = [each["id"] for each in full.claims()]
    others = [each for each in claims if each != bomb["id"]]
    full.decide(bomb["id"], "corrected", {"fatalities": 11})
    full.decide(others[0], "rejected")
    full.decide(others[1], "accepted", sensitive=True)
    full.mark_read(bomb["document"])

    rows = list(full.training())

    lessons = {each["claim"]: each for each in rows if each["kind"] == "claim"}
    assert lessons.keys() == {bomb["id"], others[0]}
    lesson = lessons[bomb["id"]]
    assert (lesson["machine"]["fatalities"]["best"], lesson["human"]["fatalities"]["best"]) == (9, 11)
    assert lesson["changed"] == ["casualties", "fatalities"]
    assert lessons[others[0]]["human"] is None
    quote = lesson["human"]["quote"]
    assert lesson["text"][quote["start"] - lesson["start"] :].startswith(quote["exact"])
    assert "ana" not in str(rows[0]["by"])
    assert len({*lesson["by"], *lessons[others[0]]["by"]}) == 1  # one person, one pseudonym


# older files ----------------------------------------------------------------------------------------------------------------------


def as_version_1(path) -> None:
    """The same case in a file as version 1 laid it out."""
    old = path.with_name("old.db")
    with sqlite3.connect(old) as plain:
        plain.executescript(VERSION_1.read_text(encoding="utf-8"))
        plain.execute(f"PRAGMA application_id = {APPLICATION}")
        plain.execute("PRAGMA user_version = 1")
        plain.execute(f"ATTACH '{path}' AS new")
        for table in (*KEPT, "event", "member", "linked", "overlap", "document_key", "text_key"):
            columns = ", ".join(name for _, name, *_ in plain.execute(f"PRAGMA main.table_info({table})"))
            if columns:
                plain.execute(f"INSERT OR IGNORE INTO main.{table} ({columns}) SELECT {columns} FROM new.{table}")
        plain.execute("DELETE FROM unjudged")
    plain.close()
    old.replace(path)


def test_a_file_of_version_1_is_brought_forward_and_people_may_decide_in_it(full, bomb):
    held, layout = happenings(full), layout_of(full)
    full.close()
    as_version_1(full.path)

    with Case(full.path, by="ana", settings=FAST) as forward:
        assert happenings(forward) == held
        assert layout_of(forward) == layout
        forward.decide(bomb["id"], "rejected")
        forward.link()
        assert happenings(forward) != held
        work(forward)
        assert not list(faults(forward.database))


def layout_of(made: Case) -> dict[str, list]:
    """The columns of every table and view, with what holds of each; and the triggers."""
    names = [name for (name,) in made.database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
    triggers = [name for (name,) in made.database.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index')")]
    return {name: made.database.execute(f"PRAGMA table_info({name})").fetchall() for name in sorted(names)} | {"": sorted(triggers)}


def test_a_damaged_file_of_version_1_is_salvaged(full, tmp_path):
    full.close()
    as_version_1(full.path)

    assert all(each.is_whole for each in salvaged(full.path, tmp_path / "new.db", "ana"))
    with Case(tmp_path / "new.db", settings=FAST) as new, Case(full.path, settings=FAST) as old:
        new.link()
        assert happenings(new) == happenings(old)
        assert {each["state"] for each in new.claims()} == {"machine"}


def test_the_parts_of_a_decision_are_as_they_are_kept(full, bomb):
    number = full.decide(bomb["id"], Decided.CORRECTED, {"mode": "torture"}, comment="c", sensitive=True, seconds=2.5, role="reviewer")

    (kept,) = full.reviews(who="ana")
    told = ("number", "who", "role", "decision", "changes", "blind", "comment", "sensitive", "seconds")
    assert [kept[name] for name in told] == [number, "ana", "reviewer", "corrected", {"mode": "torture"}, 0, "c", 1, 2.5]
    assert full.in_view(bomb["id"]).sensitive is True


def test_what_a_person_adds_to_a_report_is_compared_with_it(full, bomb):
    start, end = words(full, bomb["document"], "A car bomb exploded")
    report = full.show(bomb["id"])["claim"]["event"]

    full.add_claim(bomb["document"], start, end, {"type": "ASSAULT", "place": "Kabul"}, event=report)

    (sketch,) = full.database.execute("SELECT sketch FROM report WHERE id = 'r' || substr(?, 2)", (report,)).fetchone()
    assert "Kabul" in sketch or "kabul" in sketch
