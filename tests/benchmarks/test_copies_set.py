"""Figures on copies are counted as they are said to be."""

from __future__ import annotations

import json
from datetime import date

import pytest

from ascribe.link.copies import Copying
from benchmarks.copies import found, invented, report, report_texts, wanted
from corpus.confusables import Article, Group, Sort
from tests.link.wires import OTHER, WIRE, sentences


def article(name, text, copy_of=None):
    sort = Sort.REPRINT if copy_of else Sort.REPORT
    return Article(name, sort, copy_of, "The River Post", date(2024, 3, 5), "", text, ())


CUT = "\n\n".join(WIRE.split("\n\n")[:3])
GROUP = Group("g", "", "", (), (article("d1", WIRE), article("d2", OTHER), article("d3", CUT, "d1"), article("d4", CUT, "d3")))
ELSEWHERE = Group("h", "", "", (), (article("d1", "The ferry was late again on Monday, passengers said."),))


def test_a_reprint_is_a_copy_of_its_original_and_of_other_reprints():
    assert wanted([GROUP, ELSEWHERE]) == {("g d1", "g d3"), ("g d1", "g d4"), ("g d3", "g d4")}


def test_every_pair_of_a_group_is_compared_and_only_what_the_keys_put_forward_is_found():
    result = found([GROUP, ELSEWHERE], sample=0)

    assert len(result.said) == 6
    assert result.copies() == wanted([GROUP]) == result.forward
    assert result.said["g d1", "g d2"].copying is Copying.INDEPENDENT


def test_pairs_across_groups_are_drawn_the_same_each_time():
    assert found([GROUP, ELSEWHERE], sample=20).said == found([GROUP, ELSEWHERE], sample=20).said
    assert any(pair[0][0] != pair[1][0] for pair in found([GROUP, ELSEWHERE], sample=20).said)


def test_the_report_tells_what_was_found(capsys):
    report([GROUP, ELSEWHERE], wrong=True)

    told = capsys.readouterr().out
    assert "2 groups, 5 documents, 3 pairs of copies" in told
    assert "recall 3/3, false copies 0 of" in told
    assert "missed" not in told


def test_invented_documents_are_the_same_each_time_and_one_in_five_is_a_reprint():
    made = list(invented(100, sentences(WIRE)))

    assert made == list(invented(100, sentences(WIRE)))
    assert 10 < sum(original != f"{number:07}" for number, (_, original) in enumerate(made)) < 30


@pytest.mark.parametrize(("apart", "told"), [(None, "1 copy, 0 partly"), ("day", "of two values of day: 1 copy")], ids=["alone", "apart"])
def test_third_party_texts_are_counted(tmp_path, capsys, apart, told):
    data = tmp_path / "data.jsonl"
    data.write_text(
        "\n".join(json.dumps({"docid": name, "day": name, "text": text}) for name, text in (("a", WIRE), ("b", CUT), ("c", OTHER)))
    )

    report_texts(data, apart)

    assert told in capsys.readouterr().out
