"""How dates are read: days, months, years and parts of them, with their year or without.

A reader is given the expression and the day of the report, and returns the first and last day, or None when no day can be meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ascribe.resolve import calendar as cal
from ascribe.resolve.time_now import OLD_NEWS, Now, Reader, When, month_of, part_of, year_of, year_of_month
from ascribe.resolve.time_words import Mention, full_date


def _day(mention: Mention, now: Now) -> When | None:
    """“14 October 2017”, "Oct. 14": without a year the latest such day."""
    index = next((i for i in mention.indexes if mention.words.is_a(i, "DATE")), None)
    if index is not None:
        known = full_date(mention.words.word(index))
        return None if known is None else (known, known)
    month, day = month_of(mention), mention.all("DAY", "ORD")[0]
    year = year_of(mention, now)
    if not cal.is_possible(month, day):
        return None
    found = _known_attack(mention, now, now.day(month, day)) if year is None else date(year, month, day)
    return found, found


def _known_attack(mention: Mention, now: Now, latest: date) -> date:
    """“The September 11 attacks” are those of 2001, unless the day itself is news."""
    year = mention.words.grammar.known_attacks.get((latest.month, latest.day))
    is_news = (now.today - latest).days < OLD_NEWS
    told = mention.words.word(mention.last) in ("attacks", "massacre") and not is_news
    return latest.replace(year=year) if year is not None and told and year < latest.year else latest


def _known_day(mention: Mention, _now: Now) -> When | None:
    args = mention.rule.args
    found = date(args["year"], args["month"], args["day"])
    return found, found


def _yearly_day(mention: Mention, now: Now) -> When | None:
    """“New Year's Eve”."""
    args, year = mention.rule.args, year_of(mention, now)
    found = now.day(args["month"], args["day"]) if year is None else date(year, args["month"], args["day"])
    return found, found


def _week_of(mention: Mention, now: Now) -> When | None:
    """“The week of 18 February” is Monday to Sunday; one that begins or ends on a day has seven days from or to it."""
    found = _day(mention, now)
    if found is None:
        return None
    day = found[1]
    if mention.has("ending", "to"):
        return cal.plus(day, -6), day
    return cal.week_days(day) if mention.has("of") else (day, cal.plus(day, 6))


def _nth_weekday(mention: Mention, now: Now) -> When | None:
    """“The fourth Thursday of November”."""
    begin, end = _relative_month(mention, now)
    weekday, number = mention.all("WEEKDAY")[0], mention.one("ORD")
    found = cal.latest_weekday(weekday, end) if number is None else cal.plus(cal.earliest_weekday(weekday, begin), 7 * number - 7)
    return (found, found) if found <= end else None


def _nth_day(mention: Mention, now: Now) -> When | None:
    """“On the 14th”: the one of the month told of just before, else the latest 14th."""
    day = mention.all("DAY")[0]
    if mention.has("month"):
        found = cal.month_of(now.today, -1 if mention.has("last") else 0)[0].replace(day=day)
        return found, found
    told = next((begin for begin, end in now.told[:1] if begin == end), None)
    if told is not None and day >= told.day and told.replace(day=day) <= now.today:
        return told.replace(day=day), told.replace(day=day)
    for back in range(12):
        begin, end = cal.month_of(now.today, back if now.ahead else -back)
        if day <= end.day and (begin.replace(day=day) >= now.today if now.ahead else begin.replace(day=day) <= now.today):
            return begin.replace(day=day), begin.replace(day=day)
    return None


def _days(mention: Mention, now: Now) -> When | None:
    """“Between 1 and 15 May”, "10-12 March": by its first day, if no year is said."""
    month, (first, last) = month_of(mention), mention.all("DAY")[:2]
    year = year_of(mention, now)
    begin = now.day(month, first) if year is None else date(year, month, first)
    return (begin, begin.replace(day=last)) if first <= last else None


def _months(mention: Mention, now: Now) -> When | None:
    """“In April”, "late March", "in May 2014", "last June"."""
    year = year_of(mention, now)
    if year is None and mention.has("next"):
        year = cal.earliest_day(month_of(mention), 1, cal.plus(now.today, 1)).year
    elif year is None and mention.has("last"):
        year = cal.latest_day(month_of(mention), 1, cal.plus(now.today.replace(day=1), -1)).year
    return cal.month_days(year_of_month(mention, now) if year is None else year, month_of(mention), part_of(mention))


def _a_year(mention: Mention, _now: Now) -> When | None:
    return cal.year_days(mention.all("YEAR")[0], part_of(mention))


def _years(mention: Mention, _now: Now) -> When | None:
    """“2003-2006”, "2003-06"."""
    first = mention.all("YEAR")[0]
    last = mention.all("YEAR", "SHORT")[1]
    last += first // 100 * 100 if last < 100 else 0
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _decade(mention: Mention, _now: Now) -> When | None:
    """“The 1990s”, "the late 1990s"; "the 90s" are those of the last century."""
    year = mention.all("DECADE")[0]
    year += 1900 if year < 100 else 0
    parts = mention.all("PART")
    begin, end = cal.decade_days(year, part_of(mention))
    return begin, (cal.decade_days(year, parts[-1])[1] if parts else end)


def _season(mention: Mention, now: Now) -> When | None:
    """“The summer of 2014”: June to August. Northern seasons: the words do not say where."""
    first, year = mention.all("SEASON")[0], year_of(mention, now)
    if year is None:
        limit = cal.months_later(now.today, -2).replace(day=1) if mention.has("last") else now.today
        year = (cal.earliest_day if mention.has("next") else cal.latest_day)(first, 1, limit).year
    return cal.season_days(year, first)


def _relative_month(mention: Mention, now: Now) -> cal.Days:
    """The month that "of May 2014", "of last month", "of the month" names."""
    if mention.has("MONTH", "MAYBE"):
        return cal.month_days(year_of_month(mention, now), month_of(mention))
    last_word = mention.words.word(mention.core_end - 2)
    return cal.month_of(now.today, -1 if last_word == "last" else 0)


def _nth_week(mention: Mention, now: Now) -> When | None:
    """“The first week of August” is 1 to 7 August; the last is its last seven days. So are its first and last days."""
    begin, end = _relative_month(mention, now)
    number = mention.one("ORD")
    if number is None:
        return cal.plus(end, -6), end
    return cal.plus(begin, 7 * (number - 1)), min(cal.plus(begin, 7 * number - 1), end)


def _end_days(mention: Mention, now: Now) -> When | None:
    """“The first 6 days of May” are 1 to 6; "the last 6 days of January" are 25 to 31, as in UCDP's own example."""
    begin, end = _relative_month(mention, now)
    count = mention.all("NUM", "DAY")[0]
    return (begin, cal.plus(begin, count - 1)) if mention.has("first") else (max(begin, cal.plus(end, -count)), end)


def _some_year(mention: Mention, now: Now) -> int:
    """The year that "of 2019", "of last year", "of the year" names."""
    year = year_of(mention, now)
    return now.today.year if year is None else year


def _end_months(mention: Mention, now: Now) -> When | None:
    year, count = _some_year(mention, now), mention.all("NUM", "DAY")[0]
    first, last = (1, count) if mention.has("first") else (13 - count, 12)
    return date(year, first, 1), cal.last_of(year, last)


def _half(mention: Mention, now: Now) -> When | None:
    is_first = mention.has("first")
    if mention.has("MONTH", "MAYBE", "month"):
        begin, end = _relative_month(mention, now)
        return (begin, begin.replace(day=15)) if is_first else (begin.replace(day=16), end)
    year = _some_year(mention, now)
    return (date(year, 1, 1), date(year, 6, 30)) if is_first else (date(year, 7, 1), date(year, 12, 31))


def _quarter(mention: Mention, now: Now) -> When | None:
    number = mention.one("ORD", "DAY")
    return cal.quarter_days(_some_year(mention, now), 4 if number is None else number)


#: What each `reads` of `times.toml` that is a date is read by.
STATED: Mapping[str, Reader] = {
    "day": _day,
    "days": _days,
    "decade": _decade,
    "end_days": _end_days,
    "end_months": _end_months,
    "half": _half,
    "known_day": _known_day,
    "month": _months,
    "nth_day": _nth_day,
    "nth_week": _nth_week,
    "nth_weekday": _nth_weekday,
    "week_of": _week_of,
    "yearly_day": _yearly_day,
    "quarter": _quarter,
    "season": _season,
    "year": _a_year,
    "years": _years,
}
