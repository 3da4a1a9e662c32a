"""Claims: one account of one happening by one source, with that source's figures. The unit of record."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval


class EventType(StrEnum):
    """PLOVER's sixteen types, from verbal cooperation to material conflict."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Stance(StrEnum):
    """How a source stands to what it speaks of."""

    CLAIMED = "claimed"  # says that it did it itself
    REPORTED = "reported"  # says that it happened, whoever did it
    CONFIRMED = "confirmed"  # bears out what others had said
    ACCUSED = "accused"  # charges another with it
    DENIED = "denied"  # says that it did not happen, or that it did not do it
    DISPUTED = "disputed"  # contests a figure or a detail
    UNCLAIMED = "unclaimed"  # nobody has claimed it
    UNVERIFIED = "unverified"  # could not be verified


class Certainty(StrEnum):
    """How sure a source is of it."""

    STATED = "stated"
    HEDGED = "hedged"  # "allegedly", "is believed to", "feared"


class Contests(StrEnum):
    """What a denial or a dispute is about."""

    HAPPENING = "happening"
    RESPONSIBILITY = "responsibility"
    FIGURE = "figure"
    DETAIL = "detail"


class Granularity(StrEnum):
    """Whether the words tell of one happening or of many."""

    SINGLE = "single"
    AGGREGATE = "aggregate"  # several counted or told together: never split into rows
    BACKGROUND = "background"  # a long-running state of affairs


class Modality(StrEnum):
    """Whether it happened, in the words of the source."""

    ACTUAL = "actual"
    PLANNED = "planned"
    THREATENED = "threatened"
    HYPOTHETICAL = "hypothetical"
    AVERTED = "averted"  # foiled, or said not to have come


class Effect(StrEnum):
    """What was done to people."""

    KILLED = "killed"
    INJURED = "injured"
    ABDUCTED = "abducted"
    ARRESTED = "arrested"
    DISPLACED = "displaced"
    MISSING = "missing"


class Side(StrEnum):
    """On which side of the happening a casualty stood."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    BYSTANDER = "bystander"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """A number as the text gives it, with the range its words leave open. What the words do not set is None."""

    low: int | None
    best: int | None
    high: int | None
    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        known = [n for n in (self.low, self.best, self.high) if n is not None]
        if known != sorted(known):
            raise ValueError(f"low, best and high out of order: {self.low}, {self.best}, {self.high}")

    @property
    def figures(self) -> tuple[int | None, int | None, int | None]:
        """Low, best, high: what two counts must share to be the same figure."""
        return (self.low, self.best, self.high)


@dataclass(frozen=True, slots=True)
class Thing:
    """A target or a weapon, in the words of the text. `according_to` is the party whose description it is."""

    text: str
    category: str
    start: int
    end: int
    according_to: Party | None = None


@dataclass(frozen=True, slots=True)
class Casualty:
    """What befell whom, how many. `who` are the words that name them; `civilian` None: not said."""

    effect: Effect
    who: str
    side: Side
    civilian: bool | None
    count: Count


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, how, and in which words. A None source is the document's own voice."""

    source: Party | None = None
    stance: Stance = Stance.REPORTED
    certainty: Certainty = Certainty.STATED
    contests: Contests | None = None
    via: tuple[Party, ...] = ()
    channel: str | None = None
    said: TimeInterval | None = None
    cue: Quote | None = None
    content: Quote | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One account of one happening by one source. Every field is described in docs/codebook.md."""

    id: str
    event: str
    event_type: EventType
    quote: Quote
    attribution: Attribution
    mode: str | None = None
    tactics: tuple[str, ...] = ()
    granularity: Granularity = Granularity.SINGLE
    modality: Modality = Modality.ACTUAL
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    targets: tuple[Thing, ...] = ()
    weapons: tuple[Thing, ...] = ()
    places: tuple[Place, ...] = ()
    time: TimeInterval | None = None
    casualties: tuple[Casualty, ...] = ()
    fatalities: Count | None = None
    injured: Count | None = None
    abducted: Count | None = None
    arrested: Count | None = None
    displaced: Count | None = None
    victims: Count | None = None
    occurrences: Count | None = None
    sites: Count | None = None
    campaign: str | None = None
    purpose: Quote | None = None
    contexts: tuple[str, ...] = ()
    evidence: tuple[tuple[str, tuple[Quote, ...]], ...] = field(default=())
    confidence: float = 0.5
    made_by: str = ""
    parts: tuple[tuple[str, str], ...] = ()
