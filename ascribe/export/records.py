"""Readings -> the records of the contract: plain dicts in the shape of docs/codebook.md, ready for JSON."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any

from ascribe.model.claims import Casualty, Claim, Count, Thing
from ascribe.model.events import Event
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Quote
from ascribe.model.times import TimeInterval

Record = dict[str, Any]


def record(reading: Reading) -> Record:
    """One coded document: `document`, `claims`, `events`."""
    return {
        "document": document_record(reading.document),
        "claims": [claim_record(claim) for claim in reading.claims],
        "events": [event_record(event) for event in reading.events],
    }


def document_record(document: Document) -> Record:
    """What is known of the text, and the text that all offsets count into."""
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": document.published,
        "url": document.url,
        "language": document.language,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "notes": list(document.notes),
    }


def claim_record(claim: Claim) -> Record:
    """One claim, every field of the contract present."""
    source = claim.attribution
    return {
        "id": claim.id,
        "event": claim.event,
        "event_type": claim.event_type.value,
        "mode": claim.mode,
        "tactics": list(claim.tactics),
        "granularity": claim.granularity.value,
        "modality": claim.modality.value,
        "attribution": {
            "source": party_record(source.source),
            "via": [party_record(party) for party in source.via],
            "stance": source.stance.value,
            "certainty": source.certainty.value,
            "contests": _value(source.contests),
            "channel": source.channel,
            "said": time_record(source.said),
            "cue": quote_record(source.cue),
            "content": quote_record(source.content),
        },
        "actors": [party_record(party) for party in claim.actors],
        "recipients": [party_record(party) for party in claim.recipients],
        "targets": [thing_record(thing) for thing in claim.targets],
        "weapons": [thing_record(thing) for thing in claim.weapons],
        "places": [place_record(place) for place in claim.places],
        "time": time_record(claim.time),
        "casualties": [casualty_record(casualty) for casualty in claim.casualties],
        "fatalities": count_record(claim.fatalities),
        "injured": count_record(claim.injured),
        "abducted": count_record(claim.abducted),
        "arrested": count_record(claim.arrested),
        "displaced": count_record(claim.displaced),
        "victims": count_record(claim.victims),
        "occurrences": count_record(claim.occurrences),
        "sites": count_record(claim.sites),
        "campaign": claim.campaign,
        "purpose": quote_record(claim.purpose),
        "contexts": list(claim.contexts),
        "quote": quote_record(claim.quote),
        "evidence": {name: [quote_record(quote) for quote in quotes] for name, quotes in claim.evidence},
        "confidence": claim.confidence,
        "made_by": claim.made_by,
        "parts": dict(claim.parts),
    }


def event_record(event: Event) -> Record:
    """One event, derived from its claims."""
    return {
        "id": event.id,
        "claims": list(event.claims),
        "event_type": event.event_type.value,
        "tactics": list(event.tactics),
        "granularity": event.granularity.value,
        "modality": event.modality.value,
        "time": time_record(event.time),
        "places": [place_record(place) for place in event.places],
        "actors": [party_record(party) for party in event.actors],
        "recipients": [party_record(party) for party in event.recipients],
        "fatalities": count_record(event.fatalities),
        "injured": count_record(event.injured),
        "casualties": [{"claim": name, **casualty_record(casualty)} for name, casualty in event.casualties],
        "standing": {
            name: {"level": aspect.level.value, "sources": list(aspect.sources), "contested_by": list(aspect.contested_by)}
            for name, aspect in (
                ("happening", event.standing.happening),
                ("responsibility", event.standing.responsibility),
                ("toll", event.standing.toll),
            )
        },
        "told_in": {name: list(claims) for name, claims in event.told_in},
        "relations": [{"type": tie.type.value, "event": tie.event, "quote": quote_record(tie.quote)} for tie in event.relations],
    }


def party_record(party: Party | None) -> Record | None:
    """A party as the text names it and who that is."""
    if party is None:
        return None
    return {
        "name": party.name,
        "canonical": party.canonical,
        "id": party.id,
        "kind": party.kind.value,
        "country": party.country,
        "parent": party.parent,
        "inferred": party.inferred,
        "stands_for": party.stands_for,
        "candidates": [{"id": c.id, "canonical": c.canonical} for c in party.candidates],
        "flags": list(party.flags),
        "start": party.start,
        "end": party.end,
    }


def place_record(place: Place) -> Record:
    """A place as the text names it and where that is."""
    return {
        "name": place.name,
        "canonical": place.canonical,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "country": place.country,
        "disputed": list(place.disputed),
        "admin1": place.admin1,
        "admin2": place.admin2,
        "level": place.level.value,
        "gazetteer_id": place.gazetteer_id,
        "inferred": place.inferred,
        "candidates": [
            {
                "canonical": c.canonical,
                "country": c.country,
                "latitude": c.latitude,
                "longitude": c.longitude,
                "gazetteer_id": c.gazetteer_id,
            }
            for c in place.candidates
        ],
        "start": place.start,
        "end": place.end,
    }


def time_record(time: TimeInterval | None) -> Record | None:
    """An interval of days."""
    if time is None:
        return None
    return {
        "start": _day(time.start),
        "end": _day(time.end),
        "precision": time.precision.value,
        "basis": time.basis.value,
        "clock": time.clock,
        "text": time.text,
        "start_offset": time.start_offset,
        "end_offset": time.end_offset,
    }


def count_record(count: Count | None) -> Record | None:
    """A number with its range."""
    if count is None:
        return None
    return {"low": count.low, "best": count.best, "high": count.high, "text": count.text, "start": count.start, "end": count.end}


def casualty_record(casualty: Casualty) -> Record:
    """What befell whom."""
    return {
        "effect": casualty.effect.value,
        "who": casualty.who,
        "side": casualty.side.value,
        "civilian": casualty.civilian,
        "count": count_record(casualty.count),
    }


def thing_record(thing: Thing) -> Record:
    """A target or a weapon."""
    return {
        "text": thing.text,
        "category": thing.category,
        "according_to": party_record(thing.according_to),
        "start": thing.start,
        "end": thing.end,
    }


def quote_record(quote: Quote | None) -> Record | None:
    """Words with their place."""
    if quote is None:
        return None
    return {"start": quote.start, "end": quote.end, "exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix}


def _value(member: Enum | None) -> str | None:
    return None if member is None else member.value


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
