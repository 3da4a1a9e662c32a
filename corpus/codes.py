"""Codes that annotations use and the model does not list: PLOVER's modes, tactics, forms, sub-event labels."""

from __future__ import annotations

from ascribe.model.claims import EventType

_STANCES_TO_WISHES = ("assist", "change", "yield", "meet")

#: PLOVER's modes of each type (manual of openeventdata/PLOVER, 2024-02-04).
MODES: dict[EventType, tuple[str, ...]] = {
    **dict.fromkeys(EventType, ()),
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: _STANCES_TO_WISHES,
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.REJECT: _STANCES_TO_WISHES,
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: tuple("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()),
    EventType.ASSAULT: tuple(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
        "crowd-control unconventional".split()
    ),
}

TACTICS = frozenset(
    "ambush armed_clash sniper targeted_killing suicide_bombing vehicle_bombing ied landmine grenade explosion shelling missile_strike "
    "airstrike drone_strike raid seizure arson sabotage abduction hostage_taking hijacking execution massacre torture beating "
    "sexual_violence destruction looting crowd_control naval_attack".split()
)

#: The field's sub-event types as a shared task of 2021 named them, and the five of that task that are none of them.
CASES = tuple(
    "ABDUCT_DISSAP AGREEMENT AIR_STRIKE ARMED_CLASH ARREST ART_MISS_ATTACK ATTACK CHANGE_TO_GROUP_ACT CHEM_WEAP DISR_WEAP "
    "FORCE_AGAINST_PROTEST GOV_REGAINS_TERIT GRENADE HQ_ESTABLISHED MOB_VIOL NON_STATE_ACTOR_OVERTAKES_TER NON_VIOL_TERRIT_TRANSFER OTHER "
    "PEACE_PROTEST PROPERTY_DISTRUCT PROTEST_WITH_INTER REM_EXPLOS SEX_VIOL SUIC_BOMB VIOL_DEMONSTR "
    "ATTRIB DIPLO MAN_MADE_DISASTER NATURAL_DISASTER ORG_CRIME".split()
)

FORMS = frozenset(
    {
        *("wire", "statement", "situation report", "local paper", "NGO report", "press review", "radio summary", "weekly summary"),
        *("court report", "feature", "interview", "analysis", "social media post", "diplomatic note", "upper-case wire", "other"),
    }
)
