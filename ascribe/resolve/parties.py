"""Names, roles and pronouns -> parties.

Two steps. `PartyNames` finds the names of the register, wherever they stand; of a people, only beside words of fighting (`communal`); and
those that only look like one (`lookalikes`). `PartyPhrases` then decides which party a name means where several bear it or it asks for
context (`namesakes`) and whose wing the text says that it is (`belonging`), and says for each noun phrase which party it is:

1. a name of the register, alone or before a noun of its own ("BLA fighters", "a Hamas spokesman");
2. what belongs to somebody ("the group's fighters", "its spokesman", "a commander of the militia"): see `roles`;
3. a nation with an arm of its state, a country, capital or seat of government alone: see `nations`;
4. "the group", "the rebels", "it", "they", "both sides": see `taken_up`, `antecedents` and `coreference`; "we" and "our": see `voices`;
5. a common noun that says what somebody is ("police", "gunmen", "residents"); police and soldiers belong to the state whose place stands
beside them, else to the one last named with that arm, else to the one country that the text is about;
6. a name with a title, or an organisation that the register does not know.

A party that was read from a role, a pronoun or a capital is `inferred`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.model.lexicon import Roles
from ascribe.model.parties import Party
from ascribe.model.reading import Reading, Token
from ascribe.resolve.belonging import by_the_text
from ascribe.resolve.communal import stands_for_fighters
from ascribe.resolve.coreference import Memory
from ascribe.resolve.homes import Homes
from ascribe.resolve.lookalikes import look_alikes
from ascribe.resolve.namesakes import Namesakes, open_party, party_of_entries
from ascribe.resolve.nations import Nations
from ascribe.resolve.othernames import is_named_after
from ascribe.resolve.register import Found, Register
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
        """The reading with `parties` set to the names found, in order. One that asks for context has candidates and no id yet."""
        text, upper = reading.document.text, reading.upper_case
        found = look_alikes(reading, self.register)
        taken = {at for party in found for at in range(party.start, party.end)}
        for sentence in reading.sentences:
            words = [token.text for token in sentence.tokens]
            at = 0
            while at < len(words):
                name = self.register.find(words, at, upper)
                if name.people:
                    name = self._of_fighters(name, sentence.tokens, words, at, upper)
                if not name.size:
                    at += 1
                    continue
                start, end = sentence.tokens[at].start, sentence.tokens[at + name.size - 1].end
                if start in taken or is_named_after(sentence.tokens, at, name, upper):
                    at += 1
                    continue
                asking = (*name.in_context, *name.people)
                if asking:
                    found.append(open_party(text[start:end], start, end, name.entries, asking))
                else:
                    found.append(party_of_entries(text[start:end], start, end, name.entries))
                at += name.size
        names = tuple(sorted(found, key=lambda party: party.start)) if taken else tuple(found)
        return replace(reading, names=names, parties=names)

    def _of_fighters(self, name: Found, tokens: Sequence[Token], words: Sequence[str], at: int, upper: bool) -> Found:
        """The name of a people where it stands for fighters, else the name that is left without it."""
        if name.entries or name.in_context:
            return name._replace(people=())
        return name if stands_for_fighters(tokens, at, name.size) else self.register.find(words, at, upper, 1)


class PartyPhrases:
    """Say for each noun phrase which party it names, if any. Sets `reading.parties` to one party a phrase (two for "both sides")."""

    def __init__(self, register: Register, roles: Roles) -> None:
        self.register = register
        self.nations = Nations(register, roles)
        self.namesakes = Namesakes(register, self.nations)
        self.roles = RoleReader(roles, self.nations)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with `parties` set, and `names` decided, with the parties that stand before the heads of other phrases."""
        settled, short = self.namesakes.settle(reading)
        settled = by_the_text(reading, settled)
        reading = replace(reading, names=settled)
        memory = Memory(self.roles.roles, bears=self._bears)
        memory.short.update(short)
        names = {party.start: party for party in settled}
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

    def _bears(self, party: Party, words: Sequence[str]) -> bool:
        """A name of the party has all of these words: "the Basque separatists" may be ETA, Basque Homeland and Freedom."""
        entry = self.register.entry(party.id) if party.id else None
        whole = {word for name in (entry.names if entry is not None else (party.name,)) for word in name.casefold().split()}
        return all(word in whole for word in words)
