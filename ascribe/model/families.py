"""Families of tactics: those of one family may be two words for one happening, those of two families tell happenings apart."""

from __future__ import annotations

#: An ambush is no air strike; a car bomb may be told as an explosion.
FAMILY = {
    "airstrike": "air", "drone_strike": "air", "missile_strike": "air", "shelling": "shelling",
    "suicide_bombing": "bomb", "vehicle_bombing": "bomb", "ied": "bomb", "explosion": "bomb", "grenade": "bomb", "landmine": "mine",
    "abduction": "abduction", "hostage_taking": "abduction", "hijacking": "abduction", "ambush": "ambush",
    "sexual_violence": "sexual", "crowd_control": "crowd", "naval_attack": "naval", "targeted_killing": "assassination",
    "seizure": "seizure", "arson": "fire", "sabotage": "bomb", "armed_clash": "clash",
}  # fmt: skip
