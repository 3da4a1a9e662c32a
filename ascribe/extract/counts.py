"""Numbers as the text gives them: low, best and high from the words around a figure.

Rule (records.md): "24" sets all three; "at least", "more than", "over" leave the high open; "about" sets only the best; "nearly" the best and
the high; "up to" only the high; "between 20 and 30" low and high; "several" low 3, "dozens" low 24, "scores" low 40, "hundreds" low 200,
"thousands" low 2000. A person named in the singular counts one. "No", "nobody" is none at all: 0.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascribe.model.claims import Count
from ascribe.model.reading import Token

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MANY = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "score": 20}
#: Vague plurals and the least they mean (records.md).
_VAGUE = {
    "several": 3, "few": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "tens": 20, "many": None, "numerous": 3, "multiple": 3,
}  # fmt: skip
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+(?:\.\d+)?$")
_FLOOR = frozenset("least than over above upwards minimum excess".split())
_ABOUT = frozenset("about around some roughly approximately estimated circa".split())
_CEILING = frozenset("nearly almost".split())
_SKIP = frozenset("a an the another further additional only just other total of some".split())


def number(word: str) -> int | None:
    """The whole number that one token stands for, or None."""
    if _DIGITS.match(word):
        value = word.replace(",", "")
        return int(value) if "." not in value and len(value) < 10 else None
    if "-" in word:
        tens, _, unit = word.partition("-")
        return _UNITS[tens] + _UNITS[unit] if tens in _UNITS and unit in _UNITS and _UNITS[tens] >= 20 else None
    return _UNITS.get(word)


def read_count(tokens: Sequence[Token], start: int, end: int) -> Count | None:
    """The count that the tokens from `start` to `end` give, or None when they hold no number."""
    at = start
    while at < end:
        word = tokens[at].lower
        vague = _vague(tokens, at, start, end)
        if vague is not None:
            return vague
        value, stop = _value(tokens, at, end)
        if value is not None:
            return _qualified(tokens, start, at, stop, end, value)
        if word in {"no", "nobody", "none", "zero", "neither"} and at == start:
            return Count(0, 0, 0, tokens[at].text, tokens[at].start, tokens[at].end)
        at += 1
    return None


def _vague(tokens: Sequence[Token], at: int, start: int, end: int) -> Count | None:
    word = tokens[at].lower
    if word not in _VAGUE or _VAGUE[word] is None:
        return None
    if word == "few" and (at == start or tokens[at - 1].lower != "a"):
        return None
    low = _VAGUE[word]
    stop = at + 1
    if word == "tens" and at + 2 < end and tokens[at + 2].lower == "thousands":
        low, stop = 20_000, at + 3
    elif word == "hundreds" and at + 2 < end and tokens[at + 2].lower == "thousands":
        low, stop = 200_000, at + 3
    return Count(low, None, None, _text(tokens, at, stop), tokens[at].start, tokens[stop - 1].end)


def _value(tokens: Sequence[Token], at: int, end: int) -> tuple[int | None, int]:
    """A number in figures or words, with "hundred", "thousand", "million", "dozen" behind it."""
    word = tokens[at].lower
    value = number(word)
    stop = at + 1
    if value is None:
        if word in {"half-a-dozen"}:
            return 6, stop
        if word in _MANY and at and tokens[at - 1].lower in {"a", "an"}:
            return _MANY[word], stop
        if _DIGITS.match(word) and stop < end and tokens[stop].lower == "million":
            return int(float(word.replace(",", "")) * 1_000_000), stop + 1
        return None, at
    while stop < end:
        following = tokens[stop].lower
        if following in _MANY:
            value *= _MANY[following]
        elif following == "and" and stop + 1 < end and value >= 100 and value % 100 == 0 and number(tokens[stop + 1].lower) is not None:
            value += number(tokens[stop + 1].lower) or 0
            stop += 1
        elif value >= 100 and value % 100 == 0 and not tokens[at].text[0].isdigit() and number(following) is not None:
            value += number(following) or 0
        else:
            break
        stop += 1
    return value, stop


def _qualified(tokens: Sequence[Token], start: int, at: int, stop: int, end: int, value: int) -> Count:
    """The number with the words before it that widen or narrow it."""
    first = at
    while first > max(0, start - 4) and tokens[first - 1].lower in _QUALIFIERS:
        first -= 1
    before = [token.lower for token in tokens[first:at]]
    low: int | None = value
    best: int | None = value
    high: int | None = value
    second = _range_end(tokens, at, stop, end, before)
    if second is not None:
        other, last = second
        return Count(min(value, other), None, max(value, other), _text(tokens, first, last), tokens[first].start, tokens[last - 1].end)
    phrase = " ".join(before)
    if "up to" in phrase or "as many as" in phrase or "maximum" in phrase or "no more than" in phrase or "at most" in phrase:
        low, best, high = None, None, value
    elif "fewer than" in phrase or "less than" in phrase or "under" in phrase:
        low, best, high = (value, value, None) if "no" in before else (None, None, value)
    elif _FLOOR & set(before):
        high = None
    elif _CEILING & set(before) or "close to" in phrase:
        low = None
    elif _ABOUT & set(before) - {"some"} or "some" in before:
        low, high = None, None
    else:
        while first < at and tokens[first].lower in _SKIP:
            first += 1
    return Count(low, best, high, _text(tokens, first, stop), tokens[first].start, tokens[stop - 1].end)


_QUALIFIERS = frozenset(
    "at least most more than over above up to as many as about around some roughly approximately an estimated nearly almost close fewer less no "
    "under between from well a further another minimum of maximum only just".split()
)


def _range_end(tokens: Sequence[Token], at: int, stop: int, end: int, before: list[str]) -> tuple[int, int] | None:
    """The second number of "between 20 and 30", "20 to 30", "20-30"."""
    if stop + 1 >= len(tokens) or tokens[stop].lower not in {"and", "to", "-", "–", "or"}:
        return None
    if tokens[stop].lower == "and" and "between" not in before:
        return None
    if tokens[stop].lower == "or" and stop + 1 >= end:
        return None
    value, last = _value(tokens, stop + 1, len(tokens))
    return (value, last) if value is not None else None


def _text(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words of the tokens as they stand, gaps as in the text where that can be told from offsets."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first : stop - 1], tokens[first + 1 : stop], strict=True):
        pieces.append(" " * (1 if token.start > before.end else 0) + token.text)
    return "".join(pieces)
