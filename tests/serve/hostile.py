"""A case in which every word that comes from outside tries to be more than a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ascribe.case.case import Case
from ascribe.model.captures import Capture
from tests.case.news import FAST, NEWS, capture, work

#: If any of these became a part of a page, the browser would open a dialog, ask another machine, or show 49.
CANARIES = (
    "<script>alert('canary')</script>",
    "\"><img src=x onerror=alert('canary')>",
    "'><svg onload=alert('canary')>",
    "</title></textarea></script><script>alert('canary')</script>",
    "javascript:alert('canary')",
    "{{7*7}}${7*7}<%=7*7%>",
    "<a href=//canary.invalid/x>canary</a><link rel=stylesheet href=//canary.invalid/x.css>",
    "can\u202eyran\u202c\u200b\u2066",
)
CANARY = " ".join(CANARIES)
#: Fields of a record that hold a code, an offset or an id: they cannot hold words.
CODES = frozenset(
    "id event event_type mode tactics granularity modality stance certainty contests kind level effect side category start end precision"
    " basis made_by country said".split()
)


def hostile(folder: Path) -> Path:
    """Such a case, coded and linked; its file."""
    made = Case.create(folder / "hostile.db", settings=FAST)
    for number, name in enumerate(NEWS):
        made.add(_poisoned_capture(name, CANARIES[number % len(CANARIES)]))
    work(made)
    for claim, record in made.database.execute("SELECT id, record FROM claim").fetchall():
        poisoned = json.dumps(_poisoned(json.loads(record)))
        made.database.execute("UPDATE claim SET record = ? WHERE id = ?", (poisoned, claim))
    for table, columns in (
        ("claim", ("source", "actors", "recipients", "place")),
        ("claim_party", ("name",)),
        ("claim_place", ("name", "canonical", "admin1", "admin2")),
        ("document", ("title", "publisher", "name", "url", "problem", "credit")),
        ("capture", ("name", "url", "outlet", "title")),
    ):
        for column in columns:
            made.database.execute(f"UPDATE {table} SET {column} = coalesce({column}, '') || ?", (CANARY,))
    made.database.execute("INSERT OR IGNORE INTO unlinked SELECT number FROM report")
    made.link()
    made.close()
    return folder / "hostile.db"


def _poisoned_capture(name: str, canary: str) -> Capture:
    plain = capture(name)
    return Capture(
        f"{plain.data.decode()} {canary} The governor condemned it: {canary}".encode(),
        plain.name,
        plain.way,
        plain.at,
        outlet=f"{plain.outlet} {canary}",
        published=plain.published,
        title=f"Told by {canary}",
    )


def _poisoned(value: Any, field: str = "") -> Any:
    """Every free word of a record with the canaries behind it. Quotes keep to the text, which has its own."""
    if isinstance(value, dict):
        if {"exact", "prefix", "suffix"} <= value.keys():
            return value
        return {name: each if name in CODES else _poisoned(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [_poisoned(each, field) for each in value]
    if isinstance(value, str) and not _is_a_code(field, value):
        return value + CANARY
    return value


def _is_a_code(field: str, value: str) -> bool:
    return field in {"latitude", "longitude"} or (len(value) == 10 and value[4:5] == "-" and value[:4].isdigit())
