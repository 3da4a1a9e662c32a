"""All articles of one half as one pot: coded, with a report for each passage, and every report compared with those that share a key.

Groups are not told apart, so that an article may be taken for one of another group; which reports are compared at all is left to the keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ascribe.link.candidates import CROWD, is_broad, keys
from ascribe.link.clusters import clusters
from ascribe.link.compare import Pair, chances, chances_within
from ascribe.link.sides import Side
from ascribe.link.sketch import sketches
from ascribe.model.linking import Weights
from ascribe.model.reading import Reading
from ascribe.model.reports import Report
from ascribe.model.text import Document
from ascribe.pipeline import read_through, steps
from ascribe.settings import Settings
from corpus.confusables import Article, Group, Told


@dataclass(frozen=True, slots=True)
class Coded:
    """One article, as the coder read it."""

    group: Group
    article: Article
    reading: Reading

    @property
    def name(self) -> str:
        """What tells it from all others."""
        return f"{self.group.id}/{self.article.id}"

    def event(self, told: Told) -> str:
        """What tells a happening from those of other groups."""
        return f"{self.group.id} {told.event}"


@dataclass(frozen=True, slots=True)
class Page:
    """One article's reports, and the happening that each is truly of: None for one that tells of none that was listed."""

    name: str
    group: str
    reports: tuple[Report, ...]
    gold: tuple[str | None, ...]
    reading: Reading


def coded(groups: Iterable[Group], engine: str = "full") -> Iterator[Coded]:
    """Every article, coded with its day of publication and outlet given and nothing else."""
    made = steps(Settings(engine=engine))
    for group in groups:
        for article in group.articles:
            known = {"title": article.title, "publisher": article.outlet, "published": article.published.isoformat()}
            document = Document.of(article.text, language="en", **known)
            yield Coded(group, article, next(read_through([document], made)))


def sided(pages: Iterable[Page], weights: Weights) -> list[list[Side]]:
    """Each page's reports, ready to be compared."""
    return [[Side(each, weights) for each in sketches(page.reports, weights, page.reading.times)] for page in pages]


def met(pot: Sequence[Sequence[Side]], weights: Weights) -> set[tuple[int, int]]:
    """The pairs of pages of which some reports share a key, by their places."""
    answering: dict[int, set[int]] = {}
    asking: dict[int, set[int]] = {}
    for number, sides in enumerate(pot):
        for each in sides:
            found = keys(each.sketch, weights)
            for key in found.answers:
                answering.setdefault(key, set()).add(number)
            for key in found.asks:
                asking.setdefault(key, set()).add(number)
    return {
        (min(one, other), max(one, other))
        for key, those in asking.items()
        if len(answering.get(key, ())) <= CROWD[is_broad(key)]
        for one in those
        for other in answering.get(key, ())
        if one != other
    }


def judged(pot: Sequence[Sequence[Side]], weights: Weights) -> dict[Pair, float]:
    """The chance of every pair of reports whose pages meet, and of those of one page."""
    found: dict[Pair, float] = {}
    for one, other in sorted(met(pot, weights)):
        found |= chances(pot[one], pot[other], weights)
    for sides in pot:
        found |= chances_within(sides, weights)
    return found


def linked(pot: Sequence[Sequence[Side]], judgements: Mapping[Pair, float], weights: Weights, joined: float) -> dict[str, str]:
    """The cluster of every report, by its id: what is not likely enough to be written down counts as not compared."""
    names = [each.sketch.report for sides in pot for each in sides]
    kept = {pair: chance for pair, chance in judgements.items() if chance >= weights.unsure}
    return {name: min(cluster) for cluster in clusters(names, kept, joined=joined) for name in cluster}
