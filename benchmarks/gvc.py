"""Which mentions of gun violence are one event, and which articles one incident. Mentions are given.

python -m benchmarks.gvc DATA --predictions OUT.json [--fit FILE] [--seed N] [--engine auto|full|fast|families|strings]

DATA has lines `{docid, text, date, mentions: [{id, start, end, text}]}`; OUT is `{"documents": {docid: cluster}, "mentions": {id:
cluster}}`. Where mentions carry `chain`, MUC, B-cubed, CEAF-e, LEA and CoNLL F1 are printed, over all lines at once; with a 95 %
interval by jackknife over incidents. Chain "0" (no particular incident) is left out, as in the published setting.

Articles are clustered by the names, numbers and days that they share; inside such a cluster two mentions are weighed by their signs
(`benchmarks/mentions`), and grouped by average link. Weights, and how far groups are joined, are fitted on FILE, by default the
development split, which is all that is at hand: lines as those of DATA, with `incident` and with the `chain` of each mention. Where DATA is
FILE, its incidents are dealt into ten folds (`--seed` deals them anew), and each fold is answered by a fit on the incidents of the
others. The encoder is not asked, so the engines auto, full and fast are one here.

Baselines, which fit nothing: `families` takes mentions of one kind of happening, by a list of words, for one event within an article
cluster; `strings` mentions of equal words, wherever they stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from ascribe.knowledge import words as word_lists
from benchmarks.command import answers, command
from benchmarks.lines import Line, read_lines
from benchmarks.mentions.families import OUTCOMES, family
from benchmarks.mentions.running import Task, fitting_options, predict
from benchmarks.mentions.told import Predicted, report
from benchmarks.mentions.topics import topics

TASK = Task(lambda mention: None if str(mention["chain"]) == "0" else str(mention["chain"]), unit="incident", taught=True)


def by_family(lines: Sequence[Line]) -> Predicted:
    """The better baseline: mentions that tell of one kind of happening, or say that the same became of somebody, in articles alike."""
    words, incident = word_lists.load(), topics(lines)
    found = {}
    for line in lines:
        for mention in line["mentions"]:
            kind = family(mention["text"], words)
            found[mention["id"]] = f"{incident[line['docid']]} {OUTCOMES.get(kind, kind)}"
    return {"documents": incident, "mentions": found}


def by_string(lines: Sequence[Line]) -> Predicted:
    """The first baseline of the README: mentions of one string are one event, wherever they stand."""
    return {"documents": {}, "mentions": {m["id"]: m["text"].lower() for line in lines for m in line["mentions"]}}


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__, "families", "strings")
    fitting_options(parser, "gvc", "dev.jsonl.gz")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    baselines = {"families": by_family, "strings": by_string}
    fitted = partial(predict, task=TASK, fit=asked.fit, seed=asked.seed)
    predicted = answers(asked, lines, baselines.get(asked.engine, fitted))
    if TASK.has_gold(lines):
        report(lines, TASK.unit, TASK.chains(lines), predicted)


if __name__ == "__main__":
    main()
