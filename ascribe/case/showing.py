"""What a case knows of one id, as plain records: an event with all who speak of it, a claim, a document, and what ties them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ascribe.case.events import origins_of, told_by
from ascribe.link.enclosing import encloses
from ascribe.link.events import event as event_of
from ascribe.link.standing import affirms
from ascribe.model.claims import Granularity
from ascribe.model.events import Event
from ascribe.store import records
from ascribe.store.asking import Meant, meant
from ascribe.store.documents import text_of
from ascribe.store.linking import accounts
from ascribe.store.opening import Database, reading

Record = dict[str, Any]


def show(database: Database, name: str) -> Record:
    """The record of what this id, or its beginning, stands for; `kind` says what it is. `CaseError` where it stands for nothing."""
    with reading(database):
        found = meant(database, name)
        shown = {"event": _event, "claim": _claim, "report": _report, "document": _document}[found.kind](database, found)
        return {"kind": found.kind, "asked": found.was or found.id, **shown}


def _event(database: Database, found: Meant) -> Record:
    """An event: its record, its claims with their documents, its figures over time, how it came together, what it encloses."""
    (record,) = database.execute("SELECT record FROM event WHERE number = ?", (found.number,)).fetchone()
    reports = [report for (report,) in database.execute("SELECT report FROM member WHERE event = ? ORDER BY report", (found.number,))]
    return {
        "event": {**records.value(record), "relations": list(_relations(database, reports))},
        "claims": list(_rows(database, "SELECT * FROM claims WHERE event = ? ORDER BY published, document", found.id)),
        "documents": _documents(database, found.number),
        "tolls": list(_rows(database, "SELECT * FROM tolls WHERE event = ?", found.id)),
        "judgements": _judgements(database, found.number),
        "redirects": [old for (old,) in database.execute("SELECT old FROM redirects WHERE new = ? ORDER BY old", (found.id,))],
        "counted": list(_counted(database, found.number)),
        "enclosed": _enclosed(database, found.number),
    }


def _counted(database: Database, event: int) -> Iterator[Record]:
    """How many happenings its claims speak of, by claim."""
    for name, record in database.execute(
        "SELECT c.id, c.record FROM linked l JOIN claim c ON c.number = l.claim WHERE l.event = ? AND c.granularity = 'aggregate'", (event,)
    ):
        if count := records.value(record)["occurrences"]:
            yield {"claim": name, "count": count}


def _relations(database: Database, reports: list[int]) -> Iterator[Record]:
    for report in reports:
        rows = database.execute(
            "SELECT t.type, e.id, t.quote FROM tie t JOIN member m ON m.report = t.other JOIN event e ON e.number = m.event"
            " WHERE t.one = ?",
            (report,),
        )
        yield from ({"type": kind, "event": event, "quote": records.value(quote)} for kind, event, quote in rows)


def _documents(database: Database, event: int) -> list[Record]:
    """Its documents, those that are copies of one text together: `origin` is the first of them."""
    rows = list(
        _rows(
            database,
            "SELECT DISTINCT d.number, d.hash AS id, d.title, d.publisher, d.published, d.url, d.credit, r.id AS report"
            " FROM member m JOIN report r ON r.number = m.report JOIN document d ON d.number = r.document WHERE m.event = ?"
            " ORDER BY d.published, d.hash",
            event,
        )
    )
    origins = origins_of(database, [row["number"] for row in rows])
    ids = {row["number"]: row["id"] for row in rows}
    return [{**{name: row[name] for name in row if name != "number"}, "origin": ids[origins.text[row["number"]]]} for row in rows]


def _judgements(database: Database, event: int) -> list[Record]:
    """Judgements on its reports, those that hold and those that were taken back."""
    return list(
        _rows(
            database,
            "SELECT DISTINCT j.* FROM judgements j JOIN report a ON j.one = a.id JOIN report b ON j.other = b.id JOIN member m"
            " ON m.report IN (a.number, b.number) WHERE m.event = ? ORDER BY j.number",
            event,
        )
    )


def _enclosed(database: Database, number: int) -> list[Record]:
    """For an account of many: the single events that can be among them, and whether others than those who count them say so."""
    many, voices = _read(database, number)
    if many.granularity is not Granularity.AGGREGATE or many.time is None or many.time.start is None or many.time.end is None:
        return []
    rows = database.execute(
        "SELECT number FROM event WHERE granularity = 'single' AND modality = 'actual' AND time_start >= ? AND time_end <= ?"
        " ORDER BY time_start, id",
        (many.time.start.isoformat(), many.time.end.isoformat()),
    ).fetchall()
    found = []
    for (other,) in rows:
        one, others = _read(database, other)
        if encloses(many, one):
            independent = [each for each in others if affirms(each) and not any(each.one_source_with(voice) for voice in voices)]
            sources = list(dict.fromkeys(each.shown for each in independent))
            found.append({"event": one.id, "independently": bool(independent), "sources": sources})
    return found


def _read(database: Database, number: int) -> tuple[Event, Any]:
    """An event as a noun, with the statements that it is made of."""
    reports = [report for (report,) in database.execute("SELECT report FROM member WHERE event = ? ORDER BY report", (number,))]
    found = list(accounts(database, reports))
    told = told_by(found, origins_of(database, {each.document for each in found}))
    return event_of("e" + found[0].id[1:], told), told


def _claim(database: Database, found: Meant) -> Record:
    record, event, document, is_found, state, verdict = database.execute(
        "SELECT c.record, e.id, d.hash, c.found, c.state, c.verdict FROM claim c JOIN document d ON d.number = c.document"
        " LEFT JOIN member m ON m.report = c.report LEFT JOIN event e ON e.number = m.event WHERE c.number = ?",
        (found.number,),
    ).fetchone()
    claim = {**records.value(record), "event": event}
    return {"claim": claim, "document": document, "found": bool(is_found), "state": state, "verdict": verdict}


def _report(database: Database, found: Meant) -> Record:
    event, document, is_found = database.execute(
        "SELECT e.id, d.hash, r.found FROM report r JOIN document d ON d.number = r.document"
        " LEFT JOIN member m ON m.report = r.number LEFT JOIN event e ON e.number = m.event WHERE r.number = ?",
        (found.number,),
    ).fetchone()
    claims = [
        records.value(record)
        for (record,) in database.execute("SELECT record FROM claim WHERE report = ? ORDER BY position", (found.number,))
    ]
    return {"report": found.id, "event": event, "document": document, "found": bool(is_found), "claims": claims}


def _document(database: Database, found: Meant) -> Record:
    """A document: where it came from, its text versions, its claims, its copies."""
    number, read = found.number, text_of(database, found.number)
    (row,) = _rows(database, "SELECT * FROM documents WHERE id = ?", found.id)
    return {
        "document": row,
        "captures": list(_rows(database, "SELECT * FROM capture WHERE document = ? ORDER BY number", number)),
        "texts": list(
            _rows(database, "SELECT version, extractor, made, sha256, title FROM text WHERE document = ? ORDER BY version", number)
        ),
        "claims": list(_rows(database, "SELECT * FROM claims WHERE document = ?", found.id)),
        "text": read.text if read else None,
    }


def _rows(database: Database, question: str, *values: Any) -> Iterator[Record]:
    found = database.execute(question, values)
    names = [column[0] for column in found.description]
    return (dict(zip(names, row, strict=True)) for row in found.fetchall())
