"""A noun phrase as the rules on parties look at it, and small questions about its words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ascribe.model.grammar import Phrase
from ascribe.model.parties import Kind, Party
from ascribe.model.reading import Token

#: Words that make whoever they stand beside rebels, whatever the noun: "rebel forces", "Maoist leaders".
REBEL = frozenset(
    "rebel insurgent guerrilla guerilla separatist secessionist militant jihadist islamist maoist subversive mutinous breakaway".split()
)
#: Words that say that the noun is another one than the one last spoken of.
OTHER = frozenset(
    "other others rival another same different several various all many some any no every each both new foreign two three four".split()
)
DEFINITE = frozenset({"the", "this", "that", "these", "those"})
POSSESSIVES = frozenset({"its", "their", "his", "her", "our", "my", "your"})
#: Nouns that only count or gather those that "of" names: "dozens of rebels", "a group of soldiers".
GATHERING = frozenset(
    "one ones some many most all both none several dozens scores hundreds thousands number group band handful pair couple column convoy "
    "team".split()
)
#: Those who speak for a party without saying which: the one last named is meant.
SPOKESMEN = frozenset(
    "spokesman spokeswoman spokesperson spokesmen spokespeople statement communique communiqué leadership leader leaders commander "
    "commanders".split()
)
#: Nouns that take up two parties at once, behind "both" or "the two".
BOTH = frozenset(
    "countries sides neighbours neighbors nations states armies parties rivals governments foes groups capitals factions forces "
    "militaries enemies outfits movements militias gangs cartels organisations organizations".split()
)
#: Endings that make a nation the patron of a party and not the party: "Russian-backed separatists", "Iran-aligned militias".
_PATRON = tuple(
    "backed led aligned linked allied affiliated supported trained funded sponsored armed installed appointed controlled occupied "
    "administered held born based owned made built designed speaking brokered".split()
)


class Noun(NamedTuple):
    """A noun phrase: its text and offsets, its tokens with their tags, and which of them is the head. `words` and `head` are folded."""

    text: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    tags: tuple[str, ...]
    words: tuple[str, ...]
    head: str
    head_at: int

    @classmethod
    def of(cls, text: str, tokens: Sequence[Token], tags: Sequence[str], phrase: Phrase) -> Noun:
        """The phrase with its words. `text` is the document's."""
        inside = tuple(tokens[phrase.start : phrase.end])
        start, end = inside[0].start, inside[-1].end
        words = tuple([token.lower for token in inside])
        at = phrase.head - phrase.start
        return cls(text[start:end], start, end, inside, tuple(tags[phrase.start : phrase.end]), words, words[at], at)

    @property
    def head_token(self) -> Token:
        """The word that it is about."""
        return self.tokens[self.head_at]

    @property
    def is_pronoun(self) -> bool:
        """It is a pronoun alone."""
        return self.tags == ("PN",)

    @property
    def owner(self) -> str | None:
        """The last word, written with a capital, of whose it is: "Haftar" of "Khalifa Haftar's army"."""
        at = self.tags.index("POS") if "POS" in self.tags else 0
        owner = self.tokens[at - 1].text if at else ""
        return owner if owner[:1].isupper() else None

    @property
    def is_definite(self) -> bool:
        """It speaks of something known: "the group"."""
        return self.words[0] in DEFINITE

    @property
    def capitalised(self) -> bool:
        """Its head is written with a capital."""
        return self.head_token.text[:1].isupper()

    @property
    def is_plural(self) -> bool:
        """It names several, as far as its form tells."""
        return self.tags[self.head_at] == "NNS" or "CD" in self.tags or self.head in _PLURALS

    @property
    def proper(self) -> tuple[Token, ...]:
        """Its words with a capital."""
        return tuple(token for token in self.tokens if token.text[:1].isupper())

    def has(self, *words: str) -> bool:
        """One of these words stands in it."""
        return any(word in words for word in self.words)

    def part(self, first: int, stop: int) -> Noun:
        """The noun phrase that its words from `first` up to `stop` make."""
        tokens = self.tokens[first:stop]
        text = self.text[tokens[0].start - self.start : tokens[-1].end - self.start]
        words = self.words[first:stop]
        return Noun(text, tokens[0].start, tokens[-1].end, tokens, self.tags[first:stop], words, words[-1], len(tokens) - 1)

    def party(self, kind: Kind, country: str | None = None) -> Party:
        """A party of this kind that the register does not know, under these words."""
        return Party(self.text, self.start, self.end, kind, country=country)


_PLURALS = frozenset("police people men women children staff personnel authorities both troops cattle youth clergy crew public".split())


def is_patron(word: str) -> bool:
    """The word says who backs, leads or holds something, not who it is."""
    return "-" in word and (word.endswith(_PATRON) or word.startswith(("pro-", "anti-")))
