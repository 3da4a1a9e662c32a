"""The parties of one sentence, phrase by phrase. `parties` says in which order the rules are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.model.grammar import Phrase
from ascribe.model.parties import STATE, Kind, Party
from ascribe.model.places import Level
from ascribe.model.reading import Token
from ascribe.resolve.mentions import PERSONAL, SAYING, Mention
from ascribe.resolve.neighbours import Neighbours
from ascribe.resolve.nouns import BOTH, GATHERING, POSSESSIVES, SPOKESMEN, Noun
from ascribe.resolve.role_phrases import RolePhrases
from ascribe.resolve.roles import ARMS

#: Words for people that bring in others each time: "villagers" are not the villagers spoken of before.
_ALWAYS_NEW = frozenset("people villagers residents civilians men women children soldiers police troops officials".split())
#: One of these is "he" or "she" further on, whatever party he carries.
_HUMANS = frozenset(
    "man gunman bomber attacker driver soldier policeman suspect priest officer official minister caller commander leader".split()
)
#: Nouns that say that a party hangs on another, which is named before them.
_KIN = frozenset({"affiliate", "offshoot", "splinter", "ally", "franchise"})
#: Verbs that say of their object what it is.
_CALLING = frozenset({"call", "consider", "label", "deem", "brand", "declare", "designate", "dub"})
_RELATIVES = frozenset({"who", "which", "whom", "whose"})
_ADJECTIVES = {
    "militant": Kind.REBEL_GROUP, "rebel": Kind.REBEL_GROUP, "insurgent": Kind.REBEL_GROUP, "guerrilla": Kind.REBEL_GROUP,
    "jihadist": Kind.REBEL_GROUP, "separatist": Kind.REBEL_GROUP, "islamist": Kind.REBEL_GROUP, "maoist": Kind.REBEL_GROUP,
    "bandit": Kind.CRIMINAL_GROUP, "militia": Kind.POLITICAL_MILITIA, "gang": Kind.CRIMINAL_GROUP, "mob": Kind.RIOTERS,
}  # fmt: skip


class SentenceReader(Neighbours, RolePhrases):
    """Says which party each noun phrase of one sentence is."""

    def read(self) -> tuple[list[Party], list[Party]]:
        """The parties of the noun phrases, and those that are named before the heads of others."""
        found: list[Party] = []
        modifiers: list[Party] = []
        for at, phrase in enumerate(self.parse.phrases):
            if phrase.kind != "NP":
                if phrase.kind == "WH" and (relative := self._relative(at)) is not None:
                    modifiers.append(relative)
                continue
            noun = self.noun(at)
            both = self.memory.both(noun, self.number) if noun.head in BOTH and self._after(at, {"of"}) is None else []
            if both:
                found.extend(both)
                continue
            modifiers.extend(self._modifiers(at, phrase))
            party = self.party(at)
            if party is not None:
                found.append(party)
            elif phrase.head > phrase.start and noun.start >= self.known.covered:
                self._remember_beside(at, noun)
            self._remember(at, noun, party)
        self._note_speaker()
        return found, modifiers

    def _relative(self, at: int) -> Party | None:
        """As in "the rebels, who ...": whom the relative pronoun takes up, the phrase right before it."""
        token = self.sentence.tokens[self.parse.phrases[at].start]
        if token.lower not in _RELATIVES:
            return None
        before = at - 2 if at >= 2 and self._is_comma(at - 1) else at - 1
        if before < 0 or self.parse.phrases[before].kind != "NP":
            return None
        party = self.party(before)
        if party is not None and party.kind is Kind.GOVERNMENT and party.inferred:
            return None  # "the people of Rabat, who"
        return party.standing_in(self._words(token), token.start, token.end) if party is not None and party.kind is not Kind.MEDIA else None

    def party(self, at: int) -> Party | None:
        """The party of this phrase, read once."""
        if at not in self._found:
            self._found[at] = None  # a phrase that leads back to itself names nobody
            self._found[at] = self._read(at)
        return self._found[at]

    def _tail_of_name(self, at: int, noun: Noun) -> Party | None:
        """A name that runs over two phrases with nothing between them is that of the second, which has its head.

        Over "of", that of the first.
        """
        if self.parse.phrases[at - 1].kind != "NP":
            return None
        whole = next((p for p in self.known.names.values() if p.start < noun.start and p.end > noun.head_token.start), None)
        return replace(whole, name=noun.text, start=noun.start, end=noun.end) if whole is not None else None

    def _read(self, at: int) -> Party | None:
        noun = self.noun(at)
        if noun.start < self.known.covered:
            return self._tail_of_name(at, noun)
        noun = self._before_predicate(at, noun)
        if noun.is_pronoun:
            return self._gathered(at, noun) if noun.head in GATHERING else self._pronoun(at, noun)
        if not self._may_be_somebody(noun):
            return None
        if noun.words[0] in POSSESSIVES:
            return self._possessed(at, noun)
        return self._nominal(noun, at)

    def _before_predicate(self, at: int, noun: Noun) -> Noun:
        """As in "considers the group terrorist", "called the dissidents deserters": without the word for what they are said to be."""
        if len(noun.words) != 3 or noun.words[0] != "the" or noun.capitalised or noun.words[1] not in self.known.roles.roles.anaphors:
            return noun
        clause, _ = self.function.get(at, (-1, 0))
        verb = self.parse.phrases[self.parse.clauses[clause].verb].lemma if clause >= 0 else ""
        return noun.part(0, 2) if verb in _CALLING and noun.head_at == 2 else noun

    def _words(self, token: Token) -> str:
        """A token as the text has it: in a text all in capitals, tokens are recased."""
        return self.known.reading.document.text[token.start : token.end]

    def _may_be_somebody(self, noun: Noun) -> bool:
        """A quick look: most noun phrases of small letters name things. This saves a third of the time."""
        if noun.head in self.known.roles.heads or noun.tags[noun.head_at] == "CD":
            return True
        names, first = self.known.names, noun.tags[0] in {"D", "PP"}
        return any(token.text[0].isupper() or token.start in names for token in noun.tokens[first:]) or noun.tokens[0].start in names

    def _nominal(self, noun: Noun, at: int | None) -> Party | None:
        """A noun phrase, or (with no number) the owner named inside one."""
        if noun.words[0] == "the" and len(noun.words) > 1 and noun.words[1] in {"former", "latter"}:
            of_two = self._of_two(noun, self.function.get(at, (-1, 0))[0] if at is not None else -1)
            if of_two is not None:
                return of_two
        if noun.head == "enemy" and at is not None and (self.known.in_first_person or self.quoted[self.parse.phrases[at].start]):
            return self._enemy(at, noun)
        short = self.memory.short.get(noun.head_token.text)
        if short is not None:
            return replace(short, name=noun.text, start=noun.start, end=noun.end)
        inside = [party for token in noun.tokens if (party := self.known.names.get(token.start)) is not None]
        if inside:
            return self._named(noun, inside, at)
        owned, owner_stands = self._owned(noun)
        if owned is not None or owner_stands:
            return owned
        if at is not None and (gathered := self._gathered(at, noun)) is not None:
            return gathered
        nation = self._nation(noun, at)
        if nation is not None:
            return nation
        place = self._place(noun)
        if place is not None and place.level is not Level.COUNTRY:
            return None
        if at is None:
            return self._by_role(noun, None)
        called = self._called(at, noun)
        if called is not None:
            return called
        return self._belonging(at, noun) or self._apposed(at, noun) or self._anaphor(at, noun) or self._by_role(noun, at)

    def _of_two(self, noun: Noun, clause: int) -> Party | None:
        """As in "the former", "the latter"."""
        pair = self.memory.pair(self.number, clause) if len(noun.words) == 2 else []
        return pair[int(noun.words[1] == "latter")].standing_in(noun.text, noun.start, noun.end) if pair else None

    def _named(self, noun: Noun, inside: Sequence[Party], at: int | None) -> Party | None:
        """A name of the register that is the phrase, or that its head noun belongs to. "A Taliban attack" names an attack."""
        head = noun.head_token.start
        covering = next((party for party in reversed(inside) if party.start <= head < party.end), None)
        if covering is None:
            if at is not None and (mission := self._mission(noun, inside[-1], at)) is not None:
                return mission
            if noun.head in _KIN and noun.is_definite:
                return self._offshoot(at, noun, inside[-1])
            return self.known.roles.of_owner(noun, inside[-1], named=True)
        if covering.id is None and at is not None and not noun.capitalised and (same := self._apposed(at, noun)) is not None:
            return same  # "MUJAO, an offshoot of AQIM,": the faction has its name beside it
        if covering.end > noun.end and at is not None:
            self.known.covered = max(self.known.covered, covering.end)
            if at + 1 < len(self.parse.phrases) and self.parse.phrases[at + 1].kind == "NP":
                return None
        if covering.id == "icrc" and covering.name.lower().endswith("cross") and self.known.nations.within(noun, self.places) is not None:
            return noun.party(Kind.NGO)  # "the Salvadoran Red Cross" is a society of its own
        return replace(covering, name=noun.text, start=noun.start, end=noun.end)

    def _offshoot(self, at: int | None, noun: Noun, of: Party) -> Party | None:
        """As in "the al-Qaeda affiliate": a party named before, other than the one that it hangs on."""
        bare = noun._replace(
            tokens=(noun.tokens[0], noun.head_token), words=(noun.words[0], noun.head), tags=(noun.tags[0], "NN"), head_at=1
        )
        return self._anaphor(at, bare, without=(of.key,))

    def _owned(self, noun: Noun) -> tuple[Party | None, bool]:
        """As in "the army's Fourth Division", "the movement's leader".

        What belongs to an owner in the same phrase, and whether there is one.
        """
        mark = next((n for n in range(noun.head_at - 1, 0, -1) if noun.tags[n] == "POS"), None)
        if mark is None or noun.tags[noun.head_at] == "CD":
            return None, mark is not None
        owner_noun = noun.part(0, mark)
        owner = self._anaphor(None, owner_noun) or self._nominal(owner_noun, None)
        if owner is not None and owner.kind is Kind.CIVILIANS and self.known.roles.organisation(noun) is not None:
            return None, False  # "the Uganda People's Defence Force" is one name
        if owner is None or (owner.kind is Kind.PERSON and noun.head not in self.known.roles.roles.spokes):
            return None, False
        country = self.known.nations.register.country(owner.country) if owner.country else None
        if owner.kind in STATE and country is not None:
            self._stated.add(noun.start)
            body = self.known.roles.organisation(noun)
            if body is not None and noun.head not in ARMS and noun.head not in self.known.roles.roles.kinds:
                return Party(noun.text, noun.start, noun.end, body, country=country.iso2, parent=country.government_id or None), True
        return self.known.roles.of_owner(noun, owner), True

    def _possessed(self, at: int, noun: Noun) -> Party | None:
        """As in "its fighters", "their leader", "our forces"."""
        owner = self._owner(at, noun)
        if owner is not None:
            owned = self.known.roles.of_owner(noun, owner)
            if owned is not None or noun.head not in self.known.roles.roles.kinds:
                return owned
        kind = self.known.roles.kind(noun)
        if kind is not None and noun.words[0] == "our" and noun.capitalised and kind in STATE:
            return self._by_role(noun, None)
        return noun.party(kind) if kind is not None else None

    def _modifiers(self, at: int, phrase: Phrase) -> list[Party]:
        """Parties named before the head of a phrase that is about something else.

        "Israeli airstrikes", "the army's raid", "a police post".
        """
        found: list[Party] = []
        if phrase.head == phrase.start:
            return found
        whole = self.noun(at)
        for place in range(phrase.start, phrase.head):
            token = self.sentence.tokens[place]
            if self.parse.tags[place] == "POS" and place > phrase.start:
                owner_noun = whole.part(0, place - phrase.start)
                owner = (
                    self._owner(at, whole)
                    if whole.words[0] in POSSESSIVES
                    else self._anaphor(None, owner_noun) or self._nominal(owner_noun, None)
                )
                if owner is not None:
                    found.append(replace(owner, name=owner_noun.text, start=owner_noun.start, end=owner_noun.end))
            elif token.start in self.known.names:
                continue
            elif token.text[0].isupper() and (country := self.known.nations.adjective(token)) is not None:
                if self._are_people(whole):
                    continue  # "Uzbek grocers"
                word = whole.part(place - phrase.start, place - phrase.start + 1)
                found.append(self.known.nations.government(word, country, inferred=True))
            elif token.lower in {"army", "military", "police", "government", "navy", "junta", "regime"}:
                word = whole.part(place - phrase.start, place - phrase.start + 1)
                found.append(self._state(word, self.known.roles.roles.kinds[token.lower], token.lower, None))
            elif token.lower in _ADJECTIVES:
                found.append(Party(self._words(token), token.start, token.end, _ADJECTIVES[token.lower]))
            elif place == phrase.start and token.lower in POSSESSIVES and (possessor := self._owner(at, whole)) is not None:
                found.append(possessor.standing_in(self._words(token), token.start, token.end))
        return found

    def _are_people(self, noun: Noun) -> bool:
        """Many who do something for a living, and that nobody listed: no words for a state."""
        if noun.tags[noun.head_at] != "NNS" or noun.capitalised or not noun.head.endswith(("ers", "ors", "smen", "ists")):
            return False
        return noun.head not in self.known.roles.heads and noun.head not in self.known.roles.roles.reference.no_people

    def _remember_beside(self, at: int, noun: Noun) -> None:
        """Keep a party that is named before the head of a phrase about something else: "NATO's planes", "Hamas rockets"."""
        for token in noun.tokens[: noun.head_at]:
            party = self.known.names.get(token.start)
            if party is not None and party.id and not party.candidates and party.kind is not Kind.GOVERNMENT:
                clause, _ = self.function.get(at, (-1, 0))
                self.memory.mentions.append(Mention(party, self.number, 0, quoted=self.quoted[self.parse.phrases[at].start], clause=clause))

    def _remember(self, at: int, noun: Noun, party: Party | None) -> None:
        """Keep what later words may refer to."""
        clause, weight = self.function.get(at, (-1, 0))
        if party is None and weight != 2:
            return
        quoted = self.quoted[self.parse.phrases[at].start]
        if party is None:
            aside = clause >= 0 and self.parse.clauses[clause].link == "relative"
            if not aside and not noun.is_pronoun and noun.head not in GATHERING and noun.start >= self.known.covered:
                human = noun.head in _HUMANS or noun.head in self.known.roles.roles.titles
                main = clause >= 0 and self.parse.clauses[clause].parent is None
                self.memory.mentions.append(
                    Mention(
                        None, self.number, weight, noun.is_plural, quoted=quoted, clause=clause, head=noun.head, is_main=main, human=human
                    )
                )
            return
        roles = self.known.roles
        titled = len(noun.tokens) > 1 and noun.head_token.start not in self.known.names and roles.is_titled(noun)
        person = len(noun.tokens) > 1 and roles.is_person(noun)
        lone = party.id is None and self._is_lone_name(noun)
        name = person or lone
        many = self._is_many(noun)
        one = not many
        voice = one and (noun.head in SPOKESMEN or (titled and noun.has("spokesman", "spokeswoman"))) and party.id is not None
        officer = noun.head in roles.roles.titles and party.kind in {*STATE, Kind.PERSON, Kind.UNKNOWN}
        human = party.kind in {Kind.CIVILIANS, Kind.PERSON} or noun.head in _HUMANS
        verb = self.parse.phrases[self.parse.clauses[clause].verb].lemma if clause >= 0 else ""
        says = weight == 2 and verb in SAYING
        pronoun = noun.is_pronoun and noun.words[0] in PERSONAL
        is_person = one and (titled or (name and party.kind is Kind.PERSON) or officer or human or pronoun or voice)
        self.memory.mentions.append(
            Mention(
                party,
                self.number,
                weight,
                many or noun.words[0] in {"they", "them"},
                is_person,
                voice,
                says,
                quoted,
                clause,
                noun.head,
                verb,
                party.inferred and (noun.is_pronoun or (noun.is_definite and party.kind not in STATE)) and not is_person,
                clause >= 0 and self.parse.clauses[clause].parent is None,
                introduces=not noun.is_definite and noun.words[0] not in POSSESSIVES and noun.head not in _ALWAYS_NEW,
            )
        )
        called = lone and party.kind is not Kind.PERSON
        if called or titled or person:
            self.memory.surnames.setdefault(noun.words[-1], party)
        alone = party.kind is Kind.GOVERNMENT and noun.head not in roles.roles.kinds
        if (
            party.kind in STATE
            and (noun.start in self._stated or not party.inferred)
            and (not alone or (weight == 2 and self.known.homes.focus is None))
        ):
            self.known.homes.remember(party, self.number)
