"""One sentence as the rules on clauses see it: its phrases by number, with the questions that all these rules ask.

A *free* noun phrase is one that no preposition governs. A list is "A, B and C"; its members share whatever governs the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ascribe.model.grammar import Phrase
from ascribe.model.reading import Token

QUOTES = frozenset("\"“”«»``''‘’'")
_COMMAS = frozenset(",—–")
_HARD = frozenset(";:")
#: Verbs that take a clause for their object, with or without "that".
TAKERS = frozenset(
    "say tell claim report announce state add confirm believe think deny allege insist note warn hear know suggest "
    "acknowledge admit assert "
    "declare maintain argue estimate explain fear reveal stress reiterate complain recall reply answer reckon "
    "suspect hope assume charge conclude "
    "disclose observe predict promise remark swear vow indicate show mean understand learn feel realise realize find see guess retort "
    "concede contend testify relate emphasise emphasize boast hint".split()
)


class Chunks:
    """The phrases of one sentence; `phrases` may be replaced one by one while the sentence is read."""

    def __init__(
        self, tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase], verbs: Mapping[str, tuple[str, frozenset[str]]]
    ) -> None:
        self.tokens = tokens
        self.tags = tags
        self.phrases = list(phrases)
        self.verbs = verbs
        self.kinds = [phrase.kind for phrase in phrases]
        self.words = [tokens[phrase.start].lower for phrase in phrases]

    def __len__(self) -> int:
        return len(self.phrases)

    def kind(self, at: int) -> str:
        """The kind of a phrase; nothing outside the sentence."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else ""

    def word(self, at: int) -> str:
        """The first word of a phrase, in small letters."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def replace(self, at: int, phrase: Phrase) -> None:
        """Put another phrase in the place of one."""
        self.phrases[at] = phrase
        self.kinds[at] = phrase.kind

    def split(self, at: int) -> None:
        """Make the last word of a noun phrase a phrase of its own."""
        phrase = self.phrases[at]
        cut = phrase.end - 1
        first, second = replace(phrase, end=cut, head=cut - 1), replace(phrase, start=cut, head=cut)
        self.phrases[at : at + 1] = [first, second]
        self.kinds.insert(at, "NP")
        self.words.insert(at + 1, self.tokens[cut].lower)

    def head(self, at: int) -> str:
        """The word that says what the phrase is about."""
        return self.tokens[self.phrases[at].head].lower

    def comma(self, at: int) -> bool:
        """A comma or a dash."""
        return self.kind(at) == "PU" and self.words[at][0] in _COMMAS

    def hard(self, at: int) -> bool:
        """A stop that ends every clause: a semicolon or a colon."""
        return self.kind(at) == "PU" and self.words[at] in _HARD

    def quote(self, at: int) -> bool:
        """A quotation mark."""
        return self.kind(at) == "PU" and self.words[at] in QUOTES

    def finite(self, at: int) -> bool:
        """A finite verb group."""
        return self.kind(at) == "VG" and self.phrases[at].form == "finite"

    def left(self, at: int) -> int:
        """The place before this one, past adverbs, times and quotation marks; -1 at the beginning."""
        at -= 1
        while at >= 0 and (self.kinds[at] in {"RB", "TM"} or self.quote(at)):
            at -= 1
        return at

    def right(self, at: int) -> int:
        """The place behind this one, past adverbs and quotation marks."""
        at += 1
        while at < len(self) and (self.kinds[at] == "RB" or self.quote(at)):
            at += 1
        return at

    def governed(self, at: int) -> bool:
        """A preposition stands before this noun phrase, or before the list that it ends."""
        first = self.list_left(at)[0] - 1
        return self.kind(first - 1 if self.quote(first) else first) == "P"

    def list_left(self, at: int) -> list[int]:
        """The members of the list that ends at this noun phrase: "A, B and C"."""
        members = [at]
        joined = False
        while at >= 2:
            step = 2
            if self.kinds[at - 1] == "CC" and self.words[at - 1] in {"and", "or", "&"} and not joined:
                joined = True
                step = 3 if self.comma(at - 2) else 2
                if step == 3 and not (at >= 5 and self.words[at - 4] == "," and self.kinds[at - 5] == "NP"):
                    break  # ", and" ends a list of three or begins a clause
            elif not (joined and self.words[at - 1] == ","):
                break
            if at < step or self.kinds[at - step] != "NP":
                break
            at -= step
            members.insert(0, at)
        return members

    def list_right(self, at: int) -> list[int]:
        """The members of the list that begins at this noun phrase."""
        members = [at]
        place = at + 1
        while place + 1 < len(self):
            step = self._joint(place, len(members))
            if not step or self.kind(place + step) != "NP":
                break
            if self.words[place] == "," and len(members) > 1 and self.kinds[members[-1] - 1] == "CC":
                break  # a list ends with the member behind its "and"
            members.append(place + step)
            place += step + 1
        return members

    def _joint(self, at: int, members: int) -> int:
        """How many phrases join the next member here: "and" and a comma one, ", and" two; 0 for none."""
        if self.kinds[at] == "CC":
            return 1 if self.words[at] in {"and", "or", "&", "plus"} or self.words[at].startswith("as well") else 0
        if self.words[at] != ",":
            return 0
        if self.kind(at + 1) == "CC":
            return 2 if self.words[at + 1] in {"and", "or"} and members > 1 else 0
        return 1 if self.kind(at + 1) == "NP" and self._list_goes_on(at + 1) else 0

    def _list_goes_on(self, at: int) -> bool:
        """An "and" comes within the next few members of the list."""
        for place in range(at + 1, min(at + 14, len(self))):
            if self.kinds[place] == "CC":
                return True
            if self.words[place] != "," and self.kinds[place] != "NP":
                return False
        return False

    def begins_clause(self, at: int) -> bool:
        """A finite verb follows this noun phrase, or what hangs on it by prepositions: it is that verb's subject."""
        place = at + 1
        while place < len(self):
            kind = self.kinds[place]
            if kind == "VG":
                return self.phrases[place].form == "finite"
            if kind in {"RB", "TM"}:
                place += 1
            elif kind == "P" and self.kind(place + 1) in {"NP", "TM"}:
                place += 2
            else:
                return False
        return False
