"""What each part of the engine is worth: claims on the corpus' dev part without it, the sums fitted anew, in ten folds.

python -m benchmarks.ablation DATA

DATA is the built dev part of the corpus, with its gold. Printed are precision, recall and F1 of claims (happening, source, stance and
figures right), then F1 of claims with their source right, of happenings, and of the grouping into events (MUC).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ascribe.extract.code import Claims, Told
from ascribe.knowledge import decisions as kept
from ascribe.model.decisions import Choice
from ascribe.model.marks import Marks
from ascribe.model.reading import Reading
from benchmarks import fit
from benchmarks.coding import readings
from benchmarks.lines import Line, read_lines
from benchmarks.metrics.tally import total
from benchmarks.stance import scores

NEVER = 2.0  # no chance is as high


def _marks(change: Callable[[Marks], Marks]) -> Callable[[Reading], Reading]:
    return lambda reading: replace(reading, marks=change(reading.marks) if reading.marks is not None else None)


class _NoRules(Claims):
    """The accounts of the rules left out, their speakers and phrases kept."""

    def told(self, reading: Reading) -> Told:
        return replace(super().told(reading), accounts=[])


@dataclass(frozen=True)
class Without:
    """What is changed of the thresholds, of the marks, of the step that makes claims, and which sum is not fitted."""

    choice: Callable[[Choice], Choice] = lambda choice: choice
    marks: Callable[[Reading], Reading] = lambda reading: reading
    coder: type[Claims] = Claims
    unfitted: str | None = None


PARTS = {
    "all parts": Without(),
    "without the encoder": Without(marks=lambda reading: replace(reading, marks=None)),
    "without the encoder's cues": Without(marks=_marks(lambda marks: replace(marks, cues=(), said={}, about={}))),
    "without words that only the encoder has": Without(lambda choice: replace(choice, alone=NEVER)),
    "without claims whose event is named elsewhere": Without(lambda choice: replace(choice, elsewhere=NEVER)),
    "without the encoder's roles": Without(lambda choice: replace(choice, role=NEVER)),
    "without cues tied to event words": Without(marks=_marks(lambda marks: replace(marks, said={}))),
    "whose it is, in the rules' order": Without(unfitted="whose"),
    "stances, not fitted": Without(unfitted="stands"),
    "events by the encoder and the rules' groups alone": Without(unfitted="same"),
    "events without the encoder's chances": Without(marks=_marks(lambda marks: replace(marks, same={}))),
    "without the accounts of the rules": Without(coder=_NoRules),
}


def measured(lines: Sequence[Line], marked: Sequence[Reading], name: str) -> str:
    """The line of one part."""
    part = PARTS[name]
    choice, changed = part.choice(kept.load().choice), [part.marks(reading) for reading in marked]
    asked = any(reading.marks is not None for reading in changed)
    by_fold = fit.parts(lines, changed, choice, part.coder, part.unfitted)[0] if asked else None
    found = [document.scored for document in fit.coded(lines, changed, choice, by_fold, part.coder)]
    claims = total(map(scores.claim_tally, found))
    source, happening = (total(scores.claim_tally(scored, aspects) for scored in found).f1 for aspects in (("source",), ()))
    grouped = scores.incident_scores(found)["MUC"].f1
    return f"{claims}   with source {100 * source:.1f}   happenings {100 * happening:.1f}   events, MUC {100 * grouped:.1f}"


def main() -> None:
    """Measure every part and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="the built dev part")
    lines = read_lines(parser.parse_args().data)
    marked = [reading for _, reading in readings(lines, "documents", "full")]
    for name in PARTS:
        print(f"{name:52} {measured(lines, marked, name)}", flush=True)


if __name__ == "__main__":
    main()
