"""Happenings that are spoken of, not told.

Rule (records.md, rule 4). Who condemns, mourns, marks or investigates a happening tells no account of it: "the president condemned the
attack". Nor
does a sentence that only ranks it: "it was the third such attack this month". Such words make no record unless they bring something of
their
own: a figure, a place, a day, a party.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene

_REACTS = frozenset(
    "condemn denounce decry deplore mourn praise hail welcome celebrate mark commemorate remember investigate probe "
    "discuss lament criticise "
    "criticize describe call debate review recall honour honor avenge protest examine document film study recollect regret".split()
)
_RANKS = frozenset(
    "such latest worst deadliest bloodiest biggest largest first second third fourth fifth sixth seventh eighth ninth "
    "tenth last boldest".split()
)


def is_spoken_of(scene: Scene, mention: Mention) -> bool:
    """See the module's rule."""
    if not mention.noun or mention.phrase is None or mention.clause is None or mention.casualties or mention.occurrences:
        return False
    clause = scene.parse.clauses[mention.clause]
    if mention.phrase not in clause.objects:
        return False
    lemma = scene.phrase(clause.verb).lemma
    if lemma == "be":
        subject = scene.head(clause.subjects[0]) if clause.subjects else ""
        return subject in {"it", "this", "that"} and bool(_RANKS & set(scene.lowers(mention.phrase)))
    own = mention.places or mention.times or mention.recipients or mention.targets
    return lemma in _REACTS and (mention.reference == "definite" or not own)
