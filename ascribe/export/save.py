"""Files that appear whole or not at all: a run that ends early leaves what was there before."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write in, which takes the path's place when all went well; when not, nothing has changed.

    What is written lies beside its place until then. A link stays a link. What is no plain file (a device, a pipe) is written to directly.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            yield file
        return
    unfinished = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
    try:
        with unfinished.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            with suppress(OSError):
                shutil.copymode(path, unfinished)
        os.replace(unfinished, path)  # noqa: PTH105 the call whose promise we rely on
    finally:
        with suppress(OSError):
            unfinished.unlink()
