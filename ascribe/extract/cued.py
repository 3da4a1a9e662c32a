"""Cues that the encoder marked -> sayings, and how they go together with those of the rules.

Rule. A verb that the encoder marks is read by the rules as if it stood in their lists, for they know where clauses and quotations end; what
is no verb keeps the words that the encoder gives it. Of two cues that meet the fuller stays. A saying of the rules whose cue the encoder
does not think one at all is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ascribe.extract.nearby import Nearby
from ascribe.model.marks import CueMark, Marks
from ascribe.model.sayings import Saying
from ascribe.model.text import Span


def saying_of(cue: CueMark, text: str) -> Saying | None:
    """The saying of one cue; none without content."""
    pieces = (_trimmed(mark.span, text) for mark in cue.roles if mark.role == "content")
    content = tuple(piece for piece in pieces if piece.end > piece.start)
    if not content:
        return None
    sources = [mark for mark in cue.roles if mark.role == "source"]
    source = max(sources, key=lambda mark: mark.chance).span if sources else None
    return Saying(source, (cue.span,), content)


def _trimmed(run: Span, text: str) -> Span:
    start, end = run.start, run.end
    while start < end and (text[start].isspace() or text[start] in ",:;.—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",:;"):
        end -= 1
    if end > start and text[end - 1] == "." and text[start:end].count(".") == 1:
        end -= 1
    return Span(start, end)


def sure_cues(marks: Marks, least: float) -> tuple[Span, ...]:
    """The cues of which the encoder is at least so sure."""
    return tuple(cue.span for cue in marks.cues if cue.chance >= least)


def together(rules: Iterable[Saying], marks: Marks, text: str, least: float) -> tuple[Saying, ...]:
    """The sayings of both (see the module's rule). `least`: from which chance on a cue counts that only the encoder has."""
    kept: list[Saying] = []
    met: set[int] = set()
    cues = Nearby(range(len(marks.cues)), lambda number: [(marks.cues[number].span.start, marks.cues[number].span.end)])
    for saying in rules:
        same = [number for piece in saying.cue for number in cues.at(piece.start, piece.end)]
        met.update(same)
        whole = next((marks.cues[n].span for n in same if any(marks.cues[n].span.covers(piece) for piece in saying.cue)), None)
        if same or not saying.cue:
            kept.append(replace(saying, cue=(whole,)) if whole is not None else saying)
    alone = (saying_of(cue, text) for n, cue in enumerate(marks.cues) if n not in met and cue.chance >= least)
    return (*kept, *(saying for saying in alone if saying is not None))
