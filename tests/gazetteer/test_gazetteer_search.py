"""Searching the gazetteer: scores with their reasons, and known spellings near an unknown one."""

from __future__ import annotations

import time

import pytest

from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.gazetteer.layerinstall import install
from ascribe.gazetteer.search import point_of, search, suggested
from ascribe.gazetteer.suggest import spellings

from .worlds import arland, built, line, table


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


def first(found):
    return found[0].entry


def test_the_likeliest_comes_first_with_its_reasons(world):
    best, second = search(world, "quetta")[:2]

    assert best.score > second.score
    assert best.reasons[:2] == ("its name", "a town or village")
    assert best.reasons[2].endswith(" people")
    assert second.reasons[0] == "a short form of its name"


def test_a_country_and_a_near_place_change_the_order(world):
    assert first(search(world, "Hyderabad")).country == "IN"
    assert first(search(world, "Hyderabad", country="PK")).country == "PK"
    assert first(search(world, "Tripoli")).country == "LY"

    beirut = point_of(world, "Beirut")
    best = search(world, "Tripoli", near=beirut)[0]
    assert (best.entry.country, best.reasons[-1]) == ("LB", "68 km away")


@pytest.mark.parametrize(
    ("text", "point"), [("34.5, 43.5", (34.5, 43.5)), ("91,0", None), ("nan,0", None), ("Xqzzyt", None), ("x,y", None)]
)
def test_points(world, text, point):
    assert point_of(world, text) == point


def test_what_nobody_lists_is_not_found(world):
    assert search(world, "Xqzzyt") == suggested(world, "Xqzzyt") == search(world, "") == suggested(world, "") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Mosool", "Mosul"),
        ("Quetaa", "Quetta"),
        ("Bakmut", "Bakhmut"),
        ("Jalallabad", "Jalālābād"),
        ("Lashkargha", "Lashkar Gah"),
        ("Mazaresharif", "Mazar-i-Sharif"),
        ("Port-au-Prins", "Port-au-Prince"),
        ("Port Sudn", "Port Sudan"),
    ],
)
def test_did_you_mean(world, written, meant):
    assert not search(world, written)
    assert meant in [one.entry.name.removesuffix(" District") for one in suggested(world, written)[:4]]


def test_suggestions_are_quick(world):
    begun = time.perf_counter()
    suggested(world, "Portt-au-Prinsees")

    assert time.perf_counter() - begun < 5


def test_a_suggestion_says_how_it_differs(world):
    one = suggested(world, "Bakmut")[0]

    assert (one.spelling, one.reasons[0]) == ("bakhmut", "spelt “bakhmut”: written another way")


def test_spellings_are_tried_once_and_near_ones_first():
    tried = []

    def known(key):
        tried.append(key)
        return key in {"dun", "donn"}

    assert [(s.key, s.distance) for s in spellings("don", known)] == [("dun", 1.0), ("donn", 1.0)]
    assert len(tried) == len(set(tried))
    assert list(spellings("ab", known)) == list(spellings("x" * 100, known)) == []


def test_names_of_every_layer_and_kind_are_told(tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir()
    path = built(cache, arland(tmp_path / "data"))
    names = table(tmp_path / "alternateNames.txt", "1\t101\ten\tFormerly\t\t\t\t1\n", "2\t101\ten\tDun\t\t1\t\t\n")
    install([table(tmp_path / "AA.txt", line(101, "Dunwad", code="S.AIRP")), names], cache)
    world = Gazetteer(path)

    assert search(world, "Formerly")[0].reasons == ("its name in former times", "a site")
    assert search(world, "Dun")[0].reasons[0] == "a short form of its name"
    assert first(suggested(world, "Dunvad")).layer == "AA"
