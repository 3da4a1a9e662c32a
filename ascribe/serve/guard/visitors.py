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
    """Who asks. `name` is None where nobody has said who is at this machine; `csrf` is the token that a form must send back.

    `is_let_in` is False for whoever has yet to sign in: nothing of the case is shown to them, its name included. `has_account`: the name
    was proved with a password.
    """

    name: str | None = None
    role: Role = Role.ADMIN
    csrf: str = ""
    is_let_in: bool = True
    has_account: bool = False

    def is_at_least(self, role: Role) -> bool:
        """May what this role may."""
        return self.is_let_in and self.role.rank >= role.rank


#: Whoever has not been looked at yet.
STRANGER = Visitor(role=Role.VIEWER, is_let_in=False)


def visitor(request: Request) -> Visitor:
    """Whoever asks; the guard has put it there."""
    found: Visitor = getattr(request.state, "visitor", None) or Visitor()
    return found
