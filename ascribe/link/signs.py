"""What speaks for and against two reports being of one event: signs with names and numbers, the same whichever comes first.

A sign is named after its aspect ("days: next"); what it weighs was fitted on gold (`python -m benchmarks.fit_linking`). Each function here
is one aspect, and `reasons` has a sentence for each.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import log, log1p
from operator import mul

from ascribe.link.bounds import apart, nearest
from ascribe.link.deeds import ATTACK
from ascribe.link.sides import Side
from ascribe.model.linking import Sign
from ascribe.model.sketches import Days

#: A day, so many days or more lie between two stated times.
_GAPS = ((60, "stated, months apart"), (10, "stated, weeks apart"), (3, "stated, days apart"), (1, "stated, two or three days apart"))
#: In days: longer times than two months are all alike.
_LONGEST = 59
#: Clauses that are as alike as this are hardly of two happenings: one is a copy of the other.
_ALIKE = tuple((least, f"wording: clauses alike from {least}") for least in (0.35, 0.6, 0.8))
#: How long before the other's publication the one states that it was, in days: more than so many.
_BEFORE = ((60, "stated long before"), (10, "stated weeks before"), (2, "stated days before"), (-1, "stated just before"))
#: Names that weigh no more than this are common words that begin a sentence, or names that every other text has.
_COMMON = 2.5
#: Words that set a happening beside a first one.
_LATER = frozenset({"second", "other"})
#: What stands for a chance that is next to none.
_LEAST = 0.03


def signs(left: Side, right: Side) -> list[Sign]:
    """All signs of two reports. What says nothing may be left out, or be 0."""
    found: list[Sign] = [("base", 1.0)]
    for aspect in ASPECTS.values():
        found.extend(aspect(left, right))
    return found


def days(left: Side, right: Side) -> Iterator[Sign]:
    """On which days each may have been, and how far apart these are; who published when."""
    same, next_day, few, many = shares_of_days(left, right)
    yield "days: agree", log((same + _LEAST) / (next_day + few + many + _LEAST))
    yield "days: same", same
    yield "days: next", next_day
    yield "days: few apart", few
    yield "days: many apart", many
    one, other = left.bounds.stated, right.bounds.stated
    if one and other:
        yield _stated(one, other), 1.0
        yield "days: stated, long", log1p(max(_length(one), _length(other)))
    elif one:
        yield _before(one, right), 1.0
    elif other:
        yield _before(other, left), 1.0
    else:
        yield "days: none is stated", 1.0
    if left.sketch.published is not None and right.sketch.published is not None:
        yield "days: published apart", log1p(abs(left.sketch.published - right.sketch.published))
        if _too_early(left, right) or _too_early(right, left):
            yield "days: told before it was", 1.0


def shares_of_days(left: Side, right: Side) -> tuple[float, float, float, float]:
    """The chances that both were on the same day, on days that follow one another, within ten days, and further apart."""
    same = next_day = few = many = 0.0
    for first, last, likely in left.spans:
        for begins, ends, chance in right.spans:
            chance *= likely
            gap = (first if first > begins else begins) - (last if last < ends else ends)
            if gap <= 0:
                same += chance * _overlap(last - first, ends - begins)
            elif gap == 1:
                next_day += chance
            elif gap <= 10:
                few += chance
            else:
                many += chance
    return same, next_day, few, many


def _overlap(one: int, other: int) -> float:
    """The share of the longer time that both have, by their lengths in days; two months count as the longest."""
    shortest, longest = min(one, other, _LONGEST), min(max(one, other), _LONGEST)
    return max(0.02, (shortest + 1) / (longest + 1))


def _length(time: Days) -> int:
    """How many days more than one."""
    return 400 if time.first is None or time.last is None else time.last - time.first


def _stated(one: Days, other: Days) -> str:
    gap = apart(one, other)
    if gap == 0:
        return "days: stated, same" if max(_length(one), _length(other)) <= 1 else "days: stated, may be same"
    return "days: " + next((name for least, name in _GAPS if gap > least), "stated, a day apart")


def _before(stated: Days, other: Side) -> str:
    """How a stated time lies to the publication of the report that states none."""
    day = stated.last if stated.first is None else stated.first
    if day is None or other.sketch.published is None:
        return "days: one is not stated"
    gap = other.sketch.published - day
    return "days: " + next((name for more, name in _BEFORE if gap > more), "stated after publication")


def _too_early(told: Side, other: Side) -> bool:
    """The one was published before the day that the other states."""
    return bool(
        other.bounds.stated
        and other.bounds.stated.first is not None
        and told.sketch.published is not None
        and other.bounds.stated.first > told.sketch.published
    )


def places(left: Side, right: Side) -> Iterator[Sign]:
    """The same town or site, how far two towns lie apart, the same areas and countries or others."""
    if left.fine and right.fine:
        if not left.fine.isdisjoint(right.fine):
            yield "places: same place", 1.0
        distance = nearest(left.bounds.points, right.bounds.points)
        if distance is not None:
            yield "places: distance", log1p(distance)
            if distance < 15:
                yield "places: near", 1.0
            elif distance >= 60:
                yield "places: apart", 1.0
                if distance > 400:
                    yield "places: far apart", 1.0
    if not left.bounds.place_names.isdisjoint(right.bounds.place_names):
        yield "places: same name", 1.0
    yield from _alike("places: sites", left.sites, right.sites)
    if len(left.sites) == 1 == len(right.sites):
        yield from _alike("places: one site", left.sites, right.sites)
    yield from _alike("places: areas", left.areas, right.areas)
    yield from _alike("places: countries", left.countries, right.countries)


def _alike(name: str, one: frozenset[str], other: frozenset[str]) -> tuple[Sign, ...]:
    """Some are the same, or none is though both have some."""
    return ((f"{name} differ" if one.isdisjoint(other) else f"{name} same", 1.0),) if one and other else ()


def parties(left: Side, right: Side) -> Iterator[Sign]:
    """The same actors and recipients, or others; the actor of the one suffers in the other."""
    yield from _alike("parties: actors", left.actors, right.actors)
    yield from _alike("parties: recipients", left.recipients, right.recipients)
    yield "parties: words of actors", left.actor_words.shared(right.actor_words)
    yield "parties: words of recipients", left.recipient_words.shared(right.recipient_words)
    if not (left.actors.isdisjoint(right.recipients) and left.recipients.isdisjoint(right.actors)):
        yield "parties: turned about", 1.0


def figures(left: Side, right: Side) -> Iterator[Sign]:
    """Equal figures, the more the larger they are; tolls that are not the same; numbers of any kind."""
    for effect in left.tolls.keys() & right.tolls.keys():
        one, other = left.tolls[effect], right.tolls[effect]
        yield ("figures: same toll", log1p(one)) if one == other else ("figures: other toll", abs(log1p(one) - log1p(other)))
    if left.numbers and right.numbers:
        shared = left.numbers & right.numbers
        if shared:
            yield "figures: same numbers", sum([min(4.0, log1p(float(number))) for number in shared])
        else:
            yield "figures: no number the same", 1.0


def kinds(left: Side, right: Side) -> Iterator[Sign]:
    """The same type of event, the same means and targets, one or many, carried out or not."""
    one, other = left.sketch, right.sketch
    if one.type == other.type:
        yield "kinds: same type", 1.0
    yield from _alike("kinds: means", left.families, right.families)
    if not left.tactics.isdisjoint(right.tactics):
        yield "kinds: same tactic", 1.0
    if not left.targets.isdisjoint(right.targets):
        yield "kinds: same target", 1.0
    if one.granularity != other.granularity:
        yield "kinds: one and many", 1.0
    if one.modality != other.modality:
        yield "kinds: other modality", 1.0
    yield from deeds(left, right)


def deeds(left: Side, right: Side) -> Iterator[Sign]:
    """The same deed or another by the words that name it; that of two only one names a deed, and no attack."""
    one, other = left.deeds, right.deeds
    yield from _alike("kinds: deeds", one, other)
    if one and other:
        both = one & other
        if both - {ATTACK}:
            yield "kinds: deeds same, no attack", 1.0
        if not both and ATTACK in one | other:
            yield "kinds: deeds, an attack and another", 1.0
    elif (one | other) - {ATTACK}:
        yield "kinds: deeds, one is named", 1.0


def wording(left: Side, right: Side) -> Iterator[Sign]:
    """How alike the words are: of the clauses, of the sentences, of the words that name the happening."""
    shared, cosine = left.words.both(right.words)
    yield "wording: clauses", cosine
    yield from [(name, 1.0) for least, name in _ALIKE if cosine >= least]
    yield "wording: clauses share", shared
    yield "wording: clauses hold", shared / (1 + min(left.words.total, right.words.total))
    yield "wording: sentences", left.around.cosine(right.around)
    cosine = left.heads.cosine(right.heads)
    yield "wording: event words", cosine
    if cosine > 0:
        yield "wording: an event word", 1.0
    yield "wording: length", log1p(min(len(left.words.words), len(right.words.words)))


def names(left: Side, right: Side) -> Iterator[Sign]:
    """Names that both have, in their clauses or anywhere in their texts."""
    here, there = left.all_names, right.all_names
    both = sum([max(0.0, here.weights[name] - _COMMON) for name in here.words & there.words])
    yield "names: in both texts", log1p(both)
    if here.words and there.words and not both:
        yield "names: none in both texts", 1.0
    one, other = left.names, right.names
    if one.words and other.words:
        shared = one.shared(other)
        yield "names: both have some", 1.0
        yield "names: share", shared / (one.total + other.total - shared)
        yield "names: shared", shared


def telling(left: Side, right: Side) -> Iterator[Sign]:
    """Parts of the day, and words that set one happening beside another: a first is no second."""
    yield from _alike("telling: hours", left.hours, right.hours)
    one, other = left.order, right.order
    if one or other:
        if not one.isdisjoint(other):
            yield "telling: same order", 1.0
        if ("first" in one and not other.isdisjoint(_LATER)) or ("first" in other and not one.isdisjoint(_LATER)):
            yield "telling: a first and a second", 1.0
        if ("second" in one) != ("second" in other):
            yield "telling: a second", 1.0


def document(left: Side, right: Side) -> Iterator[Sign]:
    """The coder kept two reports of one document apart."""
    if left.sketch.document == right.sketch.document:
        yield "document: same", 1.0


def encoder(left: Side, right: Side) -> Iterator[Sign]:
    """How alike the encoder finds the words that name the happening, where it was asked about both."""
    if left.vector and right.vector:
        yield "encoder: alike", alike(left, right)


def alike(left: Side, right: Side) -> float:
    """The cosine of the two vectors."""
    return float(sum(map(mul, left.vector, right.vector)))


ASPECTS = {
    "days": days,
    "places": places,
    "parties": parties,
    "figures": figures,
    "kinds": kinds,
    "wording": wording,
    "names": names,
    "telling": telling,
    "document": document,
    "encoder": encoder,
}
