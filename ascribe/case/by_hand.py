"""What a person adds to a case by hand: a claim that the machine missed, and what is known of a document, corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ascribe.annotate.sentences import sentences
from ascribe.case.entering import Entering, with_totals
from ascribe.case.makers import BY_HAND
from ascribe.case.settling import sketch_anew
from ascribe.errors import ConfigError
from ascribe.export.records import claim_record
from ascribe.knowledge import linking
from ascribe.link.candidates import keys
from ascribe.link.identity import fresh_id
from ascribe.link.sketch import corrected, sketches
from ascribe.model.claims import Attribution, Claim, EventType
from ascribe.model.judgements import Verdict
from ascribe.model.reading import Reading
from ascribe.model.reports import reports
from ascribe.model.reviews import changed
from ascribe.model.sketches import Sketch
from ascribe.model.text import Document
from ascribe.store import codings, comparing, judgements, records, reviews
from ascribe.store import linking as linking_rows
from ascribe.store.opening import Database


def made(entering: Entering, fields: Mapping[str, Any]) -> Claim:
    """The claim that a person makes on some words of a text. What it tells of must be said; all else may be left open."""
    if not {"event_type", "type"} & fields.keys():
        raise ConfigError(f"say of which type it is: event_type is one of {', '.join(EventType)}")
    around, text = entering.around, entering.document
    bare = Claim("", "", EventType.ASSAULT, text.quote(around.start, around.end), Attribution(), confidence=1.0, made_by=BY_HAND)
    record = claim_record(bare)
    entered = with_totals(record, entering.changes(fields))
    try:
        return records.claim_of(changed(record, entered), "", "")
    except ValueError as error:
        raise ConfigError(f"the claim cannot be so ({error}); see docs/codebook.md for what each field holds") from error


def kept(database: Database, number: int, document: Document, claim: Claim, report: int | None) -> tuple[str, int]:
    """Keep a claim that a person made in this report, or in one of its own; its id and number. In a transaction of the caller's."""
    old, _ = codings.earlier(database, number)
    name = fresh_id(document.id, claim, {each.id for each in old})
    if report is None:
        home = "r" + name[1:]
        report = codings.added_report(database, number, _report(document, replace(claim, id=name, event=home), home))
        held = [records.noun(sketch, Sketch) for _, sketch in comparing.sketches(database, number)]
        comparing.wait(database, number, [keys(each, linking.load()) for each in held])
    else:
        home = linking_rows.names(database, [report])[report]
        judgements.again(database, (report,))
    lasting = replace(claim, id=name, event=home)
    made_number = codings.added(database, number, report, lasting, claim_record(lasting))
    sketch_anew(database, report, number)
    return name, made_number


def _report(document: Document, claim: Claim, home: str) -> codings.Found:
    """The report that holds this claim alone."""
    (told,) = reports(document, (claim,), [sentence.span for sentence in sentences(Reading(document)).sentences])
    weights = linking.load()
    (drawn,) = sketches([told], weights)
    sketch = corrected(drawn, told, weights, [claim.time] if claim.time else ())
    return codings.Found(home, (claim.id,), records.written(sketch), keys(sketch, weights))


def joined(database: Database, claim: int, event: int, who: str) -> None:
    """Say that a claim's report is of this event; inside a transaction of the caller's."""
    judgements.person(database, reviews.subject(database, claim).report, event, Verdict.SAME, who, None)
