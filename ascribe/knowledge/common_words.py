"""The words that are written small in ordinary English: what tells a name where a text is all in capitals."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def common_words() -> frozenset[str]:
    """The list, from SCOWL by way of Debian's `wamerican` (see NOTICE). It is read when the first text in capitals comes."""
    raw = files("ascribe.knowledge").joinpath("common_words.txt.gz").read_bytes()
    return frozenset(gzip.decompress(raw).decode("utf-8").split())
