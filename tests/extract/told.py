"""What a sentence or two say, read through the whole pipeline: the small helper of the tests in this folder."""

from __future__ import annotations

from functools import cache
from typing import Any

from ascribe.export.records import record
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast, read_through

Record = dict[str, Any]
PUBLISHED = "2024-06-14"  # a Friday
_WORDS = frozenset({"source", "via", "channel", "cue", "actors", "recipients"})


@cache
def _steps() -> tuple[Step, ...]:
    return fast()


@cache
def _coded(text: str) -> Record:
    return record(next(read_through([Document.of(text, published=PUBLISHED, publisher="the paper", language="en")], _steps())))


def told(text: str) -> list[Record]:
    """Every claim in the text."""
    return list(_coded(text)["claims"])


def party(found: Record | None) -> str:
    """A party in the words of the text and by its name in the register; "" for the document's own voice."""
    return "" if found is None else " = ".join(filter(None, (found["name"], found["canonical"])))


def facts(claim: Record) -> Record:
    """What these tests ask of a claim, flat: parties by name, lists as tuples."""
    said = claim["attribution"]
    return {
        "type": claim["event_type"],
        "mode": claim["mode"],
        "modality": claim["modality"],
        "granularity": claim["granularity"],
        "source": party(said["source"]),
        "stance": said["stance"],
        "certainty": said["certainty"],
        "contests": said["contests"],
        "via": tuple(party(one) for one in said["via"]),
        "channel": said["channel"],
        "cue": said["cue"] and said["cue"]["exact"],
        "said": said["said"] and said["said"]["start"],
        "actors": tuple(party(one) for one in claim["actors"]),
        "recipients": tuple(party(one) for one in claim["recipients"]),
        "killed": claim["fatalities"] and claim["fatalities"]["best"],
    }


def fits(claim: Record, expected: Record) -> bool:
    """A claim has all that is expected of it. Parties, channel and cue are looked for in their words, the rest must be equal."""
    found = facts(claim)
    return all(_has(found[name], want) if name in _WORDS else found[name] == want for name, want in expected.items())


def _has(value: Any, want: Any) -> bool:
    if isinstance(want, str) and want:
        values = value if isinstance(value, tuple) else (value or "",)
        return any(want.casefold() in one.casefold() for one in values)
    return bool(value == want)


def why(text: str, expected: Record) -> str:
    """What a failing row shows: the expected beside what was told."""
    lines = [str({name: facts(claim)[name] for name in {"type": 0, "source": 0, "stance": 0, **expected}}) for claim in told(text)]
    return f"\n{text}\n  expected {expected}\n  told     " + "\n           ".join(lines or ["nothing"])
