"""Builders: a test names only what it is about."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from ascribe.model.claims import Attribution, Casualty, Certainty, Claim, Contests, Count, Effect, EventType, Side, Stance
from ascribe.model.parties import Kind, Party
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Quote
from ascribe.pipeline import Step, fast, read_through


def party(name: str, kind: Kind = Kind.REBEL_GROUP, **known: Any) -> Party:
    """A party of this name; its id is the name unless said."""
    known.setdefault("id", name.lower())
    return Party(name, 0, len(name), kind, **known)


def count(low: int | None, best: int | None = None, high: int | None = None, start: int = 0) -> Count:
    """A count; one number sets all three."""
    if best is None and high is None:
        best = high = low
    return Count(low, best, high, str(best or low or high), start, start + 1)


def killed(number: int, start: int = 0) -> Casualty:
    """So many people killed."""
    return Casualty(Effect.KILLED, "people", Side.UNKNOWN, None, count(number, start=start))


def claim(
    source: Party | None = None,
    stance: Stance = Stance.REPORTED,
    *,
    contests: Contests | None = None,
    certainty: Certainty = Certainty.STATED,
    **known: Any,
) -> Claim:
    """One claim by this source in this stance."""
    known.setdefault("id", "c1")
    known.setdefault("event", "e1")
    casualties = known.get("casualties", ())
    if casualties:
        known.setdefault("fatalities", casualties[0].count)
    return Claim(
        event_type=known.pop("event_type", EventType.ASSAULT),
        quote=known.pop("quote", Quote(0, 1, "x")),
        attribution=Attribution(source, stance, certainty, contests),
        **known,
    )


@cache
def steps() -> tuple[Step, ...]:
    """The fast engine, built once."""
    return fast()


def coded(text: str, published: str | None = "2024-06-12", **known: Any) -> Reading:
    """A text as the fast engine codes it."""
    return next(read_through([Document.of(text, published=published, language="en", **known)], steps()))


def interrupted(args: list[str], underway: Callable[[], object], settle: float, **known: Any) -> tuple[int, bytes, bytes]:
    """`ascribe ARGS` with Ctrl-C once `underway` says that work has begun, and `settle` seconds later: code, output, messages."""
    with subprocess.Popen(
        [sys.executable, "-m", "ascribe", *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_heed_ctrl_c, **known
    ) as running:
        deadline = time.monotonic() + 30
        while not underway() and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(settle)
        running.send_signal(signal.SIGINT)
        out, said = running.communicate()
    return running.returncode, out, said


def _heed_ctrl_c() -> None:
    """Tests that run in the background inherit that Ctrl-C is ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
