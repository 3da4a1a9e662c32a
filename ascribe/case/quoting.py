"""Quotes as they are published: at most so many words, what may not be said cut out, and where what is left stood before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ascribe.case.withholding import CUT, LEAST_SHARE, LEAST_WORDS, WITHHELD, Sayable, Word, gaps, judged

#: Words left out at an end of a longer quote.
MORE = "…"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that are as they were: where they stood in the text, and where they stand in the quote."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class Cutting:
    """A quote as it is published. `stretches` are what is left of the text, in order."""

    text: str
    stretches: tuple[Stretch, ...] = ()

    @property
    def is_withheld(self) -> bool:
        """Nothing of the words is published."""
        return not self.stretches

    def moved(self, start: int, end: int) -> tuple[int, int] | None:
        """Where in the quote stands what stood at these places of the text; None: not, or not all of it."""
        for each in self.stretches:
            if each.start <= start < end <= each.end:
                return each.at + start - each.start, each.at + end - each.start
        return None


def cutting(text: str, start: int, end: int, near: int, sayable: Sayable, most: int) -> Cutting:
    """At most so many words of a quote, around the word at `near` where it is longer. In doubt nothing of it."""
    words = judged(text, start, end, sayable)
    first, last = _window(words, near, most)
    chosen = words[first:last]
    left = sum(word.kept for word in chosen)
    if left < LEAST_WORDS or left < LEAST_SHARE * len(chosen):
        return Cutting(WITHHELD)
    made = _written(text, chosen, before=first > 0, behind=last < len(words))
    if len(made.text.split()) > most:
        return cutting(text, start, end, near, sayable, most - 1)
    if sayable.secrets.stand_in(made.text):
        return Cutting(WITHHELD)
    return made


def _window(words: Sequence[Word], near: int, most: int) -> tuple[int, int]:
    """From the beginning, if the word that matters is among the first; else so that it stands in the middle."""
    at = next((number for number, word in enumerate(words) if word.end > near), 0)
    first = 0 if at < most else min(at - most // 2, len(words) - most)
    return first, min(first + most, len(words))


def _written(text: str, words: Sequence[Word], *, before: bool, behind: bool) -> Cutting:
    parts, stretches = ([MORE] if before else []), list[Stretch]()
    length = len(MORE) if before else 0
    last: Word | None = None
    for word in words:
        piece = ("" if last is not None and not last.kept else CUT) if not word.kept else text[word.start : word.end]
        between = "" if last is None or not piece else gaps(text, last.end, word.start) or " "
        if last is not None and last.kept and word.kept and len(between) == word.start - last.end and stretches:
            stretches[-1] = Stretch(stretches[-1].start, word.end, stretches[-1].at)
        elif word.kept:
            stretches.append(Stretch(word.start, word.end, length + len(between)))
        parts += [between, piece]
        length += len(between) + len(piece)
        last = word
    return Cutting("".join(parts) + (MORE if behind else ""), tuple(stretches))
