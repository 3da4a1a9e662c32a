"""A document and what is told in it, as records: a test names the words and who says them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ascribe.export.records import record
from ascribe.link.events import events
from ascribe.model.claims import Attribution, Casualty, Claim, Count, Effect, EventType, Granularity, Side, Stance
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.model.times import Basis, TimeInterval

TEXT = (
    "Police said a bomb killed 24 people in Quetta on Monday. The army denied any part in it.\nRebels claimed 71 attacks in recent weeks."
)


def party(text: str, name: str, kind: Kind = Kind.UNKNOWN, **known: Any) -> Party:
    """The party that the text names so, where it does so first."""
    start = text.index(name)
    return Party(name, start, start + len(name), kind, **known)


def claim(text: str, quote: str, source: str | None = None, stance: Stance = Stance.REPORTED, **known: Any) -> Claim:
    """A claim that rests on these words of the text."""
    document = Document.of(text)
    start = text.index(quote)
    attribution = Attribution(party(text, source) if source else None, stance, contests=known.pop("contests", None))
    known.setdefault("id", "c1")
    known.setdefault("event", "e1")
    return Claim(event_type=EventType.ASSAULT, quote=document.quote(start, start + len(quote)), attribution=attribution, **known)


def told(text: str, *claims: Claim, **document: Any) -> dict[str, Any]:
    """The records of a document in which these claims are made, numbered in their order."""
    numbered = tuple(replace(made, id=f"c{at}") for at, made in enumerate(claims, 1))
    return record(Reading(Document.of(text, **document), claims=numbered, events=events(numbered, document.get("publisher"))))


def killed(text: str, number: int) -> dict[str, Any]:
    """Fields of a claim that says so many were killed."""
    start = text.index(str(number))
    count = Count(number, number, number, str(number), start, start + len(str(number)))
    return {"fatalities": count, "casualties": (Casualty(Effect.KILLED, "people", Side.RECIPIENT, None, count),)}


def bombing(**document: Any) -> dict[str, Any]:
    """A bombing told by the police, denied by the army, and beside it 71 attacks told together."""
    from datetime import date

    at = TEXT.index("Quetta")
    quetta = Place("Quetta", at, at + 6, Level.TOWN, "Quetta", 30.18, -67.0, "PK", admin1="Balochistan", gazetteer_id="1167528")
    at = TEXT.index("on Monday")
    monday = TimeInterval(date(2025, 5, 12), date(2025, 5, 12), Basis.RELATIVE, "on Monday", at, at + 9)
    at = TEXT.index("71")
    return told(
        TEXT,
        claim(
            TEXT,
            "a bomb killed 24 people in Quetta on Monday",
            "Police",
            tactics=("explosion",),
            recipients=(party(TEXT, "24 people", Kind.CIVILIANS),),
            places=(quetta,),
            time=monday,
            confidence=0.8,
            made_by="fast 0",
            **killed(TEXT, 24),
        ),
        claim(TEXT, "The army denied any part in it", "The army", Stance.DENIED),
        claim(
            TEXT,
            "Rebels claimed 71 attacks in recent weeks",
            "Rebels",
            Stance.CLAIMED,
            event="e2",
            granularity=Granularity.AGGREGATE,
            actors=(party(TEXT, "Rebels", Kind.REBEL_GROUP),),
            occurrences=Count(71, 71, 71, "71", at, at + 2),
        ),
        **{"title": "Bomb in Quetta", "publisher": "The Post", "published": "2025-05-13", "language": "en", **document},
    )
