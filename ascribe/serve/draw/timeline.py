"""A timeline as SVG: a bar for each day, month or year, stacked by how far its events are borne out.

Its numbers are shares of the width, so that it fits every window without a script. A bar leads to its span. The bars take no focus: whoever
uses keys has the handles that a script adds, and the fields for days.
"""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from ascribe.export import names, words
from ascribe.export.page import quoted
from ascribe.serve.draw.map import label
from ascribe.serve.draw.shapes import STANDINGS

#: Pixels: the bars, and the line of words under them.
HEIGHT, WORDS = 96, 20
#: So many bars at most: else they are of months, else of years, and of centuries where a date is far off.
MOST = 130
YEARS = {"year": 1, "decade": 10, "century": 100}

Leading = Callable[[str, str], str]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day (or a month, `2024-06`), its events by standing, and how many accounts of it tell several together."""

    day: str
    standings: Mapping[str, int] = field(default_factory=dict)
    together: int = 0


@dataclass(slots=True)
class Bar:
    """A span of days and what is in it."""

    first: date
    last: date
    standings: dict[str, int] = field(default_factory=dict)
    together: int = 0

    @property
    def events(self) -> int:
        """How many events: what is told together is none of them."""
        return sum(self.standings.values())


def bars(moments: Iterable[Moment]) -> list[Bar]:
    """The bars from the first to the last moment, without a gap: of days, of months, or of years, so that they are not too many."""
    known = [(first, last, moment) for moment in moments if (span := _span(moment.day)) for first, last in (span,)]
    if not known:
        return []
    start, end = min(first for first, _, _ in known), max(last for _, last, _ in known)
    unit = _unit(start, end, only_months=any(first != last for first, last, _ in known))
    found = list(_between(start, end, unit))
    starts = [bar.first for bar in found]
    for first, _, moment in known:
        bar = found[bisect_right(starts, first) - 1]
        for standing, number in moment.standings.items():
            bar.standings[standing] = bar.standings.get(standing, 0) + number
        bar.together += moment.together
    return found


def _span(day: str) -> tuple[date, date] | None:
    """A day or a month as its first and its last day; None for what is neither."""
    try:
        first = date.fromisoformat(day if len(day) > 7 else f"{day}-01")
    except ValueError:
        return None
    return first, first if len(day) > 7 else first.replace(day=monthrange(first.year, first.month)[1])


def _unit(start: date, end: date, *, only_months: bool) -> str:
    if (end - start).days < MOST and not only_months:
        return "day"
    years = end.year - start.year
    return next(
        (
            unit
            for unit, number in (("month", years * 12 + end.month - start.month), ("year", years), ("decade", years // 10))
            if number < MOST
        ),
        "century",
    )


def _between(start: date, end: date, unit: str) -> Iterable[Bar]:
    first = start if unit == "day" else start.replace(day=1) if unit == "month" else _opening(start.year, YEARS[unit])
    while first <= end:
        last = _last(first, unit)
        yield Bar(first, last)
        if last == date.max:
            return
        first = last + timedelta(days=1)


def _last(first: date, unit: str) -> date:
    if unit == "day":
        return first
    if unit == "month":
        return first.replace(day=monthrange(first.year, first.month)[1])
    return date(min(9999, first.year - first.year % YEARS[unit] + YEARS[unit] - 1), 12, 31)


def _opening(year: int, years: int) -> date:
    """The first day of the year, decade or century that a year is of."""
    return date(max(1, year - year % years), 1, 1)


def drawn(known: list[Bar], leading: Leading | None = None, chosen: tuple[str | None, str | None] = (None, None)) -> str:
    """The timeline. Bars outside the chosen days are pale."""
    most = max((bar.events for bar in known), default=0) or 1
    width = 100 / max(1, len(known))
    inner = "".join(_bar(bar, at * width, width, most, leading, _is_chosen(bar, chosen)) for at, bar in enumerate(known))
    scale = f'<text class="most" x="0" y="11">{most:,}</text>'
    ticks = "".join(_tick(text, at * width) for at, text in _ticks(known))
    return (
        f'<svg class="timeline" width="100%" height="{HEIGHT + WORDS}" aria-hidden="true" focusable="false">'
        f'<line class="base" x1="0" x2="100%" y1="{HEIGHT}" y2="{HEIGHT}"/>{inner}{scale}{ticks}</svg>'
    )


def _bar(bar: Bar, x: float, width: float, most: int, leading: Leading | None, is_chosen: bool) -> str:
    parts, base = [], float(HEIGHT)
    gap = min(width * 0.14, 0.25)
    for standing in STANDINGS:
        if number := bar.standings.get(standing, 0):
            height = max(1.5, (HEIGHT - 14) * number / most)
            base -= height
            parts.append(
                f'<rect class="part {standing}" x="{x + gap:.3f}%" y="{base:.1f}" width="{width - 2 * gap:.3f}%" height="{height:.1f}"/>'
            )
    if bar.together:
        parts.append(f'<circle class="together" cx="{x + width / 2:.3f}%" cy="{base - 6:.1f}" r="3"/>')
    hit = f'<rect class="hit" x="{x:.3f}%" y="0" width="{width:.3f}%" height="{HEIGHT}"/>'
    group = f'<g class="bar{"" if is_chosen else " out"}"><title>{told(bar)}</title>{"".join(parts)}{hit}</g>'
    return f'<a href="{quoted(leading(bar.first.isoformat(), bar.last.isoformat()))}" tabindex="-1">{group}</a>' if leading else group


def _is_chosen(bar: Bar, chosen: tuple[str | None, str | None]) -> bool:
    first, last = chosen
    return (not first or bar.last.isoformat() >= first) and (not last or bar.first.isoformat() <= last)


def told(bar: Bar) -> str:
    """A bar in words: `June 2024: 12 events, 8 a single source, 4 corroborated`."""
    parts = [f"{bar.standings[each]:,} {label(each)}" for each in STANDINGS if bar.standings.get(each)]
    counted = ", ".join((words.plural(bar.events, "event"), *parts))
    badge = f"; {words.plural(bar.together, 'account')} told together, in no count" if bar.together else ""
    return f"{words.interval(bar.first.isoformat(), bar.last.isoformat())}: {counted}{badge}"


def _tick(text: str, x: float) -> str:
    line = f'<line class="tick" x1="{x:.3f}%" x2="{x:.3f}%" y1="{HEIGHT}" y2="{HEIGHT + 5}"/>'
    return f'{line}<text x="{x:.3f}%" dx="3" y="{HEIGHT + 15}">{text}</text>'


def _ticks(known: list[Bar]) -> list[tuple[int, str]]:
    """What stands under the bars: some eight words, at round places, the last not at the very edge."""
    if not known:
        return []
    every = next(step for step in (1, 2, 3, 6, 7, 12, 14, 24, 28, 60, 120) if len(known) / step <= 8 or step == 120)
    unit = "day" if known[0].first == known[0].last else "month" if known[0].last.month == known[0].first.month else "year"
    edge = max(1, len(known) // 12)
    return [(at, _short(bar.first, unit)) for at, bar in enumerate(known) if at % every == 0 and (at == 0 or at <= len(known) - edge)]


def _short(day: date, unit: str) -> str:
    if unit == "year":
        return str(day.year)
    month = names.MONTHS[day.month - 1][:3]
    return f"{day.day} {month} {day.year}" if unit == "day" else f"{month} {day.year}"
