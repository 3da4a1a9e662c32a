"""What the benchmarks' adapters make of coded texts: labels of snippets, relevance, arguments, templates."""

from __future__ import annotations

import json

import pytest

from benchmarks import arguments, cases, relevance
from benchmarks.muc4 import __main__ as muc4
from benchmarks.muc4 import templates


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A suicide bomber blew himself up at a checkpoint in Kano on Monday, killing four soldiers.", "SUIC_BOMB"),
        ("Soldiers and rebels exchanged fire near Beni on Tuesday; six rebels and a soldier died.", "ARMED_CLASH"),
        ("Police arrested eleven members of the group in raids in Nairobi on Friday.", "ARREST"),
        ("Gunmen kidnapped two nurses from a clinic near Zaria on Sunday.", "ABDUCT_DISSAP"),
        ("Government jets bombed a market in Idlib on Thursday, killing nine people.", "AIR_STRIKE"),
        ("Thousands marched peacefully in Khartoum on Saturday to demand civilian rule.", "PEACE_PROTEST"),
        ("Al-Shabaab claimed responsibility for the bombing of the hotel.", "ATTRIB"),
        ("A flood swept away houses in Sylhet; 30 people drowned.", "NATURAL_DISASTER"),
    ],
)
def test_a_snippet_has_the_label_of_its_kind(text, label):
    assert cases.predict([{"id": "a", "text": text}]) == {"a": label}


def test_relevance_tells_one_happening_from_a_sum_and_from_none():
    answers = relevance.predict(
        [
            {"id": "one", "text": "Gunmen killed six farmers in a village near Jos, Plateau state, on Monday night."},
            {"id": "sum", "text": "At least 71 attacks on villages were recorded in the district last year, the council said."},
            {"id": "none", "text": "The striker fired two shots at the goalkeeper as the home side attacked before half-time."},
        ]
    )

    assert answers["one"]["relevant"]
    assert not answers["one"]["aggregate"]
    assert answers["sum"]["aggregate"]
    assert not answers["sum"]["relevant"]
    assert not answers["none"]["relevant"]
    assert not answers["none"]["aggregate"]


def test_arguments_are_spans_of_the_text():
    text = "Gunmen killed a priest with a machete in Jolo on Sunday."
    (event,) = arguments.predict([{"docid": "a", "text": text}])["a"]

    assert {role: [text[start:end] for start, end in spans] for role, spans in event.items() if spans} == {
        "Attacker": ["Gunmen"],
        "Victim": ["priest"],
        "Place": ["Jolo"],
        "Instrument": ["machete"],
    }


def test_by_the_rules_a_fight_between_armed_men_is_no_incident_of_muc4_and_an_attack_on_others_is():
    fight = "GUERRILLAS AND SOLDIERS CLASHED NEAR SARAVENA, COLOMBIA, ON MONDAY. SIX GUERRILLAS AND ONE SOLDIER WERE KILLED IN THE CLASH."
    attack = (
        "GUERRILLAS OF THE ELN BLEW UP AN OIL PIPELINE NEAR SARAVENA, COLOMBIA, ON MONDAY. NOBODY WAS HURT, THE STATE OIL COMPANY SAID."
    )
    made = templates.predict([{"docid": "fight", "text": fight}, {"docid": "attack", "text": attack}], "fast")

    assert made["fight"] == []
    assert [template["incident_type"] for template in made["attack"]] in (["bombing"], ["attack"])


def test_predictions_that_were_written_can_be_scored_alone(tmp_path, monkeypatch, capsys):
    data = tmp_path / "data.jsonl"
    data.write_text(json.dumps({"docid": "a", "text": "GUERRILLAS BLEW UP A BRIDGE NEAR SARAVENA.", "body_start": 0, "templates": []}))
    out = tmp_path / "out.json"
    printed = []
    for arguments_given in (["--predictions", str(out)], ["--score", str(out)]):
        monkeypatch.setattr("sys.argv", ["muc4", str(data), *arguments_given])
        muc4.main()
        printed.append(capsys.readouterr().out)

    assert printed[0] == printed[1]
    assert "relevance" in printed[0]


def test_predictions_that_are_none_are_named(tmp_path, monkeypatch):
    data, bad = tmp_path / "data.jsonl", tmp_path / "bad.json"
    data.write_text('{"docid": "a", "text": "x", "templates": []}')
    bad.write_text("[1]")
    monkeypatch.setattr("sys.argv", ["muc4", str(data), "--score", str(bad)])

    with pytest.raises(SystemExit, match=r"bad\.json"):
        muc4.main()
