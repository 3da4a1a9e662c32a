"""What can still be read of a damaged case file, taken over into a new one, row by row.

Nothing is taken over that is seen to be other than it was: originals and texts are held against their hashes, quotes against their texts.
What was computed is left behind, because it follows from what is kept.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from ascribe.errors import CaseError
from ascribe.model.sketches import Sketch
from ascribe.store import records
from ascribe.store.checking import is_as_kept, misquoted
from ascribe.store.documents import unpacked
from ascribe.store.opening import VERSION, Database, address, logged, writing

Row = tuple[Any, ...]
#: What is kept, parents before children.
KEPT = (
    "about",
    "document",
    "capture",
    "sqlar",
    "text",
    "report",
    "claim",
    "claim_party",
    "claim_place",
    "review",
    "judgement",
    "tie",
    "log",
    "tombstone",
    "erased",
    "feed",
    "host",
    "wanted",
)
#: Where a row of these is lost, coding finds it again: it has the same id then.
CODED = frozenset({"text", "report", "claim", "claim_party", "claim_place", "tie"})
#: Behind damage the next row is looked for so far off, and of each stretch in between so many rows by their numbers.
FARTHEST, ONE_BY_ONE = 2**20, 2_000
#: What leads to a row that was lost, and what is done about it, in this order. A judgement whose end is lost must not come back to life.
MENDED = (
    "DELETE FROM text WHERE document NOT IN (SELECT number FROM document)",
    "UPDATE document SET text = NULL, state = 'waiting' WHERE text NOT IN (SELECT number FROM text)",
    "DELETE FROM capture WHERE document NOT IN (SELECT number FROM document)",
    "DELETE FROM report WHERE document NOT IN (SELECT number FROM document)",
    "UPDATE report SET successor = NULL WHERE successor NOT IN (SELECT number FROM report)",
    "DELETE FROM claim WHERE document NOT IN (SELECT number FROM document) OR report NOT IN (SELECT number FROM report)",
    "DELETE FROM claim_party WHERE claim NOT IN (SELECT number FROM claim)",
    "DELETE FROM claim_place WHERE claim NOT IN (SELECT number FROM claim)",
    "DELETE FROM review WHERE claim NOT IN (SELECT number FROM claim)",
    "DELETE FROM review WHERE undone NOT IN (SELECT number FROM log)",
    "DELETE FROM judgement WHERE one NOT IN (SELECT number FROM report) OR other NOT IN (SELECT number FROM report)",
    "DELETE FROM judgement WHERE undone NOT IN (SELECT number FROM log)",
    "DELETE FROM tie WHERE one NOT IN (SELECT number FROM report) OR other NOT IN (SELECT number FROM report)",
    "DELETE FROM erased WHERE tombstone NOT IN (SELECT number FROM tombstone)",
)


@dataclass(slots=True)
class Salvaged:
    """Of one table: how many rows were taken over, how many were not what they had been, at how many places it could not be read."""

    table: str
    rows: int = 0
    spoilt: int = 0
    gaps: int = 0

    @property
    def is_whole(self) -> bool:
        """All that was in it was taken over."""
        return not self.spoilt and not self.gaps


def is_database(path: Path) -> bool:
    """The file has a first page that can be read, which lists its tables."""
    if not path.is_file():
        return False
    database = _opened(path)
    try:
        return database.execute("SELECT 1 FROM sqlite_master").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
    finally:
        database.close()


def salvage(damaged: Path, into: Database, who: str) -> Iterator[Salvaged]:
    """Take over into a new, empty case what can be read of a damaged file; a line for each table, when it is done with.

    All is one transaction. Documents of which something was lost that coding finds wait to be coded anew. The new file's indexes for
    linking are empty: the caller fills them.
    """
    into.execute("PRAGMA foreign_keys = OFF")  # the rows that others lead to may be lost; what is left then is mended at the end
    try:
        with writing(into):
            told: list[Salvaged] = []
            for table in KEPT:
                told.append(_taken_over(damaged, into, table))
                yield told[-1]
            spoilt = misquoted(into)
            into.executemany("DELETE FROM claim WHERE id = ?", [(name,) for name in spoilt])
            for statement in MENDED:
                into.execute(statement)
            if spoilt or any(not each.is_whole for each in told if each.table in CODED):
                _wait_again(into)
            counts = {each.table: each.rows for each in told}
            lost = [each.table for each in told if not each.is_whole]
            logged(into, who, "salvaged", why=f"from {damaged.name}", details={"rows": counts, "not whole": lost})
    finally:
        into.execute("PRAGMA foreign_keys = ON")


def _wait_again(database: Database) -> None:
    """What coding had found and was lost is found again: of all documents that have their bytes, since nobody knows of which it was."""
    database.execute("UPDATE document SET state = 'waiting' WHERE state = 'coded' AND hash IN (SELECT name FROM sqlar)")


def _taken_over(damaged: Path, into: Database, table: str) -> Salvaged:
    made = Salvaged(table)
    columns = _columns_of_both(damaged, into, table)
    if not columns:
        return made  # a file of an earlier version had no such table
    names, places = ", ".join(f'"{name}"' for name in columns), ", ".join("?" * len(columns))
    insert = f"INSERT OR {'REPLACE' if table == 'about' else 'IGNORE'} INTO {table} ({names}) VALUES ({places})"
    for row in _readable(damaged, table, columns, made):
        if not _is_as_it_was(table, dict(zip(columns, row, strict=True))):
            made.spoilt += 1
            continue
        try:
            made.rows += into.execute(insert, row).rowcount
        except sqlite3.IntegrityError:  # a value that the layout forbids was never written
            made.spoilt += 1
    return made


def _columns_of_both(damaged: Path, into: Database, table: str) -> list[str]:
    """The columns of a table that the damaged file has, too: it may be of an earlier version. All of them, where that cannot be read."""
    wanted = [name for _, name, *_ in into.execute(f"PRAGMA table_info({table})")]
    database = _opened(damaged)
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        there = {name for _, name, *_ in database.execute(f"PRAGMA table_info({table})")}
    except sqlite3.DatabaseError:
        return wanted
    finally:
        database.close()
    return [name for name in wanted if name in there] if version < VERSION else wanted


def _is_as_it_was(table: str, row: dict[str, Any]) -> bool:
    """Rows that carry the hash of what they hold are held against it; what is kept as JSON must be read as what it was."""
    try:
        if table == "sqlar":
            unpacked(row["name"], row["sz"], row["data"])
        elif table == "text":
            return is_as_kept(row["content"], row["sha256"])
        elif table == "report":
            records.noun(row["sketch"], Sketch)
        elif table == "claim":
            records.claim(row["record"], row["id"], "")
    except (CaseError, msgspec.MsgspecError, KeyError, TypeError, ValueError, AttributeError):
        return False
    return True


def _readable(damaged: Path, table: str, columns: Sequence[str], made: Salvaged) -> Iterator[Row]:
    """The rows that can be read: from the beginning and, where that ends in damage, from behind it."""
    database = _opened(damaged)
    wanted = ", ".join(f'"{name}"' for name in columns)
    try:
        if _has_numbers(database, table):
            yield from _by_number(database, table, wanted, made)
        else:
            yield from _from_both_ends(database, table, wanted, made)
    except sqlite3.DatabaseError:  # not even the table's layout can be read
        made.gaps += 1
    finally:
        database.close()


def _opened(path: Path) -> Database:
    """For reading only. SQLite refuses a file that was cut off, or whose layout is partly lost, unless it is told that this is known."""
    database = sqlite3.connect(address(path, "ro"), uri=True, isolation_level=None)
    database.execute("PRAGMA writable_schema = ON")
    return database


def _has_numbers(database: Database, table: str) -> bool:
    try:
        database.execute(f"SELECT rowid FROM {table} LIMIT 0")
    except sqlite3.OperationalError:
        return False
    return True


def _by_number(database: Database, table: str, wanted: str, made: Salvaged) -> Iterator[Row]:
    """Rows in the order of their numbers. Behind what cannot be read the next row that can be is looked for ever farther off."""
    last, step = -1, 1
    while step <= FARTHEST:
        try:
            for number, *row in database.execute(f"SELECT rowid, {wanted} FROM {table} WHERE rowid > ? ORDER BY rowid", (last,)):
                last, step = number, 1
                yield tuple(row)
            return
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            made.gaps += step == 1
            yield from _one_by_one(database, table, wanted, last + 1, last + step)
            last, step = last + step, step * 2


def _one_by_one(database: Database, table: str, wanted: str, first: int, last: int) -> Iterator[Row]:
    """What can be read of these numbers, each looked for by itself; of a long stretch only its beginning."""
    for number in range(first, min(last, first + ONE_BY_ONE) + 1):
        try:
            yield from database.execute(f"SELECT {wanted} FROM {table} WHERE rowid = ?", (number,))
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue


def _from_both_ends(database: Database, table: str, wanted: str, made: Salvaged) -> Iterator[Row]:
    """Rows of a table without numbers, in the order of its key and, where that ends in damage, in the opposite order."""
    key = ", ".join(name for _, name, _, _, _, at in database.execute(f"PRAGMA table_info({table})") if at)
    for order in ("ASC", "DESC"):
        try:
            for row in database.execute(f"SELECT {wanted} FROM {table} ORDER BY {key.replace(', ', f' {order}, ')} {order}"):
                yield tuple(row)
            return
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            made.gaps += order == "ASC"
