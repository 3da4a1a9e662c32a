"""What a single word can be, from the lists alone: the cheap look ahead of the tagger."""

from __future__ import annotations

import re

from ascribe.model.lexicon import Grammar

NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens score scores "
    "half-a-dozen".split()
)
NUMBER = re.compile(r"\d[\d,.]*$|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+$")
#: Adverbs that are adjectives before a noun: "the first attack", "a late rush", "the home minister".
TURNS_ADJECTIVE = frozenset(
    "first last late early home overnight only then away once well far further daily weekly monthly yearly elderly "
    "friendly deadly likely early "
    "costly unlikely lonely lively holy orderly leisurely hourly cowardly ghastly nearby abroad southerly northerly unruly".split()
)
#: Plurals that do not end in s.
PLURALS = frozenset("men women children people police teeth feet clergy personnel militia taliban aircraft cattle".split())
_ADJECTIVE_ENDINGS = ("ese", "ian", "ish", "ous", "ful", "ive", "ical", "able", "ible", "less", "ary")


def is_number(word: str) -> bool:
    """A number in digits or words."""
    return bool(NUMBER.match(word)) or word in NUMBER_WORDS


def is_plural(word: str) -> bool:
    """A noun that reads as a plural."""
    return word in PLURALS or word.endswith(("men", "people")) or (word.endswith("s") and not word.endswith(("ss", "us", "is")))


class Lookahead:
    """Questions about one word, answered without its neighbours."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def closed(self, word: str) -> str:
        """The tag of a word of a closed class, else nothing."""
        return self.grammar.closed.get(word, "")

    def nominal(self, word: str) -> bool:
        """The word can stand inside a noun phrase that has begun."""
        if not word or not word[0].isalnum():
            return False
        tag = self.grammar.closed.get(word)
        if tag is not None:
            return tag == "JJ"
        if word in self.grammar.verbs:
            return word in self.grammar.also_nouns or word in self.grammar.participles
        return not (word.endswith("ly") and len(word) > 4)

    def noun(self, word: str) -> bool:
        """The word reads as a noun: no closed class, and no verb form that is not a noun as well."""
        return (
            bool(word)
            and word[0].isalpha()
            and word not in self.grammar.closed
            and (word not in self.grammar.verbs or word in self.grammar.also_nouns)
        )

    def base(self, word: str) -> bool:
        """The word can be the base form of a verb."""
        reading = self.grammar.verbs.get(word)
        if reading is not None and "VB" in reading[1]:
            return True
        return word in {"be", "have", "do", "not"} or (word in self.grammar.adverbs and word.endswith("ly"))

    def certain_verb(self, word: str) -> bool:
        """An auxiliary, or a past form: a verb whatever its neighbours."""
        reading = self.grammar.verbs.get(word)
        return self.closed(word) in {"BE", "HAVE", "DO", "MD"} or (
            reading is not None and "VBD" in reading[1] and word not in self.grammar.also_nouns
        )

    def opens_object(self, word: str) -> bool:
        """A determiner, a pronoun, a number, "that": what stands behind a verb rather than behind a noun."""
        return self.closed(word) in {"D", "PP", "PN", "SUB"} or word in {"that", "to"} or is_number(word)

    def adjective_ending(self, word: str) -> bool:
        """The word ends like an adjective."""
        return word.endswith(_ADJECTIVE_ENDINGS)
