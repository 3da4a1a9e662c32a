"""One page on which a person checks a document: its text with every layer marked, and beside it what was decided.

python -m corpus.page OUT.html NAME [NAME...] [--muc4 DATA] [--part train|dev]

NAME is a document of the corpus; without one, all of the part. The page needs no network and runs no script: layers are switched on and
off with check boxes, and each value is a link to its words. With --muc4 the documents are those of the stand-off part, with the texts of
that file.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import pairwise
from pathlib import Path

from ascribe.model.claims import Claim, Count, Thing
from ascribe.model.parties import Party
from ascribe.model.places import Place
from ascribe.model.text import Span
from corpus.gold import Gold, Happening, Saying, read
from corpus.parts import PARTS, documents

#: Layer -> its name on the page. The order is that of the boxes.
LAYERS = {"source": "sources", "cue": "cues", "content": "contents", "event": "event words", "claim": "claims' quotes"}
_STYLE = """
:root { color-scheme: light dark; --ink: light-dark(#1b1b1b, #e6e6e6); --paper: light-dark(#fdfcfa, #17181a); --rule:
  light-dark(#ddd8cf, #3a3c40);
  --source: light-dark(#cfe3ff, #1f3f66); --cue: light-dark(#ffe2a8, #5c4310); --event: light-dark(#ffc9c4, #6b2722); }
body { margin: 0 auto; max-width: 78rem; padding: 1.5rem; font: 1rem/1.6 Georgia, serif; color: var(--ink); background:
  var(--paper); }
h1 { font-size: 1.3rem; } h2 { font: 600 .85rem/1.4 system-ui, sans-serif; text-transform: uppercase; letter-spacing: .05em;
  margin: 1.6rem 0 .4rem; }
.switches { position: sticky; top: 0; background: var(--paper); border-bottom: 1px solid var(--rule); padding: .5rem 0; font:
  .9rem system-ui, sans-serif; }
.switches label { margin-right: 1rem; }
article { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 2rem; border-bottom: 1px solid var(--rule);
  padding-bottom: 2rem; }
@media (max-width: 50rem) { article { grid-template-columns: minmax(0, 1fr); } }
.text { white-space: pre-wrap; overflow-wrap: anywhere; } .decided { font: .86rem/1.5 system-ui, sans-serif; overflow-wrap:
  anywhere; }
.decided li { margin-bottom: .5rem; } ul { padding-left: 1.1rem; margin: 0; } .quiet { opacity: .75; }
.source { background: var(--source); } .cue { background: var(--cue); } .event { background: var(--event); font-weight: 600; }
.content { text-decoration: underline dotted; text-underline-offset: .25em; } .claim { box-shadow: inset 0 -2px 0 var(--rule); }
:target { outline: 2px solid currentColor; outline-offset: 2px; }
a { color: inherit; text-decoration-thickness: 1px; }
"""


def _switches() -> str:
    """A style for each box: what is not checked is not marked."""
    off = {
        "source": "background:none",
        "cue": "background:none",
        "event": "background:none;font-weight:inherit",
        "content": "text-decoration:none",
        "claim": "box-shadow:none",
    }
    return "".join(f"body:has(#show-{layer}:not(:checked)) .text .{layer}{{{style}}}" for layer, style in off.items())


def page(golds: Iterable[Gold]) -> str:
    """The whole page."""
    boxes = "".join(f'<label><input type="checkbox" id="show-{layer}" checked> {name}</label>' for layer, name in LAYERS.items())
    articles = "\n".join(_article(gold) for gold in golds)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Corpus: documents with their layers</title><style>{_STYLE}{_switches()}</style></head><body>"
        f'<div class="switches" role="group" aria-label="Layers">{boxes}</div>\n<main>{articles}</main></body></html>\n'
    )


def _article(gold: Gold) -> str:
    about = ", ".join(str(gold.about[key]) for key in ("published", "form", "region", "setting") if gold.about.get(key))
    decided = "".join(
        (
            f"<h2>Claims</h2><ul>{''.join(_claim(gold, claim) for claim in gold.claims)}</ul>",
            f"<h2>Events</h2><ul>{''.join(_event(gold, event) for event in gold.happenings)}</ul>",
            f"<h2>Attributions</h2><ul>{''.join(_saying(gold, saying) for saying in gold.sayings)}</ul>",
        )
    )
    ties = "".join(f"<li>{escape(tie.event)} {tie.type.value.replace('_', ' ')} {escape(tie.to)}</li>" for tie in gold.ties)
    return (
        f'<article id="{escape(gold.name)}"><section><h1>{escape(gold.name)}</h1><p class="quiet">{escape(about)}</p>'
        f'<div class="text">{marked(gold)}</div></section>'
        f'<section class="decided">{decided}{f"<h2>Relations</h2><ul>{ties}</ul>" if ties else ""}</section></article>'
    )


def marked(gold: Gold) -> str:
    """The text cut where a layer begins or ends, each piece with the layers that it lies in."""
    spans = list(_spans(gold))
    text = gold.document.text
    cuts = sorted({0, len(text), *(edge for _, span in spans for edge in (span.start, span.end))})
    pieces = []
    for start, end in pairwise(cuts):
        layers = [layer for layer in LAYERS if any(name == layer and span.start <= start and end <= span.end for name, span in spans)]
        kind = f' class="{" ".join(layers)}"' if layers else ""
        pieces.append(f'<span id="{escape(gold.name)}-{start}"{kind}>{escape(text[start:end])}</span>')
    return "".join(pieces)


def _spans(gold: Gold) -> Iterator[tuple[str, Span]]:
    for saying in gold.sayings:
        if saying.source is not None:
            yield "source", Span(saying.source.start, saying.source.end)
        yield from (("cue", piece) for piece in saying.cue)
        yield from (("content", piece) for piece in saying.content)
    yield from (("event", word) for event in gold.happenings for word in event.words)
    for claim in gold.claims:
        yield "claim", claim.quote.span
        values: tuple[Party | Thing | Place | Count, ...] = (
            *claim.actors,
            *claim.recipients,
            *claim.targets,
            *claim.weapons,
            *claim.places,
            *(case.count for case in claim.casualties),
        )
        yield from (("value", Span(value.start, value.end)) for value in values)
        if claim.time is not None and claim.time.start_offset is not None and claim.time.end_offset is not None:
            yield "value", Span(claim.time.start_offset, claim.time.end_offset)


def _to(gold: Gold, start: int, words: str) -> str:
    return f'<a href="#{escape(gold.name)}-{start}">{escape(" ".join(words.split()))}</a>'


def _party(gold: Gold, party: Party) -> str:
    known = f" ({escape(party.canonical)})" if party.canonical else ""
    return _to(gold, party.start, party.name) + known + (" inferred" if party.inferred else "")


def _claim(gold: Gold, claim: Claim) -> str:
    said = claim.attribution
    who = _party(gold, said.source) if said.source is not None else "the document"
    stance = f"{said.stance.value}, {said.certainty.value}" + (f", contests {said.contests.value}" if said.contests else "")
    rows = [f"<b>{escape(claim.id)}</b> of {escape(claim.event)}: {who}, {stance}", _to(gold, claim.quote.start, claim.quote.exact)]
    rows += [
        f"{name}: {', '.join(_party(gold, p) for p in parties)}"
        for name, parties in (("who", claim.actors), ("whom", claim.recipients))
        if parties
    ]
    things: Sequence[tuple[str, Sequence[str]]] = (
        ("targets", [_to(gold, thing.start, thing.text) for thing in claim.targets]),
        ("weapons", [_to(gold, thing.start, thing.text) for thing in claim.weapons]),
        ("where", [f"{_to(gold, place.start, place.name)} ({place.level.value})" for place in claim.places]),
        (
            "how many",
            [f"{case.effect.value}: {_number(gold, case.count)}, {escape(case.who)}" for case in claim.casualties],
        ),
        *((name, [_number(gold, count)]) for name, count in _totals(claim) if count is not None),
    )
    rows += [f"{name}: {', '.join(values)}" for name, values in things if values]
    if claim.time is not None:
        words = (
            _to(gold, claim.time.start_offset, claim.time.text) if claim.time.start_offset is not None and claim.time.text else "not said"
        )
        rows.append(f"when: {words} ({claim.time.start or 'open'} to {claim.time.end or 'open'}, {claim.time.basis.value})")
    if (claim.granularity.value, claim.modality.value) != ("single", "actual"):
        rows.append(f"{claim.granularity.value}, {claim.modality.value}")
    return "<li>" + "<br>".join(rows) + "</li>"


def _totals(claim: Claim) -> tuple[tuple[str, Count | None], ...]:
    return (
        ("killed in all", claim.fatalities),
        ("victims", claim.victims),
        ("happenings", claim.occurrences),
        ("places", claim.sites),
    )


def _number(gold: Gold, count: Count) -> str:
    low, best, high = ("?" if figure is None else str(figure) for figure in (count.low, count.best, count.high))
    return f"{_to(gold, count.start, count.text)} ({low}, {best}, {high})"


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:79] + "…"


def _event(gold: Gold, event: Happening) -> str:
    words = ", ".join(_to(gold, word.start, gold.document.text[word.start : word.end]) for word in event.words)
    kind = "/".join(part for part in (event.event_type.value, event.mode) if part)
    more = ", ".join([*event.tactics, event.granularity.value, event.modality.value, *([event.case] if event.case else [])])
    return f"<li><b>{escape(event.id)}</b> {escape(kind)} ({escape(more)}): {words}</li>"


def _saying(gold: Gold, saying: Saying) -> str:
    text = gold.document.text
    source = _party(gold, saying.source) if saying.source is not None else "nobody named"
    cue = " … ".join(_to(gold, piece.start, text[piece.start : piece.end]) for piece in saying.cue) or "no cue"
    content = " … ".join(_to(gold, piece.start, _short(text[piece.start : piece.end])) for piece in saying.content)
    return f"<li><b>{escape(saying.id)}</b> {source} | {cue} | {content}</li>"


def main() -> None:
    """Write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--muc4", type=Path, metavar="DATA")
    parser.add_argument("--part", choices=PARTS)
    asked = parser.parse_args()
    chosen = [pair for pair in documents(asked.muc4, asked.part) if not asked.names or pair[0]["document"] in asked.names]
    if not chosen:
        raise SystemExit(
            "no such document in the corpus; python -m corpus.check lists nothing that is missing, `ls corpus/modern` the names"
        )
    asked.out.write_text(page(read(*pair) for pair in chosen), encoding="utf-8")
    print(f"{len(chosen)} documents in {asked.out}")


if __name__ == "__main__":
    main()
