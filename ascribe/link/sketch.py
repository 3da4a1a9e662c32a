"""Reports of one document -> sketches: all that is compared of each, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ascribe.link.days import KEPT, days
from ascribe.link.vocabulary import lowered, names, numbers, stem, stems
from ascribe.model.claims import Claim, Granularity, Modality, Stance
from ascribe.model.families import FAMILY
from ascribe.model.linking import Weights
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.reports import Report
from ascribe.model.sketches import Days, Sketch, Toll, Where, Who
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

T = TypeVar("T")
#: How sure the days are that a person set: as sure as the likeliest that a text states.
_SURE = 0.98
_HOURS = {
    "morning": "morning", "dawn": "morning", "daybreak": "morning", "sunrise": "morning", "noon": "noon", "midday": "noon",
    "lunch": "noon", "lunchtime": "noon", "afternoon": "afternoon", "evening": "evening", "dusk": "evening", "sunset": "evening",
    "nightfall": "evening", "night": "night", "midnight": "night", "overnight": "night", "tonight": "night",
}  # fmt: skip
_ORDER = {
    "first": "first", "second": "second", "third": "third", "another": "other", "other": "other", "earlier": "earlier",
    "previous": "earlier", "later": "later", "next": "later", "again": "again", "new": "new", "last": "last", "latest": "last",
}  # fmt: skip


def sketches(
    reports: Sequence[Report], weights: Weights, times: Sequence[TimeInterval] = (), vectors: Mapping[str, bytes] | None = None
) -> tuple[Sketch, ...]:
    """A sketch for each report of one document; all of its reports are given, since one that is alone is told otherwise.

    `times` are all times that the reading found in the text, `vectors` what the encoder makes of the words that name each report's
    happening, by report id. Without them a report has the times of its own claims, and is compared without the encoder.
    """
    return tuple(
        _sketch(report, weights, times or _times(report), (vectors or {}).get(report.id, b""), alone=len(reports) == 1)
        for report in reports
    )


def corrected(drawn: Sketch, report: Report, weights: Weights, told: Sequence[TimeInterval] = ()) -> Sketch:
    """A sketch after people corrected the report's claims: what follows from claims is theirs, the words of the text are as drawn.

    `told` are the days that people set; without them the days that the text tells stay.
    """
    (made,) = sketches([report], weights)
    set_by_people = _unique((time.start.toordinal() if time.start else None, time.end.toordinal() if time.end else None) for time in told)
    sure = tuple(Days(first, last, round(_SURE / len(set_by_people), 4), "own") for first, last in set_by_people[:KEPT])
    return replace(
        drawn,
        type=made.type,
        granularity=made.granularity,
        modality=made.modality,
        tactics=made.tactics,
        families=made.families,
        days=sure or drawn.days,
        wheres=made.wheres,
        actors=made.actors,
        recipients=made.recipients,
        accused=made.accused,
        targets=made.targets,
        tolls=made.tolls,
        occurrences=made.occurrences,
        campaign=made.campaign,
    )


def _sketch(
    report: Report,
    weights: Weights,
    times: Sequence[TimeInterval],
    vector: bytes,
    *,
    alone: bool,
) -> Sketch:
    claims, title, text = report.claims, report.document.title or "", report.document.text
    words, clause = event_words(report), _clauses(report)
    charged = [claim for claim in claims if claim.attribution.stance is Stance.ACCUSED]
    return Sketch(
        report=report.id,
        document=report.document.id,
        published=report.published.toordinal() if report.published else None,
        type=claims[0].event_type.value,
        granularity=_granularity(claims).value,
        modality=_first_but(Modality.ACTUAL, (claim.modality for claim in claims)).value,
        tactics=_unique(tactic for claim in claims for tactic in claim.tactics),
        families=_unique(FAMILY[tactic] for claim in claims for tactic in claim.tactics if tactic in FAMILY),
        days=days(report, words, times, weights.days, alone=alone),
        wheres=_unique(_where(place) for claim in claims for place in claim.places),
        actors=_unique(_who(party) for claim in claims if claim not in charged for party in claim.actors),
        recipients=_unique(_who(party) for claim in claims for party in claim.recipients),
        accused=_unique(_who(party) for claim in charged for party in claim.actors),
        targets=_unique((thing.category, (stems(thing.text) or [""])[-1]) for claim in claims for thing in claim.targets),
        tolls=_unique(Toll(each.effect.value, *each.count.figures) for claim in claims for each in claim.casualties),
        occurrences=next((claim.occurrences.best or claim.occurrences.low for claim in claims if claim.occurrences), None),
        campaign=next((claim.campaign for claim in claims if claim.campaign), None),
        heads=_unique(head for word in words for head in stems(text[word.start : word.end])),
        words=_unique(stems(clause)),
        around=_unique(stems(f"{title} {report.words}")),
        names=_unique(names(clause)),
        all_names=_unique(names(f"{title}. {text}")),
        numbers=_unique(numbers(clause)),
        hours=_unique(_HOURS[word] for word in lowered(clause) if word in _HOURS),
        order=_unique(_ORDER[word] for word in lowered(clause) if word in _ORDER),
        vector=vector,
    )


def event_words(report: Report) -> list[Span]:
    """The words that name the happening; the clauses that tell of it where no word was singled out."""
    quotes = [quote for claim in report.claims for field, found in claim.evidence if field == "event_type" for quote in found]
    return [quote.span for quote in quotes] or [claim.quote.span for claim in report.claims]


def _clauses(report: Report) -> str:
    """The text of the clauses that carry the report's claims, each once."""
    pieces: list[Span] = []
    for span in sorted(claim.quote.span for claim in report.claims):
        if pieces and span.start <= pieces[-1].end:
            pieces[-1] = Span(pieces[-1].start, max(pieces[-1].end, span.end))
        else:
            pieces.append(span)
    return "\n".join(report.document.text[piece.start : piece.end] for piece in pieces)


def _times(report: Report) -> list[TimeInterval]:
    return [claim.time for claim in report.claims if claim.time is not None]


def _unique(found: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(found))


def _granularity(claims: Sequence[Claim]) -> Granularity:
    """Single where any claim tells of a single happening: a text that sums up beside it does not make it many."""
    found = [claim.granularity for claim in claims]
    return Granularity.SINGLE if Granularity.SINGLE in found else found[0]


def _first_but(default: T, found: Iterable[T]) -> T:
    """The first that is not the ordinary one."""
    return next((each for each in found if each is not default), default)


def _where(place: Place) -> Where:
    name = (place.name if place.inferred else place.canonical or place.name).casefold()
    return Where(place.key, name, place.latitude, place.longitude, place.level.value, place.country, place.admin1, place.admin2)


def _who(party: Party) -> Who:
    words = tuple(stem(word) for word in lowered(party.shown))
    return Who(party.key, party.id, party.parent, party.kind.value, party.country, words)
