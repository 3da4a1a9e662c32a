"""What people decided is put into force: claims, and what is compared of their reports, as they stand after all decisions on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ascribe.case.makers import is_by_hand
from ascribe.case.upholding import anchored
from ascribe.export.records import claim_record
from ascribe.knowledge import linking
from ascribe.link.candidates import keys
from ascribe.link.sketch import corrected
from ascribe.model.claims import Claim
from ascribe.model.reports import Report
from ascribe.model.reviews import Decided, Settled, changed, settled
from ascribe.model.sketches import Sketch
from ascribe.model.times import TimeInterval
from ascribe.store import comparing, judgements, records, reviews
from ascribe.store.documents import text_of
from ascribe.store.opening import Database
from ascribe.store.reviews import Record, Subject


def settle(database: Database, claim: int) -> Settled:
    """Put into a claim what follows from all decisions on it; inside a transaction of the caller's.

    Where its event may come out otherwise, that waits to be computed anew; where its report may be of another event, it waits to be
    compared.
    """
    found = settled(reviews.decisions(database, claim))
    subject = reviews.subject(database, claim)
    if reviews.put(database, claim, found, _in_the_text(database, subject, found), subject.base):
        judgements.again(database, (subject.report,))
        sketch_anew(database, subject.report, subject.document)
    return found


def settle_all(database: Database, document: int | None = None) -> None:
    """Put into force what was decided on the claims of a document, or of all; inside a transaction of the caller's."""
    decided = reviews.decided_on(database, document)
    for claim in decided:
        settle(database, claim)
    for report, home in dict.fromkeys((each.report, each.document) for each in map(partial(reviews.subject, database), decided)):
        sketch_anew(database, report, home)


def _in_the_text(database: Database, subject: Subject, found: Settled) -> tuple[Claim, Record]:
    """A claim as it stands after decisions. Where people set other words than the machine, they are looked for in the text as it is now."""
    held = in_force(subject, found)
    text = text_of(database, subject.document) if "quote" in found.changes else None
    if text is None:
        return held
    moved = anchored(held[1], text)
    if moved is None:  # those words are gone: the machine's stand in their place
        return in_force(subject, replace(found, changes={name: value for name, value in found.changes.items() if name != "quote"}))
    return records.claim_of(moved, subject.id, subject.report_id), moved


def in_force(subject: Subject, found: Settled) -> tuple[Claim, Record]:
    """A claim as it stands after decisions: as it was first made, unless a correction holds."""
    if found.verdict is not Decided.CORRECTED:
        return records.claim_of(subject.base, subject.id, subject.report_id), subject.base
    claim = records.claim_of(changed(subject.base, found.changes), subject.id, subject.report_id)
    return claim, claim_record(claim)


def sketch_anew(database: Database, report: int, document: int) -> None:
    """What is compared of a report follows from its claims as people made and corrected them; without such, it is what was drawn."""
    held, machine = reviews.sketch_of(database, report)
    drawn = machine or held
    claims = list(reviews.claims_of_report(database, report))
    changed_by_people = any(each.verdict in {"rejected", "corrected"} or is_by_hand(each.made_by) for each in claims)
    made = _corrected(database, drawn, document, claims) if changed_by_people else drawn
    if made != held:
        reviews.put_sketch(database, report, made, drawn if changed_by_people else None)
        weights = linking.load()
        sketches = [records.noun(text, Sketch) for _, text in comparing.sketches(database, document)]
        comparing.wait(database, document, [keys(each, weights) for each in sketches])


def _corrected(database: Database, drawn: str, document: int, claims: list[reviews.Held]) -> str:
    sketch, text = records.noun(drawn, Sketch), text_of(database, document)
    held = tuple(records.claim(each.record, each.id, sketch.report) for each in claims if each.verdict != Decided.REJECTED)
    if text is None or not held:
        return drawn
    return records.written(corrected(sketch, Report(sketch.report, text, held), linking.load(), list(_told(claims))))


def _told(claims: list[reviews.Held]) -> Iterator[TimeInterval]:
    """The times that people set."""
    for each in claims:
        now = records.claim(each.record, each.id, "").time
        before = records.claim(each.machine, each.id, "").time if each.machine else None
        if now is not None and now != before and (each.machine or is_by_hand(each.made_by)):
            yield now
