"""On which days a report's happening was: every time of its text that may be its own, with the chance that it is.

A time in the report's clauses is likeliest, the nearer to the words that name the happening the more, and less so behind "said" or "until".
Where a clause has none, times of the sentences around it and the days up to publication stand in. "Two weeks ago" may be that very day or
the one before, a year may mean the day of publication in it (anniversaries), and what stands behind "three days after" was three days
before the day of the sentence. Nothing of all may be right, too. What each sign weighs was fitted on gold
(`python -m benchmarks.fit_linking`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import exp, log1p

from ascribe.model.linking import Sum
from ascribe.model.reports import Report
from ascribe.model.sketches import Days
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

#: How many of the likeliest are kept: comparing two reports takes the square of it.
KEPT = 4
#: How many times are looked at inside the clauses, and on either side of them.
_NEAREST = {"own": 3, "before": 2, "left": 2, "behind": 1, "right": 1}
#: What a length without an end counts as, in days.
_ENDLESS = 400
_SAYING = r"\b(?:said|says|told|announced|reported|confirmed|statement|added|spokes\w+|according)\b"
_SAID = re.compile(_SAYING + r"[^.;]{0,40}$", re.IGNORECASE)
_SAID_THEN = re.compile(_SAYING + r"(?: [\w']+){0,2} (?:late |early )?$", re.IGNORECASE)
_THAT = re.compile(r"\s(?:that|how|of)\b")
_UNTIL = re.compile(r"\b(?:until|till|by)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|before|from)\s+$", re.IGNORECASE)
_RECALLED = re.compile(r"\b(?:years?|anniversary|ago|decades?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:had|earlier|previous|before|first|last|old)\b", re.IGNORECASE)
_NUMBERS = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 1
)} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}  # fmt: skip
_COUNTED = rf"\b(?P<number>\d{{1,2}}|{'|'.join(_NUMBERS)})[ -](?P<unit>day|week|fortnight|month|year|decade)s?(?: to the day)?"
_AGO = re.compile(_COUNTED + r" ago\b", re.IGNORECASE)
_SINCE = re.compile(_COUNTED + r" (?:after|since)\b", re.IGNORECASE)
#: How many letters may stand between "three days after" and the words that name what was then.
_SINCE_WITHIN = 60
_YEAR = (364, 365)
Signs = dict[str, float]
Interval = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that may be the happening's, where it is from, and what speaks for and against it."""

    first: int | None
    last: int | None
    how: str
    signs: Mapping[str, float]


def days(report: Report, words: Sequence[Span], times: Sequence[TimeInterval], weights: Sum, *, alone: bool) -> tuple[Days, ...]:
    """The likeliest days of a report's happening, the likeliest first.

    `words` name the happening, `times` are those of the whole text; `alone`: the document has no other report.
    """
    found = candidates(report, words, times, alone=alone)
    raised = [exp(min(30.0, weights.total(candidate.signs.items()))) for candidate in found]
    whole = sum(raised) + exp(weights.weights.get("none", 0.0))
    ranked = sorted(zip(raised, found, strict=True), key=lambda pair: -pair[0])[:KEPT]
    return tuple(Days(each.first, each.last, round(value / whole, 4), each.how) for value, each in ranked)


def candidates(report: Report, words: Sequence[Span], times: Sequence[TimeInterval], *, alone: bool) -> list[Candidate]:
    """Every time that may be the happening's; where two are of the same days, the one that is nearer the words that name it."""
    named = sorted(words) or [Span(0, 0)]
    ranked = _ranked(report, named, [time for time in times if time.start_offset is not None and (time.start or time.end)])
    found: dict[Interval, Candidate] = {}
    has_own = any(how == "own" for how, _, _ in ranked)
    coded = {(claim.time.start, claim.time.end) for claim in report.claims if claim.time is not None}
    for how, rank, time in ranked:
        signs = _signs(report, named, time, how, rank)
        signs["coded"] = float((time.start, time.end) in coded)
        signs[f"{how}, no own"] = float(not has_own)
        first, last = _ordinals(time)
        found.setdefault((first, last), Candidate(first, last, how, {name: value for name, value in signs.items() if value}))
    counted = [*_counted(report, list(found.values()), ranked), *_before_it(report, named, ranked)]
    for candidate in [*counted, *_published(report, named, ranked, alone=alone)]:
        known = found.get((candidate.first, candidate.last), candidate)
        found[candidate.first, candidate.last] = replace(known, signs={**candidate.signs, **known.signs})
    return list(found.values())


def _counted(report: Report, found: Sequence[Candidate], ranked: Sequence[tuple[str, int, TimeInterval]]) -> Iterator[Candidate]:
    """Of a time that is longer than a day, the day that it may mean: "two weeks ago" that day or the one before, a year that of publication."""
    if report.published is None:
        return
    known = {(candidate.first, candidate.last): candidate for candidate in found}
    for how, rank, time in ranked:
        day, sort = _meant(time, report.published)
        if day is None:
            continue
        parent = known[_ordinals(time)]
        signs = {name: value for name, value in parent.signs.items() if "length" not in name}
        for more in (0, 1):
            at = day.toordinal() - more
            yield Candidate(at, at, how, {**signs, f"{sort} {more}": 1.0, f"{sort}, {how}": 1.0})


def _meant(time: TimeInterval, published: date) -> tuple[date | None, str]:
    """The day that is meant by "two weeks ago", or by a whole year before that of publication, and which of the two it is."""
    ago = _AGO.search(time.text)
    if ago is not None:
        return _back(published, ago), f"counted {ago['unit'].lower()}"
    if time.start is None or time.end is None or (time.end - time.start).days not in _YEAR or time.start.year >= published.year:
        return None, ""
    return _in_year(published, time.start.year), "day of the year"


def _back(day: date, counted: re.Match[str]) -> date | None:
    """The day so many days, weeks, months or years before; none before the calendar begins."""
    number, unit = counted["number"].lower(), counted["unit"].lower()
    count = int(number) if number.isdecimal() else _NUMBERS[number]
    if unit in ("day", "week", "fortnight"):
        return day - timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 - count * {"month": 1, "year": 12, "decade": 120}[unit]
    return _in_year(day.replace(day=min(day.day, 28), month=months % 12 + 1), months // 12, day.day)


def _in_year(day: date, year: int, number: int | None = None) -> date:
    """The same day in another year; the last of its month where there is none."""
    for last in (number or day.day, 30, 29, 28):
        try:
            return date(year, day.month, last)
        except ValueError:
            continue
    return day.replace(year=year, day=28)


def _before_it(report: Report, named: Sequence[Span], ranked: Sequence[tuple[str, int, TimeInterval]]) -> Iterator[Candidate]:
    """What stands behind "three days after" was three days before the day that the sentence or the publication gives."""
    sentence = _sentence(report.document.text, named[0])
    for counted in _SINCE.finditer(report.document.text, sentence.start, named[0].start):
        if named[0].start - counted.end() > _SINCE_WITHIN:
            continue
        own = [time.start for how, _, time in ranked if how in ("own", "left", "right", "before") and time.start and time.start == time.end]
        anchors = [("told", day) for day in own[:1]] + ([("published", report.published)] if report.published else [])
        for sort, anchor in anchors:
            day = _back(anchor, counted)
            if day is not None:
                yield Candidate(day.toordinal(), day.toordinal(), "left", {"before it": 1.0, f"before it, {sort}": 1.0})


def _ranked(report: Report, named: Sequence[Span], times: Sequence[TimeInterval]) -> list[tuple[str, int, TimeInterval]]:
    """The nearest times of each sort: (sort, rank, time)."""
    by_sort: dict[str, list[tuple[int, TimeInterval]]] = {how: [] for how in _NEAREST}
    sentence = _sentence(report.document.text, named[0])
    for time in times:
        span = _span(time)
        own = any(span.overlaps(piece) for piece in report.passages)
        how = "own" if own else _side(span, sentence, named[0])
        by_sort[how].append((min(_apart(span, word) for word in named), time))
    return [
        (how, rank, time)
        for how, most in _NEAREST.items()
        for rank, (_, time) in enumerate(sorted(by_sort[how], key=lambda pair: pair[0])[:most])
    ]


def _sentence(text: str, word: Span) -> Span:
    """Roughly the sentence of a word: up to the full stops and line ends around it."""
    first = max(text.rfind(mark, 0, word.start) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := text.find(mark, word.end)) >= 0]
    return Span(first, min(ends, default=len(text)))


def _side(span: Span, sentence: Span, word: Span) -> str:
    if span.overlaps(sentence):
        return "left" if span.start < word.start else "right"
    return "before" if span.start < word.start else "behind"


def _signs(report: Report, named: Sequence[Span], time: TimeInterval, how: str, rank: int) -> Signs:
    """What the time and its place in the text say."""
    text, span = report.document.text, _span(time)
    before = text[max(0, span.start - 60) : span.start]
    first, last = _ordinals(time)
    length = _ENDLESS if first is None or last is None else last - first
    published = report.published.toordinal() if report.published else None
    signs = {
        how: 1.0,
        f"{how}, length": log1p(length),
        f"{how}, rank": float(rank),
        f"basis {time.basis.value}": 1.0,
        "behind said": float(bool(_SAID.search(before))),
        "said then": float(bool(_SAID_THEN.search(before))),
        "said then, that": float(bool(_SAID_THEN.search(before) and _THAT.match(text, span.end))),
        "behind until": float(bool(_UNTIL.search(before))),
        "behind after": float(bool(_AFTER.search(before))),
    }
    if published is not None:
        signs["future"] = float(first is None or first > published)
        signs["long before publication"] = float(last is not None and published - last > 60)
    if how == "own":
        nearest = min(named, key=lambda word: _apart(span, word))
        between = text[min(span.end, nearest.end) : max(span.start, nearest.start)]
        signs |= {"own, distance": log1p(_apart(span, nearest)), "own, marks between": float(len(re.findall(r"[,;:]", between)))}
    return signs


def _published(
    report: Report, named: Sequence[Span], ranked: Sequence[tuple[str, int, TimeInterval]], *, alone: bool
) -> Iterator[Candidate]:
    """The day of publication and the two before it, with what makes it likely that the report is of those days."""
    if report.published is None:
        return
    published, text = report.published.toordinal(), report.document.text
    told = report.words
    hows = {how for how, _, _ in ranked}
    lasts = [last for _, _, time in ranked if (last := _ordinals(time)[1]) is not None]
    setting = {
        "alone": alone,
        "recalled": bool(_RECALLED.search(told)),
        "past": bool(_PAST.search(told)),
        "first sentence": "\n" not in text[: named[0].start] and ". " not in text[: named[0].start],
        "no own": "own" not in hows,
        "no times": not hows,
        "times before": bool(hows & {"before", "left"}),
        "today is told of": published in lasts,
        "long ago is told of": any(published - last > 60 for last in lasts),
    }
    for back in (0, 1, 2):
        sort = f"published {back}"
        signs = {sort: 1.0, **{f"{sort}, {name}": 1.0 for name, holds in setting.items() if holds}}
        yield Candidate(published - back, published - back, "publication", signs)


def _ordinals(time: TimeInterval) -> Interval:
    return (time.start.toordinal() if time.start else None, time.end.toordinal() if time.end else None)


def _span(time: TimeInterval) -> Span:
    start = time.start_offset or 0
    return Span(start, max(start, time.end_offset or start))


def _apart(one: Span, other: Span) -> int:
    """How many characters lie between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)
