"""People as words mean them: their names, what is said of them, how many they are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_MALE = frozenset("man boy son father husband brother boyfriend he him his himself mr dad grandfather uncle nephew male grandson".split())
_FEMALE = frozenset(
    "woman girl daughter mother wife sister girlfriend she her herself mrs ms mom grandmother aunt niece female granddaughter".split()
)
_CHILD = frozenset("boy girl son daughter child toddler baby infant kid grandson granddaughter children kids juvenile".split())
#: What one person is to another, or is by trade: two of one role are likely one, two of different roles likely two.
_ROLES = frozenset(
    "wife husband girlfriend boyfriend mother father son daughter boy girl child toddler baby infant officer deputy brother sister friend "
    "neighbor teen teenager student grandmother grandfather uncle aunt cousin grandson granddaughter employee clerk driver".split()
)
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
_MANY = frozenset("they them their theirs both all others people men women children kids victims parents couple family twins".split())
_COUNTS = {
    **{word: at for at, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)},
    **dict.fromkeys("both couple twins parents".split(), 2),
}
#: Words that stand in names, or with a capital in headlines, and name nobody.
_NO_NAMES = _MALE | _FEMALE | _CHILD | _ROLES | _MANY
_NO_NAMES |= frozenset("police dr county city street avenue road detective sheriff victim suspect gunman shooter department".split())
#: From this age on nobody is called a child; from the other on it is no age.
GROWN = 13
OLDEST = 110
#: A figure above it is hardly a number of people hurt, but an age or a street's.
MOST = 60
#: What stands in the text behind an age: "5-year - old", "a six - year - old".
_OF_AGE = re.compile(r"year|[-–]$")


@dataclass(frozen=True, slots=True)
class People:
    """Those whom one or more phrases mean. `number`: how many, 0 for not said; `many`: more than one; `oneself`: by who did it."""

    names: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    number: int = 0
    many: bool = False
    oneself: bool = False

    @property
    def known(self) -> bool:
        """Anybody at all is meant."""
        return bool(self.number or self.many or self.oneself or self.names or self.traits)

    def __add__(self, other: People) -> People:
        """Both together."""
        if not self.known or not other.known:
            return other if other.known else self
        number = self.number + other.number if self.number and other.number else 0
        return People(self.names | other.names, self.traits | other.traits, number, many=True, oneself=self.oneself or other.oneself)


def is_name(word: str) -> bool:
    """Whether a word with a capital, given here in small letters, may be of a person's name."""
    return word[0].isalpha() and word not in _NO_NAMES


def traits_of(words: Iterable[str]) -> frozenset[str]:
    """What these words say of whom they mean: "male", "female", "child", and "role wife" for what one is to another."""
    said = frozenset(words)
    kinds = {name for name, listed in (("male", _MALE), ("female", _FEMALE), ("child", _CHILD)) if said & listed}
    return frozenset(kinds | {f"role {role}" for role in said & _ROLES})


def mean_many(words: Iterable[str]) -> bool:
    """Whether one of these words means more than one person."""
    return not _MANY.isdisjoint(words)


def count_of(before: str, word: str, behind: str) -> int:
    """How many people a word says there are, 2 or more; 0 if it says nothing of that, or tells an age: "a two - year - old", ", 4 ,"."""
    if before == "," or _OF_AGE.match(behind):
        return 0
    return int(word) if word.isdecimal() and 1 < int(word) < MOST else _COUNTS.get(word, 0)
