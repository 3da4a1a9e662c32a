"""How fast a case grows: linking of many claims, and documents that come in, are coded and linked.

python -m benchmarks.casefile link 100000          claims linked: seconds, memory, size of the file
python -m benchmarks.casefile ingest --texts 400   documents a second: added, coded by the fast engine on two processes, linked

The claims of `link` are made here, by chance with a fixed seed: incidents in an invented country, some 25 a day, each told by one to
five outlets within days, a tenth of the texts copies of another. So the figures say what the machine does, and nothing about how well.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from ascribe.case.case import Case
from ascribe.case.coding import Compared, Worked, keep
from ascribe.knowledge import linking
from ascribe.link.candidates import keys
from ascribe.link.fingerprints import fingerprint
from ascribe.link.sketch import sketches
from ascribe.model.captures import Capture, Way
from ascribe.model.claims import Attribution, Casualty, Claim, Count, Effect, EventType, Side, Stance
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reports import reports
from ascribe.model.text import Document, Span
from ascribe.model.times import Basis, TimeInterval
from ascribe.settings import Settings
from ascribe.store import documents
from corpus.parts import modern

#: Incidents a day in the invented country.
A_DAY = 25
BEGIN = date(2020, 1, 1)
TACTICS = ("ambush", "shelling", "abduction", "raid", "ied", "armed_clash", "airstrike", "targeted_killing")
THINGS = "market checkpoint convoy village school bridge camp clinic mine depot barracks mosque church farm bus well".split()
#: Words of no language: a report is told apart by its words, so these must not be alike.
_LETTERS = Random(7)
WORDS = ["".join(_LETTERS.choice(("ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zu")) for _ in range(4)) for _ in range(4_000)]
OUTLETS = [f"Outlet {number}" for number in range(40)]


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened, in the invented country."""

    day: date
    town: int
    tactic: str
    thing: str
    actor: int
    recipient: int
    killed: int


def incidents(claims: int, dice: Random) -> Iterator[Incident]:
    """Enough of them for about so many claims."""
    for number in range(claims // 4 + 1):
        day = BEGIN + timedelta(days=number // A_DAY)
        yield Incident(
            day,
            min(int(dice.expovariate(1 / 60)), 999),
            dice.choice(TACTICS),
            dice.choice(THINGS),
            dice.randrange(12),
            dice.randrange(12, 18),
            int(dice.expovariate(0.2)),
        )


def told(incident: Incident, dice: Random, at: int) -> tuple[str, list[Claim]]:
    """A sentence on it, and the claims in it: the document's own and, in half of the cases, one of the party that did it."""
    town, actor, recipient = (WORDS[number].title() for number in (incident.town, 1000 + incident.actor, 1100 + incident.recipient))
    dead, day = f"{incident.killed} of {recipient}", f"{incident.day:%A}, {incident.day:%d %B}"
    words = dice.choice(
        (
            f"{actor} hit a {incident.thing} in {town} on {day}, killing {dead}.",
            f"On {day}, {dead} died at a {incident.thing} of {town} when {actor} came.",
            f"In {town} a {incident.thing} was the target of {actor} ({day}); {dead} lost their lives.",
            f"{dead} were killed: {actor} had come to the {incident.thing} of {town}, {day}.",
        )
    )
    words = _reworded(words, dice)
    place = Place(
        town,
        at,
        at + 1,
        Level.TOWN,
        town,
        10 + incident.town % 31 * 0.2,
        2 + incident.town // 31 * 0.2,
        "XA",
        admin1=f"Province {incident.town % 7}",
        gazetteer_id=f"town:{incident.town}",
    )
    who, whom = _party(actor, Kind.REBEL_GROUP, at), _party(recipient, Kind.STATE_FORCES, at)
    count = Count(incident.killed, incident.killed, incident.killed, str(incident.killed), at, at + 1)
    claim = Claim(
        "c",
        f"e{at}",
        EventType.COERCE if incident.tactic == "abduction" else EventType.ASSAULT,
        Document.of(" " * at + words).quote(at, at + len(words)),
        Attribution(),
        tactics=(incident.tactic,),
        actors=(who,),
        recipients=(whom,),
        places=(place,),
        time=TimeInterval(incident.day, incident.day, Basis.STATED),
        casualties=(Casualty(Effect.KILLED, recipient, Side.RECIPIENT, None, count),),
        fatalities=count,
        made_by="benchmark",
    )
    own = [replace(claim, attribution=Attribution(who, Stance.CLAIMED))] if dice.random() < 0.5 else []
    return words, [claim, *own]


def _reworded(words: str, dice: Random) -> str:
    """The same with a word of its own here and there: independent tellings share no long run of words."""
    return " ".join(f"{word} {dice.choice(WORDS)}" if at % 4 == 3 else word for at, word in enumerate(words.split()))


def _party(name: str, kind: Kind, at: int) -> Party:
    return Party(name, at, at + 1, kind, name, name.lower().replace(" ", ":"), "XA")


def articles(claims: int, seed: int = 1) -> Iterator[tuple[str, date, str, list[Claim]]]:
    """Outlet, day, text and claims of each article, until there are so many claims."""
    dice = Random(seed)
    made = 0
    held: list[tuple[str, list[Claim]]] = []
    for incident in incidents(2 * claims, dice):
        for _ in range(min(5, 1 + int(dice.expovariate(0.8)))):
            if made >= claims:
                return
            day = incident.day + timedelta(days=min(3, int(dice.expovariate(1))))
            if held and dice.random() < 0.1:
                text, mine = dice.choice(held[-20:])
            else:
                lead, rest = (" ".join(WORDS[min(3_999, int(dice.expovariate(0.001)))] for _ in range(40)) for _ in range(2))
                sentence, mine = told(incident, dice, len(lead) + 2)
                text = f"{lead}. {sentence} {rest}."
                held.append((text, mine))
            made += len(mine)
            yield dice.choice(OUTLETS), day, text, mine


def linked(path: Path, claims: int, processes: int) -> None:
    """Fill a case with claims, and time how long linking takes."""
    weights = linking.load()
    with Case.create(path) as case:
        count = 0
        for batch, (outlet, day, text, mine) in enumerate(articles(claims)):
            data = f"{text} {batch}".encode()
            capture = Capture(data, f"{batch}.txt", Way.FILE, datetime(2024, 1, 1, tzinfo=UTC), outlet=outlet, published=day.isoformat())
            document = Document(capture.hash, data.decode(), None, outlet, day.isoformat())
            if not case.database.in_transaction:
                case.database.execute("BEGIN IMMEDIATE")
            number = documents.take_in(case.database, capture, "benchmark").number or 0
            drawn = sketches(reports(document, mine, [Span(0, len(document.text))]), weights)
            compared = tuple(Compared(each.report, each, keys(each, weights)) for each in drawn)
            worked = Worked(number, "", document, tuple(mine), (), compared, fingerprint(document.text).keys)
            keep(case.database, worked, document, "benchmark", "benchmark")
            count += len(mine)
            if batch % 500 == 499:
                case.database.execute("COMMIT")
        if case.database.in_transaction:
            case.database.execute("COMMIT")
        (there,) = case.database.execute("SELECT count(*) FROM document").fetchone()
        begun = time.perf_counter()
        events = case.link(processes=processes)
        seconds = time.perf_counter() - begun
        (judged,) = case.database.execute("SELECT count(*) FROM judgement").fetchone()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = path.stat().st_size / 1024**2
    print(f"{count:,} claims of {there:,} documents linked to {events:,} events, {judged:,} judgements kept")
    print(f"{seconds:.1f} s on {processes} processes, {peak:,.0f} MB, file of {size:,.0f} MB")


def ingest(path: Path, count: int, processes: int) -> None:
    """Add, code and link texts of the corpus, and time all of it together."""
    with Case.create(path, settings=Settings(engine="fast")) as case:
        at = datetime(2024, 1, 1, tzinfo=UTC)
        captures = [
            Capture(text.encode(), "a.txt", Way.FILE, at, outlet=annotation.get("outlet"), published=annotation.get("published"))
            for annotation, text in islice(modern("train"), count)
        ]
        begun = time.perf_counter()
        case.add(*captures)
        added = time.perf_counter()
        claims = sum(len(each.claims) for each in case.code(processes=processes))
        coded = time.perf_counter()
        events = case.link(processes=processes)
        done = time.perf_counter()
    print(f"{len(captures)} documents, {claims} claims, {events} events: {len(captures) / (done - begun):.1f} documents a second")
    print(f"added in {added - begun:.1f} s, coded in {coded - added:.1f} s by {processes} processes, linked in {done - coded:.1f} s")


def main() -> None:
    """Measure one of both."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("link", "ingest"))
    parser.add_argument("claims", type=int, nargs="?", default=100_000, help="how many claims `link` makes")
    parser.add_argument("--texts", type=int, default=400, help="how many texts `ingest` takes")
    parser.add_argument("-j", "--processes", type=int, default=2, help="how many processes code and compare")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.db"
        if asked.what == "link":
            linked(path, asked.claims, asked.processes)
        else:
            ingest(path, asked.texts, asked.processes)
    sys.stdout.flush()


if __name__ == "__main__":
    main()
