"""Claims as the case file keeps them: the contract's JSON, read back into the nouns that it was written from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

import msgspec

from ascribe.model.claims import Claim

T = TypeVar("T")
_json = msgspec.json.Decoder()
_encoder = msgspec.json.Encoder()


def written(record: Any) -> str:
    """A record or a noun as JSON."""
    return _encoder.encode(record).decode()


def value(text: str) -> Any:
    """JSON as plain values."""
    return _json.decode(text)


def noun(text: str, kind: type[T]) -> T:
    """JSON as a noun that `written` made it from."""
    return msgspec.json.decode(text, type=kind)


def claim(text: str, name: str, event: str) -> Claim:
    """A claim from its record. Its id and its event's are those of the case, whatever the record says."""
    return claim_of(_json.decode(text), name, event)


def claim_of(record: Mapping[str, Any], name: str, event: str) -> Claim:
    """A claim from its record as plain values. `msgspec.ValidationError` (a `ValueError`) where that is no claim."""
    raw = {**record, "id": name, "event": event}
    raw["evidence"] = tuple(raw["evidence"].items())
    raw["parts"] = tuple(raw["parts"].items())
    return msgspec.convert(raw, Claim)
