"""Short descriptions of events with the label of their kind, and whether they are relevant: `snippets/*.jsonl`.

A line is `{id, text, case, relevant, aggregate, types}`; the labels are those of shared tasks (docs/annotation.md, `case`). The part of
a snippet goes by a hash of its id, as for documents; of the first batches what is not test is dev, the batch `st` is train.
"""

from __future__ import annotations

from typing import Any

from ascribe.annotate import heads
from benchmarks.lines import read_lines
from corpus.codes import CASES
from corpus.parts import HOME, is_later, part_of

SNIPPETS = HOME / "snippets"
TYPES = heads.TYPES_OF_RELEVANT


def snippets(part: str | None = None) -> list[dict[str, Any]]:
    """Every snippet, or those of "train", "dev" or "test"."""
    rows = [row for path in sorted(SNIPPETS.glob("*.jsonl")) for row in read_lines(path)]
    return [row for row in rows if part is None or _part(row["id"]) == part]


def _part(name: str) -> str:
    """The part of a snippet: of the first batches there is none to train on."""
    part = part_of(name)
    return part if part == "test" or is_later(name) else "dev"


def problems(row: dict[str, Any]) -> list[str]:
    """What is wrong in the form of a snippet."""
    found = []
    if row["case"] not in CASES:
        found.append(f"{row['id']}: no such case {row['case']!r}")
    if not set(row["types"]) <= set(TYPES):
        found.append(f"{row['id']}: no such type in {row['types']}")
    if row["relevant"] and row["aggregate"]:
        found.append(f"{row['id']}: an aggregate is not relevant")
    if not 10 <= len(row["text"].split()) <= 110:
        found.append(f"{row['id']}: {len(row['text'].split())} words")
    return found
