"""Short invented reports on a few incidents, and what is needed to work with them in a case."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from ascribe.case.case import Case
from ascribe.model.captures import Capture, Way
from ascribe.settings import Settings

FAST = Settings(engine="fast")
#: Name -> (outlet, day, text). `market-` and `convoy-` tell of one incident each; `other` is of the same town, weeks later.
NEWS = {
    "market-1": (
        "Northern Wire",
        "2024-06-13",
        "A car bomb exploded at a market in Maiduguri on Wednesday, killing at least nine people, police said. No group claimed the attack.",
    ),
    "market-2": (
        "Radio Borno",
        "2024-06-14",
        "Fourteen people died when a car bomb went off at a market in Maiduguri on Wednesday, a hospital official said on Thursday.",
    ),
    "convoy-1": (
        "Northern Wire",
        "2024-06-11",
        "Gunmen ambushed a military convoy near Marte on Monday, killing six soldiers, the army said in a statement.",
    ),
    "convoy-2": (
        "The Observer",
        "2024-06-12",
        "Boko Haram claimed responsibility for an ambush on a military convoy near Marte on Monday in which it said 20 soldiers were killed.",
    ),
    "other": (
        "The Observer",
        "2024-07-30",
        "A suicide bomber killed three people at a checkpoint in Maiduguri on Monday, police said.",
    ),
    "sum": (
        "Watch Group",
        "2024-07-02",
        "Boko Haram carried out 71 attacks in Borno State in June 2024, the group said.",
    ),
}


def capture(name: str, text: str | None = None) -> Capture:
    """One of the reports as it comes in."""
    outlet, published, words = NEWS[name]
    data = (text or words).encode()
    return Capture(data, f"{name}.txt", Way.FILE, datetime(2024, 8, 1, tzinfo=UTC), outlet=outlet, published=published)


def case(folder: Path, *names: str, engine: Settings = FAST) -> Case:
    """A case with these reports, coded and linked."""
    made = Case.create(folder / "case.db", settings=engine)
    for name in names:
        made.add(capture(name))
    work(made)
    return made


def work(made: Case) -> None:
    """Code what waits, and link."""
    for each in made.code(budget=None):
        assert each.problem is None
    made.link()


def happenings(made: Case) -> list[tuple]:
    """The events by what is in them, and not by their ids or by the order in which they came."""
    columns = [name for name in made.columns("events") if name != "id"]
    found = []
    for row in made.rows("events"):
        claims = sorted(claim["id"] for claim in made.rows("claims", f"event={row['id']}"))
        found.append((tuple(claims), *(row[name] for name in columns)))
    return sorted(found, key=repr)
