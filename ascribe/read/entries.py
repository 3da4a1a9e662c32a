"""One entry of a feed: its link, its day, its words. Whether RSS or Atom, told by the names of its elements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from ascribe.read import text
from ascribe.read.days import stated_day

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DUBLIN_CORE = ("{http://purl.org/dc/elements/1.1/}", "{http://purl.org/dc/terms/}")
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
#: Elements of other vocabularies that share a name with ours: media:title, itunes:summary, media:content.
FOREIGN = ("{http://search.yahoo.com/mrss/}", "{http://www.itunes.com/dtds/podcast-1.0.dtd}", "{http://www.georss.org/georss}")

TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one page. `content` is its whole text as HTML, None if the feed has only a `summary`.

    `published` is an ISO date as the feed writes the day, in whatever zone it writes it. `outlet` is who brought it out, where that is
    another than the feed.
    """

    link: str | None
    title: str | None = None
    published: str | None = None
    summary: str | None = None
    content: str | None = field(default=None, repr=False)
    id: str | None = None
    outlet: str | None = None


def read_entry(element: Element, base: str) -> tuple[Entry, list[str]]:
    """An entry, and what of it was not used."""
    own = [child for child in element if not child.tag.startswith(FOREIGN)]
    link, odd_link = _link(element, own, base)
    published, odd_date = _published(own)
    dropped = [f"has a link that leads to no page ({odd_link[:80]}); it was left out"] if odd_link and link is None else []
    dropped += [f"has a date that cannot be read ({odd_date[:40]}); it was left out"] if odd_date else []
    entry = Entry(
        link,
        title=_first(own, "title"),
        published=published,
        summary=_first(own, "description", "summary"),
        content=_content(own),
        id=_first(own, "guid", "id") or element.get(RDF_ABOUT),
        outlet=_outlet(own),
    )
    return entry, dropped


def _link(element: Element, own: list[Element], base: str) -> tuple[str | None, str | None]:
    """The first link that leads to a page, and the last that does not.

    Atom's alternate links come first, then what RSS writes as text, then a guid that says nothing against being a link, then RDF's name.
    """
    links = [child for child in own if local(child.tag) == "link"]
    alternate = [child.get("href") for child in links if child.get("rel", "alternate") == "alternate"]
    guids = [child.text for child in own if local(child.tag) == "guid" and child.get("isPermaLink", "true") == "true"]
    written = [*alternate, *(child.text for child in links), *guids, element.get(RDF_ABOUT)]
    odd = None
    for found in filter(None, ((value or "").strip() for value in written)):
        whole = joined(base, found)
        if whole.lower().startswith(("http://", "https://")):
            return whole, odd
        odd = found
    return None, odd


def _published(own: list[Element]) -> tuple[str | None, str | None]:
    """The day on which it came out as an ISO date, and the words that could not be read.

    `updated` is no such day: a report that is changed later was not published later.
    """
    odd = None
    for child in own:
        name = local(child.tag)
        if name in {"pubDate", "published", "issued"} or (name == "date" and child.tag.startswith(DUBLIN_CORE)):
            written = "".join(child.itertext()).strip()
            if day := stated_day(written):
                return day, None
            odd = written or odd
    return None, odd


def _content(own: list[Element]) -> str | None:
    """The whole text as HTML: what is called encoded content in RSS, content in Atom."""
    for child in own:
        if child.tag == CONTENT and (child.text or "").strip():
            return child.text
        if local(child.tag) == "content" and child.tag != CONTENT and child.get("src") is None:
            return _html(child)
    return None


def _html(child: Element) -> str | None:
    kind = child.get("type", "text").lower()
    if kind in {"html", "text/html"}:
        return (child.text or "").strip() or None
    if kind in {"xhtml", "application/xhtml+xml"}:
        for part in child.iter():
            part.tag = local(part.tag)  # or every tag would be written with a prefix
        return "".join(tostring(part, encoding="unicode", method="html") for part in child).strip() or None
    return escape(found) if kind in {"text", "text/plain"} and (found := (child.text or "").strip()) else None


def _outlet(own: list[Element]) -> str | None:
    """Who brought it out, where an entry says so: RSS' source, the title of Atom's, Dublin Core's publisher."""
    for child in own:
        name = local(child.tag)
        if name == "source":
            titles = [part for part in child if local(part.tag) == "title"]
            if found := words(titles[0] if titles else child) if titles or not len(child) else None:
                return found
        if name == "publisher" and child.tag.startswith(DUBLIN_CORE):
            return words(child)
    return None


def _first(own: list[Element], *names: str) -> str | None:
    return next((found for child in own if local(child.tag) in names and (found := words(child))), None)


def words(element: Element) -> str | None:
    """The element's words on one line. Many feeds write tags and entities into titles a second time."""
    return text.one_line(unescape(TAG.sub(" ", unescape("".join(element.itertext())))))


def local(tag: str) -> str:
    """The name of an element without its vocabulary."""
    return tag.rpartition("}")[2]


def joined(base: str, found: str) -> str:
    """The link in full, as it is where it cannot be completed."""
    try:
        return urljoin(base, found)
    except ValueError:  # a host in brackets that is no address
        return found
