"""The shape of a sentence: phrases and clauses, as far as attribution and roles need them. Positions are token numbers in the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of tokens from `start` up to but not including `end`.

    `kind`: NP (noun phrase), VG (verb group), P (preposition), CC, SUB (subordinator), WH (relative), RB, PU (punctuation). `head` is the
    token that says what the phrase is about. The rest describes verb groups: `lemma`, `form` (finite, infinitive, ing, participle),
    `passive`, `negated`, `modal` (the modal word), `perfect`.
    """

    kind: str
    start: int
    end: int
    head: int
    lemma: str = ""
    form: str = ""
    passive: bool = False
    negated: bool = False
    modal: str = ""
    perfect: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb group with what belongs to it. All numbers are positions in the sentence's phrases.

    `subjects` and `objects` are noun phrases; `preps` pairs a preposition's phrase with the noun phrases it governs. `parent` is the clause
    that this one hangs on (a participle, an infinitive, a relative clause, a second verb of the same subject), None for a main clause.
    `link` says how: "", relative, participle, infinitive, and, complement.
    """

    verb: int
    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    preps: tuple[tuple[int, tuple[int, ...]], ...] = ()
    parent: int | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Parse:
    """One sentence's tags, phrases and clauses."""

    tags: tuple[str, ...] = ()
    phrases: tuple[Phrase, ...] = ()
    clauses: tuple[Clause, ...] = ()


def without_brackets(words: Sequence[str]) -> list[str]:
    """The words without a short remark in brackets: "Ansar (twice), Leramon"."""
    if "(" not in words or ")" not in words or not 0 < words.index(")") - words.index("(") < 5:
        return list(words)
    return [*words[: words.index("(")], *words[words.index(")") + 1 :]]
