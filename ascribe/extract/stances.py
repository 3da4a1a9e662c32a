"""How a source stands to what it tells: every stance with what speaks for it, and the one for which most does.

What speaks for a stance: that the rules read it in the words of saying; how likely the encoder thinks it at the event word, and at the cue;
that the source is who did it. Each is a sign with a name, weighed by what was fitted on gold (`python -m benchmarks.fit`).
"""

from __future__ import annotations

from collections.abc import Mapping

from ascribe.model.claims import Stance
from ascribe.model.decisions import Calibration, logit
from ascribe.model.marks import CueMark, EventMark

#: What a chance counts that an absent sign would have.
_FAINT = logit(0.01)


def signs(stance: Stance, rule: Stance | None, mark: EventMark, cue: CueMark | None, *, named: bool, own: bool) -> dict[str, float]:
    """What speaks for a stance. `rule`: what the rules read; `cue`: by which the source speaks; `own`: the source did it itself.

    How much the encoder's word counts depends on what the rules read: a stance that they know by its words, the plain one, or nothing.
    """
    beside = "alone" if rule is None else "beside plain words" if rule is Stance.REPORTED else "beside telling words"
    found = {stance.value: 1.0, f"word, {beside}": logit(mark.choices["stance"][stance]) - _FAINT}
    if cue is not None:
        found[f"cue, {beside}"] = logit(cue.choices["stance"][stance]) - _FAINT
    if rule is stance:
        found |= {"rules": 1.0, f"rules, {stance}": 1.0}
    if own:
        found[f"own, {stance}"] = 1.0
    found[f"{'somebody' if named else 'nobody'}, {stance}"] = 1.0
    return found


def every(rule: Stance | None, mark: EventMark, cue: CueMark | None, *, named: bool, own: bool) -> dict[Stance, dict[str, float]]:
    """The signs of every stance."""
    return {stance: signs(stance, rule, mark, cue, named=named, own=own) for stance in Stance}


def likeliest(found: Mapping[Stance, Mapping[str, float]], weights: Calibration) -> Stance:
    """The stance for which most speaks."""
    return max(found, key=lambda stance: weights.chance(found[stance]))
