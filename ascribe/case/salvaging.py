"""A damaged case file made into a new one that is whole: what can be read is taken over, and linked anew from what was kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ascribe import __version__
from ascribe.case.settling import settle_all
from ascribe.errors import CaseError
from ascribe.knowledge import linking
from ascribe.link.candidates import keys
from ascribe.link.fingerprints import fingerprint
from ascribe.model.sketches import Sketch
from ascribe.store import comparing, overlaps, records
from ascribe.store.documents import text_of
from ascribe.store.opening import Database, create, writing
from ascribe.store.salvaging import Salvaged, is_database, salvage


def salvaged(damaged: Path, target: Path, who: str) -> Iterator[Salvaged]:
    """Make a new case at `target` of what can be read of a damaged one: table by table. The damaged file is only read.

    A file that does not even begin as SQLite has nothing that can be read: `CaseError`.
    """
    if not is_database(damaged):
        raise CaseError(f"{damaged}: nothing of it can be read; look for a copy (*.backup beside it), or add the documents again")
    into = create(target, f"ascribe {__version__}")
    try:
        yield from salvage(damaged, into, who)
        with writing(into):
            _indexed(into)
            settle_all(into)
    finally:
        into.close()


def _indexed(database: Database) -> None:
    """Reports and texts find their like again, and all of them are compared and put together anew."""
    weights = linking.load()
    for (document,) in database.execute("SELECT DISTINCT document FROM report").fetchall():
        drawn = (records.noun(text, Sketch) for _, text in comparing.sketches(database, document))
        comparing.wait(database, document, [keys(each, weights) for each in drawn])
    for (document,) in database.execute("SELECT number FROM document WHERE text IS NOT NULL").fetchall():
        text = text_of(database, document)
        if text is not None:
            overlaps.found_by(database, document, fingerprint(text.text).keys)
