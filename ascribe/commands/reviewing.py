"""The command that tells how people's work on a case goes, and writes what can be learned from it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ascribe.commands.options import chosen_case
from ascribe.console import ended
from ascribe.errors import ConfigError

if TYPE_CHECKING:
    from ascribe.case.case import Case

REVIEW = """\
\b
Examples:
  ascribe review case.db                          (how far it has come)
  ascribe review case.db --agreement
  ascribe review case.db --training lessons.jsonl

\b
People decide in the workbench (ascribe serve). The training file holds words
of the texts: it is for those who may read the case. See docs/reviewing.md.
"""


def add_to(app: typer.Typer) -> None:
    """Put this command on the command line."""
    app.command(epilog=REVIEW)(review)


def review(
    case: Annotated[
        Path | None, typer.Argument(metavar="[CASE]", envvar="ASCRIBE_CASE", help="The case file.", show_default="case.db in this folder")
    ] = None,
    progress: Annotated[bool, typer.Option("--progress", help="How far it has come, and how long a record takes. The default.")] = False,
    agreement: Annotated[bool, typer.Option("--agreement", help="How far people agree who did not see each other's decisions.")] = False,
    training: Annotated[
        Path | None, typer.Option("--training", metavar="FILE", help="Write what people settled, one JSON object a line.")
    ] = None,
) -> None:
    """Tell how people's work on a case goes: progress, agreement; or write a training file from their corrections."""
    with ended():
        from ascribe.case.case import Case

        if sum((progress, agreement, training is not None)) > 1:
            raise ConfigError("--progress, --agreement and --training are asked for one at a time")
        with Case(chosen_case(case), read_only=True) as opened:
            if training is not None:
                typer.echo(f"{_write(opened, training)} examples written to {training}", err=True)
            else:
                for line in _agreement(opened) if agreement else _progress(opened):
                    typer.echo(line)


def _write(case: Case, path: Path) -> int:
    from ascribe.export.save import whole
    from ascribe.store.records import written

    count = 0
    with whole(path) as file:
        for count, row in enumerate(case.training(), 1):  # noqa: B007 - the last is how many there were
            file.write(f"{written(row)}\n".encode())
    return count


def _progress(case: Case) -> list[str]:
    found = case.progress()
    people = [f"  {each.who}: {each.decided} decided, {each.skipped} skipped{_pace(each.median)}" for each in found.people]
    return [
        f"{found.done} of {found.claims} claims are settled by people",
        *(f"  {name:<10} {count:>8}" for name, count in found.states.items()),
        f"{found.read} of {found.documents} documents were read wholly",
        *(["people", *people] if people else []),
    ]


def _pace(seconds: float | None) -> str:
    return "" if seconds is None else f", {seconds:.0f} s a record (median)"


def _agreement(case: Case) -> list[str]:
    found = case.agreement()
    rows = [
        f"{each.field:<12} {each.pairs:>6} {_share(each.percent):>8} {_figure(each.kappa):>8} {_figure(each.alpha):>8}"
        for each in found.fields
    ]
    return [
        f"{found.claims} claims were decided on by several people blind to each other",
        f"{'field':<12} {'pairs':>6} {'alike':>8} {'kappa':>8} {'alpha':>8}",
        *rows,
        "- : too few pairs to tell, or always one and the same value",
    ]


def _share(number: float | None) -> str:
    return "-" if number is None else f"{100 * number:.0f} %"


def _figure(number: float | None) -> str:
    return "-" if number is None else f"{number:.2f}"
