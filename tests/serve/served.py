"""A workbench that listens on loopback while a test looks at it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from ascribe.serve.app import build
from ascribe.serve.options import Options

PATIENCE = 20.0


@contextmanager
def served(options: Options) -> Iterator[str]:
    """Serve until the block ends; the address, without a slash at its end."""
    held = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(build(options), log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [held]}, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while not server.started and thread.is_alive() and time.monotonic() < until:
        time.sleep(0.01)
    assert server.started, "the workbench did not start"
    try:
        yield f"http://127.0.0.1:{held.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        held.close()
