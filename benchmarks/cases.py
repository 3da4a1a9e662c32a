"""Which kind of event a snippet tells of: the field's sub-event types as a shared task of 2021 named them, and five that are none of them.

python -m benchmarks.cases DATA --predictions OUT.json [--engine auto|fast] [--misses N]

DATA has lines `{id, text}`; OUT is `{id: label}`. Where DATA carries `case`, weighted and macro F1 over the labels are printed (all 30,
and the 25 of the field alone), with a 95 % interval by bootstrap. `published` dates a snippet, where it is known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import reduce

from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import fast
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, percent
from benchmarks.lines import Line, progress, read_lines
from benchmarks.metrics.tally import matched
from benchmarks.snippets.case import case

#: The labels that are none of the field's.
NONE_OF_THE_FIELD = frozenset({"ATTRIB", "DIPLO", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ORG_CRIME"})


def readings(lines: Sequence[Line]) -> list[Reading]:
    """Every snippet, coded."""
    steps = fast()
    return [
        reduce(lambda found, step: step(found), steps, Reading(Document.of(line["text"], published=line.get("published"), language="en")))
        for line in progress(lines, "snippets")
    ]


def predict(lines: Sequence[Line]) -> dict[str, str]:
    """The label of every snippet."""
    return {line["id"]: case(reading) for line, reading in zip(lines, readings(lines), strict=True)}


def scores(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Weighted and macro F1 of pairs (gold, found), over the labels of gold."""
    support = Counter(gold for gold, _ in pairs)
    found = Counter(label for _, label in pairs)
    right = Counter(gold for gold, label in pairs if gold == label)
    f1s = {label: matched(right[label], found[label], count).f1 for label, count in support.items()}
    return sum(f1s[label] * count for label, count in support.items()) / len(pairs), sum(f1s.values()) / len(f1s)


def report(pairs: Sequence[tuple[str, str]]) -> None:
    """Print the scores."""
    field = [pair for pair in pairs if pair[0] not in NONE_OF_THE_FIELD]
    for name, chosen in (("all labels", pairs), ("the field's", field)):
        if chosen:
            weighted, macro = scores(chosen)
            told = percent(weighted, bootstrap(chosen, lambda drawn: scores(drawn)[0]))
            right = sum(gold == label for gold, label in chosen) / len(chosen)
            print(f"{name:12} {len(chosen)} snippets: weighted F1 {told}, macro F1 {percent(macro)}, right {percent(right)}")


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N wrong labels")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, predict)
    if lines and all("case" in line for line in lines):
        report([(line["case"], predictions[line["id"]]) for line in lines])
        wrong = [line for line in lines if line["case"] != predictions[line["id"]]]
        for line in wrong[: asked.misses]:
            print(f"{line['id']} {line['case']} not {predictions[line['id']]}: {line['text']}")


if __name__ == "__main__":
    main()
