"""Reports -> events: which reports are of one event follows from what was judged of pairs, and from nothing else.

Rule. Every report begins alone. The two groups whose pairs are likeliest to be of one event on average (in log-odds) are joined, then the
next, until no two groups are likely enough. A pair that nobody compared counts as unlikely. What a person said binds: reports that must
be together are together before anything else, groups that must not meet are never joined. Ties go by the ids, so the order of arrival does
not matter, and taking a judgement back gives what was before.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush
from math import log
from typing import Generic, TypeVar

#: Reports by their ids, or by their numbers.
Item = TypeVar("Item", int, str)
#: The log-odds of two reports that were not compared: they share no key, so hardly anything speaks for them.
APART = -3.0
#: From these log-odds on two groups are one event. In ten folds on the dev half of `corpus/confusables` fewer than 2 in 100 of different
#: pairs of a group came together at it (`python -m benchmarks.confusables --folds`); F1 was best at about -1.3, with 4 in 100.
JOINED = -0.5
#: Chances next to certain count as this, so that one pair cannot outweigh all others.
_SURE = 0.0005


def clusters(
    items: Iterable[Item],
    chances: Mapping[tuple[Item, Item], float],
    must: Collection[tuple[Item, Item]] = (),
    cannot: Collection[tuple[Item, Item]] = (),
    *,
    joined: float = JOINED,
    apart: float = APART,
) -> list[frozenset[Item]]:
    """Groups of reports that are of one event each, by their least member.

    `chances` are those of the pairs that were compared, 0 to 1; `must` and `cannot` are pairs that a person put together or kept apart.
    Where the two contradict each other, together wins.
    """
    graph = _Graph(sorted(set(items)), apart)
    for one, other in sorted(tuple(sorted(pair)) for pair in must):
        graph.join(graph.group(one), graph.group(other))
    for one, other in cannot:
        graph.forbid(graph.group(one), graph.group(other))
    for (one, other), chance in sorted(chances.items()):  # sums come out the same in any order of arrival
        graph.tie(graph.group(one), graph.group(other), _odds(chance))
    graph.join_all(joined)
    return [frozenset(members) for _, members in sorted((min(members), members) for members in graph.members.values())]


def _odds(chance: float) -> float:
    bounded = min(max(chance, _SURE), 1 - _SURE)
    return log(bounded / (1 - bounded))


class _Graph(Generic[Item]):
    """Groups, by the number of their first member, and between each two that have pairs the pairs' odds above `apart`, added up."""

    def __init__(self, items: list[Item], apart: float) -> None:
        self.apart = apart
        self.members: dict[int, list[Item]] = {number: [item] for number, item in enumerate(items)}
        self._home: dict[Item, int] = {item: number for number, item in enumerate(items)}
        self._ties: dict[int, dict[int, float]] = {number: {} for number in self.members}
        self._never: dict[int, set[int]] = {number: set() for number in self.members}

    def group(self, item: Item) -> int:
        """The group that an item is in."""
        return self._home[item]

    def tie(self, one: int, other: int, odds: float) -> None:
        """Add a pair to what stands between two groups."""
        if one != other:
            value = self._ties[one].get(other, 0.0) + odds - self.apart
            self._ties[one][other] = self._ties[other][one] = value

    def forbid(self, one: int, other: int) -> None:
        """The two are never joined, unless they are one already."""
        if one != other:
            self._never[one].add(other)
            self._never[other].add(one)

    def join(self, one: int, other: int) -> int:
        """Put two groups together under the lower number; the number."""
        if one == other:
            return one
        kept, gone = min(one, other), max(one, other)
        for item in self.members[gone]:
            self._home[item] = kept
        self.members[kept] += self.members.pop(gone)
        for beside, value in self._ties.pop(gone).items():
            del self._ties[beside][gone]
            if beside != kept:
                self._ties[kept][beside] = self._ties[beside][kept] = self._ties[kept].get(beside, 0.0) + value
        for beside in self._never.pop(gone):
            self._never[beside].discard(gone)
            if beside != kept:
                self.forbid(kept, beside)
        return kept

    def join_all(self, joined: float) -> None:
        """Join the likeliest two groups until none is likely enough."""
        queue = [entry for one, ties in self._ties.items() for other in ties if one < other and (entry := self._entry(one, other, joined))]
        heapify(queue)
        while queue:
            entry = heappop(queue)
            one, other = entry[1], entry[2]
            if one in self.members and other in self.members and entry == self._entry(one, other, joined):
                kept = self.join(one, other)
                for beside in self._ties[kept]:
                    if changed := self._entry(min(kept, beside), max(kept, beside), joined):
                        heappush(queue, changed)

    def _entry(self, one: int, other: int, joined: float) -> tuple[float, int, int, int] | None:
        """Two groups as they wait in line, with how large they are together; None where they may not be joined."""
        if other in self._never[one] or other not in self._ties[one]:
            return None
        sizes = len(self.members[one]), len(self.members[other])
        average = self.apart + self._ties[one][other] / (sizes[0] * sizes[1])
        return (-round(average, 9), one, other, sum(sizes)) if average >= joined else None
