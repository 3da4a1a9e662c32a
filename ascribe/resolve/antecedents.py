"""Whom a pronoun takes up, and whose "its" is.

Rules.
1. Inside a sentence a pronoun takes the subject before it; as an object it takes another than the subject of its own verb. "Police believe
they" are others than the police.
2. Across sentences it takes the subject of the sentence before, then older ones. What the text is about, which a noun or pronoun has
taken up already, comes first among equals; whoever was blamed answers ("The army blames X. They say"), and who denies is not who has just
spoken. "It" only where the verb is one that parties do ("it said", "it took hostages", "it was banned").
3. A subject that is no party ("the missile") stands between: behind it, "it" names nobody, unless the verb is one that parties do. A person
does not, nor does what a relative clause tells by the way.
4. Number: "it" is no common plural ("the rebels"), "they" rather a plural than a government.
5. An object goes with its verb: who is fought or attacked bears arms and is of another side; who is freed or buried is not who held them.
6. A possessive goes with what it stands before: "its fighters" are hardly a state's, "its jets" hardly rebels', "its report" is an
organisation's. What a verb strikes or gainsays ("killed 30 of its fighters", "called its report a lie") is not its subject's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.resolve.mentions import PERSONAL, PLURAL, REACH, SAYING, SINGULAR, Asked, Heard, Mention, Owned, starts

_OBJECT_FORMS = frozenset({"them", "him"})
#: What is done to those whom somebody holds: "police arrested two men and said they were charged".
_TRYING = frozenset({"charge", "try", "jail", "sentence", "convict", "indict"})
#: Verbs whose object answers in the next sentence.
_ACCUSING = frozenset({"accuse", "blame", "suspect"})
#: Verbs whose subject speaks of others when it says "they".
_BELIEVING = frozenset({"believe", "suspect", "think", "fear"})
#: Verbs of whoever was spoken of, and not of whoever spoke: "The army said it had struck the rebels. They denied it."
_DENYING = frozenset({"deny", "reject", "dismiss", "dispute"})
#: "A colonel told the Red Cross that it could not ...".
_TELLING = frozenset({"tell", "warn", "inform", "remind", "promise", "assure"})


class Antecedents(Heard):
    """Asks what has been said for whom a pronoun means."""

    __slots__ = ()

    def pronoun(self, asked: Asked) -> Mention | None:
        """The mention that a pronoun takes up: rules 1 to 3. Inside a quotation, "they" is not the one who speaks."""
        if asked.role != 2 or asked.word in _OBJECT_FORMS:
            return self._object(asked)
        within = self._within(asked)
        if within is not None:
            return within if within.party is not None else None
        if asked.word in SINGULAR and not self._does_deeds(asked):
            return None
        return self._across(asked)

    def _does_deeds(self, asked: Asked) -> bool:
        """The verb is one that parties do, and things do not."""
        words = self.roles.reference
        if asked.passive:
            return asked.verb in words.done_to
        if asked.has_taken and (asked.verb in words.of_things_too or asked.verb in words.of_things_alone or asked.verb == "have"):
            return True
        return asked.verb in words.deeds and not (asked.fronted and asked.verb in words.of_things_too)

    def _within(self, asked: Asked) -> Mention | None:
        """The nearest subject before it in the sentence, even one that is no party; those that the word cannot mean are passed over."""
        fits, singular = _fits(asked.word), asked.word in SINGULAR
        here = [
            m
            for m in self.before(asked.sentence, 0)
            if m.clause != asked.clause and m.quoted == asked.quoted and (m.party is None or m.party.key != asked.other_than)
        ]
        if asked.told_by >= 0:
            here.sort(key=lambda m: m.clause != asked.told_by)
        spared = asked.passive and (asked.verb in self.roles.reference.sparing or asked.verb in _TRYING)
        if asked.verb in _DENYING:
            accused = next((m for m in here if m.weight == 1 and m.verb in _ACCUSING and m.party is not None and fits(m)), None)
            if accused is not None:
                return accused  # "X accuses Y of this, a charge it denies"
        for mention in here:
            if mention.weight != 2:
                continue
            if not singular and mention.verb in _BELIEVING:
                continue  # "police believe they came from the north"
            if singular and mention.plural and mention.head in self.roles.anaphors and mention.head.endswith(("s", "men")):
                continue  # "the rebels released a video; it shows"
            if spared and not singular:
                if (held := self._held_by(here, mention)) is not None:
                    return held
                continue
            if mention.party is None:
                if mention.plural != singular and asked.verb not in SAYING and not mention.human:
                    return mention
            elif fits(mention):
                return (
                    mention
                    if singular or mention.plural or mention.party.kind is not Kind.GOVERNMENT
                    else self._several(here, asked, mention)
                )
        if singular:
            return next((m for m in here if m.weight == 1 and m.verb in _TELLING and fits(m) and _may_be_told(m)), None)
        if asked.word in PERSONAL:
            return next((m for m in here if m.weight == 1 and m.is_person), None)
        return next((m for m in here if m.weight == 1 and m.plural and m.party is not None and fits(m)), None)

    def _held_by(self, here: Sequence[Mention], subject: Mention) -> Mention | None:
        """As in "police arrested two men; they were released": whom the subject did it to."""
        return next((m for m in here if m.clause == subject.clause and m.weight == 1 and m.plural and m.party is not None), None)

    def _several(self, here: Sequence[Mention], asked: Asked, government: Mention) -> Mention:
        """A government is hardly "they" where several are near: "London sent paratroopers, and they wait"."""
        accused = self._accused(here, government)
        if accused is not government:
            return accused
        near = [m for m in here if m.weight == 1] or [m for m in self.before(asked.sentence, 1) if m.sentence < asked.sentence]
        return next((m for m in near if m.plural and m.weight and m.party is not None and m.party.kind in ARMED), government)

    def _accused(self, here: Sequence[Mention], subject: Mention) -> Mention:
        """As in "Managua blames the contras and says that they ...": they are those whom the subject, a government, speaks of."""
        return next(
            (
                m
                for m in here
                if m.weight != 2 and m.verb in self.roles.reference.gainsaying and m.party is not None and m.party.kind in ARMED - STATE
            ),
            subject,
        )

    def _across(self, asked: Asked) -> Mention | None:
        word, fits = asked.word, _fits(asked.word)
        reach = REACH["he" if word in PERSONAL else "it" if word in SINGULAR else "they"]
        before = [m for m in self.before(asked.sentence, reach) if m.sentence < asked.sentence]
        found = [m for m in before if m.party is not None and fits(m) and m.party.key != asked.speaker]
        if word in PERSONAL:
            return next((m for m in found if m.weight == 2), found[0] if found else None)
        plural = word in PLURAL
        if plural and asked.passive and asked.verb in _TRYING:
            found = [m for m in found if m.weight != 2 or (m.party is not None and m.party.kind not in STATE)]
        if plural and asked.passive and asked.verb in self.roles.reference.sparing:
            found = [m for m in found if m.weight != 2]  # who is set free is not who held them
        if not plural and asked.verb in self.roles.reference.of_things_too and not asked.has_taken:
            last = next((m for m in before if m.weight == 2 and m.is_main), None)
            if last is not None and last.party is None and not last.plural and not last.human:
                return None  # "A blast shook the base. It killed two."
        answers = asked.fronted and (asked.verb in SAYING or asked.verb in self.roles.reference.gainsaying)
        stative = plural and asked.verb in self.roles.reference.stative
        speaks = asked.verb in SAYING or asked.verb in self.roles.reference.gainsaying
        if answers and asked.verb in _DENYING:
            found = _without_sayers(found)

        def nearness(mention: Mention) -> tuple[float, int]:
            told = 1.3 if stative and mention.weight == 1 and mention.plural else 0.0  # "arrested four men. They belong to"
            told += 2.5 if answers and mention.weight == 1 and mention.verb in _ACCUSING else 0.0
            if plural and not speaks and mention.says:
                told -= 0.9  # "The army said the rebels had fled. They left their dead": who speaks is not spoken of
            return _nearness(mention, asked.sentence, plural=plural) + told, -starts(mention)

        return max(found, key=nearness, default=None)

    def owner(self, owned: Owned) -> Party | None:
        """Whose a thing is: rule 7. In this sentence the nearest that can own, before it the one that the text is about."""
        person, their = owned.word in {"his", "her"}, owned.word == "their"
        words = self.roles.reference
        no_thing = owned.head in words.of_rebels | words.of_states | words.of_organisations  # a thing has none of these
        best: Party | None = None
        most = 0.0
        rank = 0
        for mention in self.before(owned.sentence, 1):
            here, party = mention.sentence == owned.sentence, mention.party
            if person:
                if mention.is_person and party is not None:
                    return party
                continue
            if (here and mention.quoted != owned.quoted) or (not their and mention.plural and (party is None or not party.id)):
                continue
            if party is None:
                stands_between = mention.weight == 2 and here and not mention.human and mention.plural == their
                if stands_between and (not no_thing or mention.head in self.roles.anaphors):
                    break
                continue
            known = party.id is not None or bool(party.stands_for)
            foe = owned.struck is not None and party.kind in ARMED - STATE
            beside = mention.clause == owned.clause if here else mention.takes_up or mention.weight or foe
            if mention.weight != 2 and not (known and beside):
                continue
            if (mention.is_person and not mention.is_voice) or (not their and party.kind in {Kind.CIVILIANS, Kind.PERSON}):
                continue
            if owned.struck is not None and party.key == owned.struck.key:
                continue
            score = 6 - 0.6 * rank if here else 2 + mention.weight + 1.2 * mention.takes_up + 0.5 * mention.is_main - 0.1 * rank
            if not their and mention.head in PLURAL:
                continue  # "they took its books"
            score += self._owns(owned.head, party.kind) - 1.2 * (mention.plural and not their)
            rank += 1
            if score > most:
                best, most = party, score
        return best

    def _owns(self, head: str, kind: Kind) -> float:
        """How well a party of this kind goes with what is said to be its own: states hardly have "fighters"."""
        words = self.roles.reference
        if head in words.of_rebels:
            return 1.5 if kind in ARMED - STATE else -3.0 if kind in STATE else 0.0
        if head in words.of_states:
            return 1.0 if kind in STATE else -1.0
        if head in words.of_organisations:
            return 1.0 if kind in {Kind.NGO, Kind.IGO, Kind.MEDIA} else 0.0
        return 0.0

    def _object(self, asked: Asked) -> Mention | None:
        """As an object: the nearest that fits, in this sentence and the one before, other than the subject of the same verb."""
        fits = _is_body if asked.word in SINGULAR else _is_several if asked.word in PLURAL else _fits(asked.word)
        best: Mention | None = None
        most, rank = -9.0, 0
        for mention in self.before(asked.sentence, 1):
            party, here = mention.party, mention.sentence == asked.sentence
            if party is None or not fits(mention) or (party.inferred and mention.weight == 0 and not mention.takes_up):
                continue
            if asked.subject is not None and party.key == asked.subject.key and not asked.partitive:
                continue
            if asked.verb in self.roles.reference.sparing and mention.weight == 2 and party.kind in ARMED - STATE:
                continue  # who is set free is not who held them
            score = 6 - 0.5 * rank if here else 2 + mention.weight + 0.8 * mention.takes_up - 0.1 * rank
            score += self._strikes(asked, mention) - 1.5 * (asked.word in SINGULAR and mention.plural)
            rank += 1
            if score > most:
                best, most = mention, score
        return best

    def _strikes(self, asked: Asked, mention: Mention) -> float:
        """How well the verb goes with this object: who is fought bears arms and is of another side; who is freed suffered before."""
        words, party = self.roles.reference, mention.party
        if party is None:
            return 0.0
        foe = party.kind in ARMED and not (asked.subject is not None and asked.subject.same_side(party))
        if asked.against or asked.verb in words.facing:
            return 1.5 if foe else -3.0 if asked.against and party.kind is Kind.GOVERNMENT else 0.0
        return 0.8 if foe and asked.role == 1 and asked.verb in words.harming else 0.0


def _nearness(mention: Mention, sentence: int, *, plural: bool) -> float:
    """A nearer sentence counts more than a better role; who speaks is spoken of next."""
    score = -2.5 * (sentence - mention.sentence) + mention.weight + 0.5 * mention.says
    if plural:
        score += 0.6 * mention.plural - 0.6 * (mention.party is not None and mention.party.kind is Kind.GOVERNMENT)
    else:
        score -= 1.2 * mention.plural
    return score + 0.4 * mention.takes_up + 0.4 * mention.is_main


def _without_sayers(found: list[Mention]) -> list[Mention]:
    """Without whoever spoke in the nearest sentence, and their other mentions there, where it names another armed party."""
    if not found:
        return found
    last = found[0].sentence
    sayers = [m.party for m in found if m.sentence == last and m.says and m.is_main and m.party is not None]
    others = [m for m in found if m.party is not None and not any(m.party.same_side(sayer) for sayer in sayers)]
    answering = any(m.sentence == last and m.party is not None and m.party.id and m.party.kind in ARMED for m in others)
    return others if sayers and answering else found


def _may_be_told(mention: Mention) -> bool:
    return mention.party is not None and mention.party.id is not None and mention.party.kind is not Kind.MEDIA


def _is_several(mention: Mention) -> bool:
    party = mention.party
    return party is not None and (
        mention.plural or (party.kind in ARMED - {Kind.STATE_FORCES, Kind.EXTERNAL_FORCES} and not mention.is_person)
    )


def _is_body(mention: Mention) -> bool:
    party = mention.party
    return (
        party is not None
        and not mention.is_person
        and party.kind not in {Kind.PERSON, Kind.CIVILIANS}
        and not (mention.plural and not party.id)
    )


def _fits(word: str) -> Callable[[Mention], bool]:
    """Which mentions a pronoun may take up."""
    if word in PERSONAL:
        return lambda m: m.is_person or (m.is_voice and not m.plural)
    if word in SINGULAR:
        return lambda m: _is_body(m) or m.is_voice
    return lambda m: m.party is not None and (m.plural or (not m.is_person and m.party.kind is not Kind.PERSON))
