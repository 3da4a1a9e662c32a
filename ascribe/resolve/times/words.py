"""Words of a text by their kind, and the expressions of time that their shapes make. What they mean is read in `rules`.

The kinds and shapes are data: `ascribe/knowledge/times.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ascribe.knowledge.times import OTHER, Grammar, Name, Rule, Shape, Shapes

_TOKEN = re.compile(
    r"""
      \n[ \t\r]*\n                                                                # a blank line
    | [0-9]{4}([-/])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])(?:T[0-9:.]{4,15}(?:Z|[+-][0-9:]{4,5})?)?  # 2025-05-10
    | [0-9]{1,2}([-./])[0-9]{1,2}\2[0-9]{4}(?![0-9])                              # 13/05/2025
    | (?:[0-9]{2}\.[0-9]{2}\.|[0-9]{1,2}/[0-9]{1,2}/)[0-9]{2}(?![0-9/]|\.[0-9])   # 27.02.19
    | 9/11(?![0-9/])
    | [0-9]{1,2}h[0-9]{2}(?![^\W_])                                               # 22h00
    | (?:19|20)[0-9]0['’](?i:s)(?![^\W\d_])                                       # 1980's
    | [0-9]+(?:[.,:][0-9]+)*(?:(?i:st|nd|rd|th|s)(?![^\W\d_]))?                   # 14  14th  1990s  3.30  05:00  1,995
    | (?i:(?:twenty|thirty|forty|fifty|sixty|seventy)-(?:one|two|three|four|five|six|seven|eight|nine)(?![^\W\d_]))
    | (?i:(?:twenty|thirty)-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![^\W\d_]))
    | ['’][0-9]{2}(?![^\W_])                                                      # '94
    | (?i:[ap]\.\ ?m(?:\.|(?![^\W\d_])))                                          # p.m.
    | (?i:o['’]?clock)
    | [^\W\d_]+
    | ['’](?i:s)(?![^\W\d_])
    | --+ | \S
    """,
    re.VERBOSE,
)
_PUNCTUATION = {
    **dict.fromkeys(".!?;…", "stop"),
    **dict.fromkeys("—―|*•", "break"),
    **dict.fromkeys("-–‑‐", "-"),
    **dict.fromkeys("([", "("),
    **dict.fromkeys(")]", ")"),
    **dict.fromkeys('"“”«»', "quote"),
    ",": ",",
    "/": "/",
}
_BY_FORM = (
    ("NTH", re.compile(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)")),
    ("HIGH", re.compile(r"(?:3[2-9]|[4-9]\d|[1-9]\d\d)(?:st|nd|rd|th)")),
    ("ZERO", re.compile(r"0\d")),
    ("DIGIT", re.compile(r"[1-9]|[12]\d|3[01]")),
    ("SHORT2", re.compile(r"[3-9]\d")),
    ("YEAR", re.compile(r"19\d\d|20\d\d")),
    ("TIME4", re.compile(r"(?:[01]\d|2[0-4])[0-5]\d")),
    ("DECADE", re.compile(r"(?:19|20)\d0['’]?s|[5-9]0s")),
    ("DATE", re.compile(r"(?:\d{4}([-/])\d\d?\1\d\d?(?:t.*)?|\d\d?([-./])\d\d?\2\d{4}|\d\d\.\d\d\.\d\d|\d\d?/\d\d?/\d\d)")),
    ("DATE", re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")),
    ("TIME", re.compile(r"(?:[01]?\d|2[0-4])[:h][0-5]\d(?::[0-5]\d)?")),
    ("DOTTED", re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d")),
    ("NUMBER", re.compile(r"\d+(?:,\d{3})*")),
)
_YEAR_FIRST = re.compile(r"(\d{4})([-/]?)(\d{1,2})\2(\d{1,2})(?:[tT]|$)")
_DAY_OR_MONTH_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})[-./](\d{4}|\d{2})$")
_LONGEST_NUMBER = 30  # characters: longer ones are neither a date nor a count of days
_ABBREVIATIONS = frozenset(
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "sep",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)


@dataclass(frozen=True)
class Words:
    """The words and marks of a text: where they stand, and one character a word that says of which kind it is."""

    text: str
    spans: list[tuple[int, int]]
    kinds: str
    grammar: Grammar
    names: Mapping[int, Name] = field(default_factory=dict)  # feasts and months of other calendars, by their first word

    def word(self, index: int) -> str:
        """The word in small letters; empty beyond either end."""
        return self.as_written(index).lower()

    def as_written(self, index: int) -> str:
        """The word with its capitals; empty beyond either end."""
        if not 0 <= index < len(self.spans):
            return ""
        start, end = self.spans[index]
        return self.text[start:end]

    def written(self, first: int, last: int) -> str:
        """The text from one word up to but not including another."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def is_a(self, index: int, *names: str) -> bool:
        """The word is of one of these classes, or is one of these words."""
        if not 0 <= index < len(self.kinds):
            return False
        kind, classes = self.kinds[index], self.grammar.classes
        for name in names:  # noqa: SIM110  a generator would double the cost, and this is asked of every word
            if kind in classes[name]:
                return True
        return False

    def value(self, index: int, name: str) -> int:
        """The number that a word of a class stands for: "May" 5, "14th" 14, "twenty-four" 24."""
        grammar, word = self.grammar, self.word(index)
        if name in ("MONTH", "MAYBE"):
            return grammar.values["MONTH"][grammar.kinds[word]]
        known = grammar.values.get(name, {})
        tens, _, units = word.partition("-")
        if units and name in ("NUM", "ORD"):
            return grammar.values["NUM"][grammar.kinds[tens]] + known[grammar.kinds[units]]
        if self.kinds[index] in known:
            return known[self.kinds[index]]
        return int("".join(char for char in word[:_LONGEST_NUMBER] if char.isdecimal()) or 0)


def words_of(text: str, start: int, end: int, grammar: Grammar) -> Words:
    """The words of text[start:end], each with its kind."""
    spans: list[tuple[int, int]] = []
    kinds: list[str] = []
    known, doubtful = grammar.kinds, {grammar.kinds["may"], grammar.kinds["march"]}
    for match in _TOKEN.finditer(text, start, end):
        span = match.span()
        word = text[span[0] : span[1]]
        kind = known.get(word.lower())
        if kind is None and word.isalpha():
            kind = OTHER
        elif kind is None:
            kind = _kind_by_form(word, grammar, follows=spans[-1] if spans else (0, 0), at=span[0], text=text)
        elif kind in doubtful and (word.isupper() or not word[0].isupper()):
            kind = grammar.kind("MAYBE")
        spans.append(span)
        kinds.append(kind)
    row = "".join(kinds)
    found = list(_names_in(text, spans, row, grammar))
    for at, end, name in found:
        kind = "OTHERMONTH" if name.feast is None else "FEAST" if name.month is None else "FEASTMONTH"
        kinds[at:end] = grammar.kinds[f"<{kind}>"] + grammar.kinds["<MORE>"] * (end - at - 1)
    return Words(text, spans, "".join(kinds) if found else row, grammar, {at: name for at, _, name in found})


def _names_in(text: str, spans: Sequence[tuple[int, int]], kinds: str, grammar: Grammar) -> Iterator[tuple[int, int, Name]]:
    """Names of feasts and of months of other calendars: one of their words has its capital."""
    at = 0
    while match := grammar.names.starters.search(kinds, at):
        at = match.start()
        found = grammar.names.longest(kinds, at)
        if found is not None and any(text[start].isupper() for start, _ in spans[at : found[1]]):
            yield at, found[1], found[0]
        at = at + 1 if found is None else found[1]


def _kind_by_form(word: str, grammar: Grammar, *, follows: tuple[int, int], at: int, text: str) -> str:
    """The kind of a number or a mark; OTHER for every word that says nothing of time."""
    first = word[0]
    if first.isalpha():
        if "-" not in word:
            return OTHER
        return grammar.kinds["first" if word.lower().endswith(("st", "nd", "rd", "th")) else "one"]  # "twenty-first", "twenty-four"
    if first in "0123456789":
        if len(word) > _LONGEST_NUMBER:
            return OTHER
        lower = word.lower()
        return next((grammar.kind(name) for name, form in _BY_FORM if form.fullmatch(lower)), OTHER)
    if first in "'’":
        if len(word) == 3:
            return grammar.kind("SHORTENED")  # "'94"
        plural = len(word) == 1 and follows[1] == at and text[at - 1 : at] in "sS"
        return grammar.kind("poss" if len(word) == 2 or plural else "apostrophe")
    if first == "." and follows[1] == at and text[follows[0] : at].lower() in _ABBREVIATIONS:
        return grammar.kind("dot")
    if first == "\n":
        return grammar.kind("stop")
    if len(word) > 1:
        return grammar.kind("break")
    name = _PUNCTUATION.get(word)
    return grammar.kind(name) if name else OTHER


def full_date(word: str, latest: int = 2049) -> date | None:
    """The day that figures alone give; None if they could be read in two ways ("10/05/2025") or name no day.

    Stops are of the day-first way of writing ("10.5.2025"); with slashes or hyphens the order is known only if one figure is over 12
    or both are the same. Two figures for the year are the latest such year, up to and with `latest`.
    """
    if match := _YEAR_FIRST.match(word):
        year, month, day = (int(match[part]) for part in (1, 3, 4))
    elif match := _DAY_OR_MONTH_FIRST.match(word):
        day, month, year = int(match[1]), int(match[3]), int(match[4])
        if match[2] != "." and day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
        if year < 100:
            year += latest // 100 * 100 - (100 if year > latest % 100 else 0)
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression of time among the words: [first, last) with what stands before it, [core, core_end) without.

    `lead` is the meaning of the words before it ("since"), `clock` where the times of day beside it stand, `until` the other end of a
    range, `parts` the words that make it, if they are not all from `core` to `core_end` ("3 ... May" in "3 and 5 May").
    """

    words: Words
    rule: Rule
    first: int
    last: int
    core: int
    core_end: int
    lead: str = ""
    clock: tuple[tuple[int, int], ...] = ()
    until: Mention | None = None
    parts: tuple[int, ...] = ()

    @property
    def reads(self) -> str:
        """The name of the rule that reads it."""
        return self.rule.reads

    @property
    def indexes(self) -> Sequence[int]:
        """The words that make it."""
        return self.parts or range(self.core, self.core_end)

    @property
    def kinds(self) -> str:
        """The kinds of the words that make it."""
        kinds = self.words.kinds
        return "".join(kinds[i] for i in self.parts) if self.parts else kinds[self.core : self.core_end]

    def has(self, *names: str) -> bool:
        """One of these words or classes is in it."""
        kinds, classes = self.kinds, self.words.grammar.classes
        return any(not classes[name].isdisjoint(kinds) for name in names)

    def all(self, *names: str) -> list[int]:
        """The values of its words of these classes, in order."""
        words = self.words
        if not self.has(*names):
            return []
        return [words.value(i, name) for i in self.indexes for name in names if words.is_a(i, name)]

    @property
    def name(self) -> Name | None:
        """The feast or the month of another calendar that it names."""
        names = self.words.names
        return next((names[i] for i in self.indexes if i in names), None) if names else None

    def one(self, *names: str) -> int | None:
        """The value of its first word of these classes."""
        return next(iter(self.all(*names)), None)

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.words.spans[self.first][0]

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.words.spans[self.last - 1][1]


def mentions(words: Words) -> Iterator[Mention]:
    """Every expression with its lead, from left to right, none overlapping another. The longest that fits wins."""
    starters, at = words.grammar.starters, 0
    while match := starters.search(words.kinds, at):
        found = _mention_at(words, match.start())
        if found is not None:
            yield found
        at = found.last if found is not None else match.start() + 1


def _mention_at(words: Words, at: int) -> Mention | None:
    """The expression that begins here, with a lead or without."""
    bare = _longest(words.grammar.shapes, words, at)
    best = None if bare is None else Mention(words, bare[0].rule, at, bare[1], at, bare[1])
    lead = _longest(words.grammar.leads, words, at)
    if lead is None:
        return best
    shape, after = lead
    starts = [after - 1, after] if after - at > 1 and words.word(after - 1) == "the" else [after]
    for core in starts:
        inner = _longest(words.grammar.shapes, words, core)
        if inner is not None and not inner[0].rule.args.get("bare"):
            if best is not None and best.last >= inner[1]:
                return best
            return Mention(words, inner[0].rule, at, inner[1], core, inner[1], lead=shape.rule.reads)
    return best


def _longest(shapes: Mapping[str, Shapes], words: Words, at: int) -> tuple[Shape, int] | None:
    """The shape that reaches furthest from here, and where it ends: before a comma, if what may follow it did not."""
    rows = shapes.get(words.kinds[at : at + 1])
    found = None if rows is None else rows.longest(words.kinds, at)
    return (found[0], found[1] - 1) if found is not None and words.is_a(found[1] - 1, ",") else found
