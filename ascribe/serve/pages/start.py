"""The way in: to what the case holds, or to adding something where it holds nothing."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ascribe.serve.bench import bench


def start(request: Request) -> Response:
    """To the events, or to the page where documents are added."""
    with bench(request).case(request) as case:
        is_empty = next(case.rows("documents", limit=1), None) is None
    return RedirectResponse("/events" if not is_empty or not bench(request).options.may_write else "/add", 303)


ROUTES = [Route("/", start)]
