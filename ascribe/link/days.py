"""On which days a report's happening was: every time of its text that may be its own, with the chance that it is.

A time in the report's clauses is likeliest, the nearer to the words that name the happening the more, and less so behind "said" or "until".
Where a clause has none, times of the sentences around it and the days up to publication stand in, and days that the text lets one count
(`counted`). Nothing of all may be right, too. What each sign weighs was fitted on gold (`python -m benchmarks.fit_linking`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import exp

from ascribe.link.counted import about, ago, before_it, beside_it, ends, looked_back_to, of_those_days, on, week_before
from ascribe.link.day_signs import AGES, Interval, apart, ordinals, sentence_of, signs_of, span_of
from ascribe.link.nearness import Ranked, looks_back, nearness
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
#: How many of the counts in a sentence ("two days later") are tried on other days.
_COUNTS = 2


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
    named, published = sorted(words) or [Span(0, 0)], report.published
    more = passing(report.document.text, published, tuple(times)) if published is not None else ()
    ranked = _ranked(report, named, [time for time in (*times, *more) if time.start_offset is not None and (time.start or time.end)])
    found = _stated(report, named, ranked)
    counted = list(_counted_back(report, named, ranked))
    if published is not None:
        setting = nearness(report, named, ranked, published)
        counted += _counted(report, ranked, found, published)
        counted += _that_day(report, ranked, setting, published)
        counted += _published(published, setting | ({"alone"} if alone else set()))
        counted += _titled(report, setting, published)
    for candidate in counted:
        _add(found, candidate)
    for candidate in _counted_on(report, named, list(found.values())):
        _add(found, candidate)
    return list(found.values())


def _stated(report: Report, named: Sequence[Span], ranked: Ranked) -> dict[Interval, Candidate]:
    """The times themselves, with what speaks for and against each."""
    found: dict[Interval, Candidate] = {}
    old = report.published is not None and looks_back(report, report.published)
    has_own = any(how == "own" for how, _, _ in ranked)
    coded = {(claim.time.start, claim.time.end) for claim in report.claims if claim.time is not None}
    for how, rank, time in ranked:
        signs = signs_of(report, named, time, how, rank)
        if old:
            signs |= {f"title looks back, {name}": 1.0 for name in signs if name.startswith(f"{how}, ") and name.endswith(AGES)}
        signs["coded"] = float((time.start, time.end) in coded)
        signs[f"{how}, no own"] = float(not has_own)
        found.setdefault(ordinals(time), Candidate(*ordinals(time), how, {name: value for name, value in signs.items() if value}))
    return found


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


def _counted(report: Report, ranked: Ranked, found: Mapping[Interval, Candidate], published: date) -> Iterator[Candidate]:
    """Days that a time of the text may mean besides those that it states; they have its signs, but for those of its length."""
    then, old, behind = looked_back_to(_whole(report), published), looks_back(report, published), _told_next(ranked)
    for how, _, time in ranked:
        signs = {name: value for name, value in found[ordinals(time)].signs.items() if "length" not in name}
        meant = [*ago(time, published), *ends(time), *week_before(time, published, behind.get(time.start_offset or 0))]
        for first, last, sign in [*meant, *(each for day in then if (each := of_those_days(time, day, published)))]:
            more = {sign: 1.0, f"{sign}, {how}": 1.0, f"{sign}, title looks back": float(old)}
            yield Candidate(first.toordinal(), last.toordinal(), how, {**signs, **more})


def _told_next(ranked: Ranked) -> dict[int, date]:
    """For each time, by its place, the day that is told next behind it."""
    listed = sorted({(time.start_offset or 0, time.start) for _, _, time in ranked if time.start is not None and time.start == time.end})
    return {at: day for (at, _), (_, day) in pairwise(listed)}


def _counted_on(report: Report, named: Sequence[Span], found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Days counted from any day that may be another happening's: "two days later" need not go from the day told last."""
    text = report.document.text
    for count, unit, sort in list(dict.fromkeys(beside_it(text, sentence_of(text, named[0]), named[0])))[:_COUNTS]:
        for each in found:
            if each.first is not None and each.first == each.last and each.how != "behind":
                day = on(date.fromordinal(each.first), count, unit).toordinal()
                yield Candidate(day, day, "left", {f"{sort}, from {each.how}": 1.0, f"{sort}, {unit}": 1.0})


def _that_day(report: Report, ranked: Ranked, setting: Set[str], published: date) -> Iterator[Candidate]:
    """The day of publication in the years that the text looks back to, and the day before it."""
    for number, (day, named_as) in enumerate(looked_back_to(_whole(report), published).items()):
        in_year = any(time.start and time.end and time.start.year == time.end.year == day.year for _, _, time in ranked)
        names = {str(number), named_as, *(["of its year"] if in_year else []), *setting}
        for back in (0, 1):
            yield Candidate(day.toordinal() - back, day.toordinal() - back, "publication", _named(f"that day {back}", names))


def _published(published: date, setting: Set[str]) -> Iterator[Candidate]:
    """The day of publication and the two before it, with what makes it likely that the report is of those days."""
    for back in (0, 1, 2):
        day = published.toordinal() - back
        yield Candidate(day, day, "publication", _named(f"published {back}", setting))


def _titled(report: Report, setting: Set[str], published: date) -> Iterator[Candidate]:
    """Days and months that the title names."""
    for time in passing(report.document.title or "", published, ()):
        first, last = ordinals(time)
        yield Candidate(first, last, "before", _named("title, a day" if first == last else "title, long", setting))


def _named(sort: str, names: Set[str]) -> dict[str, float]:
    """The signs of a sort of day: itself, and itself beside each of these."""
    return {sort: 1.0, **{f"{sort}, {name}": 1.0 for name in names}}
