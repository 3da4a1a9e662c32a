"""Signing in and out, and saying who one is where nobody has to sign in."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ascribe.errors import ConfigError
from ascribe.serve.bench import bench
from ascribe.serve.guard.gate import address_of, gate_of
from ascribe.serve.guard.roles import needs, open_to_all
from ascribe.serve.guard.visitors import Role, visitor

#: A path of ours: one slash, then nothing that a browser could take for the name of a host.
PATH = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def login(request: Request) -> Response:
    """The page where one signs in."""
    if not gate_of(request).is_closed:
        return RedirectResponse("/", 303)
    return bench(request).page(request, "login.html", wrong=False, name="", next=_next(request.query_params.get("next")))


@open_to_all
async def sign_in(request: Request) -> Response:
    """In, or the same page again. Which of name and password was wrong is not said."""
    gate = gate_of(request)
    if not gate.is_closed:
        return RedirectResponse("/", 303)
    form = await request.form(max_files=0, max_fields=10, max_part_size=16_384)
    name, password, after = (str(form.get(each, "")) for each in ("name", "password", "next"))
    session = await gate.let_in(name, password, address_of(request))
    if session is None:
        return bench(request).page(request, "login.html", 401, wrong=True, name=name[:200], next=_next(after))
    answer = RedirectResponse(_next(after), 303)
    gate.remember(request, answer, session)
    return answer


@needs(Role.VIEWER)
def sign_out(request: Request) -> Response:
    """Out, in this browser."""
    answer = RedirectResponse("/login", 303)
    gate_of(request).forget(request, answer)
    return answer


def who(request: Request) -> Response:
    """Who one is here, and what one may do."""
    if bench(request).options.public:
        raise HTTPException(404)
    return bench(request).page(request, "name.html", next=_next(request.query_params.get("next")))


@needs(Role.VIEWER)
async def call(request: Request) -> Response:
    """From now on decisions made in this browser bear this name. Where there are accounts, theirs is the name."""
    if visitor(request).has_account:
        raise ConfigError("you are signed in, and decisions bear that name; sign out to be somebody else")
    form = await request.form(max_files=0, max_fields=10, max_part_size=16_384)
    answer = RedirectResponse(_next(str(form.get("next", ""))), 303)
    gate_of(request).call(request, answer, str(form.get("name", "")))
    return answer


def _next(path: str | None) -> str:
    """Where to go after: a page of ours, else the first."""
    return path if path and PATH.fullmatch(path) else "/"


ROUTES = [
    Route("/login", login),
    Route("/login", sign_in, methods=["POST"]),
    Route("/logout", sign_out, methods=["POST"]),
    Route("/name", who),
    Route("/name", call, methods=["POST"]),
]
