"""Whose police, whose army: the country of an arm of a state that the text names without its nation.

Rule, first that answers: an army of a person ("Haftar's army") is a state's only where the text calls that person its head ("President X"),
else nobody's that we know; the place that stands beside the noun ("the governor of Ghazni", "the defence ministry in Moscow"); the heading
that the sentence stands under, where headings go from country to country; for those who act at home only (police, governors), the one
country of the sentence's places; for "the army", the one nation whose forces the text has named, or that which it was just named with;
the one country that the text is clearly about; the nation that an arm was last named with; the one country of all places and armed groups
of the text; the one government that has acted in it. Where none answers, the country stays unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ascribe.model.grammar import Parse
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence
from ascribe.resolve.nations import DIVIDED, Nations
from ascribe.resolve.nouns import Noun
from ascribe.resolve.register import Country

#: Arms of a state that act in their own country.
_LOCAL = frozenset(
    "police policeman policemen gendarme gendarmes gendarmerie constable constables governor mayor prefect magistrate prosecutor "
    "prosecutors court courts authorities official officials councillor council municipality investigators detectives coroner "
    "commissioner judge parliament lawmaker lawmakers".split()
)
#: How many sentences back "the army" is still the one last named.
_NEAR = 2


@dataclass(slots=True)
class Homes:
    """What the document has said so far about whose arms it speaks of."""

    nations: Nations
    focus: str | None
    rivals: bool
    sections: dict[int, str]  # sentence -> the country of the heading it stands under
    scene: str | None = None  # the one country of the places and of the armed groups that the text names
    governments: set[str] = field(default_factory=set)  # countries whose governments the text made act
    rulers: frozenset[str] = frozenset()  # whom the text calls head of a state or ministry
    named: dict[str, tuple[int, str]] = field(default_factory=dict)  # arm -> the sentence and country that it was last named with

    @classmethod
    def of(cls, reading: Reading, nations: Nations) -> Homes:
        """Ready to read this document."""
        seen = nations.named(reading)
        return cls(
            nations,
            nations.focus(reading, seen),
            nations.rivals(seen),
            _sections(reading),
            _scene(reading, nations),
            rulers=_rulers(reading),
        )

    def remember(self, party: Party, sentence: int) -> None:
        """The text named this arm with its nation."""
        if party.country is not None and party.id is not None:
            if party.kind is Kind.GOVERNMENT:
                self.governments.add(party.country)
            self.named[_arm_of(party.kind, party.id)] = (sentence, party.country)

    def country(self, noun: Noun, kind: Kind, sentence: int, beside: Place | None, here: Sequence[Place]) -> Country | None:
        """The state that an arm without its nation belongs to: see the rule above."""
        if kind is not Kind.GOVERNMENT and noun.head not in _LOCAL and (owner := noun.owner) is not None and owner not in self.rulers:
            return None
        if beside is not None:
            return self.nations.of_place(beside)
        word = self.nations.arm_word(noun)
        section = self.sections.get(sentence)
        if section is not None:
            return self.nations.register.country(section)
        if self.rivals and not _HEADS.isdisjoint(noun.text.lower().split()) and noun.text.split()[-1][:1].isupper():
            return None  # "President X" in a text about two countries
        arm = "gov" if kind is Kind.GOVERNMENT else self.nations.force(noun, word).replace("army", "forces")
        local = noun.head in _LOCAL or word in _LOCAL
        in_sentence = {place.country for place in here if place.country and place.level is not Level.COUNTRY}
        if len(in_sentence) == 1 and local:
            return self.nations.of_place(next(place for place in here if place.country in in_sentence))
        if not noun.is_definite and noun.has("loyal", "loyalist", "government") and (at_home := self.focus or self.scene) is not None:
            return self.nations.register.country(at_home)
        last = self.named.get(arm)
        fighters = self._of_any_arm() if arm not in {"gov", "police"} and noun.is_definite else None
        if fighters is not None:
            return fighters
        if last is not None and (self.focus is None or (noun.is_definite and not local and sentence - last[0] <= _NEAR)):
            return self.nations.register.country(last[1])
        if self.focus is not None:
            return self.nations.register.country(self.focus)
        if self.named and arm not in {"gov", "police"} and (fighters := self._of_any_arm()) is not None:
            return fighters
        if self.scene is not None:
            return self.nations.register.country(self.scene)
        governments = {country for own, (_, country) in self.named.items() if own == "gov"}
        if noun.is_definite and not local and len(self.governments) == 1 and governments == self.governments:
            return self.nations.register.country(next(iter(governments)))
        return None

    def _of_any_arm(self) -> Country | None:
        """The one country whose forces the text has named, when it is one."""
        countries = {country for arm, (_, country) in self.named.items() if arm != "gov"}
        return self.nations.register.country(countries.pop()) if len(countries) == 1 else None


def _scene(reading: Reading, nations: Nations) -> str | None:
    """The country of the places, capitals apart, and of the armed groups, when all are in one."""
    found = {
        place.country
        for place in reading.places
        if place.country and nations.of_place(place) is not None and nations.register.by_capital(place.name.casefold()) is None
    }
    found |= {party.country for party in reading.names if party.id and party.country and party.kind in ARMED - STATE}
    return found.pop() if len(found) == 1 and found.isdisjoint(DIVIDED) else None


def _rulers(reading: Reading) -> frozenset[str]:
    """The names that stand behind the title of one who heads a state or a ministry: "President Juan Santos"."""
    found: set[str] = set()
    for sentence in reading.sentences:
        titled = False
        for token in sentence.tokens:
            if titled and token.text[:1].isupper():
                found.add(token.text)
            else:
                titled = token.lower in _HEADS
    return frozenset(found)


_HEADS = frozenset({"president", "premier", "minister", "chancellor", "king", "prince", "emir", "sultan"})


def _arm_of(kind: Kind, own_id: str) -> str:
    return "gov" if kind is Kind.GOVERNMENT else own_id.partition("-")[2] or own_id


def _sections(reading: Reading) -> dict[int, str]:
    """Which country each sentence stands under, in a text whose headings go from country to country; else nothing."""
    under: dict[int, str] = {}
    current: str | None = None
    seen: set[str] = set()
    for number, (sentence, parse) in enumerate(zip(reading.sentences, reading.parses, strict=True)):
        country = _heading_country(reading, sentence, parse)
        if country is not None:
            current = country
            seen.add(country)
        if current is not None:
            under[number] = current
    return under if len(seen) > 1 else {}


def _heading_country(reading: Reading, sentence: Sentence, parse: Parse) -> str | None:
    if len(sentence.tokens) > 8 or any(phrase.kind == "VG" for phrase in parse.phrases) or sentence.quoted:
        return None
    countries = {place.country for place in reading.places if sentence.start <= place.start < sentence.end and place.country}
    return countries.pop() if len(countries) == 1 else None
