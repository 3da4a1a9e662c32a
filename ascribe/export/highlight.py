"""Where claims rest in a text: the text cut into pieces, each with the claims whose words it belongs to.

Evidence of several claims overlaps and nests. Marks in a page cannot cross each other, so the text is cut at every beginning and end,
and each piece names all claims that it carries.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Record = dict[str, Any]


#: The fields of a claim that hold one count.
COUNTS = ("fatalities", "injured", "abducted", "arrested", "displaced", "victims", "occurrences", "sites")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a claim rests on. `role` is empty for the quote that carries it, else what the words are to it: `who says so`, `where`."""

    start: int
    end: int
    claim: int
    role: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same claims rest on.

    `quoting` are the claims whose quote it is in, the shortest quote first; `roles` what else it is to which claim.
    """

    start: int
    end: int
    quoting: tuple[int, ...] = ()
    roles: tuple[tuple[int, str], ...] = ()


def marks(claims: Sequence[Record], length: int) -> list[Mark]:
    """Every stretch of a text of that length that the claims rest on; claims are counted from 1. What lies outside the text is left out."""
    found = dict.fromkeys(mark for number, claim in enumerate(claims, 1) for mark in _of_claim(number, claim))
    return [mark for mark in found if 0 <= mark.start < mark.end <= length]


def pieces(text: str, found: Iterable[Mark]) -> Iterator[Piece]:
    """The whole text in pieces, none of which goes beyond a line end."""
    opening: dict[int, list[Mark]] = {}
    closing: dict[int, list[Mark]] = {}
    for mark in found:
        opening.setdefault(mark.start, []).append(mark)
        closing.setdefault(mark.end, []).append(mark)
    lines = {at for at, character in enumerate(text) if character == "\n"}
    cuts = sorted({0, len(text), *opening, *closing, *lines, *(at + 1 for at in lines)})
    active: dict[Mark, None] = {}
    for start, end in pairwise(cuts):
        for mark in closing.get(start, ()):
            active.pop(mark, None)
        active.update(dict.fromkeys(opening.get(start, ())))
        yield _piece(start, end, active)


def _piece(start: int, end: int, active: Iterable[Mark]) -> Piece:
    quotes = sorted((mark.end - mark.start, mark.claim) for mark in active if not mark.role)
    roles = sorted((mark.claim, mark.role) for mark in active if mark.role)
    return Piece(start, end, tuple(dict.fromkeys(claim for _, claim in quotes)), tuple(dict.fromkeys(roles)))


def _of_claim(number: int, claim: Record) -> Iterator[Mark]:
    attribution = claim["attribution"]
    yield _mark(number, claim["quote"], "")
    single = (
        (attribution["source"], "who says so"),
        (attribution["cue"], "how it is said"),
        (claim["purpose"], "purpose"),
        *((claim[total], "how many") for total in COUNTS),
    )
    several = (
        (attribution["via"], "through whom"),
        (claim["actors"], "who did it"),
        (claim["recipients"], "to whom"),
        (claim["targets"], "target"),
        (claim["weapons"], "weapon"),
        (claim["places"], "where"),
        ([casualty["count"] for casualty in claim["casualties"]], "how many"),
        *((quotes, field.replace("_", " ")) for field, quotes in claim["evidence"].items()),
    )
    yield from (_mark(number, record, role) for record, role in single if record)
    yield from (_mark(number, record, role) for records, role in several for record in records)
    time = claim["time"]
    if time and time["start_offset"] is not None:
        yield Mark(time["start_offset"], time["end_offset"], number, "when")


def _mark(number: int, record: Record, role: str) -> Mark:
    return Mark(record["start"], record["end"], number, role)
