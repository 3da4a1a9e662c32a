"""Reads conflict reporting into attributed claims: who says that who did what to whom, in which words.

The program asserts nothing. It records what each source says, beside the words that it rests on.

>>> import ascribe
>>> reading = ascribe.code("Police said gunmen killed three people in Quetta on Monday.", published="2025-05-15")
>>> [(claim.attribution.source.name, claim.fatalities.best) for claim in reading.claims]
[('Police', 3)]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ascribe.errors import AscribeError, BackendError, ConfigError, ReadError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ascribe.case.case import Case
    from ascribe.model.reading import Reading
    from ascribe.model.text import Document
    from ascribe.settings import Settings

__version__ = "0.1.0"

__all__ = [
    "AscribeError",
    "BackendError",
    "ConfigError",
    "Document",
    "ReadError",
    "Reading",
    "Settings",
    "__version__",
    "code",
    "code_many",
    "open",
    "to_records",
]

_LAZY = {"Document": "ascribe.model.text", "Reading": "ascribe.model.reading", "Settings": "ascribe.settings"}


def code(text_or_path: str | Path, *, published: str | None = None, outlet: str | None = None, settings: Settings | None = None) -> Reading:
    """One document with its claims and events. A str is the text itself, a `pathlib.Path` a file.

    `published` is the day on which it came out (YYYY-MM-DD), from which "on Monday" is counted; `outlet` who brought it out. Both go
    before what the document says of itself. What cannot be read raises `ReadError`, a wrong day or setting `ConfigError`.

    >>> reading = code("The army said on Sunday that it shot dead two rebels near Bria.", published="2025-05-14")
    >>> reading.claims[0].quote.exact in reading.document.text
    True
    >>> reading.document.published
    '2025-05-14'
    """
    from ascribe.api import read

    return read(_document(text_or_path, published, outlet), settings or _defaults())


def code_many(
    paths_or_documents: Iterable[str | Path | Document],
    *,
    published: str | None = None,
    outlet: str | None = None,
    settings: Settings | None = None,
    on_error: Callable[[ReadError], None] | None = None,
) -> Iterator[Reading]:
    """Many documents, one reading after the other and in their order: paths of files and folders, texts, and `Document`s.

    Documents do not see each other, so a reading can be dropped as soon as it was used. What cannot be read is handed to `on_error`, and
    the rest goes on; without it, it is raised.

    >>> texts = ["Rebels killed a farmer in Beni.", "The mayor opened a bridge."]
    >>> [len(reading.claims) for reading in code_many(texts, published="2025-05-14")]
    [1, 0]
    """
    from ascribe.api import read

    chosen = settings or _defaults()
    for item in paths_or_documents:
        for document in _documents(item, published, outlet, on_error):
            yield read(document, chosen)


def to_records(reading: Reading) -> dict[str, Any]:
    """A reading as plain dicts and lists, as `ascribe code --format json` prints it: `document`, `claims`, `events`.

    >>> record = to_records(code("Gunmen abducted 12 pupils in Kaduna on 3 March 2024."))
    >>> record["claims"][0]["abducted"]["best"], record["events"][0]["time"]["start"]
    (12, '2024-03-03')
    """
    from ascribe.export.records import record

    return record(reading)


def open(path: str | Path, *, by: str | None = None, settings: Settings | None = None) -> Case:  # noqa: A001 - as one opens a file
    """A case file, made if there is none: documents accumulate in it, and accounts of one happening find each other.

    `by` is who is named in its log. Close it, or use it in a `with` statement.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> with open(Path(mkdtemp()) / "case.db") as case:
    ...     added = case.add_text("Police said gunmen killed three people in Gao on Monday.", outlet="The Post", published="2024-03-06")
    ...     coded = [document.problem for document in case.code(budget=None)]
    ...     events = case.link()
    ...     [(row["place"], row["killed_best"], row["happening"]) for row in case.events()]
    [('Gao', 3, 'single')]
    """
    from pathlib import Path as AnyPath

    from ascribe.case.case import SOMEBODY, Case

    made = Case if AnyPath(path).exists() else Case.create
    return made(path, by=by or SOMEBODY, settings=settings)


def _defaults() -> Settings:
    from ascribe.settings import Settings

    return Settings()


def _document(text_or_path: str | Path, published: str | None, outlet: str | None) -> Document:
    """The document in a file, or that of a text: read as a file with the same words would be. Half characters are replaced."""
    from ascribe.read import read_bytes, read_file

    if not isinstance(text_or_path, str):
        return read_file(text_or_path, published=published, outlet=outlet)
    whole = text_or_path.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return read_bytes(whole.encode(), name="the text", published=published, outlet=outlet)


def _documents(
    item: str | Path | Document, published: str | None, outlet: str | None, on_error: Callable[[ReadError], None] | None
) -> Iterator[Document]:
    from ascribe.model.text import Document
    from ascribe.read import documents

    tell = on_error or _raised
    if isinstance(item, Document):
        yield item
    elif isinstance(item, str):
        try:
            yield _document(item, published, outlet)
        except ReadError as error:
            tell(error)
    else:
        yield from documents([item], published=published, outlet=outlet, on_error=tell)


def _raised(error: ReadError) -> None:
    raise error


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_LAZY[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
