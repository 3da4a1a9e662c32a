"""Times: the days on which something can have happened, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Precision(StrEnum):
    """The length of an interval, in the names that every format's codes are computed from."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    YEARS = "years"
    OPEN = "open"


class Basis(StrEnum):
    """How we know a date."""

    STATED = "stated"  # "on 10 May 2025"
    RELATIVE = "relative"  # "on Monday", counted from the publication date
    EVENT = "event"  # "the day after the bombing", counted from another event
    PUBLICATION = "publication"  # nothing said; no later than publication


#: The longest interval, in days, that still has this precision.
_LONGEST = (
    (1, Precision.DAY),
    (6, Precision.DAYS),
    (7, Precision.WEEK),
    (31, Precision.MONTH),
    (92, Precision.QUARTER),
    (366, Precision.YEAR),
)


@dataclass(frozen=True, slots=True)
class TimeInterval:
    """First and last day on which it can have happened, both included.

    `start` None: the text sets no beginning. `end` None: nor an end (no publication date is known). `text` are the words at
    `start_offset:end_offset`, None when the text says nothing of the time. `clock` is the time of day as written.
    """

    start: date | None
    end: date | None
    basis: Basis
    text: str | None = None
    start_offset: int | None = None
    end_offset: int | None = None
    clock: str | None = None

    def __post_init__(self) -> None:
        if self.start is not None and self.end is not None and self.end < self.start:
            raise ValueError(f"interval ends before it starts: {self.start} to {self.end}")

    @property
    def days(self) -> int | None:
        """How many days the interval holds; None when it is open."""
        return None if self.start is None or self.end is None else (self.end - self.start).days + 1

    @property
    def precision(self) -> Precision:
        """The name of the interval's length."""
        if self.days is None:
            return Precision.OPEN
        return next((name for longest, name in _LONGEST if self.days <= longest), Precision.YEARS)

    def overlaps(self, other: TimeInterval) -> bool:
        """The two share a day. An open end reaches for ever."""
        starts_in_time = self.start is None or other.end is None or self.start <= other.end
        ends_in_time = self.end is None or other.start is None or other.start <= self.end
        return starts_in_time and ends_in_time
