"""Where in a sentence a mention stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ascribe.model.grammar import Clause, Parse, Phrase
from ascribe.model.reading import Reading, Sentence


@dataclass(frozen=True, slots=True)
class Spot:
    """One word of a sentence, by its number there, with the sentence and its parse. `number` is the sentence's own, in its text."""

    sentence: Sentence
    parse: Parse
    number: int
    at: int

    @property
    def word(self) -> str:
        """The word in small letters."""
        return self.sentence.tokens[self.at].lower

    @property
    def tag(self) -> str:
        """Its tag."""
        return self.parse.tags[self.at]

    @property
    def phrase(self) -> int | None:
        """The number of the phrase that it stands in."""
        return next((at for at, phrase in enumerate(self.parse.phrases) if phrase.start <= self.at < phrase.end), None)

    @property
    def form(self) -> str:
        """What the word is here: "noun", "verb" or "other"."""
        kind = self.parse.phrases[self.phrase].kind if self.phrase is not None else ""
        if self.tag.startswith("NN") or (kind == "NP" and not self.tag.startswith("VB")):
            return "noun"
        return "verb" if self.tag.startswith("VB") else "other"

    def words(self, phrase: Phrase) -> list[str]:
        """The words of a phrase in small letters."""
        return [token.lower for token in self.sentence.tokens[phrase.start : phrase.end]]

    def clauses_with(self, phrase: int) -> Iterator[Clause]:
        """The clauses in which a phrase is object, or stands behind a preposition."""
        for clause in self.parse.clauses:
            if phrase in clause.objects or any(phrase in governed for _, governed in clause.preps):
                yield clause


def spot(reading: Reading, start: int, end: int) -> Spot | None:
    """The word that says most of the mention at these offsets: its first full verb, else its last word. None outside all sentences."""
    for number, (sentence, parse) in enumerate(zip(reading.sentences, reading.parses, strict=True)):
        inside = [at for at, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
        if inside:
            verbs = (at for at in inside if parse.tags[at].startswith("VB"))
            return Spot(sentence, parse, number, next(verbs, inside[-1]))
    return None
