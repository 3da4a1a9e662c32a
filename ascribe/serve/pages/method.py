"""How the case's records came about: the codes in plain words, the versions, and what the numbers cannot say."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ascribe.serve.bench import bench


def method(request: Request) -> Response:
    """The page."""
    return bench(request).page(request, "method.html")


ROUTES = [Route("/method", method)]
