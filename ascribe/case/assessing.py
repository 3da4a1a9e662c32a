"""How the work of people goes: how far it has come, how long a record takes, how far they agree, and what can be learned from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from ascribe.case.makers import is_by_hand
from ascribe.model.agreement import Agreement, agreement, independent, values_of
from ascribe.model.reviews import Decided, Role, changed, settled
from ascribe.store import documents, queues, reviews
from ascribe.store.opening import Database, explained, reading

Record = dict[str, Any]
#: How many characters on either side of a claim's words go into the training file with it.
WINDOW = 500


@dataclass(frozen=True, slots=True)
class Pace:
    """One person's work: records decided and skipped, how many of them were timed, and the median of the seconds."""

    who: str
    decided: int
    skipped: int
    timed: int
    median: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it has come: claims by state and by queue, documents that were read wholly, people's paces.

    `done` are the claims that people have settled; what only the machine made, and what they disagree on, is not done.
    """

    states: Mapping[str, int]
    queues: Mapping[str, int]
    read: int
    documents: int
    people: tuple[Pace, ...]

    @property
    def claims(self) -> int:
        """All claims that are found."""
        return sum(self.states.values())

    @property
    def done(self) -> int:
        """Those that people have settled."""
        return sum(self.states[name] for name in ("coded", "agreed", "reviewed"))


class Assessing:
    """What a case tells of the decisions in it; `ascribe.case.case.Case` has these verbs among its own."""

    path: Path
    by: str
    database: Database

    def progress(self, who: str | None = None) -> Progress:
        """How far it has come; the queues are those of `who`."""
        with explained(self.path), reading(self.database):
            sizes = queues.sizes(self.database, who or self.by)
            return Progress(queues.states(self.database), sizes, *queues.read_documents(self.database), tuple(self.paces()))

    def paces(self) -> list[Pace]:
        """How many records each person decided, and how long one took them, in the middle."""
        with explained(self.path):
            rows = queues.by_person(self.database)
        people: dict[str, list[tuple[str, float | None]]] = {}
        for who, decision, seconds in rows:
            people.setdefault(who, []).append((decision, seconds))
        return [_pace(who, made) for who, made in people.items()]

    def agreement(self, *, role: Role | str | None = None) -> Agreement:
        """How far people agree who decided on the same claims without seeing each other's decisions: all, or those in one role."""
        units = []
        with explained(self.path), reading(self.database):
            for number in reviews.decided_by_several(self.database):
                made = independent(reviews.decisions(self.database, number))
                kept = {who: each for who, each in made.items() if role is None or each.role == role}
                if len(kept) > 1:
                    base = reviews.subject(self.database, number).base
                    units.append({who: values_of(each, changed(base, each.changes)) for who, each in kept.items()})
        return agreement(units)

    def training(self) -> Iterator[Record]:
        """What people settled, as examples to learn from: each claim with the words around it, as the machine had it and as people have it.

        Behind them the documents that somebody has read wholly: what is not among their claims, they do not tell. People are under
        pseudonyms; what was marked as sensitive is left out.
        """
        with explained(self.path), reading(self.database):
            for number in reviews.decided_on(self.database):
                if row := self._lesson(number):
                    yield row
            for document, name in reviews.documents_read(self.database):
                text = documents.text_of(self.database, document)
                if text is not None:
                    yield {"kind": "document", "document": name, "text": text.text, "claims": reviews.holding(self.database, document)}

    def _lesson(self, number: int) -> Record | None:
        found, subject = settled(reviews.decisions(self.database, number)), reviews.subject(self.database, number)
        text = documents.text_of(self.database, subject.document)
        if not found.state.is_settled or found.sensitive or not subject.found or text is None:
            return None
        record = subject.record
        first, last = max(0, record["quote"]["start"] - WINDOW), record["quote"]["end"] + WINDOW
        return {
            "kind": "claim",
            "claim": subject.id,
            "document": text.id,
            "state": found.state.value,
            "verdict": found.verdict.value if found.verdict else None,
            "start": first,
            "text": text.text[first:last],
            "machine": None if is_by_hand(subject.base["made_by"]) else subject.base,
            "human": None if found.verdict is Decided.REJECTED else record,
            "changed": sorted(found.changes),
            "by": sorted(documents.trace(self.database, f"person {each.who}")[:8] for each in found.standing),
        }


def _pace(who: str, made: list[tuple[str, float | None]]) -> Pace:
    skipped = sum(decision == Decided.SKIPPED for decision, _ in made)
    timed = [seconds for decision, seconds in made if seconds is not None and decision != Decided.SKIPPED]
    return Pace(who, len(made) - skipped, skipped, len(timed), median(timed) if timed else None)
