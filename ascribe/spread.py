"""One function over many items, on one process or on several: the answers come in the order of the items.

A process that dies (killed for its memory, say) ends nothing: the items that it may have had are done again, each alone, and the one that
kills its process again is told apart. So is one that takes longer than it may: its process is killed, and the rest goes on.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Why there is no answer for an item.
DIED = "its process died; perhaps there was too little memory"
SLOW = "it took longer than {} seconds"

#: How many items wait for each process, so that none is idle and the memory stays small.
AHEAD = 4


def spread(
    do: Callable[[T], R], items: Iterable[T], processes: int, died: Callable[[T, str], R], budget: float | None = None
) -> Iterator[R]:
    """What `do` answers for each item; `died` answers, with the reason, for one that ends its process or needs more than `budget` seconds.

    With a budget there is always a process of its own, since only that can be ended.
    """
    return map(do, items) if processes <= 1 and budget is None else _on_several(do, items, processes, died, budget)


def _on_several(do: Callable[[T], R], items: Iterable[T], processes: int, died: Callable[[T, str], R], budget: float | None) -> Iterator[R]:
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
                yield future.result(budget)
                continue
            except BrokenProcessPool:
                yield _alone(do, item, died, budget)
            except TimeoutError:  # it is the oldest, so it has had a process for all this time
                _kill()
                yield died(item, SLOW.format(round(budget or 0)))
            pool.shutdown(wait=False, cancel_futures=True)
            pool = _pool(processes)
            running = deque((item, _begun(pool, do, item)) for item, _ in running)
    except BaseException:
        _kill()
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _kill() -> None:
    for child in multiprocessing.active_children():
        child.kill()


def _begun(pool: ProcessPoolExecutor, do: Callable[[T], R], item: T) -> Future[R]:
    """The item under way. A pool that has just broken says so in the answer, as it does for those before."""
    try:
        return pool.submit(do, item)
    except BrokenProcessPool as error:
        broken: Future[R] = Future()
        broken.set_exception(error)
        return broken


def _alone(do: Callable[[T], R], item: T, died: Callable[[T, str], R], budget: float | None) -> R:
    with _pool(1) as pool:
        try:
            return pool.submit(do, item).result(budget)
        except BrokenProcessPool:
            return died(item, DIED)
        except TimeoutError:
            _kill()
            return died(item, SLOW.format(round(budget or 0)))


def _pool(processes: int) -> ProcessPoolExecutor:
    """Processes that begin anew, as they must on Windows and macOS, so that all systems do the same."""
    return ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn"), initializer=_begin)


def _begin() -> None:
    """A process leaves Ctrl-C to the one that started it, and ends when that one is no more: a pool of its own would wait for ever."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
