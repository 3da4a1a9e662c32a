"""Expressions of time that belong together, and those that are none.

Rules. A time of day joins the day that it stands beside ("at dawn on Sunday"); a weekday and the date beside it are one ("Friday [10
November]"); two ends make a range ("from Friday to Sunday"); "3 and 5 May" are two days. A month or a year alone counts only after a
preposition or before what happened ("in 2017", "the 2008 attacks"). Names are no times ("Black Friday", "the 23 March Movement"), nor are
habits ("every Monday") and comparisons ("the worst since 2014").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ascribe.knowledge.times import OTHER, Rule
from ascribe.resolve.times.words import Mention, Words

#: Rules whose expressions name days, so that a time of day can belong to them.
_DAYS = frozenset(
    {
        "day",
        "nth_day",
        "days",
        "list",
        "weekday",
        "around_report",
        "ago",
        "ago_exactly",
        "same",
        "neighbour",
        "later",
        "later_exactly",
        "feast",
        "other_day",
        "eve",
        "anniversary",
    }
)
_SAME_SORT = ({"day", "nth_day"}, {"weekday"}, {"month"}, {"year"}, {"decade"}, {"season"}, {"quarter"}, {"other_day"})
#: Leads that belong to the day, even where they stand before the time of day: "until 5 pm on Monday".
_OPENINGS = frozenset({"since", "until", "from", "between"})
_DAY = Rule("day", "stated")
_PERIOD = Rule("days", "stated")
#: A weekday by itself.
WEEKDAY = Rule("weekday", "relative")
#: "On the eve of the attack": how far back, in words, the attack must have been told of, and how many letters tell it.
_TOLD_WITHIN = 80
_STEM = 5
_UP_TO_NOW = ("date", "present", "now")  # "from 2014 until now"
#: How many words back "the worst" may stand before "since 2014".
_COMPARED_WITHIN = 8
#: "The fifth" may be a day: the least that is one in letters, and the last of a month.
_FIRST_IN_LETTERS = 4
#: "Those of February", "all of January": what stands for a happening, and for a share of the month.
_POINTS = frozenset({"those", "ones", "events", "days", "weeks", "all", "whole", "most", "much", "part", "rest", "half"})
_LONGEST_MONTH = 31


def joined(found: Iterable[Mention]) -> list[Mention]:
    """The expressions that say when something happened, each with its clock and its other end."""
    rows = [mention for mention in found if not _names_something(mention) and (mention.reads != "clock" or _has_needed_lead(mention))]
    rows = list(_with_clocks([_with_zone(_said_that(mention)) for mention in rows]))
    rows = list(_one_day_told_twice(rows))
    rows = [day for mention in rows for day in _each_day(mention)]
    rows = list(_ranges(rows))
    rows = list(_licensed(rows))
    return [_with_fitting_lead(mention) for mention in rows if not _is_comparison(mention)]


def gap(left: Mention, right: Mention) -> str | None:
    """The one word or mark between two expressions: empty if they touch, None if more stands between."""
    between = right.first - left.last
    return None if between > 1 or between < 0 else left.words.word(left.last) if between else ""


def _gap_is(left: Mention, right: Mention, *names: str) -> bool:
    if right.first == left.last:
        return "" in names
    return right.first == left.last + 1 and left.words.is_a(left.last, *(name for name in names if name))


def describes_event(mention: Mention, but_not: str | None = None) -> bool:
    """What happened follows: "the 2008 Mumbai attacks"; `but_not`: none of this class."""
    words, at = mention.words, mention.last
    for index in range(at, min(at + 4, len(words.kinds))):
        if words.is_a(index, "EVENT"):
            return but_not is None or not words.is_a(index, but_not)
        if words.kinds[index] != OTHER and not words.is_a(index, "-", "apostrophe", "ONLY_IN_NAMES"):
            return False
    return False


def _is_eve_of_something(mention: Mention) -> bool:
    """“The eve of that attack” was told of; "the eve of the 27 March vote" says its day; "the eve of war" is no day."""
    words, at = mention.words, mention.last
    if any(words.is_a(i, "that", "this", "DAY", "MAYBE", "MONTH", "WEEKDAY", "DATE") for i in range(at, at + 3)):
        return True
    noun = words.word(at + 1)[:_STEM]
    return words.is_a(at, "the") and any(words.word(i)[:_STEM] == noun for i in range(max(0, at - _TOLD_WITHIN), mention.first))


def _names_something(mention: Mention) -> bool:
    words, before = mention.words, mention.core - 1
    if words.is_a(mention.first - 1, "HABIT", "OURS"):
        return True
    if mention.reads == "weekday" and words.is_a(mention.last, "DAYPARTS"):
        return True  # "on Monday nights"
    if mention.reads == "lasting" and words.is_a(mention.core - 1, "-"):
        return True  # "a 10-year-long war"
    if mention.reads == "feast" and _is_named_after_feast(mention):
        return True
    if mention.reads == "season" and not mention.has("YEAR") and _is_name_of_season(mention):
        return True
    if mention.reads in ("day", "month") and words.is_a(mention.last, "NAMED_AFTER_A_DAY") and mention.lead in ("", "of"):
        return True  # "the 17 November group"
    if mention.reads in ("later", "ago") and words.is_a(mention.first - 1, "for", "of", "within"):
        return True  # "for several weeks after": how long
    if mention.reads in ("weekday", "around_report") and words.is_a(before, "NAMES_A_DAY"):
        return True
    named = words.is_a(mention.last, "NAMED_AFTER", "NAMED_AFTER_A_DAY") and words.as_written(mention.last)[:1].isupper()
    if mention.reads in ("day", "month", "year") and _is_in_a_name(mention):
        return True
    if named and (mention.lead in ("", "of") or words.word(before) == "the"):
        return True
    if mention.reads == "neighbour" and words.word(mention.first - 1) == "to":
        return True  # "a year to the day after"
    repeated = mention.reads == "later" and words.kinds[mention.last - 2 : mention.last - 1] == words.kinds[mention.last : mention.last + 1]
    return repeated and mention.core_end - mention.core == 2  # "day after day"


def _is_in_a_name(mention: Mention) -> bool:
    """“The 1920 Revolution Brigades”, "on 26 September Street": the words up to one that such names end with have their capitals."""
    words = mention.words
    if words.is_a(mention.last, "NAMED_PLACE") and words.as_written(mention.last)[:1].isupper() and mention.reads != "year":
        return not words.as_written(mention.last).isupper()
    for index in range(mention.last, mention.last + 3):
        written = words.as_written(index)
        if not written[:1].isupper() or written.isupper():
            return False
        if words.is_a(index, "NAMED_GROUP"):
            return True
    return False


def _is_name_of_season(mention: Mention) -> bool:
    """“Summer school”, "Spring Break"; "the fall of Mosul" is none."""
    if mention.words.word(mention.last) == "of":
        return True
    words, follower = mention.words, mention.words.as_written(mention.last)
    has_capital = words.as_written(mention.last - 1)[:1].isupper() and follower[:1].isupper() and not follower.isupper()
    return words.is_a(mention.last, "SEASONAL") or (has_capital and words.kinds[mention.last] == OTHER)


def _is_one_word(mention: Mention) -> bool:
    """A feast of one word and nothing else said of it."""
    return all(mention.words.is_a(i, "FEAST", "the") for i in mention.indexes)


def _is_named_after_feast(mention: Mention) -> bool:
    """“Easter Island”, "Ramadan Shallah": one name and a second; not "Eid al-Fitr", "Ramadan on Monday", or a text in capitals."""
    words, follower = mention.words, mention.words.as_written(mention.last)
    if not _is_one_word(mention) or mention.lead in ("during", "since") or not follower[:1].isupper() or len(follower) < 2:
        return False
    return words.kinds[mention.last] == OTHER and not follower.isupper()


def _said_that(mention: Mention) -> Mention:
    """“He noted that Saturday was ...”, "it emerged that Monday's raid": no "that Saturday"."""
    words = mention.words
    if mention.reads != "neighbour" or words.word(mention.core) != "that" or not mention.has("WEEKDAY"):
        return mention
    is_clause = words.is_a(mention.first - 1, "SAID") or words.is_a(mention.last, "poss")
    return replace(mention, rule=WEEKDAY, first=mention.core + 1, core=mention.core + 1) if is_clause else mention


def _with_zone(mention: Mention) -> Mention:
    """“At 9 p.m. Damascus time”: the zone by the name of a place."""
    words, last = mention.words, mention.last
    named = mention.reads == "clock" and words.word(last + 1) == "time" and words.as_written(last)[:1].isupper()
    return replace(mention, last=last + 2, core_end=last + 2) if named and words.kinds[last] == OTHER else mention


def _with_clocks(rows: list[Mention]) -> Iterator[Mention]:
    """A time of day goes with the day that follows at once, else with the one before it; alone it is dropped."""
    waiting: list[Mention] = []
    held: Mention | None = None
    for index, mention in enumerate(rows):
        follower = rows[index + 1] if index + 1 < len(rows) else None
        if mention.reads != "clock":
            if held is not None:
                yield held
            held = _after_clocks(mention, waiting)
            waiting = []
        elif held is not None and not waiting and _goes_with_previous(held, mention, follower):
            held = replace(held, last=_closed(held, mention), clock=(*held.clock, _clock_words(mention)))
        else:
            waiting = [*waiting[-2:], mention] if waiting and _gap_is(waiting[-1], mention, "", ",") else [mention]
    if held is not None:
        yield held


def _goes_with_previous(day: Mention, clock: Mention, follower: Mention | None) -> bool:
    if day.reads not in _DAYS or not _gap_is(day, clock, "", ",", "("):
        return False
    if not clock.has("DAYPART", "NAMED") and clock.has("PART"):
        return False  # "on Monday, early reports said"
    heads_the_next = follower is not None and follower.reads in _DAYS and _gap_is(clock, follower, "")
    if heads_the_next and clock.lead in _OPENINGS:
        return False  # "from 2300 on Monday until 0200 today"
    return _gap_is(day, clock, "") or not heads_the_next


def _after_clocks(day: Mention, clocks: list[Mention]) -> Mention:
    beside = "," if day.reads != "later" else ""
    if not clocks or day.reads not in _DAYS or not _gap_is(clocks[-1], day, "", beside):
        return day
    lead = clocks[0].lead if clocks[0].lead in _OPENINGS and day.lead in ("", "at", "of") else day.lead
    return replace(day, first=clocks[0].first, lead="at" if lead == "of" else lead, clock=(*map(_clock_words, clocks), *day.clock))


def _clock_words(clock: Mention) -> tuple[int, int]:
    """Where the time of day stands, without "at", "in the": "shortly before noon", "around 05:00 GMT", "dawn"."""
    first, words = clock.first if clock.lead in ("around", "before", "after") else clock.core, clock.words
    while first < clock.last - 1 and words.is_a(first, "the", "at", "on", "in", "by"):
        first += 1
    return first, clock.last


def _one_day_told_twice(rows: list[Mention]) -> Iterator[Mention]:
    """A weekday or "yesterday" beside a date is that date; a weekday in brackets after a day adds nothing."""
    held: Mention | None = None
    for mention in rows:
        if held is None:
            held = mention
        elif _is_night_of(held, mention):
            into = _gap_is(held, mention, "into", "to")
            clock = (*held.clock, (held.core, held.core_end), *mention.clock)
            held = replace(mention, first=held.first, lead="into" if into else mention.lead, clock=clock)
        elif mention.has("overnight") and held.reads in ("day", "weekday") and held.until is None and _gap_is(held, mention, ""):
            held = replace(held, last=mention.last, clock=(*held.clock, (mention.core, mention.core_end)))
        elif _is_told_by(held, mention):
            held = replace(mention, first=held.first, last=_closed(held, mention), lead=held.lead, clock=(*held.clock, *mention.clock))
        elif mention.reads == "anniversary" and held.reads in _DAYS and mention.lead == "" and _gap_is(held, mention, ","):
            continue  # "on Thursday, the third anniversary of the protest"
        elif _repeats(held, mention):
            held = replace(held, last=_closed(held, mention), core_end=held.core_end, clock=(*held.clock, *mention.clock))
        else:
            yield held
            held = mention
    if held is not None:
        yield held


def _is_night_of(overnight: Mention, day: Mention) -> bool:
    """“Overnight on Monday”, “overnight into Monday”, “overnight from 3 to 4 May”."""
    if not overnight.has("overnight") or overnight.until is not None or day.reads not in ("day", "days", "weekday"):
        return False
    return _gap_is(overnight, day, "") or (_gap_is(overnight, day, "into", "to") and day.lead == "")


def _is_told_by(first: Mention, date: Mention) -> bool:
    if date.reads not in ("day", "days", "list") or date.lead not in ("", "at"):
        return False
    if first.reads in ("weekday", "feast"):
        return _gap_is(first, date, "", ",", "(")
    return first.reads == "around_report" and _gap_is(first, date, ",", "(") and not first.has("overnight", "recently", "recent")


def _repeats(day: Mention, weekday: Mention) -> bool:
    if weekday.reads == "feast" and weekday.lead == "" and day.reads in ("day", "weekday", "around_report"):
        return _gap_is(day, weekday, ",", "(")  # "on 25 December, Christmas Day"
    in_brackets = weekday.reads == "weekday" and weekday.lead == "" and weekday.words.is_a(weekday.last, ")")
    return in_brackets and day.reads in _DAYS and _gap_is(day, weekday, "(")


def _closed(first: Mention, second: Mention) -> int:
    """The end of the second, with the bracket that was opened before it."""
    opened = _gap_is(first, second, "(") and second.first > first.last
    return second.last + 1 if opened and second.words.is_a(second.last, ")") else second.last


def _each_day(mention: Mention) -> Iterator[Mention]:
    """“3 and 5 May” are two days, but "between 3 and 5 May" are three."""
    if mention.reads != "list":
        yield mention
        return
    if mention.lead == "between":
        yield replace(mention, rule=_PERIOD)
        return
    words, indexes = mention.words, list(mention.indexes)
    days = [i for i in indexes if words.is_a(i, "DAY")]
    others = tuple(i for i in indexes if words.is_a(i, "MONTH", "MAYBE", "YEAR"))
    cuts = [mention.first, *days[1:], mention.last]
    month_first = others[0] < days[0]
    for number, day in enumerate(days):
        first, last = cuts[number], day + 1 if number + 1 < len(days) else mention.last
        parts = (*others, day) if month_first else (day, *others)
        one = replace(mention, rule=_DAY, first=first, last=last, core_end=last, parts=parts)
        yield one if number == 0 else replace(one, core=first, lead="", clock=())


def _ranges(rows: list[Mention]) -> Iterator[Mention]:
    held: Mention | None = None
    for mention in rows:
        if held is not None and held.until is None and _makes_range(held, mention):
            held = replace(held, last=mention.last, until=mention, clock=(*held.clock, *mention.clock))
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def _makes_range(first: Mention, last: Mention) -> bool:
    """“from A to B”, "between A and B", "A to B" and "A-B" of one sort."""
    if last.lead == "until" and first.last == last.first and last.words.word(last.first) in ("until", "till", "up"):
        return first.lead in ("from", "since", "at", "") and (first.lead != "" or first.reads == last.reads)
    if last.lead not in ("", "at") or not _gap_is(first, last, "JOINER", "-"):
        return False
    joiner = first.words.word(first.last)
    if first.lead == "between":
        return joiner in ("and", "to") or first.words.is_a(first.last, "-")
    if joiner == "and":
        return False
    if first.lead in ("from", "since"):
        return True
    of_one_sort = any(first.reads in sort and last.reads in sort for sort in _SAME_SORT)
    return of_one_sort and first.lead in ("", "at", "of") and joiner != "until"


def _licensed(rows: list[Mention]) -> Iterator[Mention]:
    for index, mention in enumerate(rows):
        if mention.until is not None or _is_licensed(mention, rows[max(0, index - 1) : index] + rows[index + 1 : index + 2]):
            yield mention


def _is_licensed(mention: Mention, beside: list[Mention]) -> bool:
    """It stands as a time, and not as a count, a name or a verb."""
    words, rule = mention.words, mention.rule
    if mention.has("MAYBE") and not mention.has("YEAR") and not _is_month_for_sure(mention):
        return False
    if rule.args.get("before_event") and not describes_event(mention, but_not=rule.args.get("not_before")):
        return False
    if mention.reads == "anniversary" and not _has_preposition(mention) and not mention.has("ORD", "NTH", "HIGH", "NUM", "DAY", "of"):
        return False
    if mention.reads == "eve" and not _is_eve_of_something(mention):
        return False
    if rule.args.get("several") and _is_one_word(mention) and not _has_preposition(mention):
        return words.is_a(mention.core - 1, "the", "a", "poss") or mention.has("the") if describes_event(mention) else False
    if rule.args.get("at_end") and not _ends_here(words, mention.last):
        return False
    if rule.args.get("day_alone") and not _is_day_alone(mention):
        return False
    if mention.reads == "month" and not _is_of_what_was(mention):
        return False
    if not rule.needs or _has_needed_lead(mention):
        return not (mention.lead in ("of", "until", "around") and mention.reads == "year" and _may_be_a_count(mention))
    determined = words.is_a(mention.core - 1, "the", "a", "its", "their", "his", "her", "this", "that", "poss") or mention.has("the")
    if determined and describes_event(mention):
        return True
    return any(row.reads == mention.reads and _is_coordinated(row, mention) for row in beside)


def _has_needed_lead(mention: Mention) -> bool:
    needs, words = mention.rule.needs, mention.words
    if not needs:
        return True
    return any(words.word(i) in needs for i in range(max(0, mention.first - 1), mention.core))


def _has_preposition(mention: Mention) -> bool:
    """A word stands before it that makes a name a time: "on Ashura", "during Ramadan"."""
    return mention.lead != "" or mention.words.is_a(mention.core - 1, "for", "from", "to", "following", "until", "before", "after", "of")


def _is_coordinated(one: Mention, other: Mention) -> bool:
    left, right = (one, other) if one.first < other.first else (other, one)
    return _gap_is(left, right, "and", "or", ",", "/")


def _is_month_for_sure(mention: Mention) -> bool:
    """“ON 10 MAY”, "in MAY"; not "10 MAY HAVE DIED", "in may"."""
    words = mention.words
    if mention.reads != "month" and words.is_a(mention.core - 1, "the") and describes_event(mention):
        return True  # "THE 27 MARCH ELECTIONS"
    if words.is_a(mention.last, "MODAL") or mention.lead == "":
        return False
    month = next(words.as_written(i) for i in mention.indexes if words.is_a(i, "MAYBE"))
    return mention.reads != "month" or month.isupper()


def _ends_here(words: Words, at: int) -> bool:
    return at >= len(words.kinds) or words.is_a(at, "stop", "break", ",", ")", "quote", "FOLLOWS_A_DAY")


def _is_of_what_was(mention: Mention) -> bool:
    """“The ceasefire of July”, "those of February"; not "the Queen of May". A month behind any other word is not asked."""
    words, of = mention.words, mention.core - 1
    if len(mention.kinds) > 1 or words.word(of) != "of":
        return True
    return words.is_a(of - 1, "EVENT", "AGREED", "DAYPART", "that", "one") or words.word(of - 1) in _POINTS


def _is_day_alone(mention: Mention) -> bool:
    """A day of the month and not the fifth of some: nothing that it counts follows, and what was then or a night stands before "of", "to".

    In letters it is one from the fourth on, for "the first" is mostly another; in figures "of" may stand behind any word.
    """
    words, in_letters = mention.words, mention.has("ORD") and not mention.has("NTH")
    number = mention.all("DAY", "ORD")[0]
    if number > _LONGEST_MONTH or (in_letters and number < _FIRST_IN_LETTERS) or words.is_a(mention.last + 1, "NTH", "ORD"):
        return False
    if not (_ends_here(words, mention.last) or words.is_a(mention.last, "BEGINS_ANEW")):
        return False
    match words.word(mention.core - 1):
        case "to":
            return any(words.is_a(mention.core - back, "DAYPART") for back in (2, 3))
        case "of":
            return not in_letters or words.is_a(mention.core - 2, "EVENT", "DAYPART", "AGREED")
        case _:
            return True


def _may_be_a_count(mention: Mention) -> bool:
    """“a force of 2000”, "by 2000 troops": a round number, or one before a plural."""
    follower = mention.words.as_written(mention.last)
    round_number = (mention.one("YEAR") or 0) % 100 == 0
    return round_number or (follower.islower() and follower.endswith(("s", "men", "women", "ren", "ple")) and len(follower) > 3)


def _is_comparison(mention: Mention) -> bool:
    """“the deadliest attack since 2014” happened at another time."""
    if mention.lead != "since":
        return False
    words = mention.words
    for index in range(mention.first - 1, max(-1, mention.first - 1 - _COMPARED_WITHIN), -1):
        if words.is_a(index, "stop", "break", ","):
            return False
        if words.is_a(index, "SUPERLATIVE"):
            return True
    return False


def _with_fitting_lead(mention: Mention) -> Mention:
    """Without a lead that belongs to what happened ("since Monday's attack"), with "onwards" where it makes a beginning."""
    words = mention.words
    if mention.until is not None:
        return mention
    starts = mention.lead == "since" and words.word(mention.first) in ("start", "outset")  # "will start tomorrow"
    if starts or (words.word(mention.first) == "up" and words.is_a(mention.first - 1, "-")):  # "the run-up to Christmas"
        return replace(mention, lead="", first=mention.core)
    onwards = mention.lead in ("from", "") and words.is_a(mention.last, "onwards")
    to_now = mention.lead == "from" and words.is_a(mention.last, "to", "until", "till") and words.word(mention.last + 1) in _UP_TO_NOW
    if mention.lead == "from" and words.word(mention.last) == "on" and _ends_here(words, mention.last + 1):
        return replace(mention, lead="since", last=mention.last + 1)
    if onwards or to_now:
        return replace(mention, lead="since", last=mention.last + (1 if onwards else 2))
    after_the = words.word(mention.core - 1) == "the"
    of_something = after_the and mention.reads in ("day", "year") and not mention.has("ORD", "NTH")  # "in the 19 March raid"
    adjectival = after_the or mention.core == mention.first or mention.has("overnight", "recent")
    if words.is_a(mention.last, "poss") or of_something or (adjectival and mention.lead and describes_event(mention)):
        return replace(mention, lead="", first=min((mention.core, *(first for first, _ in mention.clock))))
    if mention.lead == "of" or (mention.lead == "between" and mention.reads != "days"):
        return replace(mention, lead="", first=min((mention.core, *(first for first, _ in mention.clock))))
    return mention
