"""Texts that are all in capitals, as old wire copy is: which of their words are names.

Rule. A word that ordinary English writes small is put in small letters; any other is a name, with one capital, or an abbreviation, which
keeps its capitals. Only the tokens change: offsets and quotes stay those of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import replace

from ascribe.model.reading import Reading, Token

#: Beginnings that belong to names, though they are words: "LA LIBERTAD", "EL SALVADOR", "SAN MIGUEL".
_NAME_PARTS = frozenset("el la las los san santa santo de del di da dos al".split())
_SHORT_FOR = re.compile(r"(?:[A-Z]\.)+|[A-Z]{2,4}|[^AEIOUY]+|[A-Z]*\d[A-Z\d-]*|[A-Z]{2,6}-[A-Z]{2,6}")


class Recased:
    """The step that gives the tokens of a text in capitals the capitals of ordinary English."""

    def __init__(self, words: Callable[[], Container[str]]) -> None:
        self.words = words

    def __call__(self, reading: Reading) -> Reading:
        """The reading with its tokens recased; one that is not in capitals as it is."""
        if not reading.upper_case:
            return reading
        known = self.words()
        found = []
        for sentence in reading.sentences:
            tokens = tuple(replace(token, text=_recased(token, known)) for token in sentence.tokens)
            found.append(replace(sentence, tokens=_begun(tokens)))
        return replace(reading, sentences=tuple(found))


def _recased(token: Token, known: Container[str]) -> str:
    if not token.text.isupper() or len(token.text) == 1:
        return "a" if token.text == "A" else token.text
    return "".join(_piece(piece, known) for piece in re.split(r"([-'’])", token.text))


def _piece(piece: str, known: Container[str]) -> str:
    small = piece.lower()
    if small in _NAME_PARTS:
        return piece.capitalize()
    if not piece.isalpha():
        return piece
    if small in known:
        return small
    return piece if _SHORT_FOR.fullmatch(piece) else piece.capitalize()


def _begun(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """A sentence begins with a capital."""
    first = tokens[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *tokens[1:])
