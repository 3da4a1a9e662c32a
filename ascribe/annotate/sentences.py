"""Sentences and the tokens in them: the first thing that is marked in a text.

Rules. A blank line ends a sentence, and so does every line break, unless the text is hard-wrapped (most lines are of about one length and
end in mid-sentence); a line that begins with a bullet always begins a sentence. Inside a line a sentence ends at `.`, `!` or `?` with its
closing quotes and brackets, when what follows begins like a sentence and the stop is not that of an abbreviation, an initial or a number.
A sentence is never longer than `LONGEST` tokens: a text without stops must not cost more than its length.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ascribe.model.reading import Reading, Sentence, Token
from ascribe.model.text import Span

#: No sentence of the reporting we read had over 130 tokens; tables and lists without stops do.
LONGEST = 220

_LETTER = r"[^\W\d_\u0300-\u036f][\u0300-\u036f]*"
TOKEN = re.compile(
    rf"(?:{_LETTER}\.){{2,}}"  # U.N., a.m.
    r"|\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th)\b)?(?:-[^\W\d_]+(?:-[^\W_]+)*)?"  # 1,200  05:30  20-year-old
    r"|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:[-‑'’‘][^\W_]+)*"  # al-Shabaab's
    r"|['’‘][sS]\b"
    r"|--+|\.\.\.|[^\s]",
)
#: The possessive stands alone, so that "the army's men" names the army.
_POSSESSIVE = ("'s", "’s", "‘s", "'S", "’S")

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr gen lt col maj capt sgt brig cmdr adm sen rep gov pres prof rev fr hon st mt no nos jan feb mar apr jun jul aug sep sept "
    "oct nov dec mon tue tues wed thu thurs fri sat sun vs etc inc ltd co corp dept e.g i.e approx est fig cf al "
    "ft jr sr bros supt insp cpl pvt "
    "u.s u.n u.k a.m p.m d.c".split()
)
_STOPS = frozenset(".!?")
_CLOSERS = frozenset("\"'”’)]»")
_OPENERS = frozenset("\"'“‘([«")
_BULLET = re.compile(r"\s*(?:[-*•–—·▪►]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
_DATELINE = re.compile(
    r"\s*(?P<line>(?=[^\n]{0,16}[A-ZÀ-Þ]{3})[A-ZÀ-Þ][^\n]{2,110}?)\s*(?P<dash>--+|—|–|\s-\s)\s*(?:\[TEXT\]\s*)?(?=\S)",
)
_DATELINE_WORD = re.compile(r"[A-ZÀ-Þ]{3}|\d|\((?:Reuters|AP|AFP|[A-Z-]{2,10})\)")


_LINE = re.compile(r"[^\n]+\n?")
_HEADER = re.compile(
    r"\ufeff?(?:(?:Title|Headline|Date|Published|Source|Outlet|Publisher|URL|Link|Author|By|Byline|Language)[ \t]*:[^\n]*\n)+(?=\s*\n)",
    re.IGNORECASE,
)


def sentences(reading: Reading) -> Reading:
    """Split the text into sentences and tokens, and find the dateline that it may begin with. Header lines are no sentences."""
    text = reading.document.text
    begin = _header_end(text)
    dateline = _dateline(text, begin)
    wrapped = _is_wrapped(text)
    parts = [(begin, len(text))] if dateline is None else [(begin, dateline.start), (dateline.end, len(text))]
    found: list[Sentence] = []
    lines = [line for start, stop in parts for line in _lines(text, start, stop, wrapped)]
    for number, (start, end) in enumerate(lines):
        quoted = False  # a quotation that runs over a paragraph is opened anew there
        for pieces in _split(_tokens(text, start, end)):
            tokens = tuple(pieces)
            found.append(Sentence(tokens[0].start, tokens[-1].end, number, tokens, quoted=quoted))
            quoted = _open_after(tokens, quoted)
    body = dateline.end if dateline else begin
    return replace(reading, sentences=tuple(found), upper_case=_is_upper(text), body_start=body, dateline=dateline)


def _header_end(text: str) -> int:
    """Where the header lines end that say title, outlet and date ("Title: ...")."""
    match = _HEADER.match(text)
    return match.end() if match else 0


def _is_upper(text: str) -> bool:
    """Capitals tell nothing where nearly all letters are capitals."""
    sample = text[:20_000]
    capitals, small = sum(map(str.isupper, sample)), sum(map(str.islower, sample))
    return capitals > 60 and capitals > 4 * small


def _dateline(text: str, begin: int) -> Span | None:
    """A first line of place and date before a dash: "SRINAGAR, Feb 28, 2019 — ", "KABUL (Reuters) - "."""
    start = begin + len(text[begin : begin + 4000]) - len(text[begin : begin + 4000].lstrip())
    for offset in _line_starts(text, start, 4):
        match = _DATELINE.match(text, offset)
        if match and _DATELINE_WORD.search(match["line"]) and not re.search(r"[.;:!?]\s+[a-z]|\bsaid\b|\bthe\b", match["line"]):
            return Span(match.start("line"), match.end())
    return None


def _line_starts(text: str, start: int, most: int) -> list[int]:
    """Where the first few lines begin: a headline may stand before the dateline."""
    starts = [start]
    while len(starts) < most:
        at = text.find("\n", starts[-1], starts[-1] + 400)
        if at < 0:
            break
        starts.append(at + 1)
    return starts


def _lines(text: str, start: int, stop: int, wrapped: bool) -> list[tuple[int, int]]:
    """The paragraphs from `start` to `stop`, as stretches of text. See the module's rule on hard-wrapped text."""
    pieces: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, start, stop):
        if not match.group().strip():
            continue
        joins = wrapped and pieces and pieces[-1][1] == match.start() and not _BULLET.match(match.group())
        if joins:
            pieces[-1] = (pieces[-1][0], match.end())
        else:
            pieces.append(match.span())
    return pieces


def _is_wrapped(text: str) -> bool:
    """Most lines that another line follows are of one length and end in mid-sentence."""
    lines = text[:40_000].split("\n")
    followed = [line.rstrip() for line, after in pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < 3:
        return False
    lengths = [len(line) for line in followed]
    open_ended = sum(line[-1] not in ".!?:\"”’'" for line in followed)
    return 40 <= median(lengths) <= 100 and max(lengths) <= 130 and open_ended > 0.6 * len(followed)


def _tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one stretch of text."""
    tokens = []
    for match in TOKEN.finditer(text, start, end):
        word, at, stop = match.group(), match.start(), match.end()
        if len(word) > 2 and word.endswith(_POSSESSIVE):
            tokens.append(Token(word[:-2], at, stop - 2, _fold(word[:-2])))
            word, at = word[-2:], stop - 2
        tokens.append(Token(word, at, stop, _fold(word)))
    return tokens


def _fold(word: str) -> str:
    """Small letters, straight apostrophes."""
    lower = word.lower()
    return lower if lower.isascii() else lower.replace("’", "'").replace("‘", "'")


def _split(tokens: list[Token]) -> list[list[Token]]:
    """Cut the tokens of one paragraph into sentences."""
    pieces: list[list[Token]] = []
    first = 0
    at = 0
    while at < len(tokens):
        if _ends(tokens, at) or at - first >= LONGEST:
            while at + 1 < len(tokens) and tokens[at + 1].text in _CLOSERS and tokens[at + 1].start == tokens[at].end:
                at += 1
            pieces.append(tokens[first : at + 1])
            first = at + 1
        at += 1
    if first < len(tokens):
        pieces.append(tokens[first:])
    return pieces


def _ends(tokens: list[Token], at: int) -> bool:
    """The token at `at` is a stop that ends a sentence."""
    token = tokens[at]
    after = at + 1
    while after < len(tokens) and tokens[after].text in _CLOSERS and tokens[after].start == tokens[after - 1].end:
        after += 1
    if after >= len(tokens):
        return False
    following = tokens[after]
    begins = following.text[0].isupper() or following.text[0].isdigit() or following.text in _OPENERS or following.text in "-–—•"
    if token.text not in _STOPS:
        # "U.S." and "a.m." carry their own stop: a new sentence only before a word that begins one
        return len(token.text) > 3 and token.text.endswith(".") and following.lower in _STARTERS and following.text[0].isupper()
    if not begins:
        return False
    if token.text != ".":
        return True
    before = tokens[at - 1] if at else None
    if before is None or before.end != token.start:
        return True
    if before.lower in _ABBREVIATIONS:
        return False
    is_initial = len(before.text) == 1 and before.text.isupper() and not (at >= 2 and tokens[at - 2].lower in {"class", "plan", "vitamin"})
    return not (is_initial or (following.start == token.end and following.text not in _OPENERS))


_STARTERS = frozenset("the a an in on at it he she they this that these those but and after before police officials".split())


def _open_after(tokens: tuple[Token, ...], quoted: bool) -> bool:
    """Whether a double quotation is still open at the end of the sentence."""
    for token in tokens:
        if token.text in "“«":
            quoted = True
        elif token.text in "”»":
            quoted = False
        elif token.text == '"' or token.text == "``":
            quoted = not quoted
    return quoted
