"""How fast the fast engine is: articles a second on one core, memory, start-up.

python -m benchmarks.speed [--runs 5] [--json FILE]

The articles are the case texts, cut to the sentence end nearest to 400 words (shorter ones are left out); the gazetteer's index is warm.
Each figure is the median over the runs, with the lowest and highest beside it, because these machines are noisy.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from ascribe.model.text import Document
from ascribe.pipeline import fast, read_through

CASES = Path(__file__).parent.parent / "tests" / "cases"
WORDS = 400


def articles() -> list[str]:
    """Texts of about 400 words: case texts one after another, cut where a sentence ends."""
    made: list[str] = []
    parts: list[str] = []
    for path in sorted(CASES.glob("*/*.txt")):
        parts.append(path.read_text(encoding="utf-8").strip())
        text = "\n\n".join(parts)
        words = text.split()
        if len(words) < WORDS:
            continue
        cut = len(" ".join(words[:WORDS]))
        stop = text.find(". ", max(0, cut - 200))
        made.append(text[: stop + 1] if stop > 0 else text[:cut])
        parts = []
    return made


def coding(texts: list[str], runs: int) -> dict[str, float]:
    """Articles a second, one process, one thread."""
    steps = fast()
    documents = [Document.of(text, published="2024-06-01", language="en") for text in texts]
    list(read_through(documents[:5], steps))  # the index and the word lists are warm
    speeds = []
    for _ in range(runs):
        begun = time.process_time()
        claims = sum(len(reading.claims) for reading in read_through(documents, steps))
        speeds.append(len(documents) / (time.process_time() - begun))
    words = sum(len(text.split()) for text in texts) / len(texts)
    return {
        "articles": len(texts),
        "words_each": round(words),
        "claims": claims,
        "per_second_median": round(median(speeds), 1),
        "per_second_low": round(min(speeds), 1),
        "per_second_high": round(max(speeds), 1),
    }


def memory_mb() -> float | None:
    """Most memory this process has held, in MB; None where the system does not say."""
    try:
        import resource
    except ImportError:  # Windows
        return None
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(used / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def start_up(runs: int, *arguments: str) -> float:
    """Median seconds of a whole process."""
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "ascribe", *arguments], check=True, capture_output=True)
        taken.append(time.perf_counter() - begun)
    return round(median(taken), 3)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args()
    figures: dict[str, object] = {"coding": coding(articles(), asked.runs), "memory_mb": memory_mb()}
    figures["help_seconds_median"] = start_up(asked.runs, "--help")
    print(json.dumps(figures, indent=1))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
