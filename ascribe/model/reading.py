"""A reading: one document and all that has been found in it so far. Each step returns a new one."""

from __future__ import annotations

from dataclasses import dataclass

from ascribe.model.claims import Claim
from ascribe.model.events import Event
from ascribe.model.grammar import Parse
from ascribe.model.marks import Marks
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.sayings import Saying
from ascribe.model.text import Document, Span
from ascribe.model.times import TimeInterval


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark of punctuation. `lower` is its folded form: small letters, straight apostrophes."""

    text: str
    start: int
    end: int
    lower: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its tokens. `paragraph` counts from 0; `quoted` says that it begins inside a quotation."""

    start: int
    end: int
    paragraph: int
    tokens: tuple[Token, ...]
    quoted: bool = False

    @property
    def span(self) -> Span:
        """Where the sentence stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """One document and all that has been found in it so far.

    `parses` go with `sentences`, one each. `names` are parties named anywhere, `parties` those that a whole
    noun phrase stands for; `places` and `times` are what the text mentions, in its order; `upper_case` says that capitals tell nothing
    here (old wire copy); `marks` are what the encoder found, None where it was not asked; `sayings` are all attributions, whatever they
    are about; `body_start` is where the text begins after its dateline, `dateline` the place or date line
    before it.
    """

    document: Document
    sentences: tuple[Sentence, ...] = ()
    parses: tuple[Parse, ...] = ()
    upper_case: bool = False
    body_start: int = 0
    dateline: Span | None = None
    names: tuple[Party, ...] = ()
    parties: tuple[Party, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[TimeInterval, ...] = ()
    marks: Marks | None = None
    sayings: tuple[Saying, ...] = ()
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
