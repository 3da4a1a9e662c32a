"""Where the corpus lies, and which part a document belongs to: train, dev or test.

Rule of the parts: fixed by the document's name before any model saw a text. The first byte of the SHA-256 of "ascribe " and the name,
modulo ten: 0 to 5 train, 6 and 7 dev, 8 and 9 test. Batches that were written later, to train on, are train as a whole: their names begin
with t and a letter and a number ("ta01-..."). The test part is looked at once a release, and then at its totals only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.lines import drawn, read_lines

HOME = Path(__file__).parent
MODERN = HOME / "modern"
STANDOFF = HOME / "muc4" / "annotations.jsonl"
PARTS = ("train", "dev", "test")
#: Names of the batches that were written to train on: texts "ta01-...", snippets "st001", "su001".
_LATER = re.compile(r"t[a-z]\d\d-|s[tu]\d{3}$")


def part_of(name: str) -> str:
    """The part of the document of this name."""
    if is_later(name):
        return "train"
    tenth = drawn(f"ascribe {name}", 10)
    return "train" if tenth < 6 else "dev" if tenth < 8 else "test"


def is_later(name: str) -> bool:
    """It was written to train on, when dev and test were fixed."""
    return _LATER.match(name) is not None


def modern(part: str | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    """Annotation and text of every modern document, or of those of one part."""
    for path in sorted(MODERN.glob("*.json")):
        if part is None or part_of(path.stem) == part:
            yield json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8")


def muc4_texts(data: Path | None) -> dict[str, str]:
    """The texts of a file of the MUC-4 corpus by document; none without a file."""
    return {row["docid"]: row["text"] for row in read_lines(data)} if data is not None else {}


def documents(muc4: Path | None = None, part: str | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    """Annotation and text of the modern documents, or, with the MUC-4 file, of the stand-off ones."""
    return modern(part) if muc4 is None else standoff(muc4_texts(muc4), part)


def standoff(texts: dict[str, str], part: str | None = None) -> Iterator[tuple[dict[str, Any], str]]:
    """Annotation and text of every stand-off document whose text is at hand."""
    for line in STANDOFF.read_text(encoding="utf-8").splitlines():
        annotation = json.loads(line)
        name = annotation["document"]
        if name in texts and (part is None or part_of(name) == part):
            yield annotation, texts[name]
