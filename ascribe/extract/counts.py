"""Numbers as the text gives them: low, best and high from the words around a figure.

Rule (records.md): "24" sets all three; "at least", "more than", "over" leave the high open; "about" sets only the best; "nearly" the best
and the high; "up to" only the high; "between 20 and 30" low and high; "several" low 3, "dozens" low 24, "scores" low 40, "hundreds" low
200, "thousands" low 2000. A person named in the singular counts one. "No", "nobody" is none at all: 0. Ages, years, percentages and
measures are no counts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from ascribe.model.claims import Count
from ascribe.model.reading import Token

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_MANY = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000, "score": 20}
#: Vague plurals and the least they mean (records.md).
_VAGUE = {"several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "numerous": 3, "multiple": 3}
_VAGUE_OF = {"tens of thousands": 20_000, "hundreds of thousands": 200_000, "dozens of thousands": 24_000, "thousands upon thousands": 2000}
_NONE = frozenset({"no", "nobody", "none", "neither", "no-one", "zero"})
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$|\d+(?:\.\d+)?$")
_SPAN = re.compile(r"(\d{1,6})[-–—](\d{1,6})$")
_LOOSE = re.compile(r"(\d{1,6}|[a-z]+)(-odd|-plus|\+)$")


class _Sense(Enum):
    """What the words beside a figure leave open."""

    EXACT = "exact"
    FLOOR = "floor"  # "at least"
    ABOUT = "about"
    CEILING = "ceiling"  # "nearly": that many or a few less
    MOST = "most"  # "up to"


_BEFORE = {
    **dict.fromkeys(
        (
            "at least",
            "more than",
            "over",
            "above",
            "upwards of",
            "upward of",
            "in excess of",
            "a minimum of",
            "no fewer than",
            "no less than",
            "not fewer than",
            "not less than",
            "well over",
            "just over",
            "slightly over",
            "slightly more than",
            "a little over",
            "minimum",
            "minimum of",
        ),
        _Sense.FLOOR,
    ),
    **dict.fromkeys(
        (
            "about",
            "around",
            "some",
            "roughly",
            "approximately",
            "an estimated",
            "estimated",
            "circa",
            "in the region of",
            "perhaps",
            "possibly",
            "an approximate",
            "the estimated",
            "somewhere around",
            "about some",
        ),
        _Sense.ABOUT,
    ),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "just short of", "a little under"), _Sense.CEILING),
    **dict.fromkeys(
        (
            "up to",
            "as many as",
            "at most",
            "no more than",
            "not more than",
            "a maximum of",
            "fewer than",
            "less than",
            "under",
            "below",
            "maximum",
        ),
        _Sense.MOST,
    ),
}
_LONGEST = max(len(words.split()) for words in _BEFORE)
#: Words that may stand between a qualifier and its figure and change nothing.
_NEUTRAL = frozenset(
    "a an the another further additional only just other all total of his her its their our these those first last".split()
)
_NOT_A_COUNT_BEFORE = frozenset("aged age magnitude no. number kilometre km route highway chapter article resolution page room".split())
_NOT_A_COUNT_BEHIND = frozenset(
    "mm cm km kilometres kilometers metres meters miles per percent % pm am a.m p.m hours o'clock tonnes tons kg kilos "
    "kilograms barrels litres "
    "per-cent years months weeks days minutes dollars euros feet caliber calibre years-old seconds".split()
)


def number(word: str) -> int | None:
    """The whole number that one token stands for, or None."""
    if _DIGITS.match(word):
        value = word.replace(",", "")
        return int(value) if "." not in value and len(value) < 10 else None
    if "-" in word:
        tens, _, unit = word.partition("-")
        if unit in _MANY and tens in _UNITS:
            return _UNITS[tens] * _MANY[unit]
        return _UNITS[tens] + _UNITS[unit] if tens in _UNITS and unit in _UNITS and _UNITS[tens] >= 20 else None
    return _UNITS.get(word)


def read_count(tokens: Sequence[Token], start: int, end: int) -> Count | None:
    """The count that the tokens from `start` to `end` give, or None when they hold no number."""
    for at in range(start, end):
        found = _vague(tokens, at, end) or _compact(tokens, at)
        if found is not None:
            return found
        value, stop = _value(tokens, at, end)
        if value is not None and not _is_measure(tokens, at, stop, end):
            return _qualified(tokens, start, at, stop, end, value)
        if value is not None and stop < end and tokens[stop].lower in {"per", "percent", "%", "per-cent"}:
            return None
        if at == start and tokens[at].lower in _NONE and not _qualifies_next(tokens, at, end):
            return Count(0, 0, 0, tokens[at].text, tokens[at].start, tokens[at].end)
    return None


def range_before(tokens: Sequence[Token], start: int) -> int | None:
    """The token of the first figure when the figure at `start` is the second half of a range: "between 20 and / 30 soldiers"."""
    if start < 2 or number(tokens[start].lower) is None or tokens[start - 1].lower not in {"and", "to", "or", "-", "–"}:
        return None
    for first in range(start - 2, max(-1, start - 6), -1):
        value, stop = _value(tokens, first, start)
        if value is None:
            continue
        if stop != start - 1 or (first and _value(tokens, first - 1, start)[1] >= stop):
            continue
        if tokens[start - 1].lower == "and" and (first == 0 or tokens[first - 1].lower != "between"):
            return None
        later, _ = _value(tokens, start, len(tokens))
        return first if later is not None and later > value else None
    return None


def _qualifies_next(tokens: Sequence[Token], at: int, end: int) -> bool:
    """ "No fewer than 12" is a figure, not none."""
    return at + 2 < end and tokens[at + 1].lower in {"fewer", "less", "more"} and tokens[at + 2].lower == "than"


def _is_measure(tokens: Sequence[Token], at: int, stop: int, end: int) -> bool:
    """An age, a year, a distance, a percentage."""
    if at and tokens[at - 1].lower in _NOT_A_COUNT_BEFORE:
        return True
    if stop < len(tokens) and tokens[stop].lower in _NOT_A_COUNT_BEHIND and (stop < end or tokens[stop].lower in {"%", "percent", "per"}):
        return True
    if stop < len(tokens) and tokens[stop].lower in {"th", "st", "nd", "rd"} and tokens[stop].start == tokens[stop - 1].end:
        return True
    word = tokens[at].text
    if len(word) == 4 and word[0] == "0" and word.isdigit():
        return True  # 0700 hours
    return len(word) == 4 and word.isdigit() and 1900 <= int(word) <= 2099 and stop >= end


def _vague(tokens: Sequence[Token], at: int, end: int) -> Count | None:
    """ "Several", "a few hundred", "tens of thousands", "a couple", "half a dozen"."""
    words = [token.lower for token in tokens[at : min(at + 4, len(tokens))]]
    low: int | None = None
    length = 1
    three = " ".join(words[:3])
    if three in _VAGUE_OF:
        low, length = _VAGUE_OF[three], 3
    elif words[:3] == ["half", "a", "dozen"] or words[:2] == ["half", "dozen"]:
        length = 3 if words[1] == "a" else 2
        return Count(6, 6, 6, _text(tokens, at, at + length), tokens[at].start, tokens[at + length - 1].end)
    elif words[0] in {"a", "an"} and words[1:2] in (["couple"], ["pair"]) and words[2:3] == ["of"]:
        return Count(2, 2, 2, _text(tokens, at, at + 2), tokens[at].start, tokens[at + 1].end)
    elif words[0] == "both":
        return Count(2, 2, 2, tokens[at].text, tokens[at].start, tokens[at].end)
    elif words[0] == "a" and words[1:2] in (["few"], ["handful"]):
        low, length = 3, 2
    elif words[0] in _VAGUE:
        low = _VAGUE[words[0]]
    if low is None or at + length > max(end, at + 1):
        return None
    if low == 3 and len(words) > length and words[length] in _MANY:
        low, length = low * _MANY[words[length]], length + 1
    return Count(low, None, None, _text(tokens, at, at + length), tokens[at].start, tokens[at + length - 1].end)


def _compact(tokens: Sequence[Token], at: int) -> Count | None:
    """Ranges and loose figures written as one word: "20-30", "30-odd", "100-plus"."""
    token = tokens[at]
    span = _SPAN.match(token.text)
    if span is not None and int(span[1]) < int(span[2]) and not 1900 <= int(span[1]) <= 2099:
        return Count(int(span[1]), None, int(span[2]), token.text, token.start, token.end)
    loose = _LOOSE.match(token.lower)
    value = number(loose[1]) if loose is not None else None
    if loose is None or value is None:
        return None
    return _count(_Sense.ABOUT if loose[2] == "-odd" else _Sense.FLOOR, value, token.text, token.start, token.end)


def _value(tokens: Sequence[Token], at: int, end: int) -> tuple[int | None, int]:
    """A number in figures or words, with "hundred", "thousand", "million", "dozen" behind it."""
    word = tokens[at].lower
    value = number(word)
    stop = at + 1
    if value is None:
        if word == "half-a-dozen":
            return 6, stop
        if word in _MANY and at and tokens[at - 1].lower in {"a", "an"}:
            value = _MANY[word]
        elif _DIGITS.match(word) and stop < end and tokens[stop].lower == "million":
            return int(float(word.replace(",", "")) * 1_000_000), stop + 1
        else:
            return None, at
    while stop < end:
        following = tokens[stop].lower
        if following in _MANY and following != "score":
            value *= _MANY[following]
        elif (
            following == "and"
            and stop + 1 < end
            and value >= 100
            and value % 100 == 0
            and 0 < (number(tokens[stop + 1].lower) or 0) < 100
            and stop - at > 1
        ):
            value += number(tokens[stop + 1].lower) or 0
            stop += 1
        elif value >= 100 and value % 100 == 0 and not tokens[at].text[0].isdigit() and 0 < (number(following) or 0) < 100:
            value += number(following) or 0
        else:
            break
        stop += 1
    return value, stop


def _qualified(tokens: Sequence[Token], start: int, at: int, stop: int, end: int, value: int) -> Count:
    """The number with the words beside it that widen or narrow it."""
    sense, first = _sense(tokens, start, at)
    second = _range_end(tokens, at, stop, end)
    if second is not None:
        other, last = second
        if at and tokens[at - 1].lower in {"between", "from"}:
            first = min(first, at - 1)
        return Count(min(value, other), None, max(value, other), _text(tokens, first, last), tokens[first].start, tokens[last - 1].end)
    behind = [token.lower for token in tokens[stop : stop + 2]]
    if sense is _Sense.EXACT and behind == ["or", "so"]:
        sense, stop = _Sense.ABOUT, stop + 2
    elif sense is _Sense.EXACT and behind == ["or", "more"]:
        sense, stop = _Sense.FLOOR, stop + 2
    return _count(sense, value, _text(tokens, first, stop), tokens[first].start, tokens[stop - 1].end)


def _count(sense: _Sense, value: int, text: str, start: int, end: int) -> Count:
    """The figure as its sense sets it."""
    low = value if sense in {_Sense.EXACT, _Sense.FLOOR} else None
    best = value if sense is not _Sense.MOST else None
    high = value if sense in {_Sense.EXACT, _Sense.CEILING, _Sense.MOST} else None
    return Count(low, best, high, text, start, end)


def _sense(tokens: Sequence[Token], start: int, at: int) -> tuple[_Sense, int]:
    """The qualifier before a figure and the token where it begins.

    Those of one word must stand in the same phrase: "flew over 20 villages".
    """
    place = at
    while True:
        for length in range(_LONGEST, 0, -1):
            first = place - length
            words = " ".join(token.lower for token in tokens[max(0, first) : place])
            inside = first >= start or length > 1 or words in {"nearly", "almost", "roughly", "approximately"}
            if first >= 0 and inside and words in _BEFORE:
                return _BEFORE[words], first
        if place > start and tokens[place - 1].lower in _NEUTRAL:
            place -= 1
            continue
        return _Sense.EXACT, at


def _range_end(tokens: Sequence[Token], at: int, stop: int, end: int) -> tuple[int, int] | None:
    """The second number of "between 20 and 30", "20 to 30", "20-30"."""
    if stop + 1 >= len(tokens) or tokens[stop].lower not in {"and", "to", "-", "–", "or"}:
        return None
    if tokens[stop].lower == "and" and (at == 0 or tokens[at - 1].lower != "between"):
        return None
    if tokens[stop].lower == "or" and stop + 1 >= end:
        return None
    own, _ = _value(tokens, at, stop)
    value, last = _value(tokens, stop + 1, len(tokens))
    return (value, last) if value is not None and own is not None and value > own else None


def _text(tokens: Sequence[Token], first: int, stop: int) -> str:
    """The words of the tokens as they stand, gaps as in the text where that can be told from offsets."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first : stop - 1], tokens[first + 1 : stop], strict=True):
        pieces.append(" " * (1 if token.start > before.end else 0) + token.text)
    return "".join(pieces)
