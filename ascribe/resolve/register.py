"""The register of parties and states: which party or country a name stands for.

The names live in `knowledge/parties.csv` and `knowledge/countries.csv`; docs/parties.md says how to add one. The register says who bears a
name and never what anybody did.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

from ascribe.errors import ConfigError
from ascribe.model.parties import Kind

PARTIES = Path(__file__).parents[1] / "knowledge" / "parties.csv"
COUNTRIES = PARTIES.with_name("countries.csv")
#: What an entry may name as its origin.
ORIGINS = frozenset({"UCDP 22.1", "general knowledge, unchecked"})

#: States that are no more. A name that a living state bears too ("Belgrade") is the living one's.
HISTORIC = frozenset({"CS", "DD", "SU", "XV", "YD", "YU"})
#: States whose name takes an article: "Government of the Philippines".
_WITH_ARTICLE = frozenset({"AE", "BS", "CD", "CF", "CG", "CZ", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SU", "US", "VA"})
#: Words that a name is not taken for where capitals tell nothing: in a text all in capitals, and in look-ups of small letters.
#: A paper called by such a word keeps its article and its capital: "The Guardian", not "the guardian".
_ORDINARY = frozenset(
    """
    is us it who as so an at be by do go he if in me my no of on or to up we am are all and any but can car did far for get had has her
    him his how its may new nor not now off old one our out own per say see she the too two use was way why yet you aid arm ban map mad
    man men nan pan pap raw ria sad site dawn guardian hindu economist irrawaddy independent times nation news sun model fact care
    amnesty male contra orden lucha fan mend star mine mission ana let plan cobra mas las mar rio don rada
    """.split()
)
#: "The Hindu temple" may open a sentence, so this paper is known inside a sentence only.
_NOT_FIRST = frozenset({"hindu"})
#: What separates the parts of a name, what is left out of them, and letters that no decomposition takes apart.
_LETTERS = str.maketrans(
    dict.fromkeys("-‐‑–—/_,()[]&", " ")
    | dict.fromkeys("'’ʼ‘`´ʿʾ.\"“”")
    | {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ə": "e", "Ø": "O", "Ł": "L", "Đ": "D"}
)
_APOSTROPHES = "'’ʼ‘`´"
#: Words that may stand alone: the possessive ending, and marks inside a name ("CPI (Maoist)", "SPLM/A", "Workers' Party").
_POSSESSIVE = frozenset(f"{mark}{s}" for mark in _APOSTROPHES for s in "sS")
_MARKS = frozenset("'’ʼ‘`´/()&-‐‑–")


@dataclass(frozen=True, slots=True)
class Entry:
    """A party that the register knows: one row of parties.csv, or the government of a state.

    `parent` is the organisation or government that it is an arm of, `wing_of` the group whose name it bears. `origin` says where we know
    the party from; names in the press are general knowledge throughout.
    """

    id: str
    canonical: str
    kind: Kind
    country: str | None = None
    parent: str | None = None
    ucdp_id: int | None = None
    aliases: tuple[str, ...] = ()
    wing_of: str | None = None
    origin: str = "general knowledge, unchecked"
    note: str = ""

    def __post_init__(self) -> None:
        """Refuse what docs/parties.md refuses."""
        if not self.id or not self.canonical:
            raise ValueError("a party needs an id and a canonical name")
        if self.origin not in ORIGINS:
            raise ValueError(f"origin {self.origin!r} is none of {sorted(ORIGINS)}")
        if self.wing_of is not None and self.wing_of != self.parent:
            raise ValueError(f"{self.id} is a wing of {self.wing_of}, so that must be its parent too")
        if self.kind is Kind.MEDIA and self.parent is not None:
            raise ValueError(f"{self.id} is an outlet: the register states no side for outlets")


@dataclass(frozen=True, slots=True)
class Country:
    """A state: one row of countries.csv. The first of `capital` and of `demonyms` is the usual one."""

    iso2: str
    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    gov_ucdp_id: int | None = None
    government_id: str = ""


class Register:
    """All parties and states, and who bears which name."""

    def __init__(self, entries: Iterable[Entry], countries: Iterable[Country]) -> None:
        self.countries = tuple(sorted(countries, key=lambda country: country.iso2 in HISTORIC))
        self.entries = tuple(entries)
        self._by_iso2 = {country.iso2: country for country in self.countries}
        self._governments = {country.iso2: _government(country) for country in self.countries}
        self._by_id = {entry.id: entry for entry in (*self._governments.values(), *self.entries)}
        self._unread: dict[str, list[tuple[str, Entry]]] = {}  # first word -> the names that begin with it
        self._shelves: dict[str, _Shelf] = {}  # the same, read: most texts need few of them
        for entry in self.entries:
            for name in (entry.canonical, *entry.aliases):
                for variant in _variants(name):
                    self._unread.setdefault(_first_word(variant), []).append((variant, entry))

    @classmethod
    def load(cls, parties: Path | None = None, countries: Path | None = None) -> Register:
        """Read the register from these files; with no path given, the lists that ship with the program, which are read once."""
        if parties is None and countries is None:
            return _default()
        return _read(parties or PARTIES, countries or COUNTRIES)

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

    def match(self, words: Sequence[str], at: int, upper_case: bool = False) -> tuple[int, tuple[Entry, ...]]:
        """Find the longest name that begins at word `at`: how many words it covers, and every party that bears it; 0 and () if none.

        Hyphens, spaces, apostrophes, accents and dots make no difference, nor does an article before the name. A name ends where a word
        ends: "Hamas's" is Hamas, "Hamas-run" is no name. Abbreviations must stand in capitals, and a word that the register writes with a
        capital must have one ("an army of justice" is not the Army of Justice). In a text all in capitals (`upper_case`) neither is asked,
        and names that are ordinary words never match.
        """
        size, entries = self._walk(words, at, upper_case)
        if words[at] in {"the", "The", "THE"} and at + 1 < len(words):
            rest, others = self._walk(words, at + 1, upper_case)
            if rest and rest + 1 > size:
                return rest + 1, others
        return size, entries

    def _walk(self, words: Sequence[str], at: int, upper_case: bool) -> tuple[int, tuple[Entry, ...]]:
        size = 0
        found: tuple[Entry, ...] = ()
        shelf: _Shelf | None = None
        so_far: tuple[str, ...] = ()
        forms: list[_Form] = []
        place = at
        while place < len(words):
            word, after = words[place], place + 1
            if word in _MARKS and forms:
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
                if names is not None and (entries := _bearers(names, (*forms, form), at, upper_case)):
                    size, found = end - at, entries
            so_far += plain.words
            if not plain.words or shelf is None or so_far not in shelf.beginnings:
                break
            forms.append(plain)
            place = after
        if size and at + size < len(words) and words[at + size] == ")" and "(" in words[at : at + size]:
            size += 1
        return size, found

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


class _Form(NamedTuple):
    """The parts of a name or word: without accents and capitals, as written, and which may pass for capitalised."""

    words: tuple[str, ...]
    shown: tuple[str, ...]
    capitals: tuple[bool, ...]


class _Name(NamedTuple):
    """One name of a party, and what its capitals ask for."""

    case: Literal["exact", "capitals", "any"]
    form: _Form
    article: bool
    entry: Entry

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
        return all(has or not needs[0].isupper() for has, needs in zip(capitals, self.form.shown, strict=True))


class _Shelf(NamedTuple):
    """All names that begin with one word."""

    names: dict[tuple[str, ...], tuple[_Name, ...]]
    beginnings: frozenset[tuple[str, ...]]  # the first words of every name, up to the whole of it

    @classmethod
    def of(cls, unread: Iterable[tuple[str, Entry]]) -> _Shelf:
        """Read these names."""
        names: dict[tuple[str, ...], tuple[_Name, ...]] = {}
        for written, entry in unread:
            form, article = _form(written), _keeps_article(written)
            if form.words[0] == "the" and not article:
                form = _Form(form.words[1:], form.shown[1:], form.capitals[1:])
            names[form.words] = (*names.get(form.words, ()), _Name(_case(written), form, article, entry))
        return cls(names, frozenset(words[:end] for words in names for end in range(1, len(words) + 1)))


def _bearers(names: Iterable[_Name], forms: Iterable[_Form], at: int, upper_case: bool) -> tuple[Entry, ...]:
    shown = tuple(part for form in forms for part in form.shown)
    capitals = tuple(capital for form in forms for capital in form.capitals)
    return tuple(dict.fromkeys(name.entry for name in names if name.fits(shown, capitals, at, upper_case)))


def _variants(name: str) -> tuple[str, ...]:
    """Add to a name with a hyphen the name without it: "M-19" is "M19", "al-Shabaab" is "alShabaab"."""
    joined = " ".join(word.replace("-", "") or word for word in name.split(" ")) if "-" in name else name
    return (name,) if joined == name else (name, joined)


def _first_word(name: str) -> str:
    first, *rest = name.split(" ", 2)
    return _forms(rest[0] if rest and first in {"The", "the"} and not _keeps_article(name) else first)[0].words[0]


def _keeps_article(name: str) -> bool:
    """Say whether a name is nothing without its article: "The Guardian"."""
    return name.startswith("The ") and name[4:].lower() in _ORDINARY


def _case(name: str) -> Literal["exact", "capitals", "any"]:
    """Names all in capitals, and words with a capital inside ("LeT"), match exactly; other capitals are needed; small letters match any."""
    if name.isupper() or (name.isalpha() and name[1:] != name[1:].lower()):
        return "exact"
    return "any" if name == name.lower() else "capitals"


def _form(text: str) -> _Form:
    spaced = text.translate(_LETTERS)
    if not spaced.isascii():
        spaced = "".join(letter for letter in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(letter))
    shown = tuple(spaced.split())
    # inside a hyphened word, writers drop capitals: "Jaish-e-mohammad"
    capitals = tuple([not part[0].islower() or place > 0 for place, part in enumerate(shown)])
    return _Form(tuple(spaced.casefold().split()), shown, capitals)


@lru_cache(maxsize=1 << 16)
def _forms(word: str) -> tuple[_Form, _Form | None]:
    """Take a word of the text as it stands, and without its possessive ending if it has one."""
    owner = word[:-2] if word[-1:] in {"s", "S"} and word[-2:-1] in _APOSTROPHES and len(word) > 2 else ""
    return _form(word), _form(owner) if owner else None


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


def _government(country: Country) -> Entry:
    article = "the " if country.iso2 in _WITH_ARTICLE else ""
    return Entry(
        id=country.government_id,
        canonical=f"Government of {article}{country.name}",
        kind=Kind.GOVERNMENT,
        country=country.iso2,
        ucdp_id=country.gov_ucdp_id,
        origin="UCDP 22.1" if country.gov_ucdp_id is not None else "general knowledge, unchecked",
    )


@cache
def _default() -> Register:
    return _read(PARTIES, COUNTRIES)


def _read(parties: Path, countries: Path) -> Register:
    states = [_country(row, where) for where, row in _rows(countries)]
    governments = {state.government_id for state in states}
    entries: dict[str, Entry] = {}
    places: dict[str, str] = {}
    for where, row in _rows(parties):
        entry = _entry(row, where)
        if entry.id in entries:
            raise ConfigError(f"{where}: the id {entry.id!r} is taken by {places[entry.id]}; give another")
        entries[entry.id], places[entry.id] = entry, where
    for entry in entries.values():
        if entry.parent is not None and entry.parent not in entries and entry.parent not in governments:
            raise ConfigError(f"{places[entry.id]}: no party has the id {entry.parent!r}; give the id of a row, or gov-xx for a government")
    return Register(entries.values(), states)


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with the words for where it stands."""
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            where = f"{path.name}, line {reader.line_num}"
            if None in row or None in row.values():
                raise ConfigError(f"{where}: {len(reader.fieldnames or ())} fields are wanted; quote a field that has a comma in it")
            yield where, row


def _entry(row: dict[str, str], where: str) -> Entry:
    try:
        return Entry(
            id=row["id"],
            canonical=row["canonical"],
            kind=Kind(row["kind"]),
            country=row["country"] or None,
            parent=row["parent"] or None,
            ucdp_id=int(row["ucdp_id"]) if row["ucdp_id"] else None,
            aliases=_several(row["aliases"]),
            wing_of=row["wing_of"] or None,
            origin=row["origin"],
            note=row["note"],
        )
    except KeyError as error:
        raise ConfigError(f"{where}: the column {error} is missing; docs/parties.md lists the columns") from error
    except ValueError as error:
        raise ConfigError(f"{where}: {error}; docs/parties.md says what each column holds") from error


def _country(row: dict[str, str], where: str) -> Country:
    try:
        return Country(
            iso2=row["iso2"],
            iso3=row["iso3"],
            name=row["name"],
            aliases=_several(row["aliases"]),
            demonyms=_several(row["demonyms"]),
            people=_several(row["people"]),
            capital=_several(row["capital"]),
            metonyms=_several(row["metonyms"]),
            gov_ucdp_id=int(row["gov_ucdp_id"]) if row["gov_ucdp_id"] else None,
            government_id=row["government_id"],
        )
    except KeyError as error:
        raise ConfigError(f"{where}: the column {error} is missing; docs/parties.md lists the columns") from error
    except ValueError as error:
        raise ConfigError(f"{where}: {error}; docs/parties.md says what each column holds") from error


def _several(field: str) -> tuple[str, ...]:
    return tuple(name for name in field.split("|") if name)
