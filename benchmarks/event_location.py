"""Which place name of a sentence says where the event of a marked verb was.

python -m benchmarks.event_location DATA --predictions OUT.json [--half tune|unseen] [--misses N]

DATA has lines `{id, text, verbs: [[s, e]]}`; OUT is `{id: [[s, e], ...]}`, an empty list for none. Where DATA carries `locations`, the
measures of shared/corpora/event_location are printed: spans by overlap and exactly, answers of no place, items wholly right, and the same
for the items that were checked again. The halves go by a hash of the sentence, so that no sentence stands in both. Errors are shown for
the half for tuning only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ascribe.extract.whereabouts import whereabouts
from ascribe.knowledge import words
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Span
from ascribe.pipeline import fast, read_through
from ascribe.resolve.places.places import Places
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, percent
from benchmarks.lines import HALVES, Line, half_of, progress, read_lines
from benchmarks.metrics.tally import matched, meeting, total


@dataclass(frozen=True, slots=True)
class Item:
    """One marked verb: the gold spans and the predicted ones."""

    sentence: str
    gold: tuple[Span, ...]
    found: tuple[Span, ...]
    checked: bool


def predict(lines: Sequence[Line]) -> dict[str, list[list[int]]]:
    """Run the reading over every sentence once, and ask where each marked verb's event was."""
    steps = fast()
    stop = 1 + next(at for at, step in enumerate(steps) if isinstance(step, Places))
    known = words.load().whereabouts
    read: dict[str, Reading] = {}
    out = {}
    for line in progress(lines, "verbs"):
        if line["text"] not in read:
            read = {line["text"]: next(read_through([Document.of(line["text"], language="en")], steps[:stop]))}
        reading = read[line["text"]]
        found = {place.start: place.end for start, end in line["verbs"] for place in whereabouts(reading, Span(start, end), known)}
        out[line["id"]] = [[start, end] for start, end in sorted(found.items())]
    return out


def spans(items: Sequence[Item], *, exact: bool = False) -> tuple[float, float, float]:
    """Precision, recall and F1 of the spans."""
    met = (lambda a, b: a == b) if exact else Span.overlaps
    tally = total(meeting(item.gold, item.found, met) for item in items)
    return tally.precision, tally.recall, tally.f1


def _f1(groups: Sequence[Sequence[Item]], *, exact: bool) -> float:
    return spans([item for group in groups for item in group], exact=exact)[2]


def nowhere(items: Sequence[Item]) -> float:
    """F1 of the answer "no place"."""
    said, gold = sum(not i.found for i in items), sum(not i.gold for i in items)
    return matched(sum(not i.found and not i.gold for i in items), said, gold).f1


def wholly(items: Sequence[Item]) -> float:
    """The share of items whose spans all overlap gold ones, and the reverse."""
    right = 0
    for item in items:
        met = all(any(g.overlaps(f) for f in item.found) for g in item.gold)
        right += met and all(any(g.overlaps(f) for g in item.gold) for f in item.found)
    return right / len(items) if items else 0.0


def report(items: Sequence[Item]) -> None:
    """Print the measures."""
    sentences: dict[str, list[Item]] = {}
    for item in items:
        sentences.setdefault(item.sentence, []).append(item)
    groups = list(sentences.values())
    print(f"{len(items)} verbs in {len(groups)} sentences, {sum(len(i.gold) for i in items)} places")
    for name, exact in (("overlap", False), ("exact", True)):
        p, r, f = spans(items, exact=exact)
        interval = bootstrap(groups, partial(_f1, exact=exact), 200)
        print(f"{name:8} P {percent(p)}  R {percent(r)}  F1 {percent(f, interval)}")
    print(f"no place F1 {percent(nowhere(items))};  wholly right {percent(wholly(items))}")
    checked = [item for item in items if item.checked]
    if checked and len(checked) < len(items):
        print(f"of {len(checked)} checked again: overlap F1 {percent(spans(checked)[2])}, wholly right {percent(wholly(checked))}")


def show_misses(lines: Sequence[Line], items: Sequence[Item], most: int) -> None:
    """Items of the half for tuning that are not wholly right."""
    for line, item in zip(lines, items, strict=True):
        if half_of(item.sentence) == "tune" and not wholly([item]) and most > 0:
            (start, end), text = line["verbs"][0], line["text"].strip()
            told = [[text[s.start : s.end] for s in spans_] for spans_ in (item.gold, item.found)]
            print(f"{text[:start]}<<{text[start:end]}>>{text[end:]}\n    gold {told[0]}  found {told[1]}")
            most -= 1


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--half", choices=HALVES, help="only this half, by a hash of the sentence")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="show N errors of the half for tuning")
    asked = parser.parse_args()
    lines = [line for line in read_lines(asked.data) if asked.half in (None, half_of(line["text"]))]
    predictions = answers(asked, lines, predict)
    if lines and all("locations" in line for line in lines):
        items = [
            Item(
                line["text"],
                tuple(Span(s, e) for s, e in line["locations"]),
                tuple(Span(s, e) for s, e in predictions[line["id"]]),
                bool(line.get("gold")),
            )
            for line in lines
        ]
        report(items)
        show_misses(lines, items, asked.misses)


if __name__ == "__main__":
    main()
