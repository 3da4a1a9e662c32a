"""Annotations whose words are copied from a text -> the same with offsets only, so that no text of others is passed on.

python -m corpus.standoff FOLDER OUT.jsonl --muc4 DATA

FOLDER holds annotations (docs/annotation.md) of documents of the MUC-4 corpus, whose texts DATA has. OUT gets one annotation a line, by
document. Notes are left out, for they may quote.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ascribe.model.text import Span
from corpus import anchors
from corpus.gold import COUNTS, read
from corpus.parts import muc4_texts

Annotation = dict[str, Any]


def bare(annotation: Annotation, text: str) -> Annotation:
    """The annotation with [start, end] for all words. What cannot be found raises `AnchorError`."""
    found: Annotation = {key: annotation[key] for key in ("document", "published") if key in annotation}
    found["parties"] = annotation.get("parties") or {}
    found["attributions"] = [_saying(item, text) for item in annotation.get("attributions") or ()]
    found["events"] = [
        {**_kept(item), "words": [_pair(anchors.one(text, word)) for word in item["words"]]} for item in annotation.get("events") or ()
    ]
    found["claims"] = [_claim(item, text) for item in annotation.get("claims") or ()]
    found["relations"] = [{key: item[key] for key in ("event", "type", "to")} for item in annotation.get("relations") or ()]
    return found


def _saying(item: Annotation, text: str) -> Annotation:
    content = anchors.many(text, item.get("content"))
    near = anchors.around(text, content)
    return {
        "id": item["id"],
        "source": _party(item["source"], text, near) if item.get("source") else None,
        "via": [_party(party, text, near) for party in item.get("via") or ()],
        "cue": [_pair(piece) for piece in anchors.many(text, item.get("cue"), near)] or None,
        "content": [_pair(piece) for piece in content],
    }


def _claim(item: Annotation, text: str) -> Annotation:
    quote = anchors.one(text, item["quote"])
    made = {**_kept(item), "quote": _pair(quote)}
    for role in ("actors", "recipients"):
        if item.get(role):
            made[role] = [_party(party, text, quote) for party in item[role]]
    for field in COUNTS:
        if item.get(field) is not None:
            made[field] = [_pair(anchors.one(text, item[field][0], quote)), *item[field][1:]]
    return made


#: Values that hold no words of the text.
_PLAIN = (*("id", "event", "by", "type", "mode", "tactics", "granularity", "modality", "case", "stance", "certainty", "contests"),)


def _kept(item: Annotation) -> Annotation:
    return {key: item[key] for key in _PLAIN if key in item}


def _party(item: list[Any], text: str, near: Span) -> list[Any]:
    return [_pair(anchors.one(text, item[0], near)), *item[1:]]


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def main() -> None:
    """Write the stand-off file, and read it back."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--muc4", type=Path, metavar="DATA", required=True)
    asked = parser.parse_args()
    texts = muc4_texts(asked.muc4)
    made = []
    for path in sorted(asked.folder.glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        text = texts[annotation["document"]]
        stripped = bare(annotation, text)
        read(stripped, text)
        made.append(json.dumps(stripped, separators=(",", ":")))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text("".join(f"{line}\n" for line in made), encoding="utf-8")
    print(f"{len(made)} documents in {asked.out}")


if __name__ == "__main__":
    main()
