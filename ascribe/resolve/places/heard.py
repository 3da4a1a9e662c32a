"""Places that a text speaks of in passing: "Laurel County Sheriff's Office", "the Fargo mayor", "Ontarians".

Nothing need happen there, so no event takes such a name for its place; but they tell where a document plays, and who wants to know every
place that a text speaks of finds them here.

Rule. A known name that was not taken for a place counts as heard when it stands at the head of a longer name that ends as a body or a
site does ("Police", "High School", "Street"), before an office ("Mayor"), or alone, and either the text names that place elsewhere, or
everybody knows it (a country, a first-order area, a capital, a large city). An adjective or a people stands for its country. A person's
name is never heard: what stands after a title or a first name, or was said with one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ascribe.gazetteer.gazetteer import Entry, normalise
from ascribe.model.places import Level
from ascribe.model.reading import Token
from ascribe.resolve.places.marks import Mention, is_compound
from ascribe.resolve.places.names import WELL_KNOWN, Finder
from ascribe.resolve.places.shapes import capital

_AREA_WORDS = frozenset({"county", "parish", "township", "twp", "borough", "district", "province"})


class Listener:
    """Finds what a finder of places has passed over."""

    def __init__(self, finder: Finder, found: Sequence[Mention]) -> None:
        self.finder = finder
        self.words = finder.words
        self._found = frozenset(offset for mention in found for offset in range(mention.start, mention.end))
        self._sure = {mention.key for mention in found if mention.known}

    def names(self) -> list[Mention]:
        """Every known name, in the order of the text."""
        return list(self._walk(self._known))

    def nations(self) -> list[Mention]:
        """Every adjective and every people."""
        return list(self._walk(self._nation))

    def _walk(self, read: Callable[[int, Sequence[Token], int], Mention | None]) -> Iterator[Mention]:
        for number, sentence in enumerate(self.finder.reading.sentences):
            tokens, at = sentence.tokens, 0
            while at < len(tokens):
                mention = None if self._is_passed_over(tokens[at]) else read(number, tokens, at)
                if mention is not None:
                    yield mention
                at = mention.last + 1 if mention is not None else at + 1

    def _is_passed_over(self, token: Token) -> bool:
        """No capital, or taken for a place already."""
        if not token.text[0].isupper() or token.lower == "the":
            return True
        return token.start in self._found

    def _nation(self, number: int, tokens: Sequence[Token], at: int) -> Mention | None:
        """An adjective or a people, at its country."""
        if self.finder.longest(tokens, at, anywhere=True)[0] > at + 1:
            return None  # "Russian Mission"
        iso = self.finder.demonym(tokens[at].text)
        nation = self.finder.gazetteer.country(iso) if iso else None
        if nation is None:
            return None
        return self._mention(number, tokens, at, at + 1, (nation,))

    def _known(self, number: int, tokens: Sequence[Token], at: int) -> Mention | None:
        """A known name at the head of a longer one, before an office, or alone."""
        if (qualifier := self._qualifier(number, tokens, at)) is not None:
            return qualifier
        end, known = self.finder.longest(tokens, at, anywhere=True)
        if not known or (end == at + 1 and tokens[at].lower in self.words.never):
            return None
        if end > at + 1 and tokens[end - 1].lower == "city" and not any(normalise(e.name).endswith("city") for e in known):
            end -= 1  # "Athens City Council"
        mention = self._mention(number, tokens, at, end, known)
        mention.firm = tokens[end - 1].lower in _AREA_WORDS
        if self._is_of_person(mention, tokens):
            return None
        return mention if mention.key in self._sure or self._is_famous(mention, tokens) else None

    def _qualifier(self, number: int, tokens: Sequence[Token], at: int) -> Mention | None:
        """The place in "Northbrook-based", and "S.C." wherever it stands."""
        text = tokens[at].text
        if text.count(".") > 1 and (area := self.finder.gazetteer.area(self.words.states.get(normalise(text), ""))) is not None:
            return self._mention(number, tokens, at, at + 1, (area,))
        head = text.split("-")[0]
        if head == text or not is_compound(text):
            return None
        iso = self.finder.demonym(head)
        nation = self.finder.gazetteer.country(iso) if iso else None
        known = (nation,) if nation is not None else self.finder.gazetteer.lookup(head)
        mention = Mention(head, tokens[at].start, tokens[at].start + len(head), number, at, at, known)
        return mention if nation is not None or mention.key in self._sure or (known and self._is_famous(mention, tokens)) else None

    def _is_of_person(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """A title or a first name stands before it, or it was said with one; or a last name follows."""
        finder = self.finder
        if finder.around.person(tokens, mention.first, mention.last + 1) or finder.is_person(mention):
            return True
        before = tokens[mention.first - 1] if mention.first else None
        if before is not None and capital(before) and mention.first > 1 and finder.shape.is_part_of_name(mention, tokens):
            return True
        after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        if after is None or not after.text[0].isupper() or after.text.isupper():
            return False
        return not self._names_a_body(tokens, mention.last + 1)

    def _names_a_body(self, tokens: Sequence[Token], at: int) -> bool:
        """The capitals that follow end as the name of a body or a site does, or are an office."""
        words = self.words
        while at < len(tokens) and tokens[at].text[0].isupper():
            lower = tokens[at].lower
            if lower in words.features or lower in words.titles or lower in words.never or lower in words.bodies:
                return True
            at += 1
        return False

    def _is_famous(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Everybody knows it by this name, or its last word or the next says that it is an area."""
        if mention.firm:
            return True
        if mention.last + 1 < len(tokens) and tokens[mention.last + 1].lower in _AREA_WORDS:
            return True
        if mention.single and mention.key in self.words.peoples:
            return mention.located and any(entry.level is Level.ADMIN1 for entry in mention.known)
        own = [entry for entry in mention.known if normalise(entry.name) == mention.key]
        return any(e.level in {Level.COUNTRY, Level.ADMIN1} or e.capital or e.prominent or e.population >= WELL_KNOWN for e in own)

    def _mention(self, number: int, tokens: Sequence[Token], at: int, end: int, known: tuple[Entry, ...]) -> Mention:
        return self.finder.mention(number, tokens, at, end, known)
