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
from math import exp, log1p

from ascribe.link.counted import ago, before_it, looked_back_to, of_those_days
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
    for candidate in [*_counted(report, named, ranked, found), *_published(report, named, ranked, alone=alone)]:
        known = found.get((candidate.first, candidate.last), candidate)
        found[candidate.first, candidate.last] = replace(known, signs={**candidate.signs, **known.signs})
    return list(found.values())


def _counted(
    report: Report, named: Sequence[Span], ranked: Sequence[tuple[str, int, TimeInterval]], found: Mapping[Interval, Candidate]
) -> Iterator[Candidate]:
    """Days that are not stated but can be counted. One that is made of a stated time has its signs, but for those of its length."""
    text, published = report.document.text, report.published
    told = [time.start for _, _, time in ranked if time.start is not None and time.start == time.end]
    for first, last, sign in before_it(text, _sentence(text, named[0]), named[0], told, published):
        yield Candidate(first.toordinal(), last.toordinal(), "left", {"counted back": 1.0, sign: 1.0})
    if published is None:
        return
    then = looked_back_to(text, published)
    for how, _, time in ranked:
        signs = {name: value for name, value in found[_ordinals(time)].signs.items() if "length" not in name}
        meant = [*ago(time, published), *(each for day in then if (each := of_those_days(time, day, published)))]
        for first, last, sign in meant:
            yield Candidate(first.toordinal(), last.toordinal(), how, {**signs, sign: 1.0, f"{sign}, {how}": 1.0})
    for number, day in enumerate(then):
        for more in (0, 1):
            at = day.toordinal() - more
            in_year = any(time.start and time.end and time.start.year == time.end.year == day.year for _, _, time in ranked)
            signs = {f"that day {more}, {number}": 1.0, f"that day {more}, of its year": float(in_year), "that day, no own": float("own" not in {how for how, _, _ in ranked})}
            yield Candidate(at, at, "publication", signs)


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
    words = _wording(text, named[0])
    sentences = _stops(text, span, min(named, key=lambda word: _apart(span, word)))
    signs |= {f"{how}, sentences apart": float(min(sentences, 4)), f"{how}, other paragraph": float(_lines(text, span, named))}
    signs |= {f"{how}, {word}": 1.0 for word in words}
    signs |= {f"{how}, {_size(length)}": 1.0, f"{how}, {_size(length)}, definite": float("definite" in words), f"{how}, {_size(length)}, had": float("had" in words)}
    if published is not None:
        back = published - last if last is not None else 0
        signs[f"{how}, {'today' if back<=0 else 'yesterday' if back==1 else 'this week' if back<7 else 'month' if back < 32 else 'older'}"] = 1.0
        signs["future"] = float(first is None or first > published)
        signs["long before publication"] = float(last is not None and published - last > 60)
    if how == "own":
        nearest = min(named, key=lambda word: _apart(span, word))
        between = text[min(span.end, nearest.end) : max(span.start, nearest.start)]
        signs |= {f"own, {mark} between": 1.0 for mark in _LINKS if re.search(rf"\b{mark}\b", between)}
        signs["own, stands before"] = float(span.start < nearest.start)
        signs["own, next to it"] = float(_apart(span, nearest) < 4)
        signs |= {"own, distance": log1p(_apart(span, nearest)), "own, marks between": float(len(re.findall(r"[,;:]", between)))}
    return signs


_LINKS = ("and", "but", "while", "when", "as", "after", "before", "since", "who", "which", "that", "for", "had")
_LEADS = re.compile(r"\b(after|since|before|following|when|then|as|had|have|has|who|which|will|been|of|over|in|for|by|from|and|where|was|were)\s+(?:the |a |an |its |their |his )?$", re.I)
_DEFINITE = re.compile(r"(?:the|that|this|these|those|its|their|his|her|our|[A-Z]\w+['’]s)\b", re.I)
_FORMER = re.compile(r"\b(?:earlier|previous|first|last|former|before|another|second|third|again|latest|new|later)\b", re.I)


def _wording(text: str, word: Span) -> set[str]:
    lead = _LEADS.search(text, max(0, word.start - 30), word.start)
    sentence = _sentence(text, word)
    before = text[sentence.start : word.start]
    told = text[word.start : word.end]
    found = {f"behind {lead[1].lower()}"} if lead else set()
    if _DEFINITE.match(told) or re.search(r"\b(?:the|that|this|these|those|its|their|his|her|our)\s$", before, re.I):
        found.add("definite")
    if re.search(r"\bhad\b", before[-40:] + told, re.I):
        found.add("had")
    if re.search(r"\b(?:ed|was|were)\b|\w+ed\b", told):
        found.add("verb")
    if not before.strip():
        found.add("begins the sentence")
    if _FORMER.search(before[-30:] + told):
        found.add("former")
    if re.search(r"\b(?:after|since|following|because of|over)\b[^,.;]{0,50}$", before, re.I):
        found.add("in after")
    return found


def _size(length: int) -> str:
    return "a day" if length == 0 else "days" if length < 8 else "month" if length < 32 else "long"


def _stops(text: str, span: Span, word: Span) -> int:
    between = text[min(span.end, word.end) : max(span.start, word.start)]
    return len(re.findall(r"[.!?;]\s|\n+", between))


def _lines(text: str, span: Span, named: Sequence[Span]) -> bool:
    return all("\n" in text[min(span.end, word.end) : max(span.start, word.start)] for word in named)


_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} [ap]m\b", re.I)


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
        "yesterday is told of": published - 1 in lasts,
        "times own long": any(how == "own" for how, _, _ in ranked),
        "clock": bool(_CLOCK.search(text[max(0, named[0].start - 60) : named[0].start])),
        **{word: True for word in _wording(text, named[0])},
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
