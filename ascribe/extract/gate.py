"""Whether a text may tell of conflict at all, by its words alone: what decides which texts the encoder is asked about.

Rule. Counted are different words of organised violence, arms, harm, protest, force of the state. A text passes with two of them, one of
more than `LONG` words with four, for a long text has one or two by chance. A text of a few lines always passes: asking costs little there.
"""

from __future__ import annotations

from ascribe.extract.figures import CONFLICT, LITERAL
from ascribe.model.reading import Reading

#: Up to so many words a text always passes; from so many on it needs more words of conflict.
SHORT, LONG = 60, 250
FEW, MANY = 2, 4
_WORDS = (
    CONFLICT
    | LITERAL
    | frozenset(
        "killed killing killings dead murder murdered murders wounded attack attacks attacked attackers kidnapping "
        "kidnap abduction weapons arms gun guns rifle violence violent threatened threats threat sanctions hostage "
        "prisoners rebellion unrest protest protests protested clashes clash fighting fighters assault raid raided "
        "raids blast explosion explosive exploded shooting assassin deaths executed execution torture tortured detained "
        "occupied seized embargo minister army forces war".split()
    )
)


def may_tell_of_conflict(reading: Reading) -> bool:
    """See the module's rule."""
    size = sum(len(sentence.tokens) for sentence in reading.sentences)
    if size < SHORT:
        return True
    found = {token.lower for sentence in reading.sentences for token in sentence.tokens} & _WORDS
    return len(found) >= (FEW if size < LONG else MANY)
