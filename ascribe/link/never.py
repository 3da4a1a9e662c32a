"""What rules out that two reports are of one event, however alike they are: rules that hold before anything is weighed.

They are few, because the coder errs on days, places and numbers, as sources do: on the dev half of the confusables they part some
two to three hundred of 3,673 pairs that are one event. What they are for is all that those groups do not hold: two raids
told in the same words from two towns, a bombing and that of a month before, a sum and one of what it sums up, a war and one of its battles.
"""

from __future__ import annotations

from ascribe.link.sides import Point, Side
from ascribe.link.signs import apart, kilometres
from ascribe.model.claims import Granularity

#: So many days may lie between two stated days: sources err, and "on Monday" is counted from a day of publication that may be wrong.
DAYS = 3
#: Which day a report states is itself only likely. Where it is less likely than this for one of the two, months must lie between them.
SURE, MONTH = 0.7, 30
#: So many kilometres between two towns: one may be told as the town nearby, or by the capital of its district.
KILOMETRES = 30.0
#: Two parallels that lie farther from each other than that, in radians.
_PARALLELS = 1.001 * KILOMETRES / 6371
#: A told-together account that states more days than this is a sum, counted or not.
LONGEST = 7


def never(one: Side, other: Side) -> str | None:
    """Why the two cannot be of one event, in a sentence; None where nothing rules it out."""
    if one.sketch.granularity != other.sketch.granularity:
        if _is_sum(one) or _is_sum(other):
            return "one tells of many together, the other of one"
        if Granularity.BACKGROUND.value in {one.sketch.granularity, other.sketch.granularity}:
            return "one tells of a long-running state of affairs, the other of a happening"
    if one.stated and other.stated:
        gap, sure = apart(one.stated, other.stated), min(one.stated.chance, other.stated.chance) >= SURE
        if gap > (DAYS if sure else MONTH):
            return f"their stated days are {gap} days apart"
    if _elsewhere(one, other):
        return f"their places are more than {KILOMETRES:.0f} km apart"
    return None


def _is_sum(told: Side) -> bool:
    """It tells of many happenings together, and counts them or says over which days."""
    if told.sketch.granularity != Granularity.AGGREGATE.value:
        return False
    stated = told.stated
    long = stated is not None and stated.first is not None and stated.last is not None and stated.last - stated.first >= LONGEST
    return told.sketch.occurrences is not None or long


def _elsewhere(one: Side, other: Side) -> bool:
    """Both name towns or sites, none the same, and the nearest two are far apart."""
    if not one.points or not other.points or not one.place_names.isdisjoint(other.place_names):
        return False
    return all(_far(here, there) for here in one.points for there in other.points)


def _far(one: Point, other: Point) -> bool:
    """So far apart that it is seen by their parallels alone, or by the distance."""
    return abs(one.north - other.north) > _PARALLELS or kilometres(one, other) > KILOMETRES
