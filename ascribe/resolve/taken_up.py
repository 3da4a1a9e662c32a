"""Whom a noun with an article takes up: "the group", "the Somali militants", "the union", "the gunmen".

Rules.
1. It takes the party last named that the noun fits: a nearer sentence before a farther, a subject before an object, a main clause before
another, what the text is about before the rest. Never the subject of the same verb. "That group", "the new group" is the one named last.
2. Words beside the noun narrow it: "the Shiite group" bears arms, "the aid group" does not, "the Basque separatists" must bear the word in
a name of theirs. A name that says the same as the noun counts for it: "the jihadists" are Islamic State rather than another.
   "The rebel force" is no state's, "the agency" of a state is a service and no army, "the opposition" only who bears the word.
3. Two that fit as well, in one sentence and in one role, are both kept as candidates.
4. A noun that was used before takes up whom it stood for then: behind "intruders who call themselves X", "the intruders" are X; behind "a
militia loyal to the governor", "the militia" is nobody known.
5. A word of a name stands for the whole name: "the union" behind the Karen National Union; so "the coalition" and "the alliance" do.
6. "The gunmen", "the kidnappers" are the armed party that last did something. Where the text brought in nameless ones, they are these, and
nobody known: a group that only claims or is blamed is not "the attackers".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ascribe.model.parties import ARMED, STATE, Candidate, Kind, Party
from ascribe.resolve.antecedents import Antecedents
from ascribe.resolve.mentions import REACH, Mention, is_known, starts
from ascribe.resolve.nouns import OTHER, REBEL, Noun, is_patron

#: Words of names that may stand for the whole name.
_OF_NAMES = frozenset(
    "union front alliance coalition council brigade brigades battalion regiment corps force forces company network movement party league "
    "guard guards command resistance opposition congress committee court mission federation legion column".split()
)
_STEM = 4
_ALIKE = frozenset({"alliance", "coalition"})
#: How many sentences back these are looked for.
_NAMED_BY = 3
#: Nouns that take up a party only without words of their own: "the police station" is no radio.
_BARE_ONLY = frozenset(
    "station agency unit service newspaper channel daily broadcaster outlet paper magazine union federation association".split()
)
#: Words with a capital that say what somebody believes in, and not who it is.
_BELIEFS = frozenset(
    "islamist islamists islamic muslim maoist maoists marxist communist communists shia shiite shi'ite sunni salafist jihadist "
    "leftist".split()
)
#: Creeds that one side of a war has rather than the other.
_FAITHFUL = frozenset({"islamists", "jihadists", "jihadis", "mujahideen"})
#: States of which the news says "the kingdom".
_KINGDOMS = frozenset("SA JO BH MA TH KH NP BT SZ LS GB ES".split())
#: One body, and names of many that are none.
_ONE_BODY = frozenset({"group", "outfit", "organisation", "organization", "faction", "movement"})
_COLLECTIVE = re.compile(r" (insurgents|rebels|militias|gangs)$")
#: What is called so, where it belongs to a state, is a service and no army.
_BUREAUS = frozenset({"agency", "service"})
_BUREAU = re.compile(r"intelligence|security|service|agency|bureau|directorate|sbu|gendarm|guard", re.IGNORECASE)
_OF_PEACE = frozenset({"organisation", "organization", "body", "agency"})
#: What organisations do that bear no arms.
_WORKS = frozenset({"aid", "relief", "humanitarian", "rights", "monitoring", "news", "charity", "watchdog"})
#: Words for arms of a state that are a group's beside "rebel": "the guerrilla army".
_HOSTS = frozenset({"army", "force"})
#: Arms of the state are read with the country that the text is about, not from what was named last.
_STATE_NOUNS = frozenset("government authorities administration army military police troops soldiers forces ministry navy".split())


class TakenUp(Antecedents):
    """Asks what has been said for whom a noun means."""

    __slots__ = ()

    def anaphor(self, noun: Noun, sentence: int, clause: int, role: int, nation: str | None, without: Sequence[str] = ()) -> Party | None:
        """As in "the group", "the Somali militants": a party named before, by rules 4 and 5. `without` are keys of others."""
        kinds = self.roles.anaphors.get(noun.head)
        if noun.words[0] == "the" and nation is None and (named := self._by_its_name(noun, sentence, role)) is not None:
            return named
        rebel = noun.head in _HOSTS and bool({*REBEL, "paramilitary"} & set(noun.words))
        if rebel:
            kinds = frozenset({Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA})
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
            or (noun.head in _STATE_NOUNS and not rebel)
            or set(noun.words[1:] if noun.words[:2] == ("the", "new") else noun.words) & (OTHER - {"new"})
            or (noun.words[0] != "the" and "new" in noun.words)
            or "security" in noun.words
            or noun.head == "opposition"  # in most countries it is in parliament
        ):
            return None
        if noun.head in _BARE_ONLY and ((len(noun.words) > 2 and not _WORKS & set(noun.words)) or noun.words[0] != "the"):
            return None
        proper = self._proper(noun) if nation is None else []
        kinds = _narrowed(kinds, noun)
        subject = self.subject_of(sentence, clause) if role != 2 else None
        best: dict[str, tuple[float, Mention]] = {}
        for mention in self.before(sentence, REACH["the"]):
            party = mention.party
            if party is None or party.kind not in kinds or not is_known(party) or party.candidates or (mention.is_person and not party.id):
                continue
            if not self._is_somebody(party):
                continue  # "Commanders", at the head of its sentence
            if nation is not None and party.country not in {nation, None}:
                continue
            if proper and not self.bears(party, proper) and not _is_kin(party, proper):
                continue
            if (subject is not None and party.key == subject.key) or party.key in without:
                continue
            if rebel and "paramilitary" in noun.words and not (self.bears(party, ["force"]) or self.bears(party, ["forces"])):
                continue
            if noun.head == "kingdom" and party.country not in _KINGDOMS:
                continue
            if noun.head in _ONE_BODY and _COLLECTIVE.search(party.canonical or ""):
                continue  # "Syrian insurgents" are no group
            if noun.head in _BUREAUS and party.kind is Kind.STATE_FORCES and not _is_bureau(party):
                continue
            if noun.head == "station" and not re.search(r"radio|televis|tv", f"{party.canonical} {party.name}", re.IGNORECASE):
                continue
            if (noun.words[0] == "that" or noun.tokens[1].text == "new") and mention.party is not None:
                best.setdefault(party.key, (0.01 * mention.party.start, mention))  # the one named last
                continue
            score = mention.weight - 1.6 * (sentence - mention.sentence) + 1.5 * (mention.head == noun.head)
            score += 0.4 * mention.takes_up + 0.3 * (mention.is_main and not mention.says) + self._creed(noun, party)
            score += 0.4 * (noun.head in _OF_PEACE and party.kind in {Kind.NGO, Kind.IGO})
            if party.key not in best or score > best[party.key][0]:
                best[party.key] = (score, mention)
        if not best:
            return None
        ranked = sorted(best.values(), key=lambda pair: -pair[0])
        if self._is_of_nobody_known(noun, sentence, ranked[0][1]):
            return None
        return self._chosen(noun, ranked)

    def _creed(self, noun: Noun, party: Party) -> float:
        """A name that says what the noun says: Islamic State is "the jihadists" rather than the Syrian Democratic Forces."""
        if noun.head in _ALIKE and party.kind in {Kind.IGO, Kind.EXTERNAL_FORCES}:
            return 2.5
        name = (party.canonical or party.name).casefold()
        creeds = self.roles.creeds.get(noun.head) or next((c for w in noun.words[1:-1] if (c := self.roles.creeds.get(f"{w}s"))), ())
        stems = 5.0 if noun.head in _FAITHFUL or noun.head not in self.roles.creeds else 2.5
        return stems if any(stem in name for stem in creeds) else 0.0

    def _by_its_name(self, noun: Noun, sentence: int, role: int) -> Party | None:
        """As in "the union", behind the Karen National Union: a word of the name, alone."""
        head = noun.head
        if head not in _OF_NAMES or (head == "front" and role != 2) or any(not is_patron(word) for word in noun.words[1:-1]):
            return None
        alike = {head, *(_ALIKE if head in _ALIKE else ())}
        for mention in self.before(sentence, _NAMED_BY):
            party = mention.party
            if party is None or party.candidates or not is_known(party) or party.kind is Kind.PERSON:
                continue
            name = party.shown.casefold().split()[1:]
            bears = (
                not alike.isdisjoint(name) or (bool(name) and name[-1] == f"{head}s") or (head == "company" and self.bears(party, [head]))
            )
            if bears and not _is_arm(party):
                return party.standing_in(noun.text, noun.start, noun.end)
        return None

    def _doers(self, noun: Noun, sentence: int) -> Party | None:
        """As in "the gunmen", "the kidnappers": the known party that just did something, unless the text brought in nameless ones."""
        doer: Mention | None = None
        for mention in self.before(sentence, REACH["he"]):
            party = mention.party
            if party is None or mention.says:
                continue  # "an official said": no doer
            if mention.introduces and not self._is_somebody(party) and party.kind in {Kind.UNKNOWN, *ARMED} - STATE:
                return None
            if doer is None and mention.weight == 2 and party.id and not party.candidates and party.kind in ARMED - STATE:
                doer = mention
        if doer is None or doer.party is None or doer.verb in self.roles.reference.idle:
            return None
        return doer.party.standing_in(noun.text, noun.start, noun.end)

    def _is_somebody(self, party: Party) -> bool:
        """The party has an entry, or a name that is no common noun."""
        return bool(party.id) or (is_known(party) and self._is_name(party.stands_for or party.name))

    def _is_name(self, name: str) -> bool:
        """Not the common noun that opens a sentence: "Commanders", "Two men"."""
        last = name.rpartition(" ")[2]
        return last[:1].isupper() and (" " in name or (last.lower() not in self.roles.kinds and last.lower() not in self.roles.spokes))

    def _proper(self, noun: Noun) -> list[str]:
        """The capitalised words beside the noun that a party's own name must bear; what it believes in is no such word."""
        if len(noun.words) < 3:
            return []
        tokens = noun.tokens[1:]
        patron = next((at for at, token in enumerate(tokens) if is_patron(token.lower)), -1)  # "the New York-based group"
        return [token.lower for token in tokens[patron + 1 :] if token.text[0].isupper() and token.lower not in _BELIEFS]

    def _same_word(self, noun: Noun, sentence: int) -> Party | None:
        """As in "the intruders": the known party that these words stood for before."""
        if not noun.is_plural or noun.capitalised:
            return None
        for mention in self.before(sentence, REACH["the"]):
            if mention.head == noun.head and mention.party is not None:
                return mention.party.standing_in(noun.text, noun.start, noun.end) if mention.party.id and mention.introduces else None
        return None

    def _is_of_nobody_known(self, noun: Noun, sentence: int, best: Mention) -> bool:
        """The noun last brought somebody in of whom no name is known, and nearer than the best of the known."""
        for mention in self.before(sentence, REACH["they"]):
            if mention.sentence < best.sentence:
                return False
            nearer = mention.sentence > best.sentence or mention.weight > best.weight or starts(mention) > starts(best)
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


def _narrowed(kinds: frozenset[Kind], noun: Noun) -> frozenset[Kind]:
    """What the words beside the noun leave of its kinds: "the Shiite group" is no charity, "the aid group" bears no arms."""
    words = set(noun.words[:-1])
    if words & _WORKS:
        return kinds & {Kind.NGO, Kind.IGO, Kind.MEDIA}
    if words & _BELIEFS or words & REBEL:
        return kinds & {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.CRIMINAL_GROUP}
    return kinds


def _is_kin(party: Party, proper: Sequence[str]) -> bool:
    """The words of its name and these begin alike: "the Kurdish group" may be of Kurdistan."""
    name = (party.canonical or party.name).casefold().split()
    return all(len(word) > _STEM and any(part.startswith(word[:_STEM]) for part in name) for word in proper)


def _is_bureau(party: Party) -> bool:
    """An intelligence service and the like."""
    return _BUREAU.search(f"{party.canonical or ''} {party.id or ''}") is not None


def _is_arm(party: Party) -> bool:
    """One of the arms of a state as such, which many words name."""
    return party.kind in STATE and party.country is not None and (party.id or "").startswith(f"{party.country.lower()}-")
