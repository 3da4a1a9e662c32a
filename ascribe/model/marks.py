"""Marks: what the encoder finds in a text, each with how sure it is. Nothing here is a claim yet; `extract` decides what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ascribe.model.text import Span

Chances = Mapping[str, float]


def best_of(chances: Chances) -> str:
    """The likeliest label."""
    return max(chances, key=lambda label: chances[label])


@dataclass(frozen=True, slots=True)
class RoleMark:
    """Words that play a role to an event word or a cue, and the chance that they do."""

    role: str
    span: Span
    chance: float


@dataclass(frozen=True, slots=True)
class EventMark:
    """Words that may name an event. `choices` gives each head's labels with their chances, `tactics` the chance of each tactic.

    `told` is the chance that a claim rests on these words, so that they do not only take up what was told before.
    """

    span: Span
    sentence: int
    chance: float
    choices: Mapping[str, Chances]
    tactics: Chances
    told: float
    roles: tuple[RoleMark, ...] = ()

    def best(self, head: str) -> str:
        """The likeliest label of a head."""
        return best_of(self.choices[head])

    def role(self, name: str) -> tuple[RoleMark, ...]:
        """The words of one role, in the order of the text."""
        return tuple(mark for mark in self.roles if mark.role == name)


@dataclass(frozen=True, slots=True)
class CueMark:
    """Words that may attribute, with the source and the content that go with them.

    `elsewhere` is the chance that a claim rests on what is attributed whose event is named elsewhere only ("the army denied it"); `choices`
    say how that claim stands to its event, `claimed` which words play a role in it.
    """

    span: Span
    sentence: int
    chance: float
    elsewhere: float
    choices: Mapping[str, Chances]
    roles: tuple[RoleMark, ...] = ()
    claimed: tuple[RoleMark, ...] = ()


@dataclass(frozen=True, slots=True)
class FillerMark:
    """Words that may fill a role of an incident as MUC-4 has it, with the kind of incident and how firmly an organisation is named."""

    role: str
    span: Span
    window: int
    chance: float
    incident: Chances
    firmness: Chances


@dataclass(frozen=True, slots=True)
class Marks:
    """All that the encoder found in one text.

    `same` gives, for two event marks by number, the chance that they speak of one event; `together` the like for fillers. `said` gives, for
    a cue and an event mark by number, the chance that the claim resting on the mark is given to the cue's source; `about` that the claim of
    the cue is about the mark's event. `incident` and `claims` are, for each window of the text, the chance that an incident of MUC-4, or
    any claim, is told there; `whole` are the labels of the text as one short description.
    """

    events: tuple[EventMark, ...] = ()
    cues: tuple[CueMark, ...] = ()
    fillers: tuple[FillerMark, ...] = ()
    same: Mapping[tuple[int, int], float] = field(default_factory=dict)
    together: Mapping[tuple[int, int], float] = field(default_factory=dict)
    said: Mapping[tuple[int, int], float] = field(default_factory=dict)
    about: Mapping[tuple[int, int], float] = field(default_factory=dict)
    incident: tuple[float, ...] = ()
    claims: tuple[float, ...] = ()
    whole: Chances = field(default_factory=dict)

    def alike(self, one: int, other: int) -> float | None:
        """The chance that two event marks speak of one event; None for two that lie too far apart to have been asked about."""
        return 1.0 if one == other else self.same.get((min(one, other), max(one, other)))
