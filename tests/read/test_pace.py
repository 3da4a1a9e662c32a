"""Pace: when the next request may go, reckoned without waiting."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.captures import Capture, Way
from ascribe.read.answers import NotFetched, Page, Unchanged, Validators, of_status
from ascribe.read.pace import Manners, Pace, answered, feed_due, may_go, started
from ascribe.read.reasons import Why

NOON = datetime(2025, 5, 15, 12, tzinfo=UTC)
MANNERS = Manners()
URL = "https://news.example/feed"
PAGE = Page(Capture(b"text", "page", Way.PAGE, NOON))
ANSWERS = [
    PAGE,
    Unchanged(URL, Validators()),
    of_status(URL, 404),
    of_status(URL, 429),
    of_status(URL, 503, 90.0),
    NotFetched(URL, Why.TIMEOUT, "x"),
    NotFetched(URL, Why.PRIVATE, "x"),
]


def wait(answer, pace: Pace | None = None, **known) -> float:
    """Seconds until the next request after this answer."""
    return (may_go(answered(pace or Pace(), answer, NOON, **({"chance": 0.0} | known)), NOON) - NOON).total_seconds()


def test_the_first_request_goes_at_once():
    assert may_go(Pace(), NOON) == NOON


def test_while_one_is_under_way_no_other_goes():
    under_way = started(Pace(), NOON)

    assert may_go(under_way, NOON) == NOON + MANNERS.given_up
    assert may_go(under_way, NOON + timedelta(minutes=20)) == NOON + timedelta(minutes=20)
    assert wait(PAGE, under_way) == 10


@pytest.mark.parametrize(
    ("answer", "seconds"),
    [
        (PAGE, 10),
        (Unchanged(URL, Validators()), 10),
        (of_status(URL, 404), 10),
        (NotFetched(URL, Why.MEDIA, "x"), 10),
        (of_status(URL, 503), 60),
        (NotFetched(URL, Why.TIMEOUT, "x"), 60),
        (of_status(URL, 429, 3600.0), 3600),
        (of_status(URL, 503, 1.0), 60),
        (of_status(URL, 403, 500.0), 500),
        (of_status(URL, 429, 1e12), 86400),
        (NotFetched(URL, Why.PRIVATE, "x"), 0),
        (NotFetched(URL, Why.PRIVATE, "x", heard=True), 10),
    ],
)
def test_the_pause_after_an_answer(answer, seconds):
    assert wait(answer) == seconds


def test_the_pause_of_robots_txt_is_kept():
    assert wait(PAGE, delay=30.0) == 30
    assert wait(PAGE, delay=1.0) == 10


def test_pauses_double_with_each_failure_up_to_a_day_and_end_with_a_page():
    pace, waits = Pace(), []
    for _ in range(13):
        pace = answered(pace, of_status(URL, 503), NOON, chance=0.0)
        waits.append((pace.not_before - NOON).total_seconds() / 60)

    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]
    assert wait(PAGE, pace) == 10 and answered(pace, PAGE, NOON, 0.5).failures == 0


def test_those_who_failed_together_do_not_come_back_together():
    assert [wait(of_status(URL, 503), chance=chance) for chance in (0.0, 0.5, 1.0)] == [60, 75, 90]


@pytest.mark.parametrize(
    ("last", "ttl", "hours"),
    [(None, None, 0), (0, None, 1), (0, 3, 3), (0, 0.1, 1), (-5, 3, 0), (48, None, 1)],
    ids=["never looked at", "says nothing", "says three hours", "says six minutes", "long ago", "the clock was set back"],
)
def test_a_feed_is_due_when_it_says_and_never_sooner_than_usual(last, ttl, hours):
    seen = None if last is None else NOON + timedelta(hours=last)

    assert feed_due(seen, NOON, None if ttl is None else timedelta(hours=ttl)) == NOON + timedelta(hours=hours)


def test_a_clock_that_was_wrong_does_not_stop_a_host_for_good():
    assert may_go(Pace(NOON + timedelta(days=3650)), NOON) == NOON + timedelta(days=2)
    assert may_go(Pace(underway=NOON + timedelta(days=3650)), NOON) == NOON + MANNERS.given_up


@given(st.lists(st.tuples(st.sampled_from(ANSWERS), st.floats(0, 1), st.integers(0, 10_000)), max_size=20))
def test_a_host_is_never_asked_without_its_pause_and_what_is_stored_is_what_was(steps):
    pace, now, before = Pace(), NOON, None
    for answer, chance, later in steps:
        now = max(now + timedelta(seconds=later), may_go(pace, now))
        assert before is None or now - before >= MANNERS.gap
        pace = answered(started(pace, now), answer, now, chance)
        before = None if isinstance(answer, NotFetched) and answer.refused else now
        assert Pace.restored(json.loads(json.dumps(pace.stored()))) == pace
