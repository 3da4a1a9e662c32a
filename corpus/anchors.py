"""Words of an annotation -> where they stand in the text.

Annotators copy words; programs need offsets. The rule: words are looked for inside the claim's quote first, then in the whole text, and
must be found exactly once there. White space counts as one blank. Where they occur more often, braces mark them inside more of the text:
"the {attack} on". " ... " leaves out the middle of something long. In stand-off files the place is given as [start, end] instead.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ascribe.model.text import Span

_GAP = re.compile(r"\s+(?:\.\.\.|…)\s+")
#: So many characters before and behind count as near.
_NEAR = 400
_BRACES = re.compile(r"\{([^{}]+)\}")


class AnchorError(ValueError):
    """Words that are not in the text, or stand there more than once."""


def one(text: str, anchor: Any, within: Span | None = None) -> Span:
    """The one place of these words. An anchor that is none, or is not found exactly once, raises `AnchorError` with the remedy."""
    if isinstance(anchor, list):
        return _given(text, anchor)
    if not isinstance(anchor, str) or not anchor.strip():
        raise AnchorError(f"{anchor!r} are no words of the text; copy them from it, or give [start, end]")
    found = []
    if within is not None:
        found = [Span(s.start + within.start, s.end + within.start) for s in _all(text[within.start : within.end], anchor)]
    found = found or _all(text, anchor)
    if not found:
        raise AnchorError(f"{anchor!r} is not in the text; copy the words exactly")
    if len(found) > 1:
        raise AnchorError(f"{anchor!r} stands there {len(found)} times; put braces round it inside more of the text: 'the {{attack}} on'")
    return found[0]


def many(text: str, anchor: Any, within: Span | None = None) -> tuple[Span, ...]:
    """The places of words in one or several pieces; none for None."""
    if anchor is None:
        return ()
    pieces = anchor if isinstance(anchor, list) and not _is_offsets(anchor) else [anchor]
    return tuple(one(text, piece, within) for piece in pieces)


def around(text: str, content: Sequence[Span]) -> Span:
    """Where the source and the cue of this content are looked for first: some lines before and behind."""
    return Span(max(0, content[0].start - _NEAR), min(len(text), content[-1].end + _NEAR))


def _given(text: str, anchor: list[Any]) -> Span:
    if not _is_offsets(anchor):
        raise AnchorError(f"{anchor!r} is no [start, end]")
    start, end = anchor
    if not 0 <= start < end <= len(text):
        raise AnchorError(f"[{start}, {end}] is no stretch of this text of {len(text)} characters")
    return Span(start, end)


def _is_offsets(anchor: list[Any]) -> bool:
    return len(anchor) == 2 and all(isinstance(number, int) and not isinstance(number, bool) for number in anchor)


def _all(text: str, anchor: str) -> list[Span]:
    """Everywhere the words stand. With a gap: from each place of the beginning to the next place of the end."""
    parts = _GAP.split(anchor.strip())
    if len(parts) == 2:
        tails = _plain(text, parts[1])
        ends = [(head, next((tail for tail in tails if tail.start >= head.end), None)) for head in _plain(text, parts[0])]
        return [Span(head.start, tail.end) for head, tail in ends if tail is not None]
    if len(parts) > 2:
        raise AnchorError(f"{anchor!r} leaves out more than one middle")
    return _plain(text, anchor.strip())


def _plain(text: str, words: str) -> list[Span]:
    """Where these words stand, or the part of them that is in braces. A word is a whole word."""
    marked = _BRACES.search(words)
    pieces = (words[: marked.start()], marked[1], words[marked.end() :]) if marked else ("", words, "")
    before, wanted, after = (r"\s+".join(map(re.escape, re.split(r"\s+", piece))) for piece in pieces)
    edge_left = r"(?<!\w)" if (pieces[0] or pieces[1])[:1].isalnum() else ""
    edge_right = r"(?!\w)" if (pieces[2] or pieces[1])[-1:].isalnum() else ""
    pattern = re.compile(f"{edge_left}{before}({wanted}){after}{edge_right}")
    return [Span(*match.span(1)) for match in pattern.finditer(text)]
