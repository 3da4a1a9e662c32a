"""Fits how rules and encoder are weighed, and how sure a claim is, on the corpus' dev part; writes `ascribe/knowledge/decisions.json`.

python -m benchmarks.fit DATA [--choose] [--plots FOLDER] [--show]

DATA is the built dev part of the corpus, with its gold. The signs of every claim (`extract/confidence.py`) are weighed by logistic
regression against whether the claim is right: happening, source, stance and figures. Below which chance a claim is left out is the least
that is nearly best for F1, on chances that were fitted without the document (ten folds). `--choose` first tries other thresholds of the
combination, one after the other, and keeps what makes F1 better by a tenth of a point. `--plots` draws how well the chances hold. `--show`
prints a reliability table and writes nothing. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from ascribe.extract.code import Claims
from ascribe.extract.sayings import Sayings
from ascribe.knowledge import decisions as kept
from ascribe.knowledge import words as word_lists
from ascribe.link.events import Events
from ascribe.model.decisions import Calibration, Choice, Decisions
from ascribe.model.reading import Reading
from benchmarks.coding import readings
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.reliability import drawn, expected_error, table
from benchmarks.metrics.tally import Tally, matched, total
from benchmarks.stance.__main__ import written
from benchmarks.stance.scores import Scored

FOLDS = 10
#: A claim is left out only where that makes F1 better by more than this: whoever reads the records can sift, and sees the chance.
NEARLY = 0.003
TITLES = {"rules": "rules alone", "both": "rules and encoder"}
#: What `--choose` tries for each threshold.
TRIED: dict[str, tuple[Any, ...]] = {
    "alone": (0.5, 0.6, 0.7, 0.8, 0.9),
    "told": (0.3, 0.5, 0.7),
    "same": (0.3, 0.4, 0.5, 0.6, 0.7),
    "type_margin": (0.3, 0.6, 0.8, 0.95, 2.0),
    "stance_margin": (0.3, 0.6, 0.8, 0.95, 2.0),
    "kind_margin": (0.0, 0.3, 0.6, 0.9),
    "role": (0.4, 0.5, 0.6, 0.7),
    "source": (0.5, 0.65, 0.8, 0.9, 2.0),
    "cue": (0.4, 0.5, 0.6, 0.7, 0.8),
}


@dataclass(frozen=True, slots=True)
class Recorder(Calibration):
    """Remembers the signs of every claim that it is asked about, in order."""

    seen: list[Mapping[str, float]] = field(default_factory=list)

    def chance(self, signs: Mapping[str, float]) -> float:
        """Even, for every claim."""
        self.seen.append(signs)
        return 0.5


@dataclass(frozen=True, slots=True)
class Coded:
    """One document: its gold, what was coded of it, and the signs of each claim."""

    scored: Scored
    signs: tuple[Mapping[str, float], ...]

    @property
    def right(self) -> list[bool]:
        """Of each claim, whether all of it is right."""
        met = {id(pair.found) for pair in self.scored.pairs if pair.right}
        return [id(claim) in met for claim in self.scored.found["claims"]]


def coded(lines: Sequence[Line], marked: Sequence[Reading], choice: Choice) -> list[Coded]:
    """Every document, coded anew from readings that have their marks, or none."""
    made = []
    words = word_lists.load()
    recorder = Recorder()
    steps = (Sayings(words, choice), Claims(words, "fit", Decisions(choice, recorder, recorder)), Events())
    for line, reading in zip(lines, marked, strict=True):
        recorder.seen.clear()
        for step in steps:
            reading = step(reading)
        made.append(Coded(Scored.of(line, written(reading)), tuple(recorder.seen)))
    return made


def f1(documents: Sequence[Coded]) -> float:
    """F1 of claims, all of them kept."""
    return total(_tally(document, [1.0] * len(document.signs), 0.0) for document in documents).f1


def _tally(document: Coded, chances: Sequence[float], least: float) -> Tally:
    kept_ = [right for right, chance in zip(document.right, chances, strict=True) if chance >= least]
    return matched(sum(kept_), len(kept_), len(document.scored.gold["claims"]))


def choose(lines: Sequence[Line], marked: Sequence[Reading], choice: Choice) -> Choice:
    """One threshold after the other, the best for F1."""
    best = f1(coded(lines, marked, choice))
    print(f"F1 {100 * best:.1f} with {choice}", flush=True)
    for name, values in TRIED.items():
        for value in values:
            tried = replace(choice, **{name: value})
            reached = f1(coded(lines, marked, tried)) if tried != choice else 0.0
            if reached > best + 0.001:
                best, choice = reached, tried
        print(f"{name:14} {getattr(choice, name)!s:6}  F1 {100 * best:.1f}", flush=True)
    return choice


def fitted(documents: Sequence[Coded]) -> tuple[Calibration, list[list[float]]]:
    """The weights, the threshold, and for each document the chances that were fitted without it."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer()
    rows = vectors.fit_transform([signs for document in documents for signs in document.signs])
    right = [is_right for document in documents for is_right in document.right]
    folds = [_fold(document.scored.gold["docid"]) for document in documents for _ in document.signs]
    chances = [0.0] * len(right)
    for fold in range(FOLDS):
        learn, ask = [n for n, f in enumerate(folds) if f != fold], [n for n, f in enumerate(folds) if f == fold]
        if ask:
            model = LogisticRegression(C=0.3, max_iter=2000, fit_intercept=False).fit(rows[learn], [right[n] for n in learn])
            for n, chance in zip(ask, model.predict_proba(rows[ask])[:, 1], strict=True):
                chances[n] = float(chance)
    model = LogisticRegression(C=0.3, max_iter=2000, fit_intercept=False).fit(rows, right)
    weights = {name: round(float(w), 3) for name, w in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)}
    by_document, at = [], 0
    for document in documents:
        by_document.append(chances[at : at + len(document.signs)])
        at += len(document.signs)
    levels = [n / 100 for n in range(0, 70, 2)]
    reached = {least: total(map(_tally, documents, by_document, [least] * len(documents))).f1 for least in levels}
    least = min(level for level in levels if reached[level] >= max(reached.values()) - NEARLY)
    return Calibration(weights, least), by_document


def _fold(name: str) -> int:
    return sha256(f"fold {name}".encode()).digest()[0] % FOLDS


def report(name: str, documents: Sequence[Coded], calibration: Calibration, chances: Sequence[Sequence[float]]) -> list[tuple[float, bool]]:
    """Print what the claims that are kept are worth, and how well their chances hold; the chances with what came of them."""
    told = total(map(_tally, documents, chances, [calibration.least] * len(documents)))
    pairs = [
        (chance, right)
        for document, mine in zip(documents, chances, strict=True)
        for chance, right in zip(mine, document.right, strict=True)
        if chance >= calibration.least
    ]
    print(f"{name}: claims from {calibration.least:.2f} on: {told}; expected calibration error {100 * expected_error(pairs):.1f}")
    print(table(pairs))
    return pairs


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the built dev part")
    parser.add_argument("--choose", action="store_true", help="choose the thresholds of the combination, too")
    parser.add_argument("--plots", type=Path, metavar="FOLDER", help="draw reliability plots there")
    parser.add_argument("--show", action="store_true", help="write nothing")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    choice = kept.load().choice
    marked = [reading for _, reading in readings(lines, "documents", "full")]
    bare = [replace(reading, marks=None) for reading in marked]
    if asked.choose:
        choice = choose(lines, marked, choice)
    made = {}
    for name, source in (("rules", bare), ("both", marked)):
        documents = coded(lines, source, choice)
        made[name], chances = fitted(documents)
        pairs = report(name, documents, made[name], chances)
        if asked.plots:
            asked.plots.mkdir(parents=True, exist_ok=True)
            path = asked.plots / f"reliability-{name}.svg"
            path.write_text(drawn(f"{TITLES[name]}: {len(pairs)} claims, ten folds", pairs), encoding="utf-8")
    if not asked.show:
        kept.FILE.write_text(kept.written(Decisions(choice, made["rules"], made["both"])), encoding="utf-8")
        print(f"written: {kept.FILE} ({', '.join(f'{f.name} {getattr(choice, f.name)}' for f in fields(choice))})")


if __name__ == "__main__":
    main()
