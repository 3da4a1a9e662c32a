"""What an account of many happenings encloses: the single events that fall inside its days, its area, its parties and its kind.

"71 attacks at over 51 locations" stays one record. What is listed beside it are the single events that can be among the 71, and how many
of them others report than the one who counts. Nothing is added up, and nothing is merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ascribe.model.claims import EventType, Granularity, Modality
from ascribe.model.events import Event
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.times import TimeInterval

#: Types that one count of "attacks", "operations", "incidents" may mix.
_VIOLENT = frozenset({EventType.ASSAULT, EventType.COERCE})


def encloses(many: Event, one: Event) -> bool:
    """The single event can be one of the many.

    Its days lie in theirs, its place in one of their areas, it is of their kind and, where they name who did it or to whom, of a side that
    they name. An event whose day or place is not told is not listed: nobody can say that it is one of them. Where the many have no days of
    their own, or neither area nor party, nothing is listed, because everything would be.
    """
    if many.granularity is not Granularity.AGGREGATE or one.granularity is not Granularity.SINGLE or one.modality is not Modality.ACTUAL:
        return False
    if not (many.places or many.actors):
        return False
    return (
        _of_its_kind(many.event_type, one.event_type)
        and _in_its_days(many.time, one.time)
        and _in_its_area(many.places, one.places)
        and _of_its_side(many.actors, one.actors)
        and _of_its_side(many.recipients, one.recipients)
    )


def _of_its_kind(many: EventType, one: EventType) -> bool:
    return many is one or {many, one} <= _VIOLENT


def _in_its_days(many: TimeInterval | None, one: TimeInterval | None) -> bool:
    """Wholly inside. The day before and the day after are outside, however near."""
    if many is None or many.start is None or many.end is None:
        return False
    if one is None or one.start is None or one.end is None:
        return False
    return many.start <= one.start and one.end <= many.end


def _in_its_area(many: Sequence[Place], one: Sequence[Place]) -> bool:
    return not many or any(area.key == place.key or area.may_hold(place) for area in many for place in one)


def _of_its_side(many: Iterable[Party], one: Iterable[Party]) -> bool:
    """One of those named by both, or by none. Somebody whom no register knows ("gunmen", "soldiers") excludes nothing."""
    named, there = [party for party in many if party.id], [party for party in one if party.id]
    return not named or not there or any(left.same_side(right) for left in named for right in there)
