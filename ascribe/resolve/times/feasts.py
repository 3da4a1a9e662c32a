"""How feasts and days of other calendars are read: "Easter Sunday", "the last ten days of Ramadan", "15 Ramadan 1445", "22 Bahman".

Without a year the latest that has begun by the report is meant, or the next where the text looks ahead; "last Ramadan" is the latest
that is over. A feast is its civil day. "Over" and "during" mean the days that are kept, "the eve of" the day before. Hijri days are
computed and may differ by one from what was seen of the moon. The names and their days are in `ascribe/knowledge/feasts.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ascribe.knowledge.times import grammar
from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times import other_calendars as other
from ascribe.resolve.times.now import Now, Reader, When, part_of, year_of
from ascribe.resolve.times.words import Mention

Feast = Mapping[str, Any]

#: Parts of a month of another calendar, and of Ramadan: as of any month (UCDP), the first and the last day.
_PARTS = {cal.EARLY: (1, 10), cal.MID: (10, 20), cal.LATE: (15, 31)}
_FRIDAY = 4


def _feast(mention: Mention, now: Now) -> When | None:
    name = mention.name
    if name is None or name.feast is None:
        return None
    year = _civil_year(mention, now)
    years = range(now.today.year - 2, now.today.year + 2) if year is None else range(year, year + 1)
    found = sorted(days for of in years for days in _each(name.feast, of, mention, now))
    if year is not None:
        return found[-1] if found else None
    if now.ahead or mention.has("next"):
        return next((days for days in found if days[0] >= now.today), None)
    latest = [days for days in found if (days[1] < now.today if mention.has("last") and not _ordinal(mention) else days[0] <= now.today)]
    return latest[-1] if latest else None


def _ordinal(mention: Mention) -> bool:
    """“The last day of Ramadan” is no "last Ramadan"."""
    return mention.has("of", "day", "DAYPART", "week")


def _civil_year(mention: Mention, now: Now) -> int | None:
    year = year_of(mention, now)
    return now.today.year + 1 if year is None and mention.has("next") and mention.has("year") else year


def _each(feast: Feast, year: int, mention: Mention, now: Now) -> Iterator[cal.Days]:
    """What the expression means, for each time that the feast begins in this civil year."""
    if feast["calendar"] == "one_of":
        for name in feast["feasts"]:
            yield from _each(grammar().names.by_id[name], year, mention, now)
        return
    for begin, end in _kept(feast, year, now):
        yield _part(feast, begin, end, mention)


def _part(feast: Feast, begin: date, end: date, mention: Mention) -> cal.Days:
    """The eve, the second day, the last week, the early part of a feast, or all of it."""
    first, last = feast.get("during", (0, (end - begin).days))
    number, weekday = mention.one("ORD", "NTH"), mention.one("WEEKDAY")
    if mention.has("before", "after"):
        day = cal.plus(end, 1) if mention.has("after") else cal.plus(begin, -1)
        return day, day
    if mention.has("eve"):
        return cal.plus(begin, -1), cal.plus(begin, -1)
    closing = cal.plus(begin, last)
    count = mention.one("NUM", "DIGIT")
    if count is not None:
        days = count * (7 if mention.has("week") else 1)
        return (begin, cal.plus(begin, days - 1)) if mention.has("first") else (cal.plus(closing, 1 - days), closing)
    from_end = mention.has("last", "final")
    if weekday is not None:
        day = cal.latest_weekday(weekday, closing) if from_end else cal.plus(cal.earliest_weekday(weekday, begin), 7 * (number or 1) - 7)
        return day, day
    if mention.has("week") and (number or from_end):
        return (
            (cal.plus(closing, -6), closing)
            if from_end
            else (cal.plus(begin, 7 * (number or 1) - 7), cal.plus(begin, 7 * (number or 1) - 1))
        )
    if _is_few_days(mention):
        return (cal.plus(closing, -2), closing) if from_end else (begin, cal.plus(begin, 2))
    if mention.has("day", "DAYPART") and (number or from_end):
        day = closing if from_end else cal.plus(begin, (number or 1) - 1)
        return day, day
    part = part_of(mention)
    if part is not None and feast.get("lasts") == 0:
        return cal.plus(begin, _PARTS[part][0] - 1), min(cal.plus(begin, _PARTS[part][1] - 1), end)
    if part is not None:
        return (begin, begin) if part == cal.EARLY else (closing, closing)
    if _is_during(mention):
        return cal.plus(begin, first), closing
    return begin, end


def _is_few_days(mention: Mention) -> bool:
    return any(mention.words.word(i) == "days" for i in mention.indexes)


def _is_during(mention: Mention) -> bool:
    """“Over Christmas”, "during Eid", "the Easter weekend"."""
    words = mention.words
    return mention.has("HOLIDAY") or any(words.word(i) in ("over", "during", "throughout") for i in range(mention.first, mention.core))


def _kept(feast: Feast, year: int, now: Now) -> Iterator[cal.Days]:
    """First and last day of the feast, each time that it begins in this civil year."""
    for begin in _begins(feast, year, now):
        if begin.year == year:
            lasts = feast.get("lasts", 1)
            yield begin, (cal.plus(begin, lasts - 1) if lasts else _end_of_month(feast, begin))


def _end_of_month(feast: Feast, begin: date) -> date:
    length = next(
        other.hijri_month_length(year, feast["month"]) for year in _hijri_years(begin.year) if other.hijri(year, feast["month"], 1) == begin
    )
    return cal.plus(begin, length - 1)


def _hijri_years(year: int) -> range:
    """The Hijri years that this civil year touches, and one more on either side."""
    middle = (year - 622) * 33 // 32 + 1
    return range(middle - 2, middle + 2)


def _begins(feast: Feast, year: int, now: Now) -> Iterator[date]:
    offset = feast.get("offset", 0)
    match feast["calendar"]:
        case "civil":
            yield date(year, feast["month"], feast["day"])
        case "nth_weekday":
            yield cal.plus(cal.earliest_weekday(feast["weekday"], date(year, feast["month"], 1)), 7 * feast["nth"] - 7)
        case "country":
            country = next((country for country in now.where.countries() if country in feast["by"]), None)
            if country is not None:
                yield date(year, *feast["by"][country])
        case "table":
            yield from (day for day in map(date.fromisoformat, feast["days"].split()) if day.year == year)
        case "hijri":
            yield from (other.hijri(of, feast["month"], feast["day"]) for of in _hijri_years(year))
        case "quds":  # the last Friday of Ramadan
            for of in _hijri_years(year):
                yield cal.latest_weekday(_FRIDAY, cal.plus(other.hijri(of, 10, 1), -1))
        case "solar":
            yield other.solar_hijri(year - 621, feast["month"], feast["day"])
        case "easter":
            is_orthodox = now.where.keeps_orthodox_easter()
            yield cal.plus((other.orthodox_easter if is_orthodox else other.easter)(year), offset)
        case computed:
            yield cal.plus(_COMPUTED[computed](year), offset)


_COMPUTED = {
    "western": other.easter,
    "orthodox": other.orthodox_easter,
    "passover": other.passover,
    "new_year": other.rosh_hashanah,
    "hanukkah": other.hanukkah,
}


def _is_hijri(mention: Mention) -> bool:
    return mention.name is not None and mention.name.calendar == "hijri"


def _said_year(mention: Mention) -> int | None:
    return mention.one("NUMBER")


def _other_day(mention: Mention, now: Now) -> When | None:
    """“15 Ramadan 1445 AH”, "3 Khordad 1402"; without a year the latest."""
    name = mention.name
    if name is None or name.month is None:
        return None
    day, year = mention.all("DAY", "ORD")[0], _said_year(mention)
    is_hijri = _is_hijri(mention)
    if name.calendar == "afghan" and not _has_capital(mention):
        return None
    convert = other.hijri if is_hijri else other.solar_hijri
    if year is not None:
        found = convert(year, name.month, day)
        return found, found
    near = [
        of
        for civil in (now.today.year - 1, now.today.year, now.today.year + 1)
        for of in (_hijri_years(civil) if is_hijri else (civil - 621,))
    ]
    days = sorted({convert(of, name.month, day) for of in near if day <= _length(is_hijri, of, name.month)})
    if now.ahead:
        return next(((day, day) for day in days if day >= now.today), None)
    return next(((day, day) for day in reversed(days) if day <= now.today), None)


def _length(is_hijri: bool, year: int, month: int) -> int:
    return other.hijri_month_length(year, month) if is_hijri else other.solar_month_length(year, month)


def _has_capital(mention: Mention) -> bool:
    words = mention.words
    return any(words.as_written(i)[:1].isupper() for i in mention.indexes if i in words.names)


def _other_month(mention: Mention, now: Now) -> When | None:
    """“Muharram 1440”, "in Rajab": without a year the latest that has begun."""
    name, year, part = mention.name, _said_year(mention), part_of(mention)
    if name is None or name.month is None or not _has_capital(mention):
        return None
    if year is None and name.calendar == "afghan":  # "the Asad regime"
        return None
    is_hijri = _is_hijri(mention)
    convert = other.hijri if is_hijri else other.solar_hijri
    if year is None:
        near = _hijri_years(now.today.year) if is_hijri else range(now.today.year - 623, now.today.year - 619)
        begun = [of for of in near if convert(of, name.month, 1) <= now.today]
        year = begun[-1] + (1 if now.ahead else 0)
    length = _length(is_hijri, year, name.month)
    first, last = (1, length) if part is None else _PARTS[part]
    return convert(year, name.month, first), convert(year, name.month, min(last, length))


def _other_year(mention: Mention, _now: Now) -> When | None:
    """“1440 AH”, "1397 SH"."""
    year = mention.all("NUMBER")[0]
    if mention.has("sh", "persian", "iranian", "afghan", "solar"):
        return other.solar_hijri(year, 1, 1), cal.plus(other.solar_hijri(year + 1, 1, 1), -1)
    return other.hijri(year, 1, 1), cal.plus(other.hijri(year + 1, 1, 1), -1)


#: What each `reads` of `times.toml` that is of another calendar is read by.
FEASTS: Mapping[str, Reader] = {"feast": _feast, "other_day": _other_day, "other_month": _other_month, "other_year": _other_year}
