"""PDF: the text of all pages, with the lines put together again to paragraphs."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import TYPE_CHECKING

from ascribe.errors import ReadError
from ascribe.read.text import MAX_CHARS, Content, has_words, one_line

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

#: Ligatures are the typesetter's, not the writer's: "five" must not be "\ufb01ve".
LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": None})

#: A line shorter than this part of a full one, and not followed by a small letter, ends its paragraph.
SHORT = 0.75
#: One that ends a sentence may be somewhat longer.
SHORT_SENTENCE = 0.9

BULLET = re.compile(r"(?:[•●▪■◦‣∙·*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")
SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*$""")
HYPHENATED = re.compile(r"(\w+)[-\u00ad\u2010]$")
FIRST_WORD = re.compile(r"\w+")

#: Before these a hyphen belongs to the word: "al-Shabaab", "ex-fighters", "anti-government".
KEEPS_HYPHEN = frozenset(str.split("al el as ash an ar at ex anti pro non self semi cross co mid"))

#: Titles that programs write into the file by themselves.
MACHINE_TITLE = re.compile(r"(?i)untitled|microsoft word|\.(?:docx?|pdf|indd|odt|rtf|txt|qxd)$")


def is_pdf(data: bytes, name: str = "") -> bool:
    """Tell whether it begins as a PDF does; a file that is called .pdf may have some bytes before, as some programs write them."""
    head = data[:1024]
    return head.lstrip().startswith(b"%PDF-") or (name.lower().endswith(".pdf") and b"%PDF-" in head)


def content(data: bytes, *, name: str) -> Content:
    """Read all pages in paragraphs, and the title that the file gives. Its date of creation is no publication date and is left."""
    import pypdf

    _keep_quiet()
    damaged = f"{name}: this PDF is damaged; open it in a viewer and save it anew"
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        unlocked = not reader.is_encrypted or _unlocks(reader)
        pages = list(_pages(reader)) if unlocked else []
        title = _title(reader) if unlocked else None
    except Exception as error:  # pypdf's own errors and, on damaged files, those of any Python code: KeyError, RecursionError ...
        raise ReadError(damaged) from error
    if not unlocked:
        raise ReadError(f"{name}: this PDF is encrypted; save a copy without a password first")
    legible = [page for page in pages if page is not None and has_words(page)]
    if not legible:
        raise ReadError(damaged if None in pages else f"{name}: this PDF has no text, only pictures of it; run OCR first")
    notes = ("pages_without_text",) if len(legible) < len(pages) else ()
    return Content(unwrapped(legible), title=title, notes=notes)


def unwrapped(pages: Sequence[str]) -> str:
    """Make paragraphs of the pages' lines, one a line, without the heads and feet that repeat from page to page.

    A line goes on in the next one if that begins with a small letter, or if it is about as wide as the text. Words that were divided at
    the line's end are joined.
    """
    lines = [line for page in _without_running_lines(pages) for line in page]
    written = sorted(len(line) for line in lines if line)
    full = written[len(written) * 4 // 5] if written else 0
    running = " ".join(lines)
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        last = paragraphs[-1]
        if not line:
            paragraphs.append([])
        elif last and not _goes_on(last[-1], line, full):
            paragraphs.append([line])
        else:
            last.append(line)
    return "\n".join(_joined(paragraph, running) for paragraph in paragraphs if paragraph)


def _keep_quiet() -> None:
    """Give pypdf a handler of its own, or what it says about odd files would go to the user's terminal."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def _unlocks(reader: PdfReader) -> bool:
    """Try without a password. Many files are encrypted only to forbid printing, and every viewer opens them."""
    try:
        return bool(reader.decrypt(""))
    except Exception:  # an unknown way of encrypting, or one that needs a package we do not ask for
        return False


def _pages(reader: PdfReader) -> Iterator[str | None]:
    read = 0
    for page in reader.pages:
        text = _page_text(page)
        yield text
        read += len(text or "")
        if read > 2 * MAX_CHARS:  # the rest would be cut off anyway, even if half of this were page heads
            return


def _page_text(page: PageObject) -> str | None:
    """Take the page's text; None if the page is damaged, so that one broken page does not cost the others."""
    try:
        text = page.extract_text()
    except Exception:  # see `content`
        return None
    text = re.sub(r"\r\n?", "\n", text).translate(LIGATURES)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _title(reader: PdfReader) -> str | None:
    title = one_line(reader.metadata.title if reader.metadata else None)
    return None if title is None or MACHINE_TITLE.search(title) else title


def _without_running_lines(pages: Sequence[str]) -> list[list[str]]:
    """Split the pages into lines and leave out heads, feet and page numbers.

    They stand first or last on a third of the pages, or on five, the same but for their digits. Left in, a page number would fall into
    the middle of a sentence: "the attackers killed 12 soldiers".
    """
    numbered = [_trimmed([line.strip() for line in page.split("\n")]) for page in pages]
    for _ in range(3):  # heads of up to three lines
        edges = Counter(edge for page in numbered for edge in {_mask(line) for line in page[:1] + page[-1:]})
        running = {edge for edge, times in edges.items() if times >= max(2, min(5, len(pages) // 3))}
        for page in numbered:
            if page and _mask(page[0]) in running:
                del page[0]
            if page and _mask(page[-1]) in running:
                del page[-1]
        numbered = [_trimmed(page) for page in numbered]
    return numbered


def _trimmed(lines: list[str]) -> list[str]:
    written = [at for at, line in enumerate(lines) if line]
    return lines[written[0] : written[-1] + 1] if written else []


def _mask(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _goes_on(last: str, line: str, full: int) -> bool:
    if BULLET.match(line):
        return False
    if line[0].islower() or last.endswith((",", ";")) or HYPHENATED.search(last):
        return True
    return len(last) >= (SHORT_SENTENCE if SENTENCE_END.search(last) else SHORT) * full


def _joined(lines: Sequence[str], running: str) -> str:
    pieces = [lines[0]]
    for last, line in pairwise(lines):
        divided, first = HYPHENATED.search(last), FIRST_WORD.match(line)
        if divided and first:
            if _is_division(divided[1], first[0], last, running):
                pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        else:
            pieces.extend((" ", line))
    return "".join(pieces)


def _is_division(before: str, after: str, last: str, running: str) -> bool:
    """Tell whether the hyphen only divides the word. Not so in a name, or if the text has the same compound elsewhere."""
    if last.endswith("\u00ad"):
        return True
    compound = f"{before}-{after}"
    return after[0].islower() and before.lower() not in KEEPS_HYPHEN and compound not in running
