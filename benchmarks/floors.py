"""The floor under what was won: figures on a small, fixed part of each benchmark, which must not fall.

python -m benchmarks.floors [--write]

Documents are chosen by a hash of their name, one in so many. The floor of a figure is what it was when it was last written, less half a
point for what differs between machines; `--write` raises floors to what is measured, and never lowers one (edit `data/floors.json` for
that, and say why in the commit). Sets of third parties are measured where they are at hand.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks import cases, relevance
from benchmarks.lines import Line, drawn, read_lines, shared
from benchmarks.metrics.tally import total
from benchmarks.muc4 import scores as muc4_scores
from benchmarks.muc4 import templates
from benchmarks.muc4.keys import key_of
from benchmarks.polnear import __main__ as polnear
from benchmarks.polnear import scores as polnear_scores
from benchmarks.stance import __main__ as stance
from benchmarks.stance import scores as stance_scores
from corpus.build import line
from corpus.gold import read
from corpus.parts import modern
from corpus.snippets import snippets

FLOORS = Path(__file__).parent / "data" / "floors.json"
SLACK = 0.5
Figures = dict[str, float]


def chosen(lines: Sequence[Line], key: str, one_in: int) -> list[Line]:
    """One in so many lines, by a hash of the key."""
    return [row for row in lines if drawn(f"floor {row[key]}", one_in) == 0]


def of_stance() -> Figures:
    """Claims, attributions and event words on a part of the corpus' dev part."""
    rows = chosen([line(read(*pair)) for pair in modern("dev")], "docid", 2)
    coded = stance.predict(rows)
    documents = [stance_scores.Scored.of(row, coded[row["docid"]]) for row in rows]
    both = [(stance_scores.sayings(scored.gold), stance_scores.sayings(scored.found)) for scored in documents]
    return {
        "corpus, claims F1": total(map(stance_scores.claim_tally, documents)).f1,
        "corpus, happenings F1": total(stance_scores.claim_tally(scored, ()) for scored in documents).f1,
        "corpus, attributions linked F1": total(polnear_scores.linked(*pair) for pair in both).f1,
    }


def of_snippets() -> Figures:
    """Labels and relevance on the snippets' dev part."""
    rows = snippets("dev")
    labels, answers = cases.predict(rows), relevance.predict(rows)
    return {
        "snippets, cases weighted F1": cases.scores([(row["case"], labels[row["id"]]) for row in rows])[0],
        "snippets, relevance F1": total(relevance.tally(row, answers[row["id"]], "relevant") for row in rows).f1,
        "snippets, aggregates F1": total(relevance.tally(row, answers[row["id"]], "aggregate") for row in rows).f1,
    }


def of_muc4(path: Path) -> Figures:
    """Templates that the rules make of a part of MUC-4 train."""
    rows = chosen(read_lines(path), "docid", 16)
    predicted = templates.predict(rows, "fast")  # the encoder has learned from these very keys
    scored = [(key_of(row), templates.from_json(predicted[row["docid"]])) for row in rows]
    return {
        "muc4, relevance F1": total(muc4_scores.relevance(*pair) for pair in scored).f1,
        "muc4, CEAF-REE F1": total(tally for pair in scored for tally in muc4_scores.ree(*pair).values()).f1,
        "muc4, CEAF-TF F1": total(tally for pair in scored for tally in muc4_scores.template_f1(*pair).values()).f1,
    }


def of_polnear(path: Path) -> Figures:
    """Attributions of a part of PolNeAR train."""
    rows = [row for row in chosen(read_lines(path), "docid", 16) if row["primary"]]
    predicted = polnear.predict(rows, "full")  # the gate holds back what is not about conflict
    pairs = [(polnear_scores.from_json(row["attributions"]), polnear_scores.from_json(predicted[row["docid"]])) for row in rows]
    return {"polnear, linked F1": total(polnear_scores.linked(*pair) for pair in pairs).f1}


def measured() -> Figures:
    """Every figure that can be measured here, in per cent."""
    figures = of_stance() | of_snippets()
    third: tuple[tuple[Callable[[Path], Figures], str], ...] = ((of_muc4, "muc4/train.jsonl.gz"), (of_polnear, "polnear/train.jsonl.gz"))
    for measure, name in third:
        path = shared() / "corpora" / name
        if path.exists():
            figures |= measure(path)
    return {name: round(100 * value, 1) for name, value in figures.items()}


def floors() -> Figures:
    """What must not be fallen below."""
    return {name: float(value) for name, value in json.loads(FLOORS.read_text(encoding="utf-8")).items()}


def main() -> None:
    """Print what is measured beside its floor; raise the floors if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="raise the floors to what is measured")
    asked = parser.parse_args()
    figures, known = measured(), floors() if FLOORS.exists() else {}
    for name, value in figures.items():
        print(f"{name:34} {value:5.1f}   floor {known.get(name, 0.0):5.1f}")
    if asked.write:
        raised = {name: max(known.get(name, 0.0), round(value - SLACK, 1)) for name, value in figures.items()}
        FLOORS.write_text(json.dumps(known | raised, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
