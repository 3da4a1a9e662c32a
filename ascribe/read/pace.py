"""How often a host is asked: pure reckoning. Nothing here waits; it says when the next request may go, and whoever follows feeds waits.

One request to a host at a time, a pause after each, longer pauses after each failure. The state is small and can be written down between
two runs, so that a program that is started anew does not begin by asking everybody at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from ascribe.read.answers import Fetched, NotFetched


@dataclass(frozen=True, slots=True)
class Manners:
    """How polite to be.

    `gap`: between two requests to one host. `first` and `longest`: after a failure. `usual`: between two looks at a feed, unless it asks
    for more. `given_up`: after so long a request that was never answered counts as ended.
    """

    gap: timedelta = timedelta(seconds=10)
    first: timedelta = timedelta(minutes=1)
    longest: timedelta = timedelta(days=1)
    usual: timedelta = timedelta(hours=1)
    given_up: timedelta = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Pace:
    """How one host stands: when it may be asked again, how often in a row it failed, since when a request is under way (None: none is)."""

    not_before: datetime | None = None
    failures: int = 0
    underway: datetime | None = None

    def stored(self) -> dict[str, str | int | None]:
        """As JSON has it."""
        return {
            "not_before": None if self.not_before is None else self.not_before.isoformat(),
            "failures": self.failures,
            "underway": None if self.underway is None else self.underway.isoformat(),
        }

    @classmethod
    def restored(cls, record: Mapping[str, str | int | None]) -> Pace:
        """The pace that `stored` wrote."""
        return cls(_time(record.get("not_before")), int(record.get("failures") or 0), _time(record.get("underway")))


def may_go(pace: Pace, now: datetime, manners: Manners | None = None) -> datetime:
    """When the next request to this host may go: `now`, or later. While one is under way, when that one counts as given up."""
    manners = manners or Manners()
    ready = max(now, min(pace.not_before or now, now + 2 * manners.longest))  # later than that only after the clock was set back
    return ready if pace.underway is None else max(ready, min(pace.underway, now) + manners.given_up)


def started(pace: Pace, now: datetime) -> Pace:
    """A request goes to the host now."""
    return replace(pace, underway=now)


def answered(pace: Pace, answer: Fetched, now: datetime, chance: float, manners: Manners | None = None, delay: float | None = None) -> Pace:
    """The host as it stands after this answer.

    A page, or the plain word that there is none, is followed by the usual pause, or by that of its robots.txt (`delay`, seconds). After a
    failure the pause doubles each time, and `chance` (0 to 1, from a random source) makes it up to half as long again, so that programs
    which failed together do not come back together. What the host asks for in Retry-After is the least, but never more than the longest.
    """
    manners = manners or Manners()
    if isinstance(answer, NotFetched) and answer.refused:
        return replace(pace, underway=None)  # the host was not asked
    gap = max(manners.gap, timedelta(seconds=delay or 0))
    asked = answer.retry_after if isinstance(answer, NotFetched) else None
    failed = isinstance(answer, NotFetched) and answer.for_now
    failures = pace.failures + 1 if failed else 0
    if failed:
        gap = max(gap, _back_off(failures, manners) * (1 + chance / 2))
    if asked is not None:
        gap = max(gap, min(timedelta(seconds=min(asked, manners.longest.total_seconds())), manners.longest))
    return Pace(now + gap, failures)


def feed_due(last: datetime | None, now: datetime, ttl: timedelta | None, manners: Manners | None = None) -> datetime:
    """When a feed may be looked at again: once, then never sooner than its own `ttl` or the usual time, whichever is longer."""
    if last is None:
        return now
    manners = manners or Manners()
    return max(now, min(last, now) + max(ttl or manners.usual, manners.usual))


def _back_off(failures: int, manners: Manners) -> timedelta:
    doubled: int = 2 ** min(failures - 1, 20)  # beyond that it is the longest anyway
    return min(manners.first * doubled, manners.longest)


def _time(value: str | int | None) -> datetime | None:
    return datetime.fromisoformat(value) if isinstance(value, str) else None
