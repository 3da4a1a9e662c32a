"""Where the subject of a finite verb stands: the nearest free noun phrase, one that a place has swallowed, one behind the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.annotate.chunks import TAKERS, Chunks
from ascribe.annotate.participles import verbs_ahead
from ascribe.model.grammar import Clause, Phrase

#: Verbs whose object does what a preposition and an -ing form tell.
_CHARGES = frozenset(
    "accuse suspect charge convict acquit stop prevent blame criticise criticize "
    "thank praise condemn arrest sentence try detain denounce fault "
    "keep bar ban discourage dissuade deter".split()
)


def nearest(chunks: Chunks, at: int, low: int, waits: bool) -> list[int]:
    """The free noun phrase nearest to the left, with its list, but not past `low`; `waits`: a subject waits for a verb already."""
    place = at - 1
    while place > low:
        kind = chunks.kinds[place]
        if kind == "NP":
            members = [member for member in chunks.list_left(place) if member > low]
            if chunks.kind(members[0] - 1) != "P":
                return _own(chunks, members, at)
            if len(members) > 1 and not waits:
                comma = next((n for n in range(len(members) - 1, 0, -1) if chunks.comma(members[n] - 1)), len(members) - 1)
                return members[comma:]  # "went to the gate and soldiers fired"
            place = members[0] - 2
            if place > low and chunks.kinds[place] == "P":
                place -= 1
        elif kind in {"SUB", "WH", "VG", "CC"} or chunks.comma(place) or chunks.hard(place):
            return []
        else:
            place -= 1
    return []


def _own(chunks: Chunks, members: list[int], at: int) -> list[int]:
    """Of a list behind a verb, what belongs to the next verb: "issued a warning and its shares fell"."""
    before = chunks.left(members[0])
    if len(members) > 1 and chunks.kind(before) == "VG" and chunks.phrases[before].lemma not in TAKERS and chunks.finite(at):
        return members[-1:]
    return members


def of_waiting(chunks: Chunks, at: int, waiting: list[int]) -> list[int]:
    """Behind a comma the first that waits, else the nearest, each with its list: "X, a spokesman for the group, said"."""
    if chunks.comma(chunks.left(at)):
        return [place for place in chunks.list_right(waiting[0]) if place < at]
    return chunks.list_left(waiting[-1])


def swallowed(chunks: Chunks, at: int) -> bool:
    """The subject stands unmarked behind a place or a time: "in Kunduz gravediggers worked"."""
    if chunks.kind(at - 1) != "NP" or chunks.kind(at - 2) != "P" or not chunks.finite(at):
        return False
    phrase = chunks.phrases[at - 1]
    left, right = chunks.tags[phrase.end - 2], chunks.tags[phrase.end - 1]
    if (
        phrase.end - phrase.start < 2
        or phrase.head != phrase.end - 1
        or left not in {"NN", "NNP", "NNS"}
        or not (right == "NNS" or (left == "NNP" and right == "NN"))
    ):
        return False
    return verbs_ahead(chunks, at + 1) <= 0


def parenthetical(chunks: Chunks, at: int, waiting: Sequence[int]) -> bool:
    """A verb of saying and its speaker between commas: "troops, he said, had not been told"."""
    if len(waiting) < 2 or chunks.phrases[at].lemma not in TAKERS or chunks.comma(chunks.left(at)):
        return False
    return comma_follows(chunks, at) and any(chunks.comma(place) for place in range(waiting[0], at))


def comma_follows(chunks: Chunks, at: int) -> bool:
    """A comma stands right behind the verb, or behind its adverbs."""
    after = at + 1
    while chunks.kind(after) in {"TM", "RB"}:
        after += 1
    return chunks.comma(after)


def said_by(chunks: Chunks, at: int) -> bool:
    """The speaker stands behind the verb, and no verb follows him: ", say those who live there"."""
    follows = chunks.right(at)
    if chunks.phrases[at].lemma != "say" or not (chunks.comma(chunks.left(at)) or chunks.quote(at - 1)) or chunks.kind(follows) != "NP":
        return False
    return not chunks.begins_clause(follows) and chunks.head(follows) not in {"nothing", "something", "it", "this", "little", "much"}


def lead_in(chunks: Chunks, at: int, low: int) -> int:
    """What stands before the adverbials that lead a clause in: "and by evening a curfew"."""
    place = at
    while place > low:
        if chunks.kinds[place] in {"TM", "RB"}:
            place -= 1
        elif chunks.kinds[place] in {"NP", "TM"} and chunks.kind(place - 1) == "P":
            place -= 2
        elif chunks.comma(place) and chunks.kind(place - 1) == "CC":
            place -= 1
        else:
            break
    return place if chunks.kind(place) == "CC" else at


def unserved(chunks: Chunks, at: int) -> int:
    """How many finite verbs, from this one to the next hard stop, have no noun phrase of their own right before them."""
    count = 1
    for place in range(at + 1, len(chunks)):
        if chunks.hard(place):
            break
        if chunks.kinds[place] in {"WH", "SUB"}:
            count -= 1
        elif chunks.finite(place) and (chunks.kind(chunks.left(place)) != "NP" or chunks.governed(chunks.left(place))):
            count += chunks.kind(chunks.left(place)) != "CC"
    return count


def tense(chunks: Chunks, verb: Phrase) -> str:
    """Past or present, from the first word of the group."""
    tag, word = chunks.tags[verb.start], chunks.tokens[verb.start].lower
    if tag in {"VBD", "VBN"}:
        return "past"
    if tag in {"BE", "HAVE", "DO", "MD"}:
        return (
            "past"
            if word in {"was", "were", "had", "did", "would", "could", "might", "wasn't", "weren't", "hadn't", "didn't"}
            else "present"
        )
    return "present"


def charged(chunks: Chunks, clause: Clause) -> bool:
    """The verb charges its object with a deed: "accused soldiers of killing nine", "stopped them from leaving"."""
    verb = chunks.phrases[clause.verb]
    return verb.lemma in _CHARGES and not verb.passive and chunks.kind(chunks.right(clause.verb)) == "NP"


def wish(chunks: Chunks, clause: Clause) -> None:
    """A base form behind a singular subject tells what should be: "demanded that the army withdraw"."""
    verb = chunks.phrases[clause.verb]
    if clause.link != "complement" or verb.modal or len(clause.subjects) != 1 or chunks.tags[verb.start] != "VB":
        return
    if chunks.tags[chunks.phrases[clause.subjects[0]].head] in {"NN", "NNP"}:
        chunks.replace(clause.verb, replace(verb, modal="should"))
