"""robots.txt: whom a rule is for, which rule decides, and what a host that says nothing means."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.model.captures import Capture, Way
from ascribe.read.answers import NotFetched, Page, of_status
from ascribe.read.reasons import Why
from ascribe.read.robots import EVERYTHING, MAX_DELAY, MAX_ROBOTS, NOTHING, Robots, may_fetch, read_robots, robots_of

HOST = "https://news.example"


def may(robots: str, path: str) -> bool:
    return may_fetch(read_robots(robots.encode()), HOST + path)


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("", "/a", True),
        ("Disallow: /", "/a", False),
        ("Disallow:", "/a", True),
        ("Disallow: /a", "/a/b", False),
        ("Disallow: /a", "/b", True),
        ("Disallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("Allow: /a\nDisallow: /a", "/a", True),
        ("Disallow: /*.pdf$", "/a/b.pdf", False),
        ("Disallow: /*.pdf$", "/a/b.pdf?x", True),
        ("Disallow: /a$", "/a", False),
        ("Disallow: /a$", "/ab", True),
        ("Disallow: /*/private/*/x", "/a/private/b/x", False),
        ("Disallow: /*?", "/a?b=c", False),
        ("Disallow: *", "/a", False),
        ("Disallow: /ü", "/%c3%bc", False),
        ("Disallow: /%7ename", "/~name", False),
        ("Disallow: /a%2fb", "/a/b", True),
        ("DISALLOW : /a # why", "/a", False),
        ("disallow /a\nno rule\n: /a", "/a", True),
    ],
)
def test_the_longest_rule_decides(rules, path, expected):
    assert may(f"User-agent: *\n{rules}\n", path) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("User-agent: *\nDisallow: /\n\nUser-agent: ascribe\nDisallow: /b", True),
        ("User-agent: *\nDisallow:\n\nUser-agent: Ascribe/2\nDisallow: /a", False),
        ("User-agent: other\nUser-agent: ascribe\nDisallow: /a", False),
        ("User-agent: other\nDisallow: /a", True),
        ("User-agent: ascribe\nDisallow: /b\nUser-agent: other\nDisallow: /\nUser-agent: ascribe\nDisallow: /a", False),
        ("Disallow: /a", True),
        ("User-agent: ascribe\n\nDisallow: /a", False),
        ("User-agent: other\nDisallow:\nUser-agent: ascribe\nAllow: /", True),
        ("\ufeffUser-agent: *\rDisallow: /a\r", False),
    ],
)
def test_a_group_that_names_us_goes_before_the_one_for_everybody(text, expected):
    assert may(text, "/a") is expected


@pytest.mark.parametrize(
    ("said", "delay"), [("5", 5.0), ("0.5", 0.5), ("99999", MAX_DELAY), ("inf", None), ("nan", None), ("-1", None), ("soon", None)]
)
def test_the_pause_that_is_asked_for_is_kept_up_to_a_limit(said, delay):
    assert read_robots(f"User-agent: *\nCrawl-delay: {said}".encode()).delay == delay


def page(data: bytes) -> Page:
    return Page(Capture(data, "robots.txt", Way.PAGE, datetime(2025, 5, 15, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (page(b"User-agent: *\nDisallow: /"), NOTHING),
        (page(b"<html>Not found</html>"), EVERYTHING),
        (NotFetched(HOST, Why.EMPTY, "is empty"), EVERYTHING),
        (of_status(HOST, 404), EVERYTHING),
        (of_status(HOST, 403), EVERYTHING),
        (of_status(HOST, 429), NOTHING),
        (of_status(HOST, 503), NOTHING),
        (NotFetched(HOST, Why.UNREACHABLE, "is out of reach"), NOTHING),
        (NotFetched(HOST, Why.TOO_LARGE, "is large"), NOTHING),
    ],
    ids=["rules", "a page", "empty", "none", "closed", "busy", "failing", "out of reach", "too large"],
)
def test_a_host_without_rules_may_be_read_and_one_that_cannot_say_is_left_alone(answer, expected):
    asked = []

    def fetch(url):
        asked.append(url)
        return answer

    assert robots_of(f"{HOST}:8080/a/b?c", fetch) == expected
    assert asked == [f"{HOST}:8080/robots.txt"]


def test_what_is_no_address_is_left_alone():
    assert robots_of("file:///etc/passwd", lambda url: page(b"")) == NOTHING


@given(st.binary(max_size=300), st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40))
def test_whatever_stands_there_is_read(data, path):
    robots = read_robots(data)

    assert isinstance(robots, Robots)
    assert may_fetch(robots, f"{HOST}/{path}") in {True, False}


def test_a_hostile_rule_takes_no_time():
    began = time.monotonic()
    may("User-agent: *\nDisallow: /" + "*a" * (MAX_ROBOTS // 2), "/" + "a" * 5000)
    may("User-agent: *\n" + "Disallow: /*a*a*a*a*b\n" * 20_000, "/" + "a" * 1000)

    assert time.monotonic() - began < 2
