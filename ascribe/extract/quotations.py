"""Where the text quotes: stretches between quotation marks, also over several sentences."""

from __future__ import annotations

from ascribe.model.text import Span

_OPEN, _CLOSE = "“«„", "”»"
#: A quotation that is longer is more likely a mark that was lost.
_LONGEST = 2500


def quotations(text: str) -> tuple[Span, ...]:
    """Every quotation with its marks, in order. A paragraph that opens one without closing it quotes to its end."""
    found: list[Span] = []
    opened: int | None = None
    for at, character in enumerate(text):
        if character == "\n" and opened is not None and text[at : at + 2].strip() == "":
            rest = text[at:].lstrip()
            if rest[:1] in {*_OPEN, '"'} or at - opened > _LONGEST:
                found.append(Span(opened, at))
                opened = None
        elif character in _OPEN and opened is None:
            opened = at
        elif opened is not None and (character in _CLOSE or (character == '"' and text[opened] == '"')):
            found.append(Span(opened, at + 1))
            opened = None
        elif character == '"' and opened is None:
            opened = at
    return tuple(found)
