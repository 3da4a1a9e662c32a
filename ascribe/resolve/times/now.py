"""What an expression of time is counted from, and what its words say: year, month, unit, number.

The readers of dates (`stated`) and of what is counted (`counted`) are built from these.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times.where import NOWHERE, Where
from ascribe.resolve.times.words import Mention

#: First and last day; None where the words set no beginning.
When = tuple[date | None, date]

#: A date without year is of its neighbour's year only if they lie this close, in days ...
_NEIGHBOURS_WITHIN = 45
#: ... and if the latest such day before the report is further from the report than this.
OLD_NEWS = 60

#: Expressions of a day or a month that leave the year open if they do not say it.
_OF_A_YEAR = frozenset(
    {"day", "days", "month", "nth_week", "nth_weekday", "end_days", "half", "season", "nth_weekend", "week_of", "nth_days", "other_day"}
)

#: Stands for the day of the report where none is known, so that "12 NOV 89" is 1989 and "12 NOV 09" 2009. No day is counted from it.
UNKNOWN = date(2049, 12, 31)


@dataclass(frozen=True, slots=True)
class Now:
    """What an expression is counted from: the day of the report, days told before it in the text, and whether it speaks of what is to come.

    `told` are earlier intervals, the nearest first; `sibling` is the nearest earlier date that had its year; `where` says which country the
    text is about; `named`: the words themselves name the day that is counted from.
    """

    today: date
    ahead: bool = False
    told: Sequence[cal.Days] = ()
    sibling: cal.Days | None = None
    where: Where = NOWHERE
    named: bool = False

    def day(self, month: int, day: int) -> date:
        """The day of a month when no year is said: the latest up to the report, the next one if it is still to come."""
        if self.ahead:
            return cal.earliest_day(month, day, self.today)
        latest = cal.latest_day(month, day, self.today)
        if self.sibling is None or (self.today - latest).days <= OLD_NEWS:
            return latest
        near = [cal.earliest_day(month, day, self.sibling[0]), cal.latest_day(month, day, self.sibling[0])]
        best = min(near, key=lambda found: abs((found - self.sibling[0]).days) if self.sibling else 0)
        return best if best <= self.today and abs((best - self.sibling[0]).days) <= _NEIGHBOURS_WITHIN else latest

    def weekday(self, weekday: int) -> date:
        """The latest such weekday up to the report, or the next."""
        return (cal.earliest_weekday if self.ahead else cal.latest_weekday)(weekday, self.today)


#: A reader is given the expression and what it is counted from; None when the words name no day that can be meant.
Reader = Callable[[Mention, Now], When | None]


def has_year(mention: Mention) -> bool:
    """The words themselves say the year."""
    if mention.reads in ("known_day", "other_year") or mention.has("YEAR", "DECADE", "TENS", "DATE", "SHORTENED"):
        return True
    return (mention.reads in ("other_day", "other_month") and mention.has("NUMBER")) or _short_year(mention) is not None


def is_of_year(mention: Mention) -> bool:
    """A day or month of some year, that the words leave open."""
    return mention.reads in _OF_A_YEAR and mention.rule.basis == "stated" and not has_year(mention)


def year_of(mention: Mention, now: Now) -> int | None:
    """The year that the words say, also as "89" or "last year"; None if they say none."""
    year = mention.one("YEAR")
    if year is not None:
        return year
    short = mention.one("SHORTENED")
    short = _short_year(mention) if short is None else short
    if short is not None:
        return full_year(short, now)
    if mention.has("last") and mention.has("year"):
        return now.today.year - 1
    return now.today.year if mention.has("this") and mention.has("year") else None


def full_year(short: int, now: Now) -> int:
    """The latest year that ends in these two figures."""
    century = now.today.year // 100 * 100
    return century + short if century + short <= now.today.year + 1 else century - 100 + short


def _short_year(mention: Mention) -> int | None:
    """The 89 of "12 NOV 89"."""
    figures = mention.all("DAY", "SHORT2") if mention.reads == "day" else []
    return figures[-1] if len(figures) > 1 else None


def year_of_month(mention: Mention, now: Now) -> int:
    """The year that is said, else that of the latest such month begun before the report."""
    year = year_of(mention, now)
    return now.day(month_of(mention), 1).year if year is None else year


def month_of(mention: Mention) -> int:
    """The number of the month that is named."""
    return mention.all("MONTH", "MAYBE")[0]


def part_of(mention: Mention) -> int | None:
    """Early, mid or late; the beginning, middle or end."""
    words = {"start": cal.EARLY, "middle": cal.MID, "end": cal.LATE}
    return mention.one("PART") if mention.has("PART") else next((part for word, part in words.items() if mention.has(word)), None)


def unit_of(mention: Mention) -> str:
    """The unit that is counted in; "the next morning" and "two nights" count days."""
    units = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "weekend")
    return next((unit for unit in units if mention.has(unit)), "day")


def counted_unit(mention: Mention) -> str:
    """The unit that is counted, where "to the day" or "this day" stands beside it."""
    units = ("year", "month", "fortnight", "week", "decade", "hour")
    return next((unit for unit in units if mention.has(unit)), "day")


def count_of(mention: Mention) -> int | None:
    """How many; None if it is left vague."""
    if mention.has("few"):
        return None
    if mention.has("couple"):
        return 2
    count = mention.one("NUM", "DAY", "NUMBER")
    return count if count is not None else (1 if mention.has("a") else None)
