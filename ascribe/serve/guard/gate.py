"""The gate: what is known of those who come, and whether they may come in."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from urllib.parse import quote, unquote

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response

from ascribe.errors import ConfigError
from ascribe.serve.guard.accounts import Account, Accounts, key, spelled
from ascribe.serve.guard.csrf import token
from ascribe.serve.guard.hosts import Hosts
from ascribe.serve.guard.pace import Buckets, Pace
from ascribe.serve.guard.sessions import Sessions
from ascribe.serve.guard.visitors import Role, Visitor
from ascribe.serve.options import Options

#: Where people sign in.
DOOR = "/login"

#: Guesses at one account, and guesses from one address.
OF_AN_ACCOUNT, FROM_AN_ADDRESS = Pace(10, 30.0), Pace(20, 10.0)
#: Quick readers and quick coders stay far below it.
READS, WRITES = Pace(240, 0.05), Pace(120, 0.25)


class Gate:
    """What is known of those who come: accounts, sessions, how often they came.

    Without accounts a workbench on loopback is open to whoever sits at the machine, who may do everything. As soon as there is an account,
    everybody signs in, and it stays so until the workbench ends. Any address but loopback needs accounts, unless only what may be
    published is served.
    """

    def __init__(self, options: Options, now: Callable[[], float]) -> None:
        self.options = options
        self.hosts = Hosts(options)
        self.accounts, self.sessions = Accounts(options.case), Sessions(now)
        self.reads, self.writes = Buckets(READS, now), Buckets(WRITES, now)
        self._of_account, self._from_address = Buckets(OF_AN_ACCOUNT, now), Buckets(FROM_AN_ADDRESS, now)
        # Each takes 64 MiB for a moment, and a thread that others wait for.
        self._at_once = CapacityLimiter(2)
        # Cookies know no ports: workbenches of one machine keep theirs apart by the case.
        self.cookie = f"ascribe-{hashlib.sha256(str(options.case.resolve()).encode()).hexdigest()[:8]}"
        self._was_closed = False
        if self.is_closed:
            self.accounts.prepare()
        elif not (options.is_loopback or options.public):
            raise ConfigError(
                f"{options.host} can be reached from other machines, and this case has no accounts;"
                f" make one first: ascribe user add {options.case} NAME --role admin"
            )

    @property
    def is_closed(self) -> bool:
        """Everybody has to sign in."""
        self._was_closed = not self.options.public and (self._was_closed or bool(self.accounts.all()))
        return self._was_closed

    def seen(self, request: Request, secret: str) -> Visitor:
        """Who asks. `secret` is what the browser's cookie holds for its forms."""
        most = Role.ADMIN if self.options.may_write else Role.VIEWER
        if self.options.public:
            return Visitor(None, Role.VIEWER)
        if not self.is_closed:
            return Visitor(self.said_name(request) or self.options.by, most, token(secret))
        signed_in = self.signed_in(request) if request.scope["path"] != DOOR else None
        if signed_in is None:
            return Visitor(None, Role.VIEWER, token(secret), is_let_in=False)
        role = min(signed_in.role, most, key=lambda each: each.rank)
        return Visitor(signed_in.name, role, token(self.session_token(request)), has_account=True)

    def signed_in(self, request: Request) -> Account | None:
        """The account as it is now: whoever was removed or has another password since is out."""
        session = self.sessions.find(self.session_token(request))
        account = self.accounts.find(session.name) if session is not None else None
        return account if account is not None and session is not None and account.stamp == session.stamp else None

    def session_token(self, request: Request) -> str:
        """What the browser brings to show that somebody signed in."""
        return request.cookies.get(f"{self.cookie}-session", "")

    def said_name(self, request: Request) -> str | None:
        """Who this browser's user said to be."""
        try:
            return spelled(unquote(request.cookies.get(f"{self.cookie}-name", "")))
        except ConfigError:
            return None

    async def let_in(self, name: str, password: str, address: str) -> str | None:
        """A new session's token, where this is the password; None where it is not, or where nobody has this name."""
        says = "There were too many attempts to sign in."
        self._from_address.check(address, says)
        self._of_account.check(key(name), says)
        account = await to_thread.run_sync(self.accounts.proved, name, password, limiter=self._at_once)
        if account is None:
            return None
        self._of_account.give_back(key(name))
        self._from_address.give_back(address)
        return self.sessions.begin(account.name, account.stamp)

    def remember(self, request: Request, answer: Response, session: str) -> None:
        """Put the session into the browser. The one that it had is over."""
        self.sessions.end(self.session_token(request))
        answer.set_cookie(f"{self.cookie}-session", session, httponly=True, samesite="strict", secure=is_secure(request))

    def forget(self, request: Request, answer: Response) -> None:
        """Out, here and in the browser."""
        self.sessions.end(self.session_token(request))
        answer.delete_cookie(f"{self.cookie}-session", httponly=True, samesite="strict", secure=is_secure(request))
        answer.headers["Clear-Site-Data"] = '"cache"'

    def call(self, request: Request, answer: Response, name: str) -> None:
        """Keep in the browser who its user is."""
        year = 365 * 24 * 3600
        answer.set_cookie(
            f"{self.cookie}-name", quote(spelled(name)), max_age=year, httponly=True, samesite="strict", secure=is_secure(request)
        )


def gate_of(request: Request) -> Gate:
    """The gate that a request came through."""
    found: Gate = request.app.state.gate
    return found


def address_of(request: Request) -> str:
    """Where it came from. Behind a proxy, that is the proxy: what it says of others is not taken for true."""
    return request.client.host if request.client else ""


def is_secure(request: Request) -> bool:
    """The browser came by https: to us, or to the proxy before us, which its own word about the page it is on tells."""
    return request.url.scheme == "https" or request.headers.get("origin", "").startswith("https://")
