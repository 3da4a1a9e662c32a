"""Which documents of a case share their words with others: copies of one text, and texts that have a passage of another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ascribe.link.copies import Copying, copy_of, origins
from ascribe.link.overlaps import compared
from ascribe.model.text import Document
from ascribe.store import overlaps
from ascribe.store.documents import text_of
from ascribe.store.opening import Database


def find_copies(database: Database, document: int) -> None:
    """Compare a document with those that share a stretch of words with it; inside a transaction of the caller's.

    Two versions of the page at one address are one text, whatever was changed in between.
    """
    overlaps.forget(database, document)
    others = overlaps.sharing_a_key(database, document)
    text = text_of(database, document) if others else None
    if text is not None:
        for other in others:
            there = text_of(database, other)
            if there is not None:
                overlaps.keep(database, _seen(document, text, other, there))


def _seen(one: int, text: Document, other: int, there: Document) -> Iterator[overlaps.Row]:
    if one > other:
        yield from _seen(other, there, one, text)
        return
    found = compared(text.text, there.text)
    likeness = copy_of(found)
    runs = [(run.left.start, run.left.end, run.right.start, run.right.end) for run in found.runs]
    if text.url is not None and text.url == there.url:
        yield one, other, "copy", "two versions of the page at one address", runs
    elif likeness.copying is not Copying.INDEPENDENT:
        yield one, other, "copy" if likeness.copying is Copying.COPY else "part", likeness.says, runs


def together(documents: Iterable[int], copies: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For each document the first of those that are copies of one text with it: itself, where there is none."""
    groups = origins(map(str, documents), ((str(one), str(other)) for one, other in copies))
    return {int(name): min(map(int, group)) for group in groups for name in group}
