"""Event verbs -> mentions: "gunmen attacked a post", "three people were killed", "a bomb went off".

Rules. A verb's subject is the actor and its object the recipient, the other way round in the passive; "by" names the actor. A weapon as
subject is what it was done with. Verbs of many senses ("seize", "release", "hit") need the right kind of object. A verb that tells only
what befell people belongs to the happening beside it (joining.py).
"""

from __future__ import annotations

import re

from ascribe.extract.aggregates import told_together
from ascribe.extract.casualties import add_casualty, add_people, counted_people, is_civilian, named_people
from ascribe.extract.counts import number
from ascribe.extract.mention import Mention, add_parties
from ascribe.extract.patients import is_passive_in_short, meant_patients, or_next
from ascribe.extract.phrasal import follows_verb
from ascribe.extract.roles import circumstances, fill, find_campaign
from ascribe.extract.scene import Scene
from ascribe.extract.senses import sense_fits
from ascribe.extract.subjects import READERS, agent
from ascribe.model.claims import Casualty, Count, Effect, EventType, Granularity, Modality, Side
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Frame
from ascribe.model.parties import ARMED, Kind, Party


def from_verbs(scene: Scene) -> list[Mention]:
    """A mention for each event verb of the sentence in the sense that its words give it."""
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
        if _is_awaited(scene, clause):
            mention.modality = Modality.HYPOTHETICAL
        _told_times(scene, clause, mention)
        told_together(scene, mention)
        if mention.is_toll and any(scene.is_none(at) for at in clause.subjects):
            continue  # "nobody was hurt" is read as a toll
        if _goes_on(scene, clause, mention):
            mention.reference = "definite"
        if any(_says_another(scene, at) for at in (*clause.subjects, *clause.objects)) or _opens_another(scene):
            mention.reference = "another"
        mention.negated = verb.negated or (
            not mention.is_toll
            and mention.frame.effect is not None
            and any(scene.is_none(at) for at in (*clause.subjects, *clause.objects))
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
    return bool(words) and all(
        (said[0] == "the" and said[-1] in _UNNAMED) or (len(said) > 1 and said[:2] == ["the", "men"]) for said in words
    )


_UNNAMED = frozenset(
    "attackers gunmen assailants men bombers raiders assailant gunman attacker bomber hijackers kidnappers mob shooter intruders".split()
)


def _is_awaited(scene: Scene, clause: Clause) -> bool:
    """ "Until the last of them has been killed": not done yet."""
    verb = scene.phrase(clause.verb)
    if not any(token.lower in {"will", "shall", "must"} for token in scene.tokens[: verb.start]):
        return False
    for at in range(clause.verb - 1, max(-1, clause.verb - 5), -1):
        if scene.phrase(at).kind == "VG":
            return False
        if scene.tokens[scene.phrase(at).start].lower in {"until", "till"}:
            return True
    return False


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


#: "Two days earlier", "the week before": another happening comes.
_EARLIER = re.compile(r"(?:\w+ )?(?:\w+ )?(?:hours?|days?|weeks?|months?|years?) (?:earlier|before|previously)\b")


def _opens_another(scene: Scene) -> bool:
    """The sentence opens with "In a separate incident", "Elsewhere"."""
    words = [token.lower for token in scene.tokens[:6]]
    if words[:4] == ["earlier", "in", "the", "day"] or words[:3] in (
        ["earlier", "that", "day"],
        ["on", "the", "same"],
        ["later", "that", "day"],
    ):
        return True
    if _EARLIER.match(" ".join(words)):
        return True
    return words[0] in {"elsewhere", "separately"} or (
        bool({"separate", "another"} & set(words[:4])) and words[0] in {"in", "on", "a", "another", "at"}
    )


def _verb_frame(scene: Scene, clause: Clause) -> tuple[Frame, int] | None:
    """The frame of a clause's verb, and the token behind its last word."""
    verb = scene.phrase(clause.verb)
    events = scene.words.events
    for phrasal in events.phrasal.get(verb.lemma, ()):
        last = follows_verb(scene, clause, phrasal.words)
        if last and not (verb.lemma == "detonate" and phrasal.frame.name == "suicide" and not _wears_it(scene, clause)):
            return phrasal.frame, last
    frame = events.verbs.get(verb.lemma)
    if verb.lemma in _IMPACTS and not verb.passive and _is_weapon_alone(scene, clause):
        return events.verbs["slam"], verb.head + 1
    if frame is None and verb.lemma in _APPROACHES and not verb.passive and verb.form != "infinitive" and _is_bomber(scene, clause):
        return events.verbs["suicide-bomb"], verb.head + 1
    if frame is None or frame.name == "impact":
        return None
    if verb.lemma in {"beat", "fight"} and scene.tokens[verb.end : verb.end + 1] and scene.tokens[verb.end].lower in {"back", "off"}:
        return None  # an attack is beaten back: the noun tells it
    if verb.lemma == "fight" and not any(_is_armed_phrase(scene, at) for at in (*clause.subjects, *clause.objects)):
        return None
    return frame, verb.head + 1


def _is_weapon_alone(scene: Scene, clause: Clause) -> bool:
    """A weapon is the subject, and no event noun: "drones struck", not "drone strikes hit"."""
    if any(scene.stands_for(at) is not None for at in clause.subjects):
        return False
    return any(scene.thing(at, "weapons") is not None for at in clause.subjects)


def _is_bomber(scene: Scene, clause: Clause) -> bool:
    """A suicide bomber is the subject."""
    return any(scene.lowers(at)[-2:] == ["suicide", "bomber"] for at in clause.subjects)


def _wears_it(scene: Scene, clause: Clause) -> bool:
    """A vest or oneself is detonated, not a device left behind."""
    words = {word for at in clause.objects for word in scene.lowers(at)}
    return bool(words & {"vest", "vests", "belt", "belts", "himself", "herself", "themselves", "explosives"})


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
    if verb.passive or (verb.form == "participle" and not clause.objects) or is_passive_in_short(scene, clause, frame):
        patients = [*agents, *(patients if verb.passive and frame.effect is None else ())]
        agents = [m for prep, members in clause.preps if scene.preposition(prep) == "by" for m in members]
    patients = meant_patients(scene, clause, mention, patients)
    if frame.subject in READERS:
        return READERS[frame.subject](scene, clause, agents, patients, mention)
    if not sense_fits(scene, clause, agents, patients, mention):
        return False
    if verb.lemma == "leave":
        return _left(scene, clause, agents, mention)
    for at in agents:
        agent(scene, at, mention)
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


def _together(scene: Scene, clause: Clause, mention: Mention) -> None:
    """Effects told together have no figure each: "killed or wounded 100", "abducted or killed thousands" are 100, thousands of victims."""
    phrases = scene.parse.phrases
    other = clause.verb + 2 if or_next(scene, clause) else None
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
        agent(scene, at, mention)
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


def _swap_reflexive(mention: Mention) -> None:
    """Nobody is actor and recipient of one deed unless the text says so; a party in both is its actor."""
    keys = {party.key for party in mention.actors if party.id}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]
