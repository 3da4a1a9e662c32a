"""SOCKS 5 (RFC 1928, 1929): a proxy such as Tor's is asked to connect to a host by its name, so that the name is looked up there, not here.

Each host is asked for under a user name of its own. Tor gives every user name its own way through the network, so that one exit does not
see all that is read; proxies that know no users ignore it.
"""

from __future__ import annotations

import ipaddress
import re
import struct
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import unquote

from ascribe.errors import ConfigError
from ascribe.read.reasons import StoppedError, Why

VERSION, SIGN_IN, CONNECT = 5, 1, 1
NO_SIGN_IN, USER_AND_PASSWORD = 0, 2
ADDRESS_4, NAME, ADDRESS_6 = 1, 3, 4

#: What a proxy says of the host beyond it (RFC 1928, 6). Any other answer is about the proxy itself.
BEYOND = {3: "its network cannot be reached", 4: "it cannot be reached", 5: "it does not accept connections", 6: "it takes too long"}

WRITTEN = re.compile(r"socks5h?://(?:([^:@/]{1,255}):([^:@/]{1,255})@)?(\[[0-9a-fA-F:.]+\]|[^:@/\[\]]+):([0-9]{1,5})/?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Proxy:
    """Where the proxy listens. `user` and `password` as the user gave them; None: a user name for each host is made up."""

    host: str
    port: int
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    def signs_in(self, host: str) -> tuple[bytes, bytes]:
        """User name and password under which this host is asked for."""
        user, password = (host, "ascribe") if self.user is None else (self.user, self.password or "")
        return user.encode()[:255], password.encode()[:255]


def proxy(address: str) -> Proxy:
    """Read `socks5://host:port` or `socks5h://user:password@host:port`; the two words mean the same: names are always looked up there."""
    match = WRITTEN.fullmatch(address.strip())
    if match is None or not 0 < int(match[4]) < 65536:
        raise ConfigError("proxy: not of the form socks5://host:port, such as socks5://127.0.0.1:9050 for Tor")
    user, password = match[1], match[2]
    return Proxy(match[3].strip("[]"), int(match[4]), unquote(user) if user else None, unquote(password) if password else None)


def greet(proxy: Proxy, host: str, port: int, send: Callable[[bytes], None], receive: Callable[[int], bytes]) -> None:
    """Ask the proxy for a connection to this host; what is sent after it goes there.

    `receive(n)` gives exactly n bytes. A `StoppedError` tells whether the host is out of reach or the proxy fails.
    """
    send(bytes((VERSION, 2, NO_SIGN_IN, USER_AND_PASSWORD)))
    version, way = receive(2)
    if version != VERSION or way not in {NO_SIGN_IN, USER_AND_PASSWORD}:
        raise StoppedError(Why.PROXY, "the proxy does not speak SOCKS 5 or asks for another way to sign in; check its address")
    if way == USER_AND_PASSWORD:
        user, password = proxy.signs_in(host)
        send(bytes((SIGN_IN, len(user))) + user + bytes((len(password),)) + password)
        if receive(2)[1] != 0:
            raise StoppedError(Why.PROXY, "the proxy does not accept the user name and password; correct them")
    send(bytes((VERSION, CONNECT, 0)) + _written(host) + struct.pack("!H", port))
    _hear(receive)


def _written(host: str) -> bytes:
    """The host as the proxy reads it: a name as a name, never as an address that we found out."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        return bytes((NAME, len(name))) + name
    return bytes((ADDRESS_4 if address.version == 4 else ADDRESS_6,)) + address.packed


def _hear(receive: Callable[[int], bytes]) -> None:
    _, answer, _, kind = receive(4)
    if answer in BEYOND:
        raise StoppedError(Why.UNREACHABLE, f"the proxy says of the host that {BEYOND[answer]}; check the address, or try again later")
    if answer != 0 or kind not in {ADDRESS_4, NAME, ADDRESS_6}:
        raise StoppedError(Why.PROXY, f"the proxy did not connect (its answer was {answer}); check that it runs and may be used")
    length = {ADDRESS_4: 4, ADDRESS_6: 16}.get(kind) or receive(1)[0]
    receive(length + 2)  # the address from which it speaks: of no use to us
