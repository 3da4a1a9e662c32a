"""The register of parties and states: which party or country a name stands for.

The names live in the files of `knowledge/parties/` and in `knowledge/countries.csv`; docs/parties.md says how to add one, `register_files`
reads them. The register says who bears a name and never what anybody did.
"""

from __future__ import annotations

import gc
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from ascribe.resolve.register_files import (
    COUNTRIES,
    ORIGINS,
    PARTIES,
    RELATIONS,
    YEARS,
    Country,
    Entry,
    Relation,
    government,
    read_countries,
    read_parties,
    read_relations,
    read_spellings,
    read_years,
    relations_of_rows,
    without_condition,
)

__all__ = ["COUNTRIES", "HISTORIC", "ORIGINS", "PARTIES", "Country", "Entry", "Found", "Register", "Relation"]

#: States that are no more. A name that a living state bears too ("Belgrade") is the living one's.
HISTORIC = frozenset({"CS", "DD", "SU", "XV", "YD", "YU"})
#: Words that a name is not taken for where capitals tell nothing: in a text all in capitals, and in look-ups of small letters.
#: A paper called by such a word keeps its article and its capital: "The Guardian", not "the guardian".
_ORDINARY = frozenset(
    """
    is us it who as so an at be by do go he if in me my no of on or to up we am are all and any but can car did far for get had has her
    him his how its may new nor not now off old one our out own per say see she the too two use was way why yet you aid arm ban map mad
    man men nan pan pap raw ria sad site dawn guardian hindu economist irrawaddy independent times nation news sun model fact care
    amnesty male contra orden lucha fan mend star mine mission ana let plan cobra mas las mar rio don rada
    diplomat hill insider intercept sentry print wire gleaner fact fat cdr edu num mim care model mash kan
    """.split()
)
#: What a party is, as the last word of its name: it may stand in small letters where another word is a name of its own.
_WHAT_IT_IS = frozenset(
    "front brigade battalion column movement militia militias group gang cartel clan faction network regiment commando commandos alliance "
    "coalition army unit cell sect division legion organization".split()
)
#: Words that many names have, and that are none by themselves.
_OF_MANY = frozenset(
    "national people's peoples popular democratic islamic revolutionary united patriotic liberation new free real true first second third "
    "fourth fifth southern northern western eastern central red white black blue green royal republican presidential armed local special "
    "self-defense self defense workers communist socialist christian muslim jihad salvation resistance freedom unity independence "
    "independent arab kurdish of for and the in al salafist holy lord's lords god's gods young union party state justice peace progressive "
    "security military general mobile rapid action intervention support public peasant farmers students student women women's".split()
)
#: "The Hindu temple" may open a sentence, so this paper is known inside a sentence only.
_NOT_FIRST = frozenset({"hindu"})
#: What separates the parts of a name, what is left out of them, and letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    dict.fromkeys("-‐‑–—/_,()[]&", " ")
    | dict.fromkeys("'’ʼ‘`´ʿʾ.\"“”")
    | {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "Ø": "O", "Ł": "L", "Đ": "D"}
)
#: One word in several spellings -> the one that stands for all (knowledge/party_spellings.toml).
_SPELT = read_spellings()
_APOSTROPHES = "'’ʼ‘`´"
#: The Arabic article before letters of the sun, as it is spoken: "an-Nusra", "as-Sahab".
_ARTICLE = re.compile(r"\b[Aa](?:[tnrsz]|[sdt]h)-(?=[A-Z])")
#: Words that may stand alone: the possessive ending, and marks inside a name ("CPI (Maoist)", "SPLM/A", "Workers' Party").
_POSSESSIVE = frozenset(f"{mark}{s}" for mark in _APOSTROPHES for s in "sS")
_THE = frozenset({"the", "The", "THE"})
_MARKS = frozenset("'’ʼ‘`´/()&-‐‑–")


class Register:
    """All parties and states, and who bears which name."""

    def __init__(self, entries: Iterable[Entry], countries: Iterable[Country], relations: Path | None = None) -> None:
        self.countries = tuple(sorted(countries, key=lambda country: country.iso2 in HISTORIC))
        self.entries = tuple(entries)
        self._by_iso2 = {country.iso2: country for country in self.countries}
        self._governments = {country.iso2: government(country) for country in self.countries}
        self._relations = relations
        self._by_id = {entry.id: entry for entry in (*self._governments.values(), *self.entries)}
        self._unread: dict[str, list[tuple[str, Entry, _Need]]] = {}  # first word -> the names that begin with it
        self._keys: dict[str, str] = {}  # the first word of a name as it is written -> as the names are sorted
        self._shelves: dict[str, _Shelf] = {}  # the same, read: most texts need few of them
        for entry in self.entries:
            self._list(entry, entry.names, _FREE)
            if entry.in_context:
                self._list(entry, map(without_condition, entry.in_context), _IN_CONTEXT)
            if entry.people:
                self._list(entry, _with_plurals(entry.people), _OF_A_PEOPLE)

    def _list(self, entry: Entry, names: Iterable[str], need: _Need) -> None:
        unread, keys = self._unread, self._keys
        for name in names:
            for variant in _variants(name) if "-" in name or "Liberation" in name else (name,):
                first = variant.partition(" ")[0]
                key = keys.get(first)
                if key is None:
                    key = _first_word(variant)
                    if first not in _THE:
                        keys[first] = key
                if key in unread:
                    unread[key].append((variant, entry, need))
                else:
                    unread[key] = [(variant, entry, need)]

    @classmethod
    def load(cls, parties: Path | None = None, countries: Path | None = None) -> Register:
        """Read the register from these files; with no path given, the lists that ship with the program, which are read once."""
        if parties is None and countries is None:
            return _default()
        return _read(parties or PARTIES, countries or COUNTRIES)

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """All that is said of two parties: what the rows say, then UCDP's splits, alliances, mergers and renamings."""
        listed = read_relations(self._relations, self._by_id) if self._relations is not None else ()
        return (*relations_of_rows(self.entries), *listed)

    def was_there(self, id: str, day: str | None) -> bool:  # noqa: A002 - the column is called id
        """Say whether the party was there in the year of this day, as far as `years.csv` knows; if it does not, the answer is yes."""
        since, until = self._years.get(id, ("", ""))
        year = (day or "")[:4]
        return not year or ((not since or year >= since) and (not until or year <= until))

    @cached_property
    def _years(self) -> dict[str, tuple[str, str]]:
        return read_years(self._relations.with_name(YEARS), self._by_id) if self._relations is not None else {}

    def wings(self, id: str) -> tuple[Entry, ...]:  # noqa: A002 - the column is called id
        """Give the wings that bear the name of this group."""
        return self._wings.get(id, ())

    @cached_property
    def _wings(self) -> dict[str, tuple[Entry, ...]]:
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            if entry.wing_of is not None:
                found[entry.wing_of] = (*found.get(entry.wing_of, ()), entry)
        return found

    def entry(self, id: str) -> Entry | None:  # noqa: A002 - the column is called id
        """Give the party with this id, which may be a government's (`gov-pk`)."""
        return self._by_id.get(id)

    def country(self, iso2: str) -> Country | None:
        """Give the state with this ISO code."""
        return self._by_iso2.get(iso2)

    def government(self, iso2: str) -> Entry:
        """Give the government of this state. An unknown code is a KeyError."""
        return self._governments[iso2]

    def by_demonym(self, word: str) -> Country | None:
        """Give the state whose adjective ("afghan", "south korean") or people ("turks", "pakistanis") this is, in small letters."""
        return self._demonyms.get(_key(word))

    def by_capital(self, name: str) -> Country | None:
        """Give the state whose capital this is, in any press spelling."""
        return self._capitals.get(_key(name))

    def by_country_name(self, name: str) -> Country | None:
        """Give the state of this name, in small letters: "us" is the United States, and the caller knows whether it had its capitals."""
        return self._names.get(_key(name))

    def by_metonym(self, name: str) -> Country | None:
        """Give the state whose government these words stand for ("the kremlin")."""
        return self._metonyms.get(_key(name))

    def home_of(self, publisher: str) -> str | None:
        """Give the ISO code of the country that a publisher of this name is at home in; None if no one is known, or several are."""
        words = publisher.split()
        size, bearers = self.match(words, 0) if words else (0, ())
        countries = {bearer.country for bearer in bearers}
        return countries.pop() if size == len(words) and len(countries) == 1 else None

    def match(self, words: Sequence[str], at: int, upper_case: bool = False) -> tuple[int, tuple[Entry, ...]]:
        """Find the longest name that begins at word `at`: how many words it covers, and every party that bears it; 0 and () if none.

        Hyphens, spaces, apostrophes, accents and dots make no difference, nor does the spelling of some words
        (knowledge/party_spellings.toml) or an article before the name. A name ends where a word ends: "Hamas's" is Hamas, "Hamas-run" is
        no name. Abbreviations must stand in capitals, and a word that the register writes with a
        capital must have one ("an army of justice" is not the Army of Justice). In a text all in capitals (`upper_case`) neither is asked,
        and names that are ordinary words never match. Names that ask for context are not looked at: see `find`.
        """
        found = self.find(words, at, upper_case, _FREE)
        return found.size, found.entries

    def find(self, words: Sequence[str], at: int, upper_case: bool = False, need: _Need = 2) -> Found:
        """Find the longest name of any sort that begins at word `at`, with those who bear it freely, in context, or as a people."""
        word = words[at]
        if _first_of(word) not in self._unread and (at + 1 == len(words) or words[at + 1] not in _POSSESSIVE) and word not in _THE:
            owner = _forms(word)[1]
            if owner is None or not owner.words or owner.words[0] not in self._unread:
                return _NOBODY
        found = self._walk(words, at, upper_case, need)
        if word in _THE and at + 1 < len(words):
            rest = self._walk(words, at + 1, upper_case, need)
            if rest.size and rest.size + 1 > found.size:
                return rest._replace(size=rest.size + 1)
        return found

    def _walk(self, words: Sequence[str], at: int, upper_case: bool, need: _Need) -> Found:
        size = 0
        found: _Bearers = ((), (), ())
        shelf: _Shelf | None = None
        so_far: tuple[str, ...] = ()
        forms: list[_Form] = []
        place = at
        while place < len(words):
            word, after = words[place], place + 1
            if forms and (word in _MARKS or word in _THE):
                place += 1
                continue
            if after < len(words) and words[after] in _POSSESSIVE:
                word, after = word + words[after], after + 1
            plain, owner = _forms(word)
            for form, end in ((owner, place + 1), (plain, after)):
                if form is None or not form.words:
                    continue
                shelf = shelf if forms else self._shelf(form.words[0])
                names = shelf.names.get(so_far + form.words) if shelf is not None else None
                if names is not None and any(bearers := _bearers(names, (*forms, form), at, upper_case, need)):
                    size, found = end - at, bearers
            so_far += plain.words
            if not plain.words or shelf is None or so_far not in shelf.beginnings:
                break
            forms.append(plain)
            place = after
        if size and at + size < len(words) and words[at + size] == ")" and "(" in words[at : at + size]:
            size += 1
        return Found(size, *found) if size else _NOBODY

    def _shelf(self, first: str) -> _Shelf | None:
        """Give the names that begin with this word, read when they are first asked for."""
        shelf = self._shelves.get(first)
        if shelf is None and first in self._unread:
            shelf = self._shelves[first] = _Shelf.of(self._unread[first])
        return shelf

    @cached_property
    def _demonyms(self) -> dict[str, Country]:
        return self._table(_demonyms)

    @cached_property
    def _capitals(self) -> dict[str, Country]:
        return self._table(lambda country: country.capital)

    @cached_property
    def _names(self) -> dict[str, Country]:
        return self._table(lambda country: (country.name, *country.aliases))

    @cached_property
    def _metonyms(self) -> dict[str, Country]:
        return self._table(lambda country: country.metonyms)

    def _table(self, names: Callable[[Country], Iterable[str]]) -> dict[str, Country]:
        table: dict[str, Country] = {}
        for country in self.countries:
            for name in names(country):
                table.setdefault(_key(name), country)
        return table


#: What a name asks for: nothing, a text about its country or with the full name, or words of fighting beside it.
_Need = Literal[0, 1, 2]
_FREE: _Need = 0
_IN_CONTEXT: _Need = 1
_OF_A_PEOPLE: _Need = 2
_Bearers = tuple[tuple[Entry, ...], tuple[Entry, ...], tuple[Entry, ...]]


class Found(NamedTuple):
    """A name in a text: how many words it covers, who bears it freely, who only in context, and whose people it names."""

    size: int
    entries: tuple[Entry, ...] = ()
    in_context: tuple[Entry, ...] = ()
    people: tuple[Entry, ...] = ()


_NOBODY = Found(0)


class _Form(NamedTuple):
    """The parts of a name or word: without accents and capitals, as written, and which may pass for capitalised."""

    words: tuple[str, ...]
    shown: tuple[str, ...]
    capitals: tuple[bool, ...]

    def without_articles(self, first: int) -> _Form:
        """The same without "the", from this word on: "the Liberation of the Congo" is the liberation of Congo."""
        keep = [place for place, word in enumerate(self.words) if place < first or word != "the"]
        words, shown, capitals = self
        return _Form(tuple([words[n] for n in keep]), tuple([shown[n] for n in keep]), tuple([capitals[n] for n in keep]))


class _Name(NamedTuple):
    """One name of a party, and what its capitals ask for."""

    case: Literal["exact", "capitals", "any"]
    form: _Form
    article: bool
    entry: Entry
    need: _Need

    def fits(self, shown: tuple[str, ...], capitals: tuple[bool, ...], at: int, upper_case: bool) -> bool:
        """Say whether the words as they stand in the text may be this name."""
        if upper_case:
            return not self.article and (len(self.form.words) > 1 or self.form.words[0] not in _ORDINARY)
        if self.article and at == 0 and self.form.words[1] in _NOT_FIRST:
            return False
        if self.case == "any":
            return True
        if self.case == "exact":
            return shown == self.form.shown
        missing = [place for place, has in enumerate(capitals) if not has and self.form.shown[place][0].isupper()]
        return not missing or (missing == [len(capitals) - 1] and self._may_end_small())

    def _may_end_small(self) -> bool:
        """Its last word says what it is, and another is a name: "the Anas al-Dabbashi brigade", but not "an Islamic front"."""
        *others, last = self.form.words
        return last in _WHAT_IT_IS and any(word not in _OF_MANY and word not in _demonym_words() for word in others)


class _Shelf(NamedTuple):
    """All names that begin with one word."""

    names: dict[tuple[str, ...], tuple[_Name, ...]]
    beginnings: frozenset[tuple[str, ...]]  # the first words of every name, up to the whole of it

    @classmethod
    def of(cls, unread: Iterable[tuple[str, Entry, _Need]]) -> _Shelf:
        """Read these names."""
        names: dict[tuple[str, ...], tuple[_Name, ...]] = {}
        for written, entry, need in unread:
            form, article = _form(written), _keeps_article(written)
            if "the" in form.words[article:]:
                form = form.without_articles(int(article))
            names[form.words] = (*names.get(form.words, ()), _Name(_case(written), form, article, entry, need))
        return cls(names, frozenset(words[:end] for words in names for end in range(1, len(words) + 1)))


@cache
def _demonym_words() -> frozenset[str]:
    """Words that are the adjective of a state: "a Syrian army" has no name of its own."""
    return frozenset(word.casefold() for country in read_countries(COUNTRIES) for word in (*country.demonyms, country.name))


def _bearers(names: Iterable[_Name], forms: Iterable[_Form], at: int, upper_case: bool, need: _Need) -> _Bearers:
    shown = tuple(part for form in forms for part in form.shown)
    capitals = tuple(capital for form in forms for capital in form.capitals)
    fitting = [(name.need, name.entry) for name in names if name.need <= need and name.fits(shown, capitals, at, upper_case)]
    free, context, people = (tuple(dict.fromkeys(entry for sort, entry in fitting if sort == wanted)) for wanted in (0, 1, 2))
    return free, context, people


def _variants(name: str) -> tuple[str, ...]:
    """Add to a name what makes no other of it.

    With a hyphen the name without it: "M-19" is "M19", "al-Shabaab" is "alShabaab". Of a liberation army, the name turned about: "Kosovo
    Liberation Army" is "Liberation Army of Kosovo". Of an Arabic name of several words, that without its article: "al-Farouq Brigades".
    """
    found = [name]
    if "-" in name:
        joined = " ".join(word.replace("-", "") or word for word in name.split(" "))
        if joined != name:
            found.append(joined)
        if name[:3] in {"al-", "Al-"} and " " in name and name[3:4].isupper():
            found.append(name[3:])
    if "Liberation" in name and (turned := _turned(name)) is not None:
        found.append(turned)
    return tuple(found)


def _turned(name: str) -> str | None:
    """A liberation army with its land before it or behind it."""
    before = _LAND_BEFORE.fullmatch(name)
    if before is not None:
        land = before[1].split()
        return None if all(word.lower() in _OF_MANY for word in land) else f"{before[2]} of {before[1]}"
    behind = _LAND_BEHIND.fullmatch(name)
    return f"{behind[2]} {behind[1]}" if behind is not None else None


_LAND_BEFORE = re.compile(r"((?:[A-Z][\w'-]+ ?){1,2}?) ?((?:National |People's )?Liberation (?:Army|Front|Movement|Organi[sz]ation))")
_LAND_BEHIND = re.compile(r"((?:National |People's )?Liberation (?:Army|Front|Movement|Organi[sz]ation)) of ([A-Z][\w'-]+)")


def _with_plurals(people: Iterable[str]) -> tuple[str, ...]:
    return tuple(form for name in people for form in ((name,) if name.endswith("s") else (name, f"{name}s")))


def _first_word(name: str) -> str:
    first, _, rest = name.partition(" ")
    if rest and first in _THE and not _keeps_article(name):
        first = rest.partition(" ")[0]
    plain = first.partition("-")[0].replace("'", "")
    if plain.isascii() and plain.isalnum() and len(plain) > 2:  # else it may be an article: "as-Sahab"
        lower = plain.lower()
        return _SPELT.get(lower, lower)
    return _forms(first)[0].words[0]


def _keeps_article(name: str) -> bool:
    """Say whether a name is nothing without its article: "The Guardian"."""
    return name.startswith("The ") and name[4:].lower() in _ORDINARY


def _case(name: str) -> Literal["exact", "capitals", "any"]:
    """Names all in capitals, and words with a capital inside ("LeT"), match exactly; other capitals are needed; small letters match any."""
    if name.isupper() or (name.isalpha() and name[1:] != name[1:].lower()):
        return "exact"
    return "any" if name == name.lower() else "capitals"


def _form(text: str) -> _Form:
    spaced = (_ARTICLE.sub("al-", text) if "-" in text else text).translate(_LETTERS)
    if not spaced.isascii():
        spaced = "".join(letter for letter in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(letter))
    shown = tuple(spaced.split())
    # inside a hyphened word, writers drop capitals: "Jaish-e-mohammad"
    capitals = tuple([not part[0].islower() or place > 0 for place, part in enumerate(shown)])
    return _Form(tuple([_SPELT.get(word, word) for word in spaced.casefold().split()]), shown, capitals)


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[_Form, _Form | None]:
    """Take a word of the text as it stands, and without its possessive ending if it has one."""
    owner = word[:-2] if word[-1:] in {"s", "S"} and word[-2:-1] in _APOSTROPHES and len(word) > 2 else ""
    return _form(word), _form(owner) if owner else None


@lru_cache(maxsize=1 << 16)
def _first_of(word: str) -> str:
    """The first part of a word, as the names are sorted by it."""
    words = _forms(word)[0].words
    return words[0] if words else ""


@lru_cache(maxsize=1 << 16)
def _key(name: str) -> str:
    """Fold a name for the tables of states: "the U.S." and "us" are one; a word that is ordinary in small letters is none."""
    words = _form(name).words
    if name in _ORDINARY and name != "us":
        return ""
    return " ".join(words[1:] if words[:1] == ("the",) and len(words) > 1 else words)


def _demonyms(country: Country) -> Iterator[str]:
    """Its adjectives, and what its people are called: as listed, else the adjective with an s."""
    yield from country.demonyms
    yield from country.people or (f"{word}s" for word in country.demonyms if _case(word) != "exact" and word != country.name)


@cache
def _default() -> Register:
    return _read(PARTIES, COUNTRIES)


def _read(parties: Path, countries: Path) -> Register:
    relations = parties / RELATIONS
    collects = gc.isenabled()
    gc.disable()  # nothing of what is read is garbage, and looking for it takes a tenth of the time
    try:
        states = read_countries(countries)
        return Register(read_parties(parties, states).values(), states, relations if relations.exists() else None)
    finally:
        if collects:
            gc.enable()
