"""People decide on claims: what they say is kept beside what others say, and what follows from all of it is in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ascribe.case import by_hand, coding
from ascribe.case.entering import Entering, with_totals
from ascribe.case.gazetteers import places_of
from ascribe.case.makers import is_by_hand
from ascribe.case.settling import in_force, settle
from ascribe.errors import CaseError, ConfigError
from ascribe.model.reviews import Decided, Decision, Role, changed, differing, settled, value_of
from ascribe.model.text import Span
from ascribe.read.text import day
from ascribe.settings import Settings
from ascribe.store import asking, documents, queues, records, reviews
from ascribe.store import linking as linking_rows
from ascribe.store.opening import Database, explained, reading, writing
from ascribe.store.queues import Queue
from ascribe.store.reviews import Said, Subject

Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class InView:
    """A claim as a person sees it who decides: the record, the decisions beside it and their numbers, which are given back as `seen`.

    `machine` is the record as it was first made. A blind coder sees that, and nothing of what others decided.
    """

    claim: str
    document: str
    record: Record
    machine: Record
    state: str
    verdict: str | None
    sensitive: bool
    found: bool
    by_hand: bool
    reviews: tuple[Record, ...] = ()
    seen: tuple[int, ...] = ()


class Reviewing:
    """What a case does with decisions; `ascribe.case.case.Case` has these verbs among its own."""

    path: Path
    by: str
    settings: Settings
    database: Database

    def in_view(self, claim: str, *, blind: bool = False) -> InView:
        """A claim as it is shown to somebody who decides on it."""
        with explained(self.path), reading(self.database):
            subject = reviews.subject(self.database, self._claim_number(claim))
            told = () if blind else tuple(self._listed(asking.Filter("claim", "exact", subject.id)))
        return InView(
            subject.id,
            document=subject.document_id,
            record=subject.base if blind else subject.record,
            machine=subject.base,
            state="machine" if blind else subject.state,
            verdict=None if blind else subject.verdict,
            sensitive=subject.sensitive and not blind,
            found=subject.found,
            by_hand=is_by_hand(subject.base["made_by"]),
            reviews=told,
            seen=tuple(each["number"] for each in told),
        )

    def decide(
        self,
        claim: str,
        decision: Decided | str,
        changes: Mapping[str, Any] | None = None,
        *,
        seen: Iterable[int] = (),
        blind: bool = False,
        comment: str | None = None,
        sensitive: bool | None = None,
        seconds: float | None = None,
        role: Role | str = Role.CODER,
    ) -> int:
        """Decide on a claim; the number of the decision.

        `seen` are the numbers of the decisions that the person had in view (`in_view`); what others decided meanwhile stands beside this
        one. `changes` are values for fields, as `ascribe.case.entering` reads them, other than what was in view. What was in view
        otherwise is accepted with them. The event waits for `link`.
        """
        said = _as(Decided, decision)
        if said is Decided.CORRECTED and not changes:
            raise ConfigError("a correction says what is corrected; give changes, or accept the record")
        had_in_view = frozenset() if blind else frozenset(seen)
        with explained(self.path), writing(self.database):
            number = self._claim_number(claim)
            subject = reviews.subject(self.database, number)
            all_changes = {} if said in {Decided.REJECTED, Decided.SKIPPED} else self._changes(subject, changes or {}, had_in_view)
            if said in {Decided.ACCEPTED, Decided.CORRECTED}:
                said = Decided.CORRECTED if changes and all_changes else Decided.ACCEPTED
            words = Said(said, _as(Role, role), all_changes, had_in_view, blind, comment, sensitive, seconds)
            made = reviews.add(self.database, number, words, self.by)
            settle(self.database, number)
        return made

    def _changes(self, subject: Subject, entered: Mapping[str, Any], seen: frozenset[int]) -> Record:
        """All that the record is to have otherwise than it was first made: what was in view so, and what this person enters."""
        before = [each for each in reviews.decisions(self.database, subject.number) if each.number in seen]
        in_view = dict(settled(before).changes)
        if entered:
            record = changed(subject.base, in_view)
            in_view |= with_totals(
                record, self._entering(subject.document, record["quote"]["start"], record["quote"]["end"]).changes(entered)
            )
        if not in_view:
            return {}
        try:
            _, record = in_force(subject, settled([_trial(in_view)]))
        except ValueError as error:
            raise ConfigError(f"the claim cannot be so ({error}); see docs/codebook.md for what each field holds") from error
        if not subject.found and "quote" in in_view:
            raise CaseError("the words of this claim are not in the text that is coded now; accept, reject or correct its values only")
        return differing(subject.base, {name: value_of(record, name) for name in in_view})

    def _entering(self, document: int, start: int, end: int) -> Entering:
        text = documents.text_of(self.database, document)
        if text is None:
            raise CaseError("this document has no text yet; ascribe code takes it from the bytes")
        if not 0 <= start < end <= len(text.text):
            raise ConfigError(f"{start} to {end} is no stretch of this text of {len(text.text)} characters")
        return Entering(text, Span(start, end), places_of(self.settings), reviews.home_of(self.database, document))

    def take_back(self, number: int, why: str | None = None) -> None:
        """Take a decision back: what was before it holds again. It stays in the list, marked so."""
        with explained(self.path), writing(self.database):
            settle(self.database, reviews.undo(self.database, number, self.by, why))

    def reviews(self, name: str | None = None, *, who: str | None = None) -> list[Record]:
        """Decisions in their order: on a claim or a document, by a person, or all."""
        with explained(self.path), reading(self.database):
            filters = [asking.Filter("who", "exact", who)] if who is not None else []
            if name is not None:
                found = asking.meant(self.database, name)
                if found.kind not in {"claim", "document"}:
                    raise CaseError(f"{name} is of kind {found.kind}; decisions are on claims, and listed by claim or document")
                filters.append(asking.Filter(found.kind, "exact", found.id))
            return self._listed(*filters)

    def _listed(self, *filters: asking.Filter) -> list[Record]:
        rows = asking.rows(self.database, "reviews", filters)
        return [{**each, "changes": records.value(each["changes"]), "seen": records.value(each["seen"])} for each in rows]

    def queue(self, which: str = "new", size: int = 20, after: str | None = None, who: str | None = None) -> Queue:
        """The next claims to decide on; `after` is the `next` of the page before. `who` asks: what they skipped comes later."""
        with explained(self.path), reading(self.database):
            return queues.queue(self.database, which, size, after, who or self.by)

    def add_claim(
        self,
        document: str,
        start: int,
        end: int,
        fields: Mapping[str, Any],
        *,
        event: str | None = None,
        comment: str | None = None,
        sensitive: bool | None = None,
        seconds: float | None = None,
        role: Role | str = Role.CODER,
    ) -> str:
        """Make a claim that the machine missed, on the words from `start` to `end` of the text (code points); its id.

        `fields` are values as for `decide`; without `event` it is a report of its own, which waits for `link`. Whoever makes it has
        accepted it, and others may decide on it.
        """
        as_role = _as(Role, role)
        with explained(self.path), writing(self.database):
            number = self._document_number(document)
            about = asking.meant(self.database, event) if event is not None else None
            if about is not None and about.kind != "event":
                raise CaseError(f"{event} is no event but of kind {about.kind}")
            entering = self._entering(number, start, end)
            report = linking_rows.report_in(self.database, number, about.number) if about is not None else None
            name, claim = by_hand.kept(self.database, number, entering.document, by_hand.made(entering, fields), report)
            if about is not None and report is None:
                by_hand.joined(self.database, claim, about.number, self.by)
            words = Said(Decided.ACCEPTED, as_role, {}, comment=comment, sensitive=sensitive, seconds=seconds)
            reviews.add(self.database, claim, words, self.by)
            settle(self.database, claim)
        return name

    def correct_document(self, document: str, *, date: str | None = None, outlet: str | None = None, title: str | None = None) -> None:
        """Correct what is known of a document. It is coded anew at once, since days and sources hang on it; its events wait for `link`."""
        said = {"published": day(date), "outlet": outlet or None, "title": title or None}
        if not any(said.values()):
            raise ConfigError("say what is to be corrected: date, outlet or title")
        with explained(self.path):
            with writing(self.database):
                number = self._document_number(document)
                documents.correct(self.database, number, self.by, said)
            engine = coding.engine_of(self.settings)
            for each in coding.code(self.database, self.settings, engine, [number], self.by, budget=None):
                if each.problem is not None:
                    raise CaseError(each.problem)

    def mark_read(self, document: str, *, read: bool = True) -> None:
        """Say that all of a document was read: what is not marked in it, it does not tell. `read` False takes it back."""
        with explained(self.path), writing(self.database):
            reviews.read(self.database, self._document_number(document), self.by, read=read)

    def _document_number(self, name: str) -> int:
        found = asking.meant(self.database, name)
        if found.kind != "document":
            raise CaseError(f"{name} is no document but of kind {found.kind}")
        return found.number

    def _claim_number(self, name: str) -> int:
        found = asking.meant(self.database, name)
        if found.kind != "claim":
            raise CaseError(f"{name} is no claim but of kind {found.kind}; decisions are on claims")
        return found.number


def _trial(changes: Mapping[str, Any]) -> Decision:
    return Decision(0, "", Role.CODER, Decided.CORRECTED, changes)


def _as(kind: Any, word: Any) -> Any:
    """One of the words of a list; another is a `ConfigError` that names those there are."""
    try:
        return kind(word)
    except ValueError:
        raise ConfigError(f"{word!r} is none of {', '.join(kind)}") from None
