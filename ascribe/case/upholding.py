"""What people decided outlives a new coding: claims that they made, accepted or corrected stand, whether the engine finds them or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ascribe.case.makers import is_by_hand
from ascribe.export.records import claim_record
from ascribe.knowledge import linking
from ascribe.link.candidates import keys
from ascribe.link.identity import Homes
from ascribe.model.claims import Claim
from ascribe.model.sketches import Sketch
from ascribe.model.text import CONTEXT, Document
from ascribe.store import codings, records, reviews
from ascribe.store.codings import Found, Kept
from ascribe.store.opening import Database

Record = dict[str, Any]


def by_people(claims: Sequence[Kept], old: Sequence[Claim], document: Document) -> list[Kept]:
    """The claims of a coding, but as a person made them where the engine now finds what a person had made."""
    made = {claim.id: claim for claim in old if is_by_hand(claim.made_by)}
    found = []
    for claim, record in claims:
        moved = anchored(claim_record(made[claim.id]), document) if claim.id in made else None
        lasting = records.claim_of(moved, claim.id, claim.event) if moved else claim
        found.append((lasting, claim_record(lasting) if moved else record))
    return found


def upheld(
    database: Database,
    number: int,
    document: Document,
    claims: list[Kept],
    found: list[Found],
    homes: Homes,
    gone: dict[str, str | None],
) -> tuple[list[Kept], list[Found]]:
    """The claims and reports of a coding, with those that the engine does not find and that people decided on; inside a transaction.

    Such a claim stays in its report, or goes with that report's claims to another; where nobody goes on with it, the report stands for it
    alone. What is not in the text any more cannot be shown in it: it is no longer found, and its decisions stay in the list.
    """
    known = {claim.id for claim, _ in claims}
    reports = {each.id: each for each in found}
    added = []
    for claim in codings.earlier(database, number)[0]:
        if claim.id in known or claim.id not in reviews.upheld(database, number):
            continue
        moved = anchored(claim_record(claim), document)
        if moved is None:
            continue
        home = homes[claim.id] if homes[claim.id] in reports else gone.get(homes[claim.id]) or homes[claim.id]
        if home not in reports:
            reports[home] = _alone(database, home)
            gone.pop(home, None)
        reports[home] = replace(reports[home], claims=(*reports[home].claims, claim.id))
        lasting = records.claim_of(moved, claim.id, home)
        added.append((lasting, claim_record(lasting)))
    return [*claims, *added], list(reports.values())


def _alone(database: Database, report: str) -> Found:
    """A report as it was drawn before."""
    sketch = reviews.drawn(database, report)
    return Found(report, (), sketch, keys(records.noun(sketch, Sketch), linking.load()))


def anchored(record: Record, document: Document) -> Record | None:
    """The record of a claim with its words where they stand in the text as it is now; None: they are not in it any more.

    Where the words stand in several places, it is the one with most of what stood around them, and of two the nearer.
    """
    quote, text = record["quote"], document.text
    start, exact = quote["start"], quote["exact"]
    if text[start : quote["end"]] == exact:
        return record
    places, at = [], text.find(exact)
    while at >= 0:
        places.append(at)
        at = text.find(exact, at + 1)
    if not places:
        return None
    best = max(places, key=lambda place: (_around(quote, text, place), -abs(place - start)))
    moved: Record = _moved(record, best - start, document)
    return moved


def _around(quote: Mapping[str, Any], text: str, at: int) -> int:
    """How many of the characters around the words are there, too."""
    end = at + len(quote["exact"])
    before, behind = text[max(0, at - CONTEXT) : at][::-1], text[end : end + CONTEXT]
    return _alike(quote["prefix"][::-1], before) + _alike(quote["suffix"], behind)


def _alike(one: str, other: str) -> int:
    return next((number for number, (left, right) in enumerate(zip(one, other, strict=False)) if left != right), min(len(one), len(other)))


def _moved(value: Any, by: int, document: Document) -> Any:
    """A part of a record with all its offsets so much further on; quotes whose words are not there are left out."""
    if isinstance(value, list):
        return [moved for each in value if (moved := _moved(each, by, document)) is not None or each is None]
    if not isinstance(value, Mapping):
        return value
    length, found = len(document.text), {name: _moved(each, by, document) for name, each in value.items()}
    for first, last in (("start", "end"), ("start_offset", "end_offset")):
        if isinstance(value.get(first), int) and isinstance(value.get(last), int):
            found[first], found[last] = (min(max(0, value[name] + by), length) for name in (first, last))
    if "exact" in value and document.text[found["start"] : found["end"]] != value["exact"]:
        return None
    return found
