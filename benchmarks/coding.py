"""The lines of a benchmark, coded by the engine one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import fast, read_through
from benchmarks.lines import Line, progress


def readings(
    lines: Iterable[Line], what: str, published: Callable[[Line], str | None] = lambda line: line.get("published")
) -> Iterator[tuple[Line, Reading]]:
    """Every line with its reading. `what` is what lines are, for the progress told; `published` gives a line's day of publication."""
    steps = fast()
    for line in progress(lines, what):
        document = Document.of(line["text"], published=published(line), language="en")
        yield from ((line, reading) for reading in read_through([document], steps))
