"""Every benchmark on the data at hand, one after the other.

python -m benchmarks [--unseen]

Those of the project's own data always run; those of third-party data run where it is (ASCRIBE_SHARED, default `../shared`), else it is said
that they were left out. Split sets are run on the half or part for tuning; `--unseen` adds what is kept from whoever writes the rules.
Look at that seldom, and count it.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.lines import shared

OWN = Path(__file__).parent / "data"


def runs(built: Path, *, unseen: bool) -> list[tuple[Path | None, list[str]]]:
    """The file that each run needs, None for none of third parties, and its command line; `built` holds the corpus' files."""
    corpora = shared() / "corpora"
    halves = ("tune", "unseen") if unseen else ("tune",)
    listed: list[tuple[Path | None, list[str]]] = [(None, ["speed"]), (None, ["lookups"]), (None, ["copies"])]
    for name in ("times", "parties"):
        listed += [(None, [name, str(OWN / f"{name}.{part}.jsonl")]) for part in (("dev", "held") if unseen else ("dev",))]
    for part in ("dev", "test") if unseen else ("dev",):
        listed += [(None, [name, str(built / f"{part}.jsonl")]) for name in ("stance", "arguments")]
        listed += [(None, [name, str(built / f"snippets.{part}.jsonl")]) for name in ("cases", "relevance")]
    for name in ("muc4", "polnear", "gvc", "ecbplus"):
        data = corpora / name / "dev.jsonl.gz"
        listed.append((data, [name, str(data)]))
    for name in ("lgl", "tr_news"):
        data = corpora / "toponyms" / f"{name}.jsonl.gz"
        for half in halves:
            listed.append((data, ["toponyms", str(data), "--half", half, "--mentions", str(data)]))
            listed.append((data, ["toponyms", str(data), "--half", half]))
    verbs = corpora / "event_location" / "dev80.jsonl.gz"
    listed += [(verbs, ["event_location", str(verbs), "--half", half]) for half in halves]
    areas = corpora / "ucdp" / "ged231_central_african_republic.csv.gz"
    return [*listed, (areas, ["area_names", str(areas), "--country", "CF"])]


def main() -> None:
    """Run them; the first that fails ends it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unseen", action="store_true", help="also the halves that are kept unseen")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "corpus.build", folder, "--part", "dev", "--part", "test"], check=True)
        for data, command in runs(Path(folder), unseen=asked.unseen):
            shown = " ".join(Path(part).name if "/" in part else part for part in command)
            if data is not None and not data.exists():
                print(f"\n== {shown}: left out, there is no {data} (set ASCRIBE_SHARED)")
                continue
            print(f"\n== {shown}", flush=True)
            subprocess.run([sys.executable, "-m", f"benchmarks.{command[0]}", *command[1:]], check=True)


if __name__ == "__main__":
    main()
