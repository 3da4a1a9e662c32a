"""One sentence as the rules on parties look at it: its phrases, what they do in their clauses, and what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass

from ascribe.model.grammar import Parse
from ascribe.model.parties import Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence
from ascribe.resolve.coreference import Memory
from ascribe.resolve.homes import Homes
from ascribe.resolve.nations import Nations
from ascribe.resolve.nouns import POSSESSIVES, Noun
from ascribe.resolve.roles import RoleReader
from ascribe.resolve.voices import quoted_tokens

_BEFORE = frozenset({"all", "both", "half"})
_BESIDE = frozenset({"of", "in", "at", "for", "from"})


@dataclass(slots=True)
class Known:
    """What the reading of one document has at hand, and what it has gathered so far."""

    reading: Reading
    nations: Nations
    roles: RoleReader
    homes: Homes
    memory: Memory
    names: dict[int, Party]
    in_first_person: bool = False
    covered: int = 0  # offset up to which a name that runs over several phrases reaches


class SentenceView:
    """What can be asked of one sentence. `party` is answered by the class that knows all rules."""

    def __init__(self, known: Known, number: int, sentence: Sentence, parse: Parse) -> None:
        self.known = known
        self.memory = known.memory
        self.number = number
        self.sentence = sentence
        self.parse = parse
        self.places = tuple(place for place in known.reading.places if sentence.start <= place.start < sentence.end)
        self._misread = known.roles.roles.reference.misread
        self.quoted = quoted_tokens(known.reading.document.text, sentence)
        self.function: dict[int, tuple[int, int]] = {}
        for number_, clause in enumerate(parse.clauses):
            for _, governed in clause.preps:
                self.function.update(dict.fromkeys(governed, (number_, 0)))
            borrowed = clause.link == "participle"  # "They denied losing": they are the subject of "denied" first of all
            for subject in clause.subjects:
                if not (borrowed and self.function.get(subject, (-1, 0))[1] == 2):
                    self.function[subject] = (number_, 2)
            before = clause.verb - 1
            if before > 0 and parse.phrases[before].kind == "NP" and before not in self.function and self._is_comma(before - 1):
                self.function[before] = (number_, 2)  # "Three days after the blast, the front said"
        for number_, clause in enumerate(parse.clauses):  # who is urged to act is first of all the one urged
            self.function.update(dict.fromkeys(clause.objects, (number_, 1)))
        self._scenes = self._find_scenes() if self.places else []
        self._found: dict[int, Party | None] = {}
        self._nouns: dict[int, Noun] = {}
        self._stated: set[int] = set()  # offsets of nouns whose nation stands in the text

    def noun(self, at: int) -> Noun:
        """The noun phrase of this number."""
        noun = self._nouns.get(at)
        if noun is None:
            reading = self.known.reading
            noun = Noun.of(reading.document.text, self.sentence.tokens, self.parse.tags, self.parse.phrases[at])
            if (
                noun.head in self._misread
                and 0 < noun.head_at == len(noun.words) - 1
                and (noun.words[-2] == "latter" or self._has_no_verb(at) or self._meets_its_object(at))
            ):
                noun = noun.part(0, noun.head_at)  # "The group claims to be", read as a noun
                self.function[self._first_of(at)] = (-1, 2)
            if noun.words[0] in _BEFORE and len(noun.words) > 2 and noun.words[1] in POSSESSIVES:
                noun = noun.part(1, len(noun.words))  # "all their guns"
            self._nouns[at] = noun
        return noun

    def _first_of(self, at: int) -> int:
        """The phrase that this one hangs on: "snipers" of "snipers of the group"."""
        phrases = self.parse.phrases
        while at >= 2 and phrases[at - 1].kind == "P" and phrases[at - 2].kind == "NP":
            at -= 2
        return at

    def _has_no_verb(self, at: int) -> bool:
        """Nothing else is the verb of this stretch of the sentence, and the phrase opens it."""
        phrases = self.parse.phrases
        first = self._first_of(at)
        if first and phrases[first - 1].kind not in {"PU", "CC"}:
            return False
        for phrase in phrases[at + 1 :]:
            if phrase.kind == "VG" and phrase.form != "infinitive":
                return False
            if phrase.kind in {"SUB", "WH"} or (phrase.kind == "PU" and self.sentence.tokens[phrase.start].text == ";"):
                break
        return True

    def _meets_its_object(self, at: int) -> bool:
        """At the head of the sentence, another noun phrase stands right behind: "The group controls | large parts"."""
        phrases = self.parse.phrases
        return at == 0 and len(phrases) > 1 and phrases[1].kind == "NP" and self.parse.tags[phrases[1].start] not in {"PN", "PP"}

    def party(self, at: int) -> Party | None:
        """The party of this phrase."""
        raise NotImplementedError

    def _place(self, noun: Noun) -> Place | None:
        """The place that the whole phrase names."""
        return next((place for place in self.places if place.start <= noun.head_token.start and noun.head_token.end <= place.end), None)

    def _after(self, at: int, prepositions: frozenset[str] | set[str]) -> int | None:
        """The noun phrase that follows behind one of these prepositions."""
        phrases = self.parse.phrases
        if at + 2 >= len(phrases) or phrases[at + 1].kind != "P" or phrases[at + 2].kind != "NP":
            return None
        return at + 2 if self.sentence.tokens[phrases[at + 1].start].lower in prepositions else None

    def _is_many(self, noun: Noun) -> bool:
        """It names several. At the head of a sentence the tags do not tell "Residents" from a name; the list of roles does."""
        return noun.is_plural or (noun.head.endswith("s") and noun.head in self.known.roles.roles.kinds and not noun.head.endswith("ss"))

    def _is_comma(self, at: int) -> bool:
        return self.parse.phrases[at].kind == "PU" and self.sentence.tokens[self.parse.phrases[at].start].text == ","

    def _ends_apposition(self, at: int) -> bool:
        """No list goes on behind: "the groups, A, B and C" is none."""
        phrases = self.parse.phrases
        return at + 1 >= len(phrases) or (
            phrases[at + 1].kind not in {"CC"}
            and not (
                self._is_comma(at + 1) and at + 3 < len(phrases) and phrases[at + 2].kind == "NP" and phrases[at + 3].kind in {"CC", "PU"}
            )
        )

    def _is_lone_name(self, noun: Noun) -> bool:
        """One capitalised word that nobody knows, with or without an article: "Batasuna", "the Ardillos"."""
        tag = noun.tags[-1]
        if (
            (tag != "NNP" and (tag != "NNS" or len(noun.tokens) == 1))
            or noun.words[:-1] not in {(), ("the",)}
            or noun.head in self.known.roles.roles.kinds
        ):
            return False
        return noun.tokens[-1].text[:1].isupper() and self._place(noun) is None

    def _find_scenes(self) -> list[tuple[Place, int]]:
        """Places that stand behind a preposition, with their clause: something is there. A capital that acts is no scene."""
        found = []
        for place in self.places:
            for at, phrase in enumerate(self.parse.phrases):
                if (
                    phrase.kind == "NP"
                    and self.sentence.tokens[phrase.start].start <= place.start < self.sentence.tokens[phrase.end - 1].end
                ):
                    if at and self.parse.phrases[at - 1].kind == "P":
                        found.append((place, self.function.get(at, (-1, 0))[0]))
                    break
        return found

    def _place_beside(self, noun: Noun, at: int | None) -> Place | None:
        """A place inside the phrase, or right behind it: "Ghazni officials", "the defence ministry in Moscow"."""
        inside = next((place for place in self.places if noun.start <= place.start and place.end <= noun.end), None)
        if inside is not None or at is None:
            return inside
        following = self._after(at, _BESIDE)
        if following is None:
            return self._place_in_front(noun, at)
        behind = self.noun(following)
        return next((place for place in self.places if behind.start <= place.start and place.end <= behind.end), None)

    def _place_in_front(self, noun: Noun, at: int) -> Place | None:
        """The place that the sentence opens with: "In Tehran a ministry spokesman said".

        An army may be abroad, unless the place is a whole country.
        """
        phrases = self.parse.phrases
        first = next((n for n, phrase in enumerate(phrases[: min(at, 5)]) if phrase.kind not in {"RB", "PU"}), None)
        if first is None or first + 1 >= at or phrases[first].kind != "P" or phrases[first + 1].kind != "NP":
            return None
        if self.sentence.tokens[phrases[first].start].lower != "in":
            return None
        opening = self.noun(first + 1)
        place = next((place for place in self.places if opening.start <= place.start and place.end <= opening.end), None)
        if place is None or self.known.nations.of_place(place) is None:
            return None
        abroad = self.known.roles.roles.forces.get(self.known.nations.arm_word(noun), "police") != "police"
        return None if abroad and place.level is not Level.COUNTRY else place
