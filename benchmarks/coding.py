"""The lines of a benchmark, coded by the engine one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import read_through, steps
from ascribe.settings import Settings
from benchmarks.lines import Line, progress


def readings(
    lines: Iterable[Line],
    what: str,
    engine: str = "auto",
    published: Callable[[Line], str | None] = lambda line: line.get("published"),
    *,
    fillers: bool = False,
    weights: str | None = None,
) -> Iterator[tuple[Line, Reading]]:
    """Every line with its reading. `what` is what lines are, for the progress told; `published` gives a line's day of publication.

    `fillers`: the encoder marks the roles of MUC-4, too. `weights`: the folder of an encoder other than the one that ships.
    """
    made = steps(Settings(engine=engine, weights=weights), fillers=fillers)
    for line in progress(lines, what):
        document = Document.of(line["text"], published=published(line), language="en")
        yield from ((line, reading) for reading in read_through([document], made))
