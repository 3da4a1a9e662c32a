"""What a list of links gives: addresses to fetch, and what could not be used. A text that is there already is a capture."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from ascribe.model.captures import Capture, Way
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.text import day

#: Hashes as lists write them ("SHA-256:9f86...", or only the digits), by the functions that make them.
HASHES = {"sha256": hashlib.sha256, "sha3512": hashlib.sha3_512}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page to fetch, with what those who list it say of it.

    `archived` is where a copy of it was kept, and `hash` that copy's, as the list writes it. `carried` is what the list has of its text: to
    be read where the page itself cannot be had.
    """

    url: str
    way: Way = Way.PAGE
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    found_in: str | None = None
    archived: str | None = None
    hash: str | None = None
    carried: Capture | None = field(default=None, repr=False)

    def told_of(self, capture: Capture) -> Capture:
        """The page that was fetched, with what the list says of it."""
        return replace(
            capture,
            way=self.way,
            outlet=self.outlet,
            published=self.published,
            title=self.title,
            language=self.language,
            found_in=self.found_in,
        )


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something in a list that was not used, and why. `where` names the file and the row; `said` is one plain sentence with its remedy.

    `lost`: a whole text or link did not come in; otherwise only a part of what is said of it.
    """

    where: str
    why: Why
    said: str
    lost: bool = True

    @classmethod
    def of(cls, where: str, stop: StoppedError) -> Trouble:
        """The trouble that a stop makes."""
        return cls(where, stop.why, str(stop))


#: What comes in, one after the other.
Incoming = Capture | Wanted | Trouble


@dataclass(frozen=True, slots=True)
class Said:
    """What the user says of all that comes in by one door; it goes before what lists and documents say. `clock` tells when it came."""

    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    def __post_init__(self) -> None:
        day(self.published)


def bears_out(said: str, data: bytes) -> bool | None:
    """Whether these bytes have the hash that a list says; None where it is written in no way that we know."""
    name, colon, digits = said.strip().lower().rpartition(":")
    kind = re.sub(r"[^a-z0-9]", "", name) if colon else "sha256"
    if kind not in HASHES or not re.fullmatch(r"[0-9a-f]{64}|[0-9a-f]{128}", digits):
        return None
    return HASHES[kind](data).hexdigest() == digits
