"""What part each word plays: determiner, noun, verb form, preposition.

The tags are those of the Penn Treebank where it has them (VB VBZ VBD VBN VBG NN NNS NNP JJ CD RB MD), and shorter ones for closed classes:
TM time, D determiner, PN pronoun, PP possessive, POS "'s", P preposition, CC, SUB, WH, TO, NOT, BE, HAVE, DO, PU punctuation.

Rule: a word of a closed class has one tag, save the few that have two. A word that can be a verb is one when its neighbours ask for a verb
(see verbtags). A capitalised word inside a sentence is a name. What nobody knows is a noun. A sentence that has come out without any verb
is looked at again, and the first noun that can be a verb and stands between a noun and an object is taken for one.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from ascribe.annotate.lookahead import NUMBER, NUMBER_WORDS, TURNS_ADJECTIVE, Lookahead, is_number, is_plural
from ascribe.annotate.twofaced import TwoFaced, capital
from ascribe.annotate.verbtags import VerbTags
from ascribe.model.lexicon import Grammar
from ascribe.model.reading import Token

_NOUNISH = frozenset({"D", "PP", "POS", "JJ", "CD"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG", "BE", "HAVE", "DO", "MD"})
_LY_NOUNS = frozenset("family assembly ally july italy rally supply reply bully tally monopoly anomaly belly jelly lily fly".split())
_HYPHEN_ADJECTIVES = (
    "ed",
    "ing",
    "based",
    "backed",
    "led",
    "linked",
    "old",
    "held",
    "year",
    "controlled",
    "ridden",
    "style",
    "made",
    "run",
    "born",
)


class Tagger:
    """Tags the tokens of one sentence."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        self.look = Lookahead(grammar)
        self.verb_tag = VerbTags(self.look)
        self.two_faced = TwoFaced(self.look)

    def __call__(self, tokens: Sequence[Token], timed: Container[int] = ()) -> list[str]:
        """One tag for each token. Those in `timed` are words of time, whatever else they might be."""
        tags: list[str] = []
        for at, token in enumerate(tokens):
            tags.append("TM" if at in timed and not self._describes(tokens, at, tags, timed) else self._tag(tokens, at, token, tags))
        for start, end in _verbless(tags):
            self._find_verb(tokens, tags, start, end)
        return tags

    def _describes(self, tokens: Sequence[Token], at: int, tags: Sequence[str], timed: Container[int]) -> bool:
        """A word of time that describes the noun behind it: "the group's recent surge"."""
        if at + 1 >= len(tokens) or at + 1 in timed or not tags or tags[-1] not in {"POS", "D", "PP"}:
            return False
        return self.look.closed(tokens[at].lower) == "JJ" and self.look.nominal(tokens[at + 1].lower)

    def _tag(self, tokens: Sequence[Token], at: int, token: Token, tags: list[str]) -> str:
        word = token.lower
        first = word[0]
        before = tags[-1] if tags else ""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if not first.isalnum() and word not in {"'s", "'ll", "'re", "'ve", "'d", "&"}:
            return "POS" if self._owns(tokens, at, before, following) else "PU"
        if NUMBER.match(word) or (word in NUMBER_WORDS and not (word == "one" and before in {"", "PU"} and following == "of")):
            return "CD"
        if first.isdigit():
            return "JJ"
        if word == "'s":
            return "POS" if before in {"NNP", "NN", "NNS", "PN", "CD", "JJ", "TM"} else "BE"
        if word == "to":
            return "TO" if self._begins_infinitive(tokens, at + 1) else "P"
        if before == "TO" and self.look.base(word) and word not in {"be", "have", "do"}:
            return "RB" if word in self.grammar.adverbs and word not in self.grammar.verbs else "VB"
        is_name = token.text[0].isupper() and before != "" and tokens[at - 1].text not in "\"“‘'•"
        if len(word) == 1 and token.text.isupper() and following == "." and self._initial(tokens, at):
            return "NNP"
        closed = self._closed_tag(word, before, following, is_name)
        if closed:
            return self.two_faced(closed, tokens, at, tags)
        if is_name:
            return "NNP"
        return self._open(tokens, at, token, tags)

    def _closed_tag(self, word: str, before: str, following: str, is_name: bool) -> str:
        """The tag that the lists give, if this is no name."""
        if word == "according" and following == "to":
            return "P"
        if word == "more" and before == "CD":
            return "JJ"
        if word == "longer" and before == "NOT":
            return "RB"
        if word == "open" and following == "fire" and before in _NOUNS | {"CC", "TM"}:
            return "VB"
        closed = self.grammar.closed.get(word, "")
        return "" if is_name and closed in {"JJ", "RB"} and len(word) > 3 else closed

    def _open(self, tokens: Sequence[Token], at: int, token: Token, tags: list[str]) -> str:
        """A word of an open class: verb, name or what its ending says."""
        word, before = token.lower, tags[-1] if tags else ""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        reading = self.grammar.verbs.get(word)
        if reading is not None:
            tag = self.verb_tag(tokens, at, tags)
            if tag:
                return tag
        elif before == "TO" or (before == "NOT" and ("DO" in tags[-3:] or "MD" in tags[-3:])) or (before == "MD"):
            return "VB"
        if token.text[0].isupper() and word not in self.grammar.adjectives:
            if not tags and word.endswith("ly") and len(word) > 4 and word not in _LY_NOUNS and not capital(tokens, at + 1):
                return "RB"
            if reading is None:
                return "NNP"
            return "NNS" if is_plural(word) else "NN"
        return self._unknown(word, before, following)

    # --- possessives, infinitives, initials ----------------------------------------------------------------------------------------------

    def _owns(self, tokens: Sequence[Token], at: int, before: str, following: str) -> bool:
        """The apostrophe of "the rangers' rifles": it touches a plural, a noun follows, and no quotation is open that it could close."""
        if (
            at == 0
            or tokens[at].lower != "'"
            or before not in _NOUNS
            or not tokens[at - 1].lower.endswith("s")
            or tokens[at - 1].end != tokens[at].start
        ):
            return False
        if any(token.lower == "'" and (n == 0 or tokens[n - 1].end != token.start) for n, token in enumerate(tokens[:at])):
            return False
        return bool(following) and tokens[at + 1].start > tokens[at].end and (self.look.nominal(following) or is_number(following))

    def _begins_infinitive(self, tokens: Sequence[Token], at: int) -> bool:
        """What follows "to" is a verb: a known base form, or a word nobody knows before an object."""
        if at >= len(tokens):
            return False
        word = tokens[at].lower
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if self.look.base(word):
            return not (word in self.grammar.also_nouns and following in {"of", "by", "from"})
        if word in self.grammar.closed or word in self.grammar.verbs or not word.isalpha() or word.endswith("s"):
            return False
        if not tokens[at].text.islower():
            return False
        return self.look.closed(following) in {"D", "PP"} or (bool(following) and tokens[at + 1].text[0].isupper())

    def _initial(self, tokens: Sequence[Token], at: int) -> bool:
        """A single capital with its stop before a name: "I. Chundrigar"."""
        return at + 2 < len(tokens) and tokens[at + 1].start == tokens[at].end and tokens[at + 2].text[0].isupper()

    # --- words that nobody knows ---------------------------------------------------------------------------------------------------------

    def _unknown(self, word: str, before: str, following: str) -> str:
        nominal = self.look.nominal(following)
        if word.endswith("ly") and len(word) > 4 and word not in _LY_NOUNS:
            return "JJ" if before in _NOUNISH and word in TURNS_ADJECTIVE and nominal else "RB"
        if "-" in word and word.endswith(_HYPHEN_ADJECTIVES):
            return "VBN" if before == "BE" and word.endswith("ed") and not nominal else "JJ"
        if word.endswith("ed") and len(word) > 4 and "-" not in word:
            if before in {"HAVE", "BE"}:
                return "VBN"
            if before in {"P", "VBG", "VB", "VBD", "VBZ"} and self.look.noun(following):
                return "JJ"
            return "JJ" if before in _NOUNISH and (nominal or before == "D") else "VBD"
        if word.endswith("ing") and len(word) > 5 and "-" not in word and before in {"PU", "BE", "NNS", "NNP", "NN"}:
            return "VBG" if before in {"PU", "BE"} or (before == "NNS" and following not in {"of", "was", "is", "has"}) else "NN"
        if self.look.adjective_ending(word) and (
            nominal or (word.endswith(("less", "ous", "ful", "able", "ible")) and before not in _NOUNISH - {"JJ"})
        ):
            return "JJ"
        if before == "PN" and following and word.endswith("s") and self.look.opens_object(following):
            return "VBZ"
        return "NNS" if is_plural(word) else "NN"

    def _find_verb(self, tokens: Sequence[Token], tags: list[str], start: int, end: int) -> None:
        """The first noun that can be a verb, behind a noun and before what opens an object or an adverbial; in a clause also its last."""
        for at in range(start + 1, min(end, len(tokens) - 1)):
            reading = self.grammar.verbs.get(tokens[at].lower)
            if reading is None and tags[at] == "NNS" and tags[at - 1] in {"NN", "NNP"} and tags[at + 1] in {"D", "PP"}:
                tags[at] = "VBZ"  # a verb that is in no list: "the government revises its contracts"
                return
            if reading is None or tags[at] not in {"NN", "NNS"} or tags[at - 1] not in _NOUNS | {"PN", "TM", "PU"}:
                continue
            if _reads_as_verb(reading[1], tags[at - 1], tags[at + 1], wished=tags[start] == "SUB" and tokens[start].lower == "that"):
                tags[at] = "VBZ" if "VBZ" in reading[1] else "VB"
                return
            if start and at == end - 1 and at > start + 1 and "VBZ" in reading[1] and tags[at - 1] in {"NN", "NNP"}:
                tags[at] = "VBZ"  # "when the smoke stops,"
                return


def _reads_as_verb(can_be: frozenset[str], left: str, right: str, wished: bool) -> bool:
    """The neighbours fit a verb; `wished`: a base form fits a singular as well ("demanded that the army withdraw from it")."""
    if left == "PU":
        return "VBZ" in can_be and right in {"D", "NNS"}
    if left == "NN":
        return right in {"D", "PP", "PN", "CD", "P"} and ("VBZ" in can_be or wished)
    return right in {"D", "PP", "PN", "P", "CD", "SUB", "RB"}


def _verbless(tags: Sequence[str]) -> list[tuple[int, int]]:
    """Stretches that must hold a verb and have none: the sentence, or what follows "when" or "because" up to the next mark."""
    if not any(tag in _VERBS for tag in tags):
        return [(0, len(tags))]
    found: list[tuple[int, int]] = []
    start = -1
    for at, tag in enumerate((*tags, "PU")):
        if tag == "PU" and start >= 0:
            found.append((start, at))
        if tag in _VERBS or tag in {"PU", "CC"}:
            start = -1
        elif tag in {"SUB", "WH"}:
            start = at
    return found
