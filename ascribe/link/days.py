"""On which days a report's happening was: every time of its text that may be its own, with the chance that it is.

A time in the report's clauses is likeliest, the nearer to the words that name the happening the more, and less so behind "said" or "until".
Where a clause has none, times of the sentences around it and the days up to publication stand in, and days that the text lets one count
(`counted`). Nothing of all may be right, too. What each sign weighs was fitted on gold (`python -m benchmarks.fit_linking`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import exp

from ascribe.link.counted import about, after_it, ago, before_it, ends, looked_back_to, of_those_days, on, week_before
from ascribe.link.day_signs import AGES, Interval, apart, ordinals, sentence_of, shared, signs_of, span_of, wording
from ascribe.link.passing import passing
from ascribe.model.linking import Sum
from ascribe.model.reports import Report
from ascribe.model.sketches import Days
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

#: How many of the likeliest are kept: comparing two reports takes the square of it.
KEPT = 4
#: How many times are looked at inside the clauses, and on either side of them.
_NEAREST = {"own": 3, "before": 2, "left": 2, "behind": 1, "right": 1}
_RECALLED = re.compile(r"\b(?:years?|anniversary|ago|decades?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:had|earlier|previous|before|first|last|old)\b", re.IGNORECASE)
#: A time of day right before the words that name the happening, as tickers have it.
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} [ap]m\b", re.IGNORECASE)
_CLOCK_WITHIN = 60
#: The present and the present perfect: what is told so is new.
_HAS = re.compile(r"\b(?:has|have) (?:been )?(?:\w+ed|\w+en|shot|hit|struck|gone|died|come|left|cut|set|burnt|led|held)\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\b(?:second|third|fourth|fifth) (?:\w+ )?(?:day|night|evening|morning)\b|\b(?:in a row|running)\b", re.IGNORECASE)
#: Parts of the day: what is told of the night or the evening is rarely of the day of publication.
_HOUR = re.compile(r"\b(?:morning|dawn|noon|afternoon|evening|midnight|night|overnight)\b", re.IGNORECASE)
#: Times by where they stand: (sort, rank, time).
Ranked = Sequence[tuple[str, int, TimeInterval]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A time that may be the happening's, where it is from, and what speaks for and against it."""

    first: int | None
    last: int | None
    how: str
    signs: Mapping[str, float]


def days(report: Report, words: Sequence[Span], times: Sequence[TimeInterval], weights: Sum, others: Sequence[Report]) -> tuple[Days, ...]:
    """The likeliest days of a report's happening, the likeliest first.

    `words` name the happening, `times` are those of the whole text, `others` the document's other reports.
    """
    found = candidates(report, words, times, others)
    raised = [exp(min(30.0, weights.total(candidate.signs.items()))) for candidate in found]
    whole = sum(raised) + exp(weights.weights.get("none", 0.0))
    ranked = sorted(zip(raised, found, strict=True), key=lambda pair: -pair[0])[:KEPT]
    return tuple(Days(each.first, each.last, round(value / whole, 4), each.how) for value, each in ranked)


def candidates(report: Report, words: Sequence[Span], times: Sequence[TimeInterval], others: Sequence[Report]) -> list[Candidate]:
    """Every time that may be the happening's; where two are of the same days, the one that is nearer the words that name it."""
    named = sorted(words) or [Span(0, 0)]
    if report.published is not None:
        times = [*times, *passing(report.document.text, report.published, times)]
    ranked = _ranked(report, named, [time for time in times if time.start_offset is not None and (time.start or time.end)])
    old = report.published is not None and bool(looked_back_to(report.document.title or "", report.published))
    found: dict[Interval, Candidate] = {}
    has_own = any(how == "own" for how, _, _ in ranked)
    coded = {(claim.time.start, claim.time.end) for claim in report.claims if claim.time is not None}
    for how, rank, time in ranked:
        signs = signs_of(report, named, time, how, rank)
        if old:
            signs |= {f"title looks back, {name}": 1.0 for name in signs if name.startswith(f"{how}, ") and name.endswith(AGES)}
        signs |= shared(report, named, time, how, others)
        signs["coded"] = float((time.start, time.end) in coded)
        signs[f"{how}, no own"] = float(not has_own)
        found.setdefault(ordinals(time), Candidate(*ordinals(time), how, {name: value for name, value in signs.items() if value}))
    setting = _setting(report, named, ranked, report.published) if report.published is not None else set()
    counted = [*_counted_back(report, named, ranked), *_counted(report, ranked, found), *_that_day(report, ranked, setting)]
    for candidate in [*counted, *_published(report, setting | (set() if others else {"alone"}))]:
        _add(found, candidate)
    for candidate in _titled(report, setting):
        _add(found, candidate)
    for candidate in _counted_on(report, named, list(found.values())):
        _add(found, candidate)
    return list(found.values())


def _add(found: dict[Interval, Candidate], candidate: Candidate) -> None:
    """Days that were found before keep where they are from, and have the signs of both."""
    known = found.get((candidate.first, candidate.last), candidate)
    found[candidate.first, candidate.last] = replace(known, signs={**candidate.signs, **known.signs})


def _ranked(report: Report, named: Sequence[Span], times: Sequence[TimeInterval]) -> Ranked:
    """The nearest times of each sort."""
    by_sort: dict[str, list[tuple[int, TimeInterval]]] = {how: [] for how in _NEAREST}
    sentence = sentence_of(report.document.text, named[0])
    for time in times:
        span = span_of(time)
        own = any(span.overlaps(piece) for piece in report.passages)
        how = "own" if own else _side(span, sentence, named[0])
        by_sort[how].append((min(apart(span, word) for word in named), time))
    return [
        (how, rank, time)
        for how, most in _NEAREST.items()
        for rank, (_, time) in enumerate(sorted(by_sort[how], key=lambda pair: pair[0])[:most])
    ]


def _side(span: Span, sentence: Span, word: Span) -> str:
    if span.overlaps(sentence):
        return "left" if span.start < word.start else "right"
    return "before" if span.start < word.start else "behind"


def _whole(report: Report) -> str:
    """The title and the text."""
    return f"{report.document.title or ''}\n{report.document.text}"


def _counted_back(report: Report, named: Sequence[Span], ranked: Ranked) -> Iterator[Candidate]:
    """What stands behind "three days after" was so many days before the day told, or before publication."""
    text = report.document.text
    told = [time.start for _, _, time in ranked if time.start is not None and time.start == time.end]
    for first, last, sign in before_it(text, sentence_of(text, named[0]), named[0], told, report.published):
        yield Candidate(first.toordinal(), last.toordinal(), "left", {"counted back": 1.0, sign: 1.0})
    if report.published is not None:
        for first, last, sign in about(text, sentence_of(text, named[0]), report.published):
            yield Candidate(first.toordinal(), last.toordinal(), "left", {sign: 1.0})


def _counted(report: Report, ranked: Ranked, found: Mapping[Interval, Candidate]) -> Iterator[Candidate]:
    """Days that a time of the text may mean besides those that it states; they have its signs, but for those of its length."""
    published = report.published
    if published is None:
        return
    then = looked_back_to(_whole(report), published)
    behind, old = _told_next(ranked), bool(looked_back_to(report.document.title or "", published))
    for how, _, time in ranked:
        signs = {name: value for name, value in found[ordinals(time)].signs.items() if "length" not in name}
        week = week_before(time, published, behind.get(time.start_offset or 0))
        meant = [*ago(time, published), *ends(time), *([week] if week else []), *(each for day in then if (each := of_those_days(time, day, published)))]
        for first, last, sign in meant:
            more = {sign: 1.0, f"{sign}, {how}": 1.0, f"{sign}, title looks back": float(old)}
            yield Candidate(first.toordinal(), last.toordinal(), how, {**signs, **more})


def _titled(report: Report, setting: Set[str]) -> Iterator[Candidate]:
    """Days and months that the title names."""
    if report.published is None:
        return
    for time in passing(report.document.title or "", report.published, ()):
        first, last = ordinals(time)
        sort = "title, a day" if first == last else "title, long"
        yield Candidate(first, last, "before", {sort: 1.0, **{f"{sort}, {name}": 1.0 for name in setting}})


def _told_next(ranked: Ranked) -> dict[int, date | None]:
    """For each time by its place the day that is told next behind it."""
    listed = sorted({(time.start_offset or 0, time.start) for _, _, time in ranked if time.start is not None and time.start == time.end})
    return {at: day for (at, _), (_, day) in pairwise(listed)}


def _counted_on(report: Report, named: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Days counted from any day that may be another happening's: "two days later" need not go from the day told last."""
    text = report.document.text
    counts = list(dict.fromkeys(after_it(text, sentence_of(text, named[0]), named[0])))[:2]
    for count, unit, sort in counts:
        for each in found:
            if each.first is not None and each.first == each.last and each.how != "behind":
                day = on(date.fromordinal(each.first), count, unit).toordinal()
                yield Candidate(day, day, "left", {f"{sort}, from {each.how}": 1.0, f"{sort}, {unit}": 1.0})


def _that_day(report: Report, ranked: Ranked, setting: Set[str]) -> Iterator[Candidate]:
    """The day of publication in the years that the text looks back to, and the day before it."""
    if report.published is None:
        return
    for number, (day, named_as) in enumerate(looked_back_to(_whole(report), report.published).items()):
        in_year = any(time.start and time.end and time.start.year == time.end.year == day.year for _, _, time in ranked)
        for more in (0, 1):
            sort = f"that day {more}"
            signs = {f"{sort}, {number}": 1.0, f"{sort}, {named_as}": 1.0, f"{sort}, of its year": float(in_year), **{f"{sort}, {name}": 1.0 for name in setting}}
            yield Candidate(day.toordinal() - more, day.toordinal() - more, "publication", signs)


def _published(report: Report, setting: Set[str]) -> Iterator[Candidate]:
    """The day of publication and the two before it, with what makes it likely that the report is of those days."""
    if report.published is None:
        return
    published = report.published.toordinal()
    for back in (0, 1, 2):
        sort = f"published {back}"
        yield Candidate(published - back, published - back, "publication", {sort: 1.0, **{f"{sort}, {name}": 1.0 for name in setting}})


def _setting(report: Report, named: Sequence[Span], ranked: Ranked, day: date) -> set[str]:
    """What a text says of how near to its publication a report is."""
    text, told, published = report.document.text, report.words, day.toordinal()
    title = report.document.title or ""
    hows = {how for how, _, _ in ranked}
    lasts = [last for _, _, time in ranked if (last := ordinals(time)[1]) is not None]
    setting = {
        "recalled": _RECALLED.search(told),
        "past": _PAST.search(told),
        "first sentence": "\n" not in text[: named[0].start] and ". " not in text[: named[0].start],
        "no own": "own" not in hows,
        "no times": not hows,
        "times before": hows & {"before", "left"},
        "today is told of": published in lasts,
        "yesterday is told of": published - 1 in lasts,
        "long ago is told of": any(published - last > 60 for last in lasts),
        "title looks back": looked_back_to(title, day),
        "looks back": looked_back_to(text, day),
        **{f"told of {word.lower()}": True for word in _HOUR.findall(told)},
        **{f"of type {report.claims[0].event_type.value}": True for _ in report.claims[:1]},
        "has": _HAS.search(told),
        "is": _IS.search(told),
        "second of a row": _IN_A_ROW.search(told),
        "clock": _CLOCK.search(text[max(0, named[0].start - _CLOCK_WITHIN) : named[0].start]),
    }
    return {name for name, holds in setting.items() if holds} | wording(text, named[0])
