"""Files and folders become documents, one after the other. What cannot be read is told, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from ascribe.errors import ReadError
from ascribe.model.text import Document
from ascribe.read import html, pdf, text
from ascribe.read.language import language
from ascribe.read.text import Content

#: How many bytes one document may have.
MAX_BYTES = 64 * 1024 * 1024

#: What is read of a folder. A file that is named by itself is read whatever it is called.
SUFFIXES = frozenset({".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".pdf"})

#: How much of a file without an ending is looked at to see whether it is text.
PEEK = 4_096


def documents(
    paths: Iterable[Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    on_error: Callable[[ReadError], None],
) -> Iterator[Document]:
    """Read these files and folders in order, and a folder's files by name.

    Of a folder are read text, web pages and PDF files, and files without an ending that are text; hidden files are not, nor what a link
    leads to outside. What cannot be read is handed to `on_error`, and the rest goes on.
    """
    day = text.day(published)
    return _documents(paths, day, outlet, on_error)


def read_file(path: Path, *, published: str | None = None, outlet: str | None = None) -> Document:
    """Read the document in this file."""
    day = text.day(published)
    return read_bytes(bytes_of(path), name=str(path), published=day, outlet=outlet)


def bytes_of(path: Path) -> bytes:
    """What is in this file, one byte more than a document may have at most."""
    if is_folder(path):
        raise ReadError(f"{shown(path)}: is a folder, not a file; name the file, or let the whole folder be read")
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)  # never more, whatever the file says of its size: a pipe or a device says nothing
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
        raise ReadError(f"{shown(path)}: {reason(error)}") from error


def read_bytes(data: bytes, *, name: str, published: str | None = None, outlet: str | None = None) -> Document:
    """Read the document in these bytes. What they are tells whether this is a PDF, a web page or plain text, hardly their name."""
    day = text.day(published)
    called = shown(name)
    if len(data) > MAX_BYTES:
        raise ReadError(f"{called}: larger than the {MAX_BYTES // 1024**2} MiB that one document may have; split it into its articles")
    found = _content(data, name, called)
    if not text.has_words(found.text):
        raise ReadError(f"{called}: {'has no words' if data.strip() else 'is empty'}; nothing to code")
    return _document(data, found, day, outlet)


def shown(name: Path | str) -> str:
    """Make a file's name fit to print: what is no plain character (line ends, terminal codes, half characters) is escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in str(name))


def _content(data: bytes, name: str, called: str) -> Content:
    if pdf.is_pdf(data, name):
        return pdf.content(data, name=called)
    whole = len(data) <= text.HEAD_BYTES
    decoded, notes = text.decode(data[: text.HEAD_BYTES], name=called, whole=whole)
    if html.is_html(decoded, name):
        if not whole:
            decoded, notes = text.decode(data, name=called)
        found = html.content(decoded)
        return replace(found, notes=(*notes, *found.notes))
    if html.is_other_xml(decoded):
        raise ReadError(f"{called}: is XML but no web page; save the article as HTML or as plain text")
    if not whole:
        decoded = text.capped(decoded, min(text.MAX_CHARS, len(decoded) - 1))  # it may end within a word
        notes = (*notes, "too_long", "truncated")
    return replace(text.content(decoded), notes=notes)


def _document(data: bytes, found: Content, day: str | None, outlet: str | None) -> Document:
    """Put the facts together. What the user says goes before what the document says of itself."""
    coded = text.capped(found.text)
    tongue = language(coded)
    facts = {
        "too_long": len(coded) < len(found.text),
        "truncated": len(coded) < len(found.text),
        "long_line": text.has_long_line(coded),
        "no_publication_date": day is None and found.published is None,
        "date_from_page": day is None and found.published is not None,
        "not_english": tongue != "en",
    }
    document = Document(
        id=sha256(data).hexdigest(),
        text=coded,
        title=found.title,
        publisher=text.one_line(outlet) or found.publisher,
        published=day or found.published,
        url=found.url,
        language=tongue,
    )
    return document.noted(*found.notes, *(code for code, holds in facts.items() if holds))


def _documents(paths: Iterable[Path], day: str | None, outlet: str | None, on_error: Callable[[ReadError], None]) -> Iterator[Document]:
    for path in paths:
        files = in_folder(path, on_error) if is_folder(path) else (path,)
        for file in files:
            try:
                document = read_file(file, published=day, outlet=outlet)
            except ReadError as error:
                on_error(error)
            else:
                yield document


def in_folder(folder: Path, on_error: Callable[[ReadError], None]) -> Iterator[Path]:
    """Find the files to read in a folder and in those within it. Each is read once, however many links lead to it."""
    try:
        root = folder.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        on_error(ReadError(f"{shown(folder)}: {reason(error)}"))
        return
    empty = True

    def tell(error: ReadError) -> None:
        nonlocal empty
        empty = False
        on_error(error)

    for file in _walk(folder, root, {root}, tell):
        empty = False
        yield file
    if empty:
        on_error(ReadError(f"{shown(folder)}: no file to read in this folder; there can be {', '.join(sorted(SUFFIXES))}"))


def _walk(folder: Path, root: Path, seen: set[Path], on_error: Callable[[ReadError], None]) -> Iterator[Path]:
    """Keep the folders on a list of our own, so that no depth of folders can end the run."""
    waiting = [folder]
    while waiting:
        entry = waiting.pop()
        try:
            real = entry.resolve(strict=True)
            if not real.is_relative_to(root):
                raise ReadError(f"{shown(entry)}: a link that leaves the folder, and is not followed; name the file itself to have it read")
            if entry is not folder and real in seen:
                continue
            seen.add(real)
            if real.is_dir():
                visible = (inner for inner in entry.iterdir() if not inner.name.startswith("."))
                waiting.extend(sorted(visible, reverse=True))
            elif _is_wanted(entry):
                yield entry
        except ReadError as error:
            on_error(error)
        except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links, up to Python 3.12
            on_error(ReadError(f"{shown(entry)}: {reason(error)}"))


def is_folder(path: Path) -> bool:
    """Tell whether it is a folder. What may not even be asked about is taken for a file, and told when it is opened."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_wanted(path: Path) -> bool:
    """Tell whether the ending is one that we read; without one ("report 12.05.2025" has none either), whether there is no zero byte."""
    ending = path.suffix.lower()
    if not path.is_file():
        return False
    if ending and not ending[1:].isdigit():
        return ending in SUFFIXES
    with path.open("rb") as file:
        head = file.read(PEEK)
    return pdf.is_pdf(head) or b"\0" not in head


def reason(error: Exception) -> str:
    """Put the system's reason into words, with the remedy."""
    match error:
        case FileNotFoundError():
            return "no such file; check the path, or the link that leads there"
        case PermissionError():
            return "may not be read; check its permissions"
        case OSError(strerror=str(said)):
            return f"cannot be read ({said.lower()}); check the path"
        case RuntimeError():
            return "is a link that leads back to itself; remove it"
        case _:
            return "cannot be read; check the path"
