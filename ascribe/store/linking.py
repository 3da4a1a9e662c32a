"""What linking reads from the case file and writes back: sketches, pairs that share a key, and the events that are computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.model.claims import Claim
from ascribe.store import records
from ascribe.store.judgements import touching
from ascribe.store.opening import Database

#: Where more reports than this answer to a key, or ask for it, it is passed over; they meet by rarer ones.
CROWD = 100


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


def unlinked(database: Database) -> tuple[int, int]:
    """How many reports wait to be compared, and how many for their events to be computed."""
    (unjudged,) = database.execute("SELECT count(*) FROM unlinked WHERE NOT judged").fetchone()
    (judged,) = database.execute("SELECT count(*) FROM unlinked WHERE judged").fetchone()
    return unjudged, judged


def to_judge(database: Database, limit: int) -> list[tuple[int, bool]]:
    """The next reports to compare with their like, in the order of arrival, each with whether it is still found."""
    rows = database.execute(
        "SELECT u.report, r.found FROM unlinked u JOIN report r ON r.number = u.report WHERE NOT u.judged ORDER BY u.report LIMIT ?",
        (limit,),
    )
    return [(number, bool(found)) for number, found in rows]


def judged(database: Database, reports: Iterable[int]) -> None:
    """These reports have been compared."""
    database.executemany("UPDATE unlinked SET judged = 1 WHERE report = ?", [(report,) for report in reports])


def meeting(database: Database, reports: Sequence[int]) -> set[tuple[int, int]]:
    """Pairs of which one report asks for a key that the other answers to: one of these, and one of these or of those compared before."""
    waiting = {number for (number,) in database.execute("SELECT report FROM unlinked WHERE NOT judged")} - set(reports)
    gone = {number for (number,) in database.execute("SELECT number FROM report WHERE NOT found")}
    pairs: set[tuple[int, int]] = set()
    for report in reports:
        for key, asks in database.execute("SELECT key, asks FROM report_key WHERE report = ?", (report,)).fetchall():
            others = database.execute(
                "SELECT report FROM report_key WHERE key = ? AND asks = ? LIMIT ?", (key, 1 - asks, CROWD + 1)
            ).fetchall()
            if len(others) <= CROWD:
                pairs |= {(min(report, other), max(report, other)) for (other,) in others if other != report and other not in waiting}
    return {pair for pair in pairs if not gone & set(pair)}


def document_of(database: Database, report: int) -> int:
    """The number of a report's document."""
    (found,) = database.execute("SELECT document FROM report WHERE number = ?", (report,)).fetchone()
    return int(found)


def sketches(database: Database, document: int) -> list[tuple[int, str]]:
    """The reports that are found in a document, each with its sketch as JSON, in the order of their ids."""
    rows = database.execute("SELECT number, sketch FROM report WHERE document = ? AND found ORDER BY id", (document,))
    return [(number, sketch) for number, sketch in rows]


def component(database: Database, report: int) -> set[int]:
    """All reports whose events hang together with this one's: by judgements, or by being of one event now."""
    found: set[int] = set()
    waiting = [report]
    while waiting:
        each = waiting.pop()
        if each in found:
            continue
        found.add(each)
        waiting += touching(database, each)
        waiting += [
            other
            for (other,) in database.execute("SELECT b.report FROM member a JOIN member b ON b.event = a.event WHERE a.report = ?", (each,))
            if other not in found
        ]
    return found


def found_among(database: Database, reports: Iterable[int]) -> list[int]:
    """Those of the reports that the last coding found, in the order of arrival."""
    rows = (database.execute("SELECT number FROM report WHERE number = ? AND found", (report,)).fetchone() for report in reports)
    return sorted(row[0] for row in rows if row)


def names(database: Database, reports: Iterable[int]) -> dict[int, str]:
    """The ids of these reports by their numbers."""
    return {report: database.execute("SELECT id FROM report WHERE number = ?", (report,)).fetchone()[0] for report in reports}


def accounts(database: Database, reports: Iterable[int]) -> Iterator[Accounts]:
    """Reports with their claims."""
    for number in reports:
        name, document, digest, publisher, published, url, credit = database.execute(
            "SELECT r.id, d.number, d.hash, d.publisher, d.published, d.url, d.credit"
            " FROM report r JOIN document d ON d.number = r.document WHERE r.number = ?",
            (number,),
        ).fetchone()
        rows = database.execute("SELECT record, id FROM claim WHERE report = ? AND found ORDER BY position", (number,))
        claims = tuple(records.claim(record, claim, name) for record, claim in rows)
        yield Accounts(number, name, document, digest, publisher, published, url, credit, claims)


def replace_events(database: Database, reports: Iterable[int], events: Sequence[EventRow]) -> None:
    """Put these events in the place of those that the reports were in; inside a transaction of the caller's.

    A report that is not found any more leads from now on to one that was of the same event, so that the id of its event still leads there.
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
            database.execute(
                "UPDATE report SET successor = ? WHERE number = ? AND successor IS NULL AND NOT found", (min(heirs, default=None), report)
            )
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


def ties(database: Database, reports: Iterable[int]) -> list[tuple[str, int, str]]:
    """How these reports' texts tie their event to others: the type, the other report's number, the words as JSON."""
    return [
        row
        for report in reports
        for row in database.execute("SELECT type, other, quote FROM tie WHERE one = ? ORDER BY type, other", (report,))
    ]
