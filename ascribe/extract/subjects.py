"""What the subject of a verb says of the deed: somebody acts, a weapon explodes, victims suffer, two sides clash.

Rules. A bomb goes off and nobody is named; a vehicle that blows up was a bomb. People who die or flee are recipients. Those who clash are
all actors. Gas cylinders and the bomb squad's explosions are no attacks, and who dies of an illness was not killed.
"""

from __future__ import annotations

from ascribe.extract.casualties import add_people, named_people
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.roles import fill, locate, use
from ascribe.extract.scene import Scene
from ascribe.model.claims import Thing
from ascribe.model.grammar import Clause
from ascribe.model.parties import ARMED, Kind


def agent(scene: Scene, at: int, mention: Mention) -> None:
    """A subject: the one who did it, the weapon it was done with, or the happening that had this effect."""
    event = scene.stands_for(at)
    if event is not None:
        mention.links.append(event)
        return
    weapon = scene.thing(at, "weapons")
    if weapon is not None:
        use(scene, mention, weapon)
        _whose_weapon(scene, at, mention)
        return
    fill(scene, at, mention, "actor")
    head = scene.head(at)
    if head in {"bomber", "bombers"} and "suicide" in scene.lowers(at):
        mention.tactics.setdefault("suicide_bombing", scene.phrase_quote(at))
        mention.mode = "suicide-attack"
    elif head in {"sniper", "snipers"}:
        mention.tactics.setdefault("sniper", scene.phrase_quote(at))


def _whose_weapon(scene: Scene, at: int, mention: Mention) -> None:
    """ "An IRA bomb", "Israeli aircraft": who is named before a weapon used it."""
    phrase = scene.phrase(at)
    owners = [
        scene.owners.get((token.start, end.end))
        for n, token in enumerate(scene.tokens[phrase.start : phrase.head])
        for end in scene.tokens[phrase.start + n : phrase.head]
    ]
    planted = [
        scene.party(member)
        for clause in scene.parse.clauses
        if at in clause.subjects and clause.link == "participle" and scene.phrase(clause.verb).lemma in _PLANTING
        for prep, members in clause.preps
        if scene.preposition(prep) == "by"
        for member in members
    ]
    armed = [party for party in (*planted, scene.party(at), *owners) if party is not None and party.kind in ARMED | {Kind.GOVERNMENT}]
    add_parties(mention.actors, armed[:1])


_PLANTING = frozenset("plant lay place hide set throw fire launch hurl leave bury detonate".split())


def _explosion(scene: Scene, clause: Clause, subjects: list[int], objects: list[int], mention: Mention) -> bool:
    """Something exploded: "a bomb went off", "a truck packed with explosives blew up", "militants blew up a bridge"."""
    if not subjects and not scene.phrase(clause.verb).passive:
        subjects = objects
    if not any(scene.thing(at, "weapons") is not None for at in subjects) and not objects and not clause.objects:
        subjects = _laid_before(scene, clause) or subjects
    exploded = [_explodes(scene, at, bool(objects or clause.objects), mention) for at in subjects]
    done = any(exploded) or (not subjects and bool(clause.objects or objects))
    for at in objects or clause.objects:
        if at in subjects:
            continue
        event = scene.stands_for(at)
        if event is not None:
            mention.links.append(event)
            continue
        if mention.frame.effect is None and scene.people(at) and _IMPACT_EFFECTS.get(scene.phrase(clause.verb).lemma):
            add_people(scene, at, mention, _IMPACT_EFFECTS[scene.phrase(clause.verb).lemma])
        fill(scene, at, mention, "recipient")
        weapon = scene.thing(at, "weapons")
        if weapon is not None:
            use(scene, mention, weapon)
            done = True
    return done and not _is_disposal(scene, subjects) and _is_charge(scene, mention)


_IMPACT_EFFECTS = {"hit": "injured"}


def _laid_before(scene: Scene, clause: Clause) -> list[int]:
    """The weapon of a participle between subject and verb: "a device laid by the rebels / went off"."""
    for other in scene.parse.clauses:
        if other.link == "participle" and clause.verb - 6 <= other.verb < clause.verb and scene.phrase(other.verb).lemma in _PLANTING:
            return [at for at in other.subjects if scene.thing(at, "weapons") is not None]
    return []


def _explodes(scene: Scene, at: int, has_object: bool, mention: Mention) -> bool:
    """The subject can explode, or can make something explode."""
    weapon = scene.thing(at, "weapons")
    words = scene.lowers(at)
    if weapon is not None:
        use(scene, mention, weapon)
        _whose_weapon(scene, at, mention)
        return True
    if words[-1] in scene.words.things.vehicles or words[-1].rstrip("s") in scene.words.things.vehicles:
        if has_object:
            return False
        quote = scene.phrase_quote(at)
        add_spans(mention.weapons, [Thing(quote.exact, "car bomb", quote.start, quote.end)])
        mention.tactics.setdefault("vehicle_bombing", quote)
        return True
    if "suicide" in words and words[-1] in {"bomber", "bombers", "attacker", "attackers"}:
        mention.tactics.setdefault("suicide_bombing", scene.phrase_quote(at))
        mention.mode = "suicide-attack"
        return True
    target = scene.thing(at, "targets")
    if scene.party(at) is not None and has_object:
        fill(scene, at, mention, "actor")
        return True
    if target is not None:
        add_spans(mention.targets, [target])
        return True
    return False


def _is_disposal(scene: Scene, agents: list[int]) -> bool:
    """A controlled explosion: the bomb squad, sappers, engineers of the army."""
    words = {word for at in agents for word in scene.lowers(at)}
    return (
        bool(words & {"disposal", "sappers", "sapper", "deminers", "engineers"})
        or {"bomb", "squad"} <= words
        or any(scene.lowers(at)[-2:] == ["bomb", "squad"] for at in agents)
    )


def _is_charge(scene: Scene, mention: Mention) -> bool:
    """Gas cylinders, transformers and tyres explode without anybody's doing."""
    words = {token.lower for token in scene.tokens}
    return bool(mention.weapons or mention.actors) or not words & {
        "cylinder",
        "cylinders",
        "boiler",
        "transformer",
        "tyre",
        "gas",
        "fireworks",
        "firecrackers",
    }


def _struck(scene: Scene, clause: Clause, subjects: list[int], objects: list[int], mention: Mention) -> bool:
    """ "A truck ran over a mine", "the convoy came under fire from rebels": the subject suffers it."""
    verb = scene.phrase(clause.verb)
    for at in subjects:
        fill(scene, at, mention, "recipient")
    members = [*objects, *(at for _, members in clause.preps for at in members)]
    for at in members:
        weapon = scene.thing(at, "weapons")
        if weapon is not None:
            use(scene, mention, weapon)
        elif scene.event(at) is not None:
            mention.links.append(at)
    for prep, sources in clause.preps:
        if scene.preposition(prep) in {"from", "by"}:
            for at in sources:
                fill(scene, at, mention, "actor")
    if verb.lemma == "come" and any(
        (party := scene.party(at)) is not None and party.kind in {Kind.GOVERNMENT, Kind.PERSON, Kind.BUSINESS} for at in subjects
    ):
        return False
    return bool(mention.weapons or mention.links) or (
        verb.lemma == "come" and bool(mention.targets or mention.recipients or mention.actors)
    )


def _suffered(scene: Scene, clause: Clause, agents: list[int], patients: list[int], mention: Mention) -> bool:
    """People died, fled or went missing."""
    touched = False
    if _natural(scene, clause):
        return False
    for at in agents or patients:
        if scene.people(at) or (scene.count(at) is not None and scene.event(at) is None and scene.thing(at, "targets") is None):
            touched = True
            if mention.frame.effect:
                add_people(scene, at, mention, mention.frame.effect)
            if mention.frame.name != "flee":
                for whom in named_people(scene, at):
                    fill(scene, whom, mention, "recipient")
    if mention.frame.name in {"flee", "missing"} and not mention.casualties:
        return False
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"in", "during", "from", "after", "when"}:
            mention.links.extend(event for member in members if (event := scene.stands_for(member)) is not None)
    return touched


def _fallen(scene: Scene, clause: Clause, subjects: list[int], objects: list[int], mention: Mention) -> bool:
    """ "The town fell to the rebels", "their last stronghold had fallen": ground that was taken, and by whom."""
    del objects
    ground = [at for at in subjects if scene.place(at) is not None or scene.head(at) in _GROUND]
    for at in ground:
        if scene.place(at) is not None:
            locate(scene, at, mention)
        else:
            fill(scene, at, mention, "recipient")
    for prep, members in clause.preps:
        if scene.preposition(prep) == "to":
            for at in members:
                fill(scene, at, mention, "actor")
    taken = any(party.kind in ARMED for party in mention.actors)
    return bool(ground) and (taken or any(scene.head(at) in _STRONGHOLDS for at in ground))


#: Ground whose fall is told as of a war, whoever took it.
_STRONGHOLDS = frozenset("stronghold garrison bastion enclave".split())
_GROUND = _STRONGHOLDS | frozenset("town city village capital district base camp province island airport post".split())


def _natural(scene: Scene, clause: Clause) -> bool:
    """People die of illness, of old age and in their sleep."""
    near = {
        word
        for prep, members in clause.preps
        if scene.preposition(prep) in {"of", "from", "in", "after"}
        for at in members
        for word in scene.lowers(at)
    }
    return bool(near & _ILLS)


_ILLS = frozenset(
    "heart cancer illness disease cholera covid covid-19 malaria ebola stroke pneumonia age sleep heatstroke dehydration "
    "measles hunger starvation "
    "poisoning overdose hypothermia exposure complications".split()
)


def _sides(scene: Scene, clause: Clause, agents: list[int], patients: list[int], mention: Mention) -> bool:
    """Both sides of a clash are actors."""
    verb = scene.phrase(clause.verb)
    if (
        clause.verb >= 2
        and scene.governor(clause.verb) == "of"
        and scene.head(clause.verb - 2) in {"decades", "years", "months", "generations"}
    ):
        return False  # "four decades of fighting the guerrillas"
    for at in (*agents, *patients):
        fill(scene, at, mention, "actor")
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"with", "between", "against"}:
            for at in members:
                fill(scene, at, mention, "actor")
    if verb.lemma == "fight" and len(mention.actors) < 2 and scene.parse.tags[verb.head] in {"VBP", "VBZ", "VB"}:
        return False  # "they fight for the landless"
    armed = any(p.kind in ARMED | {Kind.UNKNOWN, Kind.PROTESTERS, Kind.RIOTERS} for p in mention.actors)
    return armed or (verb.lemma in {"clash", "skirmish", "exchange", "trade"} and bool(mention.actors))


READERS = {"weapon": _explosion, "victim": _suffered, "sides": _sides, "struck": _struck, "fallen": _fallen}
