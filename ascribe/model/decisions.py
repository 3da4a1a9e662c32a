"""Decisions: the numbers that were fitted on gold, by which rules and encoder are weighed. `knowledge` reads them from a file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import exp


@dataclass(frozen=True, slots=True)
class Choice:
    """From which chance on a part counts alone, and by how much likelier its answer must be where both have one."""

    alone: float = 0.7  # an event word of the encoder that the rules do not have
    told: float = 0.5  # and that a claim rests on it
    same: float = 0.5  # two accounts are of one event
    like: float = 0.9  # the same by the rules' grouping, where the encoder has nothing to say
    unlike: float = 0.1
    type_margin: float = 0.95
    stance_margin: float = 0.9
    kind_margin: float = 0.3  # granularity and modality
    role: float = 0.5  # words that play a role
    source: float = 0.8  # words that are the source, where no saying says so
    cue: float = 0.6  # a cue that the rules do not have


@dataclass(frozen=True, slots=True)
class Calibration:
    """A weighted sum of signs that gives the chance that a claim is right (logistic regression). `least`: a claim below it is not made."""

    weights: Mapping[str, float] = field(default_factory=dict)
    least: float = 0.0

    def chance(self, signs: Mapping[str, float]) -> float:
        """The chance of these signs; a sign that has no weight says nothing."""
        return 1 / (1 + exp(-sum(self.weights.get(name, 0.0) * value for name, value in signs.items())))


@dataclass(frozen=True, slots=True)
class Decisions:
    """Everything that was fitted: how the parts are weighed, and how sure claims are, of the rules alone and of both together."""

    choice: Choice = field(default_factory=Choice)
    rules: Calibration = field(default_factory=Calibration)
    both: Calibration = field(default_factory=Calibration)
