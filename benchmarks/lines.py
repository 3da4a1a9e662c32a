"""Files of benchmarks: JSON lines in, plain or gzip, and one JSON object out; and which half of a file a line belongs to.

Rule of the halves: a line belongs to the half for tuning when the first byte of the SHA-256 of its key is even, else to the half that is
kept unseen. The key is what must not stand on both sides: a document's id, a sentence's text.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from ascribe.model.text import Span

Line = dict[str, Any]
HALVES = ("tune", "unseen")


def read_lines(path: Path) -> list[Line]:
    """Every line of a JSON lines file, which may be gzipped. One that is no JSON object stops the run and is named."""
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except FileNotFoundError as problem:
        raise SystemExit(
            f"{path}: no such file. Third-party data lie in ASCRIBE_SHARED/corpora; `python -m corpus.build OUT` makes those of the corpus"
        ) from problem
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as problem:
        raise SystemExit(f"{path}: cannot be read ({problem}); JSON lines in UTF-8 are wanted, plain or gzip") from problem
    lines = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as problem:
            raise SystemExit(f"{path}, line {number}: no JSON ({problem}); one object a line is wanted") from problem
        if not isinstance(value, dict):
            raise SystemExit(f"{path}, line {number}: one object a line is wanted, not {type(value).__name__}")
        lines.append(value)
    return lines


def read_json(path: Path) -> dict[str, Any]:
    """One JSON object; what is none stops the run."""
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as problem:
        raise SystemExit(f"{path}: no JSON ({problem}); one object is wanted, as --predictions writes it") from problem
    if not isinstance(value, dict):
        raise SystemExit(f"{path}: one JSON object is wanted, as --predictions writes it")
    return value


def write_json(path: Path, value: object) -> None:
    """One JSON object."""
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def offsets(spans: Iterable[Span]) -> list[list[int]]:
    """Stretches of a text as the files have them: [start, end]."""
    return [[span.start, span.end] for span in spans]


def half_of(key: str) -> str:
    """Which half the key's line belongs to."""
    return HALVES[drawn(key, 2)]


def drawn(key: str, of: int) -> int:
    """The lot of a key, from 0 to below `of`, which is 256 at most: the first byte of its SHA-256, the same in every run."""
    return sha256(key.encode("utf-8", "surrogatepass")).digest()[0] % of


def shared() -> Path:
    """The folder of third-party data: ASCRIBE_SHARED, else `../shared` beside the project."""
    return Path(os.environ.get("ASCRIBE_SHARED") or Path(__file__).parents[2] / "shared")


def progress(items: Iterable[Line], what: str) -> Iterable[Line]:
    """The items; how many are done is told on a terminal."""
    for number, item in enumerate(items, start=1):
        if sys.stderr.isatty() and number % 50 == 0:
            print(f"\r{number} {what}", end="", file=sys.stderr, flush=True)
        yield item
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
