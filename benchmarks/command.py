"""The command line that the benchmarks share: DATA in, predictions out."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ascribe.settings import ENGINES
from benchmarks.lines import Line, read_json, write_json


def command(about: str | None, *engines: str) -> argparse.ArgumentParser:
    """A parser with what every benchmark takes; a benchmark adds what is its own, also engines of its own (baselines)."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, help="JSON lines, plain or gzip")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write the predictions to this file")
    parser.add_argument("--engine", choices=(*ENGINES, *engines), default=ENGINES[0], help="default: auto")
    return parser


def scored_alone(parser: argparse.ArgumentParser) -> None:
    """Add `--score FILE`: predictions that are at hand are scored, and nothing is run."""
    parser.add_argument("--score", type=Path, metavar="FILE", help="score these predictions, and run nothing")


def answers(asked: argparse.Namespace, lines: Sequence[Line], predict: Callable[[Sequence[Line]], dict[str, Any]]) -> dict[str, Any]:
    """The predictions, made or read (`scored_alone`), and written where that was asked for."""
    bare = next((number for number, line in enumerate(lines, start=1) if not isinstance(line.get("text"), str)), None)
    if bare is not None:
        raise SystemExit(f"{asked.data}, item {bare}: there is no `text`; the layout of DATA stands in --help")
    ready = getattr(asked, "score", None)
    made = read_json(ready) if ready else predict(lines)
    if asked.predictions:
        write_json(asked.predictions, made)
    return made
