"""The words and shapes of time in `times.toml`, and the names of feasts and months in `feasts.toml`, ready to match.

Every word that matters becomes one character (its kind), every other word `OTHER`; a shape becomes a regular expression over such
characters. So a text is read once, and matching looks only at the few words that can begin an expression. All repeats are bounded:
the work grows with the length of the text and no faster. Names of feasts and of other calendars' months are found first, and are one kind
each to the shapes.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import resources
from typing import Any

OTHER = "."

#: Kinds that come from the form of a token, not from a list of words.
FORMAL = (
    "DIGIT",
    "NTH",
    "ZERO",
    "SHORT2",
    "TIME4",
    "NUMBER",
    "YEAR",
    "DECADE",
    "DATE",
    "TIME",
    "DOTTED",
    "MAYBE",
    "SHORTENED",
    "HIGH",
    "FEAST",
    "FEASTMONTH",
    "OTHERMONTH",
    "MORE",
    "dot",
    "stop",
    "break",
    "poss",
    "quote",
    "apostrophe",
    ",",
    "-",
    "/",
    "(",
    ")",
)
_UNIONS = {
    "DAY": ("DIGIT", "NTH", "ZERO"),
    "SHORT": ("DIGIT", "ZERO", "SHORT2"),
    "NUMBER": ("NUMBER", "SHORT2", "TIME4"),
    "FEAST": ("FEAST", "FEASTMONTH"),
    "OTHERMONTH": ("OTHERMONTH", "FEASTMONTH"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """One way of reading an expression. `needs`: the words that must stand before it; `args`: what else the rule says."""

    reads: str
    basis: str
    needs: frozenset[str] = frozenset()
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Shape:
    """A shape as a regular expression and what it stands for: a Rule, or the meaning of a lead ("since")."""

    source: str
    rule: Rule

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when a text first asks: most shapes wait long for their word."""
        return re.compile(self.source)


@dataclass(frozen=True)
class Shapes:
    """The shapes that begin with one kind."""

    rows: tuple[Shape, ...]

    @cached_property
    def any_fits(self) -> re.Pattern[str]:
        """Quick to say that none does."""
        return re.compile("|".join(shape.source for shape in self.rows))

    def longest(self, kinds: str, at: int) -> tuple[Shape, int] | None:
        """The shape that reaches furthest from here, the first of equals, and where it ends."""
        if self.any_fits.match(kinds, at) is None:
            return None
        best: tuple[Shape, int] | None = None
        for shape in self.rows:
            match = shape.pattern.match(kinds, at)
            if match is not None and (best is None or match.end() > best[1]):
                best = shape, match.end()
        return best


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a feast, of a month of another calendar, or of both: Ramadan. `feast` is its row of the table, `month` its number."""

    feast: Mapping[str, Any] | None = None
    calendar: str | None = None
    month: int | None = None


@dataclass(frozen=True)
class Names:
    """Names that are found before any shape, by the kind that they begin with, and where seasons and churches differ."""

    starters: re.Pattern[str]
    shapes: Mapping[str, Shapes]
    by_id: Mapping[str, Mapping[str, Any]]
    southern: frozenset[str]
    orthodox: frozenset[str]

    def longest(self, kinds: str, at: int) -> tuple[Name, int] | None:
        """The longest name that begins here, and where it ends."""
        found = self.shapes[kinds[at]].longest(kinds, at)
        return None if found is None else (found[0].rule.args["name"], found[1])


@dataclass(frozen=True)
class Grammar:
    """All that the finder needs: kinds of words, their values, and the shapes by the kind that they begin with."""

    kinds: Mapping[str, str]  # word -> its character
    classes: Mapping[str, frozenset[str]]  # class, or word -> the characters in it
    values: Mapping[str, Mapping[str, int]]
    shapes: Mapping[str, Shapes]
    leads: Mapping[str, Shapes]
    starters: re.Pattern[str]
    known_attacks: Mapping[tuple[int, int], tuple[int, frozenset[str]]]  # month and day -> year, and the words that tell: "attacks"
    names: Names

    def kind(self, name: str) -> str:
        """The character of a kind that comes from the form of a token, such as YEAR."""
        return self.kinds[f"<{name}>"]


def _class(chars: Collection[str]) -> str:
    """A class of characters with its runs as ranges, which compile several times faster."""
    if len(chars) == 1:
        return next(iter(chars))
    codes = sorted(map(ord, chars))
    starts = [code for code in codes if code - 1 not in codes]
    ends = [code for code in codes if code + 1 not in codes]
    return "[" + "".join(f"{chr(a)}-{chr(b)}" if a < b else chr(a) for a, b in zip(starts, ends, strict=True)) + "]"


class _Compiler:
    """Turns shapes into regular expressions over kinds."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.form = {word: name for name, words in table["forms"].items() for word in words.split()}
        self.phrases: Mapping[str, list[str]] = table["phrases"]
        self.chars: dict[str, str] = {}
        self.classes: dict[str, frozenset[str]] = {}
        for name in FORMAL:
            self.classes[name] = frozenset(self.char(f"<{name}>"))
        for name, members in _UNIONS.items():
            self.classes[name] = frozenset().union(*(self.char(f"<{member}>") for member in members))
        for name, words in table["classes"].items():
            self.classes[name] = frozenset(self.char(word) for word in words.split())
        for name, values in table["values"].items():
            self.classes[name] = frozenset(self.char(word) for word in values)
        self.classes["BRACKETEDYEAR"] = self.classes["DIGIT"]
        self.classes["SHORTYEAR"] = frozenset(self.char("<SHORT2>") + self.char("<ZERO>"))

    def char(self, word: str) -> str:
        """The character of a word; words that stand for one another share it."""
        name = self.form.get(word, word)
        return self.chars.setdefault(name, chr(0x4E00 + len(self.chars)))

    def kinds(self) -> dict[str, str]:
        return {**self.chars, **{word: self.char(word) for word in self.form}}

    def _one(self, name: str) -> tuple[str, frozenset[str], bool]:
        """The expression of one name, the kinds that it can begin with, whether it may be empty."""
        if name in self.phrases:
            parts = [self.shape(shape) for shape in self.phrases[name]]
            pattern = "(?:" + "|".join(part[0] for part in parts) + ")"
            return pattern, frozenset().union(*(part[1] for part in parts)), any(part[2] for part in parts)
        chars = self.classes.get(name) or frozenset(self.char(name))
        pattern = _class(chars)
        if name == "YEAR":  # "on 14 October 2000 people died" has no year in it
            pattern += f"(?!{_class(self.classes['COUNTED'])})"
        if name == "SHORTYEAR":  # "12 NOV 89 (EFE)", but not "on 12 November 89 people died"
            ends = frozenset().union(*(self.classes[end] for end in ("stop", "break", ",", "-", "(", ")", "quote")))
            pattern += f"(?=$|{_class(ends)})"
        if name == "BRACKETEDYEAR":  # "12 NOV 19 (EFE)": the figures may be a day too
            pattern += f"(?={_class(self.classes['('] | self.classes['break'])})"
        return pattern, chars, False

    def shape(self, shape: str) -> tuple[str, frozenset[str], bool]:
        """A row of words as an expression, with the kinds that it can begin with."""
        pattern, first, empty = "", frozenset[str](), True
        for item in shape.split():
            optional = item.endswith("?")
            parts = [self._one(name) for name in item.removesuffix("?").split("|")]
            one = "|".join(part[0] for part in parts)
            pattern += f"(?:{one})?" if optional else (f"(?:{one})" if len(parts) > 1 else one)
            if empty:
                first |= frozenset().union(*(part[1] for part in parts))
            empty = empty and (optional or any(part[2] for part in parts))
        return pattern, first, empty

    def shapes(self, rows: Iterator[tuple[str, Rule]]) -> dict[str, Shapes]:
        found: dict[str, list[Shape]] = {}
        for text, rule in rows:
            pattern, first, _ = self.shape(text)
            shape = Shape(pattern, rule)
            for char in sorted(first):
                found.setdefault(char, []).append(shape)
        made: dict[tuple[int, ...], Shapes] = {}  # all months begin the same shapes
        for shapes in found.values():
            key = tuple(map(id, shapes))
            if key not in made:
                made[key] = Shapes(tuple(shapes))
        return {char: made[tuple(map(id, shapes))] for char, shapes in found.items()}


def _rules(table: Mapping[str, Any]) -> Iterator[tuple[str, Rule]]:
    for row in table["rules"]:
        known = {"reads", "basis", "needs", "shapes"}
        rule = Rule(row["reads"], row["basis"], frozenset(row.get("needs", ())), {k: v for k, v in row.items() if k not in known})
        for shape in row["shapes"]:
            yield shape, rule


def _leads(table: Mapping[str, Any]) -> Iterator[tuple[str, Rule]]:
    for row in table["leads"]:
        rule = Rule(row["means"], "")
        for shape in row["shapes"]:
            yield shape, rule


def _names(compiler: _Compiler, table: Mapping[str, Any]) -> Names:
    """Feasts and months. The words that only they have are the class ONLY_IN_NAMES: such a word by itself says nothing of time."""
    before = set(compiler.chars)
    compiler.classes["FAITH"] = frozenset(map(compiler.char, table["faiths"].split()))
    shapes = compiler.shapes(_name_rows(table))
    compiler.classes["ONLY_IN_NAMES"] = frozenset(char for word, char in compiler.chars.items() if word not in before)
    by_id = {row["id"]: row for row in table["feasts"] if "id" in row}
    southern, orthodox = frozenset(table["southern"].split()), frozenset(table["orthodox"].split())
    return Names(re.compile(_class(set(shapes))), shapes, by_id, southern, orthodox)


def _name_rows(table: Mapping[str, Any]) -> Iterator[tuple[str, Rule]]:
    for feast in table["feasts"]:
        is_month = feast.get("lasts") == 0
        name = Name(feast, feast["calendar"] if is_month else None, feast["month"] if is_month else None)
        for shape in feast["names"]:
            yield shape, Rule("name", "stated", args={"name": name})
            yield f"{table['before_a_feast']} {shape}", Rule("name", "stated", args={"name": name})
    for calendar, months in table["months"].items():
        for shape, month in months.items():
            yield shape, Rule("name", "stated", args={"name": Name(calendar=calendar, month=month)})


def grammar_of(table: Mapping[str, Any], feasts: Mapping[str, Any]) -> Grammar:
    """The grammar that tables such as `times.toml` and `feasts.toml` describe."""
    compiler = _Compiler(table)
    shapes, leads = compiler.shapes(_rules(table)), compiler.shapes(_leads(table))
    starters = re.compile(_class({*shapes, *leads}))
    values = {name: {compiler.char(word): value for word, value in row.items()} for name, row in table["values"].items()}
    known = {(row["month"], row["day"]): (row["year"], frozenset(row["told"].split())) for row in table["known_attacks"]}
    names = _names(compiler, feasts)
    kinds = compiler.kinds()
    classes = {**{word: frozenset(char) for word, char in kinds.items()}, **compiler.classes}
    return Grammar(kinds, classes, values, shapes, leads, starters, known, names)


@cache
def grammar() -> Grammar:
    """The grammar of the tables that ship with the program."""
    return grammar_of(_table("times.toml"), _table("feasts.toml"))


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files("ascribe.knowledge").joinpath(name).read_text("utf-8"))
