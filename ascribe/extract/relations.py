"""How one event stands to another, from the words that tie them: "retaliatory", "in response to", "following", "after".

Rule. Where a cue names what it answers ("in retaliation for the murder of"), the event whose word stands right behind it is the one
answered, and the event told before it in the sentence, or else the violence told last, is the answer. Where it does not ("retaliatory
strikes"), the event whose word stands nearest to the cue answers another of the same sentence, or else the violence told last. "After"
and "following" tie the event of the clause to the one whose word stands right behind them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ascribe.model.claims import Claim, EventType
from ascribe.model.events import Event, Relation, RelationType
from ascribe.model.reading import Reading, Sentence

_CUES: tuple[tuple[re.Pattern[str], RelationType], ...] = (
    (
        re.compile(
            r"\b(?:(?:in |as )?(?:retaliation|reprisals?|revenge|vengeance)|retaliat\w+|aveng\w+|tit-for-tat)"
            r"(?P<names> (?:for|against))?\b",
            re.I,
        ),
        RelationType.RETALIATES_FOR,
    ),
    (re.compile(r"\b(?:in (?:response|reply|answer)|respond(?:ed|ing))(?P<names> to)\b", re.I), RelationType.RESPONDS_TO),
    (
        re.compile(r"\b(?:as a result|resulted|triggered|sparked|prompted|provoked)(?P<names> (?:of|from|by))\b", re.I),
        RelationType.RESULTS_FROM,
    ),
    (re.compile(r"\b(?P<names>following|in the wake of|(?:days?|hours?|weeks?|months?) after|after)\b", re.I), RelationType.FOLLOWS),
)
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})
#: How far behind a cue, in characters, the word of the event that it names may stand ("in retaliation for the murder last week of three
#: ...").
_BEHIND = 60


@dataclass(frozen=True, slots=True)
class _Told:
    """Where an event's word stands."""

    start: int
    event: str
    type: EventType


class Relations:
    """Tie the events of a reading."""

    def __call__(self, reading: Reading) -> Reading:
        """The reading with relations on its events."""
        told = sorted(
            (
                _Told(quote.start, claim.event, claim.event_type)
                for claim in reading.claims
                for name, quotes in claim.evidence
                if name == "event_type"
                for quote in quotes
            ),
            key=lambda word: word.start,
        )
        ties: dict[str, dict[tuple[RelationType, str], Relation]] = {event.id: {} for event in reading.events}
        for sentence in reading.sentences:
            for pattern, kind in _CUES:
                for cue in pattern.finditer(reading.document.text, sentence.start, sentence.end):
                    pair = _pair(cue, kind, sentence, told)
                    if pair is not None and not (kind is RelationType.FOLLOWS and any(other == pair[1] for _, other in ties[pair[0]])):
                        ties[pair[0]].setdefault((kind, pair[1]), Relation(kind, pair[1], reading.document.quote(*cue.span())))
        return replace(reading, events=tuple(_tied(event, ties[event.id], reading.claims, reading.events) for event in reading.events))


def _pair(cue: re.Match[str], kind: RelationType, sentence: Sentence, told: Sequence[_Told]) -> tuple[str, str] | None:
    """The event that answers and the event answered; see the module's rule."""
    here = [word for word in told if sentence.start <= word.start < sentence.end]
    before = [word for word in told if word.start < sentence.start and word.type is EventType.ASSAULT]
    answered = next((word for word in here if cue.end() <= word.start <= cue.end() + _BEHIND), None)
    if cue["names"] and (answered is not None or kind is not RelationType.RETALIATES_FOR):
        if answered is None:
            return None
        others = [word for word in here if word.event != answered.event and word.type in _VIOLENT]
        nearest = min(others, key=lambda word: abs(word.start - cue.start()), default=None)
        if nearest is None and kind is not RelationType.FOLLOWS and before and before[-1].event != answered.event:
            nearest = before[-1]
        return (nearest.event, answered.event) if nearest is not None else None
    if kind is not RelationType.RETALIATES_FOR:
        return None
    violent = [word for word in here if word.type in _VIOLENT]
    if not violent:
        return None
    answer = min(violent, key=lambda word: abs(word.start - cue.start()))
    other = next((word for word in reversed(violent) if word.event != answer.event), None) or next(
        (word for word in reversed(before) if word.event != answer.event), None
    )
    return (answer.event, other.event) if other is not None else None


def _tied(event: Event, ties: Mapping[tuple[RelationType, str], Relation], claims: Sequence[Claim], events: Sequence[Event]) -> Event:
    """The event with its relations, those of a shared campaign last."""
    campaign = next((claim.campaign for claim in claims if claim.event == event.id and claim.campaign), None)
    shared: tuple[Relation, ...] = ()
    if campaign is not None:
        earlier = next(
            (c for c in claims if c.campaign == campaign and c.event != event.id and _order(c.event, events) < _order(event.id, events)),
            None,
        )
        if earlier is not None:
            shared = (Relation(RelationType.SAME_CAMPAIGN, earlier.event, earlier.quote),)
    return replace(event, relations=(*ties.values(), *shared))


def _order(name: str, events: Sequence[Event]) -> int:
    return next(number for number, event in enumerate(events) if event.id == name)
