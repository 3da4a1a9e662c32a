"""A case: documents that accumulate in one file, their claims, and the events that they are about. What commands and pages both call."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any

from ascribe import __version__
from ascribe.case import coding, linking, showing
from ascribe.case.assessing import Assessing
from ascribe.case.coding import BUDGET, Worked
from ascribe.case.intake import Came, take
from ascribe.case.reviewing import Reviewing
from ascribe.errors import CaseError, ConfigError
from ascribe.knowledge import linking as fitted
from ascribe.link.compare import compare
from ascribe.model.captures import Capture, Way
from ascribe.model.judgements import Feature, Judgement, Verdict
from ascribe.model.sketches import Sketch
from ascribe.read.files import MAX_BYTES
from ascribe.read.incoming import incoming
from ascribe.read.text import day
from ascribe.read.wanted import Incoming, Said
from ascribe.settings import Settings
from ascribe.store import asking, comparing, documents, erasing, judgements, opening, records
from ascribe.store import linking as linking_rows
from ascribe.store.asking import Filter
from ascribe.store.opening import Database, explained, writing

Record = dict[str, Any]
#: Who is named in the log where nobody says who it was. The user of the machine is nobody's business.
SOMEBODY = "somebody"


@dataclass(slots=True)
class Added:
    """What became of the things that were added: documents that are new, those that were there, pages to fetch; lines for the user."""

    new: int = 0
    known: int = 0
    wanted: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Explained:
    """Why two reports are, or are not, of one event: the machine's chance and features as they are now, and all judgements there were."""

    one: str
    other: str
    together: bool
    chance: float
    verdict: Verdict
    features: tuple[Feature, ...]
    judgements: tuple[Judgement, ...]


class Case(Reviewing, Assessing):
    """An open case file. `by` is who is named in the log; `settings` choose the engine.

    Whatever is changed is changed in whole transactions, and others may work in the same file at the same time. Troubles are `CaseError`s
    with a remedy. A case is a context manager, and closes its file at the end.
    """

    def __init__(self, path: str | Path, *, by: str = SOMEBODY, settings: Settings | None = None, read_only: bool = False) -> None:
        self.path = Path(path)
        self.by = by
        self.settings = settings or Settings()
        with explained(self.path):
            self.database: Database = opening.open_case(self.path, read_only=read_only)

    @classmethod
    def create(cls, path: str | Path, *, by: str = SOMEBODY, settings: Settings | None = None) -> Case:
        """A new case file; one that is there already is a `CaseError`."""
        opening.create(Path(path), f"ascribe {__version__}").close()
        return cls(path, by=by, settings=settings)

    def __enter__(self) -> Case:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def add(
        self, *things: str | Path | Capture, published: str | None = None, outlet: str | None = None, language: str | None = None
    ) -> Added:
        """Take documents in, each in one transaction: files, folders, feeds, sheets and JSONL files by their paths, and captures.

        What is there already stays as it is; what was erased stays out. Addresses, and the links in feeds and sheets, are put on the list
        of what to fetch; `ascribe.case.following.follow` fetches them.
        """
        said = Said(outlet=outlet, published=published, language=language)
        counts = Added()
        for came in self.take(part for thing in things for part in ((thing,) if isinstance(thing, Capture) else incoming(thing, said))):
            counts.new += came.new
            counts.known += came.known
            counts.wanted += came.wanted
            counts.problems += [came.problem] if came.problem else []
        return counts

    def take(self, parts: Iterable[Incoming], *, again: bool = False) -> Iterator[Came]:
        """Take things in, each in one transaction; what became of each. `again`: pages are fetched once more."""
        for part in parts:
            with explained(self.path), writing(self.database):
                came = take(self.database, part, self.by, again=again)
            yield came

    def add_text(
        self, text: str, *, published: str | None = None, outlet: str | None = None, name: str = "a text", url: str | None = None
    ) -> Added:
        """Take in a text that is at hand as one."""
        return self.add(_capture(text, Way.FILE, name, published, outlet, url))

    def testify(self, words: str, *, source: str, taken: str | None = None, title: str | None = None) -> Added:
        """Take in what somebody told an analyst, as the analyst wrote it down.

        `source` says who told it, as openly as it may be said; `taken` is the day, from which "on Monday" is counted.
        """
        if not source.strip():
            raise ConfigError('a testimony needs a source: say who told it, as openly as may be ("a shopkeeper of the market")')
        return self.add(_capture(words, Way.TESTIMONY, title or "testimony", taken, source, None, title))

    def waiting(self, *, again: bool = False, progress: Callable[[str], None] | None = None) -> tuple[str, list[int]]:
        """The engine that would code, and the documents that wait for it; with `again` those that another engine coded, too."""
        engine = coding.engine_of(self.settings, progress)
        with explained(self.path):
            return engine, documents.waiting(self.database, engine, again=again)

    def code(self, *, again: bool = False, processes: int = 1, budget: float | None = BUDGET) -> Iterator[Worked]:
        """Code what waits, one document after the other; each is kept before it is handed on. See `ascribe.case.coding`."""
        engine, waiting = self.waiting(again=again)
        with explained(self.path):
            yield from coding.code(self.database, self.settings, engine, waiting, self.by, processes=processes, budget=budget)

    def link(self, progress: linking.Progress | None = None, *, processes: int = 1) -> int:
        """Compare what is new and compute the events that follow; how many were computed. Several processes serve where much is new."""
        with explained(self.path):
            return linking.link(self.database, progress, processes)

    def judge(self, one: str, other: str, verdict: Verdict, why: str | None = None) -> int:
        """Say of two events, reports or claims whether they are of one event; the number of the judgement. Events follow at once."""
        with explained(self.path):
            with writing(self.database):
                number = judgements.person(self.database, self._report(one), self._report(other), verdict, self.by, why)
            self.link()
        return number

    def undo(self, number: int, why: str | None = None) -> None:
        """Take a judgement back: what was before it is there again."""
        with explained(self.path):
            with writing(self.database):
                judgements.undo(self.database, number, self.by, why)
            self.link()

    def explain(self, one: str, other: str) -> Explained:
        """Why these two are of one event or not."""
        with explained(self.path):
            numbers = sorted((self._report(one), self._report(other)))
            (left, here), (right, there) = (self._sketches(number) for number in numbers)
            events = [self.database.execute("SELECT event FROM member WHERE report = ?", (number,)).fetchone() for number in numbers]
            told = judgements.of_pair(self.database, left.report, right.report)
        weights = fitted.load()
        chance, features = compare(left, right, weights, here, there)
        together = events[0] is not None and events[0] == events[1]
        return Explained(left.report, right.report, together, chance, weights.verdict(chance), features, tuple(told))

    def _sketches(self, number: int) -> tuple[Sketch, list[Sketch]]:
        """A report's sketch, and those of all reports of its document."""
        rows = comparing.sketches(self.database, linking_rows.document_of(self.database, number))
        read = {each: records.noun(text, Sketch) for each, text in rows}
        if number not in read:
            raise CaseError("the engine that coded last does not find this report any more; there is nothing to compare")
        return read[number], list(read.values())

    def _report(self, name: str) -> int:
        """The report that is meant by an id: its own, its claim's, or the first of its event's."""
        found = asking.meant(self.database, name)
        if found.kind == "report":
            return found.number
        if found.kind == "claim":
            return int(self.database.execute("SELECT report FROM claim WHERE number = ?", (found.number,)).fetchone()[0])
        if found.kind == "event":
            return found.number
        raise CaseError(f"{name} is a document; name an event, a report or a claim")

    def rows(self, what: str, *filters: str, search: str | None = None, limit: int | None = None) -> Iterator[Record]:
        """The rows of a list: events, claims, documents, sources, actors, places, judgements, tolls, redirects, log.

        Filters are `COLUMN=VALUE` or `COLUMN__op=VALUE`; `search` are words of the documents' texts.
        """
        with explained(self.path):
            yield from asking.rows(self.database, what, [Filter.of(words) for words in filters], search, limit)

    def columns(self, what: str) -> list[str]:
        """The columns of a list."""
        return asking.columns(self.database, what)

    def events(self, *filters: str) -> list[Record]:
        """The events, one plain record each: `pandas.DataFrame(case.events())`."""
        return list(self.rows("events", *filters))

    def claims(self, *filters: str) -> list[Record]:
        """The claims, one plain record each."""
        return list(self.rows("claims", *filters))

    def show(self, name: str) -> Record:
        """All that the case knows of one id, or of its beginning."""
        with explained(self.path):
            return showing.show(self.database, name)

    def remove(self, name: str, why: str | None = None) -> list[Path]:
        """Erase a document for good, and compute anew what it was part of; older copies of the file that may still hold it."""
        with explained(self.path):
            found = asking.meant(self.database, name)
            if found.kind != "document":
                raise CaseError(f"{name} is no document but of kind {found.kind}; what is erased is a document with all that came of it")
            copies = erasing.erase(self.database, self.path, found.id, self.by, why)
            self.link()
        return copies

    def unlinked(self) -> int:
        """How many reports wait for `link`."""
        with explained(self.path):
            return linking_rows.unlinked(self.database)


def _capture(
    text: str, way: Way, name: str, published: str | None, outlet: str | None, url: str | None, title: str | None = None
) -> Capture:
    data = text.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise CaseError(f"{name}: larger than the {MAX_BYTES // 1024**2} MiB that one document may have; split it")
    return Capture(data, name, way, datetime.now(UTC).replace(microsecond=0), url, outlet, day(published), title, media_type="text/plain")
