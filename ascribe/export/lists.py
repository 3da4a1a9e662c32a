"""Rows of a case's lists and what is shown of one id, for a terminal or a pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table

from ascribe.export import csv, jsonl, names, words
from ascribe.export.marks import on_one_line, shortened
from ascribe.export.table import printed

Record = dict[str, Any]
#: Columns that a terminal has room for, and how long their words may be. Others are in csv and json.
SHOWN = {
    "events": {"id": 10, "when": 24, "what": 30, "place": 24, "actors": 28, "recipients": 24, "killed": 9, "happening": 12, "docs": 6},
    "claims": {"id": 10, "event": 10, "source": 28, "stance": 11, "what": 24, "when": 24, "place": 20, "killed": 9, "quote": 60},
    "documents": {"id": 10, "state": 8, "published": 11, "publisher": 24, "title": 44, "claims": 6, "copies": 24},
    "sources": {"source": 44, "events": 7, "claims": 7, "alone": 7, "borne_out": 10, "contradicted": 13},
    "actors": {"actor": 44, "kind": 20, "country": 8, "events": 7, "as_actor": 9, "as_recipient": 13},
    "places": {"place": 30, "level": 10, "admin1": 20, "country": 8, "events": 7, "names": 30},
    "judgements": {"number": 7, "one": 10, "other": 10, "verdict": 10, "chance": 7, "maker": 24, "at": 21, "why": 30, "undone": 30},
    "tolls": {"event": 10, "published": 11, "source": 30, "stance": 10, "killed": 9, "quote": 60},
    "redirects": {"old": 20, "new": 20},
    "log": {"number": 7, "at": 21, "who": 14, "what": 20, "subject": 18, "why": 40},
}
#: How much of an id is shown: enough to be named by.
_ID = 9


def csv_lines(columns: Sequence[str], rows: Iterable[Record]) -> Iterator[str]:
    """The rows as CSV, with a first line of names. Cells that a spreadsheet would run are made safe."""
    yield csv.line(columns)
    for row in rows:
        yield csv.line(csv.cell(row[column]) for column in columns)


def json_lines(rows: Iterable[Record]) -> Iterator[str]:
    """One object a line."""
    yield from map(jsonl.line, rows)


def table(what: str, rows: Iterable[Record], *, width: int = 100, colour: bool = False) -> str:
    """The rows as a table of the columns that matter most; `-f csv` has them all."""
    shown = SHOWN[what]
    made = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column in shown:
        made.add_column(column.replace("_", " "), overflow="fold", no_wrap=column == "id")
    count = 0
    for row in rows:
        count += 1
        made.add_row(*(shortened(_cell(row, column), room) for column, room in shown.items()))
    if not count:
        return f"no {what} yet, or none that fit\n"
    return printed(made, width=width, colour=colour)


def _cell(row: Record, column: str) -> str:
    if column == "when":
        return words.interval(row["time_start"], row["time_end"])
    if column == "what" and "event_type" in row:
        return words.kind({"event_type": row["event_type"], "tactics": [each for each in row["tactics"].split("; ") if each]})
    if column == "killed":
        return toll(row)
    if column == "docs":
        return f"{row['origins']}" if row["origins"] == row["documents"] else f"{row['origins']} ({row['documents']})"
    value = row[column]
    if column in {"id", "event", "one", "other"} and isinstance(value, str):
        return value[:_ID]
    return "" if value is None else str(value)


def toll(row: Record) -> str:
    """The killed, as a range: `24`, `20 to 31`, `24+`; empty where nothing is said."""
    low, best, high = (row[f"killed_{end}"] for end in ("low", "best", "high"))
    if low is None and best is None and high is None:
        return ""
    if low is not None and high is not None:
        return f"{low}" if low == high else f"{low} to {high}"
    return f"{low}+" if low is not None else f"up to {high}" if high is not None else f"about {best}"


def shown(record: Record) -> Iterator[str]:
    """What stands for an id, in lines for reading."""
    yield from {"event": _event, "claim": _claim, "report": _report, "document": _document}[record["kind"]](record)


def _event(record: Record) -> Iterator[str]:
    """One sentence, how far it is borne out, who says so, its figures over time, its documents, what it encloses, how it came together."""
    event = record["event"]
    if record["asked"] != event["id"]:
        yield f"{record['asked']} is part of {event['id']} now"
    yield event["id"]
    yield words.headline(event)
    for aspect in names.ASPECTS:
        known = event["standing"][aspect]
        if known["level"] != "none" or known["contested_by"] or aspect == "happening":
            yield f"  {aspect}: {words.standing(known)}"
    for relation in event["relations"]:
        yield f"  {words.relation(relation)} {relation['event']} (“{shortened(relation['quote']['exact'], 120)}”)"
    yield ""
    yield "WHO SAYS SO, in which words"
    for claim in record["claims"]:
        beside = [name for name, holds in (("nobody else says so", claim["alone"]), ("contested", claim["contradicted"])) if holds]
        days = words.day(claim["published"]) if claim["published"] else "undated"
        outlet = on_one_line(claim["publisher"] or "outlet not known")
        yield f"  {claim['id'][:_ID]} {claim['source'] or 'the document'} · {claim['stance']}, {claim['certainty']} · in {outlet}, {days}"
        yield f"      “{shortened(claim['quote'], 200)}”" + (f" ({'; '.join(beside)})" if beside else "")
    yield from _figures(record["tolls"])
    yield from _texts(record["documents"])
    yield from _among(event, record["enclosed"], record["counted"])
    yield from _together(record)


def _figures(tolls: list[Record]) -> Iterator[str]:
    if tolls:
        yield ""
        yield "KILLED, by source and day of publication"
        for row in tolls:
            yield f"  {row['published'] or 'undated':10}  {toll(row):>9}  {row['source']} ({row['stance']}) {row['claim'][:_ID]}"


def _texts(documents: list[Record]) -> Iterator[str]:
    """Documents, copies below the text that they copy."""
    yield ""
    origins = {row["origin"] for row in documents}
    yield f"TOLD IN {words.plural(len(documents), 'document')}" + (
        f", {words.plural(len(origins), 'text')} of their own" if len(origins) < len(documents) else ""
    )
    for row in sorted(documents, key=lambda row: (row["origin"], row["origin"] != row["id"])):
        yield ("  " if row["origin"] == row["id"] else "    copy: ") + _text_line(row)


def _text_line(row: Record) -> str:
    outlet = on_one_line(row["publisher"] or "outlet not known") + (f", from {row['credit']}" if row["credit"] else "")
    return f"{row['id'][:12]} {outlet}, {row['published'] or 'undated'}: {shortened(row['title'] or 'without a title', 80)}"


def _among(event: Record, enclosed: list[Record], counted: list[Record]) -> Iterator[str]:
    """How many its sources count, and which events of this case can be among them. Nothing is added up."""
    if event["granularity"] != "aggregate":
        return
    independent = sum(each["independently"] for each in enclosed)
    claimed = "; ".join(dict.fromkeys(words.number(each["count"]) for each in counted))
    yield ""
    yield f"TOLD TOGETHER: {f'{claimed} claimed' if claimed else 'not counted by its source'}, {independent} reported independently"
    for each in enclosed:
        by = f"also by {words.listed(each['sources'][:4])}" if each["independently"] else "by nobody else"
        yield f"  {each['event'][:_ID]} {by}"


def _together(record: Record) -> Iterator[str]:
    if record["judgements"]:
        yield ""
        yield "PUT TOGETHER by these judgements (ascribe link --explain ONE OTHER tells why)"
        for row in record["judgements"]:
            pair = f"{row['one'][:_ID]} {row['other'][:_ID]}"
            said = f"{row['verdict']} {row['chance']:.2f} by {row['maker']}" + (f": {row['why']}" if row["why"] else "")
            yield f"  {row['number']:>5} {pair} {said}" + (f", taken back {row['undone']}" if row["undone"] else "")
    if record["redirects"]:
        yield f"  ids that lead here: {', '.join(record['redirects'])}"


def _claim(record: Record) -> Iterator[str]:
    claim = record["claim"]
    yield f"{claim['id']} of event {claim['event'] or '(not linked yet)'}, document {record['document'][:12]}"
    if not record["found"]:
        yield "  the engine that coded last does not find it any more"
    yield f"  {words.source(claim['attribution'])} · {words.stance(claim['attribution'])}"
    yield f"  {words.kind(claim)}"
    for name, fact in words.facts(claim):
        yield f"  {name}: {fact}"
    yield f"  “{on_one_line(claim['quote']['exact'])}” ({claim['quote']['start']} to {claim['quote']['end']})"
    yield f"  confidence {claim['confidence']}, made by {claim['made_by']}"


def _report(record: Record) -> Iterator[str]:
    yield f"{record['report']} of event {record['event'] or '(not linked yet)'}, document {record['document'][:12]}"
    if not record["found"]:
        yield "  the engine that coded last does not find it any more; it was made of"
    for claim in record["claims"]:
        yield f"  {claim['id'][:_ID]} {words.source(claim['attribution'])}: “{shortened(claim['quote']['exact'], 200)}”"


def _document(record: Record) -> Iterator[str]:
    document = record["document"]
    yield f"{document['id']}"
    yield f"  {words.title({**document, 'text': record['text'] or document['name']})}"
    for name in ("state", "problem", "publisher", "published", "url", "language", "made_by", "copies"):
        if document[name]:
            yield f"  {name.replace('_', ' ')}: {on_one_line(str(document[name]))}"
    for each in record["captures"]:
        yield f"  received {each['at']} as {each['way']}: {on_one_line(each['name'])}" + (
            f", found in {each['found_in']}" if each["found_in"] else ""
        )
    for each in record["texts"]:
        yield f"  text version {each['version']}, by {each['extractor']}, {each['made']}"
    for claim in record["claims"]:
        yield f"  {claim['id'][:_ID]} {claim['source'] or 'the document'}: “{shortened(claim['quote'], 160)}”"
