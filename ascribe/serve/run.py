"""Serving: the workbench on an address, until it is stopped."""

from __future__ import annotations

import socket
import sys
import webbrowser

import uvicorn

from ascribe.errors import ConfigError
from ascribe.serve.app import build
from ascribe.serve.options import Options


def serve(options: Options) -> None:
    """Serve until interrupted. An address that is taken is a `ConfigError` with the remedy; so is what cannot be served safely yet."""
    _refuse_what_is_unsafe(options)
    held = _held(options)
    app = build(options)
    host, port = held.getsockname()[:2]
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    print(f"{options.case}: {address}  (stop with Ctrl+C)", file=sys.stderr, flush=True)  # noqa: T201
    if options.open:
        webbrowser.open(address)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False, proxy_headers=False))
    server.run(sockets=[held])


def _refuse_what_is_unsafe(options: Options) -> None:
    """Nothing is published until it is cut down to what may be."""
    if options.public:
        raise ConfigError("--public is not there yet: nothing would be left out; leave it away to look at the case on this machine")


def _held(options: Options) -> socket.socket:
    """The address, taken before anything else is done."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    held = socket.socket(family, socket.SOCK_STREAM)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((options.host, options.port))
    except OSError as error:
        held.close()
        raise ConfigError(
            f"{options.host}:{options.port} cannot be served on ({error.strerror}); choose another port with -p, or -p 0 for any free one"
        ) from error
    return held
