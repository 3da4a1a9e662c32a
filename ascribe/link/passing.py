"""Days and months that a text names in passing, where the reading of times takes nothing for sure: "the mines of May", "on the 9th".

Rules. "The 9th" is the latest 9th up to publication; behind a day that was told with its month it is of that month, where it is no earlier
in it. "14.9:" begins an entry of a chronicle, and is that day. A month that stands by itself is the latest that had begun by publication,
"that April" the same, and so is a day of the week ("after Friday prayers"), but for "every Sunday" and "next Sunday". No day is named where
a time was read, or where the number is that of a unit or a floor ("the 14th Army", "the 9th floor"); no month by "may" and "march" in small
letters. Each is one more time that may be a happening's, and is weighed as such (`days`).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from ascribe.model.times import Basis, TimeInterval

_MONTHS = {
    name: number
    for number, name in enumerate("January February March April May June July August September October November December".split(), 1)
}
_TEENS = (
    "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth "
    "twenty-ninth thirtieth thirty-first"
)
_ORDINALS = {word: number for number, word in enumerate(_TEENS.split(), 4)}
#: What an ordinal number counts where it counts no days: it stands right behind it.
_COUNTED = (
    r"(?! (?:[A-Z]|army|fronts?\b|brigade|division|battalion|regiment|infantry|corps|floor|storey|century|time\b|man\b|woman\b|day\b|week"
    r"|month|year|round|anniversary|parallel|birthday|district|person|victim|death|attack|such\b|and \d))"
)
_DAY = re.compile(
    rf"\b(?:[Tt]he (?P<figure>\d{{1,2}})(?:st|nd|rd|th)|(?:[Oo]n|[Ss]ince|until|by) the (?P<word>{'|'.join(_ORDINALS)}))\b(?!-){_COUNTED}"
)
_WEEKDAYS = {name: number for number, name in enumerate("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())}
#: A day of the week, of no habit ("every Sunday") and no plan ("next Sunday").
_WEEKDAY = re.compile(rf"(?<!every )(?<!each )(?<!any )(?<!next )(?<!coming )\b(?P<weekday>{'|'.join(_WEEKDAYS)})\b")
_ENTRY = re.compile(r"(?:(?<=[.;] )|^)(?P<day>\d{1,2})\.(?P<month>1[0-2]|0?[1-9])\.?:", re.MULTILINE)
_MONTH = re.compile(rf"\b(?:(?P<before>\d{{1,2}}) )?(?P<name>{'|'.join(_MONTHS)})\b(?: (?P<behind>\d{{1,2}})\b)?")


@lru_cache(maxsize=64)  # all reports of a text ask
def passing(text: str, published: date, times: tuple[TimeInterval, ...]) -> tuple[TimeInterval, ...]:
    """The days and months that a text names beside the times that were read in it."""
    return tuple(_passing(text, published, times))


def _passing(text: str, published: date, times: Sequence[TimeInterval]) -> Iterator[TimeInterval]:
    read = [(time.start_offset, time.end_offset or time.start_offset) for time in times if time.start_offset is not None]
    for found in sorted(
        [*_DAY.finditer(text), *_ENTRY.finditer(text), *_MONTH.finditer(text), *_WEEKDAY.finditer(text)], key=lambda match: match.start()
    ):
        if any(start < found.end() and found.start() < end for start, end in read):
            continue
        days = _meant(found, published, times)
        if days is not None:
            yield TimeInterval(*days, Basis.RELATIVE, found[0], found.start(), found.end())


def _meant(found: re.Match[str], published: date, times: Sequence[TimeInterval]) -> tuple[date, date] | None:
    if found.re is _MONTH:
        month, number = _MONTHS[found["name"]], int(found["before"] or found["behind"] or 0)
        if number:
            day = _latest(number, published, month)
            return None if day is None else (day, day)
        year = published.year - (month > published.month)
        return date(year, month, 1), min(published, date(year, month, monthrange(year, month)[1]))
    if found.re is _WEEKDAY:
        day = date.fromordinal(max(1, published.toordinal() - (published.weekday() - _WEEKDAYS[found["weekday"]]) % 7))
        return day, day
    if found.re is _ENTRY:
        day = _latest(int(found["day"]), published, int(found["month"]))
        return None if day is None else (day, day)
    number = int(found["figure"]) if found["figure"] else _ORDINALS[found["word"]]
    day = _of_month(number, _told(found.start(), times), published) or _latest(number, published)
    return None if day is None else (day, day)


def _told(at: int, times: Sequence[TimeInterval]) -> date | None:
    """The day told nearest before."""
    before = [time for time in times if time.start is not None and time.start == time.end and (time.start_offset or 0) < at]
    return max(before, key=lambda time: time.start_offset or 0).start if before else None


def _of_month(number: int, told: date | None, published: date) -> date | None:
    """The day of the month that was told of, if it is no earlier in it, and not to come."""
    if told is None or number < told.day or number > monthrange(told.year, told.month)[1]:
        return None
    day = told.replace(day=number)
    return day if day <= published else None


def _latest(number: int, published: date, month: int | None = None) -> date | None:
    """The latest day of this number, or of this number and month, up to publication; None where no month of a year back has it."""
    for back in range(13):
        months = published.year * 12 + published.month - 1 - back
        year, at = months // 12, months % 12 + 1
        if year < 1 or (month is not None and month != at) or not 1 <= number <= monthrange(year, at)[1]:
            continue
        if (day := date(year, at, number)) <= published:
            return day
    return None
