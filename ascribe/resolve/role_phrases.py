"""A noun phrase by its own words, where they name no party of the register: a nation and its arm, a title, an organisation, a role."""

from __future__ import annotations

from dataclasses import replace

from ascribe.model.parties import STATE, Kind, Party
from ascribe.resolve.nouns import SPOKESMEN, Noun
from ascribe.resolve.pronouns import Pronouns
from ascribe.resolve.register import Country
from ascribe.resolve.roles import CLERICS, OFFICES

_OF_A_MISSION = frozenset({"peacekeepers", "peacekeeper"})
#: Whom a government sends is its own.
_SENDING = frozenset({"send", "deploy", "dispatch", "mobilise", "mobilize"})
_BELONGING = frozenset({"of", "for", "from"})


class RolePhrases(Pronouns):
    """Reads a noun phrase by what it says of somebody."""

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
                return group.standing_in(noun.text, noun.start, noun.end)
        if kind is None:
            person = roles.is_person(noun) and self._place(noun) is None and any(phrase.kind == "VG" for phrase in self.parse.phrases)
            return noun.party(Kind.PERSON) if person else None
        if noun.head in SPOKESMEN and kind is Kind.UNKNOWN and at is not None:
            return self._spokesman(noun, at) or noun.party(kind)
        if noun.head == "others" and (same := self._same_as_before()) is not None:
            return same.standing_in(noun.text, noun.start, noun.end)
        if kind is Kind.EXTERNAL_FORCES:
            return self._peacekeepers(noun)
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            return self._state(noun, kind, self._arm(noun), at)
        return noun.party(kind)

    def _same_as_before(self) -> Party | None:
        """As in "three soldiers died and five others were hurt": others are of the sort that the sentence just counted."""
        return next(
            (m.party for m in self.memory.before(self.number, 0) if m.party is not None and m.plural and m.party.kind is not Kind.PERSON),
            None,
        )

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
            return group.standing_in(noun.text, noun.start, noun.end)
        return noun.party(Kind.RELIGIOUS if CLERICS & set(noun.words) else Kind.PERSON)

    def _surname(self, noun: Noun) -> Party | None:
        """The last name of somebody named in full before."""
        if (
            noun.words[:-1] not in {(), ("the",)}
            or (known := self.memory.surnames.get(noun.words[-1])) is None
            or noun.tags[-1] not in {"NNP", "NNS"}
        ):
            return None
        return replace(known, name=noun.text, start=noun.start, end=noun.end, inferred=known.id is not None)

    def _spokesman(self, noun: Noun, at: int) -> Party | None:
        """A spokesman or statement without an owner: of whoever last spoke so, else of the organisation last named."""
        if (
            self.function.get(at, (-1, 0))[1] != 2
            or self._after(at, _BELONGING) is not None
            or (at and self.parse.phrases[at - 1].kind == "P")
        ):
            return None
        if noun.is_plural and not noun.is_definite:
            return None
        party = self.memory.voice(self.number) if noun.is_definite else None
        party = party or self.memory.group(self.number)
        return party.standing_in(noun.text, noun.start, noun.end) if party is not None else None

    def _peacekeepers(self, noun: Noun) -> Party:
        """Peacekeepers are those of the mission or organisation last named."""
        for mention in self.memory.before(self.number, 10):
            if mention.party is not None and mention.party.kind in {Kind.IGO, Kind.EXTERNAL_FORCES} and mention.party.id:
                return mention.party.standing_in(noun.text, noun.start, noun.end)
        inside = next(
            (
                party
                for name, party in self.known.names.items()
                if self.sentence.start <= name < self.sentence.end and party.kind is Kind.IGO
            ),
            None,
        )
        if inside is not None:
            return inside.standing_in(noun.text, noun.start, noun.end)
        return noun.party(Kind.EXTERNAL_FORCES)

    def _state(self, noun: Noun, kind: Kind, arm: str, at: int | None) -> Party:
        """An arm of the state that the text speaks of; without one, only the words."""
        beside = self._place_beside(noun, at)
        clause = self.function.get(at, (-1, 0))[0] if at is not None else -1
        scenes = [place for place, around in self._scenes if around == clause]
        country = self.known.homes.country(noun, kind, self.number, beside, scenes)
        if beside is None and at is not None and (following := self._after(at, {"of"})) is not None:
            owner = self.party(following)
            if owner is not None and owner.kind is Kind.GOVERNMENT and owner.country:
                country = self.known.nations.register.country(owner.country)
        if beside is None and kind is Kind.STATE_FORCES and (sender := self._sender(noun, at)) is not None:
            country = sender
        if country is None:
            return noun.party(kind)
        if beside is not None:
            self._stated.add(noun.start)
        return self.known.nations.arm(noun, kind, arm, country, inferred=True)

    def _sender(self, noun: Noun, at: int | None) -> Country | None:
        """As in "London sent paratroopers": the state whose government sends them."""
        clause, role = self.function.get(at, (-1, 0)) if at is not None else (-1, 0)
        if role != 1 or noun.is_definite or self.parse.phrases[self.parse.clauses[clause].verb].lemma not in _SENDING:
            return None
        subject = self._subject(clause)
        if subject is None or subject.kind is not Kind.GOVERNMENT or not subject.country:
            return None
        return self.known.nations.register.country(subject.country)

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
        if noun.has("ethnic") and (kind := roles.kind(noun)) is not None:
            return self._anaphor(at, noun) or noun.party(kind)  # "ethnic Albanian rebels" may be of any state
        self._stated.add(noun.start)
        if roles.is_titled(noun):
            title = roles.title(noun)
            return nations.arm(noun, title[0], title[1], country, inferred=True) if title else noun.party(Kind.PERSON)
        if (noun.head in roles.roles.spokes and roles.roles.kinds.get(noun.head) is None) or noun.head in OFFICES:
            if noun.has("opposition") or roles.rebels(noun):
                return noun.party(roles.kind(noun) or Kind.UNKNOWN, country.iso2)
            arm = next((w for w in noun.words if roles.roles.kinds.get(w) in {Kind.STATE_FORCES, Kind.GOVERNMENT}), "government")
            if arm == "government" and noun.head in {"commander", "commanders", "headquarters"}:
                arm = "forces"
            if noun.head in SPOKESMEN | OFFICES or arm != "government":
                return nations.arm(noun, roles.roles.kinds[arm], arm, country, inferred=True)
        kind = roles.kind(noun)
        body = roles.organisation(noun) if len(noun.words) > 1 else None
        if body is not None and body not in STATE and not roles.is_state_body(noun):
            return Party(noun.text, noun.start, noun.end, body, country=country.iso2)  # "the New Sudan Liberation Army"
        if kind in {Kind.STATE_FORCES, Kind.GOVERNMENT}:
            return nations.arm(noun, kind, nations.arm_word(noun), country, inferred=False)
        if kind is Kind.EXTERNAL_FORCES and noun.head in _OF_A_MISSION and not noun.is_definite:
            return nations.arm(noun, Kind.STATE_FORCES, "troops", country, inferred=True)  # a state's contingent is its own forces
        if kind is None and body is not None:
            return Party(noun.text, noun.start, noun.end, body, country=country.iso2)
        if kind is None:
            return None
        taken_up = self._anaphor(at, noun, country.iso2)
        return taken_up or noun.party(kind, country.iso2)
