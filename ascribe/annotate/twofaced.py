"""Words of closed classes that have two tags, and how their neighbours choose.

"That" is relative, determiner, pronoun or subordinator; "first" is an adverb, before a noun an adjective; "the military" is a noun,
"military sites" is not; "up" behind a verb is its particle; "so" and "once" are adverbs unless a clause follows.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.annotate.lookahead import TURNS_ADJECTIVE, Lookahead, is_number, is_plural
from ascribe.model.reading import Token

_NOUNS = frozenset({"NN", "NNS", "NNP"})
#: Adjectives that are nouns when none follows: "the military", "two dead".
_NOMINALISED = frozenset(
    "military civilian paramilitary militant rebel insurgent separatist guerrilla islamist jihadist communist "
    "maoist leftist rightist dead wounded "
    "injured catholic protestant christian muslim hindu shia sunni shiite tuareg fulani dogon baloch tamil chechen basque kurdish chief "
    "deputy human local minor".split()
)
_PREPOSITIONS_FIRST = frozenset("since until till after before as than like".split())


class TwoFaced:
    """The tag of a word of a closed class, its neighbours seen."""

    def __init__(self, look: Lookahead) -> None:
        self.look = look
        self.grammar = look.grammar

    def __call__(self, tag: str, tokens: Sequence[Token], at: int, tags: Sequence[str]) -> str:
        """The tag that the lists give, or another that fits better here."""
        word, before = tokens[at].lower, tags[-1] if tags else ""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if word == "that":
            return self._that(tokens, at, before)
        if word in _PREPOSITIONS_FIRST:
            return "P"
        return (
            self._determiner(word, before, following)
            or self._adverb(tag, word, before, following)
            or self._adjective(tag, tokens, at, before, following)
            or self._opener(tag, tokens, at, before, following)
            or tag
        )

    def _determiner(self, word: str, before: str, following: str) -> str:
        if word in {"her", "his"}:
            return "PP" if word == "his" or self.look.nominal(following) or is_number(following) else "PN"
        if word in {"neither", "either"} and before in {"MD", "BE", "HAVE", "DO"}:
            return "NOT" if word == "neither" else "RB"
        if word == "yet" and (before in {"HAVE", "BE", "MD", "NOT"} or following == "to"):
            return "NOT" if following == "to" else "RB"
        if word == "no" and following == "longer":
            return "NOT"
        if word == "both" and following == "and":
            return "RB"
        if word in {"all", "both", "each"} and before in _NOUNS | {"PN"} and self.look.certain_verb(following):
            return "RB"  # "the powers all condemned it"
        if word == "less" and following == "than":
            return "D"
        if word == "one" and before in {"", "PU", "P"} and following not in {"of", "person", "man"}:
            return "PN"
        alone = not following or not following[0].isalnum()
        return "PN" if word in {"another", "others"} and alone else ""

    def _adverb(self, tag: str, word: str, before: str, following: str) -> str:
        """Adverbs that are adjectives, nouns or particles elsewhere."""
        if word in {"daily", "weekly", "monthly"} and before in {"NNP", "NN", "JJ"}:
            return "NN"
        if (
            tag == "RB"
            and word in TURNS_ADJECTIVE
            and before in {"D", "PP", "POS"}
            and (self.look.nominal(following) or is_number(following))
        ):
            return "JJ"
        if word in {"first", "last"} and before in {"D", "PP"} and tag == "RB":
            return "NN"  # "the first and the last"
        if word in {"up", "down", "off", "out", "over", "about", "around"}:
            if before.startswith("VB"):
                return "RP" if word in {"up", "down", "off", "out"} else "P"
            return "RB" if word in {"about", "around", "over"} and is_number(following) else ""
        return "RB" if word in {"nearly", "almost", "under"} and is_number(following) else ""

    def _adjective(self, tag: str, tokens: Sequence[Token], at: int, before: str, following: str) -> str:
        """Adjectives without their noun: "the military", "two dead"; but not "military and intelligence sites"."""
        word = tokens[at].lower
        shares = following in {"and", "or"} and at + 3 < len(tokens) and self.look.noun(tokens[at + 3].lower)
        if shares and self.look.noun(tokens[at + 2].lower):
            return ""
        if word in _NOMINALISED and not self.look.nominal(following):
            return "RB" if word == "dead" and before not in {"D", "CD", "JJ", "PP", "P", "BE", "POS"} else "NN"
        return "JJ" if tag == "RB" and word == "nearby" and self.look.nominal(following) else ""

    def _opener(self, tag: str, tokens: Sequence[Token], at: int, before: str, following: str) -> str:
        """Words that open a clause or a phrase, and do not here."""
        word = tokens[at].lower
        if word == "once" and before not in {"", "PU", "CC"} and self.look.closed(following) != "PN":
            return "RB"
        if word in {"so", "once"} and tag == "SUB" and not self._clause_follows(tokens, at, following):
            return "RB"
        if word == "free" and at and tokens[at - 1].lower in {"set", "sets", "setting", "let", "go", "went", "broke"}:
            return "RB"
        if word in {"following", "including"} and before in {"D", "PP"}:
            return "JJ" if self.look.nominal(following) else "NN"
        return "NNP" if word == "may" and tokens[at].text[0] == "M" and not self.look.base(following) else ""

    def _clause_follows(self, tokens: Sequence[Token], at: int, following: str) -> bool:
        named = capital(tokens, at + 1)
        return self.look.opens_object(following) or named or (tokens[at].lower == "once" and self.look.nominal(following))

    def _that(self, tokens: Sequence[Token], at: int, before: str) -> str:
        """A relative behind a noun and before a verb, a pronoun alone, a determiner before a noun without a verb, else a subordinator."""
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        second = tokens[at + 2].lower if at + 2 < len(tokens) else ""
        tag = self.look.closed(following)
        is_verb = (following in self.grammar.verbs and following not in self.grammar.also_nouns) or tag in {"BE", "HAVE", "MD", "DO"}
        if before in _NOUNS | {"PN", "CD"} and (
            is_verb or tag == "RB" or (following in self.grammar.verbs and self.look.opens_object(second))
        ):
            return "WH"
        if (
            (not following[:1].isalnum() and following not in {'"', "“", "'", "‘", ","})
            or (is_verb and before in {"", "PU", "CC"})
            or (before in {"P", "BE"} and tag == "P")
        ):
            return "PN"
        if before == "P" and self.look.nominal(following):
            return "D"
        if before == "VBD" and tag == "D" and tokens[at - 1].lower == "called":
            return "PN"
        if self.look.noun(following) or following in {"one", "same", "day", "very"}:
            alone = not second[:1].isalnum() or (self.look.closed(second) in {"P", "CC"} and not is_plural(following))
            if before in {"", "PU", "P"} or (before in {"VB", "VBD", "VBZ", "VBN", "VBG", "CC"} and alone):
                return "D"
        return "SUB"


def capital(tokens: Sequence[Token], at: int) -> bool:
    """A word with a capital, in a text that has small letters too."""
    return at < len(tokens) and tokens[at].text[0].isupper() and not tokens[at].text.isupper()
