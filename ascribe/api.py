"""One document coded, from its bytes to its records: what the Python functions and the command line both call.

What happens to one document never ends a run: what cannot be read and what cannot be coded are outcomes as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ascribe import pipeline
from ascribe.errors import AscribeError, ReadError
from ascribe.export.records import record
from ascribe.gazetteer import indexfolder
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import Step, read_through
from ascribe.read import read_bytes, read_file
from ascribe.read.files import in_folder, shown
from ascribe.settings import Settings


@dataclass(frozen=True, slots=True)
class Job:
    """One document to code: its name, and its bytes if they came from elsewhere than a file. `problem`: why it is none."""

    name: str
    data: bytes | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Manner:
    """How all documents of a run are coded."""

    settings: Settings
    published: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: its records, or the problem in one line. Its name is fit to print."""

    name: str
    record: dict[str, Any] | None = None
    problem: str | None = None


def read(document: Document, settings: Settings) -> Reading:
    """The document with all that was found in it."""
    return next(read_through([document], steps(settings)))


@cache
def steps(settings: Settings) -> tuple[Step, ...]:
    """What is done with every document under these settings: made once in a process."""
    return pipeline.steps(settings, index(settings))


def index(settings: Settings, progress: Callable[[str], None] | None = None) -> Path:
    """The index of places: in the folder that the settings name, else where `indexfolder` keeps it. Built now if there is none.

    The layers that the user installed beside it are made again where they must be.
    """
    return indexfolder.ensure(progress, indexfolder.cache_folder(settings.cache))


def jobs(paths: Iterable[Path]) -> Iterator[Job]:
    """The files that these paths name, in their order, and a folder's by name. A folder's troubles stand in their place among them."""
    for path in paths:
        if not _is_folder(path):
            yield Job(str(path))
            continue
        problems: list[ReadError] = []
        for file in in_folder(path, problems.append):
            yield from _told(problems)
            yield Job(str(file))
        yield from _told(problems)


def coded(job: Job, manner: Manner, read: Callable[[Document, Settings], Reading] = read) -> Outcome:
    """Code one document. `read` is what codes it, once it is read."""
    if job.problem is not None:
        return Outcome(shown(job.name), problem=job.problem)
    try:
        document = _document(job, manner)
        return Outcome(shown(job.name), record(read(document, manner.settings)))
    except AscribeError as error:
        return Outcome(shown(job.name), problem=str(error))
    except Exception as error:  # whatever it is, the other documents must be coded
        return fault(job, f"{type(error).__name__}: {error}")


def fault(job: Job, reason: str) -> Outcome:
    """A document that could not be coded through a fault of ours."""
    words = shown(" ".join(reason.split())[:200])
    told = f"{shown(job.name)}: could not be coded ({words}); a fault of ascribe, not of the file: please report it"
    return Outcome(shown(job.name), problem=told)


def _document(job: Job, manner: Manner) -> Document:
    if job.data is None:
        return read_file(Path(job.name), published=manner.published, outlet=manner.outlet)
    return read_bytes(job.data, name=job.name, published=manner.published, outlet=manner.outlet)


def _is_folder(path: Path) -> bool:
    """Tell whether it is a folder. What may not even be asked about is told when it is opened."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _told(problems: list[ReadError]) -> Iterator[Job]:
    """What went wrong up to here."""
    while problems:
        said = str(problems.pop(0))
        yield Job(said.partition(": ")[0], problem=said)
