"""How fast the gazetteer is: lookups a second on one core, how long its index takes to build, and the memory of both.

python -m benchmarks.lookups [--names 20000] [--runs 5] [--seed 1] [--layer LINES] [--json FILE]

The names are drawn with the seed: half are known (towns, areas, further names, the list kept by hand), a quarter are known and borne by
five places or more, a quarter are nobody's. Cold: each name is asked for once, after the gazetteer was opened, so nothing is remembered
from before (the file may lie in the system's cache, as it does after the first document). Warm: the last 3,000 of them again. Each figure
is the median over the runs, each in a process of its own, with the lowest and highest beside it. Memory in use is that of a process that
has opened the index and looked up all names, its imports and the mapped parts of the file counted in. `--layer` also installs a table of
that many invented lines, and measures that.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from ascribe.gazetteer import indexfolder
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.gazetteer.layerinstall import install
from ascribe.gazetteer.sources import Sources

_SYLLABLES = "ba be bi bo da de di gha ka ke khe ki ko la le li ma me mi na ni qu ra ri ro sa sha si ta ti to wa za zi".split()
#: So many names are asked for again: the gazetteer remembers some more.
_REMEMBERED = 3000
_CODES = ["P\tPPL"] * 12 + ["P\tPPLX", "S\tSCH", "S\tAIRP", "H\tSTM", "H\tSTM", "T\tHLL", "A\tADM3", "R\tRD"]


def names(count: int, seed: int) -> list[str]:
    """The names that are asked for, in an order of chance."""
    chance = random.Random(seed)
    sources, gazetteer = Sources(), Gazetteer()
    known = [name for town in sources.towns() for name in (town["name"], *town["alternatenames"][:2]) if name.isascii()]
    known += [area["name"] for area in sources.areas()] + [name for line in sources.supplement() for name in line.names()]
    known = sorted(set(known))
    chance.shuffle(known)
    shared: list[str] = []
    for name in known[count // 2 :]:
        if len(shared) < count // 4 and len(gazetteer.lookup(name)) >= 5:
            shared.append(name)
    unknown = [_invented(chance) for _ in range(count - count // 2 - len(shared))]
    drawn = known[: count // 2] + shared + unknown
    chance.shuffle(drawn)
    return drawn


def lookups(path: Path, asked: list[str]) -> dict[str, float]:
    """Lookups a second, cold and warm, and the most memory that this process has held."""
    gazetteer = Gazetteer(path)
    begun = time.process_time()
    found = sum(bool(gazetteer.lookup(name)) for name in asked)
    cold = time.process_time() - begun
    again = asked[-_REMEMBERED:]
    begun = time.process_time()
    for _ in range(5):
        for name in again:
            gazetteer.lookup(name)
    warm = (time.process_time() - begun) / 5
    begun = time.process_time()
    for name in asked:
        gazetteer.has_prefix(name)
    prefixes = time.process_time() - begun
    return {
        "cold_per_second": len(asked) / cold,
        "warm_per_second": len(again) / warm,
        "has_prefix_per_second": len(asked) / prefixes,
        "found_percent": 100 * found / len(asked),
        "memory_mb": peak_mb(),
    }


def building(folder: Path) -> dict[str, float]:
    """Seconds to build the index, its size, and the most memory that this process has held."""
    begun = time.perf_counter()
    path = indexfolder.ensure_index(None, folder)
    return {"seconds": time.perf_counter() - begun, "file_mb": path.stat().st_size / 1e6, "memory_mb": peak_mb()}


def installing(folder: Path, lines: int, seed: int) -> dict[str, float]:
    """Seconds to install a table of invented lines, the size of its index, and the most memory that this process has held."""
    source = folder / "invented.txt"
    with source.open("w", encoding="utf-8") as file:
        file.writelines(_table(lines, seed))
    begun = time.perf_counter()
    (made,) = install([source], folder)
    taken = time.perf_counter() - begun
    size = (folder / "layers" / made.record.index).stat().st_size
    counts = {"places": made.record.places, "names": made.record.names}
    return {"seconds": taken, "file_mb": size / 1e6, "memory_mb": peak_mb(), **counts}


def peak_mb() -> float:
    """Most memory this process has held, in MB; 0 where the system does not say."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says on Linux counts the parent's memory at the fork
        return float(status.read_text("ascii").partition("VmHWM:")[2].split()[0]) / 1024
    try:
        import resource
    except ImportError:  # Windows
        return 0.0
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1024 * 1024 if sys.platform == "darwin" else 1024)


def _invented(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(3, 5))).capitalize()


def _table(lines: int, seed: int) -> Iterator[str]:
    """A table of places like those of GeoNames, every name and point drawn by chance."""
    chance = random.Random(seed)
    for number in range(lines):
        others = ",".join(_invented(chance) for _ in range(chance.choice((0, 0, 1, 2))))
        north, east, size = chance.uniform(-40, 40), chance.uniform(-90, 90), chance.choice((0, 0, 0, chance.randint(1, 90_000)))
        name, code = _invented(chance), chance.choice(_CODES)
        area = f"{chance.choice(('PK', 'SD', 'ML'))}\t\t{chance.randint(1, 8):02d}\t{chance.randint(1, 30)}"
        point = f"{north:.5f}\t{east:.5f}"
        yield f"{90_000_000 + number}\t{name}\t{name}\t{others}\t{point}\t{code}\t{area}\t\t\t{size}\t\t500\tUTC\t2026-01-01\n"


def _each(runs: int, what: str, *arguments: str) -> list[dict[str, float]]:
    """What a part measures in processes of its own."""
    command = [sys.executable, "-m", "benchmarks.lookups", "--part", what, *arguments]
    return [json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout) for _ in range(runs)]


def _told(measured: list[dict[str, float]]) -> dict[str, dict[str, float]]:
    table = {name: [one[name] for one in measured] for name in measured[0]}
    return {n: {"median": round(median(v), 1), "low": round(min(v), 1), "high": round(max(v), 1)} for n, v in table.items()}


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--names", type=int, default=20_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--builds", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--layer", type=int, default=0, metavar="LINES")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--part", choices=["look", "build", "install"], help=argparse.SUPPRESS)
    parser.add_argument("--at", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--drawn", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.part == "look":
        print(json.dumps(lookups(asked.at, json.loads(asked.drawn.read_text("utf-8")))))
        return
    if asked.part:
        with tempfile.TemporaryDirectory() as folder:
            made = building(Path(folder)) if asked.part == "build" else installing(Path(folder), asked.layer, asked.seed)
        print(json.dumps(made))
        return
    report(asked)


def report(asked: argparse.Namespace) -> None:
    """Measure every part and print the figures."""
    path = indexfolder.ensure_index()
    with tempfile.TemporaryDirectory() as folder:
        drawn = Path(folder) / "names.json"
        drawn.write_text(json.dumps(names(asked.names, asked.seed)), encoding="utf-8")
        looked = _each(asked.runs, "look", "--at", str(path), "--drawn", str(drawn))
    figures = {"lookups": _told(looked), "build": _told(_each(asked.builds, "build"))}
    if asked.layer:
        figures["install"] = _told(_each(1, "install", "--layer", str(asked.layer), "--seed", str(asked.seed)))
    print(json.dumps(figures, indent=1))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
