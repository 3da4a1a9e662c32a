"""Lists and chains of places: "Kech, Panjgur and Nushki" against "Mushkaf in Kachhi district, Balochistan"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ascribe.model.grammar import without_brackets
from ascribe.model.lexicon import PlaceWords
from ascribe.model.places import Level
from ascribe.model.reading import Token
from ascribe.resolve.places.marks import SPEAKING, Demonym, Mention, Surroundings
from ascribe.resolve.places.shapes import LISTED, Shape

_BETWEEN = frozenset("of in the 's ’s a its within near at from , ( inside".split())
_LARGER = frozenset("areas districts provinces including regions counties states".split())


class Ties:
    """Ties the names of one sentence together."""

    def __init__(self, words: PlaceWords, demonym: Demonym, around: Surroundings, shape: Shape) -> None:
        self.words = words
        self.demonym = demonym
        self.around = around
        self.shape = shape

    def tie(self, found: list[Mention], tokens: Sequence[Token]) -> None:
        """Tell lists ("Kech, Panjgur and Nushki") from chains ("Mushkaf in Kachhi district, Balochistan") and tie both."""
        groups = 0
        for left, right in pairwise(found):
            between = [token.lower for token in tokens[left.last + 1 : right.first]]
            if self._chains(between):
                left.inside, left.firmly_inside = right, between != [","]
            elif between[:1] in (["'s"], ["’s"]) and self._only_skipped(between[1:]):
                right.inside, right.firmly_inside = left, True
            if self._lists(between):
                if left.group < 0:
                    left.group, groups = groups, groups + 1
                right.group = left.group
        for number in range(groups):
            self._accept_list([mention for mention in found if mention.group == number], tokens)

    def _only_skipped(self, between: Sequence[str]) -> bool:
        words = self.words
        return len(between) < 5 and all(w in words.skipped or w in words.directions or w in words.features or w == "of" for w in between)

    def _chains(self, between: Sequence[str]) -> bool:
        """The right name may be the area that the left one lies in."""
        if not between or len(between) > 6 or not ({"of", "in", ",", "("} & set(between)):
            return False
        words = self.words
        plain = (w in _BETWEEN or w in words.features or w in words.skipped or w in words.directions for w in between)
        return all(fits or self.demonym(w.title()) for fits, w in zip(plain, between, strict=True))

    def _lists(self, between: Sequence[str]) -> bool:
        """The two names stand in one list."""
        words, between = self.words, without_brackets(between)
        if not any(w in LISTED for w in between) or len(between) > 5:
            return False
        return all(w in LISTED or w in words.features or w in words.skipped or w in words.locative for w in between)

    def _accept_list(self, members: list[Mention], tokens: Sequence[Token]) -> None:
        """What stands in a list of places is a place: a known one beside a sure one, an unknown one when half of the list is known."""
        head = members[0]
        larger = any(tokens[k].lower in _LARGER for k in range(max(0, head.first - 3), head.first))
        if head.accepted and head.word.endswith("s") and head.feature in SPEAKING:  # "the villages of Sees, Tees and Abu Khashabeh"
            for member in members:
                member.accepted = member.accepted or self._may_join(member, tokens)
        if not any(member.known and (member.accepted or larger or fits_inside(member)) for member in members):
            return
        free = [member for member in members if not member.accepted and not self._barred(member, tokens)]
        for member in free:
            member.accepted = bool(member.known) and (member.key not in self.words.peoples or fits_inside(member))
        known = sum(member.accepted for member in members)
        firm = head.preposition in self.words.firm
        for member in free:
            if not member.known and 2 * known >= len(members) and (len(members) > 2 or firm):
                words = tokens[member.first : member.last + 1]
                member.accepted = member.firm = len(words) <= 1 + firm and self.shape.may_be_place(words)
        for member in members:
            member.larger = member.larger or larger

    def _may_join(self, member: Mention, tokens: Sequence[Token]) -> bool:
        """Nothing in the name speaks against its being a place."""
        words = tokens[member.first : member.last + 1]
        return len(words) < 4 and not self._barred(member, tokens) and (bool(member.known) or self.shape.may_be_place(words))

    def _barred(self, member: Mention, tokens: Sequence[Token]) -> bool:
        """A person, a people, or part of a longer name."""
        person = not member.is_country and self.around.person(tokens, member.first, member.last + 1)
        nation = member.single and not member.is_country and bool(self.demonym(member.name))
        return person or nation or self.shape.is_part_of_name(member, tokens)


def fits_inside(member: Mention) -> bool:
    """One of the places of that name lies in the area that follows it: "Austin, Texas"."""
    areas = member.inside.known if member.inside is not None and member.inside.accepted else ()
    return any(e is not a and e.inside(a) for a in areas[:4] if a.level in {Level.COUNTRY, Level.ADMIN1} for e in member.known)
