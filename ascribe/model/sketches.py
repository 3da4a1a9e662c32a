"""Sketches: all of a report that is compared with other reports, and nothing else. Plain numbers and words, so that they can be kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Days:
    """Days on which it may have been, as ordinals of the calendar, both included; None is an open end.

    `chance` is how likely they are right, `how` where they are from: own (the words that tell of it), left, right (the same sentence),
    before, behind (sentences around), publication.
    """

    first: int | None
    last: int | None
    chance: float
    how: str


@dataclass(frozen=True, slots=True)
class Where:
    """A place: what tells it from others, its name in small letters, degrees in WGS 84, its level and the areas that it lies in."""

    key: str
    name: str
    latitude: float | None
    longitude: float | None
    level: str
    country: str | None = None
    admin1: str | None = None
    admin2: str | None = None


@dataclass(frozen=True, slots=True)
class Who:
    """A party: what tells it from others, its id in the register, what it belongs to; `words` are the stems of its name."""

    key: str
    id: str | None
    parent: str | None
    kind: str
    country: str | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people met with an effect; what the text does not set is None."""

    effect: str
    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one report.

    `published` is the day of publication as an ordinal of the calendar, None where it is not known; `days` are the likeliest, at most four.
    Words are stems: `heads` of those that name the happening, `words` of the clauses that tell of it, `around` of the title and the whole
    sentences. `names` are written with a capital in the clauses, `all_names` in the document. `numbers` are the figures of the clauses, in
    digits. `hours` are parts of the day ("night"), `order` words that set it beside another happening ("second"). `vector` holds the
    encoder's numbers for the words that name it, a signed byte each; empty without an encoder.
    """

    report: str
    document: str
    published: int | None
    type: str
    granularity: str
    modality: str
    tactics: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    days: tuple[Days, ...] = ()
    wheres: tuple[Where, ...] = ()
    actors: tuple[Who, ...] = ()
    recipients: tuple[Who, ...] = ()
    accused: tuple[Who, ...] = ()
    targets: tuple[tuple[str, str], ...] = ()
    tolls: tuple[Toll, ...] = ()
    occurrences: int | None = None
    campaign: str | None = None
    heads: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    all_names: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    hours: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    vector: bytes = b""


@dataclass(frozen=True, slots=True)
class Outline:
    """What of a sketch can rule out by itself that two reports are of one event; a sketch that is kept as JSON is read as this, too."""

    granularity: str
    days: tuple[Days, ...] = ()
    wheres: tuple[Where, ...] = ()
    occurrences: int | None = None


@dataclass(frozen=True, slots=True)
class Keys:
    """By which a report is found (`answers`), and by which it looks for others (`asks`): 64-bit numbers that are the same in every run.

    Those of broad keys are below 0.

    Two reports meet where one asks for what the other answers to. A report whose town or site is located asks for those nearby; it need not
    ask for all of its province, party or day, because whatever lies far from it is of another event. Those who know less ask for it.
    """

    answers: tuple[int, ...]
    asks: tuple[int, ...]

    def meet(self, other: Keys) -> bool:
        """The two are to be compared."""
        return not set(self.asks).isdisjoint(other.answers) or not set(other.asks).isdisjoint(self.answers)
