"""Weights of linking: the numbers that were fitted to tell whether two reports are about one event. `knowledge` reads them from a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ascribe.model.judgements import Verdict

#: Something that speaks for or against, and how much there is of it.
Sign = tuple[str, float]


@dataclass(frozen=True, slots=True)
class Sum:
    """What each sign weighs, in log-odds; a sign that is not listed says nothing."""

    weights: Mapping[str, float] = field(default_factory=dict)

    def total(self, signs: Iterable[Sign]) -> float:
        """The signs' values, each times its weight, added up."""
        weight = self.weights.get
        return sum([weight(name, 0.0) * value for name, value in signs])


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted, and on which data.

    `words` gives each common stem what it weighs, the less the more texts have it; a stem that is not listed is rare and weighs `rare`.
    They are fixed, so that what two reports have in common does not hang on what else is in a case. `days` weighs on which days a report's
    happening was, `alone` whether two reports are of one event, `settled` the same with the other reports of both documents in view. From
    the chance `same` on two reports are one event, below `unsure` they are two, between them it is not known.
    """

    words: Mapping[str, float] = field(default_factory=dict)
    rare: float = 6.3
    days: Sum = field(default_factory=Sum)
    alone: Sum = field(default_factory=Sum)
    settled: Sum = field(default_factory=Sum)
    same: float = 0.5
    unsure: float = 0.2
    signature: str = "linking, not fitted"

    def verdict(self, chance: float) -> Verdict:
        """What is said of two reports that are one event with this chance."""
        if chance >= self.same:
            return Verdict.SAME
        return Verdict.UNSURE if chance >= self.unsure else Verdict.DIFFERENT
