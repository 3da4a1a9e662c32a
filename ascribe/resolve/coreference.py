"""Who "the group", "they", "its", "both sides" stand for: what has been said so far, and which of it a word may refer to.

Rules.
1. Inside a sentence a pronoun takes the subject before it; as an object it takes another than the subject of its own verb.
2. Across sentences it takes the subject of the sentence before, then older ones; "it" only where the verb is one that parties do ("it
said").
3. A subject that is no party ("the missile") stands between: behind it, "it" names nobody, unless the verb is one that parties do.
4. "The group", "the militants" take the party last named that the noun fits: a nearer sentence before a farther, a subject before an
object.
5. Two that fit as well, in one sentence and in one role, are both kept as candidates.
6. A noun that was used before takes up whom it stood for then: behind "intruders who call themselves X", "the intruders" are X; behind "a
militia loyal to the governor", "the militia" is nobody known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ascribe.model.lexicon import Roles
from ascribe.model.parties import ARMED, STATE, Candidate, Kind, Party
from ascribe.resolve.nouns import BOTH, OTHER, REBEL, Noun, is_patron

SINGULAR = frozenset({"it", "itself"})
PLURAL = frozenset({"they", "them", "themselves"})
PERSONAL = frozenset({"he", "she", "him", "himself", "herself"})
_OBJECT_FORMS = frozenset({"them", "him"})
#: Verbs of speaking.
SAYING = frozenset("say add tell announce report state declare note warn insist claim write argue explain remark confess recall".split())
#: Words of names that may stand for the whole name.
_OF_NAMES = frozenset(
    "union front alliance coalition council brigade brigades battalion regiment corps force forces company network movement party league "
    "guard guards command resistance opposition congress committee court mission federation legion column".split()
)
_ALIKE = frozenset({"alliance", "coalition"})
#: How many sentences back these are looked for.
_NAMED_BY = 3
#: Verbs whose subject speaks of others when it says "they".
_BELIEVING = frozenset({"believe", "suspect", "think", "fear"})
#: "A colonel told the Red Cross that it could not ...".
_TELLING = frozenset({"tell", "warn", "inform", "remind", "promise", "assure"})
_STATES_ONLY = frozenset("countries neighbours neighbors nations states governments capitals".split())
_NO_STATES = frozenset("groups outfits movements militias gangs cartels factions organisations organizations".split())
#: How many sentences back two parties named together are "both sides" before the two named last.
_TOGETHER = 4
#: Nouns that take up a party only without words of their own: "the police station" is no radio.
_BARE_ONLY = frozenset(
    "station agency unit service newspaper channel daily broadcaster outlet paper magazine union federation association".split()
)
#: Words with a capital that say what somebody believes in, and not who it is.
_BELIEFS = frozenset(
    "islamist islamists islamic muslim maoist maoists marxist communist communists shia shiite shi'ite sunni salafist jihadist "
    "leftist".split()
)
#: What organisations do that bear no arms.
_WORKS = frozenset({"aid", "relief", "humanitarian", "rights", "monitoring", "news", "charity", "watchdog"})
#: How many sentences back a word reaches.
_REACH = {"it": 2, "they": 3, "he": 4, "the": 40}
#: Arms of the state are read with the country that the text is about, not from what was named last.
_STATE_NOUNS = frozenset("government authorities administration army military police troops soldiers forces ministry navy".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """One noun phrase that was read: its party if it names one, where it stands, and in which role."""

    party: Party | None
    sentence: int
    weight: int  # 2 subject, 1 object, 0 elsewhere
    plural: bool = False
    is_person: bool = False
    is_voice: bool = False  # a spokesman, a statement: speaks for the party
    says: bool = False  # the subject of a verb of speaking
    quoted: bool = False
    clause: int = -1
    head: str = ""
    verb: str = ""  # the lemma of its clause
    takes_up: bool = False  # the noun or pronoun takes up a party named before: it is what the text is about
    is_main: bool = False  # of a clause that hangs on no other
    human: bool = False  # no party, but somebody: "a captain"
    introduces: bool = False  # "a militia": somebody of whom the text had not spoken


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun and where it stands: its clause and role there, the verb's lemma, whether it is quoted and begins its sentence.

    `partitive` is "them" in "one of them"; `speaker` tells who speaks the quotation that it stands in.
    """

    word: str
    sentence: int
    clause: int
    role: int
    verb: str
    quoted: bool = False
    fronted: bool = False
    partitive: bool = False
    speaker: str | None = None
    passive: bool = False
    subject: Party | None = None  # of its clause, where the pronoun itself is not
    against: bool = False  # it stands behind "against"
    has_taken: bool = False  # its verb has an object that makes it a deed: "took hostages"


@dataclass(frozen=True, slots=True)
class Owned:
    """What a possessive stands before: the possessive, the noun's head, and where it stands.

    `struck` is the subject whose verb does harm to it, or gainsays it: that is not the owner.
    """

    word: str
    head: str
    sentence: int
    clause: int
    quoted: bool
    struck: Party | None = None


@dataclass(slots=True)
class Memory:
    """What has been said so far, the latest last, and what short names the document made."""

    roles: Roles
    mentions: list[Mention] = field(default_factory=list)
    short: dict[str, Party] = field(default_factory=dict)
    surnames: dict[str, Party] = field(default_factory=dict)
    speaker: Party | None = None
    issuer: Party | None = None
    bears: Callable[[Party, Sequence[str]], bool] = field(default=lambda _party, _words: False)  # a name of the party has these words

    def before(self, sentence: int, reach: int) -> Iterator[Mention]:
        """The mentions of this sentence so far, then those before it, the latest first."""
        for mention in reversed(self.mentions):
            if sentence - mention.sentence > reach:
                return
            yield mention

    # --- pronouns ------------------------------------------------------------------------------------------------------------------------

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
        if asked.has_taken and asked.verb in words.of_things_too | {"have"}:
            return True
        return asked.verb in words.deeds and not (asked.fronted and asked.verb in words.of_things_too)

    def _subject_of(self, sentence: int, clause: int) -> Party | None:
        for mention in reversed(self.mentions):
            if mention.sentence != sentence:
                return None
            if mention.clause == clause and mention.weight == 2 and mention.party is not None:
                return mention.party
        return None

    def _within(self, asked: Asked) -> Mention | None:
        """The nearest subject before it in the sentence, even one that is no party; those that the word cannot mean are passed over."""
        fits, singular = _fits(asked.word), asked.word in SINGULAR
        here = [m for m in self.before(asked.sentence, 0) if m.clause != asked.clause and m.quoted == asked.quoted]
        spared = asked.passive and asked.verb in self.roles.reference.sparing
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
                return mention if singular or mention.party.kind is not Kind.GOVERNMENT else self._accused(here, mention)
        if singular:
            return next((m for m in here if m.weight == 1 and m.verb in _TELLING and fits(m) and _may_be_told(m)), None)
        return next((m for m in here if m.weight == 1 and m.plural and m.party is not None and fits(m)), None)

    def _held_by(self, here: Sequence[Mention], subject: Mention) -> Mention | None:
        """As in "police arrested two men; they were released": whom the subject did it to."""
        return next((m for m in here if m.clause == subject.clause and m.weight == 1 and m.plural and m.party is not None), None)

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
        reach = _REACH["he" if word in PERSONAL else "it" if word in SINGULAR else "they"]
        before = [m for m in self.before(asked.sentence, reach) if m.sentence < asked.sentence]
        found = [m for m in before if m.party is not None and fits(m) and m.party.key != asked.speaker]
        if word in PERSONAL:
            return next((m for m in found if m.weight == 2), found[0] if found else None)
        plural = word in PLURAL
        if plural and asked.passive and asked.verb in self.roles.reference.sparing:
            found = [m for m in found if m.weight != 2]  # who is set free is not who held them
        if not plural and asked.verb in self.roles.reference.of_things_too and not asked.has_taken:
            last = next((m for m in before if m.weight == 2 and m.is_main), None)
            if last is not None and last.party is None and not last.plural and not last.human:
                return None  # "A blast shook the base. It killed two."
        stative = plural and asked.verb in self.roles.reference.stative

        def nearness(mention: Mention) -> tuple[float, int]:
            told = 1.3 if stative and mention.weight == 1 and mention.plural else 0.0  # "arrested four men. They belong to"
            return _nearness(mention, asked.sentence, plural=plural) + told, -_starts(mention)

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
            score += self._owns(owned.head, party.kind)
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
            score += self._strikes(asked, mention)
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

    # --- nouns ---------------------------------------------------------------------------------------------------------------------------

    def anaphor(self, noun: Noun, sentence: int, clause: int, role: int, nation: str | None, without: Sequence[str] = ()) -> Party | None:
        """As in "the group", "the Somali militants": a party named before, by rules 4 and 5. `without` are keys of others."""
        kinds = self.roles.anaphors.get(noun.head)
        if noun.words[0] == "the" and nation is None and (named := self._by_its_name(noun, sentence, role)) is not None:
            return named
        if noun.head in self.roles.reference.doers and noun.is_definite and len(noun.words) == 2:
            doers = self._doers(noun, sentence)
            if doers is not None:
                return doers
        if kinds is None and noun.is_definite and len(noun.words) == 2:
            return self._same_word(noun, sentence)
        if (
            kinds is None
            or not noun.is_definite
            or len(noun.words) > 4
            or noun.head in _STATE_NOUNS
            or set(noun.words[1:] if noun.words[:2] == ("the", "new") else noun.words) & (OTHER - {"new"})
            or (noun.words[0] != "the" and "new" in noun.words)
            or "security" in noun.words
        ):
            return None
        if noun.head in _BARE_ONLY and ((len(noun.words) > 2 and not _WORKS & set(noun.words)) or noun.words[0] != "the"):
            return None
        proper = self._proper(noun) if nation is None else []
        kinds = _narrowed(kinds, noun)
        subject = self._subject_of(sentence, clause) if role != 2 else None
        best: dict[str, tuple[float, Mention]] = {}
        for mention in self.before(sentence, _REACH["the"]):
            party = mention.party
            if party is None or party.kind not in kinds or not _is_known(party) or party.candidates or (mention.is_person and not party.id):
                continue
            if not self._is_somebody(party):
                continue  # "Commanders", at the head of its sentence
            if nation is not None and party.country not in {nation, None}:
                continue
            if proper and not self.bears(party, proper):
                continue
            if (subject is not None and party.key == subject.key) or party.key in without:
                continue
            if noun.head == "station" and not re.search(r"radio|televis|tv", f"{party.canonical} {party.name}", re.IGNORECASE):
                continue
            if (noun.words[0] == "that" or "new" in noun.words) and mention.party is not None:
                best.setdefault(party.key, (0.01 * mention.party.start, mention))  # the one named last
                continue
            score = mention.weight - 1.6 * (sentence - mention.sentence) + 1.5 * (mention.head == noun.head)
            score += 0.4 * mention.takes_up + 0.3 * mention.is_main + self._creed(noun.head, party)
            if party.key not in best or score > best[party.key][0]:
                best[party.key] = (score, mention)
        if not best:
            return None
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if self._is_of_nobody_known(noun, sentence, ranked[0][1]):
            return None
        return self._chosen(noun, ranked)

    def _creed(self, head: str, party: Party) -> float:
        """A name that says what the noun says: Islamic State is "the jihadists" rather than the Syrian Democratic Forces."""
        name = (party.canonical or party.name).casefold()
        return 2.5 if any(stem in name for stem in self.roles.creeds.get(head, ())) else 0.0

    def _by_its_name(self, noun: Noun, sentence: int, role: int) -> Party | None:
        """As in "the union", behind the Karen National Union: a word of the name, alone."""
        head = noun.head
        if head not in _OF_NAMES or (head == "front" and role != 2) or any(not is_patron(word) for word in noun.words[1:-1]):
            return None
        alike = {head, f"{head}s", *(_ALIKE if head in _ALIKE else ())}
        for mention in self.before(sentence, _NAMED_BY):
            party = mention.party
            if party is None or party.candidates or not _is_known(party) or party.kind is Kind.PERSON:
                continue
            name = (party.canonical or party.stands_for or party.name).casefold().split()[1:]
            bears = not alike.isdisjoint(name) or (head == "company" and self.bears(party, [head]))
            if bears and not _is_arm(party):
                return party.standing_in(noun.text, noun.start, noun.end)
        return None

    def _doers(self, noun: Noun, sentence: int) -> Party | None:
        """As in "the gunmen", "the kidnappers": the known party that just did something, unless the text brought in nameless ones."""
        doer: Mention | None = None
        for mention in self.before(sentence, _REACH["he"]):
            party = mention.party
            if party is None:
                continue
            if mention.introduces and not self._is_somebody(party) and party.kind in {Kind.UNKNOWN, *ARMED} - STATE:
                return None
            if doer is None and mention.weight == 2 and party.id and not party.candidates and party.kind in ARMED - STATE:
                doer = mention
        if doer is None or doer.party is None or doer.verb in self.roles.reference.idle:
            return None
        return doer.party.standing_in(noun.text, noun.start, noun.end)

    def _is_somebody(self, party: Party) -> bool:
        """The party has an entry, or a name that is no common noun."""
        return bool(party.id) or (_is_known(party) and self._is_name(party.stands_for or party.name))

    def _is_name(self, name: str) -> bool:
        """Not the common noun that opens a sentence: "Commanders", "Two men"."""
        last = name.rpartition(" ")[2]
        return last[:1].isupper() and (" " in name or (last.lower() not in self.roles.kinds and last.lower() not in self.roles.spokes))

    def _proper(self, noun: Noun) -> list[str]:
        """The capitalised words beside the noun that a party's own name must bear; what it believes in is no such word."""
        if noun.upper or len(noun.words) < 3:
            return []
        tokens = noun.tokens[1:]
        patron = next((at for at, token in enumerate(tokens) if is_patron(token.lower)), -1)  # "the New York-based group"
        return [token.lower for token in tokens[patron + 1 :] if token.text[0].isupper() and token.lower not in _BELIEFS]

    def _same_word(self, noun: Noun, sentence: int) -> Party | None:
        """As in "the intruders": the known party that these words stood for before."""
        if not noun.is_plural or noun.capitalised:
            return None
        for mention in self.before(sentence, _REACH["the"]):
            if mention.head == noun.head and mention.party is not None:
                return mention.party.standing_in(noun.text, noun.start, noun.end) if mention.party.id and mention.introduces else None
        return None

    def _is_of_nobody_known(self, noun: Noun, sentence: int, best: Mention) -> bool:
        """The noun last brought somebody in of whom no name is known, and nearer than the best of the known."""
        for mention in self.before(sentence, _REACH["they"]):
            if mention.sentence < best.sentence:
                return False
            nearer = mention.sentence > best.sentence or mention.weight > best.weight or _starts(mention) > _starts(best)
            unnamed = mention.introduces and mention.party is not None and not self._is_somebody(mention.party)
            if nearer and unnamed and mention.head == noun.head:
                return len(noun.words) == 2
        return False

    def _chosen(self, noun: Noun, ranked: list[tuple[float, Mention]]) -> Party:
        score, first = ranked[0]
        chosen = first.party
        assert chosen is not None  # noqa: S101 - `anaphor` keeps only mentions of parties
        equals = [
            m.party
            for other, m in ranked[1:]
            if other == score
            and m.sentence == first.sentence
            and m.clause == first.clause
            and m.party is not None
            and not m.party.same_side(chosen)
        ]
        candidates = tuple(Candidate(p.id or p.key, p.canonical or p.name) for p in (chosen, *equals)) if equals else ()
        return chosen.standing_in(noun.text, noun.start, noun.end, candidates=candidates)

    def group(self, sentence: int) -> Party | None:
        """The organisation that an ownerless spokesman speaks for: the last that was named and has spokesmen."""
        for mention in self.before(sentence, 6):
            if mention.party is not None and (mention.is_voice or mention.party.kind in _HAVE_SPOKESMEN) and _is_known(mention.party):
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

    def pair(self, sentence: int) -> list[Party]:
        """The two that were named last, in their order: "the former", "the latter"."""
        last: list[Party] = []
        for mention in self.before(sentence, 3):
            party = mention.party
            if party is None or party.inferred or not _is_known(party) or party.kind in _BYSTANDERS:
                continue
            if mention.weight == 0 and party.kind is Kind.GOVERNMENT:
                continue  # "in Sudan"
            if all(party.key != other.key for other in last):
                last.insert(0, party)
            if len(last) == 2:
                return last
        return []

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


_BYSTANDERS = frozenset({Kind.PERSON, Kind.CIVILIANS, Kind.MEDIA})
_HAVE_SPOKESMEN = frozenset(
    {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP, Kind.NGO, Kind.IGO, Kind.EXTERNAL_FORCES}
)


def _nearness(mention: Mention, sentence: int, *, plural: bool) -> float:
    """A nearer sentence counts more than a better role; who speaks is spoken of next."""
    score = -2.5 * (sentence - mention.sentence) + mention.weight + 0.5 * mention.says
    if plural:
        score += 0.6 * mention.plural - 0.6 * (mention.party is not None and mention.party.kind is Kind.GOVERNMENT)
    else:
        score -= 1.2 * mention.plural
    return score + 0.4 * mention.takes_up + 0.4 * mention.is_main


def _narrowed(kinds: frozenset[Kind], noun: Noun) -> frozenset[Kind]:
    """What the words beside the noun leave of its kinds: "the Shiite group" is no charity, "the aid group" bears no arms."""
    words = set(noun.words[:-1])
    if words & _WORKS:
        return kinds & {Kind.NGO, Kind.IGO, Kind.MEDIA}
    if words & _BELIEFS or words & REBEL:
        return kinds & {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.CRIMINAL_GROUP}
    return kinds


def _may_be_told(mention: Mention) -> bool:
    return mention.party is not None and mention.party.id is not None and mention.party.kind is not Kind.MEDIA


def _starts(mention: Mention) -> int:
    return mention.party.start if mention.party is not None else -1


def _is_arm(party: Party) -> bool:
    """One of the arms of a state as such, which many words name."""
    return party.kind in STATE and party.country is not None and (party.id or "").startswith(f"{party.country.lower()}-")


def _is_several(mention: Mention) -> bool:
    party = mention.party
    return party is not None and (
        mention.plural or (party.kind in ARMED - {Kind.STATE_FORCES, Kind.EXTERNAL_FORCES} and not mention.is_person)
    )


def _is_known(party: Party) -> bool:
    """The party has an identity: the register's, or a name of its own."""
    name = party.stands_for or (party.name if not party.inferred else "")
    return bool(party.id or party.canonical) or (name[:1].isupper() and party.kind is not Kind.PERSON)


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
