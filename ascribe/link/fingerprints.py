"""Fingerprints: by which few numbers, out of many texts, those are found that may share words. Whether they do is for `copies` to say.

Two kinds of keys, both 64-bit numbers with a sign, as a database keeps them. Bands of a MinHash find texts that are alike as a whole, with
a word changed here and there. Keys of stretches find what two texts share in one place, however much else either has: of every
20 stretches of 6 words in a row the one of the least hash is kept (winnowing), so that any 25 words in a row that two texts share give both
one key at least. A text of 400 words has about 50 keys, and each further 100 words about 10.

The arithmetic is our own and written out here, and not that of a library, because fingerprints are stored: they must be the same in every
process, on every machine and after every update.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ascribe.link.wording import words

Numbers = npt.NDArray[np.uint64]

#: Changes whenever the same text would get other numbers.
MADE_BY = "words-1"
#: Words in a row that the MinHash counts as one thing, and those of a stretch. Longer ones are upset by every changed word, shorter ones
#: are shared by chance.
_SHINGLE, _STRETCH = 4, 6
#: Of so many stretches one is kept: _WINDOW + _STRETCH - 1 = 25 shared words in a row are never missed.
_WINDOW = 20
#: Two texts with half of their shingles in common share a band 99 times in 100, with a tenth 15 times, with a hundredth never to speak of.
_BANDS, _ROWS = 16, 2
#: How many texts that hold the same key each is paired with at most: a stock phrase in all texts would pair all with all.
CROWD = 50


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a text is looked up by. `signature` are the numbers of the MinHash, 4 bytes each, the least byte first."""

    words: int
    signature: bytes
    bands: tuple[int, ...]
    stretches: tuple[int, ...]
    made_by: str = MADE_BY

    @property
    def keys(self) -> tuple[int, ...]:
        """All keys: two texts that share one may share words."""
        return (*self.bands, *self.stretches)


def fingerprint(text: str) -> Fingerprint:
    """The fingerprint of a text. A text without words has no keys."""
    hashes = _hashes(words(text))
    if not len(hashes):
        return Fingerprint(0, b"", (), ())
    signature = _signature(_shingles(hashes, _SHINGLE))
    return Fingerprint(len(hashes), signature.astype("<u4").tobytes(), _bands(signature), _stretches(hashes))


def resemblance(left: Fingerprint, right: Fingerprint) -> float:
    """About which share of their four-word sequences two texts have in common, 0 to 1, give or take 0.1."""
    if left.made_by != right.made_by:
        raise ValueError(f"fingerprints of {left.made_by} and of {right.made_by} cannot be compared; make them anew from the texts")
    if not left.words or not right.words:
        return 0.0
    return float(np.mean(np.frombuffer(left.signature, "<u4") == np.frombuffer(right.signature, "<u4")))


def pairs(prints: Mapping[str, Fingerprint], crowd: int = CROWD) -> Iterator[tuple[str, str]]:
    """The pairs of texts that share a key, each once and in order, the lesser id first.

    A key that more than `crowd` texts hold pairs each of them with the next `crowd` by id only. That is enough to find a wire that a
    thousand sites reprint, as copies of copies are copies.
    """
    ids = sorted(prints)
    keys = np.array([key for name in ids for key in set(prints[name].keys)], dtype=np.int64)
    holders = np.repeat(np.arange(len(ids)), [len(set(prints[name].keys)) for name in ids])
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    met = np.empty(0, dtype=np.int64)
    for apart in range(1, min(crowd + 1, len(keys))):
        shared = np.flatnonzero(keys[apart:] == keys[:-apart])
        if not len(shared):
            break
        met = np.union1d(met, holders[shared] * len(ids) + holders[shared + apart])
    return ((ids[int(pair) // len(ids)], ids[int(pair) % len(ids)]) for pair in met)


def _mixed(numbers: Numbers) -> Numbers:
    """The numbers well stirred, one to one (the last steps of SplitMix64, which is in the public domain)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


def _constants(count: int, seed: int) -> Numbers:
    """Odd numbers without a pattern, always the same."""
    steps = np.arange(seed + 1, seed + count + 1, dtype=np.uint64)
    return _mixed(steps * np.uint64(0x9E3779B97F4A7C15)) | np.uint64(1)


_PLACES = _constants(_STRETCH, 0)
_SIEVES = _constants(_BANDS * _ROWS, 1_000)
_ROW = _constants(_BANDS * _ROWS, 2_000)


def _hashes(text: list[str]) -> Numbers:
    """A number for each word. Python's own hash differs from process to process."""
    return _mixed(np.array([crc32(word.encode("utf-8", "surrogatepass")) for word in text], dtype=np.uint64) + np.uint64(1))


def _shingles(hashes: Numbers, size: int) -> Numbers:
    """A number for each run of `size` words; a text of fewer words is one run."""
    size = min(size, len(hashes))
    count = len(hashes) - size + 1
    summed = np.zeros(count, dtype=np.uint64)
    for at in range(size):
        summed += hashes[at : at + count] * _PLACES[at]
    return _mixed(summed)


def _signature(shingles: Numbers) -> Numbers:
    """For each sieve the least that any shingle leaves in it."""
    return np.asarray((np.multiply.outer(_SIEVES, shingles) >> np.uint64(32)).min(axis=1), dtype=np.uint64)


def _bands(signature: Numbers) -> tuple[int, ...]:
    """A key for each band: equal where all of its rows are."""
    return _signed(_mixed((signature * _ROW).reshape(_BANDS, _ROWS).sum(axis=1, dtype=np.uint64) + _ROW[:_BANDS]))


def _stretches(hashes: Numbers) -> tuple[int, ...]:
    """The least stretch of each window."""
    found = _shingles(hashes, _STRETCH)
    windows = np.lib.stride_tricks.sliding_window_view(found, min(_WINDOW, len(found)))
    return _signed(np.unique(windows.min(axis=1)))


def _signed(numbers: Numbers) -> tuple[int, ...]:
    return tuple(np.ascontiguousarray(numbers).view(np.int64).tolist())
