"""The reasons in words: for each aspect of two reports that was compared, what was found, so that a person can judge it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from ascribe.link.bounds import nearest
from ascribe.link.sides import Bag, Side
from ascribe.link.signs import alike, shares_of_days
from ascribe.link.vocabulary import skeleton
from ascribe.model.judgements import Feature
from ascribe.model.linking import Sign, Weights
from ascribe.model.sketches import Days, Who

#: How many words, names or parties are listed.
LISTED = 5
#: A number, and the sentence that goes with it.
Saying = tuple[float, str]
_HOW = {
    "own": "it says",
    "left": "its sentence speaks of",
    "right": "its sentence speaks of",
    "before": "the text before it speaks of",
    "behind": "the text behind it speaks of",
    "publication": "counted from the day of publication:",
}


def reasons(left: Side, right: Side, signs: Sequence[Sign], weights: Weights) -> tuple[Feature, ...]:
    """What was compared, aspect by aspect, that which weighs most first. An aspect weighs what its signs weigh together."""
    weight = weights.settled.weights.get
    summed: dict[str, float] = {}
    for name, value in signs:
        if not value:
            continue
        aspect = name.partition(":")[0]
        summed[aspect] = summed.get(aspect, 0.0) + weight(name, 0.0) * value
    made = []
    for aspect, total in summed.items():
        value, says = _SAYINGS[aspect](left, right) if aspect in _SAYINGS else (dict(signs).get(f"{aspect}: odds", 1.0), _OTHERS[aspect])
        made.append(Feature(aspect, round(value, 3), round(total, 3), says))
    return tuple(sorted(made, key=lambda feature: (-abs(feature.weight), feature.name)))


def days(left: Side, right: Side) -> Saying:
    """The likeliest days of each, and the chance that they are the same."""
    same = shares_of_days(left, right)[0]
    return same, f"{_day(left)}; {_day(right)}"


def _day(side: Side) -> str:
    if not side.sketch.days:
        return "no day is known"
    likeliest = side.sketch.days[0]
    return f"{_HOW[likeliest.how]} {_shown(likeliest)}"


def _shown(time: Days) -> str:
    first, last = (date.fromordinal(day).isoformat() if day else None for day in (time.first, time.last))
    if first == last:
        return first or "no day"
    return f"{first or '...'} to {last or '...'}"


def places(left: Side, right: Side) -> Saying:
    """The distance, the same names, or the areas."""
    distance = nearest(left.bounds.points, right.bounds.points)
    same = sorted(left.bounds.place_names & right.bounds.place_names)
    if same:
        return distance or 0.0, f"both name {_listed(same)}" + (f", {distance:.0f} km apart" if distance and distance >= 1 else "")
    if distance is not None:
        return distance, f"the nearest places of the two lie {distance:.0f} km apart"
    return 0.0, _against("place", sorted(left.bounds.place_names), sorted(right.bounds.place_names))


def parties(left: Side, right: Side) -> Saying:
    """Who acts and who suffers."""
    same = (left.actors & right.actors) | (left.recipients & right.recipients)
    parts = []
    for role in ("actors", "recipients"):
        one, other = (_names(getattr(side.sketch, role)) for side in (left, right))
        if one or other:
            parts.append(f"{role}: {_listed(one) or 'nobody named'} / {_listed(other) or 'nobody named'}")
    return float(len(same)), "; ".join(parts) or "no party is named"


def _names(parties: Iterable[Who]) -> list[str]:
    return sorted({party.id or party.key for party in parties})


def figures(left: Side, right: Side) -> Saying:
    """Tolls of the same effect, equal numbers; a later toll that is higher may be the same one risen."""
    parts = []
    for effect in sorted(left.tolls.keys() & right.tolls.keys()):
        one, other = left.tolls[effect], right.tolls[effect]
        parts.append(f"both say {one} {effect}" if one == other else f"{one} and {other} {effect}{_risen(left, right, one, other)}")
    shared = sorted(left.numbers & right.numbers, key=int)
    if shared:
        parts.append(f"both have the numbers {_listed(shared)}")
    return float(len(shared)), "; ".join(parts) or "no figure is the same"


def _risen(left: Side, right: Side, one: int, other: int) -> str:
    published, later = left.sketch.published, right.sketch.published
    if published is None or later is None or (other - one) * (later - published) <= 0:
        return ""
    return ", the later report has the higher figure"


def kinds(left: Side, right: Side) -> Saying:
    """Type, means, targets; one or many; carried out or not."""
    one, other = left.sketch, right.sketch
    parts = [one.type if one.type == other.type else f"{one.type} and {other.type}"]
    if one.tactics or other.tactics:
        parts.append(f"means: {_listed(one.tactics) or 'not said'} / {_listed(other.tactics) or 'not said'}")
    if left.deeds and right.deeds:
        parts.append(f"deeds: {_listed(sorted(left.deeds))} / {_listed(sorted(right.deeds))}")
    if one.granularity != other.granularity:
        parts.append(f"{one.granularity} and {other.granularity}")
    if one.modality != other.modality:
        parts.append(f"{one.modality} and {other.modality}")
    return float(one.type == other.type), "; ".join(parts)


def wording(left: Side, right: Side) -> Saying:
    """The rarest words that both have."""
    shared = _rarest(left.words, right.words)
    return left.words.cosine(right.words), f"both have {_listed(shared)}" if shared else "no telling word is the same"


def names(left: Side, right: Side) -> Saying:
    """The names that both have."""
    kept = left.names.words & right.names.words
    shared = sorted({name for name in left.sketch.names if skeleton(name) in kept})
    if shared:
        return left.names.shared(right.names), f"both name {_listed(shared)}"
    return 0.0, _against("name", left.sketch.names, right.sketch.names)


def telling(left: Side, right: Side) -> Saying:
    """Parts of the day, and words of order."""
    one, other = ((*side.sketch.hours, *side.sketch.order) for side in (left, right))
    return float(len(set(one) & set(other))), f"{_listed(one) or 'nothing'} / {_listed(other) or 'nothing'}"


def encoder(left: Side, right: Side) -> Saying:
    """How alike the encoder finds the words."""
    value = alike(left, right)
    return value, f"the encoder finds the words that name it {100 * value:.0f} % alike"


def _rarest(one: Bag, other: Bag) -> list[str]:
    return sorted(one.words & other.words, key=lambda word: (-one.weights[word], word))


def _against(what: str, one: Sequence[str], other: Sequence[str]) -> str:
    return f"{_listed(one) or f'no {what}'} / {_listed(other) or f'no {what}'}"


def _listed(words: Sequence[str]) -> str:
    return ", ".join(words[:LISTED]) + (" ..." if len(words) > LISTED else "")


_SAYINGS: dict[str, Callable[[Side, Side], Saying]] = {
    "days": days,
    "places": places,
    "parties": parties,
    "figures": figures,
    "kinds": kinds,
    "wording": wording,
    "names": names,
    "telling": telling,
    "encoder": encoder,
}
_OTHERS = {
    "base": "before anything is compared",
    "document": "one document tells of both, and its coder kept them apart",
    "rivals": "against the other reports of the two documents, which may fit better",
}
