"""Documents in the case file: original bytes with every occasion on which they were received, and the texts taken from them."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from ascribe.errors import CaseError
from ascribe.model.captures import Capture, Way
from ascribe.model.text import Document
from ascribe.store.opening import Database, logged, now


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a capture: the document's number (None: it was erased before and is not taken again), and whether it is new."""

    number: int | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class Stored:
    """A document as it waits to be coded: its number, and its first capture with the original bytes.

    `damage` says why the bytes are not there any more; they are empty then.
    """

    number: int
    capture: Capture
    damage: str | None = None


def take_in(database: Database, capture: Capture, who: str) -> Taken:
    """Keep the bytes once and the capture as one more occasion; inside a transaction of the caller's.

    The same capture twice (same bytes, same place, same outlet and day) is one: adding again changes nothing.
    """
    if is_erased(database, capture.hash):
        return Taken(None, False)
    found = database.execute("SELECT number FROM document WHERE hash = ?", (capture.hash,)).fetchone()
    number = found[0] if found else _new(database, capture)
    if not found or not _known(database, number, capture):
        database.execute(
            "INSERT INTO capture (document, at, way, name, url, outlet, published, title, language, media_type, found_in)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, _second(capture.at), capture.way.value, *_said(capture), capture.media_type, capture.found_in),
        )
        logged(database, who, "added" if not found else "received again", f"document {number}", details={"way": capture.way.value})
    return Taken(number, not found)


def _new(database: Database, capture: Capture) -> int:
    packed = zlib.compress(capture.data)
    database.execute(
        "INSERT INTO sqlar VALUES (?, ?, ?, ?, ?)",
        (capture.hash, 0o100644, int(capture.at.timestamp()), len(capture.data), min(packed, capture.data, key=len)),
    )
    return int(
        database.execute(
            "INSERT INTO document (hash, added, way, name, title, publisher, published, url, language) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                capture.hash,
                now(),
                capture.way.value,
                capture.name,
                capture.title,
                capture.outlet,
                capture.published,
                capture.url,
                capture.language,
            ),
        ).lastrowid
        or 0
    )


def _said(capture: Capture) -> tuple[str | None, ...]:
    return (capture.name, capture.url, capture.outlet, capture.published, capture.title, capture.language)


def _known(database: Database, number: int, capture: Capture) -> bool:
    """An earlier capture says all that this one says, but for the time."""
    same = "name IS ? AND url IS ? AND outlet IS ? AND published IS ? AND title IS ? AND language IS ?"
    return database.execute(f"SELECT 1 FROM capture WHERE document = ? AND {same}", (number, *_said(capture))).fetchone() is not None


def is_erased(database: Database, what: str) -> bool:
    """Whether a document of this hash, or what was got from this address, was erased: it is not taken in again."""
    return database.execute("SELECT 1 FROM erased WHERE trace = ?", (trace(database, what),)).fetchone() is not None


def trace(database: Database, what: str) -> str:
    """What is kept of an erased thing: a hash with the file's own salt, which cannot be compared with anything outside of it."""
    (salt,) = database.execute("SELECT value FROM about WHERE name = 'salt'").fetchone()
    return sha256(f"{salt} {what}".encode("utf-8", "surrogatepass")).hexdigest()


def original(database: Database, document: str) -> bytes:
    """The original bytes of the document with this hash. Bytes that are no longer those of the hash are damage: `CaseError`."""
    row = database.execute("SELECT sz, data FROM sqlar WHERE name = ?", (document,)).fetchone()
    if row is None:
        raise CaseError(f"there is no original of document {document[:12]}; ascribe check tells what else is damaged")
    return unpacked(document, *row)


def unpacked(document: str, size: int, data: bytes) -> bytes:
    """The bytes of a row of the archive, which must be those of this hash: `CaseError`."""
    try:
        found = data if len(data) == size else zlib.decompress(data)
    except zlib.error:
        found = b""
    if sha256(found).hexdigest() != document:
        raise CaseError(
            f"the original of document {document[:12]} is damaged: it is not the bytes that were taken in; add it again from its source"
        )
    return found


def waiting(database: Database, engine: str, *, again: bool = False) -> list[int]:
    """The numbers of the documents to code, in the order of arrival: those never coded; with `again` also those of another engine.

    What failed is tried again by another engine only.
    """
    other = "OR made_by IS NOT ?" if again else "OR (state = 'failed' AND made_by IS NOT ?)"
    rows = database.execute(f"SELECT number FROM document WHERE state = 'waiting' {other} ORDER BY number", (engine,))
    return [number for (number,) in rows]


def correct(database: Database, number: int, who: str, said: Mapping[str, str | None]) -> None:
    """Keep what a person says of a document: `outlet`, `published`, `title`, those that are to be corrected. It waits to be coded anew.

    What was said before stays in the captures before; inside a transaction of the caller's.
    """
    database.execute(
        "INSERT INTO capture (document, at, way, name, url, outlet, published, title)"
        " SELECT number, ?, ?, name, url, ?, ?, ? FROM document WHERE number = ?",
        (now(), Way.CORRECTION.value, said.get("outlet"), said.get("published"), said.get("title"), number),
    )
    database.execute("UPDATE document SET state = 'waiting' WHERE number = ?", (number,))
    logged(database, who, "corrected", f"document {number}", details={"fields": sorted(name for name, value in said.items() if value)})


def _as_corrected(column: str) -> str:
    """SQL for what is said of a document: what a person corrected last goes before what was said when it came."""
    last = f"SELECT {column} FROM capture WHERE document = d.number AND way = '{Way.CORRECTION}' AND {column} IS NOT NULL"
    return f"coalesce(({last} ORDER BY number DESC LIMIT 1), k.{column})"


def stored(database: Database, numbers: Iterable[int]) -> Iterator[Stored]:
    """Documents with their bytes, one after the other. One that was erased meanwhile is left out."""
    for number in numbers:
        row = database.execute(
            f"SELECT d.hash, k.at, k.way, k.name, k.url, {', '.join(map(_as_corrected, ('outlet', 'published', 'title')))}, k.language,"
            " k.media_type, k.found_in FROM document d JOIN capture k ON k.document = d.number WHERE d.number = ?"
            " ORDER BY k.number LIMIT 1",
            (number,),
        ).fetchone()
        if row is not None:
            document, at, way, name, url, outlet, published, title, language, media_type, found_in = row
            data, damage = b"", None
            try:
                data = original(database, document)
            except CaseError as error:  # the other documents are coded
                damage = str(error)
            yield Stored(
                number,
                Capture(
                    data,
                    name,
                    Way(way),
                    datetime.fromisoformat(at),
                    url,
                    outlet,
                    published,
                    title,
                    language,
                    media_type,
                    found_in,
                ),
                damage,
            )


def is_there(database: Database, number: int) -> bool:
    """Whether there is a document of this number; it may have been erased."""
    return database.execute("SELECT 1 FROM document WHERE number = ?", (number,)).fetchone() is not None


def keep_text(database: Database, number: int, document: Document, extractor: str, credit: str | None = None) -> int:
    """The version of the text: the one that stands there if the words are the same, else a new one; inside a transaction."""
    row = database.execute(
        "SELECT number FROM text WHERE document = ? AND sha256 = ? AND title IS ? AND notes = ? ORDER BY version DESC",
        (number, document.text_sha256, document.title, json.dumps(document.notes)),
    ).fetchone()
    if row is None:
        (version,) = database.execute("SELECT coalesce(max(version), 0) + 1 FROM text WHERE document = ?", (number,)).fetchone()
        made = database.execute(
            "INSERT INTO text (document, version, extractor, made, sha256, title, content, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, version, extractor, now(), document.text_sha256, document.title, document.text, json.dumps(document.notes)),
        )
        row = (made.lastrowid,)
    database.execute(
        "UPDATE document SET text = ?, title = ?, publisher = ?, published = ?, url = ?, language = ?, credit = ? WHERE number = ?",
        (row[0], document.title, document.publisher, document.published, document.url, document.language, credit, number),
    )
    return int(row[0] or 0)


def text_of(database: Database, number: int) -> Document | None:
    """The document with the text that was coded; None: it was not coded yet."""
    row = database.execute(
        "SELECT d.hash, t.content, t.title, d.publisher, d.published, d.url, d.language, t.notes, t.sha256"
        " FROM document d JOIN text t ON t.number = d.text WHERE d.number = ?",
        (number,),
    ).fetchone()
    if row is None:
        return None
    document, content, title, publisher, published, url, language, notes, digest = row
    return Document(document, content, title, publisher, published, url, language, tuple(json.loads(notes)), digest)


def failed(database: Database, number: int, engine: str, problem: str) -> None:
    """The document cannot be coded, for this reason. What an earlier coding found stays."""
    state = "state = CASE WHEN text IS NULL THEN 'failed' ELSE state END"
    database.execute(f"UPDATE document SET {state}, problem = ?, made_by = ? WHERE number = ?", (problem, engine, number))


def _second(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
