"""Under which names the workbench may be called, and from which pages: against other sites that use a visitor's browser."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from ascribe.serve.options import LOOPBACK, Options

SAFE = ("GET", "HEAD", "OPTIONS")
ANYWHERE = ("0.0.0.0", "::")  # noqa: S104  compared with, not bound to


class Hosts:
    """Which hosts are ours.

    A request must name one of them: loopback, the address that is listened on, or a name given at the start. Another site whose name was
    turned towards this machine (DNS rebinding) carries its own name and is refused. Where every address is listened on, any number serves,
    because a number cannot be turned.
    """

    def __init__(self, options: Options) -> None:
        self.names = frozenset(_name(each) for each in (*LOOPBACK, options.host, *options.hosts))
        self.origins = frozenset(each.lower() for each in options.hosts)
        self.takes_numbers = options.host in ANYWHERE

    def is_called(self, request: Request) -> bool:
        """The request names one of them."""
        hosts = request.headers.getlist("host")
        name = _name(hosts[0]) if len(hosts) == 1 else ""
        return name in self.names or (self.takes_numbers and _is_number(name))

    def check(self, request: Request) -> None:
        """Whoever sent the browser here may do so."""
        if request.method in SAFE:
            _check_errand(request)
        else:
            self._check_origin(request, request.headers["host"].lower())

    def _check_origin(self, request: Request, host: str) -> None:
        """What changes something comes from a page of ours.

        The browser says so itself (Sec-Fetch-Site), or names the page's site (Origin), which must be the host that was called, or a name
        given at the start where a proxy calls us otherwise. Where neither is sent, it is no browser of today, and the token decides.
        """
        site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
        if site is not None and site not in ("same-origin", "none"):
            raise HTTPException(403, "This was sent by the page of another site, and was not done.")
        if origin is None or (origin == "null" and site is not None):
            return
        try:
            parts = urlsplit(origin.lower())
        except ValueError:
            parts = urlsplit("")
        if parts.scheme not in ("http", "https") or (parts.netloc != host and parts.netloc not in self.origins):
            raise HTTPException(403, "This was sent by the page of another site, and was not done.")


def _check_errand(request: Request) -> None:
    """Another site may lead people here by a link, and do nothing else: no pictures, no scripts, no questions whose time it takes."""
    site = request.headers.get("sec-fetch-site")
    if site in ("cross-site", "same-site") and request.headers.get("sec-fetch-mode") != "navigate":
        raise HTTPException(403, "This was asked for by the page of another site.")


def _name(host: str) -> str:
    """The name in `name:port`, `[::1]:port` or `::1`."""
    host = host.lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host if host.count(":") > 1 else host.partition(":")[0]


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
