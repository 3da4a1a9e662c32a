"""Scores of attributions: spans of each element, characters, and whole attributions linked.

Definitions: shared/corpora/polnear/README.md (after CofeNet, Wang et al. 2022, for exact, begin and Jaccard). Spans are in characters; the
published figures count tokens within sentences, which costs 0.2 to 1.0 points.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ascribe.model.text import Span
from benchmarks.metrics.assignment import best
from benchmarks.metrics.tally import Tally, matched, shared

ELEMENTS = ("source", "cue", "content")


@dataclass(frozen=True)
class Attribution:
    """Source, cue and content, each in any number of pieces."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    def element(self, name: str) -> tuple[Span, ...]:
        """The pieces of the element of this name."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[name]


def from_json(items: Iterable[dict[str, list[list[int]]]]) -> tuple[Attribution, ...]:
    """Attributions of a file, gold or predicted."""
    return tuple(Attribution(*(tuple(Span(s, e) for s, e in item.get(name) or ()) for name in ELEMENTS)) for item in items)


def spans(attributions: Iterable[Attribution], name: str) -> set[Span]:
    """The pieces of an element in one file, none twice."""
    return {piece for attribution in attributions for piece in attribution.element(name)}


def exact(gold: Sequence[Attribution], found: Sequence[Attribution], name: str) -> Tally:
    """Both ends are right."""
    return shared(spans(gold, name), spans(found, name))


def begin(gold: Sequence[Attribution], found: Sequence[Attribution], name: str) -> Tally:
    """The beginning is right."""
    return shared(*({piece.start for piece in spans(side, name)} for side in (gold, found)))


def jaccard(gold: Sequence[Attribution], found: Sequence[Attribution], name: str) -> Tally:
    """The overlap of each gold span with the best found one, and a 0 for each found span that meets none. Its "recall" is the figure."""
    a, b = spans(gold, name), spans(found, name)
    shares = sum(max((_share(g, f) for f in b), default=0.0) for g in a)
    idle = sum(not any(f.overlaps(g) for g in a) for f in b)
    return Tally(shares, len(a) + idle, shares, len(a) + idle)


def _share(a: Span, b: Span) -> float:
    common = min(a.end, b.end) - max(a.start, b.start)
    return common / (max(a.end, b.end) - min(a.start, b.start)) if common > 0 else 0.0


def characters(gold: Sequence[Attribution], found: Sequence[Attribution], name: str) -> Tally:
    """The characters that an element covers."""
    return shared(*({at for piece in spans(side, name) for at in range(piece.start, piece.end)} for side in (gold, found)))


def linked(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Tally:
    """Whole attributions, one-to-one: right if each element overlaps, or is absent in both."""
    pairs = best(found, gold, lambda f, g: float(all(_meets(f.element(name), g.element(name)) for name in ELEMENTS)))
    return matched(len(pairs), len(found), len(gold))


def _meets(a: tuple[Span, ...], b: tuple[Span, ...]) -> bool:
    return any(x.overlaps(y) for x in a for y in b) if a and b else not a and not b
