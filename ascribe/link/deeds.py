"""Which deed the words of a happening name, and at what kind of place it was: so much as two texts are likely to agree on.

Rules. The words that name a happening may say what was done: "freed" and "let go" name a release, "truce" and "ceasefire" one paper, "shot"
and "blast" both an attack, since of one attack texts tell the shots, the fire or the dead. A release is no arrest, and talks are no attack;
words that name no deed here ("the fourth", "what befell the patrol") exclude nothing. The clauses may name a kind of place or of thing that
was hit: a bridge is no market. A text may tell of both, so two that have one in common do not differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ascribe.link.vocabulary import stem

#: The deed that most others are told beside.
ATTACK = "attack"
_DEEDS = {
    ATTACK: """bomb bombing bombings blast explosion exploded blew blown detonated grenade shot shooting shots shootings gunned fired fire
        bullets air raid raids attack attacked attacks bombed bombardment drone drones missile missiles airstrike rockets rocket shells
        shelling shelled mortar killed killing killings murdered massacre died dead deaths burned burnt torched arson ambush ambushed clash
        clashes fighting stabbed stormed hit wounded maimed hurt""",
    "abduction": "abducted abduction abductions kidnapped kidnap kidnapping snatched hostage hostages captive",
    "release": "freed released release releases free liberated handed",
    "arrest": "arrested arrest arrests detained detention detentions custody rounded suspects",
    "trial": "sentenced trial charged verdict convicted jailed",
    "truce": "truce ceasefire pact accord agreement signed deal peace",
    "talks": "talks negotiations summit met meeting negotiated envoys mediators",
    "order": "curfew ban bans lockdown closed shut closure order banned",
    "march": "march marches procession rally protest protesters demonstration demonstrators vigil",
    "blockade": "blocked blockade roadblock barricade barricades",
    "withdrawal": "withdrew withdrawal withdrawn pulled left leave leaving evacuated evacuation departed",
    "deployment": "deployed sent deployment reinforcements flown despatched",
}
_SITES = {
    "bridge": "bridge", "market": "market bazaar stall", "mosque": "mosque imam", "church": "church cathedral mass",
    "synagogue": "synagogue temple", "school": "school classroom teacher", "university": "university campus", "station": "station",
    "airport": "airport runway", "hospital": "hospital clinic ward", "embassy": "embassy consulate", "bus": "bus buses coach minibus",
    "train": "train railway rail metro wagon", "prison": "prison jail", "camp": "camp", "checkpoint": "checkpoint checkpost post",
    "crossing": "crossing border", "road": "road highway", "hotel": "hotel", "square": "square roundabout",
    "barracks": "barracks base garrison", "court": "courthouse court", "house": "house home flat", "ship": "ship boat tanker vessel ferry",
    "plane": "plane aircraft helicopter", "pipeline": "pipeline pump refinery", "dam": "dam dams", "mine": "pit pits mine", "bank": "bank",
    "office": "office headquarters", "convoy": "convoy", "funeral": "funeral cemetery", "wedding": "wedding",
    "theatre": "theatre cinema", "car": "car cars van vans pickup", "lorry": "truck lorry", "motorcycle": "motorcycle motorbike",
    "field": "field farm", "village": "village", "stadium": "stadium", "palace": "palace parliament",
    "restaurant": "restaurant cafe bar bars", "shop": "shop mall",
}  # fmt: skip


def _by_stem(words: Mapping[str, str]) -> dict[str, str]:
    return {stem(word): kind for kind, forms in words.items() for word in forms.split()}


_DEED_OF, _SITE_OF = _by_stem(_DEEDS), _by_stem(_SITES)


def deeds(heads: Iterable[str]) -> frozenset[str]:
    """What the stems of the words that name a happening say was done; nothing where they do not say."""
    return frozenset(_DEED_OF[head] for head in heads if head in _DEED_OF)


def sites(words: Iterable[str]) -> frozenset[str]:
    """The kinds of places and of things that are hit among the stems of some clauses."""
    return frozenset(_SITE_OF[word] for word in words if word in _SITE_OF)
