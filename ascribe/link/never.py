"""What rules out that two reports are of one event, however alike they are: rules that hold before anything is weighed.

They are few, because the coder errs on days, places and numbers, as sources do: on the dev half of the confusables they part some
380 of 3,673 pairs that are one event. What they are for is all that those groups do not hold: two raids
told in the same words from two towns, a bombing and that of a month before, a sum and one of what it sums up, a war and one of its battles.
"""

from __future__ import annotations

from ascribe.link.bounds import Bounds, Point, apart, kilometres
from ascribe.model.claims import Granularity

#: So many days may lie between two stated days: sources err, and "on Monday" is counted from a day of publication that may be wrong.
DAYS = 3
#: Which day a report states is itself only likely. Where it is less likely than this for one of the two, months must lie between them.
SURE, MONTH = 0.7, 30
#: So many kilometres between two towns: one may be told as the town nearby, or by the capital of its district.
KILOMETRES = 30.0
#: Two parallels that lie farther from each other than that, in radians.
_PARALLELS = 1.001 * KILOMETRES / 6371


def never(one: Bounds, other: Bounds) -> str | None:
    """Why the two cannot be of one event, in a sentence; None where nothing rules it out."""
    if one.granularity != other.granularity:
        if one.is_sum or other.is_sum:
            return "one tells of many together, the other of one"
        if Granularity.BACKGROUND.value in {one.granularity, other.granularity}:
            return "one tells of a long-running state of affairs, the other of a happening"
    if one.stated and other.stated:
        gap, sure = apart(one.stated, other.stated), min(one.stated.chance, other.stated.chance) >= SURE
        if gap > (DAYS if sure else MONTH):
            return f"their stated days are {gap} days apart"
    if _elsewhere(one, other):
        return f"their places are more than {KILOMETRES:.0f} km apart"
    return None


def _elsewhere(one: Bounds, other: Bounds) -> bool:
    """Both name towns or sites, none the same, and the nearest two are far apart."""
    if not one.points or not other.points or not one.place_names.isdisjoint(other.place_names):
        return False
    return all(_far(here, there) for here in one.points for there in other.points)


def _far(one: Point, other: Point) -> bool:
    """So far apart that it is seen by their parallels alone, or by the distance."""
    return abs(one.north - other.north) > _PARALLELS or kilometres(one, other) > KILOMETRES
