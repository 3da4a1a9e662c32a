"""Fits by what reports are linked, on the dev half of `corpus/confusables`; writes `ascribe/knowledge/linking.json`.

python -m benchmarks.fit_linking [--show]

Fitted one after the other, for each hangs on those before it: what words weigh (how many of the articles have them), on which days the
happening of a passage was, whether two reports are of one event, and the same with the other reports of both documents in view. Pairs are
those of one article, of every two articles of a group, and of every two of different groups that share a key; a few groups retell the same
real event, so that some of the last are wrongly called different. What it is worth is said by `python -m benchmarks.confusables --folds`.
`--show` writes nothing. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from math import exp, log
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

from ascribe.knowledge import linking as kept
from ascribe.link.days import Candidate, candidates
from ascribe.link.never import never
from ascribe.link.rivals import standings
from ascribe.link.sides import Side
from ascribe.link.signs import signs
from ascribe.link.sketch import event_words
from ascribe.link.vocabulary import stems
from ascribe.model.linking import Sign, Sum, Weights
from benchmarks.fitting import weighed
from benchmarks.linking.passages import given
from benchmarks.linking.pot import Coded, Page, coded, met, sided
from corpus.confusables import groups

Floats = NDArray[np.float64]
#: How freely weights may grow: the inverse of what holds them back, signs being of equal spread.
FREE = 0.1
#: What holds back the weights of days.
HELD = 1.0
#: A stem that fewer articles have is rare.
COMMON = 3
#: From which chance on two reports are called the same, and below which they are called different. The first is likelier than not. Below
#: the second, in ten folds, one pair in 25 that met was the same (`--folds`), and clusters came out alike when those pairs were left out.
SAME = 0.5
UNSURE = 0.1
#: What is learnt from: two reports' signs, and whether they are of one event.
Row = tuple[list[Sign], bool]


def words(articles: Sequence[Coded]) -> tuple[dict[str, float], float]:
    """What each common stem weighs: the logarithm of one in how many articles has it; and what a rare one does."""
    counted = Counter(stem for each in articles for stem in set(stems(f"{each.article.title} {each.article.text}")))
    whole = len(articles) + 1
    return {stem: round(log(whole / (count + 1)), 2) for stem, count in sorted(counted.items()) if count >= COMMON}, round(
        log(whole / 2), 2
    )


def days(articles: Sequence[Coded]) -> Sum:
    """What speaks for a time being that of a happening: of all candidates of a passage, and none of them, the right ones are likeliest.

    A candidate is right that shares a day with the happening; of several the shorter count for more.
    """
    rows: list[dict[str, float]] = []
    owners: list[int] = []
    worth: list[float] = []
    passages = 0
    for each in articles:
        happenings = {happening.id: happening for happening in each.group.happenings}
        reports = given(each).reports
        for told, report in zip(each.article.tells, reports, strict=True):
            first, last = happenings[told.event].first.toordinal(), happenings[told.event].last.toordinal()
            for candidate in candidates(report, event_words(report), each.reading.times, alone=len(reports) == 1):
                rows.append(dict(candidate.signs))
                owners.append(passages)
                worth.append(_worth(candidate, first, last))
            passages += 1
    vectors = DictVectorizer()
    weights = _likeliest(vectors.fit_transform(rows), np.asarray(owners), np.asarray(worth), passages)
    names = [*vectors.get_feature_names_out(), "none"]
    return Sum({name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)})


def _worth(candidate: Candidate, first: int, last: int) -> float:
    """0 for a wrong time; less than 1 for one that is longer than a day."""
    if (candidate.first is not None and candidate.first > last) or (candidate.last is not None and candidate.last < first):
        return 0.0
    length = 400 if candidate.first is None or candidate.last is None else candidate.last - candidate.first
    return float((1 + length) ** -0.5)


def _likeliest(table: Any, owners: NDArray[np.int64], worth: Floats, passages: int) -> Floats:
    """Weights under which each passage's right candidates have most of its chance (conditional logit); the last is that of none."""
    whole = np.bincount(owners, worth, passages)
    wanted, none = worth / np.maximum(whole[owners], 1e-9), (whole == 0).astype(float)

    def cost(weights: Floats) -> tuple[float, Floats]:
        raised, rest = np.exp(np.clip(table @ weights[:-1], -30, 30)), exp(weights[-1])
        sums = np.bincount(owners, raised, passages) + rest
        chances = raised / sums[owners]
        told = (wanted * np.log(chances + 1e-12)).sum() + (none * (weights[-1] - np.log(sums))).sum()
        slope = np.append(table.T @ (wanted - chances), (none - rest / sums).sum())
        return float(HELD / 2 * weights @ weights - told), HELD * weights - slope

    found: Floats = minimize(cost, np.zeros(table.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return found


def fitted(articles: Sequence[Coded]) -> Weights:
    """All weights, of these articles."""
    table, rare = words(articles)
    weights = Weights(words=table, rare=rare, days=days(articles), same=SAME, unsure=UNSURE)
    pages = [given(each) for each in articles]
    pot = sided(pages, weights)
    pairs = list(learnt(pages, pot, weights))
    alone = [row for rows in pairs for row in rows.values()]
    weights = replace(weights, alone=_sum(alone))
    settled = [row for rows in pairs for row in _in_view(rows, weights)]
    return replace(weights, settled=_sum(settled))


#: Two reports, by their places in their pages.
Place = tuple[int, int]


def learnt(pages: Sequence[Page], pot: Sequence[Sequence[Side]], weights: Weights) -> Iterator[dict[Place, Row]]:
    """The rows of every two pages that are learnt from, and of every page alone; pairs that are ruled out are not weighed."""
    for page, sides in zip(pages, pot, strict=True):
        inside = ((a, b) for b in range(len(sides)) for a in range(b) if never(sides[a].bounds, sides[b].bounds) is None)
        yield {(a, b): _row(sides[a], page.gold[a], sides[b], page.gold[b]) for a, b in inside}
    in_group = {(a, b) for b, other in enumerate(pages) for a, one in enumerate(pages[:b]) if one.group == other.group}
    for a, b in sorted(in_group | met(pot, weights)):
        yield {
            (at, number): _row(one, pages[a].gold[at], other, pages[b].gold[number])
            for at, one in enumerate(pot[a])
            for number, other in enumerate(pot[b])
            if never(one.bounds, other.bounds) is None
        }


def _row(one: Side, gold: str | None, other: Side, other_gold: str | None) -> Row:
    return signs(one, other), gold is not None and gold == other_gold


def _in_view(rows: Mapping[Place, Row], weights: Weights) -> Iterable[Row]:
    """The rows with how each pair stands to its rivals; those of one page have none."""
    if any(name == "document: same" for told, _ in rows.values() for name, _ in told):
        return rows.values()
    standing = standings({pair: weights.alone.total(told) for pair, (told, _) in rows.items()})
    return [(told + standing[pair], same) for pair, (told, same) in rows.items()]


def _sum(rows: Sequence[Row]) -> Sum:
    """The weight of each sign. Signs are brought to one spread first, so that all are held back alike."""
    spread = _spread([told for told, _ in rows])
    weights = weighed([{name: value / spread[name] for name, value in _added(told)} for told, _ in rows], [same for _, same in rows], FREE)
    return Sum({name: round(weight / spread[name], 4) for name, weight in weights.items()})


def _added(told: Iterable[Sign]) -> Iterable[Sign]:
    """A sign that stands twice (two tolls) counts twice."""
    summed: dict[str, float] = defaultdict(float)
    for name, value in told:
        summed[name] += value
    return summed.items()


def _spread(rows: Sequence[Iterable[Sign]]) -> dict[str, float]:
    """The standard deviation of each sign, 1 for the one that is always there."""
    sums: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    for told in rows:
        for name, value in _added(told):
            sums[name] += value
            squares[name] += value * value
    whole = len(rows)
    return {name: max(squares[name] / whole - (sums[name] / whole) ** 2, 0.0) ** 0.5 or 1.0 for name in sums}


def main() -> None:
    """Fit, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="write nothing")
    asked = parser.parse_args()
    articles = list(coded(groups("dev")))
    weights = fitted(articles)
    for name in ("alone", "settled"):
        print(name)
        for sign, weight in sorted(getattr(weights, name).weights.items()):
            print(f"  {weight:8.3f}  {sign}")
    if not asked.show:
        data = sha256("\n".join(each.article.text for each in articles).encode()).hexdigest()[:16]
        kept.FILE.write_text(kept.written(weights, f"corpus/confusables dev, {len(articles)} articles, {data}"), encoding="utf-8")
        print(f"written: {kept.FILE}")


if __name__ == "__main__":
    main()
