"""Accidents, disasters and illness: people die of them and nobody did it.

Rule. A sentence that names an accident or a force of nature, and neither arms nor a warring party, tells of no happening of ours.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import EventType
from ascribe.model.parties import ARMED, Kind

_ACCIDENTS = frozenset(
    "accident accidents collide plunged collided collision crashed crash overturned derailed derailment capsized ravine "
    "earthquake quake tremor aftershock flood floods flooding "
    "landslide landslides avalanche storm cyclone hurricane typhoon tornado tsunami lightning wildfire cylinder stampede "
    "drowned drowning outbreak cholera "
    "epidemic eruption volcano heatwave mudslide short-circuit skidded collapsed sank shipwreck "
    "methane firedamp colliery miners coal rains downpour downpours mudslides flooded gas-leak".split()
)
_ARMS = frozenset(
    "bomb bombs bombing shelling shell shells missile missiles rocket rockets drone drones airstrike airstrikes strike strikes "
    "gunmen militants rebels soldiers troops attack "
    "attacked attackers gunfire shot mine landmine grenade explosives explosion blast army suicide fighting clashes militia "
    "jets warplanes".split()
)


#: Where these stand, an explosion is no bomb.
_BURSTS = frozenset("cylinder methane firedamp colliery miners coal".split())


def is_accident(scene: Scene, mention: Mention) -> bool:
    """The sentence tells of an accident, and of no arms."""
    if (
        mention.type is not EventType.ASSAULT
        or mention.weapons
        or any(party.kind in ARMED | {Kind.PROTESTERS, Kind.RIOTERS} for party in mention.actors)
    ):
        return False
    if not (mention.is_toll or mention.frame.name in {"destruction", "explode", "bombing", "impact", "target", "displace", "kill"}):
        return False
    words = {token.lower for token in scene.tokens}
    if words & _ACCIDENTS:
        return not words & (_ARMS - {"explosion", "blast"} if words & _BURSTS else _ARMS)
    if not mention.is_toll or words & _ARMS:
        return False
    around = _paragraph(scene)  # "A bus fell into the ravine. Twenty-two others were injured."
    return bool(around & _ACCIDENTS) and not around & _ARMS


def _paragraph(scene: Scene) -> set[str]:
    """The words of the sentence's paragraph."""
    own = scene.sentence.paragraph
    return {token.lower for sentence in scene.reading.sentences if sentence.paragraph == own for token in sentence.tokens}
