"""The form in which names of places are compared, and the number under which a name stands in an index.

Case, accents, hyphens and apostrophes do not count. A name stands in the index as a number of 63 bits; a sieve says at once that a number
is not there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b

#: Letters that no decomposition takes apart.
_LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "ħ": "h", "ŋ": "n"}
_DROPPED = frozenset("'’‘ʼʻ`´ʿʾʹʺ”“\".")
_SPACED = frozenset("-‐‑–—/_,()")

#: Latin script; and no code of an airport or a railway station, which stand among the other names of towns.
_SEARCHABLE = re.compile(r"(?![A-Z0-9]{2,4}\Z)[\u0000-\u024f\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u201f]+\Z")
_AREA_WORDS = (
    "province state district region oblast governorate department county division prefecture municipality raion rayon emirate "
    "metropolitan territory parish canton wilaya wilayah zila zilla"
).split()
_AREA_HEADS = re.compile(
    r"\A(?:departement|departamento|provincia|provincie|province|region|municipio|municipality|muhafazat|wilayat|wilaya|gobolka|distrito|"
    r"prefecture|county|district) (?:du |de la |de los |de las |de |del |do |da |des |of |d(?=[aeiouh]))?(?=\S)"
)


class NameKind(IntEnum):
    """How a place bears a name. Of several kinds the first counts: a list that says "historical" goes before one that says nothing."""

    MAIN = 0
    CURRENT = 1  # a further name that is in use
    SHORT = 2  # a short form: "Kech" for Kech District
    HISTORIC = 3  # it was called so
    ALIAS = 4  # a further name of which nothing more is known


class _Fold(dict[int, str]):
    """Character -> what it is compared as; worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        plain = "".join(_LETTERS.get(c, c) for c in parted if not unicodedata.combining(c))
        self[code] = "".join(" " if c in _SPACED else "" if c in _DROPPED else c for c in plain)
        return self[code]


_FOLD = _Fold()


def compared(name: str) -> str:
    """The form in which names are compared: small letters without marks; hyphens are spaces, apostrophes and stops are nothing."""
    words = name.translate(_FOLD).split()
    if words and words[0] == "st" and len(words) > 1:
        words[0] = "saint"
    return " ".join(words)


#: The same, for those who ask for the same names again.
normalise = lru_cache(maxsize=1 << 15)(compared)


def hashed(key: str) -> int:
    """The 63 bits under which a compared name stands in the index."""
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 1


#: The same, for those who ask for the same names again.
digest = lru_cache(maxsize=1 << 15)(hashed)


class Sieve:
    """A Bloom filter: never a false no. Two bits for each member."""

    def __init__(self, bits: bytearray) -> None:
        self.bits = bits
        self._mask = len(bits) * 8 - 1

    @classmethod
    def of(cls, digests: Iterable[int], power: int) -> Sieve:
        """A sieve of 2 ** power bits that lets these through."""
        sieve = cls(bytearray(1 << (power - 3)))
        sieve.update(digests)
        return sieve

    def update(self, digests: Iterable[int]) -> None:
        """Let these through as well."""
        bits, mask = self.bits, self._mask
        for number in digests:
            first, second = number & mask, (number >> 31) & mask
            bits[first >> 3] |= 1 << (first & 7)
            bits[second >> 3] |= 1 << (second & 7)

    def __contains__(self, number: int) -> bool:
        first, second = number & self._mask, (number >> 31) & self._mask
        return bool(self.bits[first >> 3] >> (first & 7) & 1 and self.bits[second >> 3] >> (second & 7) & 1)


def variants(key: str) -> Iterable[str]:
    """The compared name, then the forms under which it is looked for when that is unknown."""
    yield key
    if key.startswith("the "):
        yield key[4:]
    if key.endswith(" city"):
        yield key[:-5]


#: Whether a further name is worth an entry: it is in Latin script, and no airport's code.
searchable = _SEARCHABLE.match


def shortened(keys: Iterable[str]) -> list[str]:
    """Compared names of areas without the word that says what sort of area it is: "kech district" as "kech"."""
    short = []
    for key in keys:
        words = key.split()
        while len(words) > 1 and words[-1] in _AREA_WORDS:
            words.pop()
        short.append(_AREA_HEADS.sub("", " ".join(words), count=1))
    return short
