"""What stands at some words of a text, found without looking at all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Placed(Protocol):
    """What has a place in the text: words, a name, a number."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends, not included."""


def meets(one: Placed, other: Placed) -> bool:
    """The two share a character."""
    return one.start < other.end and other.start < one.end


Stretch = tuple[int, int]
#: How many characters share a drawer.
_DRAWER = 64


class Nearby(Generic[T]):
    """The items of a text by where they stand. `stretches` gives the offsets of an item's words, the end not included."""

    def __init__(self, items: Iterable[T], stretches: Callable[[T], Iterable[Stretch]]) -> None:
        self._items = list(items)
        self._drawers: dict[int, list[tuple[int, int, int]]] = {}
        for number, item in enumerate(self._items):
            for start, end in stretches(item):
                for drawer in range(start // _DRAWER, end // _DRAWER + 1):
                    self._drawers.setdefault(drawer, []).append((number, start, end))

    def at(self, start: int, end: int) -> list[T]:
        """The items that share a character with this stretch, in the order in which they were given."""
        found = {
            number
            for drawer in range(start // _DRAWER, end // _DRAWER + 1)
            for number, first, stop in self._drawers.get(drawer, ())
            if first < end and start < stop
        }
        return [self._items[number] for number in sorted(found)]
