"""What a name looks like: which words are capitals, joiners and codes, and what no name of a place contains."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascribe.gazetteer.gazetteer import normalise
from ascribe.model.lexicon import PlaceWords
from ascribe.model.reading import Token
from ascribe.resolve.places.marks import Demonym, Mention, is_compound

#: Small words that stand inside names.
JOINERS = frozenset("al el of the de del la las los da do dos das di du le les and y e ez az bin ibn au aux 's - – . &".split())
#: What parts the members of a list.
LISTED = frozenset({",", "and", "or", "&", ";", "/"})
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ez|es|er|tel|ad|d|l)[-‑'’][A-ZÀ-Þ]")


class Shape:
    """Judges names by their words alone."""

    def __init__(self, words: PlaceWords, demonym: Demonym, text: str) -> None:
        self.words = words
        self.demonym = demonym
        self._text = text

    def is_part_of_name(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Another capitalised word stands directly before it, which is no direction, nation, sort of area or common word."""
        at = mention.first - 1
        if at > 0 and tokens[at].text == "." and len(tokens[at - 1].text) == 1 and tokens[at - 1].text.isupper():
            return True  # "David C. Lyons"
        if at < 0 or not capital(tokens[at]) or tokens[at].lower in LISTED:
            return False
        lower, words = tokens[at].lower, self.words
        clear = lower in words.directions or lower in words.features or lower in words.skipped or lower in words.never
        return not (
            clear or is_compound(tokens[at].text) or lower in words.locative or lower in words.days or self.demonym(tokens[at].text)
        )

    def may_be_place(self, words: Sequence[Token]) -> bool:
        """No word of it is a number, an abbreviation, a nationality, or a word that is no name."""
        name = self._text[words[0].start : words[-1].end]
        bad = self.words.not_after_in | self.words.never - self.words.directions
        judged = words[:1] if words[0].lower in self.words.prefixes else words
        if code_like(name) or any(c.isdigit() for c in name) or any(word.lower in bad for word in judged):
            return False
        if normalise(name) in self.words.never_names or all(word.lower in self.words.features for word in words):
            return False  # "the U.S. Embassy"
        return not self.demonym(words[-1].text)


def capital(token: Token) -> bool:
    """A capitalised word, or an article joined to one ("al-Hudaydah")."""
    return token.text[0].isupper() or bool(token.text[0].islower() and _ARTICLED.match(token.text))


def capital_soon(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word follows, over one more joiner at most ("de la")."""
    if at + 1 < len(tokens) and capital(tokens[at + 1]):
        return True
    return at + 2 < len(tokens) and tokens[at + 1].lower in JOINERS and tokens[at].lower not in {"'s", "."} and capital(tokens[at + 2])


def code_like(name: str) -> bool:
    """An abbreviation: "UN", "ISIS", "AK-47"."""
    return len(name) < 7 and name.isupper()
