"""Reads the numbers that were fitted on gold (`decisions.json`, written by `python -m benchmarks.fit`)."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from ascribe.errors import ConfigError
from ascribe.model.decisions import Calibration, Choice, Decisions

FILE = Path(__file__).parent / "decisions.json"


def load(path: Path = FILE) -> Decisions:
    """The decisions of a file; an unknown name in it is a `ConfigError`."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    try:
        return Decisions(Choice(**raw["choice"]), *(Calibration(**raw[part.name]) for part in fields(Decisions)[1:]))
    except (KeyError, TypeError) as error:
        raise ConfigError(f"{path}: {error}; write it again: python -m benchmarks.fit") from error


def written(decisions: Decisions) -> str:
    """The decisions as the file has them."""
    from dataclasses import asdict

    return json.dumps(asdict(decisions), indent=1) + "\n"
