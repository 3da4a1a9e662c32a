"""robots.txt: what a host asks programs to leave alone (RFC 9309). Asked for only where a feed is followed, never for a named page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from ascribe.read.addresses import apart
from ascribe.read.answers import Fetched, NotFetched, Page
from ascribe.read.reasons import StoppedError, Why

#: The name by which hosts know us, in small letters.
NAME = "ascribe"

#: How many bytes are read, as RFC 9309 has it (2.5). A host whose file is larger is left alone.
MAX_ROBOTS = 500 * 1024

#: The longest pause between two requests that a host can ask for, in seconds. More would stop a run for good.
MAX_DELAY = 300.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A path that may or may not be read. `*` stands for anything, `$` at the end for the end."""

    allow: bool
    path: str

    def meets(self, path: str) -> bool:
        """The path begins as the rule says. Each part between stars is looked for once, so that no rule takes long."""
        pattern = self.path.removesuffix("$")
        first, *rest = pattern.split("*")
        if not path.startswith(first):
            return False
        at = len(first)
        ends = self.path.endswith("$")
        for number, part in enumerate(rest):
            if ends and number == len(rest) - 1:
                return len(path) - len(part) >= at and path.endswith(part)
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        return not ends or at == len(path)


@dataclass(frozen=True, slots=True)
class Robots:
    """What a host asks of us. `delay` is how many seconds it wants between two requests, None where it does not say."""

    rules: tuple[Rule, ...] = ()
    delay: float | None = None


ESCAPED = re.compile(r"%([0-9a-fA-F]{2})")

EVERYTHING = Robots()
NOTHING = Robots((Rule(False, "/"),))


def may_fetch(robots: Robots, url: str) -> bool:
    """The longest rule that meets the path decides; of two that are as long, the one that allows. Where none does, it may be fetched."""
    path = _plain(apart(url).path)
    meeting = [rule for rule in robots.rules if rule.meets(path)]
    return max(meeting, key=lambda rule: (len(rule.path), rule.allow)).allow if meeting else True


def read_robots(data: bytes) -> Robots:
    """Read the rules of the groups that name us; if there are none, of those for everybody. What is no rule is passed over."""
    groups = list(_groups(_fields(data[:MAX_ROBOTS])))
    ours = [group for group in groups if NAME in group.agents] or [group for group in groups if "*" in group.agents]
    delays = [delay for group in ours for delay in group.delays]
    return Robots(tuple(rule for group in ours for rule in group.rules), min(max(delays), MAX_DELAY) if delays else None)


def robots_of(url: str, fetch: Callable[[str], Fetched]) -> Robots:
    """Ask this address' host for its rules.

    A host that says that it has none (4xx) may be read; one that is busy, fails, is out of reach or sends more than can be read is left
    alone for now. `fetch` asks with the same checks as for any page; give it `MAX_ROBOTS` as the most bytes.
    """
    try:
        answer = fetch(f"{apart(url).origin}/robots.txt")
    except StoppedError:
        return NOTHING
    if isinstance(answer, Page):
        return read_robots(answer.capture.data)
    return EVERYTHING if _has_none(answer) else NOTHING


def _has_none(answer: Fetched) -> bool:
    if not isinstance(answer, NotFetched):
        return False
    return answer.why is Why.EMPTY or (answer.status is not None and 400 <= answer.status < 500 and not answer.for_now)


@dataclass(slots=True)
class _Group:
    """One part of the file while it is read: whom it is for and what it says."""

    agents: set[str] = field(default_factory=set)
    rules: list[Rule] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    says: bool = False  # something was said, so that the next name begins another group


def _groups(fields: Iterable[tuple[str, str]]) -> Iterator[_Group]:
    """Names in a row begin a group, the rules behind them are its own. A rule that stands before any name is nobody's.

    "Disallow:" with nothing behind it is no rule, but ends the names.
    """
    group = _Group()
    for key, value in fields:
        if key == "user-agent":
            if group.says:
                yield group
                group = _Group()
            group.agents.add(value.partition("/")[0].strip().lower())
        elif key in {"allow", "disallow", "crawl-delay"}:
            group.says = True
            if key == "crawl-delay":
                group.delays.extend(_seconds(value))
            elif value:
                group.rules.append(Rule(key == "allow", _plain(value)))
    yield group


def _fields(data: bytes) -> Iterator[tuple[str, str]]:
    for line in data.decode("utf-8-sig", "replace").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()


def _seconds(value: str) -> tuple[float, ...]:
    """The number, if it is one that time can have."""
    try:
        delay = float(value)
    except ValueError:
        return ()
    return (delay,) if 0 <= delay < float("inf") else ()


def _plain(path: str) -> str:
    """The path with one way of writing its odd characters (RFC 9309, 2.2.2), so that rule and address can be compared."""
    return ESCAPED.sub(_once, quote(path, safe="/%:@!$&'()*+,;=~-._?[]|", errors="replace"))


def _once(match: re.Match[str]) -> str:
    letter = chr(int(match[1], 16))
    return letter if letter.isascii() and (letter.isalnum() or letter in "-._~") else match[0].upper()
