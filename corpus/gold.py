"""One annotated document as values: its text, its attributions, the mentions of its events, its claims in the shape of the records.

`read` turns an annotation (docs/annotation.md) and its text into a `Gold`; whatever is wrong is collected, so that an annotator sees all
of it at once. Claims are the program's own `Claim`, so that gold and coded documents can be compared value by value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from ascribe.model.claims import (
    Attribution,
    Casualty,
    Certainty,
    Claim,
    Contests,
    Count,
    Effect,
    EventType,
    Granularity,
    Modality,
    Side,
    Stance,
    Thing,
)
from ascribe.model.events import RelationType
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.text import Document, Quote, Span
from ascribe.model.times import Basis, TimeInterval
from corpus import anchors
from corpus.codes import CASES, MODES, TACTICS

Value = TypeVar("Value")
COUNTS = ("fatalities", "injured", "abducted", "arrested", "displaced", "victims", "occurrences", "sites")


class GoldError(ValueError):
    """An annotation that breaks the guidelines' form. The message has a line for each thing that is wrong."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One attribution: who says so, through whom, by which words, what. Codable or not."""

    id: str
    source: Party | None
    via: tuple[Party, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the text and every word that names it."""

    id: str
    event_type: EventType
    mode: str | None
    tactics: tuple[str, ...]
    granularity: Granularity
    modality: Modality
    words: tuple[Span, ...]
    case: str | None = None


@dataclass(frozen=True, slots=True)
class Tie:
    """How one event stands to another, read "event TYPE to"."""

    event: str
    type: RelationType
    to: str


@dataclass(frozen=True, slots=True)
class Gold:
    """A document with its three layers, and what is known about it: form, region, phenomena, setting."""

    name: str
    document: Document
    about: dict[str, Any]
    sayings: tuple[Saying, ...]
    happenings: tuple[Happening, ...]
    claims: tuple[Claim, ...]
    said_in: tuple[str | None, ...]
    ties: tuple[Tie, ...] = ()

    def happening(self, event: str) -> Happening:
        """The event of this id."""
        return next(happening for happening in self.happenings if happening.id == event)


def read(annotation: dict[str, Any], text: str) -> Gold:
    """An annotation laid over its text. `GoldError` lists everything that is wrong."""
    reader = _Reader(annotation, text)
    gold = reader.gold()
    if reader.problems:
        raise GoldError("\n".join(reader.problems))
    assert gold is not None
    return gold


class _Reader:
    """Reads one annotation and collects what is wrong with it."""

    def __init__(self, annotation: dict[str, Any], text: str) -> None:
        self.annotation, self.text = annotation, text
        self.document = Document.of(text, published=annotation.get("published"), publisher=annotation.get("outlet"), language="en")
        self.problems: list[str] = []
        self.where = ""

    def gold(self) -> Gold | None:
        name = str(self.annotation.get("document", "?"))
        sayings = self.each("attributions", self.saying)
        happenings = self.each("events", self.happening)
        said = {saying.id: saying for saying in sayings}
        told = {happening.id: happening for happening in happenings}
        claims = self.each("claims", lambda item: self.claim(item, told, said))
        ties = self.each("relations", lambda item: self.tie(item, told))
        for kind, items in (("attribution", sayings), ("event", happenings), ("claim", claims)):
            ids = [item.id for item in items]
            self.problems += [f"{kind} {twice}: this id stands twice" for twice in sorted({i for i in ids if ids.count(i) > 1})]
        claimed = {claim.event for claim in claims}
        self.problems += [f"event {h.id}: no claim is about it" for h in happenings if h.id not in claimed]
        if self.problems:
            return None
        about = {key: value for key, value in self.annotation.items() if key not in {"attributions", "events", "claims", "relations"}}
        said_in = tuple(item.get("by") for item in self.annotation.get("claims", ()))
        return Gold(name, self.document, about, tuple(sayings), tuple(happenings), tuple(claims), said_in, tuple(ties))

    def each(self, field: str, make: Callable[[dict[str, Any]], Value]) -> list[Value]:
        """Every item of a list that can be made; what cannot be is named in the problems."""
        made = []
        for number, item in enumerate(self.annotation.get(field) or (), start=1):
            with self.at(f"{field} {item.get('id', number)}" if isinstance(item, dict) else f"{field} {number}"):
                made.append(make(item))
        return made

    @contextmanager
    def at(self, where: str) -> Iterator[None]:
        before, self.where = self.where, where
        try:
            yield
        except (ValueError, KeyError, TypeError, AttributeError) as problem:
            told = f"{problem} is missing" if isinstance(problem, KeyError) else str(problem)
            self.problems.append(f"{self.where}: {told}")
        finally:
            self.where = before

    # the layers

    def saying(self, item: dict[str, Any]) -> Saying:
        _known_keys(item, {"id", "source", "via", "cue", "content", "channel", "note"})
        content = anchors.many(self.text, item.get("content"))
        if not content:
            raise ValueError("an attribution has content")
        near = anchors.around(self.text, content)
        cue = anchors.many(self.text, item.get("cue"), near)
        source = self.party(item["source"], near) if item.get("source") is not None else None
        via = tuple(self.party(party, near) for party in item.get("via") or ())
        return Saying(item["id"], source, via, cue, content, item.get("channel"))

    def happening(self, item: dict[str, Any]) -> Happening:
        _known_keys(item, {"id", "type", "mode", "tactics", "granularity", "modality", "words", "case", "note"})
        mode = item.get("mode")
        kind = EventType(item["type"])
        if mode is not None and mode not in MODES[kind]:
            raise ValueError(f"{kind} has no mode {mode!r}; it has {', '.join(MODES[kind]) or 'none'}")
        if item.get("case") is not None and item["case"] not in CASES:
            raise ValueError(f"there is no case {item['case']!r}")
        words = tuple(anchors.one(self.text, word) for word in item.get("words") or ())
        if not words:
            raise ValueError("an event has words that name it")
        if len(set(words)) < len(words):
            raise ValueError("one place is given twice among its words")
        return Happening(
            item["id"],
            kind,
            mode,
            _tactics(item.get("tactics") or ()),
            Granularity(item.get("granularity", "single")),
            Modality(item.get("modality", "actual")),
            words,
            item.get("case"),
        )

    def claim(self, item: dict[str, Any], events: dict[str, Happening], sayings: dict[str, Saying]) -> Claim:
        _known_keys(item, _CLAIM_KEYS)
        quote = self.quote(item["quote"])
        near = quote.span
        event = _of(events, item["event"], "event")
        saying = _of(sayings, item["by"], "attribution") if item.get("by") is not None else None
        stance, contests = Stance(item.get("stance", "reported")), item.get("contests")
        if (stance in {Stance.DENIED, Stance.DISPUTED}) != (contests is not None):
            raise ValueError("a denied or disputed claim says what it contests, and no other does")
        attribution = Attribution(
            source=saying.source if saying else None,
            stance=stance,
            certainty=Certainty(item.get("certainty", "stated")),
            contests=Contests(contests) if contests is not None else None,
            via=saying.via if saying else (),
            channel=saying.channel if saying else None,
            cue=self.document.quote(saying.cue[0].start, saying.cue[-1].end) if saying and saying.cue else None,
            content=self.document.quote(saying.content[0].start, saying.content[-1].end) if saying else None,
        )
        counts: dict[str, Any] = {field: self.count(item[field], near) for field in COUNTS if item.get(field) is not None}
        return Claim(
            id=item["id"],
            event=event.id,
            event_type=EventType(item.get("type", event.event_type)),
            quote=quote,
            attribution=attribution,
            mode=item.get("mode", event.mode),
            tactics=_tactics(item["tactics"]) if "tactics" in item else event.tactics,
            granularity=Granularity(item.get("granularity", event.granularity)),
            modality=Modality(item.get("modality", event.modality)),
            actors=tuple(self.party(party, near) for party in item.get("actors") or ()),
            recipients=tuple(self.party(party, near) for party in item.get("recipients") or ()),
            targets=tuple(self.thing(thing, near) for thing in item.get("targets") or ()),
            weapons=tuple(self.thing(thing, near) for thing in item.get("weapons") or ()),
            places=tuple(self.place(place, near) for place in item.get("places") or ()),
            time=self.time(item["time"], near) if item.get("time") is not None else None,
            casualties=tuple(self.casualty(entry, near) for entry in item.get("casualties") or ()),
            campaign=item.get("campaign"),
            purpose=self.quote(item["purpose"], near) if item.get("purpose") is not None else None,
            contexts=tuple(item.get("contexts") or ()),
            confidence=1.0,
            made_by="gold",
            **counts,
        )

    def tie(self, item: dict[str, Any], events: dict[str, Happening]) -> Tie:
        return Tie(_of(events, item["event"], "event").id, RelationType(item["type"]), _of(events, item["to"], "event").id)

    # the values

    def quote(self, anchor: Any, within: Span | None = None) -> Quote:
        span = anchors.one(self.text, anchor, within)
        return self.document.quote(span.start, span.end)

    def party(self, item: Any, within: Span) -> Party:
        words, key, inferred = (*item, None)[:3] if isinstance(item, list) and len(item) in {2, 3} else _not_a("party", item)
        span = anchors.one(self.text, words, within)
        known = _of(self.annotation.get("parties") or {}, key, "party") if key is not None else {}
        return Party(
            self.text[span.start : span.end],
            span.start,
            span.end,
            Kind(known.get("kind", "unknown")),
            known.get("canonical"),
            key,
            known.get("country"),
            inferred=inferred == "inferred",
        )

    def place(self, item: Any, within: Span) -> Place:
        words, key = item if isinstance(item, list) and len(item) == 2 else _not_a("place", item)
        span = anchors.one(self.text, words, within)
        known = _of(self.annotation.get("places") or {}, key, "place") if key is not None else {}
        return Place(
            self.text[span.start : span.end],
            span.start,
            span.end,
            Level(known.get("level", "unlocated")),
            known.get("canonical"),
            country=known.get("country"),
            admin1=known.get("admin1"),
            gazetteer_id=key,
        )

    def thing(self, item: Any, within: Span) -> Thing:
        words, category = item if isinstance(item, list) and len(item) == 2 else _not_a("target or weapon", item)
        span = anchors.one(self.text, words, within)
        return Thing(self.text[span.start : span.end], category, span.start, span.end)

    def time(self, item: dict[str, Any], within: Span) -> TimeInterval:
        _known_keys(item, {"words", "start", "end", "basis", "clock"})
        span = anchors.one(self.text, item["words"], within) if item.get("words") is not None else None
        first, last = (date.fromisoformat(item[side]) if item.get(side) else None for side in ("start", "end"))
        basis, clock = Basis(item["basis"]), item.get("clock")
        if basis is Basis.PUBLICATION and last is None and self.document.published:
            last = date.fromisoformat(self.document.published)  # no later than that
        if span is None:
            return TimeInterval(first, last, basis, clock=clock)
        return TimeInterval(first, last, basis, self.text[span.start : span.end], span.start, span.end, clock)

    def count(self, item: Any, within: Span) -> Count:
        words, low, best, high = item if isinstance(item, list) and len(item) == 4 else _not_a("count", item)
        span = anchors.one(self.text, words, within)
        return Count(low, best, high, self.text[span.start : span.end], span.start, span.end)

    def casualty(self, item: dict[str, Any], within: Span) -> Casualty:
        _known_keys(item, {"effect", "who", "side", "civilian", "count"})
        who = anchors.one(self.text, item["who"], within)
        words = self.text[who.start : who.end]
        return Casualty(Effect(item["effect"]), words, Side(item["side"]), item.get("civilian"), self.count(item["count"], within))


_CLAIM_KEYS = {
    *("id", "event", "by", "stance", "certainty", "contests", "quote", "type", "mode", "tactics", "granularity", "modality", "actors"),
    *("recipients", "targets", "weapons", "places", "time", "casualties", "campaign", "purpose", "contexts", "note", *COUNTS),
}


def _tactics(given: Any) -> tuple[str, ...]:
    unknown = sorted(set(given) - TACTICS)
    if unknown:
        raise ValueError(f"no such tactic: {', '.join(unknown)}")
    return tuple(given)


def _of(known: dict[str, Value], key: str, what: str) -> Value:
    if key not in known:
        raise ValueError(f"there is no {what} {key!r}" + (f"; there are {', '.join(known)}" if known else ""))
    return known[key]


def _known_keys(item: dict[str, Any], known: set[str]) -> None:
    unknown = sorted(set(item) - known)
    if unknown:
        raise ValueError(f"no such field: {', '.join(unknown)}")


def _not_a(what: str, item: Any) -> Any:
    raise ValueError(f"{item!r} is no {what}; see docs/annotation.md, The file")
