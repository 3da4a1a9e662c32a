"""One function over many items, on one process or on several: the answers come in the order of the items.

A process that dies (killed for its memory, say) ends nothing: the items that it may have had are done again, each alone, and the one that
kills its process again is told apart.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: How many items wait for each process, so that none is idle and the memory stays small.
AHEAD = 4


def spread(do: Callable[[T], R], items: Iterable[T], processes: int, died: Callable[[T], R]) -> Iterator[R]:
    """What `do` answers for each item; `died` answers for an item that ends its process."""
    return map(do, items) if processes <= 1 else _on_several(do, items, processes, died)


def _on_several(do: Callable[[T], R], items: Iterable[T], processes: int, died: Callable[[T], R]) -> Iterator[R]:
    waiting = iter(items)
    pool = _pool(processes)
    running: deque[tuple[T, Future[R]]] = deque()
    try:
        while True:
            for item in islice(waiting, processes * AHEAD - len(running)):
                running.append((item, _begun(pool, do, item)))
            if not running:
                pool.shutdown(wait=True)  # nothing is under way: left to the interpreter's end, a pool may stumble over its own closed pipe
                return
            item, future = running.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(do, item, died)
                pool.shutdown(wait=False, cancel_futures=True)
                pool = _pool(processes)
                running = deque((item, _begun(pool, do, item)) for item, _ in running)
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _begun(pool: ProcessPoolExecutor, do: Callable[[T], R], item: T) -> Future[R]:
    """The item under way. A pool that has just broken says so in the answer, as it does for those before."""
    try:
        return pool.submit(do, item)
    except BrokenProcessPool as error:
        broken: Future[R] = Future()
        broken.set_exception(error)
        return broken


def _alone(do: Callable[[T], R], item: T, died: Callable[[T], R]) -> R:
    with _pool(1) as pool:
        try:
            return pool.submit(do, item).result()
        except BrokenProcessPool:
            return died(item)


def _pool(processes: int) -> ProcessPoolExecutor:
    """Processes that begin anew, as they must on Windows and macOS, so that all systems do the same. They leave Ctrl-C to this one."""
    spawn = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(processes, mp_context=spawn, initializer=signal.signal, initargs=(signal.SIGINT, signal.SIG_IGN))
