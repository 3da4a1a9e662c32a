"""Commands on what a case knows: link, list, show."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ascribe.commands.options import By, CaseFile, Processes, Quiet, all_processes, opened
from ascribe.console import ended, standard_output, terminal
from ascribe.errors import ConfigError

if TYPE_CHECKING:
    from ascribe.case.case import Case


class Form(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    JSONL = "jsonl"


class What(StrEnum):
    """What can be listed."""

    EVENTS = "events"
    CLAIMS = "claims"
    DOCUMENTS = "documents"
    SOURCES = "sources"
    ACTORS = "actors"
    PLACES = "places"
    JUDGEMENTS = "judgements"
    REVIEWS = "reviews"
    TOLLS = "tolls"
    REDIRECTS = "redirects"
    LOG = "log"


LINK = """\
\b
Examples:
  ascribe link
  ascribe link --explain e1f0 e77a
  ascribe link --different e1f0 e77a --why "two markets, two days" --by ana
  ascribe link --undo 17

\b
Reports that are one event are found by time, place, parties, figures and
words; each decision is a judgement with its reasons (ascribe list judgements).
A person's judgement outranks the machine's, and any can be taken back.
An id may be cut short as long as it stands for one thing.
"""

LIST = """\
\b
Examples:
  ascribe list events
  ascribe list events time_start__gte=2024-03-01 place__contains=Gao -f csv
  ascribe list claims alone=1 source__contains=JNIM
  ascribe list events --search "suicide bomber" -f jsonl

\b
Filters are COLUMN=VALUE or COLUMN__op=VALUE, with op one of exact, not,
contains, startswith, gt, gte, lt, lte, in (values with commas), isnull.
csv and jsonl have all columns.
"""


def add_to(app: typer.Typer) -> None:
    """Put these commands on the command line."""
    app.command(epilog=LINK)(link)
    app.command("list", epilog=LIST)(list_rows)
    app.command()(show)


def link(
    case: CaseFile = None,
    explain: Annotated[
        tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help="Why two events, reports or claims are one event or not.")
    ] = None,
    same: Annotated[tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help="Judge that they are one event.")] = None,
    different: Annotated[tuple[str, str] | None, typer.Option(metavar="ONE OTHER", help="Judge that they are not.")] = None,
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Take a judgement back.")] = None,
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="The reason, for the log.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what is explained as JSON.")] = False,
    processes: Processes = None,
    by: By = None,
    quiet: Quiet = False,
) -> None:
    """Find which reports are of one event, and compute events and how far each is borne out."""
    with ended():
        from ascribe.model.judgements import Verdict

        if sum(each is not None for each in (explain, same, different, undo)) > 1:
            raise ConfigError("--explain, --same, --different and --undo are four things to do; do one at a time")
        with opened(case, by=by) as chosen:
            if explain is not None:
                _explain(chosen, *explain, as_json=as_json)
            elif same is not None:
                typer.echo(f"judgement {chosen.judge(*same, Verdict.SAME, why)}", err=True)
            elif different is not None:
                typer.echo(f"judgement {chosen.judge(*different, Verdict.DIFFERENT, why)}", err=True)
            elif undo is not None:
                chosen.undo(undo, why)
            else:
                linked(chosen, quiet, processes or all_processes())


def linked(case: Case, quiet: bool, processes: int = 1) -> None:
    """Link a case, on so many processes, with its progress, and say what came of it."""
    from ascribe.tell import Line

    line = Line(sys.stderr, quiet=quiet)
    made = case.link(lambda what, done, of: line.show(f"{what}: {done:,} of {of:,}"), processes=processes)
    line.clear()
    if not quiet:
        (events,), (claims,) = (case.database.execute(f"SELECT count(*) FROM {table}").fetchone() for table in ("event", "linked"))  # noqa: S608
        line.say(f"{made:,} events computed; the case has {events:,} events of {claims:,} claims")


def _explain(case: Case, one: str, other: str, *, as_json: bool) -> None:
    from dataclasses import asdict

    from ascribe.export import jsonl

    found = case.explain(one, other)
    with standard_output() as file:
        if as_json:
            file.write(jsonl.page(asdict(found)).encode())
            return
        for line in _reasons(found):
            file.write(f"{line}\n".encode())


def _reasons(found: Any) -> Iterator[str]:
    yield f"{found.one} and {found.other}: {'one event' if found.together else 'two events'} now"
    yield f"the machine: {found.verdict.value} (chance of one event {found.chance:.2f}), because"
    for feature in sorted(found.features, key=lambda each: -abs(each.weight)):
        yield f"  {feature.weight:+6.2f}  {feature.name}: {feature.says}"
    for each in found.judgements:
        yield f"judgement {each.number}: {each.verdict.value}, by {each.by}, {each.at}" + (f": {each.why}" if each.why else "")


def list_rows(
    what: Annotated[What, typer.Argument(metavar="WHAT", help=f"{', '.join(What)}.")],
    filters: Annotated[list[str] | None, typer.Argument(metavar="FILTER", help="COLUMN=VALUE or COLUMN__op=VALUE.")] = None,
    search: Annotated[str | None, typer.Option(metavar="WORDS", help="Only what is told in texts with these words.")] = None,
    form: Annotated[Form, typer.Option("--format", "-f", help="What to print.")] = Form.TABLE,
    limit: Annotated[int | None, typer.Option("--limit", "-n", metavar="N", min=1, help="At most so many rows.")] = None,
    case: CaseFile = None,
) -> None:
    """List what is in a case."""
    with ended():
        from ascribe.export import jsonl, lists

        with opened(case, read_only=True) as chosen, standard_output() as file:
            rows = chosen.rows(what.value, *(filters or ()), search=search, limit=limit)
            if form is Form.TABLE:
                width, colour = terminal(sys.stdout.isatty())
                file.write(lists.table(what.value, rows, width=max(width, 120), colour=colour).encode())
            elif form is Form.JSON:
                file.write((jsonl.page({"ok": True, "rows": list(rows)})).encode())
            else:
                lines = lists.csv_lines(chosen.columns(what.value), rows) if form is Form.CSV else lists.json_lines(rows)
                for line in lines:
                    file.write(line.encode())
            _warn_of_unlinked(chosen)


def _warn_of_unlinked(case: Case) -> None:
    if waiting := case.unlinked():
        typer.echo(f"ascribe: {waiting:,} reports are not linked yet; ascribe link does it", err=True)


def show(
    name: Annotated[str, typer.Argument(metavar="ID", help="An event, claim, report or document; the beginning of its id will do.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    case: CaseFile = None,
) -> None:
    """Show one event, claim, report or document, with all that hangs on it."""
    with ended():
        from ascribe.export import jsonl, lists

        with opened(case, read_only=True) as chosen, standard_output() as file:
            record = chosen.show(name)
            lines = [jsonl.page(record)] if as_json else (f"{line}\n" for line in lists.shown(record))
            for line in lines:
                file.write(line.encode("utf-8", "backslashreplace"))
