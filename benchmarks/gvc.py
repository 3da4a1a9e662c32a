"""Which mentions of gun violence are one event, and which articles one incident. Mentions are given.

python -m benchmarks.gvc DATA --predictions OUT.json [--engine auto|full|fast|strings]

DATA has lines `{docid, text, date, mentions: [{id, start, end, text}]}`; OUT is `{"documents": {docid: cluster}, "mentions": {id:
cluster}}`. Where mentions carry `chain`, MUC, B-cubed, CEAF-e, LEA and CoNLL F1 are printed, over all lines at once; with a 95 %
interval by jackknife over incidents (drawn twice, an incident could not be confused with itself). Chain "0" (no particular incident) is
left out, as in the published setting.

Documents are not linked by the program yet: articles are clustered here by the words they share (TF-IDF, average link), and inside such a
cluster mentions of one kind of happening, by the program's own word list, are taken for one event. That is a baseline, and says so.
`strings` is a lower one, by equal words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy
from scipy.cluster.hierarchy import fcluster, linkage

from ascribe.knowledge import words
from benchmarks.command import answers, command
from benchmarks.intervals import ends, jackknife
from benchmarks.lines import Line, read_lines
from benchmarks.metrics import clusters

Predicted = dict[str, dict[str, str]]
#: The distance at which two groups of articles are no longer one incident. Chosen on the development split, the only data there is.
APART = 0.8
#: The beginnings of words that one shooting is told with, by what they tell of.
_FAMILIES = {
    "shoot": ("shoot", "shot", "gunshot", "gunfire", "gunned", "fire", "firing", "bullet", "trigger", "incident"),
    "killed": (
        "dead",
        "death",
        "die",
        "dying",
        "fatal",
        "deceas",
        "body",
        "bodies",
        "kill",
        "slay",
        "slain",
        "homicide",
        "deadly",
        "murder",
    ),
    "injured": ("injur", "wound", "hurt", "hit", "struck", "strik", "critical", "hospital", "paraly"),
}


def articles(lines: Sequence[Line], apart: float = APART) -> dict[str, str]:
    """The cluster of every article, by the words it shares with others."""
    if len(lines) < 2:
        return {line["docid"]: "0" for line in lines}
    counted = [_counts(line["text"]) for line in lines]
    vocabulary = {word: at for at, word in enumerate(sorted({word for counts in counted for word in counts}))}
    table = numpy.zeros((len(lines), len(vocabulary)))
    for row, counts in enumerate(counted):
        for word, count in counts.items():
            table[row, vocabulary[word]] = 1 + numpy.log(count)
    table *= numpy.log(len(lines) / (table > 0).sum(axis=0)) + 1
    table /= numpy.linalg.norm(table, axis=1, keepdims=True)
    distances = 1 - table @ table.T
    groups = fcluster(linkage(distances[numpy.triu_indices(len(lines), 1)], "average"), apart, "distance")
    return {line["docid"]: str(group) for line, group in zip(lines, groups, strict=True)}


def _counts(text: str) -> dict[str, int]:
    counts: dict[str, int] = {}
    for word in re.findall(r"[a-z0-9']+", text.lower()):
        counts[word] = counts.get(word, 0) + 1
    return counts


def predict(lines: Sequence[Line]) -> Predicted:
    """Clusters of articles and of mentions."""
    incident = articles(lines)
    mentions = {
        mention["id"]: f"{incident[line['docid']]} {family(mention['text'])}" for line in lines for mention in line.get("mentions") or ()
    }
    return {"documents": incident, "mentions": mentions}


def family(mention: str) -> str:
    """The kind of happening that a mention names: the frame of the word list, else the word itself."""
    known = words.load()
    for word in mention.lower().split():
        for name, beginnings in _FAMILIES.items():
            if word.startswith(beginnings):
                return name
        if (frame := known.events.verbs.get(known.grammar.verbs.get(word, (word, frozenset()))[0])) is not None:
            return frame.effect or frame.name
        for before, noun in known.events.nouns.get(word, ()):
            if not before:
                return noun.effect or noun.name
    return mention.lower()


def by_string(lines: Sequence[Line]) -> Predicted:
    """The first baseline of the README: mentions of one string are one event, wherever they stand."""
    return {"documents": {}, "mentions": {m["id"]: m["text"].lower() for line in lines for m in line["mentions"]}}


def report(lines: Sequence[Line], predicted: Predicted) -> None:
    """Print the scores."""
    gold, found = _grouped(lines, predicted)
    print(f"{len(lines)} articles, {sum(map(len, gold))} mentions, {len(gold)} events")
    for name, score in (("MUC", clusters.muc), ("B-cubed", clusters.b_cubed), ("CEAF-e", clusters.ceaf_e), ("LEA", clusters.lea)):
        print(f"{name:8} {score(gold, found)}")
    interval = jackknife(
        sorted({line["incident"] for line in lines}),
        lambda kept: clusters.conll(*_grouped([line for line in lines if line["incident"] in set(kept)], predicted)),
    )
    print(f"CoNLL F1 {100 * clusters.conll(gold, found):.1f} {ends(interval)}")
    if predicted["documents"]:
        names = sorted(line["docid"] for line in lines)
        wanted = clusters.clusters({line["docid"]: str(line["incident"]) for line in lines}, names)
        print(f"articles by incident, B-cubed {clusters.b_cubed(wanted, clusters.clusters(predicted['documents'], names))}")


def _grouped(lines: Sequence[Line], predicted: Predicted) -> tuple[list[clusters.Cluster], list[clusters.Cluster]]:
    """The events of gold and those predicted, of the mentions that have a chain."""
    chains = {mention["id"]: str(mention["chain"]) for line in lines for mention in line["mentions"] if str(mention["chain"]) != "0"}
    names = sorted(chains)
    return clusters.clusters(chains, names), clusters.clusters(predicted["mentions"], names)


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__, "strings")
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predicted = answers(asked, lines, by_string if asked.engine == "strings" else predict)
    if lines and all("chain" in mention for line in lines for mention in line["mentions"]):
        report(lines, predicted)


if __name__ == "__main__":
    main()
