"""Attributions of PolNeAR: source, cue and content, codable or not.

python -m benchmarks.polnear DATA --predictions OUT.json [--engine auto|full|fast] [--files all|first] [--weights FOLDER] [--alone]

DATA has lines `{docid, text, ...}`; OUT is `{docid: [{"source": [[s, e]], "cue": [[s, e]], "content": [[s, e]]}, ...]}`. Where DATA carries
`attributions`, the scores of its README are printed: exact and begin F1, Jaccard and characters for each element, and linked F1, with 95 %
intervals by bootstrap over articles. An article with several annotation files counts as often (`--files all`, as published), or by its
first annotator alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

from ascribe.extract.cued import saying_of
from ascribe.model.decisions import Choice
from ascribe.model.reading import Reading
from ascribe.model.sayings import Saying
from benchmarks.coding import readings
from benchmarks.command import answers, command, scored_alone
from benchmarks.intervals import f1_ends
from benchmarks.lines import Line, offsets, read_lines
from benchmarks.metrics.tally import total
from benchmarks.polnear import scores
from benchmarks.polnear.scores import ELEMENTS, Attribution, from_json

Pair = tuple[tuple[Attribution, ...], tuple[Attribution, ...]]


def predict(
    lines: Sequence[Line], engine: str = "auto", weights: str | None = None, *, alone: bool = False
) -> dict[str, list[dict[str, list[list[int]]]]]:
    """The attributions of every text, each text once. `alone`: where they begin and end is the encoder's word, not the rules'."""
    articles = {line["docid"]: line for line in lines}.values()
    return {
        line["docid"]: [
            {"source": offsets([saying.source] if saying.source else []), "cue": offsets(saying.cue), "content": offsets(saying.content)}
            for saying in (_marked(reading) if alone else reading.sayings)
        ]
        for line, reading in readings(articles, "articles", engine, lambda line: line.get("date"), weights=weights)
    }


def _marked(reading: Reading) -> Iterator[Saying]:
    """The sayings as the encoder marked them."""
    if reading.marks is None:
        return
    for cue in reading.marks.cues:
        saying = saying_of(cue, reading.document.text)
        if cue.chance >= Choice().cue and saying is not None:
            yield saying


def report(articles: Sequence[Sequence[Pair]]) -> None:
    """Print every score. Each article has a pair of gold and found for every file that counts."""
    files = [pair for article in articles for pair in article]
    print(f"{len(articles)} articles, {len(files)} annotation files, {sum(len(gold) for gold, _ in files)} attributions")
    for element in ELEMENTS:
        exact = [total(scores.exact(gold, found, element) for gold, found in article) for article in articles]
        told = [f"exact {total(exact)} {f1_ends(exact)}"]
        for name, measure in (("begin", scores.begin), ("Jaccard", scores.jaccard), ("characters", scores.characters)):
            told.append(f"{name} {100 * total(measure(gold, found, element) for gold, found in files).f1:.1f}")
        print(f"{element:8} " + "   ".join(told))
    linked = [total(scores.linked(gold, found) for gold, found in article) for article in articles]
    print(f"linked   {total(linked)} {f1_ends(linked)}")


def people(lines: Sequence[Line]) -> list[list[Pair]]:
    """Each pair of annotators of one article, one as the gold of the other: how far people agree."""
    by_article: dict[str, list[tuple[Attribution, ...]]] = {}
    for line in lines:
        by_article.setdefault(line["docid"], []).append(from_json(line["attributions"]))
    return [list(combinations(files, 2)) for files in by_article.values() if len(files) > 1]


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--files", choices=["all", "first"], default="all", help="annotation files that count (default: all, as published)")
    parser.add_argument(
        "--people", action="store_true", help="run nothing; score each annotator against each other one of the same article"
    )
    parser.add_argument("--weights", metavar="FOLDER", help="an encoder other than the one that ships")
    parser.add_argument("--alone", action="store_true", help="the encoder alone, as it marked them; engine full")
    scored_alone(parser)
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    if asked.people:
        report(people(lines))
        return
    if asked.files == "first":
        lines = [line for line in lines if line.get("primary", True)]
    predictions = answers(
        asked, lines, partial(predict, engine="full" if asked.alone else asked.engine, weights=asked.weights, alone=asked.alone)
    )
    if lines and all("attributions" in line for line in lines):
        articles: dict[str, list[Pair]] = {}
        for line in lines:
            articles.setdefault(line["docid"], []).append((from_json(line["attributions"]), from_json(predictions[line["docid"]])))
        report(list(articles.values()))


if __name__ == "__main__":
    main()
