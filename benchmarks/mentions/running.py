"""What the benchmarks of mentions share: articles coded once, put into topics, and linked by what was fitted on a file with chains."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ascribe.knowledge import words as word_lists
from ascribe.model.reading import Reading
from benchmarks.coding import readings
from benchmarks.lines import Line, read_lines, shared
from benchmarks.mentions.linking import FOLDS, Chains, linked
from benchmarks.mentions.mention import Asked, Topic, topic
from benchmarks.mentions.told import Predicted
from benchmarks.mentions.topics import topics

Coded = Mapping[str, Reading]


@dataclass(frozen=True)
class Task:
    """How a corpus is read.

    `chain` is that of a mention, None where nothing is learnt from it; `asked` says which mentions are asked about. `unit` is the field of
    a line that holds its gold topic, and `taught` whether that is what is learnt from, or topics as they are predicted.
    """

    chain: Callable[[Line], str | None]
    unit: str
    taught: bool
    asked: Asked = lambda _: True

    def mentions(self, lines: Sequence[Line]) -> list[Line]:
        """The mentions that are asked about."""
        return [mention for line in lines for mention in line.get("mentions") or () if self.asked(mention)]

    def chains(self, lines: Sequence[Line]) -> dict[str, str | None]:
        """The chain of each."""
        return {mention["id"]: self.chain(mention) for mention in self.mentions(lines)}

    def has_gold(self, lines: Sequence[Line]) -> bool:
        """Every line says its topic, and every mention its chain."""
        mentions = self.mentions(lines)
        return bool(mentions) and all("chain" in mention for mention in mentions) and all(self.unit in line for line in lines)


def fitting_options(parser: argparse.ArgumentParser, corpus: str, file: str) -> None:
    """Add `--fit FILE` and `--seed N`; `corpus` and `file` name what is learnt from by default."""
    default = shared() / "corpora" / corpus / file
    parser.add_argument(
        "--fit", type=Path, default=default, metavar="FILE", help=f"lines with chains to learn from; default: {corpus}'s {file}"
    )
    parser.add_argument(
        "--seed", type=int, default=1, metavar="N", help="how topics are dealt into folds, where DATA is learnt from; default: 1"
    )


def predict(lines: Sequence[Line], task: Task, *, fit: Path, seed: int) -> Predicted:
    """Clusters of articles, and of mentions by what was fitted on other topics."""
    taught, found = read_lines(fit), topics(lines)
    if not task.has_gold(taught):
        raise SystemExit(f"{fit}: cannot be learnt from; every line must have `{task.unit}`, and every mention its `chain`")
    read = coded([*lines, *taught])
    units = {line["docid"]: str(line[task.unit]) for line in taught} if task.taught else topics(taught)
    chains: Chains = task.chains(taught)
    linked_ = linked(in_topics(lines, found, read, task), in_topics(taught, units, read, task), chains, folds=FOLDS, seed=seed)
    return {"documents": found, "mentions": linked_}


def coded(lines: Sequence[Line]) -> Coded:
    """Every article coded by the rules, each once, by its name. Of two that share a name the texts must be one.

    The encoder is not asked: with its chance that two words are of one event, and its marks, neither GVC nor ECB+ came out better.
    """
    once: dict[str, Line] = {}
    for line in lines:
        if once.setdefault(line["docid"], line)["text"] != line["text"]:
            raise SystemExit(f"{line['docid']}: DATA and --fit have two texts of this name")
    return {line["docid"]: reading for line, reading in readings(once.values(), "articles", "fast", lambda line: line.get("date"))}


def in_topics(lines: Sequence[Line], names: Mapping[str, str], read: Coded, task: Task) -> list[Topic]:
    """The topics of these lines; `names` gives the topic of each."""
    grouped: dict[str, list[tuple[Line, Reading]]] = {}
    for line in lines:
        grouped.setdefault(names[line["docid"]], []).append((line, read[line["docid"]]))
    words = word_lists.load()
    return [topic(name, each, task.asked, words) for name, each in grouped.items()]
