"""Identity that lasts: which claims and reports of a document are those of an earlier coding.

Engines get better, and code a document again. What is told in the same words of the same source stays the same claim and keeps its id, so
that what people cited and decided is still there. What is new gets an id that follows from what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from ascribe.model.claims import Claim

#: Which claims a report had: the id of a claim -> the id of its report.
Homes = Mapping[str, str]
#: How much must speak for it. Chosen so that type or source may differ where all the rest is the same, but never both.
ENOUGH = 2.0
#: The least share of words that two quotes must have in common.
LEAST_SHARED = 0.3


def kept_claims(old: Sequence[Claim], new: Sequence[Claim]) -> dict[int, str]:
    """For each new claim, by its place in the list, the id of the old one that it is. Those that are new are not in it.

    The pair for which most speaks is taken first; each old claim is one new claim at most. Ties go to the order of the text.
    """
    scored = [(likeness(before, after), at, number) for at, before in enumerate(old) for number, after in enumerate(new)]
    found: dict[int, str] = {}
    taken: set[int] = set()
    for score, at, number in sorted(scored, key=lambda each: (-each[0], each[1], each[2])):
        if score >= ENOUGH and at not in taken and number not in found:
            found[number] = old[at].id
            taken.add(at)
    return found


def likeness(before: Claim, after: Claim) -> float:
    """How much speaks for one claim: the words above all, then type, source, stance and figures. 0 where they share too few words."""
    shared = _shared(before.quote.exact, after.quote.exact)
    if shared < LEAST_SHARED:
        return 0.0
    return (
        2 * shared
        + (0.75 if before.event_type is after.event_type else -0.75)
        + (0.75 if _source(before) == _source(after) else -0.75)
        + (0.25 if before.attribution.stance is after.attribution.stance else -0.25)
        + (0.5 if _figures(before) == _figures(after) else 0.0)
        + (0.25 if before.quote.start == after.quote.start else 0.0)
    )


def _shared(left: str, right: str) -> float:
    """The share of their words that both have. Words, not places: another version of the extractor may have moved them."""
    if left == right:
        return 1.0
    words, others = set(left.casefold().split()), set(right.casefold().split())
    return len(words & others) / len(words | others)


def _source(claim: Claim) -> str | None:
    return claim.attribution.source.key if claim.attribution.source else None


def _figures(claim: Claim) -> list[tuple[str, tuple[int | None, ...]]]:
    return sorted((casualty.effect.value, casualty.count.figures) for casualty in claim.casualties)


def claim_ids(document: str, old: Sequence[Claim], new: Sequence[Claim]) -> list[str]:
    """The id of each new claim: that of the old one that it is, else one that follows from its document, its words and who says them."""
    kept = kept_claims(old, new)
    used = {claim.id for claim in old}
    found: list[str] = []
    for number, claim in enumerate(new):
        name = kept.get(number) or fresh_id(document, claim, used)
        used.add(name)
        found.append(name)
    return found


def fresh_id(document: str, claim: Claim, used: set[str]) -> str:
    """An id that follows from a claim's document, its words and who says them, and that no other has."""
    what = (document, claim.quote.exact, claim.event_type.value, _source(claim), claim.attribution.stance.value)
    count = 0
    while (name := "c" + sha256(repr((*what, count)).encode("utf-8", "surrogatepass")).hexdigest()[:16]) in used:
        count += 1
    return name


def report_ids(told: Mapping[str, Sequence[str]], homes: Homes) -> dict[str, str]:
    """The id of each new report (by its name inside the coding -> ids of its claims).

    A report is the old one that most of its claims were in; an old one goes on in one new report at most, the one that has most of its
    claims. What is new is named after its first claim.
    """
    votes: list[tuple[int, int, str, str]] = []
    for order, (name, claims) in enumerate(told.items()):
        counts: dict[str, int] = {}
        for claim in claims:
            if claim in homes:
                counts[homes[claim]] = counts.get(homes[claim], 0) + 1
        votes += [(-count, order, home, name) for home, count in counts.items()]
    found: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, home, name in sorted(votes):
        if name not in found and home not in taken:
            found[name] = home
            taken.add(home)
    used = set(homes.values())
    for name, claims in told.items():
        if name not in found:
            found[name] = _named_after(claims, used)
            used.add(found[name])
    return found


def _named_after(claims: Iterable[str], used: set[str]) -> str:
    """A name from the first claim after which no report is named yet; claims move from one report to another, so the first may be taken."""
    names = ["r" + claim[1:] for claim in claims]
    fresh = [name for name in names if name not in used]
    return fresh[0] if fresh else "r" + sha256(repr(sorted(used) + names).encode()).hexdigest()[:16]


def successors(told: Mapping[str, Sequence[str]], homes: Homes, names: Mapping[str, str]) -> dict[str, str | None]:
    """For each old report that goes on in none of the new: the new one that took over most of its claims; None: nothing took it over."""
    heirs: dict[str, dict[str, int]] = {home: {} for home in homes.values()}
    for name, claims in told.items():
        for claim in claims:
            if claim in homes:
                counts = heirs[homes[claim]]
                counts[names[name]] = counts.get(names[name], 0) + 1
    gone = heirs.keys() - set(names.values())
    return {home: min(heirs[home], key=lambda name: (-heirs[home][name], name)) if heirs[home] else None for home in sorted(gone)}
