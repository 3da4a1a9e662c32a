"""Which party a name means where its letters do not say: several bear it, or it is one that asks for context.

Rules, the first that answers.
1. What the text defines holds for the whole text: behind "Balochistan Liberation Army (BLA)", BLA is that party, and behind "Front for
   the Renewal of the Hills (FRH)", FRH is that front, whoever else bears the letters. The letters of a body that stands in full elsewhere
   and is no party ("the Balochistan Livestock Agency") are nobody's.
2. A party whose full name stands elsewhere in the text.
3. Words beside the name say what sort of party it is: "told AFP", "AFP fighters"; "of X" behind it names the country.
4. The country: that which stands in the sentence, then those that the text speaks of.
5. The day of publication: a bearer that was not there yet, or no more (`years.csv`), is not meant where another was.
6. The countries of other open names (FNL and FDD are both Burundian), then the one that the text speaks of most.
7. Where nothing decides, all stay among the candidates and none is chosen.

A name that asks for context (`in_context` in the party files: short or common ones) stands for its party only if the text has the full
name or speaks of a country where the party is; the name of a people asks for that country always. Else it is nobody's name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ascribe.model.parties import ARMED, Candidate, Kind, Party
from ascribe.model.reading import Reading, Sentence, Token
from ascribe.resolve.factions import Factions
from ascribe.resolve.nations import Nations
from ascribe.resolve.register import Entry, Register
from ascribe.resolve.roles import ORGANISATIONS

_VOICES = frozenset({Kind.MEDIA})
_CIVIL = frozenset({Kind.MEDIA, Kind.NGO, Kind.IGO, Kind.BUSINESS, Kind.RELIGIOUS})
#: Words behind a name that say that it is an outlet, or that it bears arms.
_OUTLET = frozenset(
    "reporter reporters correspondent correspondents journalist journalists photographer photographers newspaper wire".split()
)
_TROOPS = frozenset(
    "fighter fighters rebel rebels militant militants guerrilla guerrillas troops soldier soldiers commander commanders insurgents gunmen "
    "forces positions base bases offensive column stronghold strongholds faction".split()
)
#: States that came to be while the press was writing: the day, and the state that their places were in before.
_NEW_STATES = {"ER": ("1993-05-24", "ET"), "NA": ("1990-03-21", "ZA"), "SS": ("2011-07-09", "SD"), "TL": ("2002-05-20", "ID")}
_TODAY = "9999"
#: A name whose bearers are of so few countries says that the text speaks of these.
_FEW = 2
#: States whose bodies are spoken of in texts about any country.
_FAR_REACHING = frozenset({"CN", "FR", "GB", "IL", "IR", "RU", "SU", "US"})
_ARTICLES = frozenset({"the", "a", "an"})
_JOINERS = frozenset("of for the and in de la del du des et al el y e".split())


@dataclass(slots=True)
class _Talk:
    """What the text speaks of: the parties that it names in full or beyond doubt, and countries, with how often each."""

    certain: set[str]
    countries: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)  # the same without the homes of parties
    short: dict[str, Party] = field(default_factory=dict)
    homes: dict[str, frozenset[str]] = field(default_factory=dict)  # a name that is open -> the few countries where its bearers are

    def spoken_of(self, name: str) -> Counter[str]:
        """The countries that speak for a bearer of this name: a name is no witness for itself."""
        others = Counter(home for other, homes in self.homes.items() if other != name for home in homes)
        return self.countries + others if others else self.countries


class Namesakes:
    """Settles the names of one document after another."""

    def __init__(self, register: Register, nations: Nations) -> None:
        self.register = register
        self.nations = nations
        self.factions = Factions(register, nations)

    def settle(self, reading: Reading) -> tuple[tuple[Party, ...], dict[str, Party]]:
        """The names of the reading, each decided as far as the text decides it, and the abbreviations that the text defines."""
        names = list(reading.names)
        short, renamed = self._defined(reading, names)
        renamed += _of_another(reading, names, short)
        open_ = any((party.candidates and not party.flags) or _is_short(party) for party in names)
        talk = _Talk({party.id for party in names if party.id}, short=short)
        if open_:
            talk.places = self._countries(reading)
            talk.countries = talk.places + self._homes(reading)
            talk.homes = self._few_homes(reading)
        found: list[Party] = []
        for party in names:
            if any(start <= party.start and party.end <= end for start, end in renamed):
                continue
            if party.candidates and not party.flags:
                settled = self._settled(reading, party, talk)
                if settled is not None:
                    found.append(settled)
            elif not (_is_short(party) and self._is_out_of_place(party, names, talk)):
                found.append(party)
        meant = {word: self._full(reading, party, talk) for word, party in short.items()}
        if meant:
            found.extend(_uses(reading, meant, found))
            found.sort(key=lambda party: party.start)
        made = self.factions.of(reading, found)
        if made:
            found = [*(party for party in found if not any(_is_swallowed(party, whole) for whole in made)), *made]
            found.sort(key=lambda party: (party.start, party.end))
        return tuple(found), meant

    # --- abbreviations that the text defines ---------------------------------------------------------------------------------------------

    def _defined(self, reading: Reading, names: Sequence[Party]) -> tuple[dict[str, Party], list[tuple[int, int]]]:
        """The abbreviations in brackets behind a name, and the spans of local names, inside which nobody else is named."""
        ends = {party.end: party for party in names}
        starts = {party.start: party for party in names}
        short: dict[str, Party] = {}
        local: list[tuple[int, int]] = []
        for sentence in reading.sentences:
            tokens = sentence.tokens
            for at in range(1, len(tokens) - 1):
                word = tokens[at].text
                if tokens[at - 1].text != "(" or tokens[at + 1].text != ")" or not _is_letters(word):
                    continue
                known = next((p for end, p in ends.items() if end <= tokens[at - 1].start and tokens[at - 1].start - end <= 1), None)
                run = _spelt_by(tokens, at - 1, word, upper=reading.upper_case)
                if run is not None and (known is None or run[0] < known.start) and run[0] not in starts:
                    name = reading.document.text[run[0] : run[1]]
                    kind = _kind_of(name)
                    short[word] = Party(name, run[0], run[1], kind, stands_for=name)
                    local.append(run)
                    local.append((tokens[at].start, tokens[at].end))
                elif known is not None and not known.flags:
                    short[word] = known
        uses = [(p.start, p.end) for p in names if (own := short.get(p.name)) is not None and own.stands_for is not None]
        return short, [*local, *uses]

    def _full(self, reading: Reading, party: Party, talk: _Talk) -> Party:
        """The party of a defined abbreviation, decided where its full name has namesakes."""
        return (self._settled(reading, party, talk) or party) if party.candidates else party

    # --- names with several bearers, or that ask for context -----------------------------------------------------------------------------

    def _settled(self, reading: Reading, party: Party, talk: _Talk) -> Party | None:
        entries = [entry for candidate in party.candidates if (entry := self.register.entry(candidate.id)) is not None]
        defined = talk.short.get(party.name)
        if defined is not None and defined.start != party.start and (defined.id or defined.candidates):
            wanted = {defined.id, *(candidate.id for candidate in defined.candidates)}
            entries = [entry for entry in entries if entry.id in wanted] or entries
        free = {entry.id for entry in self.register.match(party.name.split(), 0, reading.upper_case)[1]}
        text = reading.document.text
        spoken_of = talk.spoken_of(_bare(party.name))
        fitting = [entry for entry in entries if entry.id in free or self._may(entry, party, talk, spoken_of, text)]
        if not fitting:
            return None
        chosen = self._one_of(fitting, reading, party, talk, spoken_of, free)
        return party_of_entries(party.name, party.start, party.end, (chosen,) if chosen is not None else fitting)

    def _may(self, entry: Entry, party: Party, talk: _Talk, spoken_of: Counter[str], text: str) -> bool:
        """The context that a name asks for is there."""
        words = entry.conditions(_bare(party.name))
        if words and entry.id not in talk.certain:
            return any(word in text for word in words)
        if entry.acts_in(spoken_of):
            return True
        return entry.id in talk.certain and party.name.removesuffix("s") not in entry.people

    def _is_out_of_place(self, party: Party, names: Sequence[Party], talk: _Talk) -> bool:
        """The text speaks of countries, but of none where the party is, and has it by no longer name."""
        entry = self.register.entry(party.id) if party.id else None
        if entry is None or entry.country is None or entry.country in _FAR_REACHING or entry.kind in _CIVIL:
            return False
        if not talk.places or entry.acts_in(talk.places):
            return False
        return party.name not in talk.short and not any(other.id == entry.id and not _is_short(other) for other in names)

    def _one_of(
        self, entries: Sequence[Entry], reading: Reading, party: Party, talk: _Talk, spoken_of: Counter[str], free: set[str]
    ) -> Entry | None:
        sentence = next((s for s in reading.sentences if s.start <= party.start < s.end), None)
        left = list(entries)
        for narrow in (
            lambda found: [entry for entry in found if entry.id in talk.certain],
            lambda found: self._of_that_sort(found, sentence, party),
            lambda found: self._of_that_country(found, reading, sentence, party),
            lambda found: [entry for entry in found if entry.country in talk.countries],
            lambda found: [entry for entry in found if entry.acts_in(talk.countries)],
            lambda found: [entry for entry in found if self.register.was_there(entry.id, reading.document.published)],
            lambda found: [entry for entry in found if entry.country in spoken_of],
            lambda found: [entry for entry in found if entry.acts_in(spoken_of)],
            lambda found: _most_spoken_of(found, spoken_of),
            lambda found: [entry for entry in found if entry.country is None or entry.kind in _CIVIL],
            lambda found: [entry for entry in found if entry.id in free],
        ):
            left = narrow(left) or left
            if len(left) == 1:
                return left[0]
        return None

    def _of_that_sort(self, entries: Sequence[Entry], sentence: Sentence | None, party: Party) -> list[Entry]:
        """The words beside the name say that it is an outlet, or that it bears arms."""
        if sentence is None:
            return []
        tokens = sentence.tokens
        before = next((token.lower for token in reversed(tokens) if token.end <= party.start and token.lower not in _ARTICLES), "")
        after = next((token.lower for token in tokens if token.start >= party.end), "")
        if after in _OUTLET or before == "told" or (before == "to" and "according" in {token.lower for token in tokens}):
            return [entry for entry in entries if entry.kind in _VOICES]
        if after in _TROOPS:
            return [entry for entry in entries if entry.kind in ARMED]
        return []

    def _of_that_country(self, entries: Sequence[Entry], reading: Reading, sentence: Sentence | None, party: Party) -> list[Entry]:
        """The country behind "of", else those that stand in the sentence."""
        if sentence is None:
            return []
        after = [token for token in sentence.tokens if token.start >= party.end]
        if len(after) > 1 and after[0].lower == "of" and (country := self._country(after[1])) is not None:
            return [entry for entry in entries if entry.acts_in({country})]
        beside = {country for token in sentence.tokens if (country := self._country(token)) is not None}
        beside.update(place.country for place in reading.places if place.country and sentence.start <= place.start < sentence.end)
        return [entry for entry in entries if entry.country in beside]

    def _country(self, token: Token) -> str | None:
        if not token.text[:1].isupper():
            return None
        country = self.nations.adjective(token) or self.register.by_country_name(token.lower)
        return country.iso2 if country is not None else None

    def _countries(self, reading: Reading) -> Counter[str]:
        """The countries that the text speaks of, by its places, adjectives and capitals."""
        seen = Counter(place.country for place in reading.places if place.country)
        for sentence in reading.sentences:
            for at, token in enumerate(sentence.tokens):
                if not token.text[:1].isupper():
                    continue
                two = f"{token.lower} {sentence.tokens[at + 1].lower}" if at + 1 < len(sentence.tokens) else ""
                country = self.nations.adjective(token) or (self.register.by_demonym(two) if two else None)
                country = country or self.register.by_capital(token.lower)
                if country is not None:
                    seen[country.iso2] += 1
        return _of_that_day(seen, reading)

    def _homes(self, reading: Reading) -> Counter[str]:
        """The countries of the parties that the text names."""
        seen = Counter(party.country for party in reading.names if party.country and party.kind not in _CIVIL)
        return _of_that_day(seen, reading)

    def _few_homes(self, reading: Reading) -> dict[str, frozenset[str]]:
        """Of each name that is open, the countries of its bearers, where these are few."""
        found: dict[str, frozenset[str]] = {}
        for party in reading.names:
            if not party.candidates or party.flags or _bare(party.name) in found:
                continue
            bearers = (self.register.entry(candidate.id) for candidate in party.candidates)
            homes = frozenset(entry.country for entry in bearers if entry is not None and entry.country)
            if 0 < len(homes) <= _FEW:
                found[_bare(party.name)] = homes
        return found


def _is_swallowed(party: Party, whole: Party) -> bool:
    """A name inside another that is not the group of which the other is a part."""
    return whole.start <= party.start and party.end < whole.end


def _of_that_day(seen: Counter[str], reading: Reading) -> Counter[str]:
    """Places of a state that was not yet there on the day of publication are those of the state before it."""
    for state, (day, before) in _NEW_STATES.items():
        if (reading.document.published or _TODAY) < day and state in seen:
            seen[before] += seen.pop(state)
    return seen


def party_of_entries(name: str, start: int, end: int, entries: Sequence[Entry]) -> Party:
    """The party of one register entry; with several, none is chosen and all are kept."""
    if len(entries) == 1:
        entry = entries[0]
        return Party(name, start, end, entry.kind, entry.canonical, entry.id, entry.country, entry.parent)
    kinds = {entry.kind for entry in entries}
    candidates = tuple(Candidate(entry.id, entry.canonical) for entry in entries)
    return Party(name, start, end, kinds.pop() if len(kinds) == 1 else Kind.UNKNOWN, candidates=candidates)


def open_party(name: str, start: int, end: int, free: Sequence[Entry], asking: Sequence[Entry]) -> Party:
    """A name that asks for context: nobody's until the text is known, so that even a single bearer is only a candidate."""
    candidates = tuple(Candidate(entry.id, entry.canonical) for entry in dict.fromkeys((*free, *asking)))
    return replace(Party(name, start, end), candidates=candidates)


def _of_another(reading: Reading, names: Sequence[Party], short: Mapping[str, Party]) -> list[tuple[int, int]]:
    """Where the text uses the first letters of a body that it has in full and that is no party: "the Livestock Agency of B., BLA"."""
    letters = {name: party for party in names if _is_letters(name := _bare(party.name)) and name.isupper() and name not in short}
    if not letters or reading.upper_case:
        return []
    others: set[str] = set()
    for run in _runs(reading):
        initials = "".join(token.text[0] for token in run if token.text[0].isupper())
        if (
            len(initials) > 2
            and initials in letters
            and run[-1].lower in ORGANISATIONS
            and _kind_of(" ".join(token.text for token in run)) not in ARMED
            and not any(party.start <= run[0].start < party.end for party in names)
        ):
            others.add(initials)
    return [(party.start, party.end) for party in names if _bare(party.name) in others]


def _runs(reading: Reading) -> Iterator[list[Token]]:
    """The runs of capitalised words, with the small words that join them."""
    for sentence in reading.sentences:
        run: list[Token] = []
        for token in sentence.tokens:
            if token.text[:1].isupper() and token.text.isalpha() and token.lower not in _ARTICLES:
                run.append(token)
            elif not (run and token.lower in _JOINERS):
                if len(run) > 2:
                    yield run
                run = []
        if len(run) > 2:
            yield run


def _uses(reading: Reading, meant: dict[str, Party], found: Iterable[Party]) -> list[Party]:
    """The places where the text uses its own abbreviations, as far as the register did not find them."""
    taken = {at for party in found for at in range(party.start, party.end)}
    return [
        replace(meant[token.text], name=reading.document.text[token.start : token.end], start=token.start, end=token.end)
        for sentence in reading.sentences
        for token in sentence.tokens
        if token.text in meant and token.start not in taken
    ]


def _most_spoken_of(entries: Iterable[Entry], countries: Counter[str]) -> list[Entry]:
    """Those of the country that the text names most, if it names one most."""
    here = Counter({entry.id: countries[entry.country] for entry in entries if entry.country})
    best = here.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return []
    return [entry for entry in entries if entry.id == best[0][0]]


def _bare(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _is_short(party: Party) -> bool:
    """Three capital letters or fewer, or a word of four: "Fano" is a town in Italy."""
    name = _bare(party.name)
    return party.id is not None and ((len(name) <= 3 and name.isupper()) or (len(name) <= 4 and name.istitle() and name.isalpha()))


def _is_letters(word: str) -> bool:
    return 2 <= len(word) <= 10 and word[:1].isupper() and sum(letter.isupper() for letter in word) >= 2


def _spelt_by(tokens: Sequence[Token], bracket: int, letters: str, *, upper: bool) -> tuple[int, int] | None:
    """The run of capitalised words before a bracket whose first letters are these: its offsets."""
    if upper:
        return None
    wanted = [letter.casefold() for letter in letters if letter.isalpha()]
    at, first = bracket - 1, None
    while at >= 0 and wanted:
        word = tokens[at].text
        if word[:1].isupper() and word[:1].isalpha():
            parts = [part for part in word.split("-") if part[:1].isupper()] or [word]
            for part in reversed(parts):
                if wanted and part[:1].casefold() == wanted[-1]:
                    wanted.pop()
                else:
                    return None
            first = at
        elif word.lower() not in _JOINERS and word not in {"'s", "’s", "-"}:
            return None
        at -= 1
    if wanted or first is None or bracket - first < 2:
        return None
    return tokens[first].start, tokens[bracket - 1].end


def _kind_of(name: str) -> Kind:
    """The kind of a local organisation, by the last word of its name that says one, or the first before "of" or "for"."""
    words = name.lower().split()
    head = next((n for n, word in enumerate(words) if word in {"of", "for"}), len(words))
    for word in (*reversed(words[:head]), *reversed(words)):
        if word in ORGANISATIONS:
            return ORGANISATIONS[word]
    return Kind.UNKNOWN
