"""Who is at the page: what every handler knows of whoever asks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from starlette.requests import Request


class Role(StrEnum):
    """What somebody may do. Each may what those before it may."""

    VIEWER = "viewer"  # reads
    CODER = "coder"  # decides on claims, adds documents and claims
    REVIEWER = "reviewer"  # settles what coders differ on, merges, takes back what others did
    ADMIN = "admin"  # erases, manages

    @property
    def rank(self) -> int:
        """How far down the list it stands."""
        return list(Role).index(self)


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who asks. `name` is None where nobody has said who is at this machine; `csrf` is the token that a form must send back."""

    name: str | None = None
    role: Role = Role.ADMIN
    csrf: str = ""

    def is_at_least(self, role: Role) -> bool:
        """May what this role may."""
        return self.role.rank >= role.rank


def visitor(request: Request) -> Visitor:
    """Whoever asks; the guard has put it there."""
    found: Visitor = getattr(request.state, "visitor", None) or Visitor()
    return found
