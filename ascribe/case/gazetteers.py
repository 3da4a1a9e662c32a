"""The places that a person's words are looked up in: those of the engine that codes the case, read once in a process."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from ascribe.api import index
from ascribe.gazetteer.entries import Entry
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.settings import Settings


@cache
def _gazetteer(settings: Settings) -> Gazetteer:
    return Gazetteer(index(settings))


def places_of(settings: Settings) -> Callable[[str], Sequence[Entry]]:
    """Gives the places of a name, the best known first. The index is opened at the first name."""
    return lambda name: _gazetteer(settings).lookup(name)
