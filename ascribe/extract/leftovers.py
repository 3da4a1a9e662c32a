"""Numbers of people beside a word of harm that the grammar tied to no verb: a net under the rules."""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import Casualty, Effect, EventType, Side

TOLL = frozenset({"toll", "tolls", "count", "figure", "tally", "number", "dead-toll"})


def taken_figures(known: list[Mention]) -> set[int]:
    """Where the figures stand that mentions have already told."""
    figures = {casualty.count.start for mention in known for casualty in (*mention.casualties, *mention.parts)}
    return figures | {
        count.start for mention in known for count in (mention.victims, mention.occurrences, mention.sites) if count is not None
    }


EFFECT_WORDS = {
    "killed": Effect.KILLED,
    "dead": Effect.KILLED,
    "died": Effect.KILLED,
    "slain": Effect.KILLED,
    "murdered": Effect.KILLED,
    "massacred": Effect.KILLED,
    "executed": Effect.KILLED,
    "beheaded": Effect.KILLED,
    "assassinated": Effect.KILLED,
    "wounded": Effect.INJURED,
    "injured": Effect.INJURED,
    "hurt": Effect.INJURED,
    "kidnapped": Effect.ABDUCTED,
    "abducted": Effect.ABDUCTED,
    "arrested": Effect.ARRESTED,
    "detained": Effect.ARRESTED,
    "displaced": Effect.DISPLACED,
    "missing": Effect.MISSING,
    "killing": Effect.KILLED,
    "wounding": Effect.INJURED,
    "injuring": Effect.INJURED,
    "abducting": Effect.ABDUCTED,
    "arresting": Effect.ARRESTED,
    "kidnapping": Effect.ABDUCTED,
    "displacing": Effect.DISPLACED,
    "uprooted": Effect.DISPLACED,
    "shot": Effect.KILLED,
    "homeless": Effect.DISPLACED,
    "fled": Effect.DISPLACED,
}


def catch(scene: Scene, known: list[Mention]) -> None:
    """Numbers of people beside a word of harm that no clause accounted for go to the nearest mention.

    A net under the grammar: "Thirty-five men, all of them farmers, were killed"; "three dead and 26 hurt".
    """
    taken = taken_figures(known)
    for at, token in enumerate(scene.tokens):
        effect = EFFECT_WORDS.get(token.lower)
        if effect is None:
            continue
        if token.lower == "shot" and (at + 1 >= len(scene.tokens) or scene.tokens[at + 1].lower != "dead"):
            continue
        phrase = _counted_beside(scene, at, taken)
        if phrase is None or (scene.governor(phrase) == "to" and any(word in TOLL for word in _lowers(scene))):
            continue
        who, counted = scene.who(phrase), scene.count(phrase)
        if counted is None or counted.start in taken or counted.figures == (0, 0, 0):
            continue
        mention = _nearest(known, token.start, effect)
        if mention is None or (scene.head(phrase) == token.lower and any(c.effect is effect for c in mention.casualties)):
            continue  # a second figure for one effect is another toll
        taken.add(counted.start)
        listed = mention.parts if _of_them(scene, phrase) and any(c.effect is effect for c in mention.casualties) else mention.casualties
        listed.append(Casualty(effect, who, Side.UNKNOWN, None, counted))
        mention.extent = (min(mention.extent[0], counted.start), max(mention.extent[1], token.end))


def _of_them(scene: Scene, at: int) -> bool:
    """ "Seven of them": a part of those just counted."""
    chain = scene.chain(at)
    return bool(chain) and chain[0][0] == "of" and scene.head(chain[0][1][0]) in {"them", "whom", "these", "those"}


def _lowers(scene: Scene) -> list[str]:
    return [token.lower for token in scene.tokens]


def _counted_beside(scene: Scene, at: int, taken: set[int]) -> int | None:
    """The counted people before a participle or right behind an active verb."""
    own = next((n for n, p in enumerate(scene.parse.phrases) if p.start <= at < p.end), None)
    if own is None:
        return None
    phrases = scene.parse.phrases
    if phrases[own].kind == "NP" and scene.count(own) is not None:
        return own
    active = scene.tokens[at].lower.endswith("ing") or (
        phrases[own].kind == "VG" and not phrases[own].passive and phrases[own].form == "finite"
    )
    if active and own + 1 < len(phrases) and phrases[own + 1].kind == "NP" and _is_people(scene, own + 1):
        return own + 1
    if active and scene.tokens[at].lower not in {"died", "fled"}:
        return None
    steps = 0
    for place in range(own - 1, -1, -1):
        phrase = phrases[place]
        if phrase.kind == "NP" and _is_people(scene, place) and scene.count(place).start not in taken:  # type: ignore[union-attr]
            return place
        steps += phrase.kind in {"NP", "VG"}
        if steps > 2 or phrase.kind == "SUB" or (phrase.kind == "PU" and scene.tokens[phrase.start].text in ";:"):
            return None
    return None


def _is_people(scene: Scene, at: int) -> bool:
    """A number of people, or a bare number."""
    counted = scene.count(at)
    if counted is None or scene.event(at) is not None:
        return False
    words = scene.lowers(at)
    return (
        scene.people(at)
        or scene.parse.tags[scene.phrase(at).head] == "CD"
        or words[-1] in {"others", "men", "people", "sikhs", "muslims", "nationals"}
        or scene.tokens[scene.phrase(at).head].text[:1].isupper()
    )


def _nearest(known: list[Mention], offset: int, effect: Effect) -> Mention | None:
    """The mention of violence (or of arrests) that stands nearest."""
    wanted = {EventType.COERCE} if effect is Effect.ARRESTED else {EventType.ASSAULT, EventType.PROTEST}
    fitting = [mention for mention in known if mention.type in wanted]
    return min(fitting, key=lambda mention: abs(mention.start - offset), default=None)
