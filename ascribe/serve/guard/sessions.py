"""Who has signed in, until when: kept in memory, and of each token only its hash."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace

HOUR = 3600.0
#: Nobody was there for so long, or it began so long ago.
IDLE, LONGEST = 12 * HOUR, 7 * 24 * HOUR
MOST = 10_000


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which somebody has signed in. `stamp` is the account's as it was then: with another password it is over."""

    name: str
    stamp: str
    begun: float
    seen: float


class Sessions:
    """All of them. When the workbench is started anew, everybody signs in again."""

    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now
        self._held: dict[str, Session] = {}

    def begin(self, name: str, stamp: str) -> str:
        """A new one; its token, which nobody has seen before."""
        now = self.now()
        if len(self._held) >= MOST:
            self._held = {key: each for key, each in self._held.items() if not _is_over(each, now)}
            while len(self._held) >= MOST:
                self._held.pop(next(iter(self._held)))
        made = secrets.token_urlsafe(32)
        self._held[_hash(made)] = Session(name, stamp, now, now)
        return made

    def find(self, token: str) -> Session | None:
        """The session of a token. That it was looked for keeps it going."""
        key, now = _hash(token), self.now()
        found = self._held.get(key)
        if found is None:
            return None
        if _is_over(found, now):
            self.end(token)
            return None
        self._held[key] = replace(found, seen=now)
        return found

    def end(self, token: str) -> None:
        """It is over."""
        self._held.pop(_hash(token), None)


def _is_over(session: Session, now: float) -> bool:
    return now - session.seen > IDLE or now - session.begun > LONGEST


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()
