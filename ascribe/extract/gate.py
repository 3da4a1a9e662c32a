"""Whether a text may tell of conflict at all, by its words alone: what decides which texts the encoder is asked about.

Rule. A text passes when it has a word of organised violence, of arms, of protest, or of those who keep order. That lets nearly every text
through that tells of conflict and holds back most of sport, business and weather (docs/benchmarks.md has the shares).
"""

from __future__ import annotations

from ascribe.extract.figures import CONFLICT, LITERAL
from ascribe.model.reading import Reading

_WORDS = CONFLICT | LITERAL


def may_tell_of_conflict(reading: Reading) -> bool:
    """See the module's rule."""
    return any(token.lower in _WORDS for sentence in reading.sentences for token in sentence.tokens)
