"""Words that may be published, and the others, which are cut out of quotes and titles.

Rule. Nothing is looked for that must go; what may stay is named, word by word. A word written small stays where ordinary English has it. A
word with a capital stays where it belongs to the name of a registered party or of a known place that the published claims of this document
name, or is a day, a month beside a number, an adjective of a people before a common word, or an article, a number, a preposition at the
beginning of a sentence. Words with capitals that stand together stay or go together: where one is not known, none is kept. Names that are
withheld go in every spelling of case and accents, and each word of a person's name goes by itself, too. Long numbers go, whatever they are.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ascribe.knowledge import words as word_lists
from ascribe.knowledge.common_words import common_words
from ascribe.resolve.register import Register

CUT = "[…]"
#: What a quote is told with of which too little is left.
WITHHELD = "[quote withheld]"
#: So many words must be left, and this share of them.
LEAST_WORDS, LEAST_SHARE = 3, 0.5
#: Digits that stand together: more of them are no count, year or day.
MOST_DIGITS = 6

_WORD = re.compile(r"\w+(?:[.'’-]\w+)*")
_NUMBER = re.compile(r"\d{1,4}(?:\.\d)?(?:st|nd|rd|th|s|am|pm|mm|km|kg)?|[12]\d{3}-\d{2}-\d{2}", re.ASCII)
_GAP = re.compile(r"[\s,.;:!?'\"“”‘’()\[\]–—…%$€£&-]*")
_JOINS = re.compile(r"\s+|\s*[-–.'’/&]\s*", re.ASCII)
_ENDS = (".", "!", "?", "…", '"', "”", ":", "\n")
_PARTICLES = frozenset("bin ibn bint al el de del da dos das di du la le van von der den abu umm ben ould ag ur".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_BEFORE_MONTHS = frozenset("in of since early late mid last until by during to from".split())
_SHORT = frozenset("UN US UK EU USA UAE I".split())
_POSSESSIVE = re.compile(r"['’]s?$")
#: Words of the closed list that people are called, too.
_NAMES_TOO = frozenset("will may can so do van an bill mark grant".split())
_MANY = ("s", "men", "women", "people", "children", "police", "army", "military", "troops")


def plain(word: str) -> str:
    """A word without its case, its accents and its possessive ending."""
    taken = "".join(each for each in unicodedata.normalize("NFKD", word) if not unicodedata.combining(each))
    return _POSSESSIVE.sub("", taken.casefold())


def pieces(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared, parted at hyphens, too."""
    return tuple(plain(piece) for word in _WORD.findall(text) for piece in re.split(r"[-.]", word) if plain(piece))


@cache
def _closed() -> frozenset[str]:
    return frozenset(word for word in word_lists.load().grammar.closed if word.isalpha()) - _NAMES_TOO


@cache
def _roles() -> frozenset[str]:
    return frozenset(piece for word in word_lists.load().roles.kinds for piece in word.replace("_", "-").split("-"))


def is_common(word: str) -> bool:
    """Ordinary English writes this word small."""
    known = common_words()
    small = word.replace("’", "'")
    return small in known or small in _closed() or all(piece in known or piece in {"s", ""} for piece in re.split(r"['-]", small))


def is_code(value: object) -> bool:
    """A code of the codebook: common words written small, joined by strokes."""
    if not isinstance(value, str) or not re.fullmatch(r"[a-z]+(?:[_ -][a-z]+)*", value):
        return False
    return all(is_common(piece) or piece in {"ied", "pre", "non"} for piece in re.split(r"[_ -]", value))


def is_description(words: str | None) -> bool:
    """These words say what somebody is, and name nobody: common words written small, one of which is a word for people or bodies.

    The first may have a capital where it is an article or a number, or stands for many.
    """
    found = _WORD.findall(words or "")
    if not found or len(found) > 8 or _WORD.sub("", words or "").strip(" ,'’-"):
        return False
    first, rest = found[0], found[1:]
    begun = first.lower() if _may_begin(first) else first
    small = [begun, *rest]
    if not all((word.islower() and is_common(word)) or _NUMBER.fullmatch(word) for word in small):
        return False
    return any(piece in _roles() for word in small for piece in word.split("-")) or all(word in _closed() for word in small)


def _may_begin(word: str) -> bool:
    """With a capital because a sentence begins: an article, a preposition, a number, a word for many people."""
    small = word.lower()
    return word[1:] == small[1:] and (small in _closed() or (small in _roles() and small.endswith(_MANY)))


@dataclass(frozen=True, slots=True)
class Secrets:
    """Names that must not be said: as they are written, and for persons each word of them."""

    names: frozenset[tuple[str, ...]] = frozenset()
    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[tuple[str, bool]]) -> Secrets:
        """From names, each with whether it may be a person's. Descriptions are none."""
        whole, words = set(), set()
        for name, is_person in names:
            parts = pieces(name)
            if parts and not is_description(name):
                whole.add(parts)
                if is_person:
                    words |= {part for part in parts if len(part) > 1 and part not in _closed() and part not in _roles()}
        return cls(frozenset(whole), frozenset(words))

    def stand_in(self, text: str) -> bool:
        """One of the names is in this text."""
        found = pieces(text)
        return any(self.at(found, start) for start in range(len(found)))

    def at(self, found: Sequence[str], start: int) -> int:
        """How many words a name has that begins there; 0: none does."""
        return max((len(name) for name in self._by_first(found[start]) if tuple(found[start : start + len(name)]) == name), default=0)

    def _by_first(self, first: str) -> Collection[tuple[str, ...]]:
        return _index(self.names).get(first, ())


@cache
def _index(names: frozenset[tuple[str, ...]]) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names:
        found.setdefault(name[0], []).append(name)
    return found


@dataclass(frozen=True, slots=True)
class Sayable:
    """What may be said in one document: ids of registered parties, names of places and others, and what must not be."""

    parties: frozenset[str] = frozenset()
    names: frozenset[tuple[str, ...]] = frozenset()
    secrets: Secrets = field(default_factory=Secrets)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: where it stands, whether it is kept, whether its capital may be a name's."""

    start: int
    end: int
    text: str
    kept: bool
    named: bool = False


def judged(text: str, start: int, end: int, sayable: Sayable) -> list[Word]:
    """The words from `start` to `end`, each with whether it is kept."""
    found = [Word(match.start(), match.end(), match[0], False) for match in _WORD.finditer(text, start, end)]
    allowed = _named(found, sayable)
    words = [_alone(text, found, number, number in allowed, sayable) for number in range(len(found))]
    words = _together(text, words)
    words = _without_secrets(words, sayable.secrets)
    words = _without_long_numbers(text, words)
    return _without_strange_neighbours(text, words, start, end)


def _named(words: Sequence[Word], sayable: Sayable) -> set[int]:
    """Which of the words belong to names that may be said."""
    found: set[int] = set()
    register, texts = Register.load(), [word.text for word in words]
    for number, word in enumerate(words):
        if not any(letter.isupper() for letter in word.text):
            continue
        if sayable.parties:
            size, bearers = register.match(texts, number)
            if size and any(each.id in sayable.parties for each in bearers):
                found.update(range(number, number + size))
        for size in range(1, 7):
            if tuple(piece for each in texts[number : number + size] for piece in pieces(each)) in sayable.names:
                found.update(range(number, number + size))
    return found


def _alone(text: str, words: Sequence[Word], number: int, allowed: bool, sayable: Sayable) -> Word:
    """A word judged by itself and its neighbours."""
    word = words[number]
    small = word.text.lower()
    if word.text == small and word.text.isascii():
        kept = bool(_NUMBER.fullmatch(small)) or (is_common(small) and not any(each in sayable.secrets.words for each in pieces(small)))
        return replace(word, kept=kept)
    if allowed:
        return replace(word, kept=True, named=True)
    if _begins(text, word.start) and _may_begin(word.text) and plain(word.text) not in sayable.secrets.words:
        return replace(word, kept=True)
    before = words[number - 1].text.lower() if number else ""
    behind = words[number + 1].text if number + 1 < len(words) else ""
    return replace(
        word, kept=_of_the_calendar(word.text, before, behind) or word.text in _SHORT or _of_a_people(word.text, behind), named=True
    )


def _begins(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t'‘(“\"")
    return not before or before.endswith(_ENDS) or text[start - 1] in '“"'


def _of_the_calendar(word: str, before: str, behind: str) -> bool:
    small = word.lower()
    if word[1:] != small[1:]:
        return False
    beside = before[:1].isdigit() or behind[:1].isdigit() or (before in _BEFORE_MONTHS and not behind[:1].isupper())
    return small in _DAYS or (small in _MONTHS and beside)


def _of_a_people(word: str, behind: str) -> bool:
    return behind.islower() and is_common(behind) and Register.load().by_demonym(word.lower()) is not None


def _together(text: str, words: list[Word]) -> list[Word]:
    """Words with capitals that stand side by side are one name: where one of them may not be said, none is."""
    found = list(words)
    number = 0
    while number < len(words):
        run = _run(text, words, number)
        if len(run) > 1 and not all(words[each].kept for each in run if words[each].named):
            for each in run:
                found[each] = replace(found[each], kept=False)
        number = run[-1] + 1 if run else number + 1
    return found


def _run(text: str, words: Sequence[Word], number: int) -> list[int]:
    """The words from here on that may be one name: with capitals, or small particles between such."""
    run: list[int] = []
    last = number - 1
    for each in range(number, len(words)):
        word = words[each]
        if run and not _JOINS.fullmatch(text[words[each - 1].end : word.start]):
            break
        if word.named:
            run += range(last + 1, each + 1)
            last = each
            if _POSSESSIVE.search(word.text):
                break
        elif not run or word.text not in _PARTICLES or each - last > 2:
            break
    return run


def _without_secrets(words: list[Word], secrets: Secrets) -> list[Word]:
    """Names that are withheld, whole, in whatever case: cut out of names that may be said as well."""
    found = list(words)
    parts = [(number, piece) for number, word in enumerate(words) for piece in pieces(word.text)]
    texts = [piece for _, piece in parts]
    for start in range(len(parts)):
        for number, _ in parts[start : start + secrets.at(texts, start)]:
            found[number] = replace(found[number], kept=False)
    return found


def _without_long_numbers(text: str, words: list[Word]) -> list[Word]:
    """Digits that stand together are a telephone's, a passport's, an account's: but for counts with commas and days."""
    found = list(words)
    for number, word in enumerate(words):
        run = [number]
        while run[-1] + 1 < len(words) and _digits(words[run[-1] + 1].text) and _digits(words[run[-1]].text):
            if text[words[run[-1]].end : words[run[-1] + 1].start].strip(" \t().+-/"):
                break
            run.append(run[-1] + 1)
        if sum(_digits(words[each].text) for each in run) > (MOST_DIGITS if len(run) > 1 else 8):
            for each in run:
                found[each] = replace(found[each], kept=False)
        if text[word.start - 1 : word.start] == "+" and _digits(word.text):
            found[number] = replace(found[number], kept=False)
    return found


def _digits(word: str) -> int:
    return sum(each.isdigit() for each in word)


def _without_strange_neighbours(text: str, words: list[Word], start: int, end: int) -> list[Word]:
    """Beside a sign that is neither a space nor a common mark nothing is kept: addresses, handles, letters that cannot be seen."""
    edges = [(start, words[0].start), *((a.end, b.start) for a, b in itertools.pairwise(words)), (words[-1].end, end)] if words else []
    strange = [not _GAP.fullmatch(text[left:right]) for left, right in edges]
    return [replace(word, kept=word.kept and not strange[number] and not strange[number + 1]) for number, word in enumerate(words)]


def gaps(text: str, left: int, right: int) -> str | None:
    """What stands between two words that are both kept, each space as one; None: something that is not published."""
    between = text[left:right]
    return "".join(" " if each.isspace() else each for each in between) if _GAP.fullmatch(between) else None


def is_sayable(words: str, sayable: Sayable) -> bool:
    """Every word of these may be published."""
    found = judged(words, 0, len(words), sayable)
    return bool(found) and all(each.kept for each in found)
