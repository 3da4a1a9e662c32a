"""What an expression of time means: the first and last day.

Each `reads` of `ascribe/knowledge/times.toml` has its function in `stated`, `counted` or `feasts`; this puts them together,
with the two ends of a range.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times.counted import COUNTED
from ascribe.resolve.times.feasts import FEASTS
from ascribe.resolve.times.now import Now, When, has_year, is_of_year
from ascribe.resolve.times.stated import STATED
from ascribe.resolve.times.words import Mention

#: The function that reads it, for each `reads`.
READERS = {**STATED, **COUNTED, **FEASTS}


def read(mention: Mention, now: Now) -> When | None:
    """The days that an expression means, its range included; None if it names none."""
    try:
        return _read_range(mention, mention.until, now) if mention.until is not None else READERS[mention.reads](mention, now)
    except (ValueError, OverflowError):  # 31 April; a thousand years ago
        return None


def _read_range(first: Mention, last: Mention, now: Now) -> When | None:
    """“From A to B”. What one end leaves open, the other settles: no range ends before it starts, or lasts longer than it must.

    Where neither says its year or week, the latest range is meant whose last day is over, or whose last month has begun.
    """
    begin, end = replace(first, until=None), last
    both_weekdays = first.reads == last.reads == "weekday"
    by_its_end = both_weekdays or (is_of_year(first) and (is_of_year(last) or has_year(last) or last.has("year")))
    if by_its_end and not (now.ahead and not has_year(last)):
        closing = read(end, now)
        before = cal.plus(closing[1], -1 if both_weekdays else 0) if closing else None
        opening = read(begin, replace(now, today=before, ahead=False, sibling=None)) if before else None
    elif both_weekdays or (is_of_year(last) and (has_year(first) or is_of_year(first))):
        opening = read(begin, now)
        closing = read(end, replace(now, today=opening[0], ahead=True, sibling=None)) if opening and opening[0] else None
    else:
        opening, closing = read(begin, now), read(end, now)
    if not opening or not closing or (opening[0] is not None and opening[0] > closing[1]):
        return None
    return opening[0], closing[1]
