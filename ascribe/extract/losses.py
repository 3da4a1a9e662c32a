"""Losses in nouns: "12 deaths", "no casualties", "the bodies of nine men", "seven of the dead were policemen"."""

from __future__ import annotations

from collections.abc import Iterator

from ascribe.extract.casualties import is_civilian
from ascribe.extract.scene import Scene
from ascribe.model.claims import Casualty, Count, Effect, Side

LOSSES = {
    "casualties": Effect.KILLED,
    "casualty": Effect.KILLED,
    "deaths": Effect.KILLED,
    "fatalities": Effect.KILLED,
    "dead": Effect.KILLED,
    "injuries": Effect.INJURED,
    "wounded": Effect.INJURED,
    "injured": Effect.INJURED,
    "victims": Effect.KILLED,
    "losses": Effect.KILLED,
    "bodies": Effect.KILLED,
    "corpses": Effect.KILLED,
    "body": Effect.KILLED,
    "corpse": Effect.KILLED,
    "missing": Effect.MISSING,
    "lives": Effect.KILLED,
    "death": Effect.KILLED,
    "injury": Effect.INJURED,
}


def loss(scene: Scene, at: int) -> Count | None:
    """The number of a loss: "12 deaths", "the deaths of 12 people"; none at all: "without causing casualties", "no reports of injuries"."""
    counted = scene.count(at)
    if counted is not None:
        return counted
    if _is_denied(scene, at):
        quote = scene.phrase_quote(at)
        return Count(0, 0, 0, quote.exact, quote.start, quote.end)
    chain = scene.chain(at)
    if scene.head(at) in {"deaths", "death", "bodies", "corpses", "lives", "body", "corpse"} and chain and chain[0][0] == "of":
        return scene.people_count(chain[0][1][0])
    return None


def _is_denied(scene: Scene, at: int) -> bool:
    """ "Without causing casualties", "did not cause any casualties", "there were no casualties", "no reports of casualties"."""
    if scene.governor(at) == "without":
        return True
    if scene.governor(at) == "of" and at >= 2 and (counted := scene.count(at - 2)) is not None and counted.figures == (0, 0, 0):
        return True
    clause = next((c for c in scene.parse.clauses if at in c.objects), None)
    if clause is None or scene.phrase(clause.verb).lemma in _TELLING:
        return False  # "has not published its losses"
    before = scene.phrase(clause.verb - 1) if clause.verb else None
    return scene.phrase(clause.verb).negated or (
        before is not None and before.kind == "P" and scene.preposition(clause.verb - 1) == "without"
    )


_TELLING = frozenset(
    "publish give release disclose reveal report announce confirm acknowledge admit mention detail specify provide count".split()
)


def named_dead(scene: Scene, at: int) -> list[tuple[Effect, Count]]:
    """ "The dead were 33 attackers, 21 hostages and four soldiers": each group that the verb names."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects and scene.phrase(c.verb).lemma in {"be", "include"}), None)
    if clause is None or scene.phrase(clause.verb).lemma == "include":
        return []
    return [(Effect.KILLED, count) for member in clause.objects if (count := scene.people_count(member)) is not None]


def parts_of_the_dead(scene: Scene) -> Iterator[tuple[int, Casualty]]:
    """ "Seven of the dead were policemen": the phrase and the part of a toll told elsewhere."""
    for clause in scene.parse.clauses:
        if scene.phrase(clause.verb).lemma != "be" or not clause.objects:
            continue
        for at in clause.subjects:
            chain = scene.chain(at)
            counted = scene.count(at)
            if counted is None or not chain or chain[0][0] != "of" or scene.head(chain[0][1][0]) not in _THE_DEAD:
                continue
            who, effect = scene.text(clause.objects[0]), _THE_DEAD[scene.head(chain[0][1][0])]
            yield at, Casualty(effect, who, Side.UNKNOWN, is_civilian(scene.party(clause.objects[0]), who), counted)


_THE_DEAD = {"dead": Effect.KILLED, "victims": Effect.KILLED, "killed": Effect.KILLED, "wounded": Effect.INJURED, "injured": Effect.INJURED}


def is_statement(scene: Scene, at: int, counted: Count) -> bool:
    """The losses are told of, not spoken about: "no casualties were reported", "there were 12 deaths", "12 dead"."""
    clauses = [c for c in scene.parse.clauses if at in c.subjects or at in c.objects]
    if not clauses:
        return counted.figures == (0, 0, 0) or scene.head(at) in {"dead", "wounded", "injured"}
    lemmas = {scene.phrase(clause.verb).lemma for clause in clauses}
    return (
        counted.figures == (0, 0, 0)
        or lemmas
        & {
            "report",
            "be",
            "suffer",
            "cause",
            "leave",
            "count",
            "record",
            "have",
            "find",
            "confirm",
            "sustain",
            "bring",
            "result",
            "make",
            "recover",
            "receive",
            "inflict",
            "list",
            "say",
            "put",
            "total",
            "claim",
        }
        != set()
    )


def nobody(scene: Scene, at: int) -> list[tuple[Effect, Count]]:
    """ "Nobody died", "no one was hurt": none at all."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects), None)
    if clause is None:
        return []
    lemma = scene.phrase(clause.verb).lemma
    effects = {
        "die": Effect.KILLED,
        "kill": Effect.KILLED,
        "hurt": Effect.INJURED,
        "injure": Effect.INJURED,
        "wound": Effect.INJURED,
        "harm": Effect.INJURED,
    }
    if lemma not in effects:
        return []
    quote = scene.phrase_quote(at)
    return [(effects[lemma], Count(0, 0, 0, quote.exact, quote.start, quote.end))]
