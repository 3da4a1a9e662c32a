"""Every text of some files through the engine: what it falls over, and whether every value stands at the words that it names.

python -m benchmarks.sturdiness DATA... [--engine auto|full|fast] [--of N]

DATA has lines `{docid, text, ...}`, third-party texts of any kind, read as English; no gold is asked for. `--of N` takes one text in N,
chosen by a hash of its words. Printed are the texts that the engine fell over, those with a value that stands somewhere else, and the
slowest; the exit status is 1 where there is any of the first two.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from ascribe.export.records import record
from ascribe.model.text import Document
from ascribe.pipeline import Step, read_through, steps
from ascribe.settings import ENGINES, Settings
from benchmarks.lines import Line, progress, read_lines

Record = dict[str, Any]


@dataclass(frozen=True)
class Ran:
    """How one text went: what is wrong with it, if anything, and the seconds that it took."""

    name: str
    seconds: float
    fault: str | None = None


def run(lines: Iterable[Line], made: tuple[Step, ...]) -> Iterator[Ran]:
    """Every text, coded and looked over."""
    for line in lines:
        begin = time.monotonic()
        document = Document.of(line["text"], published=_day(line), language="en")
        try:
            (reading,) = read_through([document], made)
            fault = next(misplaced(record(reading)), None)
        except Exception as error:  # whatever it is, the next text is due
            at = traceback.extract_tb(error.__traceback__)[-1]
            fault = f"{type(error).__name__}: {error}, in {Path(at.filename).name}, line {at.lineno}"
        yield Ran(str(line.get("docid", document.id)), time.monotonic() - begin, fault)


def misplaced(coded: Record) -> Iterator[str]:
    """What does not hold: words stand at their offsets, low is below high, a claim is in one event, relations name other events."""
    text = coded["document"]["text"]
    for path, item in spans(coded):
        words = text[item["start"] : item["end"]]
        if not 0 <= item["start"] < item["end"] <= len(text) or any(item.get(field, words) != words for field in ("exact", "name")):
            yield f"{path}: {item['start']} to {item['end']} is not what it names"
    for claim in coded["claims"]:
        when = claim["time"]
        if when and when["text"] is not None and text[when["start_offset"] : when["end_offset"]] != when["text"]:
            yield f"{claim['id']}: its time does not stand at its words"
        for field in ("fatalities", "injured", "abducted", "arrested", "displaced", "occurrences"):
            count = claim[field] or {}
            known = [count[end] for end in ("low", "best", "high") if count.get(end) is not None]
            if known != sorted(known):
                yield f"{claim['id']}: the lowest of {field} is above the highest"
    listed = [name for event in coded["events"] for name in event["claims"]]
    if sorted(listed) != sorted(claim["id"] for claim in coded["claims"]):
        yield "a claim is in no event, or in two"
    ids = {event["id"] for event in coded["events"]}
    if any(tie["event"] not in ids - {event["id"]} for event in coded["events"] for tie in event["relations"]):
        yield "a relation names no other event"


def spans(value: Any, path: str = "$") -> Iterator[tuple[str, Record]]:
    """Every object with offsets, and where it is."""
    if isinstance(value, list):
        for at, item in enumerate(value):
            yield from spans(item, f"{path}[{at}]")
    elif isinstance(value, dict):
        if {"start", "end"} <= set(value) and isinstance(value["start"], int):
            yield path, value
        for name, item in value.items():
            yield from spans(item, f"{path}.{name}")


def one_in(lines: Iterable[Line], number: int) -> list[Line]:
    """The lines whose text's hash falls to the share, each text once."""
    once = {line["text"]: line for line in lines if isinstance(line.get("text"), str) and line["text"]}
    return [line for text, line in once.items() if int.from_bytes(sha256(text.encode()).digest()[:4]) % number == 0]


def _day(line: Line) -> str | None:
    day = line.get("published") or line.get("date")
    return day if isinstance(day, str) else None


def main() -> None:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="+", help="JSON lines, plain or gzip")
    parser.add_argument("--engine", choices=ENGINES, default="full", help="default: full")
    parser.add_argument("--of", type=int, default=1, metavar="N", help="one text in N (default: every one)")
    asked = parser.parse_args()
    made = steps(Settings(engine=asked.engine))
    wrong = 0
    for path in asked.data:
        lines = one_in(read_lines(path), max(1, asked.of))
        ran = list(run(progress(lines, path.name), made))
        faults = [each for each in ran if each.fault]
        wrong += len(faults)
        for each in faults:
            print(f"{path.name} {each.name}: {each.fault}")
        slowest = max(ran, key=lambda each: each.seconds, default=None)
        told = f"; the slowest, {slowest.name}, took {slowest.seconds:.1f} s" if slowest else " (no line has a `text`)"
        print(f"{path}: {len(ran)} texts, {len(faults)} with a fault{told}", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
