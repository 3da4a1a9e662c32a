"""Questions to a case file: rows of its views, filtered by column as datasette does (`COLUMN__op=VALUE`), and what an id stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ascribe.errors import CaseError, ErasedError, UnknownError
from ascribe.store.documents import trace
from ascribe.store.opening import Database

#: What can be listed: the name, the view, the order of its rows.
LISTS = {
    "events": ("events", "time_start IS NULL, time_start, id"),
    "claims": ("claims", "published, document, id"),
    "documents": ("documents", "published, added, id"),
    "sources": ("sources", "events DESC, source"),
    "actors": ("actors", "events DESC, actor"),
    "places": ("places", "events DESC, place"),
    "judgements": ("judgements", "number"),
    "reviews": ("reviews", "number"),
    "tolls": ("tolls", "event, published"),
    "redirects": ("redirects", "old"),
    "log": ("history", "number"),
}
#: How a column is compared with a value: the name of the operator and its SQL.
OPERATORS = {
    "exact": "{} = ?",
    "not": "{} IS NOT ?",
    "contains": "{} LIKE '%' || ? || '%' ESCAPE '\\'",
    "startswith": "{} LIKE ? || '%' ESCAPE '\\'",
    "gt": "{} > ?",
    "gte": "{} >= ?",
    "lt": "{} < ?",
    "lte": "{} <= ?",
    "in": "{} IN ({})",
    "isnull": "({} IS NULL) = ?",
}


@dataclass(frozen=True, slots=True)
class Filter:
    """A column, an operator, a value."""

    column: str
    operator: str
    value: str

    @classmethod
    def of(cls, words: str) -> Filter:
        """From `COLUMN=VALUE` or `COLUMN__op=VALUE`."""
        left, equals, value = words.partition("=")
        column, _, operator = left.partition("__")
        if not equals or not column:
            raise CaseError(f"{words!r} is no filter; write COLUMN=VALUE or COLUMN__op=VALUE, with op one of {', '.join(OPERATORS)}")
        if (operator or "exact") not in OPERATORS:
            raise CaseError(f"{words!r}: there is no {operator!r}; there are {', '.join(OPERATORS)}")
        return cls(column, operator or "exact", value)


def rows(
    database: Database, what: str, filters: Sequence[Filter] = (), search: str | None = None, limit: int | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of a list, one dict each. An unknown list or column is a `CaseError` that names those there are."""
    view, order = _view(what)
    known = columns(database, what)
    conditions, values = [], []
    for each in filters:
        if each.column not in known:
            raise CaseError(f"{what} have no column {each.column!r}; there are {', '.join(known)}")
        conditions.append(_condition(each))
        values += _values(each)
    if search is not None:
        conditions.append(_searched(what))
        values.append(_phrase(search))
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    found = database.execute(f"SELECT * FROM {view}{where} ORDER BY {order} LIMIT ?", (*values, -1 if limit is None else limit))
    for row in found:
        yield dict(zip(known, row, strict=True))


def columns(database: Database, what: str) -> list[str]:
    """The columns of a list."""
    return [column[0] for column in database.execute(f"SELECT * FROM {_view(what)[0]} LIMIT 0").description]


def _view(what: str) -> tuple[str, str]:
    if what not in LISTS:
        raise CaseError(f"there is no list of {what!r}; there are {', '.join(LISTS)}")
    return LISTS[what]


def _condition(each: Filter) -> str:
    form = OPERATORS[each.operator]
    return form.format(each.column, ", ".join("?" * len(_values(each)))) if each.operator == "in" else form.format(each.column)


def _values(each: Filter) -> list[str]:
    if each.operator == "in":
        return each.value.split(",")
    if each.operator == "isnull":
        return ["0" if each.value.lower() in {"0", "no", "false"} else "1"]
    if each.operator in {"contains", "startswith"}:
        return [each.value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")]
    return [each.value]


#: How the rows of a list are found by the words of their texts.
_TEXTS = "SELECT {} FROM text_search s JOIN document d ON d.text = s.rowid {} WHERE text_search MATCH ?"
_SEARCHED = {
    "documents": f"id IN ({_TEXTS.format('d.hash', '')})",
    "claims": f"document IN ({_TEXTS.format('d.hash', '')})",
    "events": "id IN ("
    + _TEXTS.format(
        "e.id", "JOIN report r ON r.document = d.number JOIN member m ON m.report = r.number JOIN event e ON e.number = m.event"
    )
    + ")",
}


def _searched(what: str) -> str:
    if what not in _SEARCHED:
        raise CaseError(f"{what} cannot be searched by words; {', '.join(_SEARCHED)} can")
    return _SEARCHED[what]


def _phrase(words: str) -> str:
    """Words as a question to the index: all of them, in any order; words in quotation marks together. Nothing else has a meaning."""
    pieces = words.split('"')
    asked = [f'"{each.strip()}"' for each in pieces[1::2] if each.strip()] + [f'"{word}"' for each in pieces[::2] for word in each.split()]
    if not asked:
        raise CaseError("there are no words to search for")
    return " ".join(asked)


@dataclass(frozen=True, slots=True)
class Meant:
    """What an id stands for: its kind (event, claim, report, document), its number and whole id.

    `was` is the id that was asked for, where that leads elsewhere now.
    """

    kind: str
    number: int
    id: str
    was: str | None = None


_KINDS = (("event", "event", "id"), ("claim", "claim", "id"), ("report", "report", "id"), ("document", "document", "hash"))


def meant(database: Database, name: str) -> Meant:
    """What an id or its beginning stands for. Ids of events that were split or merged lead where their first report is now."""
    found: list[Meant] = []
    for kind, table, column in _KINDS:
        likes = database.execute(
            f"SELECT number, {column} FROM {table} WHERE {column} >= ? AND {column} < ? ORDER BY {column} LIMIT 3",
            (name, name + "\U0010ffff"),
        )
        found += [Meant(kind, number, whole) for number, whole in likes]
    exact = [each for each in found if each.id == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if len(found) > 1:
        raise CaseError(f"{name} stands for several: {', '.join(each.id for each in found)} ...; give more of it")
    return _moved(database, name)


def _moved(database: Database, name: str) -> Meant:
    """An id that stood for an event once."""
    row = database.execute("SELECT old, new FROM redirects WHERE old >= ? AND old < ? LIMIT 1", (name, name + "\U0010ffff")).fetchone()
    if row:
        number, whole = database.execute("SELECT number, id FROM event WHERE id = ?", (row[1],)).fetchone()
        return Meant("event", number, whole, row[0])
    stone = database.execute(
        "SELECT t.at, t.who, t.why FROM erased e JOIN tombstone t ON t.number = e.tombstone WHERE e.trace = ?", (trace(database, name),)
    ).fetchone()
    if stone:
        at, who, why = stone
        raise ErasedError(f"{name} was erased on {at[:10]} by {who}{f' ({why})' if why else ''}")
    gone = database.execute("SELECT id FROM report WHERE id = ? AND NOT found", ("r" + name[1:],)).fetchone()
    if gone:
        raise UnknownError(
            f"{name}: the engine that coded last finds nothing of this event any more; ascribe show {gone[0]} shows what was found"
        )
    gone = database.execute("SELECT id FROM report WHERE id = ? AND found", ("r" + name[1:],)).fetchone()
    if gone and not database.execute("SELECT 1 FROM claim WHERE id = ?", (name,)).fetchone():
        raise UnknownError(f"{name}: people rejected all of it, or it is not linked yet; ascribe show {gone[0]} shows what was found")
    raise UnknownError(f"there is nothing of the id {name}; ascribe list events shows the events")
