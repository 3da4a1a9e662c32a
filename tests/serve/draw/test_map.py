from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.claims import EventType
from ascribe.serve.draw.land import Outline, background, outline
from ascribe.serve.draw.map import drawn, sized, told
from ascribe.serve.draw.projection import View
from ascribe.serve.draw.shapes import SEVERAL, SHAPES, STANDINGS, shape_of
from ascribe.serve.draw.spots import Spot, compact, together

TOWN = Spot("Maiduguri", "town", 11.85, 13.16, {"single": 2, "corroborated": 1}, {"ASSAULT": 3})
STATE = Spot("Borno", "admin1", 11.5, 13.0, {"party_only": 4}, {"ASSAULT": 3, "COERCE": 1}, together=1)


def texts(svg: str) -> list[str]:
    return [each.text or "" for each in ElementTree.fromstring(svg).iter("text")]


def test_every_type_has_a_shape():
    assert {code for shape in SHAPES for code in shape.types} == {each.value for each in EventType}


@pytest.mark.parametrize(
    ("types", "name"),
    [(["ASSAULT"], "diamond"), (["COERCE", "SANCTION"], "square"), (["ASSAULT", "PROTEST"], SEVERAL.name), ([], SEVERAL.name)],
    ids=["one type", "two of a kind", "two kinds", "none"],
)
def test_a_shape_says_the_kind(types, name):
    assert shape_of(types).name == name


def test_a_town_is_a_point_and_a_state_an_area():
    svg = drawn([TOWN, STATE], None)
    assert svg.count('class="disc"') == 1
    assert svg.count('class="shape"') == 1


def test_what_is_told_together_is_a_badge_and_in_no_count():
    svg = drawn([STATE], None)
    assert svg.count('class="together"') == 1
    assert sorted(texts(svg)) == ["1", "4"]
    assert STATE.events == 4


def test_points_that_would_lie_on_one_another_are_one_mark():
    near = Spot("Jere", "town", 11.86, 13.17, {"single": 1}, {"PROTEST": 1})
    far = Spot("Lagos", "town", 6.45, 3.39, {"single": 1}, {"PROTEST": 1})
    svg = drawn([TOWN, near, far], None)
    assert svg.count('class="shape"') == 2
    assert "2 places" in svg


def test_a_mark_leads_to_its_place_and_several_places_to_their_box():
    near = Spot("Jere", "town", 11.86, 13.17, {"single": 1}, {"PROTEST": 1})
    far = Spot("Lagos", "town", 6.45, 3.39, {"single": 1}, {"PROTEST": 1})
    targets = []
    drawn([TOWN, near, far], None, leading=lambda target: targets.append(target) or "#")
    assert far in targets
    (box,) = [each for each in targets if isinstance(each, tuple)]
    assert box[0] < 13.16 < 13.17 < box[2]


def test_names_stay_words():
    svg = drawn([Spot("<script>x</script>\u202e", "town", 1, 1, {"single": 1}, {"AID": 1})], None, leading=lambda target: '"><script>')
    assert "<script" not in svg
    assert "\u202e" not in svg
    ElementTree.fromstring(svg)


def test_the_colour_is_that_of_most_and_of_the_less_borne_out_where_they_are_even():
    assert TOWN.standing == "single"
    assert Spot("x", "town", 0, 0, {"corroborated": 2, "party_only": 2}).standing == "party_only"


def test_a_spot_is_told_in_words():
    assert told(STATE) == "Borno (admin1): 4 events, 4 party only; somewhere in this area; 1 account told together, in no count"


def test_marks_grow_and_not_without_end():
    assert sized(1) < sized(10) < sized(100) <= sized(10**9)


def test_several_spots_together_keep_every_event():
    both = together([TOWN, STATE])
    assert both.events == TOWN.events + STATE.events
    assert both.together == 1


def test_without_an_outline_there_are_lines_of_latitude():
    assert 'class="grid"' in drawn([TOWN], None)


def test_an_outline_that_cannot_be_read_is_none(tmp_path):
    assert outline(tmp_path / "no.json") is None
    (tmp_path / "bad.json").write_text("{}")
    assert outline(tmp_path / "bad.json") is None


def test_land_outside_the_view_is_not_drawn():
    ring = ((0.0, 0.0), (1.0, 0.0), (1.0, 1.0))
    far = ((100.0, 40.0), (101.0, 40.0), (101.0, 41.0))
    known = Outline((((0, 0, 1, 1), ring), ((100, 40, 101, 41), far)), (), (((0, 0, 1, 1), ring),))
    svg = background(View.around([(0.5, 0.5)], 400, 300), known)
    assert svg.count("M") == 2
    assert 'class="border disputed"' in svg


def test_the_browser_gets_the_same_numbers():
    (row,) = compact([STATE])
    assert row == ["Borno", "admin1", STATE.reach, 13.0, 11.5, [0, 4, 0, 0, 0], "several", 1]
    assert len(row[5]) == len(STANDINGS)


degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(degrees, max_size=8))
def test_a_view_shows_what_it_is_made_around(points):
    view = View.around(points, 900, 500)
    for longitude, latitude in points:
        x, y = view.at(longitude, latitude)
        assert -1 <= x <= 901
        assert -1 <= y <= 501


@given(st.lists(st.builds(Spot, st.text(max_size=9), st.sampled_from(["town", "admin1", "country"]), st.floats(-90, 90), st.floats(-180, 180), st.dictionaries(st.sampled_from(STANDINGS), st.integers(1, 10**6)), st.just({"ASSAULT": 1}), st.integers(0, 3)), max_size=5))  # fmt: skip
def test_every_map_is_well_formed(spots):
    svg = drawn([spot for spot in spots if spot.name.isprintable()], None)
    ElementTree.fromstring(svg)
    assert not re.search(r"\bnan\b|\binf\b", svg)
