"""The corpus as files that programs train on and measure with: one document a line, everything by offsets.

python -m corpus.build OUT [--muc4 DATA] [--part train|dev|test]

Writes OUT/train.jsonl, dev.jsonl and test.jsonl of the modern texts, and with --muc4 (the file train.jsonl.gz of the MUC-4 corpus, whose
texts are not part of this one) OUT/muc4.train.jsonl and so on; OUT/snippets.train.jsonl and so on hold the snippets
(corpus/snippets.py). A line is `{docid, text, published, about, attributions, events, claims, relations}`:

    attributions  [{id, source: party | null, via: [party], cue: [[s, e]], content: [[s, e]]}]
    events        [{id, type, mode, tactics, granularity, modality, case, words: [[s, e]]}]
    claims        as `ascribe code --format json` writes them (docs/codebook.md), without confidence
    relations     [{event, type, to}]
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ascribe.export.records import claim_record, party_record
from ascribe.model.claims import Claim
from benchmarks.lines import offsets
from corpus.gold import Gold, read
from corpus.parts import PARTS, modern, muc4_texts, part_of, standoff
from corpus.snippets import snippets


def line(gold: Gold) -> dict[str, Any]:
    """One document with its layers."""
    return {
        "docid": gold.name,
        "part": part_of(gold.name),
        "text": gold.document.text,
        "published": gold.document.published,
        "about": {key: gold.about.get(key) for key in ("form", "region", "setting", "phenomena")},
        "attributions": [
            {
                "id": saying.id,
                "source": party_record(saying.source),
                "via": [party_record(party) for party in saying.via],
                "cue": offsets(saying.cue),
                "content": offsets(saying.content),
            }
            for saying in gold.sayings
        ],
        "events": [
            {
                "id": event.id,
                "type": event.event_type.value,
                "mode": event.mode,
                "tactics": list(event.tactics),
                "granularity": event.granularity.value,
                "modality": event.modality.value,
                "case": event.case,
                "words": offsets(event.words),
            }
            for event in gold.happenings
        ],
        "claims": [_claim(claim) for claim in gold.claims],
        "relations": [{"event": tie.event, "type": tie.type.value, "to": tie.to} for tie in gold.ties],
    }


def _claim(claim: Claim) -> dict[str, Any]:
    """The record of a claim, without what only a program says of itself, and without ids that stand for no register's entry."""
    return {key: value for key, value in claim_record(claim).items() if key not in {"confidence", "made_by", "evidence"}}


def write(path: Path, rows: Iterable[dict[str, Any]]) -> int:
    """Write the rows, one a line; how many there were."""
    lines = [json.dumps(row, ensure_ascii=False) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")
    return len(lines)


def main() -> None:
    """Build the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--muc4", type=Path, metavar="DATA", help="also the stand-off part, with the texts of this file")
    parser.add_argument("--part", choices=PARTS, action="append", help="only this part (may be given twice)")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    texts = muc4_texts(asked.muc4)
    for part in asked.part or PARTS:
        print(f"{part}: {write(asked.out / f'{part}.jsonl', (line(read(*pair)) for pair in modern(part)))} documents")
        print(f"snippets.{part}: {write(asked.out / f'snippets.{part}.jsonl', snippets(part))}")
        if texts:
            count = write(asked.out / f"muc4.{part}.jsonl", (line(read(*pair)) for pair in standoff(texts, part)))
            print(f"muc4.{part}: {count} documents")


if __name__ == "__main__":
    main()
