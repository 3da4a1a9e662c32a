"""Who makes claims: what stands as the maker of one that a person made."""

from __future__ import annotations

#: Who made a claim that no engine found. Who it was is in the decisions, under a name that can be withheld.
BY_HAND = "human"


def is_by_hand(made_by: str) -> bool:
    """A person made this claim, and not an engine."""
    return made_by == BY_HAND
