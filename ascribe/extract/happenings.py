"""Event words -> mentions: which words of a sentence tell of a happening, and who, whom, where, when, with what, how many.

Event nouns are read in nouns.py and event verbs in verbs.py, their roles filled in roles.py, people counted in casualties.py, and what
tells of one happening is joined in joining.py. A weak word makes no record without arms, harm or a warring party beside it.
"""

from __future__ import annotations

from ascribe.extract.accidents import is_accident
from ascribe.extract.casualties import sides
from ascribe.extract.joining import joined
from ascribe.extract.mention import Mention
from ascribe.extract.nouns import from_nouns
from ascribe.extract.scene import Scene
from ascribe.extract.verbs import from_verbs
from ascribe.model.claims import EventType
from ascribe.model.parties import Kind

#: No sentence of reporting tells of more; a list of the words alone must not cost more than its length.
MOST = 30

__all__ = ["keep", "mentions", "sides"]


def mentions(scene: Scene) -> list[Mention]:
    """Every mention in one sentence, those that tell of one happening already joined."""
    found = [*from_nouns(scene), *from_verbs(scene)]
    found.sort(key=lambda mention: (mention.start, mention.end))
    del found[MOST:]
    told = [mention for mention in joined(scene, found) if not is_accident(scene, mention)]
    for mention in told:
        _by_a_crowd(mention)
    truces = {mention.clause for mention in told if mention.frame.name == "ceasefire" and not mention.noun}
    return [mention for mention in told if mention.clause not in truces or mention.frame.name not in {"operation", "agree", "clash"}]


def _by_a_crowd(mention: Mention) -> None:
    """What rioters alone burn, loot and attack is a riot."""
    alone = bool(mention.actors) and all(party.kind is Kind.RIOTERS for party in mention.actors)
    if alone and mention.type is EventType.ASSAULT and not mention.casualties:
        mention.type, mention.mode = EventType.PROTEST, "riot"


#: Whose operations are no fighting.
_RELIEF = frozenset({Kind.IGO, Kind.NGO, Kind.BUSINESS, Kind.MEDIA})


def keep(mention: Mention, violent: bool) -> bool:
    """A weak word makes a record only with arms, harm or a warring party beside it (see the module's rule)."""
    if mention.is_toll and not (
        mention.casualties or mention.parts or mention.victims or mention.recipients or mention.actors or mention.weapons
    ):
        return False
    if mention.frame.name == "violence":
        return bool(mention.casualties or mention.occurrences) or (violent and bool(mention.places and mention.times))
    if mention.frame.name == "incident":
        return mention.occurrences is not None and mention.occurrences.figures != (1, 1, 1)
    if not mention.frame.weak:
        return True
    if mention.frame.name in {"displace", "flee", "missing"}:
        return bool(mention.casualties)
    if mention.frame.name == "release":
        return True
    if mention.frame.name == "operation" and any(party.kind in _RELIEF for party in mention.actors):
        return False
    if mention.noun and mention.reference == "definite" and mention.frame.name == "strike":
        return violent  # "the strike": one told before
    return mention.is_armed or (violent and bool(mention.targets or mention.places))
