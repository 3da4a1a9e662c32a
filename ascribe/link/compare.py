"""Whether two reports are about one event: the chance, and the reasons in words.

A sum of signs (`signs`) gives the odds of two reports alone; with the other reports of both documents in view (`rivals`) they are weighed
again. What comes out does not hang on which report comes first, nor on what else is in a case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from ascribe.link.never import never
from ascribe.link.reasons import reasons
from ascribe.link.rivals import standings
from ascribe.link.sides import Side
from ascribe.link.signs import signs
from ascribe.model.judgements import Feature
from ascribe.model.linking import Sign, Weights
from ascribe.model.sketches import Sketch

#: In log-odds: no pair is surer than this, whatever its signs add up to.
SUREST = 12.0
#: Two reports by their ids, in order.
Pair = tuple[str, str]
Sketches = Sequence[Sketch]


def compare(left: Sketch, right: Sketch, weights: Weights, here: Sketches = (), there: Sketches = ()) -> tuple[float, tuple[Feature, ...]]:
    """The chance that two reports are about one event, and why, what weighs most first.

    `here` and `there` are all reports of the left one's document and of the right one's; without them each is the only one of its own.
    """
    one, other = Side(left, weights), Side(right, weights)
    if (why := never(one.bounds, other.bounds)) is not None:
        return 0.0, (Feature("never", 1.0, -SUREST, why), *reasons(one, other, signs(one, other), weights))
    if left.document == right.document:
        told = signs(one, other)
    else:
        sides, others = ([Side(each, weights) for each in every or (single,)] for every, single in ((here, left), (there, right)))
        found = _told(sides, others, weights)
        one = next(each for each in sides if each.sketch.report == left.report)
        other = next(each for each in others if each.sketch.report == right.report)
        told = found[sides.index(one), others.index(other)]
    return chance(weights.settled.total(told)), reasons(one, other, told, weights)


def chances(here: Sequence[Side], there: Sequence[Side], weights: Weights) -> dict[Pair, float]:
    """The chances of every pair that a document's reports make with those of another, but for those that are ruled out (`never`).

    The sides are those of all reports of each.
    """
    return {_pair(here[a], there[b]): chance(weights.settled.total(told)) for (a, b), told in _told(here, there, weights).items()}


def chances_within(sides: Sequence[Side], weights: Weights) -> dict[Pair, float]:
    """The chances of every two reports of one document, which have no rivals: one of them may be told of in any number of reports."""
    return {
        _pair(one, other): chance(weights.settled.total(signs(one, other)))
        for at, other in enumerate(sides)
        for one in sides[:at]
        if never(one.bounds, other.bounds) is None
    }


def judged(here: Sequence[Side], there: Sequence[Side], weights: Weights) -> Iterator[tuple[Side, Side, float, list[Sign]]]:
    """The pairs that two documents' reports make and that may be one event, each with its chance and its signs.

    The sides are those of all reports of each; with the same document twice, the pairs are those of its own reports.
    """
    if here is there:
        told = {
            (a, b): signs(here[a], here[b]) for b in range(len(here)) for a in range(b) if never(here[a].bounds, here[b].bounds) is None
        }
    else:
        told = _told(here, there, weights)
    for (a, b), found in told.items():
        likely = chance(weights.settled.total(found))
        if likely >= weights.unsure:
            yield here[a], there[b], likely, found


def _told(here: Sequence[Side], there: Sequence[Side], weights: Weights) -> dict[tuple[int, int], list[Sign]]:
    """All signs of each pair, by the places of its reports: their own, and how they stand to their rivals."""
    found = {
        (a, b): signs(one, other) for a, one in enumerate(here) for b, other in enumerate(there) if never(one.bounds, other.bounds) is None
    }
    if not found:
        return found  # so it is with most documents that meet
    standing = standings({pair: weights.alone.total(told) for pair, told in found.items()})
    return {pair: told + standing[pair] for pair, told in found.items()}


def _pair(one: Side, other: Side) -> Pair:
    left, right = sorted((one.sketch.report, other.sketch.report))
    return left, right


def chance(odds: float) -> float:
    """Log-odds as a chance."""
    return 1 / (1 + exp(-max(-SUREST, min(SUREST, odds))))
