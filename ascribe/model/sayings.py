"""Sayings: the places where a text hands words, knowledge or a wish to somebody, whether they are about conflict or not."""

from __future__ import annotations

from dataclasses import dataclass

from ascribe.model.text import Span


@dataclass(frozen=True, slots=True)
class Saying:
    """Whose words these are: source, cue and content, as PolNeAR has them.

    `source` is where the text names who says so, None where nobody is named; `cue` the words that attribute; `content` what is attributed,
    in pieces where the cue stands between them or a quotation goes on.
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
