"""Claims -> MUC-4 templates: which events are incidents of that task, and which of their words fill its slots.

The rules, after the task's documentation (template-doc-part1, sections 1 and 7):

1. An incident is an act of violence that is told as having happened, been tried or been threatened; no background, no sum of many, nothing
   that lies more than two months back, nothing without place, day and harm.
2. Somebody or something that is not military was hit, or it is told as a bombing, an arson or a kidnapping in a place or on a day. Armed
men
   against armed men of the same country are none: guerrillas and soldiers, soldiers and guerrillas, gangs.
3. A perpetrator that the register knows is an organisation; other words for people are individuals.
4. It happened in one of the nine countries of the task, as far as a place is told.
5. A victim is a name, in the longest form that the text has; descriptions do not count.
6. How firmly an organisation is named follows from the stances of the claims that name it, the firmest first: claimed, reported, accused
   by authorities, accused, hedged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from ascribe.knowledge.common_words import common_words
from ascribe.model.claims import Casualty, Certainty, Claim, Contests, Effect, EventType, Granularity, Modality, Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.reading import Reading
from benchmarks.coding import readings
from benchmarks.lines import Line
from benchmarks.muc4 import marked
from benchmarks.muc4.keys import ROLES, Entity, Firmness, Template

_TOLD = frozenset({Modality.ACTUAL, Modality.AVERTED, Modality.THREATENED})
_BOMBS = frozenset("suicide_bombing vehicle_bombing ied landmine grenade explosion missile_strike shelling".split())
_ABDUCTIONS = frozenset({"abduction", "hostage_taking"})
#: What is done to things, often by police, so that it says little of itself.
_ON_THINGS = frozenset({"seizure", "raid", "destruction"})


def predict(lines: Iterable[Line], engine: str = "auto") -> dict[str, list[dict[str, Any]]]:
    """The templates of every line."""
    coded = readings(lines, "documents", engine, lambda line: (line.get("dateline") or {}).get("date"), fillers=True)
    return {line["docid"]: answer(reading, line.get("body_start", 0)) for line, reading in coded}


def answer(reading: Reading, body_start: int) -> list[dict[str, Any]]:
    """The templates of one reading: of its claims, and of its marks where the encoder was asked."""
    by_claims = templates(reading)
    return by_claims if reading.marks is None else marked.templates(reading, body_start, by_claims, _weights())


@cache
def _weights() -> marked.Weights:
    return marked.load()


def templates(reading: Reading) -> list[dict[str, Any]]:
    """The templates of one reading, in the prediction form."""
    made = []
    published = date.fromisoformat(reading.document.published) if reading.document.published else None
    named = [place.country in _OF_THE_TASK for place in reading.places if place.country]
    at_home = sum(named) > len(named) / 2
    for event in reading.events:
        claims = [claim for claim in reading.claims if claim.event == event.id]
        if _is_incident(claims, published, at_home=at_home):
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


def _is_incident(claims: Sequence[Claim], published: date | None, *, at_home: bool = False) -> bool:
    told = [claim for claim in claims if _is_told(claim) and _is_recent(claim, published) and _is_particular(claim)]
    countries = {place.country for claim in told for place in claim.places if place.country}
    if countries and not countries & _OF_THE_TASK and not at_home:
        return False
    placed = any(_is_placed(claim) for claim in told)
    if any(_hits_civilians(claim) for claim in told):
        return placed or any(claim.targets or claim.casualties or _names_somebody(claim) for claim in told)
    tactics = {tactic for claim in told for tactic in claim.tactics}
    hit = {party.kind for claim in told for party in claim.recipients}
    military = "armed_clash" in tactics or bool(hit & (ARMED | STATE)) or any(_is_military(t.text) for c in told for t in c.targets)
    by_state = any(party.kind in STATE for claim in told for party in claim.actors)
    return bool(tactics & (_BOMBS | _ABDUCTIONS | {"arson", "hijacking"})) and placed and not military and not by_state


def _is_told(claim: Claim) -> bool:
    """Violence that is told as having happened, been tried or been threatened, and that nobody says never was."""
    violent = claim.event_type is EventType.ASSAULT and claim.attribution.contests is not Contests.HAPPENING
    return violent and claim.modality in _TOLD and claim.granularity is not Granularity.BACKGROUND


def _is_placed(claim: Claim) -> bool:
    """In a place or on a day."""
    return bool(claim.places or (claim.time is not None and claim.time.text))


def _is_particular(claim: Claim) -> bool:
    """Placed or dated; or somebody was hurt, or there was more to it than a house entered or goods taken."""
    if _is_placed(claim) or _names_somebody(claim) or any(entry.effect in _HARM for entry in claim.casualties):
        return True
    return bool(claim.recipients or set(claim.tactics) - _ON_THINGS) and bool(claim.tactics)


def _names_somebody(claim: Claim) -> bool:
    return any(party.kind is Kind.PERSON for party in claim.recipients)


def _is_recent(claim: Claim, published: date | None) -> bool:
    """Not told as something of more than two months ago."""
    last = claim.time.end if claim.time is not None and claim.time.text is not None else None
    return last is None or published is None or (published - last).days <= 62


def _hits_civilians(claim: Claim) -> bool:
    """People who are no fighters were hit, or things that are not military. Great or vague numbers are no one incident."""
    if "armed_clash" in claim.tactics:
        return any(entry.civilian for entry in claim.casualties)
    if any(not _is_military(thing.text) for thing in claim.targets) and not any(party.kind in STATE for party in claim.actors):
        return True
    if any(entry.civilian and not _is_sum(entry) for entry in claim.casualties):
        return True
    if any(party.kind not in _FIGHTERS and not _is_general(party.name) for party in claim.recipients):
        return True
    harmed = any(entry.effect in _HARM and not _is_sum(entry) for entry in claim.casualties)
    return harmed and not any(party.kind in _FIGHTERS for party in claim.recipients)


def _is_sum(entry: Casualty) -> bool:
    """As many dead are the sum of many incidents; as many abducted may be one."""
    return entry.effect is not Effect.ABDUCTED and (entry.count.best or 0) >= MANY


def _is_general(words: str) -> bool:
    """No particular people: "the civilian population", "many persons", "activists"."""
    told = words.lower().split()
    return any(word in _GENERAL for word in told) or (len(told) == 1 and told[0].endswith("s") and told[0] in common_words())


_HARM = frozenset({Effect.KILLED, Effect.INJURED, Effect.ABDUCTED})


def _is_military(words: str) -> bool:
    return any(word.strip(",.") in _MILITARY for word in words.lower().split())


_FIGHTERS = (ARMED | STATE) - {Kind.GOVERNMENT}
#: The countries that the task is about (template-doc-part1, 1.0, 4).
_OF_THE_TASK = frozenset("SV GT HN AR BO CL CO EC PE".split())
#: As many dead are the sum of many incidents.
MANY = 50
_GENERAL = frozenset("people population many thousands hundreds others everyone nobody one salvadorans colombians peruvians nation".split())
_MILITARY = frozenset(
    "military army garrison garrisons barracks position positions police troops base brigade battalion patrol patrols guard antiaircraft "
    "enemy guerrilla rebel helicopter helicopters gunship armored convoy post posts camp camps".split()
)


def _template(claims: Sequence[Claim], reading: Reading) -> dict[str, Any]:
    tactics = {tactic for claim in claims for tactic in claim.tactics}
    kind = _kind(tactics, {claim.mode for claim in claims})
    actors = [(claim, party) for claim in claims for party in claim.actors if claim.attribution.contests is None]
    organisations = [(claim, party, words) for claim, party in actors if (words := _organisation(party, reading))]
    individuals = [words for _, party in actors if (words := _individuals(party, reading))]
    victims = [name for claim in claims for name in _victims(claim, reading)]
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
    if party.inferred:
        return ""
    inside = [name for name in reading.names if party.start <= name.start and name.end <= party.end and not name.inferred]
    named = [name for name in inside if name.kind not in {Kind.GOVERNMENT, Kind.PERSON}]
    if named:
        return _flat(named[0].name)
    head = _flat(party.name).lower().split()[-1]
    return _flat(party.name) if party.id and not inside and head in _FORCES else ""


_FORCES = frozenset("army forces force police government military regime guard navy".split())


def _individuals(party: Party, reading: Reading) -> str:
    """The words for people, with what "a group" or "two members" is of."""
    words = _flat(party.name)
    if party.inferred or (party.id and words == _organisation(party, reading)) or party.kind in {Kind.GOVERNMENT}:
        return ""
    if words.lower().split()[-1] in _BARE:
        return ""
    behind = _OF_THEM.match(reading.document.text, party.end)
    return _flat(words + behind[0]) if behind and words.lower().split()[-1] in _GROUPS else words


#: These describe what stands behind them ("guerrilla attack") and name nobody.
_BARE = frozenset("guerrilla rebel terrorist subversive army military one it their his our".split())
_GROUPS = frozenset("group groups members member column band number unit squad commando dozen elements gang".split())
_OF_THEM = re.compile(r"\s+OF\s+(?:THE\s+)?(?:[A-Z]+\s+){0,2}?[A-Z]+S\b")


def _victims(claim: Claim, reading: Reading) -> list[str]:
    """The names of those who were hit, each in its longest form in the text."""
    return [_longest(name, reading) for party in claim.recipients if (name := _name_in(party.start, party.end, reading))]


def _name_in(start: int, end: int, reading: Reading) -> str:
    """The proper name at the end of a noun phrase, without titles: "former minister JOSE LOPEZ"."""
    for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
        if not sentence.start <= start < sentence.end:
            continue
        run: list[int] = []
        for at in reversed([n for n, token in enumerate(sentence.tokens) if start <= token.start < end]):
            token = sentence.tokens[at]
            if parse.tags[at] != "NNP" or token.lower.rstrip(".") in _TITLES:
                if run:
                    break
                continue
            run.append(at)
        if not run or any(name.start <= sentence.tokens[run[-1]].start < name.end for name in reading.names):
            return ""
        first, last = sentence.tokens[run[-1]].start, sentence.tokens[run[0]].end
        if any(place.start <= first < place.end for place in reading.places if place.gazetteer_id):
            return ""
        return _flat(reading.document.text[first:last])
    return ""


_TITLES = frozenset(
    "dr msgr mr mrs gen col lt maj capt sgt father rev judge senator liberal conservative republican salvadoran colombian peruvian "
    "chilean guatemalan honduran bolivian nicaraguan american argentine ecuadoran u.s jesuit".split()
)


def _longest(name: str, reading: Reading) -> str:
    """The longest name of the text that begins or ends with this one, a few words on."""
    more = re.compile(rf"(?:\b[A-Z]{{3,}}\s+){{1,3}}{re.escape(name).replace(chr(92) + ' ', chr(92) + 's+')}\b")
    known = common_words()
    best = name
    for match in more.finditer(reading.document.text):
        words = _flat(match[0]).split()
        while words and (words[0].lower() in known or words[0].lower() in _TITLES):
            words = words[1:]
        if len(words) > len(best.split()):
            best = " ".join(words)
    return best


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
