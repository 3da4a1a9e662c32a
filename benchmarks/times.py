"""Time expressions: found, and read as the right days.

python -m benchmarks.times DATA --predictions OUT.json [--misses]

DATA has lines in the layout of benchmarks/data/times.md: a text, its day of publication, where one expression of time stands. The shipped
reading runs over each text; the prediction for a line is the time whose words overlap the expression most, or null. OUT is
`{id: {start, end, precision, basis, clock, text} | null}`. Where DATA has its gold, the shares are printed: exact days and precision, found
at all, basis, clock, and how many of the words that are no time were read as one. `country` is not yet told to the reading.
Errors are shown of the half for tuning only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from ascribe.model.text import Document
from ascribe.model.times import TimeInterval
from ascribe.pipeline import fast, read_through
from benchmarks.command import answers, command
from benchmarks.intervals import bootstrap, percent
from benchmarks.lines import Line, half_of, progress, read_lines

Predictions = dict[str, Line | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one line. Of words that are no time, `right` says that nothing was read."""

    id: str
    kind: str
    is_time: bool
    found: bool
    right: bool
    basis: bool
    clock: bool | None  # None: the gold has no time of day


def predict(lines: Sequence[Line]) -> Predictions:
    """Read every line's text; what the reading makes of its expression."""
    steps = fast()
    out: Predictions = {}
    for line in progress(lines, "texts"):
        document = Document.of(line["text"], published=line.get("published"), language="en")
        reading = next(read_through([document], steps))
        out[line["id"]] = of_expression(line, reading.times)
    return out


def of_expression(line: Line, times: Sequence[TimeInterval]) -> Line | None:
    """The time whose words overlap the line's expression most (the first of equals), as written to the file."""
    best = max(times, key=partial(_common, line), default=None)
    if best is None or _common(line, best) == 0:
        return None
    return {
        "start": best.start.isoformat() if best.start else None,
        "end": best.end.isoformat() if best.end else None,
        "precision": best.precision.value,
        "basis": best.basis.value,
        "clock": best.clock,
        "text": best.text,
    }


def _common(line: Line, time: TimeInterval) -> int:
    if time.start_offset is None or time.end_offset is None:
        return 0
    return max(0, min(int(line["end"]), time.end_offset) - max(int(line["start"]), time.start_offset))


def outcome(line: Line, predicted: Line | None) -> Outcome:
    """The prediction against the gold."""
    gold = line["gold"]
    found = predicted is not None
    if gold is None or predicted is None:
        clock = False if gold is not None and gold.get("clock") else None
        return Outcome(line["id"], line["kind"], gold is not None, found, gold is None and not found, basis=False, clock=clock)
    slack = int(line.get("slack", 0))
    days = all(_same_day(gold[end], predicted[end], slack) for end in ("start", "end"))
    clock = gold["clock"] == predicted.get("clock") if gold.get("clock") else None
    right = days and gold["precision"] == predicted["precision"]
    return Outcome(line["id"], line["kind"], True, found, right, gold["basis"] == predicted["basis"], clock)


def _same_day(gold: str | None, predicted: str | None, slack: int) -> bool:
    if gold is None or predicted is None:
        return gold == predicted
    return abs(date.fromisoformat(gold) - date.fromisoformat(predicted)) <= timedelta(slack)


def report(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """Print the shares, and the exact ones by kind; give the shares back by name."""
    times = [one for one in outcomes if one.is_time]
    traps = [one for one in outcomes if not one.is_time]
    parts: list[tuple[str, Sequence[Outcome], Callable[[Outcome], bool]]] = [
        ("exact", times, lambda one: one.right),
        ("found", times, lambda one: one.found),
        ("basis of found", [one for one in times if one.found], lambda one: one.basis),
        ("clock", [one for one in times if one.clock is not None], lambda one: bool(one.clock)),
        ("false times", traps, lambda one: one.found),
        ("all right", outcomes, lambda one: one.right),
    ]
    figures = {}
    print(f"{len(times)} times, {len(traps)} expressions that are none")
    for name, units, holds in parts:
        share = partial(_share, holds)
        figures[name] = share(units)
        print(f"{name:16} {percent(figures[name], bootstrap(units, share))}  of {len(units)}")
    for kind in sorted({one.kind for one in times}):
        of_kind = [one for one in times if one.kind == kind]
        print(f"  {kind:14} {sum(one.right for one in of_kind):3} of {len(of_kind):3}")
    return figures


def _share(holds: Callable[[Outcome], bool], units: Sequence[Outcome]) -> float:
    return sum(map(holds, units)) / len(units) if units else 0.0


def show_misses(lines: Sequence[Line], predictions: Predictions) -> None:
    """What is not right, of the half for tuning."""
    for line in lines:
        predicted = predictions[line["id"]]
        if half_of(line["id"]) == "tune" and not outcome(line, predicted).right:
            text = f"{line['text'][: line['start']]}[[{line['expression']}]]{line['text'][line['end'] :]}"
            print(f"{line['id']} {line['kind']}, {line['published']} | {text}\n  gold {_days(line['gold'])}\n  got  {_days(predicted)}")


def _days(told: Line | None) -> str:
    return "none" if told is None else f"{told['start']} to {told['end']} {told['precision']} {told['basis']}"


def main() -> None:
    """Predict, write, and measure where there is gold."""
    parser = command(__doc__)
    parser.add_argument("--misses", action="store_true", help="show what is not right; not of a file that is held back")
    asked = parser.parse_args()
    if asked.misses and "held" in asked.data.name:
        raise SystemExit(f"{asked.data.name}: what is held back is only counted, its errors are not looked at")
    lines = read_lines(asked.data)
    predictions = answers(asked, lines, predict)
    if lines and all("gold" in line for line in lines):
        report([outcome(line, predictions[line["id"]]) for line in lines])
        if asked.misses:
            show_misses(lines, predictions)


if __name__ == "__main__":
    main()
