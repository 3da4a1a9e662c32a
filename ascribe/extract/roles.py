"""Where a noun phrase belongs in a mention: party, target, weapon, place; and the circumstances of a clause.

Rules. What is a thing is a target, and its owner a recipient; what explodes or is fired is a weapon, and a weapon used says something of
the tactics. A prepositional phrase of place says where; "with" and "using" say with what; "in", "during" name the happening that this one
is part of.
"""

from __future__ import annotations

import re

from ascribe.extract.casualties import add_part
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.scene import LOCATIVE, Scene
from ascribe.model.claims import EventType, Granularity, Thing
from ascribe.model.grammar import Clause
from ascribe.model.parties import Kind, Party
from ascribe.model.reading import Token

#: Verbs that only say that something was done.
LIGHT = frozenset(
    "carry stage launch conduct mount commit perpetrate make execute unleash order wage lead begin resume intensify undertake "
    "start perform "
    "open step continue initiate lay set spring renew claim coordinate plan plot foil prepare threaten direct sign call hold "
    "announce declare trigger".split()
)


_SITES = frozenset("locations places sites areas districts villages towns cities provinces points localities communities positions".split())


SYMMETRIC = frozenset({"sides"})


_SEIZABLE = frozenset(
    {"military site", "security post", "police station", "government building", "energy", "infrastructure", "transport", "business"}
)


_PURPOSE = frozenset({"purpose", "aim", "goal", "objective", "intention", "object"})


def find_campaign(scene: Scene, mention: Mention) -> None:
    """An operation's name as the source has it.

    "Operation Claw-Lock", "Martyr's Right", an operation; an operation dubbed "Swords of Iron".
    """
    tokens = scene.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text not in {"Operation", "OPERATION", "Campaign"} or scene.parse.tags[at + 1] in {
            "P",
            "CC",
            "D",
            "PU",
            "SUB",
            "WH",
            "BE",
        }:
            continue
        stop = at + 1
        while stop < len(tokens) and stop - at < 5 and _may_name(tokens[stop]):
            stop += 1
        while stop > at + 1 and tokens[stop - 1].lower in {"of", "the"}:
            stop -= 1
        if stop > at + 1:
            mention.campaign = scene.quote(at, stop)
            return
    text = scene.reading.document.text
    quoted = _QUOTED_NAME.search(text, scene.sentence.start, scene.sentence.end)
    if quoted is not None:
        name = "before" if quoted["before"] else "behind"
        mention.campaign = scene.reading.document.quote(quoted.start(name), quoted.end(name))


#: "Martyr's Right", an operation; an operation dubbed "Swords of Iron".
_QUOTED_NAME = re.compile(
    r"[\"“](?P<before>[A-Z][^\"“”]{2,40})[\"”],? (?:an|the|a military|its) (?:military )?(?:operation|campaign|offensive)\b|"
    r"\b(?:operation|campaign|offensive) (?:that it calls |it calls |called |dubbed |named |code-?named |known as )"
    r"[\"“](?P<behind>[A-Z][^\"“”]{2,40})[\"”]"
)


def _may_name(token: Token) -> bool:
    """A word that can stand in an operation's name."""
    return (token.text[0].isupper() or token.lower in {"of", "the", "al"}) and token.text.replace("-", "").replace("'", "").isalpha()


def find_purpose(scene: Scene, mention: Mention) -> None:
    """A purpose that is stated: "the purpose of these attacks was to ..."."""
    for clause in scene.parse.clauses:
        if any(scene.head(at) in _PURPOSE for at in clause.subjects):
            verb = scene.phrase(clause.verb)
            begin = verb.start + 1 if verb.lemma != "be" else verb.end
            end = len(scene.tokens) - 1 if scene.tokens[-1].text in ".!?" else len(scene.tokens)
            if begin < end:
                mention.purpose = scene.quote(begin, end)
                mention.extent = (mention.extent[0], scene.tokens[end - 1].end)


def circumstances(scene: Scene, number: int, mention: Mention, skip: int | None = None) -> None:
    """Where, when, with what, in the course of what: from a clause's prepositional phrases and times."""
    clause = scene.parse.clauses[number]
    beyond = _other_event(scene, clause, mention, skip)
    for prep, members in clause.preps:
        word = scene.preposition(prep)
        if beyond is not None and prep > beyond:
            break
        for at in members:
            if at == skip:
                continue
            event = scene.stands_for(at)
            if event is not None:
                if word in {"in", "during", "by"} and mention.phrase != event:
                    mention.links.append(event)
                continue
            if word == "including":
                if scene.places_within(at):
                    add_spans(mention.places, scene.places_within(at))
                else:
                    add_part(scene, at, mention)
                continue
            weapon = scene.thing(at, "weapons")
            if weapon is not None and word in {"with", "by", "in", "using", "from", "of"} and scene.place(at) is None:
                use(scene, mention, weapon)
                continue
            if word in {"on", "at", "against", "into", "inside", "upon", "near", "outside"}:
                fill(scene, at, mention, "recipient" if word not in {"near", "outside"} else "place")
            elif word in LOCATIVE:
                locate(scene, at, mention)
    limit = scene.tokens[scene.phrase(beyond).start].start if beyond is not None else None
    add_spans(mention.times, [time for time in scene.clause_time(number) if limit is None or (time.start_offset or 0) < limit])


def _other_event(scene: Scene, clause: Clause, mention: Mention, skip: int | None) -> int | None:
    """The preposition that leads to another happening: what stands behind "after an explosion" is told of that explosion."""
    behind = clause.verb if skip is None else skip
    for prep, members in clause.preps:
        leads_away = prep > behind and scene.preposition(prep) in _LEADING_AWAY
        if leads_away and any(scene.event(at) is not None and at not in {mention.phrase, skip} for at in members):
            return prep
    return None


_LEADING_AWAY = frozenset({"after", "before", "since", "following", "of", "to", "for", "until"})


#: Frames whose place is no target: people die in hospital, and are arrested in a house.
_NO_TARGETS = frozenset({"die", "arrest", "release", "curfew", "martial_law", "flee", "displace", "missing"})


def locate(scene: Scene, at: int, mention: Mention) -> None:
    """A place where it happened; a target that it happened at."""
    for place in scene.places_within(at):
        add_spans(mention.places, [place])
    counted = scene.count(at)
    if counted is not None and scene.head(at) in _SITES and mention.granularity is not Granularity.SINGLE:
        mention.sites = counted
    target = (
        scene.thing(at, "targets")
        if mention.type not in {EventType.SANCTION, EventType.AID} and mention.frame.name not in _NO_TARGETS
        else None
    )
    if (
        target is not None
        and scene.governor(at) in {"at", "in", "on", "inside", "outside", "near", "into", "through"}
        and scene.place(at) is None
    ):
        add_spans(mention.targets, [target])


def fill(scene: Scene, at: int, mention: Mention, role: str) -> None:
    """Put a noun phrase where it belongs: party, target, place."""
    counted = scene.count(at)
    if counted is not None and scene.head(at) in _SITES:
        mention.sites = counted
        return
    party = scene.party(at)
    target = (
        _target(scene, at) if mention.type not in {EventType.SANCTION, EventType.AID} and mention.frame.name not in _NO_TARGETS else None
    )
    weapon = scene.thing(at, "weapons") if role == "recipient" else None
    place = scene.place(at)
    if role == "actor":
        if party is not None and party.kind is not Kind.MEDIA:
            add_parties(mention.actors, scene.together[scene.extent(at)])
        elif party is None and (owner := scene.owners.get(scene.extent(at))) is not None and owner.kind is not Kind.MEDIA:
            add_parties(mention.actors, [owner])  # "American and British warplanes"
        _use_craft(scene, at, mention)
        return
    if role == "place":
        locate(scene, at, mention)
        return
    for member in scene.places_within(at):
        add_spans(mention.places, [member])
    if weapon is not None and mention.frame.name in {"shootdown", "coerce_seize"}:
        add_spans(mention.targets, [Thing(weapon.text, weapon.category, weapon.start, weapon.end)])
    elif party is None and target is None and place is None and scene.nation(at) is not None:
        add_parties(mention.recipients, [scene.nation(at)])  # type: ignore[list-item]
    elif weapon is not None and mention.frame.name in {
        "throw",
        "plant",
        "drone",
        "detonate",
        "shelling",
        "missile",
        "shooting",
        "grenade",
        "airstrike",
    }:
        use(scene, mention, weapon)
    elif target is not None and place is None:
        add_spans(mention.targets, [_described(scene, at, target)])
        owner = _target_owner(scene, at)
        if owner is not None:
            add_parties(mention.recipients, [owner])
    where = mention.type is not EventType.SANCTION and scene.governor(at) in LOCATIVE
    if party is not None and party.kind is not Kind.MEDIA and not (place is not None and party.kind is Kind.GOVERNMENT and where):
        if place is not None and party.kind is Kind.GOVERNMENT and mention.type in {EventType.ASSAULT, EventType.PROTEST}:
            return
        add_parties(mention.recipients, [party])


def _use_craft(scene: Scene, at: int, mention: Mention) -> None:
    """ "Warplanes carried out raids": aircraft and drones that act are what it was done with."""
    weapon = scene.thing(at, "weapons")
    if weapon is not None and weapon.category in {"aircraft", "drone"}:
        use(scene, mention, weapon)


_PIECES = frozenset("section part stretch portion wing entrance gate perimeter roof edge outskirts number".split())


def _target(scene: Scene, at: int) -> Thing | None:
    """The thing that a phrase names, or names a piece of: "a section of the oil pipeline"."""
    target = scene.thing(at, "targets")
    chain = scene.chain(at)
    if target is None and chain and chain[0][0] == "of" and (scene.head(at) in _PIECES or scene.is_number(at)):
        return next((found for member in chain[0][1] if (found := scene.thing(member, "targets")) is not None), None)
    return target


def _described(scene: Scene, at: int, target: Thing) -> Thing:
    """ "What it claimed were terrorist sites": the description is the party's who gave it."""
    for number, clause in enumerate(scene.parse.clauses):
        del number
        verb = clause.verb
        if (
            verb < at
            and at - verb <= 4
            and scene.phrase(verb).lemma in {"call", "claim", "describe", "say", "term", "dub", "be", "consider"}
        ):
            what = next((p for p in range(max(0, verb - 4), verb) if scene.phrase(p).kind == "WH" and scene.lowers(p) == ["what"]), None)
            if what is not None and clause.subjects:
                speaker = next((scene.party(p) for p in range(what + 1, at) if scene.party(p) is not None), None)
                return Thing(target.text, target.category, target.start, target.end, speaker)
    return target


def _target_owner(scene: Scene, at: int) -> Party | None:
    """ "A convoy of the Central Reserve Police Force", "an army post": whose target it is."""
    for word, members in scene.chain(at)[:1]:
        if word in {"of", "carrying", "belonging", "from"}:
            for member in members:
                party = scene.party(member)
                if party is not None and scene.place(member) is None:
                    return party
    phrase = scene.phrase(at)
    for place in range(phrase.start, phrase.head):
        token = scene.tokens[place]
        own = scene.owners.get((token.start, token.end))
        if own is not None:
            return own
    return None


def use(scene: Scene, mention: Mention, weapon: Thing) -> None:
    """A weapon was used: it is recorded, and says something of the tactics."""
    if mention.type not in {EventType.ASSAULT, EventType.PROTEST, EventType.COERCE}:
        return
    add_spans(mention.weapons, [weapon])
    things = scene.words.things
    tactic = things.tactics.get(weapon.category)
    quote = scene.reading.document.quote(weapon.start, weapon.end)
    if tactic is not None and mention.type is EventType.ASSAULT and mention.frame.name not in {"shootdown", "arrest"}:
        if tactic == "explosion" and {"ied", "vehicle_bombing", "suicide_bombing", "landmine", "grenade"} & set(mention.tactics):
            return
        mention.tactics.setdefault(tactic, quote)
        if tactic in {
            "ied",
            "vehicle_bombing",
            "suicide_bombing",
            "landmine",
            "grenade",
            "airstrike",
            "shelling",
        } and mention.frame.tactics != ("explosion",):
            mention.tactics.pop("explosion", None)
    mention.mode = things.modes.get(weapon.category, mention.mode) if mention.mode in {None, "explosives"} else mention.mode
