"""Where the happening of a verb was: its own place, not every place of its sentence.

Rule. A place speaks for a verb by how it stands to it: best in the same clause behind a preposition of place ("killed in Mogadishu"), or as
what was taken or shelled ("captured Manbij"); well at the front of its clause ("In Kandahar, gunmen shot ...") or with the subject ("the
blast in Basra killed"); less beyond another verb, the less the more verbs, and beyond words of saying or of time ("said in Kabul", "after
the raid on ..."). Where somebody or something comes from, or belongs, is no place of it ("a trader from Herat", "Iraqi", "the mayor of").
The best one counts if it speaks well enough. With it count the others of its list; of "Sher Khan village in Kunduz province" only the
innermost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ascribe.knowledge.place_words import PlaceWords, place_words
from ascribe.model.grammar import Parse
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence, Token
from ascribe.model.text import Span
from ascribe.resolve.placelists import without_brackets

ENOUGH = 1.0
_IN = {
    "in": 1.0,
    "at": 1.0,
    "inside": 1.0,
    "across": 0.9,
    "throughout": 0.8,
    "near": 0.9,
    "outside": 0.9,
    "on": 0.8,
    "around": 0.8,
    "along": 0.7,
    "off": 0.9,
    "over": 0.5,
    "into": 0.7,
    "onto": 0.6,
    "within": 0.9,
    "of": 0.2,
    "to": -0.2,
    "towards": 0.3,
    "toward": 0.3,
    "through": 0.6,
    "between": 0.4,
    "from": -1.0,
    "against": -0.4,
    "by": -2.0,
    "for": -1.2,
    "with": -1.5,
    "about": -1.5,
    "beyond": 0.3,
    "via": 0.2,
    "past": 0.3,
    "above": 0.3,
    "under": 0.4,
    "below": 0.4,
    "beneath": 0.5,
    "amid": 0.3,
}


@dataclass(slots=True)
class _Seen:
    place: Place
    first: int
    last: int
    preposition: str = ""
    before: int = 0
    group: int = -1
    outer: bool = False
    taken: int | None = None  # the token of the verb that takes it for its object


class Whereabouts:
    """Answers for one verb after the other."""

    def __init__(self) -> None:
        self.words: PlaceWords = place_words()

    def __call__(self, reading: Reading, verb: Span) -> tuple[Place, ...]:
        """The places of what the verb tells; none where nothing says."""
        for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
            if sentence.start <= verb.start < sentence.end:
                at = next((n for n, token in enumerate(sentence.tokens) if token.end > verb.start), None)
                places = [place for place in reading.places if sentence.start <= place.start < sentence.end]
                return self.of(sentence, parse, at, places) if at is not None and places else ()
        return ()

    def of(self, sentence: Sentence, parse: Parse, at: int, places: Sequence[Place]) -> tuple[Place, ...]:
        """The places of what the word at that token tells."""
        view = _View(sentence.tokens, parse, at, self.words)
        seen = self._seen(sentence.tokens, places, view)
        scored = [(view.score(one), -abs(one.first - at), n) for n, one in enumerate(seen) if not one.outer]
        if not scored:
            return ()
        best, _, n = max(scored)
        if best < ENOUGH:
            return ()
        group = seen[n].group
        return tuple(one.place for k, one in enumerate(seen) if k == n or (group >= 0 and one.group == group and not one.outer))

    def _seen(self, tokens: Sequence[Token], places: Sequence[Place], view: _View) -> list[_Seen]:
        seen: list[_Seen] = []
        groups = 0
        for place in places:
            inside = [n for n, token in enumerate(tokens) if token.start < place.end and place.start < token.end]
            if not inside:
                continue
            one = _Seen(place, inside[0], inside[-1])
            one.preposition, one.before = self._preposition(tokens, view.parse, one.first)
            if not one.preposition:
                one.taken = view.taker(one)
            if seen:
                last = seen[-1]
                between = without_brackets([token.lower for token in tokens[last.last + 1 : one.first]])
                if (
                    self._lists(between)
                    and tokens[min(one.last + 1, len(tokens) - 1)].lower not in {"'s", "’s"}
                    and not self._contains(last, one, between)
                ):
                    if last.group < 0:
                        last.group, groups = groups, groups + 1
                    one.group = last.group
                    one.preposition = last.preposition
                    one.before = last.before
                    one.taken = last.taken
                    one.outer = last.outer
                elif self._contains(last, one, between):
                    one.outer = bool(last.preposition) or last.taken is not None or between[0] != ","
                elif self._qualifies(between):
                    last.outer = True
                    if one.preposition == "" and one.taken is None:
                        one.preposition, one.before, one.taken = last.preposition, last.before, last.taken
            seen.append(one)
        return seen

    def _lists(self, between: Sequence[str]) -> bool:
        words = self.words
        return (
            bool({",", "and", "or", "&"} & set(between))
            and len(between) < 6
            and all(
                w in {",", "and", "or", "&", "the"}
                or w in words.features
                or w in words.skipped
                or w in words.directions
                or w in {"in", "at", "near", "around"}
                for w in between
            )
        )

    def _contains(self, left: _Seen, right: _Seen, between: Sequence[str]) -> bool:
        """The right one is what the left one lies in, or is measured from."""
        words = self.words
        measured = any(w in words.kilometres or w in words.miles for w in between)
        if not between or left.preposition == "from" or (left.place.level is Level.COUNTRY and between[:1] not in ([","], ["in"])):
            return False
        if len(between) > 14 or ("and" in between and not measured) or between[:1] in (["'s"], ["’s"]):
            return False
        plain = all(
            w in _CHAINED
            or w in words.features
            or w in words.skipped
            or w in words.directions
            or w in words.kilometres
            or w in words.miles
            or w[0].isdigit()
            or "-" in w
            or w in words.outskirts
            or w in words.near
            for w in between
        )
        if not plain or not {"of", "in", ",", "(", "near", "from"} & set(between):
            return False
        if (words.features.get(between[0]) in _HELD_BY or between[0] in _QUARTERS) and "of" in between[1:2]:
            return True
        near = bool({"near", "from"} & set(between)) or any(w in words.directions for w in between) or measured
        return near or _grain(right.place) > _grain(left.place)

    def _qualifies(self, between: Sequence[str]) -> bool:
        """The left one is an adjective of the right one: "the West Bank city of Nablus", "Guangdong province's Shangang township"."""
        words = self.words
        if not between or len(between) > 8:
            return False
        plain = all(
            w in {"'s", "’s", "of", "-", "the"} or w in words.features or w in words.skipped or w in words.directions or "-" in w
            for w in between
        )
        return (
            plain
            and (between[0] in {"'s", "’s"} or between[0] in words.features or "'s" in between)
            and (
                between[-1] == "of"
                or between[-1] in words.features
                or between[0] in {"'s", "’s"}
                or between[-1] in {"'s", "’s"}
                or between[-1] in words.directions
            )
        )

    def _preposition(self, tokens: Sequence[Token], parse: Parse, first: int) -> tuple[str, int]:
        """The preposition that governs the place, seen through "the town of", "the outskirts of", "the capital,"; and where it stands."""
        words, phrases = self.words, parse.phrases
        near = False
        at = next((n for n, phrase in enumerate(phrases) if phrase.start <= first < phrase.end), None)
        if at is None:
            return "", first - 1
        start = first
        while at >= 0:
            inside = [tokens[k].lower for k in range(phrases[at].start, start)]
            held = next(
                (k for k in range(start - 1, phrases[at].start - 1, -1) if tokens[k].lower in _IN and tokens[k].lower != "of"), None
            )
            if phrases[at].kind != "NP":
                break
            if held is not None:
                return tokens[held].lower, held
            near = near or any(w in words.outskirts for w in inside)
            before = at - 1
            if before < 0:
                return ("near" if near else ""), phrases[at].start - 1
            word = tokens[phrases[before].start].lower
            if phrases[before].kind == "P" and word == "like" and before and tokens[phrases[before - 1].head].lower in words.features:
                word = "of"
            if word == "of" and before > 0:
                head = tokens[phrases[before].start - 1].lower
                if not (
                    head in words.features or head in words.directions or head in words.outskirts or head in words.near or head in _PARTS
                ):
                    return "of", phrases[before].start
                near = near or head in words.directions or head in words.outskirts
                at, start = before - 1, phrases[before].start
                continue
            if word == "," and before > 0 and tokens[phrases[before - 1].head].lower in words.features and not inside:
                at, start = before - 1, phrases[before].start
                continue
            if word in _IN:
                return word, phrases[before].start
            return ("near" if near else ""), phrases[at].start - 1
        return ("near" if near else ""), start - 1


_PARTS = frozenset("parts part countryside area areas side heart centre center sides south north east west rest half most much".split())
_SAYING = frozenset("said says say told tells reported reports according announced claimed added stated confirmed".split())
#: "The X district of Y": Y is the larger. But "the Y city of X".
_HELD_BY = frozenset({"admin1", "admin2", "loose", "site", "nature"})
_QUARTERS = frozenset("suburb suburbs neighbourhood neighborhood quarter ward".split())
#: What stands between a place and what it lies in.
_CHAINED = frozenset(
    "of in the a an ( ) , 's about some near from countryside outskirts suburb suburbs part - its close not far just border "
    "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred".split()
)


def _grain(place: Place) -> int:
    """How coarse the place itself is; one that no gazetteer knows is taken for a small one, whatever area it was put into."""
    return 0 if place.inferred or place.level is Level.UNLOCATED else max(1, place.level.fineness)


class _View:
    """One verb and what lies between it and a place."""

    def __init__(self, tokens: Sequence[Token], parse: Parse, at: int, words: PlaceWords) -> None:
        self.tokens, self.parse, self.at, self.words = tokens, parse, at, words
        self.groups = [p for p in parse.phrases if p.kind == "VG"]
        self.mine = next((p for p in self.groups if p.start <= at < p.end), None)
        self.trailing = tokens[at].lower.endswith("ing") or (at > 0 and tokens[at - 1].lower in {"and", ","})

    def taker(self, one: _Seen) -> int | None:
        """The verb right before the place, if it takes places for its object: "captured Manbij", "shelled the settlements of"."""
        at = one.before
        return at if at >= 0 and takes_places(self.tokens[at].lower, self.words) else None

    def _modifies(self, one: _Seen) -> bool:
        """The name stands before the noun that it belongs to: "the U.S. Embassy"."""
        after = one.last + 1
        if after >= len(self.tokens) or self.words.features.get(self.tokens[after].lower, "site") != "site":
            return False
        return any(p.kind == "NP" and p.start <= one.first and after <= p.head < p.end for p in self.parse.phrases)

    def _is_aside(self, one: _Seen) -> bool:
        """It stands in a remark on the subject: "Rima, head of a media centre in northern Syria, was killed"."""
        words = [token.text for token in self.tokens[: one.first]]
        return "," in words[2:] and words.index(",", 2) < one.before and not any(t.lower in self.words.locative for t in self.tokens[:1])

    def score(self, one: _Seen) -> float:
        tokens, at = self.tokens, self.at
        after = one.first > at
        low, high = (at + 1, one.before) if after else (one.last + 1, at)
        low, high = min(low, high), max(low, high)
        lowers = [t.lower for t in tokens[low:high]]
        verbs = [g for g in self.groups if low <= g.head < high and g is not self.mine and g.head != one.taken]
        finite = sum(g.form in {"finite", ""} for g in verbs)
        other = len(verbs) - finite
        score = 2.0 if after else 1.7
        if self.trailing and not after:
            score -= FINITE_TRAILING * finite + OTHER * other
        else:
            score -= FINITE * finite + OTHER * other
        score -= (
            sum(_TURN.get(w, 0.0) for w in lowers) + SAYING * sum(w in _SAYING for w in lowers) + 0.8 * sum(w in {";", ":"} for w in lowers)
        )
        score -= 0.015 * len(lowers)
        if one.taken is not None:
            score += 1.0 if one.taken == at else 0.7
        elif one.preposition:
            score += _IN[one.preposition]
        elif not after and self.mine is not None and self.mine.passive and not verbs:
            score += 0.5
        else:
            score -= BARE
        score += _LEVELS.get(one.place.level, 0.0)
        following = tokens[one.last + 1].lower if one.last + 1 < len(tokens) else ""
        if following in {"'s", "’s"}:
            score -= 0.7
        elif one.place.level in _WIDE and self._modifies(one):
            score -= ATTRIBUTIVE
        if not after and following == "," and self._is_aside(one):
            score -= ASIDE
        if self.mine is not None and self.mine.modal:
            score -= MODAL
        if tokens[at].lower in _SAYING:
            score -= SPEAKS
        return score


ATTRIBUTIVE, ASIDE = 1.3, 0.8
_WIDE = frozenset({Level.COUNTRY, Level.REGION, Level.ADMIN1})
FINITE, FINITE_TRAILING, OTHER, SAYING, BARE, MODAL, SPEAKS = 0.65, 0.3, 0.6, 0.5, 0.7, 0.5, 1.0
_TURN = {
    "after": 0.5,
    "before": 0.6,
    "since": 0.6,
    "while": 0.5,
    "when": 0.3,
    "as": 0.3,
    "where": 0.4,
    "who": 0.3,
    "which": 0.4,
    "that": 0.3,
    "because": 0.6,
    "although": 0.6,
    "but": 0.6,
    "until": 0.6,
    "following": 0.3,
    "despite": 0.6,
    "amid": 0.2,
    "during": 0.1,
    "if": 0.6,
}
_LEVELS = {
    Level.SITE: 0.2,
    Level.TOWN: 0.2,
    Level.NEAR: 0.2,
    Level.ADMIN3: 0.2,
    Level.ADMIN1: -0.1,
    Level.REGION: -0.1,
    Level.COUNTRY: -0.3,
}
_TAKERS = tuple(
    "captur patrol destroy target attack bomb shell hit struck strik seiz storm raid burn loot occup enter reach visit pound rock destr cross leav left flee fled liberat surround encircl overr overran invad besieg assault retak retook recaptur secur".split()
)


def takes_places(word: str, words: PlaceWords) -> bool:
    """What is done to places."""
    return word in words.done or word in words.done_firmly or word.startswith(_TAKERS)
