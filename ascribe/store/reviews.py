"""What people decided on claims, in the case file: rows that are only ever added, and the claims as they stand after them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ascribe.errors import CaseError, UnknownError
from ascribe.model.claims import Claim
from ascribe.model.reviews import Decided, Decision, Role, Settled
from ascribe.store import codings, records
from ascribe.store.linking import HOLDS, settled_of
from ascribe.store.opening import Database, logged, now

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """A claim that is decided on: its number, its report's and its document's; its record as first made and in force; how it stands."""

    number: int
    id: str
    report: int
    report_id: str
    document: int
    base: Record
    record: Record
    found: bool
    document_id: str
    state: str
    verdict: str | None
    sensitive: bool


def subject(database: Database, number: int) -> Subject:
    """The claim of this number."""
    name, report, home, document, machine, record, found, digest, state, verdict, sensitive = database.execute(
        "SELECT c.id, c.report, r.id, c.document, c.machine, c.record, c.found, d.hash, c.state, c.verdict, c.sensitive"
        " FROM claim c JOIN report r ON r.number = c.report JOIN document d ON d.number = c.document WHERE c.number = ?",
        (number,),
    ).fetchone()
    in_force = records.value(record)
    base = in_force if machine is None else records.value(machine)
    return Subject(number, name, report, home, document, base, in_force, bool(found), digest, state, verdict, bool(sensitive))


def decisions(database: Database, claim: int) -> list[Decision]:
    """All decisions on a claim, in their order, those taken back as well."""
    rows = database.execute(
        "SELECT number, who, role, decision, changes, seen, sensitive, undone FROM review WHERE claim = ? ORDER BY number", (claim,)
    )
    return [_decision(*row) for row in rows]


def _decision(
    number: int, who: str, role: str, decided: str, changes: str, seen: str, sensitive: int | None, undone: int | None
) -> Decision:
    return Decision(
        number,
        who,
        Role(role),
        Decided(decided),
        records.value(changes),
        frozenset(records.value(seen)),
        None if sensitive is None else bool(sensitive),
        undone is not None,
    )


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody decides, before it is kept. `changes`: all that is to be other than in the record as it was first made."""

    decision: Decided
    role: Role
    changes: Mapping[str, Any]
    seen: Collection[int] = ()
    blind: bool = False
    comment: str | None = None
    sensitive: bool | None = None
    seconds: float | None = None


def add(database: Database, claim: int, said: Said, who: str) -> int:
    """Keep a decision; its number. Inside a transaction of the caller's."""
    known = {number for (number,) in database.execute("SELECT number FROM review WHERE claim = ?", (claim,))}
    if strange := set(said.seen) - known:
        raise CaseError(f"decision {min(strange)} is not of this claim; name in `seen` those that were shown beside it")
    cursor = database.execute(
        "INSERT INTO review (claim, who, role, decision, changes, seen, blind, comment, sensitive, seconds, at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            claim,
            who,
            said.role.value,
            said.decision.value,
            records.written(said.changes),
            records.written(sorted(said.seen)),
            said.blind,
            said.comment or None,
            said.sensitive,
            said.seconds,
            now(),
        ),
    )
    number = int(cursor.lastrowid or 0)
    logged(database, who, f"decided {said.decision.value}", f"review {number}", details={"claim": claim, "fields": sorted(said.changes)})
    return number


def undo(database: Database, number: int, who: str, why: str | None) -> int:
    """Take a decision back; the number of its claim. It stays in the list, marked with who took it back. In a transaction."""
    row = database.execute("SELECT claim, undone FROM review WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise UnknownError(f"there is no decision {number}; ascribe list reviews shows them")
    claim, undone = row
    if undone is not None:
        raise CaseError(f"decision {number} was taken back already; ascribe list reviews shows by whom")
    entry = logged(database, who, "took back", f"review {number}", why, {"claim": claim})
    database.execute("UPDATE review SET undone = ? WHERE number = ?", (entry, number))
    return int(claim)


def put(database: Database, number: int, found: Settled, in_force: tuple[Claim, Record], base: Record) -> bool:
    """Put into a claim what holds of it; whether anything that its event is computed from is other than before. In a transaction."""
    claim, record = in_force
    verdict = found.verdict.value if found.verdict else None
    before = database.execute("SELECT verdict, record FROM claim WHERE number = ?", (number,)).fetchone()
    row = codings.columns_of(claim, record) | {
        "state": found.state.value,
        "verdict": verdict,
        "sensitive": found.sensitive,
        "machine": records.written(base) if found.verdict is Decided.CORRECTED else None,
    }
    database.execute(f"UPDATE claim SET {', '.join(f'{name} = ?' for name in row)} WHERE number = ?", (*row.values(), number))
    if before[1] != row["record"]:
        codings.named_in(database, number, claim)
    for (event,) in database.execute("SELECT event FROM linked WHERE claim = ?", (number,)).fetchall():
        settled_of(database, event)
    return bool(before[1] != row["record"] or (before[0] != verdict and "rejected" in {before[0], verdict}))


def decided_on(database: Database, document: int | None = None) -> list[int]:
    """The claims on which anybody decided anything, or whose state says so: of one document, or of all."""
    mine = "" if document is None else " AND document = ?"
    rows = database.execute(
        "SELECT number FROM claim c WHERE (state <> 'machine' OR sensitive OR EXISTS (SELECT 1 FROM review v WHERE v.claim = c.number))"
        f"{mine} ORDER BY number",
        () if document is None else (document,),
    )
    return [number for (number,) in rows]


def upheld(database: Database, document: int) -> set[str]:
    """The claims of a document that people made, accepted or corrected, or disagree on."""
    rows = database.execute(
        "SELECT id FROM claim WHERE document = ? AND state <> 'machine' AND verdict IS NOT 'rejected'", (document,)
    ).fetchall()
    return {name for (name,) in rows}


def drawn(database: Database, report: str) -> str:
    """The sketch of the report of this id, as the engine drew it."""
    (sketch,) = database.execute("SELECT coalesce(machine, sketch) FROM report WHERE id = ?", (report,)).fetchone()
    return str(sketch)


def sketch_of(database: Database, report: int) -> tuple[str, str | None]:
    """A report's sketch, and the one that the engine drew where that is another."""
    sketch, machine = database.execute("SELECT sketch, machine FROM report WHERE number = ?", (report,)).fetchone()
    return sketch, machine


def put_sketch(database: Database, report: int, sketch: str, machine: str | None) -> None:
    """Keep what of a report is compared now, and what the engine drew where that is another; inside a transaction of the caller's."""
    database.execute("UPDATE report SET sketch = ?, machine = ? WHERE number = ?", (sketch, machine, report))


@dataclass(frozen=True, slots=True)
class Held:
    """A claim of a report: its record in force, and as it was first made where that is another, as JSON."""

    id: str
    verdict: str | None
    made_by: str
    record: str
    machine: str | None


def claims_of_report(database: Database, report: int) -> Iterator[Held]:
    """The claims of a report that are found."""
    rows = database.execute(
        "SELECT id, verdict, made_by, record, machine FROM claim WHERE report = ? AND found ORDER BY position", (report,)
    )
    yield from (Held(*row) for row in rows.fetchall())


def read(database: Database, document: int, who: str, *, read: bool = True) -> None:
    """Keep that somebody has read all of a document, or that nobody has. In a transaction."""
    database.execute(
        "UPDATE document SET read_by = ?, read_at = ? WHERE number = ?", (who if read else None, now() if read else None, document)
    )
    logged(database, who, "read" if read else "took back reading", f"document {document}")


def home_of(database: Database, document: int) -> str | None:
    """The country that the places of a document are mostly in."""
    row = database.execute(
        "SELECT p.country FROM claim_place p JOIN claim c ON c.number = p.claim WHERE c.document = ? AND p.country IS NOT NULL"
        " GROUP BY p.country ORDER BY count(*) DESC, p.country LIMIT 1",
        (document,),
    ).fetchone()
    return str(row[0]) if row else None


def decided_by_several(database: Database) -> list[int]:
    """The claims on which more than one person decided."""
    rows = database.execute(
        "SELECT claim FROM review WHERE undone IS NULL AND decision <> 'skipped'"
        " GROUP BY claim HAVING count(DISTINCT who) > 1 ORDER BY claim"
    )
    return [claim for (claim,) in rows.fetchall()]


def documents_read(database: Database) -> list[tuple[int, str]]:
    """The documents that somebody has read wholly and in which nothing is marked as sensitive: number and id."""
    return database.execute(
        "SELECT number, hash FROM document d WHERE read_by IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.document = d.number AND c.sensitive) ORDER BY number"
    ).fetchall()


def holding(database: Database, document: int) -> list[Record]:
    """The records of a document's claims that are in force."""
    rows = database.execute(f"SELECT c.record FROM claim c WHERE c.document = ? AND {HOLDS} ORDER BY c.position", (document,))
    return [records.value(record) for (record,) in rows.fetchall()]
