"""Which passages of confusable articles tell of one happening, passages given and end to end.

python -m benchmarks.confusables [--held | --folds] [--predictions OUT.json] [--engine full|auto|fast] [--joined ODDS]

Every article of `corpus/confusables` is coded with its day of publication and its outlet and nothing else. All articles of the half are
linked as one pot, so that an article may be taken for one of another group. Printed are pairs of passages (precision, recall, F1 of "the
same happening"), false merges in two ways (of the pairs that were put together, those that are not one happening; of the pairs of a group
that are not, those that were put together), B-cubed and CoNLL, and pairs by the sort of article and by how it is told. First with a report
for each passage (`linking/passages.py`), then end to end, with the coder's own reports (`linking/found.py`).

What ships was fitted on the half `dev`: `--folds` fits it anew ten times without a tenth of the groups, and links that tenth as one pot.
`--held` is the half that nobody looks into: run it seldom. `--joined` are the log-odds from which on two clusters are joined. OUT has
the cluster of every passage.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from ascribe.knowledge import linking as kept
from ascribe.link.clusters import JOINED
from ascribe.model.linking import Weights
from benchmarks.fitting import FOLDS, fold
from benchmarks.lines import write_json
from benchmarks.linking.found import homes, own
from benchmarks.linking.passages import given
from benchmarks.linking.pot import Coded, coded, judged, linked, sided
from benchmarks.linking.scores import Scored, passages, report
from corpus.confusables import groups


def with_passages(articles: Sequence[Coded], weights: Weights, joined: float = JOINED) -> Scored:
    """A pot in which every passage is a report."""
    pot = sided([given(each) for each in articles], weights)
    return Scored(tuple(passages(articles)), linked(pot, judged(pot, weights), weights, joined))


def end_to_end(articles: Sequence[Coded], weights: Weights, joined: float = JOINED) -> Scored:
    """A pot of the coder's own reports; a passage is in the cluster of the report that it is told in, and alone in none."""
    pages = [own(each) for each in articles]
    pot = sided(pages, weights)
    clusters = linked(pot, judged(pot, weights), weights, joined)
    found: dict[str, str] = {}
    for each, page in zip(articles, pages, strict=True):
        for name, home in homes(each, page).items():
            found[name] = f"alone {name}" if home is None else clusters[home]
    return Scored(tuple(passages(articles)), found)


def in_folds(articles: Sequence[Coded], joined: float = JOINED) -> tuple[Scored, Scored]:
    """Both, each tenth of the groups by what was fitted on the others."""
    from benchmarks.fit_linking import fitted

    given_, own_ = [], []
    for held in range(FOLDS):
        asked = [each for each in articles if fold(each.group.id) == held]
        if asked:
            weights = fitted([each for each in articles if fold(each.group.id) != held])
            given_.append(with_passages(asked, weights, joined))
            own_.append(end_to_end(asked, weights, joined))
    return Scored.of(given_), Scored.of(own_)


def main() -> None:
    """Code, link, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--held", action="store_true", help="the half that is held back")
    which.add_argument("--folds", action="store_true", help="the half dev, by what was fitted without each fold")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write the clusters there")
    parser.add_argument("--engine", default="full", choices=("full", "auto", "fast"))
    parser.add_argument("--joined", type=float, default=JOINED, metavar="ODDS")
    asked = parser.parse_args()
    articles = list(coded(groups("held" if asked.held else "dev"), asked.engine))
    if asked.folds:
        made = in_folds(articles, asked.joined)
    else:
        weights = kept.load()
        made = with_passages(articles, weights, asked.joined), end_to_end(articles, weights, asked.joined)
    titles = ("passages given", "end to end")
    for title, scored in zip(titles, made, strict=True):
        report(title, scored)
    if asked.predictions:
        write_json(asked.predictions, {title: scored.found for title, scored in zip(titles, made, strict=True)})


if __name__ == "__main__":
    main()
