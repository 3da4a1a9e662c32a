"""JSONL: one object a line, each a text or a link with what is said of it. Plain, or packed with gzip."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from ascribe.read.files import shown
from ascribe.read.listed import row
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.unpacked import GZIP, gunzipped
from ascribe.read.wanted import Incoming, Said, Trouble

#: The longest line, in bytes, and how much may come out of a packed file. A plain file may be of any length: it is read line by line.
MAX_LINE = 16 * 1024**2
MAX_UNPACKED = 512 * 1024**2

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")

#: Keys and the fields that they stand for.
KEYS = {
    "text": "text",
    "url": "url",
    "outlet": "outlet",
    "publisher": "outlet",
    "published": "published",
    "title": "title",
    "language": "language",
    "captured": "captured",
}
#: How many unknown keys are named.
NAMED = 10


def rows(chunks: Iterable[bytes], name: str, said: Said) -> Iterator[Incoming]:
    """What the lines of this file give, one after the other. A bad line is told by its number; keys that are not known, at the end."""
    unknown: Counter[str] = Counter()
    try:
        for number, line in enumerate(_lines(_plain(chunks)), 1):
            if line is None or line.strip():
                yield from _line(line, f"{name}, line {number}", name, said, unknown)
    except StoppedError as stop:
        yield Trouble.of(name, stop)
    if unknown:
        named = ", ".join(f"{shown(key[:40])} ({count:,})" for key, count in unknown.most_common(NAMED))
        yield Trouble(name, Why.LEFT_OUT, f"has keys that are not known and were left out: {named}", lost=False)


def _line(line: bytes | None, where: str, found_in: str, said: Said, unknown: Counter[str]) -> Iterator[Incoming]:
    if line is None:
        yield Trouble(where, Why.TOO_LARGE, f"is longer than {MAX_LINE // 1024**2} MiB; split its text into articles")
        return
    found = _object(line)
    if found is None:
        yield Trouble(where, Why.BAD_ROW, 'is no JSON object; write it as {"text": "...", "published": "2025-05-15"}')
        return
    values: dict[str, str] = {}
    for key, value in found.items():
        if key in KEYS and isinstance(value, str):
            values.setdefault(KEYS[key], value)
        elif key in KEYS and value is not None:
            yield Trouble(where, Why.LEFT_OUT, f"has a {key} that is no text; write it between quotation marks", lost=False)
        elif key not in KEYS and (key in unknown or len(unknown) < 1_000):
            unknown[key] += 1
    yield from row(values, where, found_in, said)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):  # RecursionError: thousands of brackets
        return None
    return found if isinstance(found, dict) else None


def _plain(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """The bytes as they are, or unpacked when they begin as gzip does."""
    waiting = iter(chunks)
    first = next(waiting, b"")
    if first.startswith(GZIP):
        yield from gunzipped(_again(first, waiting), MAX_UNPACKED)
    else:
        yield from _again(first, waiting)


def _again(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest


def _lines(chunks: Iterable[bytes]) -> Iterator[bytes | None]:
    """Cut into lines. Of one that is too long nothing is kept: it is None."""
    pieces: list[bytes] = []
    size = 0
    for chunk in chunks:
        for number, part in enumerate(chunk.split(b"\n")):
            if number:
                yield b"".join(pieces) if size <= MAX_LINE else None
                pieces, size = [], 0
            size += len(part)
            if size <= MAX_LINE:
                pieces.append(part)
    if size:
        yield b"".join(pieces) if size <= MAX_LINE else None
