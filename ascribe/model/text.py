"""The text that was read, and ways to point into it.

Offsets are Unicode code points into `Document.text`, the end not included. They are the project's one way of giving evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

#: How many characters of context a quote carries on either side (Web Annotation's TextQuoteSelector asks for "about 32").
CONTEXT = 32


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text, from `start` up to but not including `end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"no stretch of text: {self.start} to {self.end}")

    def covers(self, other: Span) -> bool:
        """The other span lies wholly within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """The two spans share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the source with their place: `exact == document.text[start:end]`, always."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """One text as it was read, and what is known of where it comes from.

    `id` is the SHA-256 of the original bytes, `text_sha256` that of the text which all offsets count into. `published` is an ISO date or
    None. `notes` are codes for what a reader must know, such as `no_publication_date`.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    notes: tuple[str, ...] = ()
    text_sha256: str = field(default="")

    def __post_init__(self) -> None:
        if not self.text_sha256:
            digest = sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
            object.__setattr__(self, "text_sha256", digest)

    @classmethod
    def of(cls, text: str, **known: Any) -> Document:
        """A document of text that was given as text; its id is the hash of its UTF-8 bytes."""
        return cls(id=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text=text, **known)

    def quote(self, start: int, end: int) -> Quote:
        """The words from `start` to `end`, with their context."""
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"{start} to {end} is no stretch of this text of {len(self.text)} characters")
        return Quote(
            start,
            end,
            self.text[start:end],
            self.text[max(0, start - CONTEXT) : start],
            self.text[end : end + CONTEXT],
        )

    def noted(self, *codes: str) -> Document:
        """The same document with these notes added, none twice."""
        return replace(self, notes=tuple(dict.fromkeys((*self.notes, *codes))))
