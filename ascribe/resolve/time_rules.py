"""How each kind of expression is read: a function for each `reads` of `ascribe/knowledge/times.toml`.

A reader is given the expression and the day from which it counts, and returns the first and last day, or None when the words name no day
that can be meant. Vague words are read as UCDP reads them (GED codebook 22.1, appendix 2); `docs/times.md` has the table.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ascribe.resolve import calendar as cal
from ascribe.resolve.time_words import Mention, full_date

#: First and last day; None where the words set no beginning.
Reading = tuple[date | None, date]

#: A date without year is of its neighbour's year only if they lie this close, in days ...
_NEIGHBOURS_WITHIN = 45
#: ... and if the latest such day before the report is further from the report than this.
_OLD_NEWS = 60
_FORTNIGHT = 14
_FEW = 3  # UCDP reads "past few days" as three days, "recent weeks" as three weeks, "past few months" as three


#: Expressions of a day or a month that leave the year open if they do not say it.
_OF_A_YEAR = frozenset({"day", "days", "month", "nth_week", "nth_weekday", "end_days", "half"})

#: Stands for the day of the report where none is known, so that "12 NOV 89" is 1989 and "12 NOV 09" 2009. No day is counted from it.
UNKNOWN = date(2049, 12, 31)


@dataclass(frozen=True, slots=True)
class Now:
    """What an expression is counted from: the day of the report, days told before it in the text, and whether it speaks of what is to come.

    `told` are earlier intervals, the nearest first; `sibling` is the nearest earlier date that had its year.
    """

    today: date
    ahead: bool = False
    told: Sequence[cal.Days] = ()
    sibling: cal.Days | None = None

    def day(self, month: int, day: int) -> date:
        """The day of a month when no year is said: the latest up to the report, the next one if it is still to come."""
        if self.ahead:
            return cal.earliest_day(month, day, self.today)
        latest = cal.latest_day(month, day, self.today)
        if self.sibling is None or (self.today - latest).days <= _OLD_NEWS:
            return latest
        near = [cal.earliest_day(month, day, self.sibling[0]), cal.latest_day(month, day, self.sibling[0])]
        best = min(near, key=lambda found: abs((found - self.sibling[0]).days) if self.sibling else 0)
        return best if best <= self.today and abs((best - self.sibling[0]).days) <= _NEIGHBOURS_WITHIN else latest

    def weekday(self, weekday: int) -> date:
        """The latest such weekday up to the report, or the next."""
        return (cal.earliest_weekday if self.ahead else cal.latest_weekday)(weekday, self.today)


def read(mention: Mention, now: Now) -> Reading | None:
    """The days that an expression means, its range included; None if it names none."""
    try:
        return _read_range(mention, mention.until, now) if mention.until is not None else _READERS[mention.reads](mention, now)
    except (ValueError, OverflowError):  # 31 April; a thousand years ago
        return None


def has_year(mention: Mention) -> bool:
    """The words themselves say the year."""
    return mention.reads == "known_day" or mention.has("YEAR", "DECADE", "DATE") or _short_year(mention) is not None


def is_of_year(mention: Mention) -> bool:
    """A day or month of some year, that the words leave open."""
    return mention.reads in _OF_A_YEAR and mention.rule.basis == "stated" and not has_year(mention)


def _read_range(first: Mention, last: Mention, now: Now) -> Reading | None:
    """“From A to B”. What one end leaves open, the other settles: no range ends before it starts, or lasts longer than it must."""
    begin, end = replace(first, until=None), last
    both_weekdays = first.reads == last.reads == "weekday"
    if has_year(last) and is_of_year(first):
        closing = read(end, now)
        opening = read(begin, Now(closing[1])) if closing else None
    elif (is_of_year(last) and (has_year(first) or is_of_year(first))) or (both_weekdays and now.ahead):
        opening = read(begin, now)
        closing = read(end, Now(opening[0], ahead=True)) if opening and opening[0] else None
    elif both_weekdays:
        closing = read(end, now)
        opening = read(begin, Now(cal.plus(closing[1], -1))) if closing else None
    else:
        opening, closing = read(begin, now), read(end, now)
    if not opening or not closing or (opening[0] is not None and opening[0] > closing[1]):
        return None
    return opening[0], closing[1]


def _year(mention: Mention, now: Now) -> int | None:
    year = mention.one("YEAR")
    if year is not None:
        return year
    short = _short_year(mention)
    if short is not None:
        century = now.today.year // 100 * 100
        return century + short if century + short <= now.today.year + 1 else century - 100 + short
    if mention.has("last") and mention.has("year"):
        return now.today.year - 1
    return now.today.year if mention.has("this") and mention.has("year") else None


def _short_year(mention: Mention) -> int | None:
    """The 89 of "12 NOV 89"."""
    figures = mention.all("DAY", "SHORT2") if mention.reads == "day" else []
    return figures[-1] if len(figures) > 1 else None


def _part(mention: Mention) -> int | None:
    """Early, mid or late; the beginning, middle or end."""
    words = {"start": cal.EARLY, "middle": cal.MID, "end": cal.LATE}
    return mention.one("PART") if mention.has("PART") else next((part for word, part in words.items() if mention.has(word)), None)


def _unit(mention: Mention) -> str:
    units = ("minute", "hour", "day", "week", "fortnight", "month", "year", "decade", "weekend", "DAYPART")
    return next((unit for unit in units if mention.has(unit)), "day")


def _count(mention: Mention) -> int | None:
    """How many; None if it is left vague."""
    if mention.has("few"):
        return None
    if mention.has("couple"):
        return 2
    count = mention.one("NUM", "DAY", "NUMBER")
    return count if count is not None else (1 if mention.has("a") else None)


def _month(mention: Mention) -> int:
    return mention.all("MONTH", "MAYBE")[0]


def _year_of_month(mention: Mention, now: Now) -> int:
    """The year that is said, else that of the latest such month begun before the report."""
    year = _year(mention, now)
    return now.day(_month(mention), 1).year if year is None else year


def _day(mention: Mention, now: Now) -> Reading | None:
    """“14 October 2017”, "Oct. 14": without a year the latest such day."""
    index = next((i for i in mention.indexes if mention.words.is_a(i, "DATE")), None)
    if index is not None:
        known = full_date(mention.words.word(index))
        return None if known is None else (known, known)
    month, day = _month(mention), mention.all("DAY", "ORD")[0]
    year = _year(mention, now)
    if not cal.is_possible(month, day):
        return None
    found = _known_attack(mention, now, now.day(month, day)) if year is None else date(year, month, day)
    return found, found


def _known_attack(mention: Mention, now: Now, latest: date) -> date:
    """“The September 11 attacks” are those of 2001, unless the day itself is news."""
    year = mention.words.grammar.known_attacks.get((latest.month, latest.day))
    is_news = (now.today - latest).days < _OLD_NEWS
    told = mention.words.word(mention.last) in ("attacks", "massacre") and not is_news
    return latest.replace(year=year) if year is not None and told and year < latest.year else latest


def _known_day(mention: Mention, _now: Now) -> Reading | None:
    args = mention.rule.args
    found = date(args["year"], args["month"], args["day"])
    return found, found


def _nth_weekday(mention: Mention, now: Now) -> Reading | None:
    """“The fourth Thursday of November”."""
    begin, end = _relative_month(mention, now)
    weekday, number = mention.all("WEEKDAY")[0], mention.one("ORD")
    found = cal.latest_weekday(weekday, end) if number is None else cal.plus(cal.earliest_weekday(weekday, begin), 7 * number - 7)
    return (found, found) if found <= end else None


def _nth_day(mention: Mention, now: Now) -> Reading | None:
    """“On the 14th”: the latest 14th."""
    day = mention.all("DAY")[0]
    for back in range(12):
        begin, end = cal.month_of(now.today, back if now.ahead else -back)
        if day <= end.day and (begin.replace(day=day) >= now.today if now.ahead else begin.replace(day=day) <= now.today):
            return begin.replace(day=day), begin.replace(day=day)
    return None


def _days(mention: Mention, now: Now) -> Reading | None:
    """“Between 1 and 15 May”, "10-12 March": by its first day, if no year is said."""
    month, (first, last) = _month(mention), mention.all("DAY")[:2]
    year = _year(mention, now)
    begin = now.day(month, first) if year is None else date(year, month, first)
    return (begin, begin.replace(day=last)) if first <= last else None


def _months(mention: Mention, now: Now) -> Reading | None:
    """“In April”, "late March", "in May 2014", "last June"."""
    year = _year(mention, now)
    if year is None and mention.has("next"):
        year = cal.earliest_day(_month(mention), 1, cal.plus(now.today, 1)).year
    elif year is None and mention.has("last"):
        year = cal.latest_day(_month(mention), 1, cal.plus(now.today.replace(day=1), -1)).year
    return cal.month_days(_year_of_month(mention, now) if year is None else year, _month(mention), _part(mention))


def _a_year(mention: Mention, _now: Now) -> Reading | None:
    return cal.year_days(mention.all("YEAR")[0], _part(mention))


def _years(mention: Mention, _now: Now) -> Reading | None:
    """“2003-2006”, "2003-06"."""
    first = mention.all("YEAR")[0]
    last = mention.all("YEAR", "SHORT")[1]
    last += first // 100 * 100 if last < 100 else 0
    return (date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _decade(mention: Mention, _now: Now) -> Reading | None:
    """“The 1990s”, "the late 1990s"; "the 90s" are those of the last century."""
    year = mention.all("DECADE")[0]
    year += 1900 if year < 100 else 0
    parts = mention.all("PART")
    begin, end = cal.decade_days(year, _part(mention))
    return begin, (cal.decade_days(year, parts[-1])[1] if parts else end)


def _season(mention: Mention, now: Now) -> Reading | None:
    """“The summer of 2014”: June to August. Northern seasons: the words do not say where."""
    first, year = mention.all("SEASON")[0], _year(mention, now)
    if year is None:
        limit = cal.months_later(now.today, -2).replace(day=1) if mention.has("last") else now.today
        year = (cal.earliest_day if mention.has("next") else cal.latest_day)(first, 1, limit).year
    return cal.season_days(year, first)


def _relative_month(mention: Mention, now: Now) -> cal.Days:
    """The month that "of May 2014", "of last month", "of the month" names."""
    if mention.has("MONTH", "MAYBE"):
        return cal.month_days(_year_of_month(mention, now), _month(mention))
    last_word = mention.words.word(mention.core_end - 2)
    return cal.month_of(now.today, -1 if last_word == "last" else 0)


def _nth_week(mention: Mention, now: Now) -> Reading | None:
    """“The first week of August” is 1 to 7 August; the last is its last seven days. So are its first and last days."""
    begin, end = _relative_month(mention, now)
    number = mention.one("ORD")
    if number is None:
        return cal.plus(end, -6), end
    return cal.plus(begin, 7 * (number - 1)), min(cal.plus(begin, 7 * number - 1), end)


def _end_days(mention: Mention, now: Now) -> Reading | None:
    """“The first 6 days of May” are 1 to 6; "the last 6 days of January" are 25 to 31, as in UCDP's own example."""
    begin, end = _relative_month(mention, now)
    count = mention.all("NUM", "DAY")[0]
    return (begin, cal.plus(begin, count - 1)) if mention.has("first") else (max(begin, cal.plus(end, -count)), end)


def _some_year(mention: Mention, now: Now) -> int:
    """The year that "of 2019", "of last year", "of the year" names."""
    year = _year(mention, now)
    return now.today.year if year is None else year


def _end_months(mention: Mention, now: Now) -> Reading | None:
    year, count = _some_year(mention, now), mention.all("NUM", "DAY")[0]
    first, last = (1, count) if mention.has("first") else (13 - count, 12)
    return date(year, first, 1), cal.last_of(year, last)


def _half(mention: Mention, now: Now) -> Reading | None:
    is_first = mention.has("first")
    if mention.has("MONTH", "MAYBE", "month"):
        begin, end = _relative_month(mention, now)
        return (begin, begin.replace(day=15)) if is_first else (begin.replace(day=16), end)
    year = _some_year(mention, now)
    return (date(year, 1, 1), date(year, 6, 30)) if is_first else (date(year, 7, 1), date(year, 12, 31))


def _quarter(mention: Mention, now: Now) -> Reading | None:
    number = mention.one("ORD", "DAY")
    return cal.quarter_days(_some_year(mention, now), 4 if number is None else number)


def _weekday(mention: Mention, now: Now) -> Reading | None:
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


def _around_report(mention: Mention, now: Now) -> Reading | None:
    args = mention.rule.args
    return cal.plus(now.today, args["first"]), cal.plus(now.today, args["last"])


def _few_back(day: date, unit: str) -> cal.Days:
    """“Past few days” are the three days before; "recent weeks" reach three weeks back, "past few months" three months."""
    if unit in ("minute", "hour"):
        return day, day
    if unit == "day":
        return cal.plus(day, -_FEW), cal.plus(day, -1)
    return cal.shifted(day, "week" if unit == "fortnight" else unit, -_FEW), day


def _vague(mention: Mention, now: Now) -> Reading | None:
    return _few_back(now.today, _unit(mention))


def _ago(mention: Mention, now: Now) -> Reading | None:
    """“Ten days ago” is a day, "two weeks ago" that week, "five months ago" that month; "a fortnight ago" the 14 days to the report."""
    unit, count = _unit(mention), _count(mention) or 1
    if unit == "fortnight" and count == 1:
        return cal.plus(now.today, 1 - _FORTNIGHT), now.today
    begin, end = cal.unit_days(now.today, unit, -count)
    return (cal.plus(begin, -1), cal.plus(end, 1)) if unit == "day" and mention.has("APPROX") else (begin, end)


def _ago_exactly(mention: Mention, now: Now) -> Reading | None:
    day = cal.shifted(now.today, _unit(mention), -(_count(mention) or 1))
    found = cal.plus(day, -1) if mention.has("yesterday") else day
    return found, found


def _past(mention: Mention, now: Now) -> Reading | None:
    """“Past 2 days” are the two days before the report; "past 48 hours" are these and the report; "past year" begins on 1 January."""
    unit, count = _unit(mention), _count(mention)
    if count is None and unit == "year":
        return now.today.replace(month=1, day=1), now.today
    if count is None and unit in ("week", "fortnight"):
        return cal.plus(now.today, 1 - (7 if unit == "week" else _FORTNIGHT)), now.today
    if count is not None and unit == "day":
        return cal.plus(now.today, -count), cal.plus(now.today, -1)
    if count is None and unit == "day":
        return cal.plus(now.today, -1), now.today
    return cal.shifted(now.today, unit, -(count or 1) if count or unit != "hour" else 0), now.today


def _coming(mention: Mention, now: Now) -> Reading | None:
    unit, count = _unit(mention), _count(mention)
    plural = any(mention.words.word(i).endswith("s") and mention.words.is_a(i, unit) for i in mention.indexes)
    return cal.plus(now.today, 1), cal.shifted(now.today, unit, count or (_FEW if plural else 1))


def _period(mention: Mention, now: Now) -> Reading | None:
    """“This week” is Monday to the report, "last week" the Monday to Sunday before it; months and years in the same way."""
    unit, part = _unit(mention), None if mention.has("later", "earlier") else _part(mention)
    back = -2 if mention.has("before") else -1 if mention.has("last") else 1 if mention.has("next") else 0
    begin, end = _calendar_unit(now.today, unit, back, part)
    if back or part is not None:
        return begin, end
    if mention.has("earlier"):
        return begin, max(begin, cal.plus(now.today, -1))
    return (now.today, end) if mention.has("later") else (begin, end if now.ahead else now.today)


def _calendar_unit(day: date, unit: str, count: int, part: int | None = None) -> cal.Days:
    """The week, month or year so many after the one of this day, or a part of it."""
    if unit == "week":
        return cal.week_days(cal.plus(day, 7 * count), part)
    return cal.month_of(day, count, part) if unit == "month" else cal.year_days(day.year + count, part)


def _weekend(mention: Mention, now: Now) -> Reading | None:
    """Saturday and Sunday, the latest that has begun; "last weekend" is never the one that still lasts."""
    saturday = cal.latest_weekday(5, now.today)
    if mention.has("last") and now.today.weekday() >= 5:
        saturday = cal.plus(saturday, -7)
    elif mention.has("next") or (now.ahead and now.today.weekday() < 5):
        saturday = cal.plus(saturday, 7)
    return saturday, cal.plus(saturday, 1)


def _lasting(mention: Mention, now: Now) -> Reading | None:
    """UCDP: a "five-day offensive" is the five days to the report, a "night-long battle" both days of the night."""
    count = mention.one("NUM", "DAY") or 1
    if mention.has("night", "nightlong"):
        return cal.plus(now.today, -1), now.today
    days = count * (1 if mention.has("day") else 7)
    return cal.plus(now.today, 1 - days), now.today


def _long_ago(_mention: Mention, now: Now) -> Reading | None:
    return None, now.today


def _told_day(now: Now) -> date | None:
    """The nearest day told before."""
    return next((begin for begin, end in now.told if begin == end), None)


def _told(now: Now, unit: str) -> date | None:
    """A day in the nearest interval told before that is no longer than the unit."""
    longest = {"week": 7, "month": 31, "year": 366, "weekend": 7}.get(unit, 1)
    return next((begin for begin, end in now.told if (end - begin).days < longest), None)


def _since_then(_mention: Mention, now: Now) -> Reading | None:
    return (now.told[0][0], max(now.today, now.told[0][0])) if now.told else None


def _same(mention: Mention, now: Now) -> Reading | None:
    """“That day”, "the same week", "later that month"."""
    unit = _unit(mention)
    told = _told(now, unit)
    if told is None:
        return (now.today, now.today) if mention.rule.args.get("or_report") else None
    if unit == "weekend":
        return cal.week_days(told)[0], cal.week_days(told)[1]
    if unit not in ("week", "month", "year"):
        return told, told
    begin, end = _calendar_unit(told, unit, 0)
    if mention.has("later"):
        return told, end
    return (begin, told) if mention.has("earlier") else (begin, end)


def _neighbour(mention: Mention, now: Now) -> Reading | None:
    """“The next day”, "the previous week", "the night before", counted from the nearest day told before."""
    forward = mention.has("next", "following", "after")
    unit, weekday = _unit(mention), mention.one("WEEKDAY")
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
    return _calendar_unit(told, unit, step)


def _later(mention: Mention, now: Now) -> Reading | None:
    """“Two days later”, "three weeks earlier", "hours after", counted from the nearest day told before."""
    unit, told = _unit(mention), _told_day(now)
    if told is None:
        return None
    step = 1 if mention.has("later", "after") else -1
    count = _count(mention)
    if count is not None:
        return cal.unit_days(told, unit, step * count)
    if step < 0:
        return _few_back(told, unit)
    if unit in ("minute", "hour"):
        return told, told
    return cal.plus(told, 1), cal.shifted(told, "week" if unit == "fortnight" else unit, _FEW)


_READERS: dict[str, Callable[[Mention, Now], Reading | None]] = {
    "ago": _ago,
    "ago_exactly": _ago_exactly,
    "around_report": _around_report,
    "coming": _coming,
    "day": _day,
    "days": _days,
    "decade": _decade,
    "end_days": _end_days,
    "end_months": _end_months,
    "half": _half,
    "lasting": _lasting,
    "known_day": _known_day,
    "later": _later,
    "long_ago": _long_ago,
    "month": _months,
    "neighbour": _neighbour,
    "nth_day": _nth_day,
    "nth_week": _nth_week,
    "nth_weekday": _nth_weekday,
    "past": _past,
    "period": _period,
    "quarter": _quarter,
    "same": _same,
    "season": _season,
    "since_then": _since_then,
    "vague": _vague,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _a_year,
    "years": _years,
}
