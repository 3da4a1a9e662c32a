"""What was found in a document, in the case file: claims and reports, kept in one transaction with the text that they point into."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.model.claims import Claim
from ascribe.model.places import Place
from ascribe.model.sketches import Keys
from ascribe.store import comparing, overlaps, records
from ascribe.store.opening import Database

#: A claim with its record, as it will be kept under its lasting id.
Kept = tuple[Claim, Mapping[str, Any]]
#: How two events of one text stand to each other: the ids of their reports with the type between them, and the words as JSON.
Tie = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a coding found: its lasting id, the ids of its claims, its sketch as JSON, the keys by which it meets its like."""

    id: str
    claims: tuple[str, ...]
    sketch: str
    keys: Keys


def earlier(database: Database, number: int) -> tuple[list[Claim], dict[str, str]]:
    """The claims that any coding of the document found, as it found them, in the order of its text, and the report that each was in."""
    rows = database.execute(
        "SELECT coalesce(c.machine, c.record), c.id, r.id FROM claim c JOIN report r ON r.number = c.report WHERE c.document = ?"
        " ORDER BY c.found DESC, c.position",
        (number,),
    ).fetchall()
    return [records.claim(record, name, home) for record, name, home in rows], {name: home for _, name, home in rows}


def keep(
    database: Database,
    number: int,
    claims: Sequence[Kept],
    found: Sequence[Found],
    successors: Mapping[str, str | None],
    made_by: str,
    text_keys: Iterable[int],
    ties: Iterable[Tie] = (),
) -> None:
    """Put what this coding found in the place of what the one before had found; inside a transaction of the caller's.

    Nothing is deleted: claims and reports that are not found any more stay, marked so, for what was cited and decided.
    """
    database.execute("UPDATE claim SET found = 0 WHERE document = ?", (number,))
    database.execute("UPDATE report SET found = 0 WHERE document = ?", (number,))
    numbers = {each.id: _report(database, number, each) for each in found}
    home = {name: numbers[each.id] for each in found for name in each.claims}
    for position, (claim, record) in enumerate(claims):
        _claim(database, number, home[claim.id], position, claim, record)
    database.executemany(
        "UPDATE report SET successor = (SELECT number FROM report WHERE id = ?) WHERE id = ?",
        [(heir, name) for name, heir in successors.items()],
    )
    database.execute("DELETE FROM tie WHERE one IN (SELECT number FROM report WHERE document = ?)", (number,))
    database.executemany(
        "INSERT OR IGNORE INTO tie VALUES (?, ?, ?, ?)", [(numbers[one], kind, numbers[other], quote) for one, kind, other, quote in ties]
    )
    overlaps.found_by(database, number, text_keys)
    comparing.wait(database, number, (each.keys for each in found))
    database.execute("UPDATE document SET state = 'coded', problem = NULL, made_by = ? WHERE number = ?", (made_by, number))


def _report(database: Database, document: int, found: Found) -> int:
    database.execute(
        "INSERT INTO report (id, document, sketch) VALUES (?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET found = 1, successor = NULL, sketch = excluded.sketch, machine = NULL",
        (found.id, document, found.sketch),
    )
    (number,) = database.execute("SELECT number FROM report WHERE id = ?", (found.id,)).fetchone()
    return int(number)


def _claim(database: Database, document: int, report: int, position: int, claim: Claim, record: Mapping[str, Any]) -> None:
    """Keep a claim as it was found. What people decided on it is put into it again by `ascribe.case.settling`."""
    row = {"id": claim.id, "document": document, "report": report, "found": 1, "position": position, "machine": None}
    row |= columns_of(claim, record)
    columns = ", ".join(row)
    changed = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
    database.execute(
        f"INSERT INTO claim ({columns}) VALUES ({', '.join('?' * len(row))}) ON CONFLICT (id) DO UPDATE SET {changed}",
        tuple(row.values()),
    )
    (number,) = database.execute("SELECT number FROM claim WHERE id = ?", (claim.id,)).fetchone()
    named_in(database, number, claim)


def added(database: Database, document: int, report: int, claim: Claim, record: Mapping[str, Any]) -> int:
    """Keep a claim that was not found but made, behind those of its document; its number. In a transaction."""
    (position,) = database.execute("SELECT coalesce(max(position), -1) + 1 FROM claim WHERE document = ?", (document,)).fetchone()
    _claim(database, document, report, position, claim, record)
    return int(database.execute("SELECT number FROM claim WHERE id = ?", (claim.id,)).fetchone()[0])


def added_report(database: Database, document: int, found: Found) -> int:
    """Keep a report of its own for a claim that was made; its number. In a transaction."""
    return _report(database, document, found)


def columns_of(claim: Claim, record: Mapping[str, Any]) -> dict[str, Any]:
    """What of a claim stands in columns of its own, and its record."""
    source, time, killed = claim.attribution.source, claim.time, claim.fatalities
    return {
        "event_type": claim.event_type.value,
        "mode": claim.mode,
        "tactics": "; ".join(claim.tactics),
        "granularity": claim.granularity.value,
        "modality": claim.modality.value,
        "source": source.shown if source else None,
        "stance": claim.attribution.stance.value,
        "certainty": claim.attribution.certainty.value,
        "contests": claim.attribution.contests.value if claim.attribution.contests else None,
        "actors": "; ".join(each.shown for each in claim.actors),
        "recipients": "; ".join(each.shown for each in claim.recipients),
        "place": "; ".join(place.canonical or place.name for place in claim.places) or None,
        "time_start": time.start.isoformat() if time and time.start else None,
        "time_end": time.end.isoformat() if time and time.end else None,
        "time_precision": time.precision.value if time else None,
        "killed_low": killed.low if killed else None,
        "killed_best": killed.best if killed else None,
        "killed_high": killed.high if killed else None,
        "quote": claim.quote.exact,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        "confidence": claim.confidence,
        "made_by": claim.made_by,
        "record": records.written(record),
    }


def named_in(database: Database, number: int, claim: Claim) -> None:
    """Put the parties and places that a claim names in the place of those that it named."""
    _parties(database, number, claim)
    _places(database, number, claim.places)


def _parties(database: Database, number: int, claim: Claim) -> None:
    source = claim.attribution.source
    roles = (
        ("source", (source,) if source else ()),
        ("via", claim.attribution.via),
        ("actor", claim.actors),
        ("recipient", claim.recipients),
    )
    database.execute("DELETE FROM claim_party WHERE claim = ?", (number,))
    database.executemany(
        "INSERT INTO claim_party VALUES (?, ?, ?, ?, ?, ?, ?)",
        [(number, role, party.key, party.shown, party.id, party.kind.value, party.country) for role, parties in roles for party in parties],
    )


def _places(database: Database, number: int, places: Iterable[Place]) -> None:
    database.execute("DELETE FROM claim_place WHERE claim = ?", (number,))
    database.executemany(
        "INSERT INTO claim_place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                number,
                place.key,
                place.name,
                place.canonical,
                place.level.value,
                place.latitude,
                place.longitude,
                place.country,
                place.admin1,
                place.admin2,
                place.gazetteer_id,
            )
            for place in places
        ],
    )
