"""How every command of the command line ends, and how it writes: exit statuses, errors in one line, bytes on standard output."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import typer

from ascribe.errors import AscribeError, ConfigError

OK, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


@contextmanager
def ended() -> Iterator[None]:
    """Every end that a command can come to, as a line for the reader and an exit status."""
    try:
        yield
    except ConfigError as error:
        typer.echo(f"ascribe: {error}", err=True)
        raise typer.Exit(USAGE) from None
    except AscribeError as error:
        typer.echo(f"ascribe: {error}", err=True)
        raise typer.Exit(FAILED) from None
    except BrokenPipeError:
        _hush()
        raise typer.Exit(PIPE_CLOSED) from None
    except KeyboardInterrupt:
        typer.echo("ascribe: interrupted", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except OSError as error:
        _hush()
        typer.echo(f"ascribe: {error.filename or 'output'}: {error.strerror or error}; nothing more was written", err=True)
        raise typer.Exit(FAILED) from None


def _hush() -> None:
    """Nobody reads any more: what is still held back goes nowhere, and nothing complains when the program ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for bytes: UTF-8 and plain line ends on every system."""
    sys.stdout.flush()
    yield sys.stdout.buffer
    sys.stdout.buffer.flush()


def terminal(to_terminal: bool) -> tuple[int, bool]:
    """How wide the table is, and whether in colours: COLUMNS, NO_COLOR and the terminal say so."""
    width = shutil.get_terminal_size((100, 24)).columns if to_terminal or "COLUMNS" in os.environ else 100
    colour = to_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    if os.name == "nt":  # an old console would print the codes for colours
        colour = colour and ("WT_SESSION" in os.environ or "TERM" in os.environ)
    return max(60, min(width, 200)), colour
