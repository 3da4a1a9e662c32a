"""How the places of one sentence stand to each other and to its grammar.

Rule. Of a chain only the innermost place can say where something was: "Sher Khan village in Kunduz province", "the West Bank city of
Nablus", "Taji, just north of Baghdad". The places of a list ("Kech, Panjgur and Nushki") go together, and stand behind the preposition of
the first. A preposition governs a place through "the town of", "the outskirts of", "the capital,".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ascribe.model.grammar import Parse, without_brackets
from ascribe.model.lexicon import Whereabouts
from ascribe.model.places import Level, Place
from ascribe.model.reading import Token

_POSSESSIVE = frozenset({"'s", "’s"})
_LISTED = frozenset({",", "and", "or", "&"})
_IN_LISTS = _LISTED | {"the", "in", "at", "near", "around"}
#: Words for areas and sites: "the X district of Y" lies in Y.
_HELD_BY = frozenset({"admin1", "admin2", "loose", "site", "nature"})
#: One of these leads from a place to what it lies in.
_LEADING = frozenset({"of", "in", ",", "(", "near", "from", "inside", "within"})
#: No chain between two places is longer, in words.
_LONGEST = 14


@dataclass(slots=True)
class Shown:
    """A place of the sentence: its tokens, what governs it, and how it stands to the others.

    `before` is the token of the preposition, or of the word before the place's phrase; `taken` that of the verb whose object it is.
    `outer` says that a finer place stands before it; `group` numbers its list, -1 for none.
    """

    place: Place
    first: int
    last: int
    preposition: str = ""
    before: int = -1
    taken: int | None = None
    group: int = -1
    outer: bool = False

    @property
    def level(self) -> Level:
        """What the name itself denotes; one that no gazetteer knows is taken for a small place, whatever area it was put into."""
        return Level.TOWN if self.place.inferred or self.place.level is Level.UNLOCATED else self.place.level

    @property
    def grain(self) -> int:
        """How coarse the place is: 0 for an unknown name."""
        return 0 if self.place.inferred or self.place.level is Level.UNLOCATED else max(1, self.place.level.fineness)


class Chains:
    """Reads the places of one sentence."""

    def __init__(self, tokens: Sequence[Token], parse: Parse, known: Whereabouts) -> None:
        self.tokens = tokens
        self.parse = parse
        self.known = known
        self.words = known.words

    def read(self, places: Sequence[Place]) -> list[Shown]:
        """The places in the order of the text."""
        shown: list[Shown] = []
        groups = 0
        for place in places:
            inside = [n for n, token in enumerate(self.tokens) if token.start < place.end and place.start < token.end]
            if not inside:
                continue
            one = Shown(place, inside[0], inside[-1])
            one.preposition, one.before = self._governor(one.first)
            one.taken = None if one.preposition else self._taker(one.before)
            if shown:
                groups = self._tie(shown[-1], one, groups)
            shown.append(one)
        return shown

    def _tie(self, left: Shown, right: Shown, groups: int) -> int:
        """Note how two neighbours stand to each other; gives back how many lists there are by now."""
        between = without_brackets([token.lower for token in self.tokens[left.last + 1 : right.first]])
        contained = self._contains(left, right, between)
        if not contained and self._lists(between) and self._word(right.last + 1) not in _POSSESSIVE:
            if left.group < 0:
                left.group, groups = groups, groups + 1
            right.group, right.outer = left.group, left.outer
            right.preposition, right.before, right.taken = left.preposition, left.before, left.taken
        elif contained:
            right.outer = bool(left.preposition) or left.taken is not None or between[0] != ","
        elif self._qualifies(between):
            left.outer = True
            if not right.preposition and right.taken is None:
                right.preposition, right.before, right.taken = left.preposition, left.before, left.taken
        return groups

    def _lists(self, between: Sequence[str]) -> bool:
        """Only what stands in lists stands between."""
        plain = all(word in _IN_LISTS or self._describes(word) for word in between)
        return plain and len(between) < 6 and not _LISTED.isdisjoint(between)

    def _contains(self, left: Shown, right: Shown, between: Sequence[str]) -> bool:
        """The right one is what the left one lies in, or is measured from."""
        words = self.words
        measured = any(word in words.kilometres or word in words.miles for word in between)
        if not between or len(between) > _LONGEST or ("and" in between and not measured) or between[0] in _POSSESSIVE:
            return False
        if left.preposition == "from" or (left.level is Level.COUNTRY and between[0] not in {",", "in"}):
            return False
        if not all(self._chained(word) for word in between) or _LEADING.isdisjoint(between):
            return False
        if "of" in between[1:2]:
            if words.features.get(between[0]) in _HELD_BY:
                return True
            if between[0] in self.known.quarters:  # "the Nairobi suburb of Syokimau", but "the Zamalka suburb of Damascus"
                return right.grain >= left.grain
        near = bool({"near", "from"} & set(between)) or any(word in words.directions for word in between) or measured
        return near or right.grain > left.grain

    def _chained(self, word: str) -> bool:
        words = self.words
        if word in self.known.chained or self._describes(word) or word[0].isdigit() or "-" in word:
            return True
        return word in words.kilometres or word in words.miles or word in words.outskirts or word in words.near

    def _qualifies(self, between: Sequence[str]) -> bool:
        """The left one is an adjective of the right one: "the West Bank city of Nablus", "Guangdong province's Shangang township"."""
        if not between or len(between) > 8:
            return False
        if not all(word in _POSSESSIVE or word in {"of", "-", "the"} or self._describes(word) or "-" in word for word in between):
            return False
        owned = not _POSSESSIVE.isdisjoint(between)
        if not owned and between[0] not in self.words.features:
            return False
        last = between[-1]
        return (
            between[0] in _POSSESSIVE or last in _POSSESSIVE or last == "of" or last in self.words.features or last in self.words.directions
        )

    def _describes(self, word: str) -> bool:
        words = self.words
        return word in words.features or word in words.skipped or word in words.directions

    def _governor(self, first: int) -> tuple[str, int]:
        """The preposition that governs the place, and the token of it; else nothing, and the token before the phrase."""
        tokens, phrases = self.tokens, self.parse.phrases
        prepositions = self.known.weights["prepositions"]
        at = next((n for n, phrase in enumerate(phrases) if phrase.start <= first < phrase.end), -1)
        start, near = first, False
        while at >= 0 and phrases[at].kind == "NP":
            inside = range(start - 1, phrases[at].start - 1, -1)
            held = next((k for k in inside if tokens[k].lower in prepositions and tokens[k].lower != "of"), None)
            if held is not None:
                return tokens[held].lower, held
            near = near or any(tokens[k].lower in self.words.outskirts for k in inside)
            if at < 1:
                break
            before, word = phrases[at - 1], self._leading(at - 1)
            if word == "of":
                head = tokens[before.start - 1].lower
                if not self._seen_through(head):
                    return "of", before.start
                near = near or head in self.words.directions or head in self.words.outskirts
            elif not (word == "," and not inside and at > 1 and tokens[phrases[at - 2].head].lower in self.words.features):
                return (word, before.start) if word in prepositions else ("near" if near else "", phrases[at].start - 1)
            at, start = at - 2, before.start
        return "near" if near else "", (phrases[at].start if 0 <= at < len(phrases) else start) - 1

    def _leading(self, at: int) -> str:
        """The word of a phrase before a place; "like" in "villages like" is as good as "of"."""
        phrases = self.parse.phrases
        word = self.tokens[phrases[at].start].lower
        like = word == "like" and phrases[at].kind == "P" and at > 0 and self.tokens[phrases[at - 1].head].lower in self.words.features
        return "of" if like or (word == "of" and at > 0) else word

    def _seen_through(self, head: str) -> bool:
        words = self.words
        return (
            head in words.features or head in words.directions or head in words.outskirts or head in words.near or head in self.known.parts
        )

    def _taker(self, before: int) -> int | None:
        """The verb before the place's phrase, if it takes places for its object: "captured Manbij", "shelled the settlements of"."""
        word = self._word(before)
        return before if word in self.words.done or word in self.words.done_firmly or word.startswith(self.known.takes) else None

    def _word(self, at: int) -> str:
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""
