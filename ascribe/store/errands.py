"""What is still to be fetched, and how the hosts that are asked stand: kept, so that a run that was stopped goes on where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ascribe.store import records
from ascribe.store.opening import Database, now

#: What those who name a page say of it, by field.
Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Errand:
    """A page to fetch. `told` is what those who named it say of it, `carried` what a feed has of its text; `tries`: how often it failed."""

    url: str
    way: str
    told: Told
    found_in: str | None = None
    carried: bytes | None = None
    tries: int = 0


def want(database: Database, errand: Errand, host: str, *, again: bool = False) -> bool:
    """Put a page of this host on the list; whether it is new there. In a transaction.

    `again`: it is to be fetched once more, whatever became of it.
    """
    known = database.execute("SELECT state FROM wanted WHERE url = ?", (errand.url,)).fetchone()
    if known and not (again and known[0] != "open"):
        return False
    database.execute(
        "INSERT OR REPLACE INTO wanted (url, host, way, found_in, said, carried, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (errand.url, host, errand.way, errand.found_in, records.written(errand.told), errand.carried, now()),
    )
    return True


def open_errands(database: Database) -> int:
    """How many pages are still to be fetched."""
    (count,) = database.execute("SELECT count(*) FROM wanted WHERE state = 'open'").fetchone()
    return int(count)


def first_of_hosts(database: Database) -> list[str]:
    """Of each host the address that was named first among those still to be fetched, in the order in which they were named."""
    rows = database.execute("SELECT host, min(at || ' ' || url) FROM wanted WHERE state = 'open' GROUP BY host ORDER BY 2")
    return [named.partition(" ")[2] for _, named in rows]


def errand(database: Database, url: str) -> Errand:
    """The page of this address, as it stands on the list."""
    way, told, found_in, carried, tries = database.execute(
        "SELECT way, said, found_in, carried, tries FROM wanted WHERE url = ?", (url,)
    ).fetchone()
    return Errand(url, way, records.value(told), found_in, carried, tries)


def fetched(database: Database, url: str) -> None:
    """The page is in the case."""
    database.execute("UPDATE wanted SET state = 'fetched', problem = NULL, carried = NULL WHERE url = ?", (url,))


def not_fetched(database: Database, url: str, problem: str, *, for_good: bool) -> None:
    """The page could not be had; for good, or for now."""
    state = "refused" if for_good else "open"
    database.execute("UPDATE wanted SET state = ?, problem = ?, tries = tries + 1 WHERE url = ?", (state, problem, url))


def host(database: Database, name: str) -> tuple[dict[str, Any], str | None, str | None]:
    """How a host stands: its pace, its rules for programs and when they were asked for."""
    row = database.execute("SELECT pace, robots, robots_asked FROM host WHERE name = ?", (name,)).fetchone()
    return (records.value(row[0]), row[1], row[2]) if row else ({}, None, None)


def keep_host(database: Database, name: str, pace: Mapping[str, Any], robots: str | None, robots_asked: str | None) -> None:
    """Keep how a host stands."""
    database.execute("INSERT OR REPLACE INTO host VALUES (?, ?, ?, ?)", (name, records.written(pace), robots, robots_asked))


@dataclass(frozen=True, slots=True)
class FeedState:
    """Where a feed stands: what its host wants to be asked with, how long it asks to be left alone (seconds), when it was asked (ISO)."""

    validators: Mapping[str, str | None]
    ttl: float | None
    asked: str | None


def feed(database: Database, url: str) -> FeedState:
    """Where a feed stands; one that was never asked stands at the beginning."""
    row = database.execute("SELECT validators, ttl, asked FROM feed WHERE url = ?", (url,)).fetchone()
    return FeedState(records.value(row[0]), row[1], row[2]) if row else FeedState({}, None, None)


def keep_feed(database: Database, url: str, state: FeedState, title: str | None, problem: str | None) -> None:
    """Keep where a feed stands."""
    database.execute(
        "INSERT INTO feed (url, title, validators, ttl, asked, problem) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (url) DO UPDATE SET"
        " title = coalesce(excluded.title, title), validators = excluded.validators, ttl = excluded.ttl, asked = excluded.asked,"
        " problem = excluded.problem",
        (url, title, records.written(state.validators), state.ttl, state.asked, problem),
    )
