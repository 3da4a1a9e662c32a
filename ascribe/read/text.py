"""Plain text: which encoding the bytes are in, where lines end, how much of it is coded."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from datetime import date

from ascribe.errors import ConfigError, ReadError

#: How many characters of one document are coded: three long novels. More is a corpus in one file, and would hold up all the others.
MAX_CHARS = 2_000_000

#: How many bytes are decoded at most for that many characters: four for each, in any encoding of Unicode.
HEAD_BYTES = 4 * MAX_CHARS

#: From here on a line is no paragraph any more. The longest paragraphs of reports stay below 10,000 characters.
LONG_LINE = 50_000

#: How far before the cap a good place to stop is looked for.
REACH = 20_000

#: Byte order marks. UTF-32 stands before UTF-16, whose mark it begins with.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

#: What other kinds of file begin with. They are refused by name, because each has its own way out.
FOREIGN = (
    (b"PK\x03\x04", "a ZIP archive or an Office file (.docx, .odt, .epub)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (.doc, .xls)"),
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"%!PS", "a PostScript file"),
)

#: Encodings that a page may declare. Others that Python knows (`unicode_escape`, `punycode`, `utf-7`) are no encodings of articles and
#: can be made to take hours.
DECLARABLE = re.compile(
    r"(?:iso-?8859-?\d{1,2}|(?:windows-?|cp)(?:125\d|866|874|932|936|949|950)|koi8-[rtu]|gb(?:2312|k|18030)|big5(?:-?hkscs)?"
    r"|shift[-_]jis|euc-(?:jp|kr)|tis-620|mac-?(?:cyrillic|roman|greek|turkish|arabic))",
    re.IGNORECASE,
)
DECLARATION = re.compile(rb"""(?:<meta\b[^>]{0,200}?\bcharset|<\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE)

WORD = re.compile(r"[^\W\d_]")
SENTENCE_END = re.compile(r"""[.!?…。؟।]["'”’»)\]]*\s""")
NOT_ASCII = re.compile(r"[^\x00-\x7f\ufffd]")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")

#: A few lines such as "Date: 2025-05-15" before the first empty line, or between the `---` of Markdown's front matter.
HEADER = re.compile(
    r"\s{0,20}(?:---[ \t]*\n)?"
    r"((?:(?:title|headline|date|published|source|publisher|outlet|url|link|author|by)[ \t]*:[^\n]{0,1000}\n){1,12})"
    r"(?:---[ \t]*|[ \t]*)(?:\n|\Z)",
    re.IGNORECASE,
)
HEADER_FIELDS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "source": "publisher",
    "publisher": "publisher",
    "outlet": "publisher",
    "url": "url",
    "link": "url",
}


@dataclass(frozen=True, slots=True)
class Content:
    """What one kind of file gives: its text, and what it says of itself."""

    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


def content(text: str) -> Content:
    """Take the text as it is, with what its header lines say. They stay in it, so that offsets count into the whole file."""
    said = _header(text)
    published = said.get("published", "")[:10]
    url = said.get("url", "")
    return Content(
        text,
        title=said.get("title"),
        publisher=said.get("publisher"),
        published=published if is_day(published) else None,
        url=url if url.startswith(("http://", "https://")) else None,
    )


def decode(data: bytes, *, name: str, whole: bool = True) -> tuple[str, tuple[str, ...]]:
    r"""Make text of bytes, with line ends as `\n`, and notes on how that was done.

    The first of these that fits: the byte order mark, UTF-8, the encoding that the page declares, UTF-16 without a mark. Then the bytes
    are damaged or tell nothing: mostly good UTF-8 is read as that, then the declared encoding is taken at its word, then Windows-1252.
    Characters are neither composed nor dropped. `whole` is false if the bytes are the beginning of more, and may end within a character.
    """
    _refuse_other_formats(data, name)
    text, notes = _decoded(data, whole)
    _refuse_binary(text, name)
    return text.replace("\r\n", "\n").replace("\r", "\n"), notes


def capped(text: str, limit: int = MAX_CHARS) -> str:
    """Cut a text that is too long: after the last line end before the limit, else sentence end, else space."""
    if len(text) <= limit:
        return text
    near = text[max(0, limit - REACH) : limit]
    ends = [match.end() for match in SENTENCE_END.finditer(near)]
    stop = near.rfind("\n") + 1 or (ends[-1] if ends else 0) or near.rfind(" ") + 1 or len(near)
    return text[: limit - len(near) + stop]


def has_words(text: str) -> bool:
    """Tell whether there is a letter in it."""
    return WORD.search(text) is not None


def has_long_line(text: str) -> bool:
    """Tell whether some line is longer than any paragraph."""
    return len(text) > LONG_LINE and max(map(len, text.split("\n"))) > LONG_LINE


def is_day(value: str) -> bool:
    """Tell whether it is a day of the form YYYY-MM-DD. Python's own reader also takes 20250515 and 2025-W20-4."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def day(published: str | None) -> str | None:
    """The day of publication that a user gives, as it is; one that is no day raises `ConfigError`."""
    if published is not None and not is_day(published):
        raise ConfigError(f"published {published!r}: is no day of the form YYYY-MM-DD, such as 2025-05-15")
    return published


def one_line(value: object) -> str | None:
    """Put a title or a name on one line; None if nothing is left. Half characters become question marks."""
    if not isinstance(value, str):
        return None
    return " ".join(value.encode("utf-8", "replace").decode("utf-8").split()) or None


def _header(text: str) -> dict[str, str]:
    match = HEADER.match(text)
    said: dict[str, str] = {}
    for line in match[1].splitlines() if match else ():
        key, _, value = line.partition(":")
        field = HEADER_FIELDS.get(key.strip().lower())
        if field and (known := one_line(value.strip(" \t\"'"))):
            said.setdefault(field, known)
    return said


def _decoded(data: bytes, whole: bool) -> tuple[str, tuple[str, ...]]:
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _leniently(data[len(mark) :], codec, whole)
    if (wide := _wide(data, whole)) is not None:
        return wide, ()
    if (text := _strictly(data, "utf-8", whole)) is not None:
        return text, ()
    declared = _declared(data)
    if declared and (text := _strictly(data, declared, whole)) is not None:
        return text, ()
    mended, lossy = _leniently(data, "utf-8", whole)
    if len(NOT_ASCII.findall(mended)) > mended.count("\ufffd"):
        return mended, lossy
    if declared:
        return _leniently(data, declared, whole)
    text, lossy = _leniently(data, "cp1252", whole)
    return text, ("guessed_encoding", *lossy)


def _strictly(data: bytes, codec: str, whole: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(codec)("strict").decode(data, whole)
    except (UnicodeDecodeError, LookupError):
        return None


def _leniently(data: bytes, codec: str, whole: bool) -> tuple[str, tuple[str, ...]]:
    text = _strictly(data, codec, whole)
    if text is not None:
        return text, ()
    return codecs.getincrementaldecoder(codec)("replace").decode(data, whole), ("lossy_decoding",)


def _declared(data: bytes) -> str | None:
    """Find the encoding that a page names in its first lines. Latin-1 means Windows-1252, as in browsers (WHATWG Encoding, 4.2)."""
    match = DECLARATION.search(data[:4096])
    codec = match[1].decode("ascii").lower() if match else ""
    if codec in {"iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii"}:
        return "cp1252"
    if not DECLARABLE.fullmatch(codec):
        return None
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return None


def _wide(data: bytes, whole: bool) -> str | None:
    """Try UTF-16 without a mark.

    Spaces and Latin letters leave a zero byte on one side of their pairs, never on the other; and few pairs are two plain letters, or it
    would be plain text with a stray zero byte.
    """
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    plain = sum(32 <= left < 127 and 32 <= right < 127 for left, right in zip(sample[0::2], sample[1::2], strict=False))
    if max(even, odd) <= plain or min(even, odd) > max(even, odd) // 20:
        return None
    text = _strictly(data, "utf-16-le" if odd > even else "utf-16-be", whole)
    if text is None or "\0" in text:
        return None
    seen = text[:2000]
    legible = sum(c.isprintable() or c.isspace() for c in seen)
    return text if legible >= 0.95 * len(seen) else None


def _refuse_other_formats(data: bytes, name: str) -> None:
    for beginning, kind in FOREIGN:
        if data.startswith(beginning):
            raise ReadError(f"{name}: not text but {kind}; convert it first, to plain text, HTML or PDF")


def _refuse_binary(text: str, name: str) -> None:
    """Refuse zero bytes, and more than 5 % of other control characters (that leaves room for a terminal's colours)."""
    sample = text[:8192]
    if "\0" in text or len(CONTROL.findall(sample)) > 0.05 * len(sample):
        raise ReadError(f"{name}: not text but binary data; convert it first, to plain text, HTML or PDF")
