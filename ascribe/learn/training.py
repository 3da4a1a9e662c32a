"""The training loop: epochs over a mix of examples, with a state on disk after each, so that a stopped run goes on where it was."""

from __future__ import annotations

import json
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch

from ascribe.annotate import heads
from ascribe.errors import ConfigError
from ascribe.learn.corpora import Sources
from ascribe.learn.examples import Example
from ascribe.learn.network import Network, batch_of

#: What a head's loss counts. Tags are averages over all words, most of them none, and so are small: they count most.
WEIGHTS = {"tag": 4.0, "anchored": 4.0, "choice": 0.3, "several": 0.3, "pair": 0.3, "whole": 0.2}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how fast, with which luck.

    `own_times`: how often an epoch goes over the project's own texts; `begun_with`: the hash of the state that the network comes from.
    """

    seed: int = 1
    epochs: int = 5
    rate: float = 2e-4
    head_rate: float = 1e-3
    batch: int = 8
    warm: float = 0.06
    empty: float = 0.25  # the share of windows without anything of interest that an epoch reads
    own_times: int = 3
    begun_with: str | None = None


def train(network: Network, sources: Sources, plan: Plan, folder: Path, tell: Callable[[str], None]) -> None:
    """Train, from the state in `folder` if there is one of this plan. Each epoch's weights are written there."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if device.type == "cuda":
        torch.set_default_device(device)
    network.to(device)
    heads_ = [p for name, p in network.named_parameters() if not name.startswith("encoder.") and p.requires_grad]
    body = [p for name, p in network.named_parameters() if name.startswith("encoder.") and p.requires_grad]
    steps = max(1, len(_epoch(sources, plan, 0)) * plan.epochs)
    optimizer = torch.optim.AdamW([{"params": body, "lr": plan.rate}, {"params": heads_, "lr": plan.head_rate}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps, plan.warm))
    folder.mkdir(parents=True, exist_ok=True)
    same = {"plan": asdict(plan), "data": sources.hashes, "heads": heads.LAYOUT}
    begin = _resume(network, optimizer, schedule, same, folder, device)
    for epoch in range(begin, plan.epochs):
        torch.manual_seed(1000 * plan.seed + epoch)
        _one_epoch(network, _epoch(sources, plan, epoch), optimizer, schedule, _telling(tell, f"epoch {epoch + 1} of {plan.epochs}"))
        _keep(network, optimizer, schedule, same, epoch + 1, folder)


def _telling(tell: Callable[[str], None], where: str) -> Callable[[str], None]:
    return lambda line: tell(f"{where}: {line}")


def _one_epoch(
    network: Network,
    batches: Sequence[Sequence[Example]],
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    tell: Callable[[str], None],
) -> None:
    network.train()
    seen: dict[str, list[float]] = defaultdict(list)
    begin = time.monotonic()
    for number, examples in enumerate(batches, start=1):
        losses = network.losses(batch_of(examples))
        whole = torch.stack([WEIGHTS[name.split()[0]] * loss for name, loss in losses.items()]).sum()
        optimizer.zero_grad()
        whole.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        for name, loss in losses.items():
            seen[name].append(loss.item())
        if number % 50 == 0 or number == len(batches):
            shown = "  ".join(f"{name} {sum(last[-50:]) / len(last[-50:]):.3f}" for name, last in sorted(seen.items()))
            tell(f"{number} of {len(batches)}, {(time.monotonic() - begin) / 60:.1f} min; {shown}")


def _rate(step: int, steps: int, warm: float) -> float:
    rising = max(1, int(warm * steps))
    return min((step + 1) / rising, max(0.0, (steps - step) / max(1, steps - rising)))


def _epoch(sources: Sources, plan: Plan, epoch: int) -> list[list[Example]]:
    """The batches of an epoch: windows of about one length together, batches in an order of their own."""
    luck = random.Random(1000 * plan.seed + epoch)  # noqa: S311 - chance, not secrecy
    ours = [*sources.own] * plan.own_times + [*sources.snippets, *sources.research]
    drawn = ours + [e for e in sources.muc4 if not e.is_empty or luck.random() < plan.empty]
    luck.shuffle(drawn)
    batches = [batch for n in range(0, len(drawn), 64 * plan.batch) for batch in _alike(drawn[n : n + 64 * plan.batch], plan.batch)]
    luck.shuffle(batches)
    return batches


def _alike(examples: Sequence[Example], size: int) -> Iterator[list[Example]]:
    ordered = sorted(examples, key=lambda example: len(example.window.pieces))
    for n in range(0, len(ordered), size):
        yield ordered[n : n + size]


def _keep(
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    same: Mapping[str, Any],
    done: int,
    folder: Path,
) -> None:
    """Write the state of the run. `same`: what must be the same for it to be gone on with."""
    state = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
    part = folder / "state.part"
    torch.save({**state, **same, "done": done}, part)
    part.replace(folder / "state.pt")
    (folder / "plan.json").write_text(json.dumps({**same, "done": done}, indent=1), encoding="utf-8")


def _resume(
    network: Network,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    same: Mapping[str, Any],
    folder: Path,
    device: torch.device,
) -> int:
    """How many epochs a stopped run of the same plan, corpora and heads has behind it; its state is taken up."""
    path = folder / "state.pt"
    if not path.exists():
        return 0
    state = torch.load(path, map_location=device, weights_only=True)
    other = [name for name, value in same.items() if state.get(name) != value]
    if other:
        raise ConfigError(f"{path} is the state of a run with other {' and '.join(other)}; give another folder, or remove it")
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    return int(state["done"])
