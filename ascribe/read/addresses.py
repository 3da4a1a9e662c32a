"""Which addresses may be connected to: hosts of the public internet by http and https, and what the user allows by name. Pure functions.

A link in a feed, a sheet or a redirect is written by others. Followed blindly, it makes this machine ask its own services, its router or
its cloud's metadata. So whatever is not plainly a public host is refused before anything is sent. That the user typed an address himself
changes nothing: he may have copied it.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote

import idna

from ascribe.errors import ConfigError
from ascribe.read.reasons import StoppedError, Why

#: The longest address that is taken, in characters. Real ones stay below 2,000.
MAX_URL = 8_192

PORTS = {"http": 80, "https": 443}

#: Networks of the fourth version that are not the public internet (IANA's register of special-purpose addresses), and one that is but leads
#: to a cloud's own machinery (Azure's 168.63.129.16).
NOT_PUBLIC_4 = tuple(
    map(
        ipaddress.IPv4Network,
        str.split(
            "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 "
            "192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4"
        ),
    )
)
#: All that the sixth version gives to public hosts lies in one block; what stands below is set apart in it.
PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
NOT_PUBLIC_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "3fff::/20")))
#: Networks whose addresses hold one of the fourth version, and at which bit from the right it ends: mapped, NAT64 (phones on networks
#: that have only the sixth version reach the rest of the web by it), 6to4.
HOLDING_4 = (
    (ipaddress.IPv6Network("::ffff:0:0/96"), 0),
    (ipaddress.IPv6Network("64:ff9b::/96"), 0),
    (ipaddress.IPv6Network("2002::/16"), 80),
)

#: Endings of names that stand for this machine or for a network of the house (RFC 6761, 6762, 8375 and common use).
PRIVATE_ENDINGS = frozenset(str.split("localhost localdomain local internal intranet private corp home lan home.arpa test invalid"))
#: Endings that only a proxy knows: asked of a name server they tell it what is being read.
HIDDEN_ENDINGS = frozenset({"onion", "i2p"})

URL = re.compile(r"([a-z][a-z0-9+.-]*):(?://([^/?#\\]*))?([^?#]*)(\?[^#]*)?(?:#.*)?", re.IGNORECASE | re.DOTALL)
PLACE = re.compile(r"(\[[0-9a-f:.]+\]|[^\[\]:]+)(?::([0-9]{0,5}))?", re.IGNORECASE | re.ASCII)
NAME = re.compile(r"(?=.{1,253}\Z)[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_][a-z0-9_-]{0,62})*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")

#: A host and its port.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart. `host` is in small ASCII letters, without brackets; `path` holds the query too, the fragment is gone."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def place(self) -> Place:
        """Host and port: what is connected to."""
        return self.host, self.port

    @property
    def authority(self) -> str:
        """The host as it stands in an address and in the Host header."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, as an address without a path."""
        return f"{self.scheme}://{self.authority}"

    @property
    def url(self) -> str:
        """The address in one plain form."""
        return self.origin + self.path


@dataclass(frozen=True, slots=True)
class Reach:
    """How far this run may reach: `allow`, the places that need no further check, and whether a proxy makes the connections."""

    allow: frozenset[Place] = frozenset()
    proxied: bool = False


def target(url: str, reach: Reach | None = None) -> Target:
    """The address taken apart, if it may be asked for; else a `StoppedError` that says why not.

    It must be http or https with a host and no user name, on the usual port or one above 1023, so that nobody's link makes us talk to a
    mail server. The host is a public address in its one usual form, or a name that is not of the house. An allowed place is only taken
    apart. Where the name leads is checked when it is connected to, not here.
    """
    found = apart(url)
    reach = reach or Reach()
    if found.place not in reach.allow:
        _check_port(found)
        _check_host(found.host, reach.proxied)
    return found


def apart(url: str) -> Target:
    """The address taken apart and brought into one form, wherever it leads. What two programs could read in two ways is refused."""
    url = url.strip()
    match = URL.fullmatch(url)
    if len(url) > MAX_URL or match is None:
        raise StoppedError(Why.NO_ADDRESS, "is no web address; write it out, such as https://example.org/report")
    scheme, authority, path, query = match[1].lower(), match[2], match[3], match[4] or ""
    if scheme not in PORTS:
        raise StoppedError(Why.SCHEME, f"begins with {scheme[:20]}:, and only http and https are fetched; save it as a file and name that")
    if authority is None or path[:1] not in {"", "/"} or CONTROL.search(path + query):
        raise StoppedError(Why.NO_ADDRESS, "is not written as a web address; write it out, such as https://example.org/report")
    host, port = _place(authority, scheme)
    return Target(scheme, host, port, _quoted(path or "/") + _quoted(query))


def unpublic(address: str) -> str | None:
    """What this address of a machine is, if it is no public one; None if it is. One with a zone (`fe80::1%eth0`) never is."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "no address of a machine"
    if isinstance(found, ipaddress.IPv4Address):
        return _unpublic_4(found)
    if found.scope_id is not None:
        return "an address of one network only"
    for network, shift in HOLDING_4:
        if found in network:
            return _unpublic_4(ipaddress.IPv4Address(int(found) >> shift & 0xFFFFFFFF))
    if found not in PUBLIC_6 or any(found in network for network in NOT_PUBLIC_6):
        return "an address outside the public internet"
    return None


def is_literal(host: str) -> bool:
    """Tell whether the host is an address of a machine, not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def allowed(places: Iterable[str]) -> frozenset[Place]:
    """Read the places that a user allows, each `host:port`, such as `wiki.intranet:8080` or `[fd00::1]:80`."""
    return frozenset(map(_allowed, places))


def _allowed(place: str) -> Place:
    match = PLACE.fullmatch(place.strip())
    try:
        if match is not None and match[2] and 0 < int(match[2]) < 65536:
            return _host(match[1]), int(match[2])
    except StoppedError:
        pass  # the host is none
    raise ConfigError(f"allow {place!r}: not a host and a port, such as wiki.intranet:8080")


def _unpublic_4(address: ipaddress.IPv4Address) -> str | None:
    return "an address outside the public internet" if any(address in network for network in NOT_PUBLIC_4) else None


def _place(authority: str, scheme: str) -> Place:
    if "@" in authority:
        raise StoppedError(
            Why.USERINFO, "holds a user name, which hides where it leads and would be sent along; take out what stands before the @"
        )
    match = PLACE.fullmatch(authority)
    if match is None:
        raise StoppedError(Why.NO_ADDRESS, "has no plain host; write it out, such as https://example.org/report")
    port = int(match[2]) if match[2] else PORTS[scheme]
    if not 0 < port < 65536:
        raise StoppedError(Why.NO_ADDRESS, f"names a port that there is not ({port}); correct it")
    return _host(match[1]), port


def _host(written: str) -> str:
    """The host in one form: small ASCII letters, a name without a dot at its end. What can be read in two ways is refused.

    10.1, 0x7f000001, 2130706433 and 017700000001 are all taken for addresses by some programs, so a host that ends in a number must be
    four plain numbers.
    """
    if written.startswith("["):
        return _literal_6(written[1:-1])
    host = _ascii(written).lower().removesuffix(".")
    if not NAME.fullmatch(host):
        raise StoppedError(Why.NO_ADDRESS, "has a host that no name server can know; correct it")
    last = host.rpartition(".")[2]
    if (last.isdigit() or re.fullmatch(r"0x[0-9a-f]*", last)) and not is_literal(host):
        raise StoppedError(Why.PRIVATE, "hides its host in a number; write the host's name, or its address as four plain numbers")
    return host


def _literal_6(written: str) -> str:
    try:
        return str(ipaddress.IPv6Address(written))
    except ValueError:
        raise StoppedError(Why.NO_ADDRESS, "has a host in brackets that is no address; correct it") from None


def _ascii(host: str) -> str:
    """The name as name servers know it. Full-width letters and dots become plain first, so that the checks see what would be asked."""
    if host.isascii():
        return host
    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        raise StoppedError(Why.NO_ADDRESS, "has a host in letters that names may not have; write it in its plain form (xn--...)") from None


def _quoted(part: str) -> str:
    return quote(part, safe="/%:@!$&'()*+,;=~-._?[]|", errors="replace")


def _check_port(found: Target) -> None:
    if found.port < 1024 and found.port not in PORTS.values():
        raise StoppedError(
            Why.PORT, f"names port {found.port}, which belongs to another service; allow {found.host}:{found.port} if you mean it"
        )


def _check_host(host: str, proxied: bool) -> None:
    remedy = "allow the host and port by name if it is a server of your own"
    if is_literal(host):
        if what := unpublic(host):
            raise StoppedError(Why.PRIVATE, f"leads to {host}, {what}; {remedy}")
        return
    endings = {host} | {host[place + 1 :] for place, sign in enumerate(host) if sign == "."}
    if endings & HIDDEN_ENDINGS:
        if not proxied:
            raise StoppedError(
                Why.NEEDS_PROXY, f"is a hidden service ({host.rpartition('.')[2]}); name a proxy that knows it, such as Tor's"
            )
    elif endings & PRIVATE_ENDINGS or "." not in host:
        raise StoppedError(Why.PRIVATE, f"leads to {host}, a name of this machine or of a network of the house; {remedy}")
