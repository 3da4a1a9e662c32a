"""Decisions: the numbers that were fitted on gold, by which rules and encoder are weighed. `knowledge` reads them from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp, log


def logit(chance: float) -> float:
    """A chance as odds in logarithms. What is next to certain counts as 1 or 99 in a hundred: an encoder's last digits say nothing."""
    bounded = min(max(chance, 0.01), 0.99)
    return log(bounded / (1 - bounded))


@dataclass(frozen=True, slots=True)
class Choice:
    """From which chance on a part counts alone, and by how much likelier its answer must be where both have one."""

    alone: float = 0.7  # an event word of the encoder that the rules do not have
    told: float = 0.5  # and that a claim rests on it
    same: float = 0.5  # two accounts are of one event
    type_margin: float = 0.95
    kind_margin: float = 0.3  # granularity and modality
    role: float = 0.5  # words that play a role
    cue: float = 0.6  # a cue that the rules do not have
    elsewhere: float = 0.5  # a cue makes an account of what is named elsewhere
    about: float = 0.5  # and the event that it speaks of


@dataclass(frozen=True, slots=True)
class Calibration:
    """A weighted sum of signs that gives the chance that a claim is right (logistic regression). `least`: a claim below it is not made."""

    weights: Mapping[str, float] = field(default_factory=dict)
    least: float = 0.0

    def chance(self, signs: Mapping[str, float]) -> float:
        """The chance of these signs; a sign that has no weight says nothing."""
        return 1 / (1 + exp(-sum(self.weights.get(name, 0.0) * value for name, value in signs.items())))


#: Before anything is fitted: who is read as the speaker comes before who is marked as one.
_LIKE_THE_RULES = {"document, rules": 0.5, "rules": 4.0, "speech": 3.0, "inner saying": 2.0, "role, chance": 0.5, "document, voice": 0.2}


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that was fitted: how the parts are weighed, how sure claims are; who speaks, in which stance, what is one event."""

    choice: Choice = field(default_factory=Choice)
    rules: Calibration = field(default_factory=Calibration)
    both: Calibration = field(default_factory=Calibration)
    whose: Calibration = field(default_factory=lambda: Calibration(dict(_LIKE_THE_RULES)))
    stands: Calibration = field(default_factory=lambda: Calibration({"rules": 2.0, "word, alone": 1.0, "word, beside plain words": 0.1}))
    same: Calibration = field(default_factory=lambda: Calibration({"encoder": 1.0, "rules say one": 2.0, "rules say two": -2.0}))
