"""One row of a list, whether a sheet or a JSONL file: a text that is there already, or a link to one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from ascribe.model.captures import Capture, Way
from ascribe.read import text
from ascribe.read.days import stated_day
from ascribe.read.reasons import Why
from ascribe.read.wanted import Incoming, Said, Trouble, Wanted

#: What a row can say, and the names of the columns that say it, in small letters. The names of auto-archiver's columns are those of its
#: default settings.
FIELDS = {
    "url": ("url", "link", "address"),
    "text": ("text", "text content"),
    "outlet": ("outlet", "publisher", "source"),
    "published": ("published", "date", "publication date", "upload timestamp", "timestamp"),
    "title": ("title", "upload title", "headline"),
    "language": ("language",),
    "captured": ("captured", "archive date"),
    "archived": ("archive location",),
    "hash": ("hash",),
}
FIELD_OF = {name: field for field, names in FIELDS.items() for name in names}


def row(said_here: Mapping[str, str], where: str, found_in: str, said: Said) -> Iterator[Incoming]:
    """What a row gives, by its fields (`FIELDS`).

    With a text it is a capture, and nothing is fetched: its address is the link, or else where it is archived. Without, its link is a page
    to fetch. With neither it cannot be used. A date that is not plain is left out and told, the rest is used. An address in the column of
    the outlet is a link. The hash in a sheet is that of the archived copy, so it can be checked only by who fetches that (`bears_out`).
    """
    link, outlet = _address(said_here.get("url")), said_here.get("outlet")
    if _address(outlet):
        link, outlet = link or _address(outlet), None
    archived = _address(said_here.get("archived"))
    written = said_here.get("text", "")
    published = stated_day(said_here.get("published", ""))
    if said_here.get("published") and published is None:
        yield Trouble(
            where, Why.LEFT_OUT, f"has a date that is not plain ({said_here['published'][:40]}); write it as 2025-05-15", lost=False
        )
    facts: dict[str, Any] = {
        "outlet": text.one_line(said.outlet or outlet),
        "published": said.published or published,
        "title": text.one_line(said_here.get("title")),
        "language": text.one_line(said.language or said_here.get("language")),
        "found_in": found_in,
    }
    if text.has_words(written):
        at = _captured(said_here.get("captured", ""), said)
        yield Capture(written.encode("utf-8", "replace"), where, Way.ROW, at, url=link or archived, **facts)
    elif link:
        yield Wanted(link, Way.ROW, archived=archived, hash=said_here.get("hash") or None, **facts)
    else:
        yield Trouble(where, Why.BAD_ROW, "has neither a text nor a link that begins with http:// or https://; correct it")


def _address(value: str | None) -> str | None:
    """The first line that is an address: auto-archiver puts several into one cell."""
    lines = (line.strip() for line in (value or "").splitlines())
    return next((line for line in lines if line.lower().startswith(("http://", "https://"))), None)


def _captured(written: str, said: Said) -> datetime:
    """When the text was received, if the row says so with its zone and does not speak of the future; else now."""
    now = said.clock()
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return now
    return at.astimezone(UTC) if at.tzinfo is not None and at <= now else now
