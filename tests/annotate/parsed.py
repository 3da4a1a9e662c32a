"""What the tests of this folder read texts with."""

from __future__ import annotations

from ascribe.annotate.parse import Parses
from ascribe.annotate.recase import Recased
from ascribe.annotate.sentences import sentences
from ascribe.knowledge import words
from ascribe.knowledge.common_words import common_words
from ascribe.model.reading import Reading
from ascribe.model.text import Document

PARSES = Parses(words.load().grammar)
RECASED = Recased(common_words)


def read(text: str) -> Reading:
    """The text with its sentences and their parses; words of time are not marked."""
    return PARSES(RECASED(sentences(Reading(Document.of(text)))))


class Told:
    """One sentence, its phrases given as words."""

    def __init__(self, text: str) -> None:
        reading = read(text)
        self.sentence, self.parse = reading.sentences[0], reading.parses[0]

    def words(self, at: int) -> str:
        """The words of a phrase."""
        phrase = self.parse.phrases[at]
        return " ".join(token.text for token in self.sentence.tokens[phrase.start : phrase.end])

    def clause(self, verb: str):
        """The first clause whose verb group ends with this word."""
        found = next((clause for clause in self.parse.clauses if self.words(clause.verb).split()[-1] == verb), None)
        assert found is not None, f"no clause of {verb!r} in {[self.words(c.verb) for c in self.parse.clauses]}"
        return found

    def verb(self, verb: str):
        """The verb group of that clause."""
        return self.parse.phrases[self.clause(verb).verb]

    def subjects(self, verb: str) -> list[str]:
        """The subjects of that clause."""
        return [self.words(at) for at in self.clause(verb).subjects]

    def objects(self, verb: str) -> list[str]:
        """The objects of that clause."""
        return [self.words(at) for at in self.clause(verb).objects]

    def preps(self, verb: str) -> list[str]:
        """The prepositional phrases of that clause."""
        return [f"{self.words(at)} {' + '.join(map(self.words, members))}" for at, members in self.clause(verb).preps]

    def link(self, verb: str) -> tuple[str, str | None]:
        """How that clause hangs, and on which verb."""
        clause = self.clause(verb)
        parent = None if clause.parent is None else self.words(self.parse.clauses[clause.parent].verb).split()[-1]
        return clause.link, parent
