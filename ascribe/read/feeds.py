"""Feeds: RSS 0.9x, 1.0 and 2.0 and Atom become lists of links with what the feed says of each.

A reader of our own, because ready ones repair what they read: "Tuesday" becomes the Tuesday before today and 12/05/2025 a day in December.
Here a date is what the feed plainly states, or None. Broken XML gives the entries before the break, and the trouble.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from html import escape
from xml.etree.ElementTree import Element, ParseError, TreeBuilder

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from ascribe.errors import ReadError
from ascribe.model.captures import Capture, Way
from ascribe.read import plainxml, text
from ascribe.read.entries import FOREIGN, XML_BASE, Entry, joined, local, read_entry, words
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.wanted import Incoming, Said, Trouble, Wanted

#: How much of a feed is read: bytes, elements, levels, entries. The longest real ones have a tenth of it.
MAX_FEED = 16 * 1024**2
MAX_ELEMENTS = 300_000
MAX_DEPTH = 100
MAX_ENTRIES = 10_000

#: How long a feed may ask to be left alone. Some write milliseconds where minutes are meant.
MAX_TTL = timedelta(days=7)
PERIODS = {"hourly": 1, "daily": 24, "weekly": 168}

ROOTS = frozenset({"rss", "feed", "rdf"})
ENTRY = frozenset({"item", "entry"})


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed as far as it could be read. `ttl` is how long it asks to be left alone between two looks, None where it does not say."""

    url: str | None
    title: str | None
    ttl: timedelta | None
    entries: tuple[Entry, ...]
    troubles: tuple[Trouble, ...] = ()


def is_feed(data: bytes) -> bool:
    """Tell by its first element whether this is a feed. Its media type tells nothing: many are served as pages."""
    try:
        head, _ = text.decode(data[:8_192], name="", whole=False)
    except ReadError:
        return False
    return plainxml.root(head) in ROOTS


def read_feed(data: bytes, url: str | None = None, name: str | None = None) -> Feed:
    """Read a feed that was got at this address, or from a file of this name. What cannot be read stands in its troubles.

    Links that are written in part are completed with the address; those that lead to no page (mailto:, javascript:) are dropped.
    """
    where = name or url or "feed"
    collector = _Collector(url or "", where)
    try:
        if len(data) > MAX_FEED:
            raise StoppedError(Why.TOO_LARGE, f"is larger than the {MAX_FEED // 1024**2} MiB that a feed may have; split it")
        found = plainxml.xml_text(data, where)
        if plainxml.root(found) not in ROOTS:
            raise StoppedError(Why.NOT_KNOWN, "is XML but no feed; name the address of the feed, or save the article as HTML")
        _parse(found, collector)
    except StoppedError as stop:
        collector.troubles.append(Trouble.of(where, stop))
    except ReadError:
        collector.troubles.append(Trouble(where, Why.BAD_XML, "is no text; open it in a browser and see what it is"))
    return Feed(url, collector.title, collector.ttl, tuple(collector.entries), tuple(collector.troubles))


def entries_of(feed: Feed, said: Said, found_in: str) -> Iterator[Incoming]:
    """Each entry as a page to fetch, with the text that the feed carries; without a link, the text itself. Then the troubles."""
    for number, entry in enumerate(feed.entries, 1):
        carried = _carried(entry, feed, said, found_in, number)
        if entry.link is not None:
            yield Wanted(
                entry.link,
                Way.FEED,
                outlet=said.outlet or entry.outlet or feed.title,
                published=said.published or entry.published,
                title=entry.title,
                language=said.language,
                found_in=found_in,
                carried=carried,
            )
        elif carried is not None:
            yield carried
        else:
            yield Trouble(f"{found_in}, entry {number}", Why.BAD_ROW, "has neither a link to a page nor a text; nothing can be read of it")
    yield from feed.troubles


def _carried(entry: Entry, feed: Feed, said: Said, found_in: str, number: int) -> Capture | None:
    """The entry's own text as a page, the same bytes whenever the entry is the same."""
    if entry.content is None:
        return None
    head = f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{escape(entry.title or "")}</title></head>'
    return Capture(
        f"{head}<body>\n{entry.content}\n</body></html>\n".encode("utf-8", "replace"),
        name=entry.link or f"{found_in}, entry {number}",
        way=Way.FEED,
        at=said.clock(),
        url=entry.link,
        outlet=said.outlet or entry.outlet or feed.title,
        published=said.published or entry.published,
        title=entry.title,
        language=said.language,
        media_type="text/html",
        found_in=found_in,
    )


def _parse(found: str, collector: _Collector) -> None:
    """Hand the whole text over at once: the parser's time grows with the square of the pieces for a long tag (CVE-2023-52425)."""
    parser = DefusedXMLParser(target=collector, forbid_dtd=True)
    try:
        parser.feed(found.encode("utf-8", "replace"))
        parser.close()
    except ParseError as error:
        line, column = error.position
        raise StoppedError(
            Why.BAD_XML, f"is not well-formed in line {line}, column {column + 1}; the entries before that were read"
        ) from None
    except DefusedXmlException:
        raise StoppedError(Why.XML_DTD, plainxml.DEFINES) from None


class _Collector:
    """Takes the parser's events and keeps of the tree only the entry that is being read."""

    def __init__(self, base: str, where: str) -> None:
        self.title: str | None = None
        self.ttl: timedelta | None = None
        self.entries: list[Entry] = []
        self.troubles: list[Trouble] = []
        self._where = where
        self._open: list[tuple[str, str]] = []  # tags and their bases
        self._base = base
        self._elements = 0
        self._tree: TreeBuilder | None = None
        self._inside = 0  # how many tags were open when the tree began

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens: an entry, or one that says something of the feed, begins a tree."""
        self._elements += 1
        if self._elements > MAX_ELEMENTS or len(self._open) >= MAX_DEPTH:
            raise StoppedError(Why.TOO_LARGE, "has more elements, or deeper ones, than a feed has; the entries before that were read")
        base = joined(self._open[-1][1] if self._open else self._base, attributes.get(XML_BASE, ""))
        self._open.append((tag, base))
        if self._tree is None and (local(tag) in ENTRY or (len(self._open) in {2, 3} and local(tag) in _OF_FEED)):
            self._tree, self._inside = TreeBuilder(), len(self._open)
        if self._tree is not None:
            self._tree.start(tag, attributes)

    def data(self, data: str) -> None:
        """Characters between tags."""
        if self._tree is not None:
            self._tree.data(data)

    def end(self, tag: str) -> None:
        """A tag closes; the one with which the tree began is read."""
        if self._tree is not None:
            self._tree.end(tag)
            if len(self._open) == self._inside:
                element, self._tree = self._tree.close(), None
                self._take(element, self._open[-1][1])
        self._open.pop()

    def close(self) -> None:
        """The text is at its end."""

    def _take(self, element: Element, base: str) -> None:
        name = local(element.tag)
        if name in ENTRY:
            self._entry(element, base)
        elif name == "title" and self.title is None and not element.tag.startswith(FOREIGN):
            self.title = words(element)
        elif self.ttl is None and name in _PAUSES:
            self.ttl = _pause(name, "".join(element.itertext()).strip())

    def _entry(self, element: Element, base: str) -> None:
        if len(self.entries) >= MAX_ENTRIES:
            raise StoppedError(Why.TOO_LARGE, f"has more than {MAX_ENTRIES:,} entries; those before that were read")
        entry, dropped = read_entry(element, base)
        self.entries.append(entry)
        where = f"{self._where}, entry {len(self.entries)}"
        self.troubles.extend(Trouble(where, Why.LEFT_OUT, said, lost=False) for said in dropped)


_PAUSES = frozenset({"ttl", "updatePeriod"})
_OF_FEED = _PAUSES | {"title"}


def _pause(name: str, written: str) -> timedelta | None:
    """RSS' ttl is in minutes; the syndication module has words."""
    if name == "ttl":
        return min(timedelta(minutes=int(written)), MAX_TTL) if re.fullmatch(r"[0-9]{1,6}", written) else None
    return timedelta(hours=PERIODS[written.lower()]) if written.lower() in PERIODS else None
