"""The step that gives every sentence its tags, phrases and clauses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ascribe.annotate.clauses import clauses
from ascribe.annotate.phrases import phrases
from ascribe.annotate.tags import Tagger
from ascribe.model.grammar import Parse
from ascribe.model.lexicon import Grammar
from ascribe.model.reading import Reading, Sentence


class Parses:
    """Parse every sentence of a reading."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.tagger = Tagger(grammar)

    def __call__(self, reading: Reading) -> Reading:
        """The reading with one parse for each sentence."""
        spans = sorted(
            (time.start_offset, time.end_offset) for time in reading.times if time.start_offset is not None and time.end_offset is not None
        )
        starts = [start for start, _ in spans]
        longest = max((end - start for start, end in spans), default=0)
        parses = []
        for sentence in reading.sentences:
            near = spans[bisect_left(starts, sentence.start - longest) : bisect_left(starts, sentence.end)]
            parses.append(self.parse(sentence, near))
        return replace(reading, parses=tuple(parses))

    def parse(self, sentence: Sentence, times: Sequence[tuple[int, int]] = ()) -> Parse:
        """The parse of one sentence; the stretches in `times` are words of time."""
        timed = {at for start, end in times for at, token in enumerate(sentence.tokens) if token.start >= start and token.end <= end}
        tags = self.tagger(sentence.tokens, timed)
        chunks = phrases(sentence.tokens, tags, self.grammar)
        settled, found = clauses(sentence.tokens, tags, chunks, self.grammar.verbs)
        return Parse(tuple(tags), tuple(settled), tuple(found))
