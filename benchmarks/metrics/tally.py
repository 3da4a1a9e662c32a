"""What was right, out of what was given and what was wanted: counts that add up over documents, and the three figures made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Set
from dataclasses import dataclass
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts. `right` of the `given` are right, `found` of the `wanted` were found; the two differ where matching is not one-to-one."""

    right: float = 0
    given: float = 0
    found: float = 0
    wanted: float = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.given + other.given, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The share of what was given that is right; 0 of nothing."""
        return self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """The share of what was wanted that was found; 0 of nothing."""
        return self.found / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two; 0 of nothing."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def earned(self) -> Tally:
        """What is right and found alone, for sums whose denominators are counted elsewhere."""
        return Tally(right=self.right, found=self.found)

    def __str__(self) -> str:
        return f"P {100 * self.precision:5.1f}  R {100 * self.recall:5.1f}  F1 {100 * self.f1:5.1f}"


def total(tallies: Iterable[Tally]) -> Tally:
    """All of them added up."""
    return sum(tallies, Tally())


def matched(right: float, given: float, wanted: float) -> Tally:
    """The tally of a one-to-one matching."""
    return Tally(right, given, right, wanted)


def shared(gold: Set[Item], found: Set[Item]) -> Tally:
    """What two sets have in common."""
    return matched(len(gold & found), len(found), len(gold))


def meeting(gold: Collection[Item], found: Collection[Item], meets: Callable[[Item, Item], bool]) -> Tally:
    """Found items that meet a gold one, and gold items that a found one meets, whichever; `meets` takes the found one first."""
    right = sum(any(meets(mine, theirs) for theirs in gold) for mine in found)
    hit = sum(any(meets(mine, theirs) for mine in found) for theirs in gold)
    return Tally(right, len(found), hit, len(gold))
