"""Judgements in the case file: rows that say of two reports whether they are of one event. The machine's are made again; people's stay."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ascribe.errors import CaseError
from ascribe.model.judgements import Feature, Judgement, Verdict
from ascribe.store import records
from ascribe.store.opening import Database, logged, now

#: Report, report, chance: a judgement by the numbers of its reports, the smaller first.
Pair = tuple[int, int]


def machine(database: Database, made: Iterable[tuple[Pair, Verdict, float, Sequence[Feature]]], maker: str) -> int:
    """Write what the machine finds; how many rows. Inside a transaction of the caller's."""
    at = now()
    rows = [
        (one, other, verdict.value, chance, f"machine {maker}", 0, at, records.written(reasons))
        for (one, other), verdict, chance, reasons in made
    ]
    database.executemany(
        "INSERT INTO judgement (one, other, verdict, chance, maker, human, at, reasons) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows
    )
    return len(rows)


def forget_machine(database: Database, reports: Sequence[int]) -> None:
    """Take away what the machine had found of these reports, because they have changed."""
    database.executemany("DELETE FROM judgement WHERE NOT human AND one = ?", [(report,) for report in reports])
    database.executemany("DELETE FROM judgement WHERE NOT human AND other = ?", [(report,) for report in reports])


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
    database.executemany("INSERT OR IGNORE INTO unlinked (report, judged) VALUES (?, 1)", [(report,) for report in reports])


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


def touching(database: Database, report: int) -> list[int]:
    """The reports that anything but a plain difference ties to this one."""
    rows = database.execute(
        "SELECT other FROM judgement WHERE one = ? AND undone IS NULL AND (verdict <> 'different' OR chance > 0)"
        " UNION SELECT one FROM judgement WHERE other = ? AND undone IS NULL AND (verdict <> 'different' OR chance > 0)",
        (report, report),
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
