"""Happenings told together: "since May", "over the past year", "in the conflict" count many that are not told one by one.

Rule. Figures over a stretch of time that the words mark as such ("since", "over the past", "in the first half of", "between ... and"), or
over a war, a conflict or unrest as a whole, tell of many happenings together. A day, a week or a month that only dates one happening does
not.
"""

from __future__ import annotations

import re

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType, Granularity

_STRETCH = re.compile(
    r"(?:since|over the (?:past|last|same|previous)|in the (?:past|last) (?:\w+ )?(?:weeks|months|years|decade|year)|in the first|"
    r"throughout|in the second half|so far|in (?:two|three|four|five|six|seven|\d+) (?:days|weeks|months|years)|between|"
    r"during the (?:past|last|first)|this year|last year|from .+ to|in the (?:whole|course) of)\b",
    re.IGNORECASE,
)
_WARS = frozenset("conflict war insurgency rebellion revolt uprising unrest violence fights feuds disorder crackdown campaign".split())


def told_together(scene: Scene, mention: Mention) -> None:
    """Mark a mention as an aggregate when its figures span a stretch of time or a whole conflict."""
    if mention.type not in {EventType.ASSAULT, EventType.COERCE} or mention.granularity is not Granularity.SINGLE:
        return
    if not mention.casualties and not mention.occurrences and not mention.victims:
        return
    if _spans_time(scene, mention) or _spans_war(scene, mention):
        mention.granularity = Granularity.AGGREGATE
        if mention.reference == "toll":
            mention.reference = "plural"


def _spans_time(scene: Scene, mention: Mention) -> bool:
    """A stretch of time stands with it."""
    text = scene.reading.document.text
    for time in mention.times:
        if time.start_offset is None or time.end_offset is None:
            continue
        year = (time.days or 0) > 300
        words = text[max(scene.sentence.start, time.start_offset - 12) : time.end_offset].lower()
        if ((time.days or 99) > 1 and _STRETCH.search(words)) or (year and (time.days or 0) < 400 and mention.is_toll):
            return True
    begin, end = mention.extent
    return begin < end and mention.is_toll and _DAYS_OF.search(text[begin:end]) is not None


_DAYS_OF = re.compile(
    r"\bfor (?:years|decades|months|generations)\b|\bin (?:two|three|four|five|six|seven|ten|\d+) (?:days|weeks|months|years)\b",
    re.IGNORECASE,
)


def _spans_war(scene: Scene, mention: Mention) -> bool:
    """The figures are those of a whole conflict: "killed in the conflict", "arrested in the unrest"."""
    if mention.clause is None:
        return False
    for prep, members in scene.parse.clauses[mention.clause].preps:
        if scene.preposition(prep) in {"in", "during", "throughout"} and any(scene.head(at) in _WARS for at in members):
            return True
    return False
