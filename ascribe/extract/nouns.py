"""Event nouns -> mentions: "an attack by A on B in C", "Israeli airstrikes", "the killing of 12 farmers".

Rules. An event noun takes its roles from the prepositions behind it, from the words before it in its phrase, and from a verb that only says
that it was done ("carried out", "launched", "took place"). A plural or counted noun tells of several happenings together. Talks, truces,
accords and protests are told when a verb says that they came about, not when they are only spoken of.
"""

from __future__ import annotations

from ascribe.extract.aggregates import told_together
from ascribe.extract.casualties import add_casualty, add_people
from ascribe.extract.mention import Mention, add_parties, add_spans
from ascribe.extract.roles import LIGHT, SYMMETRIC, circumstances, fill, find_campaign, find_purpose, locate, use
from ascribe.extract.scene import LOCATIVE, Scene
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Side
from ascribe.model.lexicon import Frame
from ascribe.model.parties import Party

#: Verbs by which an event noun happens.
_OCCUR = frozenset(
    "take occur happen break erupt come follow hit rock shake strike target leave kill injure wound destroy damage begin start "
    "continue last rage resume "
    "involve be intensify escalate flare spread ring claim".split()
)


#: Event nouns whose doer may stand right before them ("Israeli airstrikes", "a Taliban ambush").
_DOER_BEFORE = frozenset(
    "airstrike drone missile shelling raid offensive strike bombing attack ambush clash naval vehicle_bomb ied abduct shooting "
    "massacre suicide "
    "assassination withdraw mobilize sniper seizure".split()
)


_SERIES = frozenset(
    "series wave spate string number succession campaign range surge rash dozens hundreds scores flurry upsurge rise spike round".split()
)


def from_nouns(scene: Scene) -> list[Mention]:
    """A mention for each event noun of the sentence that tells of a happening."""
    found = []
    for at, phrase in enumerate(scene.parse.phrases):
        hit = scene.event(at)
        if hit is None:
            continue
        frame, first = hit
        if _figurative_noun(scene, at, frame):
            continue
        start, end = scene.tokens[first].start, scene.tokens[phrase.head].end
        stand_in = _stand_in(scene, at)
        mention = Mention(scene.number, start, end, frame, frame.type, frame.mode, scene.clause_of(stand_in), at, noun=True)
        mention.extent = scene.extent(at)
        quote = scene.quote(first, phrase.head + 1)
        for tactic in frame.tactics:
            mention.tactics.setdefault(tactic, quote)
        if frame.name == "strike" and _is_called(scene, at):
            mention.frame = scene.words.events.verbs["go-on-strike"]
            mention.type, mention.mode = mention.frame.type, mention.frame.mode
        if frame.name == "seizure" and _of_goods(scene, at):
            mention.type, mention.mode = EventType.COERCE, "seize"
            mention.tactics.clear()
        if "sniper" in scene.lowers(at)[:-1]:
            mention.tactics.setdefault("sniper", quote)
        _reference(scene, at, mention)
        _before_noun(scene, at, first, mention)
        _behind_noun(scene, at, mention)
        add_spans(mention.times, scene.noun_times(at))
        _governing_clause(scene, stand_in, mention)
        _noun_effect(scene, at, mention)
        find_campaign(scene, mention)
        find_purpose(scene, mention)
        if not _is_told(scene, at, mention):
            continue
        told_together(scene, mention)
        found.append(mention)
    return found


def _of_goods(scene: Scene, at: int) -> bool:
    """ "The seizure of 20 rifles": weapons and drugs are confiscated, not conquered."""
    chain = scene.chain(at)
    members = chain[0][1] if chain and chain[0][0] == "of" else ()
    return any(
        scene.thing(member, "weapons") is not None
        or {"arms", "weapons", "materiel", "drugs", "cocaine", "ammunition"} & set(scene.lowers(member))
        for member in members
    )


def _is_called(scene: Scene, at: int) -> bool:
    """A strike that is called, observed or that empties streets is one of workers or citizens."""
    clauses = [clause for clause in scene.parse.clauses if at in clause.subjects or at in clause.objects]
    return any(
        scene.phrase(clause.verb).lemma in {"call", "observe", "empty", "paralyse", "paralyze", "organise", "organize", "down"}
        for clause in clauses
    )


def _stand_in(scene: Scene, at: int) -> int:
    """The phrase that stands in the clause for the noun: "a wave" of attacks, "dozens" of clashes."""
    if at >= 2 and scene.governor(at) == "of" and scene.phrase(at - 2).kind == "NP" and scene.stands_for(at - 2) == at:
        return at - 2
    return at


def _figurative_noun(scene: Scene, at: int, frame: Frame) -> bool:
    """ "A strike rate", "strike action", "heart attack": no happening of ours."""
    words = scene.lowers(at)
    before = " ".join(words[:-1])
    if _FIGURES & set(before.split()):
        return True
    if "controlled" in words:
        return True  # "destroyed it in a controlled explosion"
    if frame.name == "arrest" and scene.governor(at) == "of" and at >= 2 and scene.head(at - 2) in {"years", "months", "days", "weeks"}:
        return True  # "21 years of preventive detention"
    behind = scene.chain(at)
    if frame.name == "clash" and words[-1] in {"battle", "fight", "fighting"} and behind and behind[0][0] in {"against", "over", "for"}:
        return not any(_is_something(scene, member) for member in behind[0][1])  # "the battle against drugs"
    if (
        frame.name in {"bombing", "massacre", "offensive"}
        and behind
        and behind[0][0] == "of"
        and words[-1] in {"explosion", "blast", "massacre", "invasion", "slaughter"}
    ):
        return not any(_is_something(scene, member) for member in behind[0][1])
    if frame.name == "strike" and (
        {"hunger", "general", "lucky", "labour", "labor", "pay", "teachers", "doctors", "workers", "rail", "union", "nationwide"}
        & set(words)
    ):
        return True
    return (
        frame.name == "kill" and words[-1] in {"death", "deaths"} and scene.governor(at) in {"to", "from", "sentence"} and "of" not in words
    )


_FIGURES = frozenset(
    "heart panic verbal media legal court election electoral price trade political personal advertising charm asthma social".split()
)


def _is_something(scene: Scene, at: int) -> bool:
    """A party, people, a place, a thing or a weapon: what can be attacked or can explode."""
    known = scene.party(at) is not None or scene.place(at) is not None or scene.people(at)
    return known or scene.thing(at, "targets") is not None or scene.thing(at, "weapons") is not None or bool(scene.times_in(at))


def _reference(scene: Scene, at: int, mention: Mention) -> None:
    """How the noun points: the attack, an attack, another attack, attacks; and how many happenings it stands for."""
    phrase = scene.phrase(at)
    words = scene.lowers(at)
    first = words[0]
    head = words[phrase.head - phrase.start]
    is_plural = scene.parse.tags[phrase.head] == "NNS" or head in scene.words.events.plurals
    if {"another", "second", "third", "separate", "other", "fresh", "new", "further", "similar", "different", "additional", "more"} & set(
        words[:3]
    ) and first not in {"the", "these"}:
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
    if scene.governor(at) == "of" and at >= 2 and _is_no_sign(scene, at - 2):
        mention.negated = True
    counted = scene.count(at) or _shared_count(scene, at)
    series = _series(scene, at)
    if mention.frame.name in {"kill", "die", "injure"}:
        return
    if counted is not None and is_plural and counted.figures != (0, 0, 0):
        mention.occurrences = counted
        mention.granularity = Granularity.AGGREGATE
    elif series is not None:
        mention.granularity = Granularity.AGGREGATE
        mention.occurrences = mention.occurrences or (series if isinstance(series, Count) else None)
    elif (
        mention.frame.name in {"seizure", "destruction", "looting", "kill", "execution", "assassination"} and _plural_object(scene, at)
    ) or (
        is_plural
        and mention.type in {EventType.ASSAULT, EventType.COERCE, EventType.PROTEST}
        and mention.frame.name not in {"clash", "crowd"}
    ):
        mention.granularity = Granularity.AGGREGATE
    if first == "operation" or (mention.frame.granularity == "aggregate" and mention.frame.name == "violence"):
        mention.granularity = Granularity.AGGREGATE
    if counted is not None and counted.figures == (0, 0, 0):
        mention.negated = True
    elif mention.reference == "indefinite" and mention.clause is not None and at in scene.parse.clauses[mention.clause].subjects:
        mention.negated = scene.phrase(scene.parse.clauses[mention.clause].verb).negated  # "one blast does not bring down a house"


def _is_no_sign(scene: Scene, at: int) -> bool:
    """ "No sign of torture", "no evidence of a massacre"."""
    return scene.lowers(at)[0] in {"no", "little"} and scene.head(at) in _SIGNS


_SIGNS = frozenset("sign signs evidence trace traces proof report reports".split())


def _shared_count(scene: Scene, at: int) -> Count | None:
    """ "32 air / and / artillery attacks": the number stands before the first half of what is joined."""
    if at < 2 or scene.phrase(at - 1).kind != "CC" or scene.phrase(at - 2).kind != "NP" or scene.event(at - 2) is not None:
        return None
    joined = scene.thing(at - 2, "weapons") is not None or scene.head(at - 2) in {
        "air",
        "ground",
        "drone",
        "missile",
        "artillery",
        "rocket",
        "mortar",
    }
    return scene.count(at - 2) if joined else None


def _plural_object(scene: Scene, at: int) -> bool:
    """ "The seizure of security posts": the deed was done several times."""
    chain = scene.chain(at)
    return (
        bool(chain)
        and chain[0][0] == "of"
        and any(
            scene.parse.tags[scene.phrase(member).head] == "NNS" and scene.thing(member, "targets") is not None for member in chain[0][1]
        )
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
        use(scene, mention, weapon)
    if at >= 2 and scene.phrase(at - 1).kind == "CC" and scene.phrase(at - 2).kind == "NP":
        weapon_before = scene.thing(at - 2, "weapons")  # "missile and drone strikes"
        if weapon_before is not None and any(scene.weapons_within(phrase.start, phrase.head + 1)):
            use(scene, mention, weapon_before)
    for place in scene.places_within(at):
        if mention.type is not EventType.PROTEST or place.end <= stop:
            add_spans(mention.places, [place])
    before = first - 1
    while (
        before >= phrase.start
        and scene.parse.tags[before] in {"JJ", "CD"}
        and (scene.tokens[before].start, scene.tokens[before].end) not in scene.owners
    ):
        before -= 1
    doer = next((p for (_, end), p in scene.owners.items() if before >= phrase.start and end == scene.tokens[before].end), None)
    if doer is not None and scene.parse.tags[before] not in {"POS", "PP"} and mention.frame.name in _DOER_BEFORE:
        add_parties(mention.actors, [doer])
    owner = _owner(scene, at)
    if owner is not None and mention.type is not EventType.AGREE:
        if mention.frame.name in {"kill", "massacre", "assassination", "abduct", "arrest", "release", "execution", "torture"}:
            add_parties(mention.recipients, [owner])
        else:
            add_parties(mention.actors, [owner])


def _owner(scene: Scene, at: int) -> Party | None:
    """The owner in a possessive: "the group's attack", "the rebels' attack", "their retreat"."""
    phrase = scene.phrase(at)
    if (
        at >= 2
        and scene.phrase(at - 1).kind == "PU"
        and scene.tokens[scene.phrase(at - 1).start].text in "'’"
        and scene.head(at - 2).endswith("s")
    ):
        return scene.party(at - 2)
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
            if scene.event(member) is not None and word in {
                "of",
                "in",
                "on",
                "for",
                "after",
                "during",
                "from",
                "including",
                "to",
                "against",
                "with",
                "by",
            }:
                if word in {"in", "during"}:
                    mention.links.append(member)
                continue
            if word == "between" or word == "by":
                fill(scene, member, mention, "actor")
            elif word in {"on", "against", "at", "targeting", "into", "inside", "upon"} or (word == "of" and name in _OF_OBJECT):
                fill(scene, member, mention, "recipient")
            elif word == "of" and mention.type in {EventType.PROTEST, EventType.RETREAT, EventType.MOBILIZE}:
                fill(scene, member, mention, "recipient" if name == "release" else "actor")
            elif word in {"with", "using"}:
                weapon = scene.thing(member, "weapons")
                if weapon is not None:
                    use(scene, mention, weapon)
                elif mention.frame.subject in SYMMETRIC or mention.type in {EventType.AGREE, EventType.CONSULT}:
                    fill(scene, member, mention, "actor")
            elif word in LOCATIVE:
                locate(scene, member, mention)


_OF_OBJECT = frozenset(
    "kill murder massacre execution assassination abduct hostage arrest bombing shelling airstrike seizure destruction sabotage "
    "looting torture "
    "sexual release hijack displace arson raid beating drone sanction_convict restrict deport offensive attack explode "
    "coerce_seize mobilize".split()
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
                fill(scene, subject, mention, "actor")
        circumstances(scene, mention.clause, mention, skip=at)
    elif at in clause.subjects and (verb.lemma in _OCCUR or verb.passive):
        if verb.passive and verb.lemma in LIGHT | {"blame", "claim", "attribute"}:
            for prep, members in clause.preps:
                if scene.preposition(prep) == "by":
                    for member in members:
                        fill(scene, member, mention, "actor")
        circumstances(scene, mention.clause, mention, skip=at)
        if verb.lemma in {"hit", "rock", "shake", "strike", "target"} and not verb.passive:
            for item in clause.objects:
                fill(scene, item, mention, "recipient")
    elif at in clause.objects and verb.lemma in {"be", "have", "see", "suffer", "witness", "involve", "include"}:
        circumstances(scene, mention.clause, mention, skip=at)
        for subject in clause.subjects:
            if verb.lemma in {"see", "witness", "suffer"}:
                locate(scene, subject, mention)
    if verb.lemma in {"claim", "take", "accept", "admit", "deny", "blame", "accuse", "acknowledge", "condemn", "assume", "own"}:
        add_spans(
            mention.times, [time for time in scene.clause_time(mention.clause) if (time.start_offset or 0) < scene.tokens[verb.start].start]
        )
    chained = {
        at,
        *(member for _, members in scene.chain(at) for member in members if scene.party(member) is None or scene.place(member) is not None),
    }
    participle = next(
        (
            c
            for c in scene.parse.clauses
            if (at in c.subjects or (c.link == "relative" and chained & set(c.subjects)))
            and c.verb > at
            and c.link in {"participle", "relative"}
            and scene.phrase(c.verb).lemma in LIGHT | _OCCUR | {"blame", "attribute"}
        ),
        None,
    )
    if participle is not None and participle is not clause:
        number = scene.parse.clauses.index(participle)
        for prep, members in participle.preps:
            if scene.preposition(prep) == "by" and scene.phrase(participle.verb).lemma not in {"claim", "blame"}:
                for member in members:
                    fill(scene, member, mention, "actor")
        circumstances(scene, number, mention, skip=at)
    mention.extent = _widened(mention.extent, scene, mention.clause)


def _widened(extent: tuple[int, int], scene: Scene, clause: int) -> tuple[int, int]:
    first, last = scene.clause_tokens(clause)
    return min(extent[0], scene.tokens[first].start), max(extent[1], scene.tokens[last - 1].end)


def _noun_effect(scene: Scene, at: int, mention: Mention) -> None:
    """ "The killing of 12 farmers", "the abduction of 20 pupils": people in an of-phrase are casualties."""
    if mention.frame.effect is None or mention.frame.name in {"injure"}:
        return
    for word, members in scene.chain(at):
        if word == "of":
            for member in members:
                add_people(scene, member, mention, mention.frame.effect)
            break
    counted = scene.count(at) or (scene.count(_stand_in(scene, at)) if _stand_in(scene, at) != at else None)
    is_counted = counted is not None and counted.figures != (0, 0, 0) and scene.parse.tags[scene.phrase(at).head] == "NNS"
    if counted is not None and is_counted and mention.frame.name in {"kill", "execution", "assassination"}:
        add_casualty(mention, Casualty(Effect.KILLED, scene.text(at), Side.UNKNOWN, None, counted))


_TOLD_BY = frozenset(
    "win secure obtain negotiate agree sign announce declare reach broker begin start take hold open resume come extend observe "
    "accept conclude enter mediate call be end break "
    "collapse continue go meet stage complete order carry lead violate last expire fail offer propose reject prepare plan foil "
    "disperse join attend "
    "mark organise organize turn erupt sweep rock hit sign-up secure negotiate complete halt suspend confirm see follow grow "
    "spread block".split()
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
    return (lemma in _TOLD_BY and (direct or mention.type is EventType.PROTEST)) or (
        mention.type is EventType.PROTEST and bool(mention.actors or mention.casualties)
    )
