"""How fast the engines are: articles a second on one core, memory, start-up.

python -m benchmarks.speed [--engine auto|full|fast] [--stream DATA] [--runs 5] [--json FILE]

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
from ascribe.pipeline import read_through, steps
from ascribe.settings import ENGINES, Settings
from benchmarks.lines import read_lines

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


def stream(texts: list[str], others: list[str]) -> list[str]:
    """A stream in which one article in ten tells of conflict, the others cut to the same length."""
    made: list[str] = []
    for number, text in enumerate(texts):
        made.extend((text, *(other[: len(text)] for other in others[9 * number : 9 * number + 9])))
    return made


def coding(texts: list[str], runs: int, engine: str) -> dict[str, float]:
    """Articles a second, one process, one thread."""
    made = steps(Settings(engine=engine))
    documents = [Document.of(text, published="2024-06-01", language="en") for text in texts]
    list(read_through(documents[:5], made))  # the index and the word lists are warm
    speeds = []
    for _ in range(runs):
        begun = time.process_time()
        claims = sum(len(reading.claims) for reading in read_through(documents, made))
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
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0])
    parser.add_argument("--stream", type=Path, metavar="DATA", help="nine articles in ten are of this file")
    asked = parser.parse_args()
    texts = articles()
    if asked.stream:
        texts = stream(texts[:20], [line["text"] for line in read_lines(asked.stream) if len(line["text"].split()) > WORDS // 2])
    figures: dict[str, object] = {"engine": asked.engine, "coding": coding(texts, asked.runs, asked.engine), "memory_mb": memory_mb()}
    figures["help_seconds_median"] = start_up(asked.runs, "--help")
    print(json.dumps(figures, indent=1))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
