"""Event verbs -> mentions: "gunmen attacked a post", "three people were killed", "a bomb went off".

Rules. A verb's subject is the actor and its object the recipient, the other way round in the passive; "by" names the actor. A weapon as subject
is what it was done with. Verbs of many senses ("seize", "release", "hit") need the right kind of object. A verb that tells only what befell
people belongs to the happening beside it (joining.py).
"""

from __future__ import annotations

from ascribe.extract.casualties import add_casualty, add_people, counted_people, is_civilian, named_people
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.roles import circumstances, fill, find_campaign, use
from ascribe.extract.scene import Scene
from ascribe.model.claims import Casualty, Effect, EventType, Side, Thing
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Frame
from ascribe.model.parties import ARMED, Kind

_RELEASABLE = frozenset({Kind.CIVILIANS, Kind.STATE_FORCES, Kind.REBEL_GROUP, Kind.PERSON, Kind.PROTESTERS, Kind.MEDIA, Kind.GOVERNMENT, Kind.UNKNOWN})


def from_verbs(scene: Scene) -> list[Mention]:
    found = []
    for number, clause in enumerate(scene.parse.clauses):
        hit = _verb_frame(scene, clause)
        if hit is None:
            continue
        frame, last = hit
        verb = scene.phrase(clause.verb)
        start, end = scene.tokens[verb.head].start, scene.tokens[max(last, verb.head + 1) - 1].end
        mention = Mention(scene.number, start, end, frame, frame.type, frame.mode, number)
        first, stop = scene.clause_tokens(number)
        mention.extent = (scene.tokens[first].start, max(end, scene.tokens[stop - 1].end))
        quote = scene.reading.document.quote(start, end)
        for tactic in frame.tactics:
            mention.tactics.setdefault(tactic, quote)
        if not _roles(scene, clause, mention):
            continue
        circumstances(scene, number, mention)
        find_campaign(scene, mention)
        if any(_says_another(scene, at) for at in (*clause.subjects, *clause.objects)) or _opens_another(scene):
            mention.reference = "another"
        mention.negated = verb.negated
        found.append(mention)
    return found


def _says_another(scene: Scene, at: int) -> bool:
    """ "A second bomb", "another group of gunmen"."""
    words = scene.lowers(at)[:3]
    return bool({"another", "second", "third", "separate"} & set(words)) and words[0] not in {"the", "these"}


def _opens_another(scene: Scene) -> bool:
    """The sentence opens with "In a separate incident", "Elsewhere"."""
    words = [token.lower for token in scene.tokens[:6]]
    return words[0] in {"elsewhere", "separately"} or bool({"separate", "another"} & set(words[:4])) and words[0] in {"in", "on", "a", "another", "at"}


def _verb_frame(scene: Scene, clause: Clause) -> tuple[Frame, int] | None:
    """The frame of a clause's verb, and the token behind its last word."""
    verb = scene.phrase(clause.verb)
    events = scene.words.events
    for phrasal in events.phrasal.get(verb.lemma, ()):
        last = scene.follows(verb.head, phrasal.words, 3) if phrasal.words else verb.head + 1
        if last:
            return phrasal.frame, last
        if verb.passive and len(phrasal.words) == 1 and any(phrasal.words[0] in scene.lowers(at) for at in clause.subjects) and phrasal.words[0] not in {"up", "down", "off"}:
            return phrasal.frame, verb.head + 1
    frame = events.verbs.get(verb.lemma)
    if verb.lemma in _IMPACTS and not verb.passive and any(scene.thing(at, "weapons") is not None for at in clause.subjects):
        return events.verbs["explode"], verb.head + 1
    if frame is None:
        return None
    if verb.lemma == "fight" and not any(_is_armed_phrase(scene, at) for at in (*clause.subjects, *clause.objects)):
        return None
    return frame, verb.head + 1


#: What bombs, shells and rockets do.
_IMPACTS = frozenset("tear rip hit strike land fall crash slam wreck shake rock blast plough plow shatter destroy".split())


def _is_armed_phrase(scene: Scene, at: int) -> bool:
    party = scene.party(at)
    return party is not None and party.kind in ARMED


def _roles(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Fill the roles from subject and object; False when the verb has another sense here."""
    verb = scene.phrase(clause.verb)
    frame = mention.frame
    name = frame.name
    agents, patients = list(clause.subjects), list(clause.objects)
    if verb.passive or verb.form == "participle" and not clause.objects:
        patients = [*clause.subjects, *(() if verb.passive and clause.objects and frame.effect is None else ())]
        agents = [m for prep, members in clause.preps if scene.preposition(prep) == "by" for m in members]
    if frame.subject == "weapon":
        return _explosion(scene, agents or patients, patients if agents else [], clause, mention)
    if frame.subject == "victim":
        return _suffered(scene, agents or patients, clause, mention)
    if frame.subject == "sides":
        return _sides(scene, clause, agents, patients, mention)
    if not _sense_fits(scene, name, agents, patients, mention):
        return False
    if {"bomb", "disposal", "sappers", "sapper"} & {word for at in agents for word in scene.lowers(at)} and _by_state(scene, agents) and name in {"explode", "bombing", "destruction", "detonate"}:
        return False  # a controlled explosion
    if verb.lemma == "leave":
        return _left(scene, clause, agents, mention)
    for at in agents:
        _agent(scene, at, mention)
    for at in patients:
        if scene.event(at) is not None:
            mention.links.append(at)
            continue
        if frame.effect is not None and scene.people(at):
            add_people(scene, at, mention, frame.effect)
        for whom in named_people(scene, at):
            fill(scene, whom, mention, "recipient")
    _swap_reflexive(scene, mention)
    return True


_LEFT = {"dead": Effect.KILLED, "killed": Effect.KILLED, "injured": Effect.INJURED, "wounded": Effect.INJURED, "hurt": Effect.INJURED, "missing": Effect.MISSING}


def _left(scene: Scene, clause: Clause, agents: list[int], mention: Mention) -> bool:
    """ "Left three people dead and 22 injured": each number goes with the word behind or in it."""
    for at in agents:
        _agent(scene, at, mention)
    found = False
    last = clause.verb
    for at in range(clause.verb + 1, len(scene.parse.phrases)):
        phrase = scene.phrase(at)
        if phrase.kind in {"VG", "SUB"} and found or phrase.kind == "WH":
            break
        if phrase.kind != "NP":
            continue
        words = [token.lower for token in scene.tokens[phrase.start : min(phrase.end + 1, len(scene.tokens))]]
        effect = next((_LEFT[word] for word in reversed(words) if word in _LEFT), None)
        if effect is None and at + 2 < len(scene.parse.phrases) and scene.phrase(at + 1).kind == "P":
            continue
        who, counted, whom = counted_people(scene, at)
        if effect is not None and counted is not None:
            add_casualty(mention, Casualty(effect, who, Side.UNKNOWN, is_civilian(scene.party(whom), who), counted))
            fill(scene, whom, mention, "recipient")
            found = True
            last = at
    mention.extent = (mention.extent[0], max(mention.extent[1], scene.extent(last)[1]))
    return found


def _sense_fits(scene: Scene, name: str, agents: list[int], patients: list[int], mention: Mention) -> bool:
    """Verbs of many senses need the right kind of object."""
    if name == "release":
        return any(_releasable(scene, at) for at in patients)
    if name == "seizure":
        if any(scene.people(at) for at in patients):
            mention.frame = scene.words.events.verbs["abduct"] if not _by_state(scene, agents) else scene.words.events.verbs["arrest"]
            mention.type, mention.mode = mention.frame.type, mention.frame.mode
            quote = scene.reading.document.quote(mention.start, mention.end)
            mention.tactics.clear()
            mention.tactics.update(dict.fromkeys(mention.frame.tactics, quote))
            return True
        if any(scene.place(at) is not None or scene.thing(at, "targets") is not None for at in patients):
            return True
        if any(scene.thing(at, "weapons") is not None for at in patients):
            mention.type, mention.mode = EventType.COERCE, "seize"
            mention.tactics.clear()
            return True
        return bool({"control", "over"} & {scene.head(at) for at in patients}) or any(
            scene.head(at) in {"town", "city", "village", "territory", "area", "areas", "villages", "towns", "positions", "ground", "control", "posts", "border"} for at in patients
        )
    if name == "mobilize":
        return any(scene.people(at) or scene.head(at) in {"troops", "forces", "reinforcements", "soldiers", "police", "warships"} for at in (*patients, *agents))
    if name in {"target"}:
        return any(scene.people(at) or scene.thing(at, "targets") or scene.place(at) for at in patients) and bool(agents or patients)
    if name == "destruction":
        return bool(patients)
    if name == "aid":
        goods = {word for at in patients for word in scene.lowers(at)} | {word for at in patients for _, ms in scene.chain(at) for m in ms for word in scene.lowers(m)}
        return bool(goods & _GOODS) or not patients
    if name == "disarm":
        return any(scene.people(at) for at in (*agents, *patients))
    if name == "protest":
        return any(scene.people(at) for at in agents) or not agents
    if name == "attack":
        return bool(agents or patients)
    return True


_GOODS = frozenset(
    "food aid medical medicine medicines supplies relief flour tents blankets rations water assistance humanitarian doctors medics nurses ambulances wheat rice maize "
    "cereals lorries trucks convoy plane fuel shelter blood treatment rescue rescuers teams vaccines kits wounded plumpy'nut biscuits".split()
)


def _releasable(scene: Scene, at: int) -> bool:
    """People, not a video or a statement."""
    party = scene.party(at)
    if scene.head(at) in scene.words.roles.spokes or scene.head(at) in {"video", "statement", "report", "footage", "list"}:
        return False
    return scene.people(at) and (party is None or party.kind in _RELEASABLE)


def _by_state(scene: Scene, agents: list[int]) -> bool:
    return any((party := scene.party(at)) is not None and party.kind in {Kind.STATE_FORCES, Kind.GOVERNMENT} for at in agents)


def _agent(scene: Scene, at: int, mention: Mention) -> None:
    """A subject: the one who did it, the weapon it was done with, or the happening that had this effect."""
    if scene.event(at) is not None:
        mention.links.append(at)
        return
    weapon = scene.thing(at, "weapons")
    if weapon is not None:
        use(scene, mention, weapon)
        nation = scene.party(at)
        if nation is not None and nation.kind in {Kind.STATE_FORCES, Kind.EXTERNAL_FORCES, Kind.REBEL_GROUP, Kind.GOVERNMENT}:
            add_parties(mention.actors, [nation])
        return
    fill(scene, at, mention, "actor")
    head = scene.head(at)
    if head in {"bomber", "bombers"} and "suicide" in scene.lowers(at):
        mention.tactics.setdefault("suicide_bombing", scene.phrase_quote(at))
        mention.mode = "suicide-attack"
    elif head in {"sniper", "snipers"}:
        mention.tactics.setdefault("sniper", scene.phrase_quote(at))


def _explosion(scene: Scene, subjects: list[int], objects: list[int], clause: Clause, mention: Mention) -> bool:
    """A bomb went off; a truck packed with explosives blew up; militants blew up a bridge."""
    exploded = False
    for at in subjects:
        weapon = scene.thing(at, "weapons")
        words = scene.lowers(at)
        if weapon is not None:
            use(scene, mention, weapon)
            exploded = True
        elif words[-1] in scene.words.things.vehicles or words[-1].rstrip("s") in scene.words.things.vehicles:
            quote = scene.phrase_quote(at)
            add_spans(mention.weapons, [Thing(quote.exact, "car bomb", quote.start, quote.end)])
            mention.tactics.setdefault("vehicle_bombing", quote)
            exploded = True
        elif {"suicide"} & set(words) and words[-1] in {"bomber", "bombers", "attacker", "attackers"}:
            mention.tactics.setdefault("suicide_bombing", scene.phrase_quote(at))
            mention.mode = "suicide-attack"
            exploded = True
        elif scene.party(at) is not None and (objects or clause.objects):
            fill(scene, at, mention, "actor")
            exploded = True
        elif scene.thing(at, "targets") is not None and not objects:
            add_spans(mention.targets, [scene.thing(at, "targets")])  # type: ignore[list-item]
            exploded = True
    if not exploded and not subjects and clause.link in {"participle", "relative", ""}:
        exploded = bool(clause.objects)
    for at in objects or clause.objects:
        if at not in subjects:
            fill(scene, at, mention, "recipient")
            weapon = scene.thing(at, "weapons")
            if weapon is not None:
                use(scene, mention, weapon)
    return exploded


def _suffered(scene: Scene, subjects: list[int], clause: Clause, mention: Mention) -> bool:
    """People died, fled or went missing."""
    touched = False
    for at in subjects:
        if scene.people(at) or (scene.count(at) is not None and scene.event(at) is None and scene.thing(at, "targets") is None):
            touched = True
            if mention.frame.effect:
                add_people(scene, at, mention, mention.frame.effect)
            if mention.frame.name != "flee":
                fill(scene, at, mention, "recipient")
    if mention.frame.name == "flee" and not mention.casualties:
        return False
    if mention.frame.name in {"die", "missing"} and not mention.casualties and not any(scene.people(at) for at in subjects):
        return False
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"in", "during", "from", "after", "when"}:
            mention.links.extend(member for member in members if scene.event(member) is not None)
    return touched


def _sides(scene: Scene, clause: Clause, agents: list[int], patients: list[int], mention: Mention) -> bool:
    """Both sides of a clash are actors."""
    verb = scene.phrase(clause.verb)
    for at in (*agents, *patients):
        fill(scene, at, mention, "actor")
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"with", "between", "against"}:
            for at in members:
                fill(scene, at, mention, "actor")
    armed = any(p.kind in ARMED | {Kind.UNKNOWN, Kind.PROTESTERS, Kind.RIOTERS} for p in mention.actors)
    return armed or verb.lemma in {"clash", "skirmish", "exchange", "trade"} and bool(mention.actors)


def _swap_reflexive(scene: Scene, mention: Mention) -> None:
    """Nobody is actor and recipient of one deed unless the text says so; a party in both is its actor."""
    keys = {party.key for party in mention.actors if party.id}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]
