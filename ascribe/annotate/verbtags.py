"""Whether a word that can be a verb is one here, and which form.

Rules. A base form is a verb behind "to", a modal, a pronoun or a plural noun, not behind a determiner or a preposition; joined by "and" it
is one when the verb before was one. A form that is at least as often a noun is one unless an object follows it. A past form is finite or a
participle (the clauses tell which); behind a determiner and before a noun it is an adjective.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.annotate.lookahead import Lookahead, is_number, is_plural
from ascribe.model.reading import Token

_NOUNISH = frozenset({"D", "PP", "POS", "JJ", "CD"})
#: Behind these a word in quotation marks is what it would be without them.
_QUOTED_AFTER = _NOUNISH | {"BE", "HAVE"}
_OPENED_BY = {")": "(", "]": "["}
_VERBAL_LEFT = frozenset({"TO", "MD", "DO"})
_VERBS = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG", "BE", "HAVE", "DO", "MD"})
_SUBJECTS = frozenset({"NNP", "NNS", "NN", "PN", "WH"})
#: Pasts that are hardly ever adjectives.
_PLAIN_PAST = frozenset("said told was were went came took gave".split())
#: Past forms that are nouns behind a determiner or a number: "four wounded".
_HARMED = frozenset("wounded injured accused detained displaced disappeared kidnapped abducted".split())
#: Determiners that stand alone before a verb: "those killed", "all condemned the attack".
_ALONE = frozenset("this that these those all both some many others several any each most none few half either neither another".split())
#: Participles that describe those to whom something is done.
_TAKEN = frozenset("captured surrendered detained wounded unarmed kidnapped jailed abducted".split())
#: Deeds that are done to people: before a plural they are verbs.
_DEEDS = frozenset("killing bombing shelling shooting kidnapping hijacking stabbing looting ambushing".split())
#: Adverbs that stand before a verb rather than before a noun.
_HABIT = frozenset("often also still now then never always sometimes soon".split())
#: Verbs that take a bare verb behind their object: "let go", "made it collapse".
_BARE = frozenset("let lets make makes made help helps helped see saw hear heard watch watched".split())


class VerbTags:
    """The verb tag of a word that can be a verb, or nothing when it is a noun or an adjective here."""

    def __init__(self, look: Lookahead) -> None:
        self.look = look
        self.grammar = look.grammar

    def __call__(self, tokens: Sequence[Token], at: int, tags: Sequence[str]) -> str:
        """See the module's rules."""
        word = tokens[at].lower
        can_be = self.grammar.verbs[word][1]
        bare = _past_marks(tokens, at, tags)
        before = bare[-1] if bare else ""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if "VBG" in can_be:
            return self._ing(word, before, following)
        real = _real(bare)
        if "VBN" in can_be or "VBD" in can_be:
            if "VB" in can_be and real in _VERBAL_LEFT:
                return "VB"
            if "VB" in can_be and word in self.grammar.also_nouns and before in _NOUNISH:
                return ""
            return self._past(word, can_be, before, real, following, tokens, at, tags)
        return self._present(word, can_be, tokens, at, tags, before, real, following)

    def _ing(self, word: str, before: str, following: str) -> str:
        noun_here = word in self.grammar.also_nouns or word in {"bombing", "shelling", "meeting", "hearing", "building", "wing"}
        follows_noun = self.look.nominal(following)
        if word == "willing":
            return "JJ"
        if before in {"", "D", "JJ"} and word in self.grammar.gerunds and self.look.certain_verb(following):
            return ""  # "Fighting went on", "shelling was heard"
        if following == "of":
            return "" if before in {"D", "PP", "POS", "JJ", "NN", "", "P", "PU", "CC"} else "VBG"
        if before in {"D", "PP", "POS", "JJ", "CD"}:
            return "JJ" if follows_noun and not noun_here else ""
        if before in {"NN", "NNP"} and noun_here:
            return ""
        if (
            before in {"P", ""}
            and noun_here
            and (following in {"and", ",", ".", "that", "which", "when"} or self.look.closed(following) == "P")
        ):
            return ""
        if word in self.grammar.participles and follows_noun and before != "NNS":
            return "JJ"
        if before == "P" and (is_number(following) or (word in _DEEDS and (is_plural(following) or following in _TAKEN))):
            return "VBG"  # "accused of killing civilians", "of shooting captured rebels"
        if word in self.grammar.gerunds and (before in {"NNP", "NN"} or (before in {"P", "CC", ""} and follows_noun)):
            return "" if self.look.closed(following) not in {"D", "PP", "PN"} else "VBG"
        if (
            noun_here
            and following in {"in", "on", "at", "by", ",", ".", "and", "was", "were", "is", "has", "had", "took"}
            and before not in {"BE", "PU", "NNS"}
        ):
            return ""
        return "VBG"

    def _past(
        self,
        word: str,
        can_be: frozenset[str],
        before: str,
        real: str,
        following: str,
        tokens: Sequence[Token],
        at: int,
        tags: Sequence[str],
    ) -> str:
        if real in {"HAVE", "BE"}:
            return "VBN"
        if "VB" in can_be and before == "JJ" and tags[-2:-1] == ["D"] and not self.look.nominal(following):
            return ""  # "a hostile bid for"
        if "VB" in can_be and "VBD" not in can_be and before in {"PN", "NNS", "WH", "CC", "NNP"}:
            return "VB"  # "they come", "the rebels run"
        second = tokens[at + 2].lower if at + 2 < len(tokens) else ""
        if before in {"NN", "NNS"} and word in self.grammar.participles and self.look.noun(following) and self.look.certain_verb(second):
            return "JJ"  # "during the night armed men had"
        if following == "of" and word in self.grammar.also_nouns and before in {"NN", "NNP", "JJ", "D"}:
            return ""
        if before == "D" and tokens[at - 1].lower in _ALONE and word not in _HARMED and not self.look.nominal(following):
            return "VBD" if "VBD" in can_be else "VBN"
        if before == "CD" and (at < 2 or real == "CD") and word in _PLAIN_PAST:
            return "VBD"
        follows_noun = self.look.nominal(following) and not (is_number(following) and before not in {"D", "PP"})
        if before in {"D", "PP", "POS", "JJ", "CD"} and (follows_noun or word in _HARMED or before == "D"):
            return "JJ"
        if (
            word in self.grammar.participles
            and follows_noun
            and before in {"", "PU", "P", "CC", "RB", "VBD", "VBN", "SUB", "TO", "VBG", "TM"}
        ):
            return "JJ"
        if (
            "VBN" in can_be
            and word not in _PLAIN_PAST
            and self.look.noun(following)
            and (at == 0 or (before == "CC" and tags[-2:-1] == ["JJ"]))
        ):
            return "JJ"  # "elected officials", "a free and dignified country"
        if real == "P" and follows_noun and "VBN" in can_be and word not in _PLAIN_PAST:
            return "JJ"
        return "VBD" if "VBD" in can_be else "VBN"

    def _present(
        self,
        word: str,
        can_be: frozenset[str],
        tokens: Sequence[Token],
        at: int,
        tags: Sequence[str],
        before: str,
        real: str,
        following: str,
    ) -> str:
        if (
            real in _VERBAL_LEFT
            or (before == "CC" and _coordinate_base(tags))
            or (at and tokens[at - 1].lower in _BARE and not self._noun_first(word))
        ):
            return "VB" if "VB" in can_be else ""
        ambiguous = word in self.grammar.also_nouns
        if before == "WH" and tokens[at - 1].lower == "whose":
            return ""
        if before in _NOUNISH or before in {"P", "POS"}:
            return self._behind_determiner(word, can_be, tokens, at, before, following)
        if "VBZ" in can_be:
            return self._third_person(tokens, at, ambiguous, before, real, following, tags)
        if real in {"PN", "WH"}:
            return "VB" if real == "WH" or not ambiguous or self._object_or_end(following) else ""
        if before == "CC":
            return "VB" if not ambiguous and _last_verb(tags) in {"VB", "VBZ"} else ""
        if before in _SUBJECTS and _is_demanded(tokens, at, tags):
            return "VB"
        if ambiguous:
            many = before == "NNS" or (at == 1 and before == "NNP" and is_plural(tokens[0].lower))
            return "VB" if many and (self.look.opens_object(following) or self._capital(tokens, at + 1)) else ""
        if before == "NN":
            return "VB" if self.look.opens_object(following) or word in {"say", "seem", "believe"} else ""
        if before in {"", "PU"}:
            return "VB" if not self.look.noun(following) or (before == "PU" and tags[-2:-1] != [] and not _clause_open(tags)) else ""
        return "VB" if before in {"NNS", "NNP"} or (real in {"NNS"} and not self.look.certain_verb(following)) else ""

    def _noun_first(self, word: str) -> bool:
        return word in self.grammar.also_nouns

    def _behind_determiner(self, word: str, can_be: frozenset[str], tokens: Sequence[Token], at: int, before: str, following: str) -> str:
        """A noun, unless the determiner stands alone: "both deny that", "most say the"."""
        if before in {"D", "CD"} and at and tokens[at - 1].lower in _ALONE and word not in self.grammar.also_nouns and "VB" in can_be:
            return "VB" if self.look.opens_object(following) or self.look.closed(following) in {"P", "RB"} else ""
        return ""

    def _third_person(
        self, tokens: Sequence[Token], at: int, ambiguous: bool, before: str, real: str, following: str, tags: Sequence[str]
    ) -> str:
        if following in {"responsibility", "credit"}:
            return "VBZ"  # "the Front claims responsibility"
        if not ambiguous:
            if before == "PU" and self.look.certain_verb(following):
                return ""  # ", monitors counted"
            return "VBZ" if before in _SUBJECTS | {"RB", "PU", "CC", "TM"} or real in {"NNP", "PN", "WH"} else ""
        if real in {"PN", "WH"}:
            return "VBZ"
        if before == "RB" and real in _SUBJECTS and (tokens[at - 1].lower.endswith("ly") or tokens[at - 1].lower in _HABIT):
            return "VBZ"  # "regularly attacks hotels"
        if self.look.certain_verb(following):
            return ""
        if before == "PU" and len(tags) > 1 and not _clause_open(tags) and self.look.closed(following) in {"D", "PP"}:
            return "VBZ"  # "the council, CRIC, holds the ..."
        return (
            "VBZ"
            if real in {"NNP", "NN"} and (self.look.opens_object(following) or (before == "NNP" and self._capital(tokens, at + 1)))
            else ""
        )

    def _object_or_end(self, following: str) -> bool:
        """What follows is no noun that this word would describe."""
        return not self.look.noun(following) or self.look.opens_object(following)

    def _capital(self, tokens: Sequence[Token], at: int) -> bool:
        return at < len(tokens) and tokens[at].text[0].isupper() and not tokens[at - 1].text.isupper()


def _past_marks(tokens: Sequence[Token], at: int, tags: Sequence[str]) -> Sequence[str]:
    """The tags before the word without brackets and opening marks: a "breeding ground", was "kidnapped", the Army (ELN)."""
    if len(tags) < 2:
        return tags
    mark = tokens[at - 1].text
    if mark in '"“‘' and tags[-2] in _QUOTED_AFTER:
        return tags[:-1]
    if mark in _OPENED_BY:
        opened = next((n for n in range(at - 2, max(at - 8, 0), -1) if tokens[n].text == _OPENED_BY[mark]), 0)
        return tags[:opened] or tags
    return tags


def _real(tags: Sequence[str]) -> str:
    """The last tag that is no adverb, no negation and no time."""
    for tag in reversed(tags):
        if tag not in {"RB", "NOT"}:
            return tag
    return ""


def _last_verb(tags: Sequence[str]) -> str:
    for tag in reversed(tags):
        if tag in _VERBS:
            return tag
    return ""


def _coordinate_base(tags: Sequence[str]) -> bool:
    """The word is joined to an infinitive: "to kill and maim"."""
    for at in range(len(tags) - 1, max(-1, len(tags) - 12), -1):
        if tags[at] in _VERBS:
            return tags[at] == "VB" and at > 0 and tags[at - 1] in {"TO", "MD", "RB"}
    return False


def _clause_open(tags: Sequence[str]) -> bool:
    """A finite verb stands before in this sentence."""
    return any(tag in _VERBS for tag in tags)


_DEMANDS = ("demand", "insist", "urge", "recommend", "propos", "request", "ask", "order", "requir", "suggest")


def _is_demanded(tokens: Sequence[Token], at: int, tags: Sequence[str]) -> bool:
    """ "Demanded that Islamabad act": a base form is the verb of what is demanded."""
    for place in range(at - 1, max(0, at - 6), -1):
        if tags[place] == "SUB" and tokens[place].lower == "that":
            return tokens[place - 1].lower.startswith(_DEMANDS)
        if tags[place].startswith("VB") or tags[place] in {"PU", "MD"}:
            return False
    return False
