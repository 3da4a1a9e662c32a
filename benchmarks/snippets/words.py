"""The words by which snippets are labelled, read from words.toml into compiled patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

Pattern = re.Pattern[str]


@cache
def patterns(table: str) -> dict[str, Pattern]:
    """A table of words.toml, each entry as one pattern that any of its alternatives matches."""
    raw = tomllib.loads((Path(__file__).parent / "words.toml").read_text(encoding="utf-8"))
    parts = {f"<{name}>": f"(?:{'|'.join(words)})(?:-\\w+)?" for name, words in raw["parts"].items()}
    return {name: re.compile(_filled("|".join(words), parts), re.IGNORECASE) for name, words in raw[table].items()}


def _filled(pattern: str, parts: dict[str, str]) -> str:
    for name, words in parts.items():
        pattern = pattern.replace(name, words)
    return pattern


def says(label: str, text: str) -> bool:
    """The text has words of this sub-event type."""
    return patterns("case")[label].search(text) is not None


def tells(name: str, text: str) -> bool:
    """The text tells this of itself: that it sums up, that nothing has happened yet."""
    return patterns("says")[name].search(text) is not None
