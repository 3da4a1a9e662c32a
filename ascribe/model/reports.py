"""Reports: what one document claims about one event. This is what is linked: claims of one report stay together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ascribe.model.claims import Claim
from ascribe.model.text import Document, Span


@dataclass(frozen=True, slots=True)
class Report:
    """One document's claims about one event, with the words around them.

    `passages` are the sentences that the claims stand in, in the order of the text; what is compared by its wording is compared by them.
    `published` is None where no date is known.
    """

    id: str
    document: Document
    claims: tuple[Claim, ...]
    passages: tuple[Span, ...] = ()

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return date.fromisoformat(self.document.published) if self.document.published else None

    @property
    def words(self) -> str:
        """The passages' text."""
        return "\n".join(self.document.text[span.start : span.end] for span in self.passages)


def reports(document: Document, claims: Sequence[Claim], sentences: Sequence[Span]) -> tuple[Report, ...]:
    """The reports of a document that was coded: one for each event that its claims name, in the order of their first claim.

    The id of each is its event's id inside the document.
    """
    grouped: dict[str, list[Claim]] = {}
    for claim in claims:
        grouped.setdefault(claim.event, []).append(claim)
    return tuple(Report(name, document, tuple(found), _passages(found, sentences)) for name, found in grouped.items())


def _passages(claims: Sequence[Claim], sentences: Sequence[Span]) -> tuple[Span, ...]:
    quotes = [claim.quote.span for claim in claims]
    return tuple(sentence for sentence in sentences if any(sentence.overlaps(quote) for quote in quotes))
