"""Overlaps: which words two texts share in a row, and where these stand in either."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import or_

from ascribe.link.wording import Wording, wording
from ascribe.model.text import Span

#: So many words in a row are a piece, and so many may be changed, put in or left out between two pieces of one run.
_PIECE, _CHANGED = 5, 4
#: A shorter run is a name with its title, a toll, a stock phrase.
SHORTEST = 12
#: A piece that stands in a text oftener is looked for in the first of its places only: a table, a chant.
_PLACES = 8
#: A run of which so much is quoted counts as quoted, and a passage of which so much lies in runs as copied.
_MOST = 0.8


@dataclass(frozen=True, slots=True)
class Run:
    """Words that two texts share, in one order; a few changed ones may stand between.

    `words` are those that are the same, and `told` those of them that tell in both texts: that are not quoted and no furniture. `quoted`:
    four fifths of them stand in quotation marks in either text.
    """

    left: Span
    right: Span
    words: int
    told: int
    quoted: bool

    @property
    def mirrored(self) -> Run:
        """The same with left and right changed."""
        return Run(self.right, self.left, self.words, self.told, self.quoted)


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share, in the order of the left one. Words that do not tell are left out of the shares, not of the runs."""

    left: Wording
    right: Wording
    runs: tuple[Run, ...]

    @property
    def words(self) -> int:
        """How many words both share."""
        return sum(run.words for run in self.runs)

    @property
    def told(self) -> int:
        """How many words of telling both share."""
        return sum(run.told for run in self.runs)

    @property
    def left_share(self) -> float:
        """Which share of the left text's telling the right one has, 0 to 1."""
        return _share(self.told, self.left.told)

    @property
    def right_share(self) -> float:
        """Which share of the right text's telling the left one has, 0 to 1."""
        return _share(self.told, self.right.told)

    @property
    def longest(self) -> int:
        """How many words the longest run has."""
        return max((run.words for run in self.runs), default=0)

    @property
    def mirrored(self) -> Overlap:
        """The same with left and right changed."""
        return Overlap(self.right, self.left, _in_order(run.mirrored for run in self.runs))


def compared(left: str, right: str) -> Overlap:
    """The runs of words that two texts share, in the order of the left one.

    A run has 12 words at least, in pieces of five or more with at most four words changed between two. Texts of the same words share all,
    however short they are.
    """
    ours, theirs = wording(left), wording(right)
    if (len(ours.words), ours.words) > (len(theirs.words), theirs.words):
        return compared(right, left).mirrored  # so that it does not matter which of the two comes first
    if ours.words == theirs.words:
        whole = [_Piece(0, 0, len(ours.words))]
        return Overlap(ours, theirs, (_run(whole, ours, theirs),) if ours.words else ())
    chains = _chained(_pieces(ours.words, theirs.words))
    long_enough = (chain for chain in chains if sum(piece.length for piece in chain) >= SHORTEST)
    return Overlap(ours, theirs, _in_order(_run(chain, ours, theirs) for chain in long_enough))


def copied(passage: Span, overlap: Overlap) -> bool:
    """A passage of the left text is copied: at least four fifths of its words lie in runs, be they quoted or not.

    For a passage of the right text ask with `overlap.mirrored`.
    """
    starts = overlap.left.starts_within(passage)
    shared = sum(any(run.left.start <= start < run.left.end for run in overlap.runs) for start in starts)
    return bool(starts) and shared >= _MOST * len(starts)


@dataclass(frozen=True, slots=True)
class _Piece:
    """`length` words in a row that are the same, from these words on."""

    left: int
    right: int
    length: int


def _pieces(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[_Piece]:
    """The longest piece that begins at the first word of the right text that begins one; then the same behind it."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(left) - _PIECE + 1):
        places.setdefault(left[at : at + _PIECE], []).append(at)
    at = 0
    while at <= len(right) - _PIECE:
        starts = places.get(right[at : at + _PIECE], ())[:_PLACES]
        found = max((_Piece(start, at, _same(left, start, right, at)) for start in starts), key=lambda piece: piece.length, default=None)
        if found:
            yield found
        at += found.length if found else 1


def _same(left: tuple[str, ...], start: int, right: tuple[str, ...], at: int) -> int:
    """How many words are the same from here on, those of a piece at least."""
    most = min(len(left) - start, len(right) - at)
    return next((length for length in range(_PIECE, most) if left[start + length] != right[at + length]), most)


def _chained(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Pieces that follow each other closely in both texts, together."""
    chain: list[_Piece] = []
    for piece in pieces:
        if chain and not _follows(piece, chain[-1]):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _follows(piece: _Piece, before: _Piece) -> bool:
    left, right = piece.left - before.left - before.length, piece.right - before.right - before.length
    return 0 <= left <= _CHANGED and 0 <= right <= _CHANGED


def _run(chain: list[_Piece], left: Wording, right: Wording) -> Run:
    words = sum(piece.length for piece in chain)
    first, last = chain[0], chain[-1]
    return Run(
        left.span(first.left, last.left + last.length),
        right.span(first.right, last.right + last.length),
        words,
        words - _marked(chain, left.aside, right.aside),
        _marked(chain, left.quoted, right.quoted) >= _MOST * words,
    )


def _marked(chain: Iterable[_Piece], left: bytes, right: bytes) -> int:
    """How many words of the pieces are marked in either text."""
    return sum(sum(map(or_, left[p.left : p.left + p.length], right[p.right : p.right + p.length])) for p in chain)


def _in_order(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(sorted(runs, key=lambda run: (run.left, run.right)))


def _share(part: int, whole: int) -> float:
    """The part's share, 0 of nothing. A text that says a thing twice can share more words than the other has."""
    return min(1.0, part / whole) if whole else 0.0
