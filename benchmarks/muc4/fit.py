"""Fits which of the encoder's fillers count, and which make one template, on MUC-4 dev; writes `benchmarks/data/muc4.json`.

python -m benchmarks.muc4.fit DEV --train TRAIN [--show]

DEV and TRAIN are the corpus' files. Of TRAIN only the keys are read: how often words filled a role there. Weights and thresholds are
fitted on DEV, and what is printed are scores of ten folds by document, each scored by what was fitted on the others. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from ascribe.model.reading import Reading
from benchmarks.coding import readings
from benchmarks.fitting import FOLDS, fold, weighed
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.tally import Tally, total
from benchmarks.muc4 import marked, scores
from benchmarks.muc4.keys import ROLES, Key, Template, key_of, normal
from benchmarks.muc4.templates import from_json, templates

#: How freely weights may grow (the inverse of what holds them back).
FREE = 1.0
LEVELS = tuple(n / 100 for n in range(15, 55, 5))
TOGETHER = (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)


@dataclass(frozen=True)
class Text:
    """One document: its key, its reading, the templates of its claims, its candidates with their signs."""

    line: Line
    key: Key
    reading: Reading
    by_claims: list[dict[str, Any]]
    signs: list[dict[str, float]]
    right: list[bool]


def read(lines: Sequence[Line], kinds: Mapping[str, tuple[int, int]]) -> list[Text]:
    """Every document, coded, with its candidates."""
    made = []
    for line, reading in readings(lines, "documents", "full", lambda line: (line.get("dateline") or {}).get("date"), fillers=True):
        key, by_claims = key_of(line), templates(reading)
        found = marked.candidates(reading, line["body_start"], by_claims)
        right = [any(normal(c.words) in {normal(words) for words in entity} for entity in key.pooled[c.role]) for c in found]
        made.append(Text(line, key, reading, by_claims, [marked.signs(c, reading, kinds) for c in found], right))
    return made


def kinds_of(lines: Sequence[Line]) -> dict[str, tuple[int, int]]:
    """For each role and string that fills it twice or more in these keys: in how many texts it does, and in how many it stands."""
    filled: Counter[str] = Counter()
    for line in lines:
        pooled = key_of(line).pooled
        filled.update({f"{role} {normal(words)}" for role in ROLES for entity in pooled[role] for words in entity})
    texts = [f" {normal(' '.join(line['text'].split()))} " for line in lines]
    often = {name: count for name, count in filled.items() if count > 1}
    stood = {words: sum(f" {words} " in text for text in texts) for words in {name.split(" ", 1)[1] for name in often}}
    return {name: (count, stood[name.split(" ", 1)[1]]) for name, count in sorted(often.items())}


def weigh(texts: Sequence[Text]) -> dict[str, float]:
    """Weights of the signs by logistic regression."""
    return weighed([signs for text in texts for signs in text.signs], [is_right for text in texts for is_right in text.right], FREE)


def settle(texts: Sequence[Text], weights: marked.Weights) -> marked.Weights:
    """The threshold that is best for fillers and templates together, then the one for what belongs together."""
    levels = {least: _worth(texts, replace(weights, least=least)) for least in LEVELS}
    weights = replace(weights, least=max(levels, key=lambda least: levels[least]))
    nearness = {least: _worth(texts, replace(weights, together=least)) for least in TOGETHER}
    weights = replace(weights, together=max(nearness, key=lambda least: nearness[least]))
    firm = {fact: firmness(texts, replace(weights, fact=fact)).end_to_end.f1 for fact in (1.0, 0.7, 0.5, 0.35)}
    return replace(weights, fact=max(firm, key=lambda fact: firm[fact]))


def firmness(texts: Sequence[Text], weights: marked.Weights) -> scores.FirmnessScore:
    """How firmly organisations are named, over all documents."""
    return sum((scores.firmness(text.key, answer) for text, answer in _answered(texts, weights)), scores.FirmnessScore())


def _answered(texts: Sequence[Text], weights: marked.Weights) -> list[tuple[Text, tuple[Template, ...]]]:
    answers = (marked.templates(text.reading, text.line["body_start"], text.by_claims, weights) for text in texts)
    return [(text, from_json(answer)) for text, answer in zip(texts, answers, strict=True)]


def _worth(texts: Sequence[Text], weights: marked.Weights) -> float:
    ree, whole = scored(texts, weights)
    return total(ree).f1 + total(whole).f1


def scored(texts: Sequence[Text], weights: marked.Weights) -> tuple[list[Tally], list[Tally]]:
    """CEAF-REE and CEAF-TF of every document."""
    pairs = [(text.key, answer) for text, answer in _answered(texts, weights)]
    return [total(scores.ree(*pair).values()) for pair in pairs], [total(scores.template_f1(*pair).values()) for pair in pairs]


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--train", type=Path, required=True, metavar="TRAIN")
    parser.add_argument("--show", action="store_true", help="write nothing")
    asked = parser.parse_args()
    kinds = kinds_of(read_lines(asked.train))
    texts = read(read_lines(asked.data), kinds)
    ree: list[Tally] = []
    whole: list[Tally] = []
    firm = scores.FirmnessScore()
    for held in range(FOLDS):
        learn, ask = [t for t in texts if fold(t.line["docid"]) != held], [t for t in texts if fold(t.line["docid"]) == held]
        mine = settle(learn, marked.Weights(weigh(learn), 0.3, 0.5, 1.0, kinds))
        parts = scored(ask, mine)
        ree, whole, firm = ree + parts[0], whole + parts[1], firm + firmness(ask, mine)
    print(f"ten folds: CEAF-REE {total(ree)}; CEAF-TF {total(whole)}; organisations with how firmly {firm.end_to_end}")
    print(f"recall of values other than {scores.FACT}: {100 * firm.recall_not_fact:.1f}")
    weights = settle(texts, marked.Weights(weigh(texts), 0.3, 0.5, 1.0, kinds))
    ree, whole = scored(texts, weights)
    print(f"fitted on all: CEAF-REE {total(ree)}; CEAF-TF {total(whole)}; least {weights.least}, together {weights.together}")
    if not asked.show:
        made = {"signs": weights.signs, "least": weights.least, "together": weights.together, "fact": weights.fact, "kinds": weights.kinds}
        marked.WEIGHTS.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
