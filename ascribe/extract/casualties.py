"""Numbers of people to whom something was done, and on which side they stood.

Rules. Each group of people that the text counts apart is one casualty. What stands behind "including" is a part of those already counted. A
person named in the singular counts one. Attackers who die are on the actor's side; civilians in a clash are bystanders.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import Casualty, Count, Effect, Side
from ascribe.model.parties import ARMED, Kind, Party


def add_people(scene: Scene, at: int, mention: Mention, effect: str) -> None:
    """A number of people to whom something was done."""
    if effect == "released":
        return
    who, counted, whom = counted_people(scene, at)
    if counted is None:
        return
    if (
        counted.figures == (0, 0, 0) and effect == "killed" and scene.phrase(scene.parse.clauses[mention.clause].verb).negated
        if mention.clause is not None
        else False
    ):
        return
    party = scene.party(whom)
    civilian = is_civilian(party, who)
    add_casualty(mention, Casualty(Effect(effect), who, Side.UNKNOWN, civilian, counted))
    for word, members in scene.chain(at)[:2]:
        if word == "including":
            for member in members:
                add_part(scene, member, mention)


def named_people(scene: Scene, at: int) -> tuple[int, ...]:
    """The phrases that name the people of a number: "thousands of activists and students" are the activists and the students."""
    chain = scene.chain(at)
    if scene.is_number(at) and chain and chain[0][0] == "of":
        return chain[0][1]
    return (at,)


def counted_people(scene: Scene, at: int) -> tuple[str, Count | None, int]:
    """The words, the number and the phrase that names the people: "dozens of civilians" is two phrases."""
    counted = scene.people_count(at)
    chain = scene.chain(at)
    if scene.is_number(at) and chain and chain[0][0] == "of":
        inner = chain[0][1][0]
        if counted is None and scene.head(at) == "lives":
            counted = scene.people_count(inner)  # "claimed the lives of 21 worshippers"
            return scene.who(inner), counted, inner
        return scene.who(at), counted, inner
    return scene.who(at), counted, at


def is_civilian(party: Party | None, who: str) -> bool | None:
    """Whether they are civilians, by the words and by the kind of party; None where neither says."""
    if "civilian" in who.lower() or "villager" in who.lower():
        return True
    if party is None:
        return None
    if party.kind in {Kind.CIVILIANS, Kind.PROTESTERS, Kind.PERSON}:
        return (
            True
            if party.kind is Kind.CIVILIANS and not who.lower().endswith(("people", "persons", "hostages", "victims", "wounded", "bodies"))
            else None
        )
    return False if party.kind in ARMED else None


def add_part(scene: Scene, at: int, mention: Mention) -> None:
    """ "Including three children": a part of those already counted."""
    if not scene.people(at) or not mention.casualties:
        return
    who, counted, whom = counted_people(scene, at)
    if counted is not None:
        last = mention.casualties[-1]
        if any(known.count.start == counted.start for known in (*mention.parts, *mention.casualties)):
            return
        mention.parts.append(Casualty(last.effect, who, Side.UNKNOWN, is_civilian(scene.party(whom), who), counted))


def add_casualty(mention: Mention, casualty: Casualty) -> None:
    """Add a group of people that was not counted yet."""
    if all((c.effect, c.count.start) != (casualty.effect, casualty.count.start) for c in mention.casualties):
        mention.casualties.append(casualty)


def sides(mention: Mention) -> None:
    """Say on which side each casualty stood, from who did it and to whom."""
    for listed in (mention.casualties, mention.parts):
        listed[:] = [_with_side(mention, casualty) for casualty in listed]


def _with_side(mention: Mention, casualty: Casualty) -> Casualty:
    words = casualty.who.lower()
    if words.endswith(("attackers", "assailants", "gunmen", "bombers", "bomber", "attacker", "hijackers", "raiders")):
        return _sided(casualty, Side.ACTOR)
    if casualty.civilian is True and mention.frame.subject == "sides":
        return _sided(casualty, Side.BYSTANDER)
    names = [(party, Side.ACTOR) for party in mention.actors] + [(party, Side.RECIPIENT) for party in mention.recipients]
    for party, side in names:
        if party.name.lower() == words or (party.name.lower() in words and len(party.name) > 4):
            return _sided(casualty, side)
    if mention.actors and mention.frame.subject != "sides":
        return _sided(casualty, Side.RECIPIENT)
    return casualty


def _sided(casualty: Casualty, side: Side) -> Casualty:
    return Casualty(casualty.effect, casualty.who, side, casualty.civilian, casualty.count)
