"""Pronouns in their sentence: whom "it", "they", "we", "its" and "the enemy" mean there. The memory they ask is in `antecedents`.

Rules. A pronoun before its party: "Before it attacked the town, X ...", "In its statement, X said" look ahead to the subject behind the
comma; "it" only where nobody was named before. As an object "it" is a party only behind verbs and prepositions that ask for one.
"""

from __future__ import annotations

from ascribe.model.parties import STATE, Party
from ascribe.resolve.mentions import PERSONAL, SAYING, SINGULAR, Asked, Owned
from ascribe.resolve.nouns import POSSESSIVES, SPOKESMEN, Noun
from ascribe.resolve.sentence_view import SentenceView
from ascribe.resolve.voices import FIRST_PERSON

#: Arms that belong to a state and hardly to anybody else: "for sending its army".
_HOME_ARMS = frozenset("army navy government parliament embassy president premier ministry ambassador".split())
#: Whom these take in is another's: "the emirate harbours its leader".
_HARBOURING = frozenset({"shelter", "harbour", "harbor", "host", "shield"})
#: Verbs whose object may be a party.
_DONE_TO_PARTIES = frozenset(
    "accuse blame urge tell ask join support back attack fight ban condemn arm fund help call defeat sue criticise criticize outlaw "
    "bleed know leave quit found lead disband dissolve hunt expel sanction proscribe recognise recognize infiltrate disarm name".split()
)
#: Prepositions behind which "it" may be a party, and those that ask for a verb of joining or parting before them.
_TOWARDS = frozenset({"against"})
_WITH = frozenset({"with", "from", "to"})
_BONDS = frozenset(
    "deal pact talks truce ties links war alliance ceasefire agreement contact contacts negotiations peace relations".split()
)
_PARTING = frozenset(
    "come go march stand serve break split part join side ally fight clash merge defect belong desert talk negotiate meet surrender".split()
)


class Pronouns(SentenceView):
    """Reads the pronouns of a sentence."""

    def _pronoun(self, at: int, noun: Noun) -> Party | None:
        word = noun.words[0]
        if word in FIRST_PERSON:
            party = self._first_person(at)
            return party.standing_in(noun.text, noun.start, noun.end) if party is not None else None
        if word not in SINGULAR | PERSONAL | {"they", "them", "themselves"}:
            return None
        clause, role = self.function.get(at, (-1, 0))
        verb = self.parse.phrases[self.parse.clauses[clause].verb] if clause >= 0 else None
        if (
            verb is not None
            and role == 2
            and verb.passive
            and word in SINGULAR
            and verb.lemma not in self.known.roles.roles.reference.done_to
        ):
            return None
        of_them = at >= 2 and self.sentence.tokens[self.parse.phrases[at - 1].start].lower == "of"
        partitive = of_them and self.function.get(at - 2, (-1, 0))[1] != 1
        clause = self._with_subject(clause) if role != 2 else clause
        lemma = verb.lemma if verb is not None else ""
        fronted = self.parse.phrases[at].start == 0
        if word in SINGULAR and role != 2 and not self._may_take_it(at, role, lemma):
            return None
        quoted = self.quoted[self.parse.phrases[at].start]
        speaker = self._speaker() if quoted else None
        own = speaker.key if speaker is not None else None
        passive = verb is not None and verb.passive
        asked = Asked(
            word,
            self.number,
            clause,
            role,
            lemma,
            quoted,
            fronted,
            partitive,
            own,
            passive,
            subject=self._subject(clause) if role != 2 or word in {"them", "him"} else None,
            against=at > 0 and self.sentence.tokens[self.parse.phrases[at - 1].start].lower == "against",
            told_by=self._telling(clause) if role == 2 else -1,
            other_than=self._fronted_object(at) if role == 2 else None,
            has_taken=role == 2 and self._has_taken(clause),
        )
        teller = self._teller_beside(asked)
        if teller is not None:
            return teller.standing_in(noun.text, noun.start, noun.end)
        mention = self.memory.pronoun(asked)
        if mention is None:
            ahead = self._ahead(at) if role == 2 and word not in PERSONAL else None
            return ahead.standing_in(noun.text, noun.start, noun.end) if ahead is not None else None
        if mention.party is None:
            return None
        return mention.party.standing_in(noun.text, noun.start, noun.end)

    def _telling(self, clause: int) -> int:
        if clause < 0 or self.parse.clauses[clause].link != "complement":
            return -1
        parent = self.parse.clauses[clause].parent
        return -1 if parent is None else parent

    def _teller_beside(self, asked: Asked) -> Party | None:
        """As in "X blamed Y, which said that it": Y, though it is the object of "blamed"."""
        if asked.told_by < 0 or asked.word in PERSONAL or asked.quoted or self.parse.clauses[asked.told_by].link != "relative":
            return None
        party = self._subject(asked.told_by)
        return party if party is not None and party.id is not None and not party.candidates else None

    def _fronted_object(self, at: int) -> str | None:
        """As in "the front, which it fought": the front is the object, and not "it"."""
        phrases = self.parse.phrases
        if at < 2 or phrases[at - 1].kind != "WH":
            return None
        before = at - 3 if at >= 3 and self._is_comma(at - 2) else at - 2
        party = self.party(before) if phrases[before].kind == "NP" else None
        return party.key if party is not None else None

    def _subject(self, clause: int) -> Party | None:
        """The party that is the subject of a clause."""
        if clause < 0:
            return None
        return next((party for at in self.parse.clauses[clause].subjects if (party := self.party(at)) is not None), None)

    def _has_taken(self, clause: int) -> bool:
        """The object makes the verb a deed: "took hostages", "gave no reason"."""
        if clause < 0:
            return False
        taken, alone = self.known.roles.roles.reference.taken, self.known.roles.roles.reference.of_things_alone
        if self.parse.phrases[self.parse.clauses[clause].verb].lemma in alone:
            return bool(self.parse.clauses[clause].objects)
        return any(self.noun(thing).head in taken for thing in self.parse.clauses[clause].objects)

    def _ahead(self, at: int) -> Party | None:
        """As in "Before it attacked the town, X sent letters", "In its statement, X said": the subject behind the comma."""
        phrases = self.parse.phrases
        if at > 3 or phrases[0].kind not in {"SUB", "P", "VG"}:
            return None
        comma = next((n for n in range(at + 1, len(phrases)) if phrases[n].kind == "PU"), None)
        if comma is None or not self._is_comma(comma) or comma + 2 >= len(phrases) or phrases[comma + 1].kind != "NP":
            return None
        subject = comma + 1
        if self.function.get(subject, (-1, 0))[1] != 2 or self.noun(subject).is_pronoun or self.noun(subject).words[0] in POSSESSIVES:
            return None
        party = self.party(subject)
        return party if party is not None and (party.id or party.canonical) else None

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
        before = self.sentence.tokens[self.parse.phrases[at - 1].start].lower if at > 0 else ""
        if before in _WITH and at >= 2 and self.parse.phrases[at - 2].kind == "NP" and self.noun(at - 2).head in _BONDS:
            return True  # "a deal with it"
        if before in {"for", "of"} and at >= 2 and self.parse.phrases[at - 2].kind == "NP":
            return self.noun(at - 2).head in SPOKESMEN  # "a spokesman for it"
        return before in _TOWARDS or (before in _WITH and lemma in _PARTING)

    def _first_person(self, at: int) -> Party | None:
        """Inside quotation marks the speaker; outside, whoever issued the document."""
        if not self.quoted[self.parse.phrases[at].start]:
            return self.memory.issuer
        return self._speaker() or self.memory.speaker or self.memory.issuer or self.memory.group(self.number)

    def _speaker(self) -> Party | None:
        """Who is said to speak the quotation in this sentence: a subject outside the marks, of a verb of speaking."""
        for clause in self.parse.clauses:
            verb = self.parse.phrases[clause.verb]
            if (
                verb.lemma in self.known.roles.roles.reference.deeds
                and not self.quoted[verb.head]
                and (clause.subjects or verb.lemma in SAYING)
            ):
                behind = (
                    clause.verb + 1
                    if clause.verb + 1 < len(self.parse.phrases) and self.parse.phrases[clause.verb + 1].kind == "NP"
                    else None
                )
                speaker = clause.subjects[0] if clause.subjects else behind
                party = self.party(speaker) if speaker is not None else None
                if party is not None:
                    return party
        return None

    def _note_speaker(self) -> None:
        """Who spoke the quotation of this sentence speaks on in the next."""
        if any(self.quoted):
            self.memory.speaker = self._speaker() or self.memory.speaker
        elif len(self.sentence.tokens) > 3:
            self.memory.speaker = None

    def _enemy(self, at: int, noun: Noun) -> Party | None:
        """As in "the enemy" of whoever speaks: the other side last named."""
        own = self._first_person(at)
        foe = self.memory.enemy(own, self.number) if own is not None else None
        return foe.standing_in(noun.text, noun.start, noun.end) if foe is not None else None

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
        if word in {"its", "their"} and (ahead := self._ahead(at)) is not None:
            return ahead
        clause, role = self.function.get(at, (-1, 0))
        return self.memory.owner(
            Owned(word, noun.head, self.number, clause, self.quoted[self.parse.phrases[at].start], self._striker(at, clause, role))
        )

    def _striker(self, at: int, clause: int, role: int) -> Party | None:
        """As in "killed 30 of its fighters", "called its report a lie": the subject, which does this to somebody else."""
        if clause < 0:
            return None
        verb = self.parse.phrases[self.parse.clauses[clause].verb]
        words = self.known.roles.roles.reference
        counted = at >= 2 and self.function.get(at - 2, (-1, 0)) == (clause, 1) and self._after(at - 2, {"of"}) == at
        if verb.passive or not (role == 1 or counted):
            return None
        strikes = verb.lemma in words.harming or (role == 1 and verb.lemma in _HARBOURING) or (verb.lemma in words.gainsaying and role == 1)
        return self._subject(self._with_subject(clause)) if strikes else None

    def _anaphor(self, at: int | None, noun: Noun, nation: str | None = None, without: tuple[str, ...] = ()) -> Party | None:
        if at is not None and noun.capitalised and self._after(at, {"of", "for"}) is not None:
            return None  # "the Organisation of African Unity"
        clause, role = self.function.get(at, (-1, 0)) if at is not None else (-1, 2)
        return self.memory.anaphor(noun, self.number, clause, role, nation, without)
