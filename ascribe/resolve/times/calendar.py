"""Days and stretches of days: what can be counted on a calendar, without any words.

A stretch is a first and a last day, both included. Asking for a day that no calendar has (30 February, the year 0) raises ValueError or
OverflowError; whoever reads words decides what that means.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

EARLY, MID, LATE = 0, 1, 2

#: UCDP: early March is 1 to 10, mid March 10 to 20, late March 15 to the end.
_PARTS_OF_MONTH = {EARLY: (1, 10), MID: (10, 20), LATE: (15, 31)}
#: UCDP: early 1999 is January to April, mid 1999 May to August, late 1999 September to December.
_PARTS_OF_YEAR = {EARLY: (1, 4), MID: (5, 8), LATE: (9, 12)}
_PARTS_OF_DECADE = {EARLY: (0, 3), MID: (4, 6), LATE: (7, 9)}
#: UCDP: late last week is Friday to Sunday. Ours: early is Monday and Tuesday, midweek Tuesday to Thursday.
_PARTS_OF_WEEK = {EARLY: (0, 1), MID: (1, 3), LATE: (4, 6)}


def plus(day: date, days: int) -> date:
    """So many days later; earlier if negative."""
    return day + timedelta(days=days)


def last_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def month_days(year: int, month: int, part: int | None = None) -> Days:
    """A month, or the early, mid or late part of it."""
    end = last_of(year, month)
    if part is None:
        return date(year, month, 1), end
    first, last = _PARTS_OF_MONTH[part]
    return date(year, month, first), date(year, month, min(last, end.day))


def year_days(year: int, part: int | None = None) -> Days:
    """A year, or the early, mid or late third of it."""
    first, last = (1, 12) if part is None else _PARTS_OF_YEAR[part]
    return date(year, first, 1), last_of(year, last)


def decade_days(year: int, part: int | None = None) -> Days:
    """The ten years from `year`, or the early, mid or late ones."""
    first, last = (0, 9) if part is None else _PARTS_OF_DECADE[part]
    return date(year + first, 1, 1), date(year + last, 12, 31)


def week_days(day: date, part: int | None = None) -> Days:
    """Monday to Sunday of the day's week, or the early, mid or late part of it."""
    monday = plus(day, -day.weekday())
    first, last = (0, 6) if part is None else _PARTS_OF_WEEK[part]
    return plus(monday, first), plus(monday, last)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_of(day: date, months: int = 0, part: int | None = None) -> Days:
    """The month so many months after the day's."""
    first = months_later(day.replace(day=1), months)
    return month_days(first.year, first.month, part)


def quarter_days(year: int, quarter: int) -> Days:
    """The first to fourth quarter of a year."""
    return date(year, quarter * 3 - 2, 1), last_of(year, quarter * 3)


def season_days(year: int, first_month: int, part: int | None = None) -> Days:
    """Three months from the first, or the early, mid or late one of them; a season may end in the next year."""
    begin = date(year, first_month, 1)
    if part is not None:
        return month_of(begin, part)
    return begin, plus(months_later(begin, 3), -1)


def is_possible(month: int, day: int) -> bool:
    """Some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= monthrange(2000, month)[1]


def latest_day(month: int, day: int, not_after: date) -> date:
    """The last such day up to and with the given one; 29 February waits for a leap year."""
    return _nearest_year(month, day, not_after, -1)


def earliest_day(month: int, day: int, not_before: date) -> date:
    """The first such day from the given one on."""
    return _nearest_year(month, day, not_before, 1)


def _nearest_year(month: int, day: int, limit: date, step: int) -> date:
    for year in range(limit.year, limit.year + 9 * step, step):  # leap years are at most eight years apart
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (found - limit).days * step >= 0:
            return found
    raise ValueError(f"no {day}.{month}. near {limit}")


def latest_weekday(weekday: int, not_after: date) -> date:
    """The last such weekday up to and with the given day. Monday is 0."""
    return plus(not_after, -((not_after.weekday() - weekday) % 7))


def earliest_weekday(weekday: int, not_before: date) -> date:
    """The first such weekday from the given day on."""
    return plus(not_before, (weekday - not_before.weekday()) % 7)


def unit_days(day: date, unit: str, count: int) -> Days:
    """What lies so many units away, as exactly as such a count is meant: a day, else the week, month or year.

    "Three weeks ago" is that week, "five months later" that month (UCDP counts so); hours are rounded down to days.
    """
    if unit in ("minute", "hour"):
        hours = count if unit == "hour" else 0
        found = plus(day, int(hours / 24))
        return found, found
    if unit == "day":
        return plus(day, count), plus(day, count)
    if unit in ("week", "fortnight"):
        return week_days(plus(day, 7 * count * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        return month_of(day, count)
    if unit == "year":
        return year_days(day.year + count)
    return year_days(day.year + 10 * count)


def shifted(day: date, unit: str, count: int) -> date:
    """The day so many units away, counted exactly."""
    if unit == "month":
        return months_later(day, count)
    if unit in ("year", "decade"):
        return months_later(day, count * (12 if unit == "year" else 120))
    days = {"day": 1, "week": 7, "fortnight": 14}.get(unit)
    if days is not None:
        return plus(day, days * count)
    hours = count if unit == "hour" else 0
    return plus(day, -(-hours // 24) if hours > 0 else hours // 24)
