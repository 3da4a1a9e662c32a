"""Coding, ready to use: the steps made once for each process and settings, and the index of places built where there is none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from ascribe.errors import ConfigError
from ascribe.knowledge import placeindex
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast, read_through
from ascribe.settings import Settings


def read(document: Document, settings: Settings) -> Reading:
    """The document with all that was found in it."""
    return next(read_through([document], steps(settings)))


@cache
def steps(settings: Settings) -> tuple[Step, ...]:
    """What is done with every document under these settings."""
    return fast(replace(settings, cache=str(index(settings))))


def index(settings: Settings, progress: Callable[[str], None] | None = None) -> Path:
    """The index of places: in the folder that the settings name, else where `placeindex` keeps it. Built now if there is none."""
    if settings.cache is None:
        return placeindex.ensure(progress)
    folder = Path(settings.cache).expanduser()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = f"no folder can be made there ({error.strerror}); name one that can be written"
        raise ConfigError(f"$.cache: {settings.cache}: {reason}") from error
    path = folder / f"places-{placeindex.stamp()}.sqlite"
    if not path.exists():
        placeindex.build(path, progress)
    return path
