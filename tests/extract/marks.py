"""Marks made by hand, and a text coded with them: what an encoder would have to find for a test to be about what becomes of it."""

from __future__ import annotations

from dataclasses import replace

from ascribe.annotate import heads
from ascribe.extract.code import Claims
from ascribe.extract.fused import Entry
from ascribe.extract.marked import Marked
from ascribe.model.marks import CueMark, EventMark, Marks, RoleMark
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Span
from ascribe.pipeline import read_through
from tests.make import steps


def span(text: str, words: str) -> Span:
    """Where these words stand first."""
    at = text.index(words)
    return Span(at, at + len(words))


def sure(head: str, label: str, chance: float = 0.97) -> dict[str, float]:
    """A head that is sure of one label."""
    rest = [other for other in heads.CHOICES[head] if other != label]
    return {label: chance, **dict.fromkeys(rest, (1 - chance) / len(rest))}


def event(text: str, words: str, kind: str = "ASSAULT", *, chance: float = 0.95, told: float = 0.95, **known: object) -> EventMark:
    """A mark on these words; `roles` are pairs of role and words, any head's label by its name."""
    labels = {"type": kind, "mode": "none", "granularity": "single", "modality": "actual", "stance": "reported", "certainty": "stated"}
    labels |= {"contests": "none"}
    roles = tuple(RoleMark(role, span(text, said), 0.9) for role, said in known.pop("roles", ()))  # type: ignore[attr-defined]
    tactics = dict.fromkeys(known.pop("tactics", ()), 0.9)  # type: ignore[attr-defined]
    labels |= {name: str(label) for name, label in known.items()}
    choices = {"voice": {"document": 0.5, "source": 0.5}} | {head: sure(head, label) for head, label in labels.items()}
    where = span(text, words)
    return EventMark(where, text[: where.start].count(". "), chance, choices, tactics, told, roles)


def cue(text: str, words: str, chance: float = 0.9, elsewhere: float = 0.05, *, stance: str = "reported", **roles: str) -> CueMark:
    """A cue with its source and content. `elsewhere`: it makes a claim of what is named elsewhere, in this stance."""
    where = span(text, words)
    found = tuple(RoleMark(role, span(text, said), 0.9) for role, said in roles.items())
    labels = {"stance": stance, "certainty": "stated", "contests": "none"}
    choices = {head: sure(head, label) for head, label in labels.items()}
    return CueMark(where, text[: where.start].count(". "), chance, elsewhere, choices, found)


Pairs = dict[tuple[int, int], float]


def coded_with(
    text: str, *found: EventMark | CueMark, same: Pairs | None = None, said: Pairs | None = None, about: Pairs | None = None
) -> Reading:
    """The text as it is coded when the encoder finds just this. Pairs are of the events, or of cues and events, by number."""
    events = tuple(mark for mark in found if isinstance(mark, EventMark))
    cues = tuple(mark for mark in found if isinstance(mark, CueMark))
    marks = Marks(events, cues, same=same or {}, said=said or {}, about=about or {}, incident=(0.5,), claims=(0.9,))

    return _through(text, marks, len(steps()))


def accounts_with(text: str, *found: EventMark | CueMark, said: Pairs | None = None) -> tuple[Marked, list[Entry]]:
    """The accounts of the text before they are grouped, when the encoder finds just this."""
    events = tuple(mark for mark in found if isinstance(mark, EventMark))
    cues = tuple(mark for mark in found if isinstance(mark, CueMark))
    step = next(step for step in steps() if isinstance(step, Claims))
    return step.entries(_through(text, Marks(events, cues, said=said or {}), steps().index(step)))


def _through(text: str, marks: Marks, how_far: int) -> Reading:
    """The reading of the text with these marks after so many steps."""

    def marked(reading: Reading) -> Reading:
        return replace(reading, marks=marks)

    first, *rest = steps()[:how_far]
    document = Document.of(text, published="2024-06-12", language="en")
    return next(read_through([document], (first, marked, *rest)))
