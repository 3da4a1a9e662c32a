"""What a case expects, held against what was coded. The form is described in docs/cases.md."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CASES = Path(__file__).parent
TOTALS = {"fatalities": "killed", "injured": "injured", "abducted": "abducted", "arrested": "arrested", "displaced": "displaced"}
Record = dict[str, Any]
Told = tuple[Record, list[Record]]  # an event and its claims


@dataclass(frozen=True)
class Case:
    """One text and what is expected of it."""

    name: str
    part: str
    text: str
    expected: Record

    @property
    def phenomena(self) -> list[str]:
        """What the case is about."""
        return list(self.expected.get("phenomena", ()))


@dataclass(frozen=True)
class Result:
    """What came of one case."""

    case: Case
    missed: list[str]
    unwanted: list[str]
    over: list[str]
    sound: bool

    @property
    def facts(self) -> int:
        """How many facts were asked for."""
        return len(self.case.expected.get("facts", ()))


def load(part: str) -> list[Case]:
    """The cases of one part, by name."""
    found = []
    for path in sorted((CASES / part).glob("*.json")):
        text = path.with_suffix(".txt").read_bytes().decode("utf-8")
        found.append(Case(path.stem, part, text, json.loads(path.read_text(encoding="utf-8"))))
    return found


def check(case: Case, coded: Record) -> Result:
    """Which facts are missing, what was found that should not be, which limits are passed."""
    claims = {claim["id"]: claim for claim in coded["claims"]}
    listed = [name for event in coded["events"] for name in event["claims"]]
    told: list[Told] = [(event, [claims[name] for name in event["claims"] if name in claims]) for event in coded["events"]]
    want = case.expected
    over = []
    for limit in want.get("limits", ()):
        count = len(matching({"event": limit["where"]}, told))
        if count > limit["max"]:
            over.append(f"{limit['id']}: {count}, at most {limit['max']}")
    return Result(
        case,
        [fact["id"] for fact in want.get("facts", ()) if not matching(fact, told)],
        [fact["id"] for fact in want.get("absent", ()) if matching(fact, told)],
        over,
        sorted(listed) == sorted(claims) and len(claims) == len(coded["claims"]),
    )


def matching(form: Record, told: list[Told]) -> list[Told]:
    """The events for which a form holds."""
    if "either" in form:
        return [found for option in form["either"] for found in matching(option, told)]
    if "apart" in form:
        left, right = (matching(option, told) for option in form["apart"])
        return [one for one in left for other in right if one[0] is not other[0]]
    spread, joined = form.get("event", {}), form.get("claim", {})
    return [
        (event, claims)
        for event, claims in told
        if all(any(holds(item, path, want) for item in (event, *claims)) for path, want in spread.items())
        and (not joined or any(all(holds(claim, path, want) for path, want in joined.items()) for claim in claims))
    ]


def holds(item: Any, path: str, want: Any) -> bool:
    """One condition on one event or claim."""
    values = reach(item, path.split("."))
    if want is None:
        return all(meets(value, None) for value in values)
    return all(any(meets(value, one) for value in values) for one in (want if isinstance(want, list) else [want]))


def reach(item: Any, path: list[str]) -> list[Any]:
    """Every value that a path reaches; lists fan out, totals also reach the casualties with their effect."""
    if isinstance(item, list):
        return [value for one in item for value in reach(one, path)]
    if not path:
        return [item]
    if not isinstance(item, dict):
        return []
    values = reach(item.get(path[0]), path[1:])
    if path[0] in TOTALS:
        counts = [c["count"] for c in item.get("casualties") or () if c.get("effect") == TOTALS[path[0]] and c.get("count")]
        values += reach(counts, path[1:])
    return values


def meets(value: Any, want: Any) -> bool:
    """One value against one expectation."""
    if want is None:
        return value in (None, "", [], {})
    if isinstance(want, dict):
        return _meets_form(value, want)
    if isinstance(want, (int, float)) and not isinstance(want, bool):
        return _is_number(value) and value == want
    return isinstance(value, str) and re.search(want, value, re.IGNORECASE) is not None


def _meets_form(value: Any, want: Record) -> bool:
    if set(want) == {"any"}:
        return any(meets(value, one) for one in want["any"])
    if want and set(want) <= {"gte", "lte"}:
        return _is_number(value) and want.get("gte", -math.inf) <= value <= want.get("lte", math.inf)
    if set(want) == {"near"}:
        latitude, longitude, limit = want["near"]
        located = isinstance(value, dict) and _is_number(value.get("latitude")) and _is_number(value.get("longitude"))
        return located and kilometres(value["latitude"], value["longitude"], latitude, longitude) <= limit
    return isinstance(value, dict) and all(holds(value, path, one) for path, one in want.items())


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Great-circle distance."""
    a, b = math.radians(latitude), math.radians(other_latitude)
    half = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1.0, half)))
