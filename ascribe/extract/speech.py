"""A speech: one speaker's words in one sentence, with the way in which they are attributed."""

from __future__ import annotations

from dataclasses import dataclass

from ascribe.model.claims import Certainty, Contests, Stance
from ascribe.model.parties import Party
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval


@dataclass(slots=True)
class Speech:
    """One speaker's words in one sentence. `start` to `end` is what is said; `verb_start` to `verb_end` the clause that says who.

    `others` say the same beside the source ("police and residents said"): each is a source of its own.
    """

    source: Party | None
    stance: Stance
    start: int
    end: int
    verb_start: int
    verb_end: int
    cue: Quote | None = None
    verb: str = ""
    kind: str = "say"
    via: tuple[Party, ...] = ()
    others: tuple[Party, ...] = ()
    channel: str | None = None
    said: TimeInterval | None = None
    hedged: bool = False
    negated: bool = False
    clause: int | None = None
    contests: Contests | None = None
    trailing: bool = False

    def covers(self, offset: int) -> bool:
        """What stands at this offset is said by this speaker."""
        return self.start <= offset < self.end and not (self.verb_start <= offset < self.verb_end)

    @property
    def certainty(self) -> Certainty:
        """How sure the way of saying it is."""
        return Certainty.HEDGED if self.hedged else Certainty.STATED


def innermost(found: list[Speech], offset: int) -> Speech | None:
    """The speaker who says what stands at this offset: the one whose words are the shortest stretch around it."""
    covering = [speech for speech in found if speech.covers(offset)]
    return min(covering, key=lambda speech: (speech.end - speech.start, -speech.verb_start), default=None)
