"""Reports of given passages: what a coded article says of a happening where only the words that name it are given.

Rules. In a sentence that names several happenings each has its own stretch: the text is cut between the words of one and the words of the
next, at the strongest mark that stands there (sentence, semicolon, bracket, comma, "and"), the last of equals. A claim of the coder goes to
the passage whose stretch holds most of its event words. Of a claim is kept what stands in the passage's stretch, or in no passage's. What
the reading found inside the stretch, places, days, parties and figures, is added as one plain claim, so that a passage of which the coder
makes nothing has a report, too. That plain claim is the benchmark's alone: in use, reports have the coder's claims and no others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from ascribe.model.claims import Attribution, Casualty, Claim, EventType, Granularity
from ascribe.model.reading import Reading
from ascribe.model.reports import Report
from ascribe.model.text import Span
from benchmarks.linking.pot import Coded, Page
from corpus.confusables import Told

#: Marks between two happenings of a sentence, the strongest first.
_CUTS = tuple(re.compile(pattern) for pattern in (r"[;\n]", r"\)[,;]?", r" - | – |—|:", r",", r"\b(?:and|while|but|or|then)\b", r"\s"))


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a text that is about one happening: its words, and the pieces of their sentences that are nobody else's."""

    told: Told
    pieces: tuple[Span, ...]

    def holds(self, start: int, end: int) -> bool:
        """The words from `start` to `end` touch one of the pieces."""
        return any(start < piece.end and piece.start < end for piece in self.pieces)


def stretches(reading: Reading, tells: Sequence[Told]) -> list[Stretch]:
    """Each happening's stretch of the text. Two happenings that are named by the same words share them."""
    pieces: dict[str, list[Span]] = {told.event: [] for told in tells}
    for sentence in reading.sentences:
        named = sorted({(word.start, word.end, told.event) for told in tells for word in told.words if word.overlaps(sentence.span)})
        for piece, events in _shared_out(reading.document.text, sentence.span, named):
            for event in events:
                pieces[event].append(piece)
    return [Stretch(told, tuple(pieces[told.event])) for told in tells]


def _shared_out(text: str, sentence: Span, named: Sequence[tuple[int, int, str]]) -> Iterable[tuple[Span, list[str]]]:
    """The sentence in pieces, with the happenings that each is about."""
    start, events = sentence.start, [event for _, _, event in named[:1]]
    for (_, before, _), (begin, _, event) in pairwise(named):
        if event in events:
            continue
        if begin < before:  # the same words, or words in one another
            events.append(event)
            continue
        cut = _cut(text, before, begin)
        yield Span(start, cut), events
        start, events = cut, [event]
    if events:
        yield Span(start, max(start, sentence.end)), events


def _cut(text: str, first: int, last: int) -> int:
    for mark in _CUTS:
        found = [match.end() for match in mark.finditer(text, first, last)]
        if found:
            return found[-1]
    return last


def given(each: Coded) -> Page:
    """An article with a report for each passage that it is given, in their order; its id is the article's name and the happening's."""
    tells = each.article.tells
    gold = tuple(each.event(told) for told in tells)
    return Page(each.name, each.group.id, tuple(_reports(each.reading, tells, each.name)), gold, each.reading)


def _reports(reading: Reading, tells: Sequence[Told], name: str) -> list[Report]:
    found = stretches(reading, tells)
    homes = _homes(reading.claims, found)
    made = []
    for number, stretch in enumerate(found):
        others = [other for other in found if other is not stretch]
        mine = [_kept(claim, stretch, others) for claim, home in zip(reading.claims, homes, strict=True) if home == number]
        claims = (*mine, _plain(reading, stretch, mine))
        made.append(Report(f"{name} {stretch.told.event}", reading.document, claims, stretch.pieces))
    return made


def _homes(claims: Sequence[Claim], found: Sequence[Stretch]) -> list[int | None]:
    """The passage of each claim; one that stands in none goes with the first of its event that does."""
    homes = [_home(claim, found) for claim in claims]
    by_event: dict[str, int] = {}
    for claim, home in zip(claims, homes, strict=True):
        if home is not None:
            by_event.setdefault(claim.event, home)
    return [by_event.get(claim.event) if home is None else home for claim, home in zip(claims, homes, strict=True)]


def _home(claim: Claim, found: Sequence[Stretch]) -> int | None:
    """The passage that most of a claim's event words stand in, None for one that is about something else."""
    words = [quote.span for field, quotes in claim.evidence if field == "event_type" for quote in quotes] or [claim.quote.span]
    counts = [
        sum(3 * any(word.overlaps(own) for own in stretch.told.words) + stretch.holds(word.start, word.end) for word in words)
        for stretch in found
    ]
    best = max(counts, default=0)
    return counts.index(best) if best else None


def _kept(claim: Claim, mine: Stretch, others: Sequence[Stretch]) -> Claim:
    """The claim with what stands in its own stretch, or in none."""

    def stays(thing: Any) -> bool:
        at = thing.count if isinstance(thing, Casualty) else thing
        return mine.holds(at.start, at.end) or not any(other.holds(at.start, at.end) for other in others)

    time = claim.time
    if time is not None and time.start_offset is not None and time.end_offset is not None:
        inside = mine.holds(time.start_offset, time.end_offset)
        time = time if inside or not any(other.holds(time.start_offset, time.end_offset) for other in others) else None
    parts = {field: tuple(filter(stays, getattr(claim, field))) for field in ("places", "actors", "recipients", "targets", "casualties")}
    quotes = [_clipped(claim.quote.span, piece) for piece in mine.pieces if piece.overlaps(claim.quote.span)]
    text = mine.told.words[0] if not quotes else max(quotes, key=lambda span: span.end - span.start)
    return replace(claim, time=time, quote=replace(claim.quote, start=text.start, end=text.end), **parts)  # type: ignore[arg-type]


def _clipped(span: Span, piece: Span) -> Span:
    return Span(max(span.start, piece.start), min(span.end, piece.end))


def _plain(reading: Reading, stretch: Stretch, claims: Sequence[Claim]) -> Claim:
    """One claim with all that the reading found in the stretch. Parties have no roles in it, so they are left to the coder's claims."""
    first = stretch.told.words[0]
    quote = reading.document.quote(first.start, first.end)
    whole = stretch.pieces[0] if stretch.pieces else first
    times = [
        time
        for time in reading.times
        if time.start_offset is not None and time.end_offset is not None and stretch.holds(time.start_offset, time.end_offset)
    ]
    return Claim(
        id=f"given {stretch.told.event}",
        event=stretch.told.event,
        event_type=claims[0].event_type if claims else _type(reading, stretch),
        quote=reading.document.quote(whole.start, whole.end) if whole.end > whole.start else quote,
        attribution=Attribution(),
        granularity=claims[0].granularity if claims else Granularity.SINGLE,
        places=tuple(place for place in reading.places if stretch.holds(place.start, place.end)),
        time=times[0] if times else None,
        evidence=(("event_type", tuple(reading.document.quote(word.start, word.end) for word in stretch.told.words)),),
        made_by="benchmark",
    )


def _type(reading: Reading, stretch: Stretch) -> EventType:
    """The type that the encoder thinks likeliest at the words, ASSAULT where it marks none."""
    marks = reading.marks.events if reading.marks else ()
    near = [mark for mark in marks if any(mark.span.overlaps(word) for word in stretch.told.words)]
    return EventType(max(near, key=lambda mark: mark.chance).best("type")) if near else EventType.ASSAULT
