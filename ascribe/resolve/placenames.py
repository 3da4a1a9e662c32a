"""Which words of a text name a place, and what the words around them say of it. `places` then says where it is.

A name is a stretch of capitalised words (with joiners such as "al", "de", "of" inside). It names a place when

1. the gazetteer knows it, it is no part of a longer name ("Kabul Times"), and it is well known (a country, a first-order area, a capital,
   a city of `WELL_KNOWN` people, a name of the supplement) or stands where a place stands: after "in", "near", "north of", "the town of";
   before "district", "river"; in the dateline; in a list with another place; or
2. no gazetteer knows it, but it stands where only a place stands: after "in", "at", "near"; before "district"; in a list of places.

People are kept out: a name after a title, before "said", or made of first and last name. Where the text is all in capitals a name must be
known (1), and small places need a preposition.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from ascribe.knowledge.gazetteer import Entry, normalise
from ascribe.knowledge.gazetteer import Places as Gazetteer
from ascribe.knowledge.place_words import PlaceWords, place_words
from ascribe.model.parties import STATE
from ascribe.model.places import Level
from ascribe.model.reading import Reading, Sentence, Token

#: A city of so many people is known to a reader without "in" or "near".
WELL_KNOWN = 100_000
#: The longest name, in tokens.
LONGEST = 6
#: How far before a name the words that tell what it is may begin.
REACH = 8

_JOINERS = frozenset("al el of the de del la las los da do dos das di du le les and y e ez az bin ibn au aux 's - – . &".split())
_LISTED = frozenset({",", "and", "or", "&", ";", "/"})
_BETWEEN = frozenset("of in the 's ’s a its within near at from , ( inside".split())
_KNOWN_LEVELS = frozenset({Level.COUNTRY, Level.ADMIN1, Level.REGION, Level.SEA})
_ARTICLED = re.compile(r"(?:al|el|as|ash|an|ar|at|ad|az|ez|es|er|tel|ad|d|l)[-‑'’][A-ZÀ-Þ]")
_ABBREVIATED = frozenset("st mt ft fort sta sto ste pt".split())

Demonym = Callable[[str], str | None]


@dataclass(slots=True)
class Mention:
    """A name that may be a place, and what the words around it say.

    `known` are the gazetteer's places of that name; none when it is unknown. `firm` says that it would be taken for a place even then. `feature` is the sort of word that stands by it (see
    `place_words`), `word` the word itself. `inside` is the mention of the area that it is said to lie in.
    """

    name: str
    start: int
    end: int
    sentence: int
    first: int
    last: int
    known: tuple[Entry, ...]
    preposition: str | None = None
    feature: str | None = None
    word: str = ""
    hint: str | None = None
    near: bool = False
    distance: tuple[float, str] | None = None
    part: bool = False
    of_feature: bool = False
    of_the_city: bool = False
    inside: Mention | None = None
    firmly_inside: bool = False
    group: int = -1
    larger: bool = False
    dateline: bool = False
    site: bool = False
    accepted: bool = False
    firm: bool = False
    key: str = field(default="")

    def __post_init__(self) -> None:
        self.key = self.key or normalise(self.name)

    @property
    def located(self) -> bool:
        """The words around it say that it is a place."""
        return bool(self.preposition or self.feature or self.dateline or self.of_feature or self.near)


class Finder:
    """Finds the mentions of places in one reading."""

    def __init__(self, gazetteer: Gazetteer, demonym: Demonym) -> None:
        self.gazetteer = gazetteer
        self.demonym = demonym
        self.words: PlaceWords = place_words()

    def find(self, reading: Reading) -> list[Mention]:
        """Every mention that is taken for a place, in the order of the text."""
        self._persons: set[str] = set()
        self._taken = _Covered(reading)
        self._text = reading.document.text
        self._upper = reading.upper_case
        found: list[Mention] = list(self._in_dateline(reading))
        for number, sentence in enumerate(reading.sentences):
            found.extend(self._in_sentence(number, sentence))
        return [mention for mention in found if mention.accepted and not self._is_person(mention)]

    def _is_person(self, mention: Mention) -> bool:
        """A last name that the text has given with its first name elsewhere, and no preposition before it now."""
        return mention.key in self._persons and not mention.located and not any(e.level is Level.COUNTRY for e in mention.known)

    # --- one sentence

    def _in_sentence(self, number: int, sentence: Sentence) -> list[Mention]:
        tokens = sentence.tokens
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            if not self._may_begin(tokens, at):
                at += 1
                continue
            mention, after = self._upper_at(number, tokens, at) if self._upper else self._mixed_at(number, tokens, at)
            if mention is not None:
                found.append(mention)
            at = after
        self._tie(found, tokens)
        return found

    def _may_begin(self, tokens: Sequence[Token], at: int) -> bool:
        """A capitalised word, or an article joined to one ("al-Hudaydah")."""
        text = tokens[at].text
        if not (text[0].isupper() or (text[0].islower() and _ARTICLED.match(text))) or tokens[at].lower == "the":
            return False
        return not self._taken.name_at(tokens[at])

    def _upper_at(self, number: int, tokens: Sequence[Token], at: int) -> tuple[Mention | None, int]:
        """A known name in a text of capitals only."""
        end, known = self._longest(tokens, at, min(len(tokens), at + LONGEST))
        if not known or (end == at + 1 and tokens[at].lower in self.words.never):
            return None, at + 1
        mention = self._mention(number, tokens, at, end, known)
        mention.accepted = self._accepted_upper(mention, tokens)
        return mention, end if mention.accepted else at + 1

    def _accepted_upper(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Capitals tell nothing: an abbreviation or a common word is no place, a small one needs a preposition."""
        single = mention.first == mention.last
        if single and (mention.key in self.words.never or self._title_before(tokens, mention.first)):
            return False
        best = mention.known[0]
        if single and len(mention.key) <= 3 and "." not in mention.name:
            return False
        if self.demonym(tokens[mention.last].text) and not mention.feature:
            return False
        own = any(normalise(e.name) == mention.key for e in mention.known)
        if mention.key in self.words.peoples:
            return mention.located and own
        if best.level is Level.COUNTRY or best.capital or best.supplement:
            return True
        if any(e.level is Level.ADMIN1 or e.population >= WELL_KNOWN for e in mention.known) and (own or not single):
            return True
        return mention.located and mention.preposition not in {"by", "for", "to"} and (own or not single)

    def _mixed_at(self, number: int, tokens: Sequence[Token], at: int) -> tuple[Mention | None, int]:
        """A name in ordinary text: the longest known one, else an unknown one."""
        stop = self._run_end(tokens, at)
        end, known = self._longest(tokens, at, min(len(tokens), at + LONGEST))
        if tokens[at].lower in self.words.never and (not known or end == at + 1):
            return None, at + 1
        if known and end < stop and not self._rest_is_clear(tokens, end, stop):
            known, end = (), stop
        if not known:
            skipped = self._transparent(tokens, at, stop)
            if skipped > at:
                return None, skipped
            return self._unknown(number, tokens, at, stop)
        mention = self._mention(number, tokens, at, end, known)
        mention.accepted = self._accepted(mention, tokens)
        mention.firm = mention.accepted and self._accepted_unknown(mention, tokens)
        if not mention.accepted and mention.first == mention.last and self._person_around(tokens, at, end) and not self._famous(mention.name):
            self._persons.add(mention.key)
        return mention, end

    def _run_end(self, tokens: Sequence[Token], at: int) -> int:
        """The end of the stretch of capitalised words that begins here."""
        end = at + 1
        while end < len(tokens):
            if _capital(tokens[end]) and tokens[end - 1].text not in _LISTED:
                end += 1
            elif tokens[end].lower in _JOINERS and tokens[end].lower not in {"and", "'s", "."} and _capital_soon(tokens, end):
                end += 1
            elif tokens[end].text == "." and tokens[end - 1].lower in _ABBREVIATED and _capital_soon(tokens, end):
                end += 1
            else:
                break
        return end

    def _longest(self, tokens: Sequence[Token], at: int, limit: int) -> tuple[int, tuple[Entry, ...]]:
        """The longest known name that begins here."""
        if state := self._state(tokens, at):
            return at + 1, (state,)
        if not self.gazetteer.has_prefix(tokens[at].text):
            return at + 1, ()
        reach = at + 1
        while reach < limit and (_capital(tokens[reach]) or tokens[reach].lower in _JOINERS) and not self._taken.name_at(tokens[reach]):
            reach += 1
        for end in range(reach, at, -1):
            last = tokens[end - 1]
            if end - 1 > at and not (_capital(last) and last.text not in _JOINERS):
                continue
            name = self._text[tokens[at].start : last.end]
            if end - at > 1 and "\n" in name:
                name = " ".join(name.split())
            known = self.gazetteer.lookup(name)
            if known and (end - at > 1 or not _code_like(name) or _stands_in_capitals(name, known)):
                return end, known
        return at + 1, ()

    def _state(self, tokens: Sequence[Token], at: int) -> Entry | None:
        """The state of "Oxford, N.C.": an abbreviation after a capitalised word and a comma."""
        if at < 2 or tokens[at - 1].text != "," or not _capital(tokens[at - 2]):
            return None
        stopped = tokens[at].text.endswith(".") or (at + 1 < len(tokens) and tokens[at + 1].text == "." and tokens[at + 1].start == tokens[at].end)
        code = self.words.states.get(normalise(tokens[at].text)) if stopped or tokens[at].text.isupper() else None
        return self.gazetteer.area(code) if code else None

    def _transparent(self, tokens: Sequence[Token], at: int, stop: int) -> int:
        """The end of the words at the beginning of a stretch that belong to no name: directions, nationalities, common words."""
        while at < stop:
            lower = tokens[at].lower
            clear = lower in self.words.never or lower in self.words.directions or self.demonym(tokens[at].text)
            if not clear or (lower in self.words.titles and at + 1 < stop):
                break
            at += 1
        return at

    def _rest_is_clear(self, tokens: Sequence[Token], end: int, stop: int) -> bool:
        """What follows in the same stretch of capitals makes no other name of it: "Kabul Airport", "Borno Governor Zulum"."""
        for token in tokens[end:stop]:
            lower = token.lower
            if lower in self.words.titles:
                return True
            if not (lower in self.words.features or lower in self.words.directions or lower in _JOINERS or _day(lower)):
                return False
        return True

    # --- unknown names

    def _unknown(self, number: int, tokens: Sequence[Token], at: int, stop: int) -> tuple[Mention | None, int]:
        """A stretch of capitals that the gazetteer does not know. Whether it is a place shows when the sentence is done."""
        if any(tokens[k].lower in self.words.titles for k in range(at, stop)) or self._person_around(tokens, at, stop):
            self._remember(tokens[at:stop])
            return None, stop
        end = stop
        while end > at + 1 and tokens[end - 1].lower in self.words.features:
            end -= 1
        mention = self._mention(number, tokens, at, end, ())
        if end - at > 1 and not mention.located:
            self._remember(tokens[at:end])
        mention.accepted = self._accepted_unknown(mention, tokens)
        return mention, stop

    def _remember(self, name: Sequence[Token]) -> None:
        """The parts of a name that is no place: alone they are none either, but for those that everybody knows."""
        self._persons.update(normalise(token.text) for token in name if not self._famous(token.text))

    def _famous(self, word: str) -> bool:
        """A country, a first-order area or a city that everybody knows."""
        return any(e.level in {Level.COUNTRY, Level.ADMIN1} or e.population >= 4 * WELL_KNOWN for e in self.gazetteer.lookup(word)[:3])

    def _accepted_unknown(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Only where nothing but a place can stand, and nothing in the name speaks against it."""
        words = [tokens[k].lower for k in range(mention.first, mention.last + 1)]
        if _code_like(mention.name) or any(w in self.words.not_after_in or self._is_common(w) for w in words) or len(words) > 3:
            return False
        if mention.last + 1 < len(tokens) and tokens[mention.last + 1].lower == "'s":
            return False
        if mention.name[0].islower() or any(c.isdigit() for c in mention.name) or self.demonym(tokens[mention.last].text):
            return False
        if any(self.gazetteer.lookup(part) for part in re.findall(r"\w+(?=[-–])|(?<=[-–])\w+", mention.name) if part[0].isupper()):
            return False  # "China-Pakistan"
        if mention.feature in {"admin1", "admin2", "town"}:
            return True
        if mention.near or mention.of_feature:
            return len(words) < 3
        return mention.preposition in self.words.firm and len(words) < 3 and not self._runs_on(tokens, mention)

    def _is_common(self, word: str) -> bool:
        return word in self.words.never and word not in self.words.directions

    def _runs_on(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """The name only qualifies the noun after it: "in Ahmadi families", "in Brent crude"."""
        after = mention.last + 1
        if after >= len(tokens) or not tokens[after].text[0].isalpha():
            return False
        word = tokens[after].lower
        return not (word in self.words.locative or word in _LISTED or word in _AFTER_PLACE or word.endswith(("ed", "ing")))

    # --- what stands around

    def _mention(self, number: int, tokens: Sequence[Token], at: int, end: int, known: tuple[Entry, ...]) -> Mention:
        name = self._text[tokens[at].start : tokens[end - 1].end]
        mention = Mention(name, tokens[at].start, tokens[end - 1].end, number, at, end - 1, known)
        self._look_back(mention, tokens)
        self._look_ahead(mention, tokens)
        return mention

    def _look_back(self, mention: Mention, tokens: Sequence[Token]) -> None:
        """Read leftwards from the name: "in the besieged northern Syrian city of X", "20 km north of X", "the capital, X"."""
        words = self.words
        at = mention.first - 1
        if at > 0 and tokens[at].text == "," and words.features.get(tokens[at - 1].lower) in {"town", "admin1", "admin2"}:
            mention.of_feature, mention.feature, mention.word = True, words.features[tokens[at - 1].lower], tokens[at - 1].lower
            at -= 2
        for _ in range(REACH):
            if at < 0:
                return
            lower = tokens[at].lower
            if lower == "of" and at > 0:
                step = self._of(mention, tokens, at)
                if not step:
                    mention.preposition = mention.preposition or "of"
                    return
                at -= step
            elif lower in words.locative:
                mention.preposition = lower
                mention.near = mention.near or lower in words.near or (lower == "to" and at > 0 and tokens[at - 1].lower == "close")
                return
            elif lower in words.directions:
                mention.part = mention.part or at == mention.first - 1
                at -= 1
            elif lower in words.features and not tokens[at].text[0].isupper() and lower not in words.skipped:
                if mention.feature is None and words.features[lower] in SPEAKING:
                    mention.feature, mention.word, mention.of_feature = words.features[lower], lower, True
                at -= 1
            elif lower in words.skipped or lower == "-":
                at -= 1
            elif nation := self.demonym(tokens[at].text):
                mention.hint = mention.hint or nation
                at -= 1
            else:
                return

    def _of(self, mention: Mention, tokens: Sequence[Token], at: int) -> int:
        """How many tokens "... of" takes up, when the word before "of" tells something; else 0."""
        words, before = self.words, tokens[at - 1].lower
        if before in words.features:
            kind = words.features[before]
            if kind == "town" and (before == "capital" or (at > 1 and tokens[at - 2].lower in {"a", "an"})):
                mention.larger = mention.larger or before == "capital"  # "the capital of Guerrero", "a suburb of Baghdad"
            elif kind in SPEAKING and mention.feature is None:
                mention.feature, mention.word = kind, before
            mention.of_feature = mention.of_feature or kind != "site"
            return 2
        if before in words.outskirts:
            mention.near = True
            return 2
        if before in words.directions:
            mention.near = True
            if at >= 3 and (tokens[at - 2].lower in words.kilometres or tokens[at - 2].lower in words.miles):
                number = _number(tokens[at - 3].text)
                if number is not None:
                    mention.distance = number * (1.609344 if tokens[at - 2].lower in words.miles else 1.0), before
                    return min(at, 4)
            return 2
        return 0

    def _look_ahead(self, mention: Mention, tokens: Sequence[Token]) -> None:
        """Read rightwards from the name: "X district of the city", "X International Airport"."""
        at = mention.last + 1
        if at < len(tokens) and (kind := self.words.features.get(tokens[at].lower)):
            if kind in SPEAKING or kind == "nature":
                mention.feature, mention.word, mention.of_feature = kind, tokens[at].lower, True
            elif kind == "site":
                mention.site = True
            elif kind == "loose":
                mention.of_feature = mention.of_feature or tokens[at].lower.startswith("area")
            rest = [token.lower for token in tokens[at + 1 : at + 4]]
            mention.of_the_city = rest[:2] in (["of", "the"], ["in", "the"]) and rest[2:] in (["city"], ["town"], ["capital"])

    def _title_before(self, tokens: Sequence[Token], at: int) -> bool:
        before = at - 1
        if before > 0 and tokens[before].text == ".":
            before -= 1
        return before >= 0 and tokens[before].lower in self.words.titles and not (tokens[before].lower in {"general", "private"} and at < 2)

    def _person_around(self, tokens: Sequence[Token], at: int, end: int) -> bool:
        """A title stands before it, a verb of speech after it, or it is somebody's age that follows."""
        if self._title_before(tokens, at) or (at > 0 and tokens[at - 1].lower in self.words.kin):
            return True
        if end < len(tokens) and tokens[end].lower in self.words.speech:
            lead = tokens[at - 1].lower if at else ""
            return lead not in self.words.locative
        return end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].text.isdigit() and len(tokens[end + 1].text) == 2

    def _accepted(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Rule 1 of the module for a known name."""
        if self._person_around(tokens, mention.first, mention.last + 1) or self._is_part_of_name(mention, tokens):
            return False
        single = mention.first == mention.last
        if single and self.demonym(tokens[mention.first].text) and mention.known[0].level is not Level.COUNTRY:
            return mention.last + 1 < len(tokens) and self.words.features.get(tokens[mention.last + 1].lower) in {"admin1", "admin2"}
        if single and (mention.key in self.words.peoples or mention.key in self.words.never):
            return mention.located and mention.preposition not in {"by", "for", "to", "of", "with"} or mention.feature in SPEAKING
        if mention.located:
            return True
        best = mention.known[0]
        if mention.first == 0 and single and not (best.level is Level.COUNTRY or best.capital or best.supplement):
            return any(normalise(e.name) == mention.key and (e.population >= WELL_KNOWN or e.level is Level.ADMIN1) for e in mention.known)
        return any(e.level in _KNOWN_LEVELS or e.capital or e.supplement or e.population >= WELL_KNOWN for e in mention.known)

    def _is_part_of_name(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Another capitalised word stands directly before it, which is no direction, nation, title of an area or beginning of a sentence."""
        at = mention.first - 1
        if at < 0 or not _capital(tokens[at]) or tokens[at].lower in _LISTED:
            return False
        lower = tokens[at].lower
        clear = lower in self.words.directions or lower in self.words.features or lower in self.words.skipped or _day(lower)
        return not (clear or self.demonym(tokens[at].text) or lower in self.words.never or (lower in self.words.locative))

    # --- lists and chains

    def _tie(self, found: list[Mention], tokens: Sequence[Token]) -> None:
        """Tell lists ("Kech, Panjgur and Nushki") from chains ("Mushkaf in Kachhi district, Balochistan") and tie both."""
        group = 0
        for left, right in zip(found, found[1:], strict=False):
            between = [token.lower for token in tokens[left.last + 1 : right.first]]
            if self._chains(left, right, between):
                left.inside, left.firmly_inside = right, between[-1:] != [","] and between != [","]
            elif between[:1] and between[0] in {"'s", "’s"} and self._only_skipped(between[1:]):
                right.inside, right.firmly_inside = left, True
            if between and any(w in _LISTED for w in between) and self._listing(between):
                group = left.group if left.group >= 0 else group + 1
                left.group = right.group = group
        for number in {mention.group for mention in found if mention.group >= 0}:
            self._accept_list([mention for mention in found if mention.group == number], tokens)

    def _only_skipped(self, between: Sequence[str]) -> bool:
        words = self.words
        return len(between) < 5 and all(w in words.skipped or w in words.directions or w in words.features or w == "of" for w in between)

    def _chains(self, left: Mention, right: Mention, between: Sequence[str]) -> bool:
        """The right name may be the area that the left one lies in."""
        if not between or len(between) > 6 or not ({"of", "in", ",", "("} & set(between)):
            return False
        words = self.words
        fit = (w in _BETWEEN or w in words.features or w in words.skipped or w in words.directions or self.demonym(w.title()) for w in between)
        return all(fit)

    def _listing(self, between: Sequence[str]) -> bool:
        words = self.words
        return len(between) < 6 and all(w in _LISTED or w in words.features or w in words.skipped or w in words.locative for w in between)

    def _accept_list(self, members: list[Mention], tokens: Sequence[Token]) -> None:
        """What stands in a list of places is a place: one with a known one beside it, an unknown one when half of the list is known."""
        head = members[0]
        sure = [m for m in members if m.accepted and m.known]
        if not sure:
            return
        larger = any(tokens[k].lower in _LARGER for k in range(max(0, head.first - 3), head.first))
        for member in members:
            member.larger = member.larger or larger
            if member.accepted:
                continue
            country = any(e.level is Level.COUNTRY for e in member.known)
            if (not country and self._person_around(tokens, member.first, member.last + 1)) or self._is_part_of_name(member, tokens):
                continue
            if member.known:
                member.accepted = member.key not in self.words.peoples or self._fits_inside(member)
        known = sum(member.accepted for member in members)
        for member in members:
            if not member.known and not member.accepted and 2 * known >= len(members) and (len(members) > 2 or head.preposition in self.words.firm):
                words = member.last - member.first + 1
                member.accepted = words <= (2 if head.preposition in self.words.firm else 1) and self._fit_for_list(member, tokens)

    def _fits_inside(self, member: Mention) -> bool:
        """One of the places of that name lies in the area that follows it: "Austin, Texas"."""
        areas = member.inside.known if member.inside is not None and member.inside.accepted else ()
        return any(e is not a and e.inside(a) for a in areas[:4] if a.level in {Level.COUNTRY, Level.ADMIN1} for e in member.known)

    def _fit_for_list(self, member: Mention, tokens: Sequence[Token]) -> bool:
        words = [tokens[k].lower for k in range(member.first, member.last + 1)]
        bad = _code_like(member.name) or any(w in self.words.never or w in self.words.not_after_in for w in words)
        return not bad and not self.demonym(tokens[member.last].text) and not any(c.isdigit() for c in member.name)

    # --- the dateline

    def _in_dateline(self, reading: Reading) -> Iterator[Mention]:
        """The places of "BAGHDAD, Iraq (AP) — " and "KABUL/ISLAMABAD, May 3 - "."""
        if reading.dateline is None:
            return
        start, line = reading.dateline.start, self._text[reading.dateline.start : reading.dateline.end]
        before: Mention | None = None
        for piece in re.finditer(r"[^\W\d_][^,/()\d—–\n]*[^\W\d_]\.?", line):
            name = piece.group().rstrip("- .")
            known = () if normalise(name) in self.words.never else self.gazetteer.lookup(name)
            if not known or _day(name.lower()):
                break
            mention = Mention(name, start + piece.start(), start + piece.start() + len(name), -1, 0, 0, known, dateline=True, accepted=True)
            if before is not None and "," in line[before.end - start : piece.start()]:
                before.inside = mention
            before = mention
            yield mention


#: Features that speak for a level.
SPEAKING = frozenset({"admin1", "admin2", "town", "country", "sea"})
_LARGER = frozenset("areas districts provinces including regions counties states".split())
_AFTER_PLACE = frozenset(
    "and or but on when where who which that after before since until as while by with to for is was are were has have had will would killed left "
    "last late early yesterday today this during amid over about said".split()
)


class _Covered:
    """Which stretches of the text are names of parties. A place inside such a name is none; a party that is just the place's name is both."""

    def __init__(self, reading: Reading) -> None:
        text = reading.document.text
        names = [p for p in reading.parties if not p.inferred and (p.kind not in STATE or _many_capitals(text[p.start : p.end]))]
        self._spans = [(p.start, p.end) for p in names if p.id is not None or _many_capitals(text[p.start : p.end])]

    def name_at(self, token: Token) -> bool:
        """The token belongs to the name of a party."""
        return any(start <= token.start and token.end <= end for start, end in self._spans)


def _many_capitals(name: str) -> bool:
    """More than one capitalised word: "Balochistan Liberation Army", not "Kabul police"."""
    return sum(word[0].isupper() for word in name.split() if word) > 1


def _capital(token: Token) -> bool:
    return token.text[0].isupper() or bool(token.text[0].islower() and _ARTICLED.match(token.text))


def _capital_soon(tokens: Sequence[Token], at: int) -> bool:
    """A capitalised word follows, over one more joiner at most ("de la")."""
    if at + 1 < len(tokens) and _capital(tokens[at + 1]):
        return True
    return at + 2 < len(tokens) and tokens[at + 1].lower in _JOINERS and tokens[at].lower not in {"'s", "."} and _capital(tokens[at + 2])


def _code_like(name: str) -> bool:
    """An abbreviation: "UN", "ISIS", "AK-47"."""
    return len(name) < 7 and name.isupper()


def _stands_in_capitals(name: str, known: Sequence[Entry]) -> bool:
    """A short name all in capitals is read as an abbreviation, unless a well-known place has just that name: "QUETTA:"."""
    if known[0].supplement or known[0].level is Level.COUNTRY:
        return True
    key = normalise(name)
    return any(normalise(e.name) == key and e.population >= (WELL_KNOWN if len(key) < 5 else 15_000) for e in known)


def _day(word: str) -> bool:
    return word[:3] in _DAYS and (len(word) < 4 or word in _DAY_NAMES)


_DAY_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_DAYS = frozenset(word[:3] for word in _DAY_NAMES)
_NUMBERS = {w: float(n) for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)} | {
    "fifteen": 15.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0, "hundred": 100.0,
}  # fmt: skip


def _number(text: str) -> float | None:
    """A number in digits or as a common word."""
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return _NUMBERS.get(text.lower())
