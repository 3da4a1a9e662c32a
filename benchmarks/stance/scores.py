"""Scores of coded documents against the corpus: claims as a whole, then each layer.

A claim is right if four things are: the *happening* (the same type, and the words that name it are words of the gold event; a claim whose
words name no gold event must share its quote), the *source* (the same words, or the same known party, or both the document), the *stance*,
and the *figures* (killed, injured, abducted, arrested and displaced: each with the same total, or the same counts of people, or not told
in both). Claims are matched one-to-one so that most are right.

A layer is scored on pairs of claims that are matched by happening, so that a mistake is counted where it was made; figures end to end are
those of the claims.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.model.text import Span
from benchmarks.lines import Line
from benchmarks.metrics import clusters
from benchmarks.metrics.assignment import best
from benchmarks.metrics.tally import Tally, matched, meeting, shared, total
from benchmarks.polnear import scores as attributions

Record = dict[str, Any]
EFFECTS = {"fatalities": "killed", "injured": "injured", "abducted": "abducted", "arrested": "arrested", "displaced": "displaced"}
#: Layers that are one value of a claim: where it stands in the record.
VALUES = {
    "stance": ("attribution", "stance"),
    "certainty": ("attribution", "certainty"),
    "contests": ("attribution", "contests"),
    "modality": ("modality",),
    "granularity": ("granularity",),
}


@dataclass(frozen=True)
class Pair:
    """A gold claim and the coded claim that is about the same happening; what of it is right."""

    gold: Record
    found: Record
    source: bool
    stance: bool
    figures: bool

    @property
    def right(self) -> bool:
        """All of it."""
        return self.source and self.stance and self.figures


@dataclass(frozen=True)
class Scored:
    """A document of the corpus beside what was coded, and the claims of both matched."""

    gold: Line
    found: Line
    pairs: tuple[Pair, ...]

    @classmethod
    def of(cls, gold: Line, found: Line) -> Scored:
        """The two, their claims matched."""
        return cls(gold, found, tuple(_matched(gold, found)))

    @property
    def said_alike(self) -> list[Pair]:
        """The pairs that share happening and source."""
        return [pair for pair in self.pairs if pair.source]


def _matched(gold: Line, found: Line) -> list[Pair]:
    """Claims of a document matched one-to-one, so that most are right, then most nearly."""
    words = {event["id"]: [Span(*word) for word in event["words"]] for event in gold["events"]}

    def worth(found_claim: Record, gold_claim: Record) -> float:
        if not same_happening(gold_claim, found_claim, words):
            return 0.0
        pair = _pair(gold_claim, found_claim)
        return 1 + 100 * pair.right + 10 * (pair.source and pair.stance) + 2 * pair.source + pair.stance + pair.figures

    chosen = best(found["claims"], gold["claims"], worth)
    return [_pair(gold["claims"][j], found["claims"][i]) for i, j, _ in chosen]


def _pair(gold: Record, found: Record) -> Pair:
    ours, theirs = found["attribution"], gold["attribution"]
    return Pair(gold, found, same_source(theirs["source"], ours["source"]), theirs["stance"] == ours["stance"], same_figures(gold, found))


def same_happening(gold: Record, found: Record, words: dict[str, list[Span]]) -> bool:
    """See the module's text."""
    if gold["event_type"] != found["event_type"]:
        return False
    named = [Span(quote["start"], quote["end"]) for quote in found["evidence"].get("event_type", ())]
    met = {event for event, theirs in words.items() if any(mine.overlaps(word) for mine in named for word in theirs)}
    if met:
        return gold["event"] in met
    return Span(gold["quote"]["start"], gold["quote"]["end"]).overlaps(Span(found["quote"]["start"], found["quote"]["end"]))


def same_source(gold: Record | None, found: Record | None) -> bool:
    """Both are the document, or the same words, or the same known party, or the same name."""
    if gold is None or found is None:
        return gold is found
    if gold["start"] < found["end"] and found["start"] < gold["end"]:
        return True
    if gold["canonical"] and found["canonical"]:
        return _folded(gold["canonical"]) == _folded(found["canonical"])
    return _folded(gold["name"]) in {_folded(found["name"]), _folded(found["stands_for"] or "")}


def _folded(name: str) -> str:
    return " ".join(name.casefold().removeprefix("the ").split())


def same_figures(gold: Record, found: Record) -> bool:
    """For each effect, both give a figure of the same low, best and high, in total or group by group, or neither gives one."""
    ours, theirs = figures(found), figures(gold)
    return ours.keys() == theirs.keys() and all(ours[field] & theirs[field] for field in ours)


Triple = tuple[int | None, int | None, int | None]


def figures(claim: Record) -> dict[str, set[tuple[Triple, ...]]]:
    """The figures of a claim by effect, in every form that says the same: the total; the groups; their sum."""
    found = {}
    for field, effect in EFFECTS.items():
        groups = sorted((_triple(entry["count"]) for entry in claim["casualties"] if entry["effect"] == effect), key=str)
        forms: set[tuple[Triple, ...]] = set()
        if claim[field] is not None:
            forms.add((_triple(claim[field]),))
        if groups:
            forms |= {tuple(groups), (_sum(groups),)}
        if forms:
            found[field] = forms
    return found


def _triple(count: Record) -> Triple:
    return count["low"], count["best"], count["high"]


def _sum(groups: Sequence[Triple]) -> Triple:
    low, best, high = (None if any(value is None for value in column) else sum(column) for column in zip(*groups, strict=True))
    return low, best, high


def claim_tally(scored: Scored, aspects: Sequence[str] = ("source", "stance", "figures")) -> Tally:
    """Claims whose happening and all these aspects are right."""
    right = sum(all(getattr(pair, aspect) for aspect in aspects) for pair in scored.pairs)
    return matched(right, len(scored.found["claims"]), len(scored.gold["claims"]))


def value(claim: Record, layer: str) -> str:
    """The value of a layer in a claim, as text."""
    node: Any = claim
    for step in VALUES[layer]:
        node = node[step]
    return str(node)


def labels(scored: Scored, layer: str) -> list[tuple[str, str]]:
    """Pairs (gold, found) of a layer's labels on the claims that share happening and source."""
    return [(value(pair.gold, layer), value(pair.found, layer)) for pair in scored.said_alike]


def end_to_end(scored: Scored, layer: str) -> list[tuple[str, str]]:
    """The same over all claims: a claim without such a partner stands against "missing" or "spurious"."""
    gold, found = unmatched(scored, scored.said_alike)
    missing, spurious = ((value(claim, layer), "missing") for claim in gold), (("spurious", value(claim, layer)) for claim in found)
    return [*labels(scored, layer), *missing, *spurious]


def unmatched(scored: Scored, met: Iterable[Pair]) -> tuple[list[Record], list[Record]]:
    """The claims of gold, and the coded ones, that are in none of these pairs."""
    taken = {id(claim) for pair in met for claim in (pair.gold, pair.found)}
    gold, found = ([claim for claim in side["claims"] if id(claim) not in taken] for side in (scored.gold, scored.found))
    return gold, found


def sayings(document: Line) -> tuple[attributions.Attribution, ...]:
    """Attributions of a document, gold or coded, in the form that PolNeAR's scores read."""
    return tuple(
        attributions.Attribution(
            (Span(item["source"]["start"], item["source"]["end"]),) if item["source"] else (),
            tuple(Span(*piece) for piece in item["cue"]),
            tuple(Span(*piece) for piece in item["content"]),
        )
        for item in document["attributions"]
    )


def event_words(gold: Line, found: Line) -> Tally:
    """Words that name events, by overlap."""
    wanted = [Span(*word) for event in gold["events"] for word in event["words"]]
    return meeting(wanted, list(_named(found)), Span.overlaps)


def _named(found: Line) -> dict[Span, Record]:
    """Each word that names an event, with the first claim that rests on it."""
    named: dict[Span, Record] = {}
    for claim in found["claims"]:
        for quote in claim["evidence"].get("event_type", ()):
            named.setdefault(Span(quote["start"], quote["end"]), claim)
    return named


def event_types(gold: Line, found: Line) -> list[tuple[str, str]]:
    """Types of the words that both sides name an event with: (gold, found)."""
    named = _named(found)
    return [
        (event["type"], claim["event_type"])
        for event in gold["events"]
        for word in event["words"]
        for mine, claim in named.items()
        if mine.overlaps(Span(*word))
    ]


def tactics(scored: Scored) -> Tally:
    """Tactics of claims that are matched by happening."""
    return total(shared(set(pair.gold["tactics"]), set(pair.found["tactics"])) for pair in scored.pairs)


def incidents(gold: Line, found: Line) -> tuple[dict[str, str], dict[str, str]]:
    """Gold words with their event, and with the coded event of the same word: what clusters are scored on."""
    named = _named(found)
    chains, ours = {}, {}
    for event in gold["events"]:
        for start, end in event["words"]:
            name = f"{gold['docid']} {start}"
            chains[name] = f"{gold['docid']} {event['id']}"
            claim = next((claim for mine, claim in named.items() if mine.overlaps(Span(start, end))), None)
            if claim is not None:
                ours[name] = f"{gold['docid']} {claim['event']}"
    return chains, ours


def incident_scores(documents: Sequence[Scored]) -> dict[str, Tally]:
    """B-cubed, MUC and CEAF-e of gold event words over all documents; a word that was not found stands alone."""
    chains: dict[str, str] = {}
    ours: dict[str, str] = {}
    for scored in documents:
        more, mine = incidents(scored.gold, scored.found)
        chains |= more
        ours |= mine
    names = sorted(chains)
    wanted, given = clusters.clusters(chains, names), clusters.clusters(ours, names)
    return {"B-cubed": clusters.b_cubed(wanted, given), "MUC": clusters.muc(wanted, given), "CEAF-e": clusters.ceaf_e(wanted, given)}
