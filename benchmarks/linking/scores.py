"""How well passages were put together: pairs, false merges, clusters; and which sorts of article and of telling are missed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from benchmarks.linking.pot import Coded
from benchmarks.metrics import clusters
from benchmarks.metrics.tally import Tally


@dataclass(frozen=True, slots=True)
class Passage:
    """One passage: what it is called, the group it is of, the happening it tells of, in what sort of article, and how."""

    name: str
    group: str
    gold: str
    sort: str
    how: str


@dataclass(frozen=True, slots=True)
class Merges:
    """Pairs of passages that were put together though they tell of two happenings: `inside` one group, and `across` groups.

    `different` are all pairs of one group that tell of two happenings, `merged` all pairs that were put together.
    """

    inside: int
    across: int
    different: int
    merged: int

    def __str__(self) -> str:
        wrong = (self.inside + self.across) / self.merged if self.merged else 0.0
        apart = self.inside / self.different if self.different else 0.0
        return f"{100 * wrong:.1f} % of the pairs put together, {100 * apart:.2f} % of the different pairs of a group; {self.across} across"


def passages(articles: Iterable[Coded]) -> list[Passage]:
    """Every passage of some articles."""
    return [
        Passage(f"{each.name} {told.event}", each.group.id, each.event(told), each.article.sort.value, told.how.value)
        for each in articles
        for told in each.article.tells
    ]


def pairs(gold: Sequence[Passage], found: Mapping[str, str]) -> Tally:
    """Pairs of passages of one happening: those put together, those that should be. `found` names each passage's cluster."""
    wanted = _pairs(gold, lambda passage: passage.gold)
    given = _pairs(gold, lambda passage: found[passage.name])
    both = _pairs(gold, lambda passage: (passage.gold, found[passage.name]))
    return Tally(both, given, both, wanted)


def _pairs(gold: Iterable[Passage], label: Callable[[Passage], object]) -> int:
    """How many pairs have one label."""
    counted: dict[object, int] = {}
    for passage in gold:
        counted[label(passage)] = counted.get(label(passage), 0) + 1
    return sum(count * (count - 1) // 2 for count in counted.values())


def merges(gold: Sequence[Passage], found: Mapping[str, str]) -> Merges:
    """The false merges."""
    tally = pairs(gold, found)
    in_group = _pairs(gold, lambda passage: (passage.group, found[passage.name]))
    return Merges(
        int(in_group - tally.right),
        int(tally.given - in_group),
        int(_pairs(gold, lambda passage: passage.group) - tally.wanted),
        int(tally.given),
    )


def touching(gold: Sequence[Passage], found: Mapping[str, str], label: Callable[[Passage], str]) -> dict[str, Tally]:
    """The pairs that touch a passage of each label."""
    tallies: dict[str, Tally] = {}
    by_group: dict[str, list[Passage]] = {}
    for passage in gold:
        by_group.setdefault(passage.group, []).append(passage)
    for members in by_group.values():
        for one, other in combinations(members, 2):
            same, together = one.gold == other.gold, found[one.name] == found[other.name]
            if same or together:
                for name in {label(one), label(other)}:
                    counted = Tally(same and together, together, same and together, same)
                    tallies[name] = tallies.get(name, Tally()) + counted
    return tallies


@dataclass(frozen=True, slots=True)
class Scored:
    """What one pot came to. Of several pots pairs add up; clusters never reach over two pots."""

    gold: tuple[Passage, ...]
    found: Mapping[str, str]

    @classmethod
    def of(cls, pots: Iterable[Scored]) -> Scored:
        """Several pots as one; a cluster's name is the least report in it, so no name stands in two."""
        listed = list(pots)
        return cls(
            tuple(passage for pot in listed for passage in pot.gold),
            {name: cluster for pot in listed for name, cluster in pot.found.items()},
        )


def report(title: str, scored: Scored) -> None:
    """Print all figures."""
    gold, found = scored.gold, scored.found
    names = sorted(passage.name for passage in gold)
    wanted = clusters.clusters({passage.name: passage.gold for passage in gold}, names)
    given = clusters.clusters(found, names)
    print(f"{title}: {len(gold)} passages, {len(wanted)} happenings, {len(given)} events")
    print(f"  pairs        {pairs(gold, found)}")
    print(f"  false merges {merges(gold, found)}")
    print(f"  B-cubed      {clusters.b_cubed(wanted, given)}")
    print(f"  CoNLL F1     {100 * clusters.conll(wanted, given):.1f}")
    for what, label in (("article", lambda passage: passage.sort), ("told as", lambda passage: passage.how)):
        for name, tally in sorted(touching(gold, found, label).items()):
            print(f"    {what:8} {name:17} {tally}  of {tally.wanted:.0f}")
