"""Where the happening of a word was: its own place, not every place of its sentence.

Rule. A place speaks for a verb or an event noun by how it stands to it: best in the same clause behind a preposition of place ("killed in
Mogadishu"), or as what was taken or shelled ("captured Manbij"); well at the front of its clause ("In Kandahar, gunmen shot ...") or with
the subject ("the blast in Basra killed"); less beyond another verb, the less the more verbs, and beyond words of saying or of time ("said
in Kabul", "after the raid on ..."). Where somebody or something comes from, or belongs, is no place of it ("a trader from Herat", "the
U.S. Embassy"). The best one counts if it speaks well enough, and with it the others of its list. The weights stand in
`knowledge/whereabouts.toml`; how places stand to each other, in `placechains`.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.extract.placechains import Chains, Shown
from ascribe.model.grammar import Parse, Phrase
from ascribe.model.lexicon import Whereabouts
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence, Token
from ascribe.model.text import Span

#: Places that stand before a noun without being where it is: "the U.S. Embassy".
_WIDE = frozenset({Level.COUNTRY, Level.REGION, Level.ADMIN1})
_POSSESSIVE = frozenset({"'s", "’s"})


def whereabouts(reading: Reading, word: Span, known: Whereabouts) -> tuple[Place, ...]:
    """The places of what the word tells; none where nothing says."""
    for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
        if sentence.start <= word.start < sentence.end:
            places = [place for place in reading.places if sentence.start <= place.start < sentence.end]
            return whereabouts_in(sentence, parse, word.start, places, known)
    return ()


def whereabouts_in(sentence: Sentence, parse: Parse, offset: int, places: Sequence[Place], known: Whereabouts) -> tuple[Place, ...]:
    """Those of the places of one sentence where the happening of the word at that offset was."""
    at = next((n for n, token in enumerate(sentence.tokens) if token.end > offset), None)
    if at is None or not places:
        return ()
    shown = Chains(sentence.tokens, parse, known).read(places)
    word = _Word(sentence.tokens, parse, at, known)
    scored = [(word.score(one), -abs(one.first - at), one.group, one.first) for one in shown if not one.outer]
    best, _, group, first = max(scored, default=(0.0, 0, -1, -1))
    if best < known.enough:
        return ()
    return tuple(one.place for one in shown if one.first == first or (one.group == group >= 0 and not one.outer))


class _Word:
    """One word, and what lies between it and a place."""

    def __init__(self, tokens: Sequence[Token], parse: Parse, at: int, known: Whereabouts) -> None:
        self.tokens, self.parse, self.at = tokens, parse, at
        self.verbs = [phrase for phrase in parse.phrases if phrase.kind == "VG"]
        self.mine = next((phrase for phrase in self.verbs if phrase.start <= at < phrase.end), None)
        self.trailing = tokens[at].lower.endswith("ing") or (at > 0 and tokens[at - 1].lower in {"and", ","})
        self.known = known

    def score(self, one: Shown) -> float:
        """How well the place speaks for the word."""
        base = self.known.weights["base"]
        after = one.first > self.at
        ends = (self.at + 1, one.before) if after else (one.last + 1, self.at)
        low, high = min(ends), max(ends)
        verbs = [v for v in self.verbs if low <= v.head < high and v is not self.mine and v.head != one.taken]
        score = base["after" if after else "before"] + base["word"] * (high - low)
        score += self._between([token.lower for token in self.tokens[low:high]], verbs, trailing=self.trailing and not after)
        if one.taken is not None:
            score += base["taken" if one.taken == self.at else "taken_near"]
        elif one.preposition:
            score += self.known.weights["prepositions"][one.preposition]
        else:
            passive = not after and self.mine is not None and self.mine.passive and not verbs
            score += base["subject" if passive else "bare"]
        score += self.known.weights["levels"].get(one.level, 0.0)
        return score + self._manner(one, after=after)

    def _between(self, words: Sequence[str], verbs: Sequence[Phrase], *, trailing: bool) -> float:
        """What the words and verbs between take away."""
        between, turns = self.known.weights["between"], self.known.weights["turns"]
        finite = sum(verb.form in {"finite", ""} for verb in verbs)
        lost = finite * between["finite_trailing" if trailing else "finite"] + (len(verbs) - finite) * between["other"]
        lost += between["saying"] * sum(word in self.known.saying for word in words)
        lost += between["stop"] * sum(word in {";", ":"} for word in words)
        return lost + sum(turns.get(word, 0.0) for word in words)

    def _manner(self, one: Shown, *, after: bool) -> float:
        """What the word's own form and the place's neighbours take away."""
        manner = self.known.weights["manner"]
        lost = manner["modal"] if self.mine is not None and self.mine.modal else 0.0
        lost += manner["speaks"] if self.tokens[self.at].lower in self.known.saying else 0.0
        following = self.tokens[one.last + 1].lower if one.last + 1 < len(self.tokens) else ""
        if following in _POSSESSIVE:
            lost += manner["possessive"]
        elif one.level in _WIDE and self._modifies(one):
            lost += manner["attributive"]
        if not after and following == "," and self._is_aside(one):
            lost += manner["aside"]
        return lost

    def _modifies(self, one: Shown) -> bool:
        """The name stands before the noun that it belongs to: "the U.S. Embassy", "a U.S. base"; not "the Kivu region"."""
        after = one.last + 1
        if after >= len(self.tokens) or self.known.words.features.get(self.tokens[after].lower, "site") != "site":
            return False
        return any(p.kind == "NP" and p.start <= one.first and after <= p.head < p.end for p in self.parse.phrases)

    def _is_aside(self, one: Shown) -> bool:
        """It stands in a remark on the subject: "Rima, head of a media centre in northern Syria, was killed"."""
        words = [token.text for token in self.tokens[: one.first]]
        return "," in words[2:] and words.index(",", 2) < one.before and self.tokens[0].lower not in self.known.words.locative
