"""How fast somebody may ask: buckets that fill slowly."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

from starlette.exceptions import HTTPException

#: So many are kept in mind; the one that was idle longest is forgotten first. It had the time to fill.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Pace:
    """So many at once, and then one in so many seconds."""

    at_once: int
    seconds: float


class Buckets:
    """Who has asked how often, at one pace."""

    def __init__(self, pace: Pace, now: Callable[[], float]) -> None:
        self.pace, self.now = pace, now
        self._filled: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def take(self, who: str) -> float:
        """One more; how many seconds to wait where it was one too many, else 0."""
        now = self.now()
        held, at = self._filled.pop(who, (float(self.pace.at_once), now))
        held = min(self.pace.at_once, held + max(0.0, now - at) / self.pace.seconds)
        enough = held >= 1
        self._filled[who] = (held - 1 if enough else held, now)
        if len(self._filled) > MOST:
            self._filled.popitem(last=False)
        return 0.0 if enough else (1 - held) * self.pace.seconds

    def give_back(self, who: str) -> None:
        """It was no guess after all: as if it had not been asked."""
        if who in self._filled:
            held, at = self._filled[who]
            self._filled[who] = (min(self.pace.at_once, held + 1), at)

    def check(self, who: str, says: str) -> None:
        """The same as an answer: 429, and when to come again."""
        if wait := self.take(who):
            raise HTTPException(429, f"{says} Try again in {_spelled(wait)}.", headers={"Retry-After": str(ceil(wait))})


def _spelled(seconds: float) -> str:
    whole = ceil(seconds)
    if whole >= 120:
        return f"{ceil(whole / 60)} minutes"
    return "a second" if whole == 1 else f"{whole} seconds"
