"""The lists of a case as tables: what `ascribe list` prints, asked in the same words, in the address."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ascribe.serve.bench import bench

#: How many rows are shown. More are told of, and narrowed by filters.
SIZE = 200
#: The columns that are shown of each list, in order, with their headings. The address asks by any column that the list has.
SHOWN: dict[str, dict[str, str]] = {
    "events": {
        "event_type": "What",
        "time_start": "From",
        "time_end": "To",
        "place": "Where",
        "actors": "Actors",
        "recipients": "Recipients",
        "killed_low": "Killed, lowest",
        "killed_high": "Killed, highest",
        "happening": "Borne out",
        "contested": "Contested",
        "origins": "Origins",
    },
    "claims": {
        "source": "Who says so",
        "stance": "Stance",
        "event_type": "What",
        "time_start": "When",
        "place": "Where",
        "actors": "Actors",
        "recipients": "Recipients",
        "killed_best": "Killed",
        "quote": "In these words",
        "state": "State",
    },
    "documents": {
        "published": "Published",
        "publisher": "Outlet",
        "title": "Title",
        "state": "State",
        "claims": "Claims",
        "copies": "Copies",
    },
    "sources": {
        "source": "Source",
        "claims": "Claims",
        "events": "Events",
        "alone": "Alone",
        "borne_out": "Borne out",
        "contradicted": "Contradicted",
    },
    "actors": {
        "actor": "Actor",
        "kind": "Kind",
        "country": "Country",
        "events": "Events",
        "as_actor": "As actor",
        "as_recipient": "As recipient",
    },
    "places": {"place": "Place", "level": "Level", "admin1": "Admin area", "country": "Country", "events": "Events", "names": "As written"},
}
SEARCHED = ("events", "claims", "documents")


def listed(request: Request) -> Response:
    """A list of the case, filtered by what the address says. A column that it has not is an error that names those it has."""
    what = request.url.path.strip("/")
    filters = [f"{name}={value}" for name, value in request.query_params.multi_items() if not name.startswith("_") and value]
    search = request.query_params.get("_search", "").strip() or None
    with bench(request).case(request) as case:
        rows = list(islice(case.rows(what, *filters, search=search, limit=SIZE + 1), SIZE + 1))
    return bench(request).page(
        request,
        "list.html",
        what=what,
        columns=SHOWN[what],
        rows=rows[:SIZE],
        is_cut=len(rows) > SIZE,
        filters=filters,
        search=search,
        is_searched=what in SEARCHED,
    )


ROUTES = [Route(f"/{what}", listed) for what in SHOWN]
