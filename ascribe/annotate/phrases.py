"""Tags -> phrases: noun phrases, verb groups and what stands between them.

Rule: a noun phrase is the longest run of determiners, numbers, adjectives, nouns and possessives; its head is its last noun. A verb group
is a verb with its auxiliaries, adverbs and negation. A name in brackets directly behind a noun phrase ("the Army (BLA)") belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.annotate.lemmas import lemma_of
from ascribe.model.grammar import Phrase
from ascribe.model.lexicon import Grammar
from ascribe.model.reading import Token

_NP = frozenset({"D", "PP", "CD", "JJ", "NN", "NNS", "NNP", "POS"})
_NOUN = frozenset({"NN", "NNS", "NNP"})
_AUX = frozenset({"MD", "BE", "HAVE", "DO"})
_VERB = frozenset({"VB", "VBZ", "VBD", "VBN", "VBG"})
#: Words that qualify a number: the first, and what may follow it before the number.
_APPROXIMATE: dict[str, tuple[tuple[str, ...], ...]] = {
    "at": (("least",), ("most",), ("least", "another"), ("least", "some")),
    "more": (("than",),),
    "less": (("than",),),
    "fewer": (("than",),),
    "as": (("many", "as"), ("few", "as")),
    "up": (("to",),),
    "an": (("estimated",), ("additional",)),
    "a": (("further",), ("total", "of"), ("reported",)),
    "close": (("to",),),
    "no": (("fewer", "than"), ("less", "than"), ("more", "than")),
    "well": (("over",), ("above",)),
    "another": ((),),
    "some": ((),),
    "about": ((),),
    "around": ((),),
    "nearly": ((),),
    "almost": ((),),
    "over": ((),),
    "under": ((),),
    "roughly": ((),),
    "approximately": ((),),
    "only": ((),),
    "between": ((),),
    "estimated": ((),),
}


_QUOTES = frozenset("\"“”'‘’")
_COMPASS = frozenset({"north", "south", "east", "west"})
_FRACTIONS = frozenset("third quarter fifth tenth half dozen hundred thousand million score".split())
#: Adjectives of government that stand between the name of a place and its authority: "the Oromia regional government".
_RANKS = frozenset(
    "regional local federal central provincial national municipal military civil state district transitional interim".split()
)
#: Pronouns that a determiner can stand before: "the others".
_ONES = frozenset("one ones other others".split())


def phrases(tokens: Sequence[Token], tags: Sequence[str], grammar: Grammar) -> list[Phrase]:
    """The phrases of one sentence, in order, covering every token."""
    found: list[Phrase] = []
    at = 0
    while at < len(tokens):
        phrase = _time(tags, at) or _noun_phrase(tokens, tags, at) or _verb_group(tokens, tags, at, grammar) or _single(tags, at)
        found.append(phrase)
        at = phrase.end
    return found


def _time(tags: Sequence[str], at: int) -> Phrase | None:
    """A run of words of time."""
    stop = at
    while stop < len(tags) and tags[stop] == "TM":
        stop += 1
    return Phrase("TM", at, stop, at) if stop > at else None


def _single(tags: Sequence[str], at: int) -> Phrase:
    tag = tags[at]
    if tag == "TO":
        tag = "P"
    if tag in {"NOT", "RP"}:
        tag = "RB"
    return Phrase(tag if tag in {"P", "CC", "SUB", "WH", "RB", "PU"} else "RB", at, at + 1, at)


def _noun_phrase(tokens: Sequence[Token], tags: Sequence[str], at: int) -> Phrase | None:
    if tags[at] == "PN":
        return Phrase("NP", at, at + 1, at)
    begin = at
    at = _approximation(tokens, tags, at)
    if at >= len(tokens) or tags[at] not in _NP or (tags[at] == "POS" and tags[at - 1 : at] != ["TM"]):
        return None
    if tags[at] == "JJ" and at and tags[at - 1] in _NOUN and tokens[at].lower not in _COMPASS and tags[at + 1 : at + 2] in (["P"], ["TO"]):
        return None  # "rebels loyal to", "those persons responsible for": no noun follows
    start, head = begin, -1
    while at < len(tokens):
        tag = tags[at]
        if tag == "PN" and (head < 0 or tags[head] == "CD") and at > start and tokens[at].lower in _ONES:
            return Phrase("NP", start, at + 1, at)  # "the others"
        if head >= 0 and _opens_another(tokens, tags, at, head):
            break
        if tag in _NP:
            if tag in _NOUN or (tag == "CD" and head < 0):
                head = at
            elif tag == "JJ" and head >= 0 and _behind_head(tokens, tags, at, start, head):
                break
        elif not (at + 1 < len(tokens) and _stands_inside(tokens, tags, at, start, head)):
            break
        at += 1
    end = at
    while end > start and tags[end - 1] in {"CC", "RB"}:
        end -= 1
    if head < 0:
        if tags[begin] == "D" and end == begin + 1:
            return Phrase("NP", begin, end, begin)
        head = end - 1
    if tags[end - 1] == "POS" and end - 1 > start:  # "the army's": the owner of something unsaid
        end -= 1
        head = min(head, end - 1)
    end = _bracketed_name(tokens, tags, end)
    return Phrase("NP", start, end, head) if end > start else None


def _behind_head(tokens: Sequence[Token], tags: Sequence[str], at: int, start: int, head: int) -> bool:
    """An adjective behind the head is none of its ("strike deadly"), save behind a name: "the Oromia regional government"."""
    if tags[head] == "CD" or tags[at - 1] == "POS":
        return False
    named = tags[head] == "NNP" and (
        tokens[at].lower in _RANKS or (head > start and tags[head - 1] in {"D", "POS", "PP"}) or _demonym(tokens[head].text)
    )
    if named and tags[at + 1 : at + 2] == ["CC"] and _joins(tokens, tags, at + 1):
        return False  # "Pakistani military and intelligence sites"
    return not (at + 1 < len(tokens) and tags[at + 1] in _NOUN and (named or tokens[at].text[0].isupper()))


def _demonym(word: str) -> bool:
    return word.endswith(("an", "ese", "ish", "ch", "i"))


def _stands_inside(tokens: Sequence[Token], tags: Sequence[str], at: int, start: int, head: int) -> bool:
    """What is no noun and stands inside a noun phrase all the same: "a very large", "a "breeding ground"", "I. Chundrigar", "and"."""
    tag, text, following = tags[at], tokens[at].text, tags[at + 1]
    if tag == "RB":
        return head < 0 and following in {"JJ", "CD"} and at > start
    if tag == "CC":
        return _joins(tokens, tags, at)
    if tag != "PU" or following not in _NP:
        return False
    if text == ".":
        return tags[at - 1] == "NNP" and len(tokens[at - 1].text) == 1 and following == "NNP"
    if text == "-":
        return tags[at - 1] in _NP
    if text in _QUOTES and at > start:
        return head < 0 or (following in _NOUN and any(token.text in _QUOTES for token in tokens[start:at]))
    return False


def _opens_another(tokens: Sequence[Token], tags: Sequence[str], at: int, head: int) -> bool:
    """A determiner or a number behind the head begins a new phrase: "in Jammu thousands marched", "hit the roof three times"."""
    tag, word = tags[at], tokens[at]
    if tag == "D":
        return not (word.lower in {"more", "other", "such"} and tags[head] == "CD")
    if tag == "CD":
        if tags[head] == "NNP":
            return word.text.isalpha() and word.text.islower() and tags[at - 1] != "POS"
        if tags[at - 1] in {"NN", "NNS"} and at + 1 < len(tags):
            return tags[at + 1] == "NNS" or (word.text.isalpha() and tags[at + 1] in {"NN", "JJ"})
    return tag == "PP"


def _approximation(tokens: Sequence[Token], tags: Sequence[str], at: int) -> int:
    """Skip "at least", "more than", "up to" when a number follows."""
    for words in _APPROXIMATE.get(tokens[at].lower, ()):
        stop = at + 1 + len(words)
        if (
            stop < len(tokens)
            and (tags[stop] == "CD" or _fraction(tokens, tags, stop))
            and all(tokens[at + 1 + n].lower == word for n, word in enumerate(words))
        ):
            return stop
    return at


def _fraction(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Amounts that begin with a determiner: "a hundred", "half", "a third", "more than a year"."""
    if tags[at] != "D" or tokens[at].lower not in {"a", "an", "half", "all"}:
        return False
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return (
        tokens[at].lower in {"half", "all"} or tokens[at - 1].lower == "than" or following in _FRACTIONS or tags[at + 1 : at + 2] == ["CD"]
    )


def _joins(tokens: Sequence[Token], tags: Sequence[str], at: int) -> bool:
    """Whether "and" stands inside one noun phrase: between adjectives before a noun ("military and intelligence sites"), or numbers."""
    if at + 1 >= len(tokens) or at == 0:
        return False
    left, right = tags[at - 1], tags[at + 1]
    if left == "JJ" and right in {"JJ", "NN"} and at >= 2 and tags[at - 2] in {"JJ", "D", "P", "VBD", "VBN", "NNP"}:
        after = at + 3 if right == "JJ" and tags[at + 2 : at + 3] == ["JJ"] else at + 2  # "brief but intense military confrontation"
        return after < len(tokens) and tags[after] in _NOUN
    return left == "CD" and right == "CD" and tokens[at - 1].lower in {"hundred", "thousand"}


def _bracketed_name(tokens: Sequence[Token], tags: Sequence[str], end: int) -> int:
    """Take in "(BLA)" behind a name."""
    if (
        end + 2 < len(tokens)
        and tokens[end].text == "("
        and tokens[end + 2].text == ")"
        and tokens[end + 1].text.isupper()
        and tags[end - 1] in _NOUN
    ):
        return end + 3
    return end


def _verb_group(tokens: Sequence[Token], tags: Sequence[str], at: int, grammar: Grammar) -> Phrase | None:
    start = at
    auxiliaries: list[str] = []
    negated = False
    modal = ""
    infinitive = False
    last_aux = -1
    while at < len(tokens):
        tag = tags[at]
        if tag in _AUX:
            auxiliaries.append(tag)
            last_aux = at
            if tag == "MD":
                modal = tokens[at].lower
            negated = negated or tokens[at].lower.endswith("n't") or tokens[at].lower == "cannot"
        elif tag == "TO" and (at == start or (auxiliaries and auxiliaries[-1] in {"BE", "HAVE"})):
            infinitive = at == start
            modal = modal if at == start else "to"
        elif tag == "NOT" or (tokens[at].lower in {"never", "no"} and auxiliaries):
            negated = True
        elif not (tag == "RB" and (auxiliaries or infinitive)):
            break
        at += 1
    if at < len(tokens) and tags[at] in _VERB:
        return _main(tokens, tags, start, at, grammar, auxiliaries, negated, modal, infinitive)
    if last_aux < 0:
        return None
    lemma = {"BE": "be", "HAVE": "have", "DO": "do", "MD": "may"}[tags[last_aux]]
    form = "infinitive" if infinitive else "ing" if tokens[last_aux].lower in {"being", "having"} else "finite"
    return Phrase("VG", start, max(at if negated else last_aux + 1, last_aux + 1), last_aux, lemma, form, negated=negated, modal=modal)


def _main(
    tokens: Sequence[Token],
    tags: Sequence[str],
    start: int,
    at: int,
    grammar: Grammar,
    auxiliaries: list[str],
    negated: bool,
    modal: str,
    infinitive: bool,
) -> Phrase:
    tag = tags[at]
    reading = grammar.verbs.get(tokens[at].lower)
    lemma = reading[0] if reading else lemma_of(tokens[at].lower)
    passive = tag in {"VBN", "VBD"} and bool(auxiliaries) and auxiliaries[-1] == "BE"
    if infinitive:
        form = "infinitive"
    elif tag == "VBG" and "BE" not in auxiliaries:
        form = "ing"
    elif tag == "VBN" and not auxiliaries:
        form = "participle"
    elif tokens[start].lower in {"being", "having"}:
        form = "ing"
    else:
        form = "finite"
    return Phrase("VG", start, at + 1, at, lemma, form, passive, negated, modal, "HAVE" in auxiliaries)
