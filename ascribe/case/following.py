"""Following the news: feeds are looked at when they are due, what they list is fetched, coded and linked as it comes.

One thing after the other, each kept before the next begins: a run that is stopped at any point, and started again, goes on from there.
"""

from __future__ import annotations

import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ascribe.case.case import Case
from ascribe.case.coding import BUDGET
from ascribe.case.fetching import Errands, Follow
from ascribe.case.intake import Came
from ascribe.errors import ConfigError

#: So many new documents are coded and linked together, if there is no pause before.
TOGETHER = 20
#: The longest sleep, in seconds, before it is looked again whether something is to be done.
NAP = 60.0
#: What a feed's table in the file may say.
KEYS = frozenset({"url", "outlet", "language"})


@dataclass(frozen=True, slots=True)
class Step:
    """What was done: something fetched, or documents coded (`coded`) and events computed (`events`)."""

    happened: Came | None = None
    coded: int = 0
    events: int = 0
    problems: tuple[str, ...] = ()


def feeds_in(path: Path) -> list[Follow]:
    """The feeds that a TOML file names, each a table `[[feed]]` with `url` and, if wanted, `outlet` and `language`.

    What is wrong in it is a `ConfigError` that says where.
    """
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); it should hold [[feed]] tables, each with a url") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    tables = raw.get("feed", [])
    if set(raw) - {"feed"} or not isinstance(tables, list) or not tables or not all(isinstance(each, dict) for each in tables):
        raise ConfigError(f'{path}: should hold nothing but [[feed]] tables, such as\n[[feed]]\nurl = "https://example.org/feed.xml"')
    return [_feed(path, number, table) for number, table in enumerate(tables, 1)]


def _feed(path: Path, number: int, table: dict[str, object]) -> Follow:
    if unknown := sorted(set(table) - KEYS):
        raise ConfigError(f"{path}, feed {number}: no such key as {unknown[0]}; there are {', '.join(sorted(KEYS))}")
    if not isinstance(table.get("url"), str):
        raise ConfigError(f"{path}, feed {number}: has no url")
    wrong = next((key for key, value in table.items() if not isinstance(value, str)), None)
    if wrong:
        raise ConfigError(f"{path}, feed {number}: {wrong} is no text in quotation marks")
    return Follow(**{key: str(value) for key, value in table.items()})


def follow(
    case: Case,
    errands: Errands,
    feeds: Sequence[Follow] = (),
    *,
    once: bool = False,
    patience: float = float("inf"),
    code: bool = True,
    processes: int = 1,
    budget: float | None = BUDGET,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Step]:
    """Do what is due, one step after the other; without end, or with `once` until each feed was looked at and its pages are in.

    Whenever nobody may be asked just now, or enough has come, what came is coded and linked. It also ends where the next thing may only be
    done after more than `patience` seconds: what is left then stays on the list.
    """
    seen: set[str] = set()
    come = 0
    while True:
        page, feed = errands.next_page(), errands.next_feed([each for each in feeds if not (once and each.url in seen)])
        now = errands.clock()  # after them, who reckon from their own now
        if page and page[1] <= now:
            happened = errands.fetch(page[0])
        elif feed and (feed[1] <= now or (once and errands.was_asked(feed[0]))):
            seen.add(feed[0].url)
            happened = errands.look(feed[0]) if feed[1] <= now else Came(feed[0].url)
        else:
            if code and come:
                yield from _worked(case, processes, budget)
                come = 0
            times = [each[1] for each in (page, feed) if each]
            wait = min(((each - now).total_seconds() for each in times), default=float("inf"))
            if wait > patience or (once and not times):
                return
            sleep(max(0.0, min(wait, NAP)))
            continue
        come += happened.new
        yield Step(happened)
        if code and come >= TOGETHER:
            yield from _worked(case, processes, budget)
            come = 0


def _worked(case: Case, processes: int, budget: float | None) -> Iterator[Step]:
    """Code what waits, and link."""
    done = list(case.code(processes=processes, budget=budget))
    events = case.link(processes=processes)
    problems = tuple(f"{each.name}: {each.problem}" for each in done if each.problem)
    yield Step(coded=len(done) - len(problems), events=events, problems=problems)
