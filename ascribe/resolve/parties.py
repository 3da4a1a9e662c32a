"""Names, roles and pronouns -> parties.

Two steps. `PartyNames` finds the names of the register, wherever they stand. `PartyPhrases` then says for each noun phrase which party it is:

1. a name of the register, alone or before a noun of its own ("BLA fighters", "a Hamas spokesman");
2. a nation with an arm of its state ("Pakistani security forces", "Somalia's government", "Indian jets");
3. a country, capital or seat of government alone: its government (whether that is a party or a place, the clause decides);
4. "the group", "the rebels", "it", "they": the party last named that the words fit;
5. a common noun that says what somebody is ("police", "gunmen", "residents"); police and soldiers belong to the state that the text is about,
   when one country clearly is its subject;
6. a name with a title, or an organisation that the register does not know.

A party that was read from a role, a pronoun or a capital is `inferred`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from ascribe.model.grammar import Parse, Phrase
from ascribe.model.lexicon import Roles
from ascribe.model.parties import Candidate, Kind, Party
from ascribe.model.reading import Reading, Sentence


class EntryLike(Protocol):
    """What this module needs of a register entry."""

    @property
    def id(self) -> str: ...
    @property
    def canonical(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def country(self) -> str | None: ...
    @property
    def parent(self) -> str | None: ...


class CountryLike(Protocol):
    """What this module needs of a country."""

    @property
    def iso2(self) -> str: ...
    @property
    def name(self) -> str: ...


class RegisterLike(Protocol):
    """The face of the register: see `resolve.register`."""

    def match(self, words: Sequence[str], at: int, upper_case: bool = False) -> tuple[int, tuple[EntryLike, ...]]: ...
    def entry(self, id: str) -> EntryLike | None: ...  # noqa: A002 - as the register has it
    def government(self, iso2: str) -> EntryLike: ...
    def by_metonym(self, name: str) -> CountryLike | None: ...
    def by_demonym(self, word: str) -> CountryLike | None: ...
    def by_capital(self, name: str) -> CountryLike | None: ...
    def by_country_name(self, name: str) -> CountryLike | None: ...
    def country(self, iso2: str) -> CountryLike | None: ...


#: Arm of the state -> how its canonical name ends.
_FORCE_NAMES = {
    "police": "Police",
    "army": "Armed Forces",
    "navy": "Navy",
    "air_force": "Air Force",
    "intelligence": "Intelligence",
    "forces": "Armed Forces",
    "security": "Security Forces",
}
_ORGANISATION_HEADS = {
    "front": Kind.REBEL_GROUP, "brigade": Kind.REBEL_GROUP, "brigades": Kind.REBEL_GROUP, "army": Kind.REBEL_GROUP, "movement": Kind.REBEL_GROUP,
    "party": Kind.UNKNOWN, "council": Kind.UNKNOWN, "committee": Kind.UNKNOWN, "ministry": Kind.GOVERNMENT, "commission": Kind.UNKNOWN,
    "union": Kind.UNKNOWN, "network": Kind.NGO, "observatory": Kind.NGO, "forces": Kind.STATE_FORCES, "militia": Kind.POLITICAL_MILITIA,
    "battalion": Kind.STATE_FORCES, "group": Kind.UNKNOWN, "agency": Kind.UNKNOWN, "association": Kind.NGO, "command": Kind.STATE_FORCES,
    "organisation": Kind.UNKNOWN, "organization": Kind.UNKNOWN, "centre": Kind.NGO, "center": Kind.NGO, "institute": Kind.NGO,
    "guard": Kind.STATE_FORCES, "police": Kind.STATE_FORCES, "force": Kind.STATE_FORCES, "watch": Kind.NGO, "rights": Kind.NGO,
    "column": Kind.REBEL_GROUP, "cartel": Kind.CRIMINAL_GROUP, "coalition": Kind.UNKNOWN, "alliance": Kind.UNKNOWN, "federation": Kind.UNKNOWN,
    "mission": Kind.IGO, "crescent": Kind.NGO, "cross": Kind.NGO, "radio": Kind.MEDIA, "news": Kind.MEDIA, "times": Kind.MEDIA, "post": Kind.MEDIA,
    "gazette": Kind.MEDIA, "herald": Kind.MEDIA, "tribune": Kind.MEDIA, "bureau": Kind.UNKNOWN, "office": Kind.UNKNOWN, "division": Kind.STATE_FORCES,
    "regiment": Kind.STATE_FORCES, "corps": Kind.STATE_FORCES, "squad": Kind.UNKNOWN, "congress": Kind.UNKNOWN, "parliament": Kind.GOVERNMENT,
    "court": Kind.GOVERNMENT, "hospital": Kind.CIVILIANS, "directorate": Kind.STATE_FORCES, "defenders": Kind.NGO, "clan": Kind.IDENTITY_MILITIA,
    "fighters": Kind.REBEL_GROUP, "rebels": Kind.REBEL_GROUP, "guerrillas": Kind.REBEL_GROUP, "troops": Kind.STATE_FORCES,
    "soldiers": Kind.STATE_FORCES, "gunmen": Kind.UNKNOWN, "militants": Kind.REBEL_GROUP, "militiamen": Kind.POLITICAL_MILITIA,
    "insurgents": Kind.REBEL_GROUP, "vigilantes": Kind.POLITICAL_MILITIA, "tribesmen": Kind.IDENTITY_MILITIA,
}  # fmt: skip
_ADJECTIVES = {
    "militant": Kind.REBEL_GROUP, "rebel": Kind.REBEL_GROUP, "insurgent": Kind.REBEL_GROUP, "guerrilla": Kind.REBEL_GROUP,
    "jihadist": Kind.REBEL_GROUP, "separatist": Kind.REBEL_GROUP, "islamist": Kind.REBEL_GROUP, "maoist": Kind.REBEL_GROUP,
    "bandit": Kind.CRIMINAL_GROUP, "militia": Kind.POLITICAL_MILITIA, "gang": Kind.CRIMINAL_GROUP, "mob": Kind.RIOTERS,
}  # fmt: skip
_SINGULAR_PRONOUNS = frozenset({"it", "itself"})
_PLURAL_PRONOUNS = frozenset({"they", "them", "themselves"})
_PERSON_PRONOUNS = frozenset({"he", "she", "him"})
_WE = frozenset({"we", "us"})
_STATE_WORDS = frozenset("security government state federal national state-run official joint regular".split())
_PEOPLE_WE_NAME = frozenset({Kind.CIVILIANS, Kind.PROTESTERS, Kind.RIOTERS, Kind.UNKNOWN})
#: How much of the talk of countries must be about one for "the army" to be that country's.
_FOCUS = 0.6


class PartyNames:
    """Find the register's names in the text."""

    def __init__(self, register: RegisterLike) -> None:
        self.register = register

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `parties` set to the names found, in order."""
        found: list[Party] = []
        for sentence in reading.sentences:
            words = [token.text for token in sentence.tokens]
            at = 0
            while at < len(words):
                length, entries = self.register.match(words, at, reading.upper_case)
                if not length:
                    at += 1
                    continue
                start, end = sentence.tokens[at].start, sentence.tokens[at + length - 1].end
                found.append(party_of_entries(reading.document.text[start:end], start, end, entries))
                at += length
        return replace(reading, names=tuple(found), parties=tuple(found))


def party_of_entries(name: str, start: int, end: int, entries: Sequence[EntryLike]) -> Party:
    """The party of one register entry; with several, none is chosen and all are kept."""
    if len(entries) == 1:
        entry = entries[0]
        return Party(name, start, end, entry.kind, entry.canonical, entry.id, entry.country, entry.parent)
    kinds = {entry.kind for entry in entries}
    candidates = tuple(Candidate(entry.id, entry.canonical) for entry in entries)
    return Party(name, start, end, kinds.pop() if len(kinds) == 1 else Kind.UNKNOWN, candidates=candidates)


@dataclass(slots=True)
class _Memory:
    """Who has been named so far, the latest last, and what short names the document made for them."""

    named: list[Party] = field(default_factory=list)
    weights: dict[int, int] = field(default_factory=dict)  # where a party was named -> 2 as subject, 1 as object, 0 elsewhere
    sentences: dict[int, int] = field(default_factory=dict)
    subject: Party | None = None
    group: Party | None = None
    short: dict[str, Party] = field(default_factory=dict)


class PartyPhrases:
    """Say for each noun phrase which party it names, if any. Sets `reading.parties` to one party a phrase."""

    def __init__(self, register: RegisterLike, roles: Roles) -> None:
        self.register = register
        self.roles = roles

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `parties` set: at most one for each noun phrase, spanning it."""
        focus = self._focus(reading)
        memory = _Memory()
        names = {party.start: party for party in reading.names}
        found: list[Party] = []
        modifiers: list[Party] = []
        names = {start: self._narrowed(party, reading) for start, party in names.items()}
        self._define_short_names(reading, names, memory)
        number = 0
        for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
            in_sentence: list[tuple[int, Party]] = []
            subjects = {at for clause in parse.clauses for at in clause.subjects}
            objects = {at for clause in parse.clauses for at in clause.objects}
            number += 1
            for at, phrase in enumerate(parse.phrases):
                if phrase.kind != "NP":
                    continue
                modifiers.extend(self._modifiers(reading, sentence, parse, phrase, names, memory, focus))
                both = _both(sentence, phrase, memory)
                if both:
                    found.extend(both)
                    continue
                party = self._party(reading, sentence, parse, phrase, names, memory, focus)
                if party is None:
                    continue
                found.append(party)
                in_sentence.append((at, party))
                memory.weights[party.start] = 2 if at in subjects else 1 if at in objects else 0
                memory.sentences[party.start] = number
                self._remember(memory, party, at in subjects)
        return replace(reading, parties=tuple(found), names=tuple(sorted([*reading.names, *modifiers], key=lambda p: (p.start, p.end))))

    def _narrowed(self, party: Party, reading: Reading) -> Party:
        """A name that several parties bear is the one of a country that the text speaks of, when there is just one such."""
        if not party.candidates:
            return party
        countries = {place.country for place in reading.places if place.country}
        for sentence in reading.sentences:
            for token in sentence.tokens:
                country = self.register.by_demonym(token.lower) if token.text[0].isupper() else None
                if country is not None:
                    countries.add(country.iso2)
        entries = [entry for candidate in party.candidates if (entry := self.register.entry(candidate.id)) is not None]
        fitting = [entry for entry in entries if entry.country in countries]
        return party_of_entries(party.name, party.start, party.end, fitting) if len(fitting) == 1 else party

    def _modifiers(
        self, reading: Reading, sentence: Sentence, parse: Parse, phrase: Phrase, names: dict[int, Party], memory: _Memory, focus: str | None
    ) -> list[Party]:
        """Parties named before the head of a phrase that is about something else: "Israeli airstrikes", "the army's raid", "a police post"."""
        found: list[Party] = []
        for at in range(phrase.start, phrase.head):
            token = sentence.tokens[at]
            if parse.tags[at] == "POS":
                owner = Phrase("NP", phrase.start, at, at - 1)
                party = self._party(reading, sentence, parse, owner, names, memory, focus) if at > phrase.start else None
                if party is not None:
                    found.append(party)
                continue
            if token.start in names:
                continue
            country = self.register.by_demonym(token.lower) if token.text[0].isupper() else None
            if country is not None:
                entry = self.register.government(country.iso2)
                found.append(Party(token.text, token.start, token.end, Kind.GOVERNMENT, entry.canonical, entry.id, country.iso2, inferred=True))
            elif token.lower in {"army", "military", "police", "government", "navy"}:
                found.append(self._state(token.text, token.start, token.end, [token.lower], token.lower, focus, inferred=True))
            elif token.lower in _ADJECTIVES:
                found.append(Party(token.text, token.start, token.end, _ADJECTIVES[token.lower]))
            elif parse.tags[at] == "PP" and token.lower in {"its", "their"} and memory.subject is not None:
                found.append(replace(memory.subject, name=token.text, start=token.start, end=token.end, inferred=True))
        return found

    def _define_short_names(self, reading: Reading, names: dict[int, Party], memory: _Memory) -> None:
        """ "Balochistan Liberation Army (BLA)": BLA is that party from here on, whatever else bears the letters."""
        for sentence in reading.sentences:
            tokens = sentence.tokens
            for at in range(1, len(tokens) - 1):
                if tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and tokens[at].text.isupper() and len(tokens[at].text) > 1:
                    before = next((p for p in names.values() if p.end <= tokens[at].start and tokens[at].start - p.end <= 2), None)
                    if before is not None:
                        memory.short[tokens[at].text] = before

    def _focus(self, reading: Reading) -> str | None:
        """The one country that the text is clearly about."""
        seen: Counter[str] = Counter()
        for place in reading.places:
            if place.country:
                seen[place.country] += 1
        for sentence in reading.sentences:
            for token in sentence.tokens:
                country = self.register.by_demonym(token.lower) if token.text[0].isupper() else None
                if country is not None:
                    seen[country.iso2] += 1
        for party in reading.parties:
            if party.country and party.kind not in {Kind.MEDIA, Kind.NGO, Kind.IGO}:
                seen[party.country] += 1
        if not seen:
            return None
        country, count = seen.most_common(1)[0]
        return country if count >= _FOCUS * seen.total() else None

    # --- one noun phrase -----------------------------------------------------------------------------------------------------------------

    def _party(
        self, reading: Reading, sentence: Sentence, parse: Parse, phrase: Phrase, names: dict[int, Party], memory: _Memory, focus: str | None
    ) -> Party | None:
        tokens = sentence.tokens[phrase.start : phrase.end]
        start, end = tokens[0].start, tokens[-1].end
        text = reading.document.text[start:end]
        head = sentence.tokens[phrase.head].lower
        if len(tokens) == 1 and parse.tags[phrase.start] == "PN":
            return self._pronoun(text, start, end, memory)
        words = [token.lower for token in tokens]
        inside = [party for token in tokens if (party := names.get(token.start)) is not None and party.end <= end]
        named = self._named(reading, text, start, end, words, head, inside, memory, sentence.tokens[phrase.head].start)
        if named is not None:
            return named
        if inside and head not in self.roles.kinds and head not in self.roles.spokes:
            return None  # "a Taliban attack": the name describes something else
        composed = self._nation(reading, sentence, parse, phrase, text, start, end, words, head)
        if composed is not None:
            return composed
        place = next((p for p in reading.places if p.start <= start and end <= p.end), None)
        if place is not None and place.level not in {"country"}:
            return None
        anaphor = self._anaphor(text, start, end, words, head, memory)
        if anaphor is not None:
            return anaphor
        return self._by_role(reading, sentence, parse, phrase, text, start, end, words, head, focus)

    def _named(
        self,
        reading: Reading,
        text: str,
        start: int,
        end: int,
        words: Sequence[str],
        head: str,
        inside: Sequence[Party],
        memory: _Memory,
        head_start: int,
    ) -> Party | None:
        """A name of the register that is the phrase, or that its head noun belongs to."""
        for at, word in enumerate(text.replace("(", " ").replace(")", " ").split()):
            del at
            if word in memory.short:
                return replace(memory.short[word], name=text, start=start, end=end)
        if not inside:
            return None
        covering = next((party for party in reversed(inside) if party.start <= head_start < party.end), None)
        if covering is not None:
            return replace(covering, name=text, start=start, end=end)
        kind = self.roles.kinds.get(head)
        own = inside[-1]
        if head in self.roles.spokes:
            return replace(own, name=text, start=start, end=end, inferred=True)
        if kind in {Kind.CIVILIANS, Kind.PROTESTERS} and own.kind not in {Kind.IGO, Kind.NGO, Kind.MEDIA}:
            return None
        if kind is not None:
            return replace(own, name=text, start=start, end=end)
        is_person = self._is_person(text.split())
        return replace(own, name=text, start=start, end=end, inferred=True) if is_person else None

    def _is_person(self, words: Sequence[str]) -> bool:
        """Capitalised words with a title among them."""
        return any(word.lower().rstrip(".") in self.roles.titles for word in words) and words[-1][:1].isupper()

    def _nation(
        self, reading: Reading, sentence: Sentence, parse: Parse, phrase: Phrase, text: str, start: int, end: int, words: Sequence[str], head: str
    ) -> Party | None:
        """A nation with an arm of its state, or a country, capital or seat of government alone."""
        tokens = sentence.tokens[phrase.start : phrase.end]
        bare = [word for word in words if word not in {"the", "(", ")"}]
        whole = " ".join(bare)
        alone = self.register.by_country_name(whole)
        capital = None if alone else self.register.by_capital(whole) or self.register.by_metonym(whole)
        country = alone or capital
        if country is not None and (tokens[-1].text[0].isupper()):
            entry = self.register.government(country.iso2)
            return Party(text, start, end, Kind.GOVERNMENT, entry.canonical, entry.id, country.iso2, inferred=alone is None)
        country = self._country_within(tokens, words)
        if country is None:
            return None
        kind = self.roles.kinds.get(head)
        if kind is None:
            if words[-1] in {"fire", "strikes", "attack"} or head in {"attack", "attacks"}:
                return None
            titled = self._is_person([token.text for token in tokens])
            if titled:
                kind, head = Kind.GOVERNMENT, "government"
                title = next((word for word in words if word in self.roles.kinds or word in self.roles.spokes), "")
                if self.roles.kinds.get(title) is Kind.STATE_FORCES or {"military", "army", "police", "navy"} & set(words):
                    kind, head = Kind.STATE_FORCES, next((w for w in words if w in self.roles.forces), "forces")
                return self._arm(text, start, end, kind, head, words, country, inferred=True)
            if head in self.roles.spokes:
                arm = next((w for w in words if self.roles.kinds.get(w) in {Kind.STATE_FORCES, Kind.GOVERNMENT}), "government")
                return self._arm(text, start, end, self.roles.kinds[arm], arm, words, country, inferred=True)
            return None
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            if {"rebel", "insurgent", "separatist", "opposition"} & set(words):
                return Party(text, start, end, Kind.REBEL_GROUP, country=country.iso2)
            arm = next((w for w in reversed(words) if w in self.roles.forces), head)
            spoken = head in self.roles.spokes and arm != head
            if spoken:
                kind = Kind.STATE_FORCES
            return self._arm(text, start, end, kind, arm, words, country, inferred=spoken)
        return Party(text, start, end, kind, country=country.iso2)

    def _country_within(self, tokens: Sequence[object], words: Sequence[str]) -> CountryLike | None:
        """The nation that an adjective or a possessive in the phrase names."""
        for at, word in enumerate(words):
            country = self.register.by_demonym(word) or (self.register.by_country_name(word) if len(words) > 1 else None)
            if country is None and at + 1 < len(words):
                pair = f"{word} {words[at + 1]}"
                country = self.register.by_demonym(pair) or self.register.by_country_name(pair)
            if country is not None:
                return country
        return None

    def _arm(
        self, text: str, start: int, end: int, kind: Kind, arm: str, words: Sequence[str], country: CountryLike, *, inferred: bool
    ) -> Party:
        """An arm of a state: its government, army, police."""
        government = self.register.government(country.iso2)
        if kind is Kind.GOVERNMENT:
            return Party(text, start, end, kind, government.canonical, government.id, country.iso2, None, inferred)
        force = self.roles.forces.get(arm, "forces")
        if force == "forces" and "security" in words:
            force = "security"
        name = f"{country.name} {_FORCE_NAMES[force]}"
        return Party(text, start, end, kind, name, f"{country.iso2.lower()}-{force.replace('army', 'forces')}", country.iso2, government.id, inferred)

    def _pronoun(self, text: str, start: int, end: int, memory: _Memory) -> Party | None:
        """It, they, he: the subject last named that fits."""
        word = text.lower()
        last = memory.subject
        if last is None:
            return None
        if word in _SINGULAR_PRONOUNS and last.kind in {Kind.PERSON, Kind.CIVILIANS}:
            return None
        if word in _SINGULAR_PRONOUNS | _PLURAL_PRONOUNS | _PERSON_PRONOUNS | {"we"}:
            return replace(last, name=text, start=start, end=end, inferred=True)
        return None

    def _anaphor(self, text: str, start: int, end: int, words: Sequence[str], head: str, memory: _Memory) -> Party | None:
        """ "The group", "the militants", "the army": a party named before."""
        kinds = self.roles.anaphors.get(head)
        definite = words[0] in {"the", "this", "that", "its", "their", "these", "those"}
        if kinds is None or not definite or len(words) > 3 or any(word in {"other", "rival", "same", "security"} for word in words):
            if not (head in self.roles.spokes and definite and len(words) <= 4 and not any(w in self.roles.forces for w in words)):
                return None
            kinds = None
            if words[0] == "the" and len(words) == 2 and head not in {"spokesman", "spokeswoman", "spokesperson", "statement", "communique", "message", "video", "leadership"}:
                return None
            if memory.group is None:
                return None
            return replace(memory.group, name=text, start=start, end=end, inferred=True)
        fitting = [party for party in reversed(memory.named) if party.kind in kinds and (party.id or party.canonical)]
        fitting.sort(key=lambda party: (-memory.sentences.get(party.start, 0), -memory.weights.get(party.start, 0), -party.start))
        if head in {"government", "authorities", "administration", "army", "military", "police", "troops", "soldiers", "forces"}:
            return None  # the state's arms are read by role, with the country that the text is about
        if not fitting:
            unknown = [party for party in reversed(memory.named) if party.kind in kinds and party.name[:1].isupper() and not party.inferred]
            fitting = unknown
        if not fitting:
            return None
        first = fitting[0]
        others = {party.key: party for party in fitting[:4] if party.key != first.key and first.start - party.start < 60 and not party.same_side(first)}
        candidates = tuple(Candidate(p.id or p.key, p.canonical or p.name) for p in (first, *others.values())) if others else ()
        return replace(first, name=text, start=start, end=end, inferred=True, candidates=candidates)

    def _by_role(
        self,
        reading: Reading,
        sentence: Sentence,
        parse: Parse,
        phrase: Phrase,
        text: str,
        start: int,
        end: int,
        words: Sequence[str],
        head: str,
        focus: str | None,
    ) -> Party | None:
        """What the head noun says of them; an organisation or a person by name."""
        capitalised = sentence.tokens[phrase.head].text[:1].isupper() and not reading.upper_case
        kind = self.roles.kinds.get(head)
        if kind is None and head in self.roles.spokes and len(words) > 1:
            arm = next((w for w in words if self.roles.kinds.get(w) in {Kind.STATE_FORCES, Kind.GOVERNMENT}), None)
            if arm is not None:
                return self._state(text, start, end, words, arm, focus, inferred=True)
            if any(self.roles.kinds.get(w) is Kind.REBEL_GROUP for w in words):
                return Party(text, start, end, Kind.REBEL_GROUP)
            if any(self.roles.kinds.get(w) is Kind.CIVILIANS for w in words):
                return Party(text, start, end, Kind.CIVILIANS)
            kind = Kind.UNKNOWN
        if capitalised:
            if self._is_person([token.text for token in sentence.tokens[phrase.start : phrase.end]]):
                arm = next((w for w in words if self.roles.kinds.get(w) in {Kind.STATE_FORCES, Kind.GOVERNMENT}), None)
                if arm is not None:
                    return self._state(text, start, end, words, arm, focus, inferred=True)
                return Party(text, start, end, Kind.PERSON)
            if head in _ORGANISATION_HEADS and len(words) > 1:
                own = _ORGANISATION_HEADS[head]
                if own is Kind.GOVERNMENT and focus:
                    return self._state(text, start, end, words, "ministry", focus, inferred=True)
                if own is Kind.STATE_FORCES and focus and not ({"liberation", "people's", "patriotic", "popular", "democratic", "revolutionary", "resistance", "united", "front"} & set(words)):
                    arm = next((w for w in reversed(words) if w in self.roles.forces), "forces")
                    return self._state(text, start, end, words, arm, focus, inferred=True)
                return Party(text, start, end, own)
            if kind is None and self._looks_like_person(parse, phrase, reading, start, end):
                return Party(text, start, end, Kind.PERSON)
        if kind is None:
            return self._numbered(parse, phrase, text, start, end, words)
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            if {"rebel", "insurgent", "separatist", "guerrilla", "militant", "opposition"} & set(words):
                return Party(text, start, end, Kind.REBEL_GROUP)
            if {"hospital", "medical", "health"} & set(words) and kind is Kind.GOVERNMENT:
                return Party(text, start, end, Kind.CIVILIANS)
            if {"un", "u.n.", "eu", "aid", "union", "party", "church", "relief", "company"} & set(words):
                return Party(text, start, end, Kind.UNKNOWN)
            if {"former", "ex-", "retired"} & set(words):
                return Party(text, start, end, Kind.PERSON)
            arm = next((w for w in reversed(words) if w in self.roles.forces), head)
            return self._state(text, start, end, words, arm, focus, inferred=True)
        if head == "personnel" and {"security", "military", "army", "police", "police", "armed", "navy"} & set(words):
            return self._state(text, start, end, words, "forces", focus, inferred=True)
        armed = {"armed", "masked", "gun-toting", "uniformed"} & set(words)
        if kind in {Kind.UNKNOWN, Kind.CIVILIANS} and {"rebel", "insurgent", "guerrilla", "militant", "jihadist", "islamist", "separatist", "maoist"} & set(words):
            return Party(text, start, end, Kind.REBEL_GROUP)
        if kind is Kind.CIVILIANS and armed:
            return Party(text, start, end, Kind.UNKNOWN)
        if kind is Kind.NGO and head in {"groups", "organisations", "organizations"} and not ({"rights", "aid", "human", "humanitarian", "relief", "monitoring", "civil"} & set(words)):
            return Party(text, start, end, Kind.UNKNOWN)
        return Party(text, start, end, kind)

    def _state(self, text: str, start: int, end: int, words: Sequence[str], arm: str, focus: str | None, *, inferred: bool) -> Party:
        """An arm of the state that the text is about; without one, only the words."""
        kind = self.roles.kinds[arm]
        country = self.register.country(focus) if focus else None
        if country is None:
            return Party(text, start, end, kind, inferred=False)
        return self._arm(text, start, end, kind, arm, words, country, inferred=inferred)

    def _looks_like_person(self, parse: Parse, phrase: Phrase, reading: Reading, start: int, end: int) -> bool:
        """Two or three capitalised words that are no place."""
        tags = parse.tags[phrase.start : phrase.end]
        if any(place.start < end and place.end > start for place in reading.places):
            return False
        return 2 <= len(tags) <= 4 and all(tag == "NNP" for tag in tags)

    def _numbered(self, parse: Parse, phrase: Phrase, text: str, start: int, end: int, words: Sequence[str]) -> Party | None:
        """A bare number of people ("killed 40")."""
        return None

    def _remember(self, memory: _Memory, party: Party, is_subject: bool) -> None:
        """Keep what later words may refer to."""
        if party.kind in _PEOPLE_WE_NAME and not party.name[:1].isupper():
            if is_subject and party.kind is not Kind.UNKNOWN:
                memory.subject = party
            return
        if not party.inferred or party.id:
            memory.named.append(party)
        if party.kind in {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP, Kind.NGO, Kind.IGO} and (party.id or party.name[:1].isupper()):
            memory.group = party
        if is_subject:
            memory.subject = party


_TWO = frozenset({"countries", "sides", "neighbours", "neighbors", "nations", "states", "armies", "parties", "rivals", "governments", "foes", "groups"})


def _both(sentence: Sentence, phrase: Phrase, memory: _Memory) -> list[Party]:
    """ "The two countries", "both sides": the two states or groups named last."""
    words = [token.lower for token in sentence.tokens[phrase.start : phrase.end]]
    if words[-1] not in _TWO or not ({"two", "both"} & set(words)):
        return []
    kinds = {Kind.GOVERNMENT} if words[-1] in {"countries", "neighbours", "neighbors", "nations", "states", "governments"} else {
        Kind.GOVERNMENT, Kind.STATE_FORCES, Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA,
    }  # fmt: skip
    last: dict[str, Party] = {}
    for party in reversed(memory.named):
        if party.kind in kinds and party.id and all(not party.same_side(other) for other in last.values()):
            last.setdefault(party.key, party)
        if len(last) == 2:
            break
    if len(last) < 2:
        return []
    start, end = sentence.tokens[phrase.start].start, sentence.tokens[phrase.end - 1].end
    text = " ".join(token.text for token in sentence.tokens[phrase.start : phrase.end])
    return [replace(party, name=text, start=start, end=end, inferred=True) for party in reversed(last.values())]
