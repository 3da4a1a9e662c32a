"""Looking for damage in a case file: pages, links between tables, originals that are not what was taken in, quotes not in their text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256

from ascribe.errors import CaseError
from ascribe.model.reviews import settled
from ascribe.store.documents import original
from ascribe.store.opening import Database
from ascribe.store.reviews import decided_on, decisions


def faults(database: Database) -> Iterator[str]:
    """A line for each thing that is damaged."""
    try:
        yield from _of_pages(database)
        yield from _of_originals(database)
        yield from _of_texts(database)
        yield from _of_claims(database)
        yield from _of_decisions(database)
    except sqlite3.DatabaseError as error:
        yield f"the file is damaged where it was read ({error}); ascribe check --salvage NEW makes a new case of what can be read"


def _of_pages(database: Database) -> Iterator[str]:
    for (said,) in database.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield f"the file: {said}"
    for table, row, other, _ in database.execute("PRAGMA foreign_key_check"):
        yield f"{table}, row {row}: leads to a row of {other} that is not there"


def _of_originals(database: Database) -> Iterator[str]:
    for (document,) in database.execute("SELECT hash FROM document ORDER BY number").fetchall():
        try:
            original(database, document)
        except CaseError as error:
            yield str(error)


def _of_texts(database: Database) -> Iterator[str]:
    for number, content, digest in database.execute("SELECT number, content, sha256 FROM text ORDER BY number"):
        if not is_as_kept(content, digest):
            yield f"text {number}: its words are not those that were kept"


def is_as_kept(content: str, digest: str) -> bool:
    """A text is the one that was kept with this hash."""
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest() == digest


def _of_claims(database: Database) -> Iterator[str]:
    yield from (f"claim {name}: its quote is not in its text" for name in misquoted(database))


def _of_decisions(database: Database) -> Iterator[str]:
    """The state of a claim must be what follows from the decisions on it."""
    for number in decided_on(database):
        held = database.execute("SELECT id, state, verdict, sensitive FROM claim WHERE number = ?", (number,)).fetchone()
        found = settled(decisions(database, number))
        if held[1:] != (found.state.value, found.verdict.value if found.verdict else None, found.sensitive):
            yield f"claim {held[0]}: its state is not what people decided; take a decision on it back, or decide anew"


def misquoted(database: Database) -> list[str]:
    """The claims whose quote does not stand in the text that was coded."""
    rows = database.execute(
        "SELECT c.id FROM claim c JOIN document d ON d.number = c.document JOIN text t ON t.number = d.text"
        " WHERE c.found AND substr(t.content, c.quote_start + 1, c.quote_end - c.quote_start) <> c.quote"
    )
    return [name for (name,) in rows]
