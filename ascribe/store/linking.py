"""What linking reads from the case file and writes back: sketches, pairs that share a key, and the events that are computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.model.claims import Claim
from ascribe.store import records
from ascribe.store.judgements import touching
from ascribe.store.opening import Database

#: Which claims count: those that are found, unless people rejected them.
HOLDS = "c.found AND c.verdict IS NOT 'rejected'"


@dataclass(frozen=True, slots=True)
class Accounts:
    """A report's claims, and what is known of its document."""

    report: int
    id: str
    document: int
    hash: str
    publisher: str | None
    published: str | None
    url: str | None
    credit: str | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as it is kept: its columns, the reports that it is made of, and for each claim (by its id) what `linked` holds."""

    number: int
    columns: dict[str, Any]
    reports: tuple[int, ...]
    linked: tuple[tuple[str, str, str, bool, bool, bool, bool], ...]


def unlinked(database: Database) -> int:
    """How many reports wait to be compared, or for their events to be computed."""
    (count,) = database.execute(
        "SELECT count(*) FROM report WHERE number IN (SELECT report FROM unlinked) OR document IN (SELECT document FROM unjudged)"
    ).fetchone()
    return int(count)


def to_compute(database: Database, limit: int) -> list[int]:
    """The next reports whose events are to be computed, in the order of arrival."""
    return [report for (report,) in database.execute("SELECT report FROM unlinked ORDER BY report LIMIT ?", (limit,))]


def document_of(database: Database, report: int) -> int:
    """The number of a report's document."""
    (found,) = database.execute("SELECT document FROM report WHERE number = ?", (report,)).fetchone()
    return int(found)


def report_in(database: Database, document: int, event: int) -> int | None:
    """The report of a document that is of this event, by their numbers; None: it has none."""
    row = database.execute(
        "SELECT r.number FROM member m JOIN report r ON r.number = m.report"
        " WHERE m.event = ? AND r.document = ? AND r.found ORDER BY r.number",
        (event, document),
    ).fetchone()
    return int(row[0]) if row else None


def component(database: Database, report: int, least: float) -> set[int]:
    """All reports whose events hang together with this one's: by judgements of at least this chance, or by being of one event now."""
    found: set[int] = set()
    waiting = [report]
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        waiting += touching(database, each, least)
        waiting += [
            other
            for (other,) in database.execute("SELECT b.report FROM member a JOIN member b ON b.event = a.event WHERE a.report = ?", (each,))
            if other not in found
        ]
    return found


def found_among(database: Database, reports: Iterable[int]) -> list[int]:
    """Those of the reports that the last coding found and of which people have not rejected every claim, in the order of arrival."""
    holding = f"SELECT 1 FROM claim c WHERE c.report = r.number AND {HOLDS}"
    question = f"SELECT number FROM report r WHERE number = ? AND found AND EXISTS ({holding})"
    rows = (database.execute(question, (report,)).fetchone() for report in reports)
    return sorted(row[0] for row in rows if row)


def names(database: Database, reports: Iterable[int]) -> dict[int, str]:
    """The ids of these reports by their numbers."""
    return {report: database.execute("SELECT id FROM report WHERE number = ?", (report,)).fetchone()[0] for report in reports}


def accounts(database: Database, reports: Iterable[int]) -> Iterator[Accounts]:
    """Reports with their claims, as people have corrected them, without those that people rejected."""
    for number in reports:
        name, document, digest, publisher, published, url, credit = database.execute(
            "SELECT r.id, d.number, d.hash, d.publisher, d.published, d.url, d.credit"
            " FROM report r JOIN document d ON d.number = r.document WHERE r.number = ?",
            (number,),
        ).fetchone()
        rows = database.execute(f"SELECT record, id FROM claim c WHERE report = ? AND {HOLDS} ORDER BY position", (number,))
        claims = tuple(records.claim(record, claim, name) for record, claim in rows)
        yield Accounts(number, name, document, digest, publisher, published, url, credit, claims)


def replace_events(database: Database, reports: Iterable[int], events: Sequence[EventRow]) -> None:
    """Put these events in the place of those that the reports were in; inside a transaction of the caller's.

    A report that is not found any more, or of which all was rejected, leads from now on to one that was of the same event, so that the id
    of its event still leads there.
    """
    affected = sorted(set(reports))
    before = {
        report: row[0]
        for report in affected
        if (row := database.execute("SELECT event FROM member WHERE report = ?", (report,)).fetchone())
    }
    after = {report: event.number for event in events for report in event.reports}
    for old in sorted(set(before.values())):
        database.execute("DELETE FROM linked WHERE event = ?", (old,))
        database.execute("DELETE FROM member WHERE event = ?", (old,))
        database.execute("DELETE FROM event WHERE number = ?", (old,))
    for event in events:
        _write(database, event)
    for report, event_number in before.items():
        if report not in after:
            heirs = [other for other, its in before.items() if its == event_number and other in after]
            database.execute("UPDATE report SET successor = ? WHERE number = ? AND successor IS NULL", (min(heirs, default=None), report))
    database.executemany("UPDATE report SET successor = NULL WHERE number = ? AND successor IS NOT NULL", [(report,) for report in after])
    database.executemany("DELETE FROM unlinked WHERE report = ?", [(report,) for report in affected])


def _write(database: Database, event: EventRow) -> None:
    names = ", ".join(event.columns)
    database.execute(
        f"INSERT INTO event (number, {names}) VALUES (?{', ?' * len(event.columns)})",
        (event.number, *event.columns.values()),
    )
    database.executemany("INSERT INTO member VALUES (?, ?)", [(report, event.number) for report in event.reports])
    database.executemany(
        "INSERT INTO linked SELECT number, ?, ?, ?, ?, ?, ?, ? FROM claim WHERE id = ?",
        [(event.number, *told[1:], told[0]) for told in event.linked],
    )
    settled_of(database, event.number)


def settled_of(database: Database, event: int) -> None:
    """Count how many of an event's claims people have settled."""
    database.execute(
        "UPDATE event SET reviewed = (SELECT count(*) FROM linked l JOIN claim c ON c.number = l.claim"
        " WHERE l.event = event.number AND c.state IN ('coded', 'agreed', 'reviewed')) WHERE number = ?",
        (event,),
    )


def ties(database: Database, reports: Iterable[int]) -> list[tuple[str, int, str]]:
    """How these reports' texts tie their event to others: the type, the other report's number, the words as JSON."""
    return [
        row
        for report in reports
        for row in database.execute("SELECT type, other, quote FROM tie WHERE one = ? ORDER BY type, other", (report,))
    ]
