"""The claims ledger for a terminal: who says what of what, in which words; then the events and how far each is borne out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from ascribe.export import names, words
from ascribe.export.marks import shortened

Record = dict[str, Any]

#: From this width on a claim is one row of three columns, below it one block.
WIDE = 120
#: How many characters of the evidence are shown at most.
QUOTE = 220

COLOURS = {
    "claimed": "bold red",
    "reported": "bold bright_blue",
    "confirmed": "bold green",
    "accused": "bold yellow",
    "denied": "bold magenta",
    "disputed": "bold magenta",
    "unclaimed": "bold cyan",
    "unverified": "bold cyan",
}


def render(record: Record, *, width: int = 100, colour: bool = False) -> str:
    """One document's ledger as text of that width, with a terminal's colours if asked for."""
    return printed(Group(*_parts(record, width)), width=width, colour=colour)


def printed(shown: RenderableType, *, width: int, colour: bool) -> str:
    """Something for a terminal of that width as text, without spaces at the ends of lines."""
    written = io.StringIO()
    console = Console(
        file=written,
        width=width,
        force_terminal=colour,
        no_color=not colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
    )
    console.print(shown)
    return "\n".join(line.rstrip() for line in written.getvalue().splitlines()) + "\n"


def _parts(record: Record, width: int) -> Iterator[RenderableType]:
    yield from _heading(record)
    if not record["claims"]:
        yield Text("No claim of a happening that is coded was found in it.\n", style="italic")
        return
    yield _claims(record["claims"], width)
    by_id = {claim["id"]: claim for claim in record["claims"]}
    plain = [event for event in record["events"] if event["granularity"] == "single"]
    for name, events in (
        ("EVENTS that the claims are about", plain),
        ("ACCOUNTS OF SEVERAL HAPPENINGS " + names.TOGETHER, [e for e in record["events"] if e["granularity"] == "aggregate"]),
        ("LONG-RUNNING STATES OF AFFAIRS, not counted as single events", [e for e in record["events"] if e["granularity"] == "background"]),
    ):
        if events:
            yield Rule(Text(name, style="bold"), align="left", characters="─", style="dim")
            yield from (_event(event, [by_id[i] for i in event["claims"] if i in by_id]) for event in events)


def _heading(record: Record) -> Iterator[RenderableType]:
    """The title line, and what the reader must know of the document."""
    document = record["document"]
    single = sum(event["granularity"] == "single" for event in record["events"])
    others = len(record["events"]) - single
    counts = [words.plural(len(record["claims"]), "claim"), words.plural(single, "event")]
    if others:
        counts.append(f"{others} told together or long-running")
    yield Rule(Text(words.title(document), style="bold"), align="left", characters="━")
    yield Text(" · ".join((*words.imprint(document), *counts)))
    for code in document["notes"]:
        plain = code in names.PLAIN_NOTES
        yield _hung("·" if plain else "!", Text(words.note(code)), style="dim" if plain else "yellow")
    yield Text()


def _claims(claims: Iterable[Record], width: int) -> RenderableType:
    """Every claim: one row where there is room, else one block."""
    wide = width >= WIDE
    table = Table(box=SIMPLE_HEAD, show_header=wide, show_edge=False, expand=True, padding=(0, 1), pad_edge=False)
    table.add_column("claim", width=6, no_wrap=True)
    if wide:
        table.add_column("who says so", ratio=5)
        table.add_column("what is said", ratio=9)
        table.add_column("in which words", ratio=9)
    else:
        table.add_column("claim")
    for claim in claims:
        says, said, quote = _says(claim), _said(claim), _quote(claim)
        number = Text(f"{claim['id']}\n{claim['event']}", style="dim", overflow="ellipsis")
        if wide:
            table.add_row(number, says, Group(*said), quote, end_section=False)
            table.add_row()
        else:
            table.add_row(number, Group(_inline(says), *said, quote, Text()))
    return Group(Text("CLAIMS who says so, what they say, in which words", style="bold"), Text(), table) if not wide else table


def _says(claim: Record) -> Text:
    attribution = claim["attribution"]
    text = Text(words.source(attribution), style="bold")
    text.append("\n" + words.stance(attribution), style=COLOURS[attribution["stance"]])
    if attribution["channel"]:
        text.append(f"\nby {shortened(attribution['channel'], 40)}", style="not bold")
    return text


def _inline(says: Text) -> Text:
    """The same on one line, as far as it fits."""
    return Text(" · ").join(says.split("\n"))


def _said(claim: Record) -> Iterator[RenderableType]:
    """What it was, then who, where, when and how many: one line for each that is said."""
    yield Text(words.kind(claim)[0].upper() + words.kind(claim)[1:])
    if hedge := words.hedge(claim):
        yield Text(hedge, style="italic")
    yield from (_hung(name, Text(fact), room=9) for name, fact in words.facts(claim))


def _quote(claim: Record) -> Text:
    return Text(f"“{shortened(claim['quote']['exact'], QUOTE)}”", style="italic")


def _event(event: Record, claims: list[Record]) -> RenderableType:
    """One sentence, how far it is borne out, and how it stands to others."""
    lines: list[RenderableType] = [Text(words.headline(event, claims), style="bold")]
    for aspect in names.ASPECTS:
        known = event["standing"][aspect]
        if known["level"] != "none" or known["contested_by"] or aspect == "happening":
            lines.append(_hung(f"{aspect}:", Text(words.standing(known)), room=16))
    lines += [_hung("relation:", Text(_tie(relation)), room=16) for relation in event["relations"]]
    lines.append(_hung("told in:", Text(", ".join(event["claims"])), room=16))
    return Padding(_hung(event["id"], Group(*lines), room=5, style="dim"), (0, 0, 1, 0))


def _tie(relation: Record) -> str:
    return f"{words.relation(relation)} {relation['event']} (“{shortened(relation['quote']['exact'], 120)}”)"


def _hung(name: str, body: RenderableType, *, room: int = 2, style: str = "dim") -> Table:
    """A name with its text beside it, whose further lines begin below the first."""
    grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
    grid.add_column(width=room, no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(Text(name, style=style), body)
    return grid
