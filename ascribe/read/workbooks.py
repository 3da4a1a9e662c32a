"""Workbooks (.xlsx): looked through before anything in them is unpacked or parsed, then read row by row."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from ascribe.read.plainxml import refuse_definitions
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.unpacked import HARMLESS, RATIO

#: How much a workbook may hold: parts, bytes when they are unpacked, bytes between one tag and the next.
MAX_PARTS = 1_000
MAX_UNPACKED = 50 * 1024**2
MAX_STRETCH = 1024**2

XML = (".xml", ".rels", ".vml")


def is_workbook(data: bytes) -> bool:
    """Tell whether it is a ZIP archive, as every .xlsx is."""
    return data.startswith(b"PK\x03\x04")


def worksheets(data: bytes, rows: int, columns: int) -> Iterator[tuple[str, Iterator[tuple[int, Sequence[object]]]]]:
    """Title and rows of each worksheet, at most so many rows and columns of it. Formulas come as they are written.

    A `StoppedError` says that the file is too large, defines a document type, or is no workbook.
    """
    _look_through(data)
    from openpyxl import load_workbook

    warnings.filterwarnings("ignore", module=r"openpyxl\.")  # it warns of each feature that it does not know
    with _whatever_is_wrong():
        book = load_workbook(BytesIO(data), read_only=True, keep_links=False)
    for page in book.worksheets:
        page.reset_dimensions()  # what the file says of its size can be anything
        yield page.title, _numbered(page.iter_rows(max_row=rows, max_col=columns, values_only=True))


def _numbered(rows: Iterator[Sequence[object]]) -> Iterator[tuple[int, Sequence[object]]]:
    """The rows with their numbers; the file is read on as they are asked for."""
    with _whatever_is_wrong():
        yield from enumerate(rows, 1)


@contextmanager
def _whatever_is_wrong() -> Iterator[None]:
    """Whatever is wrong in a file of strangers, each library raises something of its own: here it becomes one thing."""
    try:
        yield
    except StoppedError:
        raise
    except Exception as error:
        raise StoppedError(Why.DAMAGED, f"cannot be read as a workbook ({type(error).__name__}); save it anew, or as .csv") from error


def _look_through(data: bytes) -> None:
    """Refuse what would grow out of proportion, has too many parts, cannot be opened, or has XML that defines something.

    No more comes out of a part than it says, so that sizes can be added up before anything is unpacked; parts that lie over each other
    count each by themselves.
    """
    with _whatever_is_wrong(), ZipFile(BytesIO(data)) as archive:
        parts = archive.infolist()
        size = sum(part.file_size for part in parts)
        if len(parts) > MAX_PARTS or size > MAX_UNPACKED or size > max(HARMLESS, RATIO * len(data)):
            raise StoppedError(Why.TOO_LARGE, f"holds {len(parts):,} parts of {size:,} bytes in all; save only the sheet with the links")
        if any(part.flag_bits & 1 or part.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for part in parts):
            raise StoppedError(Why.DAMAGED, "is locked with a password or packed in a way of its own; save it without")
        for part in parts:
            if part.filename.lower().endswith(XML):
                _look_into(archive.read(part))


def _look_into(part: bytes) -> None:
    refuse_definitions(part)
    if max(map(len, part.split(b">"))) > MAX_STRETCH:  # the parser's time grows with the square of the length of a tag
        raise StoppedError(Why.TOO_LARGE, f"has a cell or a tag of more than {MAX_STRETCH:,} bytes; save it as .csv")
