"""What there is in the corpus of which form, region, period, phenomenon and value: the log that keeps the balance.

python -m corpus.log [--muc4 DATA] [--part train|dev|test]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.gold import Gold, read
from corpus.parts import PARTS, documents, part_of


def tables(golds: Sequence[Gold]) -> Iterable[tuple[str, Counter[str]]]:
    """A name and counts, for each thing that is kept in balance."""
    yield "part", Counter(part_of(gold.name) for gold in golds)
    yield "setting", Counter(str(gold.about.get("setting")) for gold in golds)
    yield "form", Counter(str(gold.about.get("form")) for gold in golds)
    yield "region", Counter(str(gold.about.get("region")) for gold in golds)
    yield "period", Counter(_period(gold) for gold in golds)
    yield "words", Counter(_length(gold) for gold in golds)
    yield "phenomenon", Counter(str(tag) for gold in golds for tag in gold.about.get("phenomena") or ())
    yield "stance", Counter(claim.attribution.stance.value for gold in golds for claim in gold.claims)
    yield "certainty", Counter(claim.attribution.certainty.value for gold in golds for claim in gold.claims)
    yield "contests", Counter(claim.attribution.contests.value for gold in golds for claim in gold.claims if claim.attribution.contests)
    yield "event type", Counter(event.event_type.value for gold in golds for event in gold.happenings)
    yield "granularity", Counter(event.granularity.value for gold in golds for event in gold.happenings)
    yield "modality", Counter(event.modality.value for gold in golds for event in gold.happenings)
    yield "tactic", Counter(tactic for gold in golds for event in gold.happenings for tactic in event.tactics)
    yield "case", Counter(event.case for gold in golds for event in gold.happenings if event.case)


def _period(gold: Gold) -> str:
    year = str(gold.about.get("published") or "")[:4]
    return f"{year[:3]}0s" if year.isdigit() else "no date"


def _length(gold: Gold) -> str:
    count = len(gold.document.text.split())
    return next(f"up to {most}" for most in (130, 250, 500, 10**6) if count <= most)


def main() -> None:
    """Print the log."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--muc4", type=Path, metavar="DATA", help="the stand-off part, with the texts of this file")
    parser.add_argument("--part", choices=PARTS)
    asked = parser.parse_args()
    golds = [read(*pair) for pair in documents(asked.muc4, asked.part)]
    layers = {
        "words": [len(gold.document.text.split()) for gold in golds],
        "attributions": [len(gold.sayings) for gold in golds],
        "events": [len(gold.happenings) for gold in golds],
        "claims": [len(gold.claims) for gold in golds],
        "relations": [len(gold.ties) for gold in golds],
    }
    print(", ".join([f"{len(golds)} documents", *(f"{sum(counts)} {name}" for name, counts in layers.items())]))
    for name, counts in tables(golds):
        print(f"\n{name}: " + ", ".join(f"{value} {count}" for value, count in counts.most_common()))


if __name__ == "__main__":
    main()
