"""What waits for people to decide: claims in queues, a page at a time, and how far all of it has come."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ascribe.errors import ConfigError
from ascribe.store import records
from ascribe.store.opening import Database

Record = dict[str, Any]

#: A decision on the claim that was not taken back, by whoever asks.
_MINE = "SELECT 1 FROM review v WHERE v.claim = c.number AND v.undone IS NULL AND v.who = :who"
_SKIPPED = "SELECT claim FROM review v WHERE v.undone IS NULL AND v.who = :who AND v.decision = 'skipped'"
#: Nobody has decided, and whoever asks has not skipped it.
_OPEN = f"c.state = 'machine' AND NOT EXISTS ({_MINE})"
#: Exactly one person has decided.
_ONCE = "(SELECT count(DISTINCT v.who) FROM review v WHERE v.claim = c.number AND v.undone IS NULL AND v.decision <> 'skipped') = 1"
_IN_ORDER = ("c.document", "c.position", "c.number")
#: Which claims are in a queue, and in which order: columns that grow. A plus keeps SQLite from an index by state where few are in question.
QUEUES = {
    "new": (f"c.found AND {_OPEN}", _IN_ORDER),
    "low": (f"c.found AND {_OPEN}", ("c.confidence", "c.number")),
    "conflicts": ("c.found AND c.state = 'disagreed'", _IN_ORDER),
    "aggregates": (f"c.found AND c.granularity = 'aggregate' AND +{_OPEN}", _IN_ORDER),
    "second": (f"c.found AND c.state IN ('coded', 'reviewed') AND NOT EXISTS ({_MINE}) AND {_ONCE}", _IN_ORDER),
    "skipped": (f"c.found AND c.state = 'machine' AND c.number IN ({_SKIPPED})", _IN_ORDER),
    "flagged": ("c.found AND c.sensitive", _IN_ORDER),
    "gone": ("NOT c.found AND c.state <> 'machine'", _IN_ORDER),
    "all": ("c.found", _IN_ORDER),
}
#: Longer queues are not counted to their end: whoever looks at one wants to begin.
MANY = 10_000
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

    `total` is counted up to `MANY`. `blind`: these are to be decided without seeing what others decided.
    """

    rows: list[Record] = field(default_factory=list)
    total: int = 0
    next: str | None = None
    blind: bool = False


def queue(database: Database, which: str, size: int, after: str | None, who: str) -> Queue:
    """The next claims of a queue for somebody."""
    condition, order = _queue(which)
    behind, values = "", {"who": who, "size": size + 1}
    if after is not None:
        behind = f" AND ({', '.join(order)}) > ({', '.join(f':key{number}' for number in range(len(order)))})"
        values |= _behind(after, len(order))
    cursor = database.execute(
        f"SELECT {_SHOWN}, {', '.join(order)} FROM claim c CROSS JOIN document d ON d.number = c.document WHERE {condition}{behind}"
        f" ORDER BY {', '.join(order)} LIMIT :size",
        values,
    )
    names = [column[0] for column in cursor.description][: -len(order)]
    found = cursor.fetchall()
    rows = [dict(zip(names, row[: -len(order)], strict=True)) for row in found[:size]]
    if which == "second":
        rows = [_as_made(database, row) for row in rows]
    last = records.written(found[size - 1][-len(order) :]) if len(found) > size else None
    return Queue(rows, length(database, which, who), last, which == "second")


def _queue(which: str) -> tuple[str, tuple[str, ...]]:
    if which not in QUEUES:
        raise ConfigError(f"there is no queue {which!r}; there are {', '.join(QUEUES)}")
    return QUEUES[which]


def length(database: Database, which: str, who: str) -> int:
    """How many claims are in a queue for somebody, counted up to `MANY`."""
    question = f"SELECT count(*) FROM (SELECT 1 FROM claim c WHERE {_queue(which)[0]} LIMIT {MANY})"
    return int(database.execute(question, {"who": who}).fetchone()[0])


def _behind(after: str, size: int) -> Record:
    """Where the page before ended."""
    try:
        key = records.value(after)
    except ValueError as error:
        raise ConfigError(f"{after!r} is not the end of a page; give what `next` said, or begin anew") from error
    if not isinstance(key, list) or len(key) != size or not all(isinstance(part, int | float) for part in key):
        raise ConfigError(f"{after!r} is not the end of a page of this queue; give what `next` said, or begin anew")
    return {f"key{number}": part for number, part in enumerate(key)}


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
    """How many claims are in each queue for somebody, counted up to `MANY`."""
    return {which: length(database, which, who) for which in QUEUES}


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
