"""Days of other calendars as days of the civil one: Easter, the Jewish feasts, the Solar Hijri and the Hijri calendar.

Easter, the Jewish new year and the Solar Hijri calendar are computed by their rules. The Hijri months are those of the Umm al-Qura calendar
of Saudi Arabia, which no short rule gives: the package `hijridate` has them for 1343 to 1500 AH and is loaded when a text first asks for
one. A month begins when the moon is seen, so that the day kept in a country may be one earlier or later.

A year that a calendar cannot answer for raises ValueError or OverflowError, as in `calendar`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

#: The years for which leap years in cycles of 33 are those of the Solar Hijri calendar, and one of its new years to count from.
_SOLAR_YEARS = range(1280, 1500)
_SOLAR_NEW_YEAR = (1403, date(2024, 3, 20))
#: The Hebrew calendar counts the moon's month as 29 days, 12 hours and 793 parts; a day has 25920 parts. The first moon, in parts.
_PARTS_OF_A_DAY = 25920
_PARTS_OF_A_MONTH_OVER_29_DAYS = 13753
_FIRST_MOON = 12084
_DAY_BEFORE_THE_FIRST = -1373428
#: From 15 Nisan to the new year in autumn.
_PASSOVER_TO_NEW_YEAR = 163


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the rule of Meeus, Jones and Butcher)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    leap_centuries, century_rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - shift + 15) % 30
    weekday = (32 + 2 * century_rest + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches: found in the Julian calendar (Meeus), given as a civil day."""
    epact = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
    month, day = divmod(epact + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=year // 100 - year // 400 - 2)


def rosh_hashanah(year: int) -> date:
    """1 Tishri of the Jewish year that begins in this civil year."""
    jewish = year + 3761
    before, this, after = (_days_to_new_year(jewish + step) for step in (-1, 0, 1))
    delay = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return date.fromordinal(_DAY_BEFORE_THE_FIRST + 1 + this + delay)


def _days_to_new_year(jewish: int) -> int:
    months = (235 * jewish - 234) // 19
    days = 29 * months + (_FIRST_MOON + _PARTS_OF_A_MONTH_OVER_29_DAYS * months) // _PARTS_OF_A_DAY
    return days + 1 if 3 * (days + 1) % 7 < 3 else days


def passover(year: int) -> date:
    """15 Nisan."""
    return rosh_hashanah(year) - timedelta(days=_PASSOVER_TO_NEW_YEAR)


def hanukkah(year: int) -> date:
    """25 Kislev: 83 days after the new year, 84 where the month between them is long."""
    begin = rosh_hashanah(year)
    is_long = (rosh_hashanah(year + 1) - begin).days in (355, 385)
    return begin + timedelta(days=84 if is_long else 83)


def solar_hijri(year: int, month: int, day: int) -> date:
    """A day of the calendar of Iran and Afghanistan: six months of 31 days, five of 30, the last of 29 or, in leap years, 30."""
    if not 1 <= month <= 12 or not 1 <= day <= solar_month_length(year, month):
        raise ValueError(f"no day {day} in month {month} of {year} SH")
    return _solar_new_year(year) + timedelta(days=31 * min(month - 1, 6) + 30 * max(month - 7, 0) + day - 1)


def solar_month_length(year: int, month: int) -> int:
    """29 to 31."""
    return 31 if month <= 6 else 30 if month <= 11 or _is_solar_leap(year) else 29


def _is_solar_leap(year: int) -> bool:
    return (25 * year + 11) % 33 < 8


@lru_cache(maxsize=256)
def _solar_new_year(year: int) -> date:
    if year not in _SOLAR_YEARS:
        raise ValueError(f"no rule for the year {year} SH")
    known, begin = _SOLAR_NEW_YEAR
    leaps = sum(map(_is_solar_leap, range(min(year, known), max(year, known))))
    return begin + timedelta(days=365 * (year - known) + (leaps if year >= known else -leaps))


def hijri(year: int, month: int, day: int) -> date:
    """A day of the Umm al-Qura calendar."""
    from hijridate import Hijri  # loaded late: few texts ask

    return Hijri(year, month, day).to_gregorian()


def hijri_month_length(year: int, month: int) -> int:
    """29 or 30."""
    from hijridate import Hijri  # loaded late: few texts ask

    return Hijri(year, month, 1).month_length()
