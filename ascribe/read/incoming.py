"""The one door for what a user names: files, folders, addresses, feeds, sheets and JSONL files. What comes in is not parsed further here.

Addresses are not fetched here either: they come out as wanted, and whoever asks decides. What was fetched goes through `unfold`, which
opens it if it is a feed. That is done once: a feed that lists feeds gives their addresses and not what is in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ascribe.errors import ReadError
from ascribe.model.captures import Capture, Way
from ascribe.read import files, rows, sheets
from ascribe.read.feeds import entries_of, is_feed, read_feed
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.wanted import Incoming, Said, Trouble, Wanted

ADDRESS = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
FEED_SUFFIXES = frozenset({".xml", ".rss", ".atom", ".rdf"})

#: How much of a JSONL file is read at a time.
PIECE = 1024**2


def incoming(thing: str | Path, said: Said | None = None) -> Iterator[Incoming]:
    """What this gives: captures, pages that are wanted, troubles. Nothing is raised for what is in it, and nothing is fetched.

    A str that begins with http:// or https:// is an address, everything else a file or a folder. Of a folder, documents are read (as
    `files.documents` has it); feeds, sheets and JSONL files are named by themselves.
    """
    said = said or Said()
    if isinstance(thing, str) and (match := ADDRESS.match(thing.strip())):
        yield _address(thing.strip(), match[1].lower(), said)
        return
    path = Path(thing)
    if files.is_folder(path):
        yield from _folder(path, said)
    else:
        yield from _file(path, said)


def unfold(capture: Capture, said: Said | None = None) -> Iterator[Incoming]:
    """What this gives: if it is a feed, by what is in it, its entries, else the capture itself."""
    if not is_feed(capture.data):
        yield capture
        return
    said = said or Said(outlet=capture.outlet, published=capture.published, language=capture.language)
    where = capture.url or capture.name
    yield from entries_of(read_feed(capture.data, capture.url, where), said, where)


def _address(address: str, scheme: str, said: Said) -> Incoming:
    if scheme not in {"http", "https"}:
        return Trouble(files.shown(address), Why.SCHEME, "only http and https are fetched; save it as a file and name that")
    return Wanted(address, outlet=said.outlet, published=said.published, language=said.language)


def _folder(path: Path, said: Said) -> Iterator[Incoming]:
    """Troubles come out where they arise, between the files."""
    waiting: list[ReadError] = []
    for file in files.in_folder(path, waiting.append):
        yield from map(_unread, waiting)
        waiting.clear()
        yield from _file(file, said)
    yield from map(_unread, waiting)


def _file(path: Path, said: Said) -> Iterator[Incoming]:
    name = str(path)
    try:
        if name.lower().endswith(rows.SUFFIXES):
            yield from _rows(path, said)
            return
        data = files.bytes_of(path)
    except ReadError as error:
        yield _unread(error)
        return
    if len(data) > files.MAX_BYTES:
        yield Trouble(files.shown(path), Why.TOO_LARGE, f"is larger than {files.MAX_BYTES // 1024**2} MiB; split it into its articles")
    elif path.suffix.lower() in sheets.SUFFIXES:
        yield from sheets.sheet(data, files.shown(path), said)
    else:
        capture = Capture(data, name, Way.FILE, said.clock(), outlet=said.outlet, published=said.published, language=said.language)
        yield from unfold(capture, said) if path.suffix.lower() in FEED_SUFFIXES else (capture,)


def _rows(path: Path, said: Said) -> Iterator[Incoming]:
    try:
        with path.open("rb") as file:
            yield from rows.rows(iter(lambda: file.read(PIECE), b""), files.shown(path), said)
    except (OSError, ValueError) as error:
        raise ReadError(f"{files.shown(path)}: {files.reason(error)}") from error


def _unread(error: ReadError) -> Trouble:
    where, _, reason = str(error).rpartition(": ")
    why = error.why if isinstance(error, StoppedError) else Why.DAMAGED
    return Trouble(where, why, reason)
