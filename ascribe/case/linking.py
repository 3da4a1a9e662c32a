"""Reports of a case find each other, and events are computed.

Two passes, each in transactions of a few thousand reports, so that others can write in between and a stopped run goes on where it was.
First every new report is compared with those that share a key with it, and what is found is written down as judgements. Then the events
that hang together with them are computed anew from all judgements: which reports make one event follows from the judgements alone, so
that taking one back restores what was before, and the order in which documents came does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from ascribe.case.events import event_row
from ascribe.case.originals import find_copies
from ascribe.knowledge import linking as fitted
from ascribe.link.clusters import clusters
from ascribe.link.compare import judged
from ascribe.link.sides import Side, side
from ascribe.model.judgements import Feature, Verdict
from ascribe.model.linking import Weights
from ascribe.model.sketches import Sketch
from ascribe.store import judgements, records
from ascribe.store import linking as store
from ascribe.store.judgements import Pair
from ascribe.store.opening import Database, writing

#: How many reports are compared, and how many are computed anew, in one transaction.
BATCH = 2_000
#: How many documents' sketches are kept at hand.
AT_HAND = 50_000
Progress = Callable[[str, int, int], None]


def link(database: Database, progress: Progress | None = None) -> int:
    """Compare what is new and compute what follows; how many events were computed."""
    weights = fitted.load()
    tell = progress or _silent
    total, _ = store.unlinked(database)
    done = 0
    while reports := _judged(database, weights):
        done += reports
        tell("compared", done, total)
    _, total = store.unlinked(database)
    made = done = 0
    while step := _computed(database):
        made += step[0]
        done += step[1]
        tell("put together", min(done, total), total)
    return made


def _silent(what: str, done: int, of: int) -> None:
    """Nobody is told."""


def _judged(database: Database, weights: Weights) -> int:
    """Compare the next reports with their like; how many they were."""
    with writing(database):
        reports = store.to_judge(database, BATCH)
        names = [report for report, _ in reports]
        judgements.forget_machine(database, names)
        find_copies(database, names)
        found = [report for report, is_found in reports if is_found]
        judgements.machine(database, _verdicts(database, sorted(store.meeting(database, found)), weights), weights.signature)
        store.judged(database, names)
    return len(reports)


def _verdicts(database: Database, pairs: Iterable[Pair], weights: Weights) -> Iterator[tuple[Pair, Verdict, float, Sequence[Feature]]]:
    """What the machine says of pairs, but for those that are plainly different: there are too many of them, and they bind nobody.

    Two documents are compared as wholes, each with all of its reports: which of them another is, is seen beside the others.
    """
    sketched = lru_cache(AT_HAND)(partial(_sketched, database, weights=weights))
    together = {tuple(sorted((store.document_of(database, one), store.document_of(database, other)))) for one, other in pairs}
    for here, there in sorted(together):
        mine, theirs = sketched(here), sketched(there)
        for one, other, chance, reasons in judged(mine.sides, theirs.sides, weights, weights.unsure):
            numbers = mine.numbers[one.sketch.report], theirs.numbers[other.sketch.report]
            yield (min(numbers), max(numbers)), weights.verdict(chance), chance, reasons


@dataclass(frozen=True, slots=True)
class Sketched:
    """The reports of a document as they are compared, and their numbers by their ids."""

    sides: tuple[Side, ...]
    numbers: dict[str, int]


def _sketched(database: Database, document: int, weights: Weights) -> Sketched:
    rows = [(number, records.noun(text, Sketch)) for number, text in store.sketches(database, document)]
    return Sketched(tuple(side(each, weights) for _, each in rows), {each.report: number for number, each in rows})


def _computed(database: Database) -> tuple[int, int] | None:
    """Compute the events of the next reports; how many events, of how many waiting reports. None: there is nothing left."""
    with writing(database):
        waiting = [report for (report,) in database.execute("SELECT report FROM unlinked WHERE judged ORDER BY report LIMIT ?", (BATCH,))]
        if not waiting:
            return None
        events = 0
        done: set[int] = set()
        for report in waiting:
            if report not in done:
                together = store.component(database, report)
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
    for (one, other), verdict, chance, human in judgements.between(database, reports):
        pair = names[min(one, other, key=names.__getitem__)], names[max(one, other, key=names.__getitem__)]
        if not human:
            chances[pair] = chance
        elif verdict is Verdict.SAME:
            must.add(pair)
        elif verdict is Verdict.DIFFERENT:
            cannot.add(pair)
    return [sorted(numbers[name] for name in group) for group in clusters(numbers, chances, must, cannot)]
