"""How near to its publication a text tells of a happening: in which tense, in its first sentence or in passing, beside which other times.

What is told in the present, or at the head of a ticker's entry, is new; what had been, or is told beside "anniversary" or "years", is not.
Each is a name, and what it says for the days up to publication, and for the same day of a year that the text looks back to, was fitted on
gold (`python -m benchmarks.fit_linking`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from ascribe.link.counted import looked_back_to
from ascribe.link.day_signs import ordinals, wording
from ascribe.model.reports import Report
from ascribe.model.text import Span
from ascribe.model.times import TimeInterval

#: Times by where they stand: (sort, rank, time).
Ranked = Sequence[tuple[str, int, TimeInterval]]
#: In days: what is told of further back is long ago.
_LONG_AGO = 60
_RECALLED = re.compile(r"\b(?:years?|anniversary|ago|decades?)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:had|earlier|previous|before|first|last|old)\b", re.IGNORECASE)
#: The present perfect and the present.
_HAS = re.compile(r"\b(?:has|have) (?:been )?(?:\w+ed|\w+en|shot|hit|struck|gone|died|come|left|cut|set|burnt|led|held)\b", re.IGNORECASE)
_IS = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
_IN_A_ROW = re.compile(r"\b(?:second|third|fourth|fifth) (?:\w+ )?(?:day|night|evening|morning)\b|\b(?:in a row|running)\b", re.IGNORECASE)
#: What is told of the night or the evening is rarely of the day of publication.
_HOUR = re.compile(r"\b(?:morning|dawn|noon|afternoon|evening|midnight|night|overnight)\b", re.IGNORECASE)
#: A time of day right before the words that name the happening, as tickers have it.
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d\d\b|\b\d{1,2} [ap]m\b", re.IGNORECASE)
_CLOCK_WITHIN = 60


def nearness(report: Report, named: Sequence[Span], ranked: Ranked, published: date) -> frozenset[str]:
    """All that speaks for or against it; `named` are the words that name the happening, `ranked` the times around them."""
    told, word = report.words, named[0]
    holds = {
        "recalled": _RECALLED.search(told),
        "past": _PAST.search(told),
        "has": _HAS.search(told),
        "is": _IS.search(told),
        "second of a row": _IN_A_ROW.search(told),
        **{f"told of {hour.lower()}": True for hour in _HOUR.findall(told)},
        **{f"of type {claim.event_type.value}": True for claim in report.claims[:1]},
        **_by_its_place(report, word, published),
        **_beside(ranked, published.toordinal()),
    }
    return frozenset(name for name, found in holds.items() if found) | wording(report.document.text, word)


def _by_its_place(report: Report, word: Span, published: date) -> dict[str, bool]:
    """What the rest of the text and its title say."""
    text = report.document.text
    return {
        "first sentence": "\n" not in text[: word.start] and ". " not in text[: word.start],
        "title looks back": looks_back(report, published),
        "looks back": bool(looked_back_to(text, published)),
        "clock": _CLOCK.search(text[max(0, word.start - _CLOCK_WITHIN) : word.start]) is not None,
    }


def _beside(ranked: Ranked, published: int) -> dict[str, bool]:
    """Which times stand in the clauses and around them."""
    hows = {how for how, _, _ in ranked}
    lasts = [last for _, _, time in ranked if (last := ordinals(time)[1]) is not None]
    return {
        "no own": "own" not in hows,
        "no times": not hows,
        "times before": bool(hows & {"before", "left"}),
        "today is told of": published in lasts,
        "yesterday is told of": published - 1 in lasts,
        "long ago is told of": any(published - last > _LONG_AGO for last in lasts),
    }


def looks_back(report: Report, published: date) -> bool:
    """The title names or counts years: what the text tells of was then."""
    return bool(looked_back_to(report.document.title or "", published))
