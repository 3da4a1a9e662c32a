"""The way out: one place opens all sockets, checks where they lead, and keeps within the time and the bytes of a document."""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import httpcore

from ascribe.read.addresses import Reach, is_literal, unpublic
from ascribe.read.reasons import StoppedError, Why
from ascribe.read.socks import Proxy, greet

#: Gives the addresses of a name. Handed in, so that tests need no name server.
Resolver = Callable[[str, int], Sequence[str]]

#: How many addresses of one name are tried.
TRIES = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost, redirects and all: seconds to connect, to wait for the next bytes, and in all; bytes.

    `wire` is what may come through the sockets, headers included; `body` what may come of it when it is unpacked.
    """

    connect: float = 20.0
    read: float = 30.0
    total: float = 120.0
    wire: int = 64 * 1024**2
    body: int = 50 * 1024**2


class Budget:
    """What is left of the limits. Mutable: one for each document, used up as bytes come in."""

    def __init__(self, limits: Limits, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._ends = now() + limits.total
        self._bytes = limits.wire
        self.limits = limits

    def seconds(self, wish: float) -> float:
        """How long the next step may take: as wished, if so much is left. When nothing is, this stops."""
        left = self._ends - self._now()
        if left <= 0:
            raise StoppedError(
                Why.TIMEOUT, f"took longer than {self.limits.total:g} seconds in all; try again later, or save it and name the file"
            )
        return min(wish, left)

    @property
    def spent(self) -> bool:
        """Something came in."""
        return self._bytes < self.limits.wire

    def spend(self, count: int) -> None:
        """Count the bytes that came in."""
        self._bytes -= count
        if self._bytes < 0:
            raise StoppedError(Why.TOO_LARGE, f"is larger than {self.limits.wire // 1024**2} MiB; split it into its articles")


def system_resolver(host: str, port: int) -> Sequence[str]:
    """Ask the system for the addresses of a name. How long that may take is the system's setting."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


class Metered(httpcore.NetworkStream):
    """A connection that counts its bytes and its time, also while it is being encrypted."""

    def __init__(self, inner: httpcore.NetworkStream, budget: Budget) -> None:
        self._inner = inner
        self._budget = budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002 - the budget knows better
        """The next bytes, at most so many."""
        data = self._inner.read(max_bytes, self._budget.seconds(self._budget.limits.read))
        self._budget.spend(len(data))
        return data

    def exactly(self, count: int) -> bytes:
        """So many bytes; a `StoppedError` if the other side ends before."""
        data = b""
        while len(data) < count:
            more = self.read(count - len(data))
            if not more:
                raise StoppedError(Why.PROXY, "the proxy broke off; check that it is a SOCKS 5 proxy")
            data += more
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        """Send these bytes."""
        self._inner.write(buffer, self._budget.seconds(self._budget.limits.read))

    def close(self) -> None:
        """Close the connection."""
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """The same connection, encrypted, once the host has proved that it has this name."""
        inner = self._inner.start_tls(ssl_context, server_hostname, self._budget.seconds(self._budget.limits.connect))
        return Metered(inner, self._budget)

    def get_extra_info(self, info: str) -> Any:
        """What the connection knows of itself."""
        return self._inner.get_extra_info(info)


class WayOut(httpcore.NetworkBackend):
    """Opens the connections of one document.

    Without a proxy a name is looked up once, all its addresses are checked, and one of those is connected to: a second answer of the name
    server cannot change where it leads. With a proxy nothing is looked up, and nothing is connected to but the proxy.
    """

    def __init__(self, reach: Reach, budget: Budget, resolver: Resolver, proxy: Proxy | None) -> None:
        self._reach = reach
        self._budget = budget
        self._resolver = resolver
        self._proxy = proxy

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002 - the budget knows better
        local_address: str | None = None,  # noqa: ARG002 - the system chooses
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        """Connect to this host, by way of the proxy if there is one."""
        if self._proxy is not None:
            return self._by_proxy(self._proxy, host, port)
        addresses = self._addresses(host, port)[:TRIES]
        for address in addresses[:-1]:
            try:
                return self._dial(address, port)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                continue
        return self._dial(addresses[-1], port)

    def _addresses(self, host: str, port: int) -> Sequence[str]:
        """The addresses of the host, all of them public. One that is not makes all suspect, unless the user allowed the place."""
        found = (host,) if is_literal(host) else self._looked_up(host, port)
        if (host, port) not in self._reach.allow:
            for address in found:
                if what := unpublic(address):
                    raise StoppedError(
                        Why.PRIVATE, f"its host {host} leads to {address}, {what}; allow {host}:{port} if it is a server of your own"
                    )
        return found

    def _looked_up(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._resolver(host, port)
        except (OSError, UnicodeError):
            found = ()
        if not found:
            raise StoppedError(Why.NO_SUCH_NAME, f"no name server knows its host {host}; check the address and the connection")
        return found

    def _dial(self, address: str, port: int) -> Metered:
        stream = httpcore.SyncBackend().connect_tcp(address, port, self._budget.seconds(self._budget.limits.connect))
        return Metered(stream, self._budget)

    def _by_proxy(self, proxy: Proxy, host: str, port: int) -> Metered:
        try:
            stream = self._dial(proxy.host, proxy.port)
        except (httpcore.ConnectError, httpcore.ConnectTimeout):
            raise StoppedError(
                Why.PROXY, f"the proxy at {proxy.host}:{proxy.port} does not answer; start it, or correct its address"
            ) from None
        try:
            greet(proxy, host, port, stream.write, stream.exactly)
        except BaseException:
            stream.close()
            raise
        return stream
