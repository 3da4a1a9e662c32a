from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.serve.draw.shapes import STANDINGS
from ascribe.serve.draw.timeline import MOST, Moment, bars, drawn, told


@pytest.mark.parametrize(
    ("days", "first", "number"),
    [
        (["2024-06-01", "2024-06-12"], "2024-06-01", 12),
        (["2024-01-15", "2024-12-30"], "2024-01-01", 12),
        (["1990-05-01", "2024-05-01"], "1990-01-01", 35),
        (["2024-06", "2024-07"], "2024-06-01", 2),
        (["0201-05-01", "2024-05-01"], "0200-01-01", 19),
        (["2024-06-09"], "2024-06-09", 1),
        (["not a day"], None, 0),
    ],
    ids=["days", "months", "years", "months as they come", "a date far off", "a single day", "nothing"],
)
def test_bars_are_of_days_months_or_years(days, first, number):
    found = bars([Moment(day, {"single": 1}) for day in days])
    assert len(found) == number
    assert (found[0].first.isoformat() if found else None) == first


def test_there_is_a_bar_where_nothing_was():
    found = bars([Moment("2024-06-01", {"single": 1}), Moment("2024-06-03", {"single": 2})])
    assert [bar.events for bar in found] == [1, 0, 2]


def test_what_is_told_together_is_marked_and_in_no_bar():
    (bar,) = bars([Moment("2024-06-01", {"single": 1}, together=2)])
    assert bar.events == 1
    assert told(bar) == "1 June 2024: 1 event, 1 a single source; 2 accounts told together, in no count"
    assert 'class="together"' in drawn([bar])


def test_a_bar_leads_to_its_days():
    spans = []
    drawn(bars([Moment("2024-01-15"), Moment("2024-12-01")]), lambda *span: spans.append(span) or "#")
    assert spans[1] == ("2024-02-01", "2024-02-29")


def test_bars_outside_the_chosen_days_are_pale():
    svg = drawn(bars([Moment("2024-06-01", {"single": 1}), Moment("2024-06-03", {"single": 2})]), None, ("2024-06-02", None))
    assert svg.count('class="bar out"') == 1


def test_the_last_years_of_the_calendar_end_it():
    assert bars([Moment("9999-12-31", {"none": 1}), Moment("9998-01-01")])[-1].last == date.max


moments = st.builds(Moment, st.dates().map(str), st.dictionaries(st.sampled_from(STANDINGS), st.integers(0, 10**6)), st.integers(0, 9))


@given(st.lists(moments, max_size=12))
def test_no_event_is_lost_and_bars_are_not_too_many(known):
    found = bars(known)
    assert sum(bar.events for bar in found) == sum(sum(each.standings.values()) for each in known)
    assert len(found) <= MOST + 1
    ElementTree.fromstring(drawn(found))
