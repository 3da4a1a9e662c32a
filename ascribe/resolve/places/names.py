"""Which words of a text name a place. `marks` reads the words around them, `places` says where they are.

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
from collections.abc import Iterator, Sequence

from ascribe.gazetteer.gazetteer import Entry, normalise
from ascribe.gazetteer.gazetteer import Places as Gazetteer
from ascribe.knowledge.place_words import place_words
from ascribe.model.lexicon import PlaceWords
from ascribe.model.parties import STATE
from ascribe.model.places import Level
from ascribe.model.reading import Reading, Sentence, Token
from ascribe.model.text import Span
from ascribe.resolve.places.lists import Ties
from ascribe.resolve.places.marks import Demonym, Mention, Surroundings, is_compound
from ascribe.resolve.places.shapes import JOINERS, LISTED, Shape, capital, capital_soon, code_like

#: A city of so many people is known to a reader without "in" or "near".
WELL_KNOWN = 100_000
#: The longest name, in tokens.
LONGEST = 6

_KNOWN_LEVELS = frozenset({Level.COUNTRY, Level.ADMIN1, Level.REGION, Level.SEA})
_ABBREVIATED = frozenset("st mt ft fort sta sto ste pt".split())
_AFTER_PLACE = frozenset(
    "and or but on when where who which that after before since until as while by with to for is was are were has have had will would "
    "killed left last late early yesterday today this during amid over about said".split()
)
#: "Gujba Local Government Area"
_GOVERNMENT = frozenset({"local", "government"})
#: Directly before a name these speak of no area of that name: "the state House", "county Judge".
_UNCOUNTED = frozenset({"state", "county", "district", "nation", "country", "federal"})
_COMPOUND = re.compile(r"\w+(?=[-–])|(?<=[-–])\w+")


class Finder:
    """Finds the mentions of places in one reading."""

    def __init__(self, gazetteer: Gazetteer, demonym: Demonym, reading: Reading) -> None:
        self.gazetteer = gazetteer
        self.demonym = demonym
        self.reading = reading
        self.words: PlaceWords = place_words()
        self._text = reading.document.text
        self.around = Surroundings(self.words, demonym)
        self.shape = Shape(self.words, demonym, self._text)
        self.ties = Ties(self.words, demonym, self.around, self.shape)
        self._covered = frozenset(offset for start, end in _party_names(reading) for offset in range(start, end))
        self._persons: set[str] = set()

    def find(self) -> list[Mention]:
        """Every mention that is taken for a place, in the order of the text."""
        found: list[Mention] = list(self._in_dateline())
        for number, sentence in enumerate(self.reading.sentences):
            found.extend(self._in_sentence(number, sentence))
        return [mention for mention in found if mention.accepted and not self.is_person(mention)]

    def given(self, spans: Sequence[Span]) -> list[Mention]:
        """The mentions at spans that somebody else has marked, and what was found beside them. An adjective stands for its country."""
        mentions = [mention for mention in self._in_dateline() if not any(_overlap(mention, span) for span in spans)]
        whole = [sentence.span for sentence in self.reading.sentences]
        for span in spans:
            if not any(stretch.start <= span.start < stretch.end for stretch in whole):  # in the dateline
                name = self._text[span.start : span.end]
                mentions.append(Mention(name, span.start, span.end, -1, 0, 0, self._meant(name), dateline=True, accepted=True, firm=True))
        for number, sentence in enumerate(self.reading.sentences):
            marked = [m for span in spans if sentence.start <= span.start < sentence.end and (m := self._given(number, sentence, span))]
            others = [m for m in self._scan(number, sentence) if not any(_overlap(m, span) for span in spans)]
            found = sorted([*marked, *others], key=lambda mention: mention.start)
            self.ties.tie(found, sentence.tokens)
            mentions.extend(found)
        return [mention for mention in mentions if mention.accepted]

    def _given(self, number: int, sentence: Sentence, span: Span) -> Mention | None:
        tokens = sentence.tokens
        inside = [at for at, token in enumerate(tokens) if span.start < token.end and token.start < span.end]
        if not inside:
            return None
        name = self._text[span.start : span.end]
        state = self._state(tokens, inside[0]) if len(inside) < 3 else None
        known = (state,) if state else self._meant(name)
        mention = Mention(name, span.start, span.end, number, inside[0], inside[-1], known, accepted=True, firm=True)
        self.around.read(mention, tokens)
        return mention

    def _meant(self, name: str) -> tuple[Entry, ...]:
        """The places that a marked name may mean: an abbreviated state, the country of an adjective, or what the gazetteer has."""
        if "." in name and (state := self.gazetteer.area(self.words.states.get(normalise(name), ""))) is not None:
            return (state,)
        known = self.gazetteer.lookup(name)
        if not any(entry.level is Level.COUNTRY for entry in known) and (iso := self.demonym(name)):
            nation = self.gazetteer.country(iso)
            return (nation,) if nation is not None else known
        return known

    def is_person(self, mention: Mention) -> bool:
        """A last name that the text has given with its first name elsewhere, and no preposition before it now."""
        return mention.key in self._persons and not mention.firmly_located and not mention.is_country

    # --- one sentence

    def _in_sentence(self, number: int, sentence: Sentence) -> list[Mention]:
        found = self._scan(number, sentence)
        self.ties.tie(found, sentence.tokens)
        return found

    def _scan(self, number: int, sentence: Sentence) -> list[Mention]:
        """Every name of the sentence that might be a place, each by itself."""
        tokens = sentence.tokens
        found: list[Mention] = []
        at = 0
        while at < len(tokens):
            held = self._in_party(tokens[at]) and not self._called_place(tokens, at)
            if not capital(tokens[at]) or tokens[at].lower == "the" or held:
                at += 1
                continue
            mention, at = self._name_at(number, tokens, at)
            if mention is not None:
                found.append(mention)
        return found

    def _called_place(self, tokens: Sequence[Token], at: int) -> bool:
        """The text calls it a place, whoever else bears the name: "the village of Ma'an"."""
        if at < 2 or tokens[at - 1].lower != "of":
            return False
        return self.words.features.get(tokens[at - 2].lower) in {"town", "admin2"} and tokens[at - 2].text[0].islower()

    def _in_party(self, token: Token) -> bool:
        """The token belongs to the name of a party."""
        return token.start in self._covered

    def _name_at(self, number: int, tokens: Sequence[Token], at: int) -> tuple[Mention | None, int]:
        """The longest known name that begins here, else an unknown one."""
        end, known = self.longest(tokens, at)
        if tokens[at].lower in self.words.never and (not known or end == at + 1):
            return None, at + 1
        if not known and is_compound(tokens[at].text):
            return None, at + 1
        stop = self._run_end(tokens, at)
        if known and end < stop and not self._rest_is_clear(tokens, end, stop):
            known, end = (), stop
        if not known:
            skipped = self._transparent(tokens, at, stop)
            return (None, skipped) if skipped > at else self._unknown(number, tokens, at, stop)
        mention = self.mention(number, tokens, at, end, known)
        mention.accepted = self._accepted(mention, tokens)
        mention.firm = mention.accepted and self._accepted_unknown(mention, tokens)
        if not mention.accepted and mention.single and self.around.person(tokens, at, end):
            self._remember(tokens[at:end])
        return mention, end

    def _run_end(self, tokens: Sequence[Token], at: int) -> int:
        """The end of the stretch of capitalised words that begins here."""
        end = at + 1
        while end < len(tokens):
            lower = tokens[end].lower
            joins = lower in JOINERS and lower not in {"and", "'s", "."} and capital_soon(tokens, end)
            stops = lower == "." and tokens[end - 1].lower in _ABBREVIATED and capital_soon(tokens, end)
            ends = lower == "of" and tokens[end - 1].lower in self.words.features  # "Al-Rashidiyah District of Aleppo"
            if ends or not (capital(tokens[end]) or joins or stops):
                break
            end += 1
        return end

    def longest(self, tokens: Sequence[Token], at: int, *, anywhere: bool = False) -> tuple[int, tuple[Entry, ...]]:
        """The longest known name that begins here, and its end; no name reaches into a party's unless it may be `anywhere`."""
        if state := self._state(tokens, at):
            return at + 1, (state,)
        if not self.gazetteer.has_prefix(tokens[at].text):
            return at + 1, ()
        limit, reach = min(len(tokens), at + LONGEST), at + 1
        while (
            reach < limit and (capital(tokens[reach]) or tokens[reach].lower in JOINERS) and (anywhere or not self._in_party(tokens[reach]))
        ):
            reach += 1
        for end in range(reach, at, -1):
            last = tokens[end - 1]
            if end > at + 1 and (not capital(last) or last.text in JOINERS):
                continue
            name = self._text[tokens[at].start : last.end]
            known = self.gazetteer.lookup(name)
            if not known or normalise(name) in self.words.never_names:
                continue
            if end > at + 1 or not code_like(name) or _stands_in_capitals(name, known):
                return end, known
        return at + 1, ()

    def _state(self, tokens: Sequence[Token], at: int) -> Entry | None:
        """The state of "Oxford, N.C.": an abbreviation after a capitalised word and a comma."""
        if at < 2 or tokens[at - 1].text != "," or not capital(tokens[at - 2]):
            return None
        text, after = tokens[at].text, self._text[tokens[at].end : tokens[at].end + 1]
        code = self.words.states.get(normalise(text)) if text.endswith(".") or after == "." or text.isupper() else None
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
            if not (lower in self.words.features or lower in self.words.directions or lower in JOINERS or lower in self.words.days):
                return False
        return True

    def mention(self, number: int, tokens: Sequence[Token], at: int, end: int, known: tuple[Entry, ...]) -> Mention:
        """The words from `at` up to `end` as a mention, with what the words around them say."""
        name = self._text[tokens[at].start : tokens[end - 1].end]
        mention = Mention(name, tokens[at].start, tokens[end - 1].end, number, at, end - 1, known)
        self.around.read(mention, tokens)
        return mention

    # --- known names

    def _accepted(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Rule 1 of the module for a known name."""
        if self.around.person(tokens, mention.first, mention.last + 1) or self.shape.is_part_of_name(mention, tokens):
            return False
        best = mention.known[0]
        if mention.single and best.level is not Level.COUNTRY and self.demonym(tokens[mention.first].text):
            return mention.last + 1 < len(tokens) and self.words.features.get(tokens[mention.last + 1].lower) in {"admin1", "admin2"}
        if mention.single and (mention.key in self.words.peoples or mention.key in self.words.never):
            return mention.firmly_located
        if mention.located:
            return True
        if mention.first == 0 and mention.single and not (best.level is Level.COUNTRY or best.capital or best.prominent):
            return any(_own_name(e) == mention.key and (e.population >= WELL_KNOWN or e.level is Level.ADMIN1) for e in mention.known)
        return any(e.level in _KNOWN_LEVELS or e.capital or e.prominent or e.population >= WELL_KNOWN for e in mention.known)

    # --- unknown names

    def _unknown(self, number: int, tokens: Sequence[Token], at: int, stop: int) -> tuple[Mention | None, int]:
        """A stretch of capitals that the gazetteer does not know. Whether it is a place may show when the sentence is done."""
        first = at + (tokens[at].lower in self.words.prefixes)
        if any(tokens[k].lower in self.words.titles for k in range(first, stop)) or self.around.person(tokens, at, stop):
            self._remember(tokens[at:stop])
            return None, stop
        end = stop
        while end > at + 1 and (tokens[end - 1].lower in self.words.features or tokens[end - 1].lower in _GOVERNMENT):
            end -= 1
        mention = self.mention(number, tokens, at, end, ())
        if end - at > 1 and not mention.located:
            self._remember(tokens[at:end])
        mention.accepted = mention.firm = self._accepted_unknown(mention, tokens)
        if mention.accepted and mention.site:  # the whole of "Kindi Hospital"
            mention.name, mention.end, mention.last = self._text[mention.start : tokens[stop - 1].end], tokens[stop - 1].end, stop - 1
            mention.key = normalise(mention.name)
        return mention, stop

    def _remember(self, name: Sequence[Token]) -> None:
        """The parts of a name that is no place: alone they are none either, but for those that everybody knows.

        The name of a body ("North Arlington Neighbors Association") says nothing of its parts.
        """
        words = self.words
        if not any(t.lower in words.bodies or t.lower in words.directions or t.lower in words.features for t in name):
            self._persons.update(normalise(token.text) for token in name if not self._famous(token.text))

    def _famous(self, word: str) -> bool:
        """A country, a first-order area or a city that everybody knows."""
        return any(e.level in {Level.COUNTRY, Level.ADMIN1} or e.population >= 4 * WELL_KNOWN for e in self.gazetteer.lookup(word)[:3])

    def _accepted_unknown(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Rule 2: only where nothing but a place can stand, and nothing in the name speaks against it."""
        words = tokens[mention.first : mention.last + 1]
        after = tokens[mention.last + 1] if mention.last + 1 < len(tokens) else None
        if (
            len(words) > 3
            or (mention.name[0].islower() and not mention.firmly_located)
            or (after is not None and after.lower == "'s")
            or not self.shape.may_be_place(words)
        ):
            return False
        if words[0].lower in self.words.landforms and len(words) > 1:
            return True  # "Jabal al-Koz" is a place wherever it stands
        if mention.site and (mention.located or self._after_the(tokens, mention.first)):
            return True
        parts = _COMPOUND.findall(mention.name)
        if any(e.level is Level.COUNTRY for part in parts if part[0].isupper() for e in self.gazetteer.lookup(part)[:1]):
            return False  # "China-Pakistan"
        if mention.feature in {"admin1", "admin2", "town"}:
            before = tokens[mention.first - 1].lower if mention.first else ""
            return before not in _UNCOUNTED and not (mention.word == "department" and self._is_ministry(tokens, mention.first))
        if len(words) > 2:
            return False
        if words[0].lower in self.words.prefixes and len(words) > 1 and mention.firmly_located:
            return True
        firm = mention.preposition in self.words.firm or mention.done in self.words.done_firmly
        return mention.near or mention.of_feature or (firm and (mention.site or not self._runs_on(after)))

    def _after_the(self, tokens: Sequence[Token], at: int) -> bool:
        """ "The" or a common adjective after it stands before the name: "the strategic Dumayr Airbase"."""
        at -= 1
        while at > 0 and tokens[at].lower in self.words.skipped and tokens[at].lower != "the":
            at -= 1
        return at >= 0 and tokens[at].lower == "the"

    def _is_ministry(self, tokens: Sequence[Token], at: int) -> bool:
        """The "Department of ..." with a capital is a ministry, unless the name is known."""
        return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].text == "Department"

    def _runs_on(self, after: Token | None) -> bool:
        """The name only qualifies the noun after it: "in Ahmadi families", "in Brent crude"."""
        if after is None or not after.text[0].isalpha():
            return False
        known = after.lower in self.words.locative or after.lower in LISTED or after.lower in _AFTER_PLACE
        return not (known or after.lower.endswith(("ed", "ing")))

    # --- the dateline

    def _in_dateline(self) -> Iterator[Mention]:
        """The places of "BAGHDAD, Iraq (AP) — " and "KABUL/ISLAMABAD, May 3 - "."""
        if self.reading.dateline is None:
            return
        start, line = self.reading.dateline.start, self._text[self.reading.dateline.start : self.reading.dateline.end]
        before: Mention | None = None
        for piece in re.finditer(r"[^\W\d_][^,/()\d—–\n]*[^\W\d_]\.?", line):
            name = piece.group().rstrip("- .")
            known = () if normalise(name) in self.words.never else self.gazetteer.lookup(name)
            if not known or name.lower() in self.words.days:
                break
            at = start + piece.start()
            mention = Mention(name, at, at + len(name), -1, 0, 0, known, dateline=True, accepted=True)
            if before is not None and "," in self._text[before.end : at]:
                before.inside = mention
            before = mention
            yield mention


def _party_names(reading: Reading) -> list[tuple[int, int]]:
    """Where parties are named. A place inside such a name is none; a state or a capital that stands for its government is both."""
    text = reading.document.text
    found = []
    for party in reading.parties:
        many = sum(word[0].isupper() for word in text[party.start : party.end].split()) > 1  # "Balochistan Liberation Army"
        if not party.inferred and (many or (party.id is not None and party.kind not in STATE)):
            found.append((party.start, party.end))
    return found


def _own_name(entry: Entry) -> str:
    """An entry's first name without an Arabic article: "Fallujah" is Al Fallujah's own."""
    return normalise(entry.name).removeprefix("al ").removeprefix("el ")


def _overlap(mention: Mention, span: Span) -> bool:
    return mention.start < span.end and span.start < mention.end


def _stands_in_capitals(name: str, known: Sequence[Entry]) -> bool:
    """A short name all in capitals is read as an abbreviation, unless a well-known place has just that name: "QUETTA:"."""
    if known[0].prominent or known[0].level is Level.COUNTRY:
        return True
    key = normalise(name)
    return any(normalise(e.name) == key and e.population >= (WELL_KNOWN if len(key) < 5 else 15_000) for e in known)
