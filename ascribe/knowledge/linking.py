"""Reads the numbers by which reports are linked (`linking.json`, written by `python -m benchmarks.fit_linking`)."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError
from ascribe.model.linking import Sum, Weights

FILE = Path(__file__).parent / "linking.json"


@cache
def load(path: Path = FILE) -> Weights:
    """The weights of a file; an unknown name in it is a `ConfigError`."""
    text = path.read_text(encoding="utf-8")
    raw = json.loads(text)
    raw.pop("data", None)  # which texts it was fitted on, for people
    try:
        sums: dict[str, Any] = {name: Sum(**raw.pop(name)) for name in ("days", "alone", "settled")}
        return Weights(**sums, **raw, signature=f"linking {sha256(text.encode()).hexdigest()[:8]}")
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{path}: {error}; write it again: python -m benchmarks.fit_linking") from error


def written(weights: Weights, data: str) -> str:
    """The weights as the file has them; `data` names what they were fitted on."""
    kept = {name: value for name, value in asdict(weights).items() if name != "signature"}
    return json.dumps({"data": data, **kept}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
