"""Logistic regression over signs with names, and the folds by document in which it is held to account."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from benchmarks.lines import drawn

FOLDS = 10
Signs = Mapping[str, float]


def fold(document: str) -> int:
    """The fold of a document, by its name: the same in every run."""
    return drawn(f"fold {document}", FOLDS)


def weighed(rows: Sequence[Signs], right: Sequence[bool], free: float) -> dict[str, float]:
    """The weight of each sign. There is no intercept: one of the signs must stand for it. `free`: how freely weights may grow."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    vectors = DictVectorizer()
    model = LogisticRegression(C=free, max_iter=5000, fit_intercept=False).fit(vectors.fit_transform(rows), right)
    return {name: round(float(weight), 4) for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)}
