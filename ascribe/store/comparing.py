"""Documents that wait to be compared with their like, the keys by which they meet, and what of their reports is compared.

Whether two documents meet follows from the keys of all that are in the case, and not from the order in which they came. They wait in a
queue: each has a turn, and one that is put in again has a later turn, so that a comparison that was under way meanwhile does not count.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ascribe.model.sketches import Keys
from ascribe.store.opening import Database


@dataclass(frozen=True, slots=True)
class Turn:
    """A document that waits to be compared, by its number."""

    turn: int
    document: int


def wait(database: Database, document: int, keys: Iterable[Keys]) -> None:
    """A document with these keys is to be compared; inside a transaction of the caller's."""
    kept = set(database.execute("SELECT key, asks FROM document_key WHERE document = ?", (document,)))
    wanted = {(key, asks) for each in keys for asks, those in enumerate((each.answers, each.asks)) for key in those}
    database.executemany(
        "DELETE FROM document_key WHERE key = ? AND asks = ? AND document = ?", [(*row, document) for row in kept - wanted]
    )
    database.executemany("INSERT INTO document_key VALUES (?, ?, ?)", [(*row, document) for row in sorted(wanted - kept)])
    database.execute("INSERT OR REPLACE INTO unjudged (document) VALUES (?)", (document,))


def forget(database: Database, document: int) -> None:
    """The document is gone: nobody meets it, and those that it crowded out may meet again; inside a transaction of the caller's."""
    database.execute("DELETE FROM document_key WHERE document = ?", (document,))
    database.execute("DELETE FROM unjudged WHERE document = ?", (document,))


def all_again(database: Database, signature: str) -> None:
    """Where the last comparisons were made by other weights than those of this signature, all documents are compared anew."""
    known = database.execute("SELECT value FROM about WHERE name = 'linked by'").fetchone()
    if known != (signature,):
        database.execute("INSERT OR REPLACE INTO unjudged (document) SELECT DISTINCT document FROM report WHERE ?", (known is not None,))
        database.execute("INSERT OR REPLACE INTO about VALUES ('linked by', ?)", (signature,))


def waiting(database: Database) -> list[Turn]:
    """The documents that wait, by their turns."""
    return [Turn(*row) for row in database.execute("SELECT turn, document FROM unjudged ORDER BY turn")]


def meeting(database: Database, turn: Turn) -> list[int]:
    """The documents that the one meets whose turn it is, but for those whose turn comes later: they meet it then."""
    rows = database.execute(
        "SELECT document FROM ("
        " SELECT DISTINCT there.document FROM document_key here CROSS JOIN document_key there"
        "  ON there.key = here.key AND there.asks = 1 - here.asks"
        "  WHERE here.document = ?1 AND there.document <> ?1 AND NOT EXISTS (SELECT 1 FROM crowd WHERE key = here.key)"
        ") met WHERE NOT EXISTS (SELECT 1 FROM unjudged WHERE document = met.document AND turn > ?2)",
        (turn.document, turn.turn),
    )
    return sorted(number for (number,) in rows)


def done(database: Database, turn: Turn) -> bool:
    """The document has been compared, and its reports' events are to be computed. False: it was changed, or is done already."""
    if not database.execute("DELETE FROM unjudged WHERE turn = ?", (turn.turn,)).rowcount:
        return False
    database.execute("INSERT OR IGNORE INTO unlinked SELECT number FROM report WHERE document = ?", (turn.document,))
    return True


def sketches(database: Database, document: int) -> list[tuple[int, str]]:
    """The reports that are found in a document, each with its sketch as JSON, in the order of their ids."""
    rows = database.execute("SELECT number, sketch FROM report WHERE document = ? AND found ORDER BY id", (document,))
    return [(number, sketch) for number, sketch in rows]
