"""What part each word plays: determiner, noun, verb form, preposition.

The tags are those of the Penn Treebank where it has them (VB VBZ VBD VBN VBG NN NNS NNP JJ CD RB MD), and shorter ones for closed classes:
TM time, D determiner, PN pronoun, PP possessive, POS "'s", P preposition, CC, SUB, WH, TO, NOT, BE, HAVE, DO, PU punctuation.

Rule: a word of a closed class has one tag. A word that can be a verb is one when the word before it asks for a verb (to, a modal, a pronoun)
and a noun when it follows a determiner, an adjective or a possessive; a form that is at least as often a noun is one unless its
neighbours say otherwise. A capitalised word inside a sentence is a name. What nobody knows is a noun.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from ascribe.model.lexicon import Grammar
from ascribe.model.reading import Token

_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty "
    "thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens score scores "
    "half-a-dozen".split()
)
_NUMBER = re.compile(r"\d[\d,.]*$|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-[a-z]+$")
_NOUNISH = frozenset({"D", "PP", "POS", "JJ", "CD"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "JJ", "CD", "D", "PP"})
_VERBAL_LEFT = frozenset({"TO", "MD", "DO"})
_NAMES_BEFORE_VERB = frozenset({"NNP", "PN", "WH", "NNS", "NN", "RB", "PU"})


class Tagger:
    """Tags the tokens of one sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar

    def __call__(self, tokens: Sequence[Token], upper_case: bool = False, timed: Container[int] = ()) -> list[str]:
        """One tag for each token. Those in `timed` are words of time, whatever else they might be."""
        tags: list[str] = []
        for at, token in enumerate(tokens):
            tags.append("TM" if at in timed else self._tag(tokens, at, token, tags, upper_case))
        return tags

    def _tag(self, tokens: Sequence[Token], at: int, token: Token, tags: list[str], upper_case: bool) -> str:
        word = token.lower
        first = word[0]
        if not first.isalnum() and word not in {"'s", "'ll", "'re", "'ve", "'d", "&"}:
            return "PU"
        before = tags[-1] if tags else ""
        after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if _NUMBER.match(word) or (word in _NUMBER_WORDS and not (word == "one" and before in {"", "PU"} and after in {"of"})):
            return "CD"
        if first.isdigit():
            return "JJ"
        if word == "'s":
            return "POS" if before in {"NNP", "NN", "NNS", "PN", "CD", "JJ"} else "BE"
        if word == "to":
            return "TO" if self._begins_infinitive(tokens, at + 1) else "P"
        is_name = token.text[0].isupper() and not upper_case and at > 0 and before != "" and tokens[at - 1].text not in "\"“‘'•"
        if word == "according" and after == "to":
            return "P"
        if word == "more" and before == "CD":
            return "JJ"
        closed = self.grammar.closed.get(word)
        if closed is not None and not (is_name and closed in {"JJ", "RB"} and len(word) > 3):
            return self._closed(closed, word, tokens, at, tags)
        if is_name:
            return "NNP"
        reading = self.grammar.verbs.get(word)
        if reading is not None:
            tag = self._verb_or_noun(word, reading[1], tokens, at, tags)
            if tag:
                return tag
        if reading is None and before == "TO":
            return "VB"
        if token.text[0].isupper() and not upper_case and word not in self.grammar.adjectives:
            return "NNP" if reading is None else "NN"
        return self._unknown(word, before, after)

    def _closed(self, tag: str, word: str, tokens: Sequence[Token], at: int, tags: list[str]) -> str:
        """A closed class, with the few words that have two."""
        before = tags[-1] if tags else ""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if word == "that":
            return self._that(tokens, at, before)
        if word in {"since", "until", "till", "after", "before", "as", "than", "like"}:
            return "P"
        if word == "her" or word == "his":
            return "PP"
        if word == "both" and following == "and":
            return "RB"
        if word == "no" and following == "longer":
            return "NOT"
        if word in {"military", "civilian", "paramilitary", "militant", "rebel", "insurgent", "separatist", "guerrilla", "islamist", "jihadist", "dead", "wounded", "injured"} and not self._may_be_nominal(following or "."):
            return "RB" if word == "dead" and before not in {"D", "CD", "JJ"} else "NN"
        if word == "nearby" and self._may_be_nominal(following or "."):
            return "JJ"
        if word == "may" and tokens[at].text[0] == "M" and not self._is_base(following):
            return "NNP"
        if word in {"up", "down", "off", "out", "over", "about", "around", "in", "on"} and word not in {"in", "on"} and tags and (
            tags[-1].startswith("VB")
        ):
            return "RP" if word in {"up", "down", "off", "out"} else "P"
        if word in {"about", "around", "over", "nearly", "almost", "under"} and _is_number(following):
            return "RB"
        if word == "one" and (before in {"", "PU", "P"}) and following not in {"of", "person", "man"}:
            return "PN"
        if word == "another" and following in {"", ",", "."}:
            return "PN"
        return tag

    def _that(self, tokens: Sequence[Token], at: int, before: str) -> str:
        """That: a determiner before a singular noun, a relative after a noun, else a subordinator."""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if before in {"NN", "NNS", "NNP"} and (following in self.grammar.verbs or self.grammar.closed.get(following) in {"BE", "HAVE", "MD", "DO", "RB"}):
            return "WH"
        return "SUB"

    def _is_base(self, word: str) -> bool:
        reading = self.grammar.verbs.get(word)
        return (reading is not None and "VB" in reading[1]) or word in {"be", "have", "do", "not"} or word in self.grammar.adverbs and word.endswith("ly")

    def _begins_infinitive(self, tokens: Sequence[Token], at: int) -> bool:
        """What follows "to" is a verb: a known base form, or a word nobody knows before an object."""
        if at >= len(tokens):
            return False
        word = tokens[at].lower
        if self._is_base(word):
            return not self._reads_as_noun(tokens, at)
        if word in self.grammar.closed or word in self.grammar.verbs or not word.isalpha() or not tokens[at].text.islower() or word.endswith("s"):
            return False
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        return following is not None and (self.grammar.closed.get(following.lower) in {"D", "PP"} or following.text[0].isupper())

    def _reads_as_noun(self, tokens: Sequence[Token], at: int) -> bool:
        """After "to": "to attacks" is no verb, "to attack" is; "to force" before "of" is not."""
        word = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        return word in self.grammar.also_nouns and following in {"of", "by", "from"}

    def _verb_or_noun(self, word: str, can_be: frozenset[str], tokens: Sequence[Token], at: int, tags: list[str]) -> str:
        """The verb tag that fits here, or nothing when the word is a noun or an adjective here."""
        before = tags[-1] if tags else ""
        real = next((tag for tag in reversed(tags) if tag not in {"RB", "NOT"}), "")
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        follows_noun = self._may_be_nominal(following) if following else False
        if "VBG" in can_be:
            return self._ing(word, before, following, follows_noun)
        if "VBN" in can_be or "VBD" in can_be:
            return self._past(word, can_be, before, real, following, follows_noun, at)
        return self._present(word, can_be, tokens, at, before, real, following)

    def _ing(self, word: str, before: str, following: str, follows_noun: bool) -> str:
        noun_here = word in self.grammar.also_nouns or word in {"bombing", "shelling", "meeting", "hearing", "building", "wing"}
        if following == "of":
            return "" if before in {"D", "PP", "POS", "JJ", "NN", "", "P", "PU", "CC"} else "VBG"
        if before in {"D", "PP", "POS", "JJ", "CD"}:
            return "JJ" if follows_noun and not noun_here else ""
        if before in {"NN", "NNP"} and noun_here:
            return ""
        if before in {"P", ""} and noun_here and following in {"in", "on", "at", "by", "and", "of", ",", "."}:
            return ""
        if word in self.grammar.participles and follows_noun:
            return "JJ"
        if word in self.grammar.gerunds and (before in {"NNP", "NN"} or before in {"P", "CC", ""} and follows_noun):
            return "" if self.grammar.closed.get(following) not in {"D", "PP", "PN"} else "VBG"
        if noun_here and following in {"in", "on", "at", "by", ",", ".", "and", "was", "were", "is", "has", "had", "took"} and before not in {"BE", "PU", "NNS"}:
            return ""
        return "VBG"

    def _past(self, word: str, can_be: frozenset[str], before: str, real: str, following: str, follows_noun: bool, at: int) -> str:
        if real == "HAVE":
            return "VBN"
        if real == "BE":
            return "VBN"
        if before == "CD" and (at < 2 or real == "CD") and word in self._plain_past:
            return "VBD"
        if _is_number(following) and before not in {"D", "PP"}:
            follows_noun = False
        if before in {"D", "PP", "POS", "JJ", "CD"}:
            if follows_noun or word in {"wounded", "injured", "accused", "detained", "displaced", "disappeared", "kidnapped", "abducted"}:
                return "JJ"
            if before == "D":
                return "JJ"
        if word in self.grammar.participles and follows_noun and (before in {"", "PU", "P", "CC", "RB", "VBD", "VBN", "SUB", "TO", "VBG"}):
            return "JJ"
        if before in {"P", "CC"} and follows_noun and "VBN" in can_be and at and word not in self._plain_past and before == "P":
            return "JJ"
        if "VBD" in can_be:
            return "VBD"
        return "VBN"

    #: Pasts that are hardly ever adjectives.
    _plain_past = frozenset("said told was were went came took gave".split())

    def _present(self, word: str, can_be: frozenset[str], tokens: Sequence[Token], at: int, before: str, real: str, following: str) -> str:
        if real in _VERBAL_LEFT:
            return "VB"
        ambiguous = word in self.grammar.also_nouns
        starts_object = self.grammar.closed.get(following) in {"D", "PP", "PN", "SUB"} or following in {"that", "to"}
        if "VBZ" in can_be:
            if before in _NOUNISH or before == "P":
                return ""
            if not ambiguous:
                return "VBZ" if before in _NAMES_BEFORE_VERB or real in {"NNP", "PN", "WH"} else ""
            if real in {"PN", "WH"}:
                return "VBZ"
            return "VBZ" if before == "NNP" and (starts_object or (tokens[at + 1 : at + 2] and tokens[at + 1].text[0].isupper())) else ""
        if before in _NOUNISH or before in {"P", "POS"}:
            return ""
        if real in {"PN", "WH"} or (before == "CC" and not ambiguous):
            return "VB"
        if ambiguous:
            return "VB" if before == "NNS" and starts_object else ""
        return "VB" if before in {"NNS", "NNP", "", "RB", "PU", "VBD", "CC"} else ""

    def _may_be_nominal(self, word: str) -> bool:
        """The word can stand inside a noun phrase: a cheap look ahead."""
        if not word[0].isalnum():
            return False
        tag = self.grammar.closed.get(word)
        if tag is not None:
            return tag == "JJ"
        if word in self.grammar.verbs:
            return word in self.grammar.also_nouns or word in self.grammar.participles
        return not (word.endswith("ly") and len(word) > 4)

    def _unknown(self, word: str, before: str, after: str) -> str:
        if word.endswith("ly") and len(word) > 4 and word not in {"family", "assembly", "ally", "july", "italy"}:
            return "RB"
        if "-" in word and word.endswith(("ed", "ing", "based", "backed", "led", "linked", "old", "held", "year", "controlled", "ridden", "style", "made")):
            return "JJ"
        if word.endswith("ed") and len(word) > 4 and "-" not in word:
            if before in {"HAVE", "BE"}:
                return "VBN"
            return "JJ" if before in _NOUNISH and self._may_be_nominal(after or ".") else "VBD"
        if word.endswith("ing") and len(word) > 5 and before in {"PU", "BE", "NNS", "NNP", "NN"} and "-" not in word:
            return "VBG" if before in {"PU", "BE"} else "NN"
        if word.endswith(("ese", "ian", "ish", "ous", "ful", "ive", "ical", "able", "ible", "less")) and self._may_be_nominal(after or "."):
            return "JJ"
        return "NNS" if word.endswith("s") and not word.endswith(("ss", "us", "is")) else "NN"


def _is_number(word: str) -> bool:
    return bool(_NUMBER.match(word)) or word in _NUMBER_WORDS
