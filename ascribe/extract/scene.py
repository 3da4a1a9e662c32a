"""One sentence with all that was marked in it, ready to be asked: who is this phrase, is it a target, a weapon, an event, how many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ascribe.extract.counts import range_before, read_count
from ascribe.model.claims import Count, Thing
from ascribe.model.grammar import Clause, Parse, Phrase
from ascribe.model.lexicon import Frame, Words
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Sentence, Token
from ascribe.model.text import Quote
from ascribe.model.times import TimeInterval

#: Prepositions that say where something happened.
LOCATIVE = frozenset(
    "in at near on outside inside across around along off over through throughout between within into towards toward against from of by "
    "to amid including beyond north south east west under above under".split()
)
#: Nouns of many: what stands behind "of" is what happened.
SERIES = frozenset(
    "series wave spate string number succession campaign range surge rash dozens hundreds scores flurry upsurge rise spike "
    "round barrage pair total".split()
)
#: Parties that are people, so that a number of them is a number of people.
PEOPLE_KINDS = frozenset(Kind) - {Kind.MEDIA, Kind.IGO, Kind.NGO, Kind.BUSINESS}
_COLLECTIVE = frozenset(
    "police army military force forces government patrol convoy garrison squad authorities ministry command unit regiment "
    "battalion militia group "
    "organisation organization movement administration court hospital hospitals community communities gang cartel families "
    "family household households "
    "clan tribe mob crowd crew congregation staff personnel public leadership state regime faction factions alliance column "
    "commission committee junta "
    "parliament cabinet navy patrols corps aircraft jet jets helicopters warplanes artillery tanks front brigade guard intelligence".split()
)


#: "A group of 20": a number of people, no age.
_MANY = SERIES | frozenset(
    "group crowd party gang team column band unit force family toll total convoy list maximum minimum sentence term".split()
)


@dataclass(slots=True)
class Scene:
    """One sentence of a reading. Phrases and clauses are named by their numbers in the parse."""

    reading: Reading
    number: int
    words: Words
    sentence: Sentence
    parse: Parse
    parties: dict[tuple[int, int], Party]
    places: tuple[Place, ...]
    times: tuple[TimeInterval, ...]
    owners: dict[tuple[int, int], Party]
    together: dict[tuple[int, int], list[Party]]
    tokens: tuple[Token, ...] = ()
    _events: dict[int, tuple[Frame, int] | None] = field(default_factory=dict)
    _clause_times: dict[int, list[TimeInterval]] | None = None

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens

    def phrase(self, at: int) -> Phrase:
        """The phrase of this number."""
        return self.parse.phrases[at]

    def extent(self, at: int) -> tuple[int, int]:
        """First and last offset of a phrase."""
        phrase = self.parse.phrases[at]
        return self.tokens[phrase.start].start, self.tokens[phrase.end - 1].end

    def quote(self, first: int, stop: int) -> Quote:
        """The words of the tokens from `first` up to `stop`."""
        return self.reading.document.quote(self.tokens[first].start, self.tokens[stop - 1].end)

    def phrase_quote(self, at: int) -> Quote:
        """The words of a phrase."""
        return self.reading.document.quote(*self.extent(at))

    def text(self, at: int) -> str:
        """The words of a phrase, as they stand."""
        start, end = self.extent(at)
        return self.reading.document.text[start:end]

    def lowers(self, at: int) -> list[str]:
        """The words of a phrase, folded."""
        phrase = self.parse.phrases[at]
        return [token.lower for token in self.tokens[phrase.start : phrase.end]]

    def head(self, at: int) -> str:
        """The word that a phrase is about, folded."""
        return self.tokens[self.parse.phrases[at].head].lower

    def party(self, at: int) -> Party | None:
        """The party that a noun phrase names."""
        return self.parties.get(self.extent(at))

    def preposition(self, at: int) -> str:
        """The word of a preposition's phrase."""
        return self.tokens[self.parse.phrases[at].start].lower

    def governor(self, at: int) -> str:
        """The preposition before a noun phrase, or nothing."""
        return self.preposition(at - 1) if at > 0 and self.parse.phrases[at - 1].kind == "P" else ""

    # --- what a noun phrase denotes ------------------------------------------------------------------------------------------------------

    def event(self, at: int) -> tuple[Frame, int] | None:
        """The frame of an event noun that heads the phrase, and the token where its words begin."""
        if at not in self._events:
            self._events[at] = self._find_event(at)
        return self._events[at]

    def _find_event(self, at: int) -> tuple[Frame, int] | None:
        phrase = self.parse.phrases[at]
        if phrase.kind != "NP":
            return None
        if self.tokens[phrase.start].text.title() == "Operation" and phrase.end - phrase.start > 1:
            return self.words.events.verbs["invade"], phrase.start
        place = phrase.head
        for before, frame in self.words.events.nouns.get(self.tokens[place].lower, ()):
            start = place - len(before)
            if start >= phrase.start and all(self.tokens[start + n].lower == word for n, word in enumerate(before)):
                return frame, start
        return None

    def thing(self, at: int, table: str) -> Thing | None:
        """The target or weapon that heads the phrase."""
        phrase = self.parse.phrases[at]
        entries = getattr(self.words.things, table)
        head = phrase.head
        if self.tokens[head].lower == "times" and head - 2 >= phrase.start:
            head -= 2  # "hit rebel positions 12 times"
        for before, category in entries.get(self.tokens[head].lower, ()):
            start = head - len(before)
            if start >= phrase.start and all(self.tokens[start + n].lower == word for n, word in enumerate(before)):
                first = start
                while first > phrase.start and self.parse.tags[first - 1] not in {"D", "PP", "CD", "PU", "POS"}:
                    first -= 1
                quote = self.quote(first, head + 1)
                return Thing(quote.exact, category, quote.start, quote.end)
        return None

    def weapons_within(self, first: int, stop: int) -> Iterator[Thing]:
        """Every weapon named between two tokens, longest names first."""
        place = stop - 1
        while place >= first:
            for before, category in self.words.things.weapons.get(self.tokens[place].lower, ()):
                start = place - len(before)
                if start >= first and all(self.tokens[start + n].lower == word for n, word in enumerate(before)):
                    quote = self.quote(start, place + 1)
                    yield Thing(quote.exact, category, quote.start, quote.end)
                    place = start
                    break
            place -= 1

    def count(self, at: int) -> Count | None:
        """The number in a noun phrase; an age is none."""
        phrase = self.parse.phrases[at]
        if self.opens_range(at) or self.is_age(at):
            return None
        first = range_before(self.tokens, phrase.start)
        found = read_count(self.tokens, phrase.start if first is None else first, phrase.end)
        return None if found is None else replace(found, text=self.reading.document.text[found.start : found.end])

    def opens_range(self, at: int) -> bool:
        """The phrase is the first half of a range that the chunker cut in two: "between 20 / and / 30 soldiers"."""
        phrases = self.parse.phrases
        if at + 2 >= len(phrases) or phrases[at + 2].kind != "NP" or phrases[at + 1].kind not in {"CC", "P", "PU"}:
            return False
        first = range_before(self.tokens, phrases[at + 2].start)
        return first is not None and phrases[at].start <= first < phrases[at].end

    def settle(self, members: Sequence[int]) -> list[int]:
        """The noun phrases that are meant: no first halves of ranges, and not "all of them Sikhs" but whom it stands beside."""
        found: list[int] = []
        for at in members:
            meant = at + 2 if self.opens_range(at) else at - 2 if self.is_age(at) else self._beside(at)
            if meant not in found:
                found.append(meant)
        return found

    def is_age(self, at: int) -> bool:
        """The number in "a man of 20", "who was 21,"."""
        phrase = self.phrase(at)
        if self._is_told_age(phrase):
            return True
        words = [token.lower for token in self.tokens[phrase.start : phrase.head]]
        if (
            self.parse.tags[phrase.head] != "CD"
            or not set(words) <= {"about", "some", "around", "only", "just"}
            or at < 2
            or self.governor(at) != "of"
            or self.phrase(at - 2).kind != "NP"
        ):
            return False
        before = self.phrase(at - 2)
        return (
            self.parse.tags[before.head] == "NN"
            and self.tokens[before.start].lower in {"a", "an", "the"}
            and self.head(at - 2) not in _MANY
        )

    def _is_told_age(self, phrase: Phrase) -> bool:
        before = [token.lower for token in self.tokens[max(phrase.start - 2, 0) : phrase.start]]
        alone = phrase.end == phrase.start + 1 and self.parse.tags[phrase.start] == "CD"
        return alone and len(before) == 2 and before[0] in {"who", "he", "she"} and before[1] in {"is", "was"}

    def _beside(self, at: int) -> int:
        """The counted noun phrase that a remark between commas stands beside: "35 men, all of them Sikhs, were"."""
        phrases = self.parse.phrases
        behind = at + 1
        while behind + 1 < len(phrases) and phrases[behind].kind == "P" and phrases[behind + 1].kind == "NP":
            behind += 2
        if self.count(at) is not None or behind + 1 >= len(phrases) or not self.is_comma(behind) or phrases[behind + 1].kind != "VG":
            return at
        for place in range(at - 1, max(0, at - 6), -1):
            if phrases[place].kind in {"VG", "SUB", "WH"}:
                return at
            if self.is_comma(place) and phrases[place - 1].kind == "NP":
                head = place - 1
                while head >= 2 and phrases[head - 1].kind == "P":
                    head -= 2
                return head if self.count(head) is not None else at
        return at

    def is_comma(self, at: int) -> bool:
        """The phrase is a comma."""
        return self.parse.phrases[at].kind == "PU" and self.tokens[self.parse.phrases[at].start].text == ","

    def is_none(self, at: int) -> bool:
        """ "Nobody", "no one", "none of them"."""
        words = self.lowers(at)
        return words[0] in {"nobody", "no-one", "none"} or words[:2] == ["no", "one"]

    def stands_for(self, at: int) -> int | None:
        """The event noun that a phrase is or stands for: "attacks", "a wave of attacks", "dozens of attacks"."""
        if self.event(at) is not None:
            return at
        chain = self.chain(at)
        if (
            chain
            and chain[0][0] == "of"
            and not (self.people(at) and not self.is_number(at))
            and (self.head(at) in SERIES | _SPANS or self.parse.tags[self.phrase(at).head] == "CD" or self.count(at) is not None)
        ):
            return next((member for member in chain[0][1] if self.event(member) is not None), None)
        return None

    def place(self, at: int) -> Place | None:
        """The place that a noun phrase is."""
        start, end = self.extent(at)
        head = self.tokens[self.parse.phrases[at].head]
        for place in self.places:
            if place.start < end and place.end > start and (place.start <= head.start < place.end or self._feature(at, place)):
                return place
        return None

    def places_within(self, at: int) -> list[Place]:
        """Every place named in a noun phrase."""
        start, end = self.extent(at)
        return [place for place in self.places if place.start < end and place.end > start]

    def _feature(self, at: int, place: Place) -> bool:
        """The head is a word for a kind of place ("the Pahalgam area", "Kech district")."""
        return self.head(at) in _FEATURES and place.end <= self.tokens[self.parse.phrases[at].head].start

    def nation(self, at: int) -> Party | None:
        """What belongs to a nation but is no arm of its state: "Chinese investments"."""
        phrase = self.parse.phrases[at]
        for place in range(phrase.start, phrase.head):
            own = self.owners.get((self.tokens[place].start, self.tokens[place].end))
            if own is not None and own.kind is Kind.GOVERNMENT and own.inferred:
                start, end = self.extent(at)
                return Party(self.text(at), start, end, Kind.UNKNOWN, country=own.country)
        return None

    def people(self, at: int) -> bool:
        """The phrase is about people: something can be done to them."""
        party = self.party(at)
        if party is not None:
            return party.kind in PEOPLE_KINDS
        words = self.lowers(at)
        if self.is_none(at) or words[-1] in {"lives", "couple", "others", "pair"} or (words[0] == "all" and len(words) == 2):
            return True
        if words[-1] in self.words.roles.kinds:
            return self.words.roles.kinds[words[-1]] in PEOPLE_KINDS
        tags = self.parse.tags[self.parse.phrases[at].start : self.parse.phrases[at].end]
        return bool(tags) and tags[-1] == "CD" and self.event(at) is None

    def who(self, at: int) -> str:
        """The words for a number of people: "dozens of civilians" takes in what "of" names."""
        start, end = self.extent(at)
        first = range_before(self.tokens, self.phrase(at).start)
        if first is not None:
            start = self.tokens[first - 1 if first and self.tokens[first - 1].lower in {"between", "from"} else first].start
        chain = self.chain(at)
        if self.is_number(at) and chain and chain[0][0] == "of":
            end = self.extent(chain[0][1][0])[1]
        return self.reading.document.text[start:end]

    def is_name(self, at: int) -> bool:
        """A proper name that is no place, weapon or target: "Tayseer al-Jabari"."""
        phrase = self.parse.phrases[at]
        tag = self.parse.tags[phrase.head]
        first = 1 if self.parse.tags[phrase.start] in {"D", "PP", "CD"} else 0
        capital = any(token.text[:1].isupper() and not token.text.isupper() for token in self.tokens[phrase.start + first : phrase.end])
        if tag != "NNP" and not (capital and tag in {"NN", "JJ"} and phrase.start > 0):
            return False
        return self.place(at) is None and self.thing(at, "weapons") is None and self.thing(at, "targets") is None and self.event(at) is None

    def is_somebody(self, at: int) -> bool:
        """People, a party, a name, a pronoun, "a 19-year-old", "34 auxiliaries": not a thing, a place or a beast."""
        if self.people(at) or self.party(at) is not None:
            return True
        tag, head = self.parse.tags[self.phrase(at).head], self.head(at)
        if self.thing(at, "targets") is not None or self.thing(at, "weapons") is not None or self.place(at) is not None or head in _BEASTS:
            return False
        return (
            tag in {"NNP", "NNPS", "PN"}
            or self.is_name(at)
            or head.endswith("-old")
            or head in _ORDINALS
            or (self.count(at) is not None and tag in {"NNS", "CD"})
        )

    def is_number(self, at: int) -> bool:
        """The phrase is a bare number, so that "of" behind it names what was counted."""
        return self.parse.tags[self.phrase(at).head] == "CD" or self.head(at) in {
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "several",
            "some",
            "many",
            "most",
            "none",
            "lives",
            "all",
        }

    def people_count(self, at: int) -> Count | None:
        """How many people a phrase is about; a single person counts one."""
        counted = self.count(at)
        if counted is not None or self.opens_range(at):
            return counted
        phrase = self.parse.phrases[at]
        place = phrase.head
        tag, head = self.parse.tags[place], self.tokens[place].lower
        party = self.party(at)
        if head in {"number", "majority", "half", "rest", "part", "handful", "many", "most", "group", "series"}:
            return None
        if head in {"couple", "pair"}:
            quote = self.phrase_quote(at)
            return Count(2, 2, 2, quote.exact, quote.start, quote.end)
        if head in {"hostage", "captive", "prisoner"} and place > phrase.start and self.parse.tags[place - 1] == "NNS":
            return None  # "took two policemen and / officials hostage"
        while place > phrase.start and (head in {"aged", "age"} or (tag == "CD" and self.tokens[place - 1].lower == "aged")):
            place -= 1  # "a student aged 51"
            tag, head = self.parse.tags[place], self.tokens[place].lower
        if (
            head in _COLLECTIVE
            or head.endswith("s")
            or head in {"people", "men", "women", "children", "civilians", "gunmen", "personnel"}
            or tag == "NNS"
        ):
            return None
        if head.endswith("men") or head in self.words.events.plurals:
            return None
        if tag == "PN" or (party is not None and party.id and not party.inferred):
            return None
        first = self.tokens[phrase.start].lower
        is_one = (
            first in {"a", "an", "one", "another"}
            or (party is not None and party.kind is Kind.PERSON)
            or first == "the"
            or tag in {"NN", "NNP"}
        )
        named = party is None and self.is_name(at)
        if not is_one or (party is None and not named and head not in self.words.roles.kinds):
            return None
        quote = self.phrase_quote(at)
        return Count(1, 1, 1, quote.exact, quote.start, quote.end)

    # --- clauses -------------------------------------------------------------------------------------------------------------------------

    def clause_of(self, at: int) -> int | None:
        """The clause that a noun phrase is subject, object or prepositional part of; the nearest verb wins."""
        best: tuple[int, int] | None = None
        for number, clause in enumerate(self.parse.clauses):
            if at in clause.objects or at in clause.subjects:
                return number
            if any(at in members for _, members in clause.preps):
                distance = abs(clause.verb - at)
                if best is None or distance < best[0]:
                    best = (distance, number)
        return best[1] if best else None

    def chain(self, at: int) -> list[tuple[str, tuple[int, ...]]]:
        """The prepositional phrases right behind a noun phrase: "attack / on a post / in Kech"."""
        found: list[tuple[str, tuple[int, ...]]] = []
        phrases = self.parse.phrases
        place = at + 1
        while place < len(phrases):
            kind = phrases[place].kind
            if kind == "P" and place + 1 < len(phrases):
                word = self.preposition(place)
                target = place + 1
                if phrases[target].kind == "P" and target + 1 < len(phrases):
                    target += 1
                if phrases[target].kind == "WH" and self.lowers(target) == ["what"]:
                    called = self._so_called(target)
                    if called is not None:
                        found.append((word, (called,)))
                        place = called + 1
                        continue
                if phrases[target].kind != "NP":
                    place = target + 1 if phrases[target].kind == "TM" else target
                    if phrases[target].kind != "TM":
                        break
                    continue
                members = [target]
                after = target + 1
                while after + 1 < len(phrases) and self._joins(after) and phrases[after + self._joins(after)].kind == "NP":
                    step = self._joins(after)
                    if self._starts_clause(after + step):
                        break
                    members.append(after + step)
                    after += step + 1
                found.append((word, tuple(members)))
                place = after
            elif (
                kind == "TM"
                or (kind == "RB" and place == at + 1)
                or (
                    kind == "PU"
                    and self.tokens[phrases[place].start].text in ",\"”'"
                    and place + 1 < len(phrases)
                    and phrases[place + 1].kind in {"P", "TM"}
                )
            ):
                place += 1
            else:
                break
        return found

    def _so_called(self, at: int) -> int | None:
        """The description behind "what it claimed were"."""
        verb = next((p for p in range(at + 1, min(at + 7, len(self.parse.phrases))) if self.parse.phrases[p].kind == "VG"), None)
        if verb is None:
            return None
        for place in range(verb + 1, min(verb + 6, len(self.parse.phrases))):
            if self.parse.phrases[place].kind == "NP":
                return place
        return None

    def _joins(self, at: int) -> int:
        """How many phrases join a list at this place: "and", ",", ", and"; 0 for none."""
        phrases = self.parse.phrases
        word = self.tokens[phrases[at].start].lower
        if phrases[at].kind == "CC" and word in {"and", "or", "&"}:
            return 1
        if phrases[at].kind == "PU" and word == ",":
            if phrases[at + 1].kind == "CC" and at + 2 < len(phrases):
                return 2
            if phrases[at + 1].kind == "NP" and (self.place(at + 1) is not None or self._list_ahead(at + 1)):
                return 1
        return 0

    def _list_ahead(self, at: int) -> bool:
        """An "and" comes within the list that goes on here."""
        for phrase in self.parse.phrases[at + 1 : at + 10]:
            if phrase.kind == "CC":
                return True
            if phrase.kind not in {"NP", "PU"}:
                return False
        return False

    def _starts_clause(self, at: int) -> bool:
        """The noun phrase is the subject of a finite verb."""
        return any(
            at in clause.subjects and clause.verb > at and self.phrase(clause.verb).form == "finite" for clause in self.parse.clauses
        )

    def clause_tokens(self, number: int) -> tuple[int, int]:
        """First and last token of a clause with all that belongs to it."""
        clause = self.parse.clauses[number]
        parts = [clause.verb, *clause.objects, *(at for prep, members in clause.preps for at in (prep, *members))]
        if clause.link not in {"and", "infinitive"} or not clause.subjects:
            parts.extend(clause.subjects)
        phrases = self.parse.phrases
        return min(phrases[at].start for at in parts), max(phrases[at].end for at in parts)

    def clause_time(self, number: int) -> list[TimeInterval]:
        """The times that belong to a clause: those behind its verb, and those that lead it in."""
        if self._clause_times is None:
            self._clause_times = self._assign_times()
        found = list(self._clause_times.get(number, ()))
        clause = self.parse.clauses[number]
        for _ in range(6):
            if found or clause.link not in {"and", "participle"} or clause.parent is None:
                break
            found = list(self._clause_times.get(clause.parent, ()))
            clause = self.parse.clauses[clause.parent]
        return found

    def label(self) -> Place | None:
        """The place that labels this paragraph: "2. MOSTAR. Exchange of prisoners ...", "Gorazde: ..."."""
        number = self.number
        while number > 0 and self.reading.sentences[number - 1].paragraph == self.sentence.paragraph:
            number -= 1
        for sentence in self.reading.sentences[number : number + 2]:
            tokens = [token for token in sentence.tokens if token.lower[0].isalnum()]
            if sentence.paragraph != self.sentence.paragraph or not tokens:
                break
            first = tokens[1] if tokens[0].text.isdigit() and len(tokens) > 1 else tokens[0]
            place = next((p for p in self.reading.places if p.start == first.start), None)
            if place is not None and self.reading.document.text[place.end : place.end + 2].strip()[:1] in {".", ":", "—", "–"}:
                return place
        return None

    def _assign_times(self) -> dict[int, list[TimeInterval]]:
        """Each time goes to the clause that it leads in, else to the verb before it."""
        assigned: dict[int, list[TimeInterval]] = {}
        phrases = self.parse.phrases
        for at, phrase in enumerate(phrases):
            if phrase.kind != "TM":
                continue
            offset = self.tokens[phrase.start].start
            time = next(
                (
                    t
                    for t in self.times
                    if t.start_offset is not None and t.end_offset is not None and t.start_offset <= offset < t.end_offset
                ),
                None,
            )
            if time is None:
                continue
            number = self._led_in(at)
            if number is None:
                number = self._behind(at)
            if number is not None:
                assigned.setdefault(number, []).append(time)
        return assigned

    def _led_in(self, at: int) -> int | None:
        """The clause whose subject follows a time at the head of the sentence or behind a conjunction."""
        before = at - 1
        while before >= 0 and self.parse.phrases[before].kind in {"P", "RB"}:
            before -= 1
        opens = (
            before < 0
            or self.parse.phrases[before].kind in {"CC", "SUB"}
            or (self.parse.phrases[before].kind == "PU" and self.tokens[self.parse.phrases[before].start].text in ',;:—–-"“•*')
        )
        if not opens:
            return None
        after = at + 1
        while after < len(self.parse.phrases) and (self.parse.phrases[after].kind in {"PU", "RB", "TM"}):
            after += 1
        for number, clause in enumerate(self.parse.clauses):
            is_finite = self.parse.phrases[clause.verb].form == "finite"
            if is_finite and (after in clause.subjects or (after == clause.verb and before < 0)):
                return number
        later = next((n for n, c in enumerate(self.parse.clauses) if c.verb > at), None)
        return later if before < 0 and later is not None else None

    def _behind(self, at: int) -> int | None:
        """The clause of the nearest verb before the time; without one, that of the next verb."""
        before = [number for number, clause in enumerate(self.parse.clauses) if clause.verb < at]
        return (
            max(before, key=lambda number: self.parse.clauses[number].verb) if before else next(iter(range(len(self.parse.clauses))), None)
        )

    def noun_times(self, at: int) -> list[TimeInterval]:
        """Times in an event noun's own phrase or right behind it: "the 14 February attack", "an attack in Kabul on Monday"."""
        start, end = self.extent(at)
        last = at + 1
        phrases = self.parse.phrases
        while last < len(phrases) and (
            phrases[last].kind in {"P", "NP", "TM"}
            or (
                phrases[last].kind == "PU"
                and self.tokens[phrases[last].start].text == ","
                and last + 1 < len(phrases)
                and phrases[last + 1].kind in {"P", "TM"}
            )
        ):
            if phrases[last].kind == "NP" and phrases[last - 1].kind != "P":
                break
            if phrases[last].kind == "P" and self.preposition(last) in {
                "as",
                "against",
                "than",
                "compared",
                "from",
                "after",
                "before",
                "since",
            }:
                break  # "34 incidents, as against 21 in May"
            end = self.tokens[phrases[last].end - 1].end
            last += 1
        return [time for time in self.times if time.start_offset is not None and start <= time.start_offset < end]

    def times_in(self, at: int) -> list[TimeInterval]:
        """The times named in a phrase."""
        start, end = self.extent(at)
        return [time for time in self.times if time.start_offset is not None and start <= time.start_offset < end]

    def verb_lemma(self, clause: Clause) -> str:
        """The lemma of a clause's verb."""
        return self.parse.phrases[clause.verb].lemma

    def follows(self, at: int, wanted: Sequence[str], reach: int = 4) -> int:
        """The words follow the token `at` in order, with a few tokens between at most: the token behind the last, else 0."""
        place = at + 1
        for word in wanted:
            for step in range(place, min(place + reach, len(self.tokens))):
                found = self.tokens[step].lower
                if found == word or (len(word) > 3 and (found == word + "s" or found == word + "es")):
                    place = step + 1
                    break
                if found in {".", ";", ":", "said"}:
                    return 0
            else:
                return 0
        return place


_SPANS = frozenset({"days", "weeks", "months", "hours", "night", "nights", "day"})
_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth another".split())
_BEASTS = frozenset(
    "cattle cows goats sheep camels livestock animals dogs birds chickens pigs trees vehicles houses homes shops buildings days "
    "weeks months years hours minutes "
    "lorries trucks cars buses tonnes rounds shots points votes seats jobs acres hectares boats ships drones missiles rockets".split()
)
_FEATURES = frozenset(
    "district area region province city town village state county governorate department municipality neighbourhood "
    "neighborhood suburb camp "
    "valley island islands river road highway border crossing coast quarter tehsil oblast prefecture division township commune "
    "locality hills "
    "mountains forest desert peninsula strait gulf zone sector front locality areas districts provinces regions villages towns "
    "states cities "
    "counties neighbourhoods municipalities departments shore airport port strip outskirts".split()
)


def scenes(reading: Reading, words: Words) -> list[Scene]:
    """One scene for each sentence."""
    parties = {(party.start, party.end): party for party in reading.parties}
    together: dict[tuple[int, int], list[Party]] = {}
    for party in reading.parties:
        together.setdefault((party.start, party.end), []).append(party)
    owners = {(party.start, party.end): party for party in reading.names}
    found = []
    for number, (sentence, parse) in enumerate(zip(reading.sentences, reading.parses, strict=True)):
        places = tuple(place for place in reading.places if sentence.start <= place.start < sentence.end)
        times = tuple(
            time for time in reading.times if time.start_offset is not None and sentence.start <= time.start_offset < sentence.end
        )
        found.append(Scene(reading, number, words, sentence, parse, parties, places, times, owners, together))
    return found


def is_located(place: Place) -> bool:
    """The place says where: it has a point, or a name of its own finer than a country."""
    return place.level is not Level.UNLOCATED or bool(place.name)
