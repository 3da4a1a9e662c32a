"""Claims as the case file keeps them: the contract's JSON, read back into the nouns that it was written from."""

from __future__ import annotations

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
    raw = _json.decode(text)
    raw["id"], raw["event"] = name, event
    raw["evidence"] = tuple(raw["evidence"].items())
    raw["parts"] = tuple(raw["parts"].items())
    return msgspec.convert(raw, Claim)
