"""The pieces that a page is made of: escaped words, a text with its marks, a claim, an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

from ascribe.export import names, words
from ascribe.export.highlight import Piece, marks, pieces
from ascribe.export.marks import name as unseen
from ascribe.export.marks import number, on_one_line, visible
from ascribe.export.marks import pieces as seen_and_unseen

Record = dict[str, Any]


def shown(text: str) -> str:
    """Text as it may stand in a page: escaped, with a visible mark in place of every character that cannot be seen."""
    return "".join(
        f'<span class="unseen" title="{escape(unseen(part))}">{number(part)}</span>' if hidden else escape(part)
        for part, hidden in seen_and_unseen(text)
    )


def quoted(text: str) -> str:
    """The same for the value of an attribute."""
    return escape(visible(text))


def line(text: str) -> str:
    """The same on one line."""
    return shown(" ".join(text.split()))


def text_with_marks(record: Record, doc: int) -> str:
    """The whole text, a paragraph for each line, with the words of every claim marked and numbered."""
    text, claims = record["document"]["text"], record["claims"]
    begun: set[int] = set()
    lines: list[str] = []
    current: list[str] = []
    for piece in pieces(text, marks(claims, len(text))):
        if text[piece.start] == "\n":
            lines.append("".join(current))
            current = []
        else:
            current.append(_piece(text[piece.start : piece.end], piece, claims, doc, begun))
    lines.append("".join(current))
    return "\n".join(f'<p dir="auto">{inner}</p>' for inner in lines)


def _piece(text: str, piece: Piece, claims: list[Record], doc: int, begun: set[int]) -> str:
    """A piece of the text. Where a claim's words begin stands its number, which leads to the claim."""
    fresh = [claim for claim in sorted(piece.quoting) if claim not in begun]
    begun.update(fresh)
    links = "".join(_number(claims[claim - 1], doc, claim) for claim in fresh)
    owners = piece.quoting or tuple(claim for claim, _ in piece.roles)
    if not owners:
        return links + shown(text)
    classes = [
        claims[owners[0] - 1]["attribution"]["stance"],
        *(["q"] if piece.quoting else []),
        *(["v"] if piece.roles else []),
        *(f"d{doc}m{claim}" for claim in piece.quoting),
        *dict.fromkeys(f"d{doc}v{claim}" for claim, _ in piece.roles),
    ]
    told = [f"claim {claim}: {role}" for claim, role in piece.roles] or [f"claim {claim}" for claim in piece.quoting]
    return f'{links}<mark class="{" ".join(classes)}" title="{quoted("; ".join(told))}">{shown(text)}</mark>'


def _number(claim: Record, doc: int, at: int) -> str:
    attribution = claim["attribution"]
    label = quoted(f"claim {at}: {words.source(attribution)}, {words.stance(attribution)}")
    place = f'class="n {attribution["stance"]} d{doc}m{at}" id="d{doc}t{at}" href="#d{doc}c{at}"'
    return f'<a {place} aria-label="{label}" title="{label}">{at}</a>'


def claim_card(claim: Record, doc: int, at: int, event: Record) -> str:
    """One claim: who says so, what, and in which words. That it is told together is said where the event does not say so already."""
    attribution = claim["attribution"]
    what = words.kind(claim)
    hedge = words.modality(claim) if claim["granularity"] == event["granularity"] else words.hedge(claim)
    parts = (
        f'<article class="claim {attribution["stance"]} d{doc}m{at}" id="d{doc}c{at}">',
        f'<header><a class="to" href="#d{doc}t{at}" aria-label="claim {at}, show its words in the text">{at}</a>',
        f'<span class="who" dir="auto">{line(words.source(attribution))}</span>',
        f'<span class="chip">{escape(words.stance(attribution))}</span></header>',
        f'<p class="kind">{line(what[0].upper() + what[1:])}</p>',
        f'<p class="hedge">{escape(hedge)}</p>' if hedge else "",
        _definitions("facts", words.facts(claim)),
        f'<blockquote dir="auto">{line(claim["quote"]["exact"])}</blockquote>',
        _details(claim),
        "</article>",
    )
    return "\n".join(part for part in parts if part)


def _details(claim: Record) -> str:
    """What is of use to whoever checks the record."""
    attribution, quote = claim["attribution"], claim["quote"]
    cue = attribution["cue"]
    told = (
        ("said in the words", cue["exact"] if cue else ""),
        ("channel", attribution["channel"] or ""),
        ("said when", words.when(attribution["said"])),
        ("type", " / ".join(part for part in (claim["event_type"], claim["mode"], *claim["tactics"]) if part)),
        ("contexts", ", ".join(claim["contexts"])),
        ("points", "; ".join(_point(place) for place in claim["places"] if place["latitude"] is not None)),
        ("record", f"claim {claim['id']} of event {claim['event']}, characters {quote['start']} to {quote['end']}"),
        ("confidence", f"{claim['confidence']} that this record says what the text says (not that it is true)"),
        ("made by", claim["made_by"]),
    )
    return f"<details><summary>details</summary>{_definitions('facts', [(name, fact) for name, fact in told if fact])}</details>"


def _point(place: Record) -> str:
    level = f"{place['level']}, the point of the area around it" if place["inferred"] else place["level"]
    return f"{place['name']} {place['latitude']}, {place['longitude']} ({level})"


def _definitions(kind: str, facts: Iterable[tuple[str, str]]) -> str:
    rows = "".join(f'<dt>{escape(name)}</dt><dd dir="auto">{line(fact)}</dd>' for name, fact in facts)
    return f'<dl class="{kind}">{rows}</dl>' if rows else ""


def ledger(record: Record, doc: int) -> Iterator[str]:
    """All events in the order of the text, each with its claims. What is told together is marked, because it counts no single events."""
    numbered = {claim["id"]: (at, claim) for at, claim in enumerate(record["claims"], 1)}
    order = {event["id"]: at for at, event in enumerate(record["events"], 1)}
    for event in record["events"]:
        yield _event(event, [numbered[i] for i in event["claims"] if i in numbered], doc, order)


def _event(event: Record, claims: list[tuple[int, Record]], doc: int, order: dict[str, int]) -> str:
    headline = line(words.headline(event, [claim for _, claim in claims]))
    together = {"aggregate": names.TOGETHER, "background": names.LONG_RUNNING}.get(event["granularity"], "")
    return "\n".join(
        (
            f'<section class="event{" together" if together else ""}" id="d{doc}e{order[event["id"]]}">',
            f'<h3 dir="auto"><span class="id">{line(event["id"])}</span>{headline}</h3>',
            f'<p class="tag">{together}</p>' if together else "",
            f'<dl class="borne">{"".join(_aspects(event))}{"".join(_relations(event, doc, order))}</dl>',
            *(claim_card(claim, doc, at, event) for at, claim in claims),
            "</section>",
        )
    )


def _aspects(event: Record) -> Iterator[str]:
    for aspect in names.ASPECTS:
        known = event["standing"][aspect]
        if known["level"] == "none" and not known["contested_by"] and aspect != "happening":
            continue
        said = f'<span class="level">{escape(names.LEVELS[known["level"]])}</span>'
        if known["sources"]:
            said += f" ({line('; '.join(known['sources']))})"
        if known["contested_by"]:
            said += f'; <span class="contested">contested by</span> {line(words.listed(known["contested_by"]))}'
        yield f'<dt>{aspect}</dt><dd dir="auto">{said}</dd>'


def _relations(event: Record, doc: int, order: dict[str, int]) -> Iterator[str]:
    for tie in event["relations"]:
        other = f'<a href="#d{doc}e{order[tie["event"]]}">{line(tie["event"])}</a>' if tie["event"] in order else line(tie["event"])
        yield f'<dt>relation</dt><dd dir="auto">{escape(words.relation(tie))} {other} (“{line(on_one_line(tie["quote"]["exact"]))}”)</dd>'
