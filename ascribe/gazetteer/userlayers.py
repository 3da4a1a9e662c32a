"""The layers that the user has installed beside the index: which there are, whether they are whole, where their index files lie.

A layer is a record in the folder `layers` (NAME.json) that names its index file, the tables that it was made from, and the terms on which
they were given. The record is written last, in one move: an install that is cut short leaves the old state whole (`layerinstall`). A layer
of an older layout, or with a damaged file, is made again from its tables if they are still what they were, else refused with the remedy.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError
from ascribe.gazetteer.alone import alone, aside, writing
from ascribe.gazetteer.indexfile import LAYOUT, sound
from ascribe.gazetteer.seal import Seal, content_hash

#: What a layer can be called: its name is that of a file, on every system.
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]{0,59}\Z")

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file that a layer was made from: where it lay, its size, its date and a hash of its content."""

    path: str
    size: int
    date: str
    content: str

    @classmethod
    def of(cls, path: Path) -> SourceFile:
        """The file as it is now."""
        status = path.stat()
        day = datetime.fromtimestamp(status.st_mtime, UTC).date().isoformat()
        return cls(str(path.resolve()), status.st_size, day, content_hash(path))

    @property
    def unchanged(self) -> bool:
        """The file still lies there with the same content."""
        path = Path(self.path)
        try:
            return path.is_file() and path.stat().st_size == self.size and content_hash(path) == self.content
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Record:
    """An installed layer. The table of places is in the first of its files (`member` says where in an archive).

    `places` and `names` were taken in; `elsewhere` lines of other countries, `not_read` features that are nothing to us and `bad` lines
    were left out.
    """

    name: str
    layout: int
    licence: str
    attribution: str
    files: tuple[SourceFile, ...]
    member: str | None
    country: str | None
    installed: str
    index: str
    seal: Seal
    places: int
    names: int
    elsewhere: int
    not_read: int
    bad: int


@dataclass(frozen=True, slots=True)
class Damaged:
    """A layer whose record cannot be read."""

    name: str
    reason: str = "has a damaged record"


def folder(cache: Path) -> Path:
    """Where the layers lie, beside the index."""
    return cache / "layers"


def installed(cache: Path) -> list[Record | Damaged]:
    """The layers, the one that was installed last at the end."""
    found = [_read(path) for path in sorted(folder(cache).glob("*.json")) if NAME.match(path.stem)]
    return sorted(found, key=lambda one: one.installed if isinstance(one, Record) else "")


def all_whole(cache: Path) -> bool:
    """Every layer is there and whole."""
    return all(whole(cache, one) for one in installed(cache))


def index_files(cache: Path) -> list[Path]:
    """The index files of the layers, the one that was installed last at the end. Raises `ConfigError` for a layer that is not whole."""
    found = []
    for one in installed(cache):
        if isinstance(one, Damaged) or not whole(cache, one):
            raise refused(one)
        found.append(folder(cache) / one.index)
    return found


def remove(name: str, cache: Path) -> None:
    """Take a layer away. Raises `ConfigError` if there is none of that name."""
    with changing(cache):
        listed = [one.name for one in installed(cache)]
        if name not in listed:
            known = f"there are: {', '.join(sorted(listed))}" if listed else "none is installed"
            raise ConfigError(f"{name}: no layer of that name; {known}")
        (folder(cache) / f"{name}.json").unlink()
        sweep(cache)


def whole(cache: Path, one: Record | Damaged) -> bool:
    """The record can be read, and its file is what was written. A file that was copied gets a new seal."""
    if isinstance(one, Damaged) or one.layout != LAYOUT:
        return False
    path = folder(cache) / one.index
    if not sound(path):
        return False
    if one.seal.holds(path):
        return True
    renewed = one.seal.renewed(path)
    if renewed is None:
        return False
    with suppress(OSError):
        keep(cache, replace(one, seal=renewed))
    return True


def refused(one: Record | Damaged) -> ConfigError:
    """Why a layer cannot be used, and what to do."""
    if isinstance(one, Damaged):
        why, files = one.reason, "FILE"
    else:
        why = "was made by another version of ascribe" if one.layout != LAYOUT else "has a damaged index"
        files = " ".join(Path(file.path).name for file in one.files)
    return ConfigError(
        f"the layer {one.name} of the gazetteer {why}; "
        f"install it again (ascribe gazetteer install {files}) or remove it (ascribe gazetteer remove {one.name})"
    )


def keep(cache: Path, record: Record) -> None:
    """Write the record: from now on the layer is what it says."""
    with aside(folder(cache) / f"{record.name}.json") as unfinished:
        unfinished.write_text(json.dumps(asdict(record), indent=1), encoding="utf-8")


def sweep(cache: Path) -> None:
    """Take away index files that no record names, and what an install that was cut short has left."""
    used = {one.index for one in installed(cache) if isinstance(one, Record)}
    for path in folder(cache).iterdir():
        if path.suffix in {".sqlite", ".part"} and path.name not in used:
            with suppress(OSError):  # on Windows, while somebody still reads it
                path.unlink()


@contextmanager
def changing(cache: Path, tell: Progress = lambda _: None) -> Iterator[None]:
    """The layers are changed by one process at a time."""
    place = folder(cache)
    with writing(place):
        place.mkdir(parents=True, exist_ok=True)
        with alone(place / "changing.lock", lambda: tell("waiting for another process, which changes the layers")):
            yield


def _read(path: Path) -> Record | Damaged:
    try:
        raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
        files, seal = tuple(SourceFile(**file) for file in raw.pop("files")), Seal(**raw.pop("seal"))
        record = Record(files=files, seal=seal, **raw)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Damaged(path.stem)
    fits = record.name == path.stem and Path(record.index).name == record.index and record.files
    return record if fits else Damaged(path.stem)
