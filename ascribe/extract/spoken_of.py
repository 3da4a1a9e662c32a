"""Happenings that are spoken of, not told.

Rule (records.md, rule 4). Who condemns, mourns, marks or investigates a happening tells no account of it: "the president condemned the
attack". Nor
does a sentence that only ranks it: "it was the third such attack this month". Such words make no record unless they bring something of
their
own: a figure, a place, a day, a party. What somebody does as a rule ("it attacks only military targets") is no happening either, unless a
place or a
day stands beside it; the first sentence may be a headline, whose present tense tells of the past.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene

_REACTS = frozenset(
    "condemn denounce decry deplore mourn praise hail welcome celebrate mark commemorate remember investigate probe "
    "discuss lament criticise "
    "criticize describe call debate review recall honour honor avenge protest examine document film study recollect regret".split()
)
_TRENDS = frozenset("fall rise drop decline increase decrease double halve grow soar".split())
_RANKS = frozenset(
    "such latest worst deadliest bloodiest biggest largest first second third fourth fifth sixth seventh eighth ninth "
    "tenth last boldest".split()
)


def is_spoken_of(scene: Scene, mention: Mention) -> bool:
    """See the module's rule."""
    if _is_habit(scene, mention):
        return True
    if not mention.noun or mention.phrase is None or mention.clause is None or mention.casualties or mention.occurrences:
        return False
    clause = scene.parse.clauses[mention.clause]
    lemma = scene.phrase(clause.verb).lemma
    if mention.phrase in clause.subjects and lemma in _TRENDS and scene.parse.tags[scene.phrase(mention.phrase).head] == "NNS":
        return not mention.places and not mention.actors  # "murders have fallen by half"
    if mention.phrase not in clause.objects:
        return False
    if lemma == "be":
        subject = scene.head(clause.subjects[0]) if clause.subjects else ""
        return subject in {"it", "this", "that"} and bool(_RANKS & set(scene.lowers(mention.phrase)))
    if mention.recipients or mention.targets:
        return False  # "condemned the murder of the archbishop" tells of the murder
    return lemma in _REACTS and (mention.reference == "definite" or not (mention.places or mention.times))


def _is_habit(scene: Scene, mention: Mention) -> bool:
    """A verb in the simple present, with no figure, place or day, outside the headline."""
    if (
        mention.noun
        or mention.clause is None
        or scene.number == 0
        or mention.casualties
        or mention.places
        or mention.times
        or mention.weapons
    ):
        return False
    verb = scene.phrase(scene.parse.clauses[mention.clause].verb)
    return verb.form == "finite" and not verb.modal and verb.end - verb.start == 1 and scene.parse.tags[verb.head] in {"VBZ", "VB"}
