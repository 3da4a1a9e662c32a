"""How sure a figure is: percentile bootstrap over documents, with a fixed seed so that a run can be repeated."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from benchmarks.metrics.tally import Tally, total

Unit = TypeVar("Unit")
ROUNDS = 1000


def bootstrap(units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float], rounds: int = ROUNDS) -> tuple[float, float]:
    """The 95 % interval of a figure over units drawn with replacement. Units are what is independent: documents, not mentions."""
    if not units:
        return 0.0, 0.0
    dice = Random(1)
    drawn = sorted(figure(dice.choices(units, k=len(units))) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[min(rounds - 1, int(0.975 * rounds))]


def jackknife(units: Sequence[Unit], figure: Callable[[Sequence[Unit]], float]) -> tuple[float, float]:
    """The 95 % interval of a figure that units drawn twice would flatter, such as one of clusters: each unit is left out once."""
    whole, size = figure(units), len(units)
    if size < 2:
        return whole, whole
    without = [figure([*units[:at], *units[at + 1 :]]) for at in range(size)]
    mean = sum(without) / size
    error = ((size - 1) / size * sum((value - mean) ** 2 for value in without)) ** 0.5
    return whole - 1.96 * error, whole + 1.96 * error


def percent(value: float, interval: tuple[float, float] | None = None) -> str:
    """ "81.3 %", with its interval where there is one."""
    told = f"{100 * value:.1f} %"
    return told if interval is None else f"{told} {ends(interval)}"


def ends(interval: tuple[float, float]) -> str:
    """ "[78.0, 84.5]": an interval in per cent."""
    return f"[{100 * interval[0]:.1f}, {100 * interval[1]:.1f}]"


def f1_ends(tallies: Sequence[Tally]) -> str:
    """The interval of the F1 of tallies added up, one a document."""
    return ends(bootstrap(tallies, lambda drawn: total(drawn).f1))


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 of nothing."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
