"""Hosts for the tests of fetching: on this machine's own loopback, each answer written out byte by byte."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

#: What answers a request: it is given the connection and the request's bytes.
Answer = Callable[[socket.socket, bytes], None]


@dataclass
class Host:
    """A host that answers every request in the same way and keeps what it was asked."""

    port: int
    asked: list[bytes] = field(default_factory=list)

    @property
    def place(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"http://{self.place}/report"


def http(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """An answer in HTTP. `content_type="text/html"` is the header Content-Type."""
    named = {name.replace("_", "-").title(): value for name, value in headers.items()}
    named.setdefault("Content-Length", str(len(body)))
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items() if value)
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode() + body


def says(answer: bytes | dict[str, bytes]) -> Answer:
    """Send this, or what belongs to the path."""

    def send(connection: socket.socket, request: bytes) -> None:
        path = request.split(b" ", 2)[1].decode()
        connection.sendall(answer if isinstance(answer, bytes) else answer.get(path, http(status="404 Not Found")))

    return send


def heard(connection: socket.socket) -> bytes:
    """A request up to its empty line."""
    request = b""
    while b"\r\n\r\n" not in request:
        more = connection.recv(65536)
        if not more:
            break
        request += more
    return request


@contextmanager
def listening(serve: Callable[[socket.socket], None], wrap: Callable[[socket.socket], socket.socket] | None = None) -> Iterator[int]:
    """A port at which each connection is served in its own thread."""
    ears = socket.create_server(("127.0.0.1", 0))

    def one(connection: socket.socket) -> None:
        with contextlib.suppress(OSError, ValueError), wrap(connection) if wrap else connection as spoken:
            serve(spoken)

    def loop() -> None:
        with contextlib.suppress(OSError):
            while True:
                connection, _ = ears.accept()
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=loop, daemon=True).start()
    try:
        yield ears.getsockname()[1]
    finally:
        with contextlib.suppress(OSError):
            ears.shutdown(socket.SHUT_RDWR)
        ears.close()


@contextmanager
def host(answer: Answer | bytes | dict[str, bytes], wrap: Callable[[socket.socket], socket.socket] | None = None) -> Iterator[Host]:
    """A host that answers so."""
    answering = says(answer) if isinstance(answer, bytes | dict) else answer
    known = Host(0)

    def serve(connection: socket.socket) -> None:
        request = heard(connection)
        known.asked.append(request)
        answering(connection, request)

    with listening(serve, wrap) as port:
        known.port = port
        yield known


@dataclass
class Tunnel:
    """A SOCKS 5 proxy that takes everything to one port, and keeps under which name it was asked and for what."""

    port: int
    asked: list[tuple[bytes, str, int]] = field(default_factory=list)
    opened: int = 0


@contextmanager
def tunnel_to(port: int, answer: int = 0, drip: bool = False) -> Iterator[Tunnel]:
    """A proxy whose word on each connection is `answer`; with `drip` it speaks one byte at a time."""
    known = Tunnel(0)

    def say(connection: socket.socket, words: bytes) -> None:
        for piece in [words[at : at + 1] for at in range(len(words))] if drip else [words]:
            connection.sendall(piece)

    def serve(connection: socket.socket) -> None:
        known.opened += 1
        with connection.makefile("rb") as ear:
            _, count = ear.read(2)
            ways = ear.read(count)
            user = b""
            if 2 in ways:
                say(connection, b"\x05\x02")
                user = ear.read(ear.read(2)[1])
                ear.read(ear.read(1)[0])
                say(connection, b"\x01\x00")
            else:
                say(connection, b"\x05\x00")
            kind = ear.read(4)[3]
            name = ear.read(ear.read(1)[0]).decode() if kind == 3 else str(ipaddress.ip_address(ear.read({1: 4, 4: 16}[kind])))
            known.asked.append((user, name, int.from_bytes(ear.read(2), "big")))
            say(connection, bytes((5, answer, 0, 1)) + bytes(6))
            if answer:
                return
            with socket.create_connection(("127.0.0.1", port)) as beyond:
                beyond.sendall(heard(connection))
                while piece := beyond.recv(65536):
                    connection.sendall(piece)

    with listening(serve) as port_here:
        known.port = port_here
        yield known
