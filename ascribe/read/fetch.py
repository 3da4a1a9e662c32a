"""Pages and feeds fetched from the web, one at a time: what was named, nothing else, telling as little as can be of who asks.

What is sent is the same for everybody who uses this program, and is all in `HEADERS`. There are no cookies, no Referer, no version, no
language of the user's. Accept-Language is a constant: without it hosts choose a language by where the question comes from, and the program
reads English. Connections are not kept. The environment's proxies are not used: nobody should go by a way that he did not name.
"""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin

import certifi
import httpcore

from ascribe.errors import ConfigError
from ascribe.model.captures import Capture, Way
from ascribe.read.addresses import Reach, Target, allowed, target
from ascribe.read.answers import Fetched, NotFetched, Page, Unchanged, Validators, not_fetched, of_status, seconds_to_wait
from ascribe.read.connections import Budget, Limits, Resolver, WayOut, system_resolver
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.socks import proxy as read_proxy
from ascribe.read.unpacked import gunzipped, inflated

#: All that is said of us. Neither version nor address: either would tell one user from another.
HEADERS = (
    (b"User-Agent", b"ascribe (reads what its user names)"),
    (b"Accept", b"text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, application/atom+xml, */*;q=0.5"),
    (b"Accept-Language", b"en, *;q=0.5"),
    (b"Accept-Encoding", b"gzip, identity;q=0.9"),
    (b"Connection", b"close"),
)

MAX_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
FOR_GOOD = frozenset({301, 308})
PAGES = frozenset({200, 203})

#: What cannot be read, told by the first word of its media type before any of it comes in.
NO_TEXT = ("image/", "video/", "audio/", "font/")

UNPACKS: dict[str, Callable[[Iterable[bytes], int], Iterator[bytes]]] = {"gzip": gunzipped, "x-gzip": gunzipped, "deflate": inflated}


class Fetcher:
    """Asks for pages within the limits and by the way that the user chose. Holds no connection and remembers nothing between pages.

    `proxy` is `socks5://host:port` (names are looked up there); `offline` refuses everything without opening a socket; `allow` lists places
    of the user's own, `host:port`, that need no public address; `authorities` is a file of certificates (PEM) to trust in place of those
    that ship with certifi. Whatever is said here, hosts must prove who they are. A wrong setting raises `ConfigError`.
    """

    def __init__(
        self,
        proxy: str | None = None,
        *,
        offline: bool = False,
        allow: Iterable[str] = (),
        resolver: Resolver = system_resolver,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        limits: Limits | None = None,
        authorities: Path | None = None,
    ) -> None:
        self.offline = offline
        self._proxy = None if proxy is None else read_proxy(proxy)
        self._reach = Reach(allowed(allow), proxied=self._proxy is not None)
        self._resolver = resolver
        self._clock = clock
        self._limits = limits or Limits()
        self._trust = None if offline else _trust(authorities)

    def fetch(self, url: str, known: Validators | None = None, *, at_most: int | None = None) -> Fetched:
        """Ask for this page and follow its redirects. Whatever the world does, there is an answer; nothing is raised.

        `known` are the validators of the last time; by a proxy they are not sent, since a host can tell its visitors apart by what it gave
        them. `at_most`: how many bytes it may have, where that is less than usual.
        """
        if self.offline:
            return NotFetched(url, Why.OFFLINE, "not fetched, because this run is offline; fetch it elsewhere and name the file")
        budget = Budget(self._limits)
        sent = Validators() if known is None or self._proxy is not None else known
        try:
            with httpcore.ConnectionPool(
                ssl_context=self._trust,
                max_connections=1,
                max_keepalive_connections=0,
                network_backend=WayOut(self._reach, budget, self._resolver, self._proxy),
            ) as pool:
                return self._followed(pool, url, sent, min(at_most or self._limits.body, self._limits.body))
        except StoppedError as stop:
            return not_fetched(url, stop, heard=budget.spent)
        except Exception as error:  # bytes of strangers went through three libraries; nothing they do may end a run
            return not_fetched(url, _told(error), heard=budget.spent)

    def _followed(self, pool: httpcore.ConnectionPool, url: str, known: Validators, at_most: int) -> Fetched:
        """Ask, and where the answer leads on ask there, each time with every check. At most five times."""
        asked = target(url, self._reach)
        moved: str | None = None
        for hop in range(MAX_REDIRECTS + 1):
            with pool.stream("GET", _address(asked), headers=_headers(asked, known)) as response:
                if response.status not in REDIRECTS:
                    return self._answer(response, asked, known, at_most, moved)
                status, location = response.status, _header(response, b"location")
            onward = self._onward(asked, location)
            moved = onward.url if status in FOR_GOOD and (hop == 0 or moved == asked.url) else moved
            asked = onward
        raise StoppedError(Why.REDIRECTS, f"was sent on more than {MAX_REDIRECTS} times; open it in a browser, save it and name the file")

    def _onward(self, asked: Target, location: str | None) -> Target:
        """Where a redirect leads. Neither from an encrypted page to an open one, nor from elsewhere to a place of the user's own."""
        if not location:
            raise StoppedError(Why.REDIRECTS, "was sent on without being told where; open it in a browser, save it and name the file")
        own = asked.place in self._reach.allow
        onward = target(urljoin(asked.url, location), self._reach if own else Reach(proxied=self._reach.proxied))
        if asked.scheme == "https" and onward.scheme == "http":
            raise StoppedError(Why.DOWNGRADE, f"leads on to a page that is not encrypted; name {onward.url} itself if that is meant")
        return onward

    def _answer(self, response: httpcore.Response, asked: Target, known: Validators, at_most: int, moved: str | None) -> Fetched:
        now = self._clock()
        if response.status == 304 and known != Validators():
            return Unchanged(asked.url, known)
        if response.status not in PAGES:
            return of_status(asked.url, response.status, seconds_to_wait(_header(response, b"retry-after"), now))
        media = (_header(response, b"content-type") or "").partition(";")[0].strip().lower() or None
        if media and media.startswith(NO_TEXT):
            raise StoppedError(Why.MEDIA, f"is no text but {media[:40]}; name the page that it belongs to")
        data = _body(response, at_most)
        if not data:
            raise StoppedError(Why.EMPTY, "is empty; open it in a browser, save it and name the file")
        capture = Capture(data, name=asked.url, way=Way.PAGE, at=now, url=asked.url, media_type=media)
        return Page(capture, Validators.of(_header(response, b"etag"), _header(response, b"last-modified")), moved)


def _trust(authorities: Path | None) -> ssl.SSLContext:
    """Whose word is taken for who a host is: those that ship with certifi. What an office or a state adds to the system's could listen."""
    try:
        return ssl.create_default_context(cafile=str(authorities or certifi.where()))
    except (OSError, ssl.SSLError) as error:
        raise ConfigError(f"authorities {authorities}: no file of certificates (PEM) that can be read") from error


def _address(asked: Target) -> httpcore.URL:
    return httpcore.URL(scheme=asked.scheme, host=asked.host, port=asked.port, target=asked.path)


def _headers(asked: Target, known: Validators) -> list[tuple[bytes, bytes]]:
    found = [(b"Host", asked.authority.encode("ascii")), *HEADERS]
    if known.etag:
        found.append((b"If-None-Match", known.etag.encode("ascii")))
    if known.last_modified:
        found.append((b"If-Modified-Since", known.last_modified.encode("ascii")))
    return found


def _header(response: httpcore.Response, name: bytes) -> str | None:
    """The first header of this name. Location is often written in UTF-8, against the rules."""
    found = next((value for key, value in response.headers if key.lower() == name), None)
    return None if found is None else found.decode("utf-8", "replace")


def _body(response: httpcore.Response, at_most: int) -> bytes:
    """The page's bytes, unpacked as they come."""
    codings = [name.strip().lower() for name in (_header(response, b"content-encoding") or "").split(",")]
    used = [name for name in codings if name not in {"", "identity"}]
    if len(used) > 1 or any(name not in UNPACKS for name in used):
        raise StoppedError(
            Why.DAMAGED, f"is packed in a way that was not asked for ({', '.join(used)[:40]}); save it from a browser and name the file"
        )
    chunks = response.iter_stream()
    found = BytesIO()
    for piece in UNPACKS[used[0]](chunks, at_most) if used else chunks:
        found.write(piece)
        if found.tell() > at_most:
            raise StoppedError(Why.TOO_LARGE, f"is larger than {at_most:,} bytes; save it, split it into its articles and name the files")
    return found.getvalue()


def _told(error: Exception) -> StoppedError:
    """Put what went wrong on the way into words."""
    cause = error.__cause__ or error.__context__  # the pool takes the first away
    match error:
        case _ if isinstance(cause, ssl.SSLCertVerificationError):
            return StoppedError(
                Why.CERTIFICATE, f"its host cannot prove who it is ({cause.verify_message}); somebody may be reading along: leave it"
            )
        case _ if isinstance(cause, ssl.SSLError):
            return StoppedError(
                Why.CERTIFICATE, "no safe connection can be made to its host; open it in a browser, save it and name the file"
            )
        case httpcore.TimeoutException():
            return StoppedError(Why.TIMEOUT, "its host does not answer in time; try again later")
        case httpcore.ConnectError():
            return StoppedError(Why.UNREACHABLE, "its host does not answer; check the address and the connection, or try again later")
        case httpcore.NetworkError() | OSError():
            return StoppedError(Why.PROTOCOL, "its host broke off; try again later")
        case _:
            return StoppedError(Why.PROTOCOL, "its host does not speak plain HTTP; open it in a browser, save it and name the file")
