"""Claims as one flat table: a row for each claim, columns in a fixed order.

Several values share a cell, joined with "; ". A cell that a spreadsheet might run as a formula (it begins with = + - @, their full-width
forms, a tab or a line end, and is no number) gets a leading apostrophe; so does a cell that begins with apostrophes before such a
character, so that `plain` can take the one apostrophe off again. Half characters, which UTF-8 cannot hold, become U+FFFD: JSON keeps them.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ascribe.export.marks import visible

Record = dict[str, Any]

_RISKY = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
_ONE = r"(?:[+-]?(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?)"
#: A number, or several: the coordinates of several places.
_NUMBER = re.compile(rf"{_ONE}(?:; {_ONE}?)*", re.ASCII)
_HALF = re.compile("[\ud800-\udfff]")


def _cells(record: Record) -> dict[str, Callable[[Record], object]]:
    """Every column and what stands in it, for the claims of one document."""
    document = record["document"]
    return {
        "document_id": lambda _: document["id"],
        "title": lambda _: document["title"],
        "publisher": lambda _: document["publisher"],
        "published": lambda _: document["published"],
        "url": lambda _: document["url"],
        "language": lambda _: document["language"],
        "document_notes": lambda _: document["notes"],
        "claim_id": lambda c: c["id"],
        "event_id": lambda c: c["event"],
        "source_name": lambda c: _of(c["attribution"]["source"], "name"),
        "source": lambda c: _of(c["attribution"]["source"], "canonical"),
        "source_id": lambda c: _of(c["attribution"]["source"], "id"),
        "source_kind": lambda c: _of(c["attribution"]["source"], "kind"),
        "via": lambda c: map(_party, c["attribution"]["via"]),
        "stance": lambda c: c["attribution"]["stance"],
        "certainty": lambda c: c["attribution"]["certainty"],
        "contests": lambda c: c["attribution"]["contests"],
        "channel": lambda c: c["attribution"]["channel"],
        "cue": lambda c: _of(c["attribution"]["cue"], "exact"),
        "event_type": lambda c: c["event_type"],
        "mode": lambda c: c["mode"],
        "tactics": lambda c: c["tactics"],
        "granularity": lambda c: c["granularity"],
        "modality": lambda c: c["modality"],
        "actors": lambda c: map(_party, c["actors"]),
        "actor_ids": lambda c: (p["id"] for p in c["actors"]),
        "recipients": lambda c: map(_party, c["recipients"]),
        "recipient_ids": lambda c: (p["id"] for p in c["recipients"]),
        "targets": lambda c: (t["text"] for t in c["targets"]),
        "weapons": lambda c: (w["text"] for w in c["weapons"]),
        "places": lambda c: (p["name"] for p in c["places"]),
        "place_canonical": lambda c: (p["canonical"] for p in c["places"]),
        "place_level": lambda c: (p["level"] for p in c["places"]),
        "place_country": lambda c: (p["country"] for p in c["places"]),
        "latitude": lambda c: (p["latitude"] for p in c["places"]),
        "longitude": lambda c: (p["longitude"] for p in c["places"]),
        "time_start": lambda c: _of(c["time"], "start"),
        "time_end": lambda c: _of(c["time"], "end"),
        "time_precision": lambda c: _of(c["time"], "precision"),
        "time_basis": lambda c: _of(c["time"], "basis"),
        "time_text": lambda c: _of(c["time"], "text"),
        **{f"{total}_{end}": _figure(total, end) for total in TOTALS for end in ("low", "best", "high")},
        "casualties": lambda c: (f"{x['count']['text']} {x['effect']}: {x['who']}" for x in c["casualties"]),
        "campaign": lambda c: c["campaign"],
        "purpose": lambda c: _of(c["purpose"], "exact"),
        "contexts": lambda c: c["contexts"],
        "quote": lambda c: c["quote"]["exact"],
        "quote_start": lambda c: c["quote"]["start"],
        "quote_end": lambda c: c["quote"]["end"],
        "confidence": lambda c: c["confidence"],
        "made_by": lambda c: c["made_by"],
    }


#: Counts of a claim, each in three columns.
TOTALS = ("fatalities", "injured", "abducted", "arrested", "displaced", "victims", "occurrences", "sites")


def header() -> str:
    """The first line: the names of the columns."""
    return line(COLUMNS)


def rows(record: Record) -> Iterator[str]:
    """One line for each claim of a document. A text may hold line ends, within quotation marks."""
    cells = _cells(record)
    for claim in record["claims"]:
        yield line(cell(value(claim)) for value in cells.values())


def safe(value: str) -> str:
    """The value so that no spreadsheet takes it for a formula."""
    return f"'{value}" if _RISKY.match(value) and not _NUMBER.fullmatch(value) else value


def plain(cell: str) -> str:
    """The value that `safe` was given."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def cell(value: object) -> str:
    """A value as the words of its cell, safe for a spreadsheet."""
    return safe(_text(value))


def line(values: Iterable[str]) -> str:
    """One line of cells."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(values)  # only what ends lines is quoted, and a lone CR ends one for some readers
    return written.getvalue().removesuffix("\r\n") + "\n"


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, str | int | float):
        return _HALF.sub("\ufffd", str(value)).replace("\0", visible("\0"))
    return "; ".join(map(_text, value)) if isinstance(value, Iterable) else str(value)


def _of(record: Record | None, field: str) -> object:
    return None if record is None else record[field]


def _party(record: Record) -> str:
    return str(record["canonical"] or record["name"])


def _figure(total: str, end: str) -> Callable[[Record], object]:
    return lambda claim: _of(claim[total], end)


#: All columns, in their order.
COLUMNS = tuple(_cells({"document": {}}))
