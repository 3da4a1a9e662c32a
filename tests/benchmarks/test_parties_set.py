"""The set of parties is sound, and its scorer counts known cases right."""

from __future__ import annotations

import csv
import gzip
import json
import re
from datetime import date
from pathlib import Path

import pytest

from ascribe.model.parties import Kind
from ascribe.resolve.register import Country, Entry, Register
from benchmarks.lines import half_of, read_lines, shared
from benchmarks.parties import PHENOMENA, Judge, answer, figures, judge, main, normal

DATA = Path(__file__).parents[2] / "benchmarks" / "data"
HALVES = {"tune": DATA / "parties.dev.jsonl", "unseen": DATA / "parties.held.jsonl"}
LINES = {half: read_lines(path) for half, path in HALVES.items()}
EVERY = [line for lines in LINES.values() for line in lines]
MENTIONS = [(line, mention) for line in EVERY for mention in line["mentions"]]
LATER = [line for path in sorted(DATA.glob("parties.more_*.jsonl")) for line in read_lines(path)]  # counted apart, and of the same form
ALL = EVERY + LATER
MARKED = [(line, mention) for line in ALL for mention in line["mentions"]]
ACTORS = shared() / "corpora" / "ucdp" / "actors-22.1.csv.gz"
ARMS = re.compile(r"[a-z]{2}-(forces|police|navy|air_force|security|intelligence)\Z")


def golds(mention):
    return [mention["gold"], *mention.get("accept", [])]


def test_every_mention_stands_where_it_says():
    for line, mention in MARKED:
        assert line["text"][mention["start"] : mention["end"]] == mention["name"], line["id"]
        assert mention["name"] == mention["name"].strip()


def test_mentions_are_in_order_and_none_lies_in_another():
    for line in ALL:
        ends = [0]
        for mention in line["mentions"]:
            assert mention["start"] >= ends[-1], line["id"]
            ends.append(mention["end"])


@pytest.mark.parametrize("half", HALVES)
def test_each_half_holds_what_its_hash_says(half):
    assert all(half_of(line["id"]) == half for line in LINES[half])


def test_ids_are_unique_and_texts_too():
    assert len({line["id"] for line in ALL}) == len(ALL)
    assert len({line["text"] for line in ALL}) == len(ALL)


def test_a_line_written_later_says_so_and_holds_what_the_others_hold():
    assert LATER
    for line in LATER:
        assert re.match(r"m[a-z]-", line["id"])
        assert set(line) - {"country"} == {"id", "published", "text", "mentions"}
        for mention in line["mentions"]:
            assert set(mention) - {"accept", "accept_kind"} == {"start", "end", "name", "gold", "kind", "phenomenon"}, line["id"]


def test_there_are_four_hundred_mentions_and_the_halves_are_close():
    sizes = [sum(len(line["mentions"]) for line in lines) for lines in LINES.values()]

    assert sum(sizes) >= 400
    assert min(sizes) >= 200


def test_every_field_is_of_its_kind():
    kinds = {kind.value for kind in Kind} | {None}
    for line, mention in MARKED:
        date.fromisoformat(line["published"])
        assert re.fullmatch(r"[A-Z]{2}", line.get("country", "ML")), line["id"]
        assert {mention["kind"], *mention.get("accept_kind", [])} <= kinds
        assert mention["phenomenon"] in PHENOMENA
        for gold in golds(mention):
            assert gold is None or (isinstance(gold, dict) and len(gold) == 1 and set(gold) <= {"ucdp", "id", "name"}), line["id"]


def test_what_must_stay_unlinked_has_no_other_answer():
    for line, mention in MARKED:
        if mention["gold"] is None or mention["phenomenon"] == "none":
            assert golds(mention) == [None], line["id"]


def test_every_id_is_in_the_register_or_made_from_a_state():
    register = Register.load()
    for line, mention in MARKED:
        for gold in golds(mention):
            if gold and "id" in gold:
                known = register.entry(gold["id"]) is not None
                assert known or (ARMS.match(gold["id"]) and register.entry(f"gov-{gold['id'][:2]}")), (line["id"], gold)


def test_a_party_of_ucdp_has_ucdp_s_number_for_its_key():
    register = Register.load()
    for line, mention in MARKED:
        if mention["gold"] and "id" in mention["gold"]:
            entry = register.entry(mention["gold"]["id"])
            assert entry is None or entry.ucdp_id is None or entry.id.startswith("gov-") or entry.kind is Kind.STATE_FORCES, line["id"]


@pytest.mark.skipif(not ACTORS.exists(), reason="UCDP's actor table is third-party data and not here; set ASCRIBE_SHARED to its folder")
def test_every_number_is_an_armed_actor_of_ucdp():
    with gzip.open(ACTORS, "rt", encoding="utf-8-sig") as file:
        actors = {int(row["ActorId"]): row["Org"] for row in csv.DictReader(file)}
    for line, mention in MARKED:
        for gold in golds(mention):
            if gold and "ucdp" in gold:
                assert actors.get(gold["ucdp"]) in {"1", "2", "3"}, (line["id"], gold)  # 4 is a government


def test_the_document_counts_what_is_there():
    told = (DATA / "parties.md").read_text(encoding="utf-8")

    assert f"{len(MENTIONS)} mentions of parties in {len(EVERY)} short texts" in told
    for phenomenon in PHENOMENA:
        count = sum(mention["phenomenon"] == phenomenon for _, mention in MENTIONS)
        assert f"| `{phenomenon}` | {count} |" in told
    later = read_lines(DATA / "parties.more_a.jsonl")
    assert f"{sum(len(line['mentions']) for line in later)} mentions in {len(later)} texts" in told


# --- the scorer


@pytest.fixture(scope="module")
def register():
    entries = [
        Entry("river-front", "River Front", Kind.REBEL_GROUP, "ML", ucdp_id=9001, aliases=("RF", "Front du Fleuve")),
        Entry("hill-aid", "Hill Aid", Kind.NGO, aliases=("HA",)),
    ]
    return Register(entries, [Country("ML", "MLI", "Mali", gov_ucdp_id=72, government_id="gov-ml")])


def mention(gold, start=4, end=15, **more):
    return {"start": start, "end": end, "name": "River Front", "gold": gold, "kind": "rebel_group", "phenomenon": "name", **more}


def found(entry, ucdp_id=None, start=4, end=15, kind="rebel_group", canonical=None):
    return {"start": start, "end": end, "id": entry, "ucdp_id": ucdp_id, "canonical": canonical, "kind": kind}


@pytest.mark.parametrize(
    ("gold", "got", "right"),
    [
        ({"ucdp": 9001}, found("river-front", 9001), True),
        ({"ucdp": 9002}, found("river-front", 9001), False),
        ({"ucdp": 9001}, None, False),
        ({"ucdp": 9001}, found(None), False),
        ({"id": "gov-ml"}, found("gov-ml", 72), True),
        ({"id": "ml-police"}, found("ml-police"), True),
        ({"id": "ml-police"}, found("ml-forces"), False),
        ({"name": "The River-Front"}, found("river-front", 9001), True),
        ({"name": "Front du Fleuve"}, found("river-front", 9001), True),
        ({"name": "Lake Front"}, found("river-front", 9001), False),
        (None, None, True),
        (None, found(None), True),
        (None, found("river-front", 9001), False),
    ],
)
def test_an_answer_is_right_when_it_is_the_gold_one(register, gold, got, right):
    assert Judge(register).right(mention(gold), got) is right


def test_an_accepted_answer_is_right_too(register):
    either = mention({"ucdp": 9002}, accept=[{"id": "hill-aid"}, None])

    assert Judge(register).right(either, found("hill-aid"))
    assert Judge(register).right(either, None)
    assert not Judge(register).right(either, found("river-front", 9001))


def test_an_entry_counts_as_listed_when_the_register_has_it(register):
    listed = Judge(register).listed

    assert listed(mention({"ucdp": 9001})) and listed(mention({"id": "ml-police"})) and listed(mention({"name": "HA"}))
    assert not listed(mention({"ucdp": 9002})) and not listed(mention({"id": "td-police"})) and not listed(mention(None))


def test_the_exact_span_answers_before_a_longer_one():
    text = "The River Front fighters said so"
    whole, exact = found("hill-aid", start=0, end=24), found("river-front", 9001)

    assert answer(mention(None), [whole, exact], text) == exact
    assert answer(mention(None), [whole], text) == whole
    assert answer(mention(None), [found("hill-aid", start=16, end=24)], text) is None


def test_an_article_makes_no_difference_to_the_span():
    text = "The River Front fighters said so"
    bare, whole = found(None), found("river-front", 9001, start=0)

    assert answer(mention(None), [bare, whole], text) == whole


def test_figures_of_known_cases(register):
    lines = [
        {"id": "a", "text": "The River Front fled.", "mentions": [mention({"ucdp": 9001})]},
        {"id": "b", "text": "The River Front fled.", "mentions": [mention({"ucdp": 9002})]},
        {"id": "c", "text": "The River Front fled.", "mentions": [mention(None, phenomenon="none", kind=None)]},
        {"id": "d", "text": "The River Front fled.", "mentions": [mention({"ucdp": 9001}, phenomenon="anaphora")]},
        {"id": "e", "text": "Nothing is marked here."},
        {"id": "f", "text": "The River Front fled.", "mentions": [{"start": 4, "end": 15, "name": "River Front"}]},
    ]
    predictions = {"a": [found("river-front", 9001)], "b": [found("river-front", 9001)], "d": [found(None, kind="unknown")]}

    told = figures(judge(lines, predictions, register))

    assert told["right entry or rightly none"][2:] == (2, 4)
    assert told["  name"][2:] == (1, 2)
    assert told["  none"][2:] == (1, 1)
    assert told["  anaphora"][2:] == (0, 1)
    assert told["where the register has the entry"][2:] == (1, 2)
    assert told["precision of links"][2:] == (1, 2)
    assert told["recall of links"][2:] == (1, 3)
    assert told["kind, of mentions with a prediction"][2:] == (2, 3)
    assert told["right entry or rightly none"][1][0] <= 0.5 <= told["right entry or rightly none"][1][1]


def test_names_are_compared_without_case_accents_marks_and_article():
    assert normal("The Élan-Front") == normal("elan front") == normal("Elan Front.")


def test_lines_without_gold_are_read_all_the_same(tmp_path, capsys):
    data, out = tmp_path / "plain.jsonl", tmp_path / "out.json"
    data.write_text(json.dumps({"id": "x", "text": "Hamas said it fired rockets.", "published": "2014-07-10"}) + "\n", encoding="utf-8")

    main([str(data), "--predictions", str(out)])

    told = json.loads(out.read_text(encoding="utf-8"))
    assert any(party["id"] == "hamas" and party["ucdp_id"] == 209 for party in told["x"])
    assert {"start", "end", "id", "ucdp_id", "canonical", "kind"} <= set(told["x"][0])
    assert "none with gold" in capsys.readouterr().out


def test_the_misses_of_a_held_back_file_are_not_shown(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main([str(HALVES["unseen"]), "--predictions", str(tmp_path / "out.json"), "--misses"])

    assert "held back" in capsys.readouterr().err
    assert not (tmp_path / "out.json").exists()
