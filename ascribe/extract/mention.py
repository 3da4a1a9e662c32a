"""A mention: what one event word tells, with its roles, before it is known who says so and which event it belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from ascribe.model.claims import Casualty, Count, EventType, Granularity, Modality, Thing
from ascribe.model.lexicon import Frame
from ascribe.model.parties import ARMED, Kind, Party
from ascribe.model.places import Place
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval

T = TypeVar("T", Thing, Place, TimeInterval)
#: Frames of verbs that tell only what befell people.
TOLLS = frozenset({"kill", "die", "injure", "missing", "displace", "flee"})


@dataclass(slots=True)
class Mention:
    """What one event word tells. A builder of this stage: it grows while a sentence is read and is frozen into a Claim."""

    sentence: int
    start: int  # offsets of the event word
    end: int
    frame: Frame
    type: EventType
    mode: str | None = None
    clause: int | None = None
    phrase: int | None = None
    noun: bool = False
    reference: str = "verb"  # definite, indefinite, plural, another, verb
    tactics: dict[str, Quote] = field(default_factory=dict)
    actors: list[Party] = field(default_factory=list)
    recipients: list[Party] = field(default_factory=list)
    targets: list[Thing] = field(default_factory=list)
    weapons: list[Thing] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    times: list[TimeInterval] = field(default_factory=list)
    casualties: list[Casualty] = field(default_factory=list)
    parts: list[Casualty] = field(default_factory=list)  # "including three children": part of another casualty
    occurrences: Count | None = None
    sites: Count | None = None
    victims: Count | None = None
    granularity: Granularity = Granularity.SINGLE
    modality: Modality = Modality.ACTUAL
    hedged: bool = False
    negated: bool = False
    campaign: Quote | None = None
    purpose: Quote | None = None
    links: list[int] = field(default_factory=list)  # phrases whose event this mention is part of
    extent: tuple[int, int] = (0, 0)  # offsets of the clause
    absorbed: list[Mention] = field(default_factory=list)

    @property
    def tellings(self) -> tuple[Mention, ...]:
        """Itself and the mentions that were taken up into it: all words that tell of it."""
        return (self, *self.absorbed)

    def stay_a_sum(self) -> None:
        """What the text counts ("71 attacks", "both raids") is a sum, whatever else speaks for one happening."""
        if self.occurrences is not None and max(filter(None, self.occurrences.figures), default=0) > 1:
            self.granularity = Granularity.AGGREGATE

    @property
    def is_toll(self) -> bool:
        """It tells only what befell people, not what was done; a toll of many happenings stands for itself."""
        return self.granularity is Granularity.SINGLE and self.frame.name in TOLLS and not self.noun

    @property
    def is_armed(self) -> bool:
        """Something in it says that arms were used or people harmed."""
        return bool(
            self.weapons
            or self.tactics
            or any(c.effect in {"killed", "injured", "abducted"} for c in self.casualties)
            or any(party.kind in ARMED for party in (*self.actors, *self.recipients))
            or any(party.kind is Kind.UNKNOWN and not party.name[:1].isupper() for party in self.actors)
        )

    def lists(self) -> dict[str, list[Any]]:
        """What it lists, by the field of a claim that it becomes."""
        return {
            "actors": self.actors,
            "recipients": self.recipients,
            "targets": self.targets,
            "weapons": self.weapons,
            "places": self.places,
            "time": self.times,
            "casualties": self.casualties,
        }

    def copy(self) -> Mention:
        """Another mention that tells the same and grows apart from this one."""
        return replace(
            self,
            tactics=dict(self.tactics),
            actors=list(self.actors),
            recipients=list(self.recipients),
            targets=list(self.targets),
            weapons=list(self.weapons),
            places=list(self.places),
            times=list(self.times),
            casualties=list(self.casualties),
            parts=list(self.parts),
            links=list(self.links),
            absorbed=list(self.absorbed),
        )

    def take(self, other: Mention) -> None:
        """Take over what another mention of the same happening tells."""
        if self.is_toll and not other.is_toll:
            self.frame, self.noun, self.reference = other.frame, other.noun, other.reference
            self.mode = other.mode or self.mode
        if self.frame.name == "shootdown" and not other.is_toll:
            self.absorbed.append(other)  # who shoots a drone down did not launch it, and does not use it
            return
        self.mode = self.mode or other.mode
        for tactic, quote in other.tactics.items():
            self.tactics.setdefault(tactic, quote)
        add_parties(self.actors, other.actors)
        add_parties(self.recipients, other.recipients)
        add_spans(self.targets, other.targets)
        add_spans(self.weapons, other.weapons)
        add_spans(self.places, other.places)
        add_spans(self.times, other.times)
        known = {(c.effect, c.count.start) for c in self.casualties}
        self.casualties.extend(c for c in other.casualties if (c.effect, c.count.start) not in known)
        self.parts.extend(other.parts)
        self.occurrences = self.occurrences or other.occurrences
        self.sites = self.sites or other.sites
        self.victims = self.victims or other.victims
        if other.granularity is not Granularity.SINGLE:
            self.granularity = other.granularity
        if self.modality is Modality.ACTUAL:
            self.modality = other.modality
        self.hedged = self.hedged or other.hedged
        self.campaign = self.campaign or other.campaign
        self.purpose = self.purpose or other.purpose
        self.extent = (min(self.extent[0], other.extent[0]), max(self.extent[1], other.extent[1]))
        self.absorbed.append(other)


def add_parties(into: list[Party], more: Iterable[Party]) -> None:
    """Add the parties that are not there yet; a named one replaces its own pronoun."""
    for party in more:
        known = next((n for n, other in enumerate(into) if other.key == party.key), None)
        if known is None:
            into.append(party)
        elif into[known].inferred and not party.inferred:
            into[known] = party


def add_spans(into: list[T], more: Iterable[T]) -> None:
    """Add what is not there yet, by where it stands."""
    known = {_where(item) for item in into}
    into.extend(item for item in more if _where(item) not in known)


def _where(item: Thing | Place | TimeInterval) -> object:
    return item.start_offset if isinstance(item, TimeInterval) else (item.start, item.end)
