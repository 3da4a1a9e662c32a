"""gzip and deflate unpacked as they come, with a cap: a few kilobytes can stand for gigabytes, and must not become them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from ascribe.read.reasons import StoppedError, Why

#: How many times larger than its packed form something may be. Text and markup are at most thirty times.
RATIO = 100

#: Up to this size the ratio does not count: short repetitive pages pack well, and do no harm.
HARMLESS = 1024**2

#: How much is unpacked at a time.
PIECE = 256 * 1024

GZIP = b"\x1f\x8b"


class _Unpacks(Protocol):
    """What we need of zlib's objects."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


def gunzipped(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Unpack gzip, also of several members in a row. What stands behind the last one and is no gzip is not looked at."""
    return _unpacked(chunks, limit, lambda _: zlib.decompressobj(16 + zlib.MAX_WBITS))


def inflated(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    """Unpack what HTTP calls deflate: with zlib's two bytes before it, as the standard has it, or without, as some servers send it."""
    return _unpacked(chunks, limit, lambda head: zlib.decompressobj(zlib.MAX_WBITS if _has_zlib_head(head) else -zlib.MAX_WBITS))


def _has_zlib_head(head: bytes) -> bool:
    """Deflate as the method, and a number that 31 divides (RFC 1950, 2.2)."""
    return head[0] & 0x0F == 8 and (len(head) < 2 or int.from_bytes(head[:2], "big") % 31 == 0)


def _unpacked(chunks: Iterable[bytes], limit: int, make: Callable[[bytes], _Unpacks]) -> Iterator[bytes]:
    """Stop when more than `limit` bytes come out, or more than a hundred times what went in; and when the end is missing."""
    packed = out = 0
    unpacks: _Unpacks | None = None
    for chunk in chunks:
        packed += len(chunk)
        most = min(limit, max(HARMLESS, RATIO * packed))
        waiting, piece = chunk, b""
        while waiting or len(piece) == PIECE:  # a full piece may have left more behind
            if waiting and (unpacks is None or unpacks.eof):
                if unpacks is not None and waiting[:2] != GZIP[: len(waiting)]:
                    return
                unpacks = make(waiting)
            piece, waiting = _piece(unpacks, waiting)
            out += len(piece)
            if out > most:
                raise StoppedError(Why.TOO_LARGE, f"grows beyond {most:,} bytes when it is unpacked; it may be made to do harm")
            yield piece
    if unpacks is None or not unpacks.eof:
        raise StoppedError(Why.DAMAGED, "breaks off before its end, and cannot be unpacked; try again later")


def _piece(unpacks: _Unpacks | None, waiting: bytes) -> tuple[bytes, bytes]:
    """The next piece, and what is still packed."""
    if unpacks is None or (unpacks.eof and not waiting):
        return b"", b""
    try:
        piece = unpacks.decompress(waiting, PIECE)
    except zlib.error:
        raise StoppedError(Why.DAMAGED, "says that it is packed with gzip or deflate and is not; try again later") from None
    return piece, unpacks.unused_data if unpacks.eof else unpacks.unconsumed_tail
