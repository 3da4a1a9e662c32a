"""The application: every page and list in one table, the guard around it, and what is told when something goes wrong."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ascribe.errors import AscribeError
from ascribe.serve.bench import BUILT, HERE, Bench
from ascribe.serve.guard.gate import Gate
from ascribe.serve.guard.layers import guarded
from ascribe.serve.guard.roles import check_routes
from ascribe.serve.options import Options
from ascribe.serve.pages import lists, login, method, start
from ascribe.serve.troubles import failed, refused

#: The pages, in the order of the menu.
PAGES = (start, lists, method, login)


def build(options: Options, now: Callable[[], float] = time.time) -> Starlette:
    """The workbench over one case, ready to be served. `now` is the clock of its sessions."""
    routes = [route for page in PAGES for route in page.ROUTES]
    check_routes(routes)
    gate = Gate(options, now)
    app = Starlette(
        routes=[
            *routes,
            Route("/favicon.ico", _icon),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
            Mount("/built", StaticFiles(directory=BUILT, check_dir=False), name="built"),
        ],
        middleware=guarded(gate),
        exception_handlers={AscribeError: failed, HTTPException: refused},
    )
    app.state.bench = Bench(options, frozenset(route.path for route in routes))
    app.state.gate = gate
    return app


def _icon(request: Request) -> Response:
    return RedirectResponse("/static/icon.svg", 301)
