"""Values check themselves when they are made."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.claims import Count
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.text import Document, Span
from ascribe.model.times import Basis, Precision, TimeInterval

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@given(DAYS, st.integers(0, 5000))
def test_precision_names_the_length(start, length):
    interval = TimeInterval(start, start + timedelta(days=length), Basis.STATED)
    days = length + 1
    expected = next(
        name
        for most, name in (
            (1, Precision.DAY), (6, Precision.DAYS), (7, Precision.WEEK), (31, Precision.MONTH), (92, Precision.QUARTER), (366, Precision.YEAR),
            (10**9, Precision.YEARS),
        )
        if days <= most
    )  # fmt: skip

    assert interval.days == days
    assert interval.precision is expected


@given(DAYS, DAYS)
def test_an_interval_never_ends_before_it_starts(start, end):
    if end < start:
        with pytest.raises(ValueError, match="ends before it starts"):
            TimeInterval(start, end, Basis.STATED)
    else:
        assert TimeInterval(start, end, Basis.STATED).start == start


@given(st.lists(DAYS, min_size=4, max_size=4))
def test_overlap_is_mutual(days):
    first = TimeInterval(*sorted(days[:2]), Basis.STATED)
    second = TimeInterval(*sorted(days[2:]), Basis.STATED)

    assert first.overlaps(second) == second.overlaps(first)
    assert first.overlaps(second) == (max(first.start, second.start) <= min(first.end, second.end))


def test_an_open_interval_reaches_for_ever():
    open_interval = TimeInterval(None, date(2024, 6, 1), Basis.PUBLICATION)

    assert open_interval.precision is Precision.OPEN
    assert open_interval.overlaps(TimeInterval(date(1990, 1, 1), date(1990, 1, 2), Basis.STATED))
    assert not open_interval.overlaps(TimeInterval(date(2024, 6, 2), date(2024, 6, 2), Basis.STATED))


@given(st.lists(st.one_of(st.none(), st.integers(0, 10**6)), min_size=3, max_size=3))
def test_low_best_high_are_in_order(figures):
    known = [n for n in figures if n is not None]
    if known == sorted(known):
        assert Count(*figures, "x", 0, 1).figures == tuple(figures)
    else:
        with pytest.raises(ValueError, match="out of order"):
            Count(*figures, "x", 0, 1)


@given(st.text(min_size=1), st.data())
def test_a_quote_is_the_text_at_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    quote = Document.of(text).quote(start, end)

    assert text[quote.start : quote.end] == quote.exact
    assert text[: quote.start].endswith(quote.prefix)
    assert text[quote.end :].startswith(quote.suffix)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 2), (3, 2), (0, 99)])
def test_no_quote_outside_the_text(start, end):
    with pytest.raises(ValueError, match="no stretch"):
        Document.of("abc").quote(start, end)


def test_a_span_is_no_longer_than_the_text_allows():
    with pytest.raises(ValueError, match="no stretch"):
        Span(3, 2)


def test_half_a_coordinate_is_refused():
    with pytest.raises(ValueError, match="half a coordinate"):
        Place("X", 0, 1, Level.TOWN, latitude=1.0)


def party(name: str, **known: object) -> Party:
    return Party(name, 0, len(name), **known)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (party("BLA", id="bla"), party("the group", id="bla"), True),
        (party("wing", id="w", parent="bla"), party("BLA", id="bla"), True),
        (party("army", kind=Kind.STATE_FORCES, country="PK"), party("Islamabad", kind=Kind.GOVERNMENT, country="PK"), True),
        (party("army", kind=Kind.STATE_FORCES, country="PK"), party("army", kind=Kind.STATE_FORCES, country="IN", id="in"), False),
        (party("residents", kind=Kind.CIVILIANS, country="PK"), party("Islamabad", kind=Kind.GOVERNMENT, country="PK"), False),
        (party("BLA", id="bla"), party("BLF", id="blf"), False),
    ],
    ids=["one id", "a wing", "a state and its army", "two armies", "a state and its people", "two groups"],
)
def test_same_side(left, right, expected):
    assert left.same_side(right) is expected
    assert right.same_side(left) is expected
