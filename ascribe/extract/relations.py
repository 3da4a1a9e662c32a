"""How one event stands to another, from the words that tie them: "retaliatory", "in response to", "following", "led to".

Rule: a word of retaliation ties an event to the one told in the same sentence, else to the violence told last before it. "After" and
"following" tie it to an event whose words stand right behind them.
"""

from __future__ import annotations

import re
from dataclasses import replace

from ascribe.model.claims import Claim, EventType
from ascribe.model.events import Event, Relation, RelationType
from ascribe.model.reading import Reading, Sentence

_CUES: tuple[tuple[re.Pattern[str], RelationType], ...] = (
    (re.compile(r"\b(?:retaliat\w+|reprisals?|revenge|avenge\w*|vengeance|tit-for-tat)\b", re.I), RelationType.RETALIATES_FOR),
    (re.compile(r"\b(?:in response to|responded to|in reply to|responding to)\b", re.I), RelationType.RESPONDS_TO),
    (re.compile(r"\b(?:as a result of|resulted from|triggered by|sparked by|prompted by)\b", re.I), RelationType.RESULTS_FROM),
    (re.compile(r"\b(?:following|in the wake of|(?:days?|hours?|weeks?|months?) after|after|since)\b", re.I), RelationType.FOLLOWS),
)
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})


class Relations:
    """Tie the events of a reading."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with relations on its events."""
        by_event: dict[str, list[Claim]] = {}
        for claim in reading.claims:
            by_event.setdefault(claim.event, []).append(claim)
        related = tuple(replace(event, relations=_relations(reading, event, by_event)) for event in reading.events)
        return replace(reading, events=related)


def _relations(reading: Reading, event: Event, by_event: dict[str, list[Claim]]) -> tuple[Relation, ...]:
    found: dict[tuple[RelationType, str], Relation] = {}
    for claim in by_event[event.id]:
        sentence = next((s for s in reading.sentences if s.start <= claim.quote.start < s.end), None)
        if sentence is None:
            continue
        for pattern, kind in _CUES:
            for match in pattern.finditer(reading.document.text, sentence.start, sentence.end):
                if kind is RelationType.FOLLOWS and any(k is not RelationType.FOLLOWS for k, _ in found):
                    continue
                if kind is not RelationType.FOLLOWS and not _owns(claim, match, by_event, sentence):
                    continue
                other = _other(reading, event, claim, by_event, sentence, match.end(), kind)
                if other is not None:
                    found.setdefault((kind, other), Relation(kind, other, reading.document.quote(*match.span())))
    campaign = _campaign(reading, event, by_event)
    return (*found.values(), *campaign)


def _owns(claim: Claim, cue: re.Match[str], by_event: dict[str, list[Claim]], sentence: Sentence) -> bool:
    """The cue stands in this claim's words, or nearer to them than to those of any other claim of the sentence."""
    here = [c for listed in by_event.values() for c in listed if sentence.start <= c.quote.start < sentence.end and c.event_type in _VIOLENT]

    def distance(other: Claim) -> tuple[int, int]:
        inside = other.quote.start <= cue.start() < other.quote.end
        gap = 0 if inside else min(abs(other.quote.start - cue.end()), abs(other.quote.end - cue.start()))
        return gap, other.quote.end - other.quote.start

    return not here or min(here, key=distance).event == claim.event


def _other(
    reading: Reading, event: Event, claim: Claim, by_event: dict[str, list[Claim]], sentence: Sentence, cue_end: int, kind: RelationType
) -> str | None:
    """The event that the cue points to."""
    here = []
    for other in reading.events:
        if other.id == event.id or other.event_type not in _VIOLENT:
            continue
        starts = [c.quote.start for c in by_event[other.id] if sentence.start <= c.quote.start < sentence.end]
        if starts:
            here.append((min(starts), other.id))
    if kind is RelationType.FOLLOWS:
        behind = [
            (min(c.quote.start for c in by_event[name] if sentence.start <= c.quote.start < sentence.end), name)
            for _, name in here
            if any(cue_end - 60 <= c.quote.start <= cue_end + 60 and c.quote.end > cue_end for c in by_event[name])
        ]
        own = any(c.quote.start <= cue_end <= c.quote.start + 40 and c.quote.start >= cue_end - 12 for c in by_event[event.id])
        return min(behind)[1] if behind and not own else None
    if event.event_type not in _VIOLENT and kind is RelationType.RETALIATES_FOR:
        return None
    if here:
        return min(here)[1]
    before = [
        (max(c.quote.start for c in by_event[other.id]), other.id)
        for other in reading.events
        if other.id != event.id and other.event_type is EventType.ASSAULT and min(c.quote.start for c in by_event[other.id]) < sentence.start
    ]
    return max(before)[1] if before else None


def _campaign(reading: Reading, event: Event, by_event: dict[str, list[Claim]]) -> tuple[Relation, ...]:
    """Events of one named campaign."""
    mine = next((c.campaign for c in by_event[event.id] if c.campaign), None)
    if mine is None:
        return ()
    for other in reading.events:
        if other.id == event.id:
            break
        theirs = next((c for c in by_event[other.id] if c.campaign == mine), None)
        if theirs is not None:
            return (Relation(RelationType.SAME_CAMPAIGN, other.id, theirs.quote),)
    return ()
