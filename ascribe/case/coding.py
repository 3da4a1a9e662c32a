"""Documents of a case are coded: their bytes are read, claims found, and both kept in one transaction for each document.

What can be done apart is done in processes of its own (`worked`), which know no case file; one process writes. A document that cannot be
read, ends its process or takes too long is marked with the reason, and the rest goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version

from ascribe import __version__
from ascribe.api import index, read
from ascribe.case.settling import settle_all
from ascribe.case.upholding import by_people, upheld
from ascribe.errors import AscribeError
from ascribe.export.records import claim_record, quote_record
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.knowledge import linking
from ascribe.knowledge import words as word_lists
from ascribe.link import identity
from ascribe.link.agencies import Agencies, credit
from ascribe.link.candidates import keys
from ascribe.link.fingerprints import fingerprint
from ascribe.link.sketch import sketches
from ascribe.model.captures import Capture, Way
from ascribe.model.claims import Claim
from ascribe.model.events import Event
from ascribe.model.reports import reports
from ascribe.model.sketches import Keys, Sketch
from ascribe.model.text import Document
from ascribe.pipeline import signature
from ascribe.read import read_bytes
from ascribe.read.files import shown
from ascribe.settings import Settings
from ascribe.spread import spread
from ascribe.store import codings, documents, records
from ascribe.store.documents import Stored
from ascribe.store.opening import Database, logged, writing

#: How long one document may take, in seconds. The longest of 11,696 took 40; only a hostile one needs more.
BUDGET = 300.0


@dataclass(frozen=True, slots=True)
class Compared:
    """A report as it is compared: its event's id inside the document, its sketch, and the keys by which it and its like meet."""

    event: str
    sketch: Sketch
    keys: Keys


@dataclass(frozen=True, slots=True)
class Worked:
    """What came of one document: all that is kept of it, or the problem in one line."""

    number: int
    name: str
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    reports: tuple[Compared, ...] = ()
    text_keys: tuple[int, ...] = ()
    credit: str | None = None
    problem: str | None = None


def engine_of(settings: Settings, progress: Callable[[str], None] | None = None) -> str:
    """Which engine these settings name, with the layers of places that are installed: what `made_by` says of a claim."""
    return signature(settings, Gazetteer(index(settings, progress)).layers())


def code(
    database: Database,
    settings: Settings,
    engine: str,
    waiting: Sequence[int],
    who: str,
    *,
    processes: int = 1,
    budget: float | None = BUDGET,
) -> Iterator[Worked]:
    """Code the documents of these numbers; each is kept before it is handed on.

    Stopped at any point, the case is whole, and what was handed on is in it. Without a `budget` (seconds for one document) and with one
    process all is done in this one.
    """
    found = spread(
        partial(worked, settings=settings), documents.stored(database, waiting), min(processes, max(1, len(waiting))), lost, budget
    )
    for each in found:
        with writing(database):
            if each.document is None:
                documents.failed(database, each.number, engine, each.problem or "")
                logged(database, who, "could not code", f"document {each.number}", engine)
            else:
                keep(database, each, each.document, engine, who)
        yield each


def worked(stored: Stored, settings: Settings) -> Worked:
    """Read and code one document."""
    name = shown(stored.capture.name)
    if stored.damage is not None:
        return Worked(stored.number, name, problem=stored.damage)
    try:
        document = as_document(stored.capture)
        reading = read(document, settings)
        told = reports(document, reading.claims, [sentence.span for sentence in reading.sentences])
        return Worked(
            stored.number,
            name,
            document,
            reading.claims,
            reading.events,
            tuple(_compared(sketch) for sketch in sketches(told, linking.load(), reading.times)),
            fingerprint(document.text).keys,
            credit(document.text, document.publisher, _agencies()),
        )
    except AscribeError as error:
        return Worked(stored.number, name, problem=str(error))
    except Exception as error:  # whatever it is, the other documents must be coded
        return lost(stored, f"{type(error).__name__}: {error}")


@cache
def _agencies() -> Agencies:
    return Agencies.of(word_lists.table("agencies"))


def _compared(sketch: Sketch) -> Compared:
    return Compared(sketch.report, sketch, keys(sketch, linking.load()))


def lost(stored: Stored, reason: str) -> Worked:
    """A document that could not be coded through a fault of ours, or that ended its process."""
    words = shown(" ".join(reason.split())[:200])
    return Worked(stored.number, shown(stored.capture.name), problem=f"could not be coded ({words}); the rest goes on")


def as_document(capture: Capture) -> Document:
    """The bytes of a capture as a document. What was said of it when it came goes before what it says of itself."""
    name = "testimony" if capture.way is Way.TESTIMONY else capture.name
    document = read_bytes(capture.data, name=name, published=capture.published, outlet=capture.outlet)
    document = replace(document, url=capture.url or document.url, title=capture.title or document.title)
    return document.noted("testimony") if capture.way is Way.TESTIMONY else document


@cache
def extractor() -> str:
    """What takes the text from the bytes, with its versions."""
    return f"ascribe {__version__}, trafilatura {version('trafilatura')}, pypdf {version('pypdf')}"


def keep(database: Database, each: Worked, document: Document, engine: str, who: str) -> None:
    """Keep a coded document: what is the same as an earlier coding found keeps its ids. Inside a transaction of the caller's."""
    if not documents.is_there(database, each.number):
        return  # erased while it was being coded
    documents.keep_text(database, each.number, document, extractor(), each.credit)
    old, homes = codings.earlier(database, each.number)
    names = identity.claim_ids(document.id, old, each.claims)
    told: dict[str, list[str]] = {}
    for name, claim in zip(names, each.claims, strict=True):
        told.setdefault(claim.event, []).append(name)
    lasting = identity.report_ids(told, homes)
    found = [_found(report, lasting[report.event], told[report.event], document) for report in each.reports]
    claims = [_kept(claim, name, lasting[claim.event]) for name, claim in zip(names, each.claims, strict=True)]
    gone = identity.successors(told, homes, lasting)
    claims = by_people(claims, old, document)
    claims, found = upheld(database, each.number, document, claims, found, homes, gone)
    codings.keep(database, each.number, claims, found, gone, engine, each.text_keys, _ties(each.events, lasting))
    settle_all(database, each.number)
    details = {"claims": len(names), "kept": len({claim.id for claim in old} & set(names)), "before": len(old)}
    logged(database, who, "coded again" if old else "coded", f"document {each.number}", engine, details)


def _found(report: Compared, name: str, claims: Sequence[str], document: Document) -> codings.Found:
    drawn = replace(report.sketch, report=name, document=document.id)
    return codings.Found(name, tuple(claims), records.written(drawn), report.keys)


def _kept(claim: Claim, name: str, report: str) -> codings.Kept:
    lasting = replace(claim, id=name, event=report)
    return lasting, claim_record(lasting)


def _ties(events: Iterable[Event], names: Mapping[str, str]) -> list[codings.Tie]:
    return [
        (names[event.id], tie.type.value, names[tie.event], records.written(quote_record(tie.quote)))
        for event in events
        for tie in event.relations
        if event.id in names and tie.event in names
    ]
