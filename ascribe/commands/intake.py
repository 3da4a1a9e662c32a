"""Commands by which documents come into a case and leave it: init, add, follow, remove, check; and the coding of what waits."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ascribe.commands.options import DEFAULT, Allow, By, CaseFile, Offline, Proxy, Quiet, SettingsFile, chosen_case, opened
from ascribe.console import FAILED, OK, ended
from ascribe.errors import ConfigError

if TYPE_CHECKING:
    from ascribe.case.case import Case
    from ascribe.case.fetching import Errands
    from ascribe.case.intake import Came
    from ascribe.settings import Settings
    from ascribe.tell import Line

#: How long `add` waits for a host that must not be asked yet, and `follow --once`, in seconds.
PATIENCE, ONCE = 30.0, 150.0

INIT = """\
\b
Examples:
  ascribe init
  ascribe init sahel.db

\b
Then:
  ascribe add reports/ --outlet "The Daily Post"
  ascribe code
  ascribe link
  ascribe list events
"""

ADD = """\
\b
Examples:
  ascribe add reports/ statement.pdf --outlet "The Daily Post"
  ascribe add https://example.org/report https://example.org/feed.xml
  ascribe add links.csv archive.xlsx documents.jsonl.gz
  ascribe add --proxy socks5://127.0.0.1:9050 https://example.org/report
  ascribe add --testimony "They came at dawn ..." --source "a shopkeeper"

\b
Files, folders, addresses, RSS and Atom feeds, JSONL (one object a line with
text or url), and sheets of links (.csv, .tsv, .xlsx; also as the
auto-archiver writes them). What was there already stays as it is.
What leaves the machine, and what never does: docs/fetching.md
"""

FOLLOW = """\
\b
Examples:
  ascribe follow feeds.toml
  ascribe follow feeds.toml --once --proxy socks5://127.0.0.1:9050

\b
feeds.toml:
  [[feed]]
  url = "https://example.org/feed.xml"
  outlet = "The Daily Post"

\b
Feeds are looked at once an hour, or as rarely as they ask for; hosts are
asked one page at a time, and not at all where their robots.txt forbids it.
Stop it with Ctrl-C: it goes on from there when it is started again.
"""

REMOVE = """\
\b
Examples:
  ascribe remove 3fa94c --why "the witness asked for it" --by ana

\b
The document's bytes, texts, claims and all that was computed from them are
gone from the file, its search index and its free pages. A tombstone without
content stays. Copies of the file that you made are yours to delete.
"""


CHECK = """\
\b
Examples:
  ascribe check
  ascribe check --case damaged.db --salvage whole.db

\b
Originals and texts are held against their hashes and quotes against their
texts, so that nothing is taken over that is seen to be other than it was.
"""


def add_to(app: typer.Typer) -> None:
    """Put these commands on the command line."""
    app.command(epilog=INIT)(init)
    app.command(epilog=ADD)(add)
    app.command(epilog=FOLLOW)(follow)
    app.command(epilog=REMOVE)(remove)
    app.command(epilog=CHECK)(check)


def init(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to make.")] = DEFAULT,
    by: By = None,
) -> None:
    """Make a case file: one SQLite file in which documents, claims and events accumulate."""
    with ended():
        from ascribe.case.case import SOMEBODY, Case

        Case.create(file, by=by or SOMEBODY).close()
        option = "" if file == DEFAULT else f" --case {file}"
        typer.echo(f"made {file}; next: ascribe add{option} FILE_OR_FOLDER, ascribe code{option}, ascribe link{option}", err=True)


def add(
    things: Annotated[
        list[str] | None,
        typer.Argument(metavar="[THING]...", help="Files, folders, addresses, feeds, sheets; - for standard input.", show_default=False),
    ] = None,
    published: Annotated[str | None, typer.Option(metavar="DATE", help="The day on which all of it came out, YYYY-MM-DD.")] = None,
    outlet: Annotated[str | None, typer.Option(metavar="NAME", help="Who brought all of it out.")] = None,
    language: Annotated[str | None, typer.Option(metavar="xx", help="The language of all of it (ISO 639-1).")] = None,
    testimony: Annotated[
        str | None, typer.Option(metavar="WORDS", help="What somebody told you, as you wrote it down; - reads standard input.")
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="WHO", help="Who told it, as openly as may be said.")] = None,
    proxy: Proxy = None,
    offline: Offline = False,
    allow: Allow = None,
    case: CaseFile = None,
    by: By = None,
    quiet: Quiet = False,
) -> None:
    """Take documents into a case: their original bytes, when and from where they came."""
    with ended():
        if (testimony is None) != (source is None):
            raise ConfigError("--testimony and --source belong together: what was told, and who told it")
        if testimony is None and not things:
            raise ConfigError("there is nothing to add; name files, folders, addresses or sheets")
        with opened(case, by=by) as chosen:
            if testimony is not None and source is not None:
                words = sys.stdin.read() if testimony == "-" else testimony
                told = chosen.testify(words, source=source, taken=published)
                _added(told.new, told.known, told.problems, quiet)
                return
            problems = _take(chosen, things or [], published, outlet, language, _errands(chosen, proxy, offline, allow), quiet)
        raise typer.Exit(FAILED if problems else OK)


def _take(
    case: Case, things: list[str], published: str | None, outlet: str | None, language: str | None, errands: Errands, quiet: bool
) -> int:
    """Take things in, fetch what they name, tell how far it is; how many could not be taken in."""
    from datetime import UTC, datetime

    from ascribe.case.following import follow as fetched
    from ascribe.model.captures import Capture, Way
    from ascribe.read.files import MAX_BYTES
    from ascribe.read.incoming import incoming
    from ascribe.read.wanted import Said
    from ascribe.tell import Line

    line = Line(sys.stderr, quiet=quiet)
    said = Said(outlet=outlet, published=published, language=language)
    new = seen = 0
    problems: list[str] = []
    for thing in things:
        if thing == "-":
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
            parts: Any = [Capture(data, "standard input", Way.FILE, datetime.now(UTC), None, outlet, published, None, language)]
        else:
            parts = incoming(thing, said)
        for came in case.take(parts, again=True):
            seen, new = seen + 1, new + came.new
            problems += _told(came, line)
            line.show(f"{seen:,} seen, {new:,} new")
    for step in fetched(case, errands, once=True, patience=PATIENCE, code=False):
        if step.happened is not None:
            new += step.happened.new
            problems += _told(step.happened, line)
            line.show(f"{new:,} new  {step.happened.name}")
    line.clear()
    if left := errands.open():
        problems.append(f"{left:,} pages could not be fetched yet")
        line.say(f"ascribe: {left:,} pages could not be fetched yet; ascribe add of anything, or ascribe follow, asks for them again")
    _added(new, None, [], quiet)
    return len(problems)


def _told(came: Came, line: Line) -> list[str]:
    if came.problem is None:
        return []
    line.say(f"ascribe: {came.problem}")
    return [came.problem]


def _added(new: int, known: int | None, problems: list[str], quiet: bool) -> None:
    for problem in problems:
        typer.echo(f"ascribe: {problem}", err=True)
    if not quiet:
        there = f", {known} there already" if known else ""
        typer.echo(f"{new:,} new {'document' if new == 1 else 'documents'}{there}" + ("; next: ascribe code" if new else ""), err=True)


def _errands(case: Case, proxy: str | None, offline: bool, allow: list[str] | None) -> Errands:
    """What fetches for a case."""
    from ascribe.case.fetching import Errands
    from ascribe.read.fetch import Fetcher

    return Errands(case.database, Fetcher(proxy, offline=offline, allow=allow or ()), case.by)


def coded(case: Path | None, settings: Settings, *, again: bool, processes: int, by: str | None, quiet: bool) -> int:
    """Code what waits in a case, with its progress; the exit status."""
    from ascribe.tell import Line

    line = Line(sys.stderr, quiet=quiet)
    with opened(case, by=by, settings=settings) as chosen:
        _, waiting = chosen.waiting(again=again, progress=lambda what: line.show(f"building the index of places, once: {what}"))
        done = claims = failed = 0
        for each in chosen.code(again=again, processes=processes):
            done, claims = done + 1, claims + len(each.claims)
            if each.problem:
                failed += 1
                line.say(f"ascribe: {each.name}: {each.problem.removeprefix(f'{each.name}: ')}")
            line.show(f"{done:,} of {len(waiting):,}  {each.name}")
        line.clear()
        if not quiet:
            waits = f"; {chosen.unlinked():,} reports wait for ascribe link" if chosen.unlinked() else ""
            line.say(f"{done - failed:,} documents coded, {claims:,} claims, {failed:,} could not be coded{waits}")
    return FAILED if failed else OK


def follow(
    feeds: Annotated[Path, typer.Argument(metavar="FEEDS", help="A TOML file that names the feeds.")],
    once: Annotated[bool, typer.Option("--once", help="Look at each feed once, fetch what is new, and end.")] = False,
    proxy: Proxy = None,
    allow: Allow = None,
    processes: Annotated[int, typer.Option("-j", "--processes", metavar="N", min=1, help="How many processes code.")] = 1,
    settings: SettingsFile = None,
    case: CaseFile = None,
    by: By = None,
    quiet: Quiet = False,
) -> None:
    """Follow the news: look at feeds when they are due, and fetch, code and link what is new."""
    with ended():
        from ascribe.case.following import feeds_in
        from ascribe.case.following import follow as steps
        from ascribe.settings import load
        from ascribe.tell import Line

        wanted = feeds_in(feeds)
        line = Line(sys.stderr, quiet=quiet)
        failed = 0
        with opened(case, by=by, settings=load(settings)) as chosen:
            errands = _errands(chosen, proxy, False, allow)
            for step in steps(chosen, errands, wanted, once=once, patience=ONCE if once else float("inf"), processes=processes):
                if step.happened is not None:
                    failed += len(_told(step.happened, line))
                    line.show(f"{step.happened.name}")
                else:
                    for problem in step.problems:
                        line.say(f"ascribe: {problem}")
                    if not quiet:
                        line.say(f"{step.coded:,} documents coded, {step.events:,} events computed")
        line.clear()
        raise typer.Exit(FAILED if failed else OK)


def remove(
    name: Annotated[str, typer.Argument(metavar="DOCUMENT", help="The document's id, or its beginning.")],
    why: Annotated[str | None, typer.Option(metavar="WORDS", help="The reason, which stays on the tombstone.")] = None,
    case: CaseFile = None,
    by: By = None,
) -> None:
    """Erase a document for good, with all that came of it."""
    with ended(), opened(case, by=by) as chosen:
        copies = chosen.remove(name, why)
        typer.echo("erased", err=True)
        for copy in copies:
            typer.echo(f"ascribe: {copy} is a copy of this case from before, and still holds it; delete it", err=True)


def check(
    case: CaseFile = None,
    salvage: Annotated[
        Path | None, typer.Option(metavar="NEW", help="Make a new case of what can be read; the damaged file is only read.")
    ] = None,
    by: By = None,
) -> None:
    """Look for damage: is the file whole, is every original still what was taken in, is every quote in its text."""
    with ended():
        if salvage is not None:
            raise typer.Exit(_salvage(chosen_case(case), salvage, by))
        with opened(case, read_only=True) as chosen:
            from ascribe.store.checking import faults

            found = 0
            for fault in faults(chosen.database):
                found += 1
                typer.echo(fault)
            typer.echo(f"{chosen.path}: {'whole' if not found else f'{found} faults'}", err=True)
            raise typer.Exit(FAILED if found else OK)


def _salvage(damaged: Path, target: Path, by: str | None) -> int:
    """Table by table: what was taken over, what was not. Success: nothing was lost."""
    from ascribe.case.case import SOMEBODY
    from ascribe.case.salvaging import salvaged

    whole = True
    for each in salvaged(damaged, target, by or SOMEBODY):
        whole = whole and each.is_whole
        lost = [f"{each.spoilt:,} were not what they had been"] if each.spoilt else []
        lost += [f"it could not be read at {each.gaps:,} places"] if each.gaps else []
        typer.echo(f"{each.table}: {each.rows:,} rows" + "".join(f"; {part}" for part in lost))
    typer.echo(f"made {target}; next: ascribe code --case {target}, ascribe link --case {target}; keep the damaged file", err=True)
    return OK if whole else FAILED
