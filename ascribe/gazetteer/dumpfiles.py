"""Files of text lines, plain or packed in a .zip or a .gz: opened and read line by line, and never unpacked to disk.

A damaged file raises `ReadError` with the remedy. A line that is too long is told and skipped without ever being held.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from ascribe.errors import ReadError

#: The longest line that GeoNames can have is about 40,000 bytes: 10,000 characters of further names.
MAX_LINE = 1 << 17
#: A line of which so much was skipped is none: an archive may unpack to any length.
ENDLESS = 1 << 28
_MOST_MEMBERS = 1000
_DAMAGED = (zipfile.BadZipFile, EOFError, zlib.error, gzip.BadGzipFile)


def texts(path: Path) -> dict[str | None, int]:
    """The texts in a file and about how many bytes each has unpacked: of an archive each .txt by its name, else one without a name."""
    _must_be_plain(path)
    with told(path), path.open("rb") as file:
        head = file.read(4)
        if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
            return _members(path, file)
        return {None: path.stat().st_size * (4 if head.startswith(b"\x1f\x8b") else 1)}


def _must_be_plain(path: Path) -> None:
    """A link counts as what it leads to."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        broken = "is a link that leads nowhere" if path.is_symlink() else "no such file"
        raise ReadError(f"{path}: {broken}; check the path") from None
    except (OSError, ValueError) as error:
        raise ReadError(f"{path}: cannot be read ({getattr(error, 'strerror', None) or error}); check the path") from None
    if stat.S_ISDIR(mode):
        raise ReadError(f"{path}: is a folder; name the file in it, such as {path / 'PK.zip'}")
    if not stat.S_ISREG(mode):
        raise ReadError(f"{path}: is no plain file; save the table to a file first")


def _members(path: Path, file: IO[bytes]) -> dict[str | None, int]:
    """The .txt files in an archive and their lengths; no folders and no links.

    Only their content is read, so it does not matter where they say they belong.
    """
    with zipfile.ZipFile(file) as archive:
        listed = archive.infolist()
        if len(listed) > _MOST_MEMBERS:
            raise ReadError(f"{path}: is an archive of {len(listed):,} files, which no archive of GeoNames is; get the file again")
        if any(info.flag_bits & 1 for info in listed):
            raise ReadError(f"{path}: is an archive with a password; unpack it, and name the file that is in it")
        plain = [info for info in listed if not info.is_dir() and not stat.S_ISLNK(info.external_attr >> 16)]
        return {
            info.filename: info.file_size
            for info in plain
            if info.filename.casefold().endswith((".txt", ".tsv", ".csv")) and info.file_size
        }


@contextmanager
def stream(path: Path, member: str | None) -> Iterator[tuple[IO[bytes], Callable[[], float]]]:
    """The bytes of a table, and how much of the file has been read."""
    with path.open("rb") as raw:
        size = max(1, os.fstat(raw.fileno()).st_size)

        def share() -> float:
            return min(1.0, raw.tell() / size)

        if member is not None:
            with zipfile.ZipFile(raw) as archive, archive.open(member) as inside:
                yield io.BufferedReader(cast("io.RawIOBase", inside), 1 << 18), share
        elif raw.read(2) == b"\x1f\x8b":
            raw.seek(0)
            with gzip.GzipFile(fileobj=raw) as unpacked:
                yield io.BufferedReader(cast("io.RawIOBase", unpacked), 1 << 18), share
        else:
            raw.seek(0)
            yield raw, share


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What is wrong with a file as a whole, in words."""
    try:
        yield
    except _DAMAGED as error:
        raise ReadError(f"{path}: is damaged or cut short ({' '.join(str(error).split())[:100]}); get the file again") from error
    except (NotImplementedError, RuntimeError) as error:
        raise ReadError(f"{path}: cannot be unpacked ({' '.join(str(error).split())[:100]}); unpack it, and name the file in it") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


def lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes | None]]:
    """Lines with their numbers and without their ends; None for one that is too long, whatever its length."""
    number = 0
    while line := stream.readline(MAX_LINE):
        number += 1
        if len(line) >= MAX_LINE and not line.endswith(b"\n"):
            skipped = 0
            while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
                skipped += len(rest)
                if skipped > ENDLESS:
                    raise EOFError(f"line {number} has no end after {ENDLESS >> 20} MB")
            yield number, None
            continue
        if number == 1 and line.startswith(b"\xef\xbb\xbf"):
            line = line[3:]
        yield number, line.rstrip(b"\r\n")
