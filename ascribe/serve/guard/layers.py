"""What stands between the network and the pages, in the order in which a request passes it."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable
from urllib.parse import quote

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ascribe.errors import AscribeError
from ascribe.serve.guard.csrf import Csrf
from ascribe.serve.guard.gate import DOOR, Gate, address_of, is_secure
from ascribe.serve.guard.headers import OURS, Headers
from ascribe.serve.guard.hosts import SAFE, Hosts
from ascribe.serve.guard.sizes import Sizes
from ascribe.serve.guard.visitors import STRANGER, visitor
from ascribe.serve.options import LOOPBACK
from ascribe.serve.troubles import FOR_PROGRAMS, failed, refused

#: Where nothing of a case is changed, so that it is open also where nothing may be.
COMING_AND_GOING = (DOOR, "/logout")
SECRET = re.compile(r"[A-Za-z0-9_-]{43}")


def guarded(gate: Gate) -> list[Middleware]:
    """All that a request passes before a page sees it, in this order."""
    return [
        Middleware(Headers),
        Middleware(Called, hosts=gate.hosts),
        Middleware(Refusals),
        Middleware(Checked, check=gate.hosts.check),
        Middleware(Sizes),
        Middleware(Visits, gate=gate),
        Middleware(Checked, check=lambda request: _pace(gate, request)),
        Middleware(Doors, gate=gate),
        Middleware(Csrf),
    ]


class Called:
    """Whoever asks by a name that is not ours is told nothing, not even what it is that runs here: the page of another site reads it."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        self.app, self.hosts = app, hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer to our names."""
        if scope["type"] != "http" or self.hosts.is_called(Request(scope)):
            await self.app(scope, receive, send)
        else:
            says = "Nothing here is called by this name; whoever runs it can allow it (--name).\n"
            await PlainTextResponse(says, 400)(scope, receive, send)


class Refusals:
    """Whatever the gate refuses is told like any other trouble; of the case nothing is shown until it is known who asks."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or say why not."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        request.state.visitor = STRANGER
        try:
            await self.app(scope, receive, send)
        except HTTPException as error:
            await refused(request, error)(scope, receive, send)
        except AscribeError as error:
            await failed(request, error)(scope, receive, send)


class Checked:
    """One look at the request's head, which refuses it or lets it pass."""

    def __init__(self, app: ASGIApp, check: Callable[[Request], None]) -> None:
        self.app, self.check = app, check

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look, then answer."""
        if scope["type"] == "http":
            self.check(Request(scope))
        await self.app(scope, receive, send)


class Visits:
    """Puts the visitor into the request, and into the browser the secret of its forms.

    That cookie is sent also when somebody comes by a link from elsewhere (`lax`), because a new one would make the forms of all other
    windows void; it opens nothing by itself. The session's is not (`strict`).
    """

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the visitor."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        kept = request.cookies.get(f"{self.gate.cookie}-form", "")
        secret = kept if SECRET.fullmatch(kept) else secrets.token_urlsafe(32)
        request.state.visitor = self.gate.seen(request, secret)

        async def given(message: Message) -> None:
            if message["type"] == "http.response.start" and secret != kept and request.state.visitor.csrf:
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers.append("set-cookie", self._cookie(request, secret))
            await send(message)

        await self.app(scope, receive, given)

    def _cookie(self, request: Request, secret: str) -> str:
        return f"{self.gate.cookie}-form={secret}; Path=/; HttpOnly; SameSite=Lax" + ("; Secure" if is_secure(request) else "")


class Doors:
    """Who has to sign in is led to where that is done; where nothing may be changed, nothing is."""

    def __init__(self, app: ASGIApp, gate: Gate) -> None:
        self.app, self.gate = app, gate

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer those who may come in."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        request, path = Request(scope), scope["path"]
        if scope["method"] not in SAFE and not self.gate.options.may_write and not (self.gate.is_closed and path in COMING_AND_GOING):
            why = "published: nothing can be sent to it" if self.gate.options.public else "open for reading only (--read-only)"
            raise HTTPException(403, f"This case is {why}. Nothing was changed.")
        if visitor(request).is_let_in or path == DOOR or path.startswith(OURS):
            await self.app(scope, receive, send)
        else:
            await _to_the_door(request)(scope, receive, send)


def _to_the_door(request: Request) -> Response:
    """People are led to the page where they sign in, and back; programs are told."""
    path = request.url.path
    if path.endswith(FOR_PROGRAMS) or request.method not in SAFE:
        raise HTTPException(401, "Sign in first. If you had, it was too long ago, or your password was changed.")
    back = f"{path}?{request.url.query}" if request.url.query else path
    where = f"{DOOR}?next={quote(back, safe='/')}"
    if request.headers.get("hx-request"):
        return Response(status_code=401, headers={"HX-Redirect": DOOR})
    return Response(status_code=303, headers={"Location": where})


def _pace(gate: Gate, request: Request) -> None:
    """Whoever reads or writes faster than anybody can is slowed down.

    Each account is counted for itself, others by their address. Reading on the machine itself is not counted.
    """
    if request.scope["path"].startswith(OURS):
        return
    who = visitor(request)
    address = address_of(request)
    counted = f"account {who.name}" if who.has_account else f"address {address}"
    if request.method not in SAFE:
        gate.writes.check(counted, "So much at once is more than anybody can mean.")
    elif who.has_account or address not in LOOPBACK:
        gate.reads.check(counted, "So much at once is more than anybody can read.")
