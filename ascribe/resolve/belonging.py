"""Which armed group another belongs to, by the word of the text: "Hamas's Qassam Brigades", "X, the armed wing of Y".

The register does not say from general knowledge whose wing a unit is that does not bear its group's name. Where the text says it, the two
are one side in that text, and their words are not two sources. Rule, for two armed groups that stand side by side in a sentence:
1. the second behind the first one's possessive, with nothing but words such as "armed" or "elite" between, or behind "and its armed wing":
   it belongs to the first;
2. one behind the other and a comma, where one is called "the armed wing of" somebody: the other belongs to that somebody.
What has a parent in the register keeps it, and nobody is given a parent that belongs to him.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ascribe.model.parties import ARMED, STATE, Party
from ascribe.model.reading import Reading

_ARM = r"(?:armed|military|fighting) (?:wing|branch|arm)"
_ITS = re.compile(r"['’]s?(?: (?:elite|armed|military|special|own|the|militia|wing|unit|force))* ?", re.IGNORECASE)
_AND_ITS = re.compile(r"(?:,? and its|,? whose) (?:armed|military) (?:wing|branch|arm),? (?:the )?", re.IGNORECASE)
_BESIDE = re.compile(r", ?(?:the )?", re.IGNORECASE)
_ITS_WING = re.compile(rf"['’]s? {_ARM}\b", re.IGNORECASE)
_WING = re.compile(rf"\b{_ARM}\b", re.IGNORECASE)


def by_the_text(reading: Reading, names: Sequence[Party]) -> tuple[Party, ...]:
    """The names, those of a group with the parent that the text gives it anywhere."""
    text = reading.document.text
    parents: dict[str, str] = {}
    named = [party for party in names if party.id is not None and party.kind in ARMED - STATE]
    for first, second in pairwise(_outermost(named)):
        between = text[first.end : second.start]
        part, whole = (first, second) if _is_called_wing(text, second) else (second, first)
        if part.parent is None and part.id != whole.id and _says_so(text, between, whole) and parents.get(whole.id or "") != part.id:
            parents.setdefault(part.id or "", whole.id or "")
    return tuple([replace(party, parent=parents[party.id]) if party.id in parents and party.parent is None else party for party in names])


def _says_so(text: str, between: str, whole: Party) -> bool:
    if _BESIDE.fullmatch(between) is not None:
        return _is_called_wing(text, whole)
    return _ITS.fullmatch(between) is not None or _AND_ITS.fullmatch(between) is not None


def _is_called_wing(text: str, party: Party) -> bool:
    """The name is "the armed wing of X", or the X of "X's armed wing"."""
    return _WING.search(party.name) is not None or _ITS_WING.match(text, party.end) is not None


def _outermost(names: Sequence[Party]) -> list[Party]:
    """The names that lie in no other, in order: "the armed wing of Hamas" and not the "Hamas" in it."""
    kept: list[Party] = []
    for party in sorted(names, key=lambda party: (party.start, -party.end)):
        if not kept or party.start >= kept[-1].end:
            kept.append(party)
    return kept
