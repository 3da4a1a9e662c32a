"""The trained network -> the files that ship: the encoder in int8 as ONNX, the heads as arrays, the vocabulary, and a manifest of all."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from ascribe.annotate import heads
from ascribe.annotate.encoder import FILES
from ascribe.learn.network import Network


class _Hidden(nn.Module):
    """The encoder alone, for one window without padding: numbers of pieces -> a vector for each."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, pieces: Tensor) -> Tensor:
        """One row of pieces -> one row of vectors."""
        hidden: Tensor = self.encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces)).last_hidden_state
        return hidden


def ship(network: Network, vocabulary: Path, folder: Path, about: Mapping[str, Any], *, whole: bool = False) -> None:
    """Write the files and their manifest. `whole` keeps the encoder in full precision: for comparing only."""
    folder.mkdir(parents=True, exist_ok=True)
    network = network.cpu().eval()
    full = folder / "full.onnx"
    long = torch.export.Dim("long", min=3, max=512)
    with torch.no_grad():
        torch.onnx.export(
            _Hidden(network).eval(),
            (torch.randint(1000, 2000, (1, 40), device="cpu"),),
            str(full),
            input_names=["pieces"],
            output_names=["hidden"],
            dynamic_shapes={"pieces": {1: long}},
            dynamo=True,
            external_data=False,
            verbose=False,
        )
    if whole:
        full.replace(folder / "encoder.onnx")
    else:
        # Seven bits for weights: processors without VNNI add pairs of products in 16 bits, where eight overflow.
        quantize_dynamic(str(full), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
        full.unlink()
    arrays = {name: p.detach().numpy().astype(np.float16) for name, p in network.state_dict().items() if not name.startswith("encoder.")}
    np.savez_compressed(folder / "heads.npz", **arrays)
    shutil.copyfile(vocabulary, folder / "vocabulary.json")
    hashes = {name: sha256((folder / name).read_bytes()).hexdigest() for name in FILES}
    (folder / "manifest.json").write_text(json.dumps({**about, "heads": heads.LAYOUT, "files": hashes}, indent=1) + "\n", encoding="utf-8")
