"""The command that opens the workbench on a case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from ascribe.commands.options import SettingsFile, chosen_case
from ascribe.console import ended

PORT = 8011

SERVE = """\
\b
Examples:
  ascribe serve case.db --open
  ascribe serve case.db -p 8020 --read-only

\b
It listens on this machine alone (127.0.0.1). Any other address demands
accounts: ascribe user add. --public is refused until there are rules of
publishing. Nothing is sent anywhere.
"""


def add_to(app: typer.Typer) -> None:
    """Put this command on the command line."""
    app.command(epilog=SERVE)(serve)


def serve(
    case: Annotated[
        Path | None, typer.Argument(metavar="[CASE]", envvar="ASCRIBE_CASE", help="The case file.", show_default="case.db in this folder")
    ] = None,
    port: Annotated[int, typer.Option("-p", "--port", metavar="PORT", min=0, max=65535, help="The port; 0: any that is free.")] = PORT,
    host: Annotated[str, typer.Option(metavar="ADDRESS", help="The address to listen on.")] = "127.0.0.1",
    names: Annotated[
        list[str] | None, typer.Option("--name", metavar="HOST", help="A further name under which it may be called; may be given again.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nothing can be changed.")] = False,
    public: Annotated[bool, typer.Option("--public", help="Serve only what may be published, to anybody who can reach it.")] = False,
    delay: Annotated[int, typer.Option(metavar="DAYS", min=0, help="With --public: only what was reviewed at least so many days ago.")] = 0,
    open_browser: Annotated[bool, typer.Option("--open", "-o", help="Open it in the browser.")] = False,
    by: Annotated[str | None, typer.Option(metavar="NAME", envvar="ASCRIBE_BY", help="Who is named in the log at this machine.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Open the workbench: pages to look, judge and correct, over one case."""
    with ended():
        from ascribe.case.case import Case
        from ascribe.serve.options import Options
        from ascribe.serve.run import serve as served
        from ascribe.settings import load

        path = chosen_case(case)
        Case(path, read_only=read_only or public).close()  # what is no case is told now, not on the first page
        served(
            Options(
                case=path,
                host=host,
                port=port,
                read_only=read_only,
                public=public,
                open=open_browser,
                delay_days=delay,
                hosts=tuple(names or ()),
                by=by,
                settings=load(settings),
            )
        )
