"""Files that many processes share: one writes while the others wait, and what it writes appears whole or not at all.

The system lets go of a lock when its holder dies, however it dies.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from ascribe.errors import ConfigError


@contextmanager
def alone(path: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock file of that name. `waiting` is called once if another process holds it.

    Where the file system knows no locks, nobody waits: what is written then is still moved into place whole.
    """
    told = False
    while True:
        with path.open("ab") as file:
            if not _held(file):
                if not told:
                    waiting()
                    told = True
                time.sleep(0.1)
                continue
            if not _is(file, path):  # it was removed by its last holder while we opened it
                continue
            try:
                yield
            finally:
                with suppress(OSError):
                    path.unlink()
            return


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A file to write to, which takes the path's place when all went well; when not, nothing has changed."""
    handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f"{path.stem}-", suffix=".part")
    os.close(handle)
    try:
        yield Path(unfinished)
        with open(unfinished, "rb+") as file:  # noqa: PTH123 a path as mkstemp gives it
            os.fsync(file.fileno())
        try:
            os.replace(unfinished, path)  # noqa: PTH105 the call whose promise we rely on
        except PermissionError:  # on Windows, when another process has built it and reads it already
            if not path.exists():
                raise
    finally:
        with suppress(OSError):
            os.unlink(unfinished)  # noqa: PTH108


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """What stands in the way of writing in that folder (no right, no room), as a `ConfigError` with the remedy."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        why = getattr(error, "strerror", None) or error
        remedy = "make room there, or name another folder with ASCRIBE_CACHE"
        raise ConfigError(f"{folder}: the places cannot be written there ({why}); {remedy}") from error


def _is(file: IO[bytes], path: Path) -> bool:
    if sys.platform == "win32":  # an open file cannot be removed there
        return True
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _held(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import errno
    import fcntl

    def _held(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in {errno.EAGAIN, errno.EACCES, errno.EINTR}
        return True
