"""Long-running states of affairs: "for years", "has been the site of", "often", "regularly". They are background, not happenings."""

from __future__ import annotations

import re

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType, Granularity

_LONG = re.compile(
    r"\b(for (?:many |several |the past \w+ |more than \w+ |over \w+ |nearly \w+ |almost \w+ |\w+ )?(?:years|decades|"
    r"generations)|over the (?:years|decades|past \w+ years)|"
    r"decades[- ](?:old|long)|years[- ]long|long-running|long-standing|since (?:the )?(?:1[89]|20)\d\d|regularly|"
    r"frequently|routinely|often|"
    r"repeatedly|has been the (?:site|scene)|have been the (?:site|scene)|known for|history of|year-old (?:insurgency|"
    r"conflict|war|rebellion)|"
    r"leading to attacks|commonplace|in recent years|throughout the (?:war|conflict)|during the (?:civil )?war)\b",
    re.IGNORECASE,
)


def is_background(scene: Scene, mention: Mention) -> bool:
    """A word of long duration stands in the sentence, and nothing makes this one happening."""
    if mention.type is not EventType.ASSAULT or (mention.times and any((time.days or 99) <= 31 for time in mention.times)):
        return False
    if mention.granularity is Granularity.SINGLE and (
        mention.casualties and any(c.count.best and c.count.best < 100 for c in mention.casualties)
    ):
        return False
    text = scene.reading.document.text[scene.sentence.start : scene.sentence.end]
    return _LONG.search(text) is not None and not (mention.occurrences or mention.reference == "definite")


def in_passing(scene: Scene, mention: Mention) -> bool:
    """What somebody often does, told in a relative clause that only describes them ("who often admit to raids"): no record."""
    if mention.clause is None or mention.casualties or mention.occurrences or mention.places:
        return False
    return scene.parse.clauses[mention.clause].link == "relative"
