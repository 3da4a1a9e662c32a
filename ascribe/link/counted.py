"""Days that a text lets its reader count, where it does not state them: "two weeks ago", "three days after the raid", "ten years on".

Rules. "Two weeks ago" may be that very day, or the one before; "little more than a week after", "less than two weeks ago" one of the next
few. What stands behind "three days after", or beside "three days earlier", was three days before the day that the sentence tells of, or
before publication. "Two days later" and "the day before" may be counted from any day that the text tells of. What lasts "since Thursday"
began then, and what was over "by Saturday" may have been on it. A weekday may be that of the week before, where the days told behind it
are earlier ones or it would be the day of publication. A text that looks back over years ("ten years on", "in 2014", "the third
anniversary") is often published on the day itself: the same day in that year may be meant; a weekday, a month or a day that it names may
be that of those days, not the latest. None of this is sure: each is one more time that may be the happening's.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import lru_cache

from ascribe.model.text import Span
from ascribe.model.times import Basis, TimeInterval

#: A day that may be meant, or the first and last of several, and the sign that says how it was counted.
Found = tuple[date, date, str]
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
        "twenty twenty-one twenty-two twenty-three twenty-four twenty-five".split(),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
_ORDINALS = {word: number for number, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
_NUMBER = rf"\b(?P<number>\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_COUNT = _NUMBER + r"[ -](?P<unit>day|week|fortnight|month|year|decade)s?(?: to the day)?"
_AGO = re.compile(_COUNT + r" ago\b", re.IGNORECASE)
_SINCE = re.compile(_COUNT + r" (?:after|since)\b", re.IGNORECASE)
_EARLIER = re.compile(_COUNT + r" (?:earlier|before|previously)\b", re.IGNORECASE)
_LATER = re.compile(_COUNT + r" (?:later|afterwards?|on\b(?! the))", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?P<about>more than|over|less than|not quite|barely|almost|nearly|under|not) "
    + _COUNT.replace(r"\b(?P<n", "(?P<n")
    + r"\b(?! old)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:(?:the )?(?:next|following) (?:day|dawn|morning|night|afternoon|evening)|the (?:day|morning|night) after)\b", re.IGNORECASE
)
_EVE = re.compile(r"\b(?:the (?:day|night|evening|morning) before|the previous (?:day|night|evening|morning)|on the eve)\b", re.IGNORECASE)
_FROM = re.compile(r"since\b|from\b|after\b")
_UP_TO = re.compile(r"by\b|until\b|till\b|before\b|up to\b")
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "year": 12, "decade": 120}
_YEARS = re.compile(_NUMBER + r"[ -](?P<unit>year|decade)s?\b", re.IGNORECASE)
_NAMED_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d(?![\d,]\d)")
_ANNIVERSARY = re.compile(rf"\b(?:(?P<word>{'|'.join(_ORDINALS)})|(?P<figure>\d{{1,2}})(?:st|nd|rd|th)) anniversary", re.IGNORECASE)
_LAST_YEAR = re.compile(r"\b(?:last year|anniversary|the year before)\b", re.IGNORECASE)
_REMEMBERED = re.compile(
    r"\b(?:remember(?:s|ed|ing)?|recall(?:s|ed)?|candles?|wreaths?|plaques?|memorial|mourned|commemorat\w+|tribute|prayers for)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
#: How many letters may stand between "three days after" and the words that name what was then.
_WITHIN = 60
#: How many of the years that a text looks back to are tried, those named most often first.
_TRIED = 2


def ago(time: TimeInterval, published: date) -> Iterator[Found]:
    """What "two weeks ago" may mean beside that whole week: the day itself, or the one before."""
    counted = _AGO.search(time.text or "")
    if counted is None or time.start == time.end:
        return
    for more in (0, 1):
        day = _earlier(_back(published, counted), more)
        yield day, day, f"counted {counted['unit'].lower()} {more}"


def before_it(text: str, sentence: Span, word: Span, told: Sequence[date], published: date | None) -> Iterator[Found]:
    """The day that is counted back from the one told beside it, or from publication, to what the word names."""
    found = [(counted, "after") for counted in _SINCE.finditer(text, sentence.start, word.start) if word.start - counted.end() <= _WITHIN]
    found += [
        (counted, "earlier")
        for counted in _EARLIER.finditer(text, sentence.start, sentence.end)
        if min(abs(word.start - counted.end()), abs(counted.start() - word.end)) <= _WITHIN
    ]
    for counted, sort in found:
        for anchor, day in [*(("told", day) for day in told[:1]), *([("published", published)] if published else [])]:
            meant = _back(day, counted)
            yield meant, meant, f"{sort}, from the day {anchor}"


def about(text: str, sentence: Span, published: date) -> Iterator[Found]:
    """Days next to a count that is not exact: "little more than a week after", "less than two weeks ago", "barely a month later"."""
    for counted in _ABOUT.finditer(text, sentence.start, sentence.end):
        step = 1 if "more" in counted["about"].lower() or counted["about"].lower() == "over" else -1
        day = _back(published, counted)
        for more in range(1, 4):
            near = _earlier(day, step * more)
            yield near, near, f"about, {more}"


def beside_it(text: str, sentence: Span, word: Span) -> Iterator[tuple[int, str, str]]:
    """By how many of which unit the words set theirs behind another happening, or (below nothing) before it, and how they say so."""
    for counted in _LATER.finditer(text, sentence.start, sentence.end):
        if counted.end() <= word.start or counted.start() >= word.end:
            yield _count(counted), counted["unit"].lower(), "later"
    for counted in _EARLIER.finditer(text, sentence.start, sentence.end):
        yield -_count(counted), counted["unit"].lower(), "earlier"
    if _NEXT.search(text, sentence.start, sentence.end):
        yield 1, "day", "next"
    if _EVE.search(text, sentence.start, sentence.end):
        yield -1, "day", "eve"


def on(day: date, count: int, unit: str) -> date:
    """The day so many days, weeks, months or years later."""
    if unit in _DAYS:
        return _earlier(day, -count * _DAYS[unit])
    months = day.year * 12 + day.month - 1 + count * _MONTHS[unit]
    return _in_month(months // 12, months % 12 + 1, day.day)


def ends(time: TimeInterval) -> Iterator[Found]:
    """The day on which what lasts "since Thursday" began, and up to which what had happened "by Saturday" was."""
    words = (time.text or "").lower()
    if time.start == time.end:
        return
    if time.start is not None and _FROM.match(words):
        yield time.start, time.start, "the first of them"
    if time.end is not None and _UP_TO.match(words):
        yield time.end, time.end, "the last of them"


def week_before(time: TimeInterval, published: date, behind: date | None) -> Iterator[Found]:
    """The same weekday a week before the latest one: a text may look back over a week from its first day on. `behind` is told next."""
    words = time.text or ""
    if time.start is None or time.start != time.end or not _WEEKDAY.search(words):
        return
    day = _earlier(time.start, 7)
    if behind is not None and behind < time.start:
        yield day, day, "the week before, of a row"
    elif time.start == published:
        yield day, day, "the week before, not today"
    elif "last" in words.lower():
        yield day, day, "the week before, last"


@lru_cache(maxsize=64)  # all reports of a text ask
def looked_back_to(text: str, published: date) -> Mapping[date, str]:
    """The day of publication in each year that a text looks back to, with how it names the year; those first that it names most often."""
    years = [(int(match[0]), "named") for match in _NAMED_YEAR.finditer(text)]
    years += [
        (published.year - _count(match) * (10 if match["unit"].lower() == "decade" else 1), "counted") for match in _YEARS.finditer(text)
    ]
    years += [
        (published.year - (_ORDINALS[match["word"].lower()] if match["word"] else int(match["figure"])), "anniversary")
        for match in _ANNIVERSARY.finditer(text)
    ]
    years += [(published.year - 1, "last year") for _ in _LAST_YEAR.finditer(text)][:1]
    past = [each for each in years if 1900 <= each[0] < published.year]
    past = past or [(published.year - 1, "remembered") for _ in _REMEMBERED.finditer(text)][:1]
    listed = [year for year, _ in past]
    ranked = sorted(dict.fromkeys(listed), key=lambda year: -listed.count(year))
    return {_in_month(year, published.month, published.day): _sort(year, past) for year in ranked[:_TRIED]}


def _sort(year: int, named: Sequence[tuple[int, str]]) -> str:
    """How a year is named that is named in several ways: what is counted tells more than a figure."""
    sorts = {sort for each, sort in named if each == year}
    return next((sort for sort in ("anniversary", "counted", "last year", "remembered") if sort in sorts), "named")


def of_those_days(time: TimeInterval, then: date, published: date) -> Found | None:
    """What a time without a year means in a text that looks back to a day: the weekday next to it, its month, as many days before it."""
    text = time.text or ""
    if time.start is None or time.end is None or _NAMED_YEAR.search(text) or time.start.year < published.year - 1:
        return None
    if _MONTH.search(text):
        first = _in_month(then.year, time.start.month, time.start.day)
        whole = time.start.day == 1 and time.end != time.start
        last = date(then.year, first.month, monthrange(then.year, first.month)[1]) if whole else first
        return first, last, "the month of those days" if whole else "the day of that year"
    if time.start != time.end:
        return None
    if _WEEKDAY.search(text):
        near = then + timedelta((time.start.weekday() - then.weekday() + 3) % 7 - 3)
        return near, near, "the weekday of those days"
    if time.basis is Basis.STATED or (published - time.start).days > 3:
        return None
    near = then - (published - time.start)
    return near, near, "as many days before"


def _count(counted: re.Match[str]) -> int:
    number = counted["number"].lower()
    return int(number) if number.isdecimal() else _NUMBERS[number]


def _back(day: date, counted: re.Match[str]) -> date:
    """The day so many days, weeks, months or years before."""
    return on(day, -_count(counted), counted["unit"].lower())


def _earlier(day: date, days: int) -> date:
    """So many days before, or the first or last of the calendar."""
    return date.fromordinal(min(date.max.toordinal(), max(1, day.toordinal() - days)))


def _in_month(year: int, month: int, day: int) -> date:
    """The day of a month, or its last where it has no such day."""
    year = min(date.max.year, max(1, year))
    return date(year, month, min(day, monthrange(year, month)[1]))
