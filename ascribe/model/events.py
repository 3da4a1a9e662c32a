"""Events: what claims are about. Everything in an event is derived from its claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ascribe.model.claims import Casualty, Count, EventType, Granularity, Modality
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval


class Standing(StrEnum):
    """How far an aspect of an event is borne out, by who says so."""

    NONE = "none"  # nobody says so
    PARTY_ONLY = "party_only"  # only those who are party to the event
    SINGLE = "single"  # one independent source
    CORROBORATED = "corroborated"  # two independent sources or more


@dataclass(frozen=True, slots=True)
class Aspect:
    """The standing of one aspect, the sources it rests on, and who contests it. Names are as a reader should see them."""

    level: Standing = Standing.NONE
    sources: tuple[str, ...] = ()
    contested_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StandingByAspect:
    """How far the happening, the responsibility for it, and its toll are borne out."""

    happening: Aspect
    responsibility: Aspect
    toll: Aspect


class RelationType(StrEnum):
    """How one event stands to another, read "this TYPE that"."""

    RETALIATES_FOR = "retaliates_for"
    RESULTS_FROM = "results_from"
    RESPONDS_TO = "responds_to"
    FOLLOWS = "follows"
    PART_OF = "part_of"
    SAME_CAMPAIGN = "same_campaign"


@dataclass(frozen=True, slots=True)
class Relation:
    """This event stands so to that one, in these words."""

    type: RelationType
    event: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Event:
    """What several claims are about. Figures: low the lowest said, high the highest, best the latest of a source that is no party.

    `told_in`: for places, actors and recipients the id of the claim in which each value first stands, in their order, and that of the time.
    """

    id: str
    claims: tuple[str, ...]
    event_type: EventType
    granularity: Granularity
    modality: Modality
    standing: StandingByAspect
    tactics: tuple[str, ...] = ()
    time: TimeInterval | None = None
    places: tuple[Place, ...] = ()
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    fatalities: Count | None = None
    injured: Count | None = None
    casualties: tuple[tuple[str, Casualty], ...] = ()
    relations: tuple[Relation, ...] = ()
    told_in: tuple[tuple[str, tuple[str, ...]], ...] = ()
