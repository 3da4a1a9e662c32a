"""How times are read that are counted from the report ("last week") or from a day told before ("the next day").

Vague words are read as UCDP reads them (GED codebook 22.1, appendix 2); `docs/times.md` has the table.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times.now import Now, Reader, When, count_of, counted_unit, part_of, unit_of
from ascribe.resolve.times.words import Mention

_FORTNIGHT = 14
_LONGEST_YEAR = 366
_FEW = 3  # UCDP reads "past few days" as three days, "recent weeks" as three weeks, "past few months" as three


def _weekday(mention: Mention, now: Now) -> When | None:
    """The latest such day up to the report, whose own weekday is the day of the report; "last Friday" is never today."""
    weekday = mention.all("WEEKDAY")[0]
    if mention.has("before") or (mention.has("ago") and mention.has("week")):
        found = cal.plus(cal.latest_weekday(weekday, cal.plus(now.today, -1)), -7)  # "the Friday before last", "a week ago on Sunday"
    elif mention.has("week") and not mention.has("this", "last", "next"):
        found = cal.plus(cal.earliest_weekday(weekday, cal.plus(now.today, 1)), 7)  # "Sunday week"
    elif mention.has("week"):
        weeks = -1 if mention.has("last") else 1 if mention.has("next") else 0
        found = cal.plus(cal.week_days(now.today)[0], 7 * weeks + weekday)
    elif mention.has("next", "coming"):
        found = cal.earliest_weekday(weekday, cal.plus(now.today, 1))
    elif mention.has("last", "past"):
        found = cal.latest_weekday(weekday, cal.plus(now.today, -1))
    else:
        at_prayers = mention.words.word(mention.last) == "prayers"
        told = next((begin for begin, end in now.told if begin == end and begin.weekday() == weekday), None) if at_prayers else None
        found = now.weekday(weekday) if told is None else told
    return found, found


def _weekdays_ago(mention: Mention, now: Now) -> When | None:
    """“Three Sundays ago”: the third Sunday before the report."""
    latest = cal.latest_weekday(mention.all("WEEKDAYS")[0], cal.plus(now.today, -1))
    found = cal.plus(latest, 7 - 7 * (count_of(mention) or 1))
    return found, found


def _around_report(mention: Mention, now: Now) -> When | None:
    args = mention.rule.args
    return cal.plus(now.today, args["first"]), cal.plus(now.today, args["last"])


def _few_back(day: date, unit: str) -> cal.Days:
    """“Past few days” are the three days before; "recent weeks" reach three weeks back, "past few months" three months."""
    if unit in ("minute", "hour"):
        return cal.plus(day, -1), day
    if unit == "day":
        return cal.plus(day, -_FEW), cal.plus(day, -1)
    return cal.shifted(day, "week" if unit == "fortnight" else unit, -_FEW), day


def _is_plural(mention: Mention, unit: str) -> bool:
    return any(mention.words.word(i).endswith("s") and mention.words.is_a(i, unit) for i in mention.indexes)


def _few_on(day: date, unit: str, count: int | None) -> cal.Days:
    """The days, weeks, months that follow a day, from the day after; three of them if nothing is said."""
    if unit in ("minute", "hour") and count is None:
        return day, day
    return cal.plus(day, 1), cal.shifted(day, unit, _FEW if count is None else count)


def _vague(mention: Mention, now: Now) -> When | None:
    return _few_back(now.today, unit_of(mention))


def _ago(mention: Mention, now: Now) -> When | None:
    """“Ten days ago” is a day, "two weeks ago" that week, "five months ago" that month; "a fortnight ago" the 14 days to the report."""
    unit, count = unit_of(mention), count_of(mention) or 1
    if mention.has("half") and unit in _HALF_OF:
        return _with_half(now.today, unit, -count if mention.has("and") else 0, -1)
    if unit == "fortnight" and count == 1:
        return cal.plus(now.today, 1 - _FORTNIGHT), now.today
    begin, end = cal.unit_days(now.today, unit, -count)
    return (cal.plus(begin, -1), cal.plus(end, 1)) if unit == "day" and mention.has("APPROX") else (begin, end)


#: Half of a year or a decade, in months.
_HALF_OF = {"year": 6, "decade": 60}


def _with_half(day: date, unit: str, count: int, step: int) -> When:
    """“Half a year ago” is that month; "a year and a half ago" the year in which it lies."""
    if count == 0 and unit == "year":
        return cal.month_of(day, step * _HALF_OF[unit])
    return cal.year_days(cal.months_later(cal.shifted(day, unit, count), step * _HALF_OF[unit]).year)


def _ago_exactly(mention: Mention, now: Now) -> When | None:
    day = cal.shifted(now.today, counted_unit(mention), -(count_of(mention) or 1))  # "this day last year" is one year
    found = cal.plus(day, -1) if mention.has("yesterday") else day
    return found, found


def _ago_period(mention: Mention, now: Now) -> When | None:
    """“One year ago this week”: the week or the month of the day a year before."""
    day = cal.shifted(now.today, "month" if mention.has("month") and not mention.has("year") else "year", -(count_of(mention) or 1))
    return cal.week_days(day) if mention.has("week") else cal.month_of(day)


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
    if count is not None and unit in ("week", "fortnight"):
        return cal.plus(now.today, 1 - count * (7 if unit == "week" else _FORTNIGHT)), now.today
    return cal.shifted(now.today, unit, -(count or 1)), now.today


def _coming(mention: Mention, now: Now) -> When | None:
    """“The next two days”, from tomorrow; "in two days" is the second of them, "within two days" both and today."""
    unit, count = unit_of(mention), count_of(mention)
    if mention.rule.args.get("only_ahead"):
        last = cal.shifted(now.today, unit, count or _FEW)
        return (now.today, last) if mention.words.word(mention.first) == "within" else cal.unit_days(now.today, unit, count or _FEW)
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
    if mention.has("later"):
        return cal.plus(now.today, 1), end
    if mention.has("rest", "remainder"):
        return now.today, end
    return (begin, end if now.ahead else now.today)


def calendar_unit(day: date, unit: str, count: int, part: int | None = None) -> cal.Days:
    """The week, month or year so many after the one of this day, or a part of it."""
    if unit == "week":
        return cal.week_days(cal.plus(day, 7 * count), part)
    return cal.month_of(day, count, part) if unit == "month" else cal.year_days(day.year + count, part)


def _weekend(mention: Mention, now: Now) -> When | None:
    """Saturday and Sunday, the latest that has begun; "last weekend" is never the one that still lasts."""
    saturday = cal.latest_weekday(5, now.today)
    if mention.has("before"):
        return cal.plus(_last_saturday(now.today), -7), cal.plus(_last_saturday(now.today), -6)
    if mention.has("last") and now.today.weekday() >= 5:
        saturday = cal.plus(saturday, -7)
    elif mention.has("next", "coming") or (now.ahead and now.today.weekday() < 5):
        saturday = cal.plus(saturday, 7)
    return saturday, cal.plus(saturday, 1)


def _last_saturday(today: date) -> date:
    return cal.latest_weekday(5, cal.plus(today, -2 if today.weekday() >= 5 else 0))


def _midweek(mention: Mention, now: Now) -> When | None:
    """Tuesday to Thursday, the latest that have begun."""
    begin, end = cal.week_days(cal.plus(now.today, -7 if mention.has("last") else 0), cal.MID)
    return (begin, end) if begin <= now.today or now.ahead else cal.week_days(cal.plus(now.today, -7), cal.MID)


def _lasting(mention: Mention, now: Now) -> When | None:
    """UCDP: a "five-day offensive" is the five days to the report, a "night-long battle" both days of the night."""
    count, unit = mention.one("NUM", "DAY") or 1, unit_of(mention)
    if mention.has("night", "nightlong"):
        return cal.plus(now.today, -1), now.today
    if unit in ("month", "year") or mention.has("monthlong", "yearlong"):
        return cal.shifted(now.today, "year" if unit == "year" or mention.has("yearlong") else "month", -count), now.today
    if mention.has("weekslong") or (count == 1 and _is_plural(mention, unit)):
        return _few_back(now.today, "week" if mention.has("weekslong") else unit)
    is_day = unit == "day" and not mention.has("weeklong")
    return cal.plus(now.today, 1 - count * (1 if is_day else 7)), now.today


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
    forward = _is_forward(mention)
    unit, weekday = unit_of(mention), mention.one("WEEKDAY")
    if _is_plural(mention, unit):
        return _after_told(mention, now) if mention.has("the") else None  # "in previous years"
    told = _told_day(now) if unit in ("day", "weekend") or weekday is not None else _told(now, unit)
    if told is None:
        return None
    step = 1 if forward else -1
    if weekday is not None and unit == "week":
        found = cal.plus(cal.week_days(told)[0], 7 * step + weekday)
        return found, found
    if weekday is not None and mention.has("that"):
        found = cal.earliest_weekday(weekday, told)
        return found, found
    if weekday is not None:
        found = (cal.earliest_weekday if forward else cal.latest_weekday)(weekday, cal.plus(told, step))
        return found, found
    if unit == "weekend":
        saturday = cal.earliest_weekday(5, cal.plus(told, 1)) if forward else cal.latest_weekday(5, cal.plus(told, -2))
        return saturday, cal.plus(saturday, 1)
    if unit == "day":
        return cal.plus(told, step), cal.plus(told, step)
    return calendar_unit(told, unit, step)


def _is_forward(mention: Mention) -> bool:
    return mention.has("next", "following", "after", "followed", "ensuing", "subsequent", "later", "afterwards", "coming")


def _after_told(mention: Mention, now: Now) -> When | None:
    """“In the days that followed”, "in the following three weeks", "the three days before": all of them, not the day itself."""
    unit, told, count = unit_of(mention), _told_day(now), count_of(mention)
    if told is None:
        return None
    if _is_forward(mention):
        return _few_on(told, unit, count)
    if count is None and unit in ("minute", "hour"):
        return told, told
    return cal.shifted(told, unit, -(_FEW if count is None else count)), cal.plus(told, -1)


def _later_exactly(mention: Mention, now: Now) -> When | None:
    told = _told_day(now)
    if told is None:
        return None
    found = cal.shifted(told, counted_unit(mention), (count_of(mention) or 1) * (1 if mention.has("later", "after") else -1))
    return found, found


def _eve(_mention: Mention, now: Now) -> When | None:
    """“The eve of the vote”: the day before."""
    told = _told_day(now)
    return None if told is None else (cal.plus(told, -1), cal.plus(told, -1))


def _anniversary(mention: Mention, now: Now) -> When | None:
    """“The fifth anniversary” of a day told; without a number the latest up to the report, or the next."""
    told = _told_day(now)
    if told is None:
        return None
    number = mention.one("ORD", "NTH", "HIGH", "NUM", "DAY", "SHORT2")
    found = cal.months_later(told, 12 * number) if number is not None else None
    if found is None or (found > now.today and now.named and not now.ahead):
        find = cal.earliest_day if now.ahead else cal.latest_day
        found = find(told.month, told.day, date(now.today.year - 1, 12, 31) if mention.has("last") else now.today)
    if (found > now.today and not now.ahead) or (found <= told and not now.named) or (found - now.today).days > _LONGEST_YEAR:
        return None
    found = cal.plus(found, -1) if mention.has("eve") else found
    return found, found


def _later(mention: Mention, now: Now) -> When | None:
    """“Two days later”, "three weeks earlier", "hours after", counted from the nearest day told before."""
    unit = unit_of(mention)
    told = _told_day(now) or _told(now, unit)  # "in May. Two months later"
    if told is None:
        return None
    step = 1 if mention.has("later", "after", "on") else -1
    count = count_of(mention)
    if mention.has("half") and unit in _HALF_OF:
        return _with_half(told, unit, step * (count or 0) if mention.has("and") else 0, step)
    if count is not None:
        return cal.unit_days(told, unit, step * count)
    if unit in ("minute", "hour"):
        return told, told
    return _few_on(told, unit, None) if step > 0 else _few_back(told, unit)


#: What each `reads` of `times.toml` that is counted is read by.
COUNTED: Mapping[str, Reader] = {
    "ago": _ago,
    "after_told": _after_told,
    "ago_exactly": _ago_exactly,
    "ago_period": _ago_period,
    "anniversary": _anniversary,
    "around_report": _around_report,
    "coming": _coming,
    "eve": _eve,
    "lasting": _lasting,
    "later": _later,
    "later_exactly": _later_exactly,
    "long_ago": _long_ago,
    "midweek": _midweek,
    "neighbour": _neighbour,
    "past": _past,
    "period": _period,
    "same": _same,
    "since_then": _since_then,
    "vague": _vague,
    "weekday": _weekday,
    "weekdays_ago": _weekdays_ago,
    "weekend": _weekend,
}
