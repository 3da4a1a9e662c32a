"""Reports of a case find each other, and events are computed.

Two passes, each in transactions of some hundred documents, so that others can write in between and a stopped run goes on where it was.
First the reports of every new document are compared with those of the documents that share a key with it (`comparing`), and what is found
is written down as judgements. Then the events that hang together with them are computed anew from all judgements: which reports make one
event follows from the judgements alone, so that taking one back restores what was before, and the order in which documents came does not
matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from ascribe.case.comparing import Compared, compared
from ascribe.case.events import event_row
from ascribe.case.originals import find_copies
from ascribe.knowledge import linking as fitted
from ascribe.link.clusters import JOINED, clusters
from ascribe.link.compare import chance
from ascribe.model.judgements import Verdict
from ascribe.store import comparing, judgements
from ascribe.store import linking as store
from ascribe.store.opening import Database, writing

#: How many documents' comparisons are written, and for how many reports events are computed, in one transaction.
BATCH = 500
#: Reports hang together where a pair is at least as likely as this: where none is, `clusters` joins no two groups.
TIED = chance(JOINED - 0.01)
Progress = Callable[[str, int, int], None]


def link(database: Database, progress: Progress | None = None, processes: int = 1) -> int:
    """Compare what is new, on so many processes, and compute what follows; how many events were computed."""
    tell = progress or _silent
    with writing(database):
        comparing.all_again(database, fitted.load().signature)
    for done, of in _compared(database, processes):
        tell("documents compared", done, of)
    total = store.unlinked(database)
    made = done = 0
    while step := _computed(database):
        made += step[0]
        done += step[1]
        tell("reports put together", min(done, total), total)
    return made


def _silent(what: str, done: int, of: int) -> None:
    """Nobody is told."""


def _compared(database: Database, processes: int) -> Iterator[tuple[int, int]]:
    """Compare until nothing waits; how many documents were compared, of how many."""
    while turns := comparing.waiting(database):
        done = 0
        found = compared(database, turns, processes)
        while batch := list(islice(found, BATCH)):
            with writing(database):
                for each in batch:
                    _keep(database, each)
            done += len(batch)
            yield done, len(turns)


def _keep(database: Database, found: Compared) -> None:
    """Keep what was found of a document, unless it was changed meanwhile, or another process was first."""
    if comparing.done(database, found.turn):
        judgements.machine(database, found.turn.document, found.judgements, fitted.load().signature)
        find_copies(database, found.turn.document)


def _computed(database: Database) -> tuple[int, int] | None:
    """Compute the events of the next reports; how many events, of how many waiting reports. None: there is nothing left."""
    with writing(database):
        waiting = store.to_compute(database, BATCH)
        if not waiting:
            return None
        events = 0
        done: set[int] = set()
        for report in waiting:
            if report not in done:
                together = store.component(database, report, TIED)
                done |= together
                events += _recomputed(database, sorted(together))
    return events, len(waiting)


def _recomputed(database: Database, reports: Sequence[int]) -> int:
    """The events of reports that hang together."""
    found = store.found_among(database, reports)
    groups = _grouped(database, found)
    rows = [event_row(database, group) for group in groups]
    store.replace_events(database, reports, rows)
    return len(rows)


def _grouped(database: Database, reports: Sequence[int]) -> list[list[int]]:
    """Which of these reports are of one event each. Ties go by their ids, since numbers tell in which order they came."""
    names = store.names(database, reports)
    numbers = {name: number for number, name in names.items()}
    chances: dict[tuple[str, str], float] = {}
    must, cannot = set(), set()
    for (one, other), verdict, likely, human in judgements.between(database, reports):
        pair = names[min(one, other, key=names.__getitem__)], names[max(one, other, key=names.__getitem__)]
        if not human:
            chances[pair] = likely
        elif verdict is Verdict.SAME:
            must.add(pair)
        elif verdict is Verdict.DIFFERENT:
            cannot.add(pair)
    return [sorted(numbers[name] for name in group) for group in clusters(numbers, chances, must, cannot)]
