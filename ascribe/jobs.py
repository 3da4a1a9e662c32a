"""Many documents, on one process or on several: each becomes an outcome, and outcomes come in the order of the documents.

What happens to one document never ends the run: what cannot be read, what cannot be coded and a process that dies are outcomes as well.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from ascribe.errors import AscribeError, ReadError
from ascribe.export.records import record
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.read import read_bytes, read_file
from ascribe.read.files import _in_folder, shown  # the walk through a folder, which here must not read the files yet
from ascribe.settings import Settings

#: How many documents wait for each process, so that none is idle and the memory stays small.
AHEAD = 4


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
    """What became of one document: its records, or the problem in one line."""

    name: str
    record: dict[str, Any] | None = None
    problem: str | None = None


def jobs(paths: Iterable[Path]) -> Iterator[Job]:
    """The files that these paths name, in their order, and a folder's by name."""
    for path in paths:
        if not _is_folder(path):
            yield Job(str(path))
            continue
        problems: list[ReadError] = []
        for file in _in_folder(path, problems.append):
            yield from _told(problems)
            yield Job(str(file))
        yield from _told(problems)


def outcomes(work: Iterable[Job], manner: Manner, processes: int = 1) -> Iterator[Outcome]:
    """What became of each document. The same, to the byte, on any number of processes."""
    if processes <= 1:
        return (coded(job, manner) for job in work)
    return _on_several(work, manner, processes)


def coded(job: Job, manner: Manner, read: Callable[[Document, Settings], Reading] | None = None) -> Outcome:
    """Code one document. `read` is what codes it, left out: the engine of the settings."""
    if job.problem is not None:
        return Outcome(job.name, problem=job.problem)
    try:
        document = _document(job, manner)
        return Outcome(job.name, record((read or _read)(document, manner.settings)))
    except AscribeError as error:
        return Outcome(job.name, problem=str(error))
    except Exception as error:  # whatever it is, the other documents must be coded
        return Outcome(job.name, problem=_fault(job.name, f"{type(error).__name__}: {error}"))


def _read(document: Document, settings: Settings) -> Reading:
    from ascribe.coding import read

    return read(document, settings)


def _document(job: Job, manner: Manner) -> Document:
    if job.data is None:
        return read_file(Path(job.name), published=manner.published, outlet=manner.outlet)
    return read_bytes(job.data, name=job.name, published=manner.published, outlet=manner.outlet)


def _fault(name: str, reason: str) -> str:
    words = " ".join(reason.split())[:200]
    return f"{shown(name)}: could not be coded ({shown(words)}); a fault of ascribe, not of the file: please report it"


def _is_folder(path: Path) -> bool:
    """Tell whether it is a folder. What may not even be asked about is told when it is opened."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _told(problems: list[ReadError]) -> Iterator[Job]:
    """What went wrong up to here, in its place among the documents."""
    while problems:
        said = str(problems.pop(0))
        yield Job(said.partition(": ")[0], problem=said)


def _on_several(work: Iterable[Job], manner: Manner, processes: int) -> Iterator[Outcome]:
    waiting = iter(work)
    pool = _pool(processes)
    running: deque[tuple[Job, Future[Outcome]]] = deque()
    try:
        while True:
            for job in islice(waiting, processes * AHEAD - len(running)):
                running.append((job, _submitted(pool, job, manner)))
            if not running:
                return
            job, future = running.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(job, manner)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(processes)
                running = deque((job, _submitted(pool, job, manner)) for job, _ in running)
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, job: Job, manner: Manner) -> Future[Outcome]:
    """The job under way. A pool that has just broken says so in the future, as it does for those before."""
    try:
        return pool.submit(coded, job, manner)
    except BrokenProcessPool as error:
        broken: Future[Outcome] = Future()
        broken.set_exception(error)
        return broken


def _alone(job: Job, manner: Manner) -> Outcome:
    """Code a document in a process of its own: one that was running when a process died is either to blame for it, or is not."""
    with _pool(1) as pool:
        try:
            return pool.submit(coded, job, manner).result()
        except BrokenProcessPool:
            return Outcome(job.name, problem=_fault(job.name, "its process died; perhaps there was too little memory"))


def _pool(processes: int) -> ProcessPoolExecutor:
    """Processes that begin anew, as they must on Windows and macOS, so that all systems do the same."""
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_begun)


def _begun() -> None:
    """A process of the pool leaves Ctrl-C to the one that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
