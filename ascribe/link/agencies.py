"""Credits: the agency, or the other outlet, that a text names as its origin. What is told with an agency's words is the agency's telling.

A credit stands where a text as a whole is signed: at the dateline, in the byline, in the last lines, and where the first sentence is handed
to an agency at its end. A source of one statement ("police told Reuters") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

#: So many lines at the head and at the foot of a text are looked at.
_HEAD, _FOOT = 5, 3
#: A byline has no more words, nor what stands before the dash of a dateline.
_SHORT = 12

_DATELINE = re.compile(r"(?P<place>[^()\[\]\n]{0,80}?)\s*(?:[(\[](?P<name>[^()\[\]\n]{2,40})[)\]]\s*[-–—:]|/(?P<slashed>[^()/\n]{2,40})/)")
_BEFORE_DASH = re.compile(r"([^\n]{2,80}?)\s*(?:\s[-–—]|[—:|])")
_SMALL = frozenset("of the and al el de la in on near".split())
_PICTURE = re.compile(r"\b(?:photo|image|picture|file|video|graphic|map)s?\b", re.IGNORECASE)
_BY_PARTS = re.compile(r"\s[-–—]\s|[|•·,/;]|\band\b|\b[Bb]y\b")
_LATE = re.compile(
    r"""(?:^|[.!?…"”’']\s*)                         # behind a sentence, or a line of its own
        (?P<mark>[(\[/]|[-–—*•]+)?\s*
        (?P<lead>(?:sources?|credit|via)\s*:\s*|(?:with|from)\s+|(?:with\s+)?(?:additional\s+)?
            (?:reporting|information|inputs?|files|material|reports?)\s+(?:from|by)\s+)*
        (?P<name>[^()\[\]\n.!?]{2,60}?|(?:[A-Z]\.){2,4})(?:,\s+with\s[^()\n]*)?[)\]/]?\.?$""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:©|\(c\)|\bcopyright\b|\bcontributed\ to\ this\ (?:report|story|article)\b)", re.IGNORECASE)
_HANDED = (
    r"(?:[,–—]\s(?:[\w’'-]+\s){0,5}(?P<reporter>NAMES)(?:\snews\sagency)?\s(?:has\s|have\s)?report(?:ed|s)(?:\s(?:on\s)?\w+day)?"
    r"|\baccording\sto\s(?:[\w’'-]+\s){0,4}(?P<source>NAMES)(?:\snews\sagency)?)$"
)
_BETWEEN_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z©“\"(])")

#: Names that are on no list are taken where they look like an agency's or an outlet's: a short form, or words of which one says so. Any
#: other name in such a place is mostly that of a writer or of a photographer.
_SHORT_FORM = re.compile(r"[A-Z]{3,5}")
_TITLED = re.compile(r"(?:[A-Z][\w’'.-]*|&|of|de|du|and)(?: (?:[A-Z][\w’'.-]*|&|of|de|du|and)){0,4}")
_OUTLET = re.compile(
    r"""\b(?:Agency|Agence|Agencia|Wire|Newswire|Press|Presse|Prensa|Service|Bureau|News|Media|Radio|TV|Television|Online|Features|Times
      |Post|Daily|Telegraph|Tribune|Gazette|Journal|Herald|Chronicle|Guardian|Observer|Monitor|Mail|Independent|Review)\b""",
    re.VERBOSE,
)
#: Short forms that stand in such places and are no outlet: states, bodies, time zones, marks of editors.
_NO_OUTLET = frozenset("USA UAE DRC CAR KSA NATO GMT UTC EST EDT CET ENDS Agencies".split())


@dataclass(frozen=True)
class Agencies:
    """The agencies that are known: every name under which they are credited -> the one that they are told by.

    `sign_offs` are the words by which an agency's texts end that do not name it, and the agency.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    sign_offs: tuple[tuple[re.Pattern[str], str], ...] = ()

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, Any]]) -> Agencies:
        """From the table in knowledge/agencies.toml: `{name: {country, also: [name...], sign_off: pattern or absent}}`."""
        return cls(
            {also: name for name, entry in table.items() for also in (name, *entry["also"])},
            tuple((re.compile(entry["sign_off"]), name) for name, entry in table.items() if "sign_off" in entry),
        )

    def named(self, words: str) -> str | None:
        """The agency of exactly this name, with or without "the" and "news agency"; case counts."""
        plain = _bare(words)
        return self.names.get(plain) or self.names.get(re.sub(r" (?:[Nn]ews [Aa]gency|Staff|[Ss]taff [Ww]riter)$", "", plain))

    def first_in(self, words: str) -> str | None:
        """The agency that these words name first, or None."""
        found = self._anywhere.search(words)
        return self.names[found[0]] if found else None

    def handed(self, sentence: str) -> str | None:
        """The agency that a sentence at its end gives as its source: "..., Xinhua reported", "... according to AFP". None without any."""
        found = self._handed.search(sentence)
        return self.names[found["reporter"] or found["source"]] if found else None

    @cached_property
    def _alternatives(self) -> str:
        return "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True)) or "(?!)"

    @cached_property
    def _anywhere(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w)(?:{self._alternatives})(?!\w)")

    @cached_property
    def _handed(self) -> re.Pattern[str]:
        return re.compile(_HANDED.replace("NAMES", self._alternatives))


def credit(text: str, publisher: str | None, agencies: Agencies) -> str | None:
    """The agency or outlet that a text as a whole is credited to; None where it is its publisher's own.

    Of several the first that is known. An agency that publishes its own text is its own origin. Names that are not in the table are given
    as the text has them. "Agencies", "with agency reports" name nobody, and make no credit.
    """
    lines = [line for raw in text.splitlines() if (line := raw.strip())]
    found = [*_at_the_head(lines, agencies), *_at_the_foot(lines, agencies), *_in_the_lead(lines, agencies)]
    known = next((name for name in found if name in agencies.names), None)
    name = known or next(iter(found), None) or (agencies.named(publisher) if publisher else None)
    return None if name and name not in agencies.names and name == _bare(publisher or "") else name


def _at_the_head(lines: Sequence[str], agencies: Agencies) -> Iterator[str]:
    """Datelines: "PARIS (AP) -", "MOSCOW, March 5. /TASS/", "KABUL, Reuters -". Bylines: "By Jane Doe, Associated Press", "Reuters"."""
    for line in lines[:_HEAD]:
        dateline = _DATELINE.match(line)
        if dateline and _is_dateline(dateline["place"]):
            pieces = _BY_PARTS.split(dateline["name"] or dateline["slashed"])
            yield from _names(pieces, agencies, strange=_is_plain_place(dateline["place"]))
        head = _BEFORE_DASH.match(line)
        short = line if _is_short(line) else head[1] if head and _is_short(head[1]) else ""
        if not _PICTURE.search(short):
            yield from _names(_BY_PARTS.split(short), agencies, strange=False)


def _at_the_foot(lines: Sequence[str], agencies: Agencies) -> Iterator[str]:
    """Tail lines: "(Reuters)", "- AFP", "Source: TASS", "With reporting from AP", "© AFP", "AP contributed to this report"."""
    for line in reversed(lines[-_FOOT:]):
        for tail in _LATE.finditer(line[-120:]):
            pieces = () if _PICTURE.search(tail[0]) else _BY_PARTS.split(tail["name"])
            yield from _names(pieces, agencies, strange=True)
        for sentence in _BETWEEN_SENTENCES.split(line):
            if _SIGNED.search(sentence) and (name := agencies.first_in(sentence)):
                yield name
        yield from (name for pattern, name in agencies.sign_offs if pattern.search(line))


def _in_the_lead(lines: Sequence[str], agencies: Agencies) -> Iterator[str]:
    """The first sentence: "..., Xinhua reported on Monday." Further down it would be the source of one statement."""
    lead = next((line for line in lines[:_HEAD] if not _is_short(line)), "")
    name = agencies.handed(_BETWEEN_SENTENCES.split(lead)[0].rstrip("."))
    if name:
        yield name


def _names(pieces: Iterable[str], agencies: Agencies, *, strange: bool) -> Iterator[str]:
    """The agencies that these pieces name; `strange`: also what looks like an outlet and is on no list."""
    for piece in pieces:
        plain = _bare(piece)
        known = agencies.named(plain)
        if known:
            yield known
        elif strange and plain not in _NO_OUTLET and _is_like_an_outlet(plain):
            yield plain


def _bare(name: str) -> str:
    return " ".join(name.split()).removeprefix("the ").removeprefix("The ")


def _is_short(line: str) -> bool:
    return len(line.split()) <= _SHORT and not line.endswith((".", "!", "?"))


def _is_dateline(place: str) -> bool:
    """Names and days only, "the" and "of" among them."""
    words = place.split()
    return len(words) <= _SHORT and all(not word[0].islower() or word in _SMALL for word in words)


def _is_plain_place(place: str) -> bool:
    """A dateline beyond doubt: one word, in capitals, or with a comma. "Kurdistan Workers' Party (PKK) -" is none."""
    words = place.split()
    return len(words) == 1 or place[:3].isupper() or "," in place


def _is_like_an_outlet(name: str) -> bool:
    return bool(_SHORT_FORM.fullmatch(name) or (" " in name and _TITLED.fullmatch(name) and _OUTLET.search(name)))
