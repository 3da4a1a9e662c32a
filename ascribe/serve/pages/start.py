"""The way in: to what the case holds."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ascribe.serve.bench import bench


def start(request: Request) -> Response:
    """To the first page that there is."""
    paths = bench(request).paths
    return RedirectResponse("/events" if "/events" in paths else "/method", 303)


ROUTES = [Route("/", start)]
