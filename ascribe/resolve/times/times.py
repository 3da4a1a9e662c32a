"""When it happened: expressions of time in a text, as days.

Rules. A date with its year is read as it stands. Without year, and for weekdays, the latest such day up to the report is meant, unless
words of the future stand before it ("will ... on Friday"). What is counted from the report ("last week", "in recent days") is read as
the UCDP codebook reads it and never reaches beyond the report. What is counted from another event ("the next day") goes from the nearest
earlier day in the text. How long something lasted, habits and comparisons are no times.

`docs/times.md` has the table; the words and shapes are in `ascribe/knowledge/times.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ascribe.gazetteer.entries import Places as Gazetteer
from ascribe.knowledge.times import OTHER, Rule, grammar
from ascribe.model.reading import Reading
from ascribe.model.times import Basis, TimeInterval
from ascribe.resolve.register import Register
from ascribe.resolve.times import calendar as cal
from ascribe.resolve.times.joins import WEEKDAY, describes_event, gap, joined
from ascribe.resolve.times.now import UNKNOWN, Now, When, has_year, is_of_year
from ascribe.resolve.times.rules import read
from ascribe.resolve.times.where import NOWHERE, Atlas, Where
from ascribe.resolve.times.words import Mention, Words, mentions, words_of

#: How many words before or after an expression may say that it is yet to come.
_FUTURE_WITHIN = 12
_FUTURE_AFTER = 6
#: How many words may stand between "expires" and the day.
_BEGINS_WITHIN = 4
#: "They have until Friday", "gave them until Friday": a day to come.
_GRANTED = frozenset({"have", "has", "give", "gives", "given", "gave", "giving"})
_IS = frozenset({"is", "are", "was", "were", "be", "been", "has", "have", "had"})
#: Rules that count from a day which the words after them may name: "two days after the attack on 3 May".
_TIED = frozenset({"later", "later_exactly", "neighbour", "after_told", "eve", "anniversary", "same"})
#: What "over the next two days" is where a day was told before it and nothing speaks of what is to come.
_AFTER_TOLD = Rule("after_told", "event")
#: How many words may stand between "the anniversary of" and the day.
_ANNIVERSARY_WITHIN = 10
#: How many earlier intervals are remembered to count from.
_REMEMBERED = 8
#: How far back, in words, a date with its year may stand to lend it to one without.
_SIBLING_WITHIN = 80
#: Letters in which a dateline must have ended.
_DATELINE_WITHIN = 240


def find_times(
    text: str,
    published: date | None,
    *,
    start: int = 0,
    end: int | None = None,
    dateline: date | None = None,
    country: str | None = None,
    atlas: Atlas | None = None,
) -> tuple[TimeInterval, ...]:
    """Every expression in text[start:end] that says when something happened, in order, none overlapping another.

    Days are counted from the dateline's day, or the day of publication; with neither, what has no year of its own stays open.
    `country` is that of the publisher (ISO 3166-1 alpha-2), for seasons and national days in a text that names no country;
    `atlas` knows the names of countries and towns, without it only those of countries are known.
    """
    first, last, _ = slice(start, end).indices(len(text))
    words = words_of(text, first, max(first, last), grammar())
    return tuple(_Finder(joined(mentions(words)), dateline or published, Where(text, country, atlas or Atlas())).intervals())


@dataclass(slots=True)
class _Finder:
    """Reads expressions one after the other, and remembers the days told so far."""

    mentions: Sequence[Mention]
    today: date | None
    where: Where = NOWHERE
    told: list[tuple[cal.Days, bool]] = field(default_factory=list)  # the last few, with: is the day on which somebody spoke
    sibling: tuple[cal.Days, int] | None = None

    def intervals(self) -> Iterator[TimeInterval]:
        for index, mention in enumerate(self.mentions):
            found = self._interval(index, mention)
            if found is not None:
                yield found
                self._remember(mention, found)

    def _interval(self, index: int, mention: Mention) -> TimeInterval | None:
        if not self.told and mention.reads == "neighbour" and mention.has("that") and mention.has("WEEKDAY"):
            mention = replace(mention, rule=WEEKDAY)  # "it is clear that Monday was quiet"; "later that Monday", told of no day before
        basis = _basis(mention)
        if self._must_stay_open(mention, basis):
            return None if _never(mention) else _interval(mention, None, None, basis)
        ahead = _is_ahead(mention) or self._is_scheduled(mention)
        if (mention.rule.args.get("only_ahead") or _is_for(mention)) and not ahead:
            return None
        if mention.rule.args.get("or_event") and self.told and not _looks_ahead(mention) and not _is_hoped(mention):
            mention = replace(mention, rule=_AFTER_TOLD)
            basis, ahead = Basis.EVENT, False
        days = self._days(index, mention, ahead, basis)
        if days is None:
            return None
        try:
            begin, end = _with_lead(mention, *days, self.today)
        except OverflowError:  # around the last day of the calendar
            return None
        if self.today is not None and not ahead:
            if begin is not None and begin > self.today:
                if not _is_fixed(mention):
                    return None
            elif end is not None and (begin is not None or not _is_fixed(mention)):
                end = min(end, self.today)
        if begin is not None and end is not None and begin > end:
            return None
        if mention.rule.args.get("or_report") and not self.told:
            basis = Basis.RELATIVE
        return _interval(mention, begin, end, basis)

    def _must_stay_open(self, mention: Mention, basis: Basis) -> bool:
        """There is no day to count from, and the words do not give one."""
        if self.today is not None or _is_fixed(mention):
            return False
        return basis is not Basis.EVENT or bool(mention.rule.args.get("or_report") and not self.told)

    def _days(self, index: int, mention: Mention, ahead: bool, basis: Basis) -> When | None:
        today = self.today or UNKNOWN
        if basis is Basis.EVENT:
            return self._counted_from_event(index, mention, today, ahead)
        year_giver = self._coordinated_with_year(index)
        if year_giver is not None and is_of_year(mention):
            other = read(year_giver, Now(today))
            if other is not None and other[0] is not None:
                return read(mention, Now(other[0]))
        near = self.sibling is not None and mention.first - self.sibling[1] <= _SIBLING_WITHIN
        told = [days for days, _ in reversed(self.told)]
        return read(mention, Now(today, ahead, told, self.sibling[0] if near and self.sibling else None, self.where))

    def _counted_from_event(self, index: int, mention: Mention, today: date, ahead: bool) -> When | None:
        """From the day that the words name ("two days after the attack on 3 May"), else the nearest told before that fits."""
        named = self._named_after(index, mention)
        if named is not None:
            return read(mention, Now(today, ahead, told=[named], named=True))
        told = [row for spoken in (False, True) for row in reversed(self.told) if row[1] is spoken]
        if self.today is not None and not ahead:
            told.sort(key=lambda row: row[0][0] > today)  # "they fly tomorrow. They had come the day before": not the day before tomorrow
        for first in range(max(1, len(told))):
            days = read(mention, Now(today, ahead, told=[row[0] for row in told[first:]], where=self.where))
            if days is None or self.today is None or ahead or days[0] is None or days[0] <= self.today:
                return days
        return None

    def _is_scheduled(self, mention: Mention) -> bool:
        """“The 27 May elections” are the nearest such day: votes are told of before they come."""
        words = mention.words
        if self.today is None or not is_of_year(mention) or mention.reads not in ("day", "month"):
            return False
        if not any(words.is_a(index, "SCHEDULED") for index in (mention.last, mention.last + 1, mention.first - 1)):
            return False
        past, coming = read(mention, Now(self.today)), read(mention, Now(self.today, ahead=True))
        return past is not None and coming is not None and coming[1] - self.today < self.today - past[1]

    def _named_after(self, index: int, mention: Mention) -> cal.Days | None:
        """“A day before the 3 May truce”: the next expression, if it stands in the same clause and is a day."""
        ties = mention.words.is_a(mention.last - 1, "before", "after", "to", "of", "following", "preceding")
        of_it = mention.words.is_a(mention.last, "of")  # "the first anniversary of"
        if mention.reads not in _TIED or not (ties or of_it):
            return None
        if index + 1 == len(self.mentions):
            return None
        other, words = self.mentions[index + 1], mention.words
        if (
            other.first - mention.last > (_ANNIVERSARY_WITHIN if mention.reads == "anniversary" else 6)
            or _basis(other) is Basis.EVENT
            or (self.today is None and not _is_fixed(other))
        ):
            return None
        if any(words.is_a(i, "stop", "break", ",", "SAID") for i in range(mention.last, other.first)):
            return None
        days = read(other, Now(self.today or UNKNOWN, where=self.where))
        return (days[1], days[1]) if days is not None and days[0] == days[1] else None

    def _coordinated_with_year(self, index: int) -> Mention | None:
        """“On 3 May, 5 June and 7 July 2014”: the year at the end is that of all."""
        for left, right in zip(self.mentions[index : index + 4], self.mentions[index + 1 : index + 5], strict=False):
            if gap(left, right) not in ("and", "or", ",", "to", "-", "/"):
                return None
            if has_year(right) and right.reads in ("day", "days", "month"):
                return right
            if not is_of_year(right):
                return None
        return None

    def _remember(self, mention: Mention, found: TimeInterval) -> None:
        if found.start is None or found.end is None or mention.lead in ("since", "until", "before", "after"):
            return
        days = (found.start, found.end)
        self.told = [*self.told[1 - _REMEMBERED :], (days, _is_when_said(mention))]
        if has_year(mention) and mention.reads in ("day", "days", "month"):
            self.sibling = days, mention.last


def _basis(mention: Mention) -> Basis:
    """Where the ends of a range differ: event before relative before stated."""
    basis = Basis.STATED if has_year(mention) else Basis(mention.rule.basis)
    if mention.until is None:
        return basis
    return max(basis, _basis(mention.until), key=(Basis.STATED, Basis.RELATIVE, Basis.EVENT).index)


def _is_fixed(mention: Mention) -> bool:
    """The words alone give the days; of a range one end with its year is enough for the other."""
    ends = [mention] if mention.until is None else [mention, mention.until]
    return any(has_year(end) for end in ends) and all(has_year(end) or is_of_year(end) for end in ends)


def _is_for(mention: Mention) -> bool:
    """“Elections scheduled for September”: a time only of what is to come."""
    words, before = mention.words, mention.core - (2 if mention.words.is_a(mention.core - 1, "the") else 1)
    ends = words.is_a(mention.last, "stop", "break", ",", "and", "or", ")")  # "the figures for August and September"
    may_be = "for" in mention.rule.needs or mention.reads == "feast"  # "shopping for Eid"
    of_what_was = (
        words.word(mention.core - 1) == "the" and mention.reads == "month" and describes_event(mention)
    )  # "wanted for the July raid"
    return may_be and mention.lead == "" and words.word(before) == "for" and not ends and not of_what_was


def _never(mention: Mention) -> bool:
    """No year has such a day: 31 April."""
    return is_of_year(mention) and mention.reads == "day" and read(mention, Now(UNKNOWN)) is None


def _interval(mention: Mention, begin: date | None, end: date | None, basis: Basis) -> TimeInterval:
    words, start, stop = mention.words, mention.start, mention.end
    return TimeInterval(begin, end, basis, words.text[start:stop], start, stop, _clock(mention))


def _clock(mention: Mention) -> str | None:
    """The time of day as written: what stands beside the day, and what is part of the expression ("last night")."""
    words = mention.words
    within = [(i, i + 1) for i in range(mention.core, mention.core_end) if words.is_a(i, "DAYPART", "NAMED", "tonight", "overnight")]
    if mention.reads in ("weekday", "around_report"):
        within += [(i, i + 1) for i in range(mention.core, mention.core_end) if words.is_a(i, "early", "late")]
    stretches = sorted({*mention.clock, *within})
    return " ".join(" ".join(words.written(*stretch).split()) for stretch in stretches) or None


def _with_lead(mention: Mention, begin: date | None, end: date, today: date | None) -> tuple[date | None, date | None]:
    """“Since” reaches to the report, "until" has no beginning, "around 2 July" is a day more on either side (UCDP)."""
    if mention.until is not None:
        return begin, end
    match mention.lead:
        case "since":
            return begin, None if today is None or (begin is not None and begin > today) else today
        case "until":
            return None, end
        case "before":
            return None, cal.plus(begin, -1) if begin is not None and not mention.has("end") else end
        case "after":
            after = cal.plus(end, 1)
            return after, today if today is not None and today >= after else None
        case "into":
            return cal.plus(end, -1), end
        case "around" if begin == end and mention.reads in ("day", "weekday", "nth_day"):
            return cal.plus(end, -1), cal.plus(end, 1)
        case _:
            return begin, end


def _is_ahead(mention: Mention) -> bool:
    """It looks ahead by itself ("tomorrow"), or the words beside it do."""
    if mention.rule.args.get("only_ahead"):
        return _looks_ahead(mention)
    if mention.rule.args.get("ahead") or (mention.has("tomorrow", "next", "coming") and mention.rule.basis != "event"):
        return True
    if mention.reads == "period" and mention.has("later"):
        return True
    return _looks_ahead(mention)


def _looks_ahead(mention: Mention) -> bool:
    """Words of the future stand before it in its clause ("will meet on Friday") or come next ("on Friday the court will rule")."""
    words = mention.words
    if mention.lead == "until" and any(words.word(mention.first - back) in _GRANTED for back in (1, 2, 3, 4)):
        return True
    if mention.reads in ("day", "weekday", "month", "nth_day") and _begins_then(mention):
        return True
    told = False
    for index in range(mention.first - 1, max(-1, mention.first - 1 - _FUTURE_WITHIN), -1):
        if _is_cue(words, index) and not _is_of_its_own_day(mention, index):
            return not words.is_a(index + 1, "have")
        told = told or words.is_a(index, "RELATIVE")
        if words.is_a(index, "stop", "break", "BREAK", "SAID"):
            break
    return not told and _future_follows(words, mention.last)


def _is_of_its_own_day(mention: Mention, cue: int) -> bool:
    """No cue of the future after all: "next to", "held since June", and "promised on Sunday to stop", which was on Sunday."""
    words = mention.words
    if words.word(cue) == "next":
        return words.word(cue + 1) in ("to", "door")
    if mention.lead == "since":
        return not words.is_a(cue, "FUTURE_AFTER")
    if not words.is_a(cue, "PROMISED") or words.word(cue - 1) in _IS:
        return False
    between = range(cue + 1, mention.first)
    if any(words.word(index) in ("to", "that", "a", "an") for index in between):
        return False
    return not between or words.word(mention.last) in ("to", "that", "not", "never")


def _begins_then(mention: Mention) -> bool:
    """“The truce expires on Friday”, "talks resume in Doha on Sunday": the present tense tells what is planned."""
    words = mention.words
    for index in range(mention.first - 1, max(-1, mention.first - 1 - _BEGINS_WITHIN), -1):
        if words.is_a(index, "BEGINS"):
            return words.word(index + 1) != "fire"
        if words.word(index) in ("begin", "resume", "open"):
            return words.word(index - 1) in ("talks", "negotiations", "elections", "hearings", "trials", "polls")
        if words.is_a(index, "stop", "break", "BREAK", "SAID", ","):
            return False
    return False


def _is_hoped(mention: Mention) -> bool:
    """“It could end in the next few days”, "within the next week", "trying to reach them over the next hours": of the report."""
    words = mention.words
    if words.word(mention.first) == "within" or mention.has("year", "decade") or words.is_a(mention.last, "HOPED"):
        return True
    for index in range(mention.first - 1, max(-1, mention.first - 1 - _FUTURE_WITHIN), -1):
        if words.is_a(index, "stop", "break"):
            return False
        if words.is_a(index, "HOPED") or (
            words.word(index) == "to" and words.kinds[index + 1] == OTHER and words.as_written(index + 1).islower()
        ):
            return True
    return False


def _is_cue(words: Words, index: int) -> bool:
    """“Will”, "scheduled", "is to", "was to", "to be held"; not "believed to be held"."""
    if words.is_a(index, "FUTURE"):
        return True
    if words.word(index) != "to":
        return False
    before = words.word(index - 1)
    if before in ("is", "are", "was", "were", "has", "have"):
        return True
    return words.word(index + 1) == "be" and words.word(index + 2).endswith(("ed", "ld")) and not before.endswith(("ed", "ht", "wn", "id"))


def _future_follows(words: Words, at: int) -> bool:
    for index in range(at, at + _FUTURE_AFTER):
        if words.is_a(index, "FUTURE_AFTER"):
            return True
        if words.is_a(index, "FUTURE") and words.word(index - 1) in ("is", "are") and not words.is_a(at, ","):
            return True  # "the vote on Friday is expected to be close"
        if words.is_a(index, "stop", "break", "BREAK", "SAID", "quote") or words.word(index).endswith("ed"):
            return False
        if words.is_a(index, ",") and index > at:
            return False
    return False


def _is_when_said(mention: Mention) -> bool:
    """It is when somebody spoke, not when something happened: "police said on Monday", "told reporters the next day"."""
    return any(mention.words.is_a(mention.first - back, "SAID") for back in (1, 2, 3)) and not describes_event(mention)


#: What ends a dateline, after the date and, it may be, the agency in brackets or strokes.
_AFTER_DATELINE = re.compile(
    r"\]?\s*(?:\([^()\n]{1,60}\)\s*|/[^/\n]{1,40}/\s*)?(?:--|—|–|―|-\s|\[|:|\|)|\s*\([^()\n]{1,60}\)\s+(?=[^\W\d_a-z])|\]\s"
)
#: What goes before the date in a dateline: the place, at the beginning of a line, with a capital; it may be a weekday beside the date.
_BEFORE_DATELINE = re.compile(
    r"(?:^|\n|\])[ \t]*[\[(]?[^\W\d_](?:[^\n.!?;:]|(?<=\bSt)\.|(?<=\b[A-Z])\.){0,80}?(?:[,(/|]|--|—|–|\s-)\s*"
    r"(?:(?i:[a-z]{3,6}day)\s*,?\s*)?\Z"
)
#: A place in capitals needs no mark before the date: "KABUL 3 March -".
_CAPITALS_BEFORE = re.compile(r"(?:^|\n)[ \t]*[^\W\d_a-z](?:[^\n.!?;:,a-z]){2,60}\s\Z")
#: What follows a date that stands first: "3 March 2019, Kabul -".
_PLACE_AFTER = re.compile(r",?\s*[(]?(?P<place>[^\W\d_a-z][^\n.!?;:()]{1,60}?)[)]?\s*(?:--|—|–|-\s)")

_SMALL_IN_PLACES = frozenset(
    [
        "al",
        "and",
        "au",
        "aux",
        "du",
        "en",
        "le",
        "les",
        "sur",
        "as",
        "bin",
        "da",
        "de",
        "del",
        "di",
        "do",
        "el",
        "la",
        "las",
        "los",
        "of",
        "s",
        "the",
        "y",
    ]
)


def find_dateline_date(text: str, published: date | None) -> tuple[date, int, int] | None:
    """The day in a dateline at the head of the text, and where it stands: "SRINAGAR, Feb 28, 2019 —", "LIMA, 25 OCT 89 (EFE) --".

    A year that is missing is the one that brings the day closest to the day of publication; without that there is no date.
    """
    head = text[:_DATELINE_WITHIN]
    words = words_of(head, 0, len(head), grammar())
    for mention in mentions(words):
        if mention.reads != "day" or mention.lead or not _is_in_dateline(head, mention):
            continue
        day = _dateline_day(mention, published)
        return (day, mention.start, mention.end) if day is not None else None
    return None


def _is_in_dateline(head: str, mention: Mention) -> bool:
    start, end = mention.start, mention.end
    if not head[:start].strip("[( \t\n"):
        place = _PLACE_AFTER.match(head, end)
        return place is not None and _is_name_of_place(place["place"])
    before = _BEFORE_DATELINE.search(head, 0, start) or _CAPITALS_BEFORE.search(head, 0, start)
    if before is None or not _AFTER_DATELINE.match(head, end + (head[end : end + 1] == ")")):
        return False
    return _is_name_of_place(before.group())


def _is_name_of_place(words: str) -> bool:
    """Every word has its capital."""
    names = [word for word in re.findall(r"[^\W\d_]+", words) if word not in _SMALL_IN_PLACES]
    return bool(names) and not any(name[0].islower() for name in names)


def _dateline_day(mention: Mention, published: date | None) -> date | None:
    if published is None and not has_year(mention):
        return None
    today = published or UNKNOWN
    found = [read(mention, Now(today, ahead)) for ahead in (False, True)]
    days = [days[1] for days in found if days is not None]
    return min(days, key=lambda day: abs((day - today).days), default=None)


class Times:
    """The step that finds the times of a document.

    The register and the gazetteer are asked which country a text is about, by the few expressions that depend on it ("last summer").
    """

    def __init__(self, register: Register | None = None, gazetteer: Gazetteer | None = None) -> None:
        self.atlas = Atlas(register, gazetteer)

    def __call__(self, reading: Reading) -> Reading:
        """The same reading with its times; the day in a dateline is what they are counted from, and not one of them."""
        document = reading.document
        published = _day_of(document.published)
        home = self.atlas.register.home_of(document.publisher) if document.publisher else None
        dateline = find_dateline_date(document.text, published)
        if dateline is None:
            return replace(reading, times=find_times(document.text, published, country=home, atlas=self.atlas))
        day, start, end = dateline
        head = find_times(document.text, published, end=start, dateline=day, country=home, atlas=self.atlas)
        body = find_times(document.text, published, start=end, dateline=day, country=home, atlas=self.atlas)
        return replace(reading, times=(*head, *body))


def _day_of(published: str | None) -> date | None:
    """The day of an ISO date or time; None if it is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
