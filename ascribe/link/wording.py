"""The words of a text, as copies are found by them: without case, marks, accents and signs that nobody sees, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import combining, normalize

from ascribe.model.text import Span

#: Signs that nobody sees: soft hyphen, zero-width signs, marks of writing direction, the byte order mark.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(rf"[\w\u0300-\u036f{_UNSEEN}]+")


def _quotation(opens: str, closes: str, before: str = "") -> str:
    """The pattern of what stands between these marks; `before` is that of what stands before the first.

    A speech passes over a blank line only where it opens anew behind it. One that is never closed ends with its sentence.
    """
    within = rf"(?:[^{opens}{closes}\n]|\n(?![ \t]*\n\s{{0,9}}[^\s{opens}]))*+"
    spoken = rf"{opens}{within}(?:(?<=\n){opens}{within}){{0,20}}(?<!\s){closes}"
    return rf"{before}(?:{spoken}|{opens}[^{opens}{closes}.!?\n]*)"


#: Single quotation marks are left out: in plain text they cannot be told from apostrophes. A straight one behind a word closes.
_QUOTATION = re.compile("|".join((_quotation("“", "”"), _quotation("«", "»"), _quotation('"', '"', before=r"(?<![\w.,!?…])"))))

#: A longer sentence, in characters, is no furniture: a text without full stops, or one that happens to have such a word.
_LONGEST = 400
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*")
#: What a site puts around its articles. General knowledge of news pages; whoever finds another such line may add it.
_FURNITURE = re.compile(
    r"""\b(?:cookies|newsletters?|subscri(?:be|bers|ption)|sign\ up|log\ in|all\ rights\ reserved|copyright|advertisements?|advertising
      |first\ (?:published|appeared)|originally\ (?:published|appeared)|read\ (?:more|also|next)|more\ (?:on|stories|news)|click\ here
      |follow\ us|share\ this|terms\ of\ (?:use|service)|privacy\ policy|mobile\ app|our\ app
      |(?:views|opinions)\ expressed|may\ not\ be\ (?:published|reproduced|broadcast)|has\ not\ been\ edited|syndicated\ feed
      |support\ our\ (?:work|journalism)|become\ a\ (?:member|subscriber)|send\ us\ your|whats\s?app\ (?:channel|group|number)
      |is\ an?\ (?:[\w-]+\ ){0,4}(?:correspondent|reporter|editor|columnist|journalist|writer)\ (?:at|for|with|of|based|covering))\b
      | ©""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a text in order, and where each stands.

    `quoted` and `aside` have a 1 for each word that stands in quotation marks, and for each that does not tell: one that is quoted, or of a
    sentence that a site puts around its articles (cookies, subscriptions, who the writer is).
    """

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: bytes
    aside: bytes

    @property
    def told(self) -> int:
        """How many words tell."""
        return len(self.aside) - sum(self.aside)

    def span(self, start: int, end: int) -> Span:
        """Where the words from number `start` up to but not including `end` stand."""
        return Span(self.starts[start], self.ends[end - 1])

    def before(self, at: int) -> int:
        """How many words begin before this place in the text."""
        return bisect_left(self.starts, at)

    def starts_within(self, span: Span) -> tuple[int, ...]:
        """Where the words begin that begin in this stretch of the text."""
        return self.starts[self.before(span.start) : self.before(span.end)]


def words(text: str) -> list[str]:
    """The words of a text in order: case, accents, punctuation and signs that nobody sees are gone, digits stay."""
    return [word for match in _WORD.finditer(text) if (word := _plain(match[0]))]


@lru_cache(maxsize=256)  # a text is compared with many
def wording(text: str) -> Wording:
    """The words of a text with their places, and which of them do not tell."""
    found = [(word, *match.span()) for match in _WORD.finditer(text) if (word := _plain(match[0]))]
    plain, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    quoted, furniture = _marked(starts, _QUOTATION.finditer(text)), _marked(starts, _furniture(text))
    return Wording(plain, starts, ends, quoted, bytes(a | b for a, b in zip(quoted, furniture, strict=True)))


@lru_cache(maxsize=65_536)
def _plain(word: str) -> str:
    if word.isascii():
        return word.lower().replace("_", "")
    return "".join(letter for letter in normalize("NFKD", word.casefold()) if letter.isalnum() and not combining(letter))


def _furniture(text: str) -> Iterator[re.Match[str]]:
    """The sentences that a site puts around its articles."""
    return (sentence for sentence in _SENTENCE.finditer(text) if len(sentence[0]) <= _LONGEST and _FURNITURE.search(sentence[0]))


def _marked(starts: tuple[int, ...], stretches: Iterator[re.Match[str]]) -> bytes:
    """A 1 for each word that begins in one of these stretches."""
    marks = bytearray(len(starts))
    for stretch in stretches:
        first, last = bisect_left(starts, stretch.start()), bisect_left(starts, stretch.end())
        marks[first:last] = b"\1" * (last - first)
    return bytes(marks)
