"""Opening a case file: a new one, one of this version, one of an older version (brought forward, with a backup), a newer one (refused)."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from urllib.parse import quote

from ascribe.errors import CaseError

SCHEMA = Path(__file__).with_name("schema.sql")
#: "ascr": what `file` and SQLite call the application id.
APPLICATION = 0x61736372
VERSION = 2
#: How long a writer waits for another, in seconds: the longest transaction is that of linking.
PATIENCE = 120.0
#: Steps from one version of the schema to the next, by the version that they begin with: statements of SQL.
MIGRATIONS: dict[int, str] = {1: SCHEMA.with_name("version2.sql").read_text(encoding="utf-8")}

Database = sqlite3.Connection


def now() -> str:
    """The clock, in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def create(path: Path, program: str) -> Database:
    """A new case file. One that exists is never written over: `CaseError`."""
    if path.exists():
        raise CaseError(f"{path}: there is a file of this name already; ascribe add puts documents into it, or name another")
    if not path.absolute().parent.is_dir():
        raise CaseError(f"{path}: there is no folder {path.parent}; make it first, or name another")
    draft = path.with_name(f".{path.name}.{token_hex(4)}")
    try:
        database = _connected(draft)
        database.executescript(f"BEGIN; {SCHEMA.read_text(encoding='utf-8')}")
        database.executemany("INSERT INTO about VALUES (?, ?)", [("created", now()), ("program", program), ("salt", token_hex(16))])
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute(f"PRAGMA user_version = {VERSION}")
        database.execute("COMMIT")
        database.close()
        _placed(draft, path)
    except sqlite3.Error as error:
        raise CaseError(f"{path}: cannot be made ({error}); check the folder's permissions and the room on the disk") from error
    finally:
        for left in draft.parent.glob(f"{draft.name}*"):
            with suppress(OSError):
                left.unlink()
    return open_case(path)


def _placed(draft: Path, path: Path) -> None:
    """A case appears whole or not at all, and never in the place of another that was made meanwhile."""
    try:
        path.hardlink_to(draft)
    except FileExistsError as error:
        raise CaseError(f"{path}: there is a file of this name already; ascribe add puts documents into it, or name another") from error
    except OSError:  # a file system without links
        draft.rename(path)


def open_case(path: Path, *, read_only: bool = False, migrations: dict[int, str] | None = None, version: int = VERSION) -> Database:
    """The case file at this path. What is none, is newer than this program or is damaged raises `CaseError`, with the remedy."""
    if not path.is_file():
        raise CaseError(f"{path}: there is no case file; ascribe init {path} makes one")
    try:
        database = _connected(path, read_only=read_only)
        application, found = (database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version"))
    except sqlite3.DatabaseError as error:
        raise CaseError(_reason(path, error)) from error
    try:
        if application != APPLICATION:
            raise CaseError(f"{path}: is no case file of ascribe; name one that ascribe init has made")
        if found > version:
            raise CaseError(
                f"{path}: was made by a newer ascribe (its layout is version {found}, this one knows {version}); install the newer one"
            )
        if found < version:
            if read_only:
                raise CaseError(f"{path}: was made by an older ascribe; open it once for writing, which brings it forward and keeps a copy")
            _bring_forward(database, path, found, version, MIGRATIONS if migrations is None else migrations)
    except BaseException:
        database.close()
        raise
    return database


def _reason(path: Path, error: sqlite3.DatabaseError) -> str:
    said = str(error)
    if "not a database" in said:
        return f"{path}: is no case file of ascribe; name one that ascribe init has made"
    if "unable to open" in said or "readonly" in said:
        return f"{path}: cannot be opened; check its permissions and those of its folder"
    return f"{path}: {said}; ascribe check --case {path} looks for damage, and with --salvage makes a new case of what can be read"


def _connected(path: Path, *, read_only: bool = False) -> Database:
    database = sqlite3.connect(address(path, "ro" if read_only else "rwc"), uri=True, timeout=PATIENCE, isolation_level=None)
    database.execute("PRAGMA foreign_keys = ON")
    if read_only:
        database.execute("PRAGMA query_only = ON")
        return database
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")  # what was acknowledged outlives a power cut, too
    database.execute("PRAGMA secure_delete = ON")  # what is deleted is overwritten: see erasing
    return database


def address(path: Path, mode: str) -> str:
    """A file as SQLite is asked for it, so that it is opened in this mode (ro, rw, rwc) whatever its name."""
    return f"file:{quote(str(path.absolute()))}?mode={mode}"


def _bring_forward(database: Database, path: Path, found: int, version: int, migrations: dict[int, str]) -> None:
    """Each step in one transaction with the number of the version that it leads to; before the first, a copy of the file as it was."""
    backup = path.with_name(f"{path.name}.version{found}.{now().replace(':', '')}.backup")
    with sqlite3.connect(backup) as copy:
        database.backup(copy)
    copy.close()
    for step in range(found, version):
        with writing(database):
            if database.execute("PRAGMA user_version").fetchone()[0] != step:
                continue  # another process has done it meanwhile
            for statement in _statements(migrations[step]):
                database.execute(statement)
            _views_anew(database)
            database.execute(f"PRAGMA user_version = {step + 1}")
            logged(database, "ascribe", "brought forward", why=f"from version {step} to {step + 1}", details={"backup": backup.name})


def _views_anew(database: Database) -> None:
    """Views hold nothing: those of this program take the place of those that the file had."""
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
        database.execute(f"DROP VIEW {name}")
    for statement in _statements(SCHEMA.read_text(encoding="utf-8")):
        if "\nCREATE VIEW " in f"\n{statement}":  # comments may stand before it
            database.execute(statement)


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one after the other: `executescript` would commit in between."""
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            yield held
            held = ""
    if held.strip():
        yield held


@contextmanager
def writing(database: Database) -> Iterator[Database]:
    """One transaction: all of it is done, or nothing. Others who write wait; those who read see what was before."""
    database.execute("BEGIN IMMEDIATE")
    try:
        yield database
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


@contextmanager
def reading(database: Database) -> Iterator[Database]:
    """Several questions about one state of the file, whoever writes meanwhile."""
    if database.in_transaction:
        yield database
        return
    database.execute("BEGIN")
    try:
        yield database
    finally:
        database.execute("COMMIT")


def logged(database: Database, who: str, what: str, subject: str | None = None, why: str | None = None, details: object = None) -> int:
    """Write an entry of the log, inside the transaction of that which it tells; its number.

    Details hold numbers and ids, never words of a document.
    """
    row = (now(), who, what, subject, why, json.dumps(details or {}, ensure_ascii=False))
    return int(database.execute("INSERT INTO log (at, who, what, subject, why, details) VALUES (?, ?, ?, ?, ?, ?)", row).lastrowid or 0)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Troubles of the file as a `CaseError` with a remedy: a full disk, a file that others hold, one that may only be read, damage."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = str(error)
        remedy = {
            "database or disk is full": "the disk is full; make room and run it again: what was acknowledged is kept",
            "database is locked": "another program holds it for writing; wait for it, or close it, and run it again",
            "attempt to write a readonly database": "it may only be read; check its permissions and those of its folder",
        }
        told = next((words for beginning, words in remedy.items() if said.startswith(beginning)), f"{said}; what was acknowledged is kept")
        raise CaseError(f"{path}: {told}") from error
    except sqlite3.DatabaseError as error:
        raise CaseError(_reason(path, error)) from error
