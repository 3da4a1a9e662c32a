"""What is told on standard error while documents are coded: how far it is, what went wrong, what the reader must know."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from ascribe.api import Outcome


class Line:
    """One line of progress on a terminal, written over again and again, with nothing that a plain terminal does not know."""

    def __init__(self, file: TextIO, *, quiet: bool = False) -> None:
        self._file = file
        self.is_seen = not quiet and file.isatty()
        self._shown = 0

    def show(self, text: str) -> None:
        """Write over the line that stands there."""
        if self.is_seen:
            self._file.write("\r" + text[:78].ljust(self._shown))
            self._file.flush()
            self._shown = len(text[:78])

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            self._file.write("\r" + " " * self._shown + "\r")
            self._file.flush()
            self._shown = 0

    def say(self, text: str) -> None:
        """A line that stays, also where no terminal is."""
        self.clear()
        self._file.write(text + "\n")
        self._file.flush()


class Teller:
    """Counts outcomes, hands their records on, and tells the rest.

    Progress is for a terminal and more than one document. Errors are told when they happen, notes once at the end: each note with the
    documents that have it, in the words that `note` has for its code; a note without words is not told.
    """

    def __init__(self, file: TextIO, note: Callable[[str], str], *, total: int, quiet: bool = False, bar: bool = True) -> None:
        self.coded = 0
        self.failed = 0
        self._line = Line(file, quiet=quiet)
        self._total = total
        self._quiet = quiet
        self._bar = bar and total > 1
        self._note = note
        self._noted: dict[str, list[str]] = {}

    def records(self, outcomes: Iterable[Outcome]) -> Iterator[dict[str, Any]]:
        """The records of what could be coded, in order."""
        self._progress("")
        for outcome in outcomes:
            if outcome.record is None:
                self.failed += 1
                self._line.say(f"ascribe: {outcome.problem}")
            else:
                self.coded += 1
                for code in outcome.record["document"]["notes"]:
                    self._noted.setdefault(code, []).append(outcome.name)
                yield outcome.record
            self._progress(outcome.name)

    def building(self, what: str) -> None:
        """What the building of the index of places is at: it is built once on a machine."""
        self._line.show(f"building the index of places, once on this machine: {what}")

    def end(self) -> None:
        """Tell the notes."""
        for code, names in self._noted.items():
            if not self._quiet and (told := self._note(code)):
                self._line.say(f"ascribe: {self._those(names)}: {told}")

    def _those(self, names: list[str]) -> str:
        if len(names) <= 3:
            return ", ".join(names)
        return f"{len(names)} of {self._total} documents ({', '.join(names[:2])} and {len(names) - 2} more)"

    def clear(self) -> None:
        """Take the line of progress away."""
        self._line.clear()

    def _progress(self, name: str) -> None:
        if self._bar:
            self._line.show(f"{self.coded + self.failed} of {self._total}  {name}")
