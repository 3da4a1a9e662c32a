"""The parties of one sentence, phrase by phrase. `parties` says in which order the rules are asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ascribe.model.grammar import Parse, Phrase
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence
from ascribe.resolve.coreference import DEEDS, PERSONAL, SAYING, SINGULAR, Memory, Mention
from ascribe.resolve.homes import Homes
from ascribe.resolve.nations import Nations
from ascribe.resolve.nouns import POSSESSIVES, Noun
from ascribe.resolve.roles import ARMS, CLERICS, OFFICES, RoleReader
from ascribe.resolve.voices import FIRST_PERSON, quoted_tokens

#: Nouns that only count or gather those that "of" names: "dozens of rebels", "a group of soldiers".
_GATHERING = frozenset("one ones some many most all both none several dozens scores hundreds thousands number group band handful pair couple column convoy team".split())
#: Those who speak for a party without saying which: the one last named is meant.
_SPOKESMEN = frozenset("spokesman spokeswoman spokesperson spokesmen spokespeople statement communique communiqué leadership leader leaders commander commanders".split())
_BELONGING = frozenset({"of", "for", "from"})
_BESIDE = frozenset({"of", "in", "at", "for", "from"})
#: Arms that belong to a state and hardly to anybody else: "for sending its army".
_HOME_ARMS = frozenset("army navy government parliament embassy president premier ministry ambassador".split())
#: Verbs whose object may be a party.
_DONE_TO_PARTIES = frozenset("accuse blame urge tell ask join support back attack fight ban condemn arm fund help call defeat sue criticise criticize outlaw".split())
#: What is called "the movement", "the group" may be followed by its name.
_ORGANISATIONS = frozenset(Kind) - {Kind.PERSON, Kind.CIVILIANS, Kind.PROTESTERS, Kind.RIOTERS}


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


class SentenceReader:
    """Says which party each noun phrase of one sentence is."""

    def __init__(self, known: Known, number: int, sentence: Sentence, parse: Parse) -> None:
        self.known = known
        self.memory = known.memory
        self.number = number
        self.sentence = sentence
        self.parse = parse
        self.places = tuple(place for place in known.reading.places if sentence.start <= place.start < sentence.end)
        self.quoted = quoted_tokens(sentence)
        self.function: dict[int, tuple[int, int]] = {}
        for number_, clause in enumerate(parse.clauses):
            for _, governed in clause.preps:
                self.function.update(dict.fromkeys(governed, (number_, 0)))
            self.function.update(dict.fromkeys(clause.objects, (number_, 1)))
            self.function.update(dict.fromkeys(clause.subjects, (number_, 2)))
        self._scenes = self._find_scenes() if self.places else []
        self._found: dict[int, Party | None] = {}
        self._nouns: dict[int, Noun] = {}
        self._stated: set[int] = set()  # offsets of nouns whose nation stands in the text

    def read(self) -> tuple[list[Party], list[Party]]:
        """The parties of the noun phrases, and those that are named before the heads of others."""
        found: list[Party] = []
        modifiers: list[Party] = []
        for at, phrase in enumerate(self.parse.phrases):
            if phrase.kind != "NP":
                continue
            noun = self.noun(at)
            both = [] if noun.is_pronoun or self._after(at, {"of"}) is not None else self.memory.both(noun, self.number)
            if both:
                found.extend(both)
                continue
            modifiers.extend(self._modifiers(at, phrase))
            party = self.party(at)
            if party is not None:
                found.append(party)
            self._remember(at, noun, party)
        self._note_speaker()
        return found, modifiers

    def noun(self, at: int) -> Noun:
        """The noun phrase of this number."""
        noun = self._nouns.get(at)
        if noun is None:
            reading = self.known.reading
            noun = Noun.of(reading.document.text, self.sentence.tokens, self.parse.tags, self.parse.phrases[at], reading.upper_case)
            self._nouns[at] = noun
        return noun

    def party(self, at: int) -> Party | None:
        """The party of this phrase, read once."""
        if at not in self._found:
            self._found[at] = None  # a phrase that leads back to itself names nobody
            self._found[at] = self._read(at)
        return self._found[at]

    def _tail_of_name(self, at: int, noun: Noun) -> Party | None:
        """A name that runs over two phrases with nothing between them is that of the second, which has its head; over "of", that of the first."""
        if self.parse.phrases[at - 1].kind != "NP":
            return None
        whole = next((p for p in self.known.names.values() if p.start < noun.start and p.end > noun.head_token.start), None)
        return replace(whole, name=noun.text, start=noun.start, end=noun.end) if whole is not None else None

    # --- one phrase ----------------------------------------------------------------------------------------------------------------------

    def _read(self, at: int) -> Party | None:
        noun = self.noun(at)
        if noun.start < self.known.covered:
            return self._tail_of_name(at, noun)
        if noun.is_pronoun:
            return self._pronoun(at, noun)
        if noun.words[0] in POSSESSIVES:
            return self._possessed(at, noun)
        return self._nominal(noun, at)

    def _nominal(self, noun: Noun, at: int | None) -> Party | None:
        """A noun phrase, or (with no number) the owner named inside one."""
        if noun.words[0] == "the" and noun.words[1:] in {("former",), ("latter",)} and (pair := self.memory.pair(self.number)):
            return replace(pair[int(noun.head_token.lower == "latter")], name=noun.text, start=noun.start, end=noun.end, inferred=True)
        if noun.head == "enemy" and at is not None and (self.known.in_first_person or self.quoted[self.parse.phrases[at].start]):
            return self._enemy(at, noun)
        short = next((self.memory.short[token.text] for token in noun.tokens if token.text in self.memory.short), None)
        if short is not None and noun.head_token.text in self.memory.short:
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
        return self._belonging(at, noun) or self._apposed(at, noun) or self._anaphor(at, noun) or self._by_role(noun, at)

    def _enemy(self, at: int, noun: Noun) -> Party | None:
        """ "The enemy" of whoever speaks: the other side last named."""
        own = self._first_person(at)
        foe = self.memory.enemy(own, self.number) if own is not None else None
        return replace(foe, name=noun.text, start=noun.start, end=noun.end, inferred=True) if foe is not None else None

    def _place(self, noun: Noun) -> Place | None:
        """The place that the whole phrase names."""
        return next((place for place in self.places if place.start <= noun.head_token.start and noun.head_token.end <= place.end), None)

    def _named(self, noun: Noun, inside: Sequence[Party], at: int | None) -> Party | None:
        """A name of the register that is the phrase, or that its head noun belongs to. "A Taliban attack" names an attack."""
        head = noun.head_token.start
        covering = next((party for party in reversed(inside) if party.start <= head < party.end), None)
        if covering is None:
            if at is not None and (mission := self._mission(noun, inside[-1], at)) is not None:
                return mission
            return self.known.roles.of_owner(noun, inside[-1], named=True)
        if covering.end > noun.end and at is not None:
            self.known.covered = max(self.known.covered, covering.end)
            if at + 1 < len(self.parse.phrases) and self.parse.phrases[at + 1].kind == "NP":
                return None
        if covering.id == "icrc" and covering.name.lower().endswith("cross") and self.known.nations.within(noun, self.places) is not None:
            return noun.party(Kind.NGO)  # "the Salvadoran Red Cross" is a society of its own
        return replace(covering, name=noun.text, start=noun.start, end=noun.end)

    def _mission(self, noun: Noun, owner: Party, at: int) -> Party | None:
        """ "The UN mission, MINUSCA,", "UNIFIL, the UN force," "the UN mission in Mali": the mission, where the text or the register tells which."""
        if owner.kind is not Kind.IGO or noun.head not in {"mission", "force", "peacekeepers", "operation", "contingent"}:
            return None
        for other in (at + 2, at - 2):
            if 0 <= other < len(self.parse.phrases) and self.parse.phrases[other].kind == "NP" and self._is_comma(min(at, other) + 1):
                named = self.known.names.get(self.noun(other).head_token.start)
                if named is not None and named.parent == owner.id:
                    return replace(named, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        place = self._place_beside(noun, at)
        country = self.known.nations.register.country(place.country) if place is not None and place.country else None
        entry = self.known.nations.mission(owner, country) if country is not None else None
        if entry is None:
            return None
        return Party(noun.text, noun.start, noun.end, entry.kind, entry.canonical, entry.id, entry.country, entry.parent, inferred=True)

    def _owned(self, noun: Noun) -> tuple[Party | None, bool]:
        """ "The army's Fourth Division", "the movement's leader": what belongs to an owner in the same phrase, and whether there is one."""
        mark = next((n for n in range(noun.head_at - 1, 0, -1) if noun.tags[n] == "POS"), None)
        if mark is None or noun.tags[noun.head_at] == "CD":
            return None, mark is not None
        owner_noun = noun.part(0, mark)
        owner = self._anaphor(None, owner_noun) or self._nominal(owner_noun, None)
        if owner is not None and owner.kind is Kind.CIVILIANS and self.known.roles.organisation(noun) is not None:
            return None, False  # "the Uganda People's Defence Force" is one name
        if owner is None or owner.kind is Kind.PERSON and noun.head not in self.known.roles.roles.spokes:
            return None, False
        country = self.known.nations.register.country(owner.country) if owner.country else None
        if owner.kind in STATE and country is not None:
            self._stated.add(noun.start)
            body = self.known.roles.organisation(noun)
            if body is not None and noun.head not in ARMS and noun.head not in self.known.roles.roles.kinds:
                return Party(noun.text, noun.start, noun.end, body, country=country.iso2, parent=country.government_id or None), True
        return self.known.roles.of_owner(noun, owner), True

    def _possessed(self, at: int, noun: Noun) -> Party | None:
        """ "Its fighters", "their leader", "our forces"."""
        owner = self._owner(at, noun)
        if owner is not None:
            owned = self.known.roles.of_owner(noun, owner)
            if owned is not None or noun.head not in self.known.roles.roles.kinds:
                return owned
        kind = self.known.roles.kind(noun)
        if kind is not None and noun.words[0] == "our" and noun.capitalised and kind in STATE:
            return self._by_role(noun, None)
        return noun.party(kind) if kind is not None else None

    def _owner(self, at: int, noun: Noun) -> Party | None:
        """Whom a possessive refers to: the speaker, the person, or the nearest subject that can own."""
        word = noun.words[0]
        if word in {"our", "my"}:
            return self._first_person(at)
        if word == "your":
            return None
        if noun.head in _HOME_ARMS and word in {"its", "their"}:
            state = next((m.party for m in self.memory.before(self.number, 0) if m.party is not None and m.party.kind in STATE), None)
            if state is not None:
                return state
        clause, _ = self.function.get(at, (-1, 0))
        for mention in self.memory.before(self.number, 1):
            if word in {"his", "her"}:
                if mention.is_person and mention.party is not None:
                    return mention.party
            elif mention.sentence == self.number and mention.quoted != self.quoted[self.parse.phrases[at].start]:
                continue
            elif mention.weight == 2 or mention.clause == clause and mention.party is not None and mention.party.id:
                if mention.party is None:
                    if mention.sentence == self.number:
                        return None
                elif not mention.is_person and (word == "their" or mention.party.kind not in {Kind.CIVILIANS, Kind.PERSON}):
                    return mention.party
        return None

    def _gathered(self, at: int, noun: Noun) -> Party | None:
        """ "Dozens of rebels", "two of the attackers": those that "of" names."""
        if noun.head not in _GATHERING and noun.tags[noun.head_at] != "CD":
            return None
        following = self._after(at, {"of"})
        if following is None or self.noun(following).tags[self.noun(following).head_at] == "CD" or noun.head == "number" and noun.words[0] not in {"a", "an"}:
            return None
        party = self.party(following)
        return replace(party, name=noun.text, start=noun.start, end=noun.end) if party is not None and party.kind is not Kind.MEDIA else None

    def _after(self, at: int, prepositions: frozenset[str] | set[str]) -> int | None:
        """The noun phrase that follows behind one of these prepositions."""
        phrases = self.parse.phrases
        if at + 2 >= len(phrases) or phrases[at + 1].kind != "P" or phrases[at + 2].kind != "NP":
            return None
        return at + 2 if self.sentence.tokens[phrases[at + 1].start].lower in prepositions else None

    # --- nations and arms ----------------------------------------------------------------------------------------------------------------

    def _nation(self, noun: Noun, at: int | None) -> Party | None:
        """A country, capital or people alone, or a nation with an arm of its state."""
        nations, roles = self.known.nations, self.known.roles
        alone = nations.alone(noun) or nations.people(noun)
        if alone is not None:
            self._stated.add(noun.start)
            return alone
        country = nations.within(noun, self.places)
        if country is None:
            return None
        self._stated.add(noun.start)
        if roles.is_titled(noun):
            title = roles.title(noun)
            return nations.arm(noun, title[0], title[1], country, inferred=True) if title else noun.party(Kind.PERSON)
        if noun.head in roles.roles.spokes and roles.roles.kinds.get(noun.head) is None or noun.head in OFFICES:
            arm = next((w for w in noun.words if roles.roles.kinds.get(w) in {Kind.STATE_FORCES, Kind.GOVERNMENT}), "government")
            if arm == "government" and noun.head in {"commander", "commanders", "headquarters"}:
                arm = "forces"
            if noun.head in _SPOKESMEN | OFFICES or arm != "government":
                return nations.arm(noun, roles.roles.kinds[arm], arm, country, inferred=True)
        kind = roles.kind(noun)
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            return nations.arm(noun, kind, nations.arm_word(noun), country, inferred=False)
        body = roles.organisation(noun) if len(noun.words) > 1 else None
        if kind is None and body is not None:
            return Party(noun.text, noun.start, noun.end, body, country=country.iso2)
        if kind is None:
            return None
        taken_up = self._anaphor(at, noun, country.iso2)
        return taken_up or noun.party(kind, country.iso2)

    def _state(self, noun: Noun, kind: Kind, arm: str, at: int | None) -> Party:
        """An arm of the state that the text speaks of; without one, only the words."""
        beside = self._place_beside(noun, at)
        clause = self.function.get(at, (-1, 0))[0] if at is not None else -1
        scenes = [place for place, around in self._scenes if around == clause]
        country = self.known.homes.country(noun, kind, self.number, beside, scenes)
        if country is None:
            return noun.party(kind)
        if beside is not None:
            self._stated.add(noun.start)
        return self.known.nations.arm(noun, kind, arm, country, inferred=True)

    def _place_beside(self, noun: Noun, at: int | None) -> Place | None:
        """A place inside the phrase, or right behind it: "Ghazni officials", "the defence ministry in Moscow"."""
        inside = next((place for place in self.places if noun.start <= place.start and place.end <= noun.end), None)
        if inside is not None or at is None:
            return inside
        following = self._after(at, _BESIDE)
        if following is None and at == 2 and self.sentence.tokens[0].lower in {"in", "from"} and self.parse.phrases[1].kind == "NP":
            following = 1  # "In Tehran a ministry spokesman said"
        if following is None:
            return None
        behind = self.noun(following)
        return next((place for place in self.places if behind.start <= place.start and place.end <= behind.end), None)

    def _find_scenes(self) -> list[tuple[Place, int]]:
        """Places that stand behind a preposition, with their clause: something is there. A capital that acts is no scene."""
        found = []
        for place in self.places:
            for at, phrase in enumerate(self.parse.phrases):
                if phrase.kind == "NP" and self.sentence.tokens[phrase.start].start <= place.start < self.sentence.tokens[phrase.end - 1].end:
                    if at and self.parse.phrases[at - 1].kind == "P":
                        found.append((place, self.function.get(at, (-1, 0))[0]))
                    break
        return found

    # --- what stands around --------------------------------------------------------------------------------------------------------------

    def _belonging(self, at: int, noun: Noun) -> Party | None:
        """ "A spokesman for the group", "fighters of the movement": those of a party that follows."""
        roles = self.known.roles
        kind = roles.kind(noun)
        speaks = noun.head in roles.roles.spokes or noun.head in OFFICES
        if not speaks and noun.head not in ARMS and kind not in {*ARMED, Kind.GOVERNMENT}:
            return None
        following = self._after(at, _BELONGING)
        if following is not None and self.noun(following).words == ("staff",):
            following = self._after(following, _BELONGING)  # the chief of staff of somebody
        if following is None or self.noun(following).is_pronoun:
            return None
        owner = self.party(following)
        if owner is None or owner.kind in {Kind.PERSON, Kind.CIVILIANS, Kind.MEDIA} and not (speaks and owner.kind is not Kind.PERSON):
            return None
        if owner.kind is Kind.GOVERNMENT and not speaks and (kind not in {*ARMED, Kind.GOVERNMENT} or self._after(at, {"of", "from"}) is None):
            return None
        if owner.kind is Kind.UNKNOWN and not owner.id and not owner.name[:1].isupper():
            return None
        if kind in STATE and owner.kind in STATE and owner.country:
            self._stated.add(noun.start)
        return roles.of_owner(noun, owner)

    def _apposed(self, at: int, noun: Noun) -> Party | None:
        """A noun and a name between commas are one party: "the UN mission, MINUSCA,", "X, the Taliban spokesman,"."""
        phrases, roles = self.parse.phrases, self.known.roles
        behind = at + 2 if at + 2 < len(phrases) and self._is_comma(at + 1) and phrases[at + 2].kind == "NP" else None
        before = at - 2 if at >= 2 and self._is_comma(at - 1) and phrases[at - 2].kind == "NP" else None
        if before is not None and before >= 2 and phrases[before - 1].kind == "P" and phrases[before - 2].kind == "NP":
            before -= 2  # "a spokesman for the group, X,": X is the spokesman
        if roles.is_person(noun) or self._is_lone_name(noun):
            return self._person_with_office(noun, behind, before)
        if noun.head not in roles.roles.anaphors:
            return None
        lone = self.party(before) if before is not None and self._is_lone_name(self.noun(before)) else None
        if lone is not None and not lone.id:
            return noun.party(lone.kind)
        for other in (behind, before):
            if other is None:
                continue
            name = self.noun(other)
            if name.head_token.start in self.known.names and name.words[0] not in {"a", "an"} and (other == before or self._ends_apposition(other)):
                party = self.party(other)
                if party is not None and party.id and party.kind in _ORGANISATIONS and self._may_be(noun, party):
                    return replace(party, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        return None

    def _may_be(self, noun: Noun, party: Party) -> bool:
        kinds = self.known.roles.roles.anaphors.get(noun.head, frozenset())
        return party.kind in kinds or party.kind is Kind.EXTERNAL_FORCES and noun.head in {"mission", "force"}

    def _person_with_office(self, noun: Noun, behind: int | None, before: int | None) -> Party | None:
        """A name beside its office speaks for the office's party; beside a common noun it is one of those; alone it is a person."""
        roles = self.known.roles.roles
        for other in (behind, before):
            if other is None:
                continue
            office = self.noun(other)
            if office.is_pronoun or self._is_lone_name(office) or self.known.roles.is_person(office):
                continue
            holds = office.head in roles.spokes or office.head in roles.titles and roles.kinds.get(office.head) in {None, *STATE}
            party = self.party(other) if holds else None
            if party is not None and party.kind is not Kind.PERSON and (party.id or party.canonical):
                return replace(party, name=noun.text, start=noun.start, end=noun.end, inferred=True)
            if office.head in roles.anaphors and not office.is_plural and office.head not in {"government", "capital", "country"}:
                kind = self.known.roles.kind(office)
                return noun.party(kind if kind is not None else Kind.UNKNOWN)
        return None

    def _is_lone_name(self, noun: Noun) -> bool:
        return len(noun.tokens) == 1 and noun.tags[0] == "NNP" and not noun.upper and self._place(noun) is None

    def _is_comma(self, at: int) -> bool:
        return self.parse.phrases[at].kind == "PU" and self.sentence.tokens[self.parse.phrases[at].start].text == ","

    def _ends_apposition(self, at: int) -> bool:
        """No list goes on behind: "the groups, A, B and C" is none."""
        phrases = self.parse.phrases
        return at + 1 >= len(phrases) or phrases[at + 1].kind not in {"CC"} and not (
            self._is_comma(at + 1) and at + 3 < len(phrases) and phrases[at + 2].kind == "NP" and phrases[at + 3].kind in {"CC", "PU"}
        )

    def _anaphor(self, at: int | None, noun: Noun, nation: str | None = None) -> Party | None:
        if at is not None and noun.capitalised and self._after(at, {"of", "for"}) is not None:
            return None  # "the Organisation of African Unity"
        clause, role = self.function.get(at, (-1, 0)) if at is not None else (-1, 2)
        return self.memory.anaphor(noun, self.number, clause, role, nation)

    # --- roles, titles, names ------------------------------------------------------------------------------------------------------------

    def _by_role(self, noun: Noun, at: int | None) -> Party | None:
        """What the head noun says of them; an organisation or a person by name."""
        roles = self.known.roles
        if roles.is_titled(noun):
            return self._titled(noun, at)
        known = self._surname(noun)
        if known is not None:
            return known
        body = roles.organisation(noun)
        goes_on = at is not None and self._after(at, {"of", "for"}) is not None
        if body is not None and (len(noun.proper) > 1 or goes_on):
            if body in STATE and (body is Kind.GOVERNMENT or roles.is_state_body(noun)):
                return self._state(noun, body, "government" if body is Kind.GOVERNMENT else self.known.nations.arm_word(noun), at)
            return noun.party(body)
        kind = roles.kind(noun)
        if kind is Kind.REBEL_GROUP and noun.is_definite and noun.head in roles.roles.spokes:
            group = self.memory.last_of(frozenset({Kind.REBEL_GROUP}), self.number)
            if group is not None:
                return replace(group, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        if kind is None:
            person = roles.is_person(noun) and self._place(noun) is None and any(phrase.kind == "VG" for phrase in self.parse.phrases)
            return noun.party(Kind.PERSON) if person else None
        if noun.head in _SPOKESMEN and kind is Kind.UNKNOWN and at is not None:
            return self._spokesman(noun, at) or noun.party(kind)
        if noun.head == "others" and (same := self._same_as_before()) is not None:
            return replace(same, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        if kind is Kind.EXTERNAL_FORCES:
            return self._peacekeepers(noun)
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            return self._state(noun, kind, self._arm(noun), at)
        return noun.party(kind)

    def _same_as_before(self) -> Party | None:
        """ "Three soldiers died and five others were hurt": others are of the sort that the sentence just counted."""
        return next((m.party for m in self.memory.before(self.number, 0) if m.party is not None and m.plural and m.party.kind is not Kind.PERSON), None)

    def _arm(self, noun: Noun) -> str:
        """Bare "officers" are policemen where the sentence speaks of police."""
        if noun.head in {"officer", "officers"} and any(token.lower == "police" for token in self.sentence.tokens):
            return "police"
        return self.known.nations.arm_word(noun)

    def _titled(self, noun: Noun, at: int | None) -> Party:
        """A person with a title carries what the title names; "Commander X" is the group's, where one was just spoken of."""
        title = self.known.roles.title(noun)
        if title is not None:
            return self._state(noun, title[0], title[1], at)
        if noun.has("commander", "leader", "spokesman", "spokeswoman") and (group := self.memory.group(self.number)) is not None:
            return replace(group, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        return noun.party(Kind.RELIGIOUS if CLERICS & set(noun.words) else Kind.PERSON)

    def _surname(self, noun: Noun) -> Party | None:
        """The last name of somebody named in full before."""
        if len(noun.tokens) != 1 or (known := self.memory.surnames.get(noun.words[0])) is None or noun.tags[0] != "NNP" and not noun.upper:
            return None
        return replace(known, name=noun.text, start=noun.start, end=noun.end, inferred=known.id is not None)

    def _spokesman(self, noun: Noun, at: int) -> Party | None:
        """A spokesman or statement without an owner: of whoever last spoke so, else of the organisation last named."""
        if self.function.get(at, (-1, 0))[1] != 2 or self._after(at, _BELONGING) is not None or at and self.parse.phrases[at - 1].kind == "P":
            return None
        if noun.is_plural and not noun.is_definite:
            return None
        party = self.memory.voice(self.number) if noun.is_definite else None
        party = party or self.memory.group(self.number)
        return replace(party, name=noun.text, start=noun.start, end=noun.end, inferred=True) if party is not None else None

    def _peacekeepers(self, noun: Noun) -> Party:
        """Peacekeepers are those of the mission or organisation last named."""
        for mention in self.memory.before(self.number, 10):
            if mention.party is not None and mention.party.kind in {Kind.IGO, Kind.EXTERNAL_FORCES} and mention.party.id:
                return replace(mention.party, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        inside = next((party for name, party in self.known.names.items() if self.sentence.start <= name < self.sentence.end and party.kind is Kind.IGO), None)
        if inside is not None:
            return replace(inside, name=noun.text, start=noun.start, end=noun.end, inferred=True)
        return noun.party(Kind.EXTERNAL_FORCES)

    # --- pronouns ------------------------------------------------------------------------------------------------------------------------

    def _pronoun(self, at: int, noun: Noun) -> Party | None:
        word = noun.words[0]
        if word in FIRST_PERSON:
            party = self._first_person(at)
            return replace(party, name=noun.text, start=noun.start, end=noun.end, inferred=True) if party is not None else None
        if word not in SINGULAR | PERSONAL | {"they", "them", "themselves"}:
            return None
        clause, role = self.function.get(at, (-1, 0))
        verb = self.parse.phrases[self.parse.clauses[clause].verb] if clause >= 0 else None
        if verb is not None and role == 2 and verb.passive and word in SINGULAR and verb.lemma not in {"accuse", "blame", "ban", "attack", "found", "form"}:
            return None
        of_them = at >= 2 and self.sentence.tokens[self.parse.phrases[at - 1].start].lower == "of"
        partitive = of_them and self.function.get(at - 2, (-1, 0))[1] != 1
        clause = self._with_subject(clause) if role != 2 else clause
        lemma = verb.lemma if verb is not None else ""
        fronted = self.parse.phrases[at].start == 0
        if word in SINGULAR and role != 2 and not self._may_take_it(at, role, lemma):
            return None
        quoted = self.quoted[self.parse.phrases[at].start]
        mention = self.memory.pronoun(word, self.number, clause, role, lemma, quoted=quoted, fronted=fronted, partitive=partitive)
        if mention is None or mention.party is None:
            return None
        return replace(mention.party, name=noun.text, start=noun.start, end=noun.end, inferred=True)

    def _with_subject(self, clause: int) -> int:
        """The clause itself, or the one whose subject it borrows: "killing six of them"."""
        for _ in range(4):
            if clause < 0 or self.parse.clauses[clause].subjects or self.parse.clauses[clause].parent is None:
                break
            clause = self.parse.clauses[clause].parent or 0
        return clause

    def _may_take_it(self, at: int, role: int, lemma: str) -> bool:
        """As an object, "it" is a party only where the verb or the preposition asks for one: "accused it", "against it"."""
        if role == 1:
            return lemma in _DONE_TO_PARTIES
        return at > 0 and self.sentence.tokens[self.parse.phrases[at - 1].start].lower == "against"

    def _first_person(self, at: int) -> Party | None:
        """Inside quotation marks the speaker; outside, whoever issued the document."""
        if not self.quoted[self.parse.phrases[at].start]:
            return self.memory.issuer
        return self._speaker() or self.memory.speaker or self.memory.issuer or self.memory.group(self.number)

    def _speaker(self) -> Party | None:
        """Who is said to speak the quotation in this sentence: a subject outside the marks, of a verb of speaking."""
        for clause in self.parse.clauses:
            verb = self.parse.phrases[clause.verb]
            if verb.lemma in DEEDS and not self.quoted[verb.head] and (clause.subjects or verb.lemma in SAYING):
                behind = clause.verb + 1 if clause.verb + 1 < len(self.parse.phrases) and self.parse.phrases[clause.verb + 1].kind == "NP" else None
                speaker = clause.subjects[0] if clause.subjects else behind
                party = self.party(speaker) if speaker is not None else None
                if party is not None:
                    return party
        return None

    # --- named before heads, and what is kept --------------------------------------------------------------------------------------------

    def _modifiers(self, at: int, phrase: Phrase) -> list[Party]:
        """Parties named before the head of a phrase that is about something else: "Israeli airstrikes", "the army's raid", "a police post"."""
        found: list[Party] = []
        whole = self.noun(at)
        for place in range(phrase.start, phrase.head):
            token = self.sentence.tokens[place]
            word = whole.part(place - phrase.start, place - phrase.start + 1)
            if self.parse.tags[place] == "POS" and place > phrase.start:
                owner_noun = whole.part(0, place - phrase.start)
                owner = self._owner(at, whole) if whole.words[0] in POSSESSIVES else self._anaphor(None, owner_noun) or self._nominal(owner_noun, None)
                if owner is not None:
                    found.append(replace(owner, name=owner_noun.text, start=owner_noun.start, end=owner_noun.end))
            elif token.start in self.known.names:
                continue
            elif (country := self.known.nations.adjective(token)) is not None:
                found.append(self.known.nations.government(word, country, inferred=True))
            elif token.lower in {"army", "military", "police", "government", "navy"}:
                found.append(self._state(word, self.known.roles.roles.kinds[token.lower], token.lower, None))
            elif token.lower in _ADJECTIVES:
                found.append(word.party(_ADJECTIVES[token.lower]))
            elif place == phrase.start and token.lower in POSSESSIVES and (possessor := self._owner(at, whole)) is not None:
                found.append(replace(possessor, name=token.text, start=token.start, end=token.end, inferred=True))
        return found

    def _remember(self, at: int, noun: Noun, party: Party | None) -> None:
        """Keep what later words may refer to."""
        clause, weight = self.function.get(at, (-1, 0))
        quoted = self.quoted[self.parse.phrases[at].start]
        if party is None:
            if weight == 2 and not noun.is_pronoun and noun.head not in _GATHERING and noun.start >= self.known.covered:
                self.memory.mentions.append(Mention(None, self.number, weight, noun.is_plural, quoted=quoted, clause=clause))
            return
        roles = self.known.roles
        titled = len(noun.tokens) > 1 and roles.is_titled(noun)
        name = not noun.upper and (roles.is_person(noun) or self._is_lone_name(noun) and party.id is None)
        one = not noun.is_plural
        voice = one and (noun.head in _SPOKESMEN or titled and noun.has("spokesman", "spokeswoman")) and party.id is not None
        officer = noun.head in roles.roles.titles and party.kind in {*STATE, Kind.PERSON, Kind.UNKNOWN}
        human = party.kind in {Kind.CIVILIANS, Kind.PERSON} or noun.head in _HUMANS
        says = weight == 2 and self.parse.phrases[self.parse.clauses[clause].verb].lemma in SAYING
        pronoun = noun.is_pronoun and noun.words[0] in PERSONAL
        is_person = one and (titled or name and party.kind is Kind.PERSON or officer or human or pronoun or voice)
        self.memory.mentions.append(Mention(party, self.number, weight, noun.is_plural or noun.words[0] in {"they", "them"}, is_person, voice, says, quoted, clause))
        if (titled or roles.is_person(noun)) and len(noun.tokens) > 1:
            self.memory.surnames.setdefault(noun.words[-1], party)
        alone = party.kind is Kind.GOVERNMENT and noun.head not in roles.roles.kinds
        if party.kind in STATE and (noun.start in self._stated or not party.inferred) and (not alone or weight == 2):
            self.known.homes.remember(party, self.number)

    def _note_speaker(self) -> None:
        """Who spoke the quotation of this sentence speaks on in the next."""
        if any(self.quoted):
            self.memory.speaker = self._speaker() or self.memory.speaker
        elif len(self.sentence.tokens) > 3:
            self.memory.speaker = None


#: One of these is "he" or "she" further on, whatever party he carries.
_HUMANS = frozenset("man gunman bomber attacker driver soldier policeman suspect priest officer official minister caller commander leader".split())
_ADJECTIVES = {
    "militant": Kind.REBEL_GROUP, "rebel": Kind.REBEL_GROUP, "insurgent": Kind.REBEL_GROUP, "guerrilla": Kind.REBEL_GROUP,
    "jihadist": Kind.REBEL_GROUP, "separatist": Kind.REBEL_GROUP, "islamist": Kind.REBEL_GROUP, "maoist": Kind.REBEL_GROUP,
    "bandit": Kind.CRIMINAL_GROUP, "militia": Kind.POLITICAL_MILITIA, "gang": Kind.CRIMINAL_GROUP, "mob": Kind.RIOTERS,
}  # fmt: skip
