"""Sheets of links: .csv, .tsv and .xlsx, with the columns in any order, told by their names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from ascribe.errors import ReadError
from ascribe.read import text
from ascribe.read.cells import plain
from ascribe.read.listed import FIELD_OF, row
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.wanted import Incoming, Said, Trouble
from ascribe.read.workbooks import is_workbook, worksheets

#: How much of a sheet is read: bytes, rows, columns; and among how many rows the one with the names of the columns is looked for.
MAX_SHEET = 50 * 1024**2
MAX_ROWS = 100_000
MAX_COLUMNS = 200
HEADER_WITHIN = 10

#: A row that runs over more lines than this has most likely lost a quotation mark, and swallowed those behind it.
MANY_LINES = 1_000

DELIMITERS = ",;\t|"
SUFFIXES = frozenset({".csv", ".tsv", ".xlsx"})
NO_HEADER = "has no row with the names of its columns; call them link (or url), text, outlet, date, title, language"

#: Rows, each with its number as a reader of the sheet counts it.
Rows = Iterable[tuple[int, Sequence[str]]]


def sheet(data: bytes, name: str, said: Said) -> Iterator[Incoming]:
    """What the rows of this sheet give, one after the other. What cannot be used is told by its number, and the rest goes on."""
    try:
        if len(data) > MAX_SHEET:
            raise StoppedError(Why.TOO_LARGE, f"is larger than the {MAX_SHEET // 1024**2} MiB that a sheet may have; split it")
        if is_workbook(data):
            yield from _workbook(data, name, said)
        else:
            yield from _table(_lines(data, name), f"{name}, row", name, said, NO_HEADER)
    except StoppedError as stop:
        yield Trouble.of(name, stop)
    except ReadError:
        yield Trouble(name, Why.NOT_KNOWN, "is neither a table in plain text nor .xlsx; save it as .csv")


def _workbook(data: bytes, name: str, said: Said) -> Iterator[Incoming]:
    """Every worksheet is a table of its own; those without links, such as notes, are told and passed over."""
    empty = True
    for title, rows in worksheets(data, MAX_ROWS + HEADER_WITHIN, MAX_COLUMNS):
        empty = False
        cells = ((number, [plain(value) for value in values]) for number, values in rows)
        yield from _table(cells, f"{name}, {title} row", name, said, f"the worksheet {title} {NO_HEADER}")
    if empty:
        yield Trouble(name, Why.NOT_KNOWN, "has no worksheet; save it as .csv")


def _lines(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table in plain text, numbered as a spreadsheet shows them."""
    found, _ = text.decode(data, name=name)
    csv.field_size_limit(MAX_SHEET)  # one number for the whole process; the size of the file is the limit that counts
    reader = csv.reader(io.StringIO(found, newline=""), delimiter=_delimiter(found))
    for number, cells in enumerate(reader, 1):
        yield number, [plain(cell) for cell in cells[:MAX_COLUMNS]]


def _delimiter(found: str) -> str:
    """What stands most often in the first line that is not empty."""
    first = found.lstrip()[:10_000].split("\n")[0]
    return max(DELIMITERS, key=first.count)


def _table(rows: Rows, where: str, found_in: str, said: Said, no_header: str) -> Iterator[Incoming]:
    """The rows below the one that names the columns. A column that nobody knows is passed over."""
    fields: list[str] | None = None
    for number, cells in rows:
        if not any(cells):
            continue
        if fields is None:
            fields = _header(cells)
            if fields is None and number >= HEADER_WITHIN:
                break
        elif number > MAX_ROWS:
            yield Trouble(f"{where} {number}", Why.TOO_LARGE, f"is beyond the {MAX_ROWS:,} rows that are read of one table; split it")
            return
        else:
            yield from _row(fields, cells, f"{where} {number}", found_in, said)
    if fields is None:
        yield Trouble(found_in, Why.NOT_KNOWN, no_header)


def _row(fields: Sequence[str], cells: Sequence[str], where: str, found_in: str, said: Said) -> Iterator[Incoming]:
    values: dict[str, str] = {}
    for field, cell in zip(fields, cells, strict=False):
        if field and cell:
            values.setdefault(field, cell)
    if any(cell.count("\n") > MANY_LINES for cell in cells):
        yield Trouble(where, Why.LEFT_OUT, "runs over many lines; a quotation mark may be missing, and rows with it", lost=False)
    yield from row(values, where, found_in, said)


def _header(cells: Sequence[str]) -> list[str] | None:
    """What each column says, "" for one that nobody knows; None if there is neither a link nor a text among them."""
    fields = [FIELD_OF.get(" ".join(cell.lower().replace("_", " ").split()), "") for cell in cells]
    return fields if {"url", "text", "archived"}.intersection(fields) else None
