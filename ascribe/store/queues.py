"""What waits for people to decide: claims in queues, a page at a time, and how far all of it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ascribe.errors import ConfigError
from ascribe.store import records
from ascribe.store.opening import Database

Record = dict[str, Any]

#: A decision on the claim that was not taken back and is not a skipping; one by whoever asks.
_DECIDED = "SELECT 1 FROM review v WHERE v.claim = c.number AND v.undone IS NULL AND v.decision <> 'skipped'"
_MINE = "SELECT 1 FROM review v WHERE v.claim = c.number AND v.undone IS NULL AND v.who = :who"
#: Nobody has decided, and whoever asks has not skipped it.
_OPEN = f"c.state = 'machine' AND NOT EXISTS ({_MINE})"
#: Exactly one person has decided.
_ONCE = "(SELECT count(DISTINCT v.who) FROM review v WHERE v.claim = c.number AND v.undone IS NULL AND v.decision <> 'skipped') = 1"
#: Which claims are in a queue, and in which order: an expression that grows.
QUEUES = {
    "new": (_OPEN, "c.document"),
    "low": (_OPEN, "c.confidence"),
    "conflicts": ("c.state = 'disagreed'", "c.document"),
    "aggregates": (f"c.granularity = 'aggregate' AND {_OPEN}", "c.document"),
    "second": (f"c.state IN ('coded', 'reviewed') AND NOT EXISTS ({_MINE}) AND {_ONCE}", "c.document"),
    "skipped": (f"c.state = 'machine' AND EXISTS ({_MINE}) AND NOT EXISTS ({_DECIDED})", "c.document"),
    "flagged": ("c.sensitive", "c.document"),
    "gone": (f"EXISTS ({_DECIDED})", "c.document"),
    "all": ("1", "c.document"),
}
#: What of a claim is shown in a list. Of a blind queue nothing is that tells what others decided.
_SHOWN = (
    "c.id AS claim, d.hash AS document, d.title, d.publisher, d.published, c.event_type, c.granularity,"
    " coalesce(c.source, d.publisher) AS source, c.stance, c.place, c.time_start, c.time_end, c.killed_low, c.killed_best, c.killed_high,"
    " c.quote, c.confidence, c.state, c.verdict, c.sensitive"
)
_BLIND = {"state": "machine", "verdict": None, "sensitive": 0}


@dataclass(frozen=True, slots=True)
class Queue:
    """A page of a queue: its rows, how many there are on all pages, and what to ask the next one with (None: this is the last).

    `blind`: these are to be decided without seeing what others decided.
    """

    rows: list[Record] = field(default_factory=list)
    total: int = 0
    next: str | None = None
    blind: bool = False


def queue(database: Database, which: str, size: int, after: str | None, who: str) -> Queue:
    """The next claims of a queue for somebody."""
    if which not in QUEUES:
        raise ConfigError(f"there is no queue {which!r}; there are {', '.join(QUEUES)}")
    condition, order = QUEUES[which]
    found = "NOT c.found" if which == "gone" else "c.found"
    begin = f"FROM claim c JOIN document d ON d.number = c.document WHERE {found} AND {condition}"
    values: Record = {"who": who, "size": size + 1}
    (total,) = database.execute(f"SELECT count(*) {begin}", {"who": who}).fetchone()
    where = ""
    if after is not None:
        values |= _behind(after)
        where = f" AND ({order}, c.document, c.position, c.number) > (:first, :document, :position, :number)"
    cursor = database.execute(
        f"SELECT {_SHOWN}, {order}, c.document, c.position, c.number {begin}{where}"
        f" ORDER BY {order}, c.document, c.position, c.number LIMIT :size",
        values,
    )
    names = [column[0] for column in cursor.description][:-4]
    found_rows = cursor.fetchall()
    rows = [dict(zip(names, row[:-4], strict=True)) for row in found_rows[:size]]
    if which == "second":
        rows = [_as_made(database, row) for row in rows]
    last = records.written(found_rows[size - 1][-4:]) if len(found_rows) > size else None
    return Queue(rows, total, last, which == "second")


def _behind(after: str) -> Record:
    """Where the page before ended."""
    try:
        first, document, position, number = records.value(after)
    except (ValueError, TypeError) as error:
        raise ConfigError(f"{after!r} is not the end of a page; give what `next` said, or begin anew") from error
    return {"first": first, "document": document, "position": position, "number": number}


def _as_made(database: Database, row: Record) -> Record:
    """A row as it was before anybody decided."""
    (machine,) = database.execute("SELECT coalesce(machine, record) FROM claim WHERE id = ?", (row["claim"],)).fetchone()
    return {**row, **listed(records.value(machine), row["publisher"]), **_BLIND}


def listed(record: Record, publisher: str | None) -> Record:
    """The columns of a list from the record of a claim."""
    source, time, killed, said = record["attribution"]["source"], record["time"], record["fatalities"], record["attribution"]
    return {
        "event_type": record["event_type"],
        "granularity": record["granularity"],
        "source": (source["canonical"] or source["stands_for"] or source["name"]) if source else publisher,
        "stance": said["stance"],
        "place": "; ".join(place["canonical"] or place["name"] for place in record["places"]) or None,
        "time_start": time["start"] if time else None,
        "time_end": time["end"] if time else None,
        "killed_low": killed["low"] if killed else None,
        "killed_best": killed["best"] if killed else None,
        "killed_high": killed["high"] if killed else None,
        "quote": record["quote"]["exact"],
    }


def sizes(database: Database, who: str) -> dict[str, int]:
    """How many claims are in each queue for somebody."""
    return {
        name: database.execute(
            f"SELECT count(*) FROM claim c WHERE {'NOT c.found' if name == 'gone' else 'c.found'} AND {condition}", {"who": who}
        ).fetchone()[0]
        for name, (condition, _) in QUEUES.items()
    }


def states(database: Database) -> dict[str, int]:
    """How many of the claims that are found are in each state."""
    counted = dict(database.execute("SELECT state, count(*) FROM claim WHERE found GROUP BY state").fetchall())
    return {name: counted.get(name, 0) for name in ("machine", "coded", "agreed", "disagreed", "reviewed")}


def read_documents(database: Database) -> tuple[int, int]:
    """How many documents somebody has read wholly, and how many there are."""
    read, total = database.execute("SELECT count(read_by), count(*) FROM document").fetchone()
    return int(read), int(total)


def by_person(database: Database) -> list[tuple[str, str, float | None]]:
    """Of every decision that was not taken back: who, which, in how many seconds."""
    return database.execute("SELECT who, decision, seconds FROM review WHERE undone IS NULL ORDER BY who, seconds").fetchall()
