"""What a workbench is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from ascribe.settings import Settings

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORT = 8011


@dataclass(frozen=True, slots=True)
class Options:
    """Which case is served, to whom, and what may be done with it.

    `read_only`: nothing can be changed. `public`: only what may be published is served (`ascribe.case.publishing`), and nothing can be
    changed. `hosts` are further names under which the workbench may be called. `sample`: the case is the bundled one, and pages say so.
    """

    case: Path
    host: str = "127.0.0.1"
    port: int = PORT
    read_only: bool = False
    public: bool = False
    open: bool = False
    sample: bool = False
    delay_days: int = 0
    hosts: tuple[str, ...] = ()
    by: str | None = None
    settings: Settings = field(default_factory=Settings)

    @property
    def is_loopback(self) -> bool:
        """Only this machine can reach it."""
        return self.host in LOOPBACK

    @property
    def may_write(self) -> bool:
        """Something can be changed here."""
        return not (self.read_only or self.public)
