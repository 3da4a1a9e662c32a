"""Score the coder on the cases: recall and what was invented, by phenomenon, the two parts apart.

python -m tests.cases.report [--part dev|held|both] [--misses] [--case NAME] [--floor] [--json FILE]
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from ascribe.export.records import record
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast, read_through, steps
from ascribe.settings import ENGINES, Settings
from tests.cases.facts import CASES, Case, Result, check, load


def run(cases: Iterable[Case], steps: tuple[Step, ...]) -> list[Result]:
    """Code every case and hold it against what is expected."""
    results = []
    for case in cases:
        document = Document.of(case.text, published=case.expected.get("published"), publisher=case.expected.get("outlet"), language="en")
        results.append(check(case, record(next(read_through([document], steps)))))
    return results


def totals(results: Iterable[Result]) -> dict[str, float]:
    """Facts, facts found, unwanted finds and passed limits."""
    listed = list(results)
    facts = sum(result.facts for result in listed)
    missed = sum(len(result.missed) for result in listed)
    return {
        "cases": len(listed),
        "facts": facts,
        "found": facts - missed,
        "recall": round((facts - missed) / facts, 4) if facts else 1.0,
        "unwanted": sum(len(result.unwanted) for result in listed),
        "over": sum(len(result.over) for result in listed),
        "clean": sum(not result.unwanted and not result.over for result in listed),
    }


def digest(cases: Iterable[Case]) -> str:
    """A hash of the texts and of what is expected of them."""
    told = sha256()
    for case in cases:
        told.update(case.name.encode() + case.text.encode() + json.dumps(case.expected, sort_keys=True).encode())
    return told.hexdigest()


def raise_floor() -> None:
    """Write the floor anew; a part whose cases did not change may only rise."""
    path = CASES / "floor.json"
    old = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    new = {}
    for part in ("dev", "held"):
        cases = load(part)
        new[part] = {**totals(run(cases, fast())), "digest": digest(cases)}
        before = old.get(part)
        if before and before["digest"] == new[part]["digest"]:
            worse = new[part]["found"] < before["found"] or new[part]["unwanted"] + new[part]["over"] > before["unwanted"] + before["over"]
            if worse:
                stands = f"{before['found']} found, {before['unwanted']} unwanted, {before['over']} over"
                raise SystemExit(f"{part}: the floor only rises; it stands at {stands}")
    path.write_text(json.dumps(new, indent=1) + "\n", encoding="utf-8")


def by_phenomenon(results: Iterable[Result]) -> dict[str, list[Result]]:
    """Results by what their cases are about."""
    found: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        for name in result.case.phenomena:
            found[name].append(result)
    return dict(sorted(found.items()))


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("dev", "held", "both"), default="both")
    parser.add_argument("--engine", choices=ENGINES, default="fast")
    parser.add_argument("--misses", action="store_true", help="name what was missed and what was invented (dev part only)")
    parser.add_argument("--case", help="only the cases whose name begins so")
    parser.add_argument("--floor", action="store_true", help="write the floor that the tests hold")
    parser.add_argument("--json", type=Path, help="write the totals to this file")
    asked = parser.parse_args()
    if asked.floor:
        raise_floor()
        return
    made = steps(Settings(engine=asked.engine))
    summary = {}
    for part in ("dev", "held") if asked.part == "both" else (asked.part,):
        results = run([case for case in load(part) if not asked.case or case.name.startswith(asked.case)], made)
        summary[part] = totals(results)
        line = summary[part]
        print(f"\n{part}: {line['found']} of {line['facts']} facts ({line['recall']:.1%}) in {line['cases']} cases;", end=" ")
        print(f"{line['unwanted']} unwanted, {line['over']} limits passed; {line['clean']} cases clean")
        for name, listed in by_phenomenon(results).items():
            row = totals(listed)
            share = f"{row['recall']:6.1%}" if row["facts"] else "     -"
            figures = f"{row['found']:4} / {row['facts']:4}  {share}   unwanted {row['unwanted']:2}  over {row['over']:2}"
            print(f"  {name:28} {figures}")
        if asked.misses and part == "dev":
            _misses(results)
    if asked.json:
        asked.json.write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")


def _misses(results: Iterable[Result]) -> None:
    for result in results:
        print(f"\n{result.case.name}: {result.facts - len(result.missed)} of {result.facts}")
        for kind in ("missed", "unwanted", "over"):
            for name in getattr(result, kind):
                print(f"  {kind:9} {name}")


if __name__ == "__main__":
    main()
