"""Judgements: whether two reports are about one event, who says so, and why. Events are computed from the list of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What is said of two reports."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that was compared: its name, its number, what it weighs in log-odds (above 0: one event), and the sentence for a person."""

    name: str
    value: float
    weight: float
    says: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """Two reports, what is said of them, how sure, why, and by whom.

    `left` and `right` are ids of reports, left the smaller. `chance` is that of one event, 0 to 1; a person's judgement has 1, 0 or 0.5.
    `by` is `machine` and its signature, or the person's name. `number` and `at` are given by the case file.
    """

    left: str
    right: str
    verdict: Verdict
    chance: float
    by: str
    reasons: tuple[Feature, ...] = ()
    why: str | None = None
    number: int | None = None
    at: str | None = None

    def __post_init__(self) -> None:
        if self.left >= self.right:
            raise ValueError(f"a judgement names two reports in order, not {self.left} and {self.right}")

    @property
    def is_human(self) -> bool:
        """A person gave it: it outranks the machine's."""
        return not self.by.startswith("machine")
