"""The word lists beside the register: `knowledge/party_words.toml`, each list a set of words. A missing list is a KeyError."""

from __future__ import annotations

import tomllib
from functools import cache

from ascribe.resolve.register_files import PARTIES

PATH = PARTIES.with_name("party_words.toml")


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed.split()) for name, listed in tomllib.loads(PATH.read_text(encoding="utf-8")).items()}


def words(name: str) -> frozenset[str]:
    """Give the words of this list."""
    return _lists()[name]
