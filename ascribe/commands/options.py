"""What commands on a case have in common: which case, in whose name, and how pages are fetched."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ascribe.errors import CaseError

if TYPE_CHECKING:
    from ascribe.case.case import Case
    from ascribe.settings import Settings

#: The case that is meant where none is named.
DEFAULT = Path("case.db")
#: Each takes some hundred megabytes where a case is large.
MOST_PROCESSES = 4

CaseFile = Annotated[
    Path | None,
    typer.Option("--case", "-c", metavar="FILE", envvar="ASCRIBE_CASE", help="The case file.", show_default="case.db in this folder"),
]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", envvar="ASCRIBE_BY", help="Who is named in the log. Nobody's name is taken from the machine."),
]
Processes = Annotated[
    int | None,
    typer.Option(
        "-j", "--processes", metavar="N", min=1, help="On how many processes.", show_default=f"one a core, at most {MOST_PROCESSES}"
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error; errors stay.")]
SettingsFile = Annotated[Path | None, typer.Option("--settings", metavar="FILE", help="A settings file (TOML).")]

Proxy = Annotated[
    str | None,
    typer.Option(
        metavar="URL", envvar="ASCRIBE_PROXY", help="Fetch by this proxy, socks5://HOST:PORT (Tor: 127.0.0.1:9050); it looks names up."
    ),
]
Offline = Annotated[bool, typer.Option("--offline", help="Fetch nothing: addresses are refused.")]
Allow = Annotated[
    list[str] | None, typer.Option(metavar="HOST:PORT", help="A place of your own network that may be asked; all others of it are refused.")
]


def all_processes() -> int:
    """So many as serve, where no number is given."""
    return min(MOST_PROCESSES, os.cpu_count() or 1)


def opened(case: Path | None, *, by: str | None = None, settings: Settings | None = None, read_only: bool = False) -> Case:
    """The case that is meant: the one named, else the one in this folder."""
    from ascribe.case.case import SOMEBODY, Case

    return Case(chosen_case(case), by=by or SOMEBODY, settings=settings, read_only=read_only)


def chosen_case(case: Path | None) -> Path:
    """The file of the case that is meant."""
    if case is None and not DEFAULT.exists():
        raise CaseError(f"there is no {DEFAULT} in {os.curdir}; ascribe init makes one, or name another with --case")
    return case or DEFAULT
