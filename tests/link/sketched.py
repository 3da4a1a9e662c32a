"""Sketches for tests: a test names only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from ascribe.model.claims import EventType, Granularity
from ascribe.model.sketches import Days, Sketch, Toll, Where, Who

GAO = Where("gao", "gao", 16.27, -0.04, "town", "ML", "Gao")
MOPTI = Where("mopti", "mopti", 14.48, -4.18, "town", "ML", "Mopti")
NAMES = ("gao", "mopti", "toure", "bamako")
WORDS = ("bomb", "ambush", "convoy", "market", "bridg", "kill")


def on(day: str, chance: float = 0.9, how: str = "own") -> Days:
    """One day, nearly certain."""
    ordinal = date.fromisoformat(day).toordinal()
    return Days(ordinal, ordinal, chance, how)


def sketched(report: str = "r1", document: str | None = None, published: str = "2024-03-05", **known: Any) -> Sketch:
    """A sketch of a report; its document has its name unless said."""
    known.setdefault("type", "ASSAULT")
    known.setdefault("granularity", "single")
    known.setdefault("modality", "actual")
    return Sketch(report, document or f"document of {report}", date.fromisoformat(published).toordinal(), **known)


def _some(values: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, max_size=4).map(tuple)


_days = st.builds(Days, st.none() | st.integers(738_000, 738_020), st.integers(738_021, 738_060), st.floats(0.01, 0.25), st.just("own"))
_parties = st.builds(Who, st.sampled_from(("army", "front")), st.none(), st.none(), st.just("rebel_group"), st.none())
_tolls = st.builds(Toll, st.sampled_from(("killed", "injured")), st.just(1), st.integers(1, 40), st.none())


def sketches_of(report: str) -> st.SearchStrategy[Sketch]:
    """Any sketch of a report of this name."""
    return st.builds(
        Sketch,
        report=st.just(report),
        document=st.sampled_from(("one document", f"document of {report}")),
        published=st.none() | st.integers(738_030, 738_090),
        type=st.sampled_from([each.value for each in EventType]),
        granularity=st.sampled_from([each.value for each in Granularity]),
        modality=st.sampled_from(("actual", "averted")),
        families=_some(("bomb", "air")),
        days=st.lists(_days, max_size=4).map(tuple),
        wheres=st.lists(st.sampled_from((GAO, MOPTI)), unique=True).map(tuple),
        actors=st.lists(_parties, max_size=2).map(tuple),
        recipients=st.lists(_parties, max_size=2).map(tuple),
        tolls=st.lists(_tolls, max_size=2).map(tuple),
        heads=_some(WORDS),
        words=_some(WORDS),
        names=_some(NAMES),
        all_names=_some(NAMES),
        numbers=_some(("4", "12", "49")),
        hours=_some(("night", "morning")),
        order=_some(("first", "second", "other")),
        vector=st.sampled_from((b"", b"\x05\xfb\x10")),
    )
