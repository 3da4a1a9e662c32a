"""Reviews: what people decide on a claim, and what follows from all decisions on it. Nothing that anybody decided is ever written over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

#: Where a value stands in the text, and the words of a figure or a day: two people who set the same value elsewhere agree.
_WHERE = frozenset({"start_offset", "end_offset", "prefix", "suffix"})
_WORDED = frozenset({"low", "precision"})


class Role(StrEnum):
    """In which part somebody decides."""

    CODER = "coder"
    REVIEWER = "reviewer"

    @property
    def rank(self) -> int:
        """The higher goes before the lower."""
        return 1 if self is Role.REVIEWER else 0


class Decided(StrEnum):
    """What is said of a record: not whether it is true, but whether it says what the text says."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    SKIPPED = "skipped"  # left to others: never counts as done


class State(StrEnum):
    """How far people have settled a record."""

    MACHINE = "machine"  # nobody has decided
    CODED = "coded"  # one coder has, or several, each with the other's decision in view
    AGREED = "agreed"  # several have, alike, without seeing each other's decision
    DISAGREED = "disagreed"  # several have, unlike
    REVIEWED = "reviewed"  # a reviewer has

    @property
    def is_settled(self) -> bool:
        """People have decided, and none stands against another. What a machine made, or people disagree on, is never done."""
        return self in {State.CODED, State.AGREED, State.REVIEWED}


@dataclass(frozen=True, slots=True)
class Decision:
    """What one person decided on one claim.

    `number` grows with every decision of the case. `changes` are all values that are to be other than in the record as it was first made,
    by field; none for a rejected one. `seen` are the decisions that the person had in view. `sensitive`: it must not be published; None:
    nothing is said of that.
    """

    number: int
    who: str
    role: Role
    decision: Decided
    changes: Mapping[str, Any] = field(default_factory=dict)
    seen: frozenset[int] = frozenset()
    sensitive: bool | None = None
    undone: bool = False

    @property
    def meaning(self) -> Any:
        """What is decided, without who and when: None where the record is rejected, else the values that are to hold."""
        return None if self.decision is Decided.REJECTED else essence(self.changes)

    def outranks(self, earlier: Decision) -> bool:
        """It takes the place of a decision that its maker had in view, if their role is at least as high; and of their own earlier one."""
        if self.who == earlier.who:
            return earlier.number < self.number
        return earlier.number in self.seen and self.role.rank >= earlier.role.rank


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds of a claim: its state, the verdict (None: nobody's, or people disagree), the values that are changed, who is in force."""

    state: State
    verdict: Decided | None = None
    changes: Mapping[str, Any] = field(default_factory=dict)
    sensitive: bool = False
    standing: tuple[Decision, ...] = ()


def settled(decisions: Iterable[Decision]) -> Settled:
    """What holds of a claim after these decisions, in whichever order they came.

    Decisions that were taken back are as if they had not been, and what was skipped is not decided. A decision takes the place of those
    that its maker had in view, if their role is at least as high. Decisions that did not see each other stand beside each other: alike they
    agree; unlike they disagree, and the record as it was first made stays in force until somebody who has seen both decides. It is reviewed
    where a reviewer's decision stands and nobody's stands against it.
    """
    made = [each for each in decisions if not each.undone]
    standing = _standing([each for each in made if each.decision is not Decided.SKIPPED])
    sensitive = any(each.sensitive for each in _standing([each for each in made if each.sensitive is not None]))
    if not standing:
        return Settled(State.MACHINE, sensitive=sensitive)
    if any(each.meaning != standing[0].meaning for each in standing):
        return Settled(State.DISAGREED, sensitive=sensitive, standing=tuple(standing))
    first = standing[0]
    return Settled(_state(standing), _verdict(first), first.changes, sensitive, tuple(standing))


def _standing(decisions: list[Decision]) -> list[Decision]:
    """Those whose place no other takes, the highest role first, then by name: not by who was quicker."""
    found = [each for each in decisions if not any(other.outranks(each) for other in decisions)]
    return sorted(found, key=lambda each: (-each.role.rank, each.who))


def _state(standing: list[Decision]) -> State:
    if standing[0].role is Role.REVIEWER:
        return State.REVIEWED
    return State.AGREED if len(standing) > 1 else State.CODED


def _verdict(decision: Decision) -> Decided:
    """A record that is accepted as another corrected it is a corrected one."""
    if decision.decision is Decided.REJECTED:
        return Decided.REJECTED
    return Decided.CORRECTED if decision.changes else Decided.ACCEPTED


def essence(value: Any) -> Any:
    """What of a value two people must have in common to have set the same: not where it stands, nor in which words a figure is written."""
    if isinstance(value, Mapping):
        worded = not _WORDED.isdisjoint(value)
        return {
            name: essence(each)
            for name, each in value.items()
            if name not in _WHERE and not (name in {"start", "end"} and isinstance(each, int)) and not (name == "text" and worded)
        }
    return [essence(each) for each in value] if isinstance(value, list | tuple) else value


def changed(record: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """The record with these values in it. A name with a dot leads into a part: `attribution.stance`."""
    found = dict(record)
    for name, value in changes.items():
        outer, _, inner = name.partition(".")
        found[outer] = {**found[outer], inner: value} if inner else value
    return found


def differing(record: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the changes that are other than what stands in the record."""
    return {name: value for name, value in changes.items() if essence(value_of(record, name)) != essence(value)}


def value_of(record: Mapping[str, Any], name: str) -> Any:
    """What stands in a record under this name, with a dot where it leads into a part."""
    outer, _, inner = name.partition(".")
    return record[outer][inner] if inner else record[outer]
