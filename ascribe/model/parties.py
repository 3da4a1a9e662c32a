"""Parties: whoever acts, suffers or speaks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Kind(StrEnum):
    """What sort of party it is."""

    STATE_FORCES = "state_forces"
    GOVERNMENT = "government"
    REBEL_GROUP = "rebel_group"
    POLITICAL_MILITIA = "political_militia"
    IDENTITY_MILITIA = "identity_militia"
    RIOTERS = "rioters"
    PROTESTERS = "protesters"
    CIVILIANS = "civilians"
    EXTERNAL_FORCES = "external_forces"
    CRIMINAL_GROUP = "criminal_group"
    IGO = "igo"
    NGO = "ngo"
    MEDIA = "media"
    BUSINESS = "business"
    RELIGIOUS = "religious"
    PERSON = "person"
    UNKNOWN = "unknown"


#: Kinds that bear arms for a state or against one.
ARMED = frozenset(
    {Kind.STATE_FORCES, Kind.EXTERNAL_FORCES, Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP}
)
#: A state and whoever carries arms in its name are one family.
STATE = frozenset({Kind.STATE_FORCES, Kind.GOVERNMENT, Kind.EXTERNAL_FORCES})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several readings of a name that are equally good."""

    id: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Party:
    """A party as the text names it, and who that is.

    `name` are the words at `start:end`; `canonical` and `id` come from the register and are None when it does not know the party.
    `inferred` is true when the words are a pronoun, a role or a capital that stands for the party. `parent` is the register's id of
    the organisation or state that it belongs to, by the register or by the word of this text. `stands_for` is the name, in the words of the
    text, of a party that the register does not know and that these words stand for ("they": "the Basin Front"). `flags` warn the reader:
    `look_alike` are words that only look like the name of the candidate, and are linked to nobody.
    """

    name: str
    start: int
    end: int
    kind: Kind = Kind.UNKNOWN
    canonical: str | None = None
    id: str | None = None
    country: str | None = None
    parent: str | None = None
    inferred: bool = False
    candidates: tuple[Candidate, ...] = ()
    stands_for: str | None = None
    flags: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this party from another inside one document: its id, else its name in small letters, or that which it stands for."""
        return self.id or self.shown.casefold().removeprefix("the ")

    @property
    def shown(self) -> str:
        """The name by which a reader should see it: the register's, else that which it stands for, else the text's."""
        return self.canonical or self.stands_for or self.name

    def standing_in(self, name: str, start: int, end: int, candidates: tuple[Candidate, ...] = ()) -> Party:
        """This party in other words: a pronoun, a role, a capital that stands for it."""
        stands_for = None if self.id or self.canonical else self.stands_for or self.name
        return replace(self, name=name, start=start, end=end, inferred=True, candidates=candidates, stands_for=stands_for)

    def same_side(self, other: Party) -> bool:
        """They are one party, one belongs to the other, or both are arms of one state (records.md, on standing)."""
        if self.key == other.key:
            return True
        if self.parent is not None and self.parent in {other.id, other.parent}:
            return True
        if other.parent is not None and other.parent == self.id:
            return True
        return self.kind in STATE and other.kind in STATE and self.country is not None and self.country == other.country
