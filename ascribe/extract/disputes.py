"""Accounts that contradict another account of the same happening.

Rule. Who says that nobody was harmed by a deed that another source laid at its own side's door, or that one state laid at another's,
disputes it:
the figure, where the other gave one, else a detail. Police who say that a bomb hurt nobody dispute nothing. The contradiction is recorded;
whose account is true is not for us.
"""

from __future__ import annotations

from ascribe.extract.accounts import Account
from ascribe.extract.grouping import Group
from ascribe.model.claims import Contests, Stance
from ascribe.model.parties import ARMED, STATE


def settle(groups: list[Group]) -> None:
    """Give the accounts of each group that contradict an earlier one the stance that they take."""
    for group in groups:
        for number, account in enumerate(group.accounts):
            if _is_contradiction(account, group.accounts[:number]):
                account.stance = Stance.DISPUTED
                account.contests = _contested(account, group.accounts[:number])


def _is_contradiction(account: Account, before: list[Account]) -> bool:
    """A party says "none", and another source told of the same deed before."""
    source = account.source
    if account.stance is not Stance.REPORTED or source is None or source.kind not in ARMED | STATE:
        return False
    counts = [casualty.count.figures for casualty in account.mention.casualties]
    if not counts or any(figures != (0, 0, 0) for figures in counts):
        return False
    actors = [party for other in before for party in other.mention.actors]
    between_states = source.kind in STATE and any(party.kind in STATE and party.country != source.country for party in actors)
    return between_states or any(source.same_side(party) for party in actors)


def _contested(account: Account, before: list[Account]) -> Contests:
    effects = {casualty.effect for casualty in account.mention.casualties}
    told = {casualty.effect for other in before for casualty in other.mention.casualties}
    return Contests.FIGURE if effects & told else Contests.DETAIL
