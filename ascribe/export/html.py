"""One page that anybody can open: the text with the words of every claim marked, beside it who says what, and how far it is borne out.

The page is one file and asks nothing of any network. Its script holds no data and its policy lets nothing run but that script, so that no
text can make it do anything. Without the script all links still work.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Any

from ascribe import __version__
from ascribe.export import names, words
from ascribe.export.page import ledger, line, quoted, shown, text_with_marks

Record = dict[str, Any]

STANCES = ("claimed", "reported", "confirmed", "accused", "denied", "disputed", "unclaimed", "unverified")


def page(records: Sequence[Record]) -> str:
    """The page about these documents, one section for each, with an index if there are several."""
    style, script = _part("page.css") + _targets(records), _part("page.js")
    title = words.title(records[0]["document"]) if len(records) == 1 else words.plural(len(records), "document")
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">',
            f'<meta name="generator" content="ascribe {escape(__version__)}">\n<title>{shown(title)}: who says what (ascribe)</title>',
            f"<style>{style}</style>\n</head>\n<body>",
            _top(),
            _index(records) if len(records) > 1 else "",
            "<main>",
            *(_document(record, number) for number, record in enumerate(records, 1)),
            f"</main>\n{_foot()}\n<script>{script}</script>\n</body>\n</html>\n",
        )
    )


@cache
def _part(name: str) -> str:
    return (files("ascribe.export") / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Nothing is loaded, and nothing runs but what is in the page by its hash."""
    ours = f"style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'"
    return f"default-src 'none'; {ours}; base-uri 'none'; form-action 'none'"


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode("ascii")


def _targets(records: Sequence[Record]) -> str:
    """What makes a followed link mark a claim's words without any script: one selector for each claim, of our own numbers only."""
    pairs = [(doc, at) for doc, record in enumerate(records, 1) for at in range(1, len(record["claims"]) + 1)]
    followed = [(f"#d{doc}:has(:is(#d{doc}c{at},#d{doc}t{at}):target)", f".d{doc}m{at}", f".d{doc}v{at}") for doc, at in pairs]
    if not pairs:
        return ""
    return (
        ",\n".join(f"{where} mark{quote}" for where, quote, _ in followed)
        + "{background:color-mix(in srgb,var(--c) var(--strong),transparent)}\n"
        + ",\n".join(f"{where} mark{value}" for where, _, value in followed)
        + "{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.22em}\n"
        + ",\n".join(f"{where} .claim{quote}" for where, quote, _ in followed)
        + "{border-color:var(--c);box-shadow:0 0 0 1px var(--c)}\n"
    )


def _top() -> str:
    return (
        '<header class="top"><h1>Who says what</h1>\n'
        "<p>A reading of reporting on conflict into attributed claims: who says so, who did what to whom, in which words. "
        "<strong>The program asserts nothing itself.</strong> It records what each source says, which does not make it true. "
        "It can misread: every claim stands beside the words that it rests on.</p></header>"
    )


def _foot() -> str:
    made = f"Made offline by ascribe {escape(__version__)} from the text alone."
    return f'<footer class="foot">{made} Offsets count Unicode characters of the text shown.</footer>'


def _index(records: Sequence[Record]) -> str:
    rows = "\n".join(_index_row(record, number) for number, record in enumerate(records, 1))
    head = "<th>document</th><th>outlet</th><th>published</th>" + "".join(
        f'<th class="number">{name}</th>' for name in ("claims", "events", "told together")
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>\n{rows}\n</tbody></table>"
    return f'<nav class="index" aria-label="Documents"><h2>Documents</h2>{table}</nav>'


def _index_row(record: Record, doc: int) -> str:
    document = record["document"]
    single = sum(event["granularity"] == "single" for event in record["events"])
    cells = (
        f'<td dir="auto"><a href="#d{doc}">{shown(words.title(document))}</a></td>',
        f'<td dir="auto">{line(document["publisher"] or "not known")}</td>',
        f"<td>{line(words.day(document['published']) if document['published'] else 'undated')}</td>",
        *(f'<td class="number">{number}</td>' for number in (len(record["claims"]), single, len(record["events"]) - single)),
    )
    return f"<tr>{''.join(cells)}</tr>"


def _document(record: Record, doc: int) -> str:
    document = record["document"]
    nothing = '<p class="what">No claim of a happening that is coded was found in this text.</p>'
    return "\n".join(
        (
            f'<section class="document" id="d{doc}" aria-labelledby="d{doc}h">',
            f'<header><h2 id="d{doc}h" dir="auto">{shown(words.title(document))}</h2>',
            f'<p class="imprint" dir="auto">{" · ".join(shown(fact) for fact in (*words.imprint(document), *_counts(record)))}</p>',
            f'<p class="imprint">text SHA-256 <code>{line(document["text_sha256"][:16])}…</code> · ascribe {escape(__version__)}</p>',
            _notes(document),
            _stances(record),
            _origin(record),
            '</header>\n<div class="columns">',
            '<section class="text" aria-label="The text" tabindex="0">',
            '<p class="label">The text; the words that claims rest on are marked and numbered</p>',
            f'<div class="words">{text_with_marks(record, doc)}</div></section>',
            '<section class="ledger" aria-label="Claims and events">',
            '<p class="label">Events, each with the claims that tell it; none is surer than those who tell it</p>',
            *(ledger(record, doc) if record["claims"] else (nothing,)),
            "</section>",
            "</div>\n</section>",
        )
    )


def _counts(record: Record) -> list[str]:
    single = sum(event["granularity"] == "single" for event in record["events"])
    others = len(record["events"]) - single
    counts = [words.plural(len(record["claims"]), "claim"), words.plural(single, "event")]
    return [*counts, f"{others} told together or long-running"] if others else counts


def _notes(document: Record) -> str:
    items = "".join(
        f'<li class="{"plain" if code in names.PLAIN_NOTES else "warning"}">{shown(words.note(code))}</li>' for code in document["notes"]
    )
    return f'<ul class="notes">{items}</ul>' if items else ""


def _stances(record: Record) -> str:
    """How many claims of each stance there are: the key to the colours."""
    counted = Counter(claim["attribution"]["stance"] for claim in record["claims"])
    items = "".join(f'<li><span class="chip {stance}">{stance} {counted[stance]}</span></li>' for stance in STANCES if counted[stance])
    return f'<ul class="stances" aria-label="Claims by stance">{items}</ul>' if items else ""


def _origin(record: Record) -> str:
    """Where the text comes from and what read it, so that it can be found and read again."""
    document = record["document"]
    makers = dict.fromkeys(claim["made_by"] for claim in record["claims"])
    rows = (
        ("outlet", line(document["publisher"] or "not known")),
        ("published", line(document["published"] or "not known")),
        ("address", _link(document["url"]) if document["url"] else ""),
        ("language", line(document["language"] or "not known")),
        ("file, SHA-256", f"<code>{line(document['id'])}</code>"),
        ("text, SHA-256", f"<code>{line(document['text_sha256'])}</code>"),
        ("notes", line(", ".join(document["notes"])) or "none"),
        ("read by", line(", ".join(makers) or f"ascribe {__version__}")),
    )
    listed = "".join(f'<dt>{name}</dt><dd dir="auto">{value}</dd>' for name, value in rows if value)
    return f'<details class="origin"><summary>where it comes from</summary><dl>{listed}</dl></details>'


def _link(url: str) -> str:
    """A link for addresses of the web, plain words for any other."""
    if not url.startswith(("http://", "https://")):
        return line(url)
    return f'<a href="{quoted(url)}" rel="noopener noreferrer">{line(url)}</a>'
