"""Which mentions of events in news of many kinds are one event, across articles. Mentions are given.

python -m benchmarks.ecbplus DATA --predictions OUT.json [--fit FILE] [--seed N] [--engine auto|full|fast|lemmas]

DATA has lines `{docid, text, mentions: [{id, kind, start, end, text, checked_sentence}]}`, of which events of checked sentences are asked
about; OUT is `{"documents": {docid: cluster}, "mentions": {id: cluster}}`. Where mentions carry `chain`, MUC, B-cubed, CEAF-e, LEA and
CoNLL F1 are printed, with a 95 % interval by jackknife over subtopics. A mention whose chain is null stands alone, and counts.

Articles are clustered by the names and numbers that they share, and mentions are linked inside such a cluster as those of GVC are
(`benchmarks/mentions`), by what was fitted on FILE, by default the training split. The encoder is not asked, so the engines
auto, full and fast are one here. `lemmas` is the baseline: mentions of one lemma inside such a cluster are one event.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.command import answers, command
from benchmarks.lines import Line, read_lines
from benchmarks.mentions.running import Task, coded, fitting_options, in_topics, predict
from benchmarks.mentions.told import Predicted, report
from benchmarks.mentions.topics import topics

_EVENTS = ("ACTION_", "NEG_ACTION_")
TASK = Task(
    chain=lambda mention: mention["chain"] or f"alone {mention['id']}",
    unit="subtopic",
    taught=False,
    asked=lambda mention: bool(mention["checked_sentence"]) and mention["kind"].startswith(_EVENTS),
)


def by_lemma(lines: Sequence[Line]) -> Predicted:
    """The baseline: mentions of one lemma in articles alike."""
    found = topics(lines)
    made = in_topics(lines, found, coded(lines), TASK)
    return {"documents": found, "mentions": {m.id: f"{each.name} {m.word}" for each in made for m in each.mentions}}


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__, "lemmas")
    fitting_options(parser, "ecbplus", "train.jsonl.gz")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    fitted = partial(predict, task=TASK, fit=asked.fit, seed=asked.seed)
    predicted = answers(asked, lines, by_lemma if asked.engine == "lemmas" else fitted)
    if TASK.has_gold(lines):
        report(lines, TASK.unit, TASK.chains(lines), predicted)


if __name__ == "__main__":
    main()
