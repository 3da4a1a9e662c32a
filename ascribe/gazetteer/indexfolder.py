"""Where the index of places lies: found, or built once on this machine, and built again when it is damaged or its sources have changed.

The file's name carries a hash of all sources, so an update makes a new one. It is written aside and moved into place whole, with a seal
beside it that tells whether it still is what was written.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from ascribe.errors import ConfigError
from ascribe.gazetteer import userlayers
from ascribe.gazetteer.alone import alone, aside, writing
from ascribe.gazetteer.indexfile import LAYOUT, sound
from ascribe.gazetteer.seal import Seal
from ascribe.gazetteer.sources import Sources

Progress = Callable[[str], None]
Write = Callable[[Path, Progress], None]


def ensure(progress: Progress | None = None, folder: Path | None = None) -> Path:
    """The index of the sources as they are installed now, and every layer that the user has installed beside it: found, or made again."""
    path = ensure_index(progress, folder)
    if not userlayers.all_whole(path.parent):
        from ascribe.gazetteer import layerinstall  # seldom needed, and long to load

        layerinstall.ensure(path.parent, progress)
    return path


def ensure_index(progress: Progress | None = None, folder: Path | None = None, write: Write | None = None) -> Path:
    """The index alone: found, or built. `write` is what writes it."""
    tell = progress or (lambda _: None)
    path = (folder or cache_folder()) / f"places-{stamp()}.sqlite"
    if not ready(path):
        with writing(path.parent), alone(path.with_suffix(".lock"), lambda: tell("waiting for another process, which builds it")):
            if not ready(path):
                build(path, progress, write)
    return path


def cache_folder(chosen: str | None = None) -> Path:
    """Where the index lies: where the settings say, ASCRIBE_CACHE, else the system's place for caches, else a temporary folder."""
    home = chosen or os.environ.get("ASCRIBE_CACHE")
    if home:
        folder = Path(home).expanduser()
    elif sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        folder = Path(os.environ["LOCALAPPDATA"]) / "ascribe"
    else:
        folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "ascribe"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if chosen:
            reason = f"no folder can be made there ({error.strerror}); name one that can be written"
            raise ConfigError(f"$.cache: {chosen}: {reason}") from error
        if home:
            raise ConfigError(f"ASCRIBE_CACHE is {home}, where no folder can be made; name one that can be written") from None
        folder = Path(tempfile.gettempdir()) / "ascribe"
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def stamp() -> str:
    """A hash of the sources' versions and contents, and of the layout of the index."""
    return Sources().fingerprint(LAYOUT)


def build(path: Path, progress: Progress | None = None, write: Write | None = None) -> None:
    """Write the index beside its place and move it there whole, so that nobody ever reads half of one."""
    from ascribe.gazetteer import build

    with aside(path) as unfinished:
        (write or build.write)(unfinished, progress or (lambda _: None))
        seal = Seal.of(unfinished)
    with suppress(OSError):  # without a seal it is built again next time, which is slow and not wrong
        _seal_path(path).write_text(json.dumps(asdict(seal)), encoding="utf-8")


def ready(path: Path) -> bool:
    """The index is there and is what was written: no older layout, not cut short, not altered."""
    if not sound(path):
        return False
    try:
        seal = Seal(**json.loads(_seal_path(path).read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return False
    if seal.holds(path):
        return True
    renewed = seal.renewed(path)
    if renewed is None:
        return False
    with suppress(OSError):
        _seal_path(path).write_text(json.dumps(asdict(renewed)), encoding="utf-8")
    return True


def _seal_path(path: Path) -> Path:
    return path.with_suffix(".json")
