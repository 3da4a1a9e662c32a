"""What of a sentence a speaker says: what follows the verb, or what stands before it when the speaker comes last.

Rules. The words of a leading speaker end at a semicolon, and before "but" or "while" with a speaker of its own. A speaker between commas
or at
the end speaks all that no earlier one has spoken. "Said the mayor" behind a comma or a quotation is turned round: the mayor speaks.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

from ascribe.extract.scene import Scene
from ascribe.extract.speakers import subjects
from ascribe.model.grammar import Clause

_TURNED = frozenset(
    "say add explain recall note report write warn claim declare insist admit ask reply remark announce recount argue".split()
)
_CONTRAST = frozenset({"but", "while", "although", "though", "whereas"})
_QUOTES = "\"“”«»‘'"
_HEARERS = frozenset({"tell", "quote", "brief", "inform", "say", "add"})


class Words(Protocol):
    """A stretch of words with its speaker, as far as sharing a sentence among speakers needs it."""

    start: int
    end: int
    verb_start: int
    verb_end: int
    trailing: bool


def is_mark(scene: Scene, at: int, marks: str) -> bool:
    """The phrase is one of these marks."""
    return scene.phrase(at).kind == "PU" and scene.tokens[scene.phrase(at).start].text.replace("''", '"')[:1] in marks


def inverted(scene: Scene, clause: Clause) -> int | None:
    """The speaker behind the verb: '..., said Maria Lopez, the mayor' or '..." said the mayor, "and ...'."""
    phrases = scene.parse.phrases
    verb, at = scene.phrase(clause.verb), clause.verb
    if verb.lemma not in _TURNED or verb.form != "finite" or verb.end - verb.start > 1 or at == 0 or at + 1 >= len(phrases):
        return None
    if not is_mark(scene, at - 1, ",—–-" + _QUOTES) or phrases[at + 1].kind != "NP":
        return None
    place = at + 2
    while place < len(phrases) and phrases[place].kind in {"P", "NP", "TM", "RB"}:
        place += 1
    ends = place >= len(phrases) or phrases[place].kind in {"PU", "WH", "CC", "SUB"}
    return at + 1 if ends else None


def trails(scene: Scene, clause: Clause) -> bool:
    """What is said stands before: "..., police said." or "The gunmen, police said on Tuesday, killed"."""
    phrases = scene.parse.phrases
    first = min([at for at in subjects(scene, clause) if at < clause.verb] + [clause.verb])
    place = first - 1
    while place >= 0 and phrases[place].kind in {"RB", "P", "NP"} and not is_mark(scene, place, ","):
        if phrases[place].kind == "NP" and place == 0:
            break
        place -= 1
    if place < 0 or not is_mark(scene, place, ",”\"'’—–"):
        return False
    quoted = place > 0 and (is_mark(scene, place, "”\"'’") or is_mark(scene, place - 1, "”\"'’"))
    if not quoted and not any(p.kind == "VG" or scene.event(n) is not None for n, p in enumerate(phrases[:place])):
        return place > 0 and _between_commas(scene, clause)
    if clause.objects and scene.phrase(clause.verb).lemma not in _HEARERS and not all(at in clause.subjects for at in clause.objects):
        return False
    return _stops(scene, clause)


def _between_commas(scene: Scene, clause: Clause) -> bool:
    """As in "The gunmen, police said, killed": a speaker between the subject and its verb."""
    after = clause.verb + 1
    phrases = scene.parse.phrases
    while after < len(phrases) and phrases[after].kind in {"RB", "TM"}:
        after += 1
    return after < len(phrases) and is_mark(scene, after, ",") and any(p.kind == "VG" for p in phrases[after:])


def _stops(scene: Scene, clause: Clause) -> bool:
    """Nothing that could be said stands right behind the verb and its hearers."""
    phrases = scene.parse.phrases
    after = clause.verb + 1
    while after < len(phrases) and phrases[after].kind in {"RB", "TM", "P", "NP"}:
        after += 1
    if after >= len(phrases) or scene.tokens[phrases[after].start].text in ".,;:\"”—–'":
        return True
    return phrases[after].kind in {"CC", "SUB"} and scene.tokens[phrases[after].start].lower in {"as", "while", "and", "but"}


def has_complement(scene: Scene, clause: Clause, marked: bool = False) -> bool:
    """A clause or a quotation follows the verb; `marked`: only one that says so, by "that" or by a mark."""
    phrases = scene.parse.phrases
    place = clause.verb + 1
    while place < len(phrases) and phrases[place].kind in {"RB", "TM", "P"}:
        place += 2 if phrases[place].kind == "P" and place + 1 < len(phrases) and phrases[place + 1].kind == "NP" else 1
    if place >= len(phrases):
        return False
    mark = scene.tokens[phrases[place].start].text
    if phrases[place].kind == "SUB" or (phrases[place].kind == "PU" and mark in "\"“‘:'"):
        return True
    if phrases[place].kind == "PU" and mark == "," and place + 1 < len(phrases):
        return scene.tokens[phrases[place + 1].start].text in '"“‘'
    if phrases[place].kind == "NP" and not marked:
        return any(
            c.verb > place
            and scene.phrase(c.verb).form == "finite"
            and any(s >= place for s in c.subjects)
            and c.link in {"complement", ""}
            for c in scene.parse.clauses
        )
    return phrases[place].kind == "VG" and not marked


def fronted(scene: Scene, clause: Clause) -> bool:
    """Only times and prepositional phrases stand before the speaker: "As for the raid, ...", "After Monday's bombing ..."."""
    first = min([*clause.subjects, clause.verb])
    return (
        first > 0
        and scene.phrase(0).kind in {"P", "TM", "RB"}
        and all(p.kind in {"P", "NP", "TM", "RB", "PU"} for p in scene.parse.phrases[:first])
    )


def tells_object(scene: Scene, clause: Clause) -> bool:
    """The object is a happening or a number of people: "recorded 34 attacks", "reports 92"."""
    return any(scene.event(at) is not None or scene.count(at) is not None for at in clause.objects)


def said(scene: Scene, clause: Clause, trailing: bool) -> tuple[int, int]:
    """What is said, as a stretch of the sentence."""
    if trailing:
        return scene.sentence.start, scene.sentence.end
    end = scene.phrase(clause.verb).end
    return scene.tokens[end - 1].end, _until(scene, end)


def _until(scene: Scene, first: int) -> int:
    """Where the words of a leading speaker end."""
    for at in range(first, len(scene.tokens)):
        token = scene.tokens[at]
        if token.text == ";":
            return token.start
        if (
            at > first
            and (token.lower in _CONTRAST or (token.lower == "and" and scene.tokens[at - 1].text == ","))
            and _speaker_behind(scene, at, token.lower)
        ):
            return token.start
    return scene.sentence.end


def _speaker_behind(scene: Scene, at: int, word: str) -> bool:
    """A new speaker stands right behind this word, or, after "but" and "while", at the end: "but five died, a doctor said"."""
    verbs, idle = scene.words.speech.verbs, 3
    for clause in scene.parse.clauses:
        if scene.phrase(clause.verb).start <= at or scene.phrase(clause.verb).lemma not in verbs:
            continue
        subjects = [scene.phrase(s).start for s in clause.subjects if scene.phrase(s).start > at]
        if subjects and min(subjects) - at <= idle and _other(scene, clause):
            return True
        if subjects and word in _CONTRAST and trails(scene, clause):
            return True
    return False


def _other(scene: Scene, clause: Clause) -> bool:
    """The speaker is somebody, not a pronoun that goes on with the same one."""
    return not all(scene.lowers(at)[0] in {"it", "he", "she", "they"} for at in clause.subjects)


def share(found: Sequence[Words]) -> None:
    """Speakers that come behind their words share the sentence in the order in which they come."""
    trailing = sorted((words for words in found if words.trailing), key=lambda words: words.verb_start)
    for early, late in pairwise(trailing):
        early.end = min(early.end, max(early.verb_end, early.start))
        late.start = max(late.start, early.verb_end)
    leading = [words for words in found if not words.trailing and words.verb_start >= 0]
    for last in trailing[-1:]:
        for words in leading:
            if words.verb_start > last.verb_start and words.start > last.verb_end:
                last.end = min(last.end, words.verb_start)
