"""Whose words are being read: who "we" are, in a quotation and in a document that an organisation issued.

Rules. Inside quotation marks, "we" and "our" are whoever is said to speak. Outside them they are whoever issued the document: the
organisation that published it or that its title or first lines name as the author ("Statement by X", a heading with a ministry), else the
one
that signs it. A paper's
"we" names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ascribe.model.grammar import Parse
from ascribe.model.parties import Kind, Party
from ascribe.model.reading import Reading, Sentence

FIRST_PERSON = frozenset({"we", "us", "our", "ourselves", "ours"})
_MARK = re.compile('["“”]')
_DOCUMENTS = frozenset("statement communique communiqué bulletin declaration announcement communication proclamation release".split())
#: Lines at the top, and at the end, in which an author is looked for.
_TOP, _BOTTOM = 4, 2
_AUTHORS = frozenset(Kind) - {Kind.MEDIA, Kind.PERSON, Kind.CIVILIANS, Kind.UNKNOWN, Kind.PROTESTERS, Kind.RIOTERS}


def quoted_tokens(text: str, sentence: Sentence) -> list[bool]:
    """For each token: it stands inside quotation marks. `text` is the document's."""
    inside = sentence.quoted
    if _MARK.search(text, sentence.start, sentence.end) is None:
        return [inside] * len(sentence.tokens)
    found = []
    for token in sentence.tokens:
        if token.text in {'"', "“", "”"}:
            inside = {"“": True, "”": False}.get(token.text, not inside)
            found.append(False)
        else:
            found.append(inside)
    return found


def speaks_in_first_person(reading: Reading) -> bool:
    """The document says "we" or "our" outside quotation marks."""
    for sentence in reading.sentences:
        if not FIRST_PERSON.isdisjoint([token.lower for token in sentence.tokens]):
            quoted = quoted_tokens(reading.document.text, sentence)
            if any(token.lower in FIRST_PERSON and token.text != "US" and not q for token, q in zip(sentence.tokens, quoted, strict=True)):
                return True
    return False


def issuer(reading: Reading, top: Iterable[Party]) -> Party | None:
    """Whose statement the document is. `top` are the parties that the first lines name, in order."""
    sentences = reading.sentences
    first = sentences[:_TOP]
    found = [party for party in top if party.kind in _AUTHORS]
    titled = _titled(reading, found)
    if titled is not None:
        return titled
    for sentence, parse in zip(first, reading.parses, strict=False):
        here = [party for party in found if sentence.start <= party.start < sentence.end]
        words = {token.lower for token in sentence.tokens}
        if here and (words & _DOCUMENTS or _is_heading(parse)):
            return _best(here, found)
    if len(sentences) <= _TOP:
        return None
    for sentence, parse in zip(sentences[-_BOTTOM:], reading.parses[-_BOTTOM:], strict=False):
        signed = [party for party in reading.names if sentence.start <= party.start < sentence.end and party.kind in _AUTHORS]
        if signed and (_is_heading(parse) or (len(sentence.tokens) < 14 and sentence.tokens[0].start == signed[0].start)):
            return signed[0]
    return None


def _titled(reading: Reading, top: Sequence[Party]) -> Party | None:
    """The party that the document's publisher is, or that its title calls the author of a statement."""
    publisher = (reading.document.publisher or "").casefold()
    title = (reading.document.title or "").casefold()
    says = title if any(word in _DOCUMENTS for word in title.split()) else ""
    for party in (*top, *(name for name in reading.names if name.kind in _AUTHORS)):
        name = party.name.casefold().removeprefix("the ")
        whole = " " in name or name == publisher
        if whole and (name in publisher or name in says):
            return party
    return None


def _best(here: Sequence[Party], top: Sequence[Party]) -> Party | None:
    """The party with a name, before a heading's bare ministry, which takes the country that the lines around it give."""
    named = [party for party in here if party.id and not (party.kind is Kind.GOVERNMENT and not party.inferred)]
    if named:
        return named[0]
    unknown = next((party for party in here if not party.inferred and party.kind not in {Kind.GOVERNMENT, Kind.STATE_FORCES}), None)
    if unknown is not None:
        return unknown
    bare = next((party for party in here if party.kind in {Kind.GOVERNMENT, Kind.STATE_FORCES} and not party.id), None)
    if bare is None:
        return None
    seat = next((party for party in top if party.kind is Kind.GOVERNMENT and party.id), None)
    return replace(seat, name=bare.name, start=bare.start, end=bare.end, inferred=True) if seat is not None else None


def _is_heading(parse: Parse) -> bool:
    return not any(phrase.kind == "VG" for phrase in parse.phrases)
