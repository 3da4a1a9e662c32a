"""A process that works on a case and is killed at random, again and again: what it acknowledged must be there, and nothing half.

python -m tests.case.killed FOLDER TIMES SEED: prints how often it was killed, in the middle of what.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from random import Random

from ascribe.case.case import Case
from ascribe.store.checking import faults
from tests.case.news import FAST, NEWS, capture, happenings, work

#: How many times the length of a round in peace it may work: it is killed somewhere within.
ROUNDS = 2.0


def rounds(folder: Path, times: int, seed: int) -> Counter[str]:
    """Work, kill and look, so many times; at the end the work is done in peace and compared with that of a case that nobody disturbed."""
    dice = Random(seed)
    longest = ROUNDS * _in_peace(folder)
    path = folder / "case.db"
    Case.create(path).close()
    told = folder / "acknowledged"
    told.touch()
    seen: Counter[str] = Counter()
    for number in range(times):
        child = os.fork()
        if not child:
            _work(path, told, number)
        time.sleep(dice.random() * longest)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        seen[_look(path, told)] += 1
    _finish(path, told)
    with Case(path, settings=FAST) as disturbed, Case.create(folder / "quiet.db", settings=FAST) as quiet:
        for line in told.read_text().splitlines():
            step, _, name = line.partition(" ")
            if step == "added":
                quiet.add(_news(name))
        for each in quiet.code(budget=None):
            assert each.problem is None
        quiet.link()
        for here, there in zip_longest(happenings(disturbed), happenings(quiet)):
            assert here == there
        assert not list(faults(disturbed.database))
    return seen


def _in_peace(folder: Path) -> float:
    """How long a round takes on this machine as busy as it is, in seconds, once the engine is loaded: the children inherit it."""
    with Case.create(folder / "peace.db", settings=FAST) as made:
        for number in range(2):
            begun = time.monotonic()
            for kind in NEWS:
                made.add(_news(f"{kind}#{number}"))
            work(made)
    return time.monotonic() - begun


def _news(name: str) -> object:
    kind, _, number = name.partition("#")
    return capture(kind, f"{NEWS[kind][2]} It was report {number}.")


def _work(path: Path, told: Path, number: int) -> None:
    """Add, code and link without end. What is done is written down only when it is done."""
    with told.open("a") as acknowledged, Case(path, settings=FAST) as made:

        def done(what: str) -> None:
            acknowledged.write(f"{what}\n")
            acknowledged.flush()

        turn = 0
        while True:
            for kind in NEWS:
                name = f"{kind}#{number}.{turn}"
                made.add(_news(name))
                done(f"added {name}")
            done("begins coding")
            for each in made.code(budget=None):
                done(f"coded {each.number}")
            done("begins linking")
            made.link()
            done("linked")
            turn += 1


def _look(path: Path, told: Path) -> str:
    """All that was acknowledged is there, and nothing is half; the last thing that was being done."""
    lines = told.read_text().splitlines()
    with Case(path) as made:
        assert not list(faults(made.database))
        hashes = {row["id"] for row in made.rows("documents")}
        added = {_news(line[6:]).hash for line in lines if line.startswith("added ")}
        assert added <= hashes, "an acknowledged document is gone"
        coded = {int(line[6:]) for line in lines if line.startswith("coded ")}
        (kept,) = made.database.execute("SELECT json_group_array(number) FROM document WHERE state = 'coded'").fetchone()
        assert coded <= set(map(int, kept.strip("[]").split(",") if kept != "[]" else [])), "an acknowledged coding is gone"
        half = made.database.execute(
            "SELECT count(*) FROM claim c LEFT JOIN report r ON r.number = c.report WHERE r.number IS NULL"
        ).fetchone()
        assert half == (0,)
        assert made.database.execute("SELECT count(*) FROM member WHERE report NOT IN (SELECT number FROM report)").fetchone() == (0,)
    return " ".join(word for word in (lines or ["nothing"])[-1].split() if not any(sign.isdigit() for sign in word))


def _finish(path: Path, told: Path) -> None:
    """Go on where it was stopped; and those that were added without a word are added to the list."""
    with Case(path, settings=FAST) as made:
        known = {line[6:] for line in told.read_text().splitlines() if line.startswith("added ")}
        with told.open("a") as acknowledged:
            for row in made.rows("documents"):
                name = _name(made, row["id"])
                if name not in known:
                    acknowledged.write(f"added {name}\n")
        for each in made.code(budget=None):
            assert each.problem is None
        made.link()


def _name(made: Case, document: str) -> str:
    from ascribe.store.documents import original

    words = original(made.database, document).decode()
    text, _, number = words.rpartition(" It was report ")
    kind = next(kind for kind, (_, _, known) in NEWS.items() if known == text)
    return f"{kind}#{number.removesuffix('.')}"


if __name__ == "__main__":
    print(dict(rounds(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))))
