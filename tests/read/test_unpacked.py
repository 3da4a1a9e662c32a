"""gzip and deflate as they come: what goes in comes out, and never more than may."""

from __future__ import annotations

import gzip
import os
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.read.reasons import StoppedError, Why
from ascribe.read.unpacked import PIECE, gunzipped, inflated

LIMIT = 5 * 1024**2
TEXT = b"Police in Gao said so. " * 50


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def stopped(chunks) -> Why | None:
    try:
        for _ in gunzipped(chunks, LIMIT):
            pass
    except StoppedError as stop:
        return stop.why
    return None


@given(st.binary(max_size=2000), st.integers(1, 300))
def test_what_was_packed_comes_out_however_it_is_cut(data, size):
    assert b"".join(gunzipped(cut(gzip.compress(data, mtime=0), size), LIMIT)) == data
    assert b"".join(inflated(cut(zlib.compress(data), max(size, 2)), LIMIT)) == data


@pytest.mark.parametrize("size", [PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])
@pytest.mark.parametrize("fill", [bytes, os.urandom], ids=["packs well", "packs badly"])
def test_pieces_are_put_together_at_their_edges(size, fill):
    data = fill(size)

    assert b"".join(gunzipped([gzip.compress(data, mtime=0)], LIMIT)) == data


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.integers(1, 100))
def test_several_members_in_a_row_are_one_text(members, size):
    assert b"".join(gunzipped(cut(b"".join(map(gzip.compress, members)), size), LIMIT)) == b"".join(members)


def test_deflate_without_its_head_is_unpacked_too():
    packer = zlib.compressobj(wbits=-15)
    assert b"".join(inflated([packer.compress(TEXT) + packer.flush()], LIMIT)) == TEXT


def test_what_stands_behind_is_not_looked_at():
    assert b"".join(gunzipped([gzip.compress(TEXT, mtime=0) + bytes(100)], LIMIT)) == TEXT


@pytest.mark.parametrize(
    ("chunks", "expected"),
    [
        ([], Why.DAMAGED),
        ([b"no gzip"], Why.DAMAGED),
        ([gzip.compress(TEXT, mtime=0)[:-1]], Why.DAMAGED),
        ([gzip.compress(TEXT, mtime=0)[:-8] + bytes(8)], Why.DAMAGED),
        ([gzip.compress(bytes(2 * 1024**2), mtime=0)], Why.TOO_LARGE),
        ([gzip.compress(os.urandom(LIMIT + 1), mtime=0)], Why.TOO_LARGE),
        ([gzip.compress(bytes(1000), mtime=0)] * 2000, None),
        ([gzip.compress(bytes(1024**2), mtime=0)] * 2, Why.TOO_LARGE),
    ],
    ids=[
        "nothing",
        "no gzip",
        "cut short",
        "wrong sum",
        "a thousand times",
        "over the limit",
        "fifty times larger",
        "many members, each harmless",
    ],
)
def test_what_cannot_be_or_grows_too_much_stops(chunks, expected):
    assert stopped(chunks) is expected
