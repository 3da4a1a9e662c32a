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
from ascribe.link.compare import judged
from ascribe.link.reasons import reasons
from ascribe.link.sides import Side, side
from ascribe.model.judgements import Verdict
from ascribe.model.linking import Weights
from ascribe.model.sketches import Sketch
from ascribe.spread import spread
from ascribe.store import comparing, records
from ascribe.store.comparing import Turn
from ascribe.store.judgements import Found
from ascribe.store.opening import Database, open_case

#: How many documents' sketches are kept at hand.
AT_HAND = 20_000
#: With fewer documents to compare, another process takes longer to begin than it saves.
WORTH = 1_000
#: So many documents are given to a process together.
TOGETHER = 25


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


def compared(database: Database, turns: Sequence[Turn], processes: int = 1) -> Iterator[Compared]:
    """Compare the documents whose turn it is, in their order. Whoever asks for the next may write in between."""
    if processes == 1 or len(turns) < WORTH:
        return map(partial(_compared, database, sketched=_sketches(database)), turns)
    (path,) = (name for _, schema, name in database.execute("PRAGMA database_list") if schema == "main")
    parts = (tuple(turns[at : at + TOGETHER]) for at in range(0, len(turns), TOGETHER))
    return chain.from_iterable(spread(partial(_apart, path=Path(path)), parts, processes, _died))


def _apart(turns: tuple[Turn, ...], path: Path) -> list[Compared]:
    """The same in a process of its own."""
    database, sketched = _opened(path)
    return [_compared(database, turn, sketched) for turn in turns]


@cache
def _opened(path: Path) -> tuple[Database, Callable[[int], Sketched]]:
    """The case file, opened once in a process, and what gives the sketches of its documents."""
    database = open_case(path, read_only=True)
    return database, _sketches(database)


def _sketches(database: Database) -> Callable[[int], Sketched]:
    """What gives the sketches of a document, from memory where they were asked for before."""
    return lru_cache(AT_HAND)(partial(_sketched, database, fitted.load()))


def _sketched(database: Database, weights: Weights, document: int) -> Sketched:
    rows = [(number, records.noun(text, Sketch)) for number, text in comparing.sketches(database, document)]
    return Sketched(tuple(side(each, weights) for _, each in rows), {each.report: number for number, each in rows})


def _died(turns: tuple[Turn, ...], reason: str) -> list[Compared]:
    of = f"{turns[0].document} to {turns[-1].document}"
    raise CaseError(f"documents {of} cannot be compared ({reason}); run it on one process")


def _compared(database: Database, turn: Turn, sketched: Callable[[int], Sketched]) -> Compared:
    here = sketched(turn.document)
    others = (turn.document, *comparing.meeting(database, turn))
    return Compared(turn, tuple(each for other in others for each in _found(here, sketched(other), fitted.load())))


def _found(here: Sketched, there: Sketched, weights: Weights) -> Iterator[Found]:
    """What is said of the reports of two documents. Reasons go with what is one event; others are found anew when asked for."""
    for one, other, chance, told in judged(here.sides, there.sides, weights):
        first, last = sorted((here.numbers[one.sketch.report], there.numbers[other.sketch.report]))
        verdict = weights.verdict(chance)
        why = reasons(one, other, told, weights) if verdict is Verdict.SAME else ()
        yield Found(first, last, verdict.value, chance, records.written(why))
