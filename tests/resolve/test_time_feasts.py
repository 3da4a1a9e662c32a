"""Feasts, days of other calendars, and the country that a text is about."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.knowledge.times import grammar
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.resolve.register import Register
from ascribe.resolve.times import other_calendars as other
from ascribe.resolve.times.feasts import FEASTS
from ascribe.resolve.times.times import Times, find_times
from ascribe.resolve.times.where import Atlas, Where

FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def read(text, published="2019-02-28", **more):
    return [(str(seen.start), str(seen.end)) for seen in find_times(text, date.fromisoformat(published), **more)]


@pytest.mark.parametrize(
    ("found", "day"),
    [
        (other.easter(2019), "2019-04-21"),
        (other.easter(1954), "1954-04-18"),
        (other.orthodox_easter(2019), "2019-04-28"),
        (other.orthodox_easter(2017), "2017-04-16"),
        (other.passover(2019), "2019-04-20"),
        (other.rosh_hashanah(2019), "2019-09-30"),
        (other.hanukkah(2023), "2023-12-08"),
        (other.hanukkah(2024), "2024-12-26"),
        (other.solar_hijri(1357, 11, 22), "1979-02-11"),
        (other.solar_hijri(1399, 12, 30), "2021-03-20"),
        (other.solar_hijri(1403, 12, 30), "2025-03-20"),
        (other.hijri(1445, 9, 15), "2024-03-25"),
    ],
)
def test_days_of_other_calendars(found, day):
    assert found == date.fromisoformat(day)


@given(st.integers(1900, 2199))
def test_feasts_keep_to_their_days_of_the_week_and_their_season(year):
    assert other.easter(year).weekday() == other.orthodox_easter(year).weekday() == SUNDAY
    assert date(year, 3, 22) <= other.easter(year) <= date(year, 4, 25)
    assert other.rosh_hashanah(year).weekday() not in (2, FRIDAY, SUNDAY)  # the new year is put off from these
    assert other.rosh_hashanah(year + 1) - other.rosh_hashanah(year) in [timedelta(days) for days in (353, 354, 355, 383, 384, 385)]


@given(st.integers(1281, 1498), st.integers(1, 12))
def test_months_of_the_solar_calendar_follow_one_another(year, month):
    following = other.solar_hijri(year + month // 12, month % 12 + 1, 1)
    assert (following - other.solar_hijri(year, month, 1)).days == other.solar_month_length(year, month)
    assert other.solar_hijri(year, 1, 1).day in (20, 21, 22)


@given(st.integers(1344, 1499), st.integers(1, 12))
def test_months_of_the_hijri_calendar_follow_one_another(year, month):
    following = other.hijri(year + month // 12, month % 12 + 1, 1)
    assert (following - other.hijri(year, month, 1)).days == other.hijri_month_length(year, month)


@pytest.mark.parametrize("text", ["on 31 Bahman 1397", "on 30 Esfand 1398", "on 15 Ramadan 1299 AH", "on 12 Bahman 2500"])
def test_a_day_that_its_calendar_does_not_have_is_not_read_as_one(text):
    assert all(start == end == "None" or start[:4] != "2019" for start, end in read(f"He was taken {text}."))


@pytest.mark.parametrize("name", ["southern", "orthodox"])
def test_countries_have_codes(name):
    assert all(len(code) == 2 and code.isupper() for code in getattr(grammar().names, name))


def test_every_feast_is_read_with_its_year_and_without():
    seen = {}
    for shapes in grammar().names.shapes.values():
        for shape in shapes.rows:
            name = shape.rule.args["name"]
            if name.feast is not None:
                seen[name.feast["names"][0]] = name.feast
    assert len(seen) > 50
    for feast in seen.values():
        assert feast["calendar"] in {
            "civil", "hijri", "solar", "easter", "western", "orthodox", "passover", "new_year", "hanukkah", "nth_weekday", "table", "country", "one_of", "quds",
        }  # fmt: skip


def test_all_readers_are_known():
    assert set(FEASTS) == {"feast", "other_day", "other_month", "other_year"}


PLACES = {
    "In Cape Town a man was shot over the summer.": ("2018-12-01", "2019-02-28"),
    "In Kandahar a man was shot over the summer.": ("2018-06-01", "2018-08-31"),
    "A man was shot over the summer.": ("2018-06-01", "2018-08-31"),
    "Chilean police shot a man over the summer.": ("2018-12-01", "2019-02-28"),
    "The fall of Mosul": None,
}


@pytest.mark.parametrize(("text", "days"), PLACES.items(), ids=PLACES.keys())
def test_seasons_are_those_of_the_country(text, days):
    assert read(text) == ([] if days is None else [days])


def test_the_publishers_country_counts_where_the_text_names_none():
    assert read("A man was shot over the summer.", country="AU") == [("2018-12-01", "2019-02-28")]
    assert read("In Kabul a man was shot over the summer.", country="AU") == [("2018-06-01", "2018-08-31")]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Police in Lagos, Nigeria, met Ghanaian officers.", ("NG", "GH")),
        ("A US envoy flew to Kyiv.", ("UA", "US")),
        ("Give it to us.", ()),
        ("", ()),
    ],
)
def test_what_a_text_is_about(text, countries):
    assert Where(text, atlas=Atlas(gazetteer=Gazetteer())).countries() == countries


def test_easter_is_that_of_the_church():
    assert read("In Lviv, Ukraine, a man was shot on Easter Sunday.", "2019-06-01") == [("2019-04-28", "2019-04-28")]
    assert read("In Minya a Coptic priest was shot on Easter Sunday.", "2019-06-01") == [("2019-04-28", "2019-04-28")]
    assert read("In Colombo a man was shot on Easter Sunday.", "2019-06-01") == [("2019-04-21", "2019-04-21")]


def test_a_national_day_without_a_country_is_not_read():
    assert read("A man was shot on Independence Day.") == []


@pytest.mark.parametrize(
    "text", ["Easter Island is far.", "Ramadan Shallah spoke.", "Talks in the new year failed.", "The Easter Rising", "He met Tariq Ramadan.", "The Asad regime fell."]
)  # fmt: skip
def test_names_are_no_feasts(text):
    assert read(text) == []


def test_the_hijri_calendar_is_loaded_only_when_a_text_asks():
    told = "import sys; from datetime import date; from ascribe.resolve.times.times import Times, find_times; find_times('on Monday', date(2020, 1, 1)); print('hijridate' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_a_publisher_s_country_decides_where_the_text_names_none():
    text = "Shops burned in the summer of 2014."
    at_home = {
        paper: Times(Register.load())(Reading(Document.of(text, publisher=paper, published="2019-02-28"))).times[0].start
        for paper in ("Daily Maverick", "The Times")
    }

    assert at_home["The Times"] == date(2014, 6, 1)
    assert at_home["Daily Maverick"].month == 12
