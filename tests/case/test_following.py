"""Feeds are followed politely, and a run that is stopped goes on where it was. The hosts, the clock and the sleep are the test's own."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from ascribe.case.case import Case
from ascribe.case.fetching import Errands, Follow
from ascribe.case.following import feeds_in, follow
from ascribe.case.intake import take
from ascribe.errors import ConfigError
from ascribe.model.captures import Capture, Way
from ascribe.read.answers import NotFetched, Page, Unchanged, Validators
from ascribe.read.reasons import Why
from ascribe.read.wanted import Wanted
from ascribe.store.opening import writing
from tests.case.news import FAST, NEWS

FEED = "https://news.example.org/feed.xml"
PAGES = {f"https://news.example.org/{name}": words for name, (_, _, words) in NEWS.items()}


def feed_of(*urls: str) -> bytes:
    entries = "".join(f"<item><title>News</title><link>{url}</link><pubDate>Thu, 13 Jun 2024 10:00:00 GMT</pubDate></item>" for url in urls)
    return f'<rss version="2.0"><channel><title>News</title>{entries}</channel></rss>'.encode()


@dataclass
class World:
    """Hosts that answer, a clock that only sleep moves, and all that was asked."""

    pages: dict[str, object]
    now: datetime = datetime(2024, 6, 14, tzinfo=UTC)
    asked: list[tuple[str, datetime]] = field(default_factory=list)
    known: list[Validators | None] = field(default_factory=list)

    def fetch(self, url, known=None, *, at_most=None):
        self.asked.append((url, self.now))
        self.known.append(known)
        found = self.pages.get(url)
        if found is None:
            return NotFetched(url, Why.STATUS, "the host answered 404", 404)
        if not isinstance(found, str | bytes):
            return found
        if url.endswith(".xml") and known is not None and known.etag == "v1":
            return Unchanged(url, known)
        data = found if isinstance(found, bytes) else f"<html><body><article><p>{found}</p></article></body></html>".encode()
        return Page(Capture(data, url, Way.PAGE, self.now, url), Validators("v1" if url.endswith(".xml") else None, None))

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=max(seconds, 1))


@pytest.fixture
def made(tmp_path):
    with Case.create(tmp_path / "case.db", settings=FAST) as made:
        yield made


def errands(made: Case, world: World) -> Errands:
    return Errands(made.database, world, "ana", clock=lambda: world.now)


def run(made: Case, world: World, **known) -> list:
    known = {"once": True, "budget": None, "sleep": world.sleep, **known}
    return list(follow(made, errands(made, world), [Follow(FEED, "The News")], **known))


def test_what_a_feed_lists_is_fetched_coded_and_linked(made):
    world = World({FEED: feed_of(*PAGES), **PAGES})

    steps = run(made, world)

    assert {row["publisher"] for row in made.rows("documents")} == {"The News"}
    assert len(list(made.rows("documents", "state=coded"))) == len(PAGES)
    assert sum(step.coded for step in steps) == len(PAGES)
    assert made.unlinked() == 0
    assert list(made.rows("events"))


def test_one_host_is_asked_slowly_and_by_its_rules(made):
    world = World(
        {FEED: feed_of(*PAGES), **PAGES, "https://news.example.org/robots.txt": b"User-agent: *\nCrawl-delay: 30\nDisallow: /market\n"}
    )

    steps = run(made, world)

    pages = [(url, at) for url, at in world.asked if not url.endswith("robots.txt")]
    gaps = [later - earlier for (_, earlier), (_, later) in pairwise(pages)]
    assert min(gaps) >= timedelta(seconds=30)
    assert not [url for url, _ in world.asked if "/market" in url]
    assert [url for url, _ in world.asked].count("https://news.example.org/robots.txt") == 1
    assert sum("robots.txt" in (step.happened.problem or "") for step in steps if step.happened) == 2


def test_a_feed_is_asked_again_only_when_due_and_with_what_its_host_gave(made):
    world = World({FEED: feed_of(*PAGES), **PAGES})
    run(made, world)
    before = len(world.asked)

    run(made, world)
    assert len(world.asked) == before, "it was asked too soon"

    world.now += timedelta(hours=2)
    run(made, world)
    assert [url for url, _ in world.asked[before:]] == [FEED]
    assert world.known[-1] == Validators("v1", None)


def test_a_run_that_is_stopped_goes_on_where_it_was(made):
    world = World({FEED: feed_of(*PAGES), **PAGES})
    steps = follow(made, errands(made, world), [Follow(FEED)], once=True, sleep=world.sleep)
    for _ in range(3):
        next(steps)
    steps.close()
    had = len(list(made.rows("documents")))

    run(made, world)

    assert 0 < had < len(PAGES)
    assert len(list(made.rows("documents"))) == len(PAGES)
    fetched = [url for url, _ in world.asked if url in PAGES]
    assert sorted(fetched) == sorted(PAGES), "a page was fetched twice"


def test_a_host_that_fails_is_asked_less_and_less_and_then_given_up(made):
    page = next(iter(PAGES))
    world = World({FEED: feed_of(page), page: NotFetched(page, Why.STATUS, "the host answered 503", 503)})

    steps = run(made, world, patience=float("inf"))

    times = [at for url, at in world.asked if url == page]
    gaps = [later - earlier for earlier, later in pairwise(times)]
    assert len(times) == 5
    assert all(later > earlier for earlier, later in pairwise(gaps))
    assert [step.happened.problem for step in steps if step.happened and step.happened.problem] == [f"{page}: the host answered 503"]


def test_where_a_page_cannot_be_had_what_the_feed_has_of_it_is_taken(made):
    item = f"<item><link>https://news.example.org/gone</link><content:encoded>{NEWS['market-1'][2] * 4}</content:encoded></item>"
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    world = World({FEED: f'<rss version="2.0" {space}><channel><title>News</title>{item}</channel></rss>'.encode()})

    run(made, world)

    (row,) = made.rows("documents")
    assert (row["url"], row["state"]) == ("https://news.example.org/gone", "coded")


def test_what_was_erased_is_not_fetched_again(made):
    world = World({FEED: feed_of(*PAGES), **PAGES})
    run(made, world)
    row = next(made.rows("documents", "url__contains=market-1"))
    made.remove(row["id"])
    world.now += timedelta(hours=2)
    before = len(world.asked)

    world.pages[FEED] = feed_of(*PAGES, "https://news.example.org/new") + b" "
    world.known.clear()
    made.database.execute("UPDATE feed SET validators = '{}'")
    run(made, world)

    assert row["url"] not in [url for url, _ in world.asked[before:]]


def test_a_page_that_the_user_names_is_fetched_whatever_robots_say(made):
    page = next(iter(PAGES))
    world = World({**PAGES, "https://news.example.org/robots.txt": b"User-agent: *\nDisallow: /\n"})
    work = errands(made, world)

    with writing(made.database):
        take(made.database, Wanted(page, outlet="The News"), "ana")
    steps = list(follow(made, work, once=True, code=False, sleep=world.sleep))

    assert [step.happened.new for step in steps] == [1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "nothing but"),
        ("feeds = 1", "nothing but"),
        ("[[feed]]\noutlet = 'x'", "feed 1: has no url"),
        ("[[feed]]\nurl = 'https://a.example'\nevery = 3", "no such key as every"),
        ("[[feed]]\nurl = 'https://a.example'\noutlet = 3", "outlet is no text"),
        ("[[feed]", "not valid TOML"),
    ],
    ids=["empty", "no table", "no url", "unknown key", "no text", "no TOML"],
)
def test_a_list_of_feeds_that_is_wrong_says_where(tmp_path, text, said):
    path = tmp_path / "feeds.toml"
    path.write_text(text)

    with pytest.raises(ConfigError, match=said):
        feeds_in(path)


def test_a_list_of_feeds(tmp_path):
    path = tmp_path / "feeds.toml"
    path.write_text('[[feed]]\nurl = "https://a.example/feed"\noutlet = "The News"\n[[feed]]\nurl = "https://b.example/feed"\n')

    assert feeds_in(path) == [Follow("https://a.example/feed", "The News"), Follow("https://b.example/feed")]
