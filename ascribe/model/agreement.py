"""Agreement: how far people who did not see each other's decisions set the same values, by field, beyond what chance would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.model.reviews import Decided, Decision

#: Of fewer pairs nothing is said: one pair more or less would turn the figure over.
LEAST = 10
#: What people set, in the order in which a reader looks at it.
FIELDS = (
    *("verdict", "event_type", "mode", "tactics", "granularity", "modality", "source", "stance", "certainty", "actors", "recipients"),
    *("places", "time", "fatalities", "injured"),
)

#: What the people who decided on one claim set in one field, by their names.
Values = Mapping[str, Hashable]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Of one field: pairs of values, the share that are alike, Cohen's kappa, Krippendorff's alpha (nominal).

    Figures are None where there are fewer than `LEAST` pairs; kappa and alpha also where everybody always set one and the same value, since
    that is what chance would give, too.
    """

    field: str
    pairs: int
    percent: float | None
    kappa: float | None
    alpha: float | None


@dataclass(frozen=True, slots=True)
class Agreement:
    """On how many claims several people decided blind to each other, and how far they agree by field."""

    claims: int
    fields: tuple[FieldAgreement, ...]


def independent(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Of each person their last decision that was made without another's in view; what was skipped or taken back is none."""
    made = [each for each in decisions if not each.undone and each.decision is not Decided.SKIPPED]
    whose = {each.number: each.who for each in made}
    return {each.who: each for each in made if all(whose.get(number, each.who) == each.who for number in each.seen)}


def agreement(units: Sequence[Mapping[str, Mapping[str, Hashable]]]) -> Agreement:
    """How far people agree. Each unit is a claim: who decided on it -> field -> value; a field that was not set is not in it."""
    several = [unit for unit in units if len(unit) > 1]
    return Agreement(len(several), tuple(_of_field(name, several) for name in FIELDS))


def _of_field(name: str, units: Sequence[Mapping[str, Mapping[str, Hashable]]]) -> FieldAgreement:
    told: list[Values] = [{who: values[name] for who, values in unit.items() if name in values} for unit in units]
    pairs = [pair for each in told for pair in pairs_of(each)]
    if len(pairs) < LEAST:
        return FieldAgreement(name, len(pairs), None, None, None)
    return FieldAgreement(name, len(pairs), percent(pairs), kappa(pairs), alpha([list(each.values()) for each in told]))


def pairs_of(values: Values) -> list[tuple[Hashable, Hashable]]:
    """Every two people's values, always in the order of their names, so that of two coders each has a side of their own."""
    names = sorted(values)
    return [(values[one], values[other]) for at, one in enumerate(names) for other in names[at + 1 :]]


def percent(pairs: Sequence[tuple[Hashable, Hashable]]) -> float:
    """The share of pairs that are alike, 0 to 1."""
    return sum(one == other for one, other in pairs) / len(pairs)


def kappa(pairs: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa: the share that is alike beyond what the two sides' habits would give by chance."""
    left, right = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    by_chance = sum(left[value] * right[value] for value in left) / len(pairs) ** 2
    return None if by_chance == 1 else (percent(pairs) - by_chance) / (1 - by_chance)


def alpha(units: Sequence[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal values: any number of people a unit; units with one value say nothing."""
    several = [Counter(unit) for unit in units if len(unit) > 1]
    totals: Counter[Hashable] = sum(several, Counter())
    size = totals.total()
    expected = size**2 - sum(count**2 for count in totals.values())
    if not expected:
        return None
    unlike = sum((unit.total() ** 2 - sum(count**2 for count in unit.values())) / (unit.total() - 1) for unit in several)
    return 1 - (size - 1) * unlike / expected


def values_of(decision: Decision, record: Mapping[str, Any]) -> dict[str, Hashable]:
    """What a decision set, by field: of a rejected record only that it was rejected. `record` is as the decision would have it."""
    if decision.decision is Decided.REJECTED:
        return {"verdict": Decided.REJECTED.value}
    said, time = record["attribution"], record["time"]
    return {
        "verdict": (Decided.CORRECTED if decision.changes else Decided.ACCEPTED).value,
        **{name: record[name] for name in ("event_type", "mode", "granularity", "modality")},
        "tactics": frozenset(record["tactics"]),
        "source": _party(said["source"]),
        "stance": said["stance"],
        "certainty": said["certainty"],
        "actors": frozenset(map(_party, record["actors"])),
        "recipients": frozenset(map(_party, record["recipients"])),
        "places": frozenset(place["gazetteer_id"] or place["name"].casefold() for place in record["places"]),
        "time": (time["start"], time["end"]) if time else None,
        **{name: _figures(record[name]) for name in ("fatalities", "injured")},
    }


def _party(record: Mapping[str, Any] | None) -> str | None:
    return str(record["id"] or record["canonical"] or record["name"].casefold()) if record else None


def _figures(record: Mapping[str, Any] | None) -> Hashable:
    return (record["low"], record["best"], record["high"]) if record else None
