"""Which known names a name may be a misspelling of: "did you mean".

First the other ways to write the same sounds in Latin script (`spellings.toml`), up to three at a time; then one letter left out, added,
changed or moved; for longer names that lead nowhere, two. Each spelling is tried against the sieve of the index, which takes a microsecond,
so no list of names is needed and the names of every layer count.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_LETTERS = "abcdefghijklmnopqrstuvwxyz "
#: The letters that are tried for a second mistake: those that are heard least clearly.
_UNCLEAR = "aeiouyh "
#: Shorter names have too many neighbours.
_SHORTEST, _SHORTEST_FOR_TWO = 3, 6
_LONGEST = 40
_DEPTH, _TRIED = 3, 6000

Known = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Spelling:
    """A known compared name that an unknown one may mean: how far off it is, and in which way."""

    key: str
    distance: float
    why: str


def spellings(key: str, known: Known, far: Callable[[], bool] = lambda: True) -> Iterator[Spelling]:
    """The known names that the unknown one may mean, the nearest kinds first. `far` says whether two wrong letters are tried at all."""
    if not _SHORTEST <= len(key) <= _LONGEST:
        return
    met = {key}
    for other, distance, why in _near(key, far):
        if other not in met:
            met.add(other)
            if known(other):
                yield Spelling(other, distance, why)


def _near(key: str, far: Callable[[], bool]) -> Iterator[tuple[str, float, str]]:
    for other, steps in _heard_alike(key):
        yield other, float(steps), "written another way"
    for other in _one_off(key, _LETTERS):
        yield other, 1.2, "one letter differs"
    if len(key) >= _SHORTEST_FOR_TWO and far():
        for one in _one_off(key, _LETTERS):
            for other in _one_off(one, _UNCLEAR):
                yield other, 2.4, "two letters differ"


def _heard_alike(key: str) -> Iterator[tuple[str, int]]:
    """The name with up to `_DEPTH` groups of letters replaced by others of their family, and how many; the fewest first."""
    wave, met = [key], {key}
    for steps in range(1, _DEPTH + 1):
        further = []
        for name in wave:
            for other in _replaced(name):
                if other not in met:
                    met.add(other)
                    further.append(other)
                    yield other, steps
            if len(met) > _TRIED:
                return
        wave = further


def _replaced(name: str) -> Iterator[str]:
    families = _families()
    for at in range(len(name)):
        for length in (3, 2, 1):
            part = name[at : at + length]
            if len(part) == length:
                for other in families.get(part, ()):
                    changed = " ".join((name[:at] + other + name[at + length :]).split())
                    if changed:
                        yield changed
    for article in families.get("", ()):  # what can be left out can be missing
        if article.endswith(" ") and len(article) > 1 and not name.startswith(article):
            yield article + name


def _one_off(name: str, letters: Iterable[str]) -> Iterator[str]:
    """The name with one letter left out, moved, changed or added."""
    for at in range(len(name) + 1):
        head, tail = name[:at], name[at:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            if tail:
                yield head + letter + tail[1:]
            yield head + letter + tail


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Group of letters -> what can stand for it."""
    table: dict[str, list[str]] = {}
    raw = tomllib.loads(files("ascribe.knowledge").joinpath("spellings.toml").read_text("utf-8"))
    for family in raw["families"]:
        for member in family:
            table.setdefault(member, []).extend(other for other in family if other != member)
    return {member: tuple(dict.fromkeys(others)) for member, others in table.items()}
