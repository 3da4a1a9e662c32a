"""Documents of a case are compared with those that they meet, each as a whole: which report another is, is seen beside the others.

What is compared is read from the case file and nothing is written, so that it can be done in several processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
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


@dataclass(frozen=True, slots=True)
class Asked:
    """A document that waits, and those that it meets."""

    turn: Turn
    others: tuple[int, ...]


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
    asked = _asked(database, turns)
    if processes == 1 or len(turns) < WORTH:
        return map(partial(_compared, sketched=_sketches(database)), asked)
    (path,) = (name for _, schema, name in database.execute("PRAGMA database_list") if schema == "main")
    return spread(partial(_apart, path=Path(path)), asked, processes, _died)


def _asked(database: Database, turns: Sequence[Turn]) -> Iterator[Asked]:
    """Each document with those that it meets, but for those whose turn comes later: they meet it then."""
    later = {turn.document for turn in turns}
    for turn in turns:
        later.discard(turn.document)
        yield Asked(turn, tuple(other for other in comparing.meeting(database, turn.document) if other not in later))


def _apart(asked: Asked, path: Path) -> Compared:
    """The same in a process of its own."""
    return _compared(asked, _sketches_at(path))


@cache
def _sketches_at(path: Path) -> Callable[[int], Sketched]:
    return _sketches(open_case(path, read_only=True))


def _sketches(database: Database) -> Callable[[int], Sketched]:
    """What gives the sketches of a document, from memory where they were asked for before."""
    return lru_cache(AT_HAND)(partial(_sketched, database, fitted.load()))


def _sketched(database: Database, weights: Weights, document: int) -> Sketched:
    rows = [(number, records.noun(text, Sketch)) for number, text in comparing.sketches(database, document)]
    return Sketched(tuple(side(each, weights) for _, each in rows), {each.report: number for number, each in rows})


def _died(asked: Asked, reason: str) -> Compared:
    raise CaseError(f"document {asked.turn.document} cannot be compared ({reason}); run it on one process")


def _compared(asked: Asked, sketched: Callable[[int], Sketched]) -> Compared:
    here = sketched(asked.turn.document)
    found = (each for other in (asked.turn.document, *asked.others) for each in _found(here, sketched(other), fitted.load()))
    return Compared(asked.turn, tuple(found))


def _found(here: Sketched, there: Sketched, weights: Weights) -> Iterator[Found]:
    """What is said of the reports of two documents. Reasons go with what is one event; others are found anew when asked for."""
    for one, other, chance, told in judged(here.sides, there.sides, weights):
        first, last = sorted((here.numbers[one.sketch.report], there.numbers[other.sketch.report]))
        verdict = weights.verdict(chance)
        why = reasons(one, other, told, weights) if verdict is Verdict.SAME else ()
        yield Found(first, last, verdict.value, chance, records.written(why))
