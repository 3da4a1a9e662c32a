"""What comes into a case: texts that are at hand are kept, pages that are wanted are put on the list of what to fetch."""

from __future__ import annotations

from dataclasses import dataclass

from ascribe.read.addresses import apart
from ascribe.read.reasons import StoppedError
from ascribe.read.wanted import Incoming, Trouble, Wanted
from ascribe.store import documents, errands
from ascribe.store.errands import Errand
from ascribe.store.opening import Database

#: What is kept of that which those who name a page say of it.
TOLD = ("outlet", "published", "title", "language", "archived", "hash")


@dataclass(frozen=True, slots=True)
class Came:
    """What became of one thing: a document that is new or was there, a page to fetch; `problem` is a line for the user."""

    name: str
    new: int = 0
    known: int = 0
    wanted: int = 0
    problem: str | None = None


def take(database: Database, thing: Incoming, by: str, *, again: bool = False) -> Came:
    """Take one thing in; inside a transaction of the caller's. `again`: a page is to be fetched once more, whatever became of it before."""
    if isinstance(thing, Trouble):
        return Came(thing.where, problem=f"{thing.where}: {thing.said}" if thing.lost else None)
    if isinstance(thing, Wanted):
        return _want(database, thing, again=again)
    taken = documents.take_in(database, thing, by)
    if taken.number is None:
        return Came(thing.name, problem=f"{thing.name}: was erased from this case before, and is not taken in again")
    return Came(thing.name, new=int(taken.is_new), known=int(not taken.is_new))


def _want(database: Database, thing: Wanted, *, again: bool) -> Came:
    if documents.is_erased(database, thing.url):
        return Came(thing.url, problem=f"{thing.url}: was erased from this case before, and is not fetched again")
    told = {name: getattr(thing, name) for name in TOLD if getattr(thing, name)}
    errand = Errand(thing.url, thing.way.value, told, thing.found_in, thing.carried.data if thing.carried else None)
    return Came(thing.url, wanted=int(errands.want(database, errand, _host(thing.url), again=again)))


def _host(url: str) -> str:
    """The host of an address; nothing for what is no address, which is refused when its turn comes."""
    try:
        return apart(url).origin
    except StoppedError:
        return ""
