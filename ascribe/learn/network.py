"""The encoder with its heads, as it is trained. What ships is the same in int8 (`learn/ship.py`); `annotate/encoder.py` runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel

from ascribe.annotate import heads
from ascribe.learn.examples import Example

#: The width of the encoder's vectors.
WIDTH = 384


@dataclass(slots=True)
class Batch:
    """Windows side by side, padded."""

    examples: list[Example]
    pieces: Tensor  # windows x pieces
    attention: Tensor
    firsts: Tensor  # windows x words
    words: Tensor  # windows x words, true where there is a word


def batch_of(examples: Sequence[Example]) -> Batch:
    """These windows as tensors."""
    long = max(len(e.window.pieces) for e in examples)
    wide = max(len(e.window.tokens) for e in examples)
    pieces, attention = torch.zeros(len(examples), long, dtype=torch.long), torch.zeros(len(examples), long, dtype=torch.long)
    firsts, words = torch.zeros(len(examples), wide, dtype=torch.long), torch.zeros(len(examples), wide, dtype=torch.bool)
    for row, example in enumerate(examples):
        window = example.window
        pieces[row, : len(window.pieces)] = torch.tensor(window.pieces)
        attention[row, : len(window.pieces)] = 1
        firsts[row, : len(window.tokens)] = torch.tensor(window.firsts)
        words[row, : len(window.tokens)] = True
    return Batch(list(examples), pieces, attention, firsts, words)


class Anchored(nn.Module):
    """Says of every word of a window whether it plays a role to the anchor."""

    def __init__(self, roles: int) -> None:
        super().__init__()
        self.anchor, self.word = nn.Linear(WIDTH, heads.COMPARED), nn.Linear(WIDTH, heads.COMPARED)
        self.distance = nn.Embedding(2 * heads.DRAWERS, heads.COMPARED)
        self.out = nn.Linear(heads.COMPARED, roles)

    def forward(self, anchors: Tensor, words: Tensor, drawers: Tensor) -> Tensor:
        """`anchors` n x WIDTH, `words` n x words x WIDTH, `drawers` n x words -> n x words x roles."""
        mixed = self.anchor(anchors)[:, None, :] + self.word(words) + self.distance(drawers)
        out: Tensor = self.out(functional.relu(mixed))
        return out


class Pairs(nn.Module):
    """Says whether two words belong together. Words of two kinds are each seen in a way of their own."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, heads.COMPARED)
        self.other = nn.Linear(WIDTH, heads.COMPARED) if second != first else None
        self.distance = nn.Embedding(2 * heads.DRAWERS, heads.COMPARED)
        self.mix = nn.Linear(3 * heads.COMPARED, heads.COMPARED)
        self.out = nn.Linear(heads.COMPARED, 1)

    def forward(self, first: Tensor, second: Tensor, drawers: Tensor) -> Tensor:
        """Pairs x WIDTH twice, and their drawers -> one score each."""
        a, b = self.word(first), (self.other or self.word)(second)
        told = torch.cat([a + b, a * b, (a - b).abs()], dim=-1)
        out: Tensor = self.out(functional.relu(self.mix(told) + self.distance(drawers)))
        return out[..., 0]


class Network(nn.Module):
    """One encoder, many heads."""

    def __init__(self, base: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(base, attn_implementation="sdpa", local_files_only=True)
        self.encoder.embeddings.word_embeddings.weight.requires_grad = False
        self.drop = nn.Dropout(0.1)
        self.word = nn.Linear(WIDTH, next(reversed(heads.WORD_COLUMNS.values())).stop)
        self.whole = nn.Linear(WIDTH, next(reversed(heads.WHOLE_COLUMNS.values())).stop)
        self.anchored = nn.ModuleDict({name: Anchored(len(roles)) for name, roles in heads.ANCHORED.items()})
        self.pairs = nn.ModuleDict({name: Pairs(*kinds) for name, kinds in heads.PAIRS.items()})

    def vectors(self, batch: Batch) -> Tensor:
        """A vector for each word: that of its first piece."""
        hidden = self.encoder(input_ids=batch.pieces, attention_mask=batch.attention).last_hidden_state
        at = batch.firsts[..., None].expand(-1, -1, WIDTH)
        words: Tensor = self.drop(hidden.gather(1, at))
        return words

    def losses(self, batch: Batch) -> dict[str, Tensor]:
        """The loss of each head over this batch; a head that is asked nothing here is left out."""
        words = self.vectors(batch)
        rows = self.word(words)
        found = {**_tags(rows, batch), **_choices(rows, batch), **_several(rows, batch)}
        for name, module in self.anchored.items():
            found |= _anchored(name, module, words, batch)
        for name, module in self.pairs.items():
            found |= _pairs(name, module, words, batch)
        mask = batch.words[..., None]
        pooled = (words * mask).sum(1) / mask.sum(1).clamp(min=1)
        return found | _whole(self.whole(pooled), batch)


def _tags(rows: Tensor, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for name in heads.TAGS:
        asked = [n for n, example in enumerate(batch.examples) if name in example.tags]
        if asked:
            gold = torch.full(rows.shape[:2], -100)
            for n in asked:
                row = batch.examples[n].tags[name]
                gold[n, : len(row)] = torch.tensor(row)
            scores = rows[..., heads.WORD_COLUMNS[f"tag {name}"]]
            found[f"tag {name}"] = functional.cross_entropy(scores.reshape(-1, 3), gold.reshape(-1), ignore_index=-100)
    return found


def _asked(batch: Batch, questions: Callable[[Example], Iterable[tuple[Any, ...]]], name: str) -> list[tuple[Any, ...]]:
    """What a head is asked in these windows: the number of the window, then what stands behind the head's name."""
    return [(n, *rest) for n, example in enumerate(batch.examples) for head, *rest in questions(example) if head == name]


def _choices(rows: Tensor, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for name in heads.CHOICES:
        asked = _asked(batch, lambda example: example.choices, name)
        if asked:
            n, word, label = (torch.tensor(column) for column in zip(*asked, strict=True))
            found[f"choice {name}"] = functional.cross_entropy(rows[n, word, heads.WORD_COLUMNS[f"choice {name}"]], label)
    return found


def _several(rows: Tensor, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for name in heads.SEVERAL:
        asked = _asked(batch, lambda example: example.several, name)
        if asked:
            n, word = torch.tensor([row[0] for row in asked]), torch.tensor([row[1] for row in asked])
            gold = torch.tensor([row[2] for row in asked], dtype=torch.float)
            scores = rows[n, word, heads.WORD_COLUMNS[f"several {name}"]]
            found[f"several {name}"] = functional.binary_cross_entropy_with_logits(scores, gold, reduction="sum") / len(asked)
    return found


def _anchored(name: str, module: nn.Module, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    asked = _asked(batch, lambda example: example.anchored, name)
    if not asked:
        return {}
    rows = torch.tensor([n for n, _, _ in asked])
    anchors = torch.tensor([anchor for _, anchor, _ in asked])
    gold = torch.zeros(len(asked), words.shape[1], len(heads.ANCHORED[name]))
    for at, (_, _, marked) in enumerate(asked):
        for role, word in marked:
            gold[at, word, role] = 1
    scores = module(words[rows, anchors], words[rows], drawers(anchors, words.shape[1]))
    losses = functional.binary_cross_entropy_with_logits(scores, gold, reduction="none").sum(-1)
    mask = batch.words[rows]
    return {f"anchored {name}": (losses * mask).sum() / mask.sum()}


def _pairs(name: str, module: nn.Module, words: Tensor, batch: Batch) -> dict[str, Tensor]:
    asked = _asked(batch, lambda example: example.pairs, name)
    if not asked:
        return {}
    n, first, second, same = (torch.tensor(column) for column in zip(*asked, strict=True))
    apart = torch.tensor([heads.drawer(b - a) for _, a, b, _ in asked])
    return {f"pair {name}": functional.binary_cross_entropy_with_logits(module(words[n, first], words[n, second], apart), same.float())}


def _whole(scores: Tensor, batch: Batch) -> dict[str, Tensor]:
    found = {}
    for name in heads.WHOLE:
        asked = _asked(batch, lambda example: example.whole, name)
        if asked:
            n, gold = torch.tensor([row[0] for row in asked]), torch.tensor([row[1] for row in asked], dtype=torch.float)
            found[f"whole {name}"] = functional.binary_cross_entropy_with_logits(scores[n, heads.WHOLE_COLUMNS[f"whole {name}"]], gold)
    for name in heads.WHOLE_CHOICES:
        chosen = _asked(batch, lambda example: example.whole_choices, name)
        if chosen:
            n, gold = (torch.tensor(column) for column in zip(*chosen, strict=True))
            found[f"choice {name}"] = functional.cross_entropy(scores[n, heads.WHOLE_COLUMNS[f"choice {name}"]], gold)
    return found


_DRAWERS = torch.tensor(heads.ALL_DRAWERS)


def drawers(anchors: Tensor, size: int) -> Tensor:
    """The drawer of each word's distance to each anchor."""
    apart = torch.arange(size, device=anchors.device)[None, :] - anchors[:, None]
    return _DRAWERS.to(anchors.device)[apart + heads.FAR]
