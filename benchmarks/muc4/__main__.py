"""Incidents of MUC-4: what the engine makes of a text, and how it scores.

python -m benchmarks.muc4 DATA --predictions OUT.json [--engine auto|full|fast] [--score FILE]

DATA has lines `{docid, text, body_start, dateline, ...}`. OUT is `{docid: [template, ...]}`, a template `{"incident_type", "PerpInd":
[["mention", ...], ...], "PerpOrg", "Target", "Victim", "Weapon", "org_confidence": {organisation: value}}`. Where DATA carries
`templates`, relevance, CEAF-REE, CEAF-TF, CEAF-RME and the firmness of organisations are printed, with 95 % intervals by bootstrap over
documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from benchmarks.command import answers, command, scored_alone
from benchmarks.intervals import f1_ends, percent
from benchmarks.lines import read_lines
from benchmarks.metrics.tally import Tally, total
from benchmarks.muc4 import scores
from benchmarks.muc4.keys import Key, Template, key_of
from benchmarks.muc4.templates import from_json, predict

Scored = tuple[Key, tuple[Template, ...]]


def report(scored: Sequence[Scored]) -> None:
    """Print every score."""
    print(f"{len(scored)} documents, {sum(k.relevant for k, _ in scored)} relevant, {sum(len(k.templates) for k, _ in scored)} templates")
    print(_figure("relevance", [scores.relevance(*unit) for unit in scored]))
    for name, score in (("CEAF-REE", scores.ree), ("CEAF-TF", scores.template_f1)):
        parts = [score(*unit) for unit in scored]
        print(_figure(name, [total(part.values()) for part in parts]))
        for role in parts[0]:
            print(f"    {role:8} {total(part[role] for part in parts)}")
    parts = [scores.rme(*unit) for unit in scored]
    for phi in ("phi-3", "phi-subset"):
        print(_figure(f"RME {phi}", [part[phi] for part in parts]))
    firm = sum((scores.firmness(*unit) for unit in scored), scores.FirmnessScore())
    print(
        f"organisations: {firm.given} given, {len(firm.matched)} of {firm.wanted} matched; value right {percent(firm.accuracy)}, "
        f"macro F1 {percent(firm.macro_f1)}; recall of the {firm.wanted_not_fact} not REPORTED AS FACT {percent(firm.recall_not_fact)}; "
        f"end to end {firm.end_to_end}"
    )


def _figure(name: str, tallies: Sequence[Tally]) -> str:
    return f"{name:14} {total(tallies)}  {f1_ends(tallies)}"


def main() -> None:
    """Predict, write, and measure where there is a key."""
    parser = command(__doc__)
    scored_alone(parser)
    asked = parser.parse_args()
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, partial(predict, engine=asked.engine))
    if lines and all("templates" in line for line in lines):
        report([(key_of(line), from_json(predictions.get(line["docid"], []))) for line in lines])


if __name__ == "__main__":
    main()
