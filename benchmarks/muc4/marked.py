"""Marks of the encoder -> MUC-4 templates, with the templates made of claims as second opinion.

Rules. Words of one role that name the same thing are one candidate: the same words; a name and its last part; an organisation and its
letters. A candidate counts when its chance is high enough: a logistic regression over how sure the encoder is of its words, how often and
where they stand, whether an incident is told there, and whether the claims name it too (`python -m benchmarks.muc4.fit`). Candidates that
the encoder puts together make one template; perpetrators go with every template that they are put together with. Its type is that of most
of its words.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from pathlib import Path
from typing import Any

from ascribe.model.decisions import Calibration, logit
from ascribe.model.marks import FillerMark, Marks
from ascribe.model.reading import Reading
from benchmarks.muc4.keys import ROLES, normal
from benchmarks.muc4.scores import FACT

WEIGHTS = Path(__file__).parent.parent / "data" / "muc4.json"
_SMALL = frozenset({"of", "for", "and", "de", "la", "el", "los", "y"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may fill a role: the words that stand for it, its marks by number, and whether the claims name it."""

    role: str
    words: str
    every: tuple[str, ...]
    marks: tuple[int, ...]
    by_claims: bool


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: weights of the signs, the chance from which a candidate counts, and when two belong to one incident."""

    signs: Mapping[str, float]
    least: float
    together: float
    fact: float  # what a chance of REPORTED AS FACT weighs beside those of the other values
    kinds: Mapping[str, tuple[int, int]]  # how often words filled a role in the training keys, and how often they stood in its texts


def load(path: Path = WEIGHTS) -> Weights:
    """The weights of the file."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Weights(raw["signs"], raw["least"], raw["together"], raw["fact"], {name: (a, b) for name, (a, b) in raw["kinds"].items()})


def candidates(reading: Reading, body_start: int, by_claims: Iterable[dict[str, Any]]) -> list[Candidate]:
    """Everything that the encoder marks as a filler, or the claims name as one."""
    marks, text = reading.marks or Marks(), reading.document.text
    told = list(by_claims)
    made = []
    for role in ROLES:
        named = [bare for template in told for entity in template.get(role, ()) for words in entity if (bare := normal(words))]
        groups: list[tuple[list[str], list[int]]] = []
        for number, mark in enumerate(marks.fillers):
            words = normal(_raw(text, mark))
            if mark.role != role or mark.span.start < body_start or not words:
                continue
            known = next((group for group in groups if any(same(role, words, other) for other in group[0])), None)
            if known is None:
                known = ([], [])
                groups.append(known)
            known[0].append(words)
            known[1].append(number)
        for every, numbers in groups:
            is_told = any(same(role, words, other) for words in named for other in every)
            made.append(Candidate(role, _best(numbers, marks, text), tuple(every), tuple(numbers), is_told))
        seen = [other for every, _ in groups for other in every]
        alone = (words for words in dict.fromkeys(named) if not any(same(role, words, other) for other in seen))
        made.extend(Candidate(role, words, (words,), (), True) for words in alone)
    return made


def same(role: str, one: str, other: str) -> bool:
    """Two strings name one thing, as far as strings tell."""
    if one == other:
        return True
    a, b = one.split(), other.split()
    if role == "PerpOrg":
        short, long = sorted((a, b), key=len)
        letters = "".join(word[0] for word in long if word not in _SMALL)
        return (len(short) == 1 and len(long) > 1 and short[0] == letters) or (len(short) > 1 and set(short) <= set(long))
    return a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a))


def _raw(text: str, mark: FillerMark) -> str:
    return " ".join(text[mark.span.start : mark.span.end].split())


def _best(numbers: Sequence[int], marks: Marks, text: str) -> str:
    """The words that the encoder is surest of, the fuller of two that are nearly as sure."""
    weight: dict[str, float] = defaultdict(float)
    for number in numbers:
        weight[_raw(text, marks.fillers[number])] += marks.fillers[number].chance
    return max(weight, key=lambda words: (weight[words] * (1 + 0.15 * len(words.split())), len(words)))


def signs(candidate: Candidate, reading: Reading, kinds: Mapping[str, tuple[int, int]]) -> dict[str, float]:
    """What speaks for and against a candidate, by name."""
    marks = reading.marks or Marks()
    mine = [marks.fillers[number] for number in candidate.marks]
    chances = [mark.chance for mark in mine]
    top, told = max(chances, default=0.02), max(marks.incident, default=0.0)
    filled, stood = kinds.get(f"{candidate.role} {normal(candidate.words)}", (0, 0))
    numbers = {
        "sure": logit(top),
        "sum": log1p(sum(chances)),
        "often": log1p(len(mine)),
        "early": 1 - min((mark.span.start for mark in mine), default=len(reading.document.text)) / max(1, len(reading.document.text)),
        "told": logit(told),
        "told here": logit(max((marks.incident[mark.window] for mark in mine), default=0.02)),
        "claims": float(candidate.by_claims),
        "claims alone": float(not mine),
        "claims and sure": candidate.by_claims * top,
        "long": log1p(len(candidate.words.split())),
        "filled": log1p(filled),
        "filled share": filled / (stood + 1),
    }
    role = candidate.role
    return numbers | {role: 1.0, **{f"{role} {name}": numbers[name] for name in ("sure", "sum", "told here", "claims", "filled share")}}


def templates(reading: Reading, body_start: int, by_claims: Sequence[dict[str, Any]], weights: Weights) -> list[dict[str, Any]]:
    """The templates of one text."""
    marks = reading.marks or Marks()
    kept = [
        c
        for c in candidates(reading, body_start, by_claims)
        if Calibration(weights.signs).chance(signs(c, reading, weights.kinds)) >= weights.least
    ]
    return [_template(group, marks, weights.fact) for group in incidents(kept, marks, weights.together)]


def incidents(kept: Sequence[Candidate], marks: Marks, least: float) -> list[list[Candidate]]:
    """Candidates that belong together. What was hit and with what makes the incidents; who did it joins each that it goes with."""
    things = [c for c in kept if c.role not in {"PerpInd", "PerpOrg"}]
    groups: list[list[Candidate]] = []
    for thing in things:
        fitting = max(groups, key=lambda group: _nearness(thing, group, marks), default=None)
        if fitting is not None and _nearness(thing, fitting, marks) >= least:
            fitting.append(thing)
        else:
            groups.append([thing])
    if not groups and kept:
        return [list(kept)]
    bare = [list(group) for group in groups]
    for who in (c for c in kept if c.role in {"PerpInd", "PerpOrg"}):
        near = [_nearness(who, group, marks) for group in bare]
        for group, how in zip(groups, near, strict=True):
            if how >= least or how == max(near):
                group.append(who)
    return groups


def _nearness(one: Candidate, group: Sequence[Candidate], marks: Marks) -> float:
    """The average, over the group, of the best chance that two of their words are of one incident; even where nothing is known."""
    found = [max((marks.together.get((min(a, b), max(a, b)), 0.5) for a in one.marks for b in other.marks), default=0.5) for other in group]
    return sum(found) / len(found)


def _template(group: Sequence[Candidate], marks: Marks, fact: float) -> dict[str, Any]:
    mine = [marks.fillers[number] for candidate in group for number in candidate.marks]
    roles = {role: [[c.words] for c in group if c.role == role] for role in ROLES}
    firm = {c.words: _firmness([marks.fillers[n] for n in c.marks], fact) for c in group if c.role == "PerpOrg"}
    return {"incident_type": _kind(mine), **roles, "org_confidence": firm}


def _kind(marks: Iterable[FillerMark]) -> str:
    weight: dict[str, float] = defaultdict(float)
    for mark in marks:
        for kind, share in mark.incident.items():
            weight[kind] += mark.chance * share
    return max(weight, key=lambda kind: weight[kind], default="attack")


def _firmness(marks: Sequence[FillerMark], fact: float) -> str:
    weight: dict[str, float] = defaultdict(float)
    for mark in marks:
        for value, share in mark.firmness.items():
            weight[value] += mark.chance * share * (fact if value == FACT else 1.0)
    return max(weight, key=lambda value: weight[value], default=FACT)
