"""The application: every page and list in one table, the guard around it, and what is told when something goes wrong."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from ascribe.errors import AscribeError
from ascribe.serve.bench import BUILT, HERE, Bench
from ascribe.serve.guard.headers import Headers
from ascribe.serve.options import LOOPBACK, Options
from ascribe.serve.pages import lists, method, start
from ascribe.serve.troubles import failed, refused

#: The pages, in the order of the menu.
PAGES = (start, lists, method)


def build(options: Options) -> Starlette:
    """The workbench over one case, ready to be served."""
    routes = [route for page in PAGES for route in page.ROUTES]
    app = Starlette(
        routes=[
            *routes,
            Route("/favicon.ico", _icon),
            Mount("/static", StaticFiles(directory=HERE / "static"), name="static"),
            Mount("/built", StaticFiles(directory=BUILT, check_dir=False), name="built"),
        ],
        middleware=[
            Middleware(Headers),
            # A page of the web may give its own name this machine's address: whoever asks by a name that is not ours gets nothing.
            Middleware(TrustedHostMiddleware, allowed_hosts=[*LOOPBACK, "[::1]", *options.hosts], www_redirect=False),
        ],
        exception_handlers={AscribeError: failed, HTTPException: refused},
    )
    app.state.bench = Bench(options, frozenset(route.path for route in routes))
    return app


def _icon(request: Request) -> Response:
    return RedirectResponse("/static/icon.svg", 301)
