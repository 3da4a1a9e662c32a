"""Event verbs -> mentions: "gunmen attacked a post", "three people were killed", "a bomb went off".

Rules. A verb's subject is the actor and its object the recipient, the other way round in the passive; "by" names the actor. A weapon as
subject is what it was done with. Verbs of many senses ("seize", "release", "hit") need the right kind of object. A verb that tells only
what befell people belongs to the happening beside it (joining.py).
"""

from __future__ import annotations

from ascribe.extract.aggregates import told_together
from ascribe.extract.casualties import add_casualty, add_people, counted_people, is_civilian, named_people
from ascribe.extract.counts import number
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.roles import circumstances, fill, find_campaign, use
from ascribe.extract.scene import Scene
from ascribe.extract.senses import sense_fits
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Side, Thing
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Frame
from ascribe.model.parties import ARMED, Kind, Party


def from_verbs(scene: Scene) -> list[Mention]:
    found = []
    for place, clause in enumerate(scene.parse.clauses):
        hit = _verb_frame(scene, clause)
        if hit is None:
            continue
        frame, last = hit
        verb = scene.phrase(clause.verb)
        start, end = scene.tokens[verb.head].start, scene.tokens[max(last, verb.head + 1) - 1].end
        mention = Mention(scene.number, start, end, frame, frame.type, frame.mode, place)
        first, stop = scene.clause_tokens(place)
        mention.extent = (scene.tokens[first].start, max(end, scene.tokens[stop - 1].end))
        quote = scene.reading.document.quote(start, end)
        for tactic in frame.tactics:
            mention.tactics.setdefault(tactic, quote)
        if not (clause.subjects or clause.objects or clause.preps) or not _roles(scene, clause, mention):
            continue
        _suicide_bomber(scene, clause, mention)
        _together(scene, clause, mention)
        circumstances(scene, place, mention)
        find_campaign(scene, mention)
        _told_times(scene, clause, mention)
        told_together(scene, mention)
        if (
            mention.is_toll
            and mention.casualties
            and any(scene.is_none(at) for at in clause.subjects)
            and all(c.count.figures == (0, 0, 0) for c in mention.casualties)
        ):
            mention.reference = "toll"
        if _goes_on(scene, clause, mention):
            mention.reference = "definite"
        if any(_says_another(scene, at) for at in (*clause.subjects, *clause.objects)) or _opens_another(scene):
            mention.reference = "another"
        mention.negated = (
            verb.negated
            or (not mention.is_toll
            and mention.frame.effect is not None
            and any(scene.is_none(at) for at in (*clause.subjects, *clause.objects)))
        )
        found.append(mention)
    return found


def _suicide_bomber(scene: Scene, clause: Clause, mention: Mention) -> None:
    """ "A suicide bomber struck": who the subject is says how it was done."""
    if mention.type is EventType.ASSAULT and not scene.phrase(clause.verb).passive:
        for at in clause.subjects:
            if scene.lowers(at)[-2:] in (["suicide", "bomber"], ["suicide", "bombers"]):
                mention.tactics.setdefault("suicide_bombing", scene.phrase_quote(at))
                mention.mode = "suicide-attack"


def _goes_on(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """ "The attackers threw grenades".

    Whoever was told of before goes on with what was told before, unless another day or place is named.
    """
    if (
        mention.type is not EventType.ASSAULT
        or scene.phrase(clause.verb).passive
        or mention.times
        or mention.places
        or mention.reference != "verb"
    ):
        return False
    words = [scene.lowers(at) for at in clause.subjects]
    return bool(words) and all((said[0] == "the" and said[-1] in _UNNAMED) or (len(said) > 1 and said[:2] == ["the", "men"]) for said in words)


_UNNAMED = frozenset(
    "attackers gunmen assailants men bombers raiders assailant gunman attacker bomber hijackers kidnappers mob shooter intruders".split()
)


def _told_times(scene: Scene, clause: Clause, mention: Mention) -> None:
    """ "Hit rebel positions 12 times": how often it was done."""
    if mention.type is not EventType.ASSAULT or mention.frame.name not in {
        "attack",
        "target",
        "bombing",
        "shelling",
        "raid",
        "clash",
        "ambush",
        "impact",
    }:
        return
    _, last = scene.clause_tokens(scene.parse.clauses.index(clause))
    for at in range(scene.phrase(clause.verb).end, min(last, len(scene.tokens))):
        value = number(scene.tokens[at - 1].lower) if scene.tokens[at].lower == "times" else None
        if value is not None and value > 1:
            quote = scene.quote(at - 1, at)
            mention.occurrences = Count(value, value, value, quote.exact, quote.start, quote.end)
            mention.granularity = Granularity.AGGREGATE


def _says_another(scene: Scene, at: int) -> bool:
    """ "A second bomb", "another group of gunmen"."""
    words = scene.lowers(at)[:3]
    return bool({"another", "second", "third", "separate"} & set(words)) and words[0] not in {"the", "these"}


def _opens_another(scene: Scene) -> bool:
    """The sentence opens with "In a separate incident", "Elsewhere"."""
    words = [token.lower for token in scene.tokens[:6]]
    if words[:4] == ["earlier", "in", "the", "day"] or words[:3] in (
        ["earlier", "that", "day"],
        ["on", "the", "same"],
        ["later", "that", "day"],
    ):
        return True
    return (
        words[0] in {"elsewhere", "separately"}
        or (bool({"separate", "another"} & set(words[:4]))
        and words[0] in {"in", "on", "a", "another", "at"})
    )


def _verb_frame(scene: Scene, clause: Clause) -> tuple[Frame, int] | None:
    """The frame of a clause's verb, and the token behind its last word."""
    verb = scene.phrase(clause.verb)
    events = scene.words.events
    for phrasal in events.phrasal.get(verb.lemma, ()):
        last = _follows(scene, clause, phrasal.words)
        if last and not (verb.lemma == "detonate" and phrasal.frame.name == "suicide" and not _wears_it(scene, clause)):
            return phrasal.frame, last
    frame = events.verbs.get(verb.lemma)
    if verb.lemma in _IMPACTS and not verb.passive and not any(scene.stands_for(at) is not None for at in clause.subjects):
        if any(scene.thing(at, "weapons") is not None for at in clause.subjects):
            return events.verbs["slam"], verb.head + 1
    if frame is None and not verb.passive and verb.lemma in _APPROACHES and verb.form != "infinitive":
        if any(scene.lowers(at)[-2:] == ["suicide", "bomber"] for at in clause.subjects):
            return events.verbs["suicide-bomb"], verb.head + 1
    if frame is None or frame.name == "impact":
        return None
    if verb.lemma == "fight" and not any(_is_armed_phrase(scene, at) for at in (*clause.subjects, *clause.objects)):
        return None
    return frame, verb.head + 1


def _wears_it(scene: Scene, clause: Clause) -> bool:
    """A vest or oneself is detonated, not a device left behind."""
    words = {word for at in clause.objects for word in scene.lowers(at)}
    return bool(words & {"vest", "vests", "belt", "belts", "himself", "herself", "themselves", "explosives"})


def _follows(scene: Scene, clause: Clause, words: tuple[str, ...]) -> int:
    """The words of a phrasal verb stand behind the verb, before or behind its object; in the passive its noun is the subject. 0: they do not.

    "Opened fire", "took 13 policemen hostage", "fired more than 100 rockets", "a curfew was imposed", "fired from the roof on a crowd".
    """
    verb = scene.phrase(clause.verb)
    if not words:
        return verb.head + 1
    last = scene.follows(verb.head, words, 3)
    if last:
        return last
    for at in clause.objects:
        phrase = scene.phrase(at)
        found = scene.follows(phrase.end - 1, words, 4 if words[0] == "for" else 2) or scene.follows(
            phrase.start - 1, words, phrase.end - phrase.start
        )
        chain = scene.chain(at)
        if not found and chain and chain[0][0] == "of":
            found = scene.follows(scene.phrase(chain[0][1][-1]).end - 1, words, 2) or scene.follows(phrase.end - 1, words, 4) * (
                len(words) == 1
            )
        if found:
            return found
    if len(words) == 1 and words[0] in {"on", "at", "into", "upon"}:
        return next((scene.phrase(prep).end for prep, _ in clause.preps if scene.preposition(prep) == words[0]), 0)
    if verb.passive and clause.subjects and words[0] not in {"up", "down", "off", "away"}:
        first = scene.phrase(clause.subjects[0]).start
        said = {token.lower for token in scene.tokens[first : verb.start]}
        if all(word in said or word + "s" in said for word in words):
            return verb.head + 1
    return 0


#: What a suicide bomber does when the attack itself goes without saying.
_APPROACHES = frozenset("walk drive enter ram rush approach run charge ride crash burst strike".split())
#: What bombs, shells and rockets do.
_IMPACTS = frozenset(
    "tear rip hit strike land fall crash slam wreck shake rock blast plough plow shatter destroy damage smash rain rattle".split()
)


def _is_armed_phrase(scene: Scene, at: int) -> bool:
    party = scene.party(at)
    return party is not None and party.kind in ARMED


def _roles(scene: Scene, clause: Clause, mention: Mention) -> bool:
    """Fill the roles from subject and object; False when the verb has another sense here."""
    verb = scene.phrase(clause.verb)
    frame = mention.frame
    agents, patients = scene.settle(clause.subjects), scene.settle(clause.objects)
    if verb.passive or (verb.form == "participle" and not clause.objects) or _shares_passive(scene, clause, frame):
        patients = [*agents, *(patients if verb.passive and frame.effect is None else ())]
        agents = [m for prep, members in clause.preps if scene.preposition(prep) == "by" for m in members]
    patients = _patients(scene, clause, mention, patients)
    if frame.subject in _READERS:
        return _READERS[frame.subject](scene, clause, agents, patients, mention)
    if not sense_fits(scene, clause, agents, patients, mention):
        return False
    if verb.lemma == "leave":
        return _left(scene, clause, agents, mention)
    for at in agents:
        _agent(scene, at, mention)
    for at in patients:
        event = scene.stands_for(at)
        if event is not None:
            mention.links.append(event)
            continue
        if mention.frame.effect is not None and (scene.people(at) or (scene.party(at) is None and scene.is_somebody(at))):
            add_people(scene, at, mention, mention.frame.effect)
        for whom in named_people(scene, at):
            fill(scene, whom, mention, "recipient")
            if mention.frame.effect is not None and scene.party(whom) is None and scene.is_name(whom):
                add_parties(mention.recipients, [Party(scene.text(whom), *scene.extent(whom), kind=Kind.PERSON)])
    _beneficiaries(scene, clause, mention)
    _swap_reflexive(mention)
    return True


def _shares_passive(scene: Scene, clause: Clause, frame: Frame) -> bool:
    """ "Were killed or / wounded".

    The second verb takes over the first one's passive; "two fishermen shot dead" in a headline is passive too.
    """
    verb = scene.phrase(clause.verb)
    if verb.lemma == "burn" and not clause.objects and frame.effect == "killed":
        return True  # "burned to death in their car"
    headline = verb.form == "finite" and verb.end - verb.start == 1 and scene.parse.tags[verb.head] in {"VBD", "VBN"} and not clause.objects
    if headline and frame.effect is not None and frame.subject == "actor" and len(clause.subjects) == 1 and clause.link == "":
        return (
            scene.count(clause.subjects[0]) is not None
            and scene.people(clause.subjects[0])
            and not any(c.verb != clause.verb for c in scene.parse.clauses)
        )
    if clause.link != "and" or clause.parent is None or clause.objects or frame.effect is None:
        return False
    parent = scene.parse.clauses[clause.parent]
    return verb.end - verb.start == 1 and scene.phrase(parent.verb).passive and parent.subjects == clause.subjects


def _patients(scene: Scene, clause: Clause, mention: Mention, patients: list[int]) -> list[int]:
    """To whom it was done where the parse names no object: "have abducted or killed thousands", "stabbed to death two soldiers"."""
    verb = scene.phrase(clause.verb)
    if (
        clause.link == "relative"
        and not verb.passive
        and mention.frame.subject == "actor"
        and not any(scene.is_somebody(at) for at in patients)
    ):
        whom = _antecedent(scene, clause)
        if whom is not None:
            return [whom]
    if patients or verb.passive:
        return patients
    if verb.lemma == "let":
        return [
            at for later in scene.parse.clauses if clause.verb < later.verb <= clause.verb + 2 for at in later.subjects if at > clause.verb
        ]
    if _or_next(scene, clause):
        later = next((c for c in scene.parse.clauses if c.verb == clause.verb + 2), None)
        return scene.settle(later.objects) if later is not None else []
    if mention.frame.effect is not None and mention.end > scene.tokens[verb.head].end:
        behind = next(
            (prep for prep, _ in clause.preps if prep > clause.verb and scene.tokens[scene.phrase(prep).start].start < mention.end), None
        )
        if (
            behind is not None
            and behind + 1 < len(scene.parse.phrases)
            and scene.phrase(behind + 1).end > scene.phrase(behind + 1).start + 1
        ):
            return scene.settle([behind + 1])
        if behind is not None and behind + 2 < len(scene.parse.phrases) and scene.phrase(behind + 2).kind == "NP":
            return scene.settle([behind + 2])  # "stabbed / to / death / two soldiers"
    return patients


def _antecedent(scene: Scene, clause: Clause) -> int | None:
    """Whom a relative clause is about when its subject is another: "two nurses, whom the ELN had abducted"."""
    if not clause.subjects:
        return None
    before = min(clause.subjects) - 1
    if before < 1 or scene.phrase(before).kind != "WH" or scene.lowers(before)[0] not in {"whom", "that", "which", "who"}:
        return None
    at = before - 2 if scene.is_comma(before - 1) else before - 1
    while at >= 2 and scene.phrase(at - 1).kind == "P" and scene.phrase(at - 2).kind == "NP":
        at -= 2
    return at if at >= 0 and scene.phrase(at).kind == "NP" and scene.is_somebody(at) else None


def _or_next(scene: Scene, clause: Clause) -> bool:
    """ "Killed or / wounded": another verb of harm is joined on by "or"."""
    phrases = scene.parse.phrases
    at = clause.verb
    return at + 2 < len(phrases) and phrases[at + 1].kind == "CC" and scene.lowers(at + 1) == ["or"] and phrases[at + 2].kind == "VG"


def _together(scene: Scene, clause: Clause, mention: Mention) -> None:
    """Effects told together have no figure each: "killed or wounded 100", "abducted or killed thousands" are 100, thousands of victims."""
    phrases = scene.parse.phrases
    other = clause.verb + 2 if _or_next(scene, clause) else None
    if other is None and clause.verb >= 2 and phrases[clause.verb - 1].kind == "CC" and scene.lowers(clause.verb - 1) == ["or"]:
        other = clause.verb - 2
    if other is None or phrases[other].kind != "VG":
        return
    frame = scene.words.events.verbs.get(phrases[other].lemma)
    if frame is None or frame.effect is None or frame.effect == mention.frame.effect or not mention.casualties:
        return
    mention.victims = mention.casualties[0].count
    mention.casualties.clear()


def _beneficiaries(scene: Scene, clause: Clause, mention: Mention) -> None:
    """Who got the aid: "delivered food to displaced people"."""
    if mention.type is not EventType.AID:
        return
    mention.recipients.clear()
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"to", "for"}:
            add_parties(mention.recipients, [party for at in members if (party := scene.party(at)) is not None])


_LEFT = {
    "dead": Effect.KILLED,
    "killed": Effect.KILLED,
    "injured": Effect.INJURED,
    "wounded": Effect.INJURED,
    "hurt": Effect.INJURED,
    "missing": Effect.MISSING,
}


def _left(scene: Scene, clause: Clause, agents: list[int], mention: Mention) -> bool:
    """ "Left three people dead and 22 injured": each number goes with the word behind or in it."""
    for at in agents:
        _agent(scene, at, mention)
    found = False
    last = clause.verb
    for at in range(clause.verb + 1, len(scene.parse.phrases)):
        phrase = scene.phrase(at)
        if (phrase.kind in {"VG", "SUB"} and found) or phrase.kind == "WH":
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


def _agent(scene: Scene, at: int, mention: Mention) -> None:
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
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"from", "by"}:
            for at in members:
                fill(scene, at, mention, "actor")
    if verb.lemma == "come" and any(
        (party := scene.party(at)) is not None and party.kind in {Kind.GOVERNMENT, Kind.PERSON, Kind.BUSINESS} for at in subjects
    ):
        return False
    return bool(mention.weapons or mention.links) or (verb.lemma == "come" and bool(mention.targets or mention.recipients or mention.actors))


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
    for at in (*agents, *patients):
        fill(scene, at, mention, "actor")
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"with", "between", "against"}:
            for at in members:
                fill(scene, at, mention, "actor")
    armed = any(p.kind in ARMED | {Kind.UNKNOWN, Kind.PROTESTERS, Kind.RIOTERS} for p in mention.actors)
    return armed or (verb.lemma in {"clash", "skirmish", "exchange", "trade"} and bool(mention.actors))


_READERS = {"weapon": _explosion, "victim": _suffered, "sides": _sides, "struck": _struck}


def _swap_reflexive(mention: Mention) -> None:
    """Nobody is actor and recipient of one deed unless the text says so; a party in both is its actor."""
    keys = {party.key for party in mention.actors if party.id}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]
