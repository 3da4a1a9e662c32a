"""Erasing a document: its bytes, texts, claims and whatever was computed from it are gone, from indexes and free pages, too.

What stays is a tombstone without content: that something was erased, when, by whom, why, and a trace by which this file knows the same
bytes when they come again. Traces are made with the file's own salt: by a hash from elsewhere nobody can look for a document in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ascribe.errors import CaseError
from ascribe.store import comparing
from ascribe.store.documents import trace
from ascribe.store.opening import Database, logged, now, writing


def erase(database: Database, path: Path, document: str, who: str, why: str | None) -> list[Path]:
    """Erase the document with this hash; copies of the file that may still hold it.

    Events that it was part of are to be computed anew. The file is packed afterwards, which takes about as long as copying it.
    """
    with writing(database):
        row = database.execute("SELECT number FROM document WHERE hash = ?", (document,)).fetchone()
        if row is None:
            raise CaseError(f"{path}: there is no document {document[:12]}; ascribe list documents shows them")
        _erase(database, row[0], document, who, why)
    pack(database)
    return sorted(path.parent.glob(f"{path.name}.version*.backup"))


def _erase(database: Database, number: int, document: str, who: str, why: str | None) -> None:
    reports = [report for (report,) in database.execute("SELECT number FROM report WHERE document = ?", (number,))]
    claims = [claim for (claim,) in database.execute("SELECT number FROM claim WHERE document = ?", (number,))]
    stone = database.execute("INSERT INTO tombstone (at, who, why) VALUES (?, ?, ?)", (now(), who, why)).lastrowid or 0
    names = [name for (name,) in database.execute("SELECT id FROM claim WHERE document = ?", (number,))]
    names += [name for (name,) in database.execute("SELECT id FROM report WHERE document = ?", (number,))]
    names += [url for (url,) in database.execute("SELECT url FROM capture WHERE document = ? AND url IS NOT NULL", (number,))]
    _remembered(database, (document, *names), stone)
    _without_event(database, reports, stone)
    for table, column, gone in (
        ("linked", "claim", claims),
        ("claim_party", "claim", claims),
        ("claim_place", "claim", claims),
        ("tie", "one", reports),
        ("tie", "other", reports),
        ("judgement", "one", reports),
        ("judgement", "other", reports),
        ("unlinked", "report", reports),
        ("claim", "number", claims),
        ("review", "claim", claims),  # behind the claims: what was decided on one that is there cannot be deleted
    ):
        database.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(each,) for each in gone])
    database.executemany("UPDATE report SET successor = NULL WHERE successor = ?", [(each,) for each in reports])
    database.execute("UPDATE document SET text = NULL WHERE number = ?", (number,))
    for table in ("report", "text_key", "capture", "text"):
        database.execute(f"DELETE FROM {table} WHERE document = ?", (number,))
    comparing.forget(database, number)
    database.execute("DELETE FROM overlap WHERE one = ? OR other = ?", (number, number))
    database.execute("DELETE FROM sqlar WHERE name = ?", (document,))
    _without_links(database, number)
    database.execute("DELETE FROM document WHERE number = ?", (number,))
    logged(database, who, "erased", f"tombstone {stone}", why, {"claims": len(claims), "reports": len(reports)})


def _without_event(database: Database, reports: Sequence[int], stone: int) -> None:
    """Take away the events that the reports are in: what others say of them is computed anew, without this document."""
    for report in reports:
        row = database.execute("SELECT event FROM member WHERE report = ?", (report,)).fetchone()
        if row is None:
            continue
        others = database.execute("SELECT report FROM member WHERE event = ? AND report <> ?", (row[0], report)).fetchall()
        database.executemany("INSERT OR IGNORE INTO unlinked VALUES (?)", others)
        heir = min((other for (other,) in others), default=None)
        if heir is None:
            (name,) = database.execute("SELECT id FROM event WHERE number = ?", row).fetchone()
            _remembered(database, (name,), stone)
        for table, column in (("linked", "event"), ("member", "event"), ("event", "number")):
            database.execute(f"DELETE FROM {table} WHERE {column} = ?", (row[0],))


def _remembered(database: Database, names: Iterable[str], stone: int) -> None:
    """Ids that may have been cited lead to the tombstone from now on."""
    database.executemany("INSERT OR REPLACE INTO erased VALUES (?, ?)", [(trace(database, name), stone) for name in names])


def _without_links(database: Database, number: int) -> None:
    """The links that led to this document: the address alone may tell what was erased."""
    for column in ("url", "name"):
        database.execute(f"DELETE FROM wanted WHERE url IN (SELECT {column} FROM document WHERE number = ?)", (number,))


def pack(database: Database) -> None:
    """Write the file anew without what was deleted: search indexes are merged, free pages dropped, the journal is emptied."""
    database.execute("INSERT INTO text_search (text_search) VALUES ('optimize')")
    database.execute("VACUUM")
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
