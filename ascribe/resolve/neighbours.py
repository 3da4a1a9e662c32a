"""What the phrases around a noun say of it: "a spokesman for the group", "two of the attackers", "X, the Taliban spokesman,"."""

from __future__ import annotations

from dataclasses import replace

from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.resolve.nouns import GATHERING, Noun
from ascribe.resolve.roles import ARMS, OFFICES
from ascribe.resolve.sentence_view import SentenceView

_MEN_AT_ARMS = frozenset("gunmen gunman attackers attacker bombers bomber killers hitmen assassins snipers sniper raiders".split())
_BELONGING = frozenset({"of", "for", "from"})
#: "Who call themselves", "known locally as", "calling itself", and what may stand before the name.
_CALLED = frozenset({"call", "calls", "called", "calling", "known", "named", "styled", "dubbed"})
_RELATIVE = frozenset({",", "who", "which", "that", "are", "is", "were", "was", "have", "has", "been", "now"})
_BEFORE_A_NAME = frozenset({"themselves", "itself", "locally", "as", "the", "also", "now", "by", "simply", "better", "“", '"', "‘", "'"})
#: What is called "the movement", "the group" may be followed by its name.
_ORGANISATIONS = frozenset(Kind) - {Kind.PERSON, Kind.CIVILIANS, Kind.PROTESTERS, Kind.RIOTERS}


class Neighbours(SentenceView):
    """Reads a noun phrase by the phrases beside it."""

    def _belonging(self, at: int, noun: Noun) -> Party | None:
        """As in "a spokesman for the group", "fighters of the movement": those of a party that follows."""
        roles = self.known.roles
        kind = roles.kind(noun)
        speaks = noun.head in roles.roles.spokes or noun.head in OFFICES
        armed = noun.head in _MEN_AT_ARMS
        if not speaks and not armed and noun.head not in ARMS and kind not in {*ARMED, Kind.GOVERNMENT}:
            return None
        following = self._after(at, _BELONGING)
        if following is not None and self.noun(following).words == ("staff",):
            following = self._after(following, _BELONGING)  # the chief of staff of somebody
        if following is None or self.noun(following).is_pronoun:
            return None
        owner = self.party(following)
        if owner is not None and armed and owner.kind not in ARMED - STATE:
            return None  # gunmen of a town are not its own
        if owner is None or (owner.kind in {Kind.PERSON, Kind.CIVILIANS, Kind.MEDIA} and not (speaks and owner.kind is not Kind.PERSON)):
            return None
        if (
            owner.kind is Kind.GOVERNMENT
            and not speaks
            and (kind not in {*ARMED, Kind.GOVERNMENT} or self._after(at, {"of", "from"}) is None)
        ):
            return None
        if owner.kind is Kind.UNKNOWN and not owner.id and not owner.name[:1].isupper():
            return None
        if kind in STATE and owner.kind in STATE and owner.country:
            self._stated.add(noun.start)
        return roles.of_owner(noun, owner)

    def _gathered(self, at: int, noun: Noun) -> Party | None:
        """As in "dozens of rebels", "two of the attackers": those that "of" names."""
        if noun.head not in GATHERING and noun.tags[noun.head_at] != "CD":
            return None
        following = self._after(at, {"of"})
        if (
            following is None
            or self.noun(following).tags[self.noun(following).head_at] == "CD"
            or (noun.head == "number" and noun.words[0] not in {"a", "an"})
        ):
            return None
        party = self.party(following)
        return (
            replace(party, name=noun.text, start=noun.start, end=noun.end) if party is not None and party.kind is not Kind.MEDIA else None
        )

    def _called(self, at: int, noun: Noun) -> Party | None:
        """As in "intruders who call themselves the Royal Army of Sulu", "insurgents known as X": they are the party of that name."""
        roles = self.known.roles.roles
        opens = noun.start == self.sentence.start
        if (noun.capitalised and not opens) or (
            noun.head not in roles.anaphors and roles.kinds.get(noun.head) not in {*ARMED, Kind.UNKNOWN}
        ):
            return None
        seen = False
        for token in self.sentence.tokens[self.parse.phrases[at].end :][:8]:
            party = self.known.names.get(token.start) if seen else None
            if party is not None:
                return party.standing_in(noun.text, noun.start, noun.end) if party.id and party.kind in ARMED - STATE else None
            word = token.lower
            seen = seen or word in _CALLED
            if not seen and word not in _RELATIVE:
                return None
            if seen and word not in _CALLED and word not in _BEFORE_A_NAME:
                return None
        return None

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
            if (
                name.head_token.start in self.known.names
                and name.words[0] not in {"a", "an"}
                and (other == before or self._ends_apposition(other))
            ):
                party = self.party(other)
                if party is not None and party.id and party.kind in _ORGANISATIONS and self._may_be(noun, party):
                    return party.standing_in(noun.text, noun.start, noun.end)
        if before is not None and noun.words[0] in {"a", "an"} and self._ends_apposition(at):
            return self._unknown_of_that_name(noun, before)
        return None

    def _unknown_of_that_name(self, noun: Noun, at: int) -> Party | None:
        """As in "the Black Hill Brigade, an unknown group,": the group of that name, which the register does not know."""
        name = self.noun(at)
        party = self.party(at) if name.capitalised and self.known.roles.organisation(name) is not None else None
        if party is None or party.id or party.kind not in _ORGANISATIONS - STATE or len(name.proper) < 2:
            return None
        return party.standing_in(noun.text, noun.start, noun.end)

    def _may_be(self, noun: Noun, party: Party) -> bool:
        kinds = self.known.roles.roles.anaphors.get(noun.head, frozenset())
        return party.kind in kinds or (party.kind is Kind.EXTERNAL_FORCES and noun.head in {"mission", "force"})

    def _person_with_office(self, noun: Noun, behind: int | None, before: int | None) -> Party | None:
        """A name beside its office speaks for the office's party; beside a common noun it is one of those; alone it is a person."""
        roles = self.known.roles.roles
        for other in (behind, before):
            if other is None:
                continue
            office = self.noun(other)
            counted = self.party(other) if office.head in GATHERING else None
            if counted is not None and not counted.id and counted.kind in ARMED:
                return noun.party(counted.kind)  # "the Ardillos, one of two gangs"
            if office.is_pronoun or self._is_lone_name(office) or self.known.roles.is_person(office):
                continue
            holds = office.head in roles.spokes or (office.head in roles.titles and roles.kinds.get(office.head) in {None, *STATE})
            party = self.party(other) if holds else None
            if party is not None and party.kind is not Kind.PERSON and (party.id or party.canonical):
                return party.standing_in(noun.text, noun.start, noun.end)
            if office.head in roles.anaphors and not office.is_plural and office.head not in {"government", "capital", "country"}:
                kind = self.known.roles.kind(office)
                return noun.party(kind if kind is not None else Kind.UNKNOWN)
        return None

    def _mission(self, noun: Noun, owner: Party, at: int) -> Party | None:
        """As in "the UN mission, MINUSCA,", "UNIFIL, the UN force," "the UN mission in Mali".

        The mission, where the text or the register tells which.
        """
        if owner.kind is not Kind.IGO or noun.head not in {"mission", "force", "peacekeepers", "operation", "contingent"}:
            return None
        for other in (at + 2, at - 2):
            if 0 <= other < len(self.parse.phrases) and self.parse.phrases[other].kind == "NP" and self._is_comma(min(at, other) + 1):
                named = self.known.names.get(self.noun(other).head_token.start)
                if named is not None and named.parent == owner.id:
                    return named.standing_in(noun.text, noun.start, noun.end)
        place = self._place_beside(noun, at)
        country = self.known.nations.register.country(place.country) if place is not None and place.country else None
        if country is None and (about := self.known.homes.focus or self.known.homes.scene) is not None and noun.is_definite:
            country = self.known.nations.register.country(about)
        entry = self.known.nations.mission(owner, country) if country is not None else None
        if entry is None:
            return None
        return Party(noun.text, noun.start, noun.end, entry.kind, entry.canonical, entry.id, entry.country, entry.parent, inferred=True)
