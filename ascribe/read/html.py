"""Web pages: the article without menus and scripts, and what the page's metadata say of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from copy import deepcopy
from html import unescape
from typing import Any

from ascribe.errors import BackendError
from ascribe.read.text import Content, has_words, is_day, one_line

#: How much of a page is looked at, in characters, pictures that are written into the page not counted. The longest articles with all
#: their markup are a tenth of it.
MAX_HTML = 16_000_000

#: Up to these sizes trafilatura finds the article in about five seconds; its time grows with the tags, and the parser below it stops at
#: 256 levels and silently leaves what comes after.
MAX_ARTICLE_HTML = 8_000_000
MAX_TAGS = 60_000
MAX_DEPTH = 200

#: A tag longer than this is not looked into for quotation marks.
MAX_TAG = 4_096

WEB_SUFFIXES = (".html", ".htm", ".xhtml")

COMMENTS = r"(?:\s*+<!--(?:(?!-->).)*+-->)*+\s*+"
PAGE = re.compile(rf"\s*+(?:<\?xml[^>]*+>)?{COMMENTS}<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
FRAGMENT = re.compile(
    rf"{COMMENTS}<(?:!doctype|meta|title|link|script|style|article|main|section|header|nav|div|p|span|table|ul|ol|h[1-6]|blockquote)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
ANY_TAG = re.compile(r"<[a-z!/][^<>]*>", re.IGNORECASE)
OPEN_OR_CLOSE = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
SUBSET = re.compile(rf"(\s*+(?:<\?xml[^>]*+>)?{COMMENTS}<!doctype\b[^<>\[]{{0,500}})\[.*?\]\s*+>", re.IGNORECASE | re.DOTALL)
EMBEDDED = re.compile(r"data:[\w.+/-]{1,100};base64,[\w+/=%]*+")
TAG = re.compile(r"""</?([a-z][\w:-]*)(?:[^<>"']|"[^"]*+"|'[^']*+')*+>""", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^<>]*>([^<]{1,1000})", re.IGNORECASE)

#: These have no end tag, or may leave it out: they tell nothing about how deep we are.
FLAT = frozenset(
    str.split(
        "area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot colgroup "
        "html head body"
    )
)
#: What stands in these is not text that a reader sees.
UNSEEN = frozenset(str.split("script style noscript template iframe svg math title textarea select object audio video canvas"))
#: These begin a new line; all others are within one.
BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form "
        "h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table td th tr ul"
    )
)

#: Where pages say in their body when they were published. Other dates there are dates of events.
DATED = "//*[@itemprop='datePublished' and (@content or @datetime)] | //time[@datetime and (@pubdate or contains(@class, 'publish'))]"

#: What the page says of its date must not depend on the day on which it is read, so the latest day is a fixed one.
DATE_OPTIONS = {"extensive_search": False, "original_date": True, "max_date": "2099-12-31"}


def is_html(text: str, name: str = "") -> bool:
    """Tell whether it begins as a page or as a piece of one, or is called .html and has some tag."""
    head = text[:10_000]
    if PAGE.match(head) or (FRAGMENT.match(head) and "</" in head):
        return True
    return name.lower().endswith(WEB_SUFFIXES) and ANY_TAG.search(head) is not None


def is_other_xml(text: str) -> bool:
    """Tell whether it is XML. Ask only after `is_html`, for some pages are both."""
    return text[:1000].lstrip().startswith(("<?xml", "<rss", "<feed", "<kml"))


def content(html: str) -> Content:
    """Read the article as trafilatura finds it; else, for odd and hostile pages, all the text of the page."""
    html = _slim(html)
    notes = ("too_long", "truncated") if len(html) > MAX_HTML else ()
    html = html[:MAX_HTML]
    found = _article(html) if _is_tame(html) else None
    if found is not None and has_words(found.text):
        return found
    title = TITLE.search(html)
    return Content(stripped(html), title=one_line(unescape(title[1])) if title else None, notes=notes)


def stripped(html: str) -> str:
    """Take the tags away and put each block on a line of its own. Any nesting will do; the time grows with the length only."""
    lines = "".join(_pieces(html)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _slim(html: str) -> str:
    """Leave out pictures that are written into the page, and definitions of entities: nobody expands those, and they can be bombs."""
    if defined := SUBSET.match(html):
        html = f"{defined[1]}>{html[defined.end() :]}"
    return EMBEDDED.sub("", html) if ";base64," in html else html


def _is_tame(html: str) -> bool:
    """Tell whether it is neither so long nor so deep that the parser would fail on it."""
    if len(html) > MAX_ARTICLE_HTML:
        return False
    depth = deepest = tags = 0
    for match in OPEN_OR_CLOSE.finditer(html):
        tags += 1
        if match[2].lower() not in FLAT:
            depth = max(0, depth + (-1 if match[1] else 1))
            deepest = max(deepest, depth)
    return deepest <= MAX_DEPTH and tags <= 2 * MAX_TAGS


def _article(html: str) -> Content | None:
    """Ask trafilatura; None if it finds nothing or fails on the page."""
    try:
        from trafilatura import bare_extraction, load_html
        from trafilatura.metadata import extract_metadata
    except ImportError as error:
        raise BackendError(f"web pages need the package trafilatura and all that it needs: {error}; install ascribe anew") from error

    _keep_quiet()
    try:
        page = load_html(html if PAGE.match(html) else f"<html><body>{html}</body></html>")
        if page is None:
            return None
        said = extract_metadata(page, date_config=DATE_OPTIONS)
        published = extract_metadata(_dated(page), date_config=DATE_OPTIONS).date
        _drop_scripts(page)
        found = bare_extraction(page, include_comments=False)
    except Exception:  # whatever goes wrong inside on a hostile page: its plain text can still be read
        return None
    if found is None or isinstance(found, dict):  # a dict comes only from an option that is not set here
        return None
    url = one_line(said.url) or ""
    return Content(
        (found.text or "").strip(),
        title=one_line(said.title),
        publisher=one_line(said.sitename),
        published=published if published and is_day(published) else None,
        url=url if url.startswith(("http://", "https://")) else None,
    )


def _keep_quiet() -> None:
    """Give the libraries handlers of their own, or what they say about odd pages would go to the user's terminal."""
    for name in ("trafilatura", "htmldate", "courlan", "readability", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _dated(page: Any) -> Any:
    """Leave nothing in the page that could be taken for its publication date but is none.

    trafilatura falls back to any date in the running text: the day of an old attack would become the day of the report. So its search
    sees only the metadata, and what the body marks as the date of publication.
    """
    marked = [mark.get("content") or mark.get("datetime") for mark in page.xpath(DATED)]
    bare = deepcopy(page)
    head = bare.find(".//head")
    if head is None:
        head = bare.makeelement("head")
        bare.insert(0, head)
    head.extend(bare.xpath("//body//script[@type='application/ld+json']"))
    head.extend(bare.makeelement("meta", {"itemprop": "datePublished", "content": day}) for day in marked[:1])
    for rest in bare.xpath("//body | //title"):
        rest.getparent().remove(rest)
    return bare


def _drop_scripts(page: Any) -> None:
    """Remove what no reader of the page saw: trafilatura would take text from a script on pages that have little other."""
    for script in page.xpath("//script | //style | //template"):
        script.drop_tree()


def _pieces(html: str) -> Iterator[str]:
    at = 0
    while (opening := html.find("<", at)) >= 0:
        yield _spoken(html[at:opening])
        at, piece = _past(html, opening)
        yield piece
    yield _spoken(html[at:])


def _spoken(raw: str) -> str:
    """Resolve the text between tags. Line ends in it are only spaces."""
    return unescape(raw).replace("\n", " ")


def _past(html: str, at: int) -> tuple[int, str]:
    """Find where that which begins at this `<` ends, and the text that stands for it."""
    if html.startswith("<!--", at):
        return _after(html, "-->", at + 4), ""
    if html.startswith(("<!", "<?"), at):
        end = _after(html, ">", at)
        return (_after(html, "]>", at) if "[" in html[at:end] else end), ""
    tag = TAG.match(html, at, at + MAX_TAG)
    if tag is None:
        is_tag = html[at + 1 : at + 2].isalpha() or html.startswith("</", at)
        return (_after(html, ">", at), "") if is_tag else (at + 1, "<")
    name = tag[1].lower()
    if name in UNSEEN and html[at + 1] != "/":
        return _after_element(html, name, tag.end()), " "
    return tag.end(), "\n" if name in BLOCKS else ""


def _after(html: str, mark: str, at: int) -> int:
    """Go to just after the next such mark; to the end of the page if there is none, as the HTML standard has it."""
    found = html.find(mark, at)
    return len(html) if found < 0 else found + len(mark)


def _after_element(html: str, name: str, at: int) -> int:
    closing = re.compile(rf"</{name}\b[^>]*+>?", re.IGNORECASE).search(html, at)
    return closing.end() if closing else len(html)
