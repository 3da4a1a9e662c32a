"""What speaks for and against a time of a text being that of a happening: where it stands, what stands between, how the happening is named.

Each sign has a name and a number; what it weighs was fitted on gold (`python -m benchmarks.fit_linking`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log1p

from ascribe.model.reports import Report
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

Signs = dict[str, float]
Interval = tuple[int | None, int | None]
#: What a length without an end counts as, in days.
_ENDLESS = 400
_SAYING = r"\b(?:said|says|told|announced|reported|confirmed|statement|added|spokes\w+|according)\b"
_SAID = re.compile(_SAYING + r"[^.;]{0,40}$", re.IGNORECASE)
_SAID_THEN = re.compile(_SAYING + r"(?: [\w']+){0,2} (?:late |early )?$", re.IGNORECASE)
_THAT = re.compile(r"\s(?:that|how|of)\b")
_UNTIL = re.compile(r"\b(?:until|till|by)\s+$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|before|from)\s+$", re.IGNORECASE)
#: Words between a time and what happened that part or tie them.
_BETWEEN = re.compile(r"\b(?:and|but|while|when|as|after|before|since|who|which|that|for|had)\b")
#: The word right before those that name the happening.
_LEAD = re.compile(
    r"\b(after|since|before|following|when|then|as|had|have|has|who|which|will|been|of|over|in|for|by|from|and|where|was|were)"
    r"\s+(?:the |a |an |its |their |his )?$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"(?:the|that|this|these|those|its|their|his|her|our|[A-Z]\w+['’]s)\b", re.IGNORECASE)
_DEFINITE_BEFORE = re.compile(r"\b(?:the|that|this|these|those|its|their|his|her|our)\s$", re.IGNORECASE)
_HAD = re.compile(r"\bhad\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:was|were|\w+ed)\b")
_ORDER = re.compile(r"\b(?:earlier|previous|first|last|former|before|another|second|third|again|latest|new|later)\b", re.IGNORECASE)
_IN_AFTER = re.compile(r"\b(?:after|since|following|because of|over)\b[^,.;]{0,50}$", re.IGNORECASE)
_STOP = re.compile(r"[.!?;]\s|\n+")
#: Sorts of length, and of how long ago, in days: the first whose number is not passed.
_LENGTHS = ((0, "a day"), (7, "days"), (31, "a month"), (10**9, "long"))
_AGES = ((0, "today"), (1, "yesterday"), (6, "this week"), (31, "this month"), (10**9, "older"))

AGES = tuple(name for _, name in _AGES)


def signs_of(report: Report, named: Sequence[Span], time: TimeInterval, how: str, rank: int) -> Signs:
    """What the time and its place in the text say; `named` are the words that name the happening."""
    text, span = report.document.text, span_of(time)
    nearest = min(named, key=lambda word: apart(span, word))
    first, last = ordinals(time)
    length = _ENDLESS if first is None or last is None else last - first
    signs = {how: 1.0, f"{how}, length": log1p(length), f"{how}, rank": float(rank), f"basis {time.basis.value}": 1.0}
    signs |= _behind(text, span) | _place(text, span, named, nearest, how) | _length(text, named, how, _sort(length, _LENGTHS))
    if report.published is not None:
        published = report.published.toordinal()
        signs["future"] = float(first is None or first > published)
        signs["long before publication"] = float(last is not None and published - last > 60)
        signs[f"{how}, {_sort(published - last if last is not None else 0, _AGES)}"] = 1.0
    return signs | _own(text, span, nearest) if how == "own" else signs


def wording(text: str, word: Span) -> set[str]:
    """How the words name the happening: "the raid" or "a raid", behind "after", as a second one, as what had been before."""
    before, told = text[sentence_of(text, word).start : word.start], text[word.start : word.end]
    lead = _LEAD.search(text, max(0, word.start - 30), word.start)
    found = {
        "definite": _DEFINITE.match(told) or _DEFINITE_BEFORE.search(before),
        "had": _HAD.search(before[-40:] + told),
        "verb": _VERB.search(told),
        "begins the sentence": not before.strip(),
        "in an order": _ORDER.search(before[-30:] + told),
        "in after": _IN_AFTER.search(before),
    }
    return {name for name, holds in found.items() if holds} | ({f"behind {lead[1].lower()}"} if lead else set())


def _behind(text: str, span: Span) -> Signs:
    """The words before a time: it is when somebody spoke, or an end or a beginning."""
    before = text[max(0, span.start - 60) : span.start]
    return {
        "behind said": float(bool(_SAID.search(before))),
        "said then": float(bool(_SAID_THEN.search(before))),
        "said then, that": float(bool(_SAID_THEN.search(before) and _THAT.match(text, span.end))),
        "behind until": float(bool(_UNTIL.search(before))),
        "behind after": float(bool(_AFTER.search(before))),
    }


def _place(text: str, span: Span, named: Sequence[Span], nearest: Span, how: str) -> Signs:
    """How many sentences lie between, and whether a paragraph ends."""
    stops = len(_STOP.findall(_between(text, span, nearest)))
    lines = all("\n" in _between(text, span, word) for word in named)
    return {f"{how}, sentences apart": float(min(stops, 4)), f"{how}, other paragraph": float(lines)}


def _length(text: str, named: Sequence[Span], how: str, length: str) -> Signs:
    """How long the time is, beside how the happening is named."""
    words = wording(text, named[0])
    signs = {f"{how}, {word}": 1.0 for word in words} | {f"{how}, {length}": 1.0}
    return signs | {f"{how}, {length}, {word}": 1.0 for word in ("definite", "had") if word in words}


def _own(text: str, span: Span, nearest: Span) -> Signs:
    """What lies between a time and the words that it shares a clause with."""
    between, far = _between(text, span, nearest), apart(span, nearest)
    return {
        **{f"own, {word} between": 1.0 for word in _BETWEEN.findall(between)},
        "own, stands before": float(span.start < nearest.start),
        "own, next to it": float(far < 4),
        "own, distance": log1p(far),
        "own, marks between": float(len(re.findall(r"[,;:]", between))),
    }


def _sort(number: int, sorts: Sequence[tuple[int, str]]) -> str:
    return next(name for most, name in sorts if number <= most)


def _between(text: str, one: Span, other: Span) -> str:
    return text[min(one.end, other.end) : max(one.start, other.start)]


def sentence_of(text: str, word: Span) -> Span:
    """Roughly the sentence of a word: up to the full stops and line ends around it."""
    first = max(text.rfind(mark, 0, word.start) for mark in (". ", "\n", "! ", "? ")) + 1
    ends = [at for mark in (". ", "\n", "! ", "? ") if (at := text.find(mark, word.end)) >= 0]
    return Span(first, min(ends, default=len(text)))


def ordinals(time: TimeInterval) -> Interval:
    """First and last day as ordinals of the calendar."""
    return (time.start.toordinal() if time.start else None, time.end.toordinal() if time.end else None)


def span_of(time: TimeInterval) -> Span:
    """Where a time stands in the text."""
    start = time.start_offset or 0
    return Span(start, max(start, time.end_offset or start))


def apart(one: Span, other: Span) -> int:
    """How many characters lie between two stretches."""
    return max(0, one.start - other.end, other.start - one.end)
