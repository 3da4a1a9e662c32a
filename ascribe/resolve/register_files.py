"""The files of the register: each row becomes an entry, and a row that breaks a rule of docs/parties.md is refused by file and line.

Rules. Ids are unique, and the rows of a file stand in their order. Kinds and origins are of closed lists; persons are not listed. A parent
is there. An outlet has none; a wing bears the name of its group. Nothing claims the number of another UCDP actor, and a row is UCDP's if
and only if it has a number. A name that asks for context is not listed as free beside it. Both ends of a relation are there.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from ascribe.errors import ConfigError
from ascribe.model.parties import Kind

PARTIES = Path(__file__).parents[1] / "knowledge" / "parties"
COUNTRIES = PARTIES.with_name("countries.csv")
SPELLINGS = PARTIES.with_name("party_spellings.toml")
#: The file of the folder that lists relations and no parties.
RELATIONS = "relations.csv"
#: That which says in which years the bearers of a common name were there.
YEARS = "years.csv"
UCDP, UNCHECKED = "UCDP 22.1", "general knowledge, unchecked"
#: What a row may name as its origin: one of these, or a text that says so ("text: ...").
ORIGINS = frozenset({UCDP, UNCHECKED})
_TEXT = "text: "
#: A name in which somebody says whose the group is.
_POSSESSIVE = re.compile(r"['’]s? ")
#: What a relation may say: "this TYPE that".
RELATION_TYPES = frozenset({"splinter_of", "temporary_split_of", "alliance_with", "joined", "renamed_to", "part_of", "wing_of"})
#: Relations that only UCDP may state: who stands with whom in a war is never general knowledge.
_OF_UCDP = RELATION_TYPES - {"part_of", "wing_of", "renamed_to"}
#: States whose name takes an article: "Government of the Philippines".
_WITH_ARTICLE = frozenset({"AE", "BS", "CD", "CF", "CG", "CZ", "DO", "GB", "GM", "KM", "MH", "MV", "NL", "PH", "SB", "SU", "US", "VA"})
#: Who may be anybody's arm: an outlet, an organisation, a firm is on no side.
_ON_NO_SIDE = frozenset({Kind.MEDIA, Kind.NGO, Kind.RELIGIOUS, Kind.BUSINESS})
_KINDS = {kind.value: kind for kind in Kind if kind is not Kind.PERSON}
_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\Z")
_JUST_YEAR = re.compile(r"(?:\d{4})?\Z")
_YEAR = re.compile(r"(?:\d{4}(?:-\d\d){0,2})?\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """A party that the register knows: one row of the party files, or the government of a state.

    `active` are the countries beside its own where UCDP has it. `aliases` link wherever they stand; `in_context` are names that link only
    in a text about its country or with its full name; `people` are names of a people that stand for it only beside words of fighting.
    `parent` is the organisation or government that it is an arm of, `wing_of` the group whose name it bears. `origin` says where we know
    the party from; names in the press, home countries and parents are general knowledge throughout.
    """

    id: str
    canonical: str
    kind: Kind
    country: str | None = None
    parent: str | None = None
    ucdp_id: int | None = None
    aliases: tuple[str, ...] = ()
    wing_of: str | None = None
    origin: str = UNCHECKED
    note: str = ""
    active: tuple[str, ...] = ()
    in_context: tuple[str, ...] = ()
    people: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse what docs/parties.md refuses."""
        if not self.id or not self.canonical:
            raise ValueError("a party needs an id and a canonical name")
        if self.origin not in ORIGINS and not self.origin.startswith(_TEXT):
            raise ValueError(f"origin {self.origin!r} is none of {sorted(ORIGINS)}, nor {_TEXT + '...'!r}")
        if self.wing_of is not None and self.wing_of != self.parent:
            raise ValueError(f"{self.id} is a wing of {self.wing_of}, so that must be its parent too")
        if self.parent is not None and self.kind in _ON_NO_SIDE:
            raise ValueError(
                f"{self.id} is {self.kind.value}: the register states no side for outlets and organisations; leave parent empty"
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The names that link wherever they stand; the canonical one is not among them if it is listed as one that asks for context."""
        asks = any(name.startswith(self.canonical) and without_condition(name) == self.canonical for name in self.in_context)
        return self.aliases if asks else (self.canonical, *self.aliases)

    def conditions(self, name: str) -> frozenset[str]:
        """The words that a name in context asks for: "PLA (Manipur)" links only where the text has "Manipur"."""
        return frozenset(
            listed.rpartition(" (")[2][:-1] for listed in self.in_context if listed != name and without_condition(listed) == name
        )

    def acts_in(self, countries: Container[str]) -> bool:
        """One of these countries is its own, or one where UCDP has it."""
        return self.country in countries or any(country in countries for country in self.active)


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


class Relation(NamedTuple):
    """What somebody says of two parties, read "id type other"; a renaming has the new `name` instead. Relations decide nothing."""

    id: str
    type: str
    other: str
    name: str
    since: str
    until: str
    origin: str


def without_condition(name: str) -> str:
    """Take from a name in context the word that it asks for: "PLA (Manipur)" is "PLA"."""
    return name.rpartition(" (")[0] if name.endswith(")") and " (" in name else name


def government(country: Country) -> Entry:
    """The government of a state."""
    article = "the " if country.iso2 in _WITH_ARTICLE else ""
    return Entry(
        id=country.government_id,
        canonical=f"Government of {article}{country.name}",
        kind=Kind.GOVERNMENT,
        country=country.iso2,
        ucdp_id=country.gov_ucdp_id,
        origin=UCDP if country.gov_ucdp_id is not None else UNCHECKED,
    )


def read_countries(path: Path) -> list[Country]:
    """Read the states. A wrong row is a ConfigError."""
    return [_country(row, where) for where, row in _rows(path)]


def read_parties(path: Path, countries: Iterable[Country]) -> dict[str, Entry]:
    """Read the parties of a file, or of all files of a folder, by their ids. A wrong row is a ConfigError."""
    states = {state.government_id: state for state in countries}
    numbers = {state.gov_ucdp_id: state.government_id for state in states.values() if state.gov_ucdp_id is not None}
    entries: dict[str, Entry] = {}
    places: dict[str, str] = {}
    for file in _party_files(path):
        last = ""
        for where, row in _rows(file):
            entry = _entry(row, where)
            if entry.id in entries:
                raise ConfigError(f"{where}: the id {entry.id!r} is taken by {places[entry.id]}; give another")
            if not _ID.match(entry.id) or entry.id.startswith("gov-"):
                raise ConfigError(f"{where}: {entry.id!r} is no id; use small letters, digits and hyphens, and leave gov- to governments")
            if entry.id < last:
                raise ConfigError(f"{where}: the rows stand in the order of their ids; put {entry.id!r} before {last!r}")
            if (entry.origin == UCDP) != (entry.ucdp_id is not None):
                raise ConfigError(f"{where}: a row has the origin {UCDP!r} if and only if it has a ucdp_id; set both or neither")
            if entry.ucdp_id is not None and numbers.setdefault(entry.ucdp_id, entry.id) != entry.id:
                raise ConfigError(f"{where}: the UCDP actor {entry.ucdp_id} is {numbers[entry.ucdp_id]!r} already; leave ucdp_id empty")
            entries[entry.id], places[entry.id], last = entry, where, entry.id
    for entry in entries.values():
        if entry.parent is not None:
            _check_parent(entry, entries, states, places[entry.id])
    return entries


def read_relations(path: Path, ids: Container[str]) -> tuple[Relation, ...]:
    """Read the relations; `ids` are those of all parties and governments. A wrong row is a ConfigError."""
    found: list[Relation] = []
    for where, row in _rows(path):
        tie = Relation(*row.values())
        if tie.type not in RELATION_TYPES:
            raise ConfigError(f"{where}: {tie.type!r} is no type of relation; use one of {sorted(RELATION_TYPES)}")
        unknown = next((id_ for id_ in (tie.id, tie.other) if id_ and id_ not in ids), None)
        if unknown is not None or not tie.id:
            raise ConfigError(f"{where}: no party has the id {unknown or tie.id!r}; give the id of a row, or gov-xx for a government")
        if bool(tie.other) == (tie.type == "renamed_to") or bool(tie.name) != (tie.type == "renamed_to"):
            raise ConfigError(f"{where}: a renaming has a name and no other party, any other relation the reverse")
        if tie.origin != UCDP and not tie.origin.startswith(_TEXT) and (tie.type in _OF_UCDP or tie.origin != UNCHECKED):
            raise ConfigError(
                f"{where}: {tie.type} is taken from {UCDP!r} or a text ('{_TEXT}...'), never from {tie.origin!r}; leave it out"
            )
        if not _YEAR.match(tie.since) or not _YEAR.match(tie.until):
            raise ConfigError(f"{where}: dates are written 1999, 1999-12 or 1999-12-31")
        if found and tie[:4] <= found[-1][:4]:
            raise ConfigError(f"{where}: the rows stand in the order of id, type, other, name, each once; move or remove this one")
        found.append(tie)
    return tuple(found)


def read_years(path: Path, ids: Container[str]) -> dict[str, tuple[str, str]]:
    """Read the years in which parties were there: first and last, empty where there is none to give. A wrong row is a ConfigError."""
    found: dict[str, tuple[str, str]] = {}
    for where, row in _rows(path) if path.exists() else ():
        id_, since, until = row["id"], row["from"], row["until"]
        if id_ not in ids or id_ in found:
            raise ConfigError(f"{where}: no party has the id {id_!r}, or it stands here twice; give the id of a row, each once")
        if not _JUST_YEAR.match(since) or not _JUST_YEAR.match(until) or (since and until and since > until):
            raise ConfigError(f"{where}: years are written 1999, the first no later than the last")
        if row["origin"] not in {UNCHECKED} and not row["origin"].startswith(_TEXT):
            raise ConfigError(f"{where}: the origin of years is {UNCHECKED!r} or a text ('{_TEXT}...')")
        found[id_] = (since, until)
    return found


def read_spellings(path: Path = SPELLINGS) -> dict[str, str]:
    """Read the spellings of words in names: each -> the one that stands for it. A word that two lines claim is a ConfigError."""
    found: dict[str, str] = {}
    try:
        lines = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path.name}: {error}; mend the line it names") from error
    for word, others in lines.items():
        for other in others.split():
            if other in found or other in lines:
                raise ConfigError(f"{path.name}: {other!r} is a spelling of two words; keep one of them")
            found[other] = word
    return found


def relations_of_rows(entries: Iterable[Entry]) -> Iterator[Relation]:
    """What the rows themselves say: whose arm a party is, and whose name it bears. Both are general knowledge in every row."""
    for entry in entries:
        if entry.parent is not None:
            yield Relation(entry.id, "wing_of" if entry.wing_of else "part_of", entry.parent, "", "", "", UNCHECKED)


def _party_files(path: Path) -> list[Path]:
    return sorted(file for file in path.glob("*.csv") if file.name not in {RELATIONS, YEARS}) if path.is_dir() else [path]


def _check_parent(entry: Entry, entries: Mapping[str, Entry], states: Mapping[str, Country], where: str) -> None:
    """The parent is there, an arm of a state is of that state, and a wing bears its group's name."""
    parent = entries.get(entry.parent or "")
    if parent is None and entry.parent not in states:
        raise ConfigError(f"{where}: no party has the id {entry.parent!r}; give the id of a row, or gov-xx for a government")
    if parent is None and states[entry.parent or ""].iso2 != entry.country:
        raise ConfigError(f"{where}: {entry.id} is an arm of {entry.parent}, so its country is that state's; correct one of them")
    if entry.wing_of is not None and parent is not None and not _bears_name(entry, parent):
        raise ConfigError(f"{where}: no name of {entry.id} bears a name of {parent.id}; leave wing_of empty, unless one in the press does")


def _bears_name(wing: Entry, group: Entry) -> bool:
    """A name of the group stands in a name of the wing, or both begin with the same two words ("Karen National ...").

    "Hamas's Qassam Brigades" is no such name: there somebody says whose wing it is, which a register must not do on its own word.
    """
    whole = [f" {_plain(name)} " for name in wing.names if not _POSSESSIVE.search(name)]
    if any(f" {_plain(name)} " in other for name in group.names for other in whole):
        return True
    first = _plain(group.canonical).split()[:2]
    return len(first) == 2 and any(other.split()[:2] == first for other in whole)


def _plain(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold().replace("'s", "").replace("’s", "")))


def _rows(path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """Each row with the words for where it stands."""
    name = path.name
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file)
        columns = next(reader, [])
        for values in reader:
            if len(values) != len(columns):
                where = f"{name}, line {reader.line_num}"
                raise ConfigError(
                    f"{where}: {len(columns)} fields are wanted, {len(values)} are there; quote a field that has a comma in it"
                )
            yield f"{name}, line {reader.line_num}", dict(zip(columns, values, strict=True))


def _entry(row: dict[str, str], where: str) -> Entry:
    try:
        kind = _KINDS.get(row["kind"])
        if kind is None:
            raise ValueError(f"{row['kind']!r} is no kind of a listed party; use one of {sorted(_KINDS)}")
        aliases, active, in_context, people = row["aliases"], row["active"], row["in_context"], row["people"]
        return Entry(
            row["id"],
            row["canonical"],
            kind,
            row["country"] or None,
            row["parent"] or None,
            int(row["ucdp_id"]) if row["ucdp_id"] else None,
            (*aliases.split("|"),) if aliases else (),
            row["wing_of"] or None,
            row["origin"],
            row["note"],
            (*active.split("|"),) if active else (),
            (*in_context.split("|"),) if in_context else (),
            (*people.split("|"),) if people else (),
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
    return (*field.split("|"),) if field else ()
