"""Event words -> mentions: which words of a sentence tell of a happening, and who, whom, where, when, with what, how many.

Rules. A verb's subject is the actor and its object the recipient, the other way round in the passive; "by" names the actor. What is a thing is a
target, what explodes or is fired is a weapon, and a weapon used says something of the tactics. An event noun takes its roles from the
prepositions behind it ("attack by A on B in C"), from the words before it ("a Taliban attack", "Israeli airstrikes"), and from a verb that only
says that it was done ("carried out", "launched"). A verb that tells only what befell people belongs to the happening beside it. A weak word
makes no record without arms, harm or a warring party beside it.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.scene import LOCATIVE, PEOPLE_KINDS, Scene
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Modality, Side, Thing
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Frame
from ascribe.model.parties import ARMED, Kind, Party

#: Verbs that only say that something was done.
LIGHT = frozenset(
    "carry stage launch conduct mount commit perpetrate make execute unleash order wage lead begin resume intensify undertake start perform "
    "open step continue initiate renew claim coordinate plan plot foil prepare threaten direct sign call hold announce declare trigger".split()
)
#: Verbs by which an event noun happens.
_OCCUR = frozenset(
    "take occur happen break erupt come follow hit rock shake strike target leave kill injure wound destroy damage begin start continue last rage resume "
    "involve be intensify escalate flare spread ring claim".split()
)
_SEIZABLE = frozenset({"military site", "security post", "police station", "government building", "energy", "infrastructure", "transport", "business"})
#: Event nouns whose doer may stand right before them ("Israeli airstrikes", "a Taliban ambush").
_DOER_BEFORE = frozenset(
    "airstrike drone missile shelling raid offensive strike bombing attack ambush clash naval vehicle_bomb ied abduct shooting massacre suicide "
    "assassination withdraw mobilize sniper seizure".split()
)
_SERIES = frozenset("series wave spate string number succession campaign range surge rash dozens hundreds scores flurry upsurge rise spike round".split())
_SITES = frozenset("locations places sites areas districts villages towns cities provinces points localities communities positions".split())
_RELEASABLE = frozenset({Kind.CIVILIANS, Kind.STATE_FORCES, Kind.REBEL_GROUP, Kind.PERSON, Kind.PROTESTERS, Kind.MEDIA, Kind.GOVERNMENT, Kind.UNKNOWN})
_SYMMETRIC = frozenset({"sides"})


def mentions(scene: Scene) -> list[Mention]:
    """Every mention in one sentence, those that tell of one happening already joined."""
    found = [*_from_nouns(scene), *_from_verbs(scene)]
    found.sort(key=lambda mention: (mention.start, mention.end))
    return _joined(scene, found)


# --- nouns -------------------------------------------------------------------------------------------------------------------------------


def _from_nouns(scene: Scene) -> list[Mention]:
    found = []
    for at, phrase in enumerate(scene.parse.phrases):
        hit = scene.event(at)
        if hit is None:
            continue
        frame, first = hit
        if _figurative_noun(scene, at, frame):
            continue
        start, end = scene.tokens[first].start, scene.tokens[phrase.head].end
        mention = Mention(scene.number, start, end, frame, frame.type, frame.mode, scene.clause_of(at), at, noun=True)
        mention.extent = scene.extent(at)
        quote = scene.quote(first, phrase.head + 1)
        for tactic in frame.tactics:
            mention.tactics.setdefault(tactic, quote)
        _reference(scene, at, mention)
        _before_noun(scene, at, first, mention)
        _behind_noun(scene, at, mention)
        add_spans(mention.times, scene.noun_times(at))
        _governing_clause(scene, at, mention)
        _noun_effect(scene, at, mention)
        _campaign(scene, mention)
        _purpose(scene, mention)
        if not _is_told(scene, at, mention):
            continue
        found.append(mention)
    return found


def _figurative_noun(scene: Scene, at: int, frame: Frame) -> bool:
    """ "A strike rate", "strike action", "heart attack": no happening of ours."""
    words = scene.lowers(at)
    before = " ".join(words[:-1])
    if any(word in before.split() for word in ("heart", "panic", "verbal", "media", "legal", "court", "election", "electoral", "price", "court", "trade", "political", "personal", "advertising", "charm", "counter-attack")):
        return True
    if frame.name == "strike" and ({"hunger", "general", "lucky", "labour", "labor", "pay", "teachers", "doctors", "workers", "rail", "union", "nationwide"} & set(words)):
        return True
    return frame.name == "kill" and words[-1] in {"death", "deaths"} and scene.governor(at) in {"to", "from", "sentence"} and "of" not in words


def _reference(scene: Scene, at: int, mention: Mention) -> None:
    """How the noun points: the attack, an attack, another attack, attacks; and how many happenings it stands for."""
    phrase = scene.phrase(at)
    words = scene.lowers(at)
    first = words[0]
    head = words[phrase.head - phrase.start]
    is_plural = scene.parse.tags[phrase.head] == "NNS" or head in scene.words.events.plurals
    if {"another", "second", "third", "separate", "other", "fresh", "new", "further", "similar", "different", "additional", "more"} & set(words[:3]) and first not in {"the", "these"}:
        mention.reference = "another"
    elif first in {"the", "this", "that", "these", "those", "its", "their", "his"} and not ("second" in words or "other" in words):
        mention.reference = "definite"
    elif is_plural:
        mention.reference = "plural"
    else:
        mention.reference = "indefinite"
    if "second" in words or ("other" in words and not is_plural):
        mention.reference = "another"
    if scene.governor(at) == "in" and at >= 2 and scene.phrase(at - 2).kind == "NP" and scene.head(at - 2) in _SERIES:
        mention.reference = "definite"  # "the group's recent surge in attacks" looks back
    counted = scene.count(at)
    series = _series(scene, at)
    if mention.frame.name in {"kill", "die", "injure"}:
        return
    if counted is not None and is_plural and counted.figures != (0, 0, 0):
        mention.occurrences = counted
        mention.granularity = Granularity.AGGREGATE
    elif series is not None:
        mention.granularity = Granularity.AGGREGATE
        mention.occurrences = mention.occurrences or (series if isinstance(series, Count) else None)
    elif mention.frame.name in {"seizure", "destruction", "looting", "kill", "execution", "assassination"} and _plural_object(scene, at):
        mention.granularity = Granularity.AGGREGATE
    elif is_plural and mention.type in {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST} and mention.frame.name not in {"clash"}:
        mention.granularity = Granularity.AGGREGATE
    if mention.frame.granularity == "aggregate" and mention.frame.name in {"violence"}:
        mention.granularity = Granularity.AGGREGATE
    if counted is not None and counted.figures == (0, 0, 0):
        mention.negated = True


def _plural_object(scene: Scene, at: int) -> bool:
    """ "The seizure of security posts": the deed was done several times."""
    chain = scene.chain(at)
    return bool(chain) and chain[0][0] == "of" and any(
        scene.parse.tags[scene.phrase(member).head] == "NNS" and scene.thing(member, "targets") is not None for member in chain[0][1]
    )


def _series(scene: Scene, at: int) -> Count | bool | None:
    """ "A series of attacks", "dozens of attacks": several, told together."""
    if scene.governor(at) != "of" or at < 2 or scene.phrase(at - 2).kind != "NP":
        return None
    if scene.head(at - 2) in _SERIES:
        return scene.count(at - 2) or True
    tags = scene.parse.tags
    return scene.count(at - 2) if tags[scene.phrase(at - 2).head] == "CD" else None


def _before_noun(scene: Scene, at: int, first: int, mention: Mention) -> None:
    """What stands before the event noun in its phrase: an actor, a place, a weapon."""
    phrase = scene.phrase(at)
    stop = scene.tokens[phrase.head].end
    for weapon in scene.weapons_within(phrase.start, phrase.head + 1):
        _use(scene, mention, weapon)
    if at >= 2 and scene.phrase(at - 1).kind == "CC" and scene.phrase(at - 2).kind == "NP":
        weapon_before = scene.thing(at - 2, "weapons")  # "missile and drone strikes"
        if weapon_before is not None and any(scene.weapons_within(phrase.start, phrase.head + 1)):
            _use(scene, mention, weapon_before)
    for place in scene.places_within(at):
        if mention.type is not EventType.PROTEST or place.end <= stop:
            add_spans(mention.places, [place])
    place = first - 1
    while place >= phrase.start and scene.parse.tags[place] in {"JJ", "CD"} and (scene.tokens[place].start, scene.tokens[place].end) not in scene.owners:
        place -= 1
    doer = next((p for (_, end), p in scene.owners.items() if place >= phrase.start and end == scene.tokens[place].end), None)
    if doer is not None and scene.parse.tags[place] not in {"POS", "PP"} and mention.frame.name in _DOER_BEFORE:
        add_parties(mention.actors, [doer])
    owner = _owner(scene, at)
    if owner is not None and mention.type is not EventType.AGREE:
        if mention.frame.name in {"kill", "massacre", "assassination", "abduct", "arrest", "release", "execution", "torture"}:
            add_parties(mention.recipients, [owner])
        else:
            add_parties(mention.actors, [owner])


def _owner(scene: Scene, at: int) -> Party | None:
    """The owner in a possessive: "the group's attack", "their retreat"."""
    phrase = scene.phrase(at)
    for place in range(phrase.start, phrase.head):
        if scene.parse.tags[place] == "POS":
            return scene.owners.get((scene.tokens[phrase.start].start, scene.tokens[place - 1].end))
        if scene.parse.tags[place] == "PP":
            return scene.owners.get((scene.tokens[place].start, scene.tokens[place].end))
    return None


def _behind_noun(scene: Scene, at: int, mention: Mention) -> None:
    """The prepositional phrases behind the noun."""
    name = mention.frame.name
    for word, members in scene.chain(at):
        for member in members:
            if scene.event(member) is not None and word in {"of", "in", "on", "for", "after", "during", "from", "including", "to", "against", "with", "by"}:
                if word in {"in", "during"}:
                    mention.links.append(member)
                continue
            if word == "between":
                _fill(scene, member, mention, "actor")
            elif word == "by":
                _fill(scene, member, mention, "actor")
            elif word in {"on", "against", "at", "targeting", "into", "inside", "upon"}:
                _fill(scene, member, mention, "recipient")
            elif word == "of" and name in _OF_OBJECT:
                _fill(scene, member, mention, "recipient")
            elif word == "of" and mention.type in {EventType.PROTEST, EventType.RETREAT, EventType.MOBILIZE}:
                _fill(scene, member, mention, "recipient" if name == "release" else "actor")
            elif word in {"with", "using"}:
                weapon = scene.thing(member, "weapons")
                if weapon is not None:
                    _use(scene, mention, weapon)
                elif mention.frame.subject in _SYMMETRIC or mention.type in {EventType.AGREE, EventType.CONSULT}:
                    _fill(scene, member, mention, "actor")
            elif word in LOCATIVE:
                _locate(scene, member, mention)


_OF_OBJECT = frozenset(
    "kill murder massacre execution assassination abduct hostage arrest bombing shelling airstrike seizure destruction sabotage looting torture "
    "sexual release hijack displace arson raid beating drone sanction_convict restrict deport offensive attack explode coerce_seize mobilize".split()
)


def _governing_clause(scene: Scene, at: int, mention: Mention) -> None:
    """The verb that the noun belongs to: who carried it out, where and when."""
    if mention.clause is None:
        return
    clause = scene.parse.clauses[mention.clause]
    verb = scene.phrase(clause.verb)
    if at in clause.objects and verb.lemma in LIGHT and verb.form != "participle":
        if verb.lemma not in {"claim", "announce", "call", "declare", "trigger", "foil", "lead"} or mention.type not in {EventType.ASSAULT}:
            for subject in clause.subjects:
                _fill(scene, subject, mention, "actor")
        _circumstances(scene, mention.clause, mention, skip=at)
    elif at in clause.subjects and (verb.lemma in _OCCUR or verb.passive):
        if verb.passive and verb.lemma in LIGHT | {"blame", "claim", "attribute"}:
            for prep, members in clause.preps:
                if scene.preposition(prep) == "by":
                    for member in members:
                        _fill(scene, member, mention, "actor")
        _circumstances(scene, mention.clause, mention, skip=at)
        if verb.lemma in {"hit", "rock", "shake", "strike", "target"} and not verb.passive:
            for item in clause.objects:
                _fill(scene, item, mention, "recipient")
    elif at in clause.objects and verb.lemma in {"be", "have", "see", "suffer", "witness", "involve", "include"}:
        _circumstances(scene, mention.clause, mention, skip=at)
        for subject in clause.subjects:
            if verb.lemma in {"see", "witness", "suffer"}:
                _locate(scene, subject, mention)
    if verb.lemma in {"claim", "take", "accept", "admit", "deny", "blame", "accuse", "acknowledge", "condemn", "assume", "own"}:
        add_spans(mention.times, [time for time in scene.clause_time(mention.clause) if (time.start_offset or 0) < scene.tokens[verb.start].start])
    chained = {at, *(member for _, members in scene.chain(at) for member in members if scene.party(member) is None or scene.place(member) is not None)}
    participle = next(
        (c for c in scene.parse.clauses if (at in c.subjects or c.link == "relative" and chained & set(c.subjects)) and c.verb > at and c.link in {"participle", "relative"} and scene.phrase(c.verb).lemma in LIGHT | _OCCUR | {"blame", "attribute"}), None
    )
    if participle is not None and participle is not clause:
        number = scene.parse.clauses.index(participle)
        for prep, members in participle.preps:
            if scene.preposition(prep) == "by" and scene.phrase(participle.verb).lemma not in {"claim", "blame"}:
                for member in members:
                    _fill(scene, member, mention, "actor")
        _circumstances(scene, number, mention, skip=at)
    mention.extent = _widened(mention.extent, scene, mention.clause)


def _widened(extent: tuple[int, int], scene: Scene, clause: int) -> tuple[int, int]:
    first, last = scene.clause_tokens(clause)
    return min(extent[0], scene.tokens[first].start), max(extent[1], scene.tokens[last - 1].end)


def _campaign(scene: Scene, mention: Mention) -> None:
    """An operation's name as the source has it: "Operation Herof", an operation dubbed "Swords of Iron"."""
    tokens = scene.tokens
    for at, token in enumerate(tokens[:-1]):
        if token.text not in {"Operation", "OPERATION", "Campaign"}:
            continue
        stop = at + 1
        while stop < len(tokens) and stop - at < 5 and (tokens[stop].text[0].isupper() or tokens[stop].lower in {"of", "the", "al"}) and tokens[stop].text.isalpha():
            stop += 1
        while stop > at + 1 and tokens[stop - 1].lower in {"of", "the"}:
            stop -= 1
        if stop > at + 1:
            mention.campaign = scene.quote(at, stop)
            return


_PURPOSE = frozenset({"purpose", "aim", "goal", "objective", "intention", "object"})


def _purpose(scene: Scene, mention: Mention) -> None:
    """A purpose that is stated: "the purpose of these attacks was to ..."."""
    for clause in scene.parse.clauses:
        if any(scene.head(at) in _PURPOSE for at in clause.subjects):
            verb = scene.phrase(clause.verb)
            begin = verb.start + 1 if verb.lemma != "be" else verb.end
            end = len(scene.tokens) - 1 if scene.tokens[-1].text in ".!?" else len(scene.tokens)
            if begin < end:
                mention.purpose = scene.quote(begin, end)
                mention.extent = (mention.extent[0], scene.tokens[end - 1].end)


def _noun_effect(scene: Scene, at: int, mention: Mention) -> None:
    """ "The killing of 12 farmers", "the abduction of 20 pupils": people in an of-phrase are casualties."""
    if mention.frame.effect is None or mention.frame.name in {"injure"}:
        return
    for word, members in scene.chain(at):
        if word == "of":
            for member in members:
                _casualty(scene, member, mention, mention.frame.effect)
            break
    counted = scene.count(at)
    if counted is not None and mention.frame.name == "kill" and counted.figures != (0, 0, 0) and scene.head(at) in {"deaths", "killings", "murders"}:
        _add_casualty(mention, Casualty(Effect.KILLED, scene.text(at), Side.UNKNOWN, None, counted))


_TOLD_BY = frozenset(
    "agree sign announce declare reach broker begin start take hold open resume come extend observe accept conclude enter mediate call be end break "
    "collapse continue go meet stage complete order carry lead violate last expire fail offer propose reject prepare plan foil disperse join attend "
    "mark organise organize turn erupt sweep rock hit sign-up secure negotiate complete halt suspend confirm see follow grow spread block".split()
)


def _is_told(scene: Scene, at: int, mention: Mention) -> bool:
    """A ceasefire, talks, an accord, a protest are told when a verb says that they came about, not when they are spoken of."""
    if mention.type in {EventType.ASSAULT, EventType.COERCE, EventType.SANCTION}:
        return True
    if scene.governor(at) in {"of", "for", "about", "from", "to"} and mention.type is not EventType.PROTEST:
        return False
    if mention.clause is None:
        return False
    clause = scene.parse.clauses[mention.clause]
    lemma = scene.phrase(clause.verb).lemma
    if scene.phrase(clause.verb).negated:
        return False
    direct = at in clause.objects or at in clause.subjects
    return lemma in _TOLD_BY and (direct or mention.type is EventType.PROTEST) or mention.type is EventType.PROTEST and bool(mention.actors or mention.casualties)


def _says_another(scene: Scene, at: int) -> bool:
    """ "A second bomb", "another group of gunmen"."""
    words = scene.lowers(at)[:3]
    return bool({"another", "second", "third", "separate"} & set(words)) and words[0] not in {"the", "these"}


def _opens_another(scene: Scene) -> bool:
    """The sentence opens with "In a separate incident", "Elsewhere"."""
    words = [token.lower for token in scene.tokens[:6]]
    return words[0] in {"elsewhere", "separately"} or bool({"separate", "another"} & set(words[:4])) and words[0] in {"in", "on", "a", "another", "at"}


# --- verbs -------------------------------------------------------------------------------------------------------------------------------


def _from_verbs(scene: Scene) -> list[Mention]:
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
        _circumstances(scene, number, mention)
        _campaign(scene, mention)
        if any(_says_another(scene, at) for at in (*clause.subjects, *clause.objects)) or _opens_another(scene):
            mention.reference = "another"
        mention.negated = verb.negated
        found.append(mention)
    return found


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
            _casualty(scene, at, mention, frame.effect)
        for whom in _whom(scene, at):
            _fill(scene, whom, mention, "recipient")
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
        who, counted, whom = _people(scene, at)
        if effect is not None and counted is not None:
            _add_casualty(mention, Casualty(effect, who, Side.UNKNOWN, _civilian(scene.party(whom), who), counted))
            _fill(scene, whom, mention, "recipient")
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
        _use(scene, mention, weapon)
        nation = scene.party(at)
        if nation is not None and nation.kind in {Kind.STATE_FORCES, Kind.EXTERNAL_FORCES, Kind.REBEL_GROUP, Kind.GOVERNMENT}:
            add_parties(mention.actors, [nation])
        return
    _fill(scene, at, mention, "actor")
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
            _use(scene, mention, weapon)
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
            _fill(scene, at, mention, "actor")
            exploded = True
        elif scene.thing(at, "targets") is not None and not objects:
            add_spans(mention.targets, [scene.thing(at, "targets")])  # type: ignore[list-item]
            exploded = True
    if not exploded and not subjects and clause.link in {"participle", "relative", ""}:
        exploded = bool(clause.objects)
    for at in objects or clause.objects:
        if at not in subjects:
            _fill(scene, at, mention, "recipient")
            weapon = scene.thing(at, "weapons")
            if weapon is not None:
                _use(scene, mention, weapon)
    return exploded


def _suffered(scene: Scene, subjects: list[int], clause: Clause, mention: Mention) -> bool:
    """People died, fled or went missing."""
    touched = False
    for at in subjects:
        if scene.people(at) or (scene.count(at) is not None and scene.event(at) is None and scene.thing(at, "targets") is None):
            touched = True
            if mention.frame.effect:
                _casualty(scene, at, mention, mention.frame.effect)
            if mention.frame.name != "flee":
                _fill(scene, at, mention, "recipient")
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
        _fill(scene, at, mention, "actor")
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"with", "between", "against"}:
            for at in members:
                _fill(scene, at, mention, "actor")
    armed = any(p.kind in ARMED | {Kind.UNKNOWN, Kind.PROTESTERS, Kind.RIOTERS} for p in mention.actors)
    return armed or verb.lemma in {"clash", "skirmish", "exchange", "trade"} and bool(mention.actors)


def _swap_reflexive(scene: Scene, mention: Mention) -> None:
    """Nobody is actor and recipient of one deed unless the text says so; a party in both is its actor."""
    keys = {party.key for party in mention.actors if party.id}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]


# --- circumstances -----------------------------------------------------------------------------------------------------------------------


def _circumstances(scene: Scene, number: int, mention: Mention, skip: int | None = None) -> None:
    """Where, when, with what, in the course of what: from a clause's prepositional phrases and times."""
    clause = scene.parse.clauses[number]
    for prep, members in clause.preps:
        word = scene.preposition(prep)
        for at in members:
            if at == skip:
                continue
            if scene.event(at) is not None:
                if word in {"in", "during", "by"} and mention.phrase != at:
                    mention.links.append(at)
                continue
            if word == "including":
                if scene.places_within(at):
                    add_spans(mention.places, scene.places_within(at))
                else:
                    _part(scene, at, mention)
                continue
            weapon = scene.thing(at, "weapons")
            if weapon is not None and word in {"with", "by", "in", "using", "from", "of"} and scene.place(at) is None:
                _use(scene, mention, weapon)
                continue
            if word in {"on", "at", "against", "into", "inside", "upon", "near", "outside"}:
                _fill(scene, at, mention, "recipient" if word not in {"near", "outside"} else "place")
            elif word in LOCATIVE:
                _locate(scene, at, mention)
    for time in scene.clause_time(number):
        add_spans(mention.times, [time])


def _locate(scene: Scene, at: int, mention: Mention) -> None:
    """A place where it happened; a target that it happened at."""
    for place in scene.places_within(at):
        add_spans(mention.places, [place])
    counted = scene.count(at)
    if counted is not None and scene.head(at) in _SITES and mention.granularity is not Granularity.SINGLE:
        mention.sites = counted
    target = scene.thing(at, "targets")
    if target is not None and scene.governor(at) in {"at", "in", "on", "inside", "outside", "near", "into", "through"} and scene.place(at) is None:
        add_spans(mention.targets, [target])


def _fill(scene: Scene, at: int, mention: Mention, role: str) -> None:
    """Put a noun phrase where it belongs: party, target, place."""
    counted = scene.count(at)
    if counted is not None and scene.head(at) in _SITES:
        mention.sites = counted
        return
    party = scene.party(at)
    target = scene.thing(at, "targets")
    weapon = scene.thing(at, "weapons") if role == "recipient" else None
    place = scene.place(at)
    if role == "actor":
        if party is not None and party.kind is not Kind.MEDIA:
            add_parties(mention.actors, scene.together[scene.extent(at)])
        return
    if role == "place":
        _locate(scene, at, mention)
        return
    for member in scene.places_within(at):
        add_spans(mention.places, [member])
    if weapon is not None and mention.frame.name in {"shootdown", "coerce_seize"}:
        add_spans(mention.targets, [Thing(weapon.text, weapon.category, weapon.start, weapon.end)])
    elif party is None and target is None and place is None and scene.nation(at) is not None:
        add_parties(mention.recipients, [scene.nation(at)])  # type: ignore[list-item]
    elif weapon is not None and mention.frame.name in {"detonate", "shelling", "missile", "shooting", "grenade", "airstrike"}:
        _use(scene, mention, weapon)
    elif target is not None and place is None:
        add_spans(mention.targets, [_described(scene, at, target)])
        owner = _target_owner(scene, at)
        if owner is not None:
            add_parties(mention.recipients, [owner])
    if party is not None and party.kind is not Kind.MEDIA and not (place is not None and party.kind is Kind.GOVERNMENT and scene.governor(at) in LOCATIVE):
        if place is not None and party.kind is Kind.GOVERNMENT and mention.type in {EventType.ASSAULT, EventType.PROTEST}:
            return
        add_parties(mention.recipients, [party])


def _described(scene: Scene, at: int, target: Thing) -> Thing:
    """ "What it claimed were terrorist sites": the description is the party's who gave it."""
    for number, clause in enumerate(scene.parse.clauses):
        del number
        verb = clause.verb
        if verb < at and at - verb <= 4 and scene.phrase(verb).lemma in {"call", "claim", "describe", "say", "term", "dub", "be", "consider"}:
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


def _use(scene: Scene, mention: Mention, weapon: Thing) -> None:
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
        if tactic in {"ied", "vehicle_bombing", "suicide_bombing", "landmine", "grenade", "airstrike", "shelling"} and mention.frame.tactics != ("explosion",):
            mention.tactics.pop("explosion", None)
    mention.mode = things.modes.get(weapon.category, mention.mode) if mention.mode in {None, "explosives"} else mention.mode


# --- people ------------------------------------------------------------------------------------------------------------------------------


def _casualty(scene: Scene, at: int, mention: Mention, effect: str) -> None:
    """A number of people to whom something was done."""
    if effect == "released":
        return
    who, counted, whom = _people(scene, at)
    if counted is None:
        return
    if counted.figures == (0, 0, 0) and effect == "killed" and scene.phrase(scene.parse.clauses[mention.clause].verb).negated if mention.clause is not None else False:
        return
    party = scene.party(whom)
    civilian = _civilian(party, who)
    _add_casualty(mention, Casualty(Effect(effect), who, Side.UNKNOWN, civilian, counted))
    for word, members in scene.chain(at)[:2]:
        if word == "including":
            for member in members:
                _part(scene, member, mention)


def _whom(scene: Scene, at: int) -> tuple[int, ...]:
    """The phrases that name the people of a number: "thousands of activists and students" are the activists and the students."""
    chain = scene.chain(at)
    if scene.parse.tags[scene.phrase(at).head] == "CD" and chain and chain[0][0] == "of":
        return chain[0][1]
    return (at,)


def _people(scene: Scene, at: int) -> tuple[str, Count | None, int]:
    """The words, the number and the phrase that names the people: "dozens of civilians" is two phrases."""
    counted = scene.people_count(at)
    chain = scene.chain(at)
    if scene.parse.tags[scene.phrase(at).head] == "CD" and chain and chain[0][0] == "of":
        inner = chain[0][1][0]
        start, _ = scene.extent(at)
        return scene.reading.document.text[start : scene.extent(inner)[1]], counted, inner
    return scene.text(at), counted, at


def _civilian(party: Party | None, who: str) -> bool | None:
    if "civilian" in who.lower() or "villager" in who.lower():
        return True
    if party is None:
        return None
    if party.kind in {Kind.CIVILIANS, Kind.PROTESTERS, Kind.PERSON}:
        return True if party.kind is Kind.CIVILIANS and not who.lower().endswith(("people", "persons", "hostages", "victims", "wounded", "bodies")) else None
    return False if party.kind in ARMED else None


def _part(scene: Scene, at: int, mention: Mention) -> None:
    """ "Including three children": a part of those already counted."""
    if not scene.people(at) or not mention.casualties:
        return
    who, counted, whom = _people(scene, at)
    if counted is not None:
        last = mention.casualties[-1]
        mention.parts.append(Casualty(last.effect, who, Side.UNKNOWN, _civilian(scene.party(whom), who), counted))


def _add_casualty(mention: Mention, casualty: Casualty) -> None:
    if all((c.effect, c.count.start) != (casualty.effect, casualty.count.start) for c in mention.casualties):
        mention.casualties.append(casualty)


# --- joining within the sentence ---------------------------------------------------------------------------------------------------------


def _joined(scene: Scene, found: list[Mention]) -> list[Mention]:
    """Join mentions that the grammar ties together; see the module's rule on verbs that tell only a toll."""
    found = _without_echoes(scene, found)
    kept: list[Mention] = []
    by_phrase = {mention.phrase: mention for mention in found if mention.noun}
    owner: dict[int, Mention] = {}

    def root(mention: Mention) -> Mention:
        while id(mention) in owner:
            mention = owner[id(mention)]
        return mention

    for mention in found:
        for link in mention.links:
            other = by_phrase.get(link)
            if other is not None and root(other) is not root(mention) and _may_join(root(other), root(mention)):
                owner[id(root(mention))] = root(other)
    for mention in found:
        told = _told_by(scene, mention, found)
        if told is not None and root(told) is not root(mention):
            owner[id(root(mention))] = root(told)
    for mention in found:
        if id(mention) in owner or mention.noun and not mention.is_toll:
            continue
        partner = _partner(scene, mention, found, root)
        if partner is not None and root(partner) is not mention:
            owner[id(mention)] = root(partner)
    for mention in found:
        if id(mention) not in owner:
            kept.append(mention)
    for mention in found:
        if id(mention) in owner:
            root(mention).take(mention)
    return kept


def _without_echoes(scene: Scene, found: list[Mention]) -> list[Mention]:
    """One ceasefire is one record: "a ceasefire was agreed upon" is no agreement beside it. Who agreed is who fought, unless it is said."""
    truces = [mention for mention in found if mention.type in {EventType.RETREAT, EventType.AGREE} and mention.noun]
    kept = [m for m in found if not (m.type is EventType.AGREE and not m.noun and any(t.clause == m.clause for t in truces))]
    fights = [mention for mention in found if mention.frame.subject == "sides" and len(mention.actors) > 1]
    for truce in truces:
        if not truce.actors and fights and truce.mode == "ceasefire":
            add_parties(truce.actors, fights[-1].actors)
    return kept


def _told_by(scene: Scene, mention: Mention, found: list[Mention]) -> Mention | None:
    """ "The strikes involved ambushes and sniper fire": what stands behind "involved" are tactics of what stands before it."""
    if not mention.noun or mention.phrase is None:
        return None
    for clause in scene.parse.clauses:
        verb = scene.phrase(clause.verb)
        if verb.lemma not in {"involve", "include", "range", "comprise", "feature", "consist"} or clause.verb > mention.phrase:
            continue
        subjects = clause.subjects or ((clause.verb - 1, clause.verb - 2) if verb.form == "ing" else ())
        whole = next((other for other in found if other.noun and other.phrase in subjects and other is not mention), None)
        if whole is None and verb.form == "ing":
            before = [other for other in found if other.noun and other.phrase is not None and other.phrase < clause.verb]
            whole = before[-1] if before else None
        last = clause.verb
        for at in range(clause.verb + 1, mention.phrase + 1):
            if scene.phrase(at).kind in {"VG", "SUB", "WH"}:
                break
            last = at
        if whole is not None and whole.type is mention.type and last == mention.phrase:
            return whole
    return None


def _may_join(left: Mention, right: Mention) -> bool:
    return left.type is right.type and (left.granularity is right.granularity or left.is_toll or right.is_toll) and left.reference != "another" or (
        left.type is right.type and right.is_toll
    )


def _partner(scene: Scene, mention: Mention, found: list[Mention], root: object) -> Mention | None:
    """The mention in this sentence that this one is part of."""
    if mention.clause is None or mention.type is not EventType.ASSAULT:
        return None
    clause = scene.parse.clauses[mention.clause]
    best: Mention | None = None
    for other in found:
        if other is mention or other.type is not EventType.ASSAULT or other.clause is None:
            continue
        if _between(scene, other, mention, {";"}) or (not mention.is_toll and other.is_toll):
            continue
        if other.start > mention.start and not (mention.is_toll and not other.is_toll):
            continue
        tied = clause.parent is not None and _ancestor(scene, mention.clause, other.clause)
        same_subject = clause.link == "and" and other.clause is not None and tied
        is_participle = clause.link == "participle" and tied
        relative = clause.link == "relative" and mention.is_toll and other.noun
        where = relative and (_relative_word(scene, mention.clause) in {"where", "which", "that"})
        toll_beside = mention.is_toll and (not _between(scene, other, mention, {"while", "whereas"})) and not _apart(mention, other)
        if is_participle or same_subject and not _apart(mention, other) or where or toll_beside:
            if where:
                return other if _nearest_noun(found, mention) is other else best
            if best is None or abs(mention.start - other.start) < abs(mention.start - best.start):
                best = other
    return best


def _chained(scene: Scene, mention: Mention, other: Mention) -> bool:
    """The relative clause hangs on a place or target of the event noun: "an explosion in a hall in M'lang, which left three dead"."""
    if other.phrase is None or mention.clause is None:
        return False
    members = {other.phrase, *(m for _, listed in scene.chain(other.phrase) for m in listed)}
    subjects = set(scene.parse.clauses[mention.clause].subjects)
    return bool(members & subjects) or any(m < scene.parse.clauses[mention.clause].verb for m in members) and not subjects


def _nearest_noun(found: list[Mention], mention: Mention) -> Mention | None:
    """The event noun told last before this mention."""
    before = [other for other in found if other.noun and other.start < mention.start]
    return before[-1] if before else None


def _apart(mention: Mention, other: Mention) -> bool:
    """They have places or times of their own that differ."""
    places = {p.key for p in mention.places} and {p.key for p in other.places} and not ({p.key for p in mention.places} & {p.key for p in other.places})
    times = mention.times and other.times and not any(a.overlaps(b) for a in mention.times for b in other.times)
    return bool(places) or bool(times)


def _ancestor(scene: Scene, clause: int, ancestor: int) -> bool:
    step: int | None = clause
    for _ in range(8):
        if step is None:
            return False
        if step == ancestor:
            return True
        step = scene.parse.clauses[step].parent
    return False


def _relative_word(scene: Scene, number: int) -> str:
    verb = scene.parse.clauses[number].verb
    for at in range(verb - 1, max(-1, verb - 4), -1):
        if scene.phrase(at).kind == "WH":
            return scene.lowers(at)[0]
    return ""


def _between(scene: Scene, left: Mention, right: Mention, words: set[str]) -> bool:
    """One of the words stands between the two."""
    low, high = sorted((left.start, right.start))
    return any(token.lower in words for token in scene.tokens if low < token.start < high)


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
        if party.name.lower() == words or party.name.lower() in words and len(party.name) > 4:
            return _sided(casualty, side)
    if mention.actors and mention.frame.subject != "sides":
        return _sided(casualty, Side.RECIPIENT)
    return casualty


def _sided(casualty: Casualty, side: Side) -> Casualty:
    return Casualty(casualty.effect, casualty.who, side, casualty.civilian, casualty.count)


def keep(mention: Mention, violent: bool) -> bool:
    """A weak word makes a record only with arms, harm or a warring party beside it (see the module's rule)."""
    if mention.frame.name == "violence":
        return bool(mention.casualties or mention.occurrences) or (violent and bool(mention.places and mention.times))
    if not mention.frame.weak:
        return True
    if mention.frame.name in {"displace", "flee", "missing"}:
        return bool(mention.casualties)
    if mention.frame.name == "release":
        return True
    return mention.is_armed or (violent and bool(mention.targets or mention.places))
