"""The scorers of places count small cases whose figures are known."""

from __future__ import annotations

import pytest

from ascribe.model.text import Span
from benchmarks.event_location import Item, nowhere, spans, wholly
from benchmarks.lines import half_of, read_lines
from benchmarks.toponyms import NOWHERE_KM, accuracy, kilometres, outcomes, recognition
from benchmarks.toponyms import spans as found_spans

GOLD = {
    "docid": "d1",
    "text": "Gao and Kidal and Menaka",
    "toponyms": [
        {"start": 0, "end": 3, "name": "Gao", "latitude": 16.0, "longitude": 0.0, "country": "Mali"},
        {"start": 8, "end": 13, "name": "Kidal", "latitude": 18.0, "longitude": 1.0, "country": "Mali"},
        {"start": 18, "end": 24, "name": "Menaka", "latitude": None, "longitude": None, "country": None},
    ],
}


def found(start, end, latitude, longitude):
    point = [] if latitude is None else [[latitude, longitude]]
    return {"start": start, "end": end, "latitude": latitude, "longitude": longitude, "country": "ML", "candidates": point}


def test_a_degree_of_latitude_is_111_kilometres():
    assert kilometres((0.0, 0.0), (1.0, 0.0)) == pytest.approx(111.19, abs=0.01)


def test_no_answer_counts_as_wrong_and_names_without_coordinates_not_at_all():
    counted = outcomes(GOLD, [found(0, 3, 16.1, 0.0), found(18, 24, 1.0, 1.0)], {"ML": "Mali"})

    assert [round(outcome.kilometres) for outcome in counted] == [11, NOWHERE_KM]
    assert accuracy([counted]) == 0.5


def test_the_exact_span_is_taken_before_one_that_overlaps():
    counted = outcomes(GOLD, [found(0, 7, 50.0, 50.0), found(0, 3, 16.0, 0.0)], {})

    assert counted[0].kilometres == 0


def test_spans_count_by_overlap_and_exactly():
    counted = found_spans(GOLD, [found(0, 3, None, None), found(7, 13, None, None), found(30, 33, None, None)])

    assert recognition([counted], overlap=False)[:2] == (pytest.approx(1 / 3), pytest.approx(1 / 3))
    assert recognition([counted], overlap=True)[:2] == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_places_of_verbs():
    right = Item("a", (Span(0, 3),), (Span(1, 3),), checked=False)
    none = Item("b", (), (), checked=False)
    wrong = Item("c", (Span(0, 3),), (Span(5, 8), Span(9, 12)), checked=True)

    precision, recall, _ = spans([right, none, wrong])
    assert (precision, recall) == (pytest.approx(1 / 3), 0.5)
    assert spans([right], exact=True)[2] == 0
    assert wholly([right, none, wrong]) == pytest.approx(2 / 3)
    assert nowhere([right, none, wrong]) == 1


def test_a_key_is_always_in_the_same_half():
    assert half_of("lgl-40450848") == half_of("lgl-40450848")
    assert {half_of(str(number)) for number in range(20)} == {"tune", "unseen"}


def test_a_broken_line_is_named(tmp_path):
    file = tmp_path / "data.jsonl"
    file.write_text('{"a": 1}\n{"a": \n', encoding="utf-8")

    with pytest.raises(SystemExit, match="line 2"):
        read_lines(file)
