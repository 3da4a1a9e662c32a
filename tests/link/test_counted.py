"""Days that a text lets its reader count, where it does not state them."""

from __future__ import annotations

from datetime import date

import pytest

from ascribe.link.counted import about, ago, before_it, beside_it, ends, looked_back_to, of_those_days, on, week_before
from ascribe.model.text import Span
from ascribe.model.times import Basis, TimeInterval

REPORT = date(2019, 2, 28)


def time(words: str, start: str, end: str | None = None, basis: Basis = Basis.RELATIVE) -> TimeInterval:
    """A time as it was read."""
    return TimeInterval(date.fromisoformat(start), date.fromisoformat(end or start), basis, words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "first", "last", "expected"),
    [
        ("two weeks ago", "2019-02-11", "2019-02-17", ["2019-02-14", "2019-02-13"]),
        ("a year ago", "2018-01-01", "2018-12-31", ["2018-02-28", "2018-02-27"]),
        ("three months ago", "2018-11-01", "2018-11-30", ["2018-11-28", "2018-11-27"]),
        ("ten days ago", "2019-02-18", "2019-02-18", []),
        ("last week", "2019-02-18", "2019-02-24", []),
    ],
)
def test_so_long_ago_may_be_that_day_or_the_one_before(words, first, last, expected):
    assert [str(day) for day, _, _ in ago(time(words, first, last), REPORT)] == expected


@pytest.mark.parametrize(
    ("text", "word", "told", "expected"),
    [
        ("Three days after the raid on the mill, shells fell on Monday.", "raid", ["2019-02-25"], ["2019-02-22", "2019-02-25"]),
        ("A week after the raid, the toll rose.", "raid", [], ["2019-02-21"]),
        ("Where two days earlier thousands had marched, a mine went off.", "marched", ["2019-02-27"], ["2019-02-25", "2019-02-26"]),
        ("The raid came three days after the truce.", "raid", [], []),
    ],
    ids=["after, with a day told", "after, from publication", "earlier", "behind it stands another"],
)
def test_what_was_before_the_day_that_is_told(text, word, told, expected):
    at = text.lower().index(word)
    days = [date.fromisoformat(day) for day in told]
    found = before_it(text, Span(0, len(text)), Span(at, at + len(word)), days, REPORT)
    assert [str(day) for day, _, _ in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten years on, no stone marks the place.", ["2009-02-28"]),
        ("In 2014 the square was full.", ["2014-02-28"]),
        ("It was the third anniversary of the fire.", ["2016-02-28", "2018-02-28"]),
        ("Candles stood by the gate.", ["2018-02-28"]),
        ("Shells fell on the port.", []),
    ],
)
def test_the_years_that_a_text_looks_back_to(text, expected):
    assert [str(day) for day in looked_back_to(text, REPORT)] == expected


def test_a_leap_day_has_a_day_in_every_year():
    assert list(looked_back_to("A year on, the square is empty.", date(2020, 2, 29))) == [date(2019, 2, 28)]


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (time("on Tuesday", "2019-02-26"), ("2009-03-03", "2009-03-03")),
        (time("in May", "2018-05-01", "2018-05-31", Basis.STATED), ("2009-05-01", "2009-05-31")),
        (time("on 2 February", "2019-02-02", basis=Basis.STATED), ("2009-02-02", "2009-02-02")),
        (time("yesterday", "2019-02-27"), ("2009-02-27", "2009-02-27")),
        (time("in 2012", "2012-01-01", "2012-12-31", Basis.STATED), None),
        (time("last week", "2019-02-18", "2019-02-24"), None),
    ],
    ids=["weekday", "month", "day of the year", "day before", "its own year", "a week"],
)
def test_what_a_time_means_in_a_text_that_looks_back(read, expected):
    found = of_those_days(read, date(2009, 2, 28), REPORT)
    assert (found and tuple(str(day) for day in found[:2])) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ten years on, no stone marks the place.", ["counted"]),
        ("In 2009, ten years ago, the square was full.", ["counted"]),
        ("In 2014 the square was full.", ["named"]),
        ("It was the third anniversary of the fire of 2016.", ["anniversary", "last year"]),
        ("Candles stood by the gate.", ["remembered"]),
    ],
)
def test_how_the_years_are_named(text, expected):
    assert list(looked_back_to(text, REPORT).values()) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Little more than a week after the raid they came back.", ["2019-02-20", "2019-02-19", "2019-02-18"]),
        ("It is less than two weeks since the raid.", ["2019-02-15", "2019-02-16", "2019-02-17"]),
        ("A week after the raid they came back.", []),
    ],
    ids=["more than", "less than", "exact"],
)
def test_counts_that_are_not_exact_mean_the_days_beside(text, expected):
    assert [str(day) for day, _, _ in about(text, Span(0, len(text)), REPORT)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days later a raid followed.", [(2, "day", "later")]),
        ("The raid came a month earlier.", [(-1, "month", "earlier")]),
        ("The next morning came the raid.", [(1, "day", "next")]),
        ("The raid was on the eve of the vote.", [(-1, "day", "eve")]),
        ("The raid was on Monday.", []),
    ],
)
def test_what_is_counted_from_another_happening(text, expected):
    at = text.index("raid")
    assert list(beside_it(text, Span(0, len(text)), Span(at, at + 4))) == expected


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(3, "day", "2019-03-03"), (-1, "week", "2019-02-21"), (2, "month", "2019-04-28"), (-1, "decade", "2009-02-28")],
)
def test_so_much_later(count, unit, expected):
    assert str(on(REPORT, count, unit)) == expected


def test_counting_stops_at_the_ends_of_the_calendar():
    assert on(date.max, 1, "day") == date.max
    assert on(date.min, -1, "day") == date.min
    assert on(date.max, 1, "year").year == date.max.year


@pytest.mark.parametrize(
    ("read", "expected"),
    [
        (time("since Thursday", "2019-02-21", "2019-02-28"), ["2019-02-21"]),
        (time("from the 3rd to the 5th", "2019-02-03", "2019-02-05"), ["2019-02-03"]),
        (time("by Saturday", "2019-02-20", "2019-02-23"), ["2019-02-23"]),
        (time("last week", "2019-02-18", "2019-02-24"), []),
        (time("since Thursday", "2019-02-21"), []),
    ],
)
def test_a_stretch_has_a_day_at_its_end(read, expected):
    assert [str(day) for day, _, _ in ends(read)] == expected


@pytest.mark.parametrize(
    ("read", "behind", "expected"),
    [
        (time("Thursday", "2019-02-28"), None, ["2019-02-21"]),
        (time("Wednesday", "2019-02-27"), date(2019, 2, 25), ["2019-02-20"]),
        (time("Wednesday", "2019-02-27"), date(2019, 2, 28), []),
        (time("last Tuesday", "2019-02-26"), None, ["2019-02-19"]),
        (time("on 27 February", "2019-02-27"), date(2019, 2, 25), []),
    ],
    ids=["the day of publication", "an earlier day is told next", "a later one is", "last", "no weekday"],
)
def test_a_weekday_may_be_that_of_the_week_before(read, behind, expected):
    assert [str(day) for day, _, _ in week_before(read, REPORT, behind)] == expected
