"""Names, roles and pronouns -> parties.

Two steps. `PartyNames` finds the names of the register, wherever they stand. `PartyPhrases` then says for each noun phrase which party
it is:

1. a name of the register, alone or before a noun of its own ("BLA fighters", "a Hamas spokesman");
2. what belongs to somebody ("the group's fighters", "its spokesman", "a commander of the militia"): see `roles`;
3. a nation with an arm of its state, a country, capital or seat of government alone: see `nations`;
4. "the group", "the rebels", "it", "they", "both sides": see `coreference`; "we" and "our": see `voices`;
5. a common noun that says what somebody is ("police", "gunmen", "residents"); police and soldiers belong to the state whose place stands
beside them, else to the one last named with that arm, else to the one country that the text is about;
6. a name with a title, or an organisation that the register does not know.

A party that was read from a role, a pronoun or a capital is `inferred`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.model.lexicon import Roles
from ascribe.model.parties import Candidate, Kind, Party
from ascribe.model.reading import Reading, Token
from ascribe.resolve.coreference import Memory
from ascribe.resolve.homes import Homes
from ascribe.resolve.nations import Nations
from ascribe.resolve.register import Entry, Register
from ascribe.resolve.roles import RoleReader
from ascribe.resolve.sentence_parties import SentenceReader
from ascribe.resolve.sentence_view import Known
from ascribe.resolve.voices import issuer, speaks_in_first_person

__all__ = ["PartyNames", "PartyPhrases", "party_of_entries"]


class PartyNames:
    """Find the register's names in the text."""

    def __init__(self, register: Register) -> None:
        self.register = register

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `parties` set to the names found, in order."""
        found: list[Party] = []
        for sentence in reading.sentences:
            words = [token.text for token in sentence.tokens]
            at = 0
            while at < len(words):
                length, entries = self.register.match(words, at, reading.upper_case)
                if not length or (length == 1 and _is_part_of_a_name(sentence.tokens, at, entries, reading.upper_case)):
                    at += 1
                    continue
                start, end = sentence.tokens[at].start, sentence.tokens[at + length - 1].end
                found.append(party_of_entries(reading.document.text[start:end], start, end, entries))
                at += length
        return replace(reading, names=tuple(found), parties=tuple(found))


def _is_part_of_a_name(tokens: Sequence[Token], at: int, entries: Sequence[Entry], upper: bool) -> bool:
    """An outlet with the name of a common thing is no outlet behind another capitalised word: "Operation Breaking Dawn"."""
    if upper or at == 0 or any(entry.kind is not Kind.MEDIA for entry in entries):
        return False
    before = tokens[at - 1].text
    return (
        before[:1].isupper()
        and before.isalpha()
        and before.lower() not in {"the", "daily", "newspaper"}
        and at > 1
        and tokens[at].text.istitle()
    )


def party_of_entries(name: str, start: int, end: int, entries: Sequence[Entry]) -> Party:
    """The party of one register entry; with several, none is chosen and all are kept."""
    if len(entries) == 1:
        entry = entries[0]
        return Party(name, start, end, entry.kind, entry.canonical, entry.id, entry.country, entry.parent)
    kinds = {entry.kind for entry in entries}
    candidates = tuple(Candidate(entry.id, entry.canonical) for entry in entries)
    return Party(name, start, end, kinds.pop() if len(kinds) == 1 else Kind.UNKNOWN, candidates=candidates)


class PartyPhrases:
    """Say for each noun phrase which party it names, if any. Sets `reading.parties` to one party a phrase (two for "both sides")."""

    def __init__(self, register: Register, roles: Roles) -> None:
        self.register = register
        self.nations = Nations(register, roles)
        self.roles = RoleReader(roles, self.nations)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `parties` set, and `names` with the parties that stand before the heads of other phrases."""
        names = self._narrowed(reading)
        memory = Memory(self.roles.roles)
        memory.short.update(_short_names(reading, names))
        known = Known(reading, self.nations, self.roles, Homes.of(reading, self.nations), memory, names)
        first_person = known.in_first_person = speaks_in_first_person(reading)
        found: list[Party] = []
        modifiers: list[Party] = []
        for number, (sentence, parse) in enumerate(zip(reading.sentences, reading.parses, strict=True)):
            if first_person and memory.issuer is None and number <= 4:
                memory.issuer = issuer(reading, found)
            here, before = SentenceReader(known, number, sentence, parse).read()
            found.extend(here)
            modifiers.extend(before)
        return replace(reading, parties=tuple(found), names=tuple(sorted([*reading.names, *modifiers], key=lambda p: (p.start, p.end))))

    def _narrowed(self, reading: Reading) -> dict[int, Party]:
        """Names by where they begin.

        One that several bear is the one that the text has in full, or the one of a country it speaks of.
        """
        if not any(party.candidates for party in reading.names):
            return {party.start: party for party in reading.names}
        countries = {place.country for place in reading.places if place.country}
        for sentence in reading.sentences:
            countries.update(country.iso2 for token in sentence.tokens if (country := self.nations.adjective(token)) is not None)
        certain = {party.id for party in reading.names if party.id}
        return {party.start: self._one_of(party, certain, countries) for party in reading.names}

    def _one_of(self, party: Party, certain: set[str], countries: set[str]) -> Party:
        entries = [entry for candidate in party.candidates if (entry := self.register.entry(candidate.id)) is not None]
        named = [entry for entry in entries if entry.id in certain]
        here = named or [entry for entry in entries if entry.country in countries]
        fitting = here or [entry for entry in entries if entry.country is None or entry.kind in {Kind.MEDIA, Kind.IGO, Kind.NGO}]
        return party_of_entries(party.name, party.start, party.end, fitting) if len(fitting) == 1 else party


def _short_names(reading: Reading, names: dict[int, Party]) -> dict[str, Party]:
    """As in "balochistan Liberation Army (BLA)": BLA is that party from here on, whatever else bears the letters."""
    short: dict[str, Party] = {}
    for sentence in reading.sentences:
        tokens = sentence.tokens
        for at in range(1, len(tokens) - 1):
            if tokens[at - 1].text == "(" and tokens[at + 1].text == ")" and tokens[at].text.isupper() and len(tokens[at].text) > 1:
                before = next((p for p in names.values() if p.end <= tokens[at].start and tokens[at].start - p.end <= 2), None)
                if before is not None:
                    short[tokens[at].text] = before
    return short
