"""The command line. A command loads, calls and prints; whatever is heavy is imported when a command runs, so that help is quick."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ascribe import __version__, gazetteer_cli
from ascribe.commands import events, intake, reviewing, serving
from ascribe.commands.options import DEFAULT, By, CaseFile
from ascribe.console import FAILED, INTERRUPTED, OK, ended, standard_output, terminal
from ascribe.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from ascribe.api import Job, Manner
    from ascribe.settings import Settings

app = typer.Typer(
    name="ascribe",
    help="Read reporting on conflict into attributed claims: who says that who did what to whom, in which words.\n\n"
    "The program asserts nothing itself; it works offline and after the fact. Start with: ascribe code REPORT.txt",
    epilog="ascribe COMMAND --help shows the options of a command, with examples.",
    no_args_is_help=True,
    rich_markup_mode=None,  # rich takes longer to load than all the rest of the help
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


app.add_typer(gazetteer_cli.app, name="gazetteer")
intake.add_to(app)
events.add_to(app)
reviewing.add_to(app)
serving.add_to(app)


class Format(StrEnum):
    """What can be printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    HTML = "html"


class Engine(StrEnum):
    """What codes."""

    AUTO = "auto"
    FULL = "full"
    FAST = "fast"


EXAMPLES = """\
\b
Examples:
  ascribe code report.txt --published 2025-05-15 --outlet "The Daily Post"
  ascribe code reports/ --format html -o claims.html
  ascribe code reports/ --format jsonl -j 4 -o claims.jsonl
  curl -s https://example.org/report | ascribe code - --format json
  ascribe code -j 2                 (no PATH: what waits in case.db is coded)

\b
Formats:
  table   the claims ledger for reading, on a terminal and in a pipe alike
  json    the contract for programs: one object; several documents: one a line
  jsonl   one object a line, always
  csv     one row for each claim
  html    one page: the text with what each claim rests on marked, and the claims

\b
Exit status: 0 all coded, 1 some document failed (the others are coded),
2 wrong usage or settings, 130 interrupted.
"""


def _day(value: str | None) -> str | None:
    from ascribe.read.text import day

    try:
        return day(value)
    except ConfigError as error:
        raise typer.BadParameter(str(error)) from error


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"ascribe {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")] = False,
) -> None:
    pass


@app.command(epilog=EXAMPLES)
def code(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Files, folders, or - for standard input: plain text, web pages, PDF.", show_default=False
        ),
    ] = None,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", callback=_day, help="The day on which they came out, YYYY-MM-DD: “on Monday” is counted from it."),
    ] = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who brought them out. It goes before what a page says of itself.")
    ] = None,
    form: Annotated[Format | None, typer.Option("--format", "-f", help="What to print.", show_default="table")] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here; the file appears whole or not at all.")
    ] = None,
    engine: Annotated[
        Engine | None,
        typer.Option(
            help="fast: rules alone; full: with the encoder; auto: the encoder where a text may tell of conflict.", show_default="auto"
        ),
    ] = None,
    processes: Annotated[
        int | None, typer.Option("-j", "--processes", metavar="N", min=1, help="How many processes.", show_default="1")
    ] = None,
    settings: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A settings file (TOML); ascribe settings prints all of them.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error; errors stay.")] = False,
    case: CaseFile = None,
    again: Annotated[
        bool, typer.Option("--again", help="In a case: also what another engine has coded. What people decided stays.")
    ] = False,
    by: By = None,
) -> None:
    """Code documents: print who says that who did what to whom, in which words. Without PATH, code what waits in the case file."""
    with ended():
        if not paths:
            if published or outlet or form or output:
                raise ConfigError(
                    "--published, --outlet, --format and --output are for PATHs; documents of a case are told of by ascribe add"
                )
            if case is None and not DEFAULT.exists():
                raise ConfigError(
                    f"there is nothing to code: name files or folders, or work where there is a {DEFAULT} (ascribe init makes one)"
                )
            chosen = _settings(settings, engine)
            processes = processes or chosen.output.processes
            raise typer.Exit(intake.coded(case, chosen, again=again, processes=processes, by=by, quiet=quiet))
        from ascribe.api import Manner

        manner = Manner(_settings(settings, engine), published, outlet)
        defaults = manner.settings.output
        work = list(_jobs(paths))
        target = None if output is None or str(output) == "-" else output
        _check_output(target, work)
        raise typer.Exit(_code(work, manner, form or Format(defaults.format), target, processes or defaults.processes, quiet))


@app.command("settings")
def show_settings(
    settings: Annotated[Path | None, typer.Option(metavar="FILE", help="A settings file (TOML) to fill the tree from.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON instead of TOML.")] = False,
) -> None:
    """Print every setting with its value.

    What is printed is a settings file, to be kept and changed.

    Where the index of places is kept is also told by the environment: ASCRIBE_CACHE names the folder. NO_COLOR turns colours off.
    """
    from ascribe.export import jsonl

    with ended():
        chosen = _settings(settings)
        with standard_output() as file:
            file.write((jsonl.page(chosen.as_dict()) if as_json else chosen.as_toml()).encode())


TRAINING = """\b
Example, from a clone of the project (the corpora are not part of the package):
  python -m corpus.build built --muc4 MUC4/train.jsonl.gz
  ascribe train built MUC4/train.jsonl.gz -o weights
Code with it: put the line  weights = "weights"  into a settings file.
Let it take the place of the one that ships, and fit what hangs on it:
  cp weights/*.onnx weights/*.npz weights/*.json ascribe/knowledge/encoder/
  python -m benchmarks.fit built/dev.jsonl
"""


@app.command(epilog=TRAINING)
def train(
    built: Annotated[Path, typer.Argument(metavar="BUILT", help="The folder that python -m corpus.build wrote.")],
    muc4: Annotated[Path, typer.Argument(metavar="MUC4", help="The training file of MUC-4.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FOLDER", help="Where the files go, and the state of the run.")],
    seed: Annotated[int, typer.Option(help="Chance: what is drawn, in which order.")] = 1,
    epochs: Annotated[int, typer.Option(min=1, help="How often the corpora are read.")] = 5,
    threads: Annotated[int, typer.Option(min=1, help="How many threads; a graphics card is used where there is one.")] = 2,
    research: Annotated[
        Path | None, typer.Option(metavar="POLNEAR", help="PolNeAR's training file, too: weights for research that are not passed on.")
    ] = None,
    begin: Annotated[Path | None, typer.Option(metavar="FOLDER", help="Begin with what an earlier run wrote to this folder.")] = None,
) -> None:
    """Train the encoder on the corpora: 65 to 75 minutes on two cores. Needs pip install 'ascribe[train]'.

    A run that was stopped goes on after its last whole epoch when it is started again.
    """
    with ended():
        from ascribe.errors import BackendError

        try:
            from ascribe.learn.run import Files, run
            from ascribe.learn.training import Plan
        except ImportError as error:
            raise BackendError(f"training needs more packages ({error.name}); pip install 'ascribe[train]'") from error
        files = Files(built, muc4, research, begin)
        run(files, output, Plan(seed=seed, epochs=epochs), threads, lambda line: typer.echo(line, err=True))


def main() -> None:
    """Run the command line."""
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _code(work: list[Job], manner: Manner, form: Format, output: Path | None, processes: int, quiet: bool) -> int:
    """Code, print, tell; and the exit status."""
    from functools import partial

    from ascribe.api import coded, fault, index
    from ascribe.export.formats import written
    from ascribe.export.words import warning
    from ascribe.spread import spread
    from ascribe.tell import Teller

    to_terminal = output is None and sys.stdout.isatty()
    in_ledger = form is Format.TABLE
    teller = Teller(sys.stderr, (lambda _: "") if in_ledger else warning, total=len(work), quiet=quiet, bar=not to_terminal)
    index(manner.settings, teller.building)
    teller.clear()
    found = spread(partial(coded, manner=manner), work, min(processes, len(work)), fault)
    width, colour = terminal(to_terminal)
    chunks = written(teller.records(found), form.value, several=len(work) > 1, width=width, colour=colour)
    try:
        with standard_output() if output is None else _whole(output) as file:
            for chunk in chunks:
                file.write(chunk.encode())
                if output is None:
                    file.flush()
            if output is not None and not teller.coded:
                raise ReadError(f"{output}: not written, because no document could be coded")
    finally:
        teller.clear()
    teller.end()
    return FAILED if teller.failed else OK


def _settings(path: Path | None, engine: Engine | None = None) -> Settings:
    from dataclasses import replace

    from ascribe.settings import load

    chosen = load(path)
    return replace(chosen, engine=engine.value) if engine is not None else chosen


def _jobs(paths: list[Path]) -> Iterator[Job]:
    """What is to be coded, standard input in its place among the files."""
    from ascribe.api import Job, jobs
    from ascribe.read.files import MAX_BYTES

    for path in paths:
        if str(path) == "-":
            yield Job("standard input", sys.stdin.buffer.read(MAX_BYTES + 1))
        else:
            yield from jobs([path])


def _check_output(output: Path | None, work: list[Job]) -> None:
    """Refuse what can only fail, before an hour of work: a folder, a place where no file can be, a document that is to be read."""
    if output is None:
        return
    if output.is_dir():
        raise ConfigError(f"-o {output}: is a folder; name a file in it")
    if not output.absolute().parent.is_dir():
        raise ConfigError(f"-o {output}: there is no folder {output.parent}; make it first, or name another")
    if any(job.data is None and job.problem is None and output.resolve() == Path(job.name).resolve() for job in work):
        raise ConfigError(f"-o {output}: is one of the documents to code, which would be lost; name another file")


def _whole(path: Path) -> Any:
    from ascribe.export.save import whole

    return whole(path)


if __name__ == "__main__":
    main()
