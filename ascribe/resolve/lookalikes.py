"""Names that look like a known one and are not written like it: another alphabet's letter, a sign that is not seen, a digit.

Rule. A word that holds such a sign is read as it looks. If that is a name of the register, the words are marked with the flag `look_alike`
and the party that they resemble stands among the candidates; they are never linked. Accents are no such sign, nor is a whole word of
another language that looks like no name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from ascribe.model.parties import Candidate, Kind, Party
from ascribe.model.reading import Reading, Token
from ascribe.resolve.register import Register

LOOK_ALIKE = "look_alike"
#: Letters of the Cyrillic, Greek and Armenian alphabets -> the Latin letters that they look like.
_SHAPES = str.maketrans(
    "аеорсухіѕјԁһԛԝӏвкмнтАВЕКМНОРСТХІЅЈУҮԌԚԜӀ" + "αοινρτυκηΑΒΕΖΗΙΚΜΝΟΡΤΥΧ" + "օոսցզհԼՕՍ",
    "aeopcyxisjdhqwlbkmhtABEKMHOPCTXISJYYGQWI" + "aoivptuknABEZHIKMNOPTYX" + "onugqhLOU",
)
_SMALL = str.maketrans("01345", "oleas")
_LARGE = str.maketrans("01345", "OIEAS")
#: Anything but ASCII, Latin letters and ordinary marks; a digit among letters.
_ODD = re.compile(r"[^\x00-\x7e\xa0-\u024f\u02b0-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u2bff\s]")
_HIDDEN = re.compile(r"[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_DIGIT = re.compile(r"(?<=[^\W\d_])[013-5]|[013-5](?=[^\W\d_])")
_WORD = re.compile(r"\W")
#: A name has at least this many letters, and few have more words than this.
_SHORTEST, _LONGEST = 3, 6


def look_alikes(reading: Reading, register: Register) -> list[Party]:
    """Every name of the text that only looks like one of the register, in order."""
    text = reading.document.text
    if not _is_odd(text):
        return []
    found: list[Party] = []
    for sentence in reading.sentences:
        if not _is_odd(text[sentence.start : sentence.end]):
            continue
        whole = list(_whole_words(sentence.tokens))
        written = [text[start:end] for start, end in whole]
        for digits in (_SMALL, _LARGE):
            shown = [_as_seen(word, digits) for word in written]
            if shown != written:
                here = _names(text, whole, written, shown, register)
                found.extend(party for party in here if all(party.start != other.start for other in found))
    return sorted(found, key=lambda party: party.start)


def _is_odd(text: str) -> bool:
    """It has a sign that a look-alike is made of."""
    if not text.isascii() and _ODD.search(text) is not None:
        return True
    return any(_is_word(_WORD.split(text[max(0, at - 30) : at])[-1] + _WORD.split(text[at : at + 30])[0]) for at in _digits(text))


def _digits(text: str) -> list[int]:
    return [match.start() for match in _DIGIT.finditer(text)]


def _is_word(word: str) -> bool:
    """One of two letters and a number is no word: "M23", "1st"."""
    return sum(letter.isalpha() for letter in word) >= _SHORTEST


def _names(
    text: str, whole: Sequence[tuple[int, int]], written: Sequence[str], shown: Sequence[str], register: Register
) -> Iterator[Party]:
    odd = [n for n, word in enumerate(shown) if word != written[n]]
    near = {n for middle in odd for n in range(max(0, middle - _LONGEST), middle + 1)}
    at = 0
    while at <= odd[-1]:
        size, entries = register.match(shown, at) if at in near else (0, ())
        if (
            not any(at <= n < at + size for n in odd)
            or sum(map(len, shown[at : at + size])) < _SHORTEST
            or _is_known(written, at, size, register)
        ):
            at += 1
            continue
        start, end = whole[at][0], whole[at + size - 1][1]
        candidates = tuple(Candidate(entry.id, entry.canonical) for entry in entries)
        yield Party(text[start:end], start, end, Kind.UNKNOWN, candidates=candidates, flags=(LOOK_ALIKE,))
        at += size


def _is_known(written: Sequence[str], at: int, size: int, register: Register) -> bool:
    """The words are a name as they stand, in plain letters: "M23", "3R"."""
    return all(word.isascii() for word in written[at : at + size]) and register.match(written, at)[0] >= size


def _whole_words(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where words begin and end; a hidden sign inside a word does not part it."""
    start = end = -1
    joins = False
    for token in tokens:
        hidden = _HIDDEN.match(token.text) is not None
        if end >= 0 and token.start == end and (hidden or joins):
            end = token.end
        else:
            if end >= 0:
                yield start, end
            start, end = token.start, token.end
        joins = hidden
    if end >= 0:
        yield start, end


def _as_seen(word: str, digits: dict[int, int]) -> str:
    """The word in the Latin letters that it looks like."""
    plain = word if word.isascii() else unicodedata.normalize("NFKC", _HIDDEN.sub("", word)).translate(_SHAPES)
    return plain.translate(digits) if _DIGIT.search(plain) is not None and _is_word(plain) else plain
