"""Pages that a case wants are fetched, one at a time, politely; feeds are looked at when they are due.

Each answer is kept in one transaction with what it changes: the page, the list of what is still to be fetched, how its host stands. So a
run that is stopped at any point goes on from there. Pages that the user named are fetched because he named them; what a feed lists is
fetched only where its host lets programs read it (robots.txt).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, Protocol

from ascribe.case.intake import Came, take
from ascribe.model.captures import Capture, Way
from ascribe.read.addresses import apart
from ascribe.read.answers import Fetched, NotFetched, Page, Unchanged, Validators
from ascribe.read.feeds import entries_of, is_feed, read_feed
from ascribe.read.incoming import unfold
from ascribe.read.pace import Manners, Pace, answered, feed_due, may_go, started
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.robots import EVERYTHING, MAX_ROBOTS, NOTHING, Robots, may_fetch, read_robots, robots_of
from ascribe.read.wanted import Said, Wanted
from ascribe.store import errands
from ascribe.store.errands import Errand, FeedState
from ascribe.store.opening import Database, writing

#: How often a page that fails for now is asked for before it is given up.
TRIES = 5
#: How long a host's rules for programs hold (RFC 9309, 2.4), and how long it is left alone where it could not be asked for them.
ROBOTS_HOLD, ROBOTS_FAILED = timedelta(hours=24), timedelta(hours=1)


class Fetches(Protocol):
    """What asks for pages: `ascribe.read.fetch.Fetcher`, or a test's own."""

    def fetch(self, url: str, known: Validators | None = None, *, at_most: int | None = None) -> Fetched:
        """The answer, whatever the world does."""


@dataclass(frozen=True, slots=True)
class Follow:
    """A feed to follow, with what the user says of it."""

    url: str
    outlet: str | None = None
    language: str | None = None


@dataclass(slots=True)
class Errands:
    """The fetching of one case. The clock, chance and the fetcher are handed in, so that tests have their own."""

    database: Database
    fetcher: Fetches
    by: str
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    dice: Random = field(default_factory=Random)
    manners: Manners = field(default_factory=Manners)

    def next_feed(self, feeds: Iterable[Follow]) -> tuple[Follow, datetime] | None:
        """The feed that may be looked at first, and when. None: there is none to look at."""
        times = [(self._feed_time(each), number, each) for number, each in enumerate(feeds)]
        found = min(times, default=None)
        return None if found is None else (found[2], found[0])

    def _feed_time(self, feed: Follow) -> datetime:
        state = errands.feed(self.database, feed.url)
        last = datetime.fromisoformat(state.asked) if state.asked else None
        ttl = timedelta(seconds=state.ttl) if state.ttl is not None else None
        return max(feed_due(last, self.clock(), ttl, self.manners), self._ready(feed.url))

    def open(self) -> int:
        """How many pages are still to be fetched."""
        return errands.open_errands(self.database)

    def was_asked(self, feed: Follow) -> bool:
        """The feed was looked at before."""
        return errands.feed(self.database, feed.url).asked is not None

    def next_page(self) -> tuple[Errand, datetime] | None:
        """The page that may be fetched first, and when."""
        first = errands.first_of_hosts(self.database)
        found = min(((self._ready(url), number, url) for number, url in enumerate(first)), default=None)
        return None if found is None else (errands.errand(self.database, found[2]), found[0])

    def _ready(self, url: str) -> datetime:
        try:
            return may_go(self._pace(url), self.clock(), self.manners)
        except StoppedError:
            return self.clock()  # it will be refused, and told

    def _pace(self, url: str) -> Pace:
        record, _, _ = errands.host(self.database, apart(url).origin)
        return Pace.restored(record)

    def look(self, feed: Follow) -> Came:
        """Ask for a feed; what it lists is put on the list."""
        state = errands.feed(self.database, feed.url)
        answer = self._asked(feed.url, Validators(**state.validators), polled=True)
        with writing(self.database):
            asked = self.clock().isoformat()
            if isinstance(answer, Page) and is_feed(answer.capture.data):
                found = read_feed(answer.capture.data, feed.url)
                said = Said(outlet=feed.outlet, language=feed.language, clock=self.clock)
                told = [take(self.database, thing, self.by) for thing in entries_of(found, said, feed.url)]
                seconds = found.ttl.total_seconds() if found.ttl else None
                validators = {"etag": answer.validators.etag, "last_modified": answer.validators.last_modified}
                problem = "; ".join(each.problem for each in told if each.problem) or None
                errands.keep_feed(self.database, feed.url, FeedState(validators, seconds, asked), found.title, problem)
                return Came(feed.url, sum(each.new for each in told), problem=problem)
            problem = None if isinstance(answer, Unchanged) else f"{feed.url}: {_said(answer)}"
            errands.keep_feed(self.database, feed.url, replace(state, asked=asked), None, problem)
            return Came(feed.url, problem=problem)

    def fetch(self, errand: Errand) -> Came:
        """Ask for a page and take it in. Where it cannot be had, what the feed has of it is taken instead."""
        answer = self._asked(errand.url, None, polled=errand.way == Way.FEED.value)
        with writing(self.database):
            if isinstance(answer, Page):
                told = Wanted(errand.url, Way(errand.way), found_in=errand.found_in, **errand.told)
                new = sum(take(self.database, thing, self.by).new for thing in unfold(told.told_of(answer.capture)))
                errands.fetched(self.database, errand.url)
                return Came(errand.url, new)
            for_good = not (isinstance(answer, NotFetched) and answer.for_now and errand.tries + 1 < TRIES)
            problem = f"{errand.url}: {_said(answer)}"
            if for_good and errand.carried:
                new = take(self.database, self._carried(errand), self.by).new
                errands.fetched(self.database, errand.url)
                return Came(errand.url, new, problem=f"{problem}; what the feed has of it was taken")
            errands.not_fetched(self.database, errand.url, problem, for_good=for_good)
            return Came(errand.url, problem=problem if for_good else None)

    def _carried(self, errand: Errand) -> Capture:
        told: dict[str, Any] = {name: value for name, value in errand.told.items() if name not in {"archived", "hash"}}
        data = errand.carried or b""
        return Capture(
            data, errand.url, Way(errand.way), self.clock(), errand.url, media_type="text/html", found_in=errand.found_in, **told
        )

    def _asked(self, url: str, known: Validators | None, *, polled: bool) -> Fetched:
        """Ask for an address, and keep how its host stands before and after. `polled`: only if the host lets programs read it."""
        try:
            origin = apart(url).origin
        except StoppedError:
            return self.fetcher.fetch(url)  # which says why not
        robots = self._robots(url, origin) if polled else EVERYTHING
        if not may_fetch(robots, url):
            return NotFetched(
                url, Why.ROBOTS, "its host asks programs to leave it alone (robots.txt); open it yourself, save it, add the file"
            )
        self._keep(origin, started(self._pace(url), self.clock()))
        answer = self.fetcher.fetch(url, known)
        self._keep(origin, answered(self._pace(url), answer, self.clock(), self.dice.random(), self.manners, robots.delay))
        return answer

    def _keep(self, origin: str, pace: Pace) -> None:
        with writing(self.database):
            _, robots, asked = errands.host(self.database, origin)
            errands.keep_host(self.database, origin, pace.stored(), robots, asked)

    def _robots(self, url: str, origin: str) -> Robots:
        """The host's rules for programs: those that it gave within a day, else asked for now."""
        record, kept, asked = errands.host(self.database, origin)
        if kept is not None and asked is not None:
            robots = read_robots(kept.encode())
            if self.clock() - datetime.fromisoformat(asked) < (ROBOTS_FAILED if robots == NOTHING else ROBOTS_HOLD):
                return robots
        found = robots_of(url, lambda at: self.fetcher.fetch(at, at_most=MAX_ROBOTS))
        with writing(self.database):
            errands.keep_host(self.database, origin, record, _as_text(found), self.clock().isoformat())
        return found


def _as_text(robots: Robots) -> str:
    """Rules as a robots.txt that says the same, to be kept."""
    lines = [f"{'Allow' if rule.allow else 'Disallow'}: {rule.path}" for rule in robots.rules]
    delay = [] if robots.delay is None else [f"Crawl-delay: {robots.delay}"]
    return "\n".join(("User-agent: *", *lines, *delay)) + "\n"


def _said(answer: Fetched) -> str:
    if isinstance(answer, NotFetched):
        return answer.said
    return "is no feed; name the address of the feed itself" if isinstance(answer, Page) else "is unchanged"
