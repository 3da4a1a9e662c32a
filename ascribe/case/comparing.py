"""Documents of a case are compared with those that they meet, each as a whole: which report another is, is seen beside the others.

What is compared is read from the case file and nothing is written, so that it can be done in several processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain
from pathlib import Path

from ascribe.errors import CaseError
from ascribe.knowledge import linking as fitted
from ascribe.link.bounds import Bounds
from ascribe.link.compare import judged
from ascribe.link.never import never
from ascribe.link.reasons import reasons
from ascribe.link.sides import Side
from ascribe.model.judgements import Verdict
from ascribe.model.linking import Weights
from ascribe.model.sketches import Outline, Sketch
from ascribe.spread import spread
from ascribe.store import comparing, records
from ascribe.store.comparing import Turn
from ascribe.store.judgements import Found
from ascribe.store.opening import Database, open_case

#: Of how many documents the bounds are kept at hand, and of how many the sketches: most that meet are ruled out by their bounds.
OUTLINED, AT_HAND = 50_000, 10_000
#: With fewer documents to compare, another process takes longer to begin than it saves.
WORTH = 200
#: At most so many documents are given to a process together: those that came one after another have sketches to compare with in common.
TOGETHER = 1_000
#: And so few that each process has work at least so often.
TIMES = 5


@dataclass(frozen=True, slots=True)
class Compared:
    """A document that was compared, and what was found of its reports: without what is plainly different, which binds nobody."""

    turn: Turn
    judgements: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Sketched:
    """The reports of a document as they are compared, and their numbers by their ids."""

    sides: tuple[Side, ...]
    numbers: dict[str, int]


@dataclass(frozen=True, slots=True)
class Reader:
    """What gives the bounds and the sketches of a document, by its number, and the documents that one meets."""

    meeting: Callable[[Turn], list[int]]
    bounds: Callable[[int], tuple[Bounds, ...]]
    sketched: Callable[[int], Sketched]

    @classmethod
    def of(cls, database: Database) -> Reader:
        """From a case file, or from memory where they were asked for before."""
        return cls(
            partial(comparing.meeting, database),
            lru_cache(OUTLINED)(partial(_bounds, database)),
            lru_cache(AT_HAND)(partial(_sketched, database, fitted.load())),
        )


def compared(database: Database, turns: Sequence[Turn], processes: int = 1) -> Iterator[Compared]:
    """Compare the documents whose turn it is, in their order. Whoever asks for the next may write in between."""
    if processes == 1 or len(turns) < WORTH:
        return map(partial(_compared, Reader.of(database)), turns)
    (path,) = (name for _, schema, name in database.execute("PRAGMA database_list") if schema == "main")
    together = min(TOGETHER, len(turns) // (TIMES * processes) + 1)
    parts = (tuple(turns[at : at + together]) for at in range(0, len(turns), together))
    return chain.from_iterable(spread(partial(_apart, path=Path(path)), parts, processes, _died))


def _apart(turns: tuple[Turn, ...], path: Path) -> list[Compared]:
    """The same in a process of its own."""
    return [_compared(_reader(path), turn) for turn in turns]


@cache
def _reader(path: Path) -> Reader:
    return Reader.of(open_case(path, read_only=True))


def _bounds(database: Database, document: int) -> tuple[Bounds, ...]:
    return tuple(Bounds.of(records.noun(text, Outline)) for _, text in comparing.sketches(database, document))


def _sketched(database: Database, weights: Weights, document: int) -> Sketched:
    rows = [(number, records.noun(text, Sketch)) for number, text in comparing.sketches(database, document)]
    return Sketched(tuple(Side(each, weights) for _, each in rows), {each.report: number for number, each in rows})


def _died(turns: tuple[Turn, ...], reason: str) -> list[Compared]:
    of = f"{turns[0].document} to {turns[-1].document}"
    raise CaseError(f"documents {of} cannot be compared ({reason}); run it on one process")


def _compared(reader: Reader, turn: Turn) -> Compared:
    weights, mine = fitted.load(), reader.bounds(turn.document)
    found: list[Found] = []
    for other in (turn.document, *reader.meeting(turn)):
        if any(never(here, there) is None for here in mine for there in reader.bounds(other)):
            found += _found(reader.sketched(turn.document), reader.sketched(other), weights)
    return Compared(turn, tuple(found))


def _found(here: Sketched, there: Sketched, weights: Weights) -> Iterator[Found]:
    """What is said of the reports of two documents. Reasons go with what is one event; others are found anew when asked for."""
    for one, other, chance, told in judged(here.sides, there.sides, weights):
        first, last = sorted((here.numbers[one.sketch.report], there.numbers[other.sketch.report]))
        verdict = weights.verdict(chance)
        why = reasons(one, other, told, weights) if verdict is Verdict.SAME else ()
        yield Found(first, last, verdict.value, chance, records.written(why))
