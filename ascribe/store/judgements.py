"""Judgements in the case file: rows that say of two reports whether they are of one event. The machine's are made again; people's stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ascribe.errors import CaseError
from ascribe.model.judgements import Feature, Judgement, Verdict
from ascribe.store import records
from ascribe.store.opening import Database, logged, now

#: Report, report, chance: a judgement by the numbers of its reports, the smaller first.
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """What the machine finds of two reports, by their numbers, the smaller first; the reasons as JSON."""

    one: int
    other: int
    verdict: str
    chance: float
    reasons: str


def machine(database: Database, document: int, found: Iterable[Found], maker: str) -> None:
    """Put what the machine finds of a document's reports in the place of what it had found; inside a transaction of the caller's.

    A pair of which one report has been erased meanwhile is left out.
    """
    for column in ("one", "other"):
        database.execute(
            f"DELETE FROM judgement WHERE NOT human AND {column} IN (SELECT number FROM report WHERE document = ?)", (document,)
        )
    at = now()
    database.executemany(
        "INSERT INTO judgement (one, other, verdict, chance, maker, human, at, reasons) SELECT ?1, ?2, ?3, ?4, ?5, 0, ?6, ?7"
        " WHERE EXISTS (SELECT 1 FROM report WHERE number = ?1) AND EXISTS (SELECT 1 FROM report WHERE number = ?2)",
        [(each.one, each.other, each.verdict, each.chance, f"machine {maker}", at, each.reasons) for each in found],
    )


def person(database: Database, one: int, other: int, verdict: Verdict, who: str, why: str | None) -> int:
    """A person's judgement; its number. It outranks the machine's, and an earlier one of whoever it was. In a transaction."""
    if one == other:
        raise CaseError("these are one report; a judgement needs two")
    chance = {Verdict.SAME: 1.0, Verdict.DIFFERENT: 0.0, Verdict.UNSURE: 0.5}[verdict]
    cursor = database.execute(
        "INSERT INTO judgement (one, other, verdict, chance, maker, human, at, why) VALUES (?, ?, ?, ?, ?, 1, ?, ?)",
        (min(one, other), max(one, other), verdict.value, chance, who, now(), why),
    )
    number = int(cursor.lastrowid or 0)
    logged(database, who, f"judged {verdict.value}", f"judgement {number}", why, {"reports": sorted((one, other))})
    again(database, (one, other))
    return number


def undo(database: Database, number: int, who: str, why: str | None) -> None:
    """Take a person's judgement back. It stays in the list, marked with who took it back; inside a transaction of the caller's."""
    row = database.execute("SELECT one, other, human, undone FROM judgement WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise CaseError(f"there is no judgement {number}; ascribe list judgements shows them")
    one, other, human, undone = row
    if not human:
        raise CaseError(f"judgement {number} is the machine's; judge the two reports yourself, and yours will hold")
    if undone is not None:
        raise CaseError(f"judgement {number} was taken back already; ascribe list judgements shows by whom")
    entry = logged(database, who, "took back", f"judgement {number}", why)
    database.execute("UPDATE judgement SET undone = ? WHERE number = ?", (entry, number))
    again(database, (one, other))


def again(database: Database, reports: Iterable[int]) -> None:
    """Events that these reports are in will be computed anew."""
    database.executemany("INSERT OR IGNORE INTO unlinked VALUES (?)", [(report,) for report in reports])


def between(database: Database, reports: Sequence[int]) -> Iterator[tuple[Pair, Verdict, float, bool]]:
    """What holds between these reports: of each pair its last judgement by a person, else the machine's."""
    wanted = set(reports)
    found: dict[Pair, tuple[bool, int, Verdict, float]] = {}
    for report in reports:
        for number, other, verdict, chance, human in database.execute(
            "SELECT number, other, verdict, chance, human FROM judgement WHERE one = ? AND undone IS NULL", (report,)
        ):
            mine = (bool(human), number, Verdict(verdict), chance)
            if other in wanted and mine[:2] > found.get((report, other), (False, -1))[:2]:
                found[report, other] = mine
    for pair, (human, _, verdict, chance) in found.items():
        yield pair, verdict, chance, human


def touching(database: Database, report: int, least: float) -> list[int]:
    """The reports that are of one event with this one with at least this chance."""
    rows = database.execute(
        "SELECT other FROM judgement WHERE one = ?1 AND undone IS NULL AND chance >= ?2"
        " UNION SELECT one FROM judgement WHERE other = ?1 AND undone IS NULL AND chance >= ?2",
        (report, least),
    )
    return [other for (other,) in rows]


def of_pair(database: Database, one: str, other: str) -> list[Judgement]:
    """All judgements on two reports, the newest first, those taken back as well."""
    rows = database.execute(
        "SELECT j.number, j.verdict, j.chance, j.maker, j.why, j.reasons, j.at FROM judgement j JOIN report a ON a.number = j.one"
        " JOIN report b ON b.number = j.other WHERE (a.id = ? AND b.id = ?) OR (a.id = ? AND b.id = ?) ORDER BY j.number DESC",
        (one, other, other, one),
    )
    left, right = sorted((one, other))
    return [
        Judgement(left, right, Verdict(verdict), chance, maker, tuple(records.noun(reasons, list[Feature])), why, number, at)
        for number, verdict, chance, maker, why, reasons, at in rows
    ]
