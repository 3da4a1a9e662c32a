"""Verbs of many senses: which of them a subject and an object make happenings.

Rules. People are released, not videos; towns are seized, and people seized are abducted, or arrested by a state; what troops take from
others are weapons. An attack takes somebody or something to attack. Crowds march in protest, columns of armed men do not. Where the words
do not fit, no mention is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType
from ascribe.model.grammar import Clause
from ascribe.model.parties import ARMED, Kind

_RELEASABLE = frozenset(
    {Kind.CIVILIANS, Kind.STATE_FORCES, Kind.REBEL_GROUP, Kind.PERSON, Kind.PROTESTERS, Kind.MEDIA, Kind.GOVERNMENT, Kind.UNKNOWN}
)
#: Bodies that meet, talk and agree.
_POLITICAL = frozenset({Kind.GOVERNMENT, Kind.REBEL_GROUP, Kind.IGO, Kind.POLITICAL_MILITIA, Kind.STATE_FORCES, Kind.EXTERNAL_FORCES})
_GROUND = frozenset(
    "town city village territory area areas villages towns positions ground control posts border district hill hills".split()
)
_GOODS = frozenset(
    "food aid medical medicine medicines supplies relief flour tents blankets rations water assistance humanitarian doctors "
    "medics nurses ambulances wheat rice maize "
    "cereals lorries trucks convoy plane fuel shelter blood treatment rescue rescuers teams vaccines kits wounded plumpy'nut "
    "biscuits".split()
)
_OUTLAWS = frozenset("suspect suspects criminals criminal fugitives fugitive traffickers ringleader suspected".split())
_UNPEOPLED = frozenset({"video", "statement", "report", "footage", "list", "photograph", "photographs", "figures"})


@dataclass(frozen=True, slots=True)
class Told:
    """A verb with its clause, who does it and to whom, and the mention that is being made of it."""

    scene: Scene
    clause: Clause
    agents: list[int]
    patients: list[int]
    mention: Mention


def sense_fits(scene: Scene, clause: Clause, agents: list[int], patients: list[int], mention: Mention) -> bool:
    """The verb has its violent or political sense here; a frame without a rule always has."""
    if {
        "earthquake",
        "quake",
        "tremor",
        "storm",
        "cyclone",
        "flood",
        "floods",
        "landslide",
        "avalanche",
        "fire",
        "wildfire",
        "hurricane",
        "tsunami",
        "heat",
        "lightning",
    } & {scene.head(at) for at in agents if scene.event(at) is None} and mention.type is EventType.ASSAULT:
        return False
    rule = _SENSES.get(mention.frame.name)
    return rule is None or rule(Told(scene, clause, agents, patients, mention))


def by_state(scene: Scene, agents: Sequence[int]) -> bool:
    """The police, an army or a government did it."""
    return any((party := scene.party(at)) is not None and party.kind in {Kind.STATE_FORCES, Kind.GOVERNMENT} for at in agents)


def _release(told: Told) -> bool:
    """People, not a video or a statement; whoever is handed to the police is not free."""
    handed = told.scene.phrase(told.clause.verb).lemma == "hand" and any(
        told.scene.preposition(prep) in {"to", "over"} and by_state(told.scene, members) for prep, members in told.clause.preps
    )
    return not handed and any(_releasable(told.scene, at) for at in told.patients)


def _releasable(scene: Scene, at: int) -> bool:
    party = scene.party(at)
    if scene.head(at) in scene.words.roles.spokes or scene.head(at) in _UNPEOPLED or scene.thing(at, "weapons") is not None:
        return False
    return scene.people(at) and (party is None or party.kind in _RELEASABLE)


_FIGHTERS = frozenset({Kind.REBEL_GROUP, Kind.CRIMINAL_GROUP, Kind.POLITICAL_MILITIA})


def _seizure(told: Told) -> bool:
    """People seized are abducted, or arrested by a state; weapons seized are a COERCE; else a place or a post is taken."""
    if any(told.scene.people(at) and told.scene.place(at) is None for at in told.patients):
        fighters = any((p := told.scene.party(at)) is not None and p.kind in _FIGHTERS for at in told.patients) and not told.agents
        outlaws = fighters or _OUTLAWS & {word for at in told.patients for word in told.scene.lowers(at)}
        _become(told.scene, told.mention, "arrest" if outlaws or by_state(told.scene, told.agents) else "abduct")
        return True
    if any(told.scene.place(at) is not None or told.scene.thing(at, "targets") is not None for at in told.patients):
        return True
    if any(told.scene.thing(at, "weapons") is not None for at in told.patients):
        told.mention.type, told.mention.mode = EventType.COERCE, "seize"
        told.mention.tactics.clear()
        return True
    grounds = {"control", "over"} | _GROUND
    return told.scene.phrase(told.clause.verb).lemma == "take" or any(grounds & set(told.scene.lowers(at)) for at in told.patients)


def _taking(told: Told) -> bool:
    """Armed men take ground, or they take people away; all else that is taken is none of ours."""
    scene = told.scene
    by = [at for prep, members in told.clause.preps if scene.preposition(prep) == "by" for at in members]
    if not _armed(scene, (*told.agents, *by)):
        return False
    if _of_ground(scene, told.patients):
        return True
    led_off = any(scene.preposition(prep) in {"from", "off", "into"} for prep, _ in told.clause.preps)
    if led_off and any(scene.people(at) and scene.people_count(at) is not None for at in told.patients):
        _become(scene, told.mention, "arrest" if by_state(scene, told.agents) else "abduct")
        return True
    return False


def _entry(told: Told) -> bool:
    """Armed men enter a village."""
    return _armed(told.scene, told.agents) and _of_ground(told.scene, told.patients)


def _armed(scene: Scene, agents: Sequence[int]) -> bool:
    """Somebody among them bears arms, by kind or by the word."""
    return any(((party := scene.party(at)) is not None and party.kind in ARMED) or scene.head(at) in _GUNMEN for at in agents)


def _of_ground(scene: Scene, patients: Sequence[int]) -> bool:
    """A place, or a word for ground that is held."""
    return any(scene.place(at) is not None or scene.head(at) in _HELD for at in patients)


_GUNMEN = frozenset("gunmen attackers assailants bandits raiders militiamen fighters rebels insurgents guerrillas jihadists".split())
_HELD = _GROUND | frozenset("stronghold garrison base camp airport bridge heights hilltop capital enclave province compound".split())


def _become(scene: Scene, mention: Mention, name: str) -> None:
    """The verb stands for another frame here."""
    mention.frame = scene.words.events.verbs[name]
    mention.type, mention.mode = mention.frame.type, mention.frame.mode
    quote = scene.reading.document.quote(mention.start, mention.end)
    mention.tactics.clear()
    mention.tactics.update(dict.fromkeys(mention.frame.tactics, quote))


def _abduct(told: Told) -> bool:
    """Somebody is taken; a telephone that is snatched is theft, and whoever the police lead away is arrested."""
    if not any(told.scene.is_somebody(at) for at in told.patients):
        return False
    if told.scene.phrase(told.clause.verb).lemma in {"lead", "take", "drag", "march"} and by_state(told.scene, told.agents):
        _become(told.scene, told.mention, "arrest")
    return True


def _arrest(told: Told) -> bool:
    """People are arrested. To pick up, take in or catch is an arrest when the state does it or the taken are suspects."""
    if not any(told.scene.is_somebody(at) for at in (*told.patients, *named(told.scene, told.patients))):
        return not told.patients and not told.clause.objects
    if told.scene.phrase(told.clause.verb).lemma in {"pick", "take", "catch", "haul", "nab"} and told.mention.end - told.mention.start < 14:
        words = {word for at in told.patients for word in told.scene.lowers(at)}
        return by_state(told.scene, told.agents) or bool(
            words & {"suspect", "suspects", "suspected", "militants", "activists", "men", "rebels"}
        )
    return True


def _killing(told: Told) -> bool:
    """Somebody is killed, or somebody kills: a frost kills a crop, and a batsman executes a shot."""
    listed = [*told.patients, *named(told.scene, told.patients)]
    if any(told.scene.is_somebody(at) or told.scene.head(at) in told.scene.words.roles.kinds for at in listed):
        return True
    if told.patients:
        return False
    return (
        any(
            told.scene.stands_for(at) is not None or told.scene.is_somebody(at) or told.scene.thing(at, "weapons") is not None
            for at in told.agents
        )
        or not told.agents
    )


def _throwing(told: Told) -> bool:
    """What is thrown explodes or burns; stones and words do not count."""
    return any((weapon := told.scene.thing(at, "weapons")) is not None and weapon.category in _THROWN for at in told.patients)


_THROWN = frozenset({"bomb", "grenade", "petrol bomb", "ied"})


def _consulting(told: Told) -> bool:
    """Those who hold talks are bodies that can."""
    return (
        any((party := told.scene.party(at)) is not None and party.kind in _POLITICAL for at in (*told.agents, *told.patients))
        or not told.agents
    )


def named(scene: Scene, members: Sequence[int]) -> list[int]:
    """Whom "of" names behind a number."""
    return [inner for at in members if (chain := scene.chain(at)) and chain[0][0] == "of" for inner in chain[0][1]]


def _mobilize(told: Told) -> bool:
    """Armed people or warships are sent; a web site or a net is not deployed in this sense."""
    wanted = {
        "troops",
        "forces",
        "reinforcements",
        "soldiers",
        "police",
        "warships",
        "policemen",
        "officers",
        "reservists",
        "personnel",
        "tanks",
        "warship",
    }
    return any(
        told.scene.head(at) in wanted or ((party := told.scene.party(at)) is not None and party.kind in ARMED)
        for at in (*told.patients, *named(told.scene, told.patients))
    )


def _target(told: Told) -> bool:
    """ "Hit" and "struck" need somebody, a place or a thing that can be attacked."""
    if {"deal", "bargain", "chord", "accord", "agreement", "record", "note", "market"} & {told.scene.head(at) for at in told.patients}:
        return False
    return any(
        told.scene.people(at) or told.scene.thing(at, "targets") or told.scene.place(at) or _is_vessel(told.scene, at)
        for at in told.patients
    )


def _is_vessel(scene: Scene, at: int) -> bool:
    return bool({"ship", "ships", "vessel", "vessels", "works", "plant", "depot", "building", "store", "carrier"} & set(scene.lowers(at)))


def _destruction(told: Told) -> bool:
    """Something is destroyed, by the bomb squad or not; a squad's controlled explosion is none."""
    return bool(told.patients) and not any(told.scene.lowers(at)[-2:] == ["bomb", "squad"] for at in told.agents)


def _detonate(told: Told) -> bool:
    """A weapon is set off; students are let off a bus and travellers set off for home."""
    listed = [*told.patients, *told.agents] if told.scene.phrase(told.clause.verb).passive or not told.patients else told.patients
    pronoun = any(told.scene.lowers(at) in (["it"], ["them"]) for at in told.patients)
    weapon = any(
        told.scene.thing(at, "weapons") is not None or {"vest", "device", "charge", "charges", "vests"} & set(told.scene.lowers(at))
        for at in listed
    )
    arms = any(any(told.scene.weapons_within(phrase.start, phrase.end)) for phrase in told.scene.parse.phrases if phrase.kind == "NP")
    event = any(told.scene.stands_for(at) is not None for at in listed)
    return weapon or event or (pronoun and arms and told.scene.phrase(told.clause.verb).lemma in {"set", "detonate"})


def _aid(told: Told) -> bool:
    """Goods or helpers are brought, not messages and speeches."""
    goods = {word for at in (*told.patients, *named(told.scene, told.patients)) for word in told.scene.lowers(at)}
    return bool(goods & _GOODS)


def _disarm(told: Told) -> bool:
    """Armed people lay down arms; a team that surrenders a lead does not."""
    people = [at for at in (*told.agents, *told.patients) if told.scene.people(at)]
    armed = any((party := told.scene.party(at)) is not None and (party.kind in ARMED or party.id is not None) for at in people)
    return bool(people) and (armed or told.mention.end - told.mention.start > 10)


def _protest(told: Told) -> bool:
    """Crowds protest in the street; a minister who protests to a body complains, and soldiers who march are no protest."""
    parties = [told.scene.party(at) for at in told.agents]
    if any(party is not None and party.kind in ARMED | {Kind.GOVERNMENT} for party in parties):
        return False
    single = any(
        told.scene.parse.tags[told.scene.phrase(at).head] == "PN" and told.scene.head(at) in {"he", "she", "i", "it"} for at in told.agents
    )
    return bool(told.agents) and not single


def _march(told: Told) -> bool:
    """To march is to protest when many do it and nobody is driven before them."""
    many = any(
        told.scene.count(at) is not None or told.scene.parse.tags[told.scene.phrase(at).head] in {"NNS", "NNPS"} for at in told.agents
    )
    return not told.patients and many and _protest(told)


def _attack(told: Told) -> bool:
    """Somebody attacks, or somebody or something known is attacked: a protein does not attack the liver."""
    listed = [
        *told.agents,
        *told.patients,
        *(at for prep, members in told.clause.preps if told.scene.preposition(prep) == "by" for at in members),
    ]
    known = [at for at in listed if told.scene.party(at) is not None or told.scene.people(at)]
    things = [at for at in told.patients if told.scene.thing(at, "targets") is not None or told.scene.place(at) is not None]
    armed = any((party := told.scene.party(at)) is not None and party.kind in ARMED | {Kind.UNKNOWN, Kind.RIOTERS} for at in listed)
    if (
        told.patients
        and not armed
        and not any(told.scene.is_somebody(at) or _is_vessel(told.scene, at) for at in told.patients)
        and not things
    ):
        return False  # "attacked down the left"
    vessels = [at for at in told.patients if _is_vessel(told.scene, at)]
    unnamed = not told.agents and bool(told.patients) and told.scene.phrase(told.clause.verb).passive
    return (bool(known or things or vessels) and (bool(told.agents) or bool(told.patients))) or (unnamed and bool(things))


def _ambush(told: Told) -> bool:
    """Well-wishers and reporters ambush in fun: whoever is named as the ambusher is a party."""
    return not told.agents or any(
        told.scene.party(at) is not None or told.scene.parse.tags[told.scene.phrase(at).head] == "PN" for at in told.agents
    )


def _shooting(told: Told) -> bool:
    """Somebody shoots or is shot: "the first shot" of a film or a gun is neither."""
    return bool(
        [at for at in (*told.agents, *told.patients) if told.scene.parse.tags[told.scene.phrase(at).head] != "CD" or told.scene.people(at)]
    )


def _meeting(told: Told) -> bool:
    """Two political bodies meet, or many of one sort: "the two sides", "mediators"."""
    parties = [party for at in (*told.agents, *told.patients) if (party := told.scene.party(at)) is not None and party.kind in _POLITICAL]
    plural = any(
        told.scene.head(at) in {"mediators", "envoys", "negotiators", "sides", "delegations", "leaders", "ministers", "representatives"}
        for at in told.agents
    )
    return len({party.key for party in parties}) > 1 or (plural and not told.patients)


def _goes_on_foot(told: Told) -> bool:
    return bool(told.agents) and not by_state(told.scene, told.agents)


_SENSES: dict[str, Callable[[Told], bool]] = {
    "release": _release,
    "seizure": _seizure,
    "taking": _taking,
    "entry": _entry,
    "abduct": _abduct,
    "hostage": _abduct,
    "arrest": _arrest,
    "mobilize": _mobilize,
    "target": _target,
    "destruction": _destruction,
    "detonate": _detonate,
    "aid": _aid,
    "disarm": _disarm,
    "protest": _protest,
    "march": _march,
    "sit_down": _goes_on_foot,
    "attack": _attack,
    "kill": _killing,
    "murder": _killing,
    "execution": _killing,
    "massacre": _killing,
    "throw": _throwing,
    "consult": _consulting,
    "ambush": _ambush,
    "shooting": _shooting,
    "meeting": _meeting,
}
