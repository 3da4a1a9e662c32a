"""Characters that cannot be seen, or that turn the order of others around, made visible.

They stay in the records, because the words of the source stay. Where a person reads them (a terminal, a page), each is shown by its number:
a name must not look like another, a line must not be read backwards, a terminal must not obey a text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Control characters but tab and line end; soft hyphens, joiners, fillers; marks and orders of direction; tags; half characters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with each unseen character as its number in brackets: `[U+202E]`."""
    return UNSEEN.sub(lambda match: f"[{number(match[0])}]", text)


def on_one_line(text: str) -> str:
    """The same on one line, every run of blanks a single one."""
    return visible(" ".join(text.split()))


def pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text cut before and after each unseen character; true goes with those."""
    at = 0
    for match in UNSEEN.finditer(text):
        if match.start() > at:
            yield text[at : match.start()], False
        yield match[0], True
        at = match.end()
    if at < len(text):
        yield text[at:], False


def number(character: str) -> str:
    """A character's number as Unicode writes it: `U+202E`."""
    return f"U+{ord(character):04X}"


def name(character: str) -> str:
    """A character's number and, if it has one, its name."""
    return f"{number(character)} {unicodedata.name(character, '')}".strip()


def shortened(text: str, length: int) -> str:
    """The text on one line, cut after a word so that it has at most that many characters."""
    line = on_one_line(text)
    if len(line) <= length:
        return line
    head = line[: length - 1]
    cut = head.rfind(" ")
    return head[: cut if cut > length // 2 else len(head)].rstrip(" ,;:–—-") + "…"
