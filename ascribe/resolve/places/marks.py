"""What the words around a name say of it: that it is a place, what sort of place, in which country, how near; or that it is a person.

Leftwards: "in the besieged northern Syrian city of X", "20 km north of X", "the capital, X". Rightwards: "X district", "X area of",
"X district of the city".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ascribe.gazetteer.gazetteer import Entry, normalise
from ascribe.model.lexicon import PlaceWords
from ascribe.model.places import Level
from ascribe.model.reading import Token

#: How many tokens before a name the words that tell what it is may begin.
REACH = 8
#: Features that speak for a level.
SPEAKING = frozenset({"admin1", "admin2", "town", "country", "sea"})
_KM = 1.609344
_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_TENS = {"fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0}
_AGE_ENDS = frozenset({",", ".", ";", ")", "was", "who", "and"})
#: Prepositions behind which a people or a word that is also a name is not yet a place.
_WEAK = frozenset({"by", "for", "to", "of", "with", "on"})

#: What leads from "villages" to their names.
_NAMELY = frozenset({"--", "—", "–", ":", "including", "namely"})

_COMPOUND = re.compile(r"[A-ZÀ-Þ][\w.]*[-‑–][a-zß-ÿ]{2,}\Z")

Demonym = Callable[[str], str | None]


@dataclass(slots=True)
class Mention:
    """A name that may be a place, and what the words around it say.

    `known` are the gazetteer's places of that name; none when it is unknown. `firm` says that it would be taken for a place even then.
    `feature` is the sort of word that stands by it (see `place_words`), `word` the word itself. `hint` is a country that an adjective
    before it names; `done` is a verb before it of what is done to places. `inside` is the mention of the area that it is said to lie in.
    `larger` says that the list it stands in is one of areas.
    """

    name: str
    start: int
    end: int
    sentence: int
    first: int
    last: int
    known: tuple[Entry, ...]
    key: str = ""
    preposition: str | None = None
    feature: str | None = None
    word: str = ""
    hint: str | None = None
    near: bool = False
    done: str = ""
    distance: tuple[float, str] | None = None
    part: bool = False
    of_feature: bool = False
    of_the_city: bool = False
    inside: Mention | None = None
    firmly_inside: bool = False
    group: int = -1
    larger: bool = False
    dateline: bool = False
    site: bool = False
    accepted: bool = False
    firm: bool = False

    def __post_init__(self) -> None:
        self.key = self.key or normalise(self.name)

    @property
    def located(self) -> bool:
        """The words around it say that it is a place."""
        return bool(self.preposition or self.feature or self.dateline or self.of_feature or self.near or self.done)

    @property
    def firmly_located(self) -> bool:
        """They say so even of a name that is also a word or a people."""
        return self.feature in SPEAKING or (self.located and self.preposition not in _WEAK)

    @property
    def single(self) -> bool:
        """The name is one word."""
        return self.first == self.last

    @property
    def is_country(self) -> bool:
        """A country bears the name."""
        return any(entry.level is Level.COUNTRY for entry in self.known)


class Surroundings:
    """Reads the words around a name."""

    def __init__(self, words: PlaceWords, demonym: Demonym) -> None:
        self.words = words
        self.demonym = demonym

    def read(self, mention: Mention, tokens: Sequence[Token]) -> None:
        """Note in the mention what stands before and after it."""
        self._look_back(mention, tokens)
        self._look_ahead(mention, tokens)

    def _look_back(self, mention: Mention, tokens: Sequence[Token]) -> None:
        words = self.words
        at = mention.first - 1
        if at > 0 and tokens[at].text == "," and words.features.get(tokens[at - 1].lower) in {"town", "admin1", "admin2"}:
            mention.of_feature, mention.feature, mention.word = True, words.features[tokens[at - 1].lower], tokens[at - 1].lower
            at -= 2
        for _ in range(REACH):
            if at < 0:
                return
            lower = tokens[at].lower
            if lower == "of" and at > 0:
                step = self._of(mention, tokens, at)
                if not step:
                    mention.preposition = mention.preposition or "of"
                    return
                at -= step
                continue
            if lower in _NAMELY and self._names_areas(tokens, at):
                mention.of_feature = mention.larger = True
                return
            if lower in words.locative:
                mention.preposition = lower
                mention.near = mention.near or lower in words.near or (lower == "to" and at > 0 and tokens[at - 1].lower == "close")
                return
            if lower in words.done:
                mention.done = lower
                return
            if not self._skip(mention, tokens[at], directly=at == mention.first - 1):
                return
            at -= 1

    def _names_areas(self, tokens: Sequence[Token], at: int) -> bool:
        """Several areas or towns stand before: "three villages -- Gaya and Zang", "towns, including Waht"."""
        return any(t.lower.endswith("s") and self.words.features.get(t.lower) in SPEAKING for t in tokens[max(0, at - 3) : at])

    def _skip(self, mention: Mention, token: Token, *, directly: bool) -> bool:
        """Whether the word may stand between the preposition and the name, and what it says of it."""
        words, lower = self.words, token.lower
        if lower in words.directions:
            mention.part = mention.part or directly
        elif lower in words.features and not token.text[0].isupper() and lower not in words.skipped:
            if mention.feature is None and words.features[lower] in SPEAKING:
                mention.feature, mention.word, mention.of_feature = words.features[lower], lower, True
        elif lower not in words.skipped and lower != "-" and not is_compound(token.text):
            nation = self.demonym(token.text)
            mention.hint = mention.hint or nation
            return nation is not None
        return True

    def _of(self, mention: Mention, tokens: Sequence[Token], at: int) -> int:
        """How many tokens "... of" takes up, when the word before "of" tells something; else 0."""
        words, before = self.words, tokens[at - 1].lower
        if before in words.features:
            kind = words.features[before]
            if kind == "town" and (before == "capital" or (at > 1 and tokens[at - 2].lower in {"a", "an"})):
                mention.larger = mention.larger or before == "capital"  # "the capital of Guerrero", "a suburb of Baghdad"
            elif kind in SPEAKING and mention.feature is None:
                mention.feature, mention.word = kind, before
            mention.of_feature = mention.of_feature or kind != "site"
            return 2
        if before in words.dwellers:
            mention.of_feature = True
            return 2
        if before in words.outskirts or before in words.near:  # "on the edge of", "outside of"
            mention.near = True
            return 2
        if before in words.directions:
            mention.near = True
            return self._measured(mention, tokens, at, before)
        return 0

    def _measured(self, mention: Mention, tokens: Sequence[Token], at: int, direction: str) -> int:
        """The distance of "20 km north of", when there is one."""
        unit = tokens[at - 2].lower if at > 2 else ""
        number = _number(tokens[at - 3].text) if unit in self.words.kilometres or unit in self.words.miles else None
        if number is None:
            return 2
        mention.distance = number * (_KM if unit in self.words.miles else 1.0), direction
        return min(at, 4)

    def _look_ahead(self, mention: Mention, tokens: Sequence[Token]) -> None:
        at = mention.last + 1
        kind = self.words.features.get(tokens[at].lower) if at < len(tokens) else None
        if [token.lower for token in tokens[at : at + 2]] == ["local", "government"]:
            kind = "admin2"
        if kind is None:
            return
        if kind in SPEAKING or kind == "nature":
            mention.feature, mention.word, mention.of_feature = kind, tokens[at].lower, True
        elif kind == "site":
            mention.site = True
        elif kind == "loose" and at + 1 < len(tokens) and self.words.features.get(tokens[at + 1].lower) == "site":
            mention.site = True  # "the Torkham border crossing"
        elif kind == "loose":
            mention.of_feature = mention.of_feature or tokens[at].lower.startswith("area")
        rest = [token.lower for token in tokens[at + 1 : at + 4]]
        mention.of_the_city = rest[:2] in (["of", "the"], ["in", "the"]) and rest[2:] in (["city"], ["town"], ["capital"])

    def title_before(self, tokens: Sequence[Token], at: int) -> bool:
        """A title stands before the word: "Gen. X", "President X"."""
        before = at - 1
        if before > 0 and tokens[before].text == ".":
            before -= 1
        if before < 0 or tokens[before].lower not in self.words.titles:
            return False
        return tokens[before].lower not in self.words.capital_only or (before > 0 and tokens[before].text[0].isupper())

    def person(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """A title or a word of kinship stands before it, a verb of speech after it, or somebody's age follows."""
        if self.title_before(tokens, at) or (at > 0 and tokens[at - 1].lower in self.words.kin):
            return True
        if end < len(tokens) and tokens[end].lower in self.words.speech:
            return (tokens[at - 1].lower if at else "") not in self.words.locative
        if end + 2 >= len(tokens) or tokens[end].text != "," or (at and tokens[at - 1].lower in self.words.locative):
            return False
        age, then = tokens[end + 1].text, tokens[end + 2].lower
        return age.isdigit() and len(age) == 2 and then in _AGE_ENDS


def is_compound(word: str) -> bool:
    """A name that only qualifies: "Serb-held", "Pakistan-based"."""
    return bool(_COMPOUND.match(word))


def _number(text: str) -> float | None:
    """A number in digits or as a common word."""
    lower = text.lower()
    if lower in _NUMBERS:
        return _NUMBERS.index(lower) + 1.0
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return _TENS.get(lower)
