"""How dates are read: days, months, years and parts of them, with their year or without.

A reader is given the expression and the day of the report, and returns the first and last day, or None when no day can be meant.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from ascribe.knowledge.times import OTHER
from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times.now import OLD_NEWS, Now, Reader, When, full_year, month_of, part_of, unit_of, year_of, year_of_month
from ascribe.resolve.times.words import Mention, full_date


def _day(mention: Mention, now: Now) -> When | None:
    """“14 October 2017”, "Oct. 14": without a year the latest such day."""
    index = next((i for i in mention.indexes if mention.words.is_a(i, "DATE")), None)
    if index is not None:
        known = full_date(mention.words.word(index), now.today.year)
        return None if known is None else (known, known)
    month, day = month_of(mention), mention.all("DAY", "ORD")[0]
    year = year_of(mention, now)
    if not cal.is_possible(month, day):
        return None
    found = _known_attack(mention, now, now.day(month, day)) if year is None else date(year, month, day)
    return found, found


def _known_attack(mention: Mention, now: Now, latest: date) -> date:
    """“The September 11 attacks” are those of 2001, unless the day itself is news."""
    year, told = mention.words.grammar.known_attacks.get((latest.month, latest.day), (latest.year, frozenset()))
    is_news = (now.today - latest).days < OLD_NEWS
    return latest.replace(year=year) if year < latest.year and not is_news and _comes_next(mention, told) else latest


def _comes_next(mention: Mention, told: Collection[str]) -> bool:
    """One of these words follows, after names only: "the October 7 Hamas-led attack"."""
    words = mention.words
    for index in range(mention.last, mention.last + 4):
        if words.word(index) in told:
            return True
        if words.kinds[index : index + 1] != OTHER and not words.is_a(index, "-"):
            return False
    return False


def _known_day(mention: Mention, _now: Now) -> When | None:
    args = mention.rule.args
    found = date(args["year"], args["month"], args["day"])
    return found, found


def _turn_of_year(mention: Mention, now: Now) -> When | None:
    """31 December and 1 January: the latest, or those that begin the year that is said."""
    year = year_of(mention, now)
    begin = now.day(12, 31) if year is None else date(year - 1, 12, 31)
    if year is None and mention.has("year") and mention.has("last"):
        begin = date(now.today.year - 2, 12, 31)
    return begin, cal.plus(begin, 1)


def _this_day_in(mention: Mention, now: Now) -> When | None:
    """“On this day in 1994”."""
    found = date(mention.all("YEAR")[0], now.today.month, now.today.day)
    return found, found


def _week_of(mention: Mention, now: Now) -> When | None:
    """“The week of 18 February” is Monday to Sunday; one that begins or ends on a day has seven days from or to it."""
    if mention.has("WEEKDAY"):
        return _up_to(mention, now.weekday(mention.all("WEEKDAY")[0]))
    found = _day(mention, now)
    if found is None:
        return None
    day = found[1]
    if mention.has("ending", "to"):
        return cal.plus(day, -6), day
    return cal.week_days(day) if mention.has("of") else (day, cal.plus(day, 6))


def _up_to(mention: Mention, day: date) -> When:
    """“The week to Sunday”, "the ten days to 24 February": so many days with the last; hours reach back to the day before."""
    unit, count = unit_of(mention), mention.all("NUM", "DAY", "NUMBER")[:1] or [1]
    if unit in ("minute", "hour"):
        return cal.shifted(day, unit, -count[0]), day
    begin = cal.shifted(day, unit, -count[0])
    return cal.plus(begin, 1), day


def _days_to(mention: Mention, now: Now) -> When | None:
    figures = mention.all("DAY")
    year, day = year_of(mention, now), figures[-1]
    end = now.day(month_of(mention), day) if year is None else date(year, month_of(mention), day)
    return _up_to(mention, end)


def _nth_weekday(mention: Mention, now: Now) -> When | None:
    """“The fourth Thursday of November”."""
    begin, end = _relative_month(mention, now)
    weekday, number = mention.all("WEEKDAY")[0], mention.one("ORD")
    found = cal.latest_weekday(weekday, end) if number is None else cal.plus(cal.earliest_weekday(weekday, begin), 7 * number - 7)
    return (found, found) if found <= end else None


def _nth_weekend(mention: Mention, now: Now) -> When | None:
    """“The first weekend in February”: its first Saturday and the Sunday after it."""
    begin, end = _relative_month(mention, now)
    number = mention.one("ORD", "NTH")
    saturday = cal.latest_weekday(5, cal.plus(end, -1)) if number is None else cal.plus(cal.earliest_weekday(5, begin), 7 * number - 7)
    return (saturday, cal.plus(saturday, 1)) if saturday <= end else None


def _nth_day(mention: Mention, now: Now) -> When | None:
    """“On the 14th”: the one of the month told of just before, else the latest 14th."""
    day = mention.all("DAY", "ORD")[0]
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
    """“Between 1 and 15 May”, "10-12 March": the latest that are over, if no year is said."""
    month, (first, last) = month_of(mention), mention.all("DAY", "ORD")[:2]
    year = year_of(mention, now)
    if first > last:
        return None
    if year is not None:
        return date(year, month, first), date(year, month, last)
    if now.ahead:
        begin = now.day(month, first)
        return begin, begin.replace(day=last)
    end = now.day(month, last)
    return end.replace(day=first), end


def _nth_days(mention: Mention, now: Now) -> When | None:
    """“The 15th-17th”: the latest that are over."""
    first, last = mention.all("DAY")[:2]
    for back in range(12):
        begin, end = cal.month_of(now.today, back if now.ahead else -back)
        if first < last <= end.day and (now.ahead or begin.replace(day=last) <= now.today):
            return begin.replace(day=first), begin.replace(day=last)
    return None


def _months(mention: Mention, now: Now) -> When | None:
    """“In April”, "late March", "in May 2014", "last June"."""
    year = year_of(mention, now)
    if year is None and mention.has("next"):
        year = cal.earliest_day(month_of(mention), 1, cal.plus(now.today, 1)).year
    elif year is None and mention.has("last"):
        year = cal.latest_day(month_of(mention), 1, cal.plus(now.today.replace(day=1), -1)).year
    return cal.month_days(year_of_month(mention, now) if year is None else year, month_of(mention), part_of(mention))


def _a_year(mention: Mention, now: Now) -> When | None:
    year = mention.one("YEAR")
    return cal.year_days(full_year(mention.all("SHORTENED")[0], now) if year is None else year, part_of(mention))


def _years(mention: Mention, _now: Now) -> When | None:
    """“2003-2006”, "2003-06"."""
    first = mention.all("YEAR")[0]
    last = mention.all("YEAR", "SHORT")[1]
    last += first // 100 * 100 if last < 100 else 0
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _decade(mention: Mention, _now: Now) -> When | None:
    """“The 1990s”, "the late 1990s"; "the 90s" are those of the last century."""
    year = mention.all("DECADE", "TENS")[0]
    year += 1900 if year < 100 else 0
    parts = mention.all("PART")
    begin, end = cal.decade_days(year, part_of(mention))
    return begin, (cal.decade_days(year, parts[-1])[1] if parts else end)


def _season(mention: Mention, now: Now) -> When | None:
    """“The summer of 2014”: June to August, in the south December to February. The winter of 1994 begins in that year.

    Without a year it is the latest that has begun, "last summer" the latest that is over.
    """
    first, part, year = mention.all("SEASON")[0], part_of(mention), year_of(mention, now)
    if now.where.is_southern():
        first = (first + 5) % 12 + 1
    if year is None and (now.ahead or mention.has("next")):
        year = cal.earliest_day(first, 1, cal.plus(now.today, 1)).year
    elif year is None:
        year = now.today.year
        while cal.season_days(year, first, part)[0] > now.today:
            year -= 1
        if mention.has("last") and cal.season_days(year, first, part)[1] >= now.today:
            year -= 1
    return cal.season_days(year, first, part)


def _relative_month(mention: Mention, now: Now) -> cal.Days:
    """The month that "of May 2014", "of last month", "of the month" names."""
    if mention.has("MONTH", "MAYBE"):
        return cal.month_days(year_of_month(mention, now), month_of(mention))
    last_word = mention.words.word(mention.core_end - 2)
    return cal.month_of(now.today, -1 if last_word == "last" else 0)


def _nth_week(mention: Mention, now: Now) -> When | None:
    """“The first week of August” is 1 to 7 August, the last is its last seven days; its first and last days are three."""
    begin, end = _relative_month(mention, now)
    return _nth_of(mention, begin, end)


def _nth_of(mention: Mention, begin: date, end: date) -> When:
    number = mention.one("ORD", "NTH")
    if mention.has("day"):
        more = 2 if any(mention.words.word(i) == "days" for i in mention.indexes) else 0  # "the last day of January"
        return (begin, cal.plus(begin, more)) if mention.has("first", "opening") else (cal.plus(end, -more), end)
    if number is None and not mention.has("opening"):
        return cal.plus(end, -6), end
    number = number or 1
    return cal.plus(begin, 7 * (number - 1)), min(cal.plus(begin, 7 * number - 1), end)


def _end_days(mention: Mention, now: Now) -> When | None:
    """“The first ten days of May” are 1 to 10, "the last ten" 22 to 31, "the first two weeks" 1 to 14.

    Fewer than a week's days are counted back from the last: the codebook's "last 6 days of January" are 25 to 31.
    """
    begin, end = _relative_month(mention, now)
    return _end_of(mention, begin, end)


def _end_of(mention: Mention, begin: date, end: date) -> When:
    count = mention.all("NUM", "DAY")[0] * (7 if mention.has("week") else 1)
    if mention.has("first"):
        return begin, min(cal.plus(begin, count - 1), end)
    return max(begin, cal.plus(end, -count if count < _DAYS_OF_WEEK else 1 - count)), end


def _year_end(mention: Mention, now: Now) -> When | None:
    """“The first days of 2019”, "the last week of the year", "the last three weeks of 2018"."""
    begin, end = cal.year_days(_some_year(mention, now))
    return _end_of(mention, begin, end) if mention.has("NUM", "DIGIT") else _nth_of(mention, begin, end)


def _some_year(mention: Mention, now: Now) -> int:
    """The year that "of 2019", "of last year", "of the year" names."""
    year = year_of(mention, now)
    return now.today.year if year is None else year


def _year_of_part(mention: Mention, now: Now, first_month: int) -> int:
    """The year of a part that begins with this month: the one that is said, else that of the latest that has begun."""
    year = year_of(mention, now)
    return now.day(first_month, 1).year if year is None else year


def _end_months(mention: Mention, now: Now) -> When | None:
    """“The first nine months of the year”, "the last three months of 2015"."""
    count = mention.all("NUM", "DAY")[0]
    first, last = (1, count) if mention.has("first") else (13 - count, 12)
    year = _year_of_part(mention, now, first)
    return date(year, first, 1), cal.last_of(year, last)


def _half(mention: Mention, now: Now) -> When | None:
    is_first = mention.one("ORD", "DAY") == 1
    if mention.has("MONTH", "MAYBE", "month"):
        begin, end = _relative_month(mention, now)
        return (begin, begin.replace(day=15)) if is_first else (begin.replace(day=16), end)
    first = 1 if is_first else 7
    year = _year_of_part(mention, now, first)
    return date(year, first, 1), cal.last_of(year, first + 5)


def _quarter(mention: Mention, now: Now) -> When | None:
    """“The third quarter of 2015”; without a year the latest that has begun."""
    number = mention.one("ORD", "DAY") or 4
    year = _year_of_part(mention, now, number * 3 - 2)
    return cal.quarter_days(year, number)


_DAYS_OF_WEEK = 7

#: What each `reads` of `times.toml` that is a date is read by.
STATED: Mapping[str, Reader] = {
    "day": _day,
    "days": _days,
    "decade": _decade,
    "days_to": _days_to,
    "end_days": _end_days,
    "end_months": _end_months,
    "half": _half,
    "known_day": _known_day,
    "month": _months,
    "nth_day": _nth_day,
    "nth_week": _nth_week,
    "nth_weekday": _nth_weekday,
    "nth_weekend": _nth_weekend,
    "week_of": _week_of,
    "nth_days": _nth_days,
    "this_day_in": _this_day_in,
    "turn_of_year": _turn_of_year,
    "year_end": _year_end,
    "quarter": _quarter,
    "season": _season,
    "year": _a_year,
    "years": _years,
}
