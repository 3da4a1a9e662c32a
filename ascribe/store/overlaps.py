"""Words that documents have in common, in the case file: found once for each pair of texts that share a key, and read by linking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ascribe.store import records
from ascribe.store.opening import Database

#: Stretches that two texts share: start and end in the one, start and end in the other.
Runs = Sequence[tuple[int, int, int, int]]
#: Two documents, the first the smaller; `copy` or `part`; the reason in a sentence; the stretches.
Row = tuple[int, int, str, str, Runs]
#: How many of the texts that hold one key are looked at: a stock phrase would pair all with all, and copies of copies are copies.
CROWD = 50


def found_by(database: Database, document: int, keys: Iterable[int]) -> None:
    """These are the keys by which others find this document's text."""
    database.execute("DELETE FROM text_key WHERE document = ?", (document,))
    database.executemany("INSERT OR IGNORE INTO text_key VALUES (?, ?)", [(key, document) for key in keys])


def forget(database: Database, document: int) -> None:
    """Take away what was found of this document, because its text may have changed."""
    database.execute("DELETE FROM overlap WHERE one = ?", (document,))
    database.execute("DELETE FROM overlap WHERE other = ?", (document,))


def sharing_a_key(database: Database, document: int) -> list[int]:
    """Documents that may share a stretch of words with this one, and those that were got from the same address."""
    found: set[int] = set()
    for (key,) in database.execute("SELECT key FROM text_key WHERE document = ?", (document,)).fetchall():
        found |= {
            other for (other,) in database.execute("SELECT document FROM text_key WHERE key = ? ORDER BY document LIMIT ?", (key, CROWD))
        }
    same = database.execute(
        "SELECT b.number FROM document a JOIN document b ON b.url = a.url WHERE a.number = ? AND b.text IS NOT NULL", (document,)
    )
    return sorted((found | {other for (other,) in same}) - {document})


def keep(database: Database, rows: Iterable[Row]) -> None:
    """Keep what two documents have in common."""
    database.executemany(
        "INSERT OR REPLACE INTO overlap VALUES (?, ?, ?, ?, ?)",
        [(one, other, kind, says, records.written(runs)) for one, other, kind, says, runs in rows],
    )


def among(database: Database, documents: Iterable[int]) -> list[tuple[int, int, str, Runs]]:
    """What these documents have in common with each other: the two, `copy` or `part`, and the stretches."""
    wanted = set(documents)
    rows = (
        row
        for document in sorted(wanted)
        for row in database.execute("SELECT one, other, kind, runs FROM overlap WHERE one = ?", (document,))
    )
    return [(one, other, kind, [tuple(run) for run in records.value(runs)]) for one, other, kind, runs in rows if other in wanted]
