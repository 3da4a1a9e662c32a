"""The coder's own reports, and which of them each listed passage is told in: linking end to end.

A passage is told in the report whose event words overlap its words, or else whose quotes do; of several in the one that has most of them. A
passage that the coder did not find is in no report and stands alone; two passages in one report have been put together by the coder.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.link.sketch import event_words
from ascribe.model.reports import Report, reports
from ascribe.model.text import Span
from benchmarks.linking.pot import Coded, Page

#: What an event word that is one of a passage's words counts for, against a quote that holds one.
WORD = 3


def own(each: Coded) -> Page:
    """An article with the reports that the coder makes of it."""
    told = reports(each.reading.document, each.reading.claims, [sentence.span for sentence in each.reading.sentences])
    named = tuple(replace(report, id=f"{each.name} {report.id}") for report in told)
    return Page(each.name, each.group.id, named, (None,) * len(named), each.reading)


def homes(each: Coded, page: Page) -> dict[str, str | None]:
    """For every passage of the article, by its name, the report that it is told in."""
    found: dict[str, str | None] = {}
    for told in each.article.tells:
        counts = {report.id: _common(report, told.words) for report in page.reports}
        best = max(counts, key=lambda name: counts[name], default=None)
        found[f"{each.name} {told.event}"] = best if best is not None and counts[best] else None
    return found


def _common(report: Report, words: tuple[Span, ...]) -> int:
    named = sum(WORD for mine in event_words(report) if any(mine.overlaps(word) for word in words))
    return named + sum(any(claim.quote.span.overlaps(word) for word in words) for claim in report.claims)
