"""Records in the format that was asked for, as a stream of text.

One document is written before the next is coded, where the format allows that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Record = dict[str, Any]


def written(records: Iterable[Record], form: str, *, several: bool = False, width: int = 100, colour: bool = False) -> Iterator[str]:
    """The records as a table, json, jsonl, csv or html. `several`: there may be more than one, so that json has one a line."""
    match form:
        case "table":
            return _tables(records, width, colour)
        case "csv":
            return _rows(records)
        case "html":
            return _page(records)
        case _:
            return _objects(records, on_lines=several or form == "jsonl")


def _tables(records: Iterable[Record], width: int, colour: bool) -> Iterator[str]:
    from ascribe.export.table import render

    for number, record in enumerate(records):
        yield ("\n" if number else "") + render(record, width=width, colour=colour)


def _rows(records: Iterable[Record]) -> Iterator[str]:
    from ascribe.export import csv

    yield csv.header()
    for record in records:
        yield "".join(csv.rows(record))


def _page(records: Iterable[Record]) -> Iterator[str]:
    """One page about all of them: its index comes first, so they are all read before."""
    from ascribe.export.html import page

    known = list(records)
    if known:
        yield page(known)


def _objects(records: Iterable[Record], *, on_lines: bool) -> Iterator[str]:
    from ascribe.export import jsonl

    yield from map(jsonl.line if on_lines else jsonl.page, records)
