"""Phrases -> clauses: which noun phrase is subject, which object, what hangs on what.

Rules, in plain words. The sentence is read from left to right with a stack of open clauses. A free noun phrase before the verb waits to be
the subject; "who", "which" and "that" behind a noun open a relative clause, "when" or "after" an adverbial one, a verb of saying a
complement. A finite verb takes the subject that waits in the innermost clause; a clause that has its verb already is closed, and a subject
that waits outside it is served next ("residents who drove to the office said"). Behind "and" a verb without a subject shares that of the
nearest verb of the same tense. A noun phrase behind a comma or "and" that a finite verb follows begins a new clause.
The object is the noun phrase right behind the verb, with what "and" and commas add to it, unless it is the subject of what follows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ascribe.annotate.arguments import antecedent, objects, prepositions
from ascribe.annotate.chunks import TAKERS, Chunks
from ascribe.annotate.participles import TIME_NOUNS, ambiguous, is_participle, is_subordinator, torn
from ascribe.annotate.subjects import (
    charged,
    comma_follows,
    lead_in,
    nearest,
    of_waiting,
    parenthetical,
    said_by,
    swallowed,
    tense,
    unserved,
    wish,
)
from ascribe.model.grammar import Clause, Phrase
from ascribe.model.reading import Token

Verbs = Mapping[str, tuple[str, frozenset[str]]]
#: Subordinators whose clause is what the verb before says.
_THAT = frozenset({"that", "whether", "if", "how", "why"})


def clauses(tokens: Sequence[Token], tags: Sequence[str], phrases: Sequence[Phrase], verbs: Verbs) -> tuple[list[Phrase], list[Clause]]:
    """The phrases with their participles told apart, and the clauses they make."""
    chunks = Chunks(tokens, tags, phrases, verbs)
    torn(chunks)
    found = _Walk(chunks).read()
    made = [
        replace(clause, objects=objects(chunks, found, number), preps=prepositions(chunks, found, number))
        for number, clause in enumerate(found)
    ]
    return chunks.phrases, [_sharing(chunks, made, number) for number in range(len(made))]


def _sharing(chunks: Chunks, made: Sequence[Clause], number: int) -> Clause:
    """As in "shot and killed a boy": a verb right before "and" and another verb shares its object."""
    clause = made[number]
    if clause.objects or chunks.kind(clause.verb + 1) != "CC" or chunks.phrases[clause.verb].passive or number + 1 >= len(made):
        return clause
    following = made[number + 1]
    return replace(clause, objects=following.objects) if following.verb == clause.verb + 2 else clause


@dataclass
class _Open:
    """A clause that is open: the noun phrases that wait for its verb, and the number of its last finite clause."""

    kind: str
    at: int
    parent: int | None = None
    waiting: list[int] = field(default_factory=list)
    verb: int | None = None


#: Verbs of saying that hardly take a thing for their object.
_THAT_TAKERS = frozenset("say believe think insist allege hope".split())


class _Walk:
    """One reading of a sentence from left to right."""

    def __init__(self, chunks: Chunks) -> None:
        self.chunks = chunks
        self.stack = [_Open("", 0)]
        self.found: list[Clause] = []
        self.last: int | None = None  # number of the clause whose verb came last
        self.brackets: list[int] = []
        self.governed: set[int] = set()

    @property
    def top(self) -> _Open:
        return self.stack[-1]

    def read(self) -> list[Clause]:
        """All clauses, in the order of their verbs."""
        chunks = self.chunks
        at = -1
        while (at := at + 1) < len(chunks):
            kind = chunks.kinds[at]
            if kind == "NP":
                self._noun(at)
            elif kind == "PU":
                self._mark(at)
            elif kind == "WH" or (kind == "SUB" and chunks.word(at) == "that" and chunks.comma(at - 1) and chunks.finite(chunks.right(at))):
                self._relative(at)
            elif kind == "SUB":
                self._subordinator(at)
            elif kind == "P" and is_subordinator(chunks, at, self._waiting()):
                chunks.replace(at, replace(chunks.phrases[at], kind="SUB"))
                self._subordinator(at)
            elif kind == "VG":
                if not self._waiting() and self.top.verb is None and swallowed(chunks, at):
                    chunks.split(at - 1)
                    self.top.waiting.append(at)
                    at += 1
                self._verb(at)
        return self.found

    def _waiting(self) -> int:
        """How many subjects wait for their verb."""
        return sum(frame.verb is None and (bool(frame.waiting) or frame.kind == "relative") for frame in self.stack)

    def _anyone(self) -> bool:
        """A noun phrase waits for its verb."""
        return any(frame.verb is None and frame.waiting for frame in self.stack)

    def _noun(self, at: int) -> None:
        """A free noun phrase waits for a verb, unless it is the object of a participle or an infinitive right before it."""
        chunks = self.chunks
        if self.top.verb is not None or self.top.kind == "bracket":
            return
        if chunks.governed(at):
            if self.top.waiting:
                self.governed.update(chunks.list_right(at))  # "teams from China, India and Russia"
        elif at not in self.governed and chunks.kind(chunks.left(at)) != "VG":
            self.top.waiting.append(at)

    def _mark(self, at: int) -> None:
        """A semicolon or a colon closes all; brackets are set aside."""
        word = self.chunks.word(at)
        if self.chunks.hard(at):
            self.stack = [_Open("", at)]
            self.brackets.clear()
            self.last = None
        elif word in {"(", "["}:
            self.brackets.append(len(self.stack) + 1)
            self.stack.append(_Open("bracket", at, self.last))
        elif word in {")", "]"} and self.brackets:
            del self.stack[max(1, self.brackets.pop() - 1) :]

    def _relative(self, at: int) -> None:
        """A relative opens a clause; behind "and" it stands for what the relative before stood for ("who drove and who arrived")."""
        earlier = next((frame for frame in reversed(self.stack) if frame.kind == "relative"), None)
        if earlier is not None and self.chunks.kind(at - 1) == "CC":
            del self.stack[self.stack.index(earlier) :]
            self.stack.append(_Open("relative", earlier.at, earlier.parent))
        else:
            self.stack.append(_Open("relative", at, self.last))

    def _subordinator(self, at: int) -> None:
        chunks = self.chunks
        if chunks.kind(at - 1) == "SUB" and self.top.kind in {"adverbial", "complement"} and not self.top.waiting and self.top.verb is None:
            return  # "so that", "as though"
        complement = chunks.word(at) in _THAT and at > 0
        if complement and chunks.kind(at - 1) == "CC":  # "said that X and that Y": the second hangs where the first does
            earlier = next((frame for frame in reversed(self.stack) if frame.kind == "complement"), None)
            if earlier is not None:
                del self.stack[self.stack.index(earlier) :]
                self.stack.append(_Open("complement", at, earlier.parent))
                return
        self.stack.append(_Open("complement" if complement else "adverbial", at, self.last))

    # --- verbs ---------------------------------------------------------------------------------------------------------------------------

    def _verb(self, at: int) -> None:
        chunks = self.chunks
        self._settle(at)
        form = chunks.phrases[at].form
        if form == "finite":
            clause = self._finite(at)
            wish(chunks, clause)
        elif form == "infinitive":
            clause = self._infinitive(at)
        else:
            clause = self._participle(at)
        self.found.append(clause)
        self.last = len(self.found) - 1
        if form == "finite":
            self.top.verb = self.last

    def _gapped(self, at: int, fresh: list[int]) -> bool:
        """The passive of the verb before goes on: "seven were killed and ten others injured"."""
        chunks = self.chunks
        if not fresh or chunks.kind(fresh[0] - 1) != "CC" or self.last is None or not ambiguous(chunks, at):
            return False
        before, phrase = chunks.phrases[self.found[self.last].verb], chunks.phrases[at]
        return (
            before.passive
            and before.form == "finite"
            and phrase.end - phrase.start == 1
            and chunks.kind(chunks.right(at)) not in {"NP", "SUB"}
        )

    def _settle(self, at: int) -> None:
        """Tell participles from pasts, and what "and" joins to an infinitive or a passive from finite verbs."""
        chunks, phrase = self.chunks, self.chunks.phrases[at]
        below = any(frame.verb is None and frame.waiting for frame in self.stack[:-1])
        waits = self.top.verb is None and (bool(self.top.waiting) or self.top.kind == "relative")
        if self.top.verb is not None and self.last is not None and chunks.kind(chunks.left(at)) == "NP":
            fresh = nearest(chunks, at, self.found[self.last].verb, self._anyone())
            if self._gapped(at, fresh):
                chunks.replace(at, replace(phrase, passive=True))
                return
            waits = bool(fresh) and (chunks.comma(fresh[0] - 1) or chunks.kind(fresh[0] - 1) == "CC")
        if is_participle(chunks, at, waits=waits, waits_below=below, has_verb=self.top.verb is not None):
            chunks.replace(at, replace(phrase, form="participle", passive=True))
        elif self.last is not None and chunks.kind(chunks.left(at)) == "CC":
            before = chunks.phrases[self.found[self.last].verb]
            if before.form == "infinitive" and chunks.tags[phrase.start] == "VB":
                chunks.replace(at, replace(phrase, form="infinitive"))
            elif before.passive and before.form == "finite" and ambiguous(chunks, at) and phrase.end - phrase.start == 1:
                if chunks.kind(chunks.right(at)) != "NP" or chunks.tags[phrase.head] == "VBN":
                    chunks.replace(at, replace(phrase, form="finite", passive=True))
            elif before.perfect and before.form == "finite" and chunks.tags[phrase.head] == "VBN":
                chunks.replace(at, replace(phrase, form="finite", perfect=True))

    def _finite(self, at: int) -> Clause:
        chunks, top = self.chunks, self.top
        before = chunks.left(at)
        if chunks.kind(before) == "CC" and self._base(at) is not None and not (top.verb is None and top.waiting):
            return self._joined(at)
        if top.verb is None:
            return self._first(at)
        if chunks.kind(before) == "NP" or (chunks.kind(before) == "PU" and chunks.word(before) in {")", "]"}) or self._hangs(before):
            fresh = self._fresh_subject(at)
            if fresh is not None:
                return fresh
        elif top.kind == "relative" and chunks.kind(before) == "VG" and chunks.phrases[before].lemma in TAKERS and top.waiting:
            stands_for = antecedent(chunks, top.at)  # "which they believe was used"
            return Clause(at, (stands_for,) if stands_for is not None else (), parent=top.parent, link="relative")
        return self._outer(at)

    def _hangs(self, at: int) -> bool:
        """What ends here hangs on a noun by a preposition."""
        return self.chunks.kind(at) == "P"

    def _first(self, at: int) -> Clause:
        """The verb that the innermost clause waits for."""
        chunks, top = self.chunks, self.top
        if top.kind == "relative":
            return self._of_relative(at)
        if top.waiting and said_by(chunks, at):
            self.stack = [_Open("", at)]
            return Clause(at, tuple(chunks.list_right(chunks.right(at))))
        if top.waiting:
            last = top.waiting[-1]
            if chunks.kind(last - 1) == "NP" and last - 1 in top.waiting and len(top.waiting) > 1 and chunks.left(at) >= last:
                top.waiting.remove(last)
                self.stack.append(_Open("relative", last, self.last))  # "something he could not catch"
                return Clause(at, (last,), parent=top.parent, link="relative")
            if parenthetical(chunks, at, top.waiting):
                aside = of_waiting(chunks, at, top.waiting[1:])
                top.waiting = [place for place in top.waiting if place not in aside]
                self.stack.append(_Open("", at))
                return Clause(at, tuple(aside))
            return Clause(at, tuple(of_waiting(chunks, at, top.waiting)), parent=top.parent, link=_link(top))
        below = next((frame for frame in reversed(self.stack) if frame.verb is None and frame.waiting), None)
        if below is not None and top.kind != "bracket" and chunks.comma(chunks.left(at)):
            del self.stack[self.stack.index(below) + 1 :]
            return self._first(at)
        follows = chunks.right(at)
        inverted = chunks.kind(follows) == "NP" and (
            chunks.phrases[at].lemma in TAKERS | {"be"} or chunks.tags[chunks.phrases[at].start] in {"BE", "DO", "HAVE"}
        )
        return Clause(at, tuple(chunks.list_right(follows)) if inverted else (), parent=top.parent, link=_link(top))

    def _of_relative(self, at: int) -> Clause:
        """The subject is the noun that "who" or "which" stands for, or a noun behind them ("which the army called")."""
        chunks, top = self.chunks, self.top
        if top.waiting:
            return Clause(at, tuple(chunks.list_left(top.waiting[-1])), parent=top.parent, link="relative")
        stands_for = antecedent(chunks, top.at)
        return Clause(at, (stands_for,) if stands_for is not None else (), parent=top.parent, link="relative")

    def _fresh_subject(self, at: int) -> Clause | None:
        """The verb has a noun phrase of its own before it, in a clause that has its verb already."""
        chunks = self.chunks
        last = self.found[self.last].verb if self.last is not None else 0
        members = nearest(chunks, at, last, self._anyone())
        if not members:
            return None
        opened = members[0] - 1
        while opened > last and (chunks.kinds[opened] in {"RB", "TM"} or chunks.quote(opened)):
            opened -= 1
        governor = chunks.phrases[last]
        adjacent = opened == last or (chunks.kind(opened) == "NP" and chunks.left(opened) == last)
        if self._waiting() and chunks.tags[chunks.phrases[members[0]].head] != "PN" and unserved(chunks, at) <= self._waiting():
            return None
        if adjacent and governor.lemma in TAKERS | {"tell", "inform", "let"}:
            self.stack.append(_Open("complement", members[0], self.last))
            return Clause(at, tuple(members), parent=self.last, link="complement")
        start = lead_in(chunks, opened, last)
        if chunks.kind(start) == "CC":
            return self._coordinate(at, members, start)
        if chunks.comma(opened) or chunks.comma(start):
            frame = next((frame for frame in reversed(self.stack[:-1]) if frame.verb is None), None)
            if frame is not None and not (frame.waiting and chunks.phrases[at].lemma in TAKERS):
                del self.stack[self.stack.index(frame) + 1 :]
                return Clause(at, tuple(members), parent=frame.parent, link=_link(frame))
            return self._new_main(at, members)
        if any(chunks.quote(place) for place in range(members[0] - 1, last, -1)):
            return self._new_main(at, members)
        if any(frame.verb is None and frame.waiting for frame in self.stack[:-1]):
            return None
        if chunks.kind(members[0] - 1) == "NP":
            return Clause(at, tuple(members), parent=self.last, link="relative")
        return Clause(at, tuple(members), parent=self.last, link="complement")

    def _new_main(self, at: int, members: list[int]) -> Clause:
        """A clause that hangs on nothing: ", police said". Between commas it closes nothing: "are missing, they said, and may be dead"."""
        if self.chunks.phrases[at].lemma in TAKERS and comma_follows(self.chunks, at):
            self.stack.append(_Open("", members[0]))
            return Clause(at, tuple(members))
        self.stack = [_Open("", members[0])]
        return Clause(at, tuple(members))

    def _coordinate(self, at: int, members: list[int], conjunction: int) -> Clause:
        """Of one rank with the clause before: "... and both sides spoke"; behind a comma with the main clause, unless it is a report."""
        chunks = self.chunks
        reported = chunks.phrases[at].perfect or chunks.phrases[at].modal == "would"
        while self.top.kind in {"relative", "adverbial"} and len(self.stack) > 1:
            self.stack.pop()
        if self.top.kind == "complement" and (not chunks.comma(conjunction - 1) or reported) and chunks.phrases[at].lemma not in TAKERS:
            return Clause(at, tuple(members), parent=self.top.parent, link="complement")
        return self._new_main(at, members)

    def _outer(self, at: int) -> Clause:
        """The verb has no noun of its own: a subject that waits outside, or the subject of the verb before."""
        chunks = self.chunks
        frame = next((frame for frame in reversed(self.stack) if frame.verb is None and frame.waiting), None)
        if frame is not None:
            del self.stack[self.stack.index(frame) + 1 :]
            return Clause(at, tuple(of_waiting(chunks, at, frame.waiting)), parent=frame.parent, link=_link(frame))
        follows = chunks.right(at)
        if (
            chunks.phrases[at].lemma in TAKERS
            and chunks.kind(follows) == "NP"
            and (chunks.comma(chunks.left(at)) or chunks.quote(at - 1))
            and not chunks.begins_clause(follows)
        ):
            self.stack = [_Open("", at)]  # ", said a police officer"
            return Clause(at, tuple(chunks.list_right(follows)))
        spoken = self._spoken_of(at)
        if spoken:
            return Clause(at, tuple(spoken), parent=self.top.verb, link="complement")
        if self._base(at) is not None:
            return self._joined(at)
        return Clause(at, (), parent=self.last)

    def _spoken_of(self, at: int) -> list[int]:
        """The subject stands behind the verb of saying, parted by commas: "the army said its troops, backed by helicopters, killed"."""
        chunks = self.chunks
        if not chunks.comma(chunks.left(at)):
            return []
        for frame in reversed(self.stack):
            if frame.verb is None:
                continue
            verb = self.found[frame.verb].verb
            behind = chunks.right(verb)
            if chunks.phrases[verb].lemma in _THAT_TAKERS and chunks.kind(behind) == "NP" and behind not in self.found[frame.verb].subjects:
                del self.stack[self.stack.index(frame) + 1 :]
                return chunks.list_right(behind)
        return []

    # --- verbs joined by "and" -----------------------------------------------------------------------------------------------------------

    def _joined(self, at: int) -> Clause:
        frame = self._base(at)
        if frame is None or frame.verb is None:
            return Clause(at, (), parent=self.last)
        del self.stack[self.stack.index(frame) + 1 :]
        return Clause(at, self.found[frame.verb].subjects, parent=frame.verb, link="and")

    def _base(self, at: int) -> _Open | None:
        """The open clause whose verb this one is joined to: of the same tense; a verb of saying rather to a verb of saying."""
        chunks = self.chunks
        open_clauses = [frame for frame in reversed(self.stack) if frame.verb is not None and self.found[frame.verb].subjects]
        if not open_clauses:
            return None
        verb = chunks.phrases[at]
        fits = [frame for frame in open_clauses if self._same_tense(self.found[frame.verb or 0].verb, at)]
        if verb.lemma in TAKERS:
            speaking = [frame for frame in fits if chunks.phrases[self.found[frame.verb or 0].verb].lemma in TAKERS]
            if speaking:
                return speaking[-1]
            if chunks.kind(chunks.right(at)) == "SUB" and fits:
                return fits[-1]
        return fits[0] if fits else open_clauses[0]

    def _same_tense(self, left: int, right: int) -> bool:
        before, after = self.chunks.phrases[left], self.chunks.phrases[right]
        if (before.perfect or before.passive) and after.end - after.start == 1 and ambiguous(self.chunks, right):
            return True
        return tense(self.chunks, before) == tense(self.chunks, after)

    # --- verbs that are not finite -------------------------------------------------------------------------------------------------------

    def _infinitive(self, at: int) -> Clause:
        """The subject is the object of the verb before, else its subject."""
        if self.last is None:
            return Clause(at, tuple(self.top.waiting[-1:]), link="infinitive")
        chunks = self.chunks
        before = chunks.left(at)
        parent = self.found[self.last]
        if chunks.kind(before) == "CC" and parent.link == "infinitive":
            return Clause(at, parent.subjects, parent=parent.parent, link="infinitive")
        behind = nearest(chunks, at, parent.verb, self._anyone()) if chunks.kind(before) == "NP" else []
        object_of = [place for place in behind if chunks.left(behind[0]) == parent.verb]
        return Clause(at, tuple(object_of or parent.subjects), parent=self.last, link="infinitive")

    def _past_attribution(self, number: int) -> int:
        """The clause before ", police said,": what follows goes on with it."""
        clause = self.found[number]
        first = min(clause.subjects, default=0)
        said = self.chunks.phrases[clause.verb].lemma in TAKERS and clause.parent is None and self.chunks.comma(first - 1)
        return number - 1 if number and said else number

    def _participle(self, at: int) -> Clause:
        """Right behind a noun a participle describes it; behind a comma it goes with the subject of its clause."""
        chunks, verb = self.chunks, self.chunks.phrases[at]
        before = chunks.left(at)
        if chunks.kind(before) == "NP":
            return Clause(at, (before,), parent=self.last, link="participle")
        if chunks.word(before) in {"of", "from", "for"} and self.last is not None and charged(chunks, self.found[self.last]):
            return Clause(at, tuple(chunks.list_right(chunks.right(self.found[self.last].verb))), parent=self.last, link="participle")
        if chunks.kind(before) == "PU" and before >= 1 and (verb.form == "participle" or (self.top.verb is None and self.top.waiting)):
            if self.top.verb is None and self.top.waiting:
                return Clause(at, tuple(chunks.list_left(self.top.waiting[-1])), parent=self.last, link="participle")
            if chunks.kind(before - 1) == "NP" and not (chunks.governed(before - 1) and chunks.head(before - 1) in TIME_NOUNS):
                return Clause(at, (before - 1,), parent=self.last, link="participle")
        if self.last is not None:
            parent = self._past_attribution(self.last) if chunks.comma(before) else self.last
            return Clause(at, self.found[parent].subjects, parent=parent, link="participle")
        following = next((place for place in range(at + 1, len(chunks)) if chunks.comma(place)), None)
        if following is not None and chunks.kind(following + 1) == "NP":
            return Clause(at, (following + 1,), link="participle")  # "Firing into the air, the gunmen ..."
        return Clause(at, tuple(self.top.waiting[-1:]), link="participle")


def _link(frame: _Open) -> str:
    """How the clause of an open frame hangs on its parent."""
    return "complement" if frame.kind == "complement" else ""
