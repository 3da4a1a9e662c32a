"""Who "both sides", "the latter", "the enemy", a spokesman of nobody in particular stand for: the memory of one document.

Pronouns are asked in `antecedents`, nouns in `taken_up`.

Rules.
1. "Both sides" are the two parties that a sentence last named together, else the two named last; "both groups" are no states.
2. "The former" and "the latter" are the two that were last called by their names, in their order.
3. A spokesman without an owner speaks for whoever last spoke so, else for the organisation named last.
"""

from __future__ import annotations

from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.resolve.mentions import is_known
from ascribe.resolve.nouns import BOTH, Noun
from ascribe.resolve.taken_up import TakenUp

_STATES_ONLY = frozenset("countries neighbours neighbors nations states governments capitals".split())
_NO_STATES = frozenset("groups outfits movements militias gangs cartels factions organisations organizations".split())
#: How many sentences back two parties named together are "both sides" before the two named last.
_TOGETHER = 4
_BYSTANDERS = frozenset({Kind.PERSON, Kind.CIVILIANS, Kind.MEDIA})
_HAVE_SPOKESMEN = frozenset(
    {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP, Kind.NGO, Kind.IGO, Kind.EXTERNAL_FORCES}
)


class Memory(TakenUp):
    """What has been said so far, and what can be asked of it."""

    __slots__ = ()

    def group(self, sentence: int) -> Party | None:
        """The organisation that an ownerless spokesman speaks for: the last that was named and has spokesmen."""
        for mention in self.before(sentence, 6):
            if mention.party is not None and (mention.is_voice or mention.party.kind in _HAVE_SPOKESMEN) and is_known(mention.party):
                return mention.party
        return None

    def last_of(self, kinds: frozenset[Kind], sentence: int) -> Party | None:
        """The party of one of these kinds that was named last."""
        return next(
            (
                m.party
                for m in self.before(sentence, 40)
                if m.party is not None and m.party.kind in kinds and m.party.id and not m.party.candidates
            ),
            None,
        )

    def voice(self, sentence: int) -> Party | None:
        """Whoever spoke last through a spokesman."""
        return next((m.party for m in self.before(sentence, 8) if m.is_voice and m.party is not None), None)

    def both(self, noun: Noun, sentence: int) -> list[Party]:
        """As in "the two countries", "both sides": the two that a sentence last named together, else the two named last."""
        if noun.head not in BOTH or not (noun.words[0] == "both" or noun.words[:2] in {("the", "two"), ("these", "two"), ("those", "two")}):
            return []
        if len(noun.words) > 4 or set(noun.words) & {"guerrilla", "rebel", "other", "all"}:
            return []
        kinds = {Kind.GOVERNMENT} if noun.head in _STATES_ONLY else {Kind.GOVERNMENT, *ARMED} - {Kind.EXTERNAL_FORCES}
        if noun.head in _NO_STATES:
            kinds = {*ARMED, Kind.UNKNOWN} - STATE
        sides: dict[int, list[Party]] = {}
        for mention in self.before(sentence, 12):
            party = mention.party
            if party is not None and mention.weight == 0 and party.inferred and party.kind is Kind.GOVERNMENT:
                continue  # a capital that may be no more than a place
            if (
                party is None
                or party.kind not in kinds
                or not party.id
                or party.candidates
                or (noun.head in _STATES_ONLY and party.kind is not Kind.GOVERNMENT)
            ):
                continue
            named = sides.setdefault(mention.sentence, [])
            if all(not party.same_side(other) for other in named):
                named.append(party)
        together = next((named for at, named in sides.items() if len(named) == 2 and sentence - at <= _TOGETHER), None)
        if together is None:
            together = []
            for party in (party for named in sides.values() for party in named):
                if all(not party.same_side(other) for other in together):
                    together.append(party)
                if len(together) == 2:
                    break
        if len(together) < 2:
            return []
        return [party.standing_in(noun.text, noun.start, noun.end) for party in reversed(together)]

    def pair(self, sentence: int, clause: int) -> list[Party]:
        """Outside this clause, the two that were named last, in their order: "the former", "the latter"."""
        here: list[Party] = []
        earlier: list[Party] = []
        for mention in self.before(sentence, 3):
            party = mention.party
            if party is None or party.inferred or not is_known(party) or party.kind in _BYSTANDERS:
                continue
            if (mention.weight == 0 and party.kind is Kind.GOVERNMENT) or (mention.sentence == sentence and mention.clause == clause >= 0):
                continue  # "in Sudan"; "X saw the latter"
            if mention.sentence < sentence and len(here) > 1:
                break
            named = here if mention.sentence == sentence else earlier
            if all(party.key != other.key for other in named):
                named.insert(0, party)
        found = here if len(here) > 1 or len(earlier) < 2 else earlier
        return found[-2:] if len(found) > 1 else []

    def enemy(self, of: Party, sentence: int) -> Party | None:
        """The armed party or state last named that is not on this one's side."""
        for mention in self.before(sentence, 30):
            party = mention.party
            if (
                party is not None
                and party.kind in {Kind.GOVERNMENT, *ARMED}
                and party.id
                and not party.same_side(of)
                and not party.candidates
            ):
                return party
        return None
