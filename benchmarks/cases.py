"""Which kind of event a snippet tells of: the field's sub-event types as a shared task of 2021 named them, and five that are none of them.

python -m benchmarks.cases DATA --predictions OUT.json [--engine auto|full|fast] [--misses N]

DATA has lines `{id, text}`; OUT is `{id: label}`. Where DATA carries `case`, weighted and macro F1 over the labels are printed (all 30,
and the 25 of the field alone), with a 95 % interval by bootstrap. `published` dates a snippet, where it is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.coding import readings
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, percent
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.labels import by_label, macro_f1, share_right, weighted_f1
from benchmarks.snippets.case import case

#: The labels that are none of the field's.
NONE_OF_THE_FIELD = frozenset({"ATTRIB", "DIPLO", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ORG_CRIME"})


def predict(lines: Sequence[Line], engine: str = "auto") -> dict[str, str]:
    """The label of every snippet."""
    return {line["id"]: case(reading) for line, reading in readings(lines, "snippets", engine)}


def scores(pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """Weighted and macro F1 of pairs (gold, found), over the labels of gold."""
    tallies = by_label(pairs).values()
    return weighted_f1(tallies), macro_f1(tallies)


def report(pairs: Sequence[tuple[str, str]]) -> None:
    """Print the scores."""
    field = [pair for pair in pairs if pair[0] not in NONE_OF_THE_FIELD]
    for name, chosen in (("all labels", pairs), ("the field's", field)):
        if chosen:
            weighted, macro = scores(chosen)
            told = percent(weighted, bootstrap(chosen, lambda drawn: scores(drawn)[0]))
            print(f"{name:12} {len(chosen)} snippets: weighted F1 {told}, macro F1 {percent(macro)}, right {percent(share_right(chosen))}")


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N wrong labels")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, partial(predict, engine=asked.engine))
    if lines and all("case" in line for line in lines):
        report([(line["case"], predictions[line["id"]]) for line in lines])
        wrong = [line for line in lines if line["case"] != predictions[line["id"]]]
        for line in wrong[: asked.misses]:
            print(f"{line['id']} {line['case']} not {predictions[line['id']]}: {line['text']}")


if __name__ == "__main__":
    main()
