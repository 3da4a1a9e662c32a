"""Whether a coded description tells of one conflict event that happened, whether it sums up several, and of which types it is.

Relevant: a claim tells that it happened, or the words are those of a conflict event, or sides act in a place on a day; nothing of it
lies in the future, and it is no disaster. Aggregate: something is counted over a stretch of time. Types by their words.
"""

from __future__ import annotations

from ascribe.model.claims import EventType, Granularity, Modality
from ascribe.model.decisions import logit
from ascribe.model.parties import ARMED, STATE, Kind
from ascribe.model.reading import Reading
from benchmarks.snippets.case import by_rules as rules_case
from benchmarks.snippets.words import patterns, tells

_NO_EVENT = {EventType.REQUEST, EventType.REJECT, EventType.ACCUSE, EventType.SUPPORT, EventType.THREATEN, EventType.CONSULT}


#: What the rules' answer weighs beside the encoder's, in logits. Set on the snippets' dev part.
SECOND = {"relevant": 1.0, "aggregate": 1.0}


def relevance(reading: Reading) -> dict[str, object]:
    """The rules' answer, weighed against the encoder's where it was asked."""
    told = by_rules(reading)
    if reading.marks is None or not reading.marks.whole:
        return told
    chances = reading.marks.whole
    sums = {name: logit(chances[name]) + weight * (1 if told[name] else -1) for name, weight in SECOND.items()}
    aggregate = sums["aggregate"] > 0
    relevant = sums["relevant"] > 0 and not (aggregate and sums["aggregate"] > sums["relevant"])
    text = reading.document.text
    types = [name for name, words in patterns("type").items() if words.search(text) or chances.get(name, 0.0) >= LIKELY]
    types = types if relevant or aggregate else []
    return {"relevant": relevant, "aggregate": aggregate and not relevant, "types": types or (["Other"] if relevant or aggregate else [])}


#: From which chance on a type counts whose words the text does not have. Set on the snippets' dev part.
LIKELY = 0.9


def by_rules(reading: Reading) -> dict[str, object]:
    """Whether a description tells of one conflict event that happened; whether it sums up several; of which types."""
    text, claims = reading.document.text, reading.claims
    happened = [claim for claim in claims if claim.event_type not in _NO_EVENT and claim.modality is Modality.ACTUAL]
    kind = rules_case(reading)
    conflict = kind not in _OUTSIDE
    summed = any(claim.granularity is Granularity.AGGREGATE for claim in happened)
    tallied = any(tells("period", part) and (tells("sum", part) or tells("many", part)) for part in text.split(". ")[:2])
    aggregate = (conflict or tells("counted", text)) and (tallied or (summed and tells("period", text)))
    told = [claim for claim in happened if claim.attribution.contests is None]
    first = text.split(". ")[0]
    speculative = tells("not_yet", first) and not any(claim.casualties for claim in told)
    if tells("sport", text) and not any(claim.casualties for claim in claims):
        return {"relevant": False, "aggregate": False, "types": []}
    if tells("plain_crime", text) and not tells("armed", text):
        return {"relevant": False, "aggregate": aggregate, "types": ["Other"] if aggregate else []}
    sides = any(party.kind in ARMED | STATE | {Kind.PROTESTERS, Kind.RIOTERS} for party in reading.parties)
    done = bool(reading.times) and bool(reading.places) and sides and kind == "OTHER"
    relevant = (bool(told) or conflict or done) and not aggregate and not speculative and kind not in _NEVER
    types = [name for name, words in patterns("type").items() if words.search(text)] if relevant or aggregate else []
    return {"relevant": relevant, "aggregate": aggregate, "types": types or (["Other"] if relevant or aggregate else [])}


#: Labels that speak for no conflict event; and those that exclude it whatever else is told.
_NEVER = frozenset({"MAN_MADE_DISASTER", "NATURAL_DISASTER"})
_OUTSIDE = _NEVER | {"DIPLO", "ATTRIB", "ORG_CRIME", "OTHER"}
