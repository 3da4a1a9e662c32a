"""Tolls told without an event word: "the death toll rose to 276", "officials put the toll at 20", "no casualties were reported".

They add figures to a happening told before; they are never happenings of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import Casualty, Count, Effect, EventType, Side

_TOLL = frozenset({"toll", "tolls", "count"})
_LOSSES = {
    "casualties": Effect.KILLED, "casualty": Effect.KILLED, "deaths": Effect.KILLED, "fatalities": Effect.KILLED, "dead": Effect.KILLED,
    "injuries": Effect.INJURED, "wounded": Effect.INJURED, "injured": Effect.INJURED, "victims": Effect.KILLED, "losses": Effect.KILLED,
    "bodies": Effect.KILLED, "corpses": Effect.KILLED, "arrests": Effect.ARRESTED, "dead.": Effect.KILLED, "missing": Effect.MISSING,
}  # fmt: skip


def tolls(scene: Scene, known: list[Mention]) -> Iterator[Mention]:
    """Mentions of tolls in one sentence that no event word has told yet."""
    taken = {casualty.count.start for mention in known for casualty in (*mention.casualties, *mention.parts)}
    frame = scene.words.events.verbs["die"]
    for at, phrase in enumerate(scene.parse.phrases):
        if phrase.kind != "NP":
            continue
        head = scene.head(at)
        found: list[tuple[Effect, Count]] = []
        if head in _TOLL:
            found = [(_toll_effect(scene, at), count) for count in _toll_counts(scene, at)]
        elif head in _LOSSES:
            counted = scene.count(at)
            if counted is not None and scene.event(at) is None and _is_statement(scene, at, counted):
                found = [(_LOSSES[head], counted)]
        elif scene.lowers(at)[0] in {"nobody", "no-one", "none", "no"} and head in {"nobody", "one", "no-one", "none"}:
            found = _nobody(scene, at)
        for effect, count in found:
            if count.start in taken:
                continue
            taken.add(count.start)
            start, end = scene.extent(at)
            mention = Mention(scene.number, start, end, frame, EventType.ASSAULT, clause=scene.clause_of(at), reference="toll")
            mention.casualties.append(Casualty(effect, scene.text(at), Side.UNKNOWN, None, count))
            mention.extent = (min(start, count.start), max(end, count.end))
            yield mention


def _toll_effect(scene: Scene, at: int) -> Effect:
    return Effect.INJURED if {"injury", "injured", "wounded"} & set(scene.lowers(at)) else Effect.KILLED


def _toll_counts(scene: Scene, at: int) -> list[Count]:
    """Every number that a toll is put at, rises to, stands at."""
    found = []
    phrases = scene.parse.phrases
    own = scene.count(at)
    if own is not None and own.figures != (0, 0, 0):
        found.append(own)
    place = at + 1
    while place < len(phrases):
        if phrases[place].kind == "P" and scene.preposition(place) in {"at", "to", "of", "from"} and place + 1 < len(phrases):
            count = scene.count(place + 1) if phrases[place + 1].kind == "NP" else None
            if count is not None and scene.preposition(place) != "from":
                found.append(count)
        elif phrases[place].kind == "SUB" or (phrases[place].kind == "PU" and scene.tokens[phrases[place].start].text in ";:"):
            break
        elif phrases[place].kind == "NP" and phrases[place - 1].kind == "VG" and scene.phrase(place - 1).lemma in {"reach", "exceed", "be", "pass"}:
            count = scene.count(place)
            if count is not None:
                found.append(count)
        place += 1
    return found[:3]


def _is_statement(scene: Scene, at: int, counted: Count) -> bool:
    """The losses are told of, not spoken about: "no casualties were reported", "there were 12 deaths", "12 dead"."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects or at in c.objects), None)
    if clause is None:
        return counted.figures == (0, 0, 0) or scene.head(at) in {"dead", "wounded", "injured"}
    lemma = scene.phrase(clause.verb).lemma
    return lemma in {"report", "be", "suffer", "cause", "leave", "count", "record", "have", "find", "confirm", "sustain", "bring", "result", "make", "recover", "receive", "inflict", "list"}


def _nobody(scene: Scene, at: int) -> list[tuple[Effect, Count]]:
    """ "Nobody died", "no one was hurt": none at all."""
    clause = next((c for c in scene.parse.clauses if at in c.subjects), None)
    if clause is None:
        return []
    lemma = scene.phrase(clause.verb).lemma
    effects = {"die": Effect.KILLED, "kill": Effect.KILLED, "hurt": Effect.INJURED, "injure": Effect.INJURED, "wound": Effect.INJURED, "harm": Effect.INJURED}
    if lemma not in effects:
        return []
    quote = scene.phrase_quote(at)
    return [(effects[lemma], Count(0, 0, 0, quote.exact, quote.start, quote.end))]
