"""Short descriptions of events with the label of their kind, and whether they are relevant: `snippets/*.jsonl`.

A line is `{id, text, case, relevant, aggregate, types}`; the labels are those of shared tasks (docs/annotation.md, `case`). The part of
a snippet goes by a hash of its id, as for documents; there is no train part: what is not test is dev.
"""

from __future__ import annotations

from typing import Any

from benchmarks.lines import read_lines
from corpus.codes import CASES
from corpus.parts import HOME, part_of

SNIPPETS = HOME / "snippets"
TYPES = (
    "tribal/communal/ethnic conflict",
    "religious conflict",
    "socio-political violence against women",
    "climate-related security risks",
    "Other",
)


def snippets(part: str | None = None) -> list[dict[str, Any]]:
    """Every snippet, or those of "dev" or "test"."""
    rows = [row for path in sorted(SNIPPETS.glob("*.jsonl")) for row in read_lines(path)]
    return [row for row in rows if part is None or ("test" if part_of(row["id"]) == "test" else "dev") == part]


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
