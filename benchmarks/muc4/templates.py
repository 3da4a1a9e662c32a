"""Claims -> MUC-4 templates: which events are incidents of that task, and which of their words fill its slots.

The rules, after the task's documentation (template-doc-part1, sections 1 and 7):

1. An incident is an act of violence that is told as having happened, been tried or been threatened; no background, no sum of many.
2. It is none if only armed men are against armed men of the same country: guerrillas and soldiers, soldiers and guerrillas, gangs. It is
   one again when civilians or their property are hit.
3. A perpetrator that the register knows, or that has the shape of a name, is an organisation; other words for people are individuals.
4. A victim is a name; descriptions do not count.
5. How firmly an organisation is named follows from the stances of the claims that name it, the firmest first: claimed, reported, accused
   by authorities, accused, hedged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from ascribe.model.claims import Certainty, Claim, EventType, Granularity, Modality, Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import Step, fast
from benchmarks.lines import Line
from benchmarks.muc4.keys import ROLES, Entity, Firmness, Template

_TOLD = frozenset({Modality.ACTUAL, Modality.AVERTED, Modality.THREATENED})
_BOMBS = frozenset("suicide_bombing vehicle_bombing ied landmine grenade explosion missile_strike shelling".split())
_ABDUCTIONS = frozenset({"abduction", "hostage_taking"})


def predict(lines: Iterable[Line], steps: Sequence[Step] | None = None) -> dict[str, list[dict[str, Any]]]:
    """The templates of every line."""
    steps = steps or fast()
    out = {}
    for line in lines:
        document = Document.of(line["text"], published=(line.get("dateline") or {}).get("date"), language="en")
        out[line["docid"]] = templates(reduce(lambda reading, step: step(reading), steps, Reading(document)))
    return out


def templates(reading: Reading) -> list[dict[str, Any]]:
    """The templates of one reading, in the prediction form."""
    made = []
    for event in reading.events:
        claims = [claim for claim in reading.claims if claim.event == event.id]
        if _is_incident(claims):
            made.append(_template(claims, reading))
    return made


def from_json(predicted: Iterable[dict[str, Any]]) -> tuple[Template, ...]:
    """Predictions as templates that can be scored. Strings are put in small letters."""
    made = []
    for template in predicted:
        roles = {role: tuple(_entity(words) for words in template.get(role) or ()) for role in ROLES}
        firm = (template.get("org_confidence") or {}).items()
        made.append(Template(template["incident_type"].lower(), roles, tuple(Firmness(_entity([o]), frozenset({v})) for o, v in firm)))
    return tuple(made)


def _entity(words: Iterable[str]) -> Entity:
    return frozenset(" ".join(mention.lower().split()) for mention in words)


def _is_incident(claims: Sequence[Claim]) -> bool:
    told = [claim for claim in claims if claim.attribution.contests is None]
    if not told or all(claim.event_type is not EventType.ASSAULT for claim in told):
        return False
    if all(claim.modality not in _TOLD for claim in told) or all(claim.granularity is not Granularity.SINGLE for claim in told):
        return False
    if any(_is_civilian(claim) for claim in told):
        return True
    hit = {party.kind for claim in told for party in claim.recipients}
    did = {party.kind for claim in told for party in claim.actors}
    clash = len({party.key for claim in told for party in claim.actors if party.kind in ARMED | STATE}) > 1
    return not clash and not (hit and hit <= ARMED | STATE and (not did or did & (ARMED | STATE)))


def _is_civilian(claim: Claim) -> bool:
    """It hit people who are no fighters, or things."""
    return (
        any(entry.civilian for entry in claim.casualties)
        or any(party.kind not in ARMED | STATE for party in claim.recipients)
        or bool(claim.targets)
    )


def _template(claims: Sequence[Claim], reading: Reading) -> dict[str, Any]:
    tactics = {tactic for claim in claims for tactic in claim.tactics}
    kind = _kind(tactics, {claim.mode for claim in claims})
    actors = [(claim, party) for claim in claims for party in claim.actors if claim.attribution.contests is None]
    organisations = [(claim, party, words) for claim, party in actors if (words := _organisation(party, reading))]
    individuals = [words for _, party in actors if (words := _individuals(party, reading))]
    victims = [name for claim in claims for party in claim.recipients for name in _names(party)]
    return {
        "incident_type": kind,
        "PerpInd": _distinct(individuals),
        "PerpOrg": _distinct(words for _, _, words in organisations),
        "Target": _distinct(_flat(thing.text) for claim in claims for thing in claim.targets),
        "Victim": _distinct(victims),
        "Weapon": [] if kind in {"arson", "kidnapping"} else _distinct(_flat(t.text) for claim in claims for t in claim.weapons),
        "org_confidence": _firmness([(words, claim) for claim, _, words in organisations]),
    }


def _kind(tactics: set[str], modes: set[str | None]) -> str:
    if tactics & _ABDUCTIONS or "abduct" in modes:
        return "kidnapping"
    if "hijacking" in tactics:
        return "hijacking"
    if "arson" in tactics:
        return "arson"
    if tactics & _BOMBS or "explosives" in modes:
        return "bombing"
    return "robbery" if "looting" in tactics else "attack"


def _distinct(words: Iterable[str]) -> list[list[str]]:
    return [[mention] for mention in dict.fromkeys(words) if mention]


def _flat(words: str) -> str:
    return " ".join(words.split())


def _organisation(party: Party, reading: Reading) -> str:
    """The words in a party that name an organisation; empty if none do."""
    inside = [name for name in reading.names if party.start <= name.start and name.end <= party.end]
    if inside:
        return _flat(inside[0].name)
    return _flat(party.name) if party.id and not party.inferred else ""


def _individuals(party: Party, reading: Reading) -> str:
    if party.inferred or (party.id and _flat(party.name) == _organisation(party, reading)):
        return ""
    return _flat(party.name)


def _names(party: Party) -> list[str]:
    return [_flat(party.name)] if party.kind is Kind.PERSON else []


def _firmness(named: Iterable[tuple[str, Claim]]) -> dict[str, str]:
    values: dict[str, set[int]] = {}
    for words, claim in named:
        values.setdefault(words, set()).add(_FIRMEST.index(_value(claim)))
    return {words: _FIRMEST[min(found)] for words, found in values.items()}


_FIRMEST = ("CLAIMED OR ADMITTED", "REPORTED AS FACT", "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", "POSSIBLE")


def _value(claim: Claim) -> str:
    attribution = claim.attribution
    if attribution.stance is Stance.CLAIMED:
        return "CLAIMED OR ADMITTED"
    by_authorities = attribution.source is not None and attribution.source.kind in STATE
    if attribution.stance is Stance.ACCUSED or (attribution.certainty is Certainty.HEDGED and by_authorities):
        return "SUSPECTED OR ACCUSED BY AUTHORITIES" if by_authorities else "SUSPECTED OR ACCUSED"
    if attribution.certainty is Certainty.HEDGED:
        return "POSSIBLE"
    return "REPORTED AS FACT"
