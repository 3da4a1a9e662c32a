"""What a person types or marks is made into values of a claim: short words for the record's fields, names looked up, days and figures read.

Nobody need write records by hand: a party or a place may be its name, a time "2024-06" or "2024-06-10/2024-06-12", a figure "9", "9-14",
"9+" or {"low": 9}. What is looked up is looked up as the engine does; where several bear a name, all are kept as candidates.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ascribe.errors import ConfigError
from ascribe.export.records import party_record, place_record, quote_record, time_record
from ascribe.gazetteer.entries import Entry
from ascribe.model.parties import Candidate, Kind, Party
from ascribe.model.places import Place, PlaceCandidate
from ascribe.model.text import Document, Span
from ascribe.model.times import Basis, TimeInterval
from ascribe.resolve.register import Register

Record = dict[str, Any]
#: What people may call a field -> where it stands in the record.
FIELDS = {
    **{name: f"attribution.{name}" for name in ("source", "via", "stance", "certainty", "contests", "channel", "said", "cue", "content")},
    **{
        name: name
        for name in (
            *("event_type", "mode", "tactics", "granularity", "modality", "actors", "recipients", "targets", "weapons", "places", "time"),
            *("casualties", "fatalities", "injured", "abducted", "arrested", "displaced", "victims", "occurrences", "sites"),
            *("campaign", "purpose", "contexts", "quote", "evidence"),
        )
    },
    "type": "event_type",
    "place": "places",
    "date": "time",
    "killed": "fatalities",
}
#: The totals, and the effect on people that each sums up.
TOTALS = {"fatalities": "killed", "injured": "injured", "abducted": "abducted", "arrested": "arrested", "displaced": "displaced"}
_COUNTS = frozenset({*TOTALS, "victims", "occurrences", "sites"})
_PARTIES = frozenset({"actors", "recipients", "attribution.via"})
_LISTS = frozenset({"tactics", "contexts"})
_QUOTES = frozenset({"quote", "purpose", "attribution.cue", "attribution.content"})
_FIGURE = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+)|(\+))?")
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Entering:
    """Reads what is entered on one text. `around` are the words that the claim rests on; `home` the country that the text is mostly about.

    `lookup` gives the places of a name, the best known first.
    """

    document: Document
    around: Span
    lookup: Callable[[str], Sequence[Entry]]
    home: str | None = None

    def changes(self, fields: Mapping[str, Any]) -> Record:
        """Values of the record, by where they stand in it. A field that there is not, or a value that is none, is a `ConfigError`."""
        found: Record = {}
        for name, value in fields.items():
            path = FIELDS.get(name.removeprefix("attribution."))
            if path is None:
                raise ConfigError(f"a claim has no field {name!r}; there are {', '.join(FIELDS)}")
            try:
                found[path] = self._value(path, value)
            except (ValueError, TypeError, KeyError) as error:
                raise ConfigError(f"{name}: {value!r} cannot be read ({error}); see docs/reviewing.md for what may be written") from error
        return found

    def _value(self, path: str, value: Any) -> Any:
        if value == "" or value is None:
            return [] if path in _PARTIES | _LISTS | {"places", "targets", "weapons", "casualties"} else None
        if path == "attribution.source":
            return self.party(value)
        if path in _PARTIES:
            return [self.party(each) for each in _several(value)]
        if path == "places":
            return [self.place(each) for each in _several(value)]
        if path in {"time", "attribution.said"}:
            return self.time(value)
        if path in _COUNTS:
            return self.figure(value)
        if path in _QUOTES:
            return quote_record(self.document.quote(int(value["start"]), int(value["end"])))
        return _several(value) if path in _LISTS else value

    def party(self, entered: Any) -> Record:
        """A party by its name, or with what the person says of it: `kind`, `id`, `country`."""
        given = {"name": entered} if isinstance(entered, str) else dict(entered)
        name = str(given["name"]).strip()
        if not name:
            raise ValueError("it has no name")
        start, end = self.standing(name)
        size, bearers = Register.load().match(name.split(), 0)
        known = bearers if size == len(name.split()) else ()
        made = Party(name, start, end, inferred=self.document.text[start:end].casefold() != name.casefold())
        if len(known) == 1:
            (only,) = known
            made = replace(made, kind=only.kind, canonical=only.canonical, id=only.id, country=only.country, parent=only.parent)
        elif known:
            made = replace(made, candidates=tuple(Candidate(each.id, each.canonical) for each in known))
        kind = Kind(given["kind"]) if given.get("kind") else made.kind
        return {**(party_record(replace(made, kind=kind)) or {}), **given, "name": name, "kind": kind.value, "start": start, "end": end}

    def place(self, entered: Any) -> Record:
        """A place by its name, looked up; or as the person gives it, with `latitude` and `longitude` and its `level`."""
        given = {"name": entered} if isinstance(entered, str) else dict(entered)
        name = str(given["name"]).strip()
        if not name:
            raise ValueError("it has no name")
        start, end = self.standing(name)
        by_hand = given.get("latitude") is not None or given.get("gazetteer_id") is not None or given.get("level") is not None
        entries = () if by_hand else self._entries(name, given.get("country"))
        made = _placed(name, start, end, entries) if entries else Place(name, start, end)
        return {**place_record(made), **given, "name": name, "start": start, "end": end}

    def _entries(self, name: str, country: str | None) -> list[Entry]:
        """The places of this name: those of the country that is given; else those of the text's own country first."""
        found = [each for each in self.lookup(name) if country is None or each.country == country]
        return sorted(found, key=lambda each: each.country != self.home) if self.home else found

    def time(self, entered: Any) -> Record | None:
        """Days from "2024-06-12", "2024-06", "2024", two of them with a slash between, or a record with `start` and `end`."""
        if isinstance(entered, Mapping) and "date" not in entered:
            start, end = (date.fromisoformat(entered[name]) if entered.get(name) else None for name in ("start", "end"))
            return time_record(TimeInterval(start, end, Basis(entered.get("basis") or "stated"), entered.get("text")))
        words = str(entered["date"] if isinstance(entered, Mapping) else entered).strip()
        first, _, last = words.partition("/")
        return time_record(TimeInterval(_days(first)[0], _days(last or first)[1], Basis.STATED))

    def figure(self, entered: Any) -> Record:
        """A figure from 9, "9", "9-14", "9+", or a record with `low`, `best`, `high`."""
        if isinstance(entered, Mapping):
            return self._ranged(entered)
        found = _FIGURE.fullmatch(str(entered).strip())
        if found is None:
            raise ValueError("write 9, 9-14 or 9+")
        start, end = self.standing(found[1])
        low = int(found[1])
        high = int(found[2]) if found[2] else None if found[3] else low
        return {"low": low, "best": None if found[2] else low, "high": high, "text": found[0], "start": start, "end": end}

    def _ranged(self, entered: Mapping[str, Any]) -> Record:
        low, best, high = (None if entered.get(name) in {None, ""} else int(entered[name]) for name in ("low", "best", "high"))
        if low is None and best is None and high is None:
            raise ValueError("it names no figure")
        words = str(entered.get("text") or next(number for number in (best, low, high) if number is not None))
        start, end = self.standing(words)
        return {"low": low, "best": best, "high": high, "text": words, "start": start, "end": end}

    def standing(self, words: str) -> tuple[int, int]:
        """Where these words stand: in the words around if they are there, else in the text; else at the beginning of the words around."""
        for begin, end in ((self.around.start, self.around.end), (0, len(self.document.text))):
            found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self.document.text[begin:end], re.IGNORECASE)
            if found:
                return begin + found.start(), begin + found.end()
        return self.around.start, self.around.start


def with_totals(record: Mapping[str, Any], changes: Record) -> Record:
    """Totals and the casualties that they sum up, brought into line where a person set one of them and not the other.

    A total that is set takes the place of the figures of its effect. From casualties that are set each total is the only figure of its
    effect, or the sum of several.
    """
    totals = {name: effect for name, effect in TOTALS.items() if name in changes}
    if "casualties" in changes:
        told = changes["casualties"]
        return {**{name: _sum([each["count"] for each in told if each["effect"] == effect]) for name, effect in TOTALS.items()}, **changes}
    if not totals:
        return changes
    kept = [each for each in record["casualties"] if each["effect"] not in totals.values()]
    for name, effect in totals.items():
        before = [each for each in record["casualties"] if each["effect"] == effect]
        whose = before[0] if len(before) == 1 else {"effect": effect, "who": "", "side": "unknown", "civilian": None}
        kept += [{**whose, "count": changes[name]}] if changes[name] is not None else []
    return {**changes, "casualties": kept}


def _sum(counts: Sequence[Record]) -> Record | None:
    if not counts:
        return None
    figures = {name: [each[name] for each in counts] for name in ("low", "best", "high")}
    return {**counts[0], **{name: None if None in each else sum(each) for name, each in figures.items()}}


def _several(value: Any) -> list[Any]:
    """One value or several; words with ; between them are several."""
    if isinstance(value, str):
        return [each.strip() for each in value.split(";") if each.strip()]
    return [value] if isinstance(value, Mapping) else list(value)


def _days(words: str) -> tuple[date, date]:
    """First and last day of a day, a month or a year."""
    found = _DAY.fullmatch(words.strip())
    if found is None:
        raise ValueError("write a day as 2024-06-12, a month as 2024-06, a year as 2024, several with / between")
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, 1, 1), date(year, 12, 31)


def _placed(name: str, start: int, end: int, entries: Sequence[Entry]) -> Place:
    """The first of these places; the others are kept as candidates."""
    found, *others = entries
    return Place(
        name=name,
        start=start,
        end=end,
        level=found.level,
        canonical=found.name,
        latitude=found.latitude,
        longitude=found.longitude,
        country=found.country,
        disputed=found.disputed,
        admin1=found.admin1_name,
        admin2=found.admin2_name,
        gazetteer_id=found.gazetteer_id,
        inferred=found.inferred,
        candidates=tuple(PlaceCandidate(each.name, each.country, each.latitude, each.longitude, each.gazetteer_id) for each in others[:5]),
    )
