"""How many texts the gate of `--engine auto` lets through to the encoder.

python -m benchmarks.gate DATA...

DATA has lines `{docid, text, ...}`. Where they carry `claims` (the corpus) or `templates` (MUC-4), the share is also told of those
that have any: these must come through. Texts are read as English.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import reduce
from pathlib import Path

from ascribe.annotate.recase import Recased
from ascribe.annotate.sentences import sentences
from ascribe.extract.gate import may_tell_of_conflict
from ascribe.knowledge.common_words import common_words
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import Step
from benchmarks.lines import Line, progress, read_lines


def passed(lines: Sequence[Line]) -> list[bool]:
    """Of each text, whether the encoder would be asked."""
    before: tuple[Step, ...] = (sentences, Recased(common_words))
    readings = (reduce(lambda reading, step: step(reading), before, Reading(Document.of(line["text"], language="en"))) for line in lines)
    return [may_tell_of_conflict(reading) for reading in readings]


def told(line: Line) -> bool | None:
    """Whether gold has anything in it; None where there is no gold."""
    return next((bool(line[field]) for field in ("claims", "templates") if field in line), None)


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+", help="JSON lines, plain or gzip")
    for path in parser.parse_args().data:
        lines = [line for line in progress(read_lines(path), "texts") if isinstance(line.get("text"), str)]
        through = passed(lines)
        print(f"{path}: {_share(through)} of {len(lines)} texts come through", end="")
        wanted = [passes for line, passes in zip(lines, through, strict=True) if told(line)]
        print(f"; of the {len(wanted)} with anything told, {_share(wanted)}" if wanted else "")


def _share(through: Sequence[bool]) -> str:
    return f"{100 * sum(through) / max(1, len(through)):.1f} %"


if __name__ == "__main__":
    main()
