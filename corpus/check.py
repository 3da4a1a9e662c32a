"""What is wrong in annotations: their form, their words, and what the guidelines ask of a document.

python -m corpus.check [FILE...] [--muc4 DATA]

A FILE is NAME.json with NAME.txt beside it; with --muc4 the texts come from that file of the MUC-4 corpus, by `document`. Without FILE the
whole corpus is checked. Ends with 1 if anything is wrong. A file that passes is right in form; whether it is right, a reader must say.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus.codes import FORMS
from corpus.gold import Gold, GoldError, read
from corpus.parts import MODERN, muc4_texts

WORDS = range(60, 501)
ABOUT = ("form", "region", "setting", "phenomena")


def problems(annotation: dict[str, Any], text: str, *, modern: bool = True) -> Iterator[str]:
    """A line for each thing that is wrong."""
    try:
        gold = read(annotation, text)
    except GoldError as error:
        yield from str(error).split("\n")
        return
    yield from _layers(gold)
    if modern:
        untimed = (claim.id for claim in gold.claims if claim.time is None)
        yield from (f"claim {claim}: no time; where nothing is said, words is null and basis publication" for claim in untimed)
        yield from _about(annotation, text)


def _about(annotation: dict[str, Any], text: str) -> Iterator[str]:
    count = len(text.split())
    if count not in WORDS:
        yield f"the text has {count} words; {WORDS.start} to {WORDS.stop - 1} are wanted"
    yield from (f"{field} is missing" for field in ABOUT if not annotation.get(field))
    if annotation.get("form") not in FORMS:
        yield f"no such form: {annotation.get('form')!r}; there are {', '.join(sorted(FORMS))}"
    if annotation.get("setting") not in {"real", "generic"}:
        yield "setting is real or generic"
    if text != text.strip() + "\n":
        yield "the text has white space at its edges; one line break at its end is wanted"
    used = {key for key, _ in _references(annotation)}
    for kind in ("parties", "places"):
        yield from (f"{kind}: {key} is used by nothing" for key in annotation.get(kind) or {} if key not in used)


def _layers(gold: Gold) -> Iterator[str]:
    """What holds between the layers."""
    for claim, by in zip(gold.claims, gold.said_in, strict=True):
        if by is None and claim.attribution.stance.value in {"claimed", "accused", "denied", "disputed", "confirmed"}:
            yield f"claim {claim.id}: {claim.attribution.stance} needs somebody who says so (by)"
        words = gold.happening(claim.event).words
        if (
            not any(claim.quote.span.overlaps(word) for word in words)
            and claim.attribution.stance.value == "reported"
            and not claim.casualties
        ):
            yield f"claim {claim.id}: its quote holds no word of {claim.event}; add the word that names it there, or take another quote"


def _references(node: Any) -> Iterator[tuple[str, Any]]:
    """Every [words, key] in an annotation."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key not in {"parties", "places"} or isinstance(value, list):
                yield from _references(value)
    elif isinstance(node, list):
        if 2 <= len(node) <= 3 and isinstance(node[1], str):
            yield node[1], node
        for item in node:
            yield from _references(item)


def main() -> None:
    """Check the files and say what is wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--muc4", type=Path, metavar="DATA", help="take the texts from this file of the MUC-4 corpus")
    asked = parser.parse_args()
    texts = muc4_texts(asked.muc4)
    files = asked.files or sorted(MODERN.glob("*.json"))
    wrong = 0
    for path in files:
        try:
            annotation = json.loads(path.read_text(encoding="utf-8"))
            text = texts[annotation["document"]] if asked.muc4 else path.with_suffix(".txt").read_text(encoding="utf-8")
            found = list(problems(annotation, text, modern=not asked.muc4))
        except (OSError, ValueError, KeyError) as problem:
            found = [f"cannot be read: {problem!r}"]
        wrong += bool(found)
        for line in found:
            print(f"{path}: {line}")
    print(f"{len(files)} files, {wrong} with something wrong", file=sys.stderr)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
