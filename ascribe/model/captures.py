"""Captures: original bytes as they were received, and how. The same bytes are one document, however often they are captured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256


class Way(StrEnum):
    """How something came into a case."""

    FILE = "file"  # a file of the user's
    PAGE = "page"  # fetched from an address that the user named
    FEED = "feed"  # fetched because a feed that the user named lists it
    ROW = "row"  # a line of a JSONL file or a sheet, with its text or fetched from its link
    CORRECTION = "correction"  # nothing new was received: a person said what is right of what was there
    TESTIMONY = "testimony"  # typed in by an analyst: there is no document of the source's own to point at


@dataclass(frozen=True, slots=True)
class Capture:
    """Original bytes, and what those who handed them in say of them.

    `name` is the file's or the address, for people to read; `at` is when the bytes were received, in UTC. `url` is where they were got in
    the end, None for what was not fetched and does not say. `outlet`, `published` (ISO date), `title` and `language` are what the user, the
    feed or the sheet says: it goes before what the document says of itself. `found_in` is the feed or sheet that led here.
    """

    data: bytes
    name: str
    way: Way
    at: datetime
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    media_type: str | None = None
    found_in: str | None = None

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError(f"{self.name}: the time of capture has no zone")

    @property
    def hash(self) -> str:
        """The SHA-256 of the bytes: the id of the document."""
        return sha256(self.data).hexdigest()
