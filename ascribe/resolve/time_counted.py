"""How times are read that are counted from the report ("last week") or from a day told before ("the next day").

Vague words are read as UCDP reads them (GED codebook 22.1, appendix 2); `docs/times.md` has the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ascribe.resolve import calendar as cal
from ascribe.resolve.time_now import Now, Reader, When, count_of, part_of, unit_of
from ascribe.resolve.time_words import Mention

_FORTNIGHT = 14
_FEW = 3  # UCDP reads "past few days" as three days, "recent weeks" as three weeks, "past few months" as three


def _weekday(mention: Mention, now: Now) -> When | None:
    """The latest such day up to the report, whose own weekday is the day of the report; "last Friday" is never today."""
    weekday = mention.all("WEEKDAY")[0]
    if mention.has("week"):
        weeks = -1 if mention.has("last") else 1 if mention.has("next") else 0
        found = cal.plus(cal.week_days(now.today)[0], 7 * weeks + weekday)
    elif mention.has("next", "coming"):
        found = cal.earliest_weekday(weekday, cal.plus(now.today, 1))
    elif mention.has("last", "past"):
        found = cal.latest_weekday(weekday, cal.plus(now.today, -1))
    else:
        found = now.weekday(weekday)
    return found, found


def _around_report(mention: Mention, now: Now) -> When | None:
    args = mention.rule.args
    return cal.plus(now.today, args["first"]), cal.plus(now.today, args["last"])


def _few_back(day: date, unit: str) -> cal.Days:
    """“Past few days” are the three days before; "recent weeks" reach three weeks back, "past few months" three months."""
    if unit in ("minute", "hour"):
        return day, day
    if unit == "day":
        return cal.plus(day, -_FEW), cal.plus(day, -1)
    return cal.shifted(day, "week" if unit == "fortnight" else unit, -_FEW), day


def _is_plural(mention: Mention, unit: str) -> bool:
    return any(mention.words.word(i).endswith("s") and mention.words.is_a(i, unit) for i in mention.indexes)


def _vague(mention: Mention, now: Now) -> When | None:
    return _few_back(now.today, unit_of(mention))


def _ago(mention: Mention, now: Now) -> When | None:
    """“Ten days ago” is a day, "two weeks ago" that week, "five months ago" that month; "a fortnight ago" the 14 days to the report."""
    unit, count = unit_of(mention), count_of(mention) or 1
    if unit == "fortnight" and count == 1:
        return cal.plus(now.today, 1 - _FORTNIGHT), now.today
    begin, end = cal.unit_days(now.today, unit, -count)
    return (cal.plus(begin, -1), cal.plus(end, 1)) if unit == "day" and mention.has("APPROX") else (begin, end)


def _ago_exactly(mention: Mention, now: Now) -> When | None:
    day = cal.shifted(now.today, unit_of(mention), -(count_of(mention) or 1))
    found = cal.plus(day, -1) if mention.has("yesterday") else day
    return found, found


def _past(mention: Mention, now: Now) -> When | None:
    """“Past 2 days” are the two days before the report; "past 48 hours" are these and the report; "past year" begins on 1 January."""
    unit, count = unit_of(mention), count_of(mention)
    if count is None and _is_plural(mention, unit):
        return _few_back(now.today, unit)
    if count is None and unit == "year":
        return now.today.replace(month=1, day=1), now.today
    if count is None and unit in ("week", "fortnight"):
        return cal.plus(now.today, 1 - (7 if unit == "week" else _FORTNIGHT)), now.today
    if count is not None and unit == "day":
        return cal.plus(now.today, -count), cal.plus(now.today, -1)
    if count is None and unit == "day":
        return cal.plus(now.today, -1), now.today
    return cal.shifted(now.today, unit, -(count or 1) if count or unit != "hour" else 0), now.today


def _coming(mention: Mention, now: Now) -> When | None:
    unit, count = unit_of(mention), count_of(mention)
    return cal.plus(now.today, 1), cal.shifted(now.today, unit, count or (_FEW if _is_plural(mention, unit) else 1))


def _period(mention: Mention, now: Now) -> When | None:
    """“This week” is Monday to the report, "last week" the Monday to Sunday before it; months and years in the same way."""
    unit, part = unit_of(mention), None if mention.has("later", "earlier") else part_of(mention)
    back = -2 if mention.has("before") else -1 if mention.has("last") else 1 if mention.has("next") else 0
    begin, end = calendar_unit(now.today, unit, back, part)
    if back or part is not None:
        return begin, end
    if mention.has("earlier"):
        return begin, max(begin, cal.plus(now.today, -1))
    return (now.today, end) if mention.has("later") else (begin, end if now.ahead else now.today)


def calendar_unit(day: date, unit: str, count: int, part: int | None = None) -> cal.Days:
    """The week, month or year so many after the one of this day, or a part of it."""
    if unit == "week":
        return cal.week_days(cal.plus(day, 7 * count), part)
    return cal.month_of(day, count, part) if unit == "month" else cal.year_days(day.year + count, part)


def _weekend(mention: Mention, now: Now) -> When | None:
    """Saturday and Sunday, the latest that has begun; "last weekend" is never the one that still lasts."""
    saturday = cal.latest_weekday(5, now.today)
    if mention.has("last") and now.today.weekday() >= 5:
        saturday = cal.plus(saturday, -7)
    elif mention.has("next") or (now.ahead and now.today.weekday() < 5):
        saturday = cal.plus(saturday, 7)
    return saturday, cal.plus(saturday, 1)


def _lasting(mention: Mention, now: Now) -> When | None:
    """UCDP: a "five-day offensive" is the five days to the report, a "night-long battle" both days of the night."""
    count = mention.one("NUM", "DAY") or 1
    if mention.has("night", "nightlong"):
        return cal.plus(now.today, -1), now.today
    days = count * (1 if mention.has("day") else 7)
    return cal.plus(now.today, 1 - days), now.today


def _long_ago(_mention: Mention, now: Now) -> When | None:
    return None, now.today


def _told_day(now: Now) -> date | None:
    """The nearest day told before."""
    return next((begin for begin, end in now.told if begin == end), None)


def _told(now: Now, unit: str) -> date | None:
    """A day in the nearest interval told before that is no longer than the unit."""
    longest = {"week": 7, "month": 31, "year": 366, "weekend": 7}.get(unit, 1)
    return next((begin for begin, end in now.told if (end - begin).days < longest), None)


def _since_then(_mention: Mention, now: Now) -> When | None:
    return (now.told[0][0], max(now.today, now.told[0][0])) if now.told else None


def _same(mention: Mention, now: Now) -> When | None:
    """“That day”, "the same week", "later that month"."""
    unit = unit_of(mention)
    told = _told(now, unit)
    if told is None:
        return (now.today, now.today) if mention.rule.args.get("or_report") else None
    if unit == "weekend":
        return cal.week_days(told)[0], cal.week_days(told)[1]
    if unit not in ("week", "month", "year"):
        return told, told
    begin, end = calendar_unit(told, unit, 0)
    if mention.has("later"):
        return told, end
    return (begin, told) if mention.has("earlier") else (begin, end)


def _neighbour(mention: Mention, now: Now) -> When | None:
    """“The next day”, "the previous week", "the night before", counted from the nearest day told before."""
    forward = mention.has("next", "following", "after")
    unit, weekday = unit_of(mention), mention.one("WEEKDAY")
    told = _told_day(now) if unit in ("day", "DAYPART", "weekend") or weekday is not None else _told(now, unit)
    if told is None:
        return None
    step = 1 if forward else -1
    if weekday is not None and unit == "week":
        found = cal.plus(cal.week_days(told)[0], 7 * step + weekday)
        return found, found
    if weekday is not None:
        found = (cal.earliest_weekday if forward else cal.latest_weekday)(weekday, cal.plus(told, step))
        return found, found
    if unit == "weekend":
        saturday = cal.earliest_weekday(5, cal.plus(told, 1)) if forward else cal.latest_weekday(5, cal.plus(told, -2))
        return saturday, cal.plus(saturday, 1)
    if unit in ("day", "DAYPART"):
        return cal.plus(told, step), cal.plus(told, step)
    return calendar_unit(told, unit, step)


def _later(mention: Mention, now: Now) -> When | None:
    """“Two days later”, "three weeks earlier", "hours after", counted from the nearest day told before."""
    unit, told = unit_of(mention), _told_day(now)
    if told is None:
        return None
    step = 1 if mention.has("later", "after") else -1
    count = count_of(mention)
    if count is not None:
        return cal.unit_days(told, unit, step * count)
    if step < 0:
        return _few_back(told, unit)
    if unit in ("minute", "hour"):
        return told, told
    return cal.plus(told, 1), cal.shifted(told, "week" if unit == "fortnight" else unit, _FEW)


#: What each `reads` of `times.toml` that is counted is read by.
COUNTED: Mapping[str, Reader] = {
    "ago": _ago,
    "ago_exactly": _ago_exactly,
    "around_report": _around_report,
    "coming": _coming,
    "lasting": _lasting,
    "later": _later,
    "long_ago": _long_ago,
    "neighbour": _neighbour,
    "past": _past,
    "period": _period,
    "same": _same,
    "since_then": _since_then,
    "vague": _vague,
    "weekday": _weekday,
    "weekend": _weekend,
}
