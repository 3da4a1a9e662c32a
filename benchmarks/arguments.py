"""Who attacked whom or what, where, with what: the arguments of conflict events (attack, bombing, clash, killing, injuring).

python -m benchmarks.arguments DATA --predictions OUT.json [--engine auto|full|fast]

DATA has lines `{docid, text}`; OUT is `{docid: [{"Attacker": [[s, e], ...], "Target": [...], "Victim": [...], "Place": [...],
"Instrument": [...]}, ...]}`, an entry for each event. Lines of `corpus.build` carry gold, which is made of their claims by the same rules:

    Attacker    actors          Victim      the words for those killed or injured, and recipients who are people and no organisation
    Target      things that were attacked, and recipients that are forces or bodies
    Place       places          Instrument  weapons

Events are ASSAULT, other than abductions, not contested, whatever their modality. Coded events are matched to gold events one-to-one by
the arguments that they share; F1 of arguments over matched events is printed by overlap and exactly, all arguments of unmatched events
counting as wrong or missed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from ascribe.export.records import claim_record
from ascribe.model.text import Span
from benchmarks.coding import readings
from benchmarks.command import answers, command
from benchmarks.intervals import f1_ends
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.assignment import best
from benchmarks.metrics.tally import Tally, meeting, total

ROLES = ("Attacker", "Target", "Victim", "Place", "Instrument")
Record = dict[str, Any]
Entry = dict[str, list[list[int]]]
_BODIES = frozenset(
    "state_forces government rebel_group political_militia identity_militia external_forces criminal_group igo ngo media business".split()
)
_ABDUCTIONS = frozenset({"abduction", "hostage_taking", "hijacking"})


def entries(claims: Iterable[Record], text: str) -> list[Entry]:
    """The entries of a document's claims, one an event."""
    events: dict[str, list[Record]] = {}
    for claim in claims:
        if claim["event_type"] == "ASSAULT" and claim["attribution"]["contests"] is None:
            events.setdefault(claim["event"], []).append(claim)
    return [_entry(told, text) for told in events.values() if not any(_ABDUCTIONS & set(claim["tactics"]) for claim in told)]


def _entry(told: Sequence[Record], text: str) -> Entry:
    entry: Entry = {role: [] for role in ROLES}
    for claim in told:
        _add(entry["Attacker"], claim["actors"], text)
        _add(entry["Target"], claim["targets"], text)
        _add(entry["Target"], [party for party in claim["recipients"] if party["kind"] in _BODIES], text)
        _add(entry["Victim"], [party for party in claim["recipients"] if party["kind"] not in _BODIES], text)
        _add(entry["Victim"], [_people(case, text) for case in claim["casualties"] if case["effect"] in {"killed", "injured"}], text)
        _add(entry["Place"], claim["places"], text)
        _add(entry["Instrument"], claim["weapons"], text)
    return entry


def _people(case: Record, text: str) -> Record:
    """Those who were hit: the number with the words for people that it belongs to or that stand just behind it."""
    start, end, words = case["count"]["start"], case["count"]["end"], case["who"]
    at = text.find(words, start, end + len(words) + 16)
    return {"start": start, "end": end if at < 0 else max(end, at + len(words))}


_ARTICLE = re.compile(r"(?:a|an|the)\s+(?=\S)", re.IGNORECASE)


def _add(into: list[list[int]], values: Iterable[Record], text: str) -> None:
    """Add their spans, without articles."""
    for value in values:
        article = _ARTICLE.match(text, value["start"], value["end"])
        pair = [article.end() if article else value["start"], value["end"]]
        if pair not in into:
            into.append(pair)


def predict(lines: Sequence[Line], engine: str = "auto") -> dict[str, list[Entry]]:
    """The entries of every text."""
    coded = readings(lines, "documents", engine)
    return {line["docid"]: entries((claim_record(claim) for claim in reading.claims), line["text"]) for line, reading in coded}


def score(gold: Sequence[Entry], found: Sequence[Entry], *, exact: bool) -> dict[str, Tally]:
    """A tally for each role."""

    def met(a: list[int], b: list[int]) -> bool:
        return a == b if exact else Span(*a).overlaps(Span(*b))

    def shared(mine: Entry, theirs: Entry) -> float:
        return float(sum(any(met(a, b) for b in theirs[role]) for role in ROLES for a in mine[role]))

    tallies = {role: Tally(given=sum(len(e[role]) for e in found), wanted=sum(len(e[role]) for e in gold)) for role in ROLES}
    for i, j, _ in best(found, gold, shared):
        for role in ROLES:
            tallies[role] += meeting(gold[j][role], found[i][role], met).earned
    return tallies


def report(documents: Sequence[tuple[list[Entry], list[Entry]]]) -> None:
    """Print the scores."""
    wanted, given = sum(len(gold) for gold, _ in documents), sum(len(found) for _, found in documents)
    print(f"{len(documents)} documents, {wanted} events in gold, {given} coded")
    for name, exact in (("overlap", False), ("exact", True)):
        parts = [score(*document, exact=exact) for document in documents]
        whole = [total(part.values()) for part in parts]
        print(f"{name:10} {total(whole)} {f1_ends(whole)}")
        for role in ROLES:
            print(f"    {role:10} {total(part[role] for part in parts)}")


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, partial(predict, engine=asked.engine))
    if lines and all("claims" in line for line in lines):
        report([(entries(line["claims"], line["text"]), predictions[line["docid"]]) for line in lines])


if __name__ == "__main__":
    main()
