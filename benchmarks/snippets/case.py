"""Which kind of event a coded snippet tells of.

The first that fits:

1. Chemical weapons and sexual violence, by their words.
2. The text is about who did it: somebody says that he did, denies it, is charged with it (ATTRIB).
3. A disaster without arms; crime without a claim; an abduction.
4. Ground that changed hands, and to whom; a weapon that was found or stopped; a protest, by what became of it.
5. The tactics of its claims, then their types, then the words of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import log

from ascribe.model.claims import Claim, EventType, Modality, Stance
from ascribe.model.parties import ARMED, STATE
from ascribe.model.reading import Reading
from benchmarks.snippets.words import says, tells

#: Tactic -> label, the most telling first.
_BY_TACTIC = (
    ("suicide_bombing", "SUIC_BOMB"),
    ("sexual_violence", "SEX_VIOL"),
    ("abduction", "ABDUCT_DISSAP"),
    ("hostage_taking", "ABDUCT_DISSAP"),
    ("hijacking", "ABDUCT_DISSAP"),
    ("drone_strike", "AIR_STRIKE"),
    ("airstrike", "AIR_STRIKE"),
    ("grenade", "GRENADE"),
    ("shelling", "ART_MISS_ATTACK"),
    ("missile_strike", "ART_MISS_ATTACK"),
    ("landmine", "REM_EXPLOS"),
    ("ied", "REM_EXPLOS"),
    ("vehicle_bombing", "REM_EXPLOS"),
    ("explosion", "REM_EXPLOS"),
    ("armed_clash", "ARMED_CLASH"),
    ("ambush", "ARMED_CLASH"),
    ("arson", "PROPERTY_DISTRUCT"),
    ("looting", "PROPERTY_DISTRUCT"),
    ("destruction", "PROPERTY_DISTRUCT"),
    ("sabotage", "PROPERTY_DISTRUCT"),
)
#: Labels whose words decide before any tactic: they are rare and plain.
_FIRST = ("CHEM_WEAP", "SEX_VIOL")
#: The order in which words decide where no claim does.
_ORDER = (
    *(
        "SUIC_BOMB",
        "FORCE_AGAINST_PROTEST",
        "PROTEST_WITH_INTER",
        "VIOL_DEMONSTR",
        "HQ_ESTABLISHED",
        "DISR_WEAP",
        "AGREEMENT",
        "ABDUCT_DISSAP",
    ),
    *("GRENADE", "AIR_STRIKE", "ART_MISS_ATTACK", "MOB_VIOL", "REM_EXPLOS", "PEACE_PROTEST", "ARMED_CLASH", "ARREST", "PROPERTY_DISTRUCT"),
    *("CHANGE_TO_GROUP_ACT", "ORG_CRIME", "MAN_MADE_DISASTER", "NATURAL_DISASTER", "ATTACK", "ATTRIB", "DIPLO"),
)


#: What the rules' label weighs beside the encoder's chances, in logarithms. Set on the snippets' dev part.
SECOND = 1.0


def case(reading: Reading) -> str:
    """The label of a coded snippet: that of the rules, weighed against the encoder's where it was asked."""
    told = by_rules(reading)
    if reading.marks is None:
        return told
    chances = {name.removeprefix("snippet "): chance for name, chance in reading.marks.whole.items() if name.startswith("snippet ")}
    return max(chances, key=lambda label: log(chances[label] + 1e-6) + SECOND * (label == told), default=told)


def by_rules(reading: Reading) -> str:
    """The sub-event type of a snippet."""
    text, claims = reading.document.text, reading.claims
    for label in _FIRST:
        if says(label, text):
            return label
    first = text.split(". ")[0]
    if tells("own_word", first) or _is_about_responsibility(claims, text):
        return "ATTRIB"
    for label in ("NATURAL_DISASTER", "MAN_MADE_DISASTER"):
        if says(label, first) and not tells("armed", text):
            return label
    if not claims and says("ORG_CRIME", text):
        return "ORG_CRIME"
    if re.search(r"\b(?:abduct|kidnap)", text, re.IGNORECASE) and not re.search(r"protest|demonstrat|rally", text, re.IGNORECASE):
        return "ABDUCT_DISSAP"
    territory = _territory(text)
    if territory:
        return territory
    tactics = {tactic for claim in claims for tactic in claim.tactics if claim.modality is not Modality.AVERTED}
    if any(claim.modality is Modality.AVERTED for claim in claims) or (says("DISR_WEAP", text) and not tactics - {"explosion", "ied"}):
        return "DISR_WEAP"
    protest = _protest(claims, text)
    if protest:
        return protest
    for tactic, label in _BY_TACTIC:
        if tactic in tactics and not (label == "REM_EXPLOS" and says("MOB_VIOL", text) and says("GRENADE", text)):
            return "MOB_VIOL" if label in {"PROPERTY_DISTRUCT", "ARMED_CLASH"} and says("MOB_VIOL", text) else label
    types = [claim.event_type for claim in claims]
    if claims and claims[0].mode == "arrest" and all(not claim.casualties for claim in claims if claim.event_type is EventType.ASSAULT):
        return "ARREST"
    if EventType.ASSAULT in types:
        return _assault(claims, text)
    return _in_words(types, text)


def _is_about_responsibility(claims: Sequence[Claim], text: str) -> bool:
    """Every account is one of who did it, and nothing is told beside it."""
    said = {claim.attribution.stance for claim in claims}
    by_stance = bool(said) and said <= {Stance.CLAIMED, Stance.ACCUSED, Stance.DENIED, Stance.UNCLAIMED} and len(claims) <= 2
    return by_stance and says("ATTRIB", text.split(". ")[0])


def _territory(text: str) -> str:
    """Ground that changed hands, and to whom."""
    if not tells("territory", text):
        return ""
    if says("NON_VIOL_TERRIT_TRANSFER", text) and re.search(
        r"without (?:a )?(?:fight|shot|resist|firing)|unopposed|hand(?:ed)? ?-?over|bloodless|peaceful", text, re.IGNORECASE
    ):
        return "NON_VIOL_TERRIT_TRANSFER"
    return next((label for label in ("GOV_REGAINS_TERIT", "NON_STATE_ACTOR_OVERTAKES_TER") if says(label, text)), "")


def _protest(claims: Sequence[Claim], text: str) -> str:
    if not says("PEACE_PROTEST", text) and all(claim.event_type is not EventType.PROTEST for claim in claims):
        return ""
    if all(claim.event_type not in {EventType.PROTEST, EventType.ASSAULT, EventType.COERCE} for claim in claims) and "strike" in text:
        return ""
    if re.search(r"\b(?:air|drone|missile|rocket|artillery) ?strike", text, re.IGNORECASE):
        return ""
    order = ("FORCE_AGAINST_PROTEST", "PROTEST_WITH_INTER", "VIOL_DEMONSTR", "PEACE_PROTEST")
    return next((label for label in order if says(label, text)), "")


def _assault(claims: Sequence[Claim], text: str) -> str:
    actors = {party.kind for claim in claims for party in claim.actors}
    hit = {party.kind for claim in claims for party in claim.recipients}
    if says("MOB_VIOL", text):
        return "MOB_VIOL"
    if hit & (ARMED | STATE) and (actors & (ARMED | STATE) or "ambush" in text):
        return "ARMED_CLASH"
    for label in ("ABDUCT_DISSAP", "SUIC_BOMB", "GRENADE", "AIR_STRIKE", "ART_MISS_ATTACK", "REM_EXPLOS", "PROPERTY_DISTRUCT"):
        if says(label, text) and not says("ATTACK", text):
            return label
    return "ATTACK"


def _in_words(types: Sequence[EventType], text: str) -> str:
    if EventType.COERCE in types and says("ARREST", text):
        return "ARREST"
    if types and types[0] in {EventType.AGREE, EventType.RETREAT} and says("AGREEMENT", text):
        return "AGREEMENT"
    found = next((label for label in _ORDER if says(label, text)), "OTHER")
    if found in {"ATTACK", "ARMED_CLASH"} and types and EventType.ASSAULT not in types:
        return "DIPLO"
    return found
