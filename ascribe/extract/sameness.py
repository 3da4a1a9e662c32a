"""Whether two accounts of a text are of one happening: signs with names, weighed by what was fitted on gold.

The encoder's chance and the rules' grouping are two signs among others: do the days, the places, the parties, the manner, the figures
agree; are type, granularity and modality the same; how far apart are the two told, and with which words. Weights come from the corpus'
development part (`python -m benchmarks.fit`).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p

from ascribe.extract.accounts import Account
from ascribe.extract.grouping import SAME_PLACE, Group, figure_evidence, party_evidence, place_evidence, tactic_evidence, time_evidence
from ascribe.extract.mention import Mention
from ascribe.model.decisions import logit

#: In days: a day, or a night between two.
DAY = 2


def signs(one: Group, account: Account, alike: float | None, *, grouped: bool | None, same_word: bool) -> dict[str, float]:
    """What speaks for and against one happening, by name; `one` is the account that comes first in the text, alone in a group.

    `alike` is the encoder's chance and `grouped` the rules' answer, each None where it has nothing to say; `same_word`: both rest on it.
    """
    first, mention = one.accounts[0].mention, account.mention
    found = {
        "base": 1.0,
        "other type": first.type is not mention.type,
        "other granularity": first.granularity is not mention.granularity,
        "other modality": first.modality is not mention.modality,
        "same word": same_word,
        "same sentence": first.sentence == mention.sentence,
        "next sentence": abs(mention.sentence - first.sentence) == 1,
        "same source": one.accounts[0].source_key == account.source_key,
        f"told as {mention.reference}": True,
        "no encoder": alike is None,
        "rules say one": grouped is True,
        "rules say two": grouped is False,
    }
    numbers = {name: float(value) for name, value in found.items() if value}
    numbers["distance"] = log1p(abs(mention.sentence - first.sentence))
    if alike is not None:
        numbers["encoder"] = logit(alike)
    evidence = {
        "times": time_evidence(one, mention),
        "places": place_evidence(one, mention),
        "parties": party_evidence(one, account),
        "manner": tactic_evidence(one, mention),
        "figures": figure_evidence(one, account),
    }
    if evidence["times"] is None and first.type is mention.type and _dates_its_deed(first) and _dates_its_deed(mention):
        numbers["deeds on two days"] = 1.0
    for name, value in evidence.items():
        if value is None:
            numbers[f"{name} apart"] = 1.0
        elif value:
            numbers[f"{name} agree" if value > 0 else f"{name} differ"] = value
    return numbers


def _dates_its_deed(mention: Mention) -> bool:
    """It tells a deed anew, not what came of one told before, and states its day, or the night between two."""
    return (
        not mention.is_toll
        and mention.reference not in {"toll", "definite"}
        and any((time.days or DAY + 1) <= DAY for time in mention.times)
    )


def lie_apart(told: Mapping[str, float]) -> bool:
    """By their signs two accounts cannot be of one happening.

    Their places lie apart, or their days do and their places are two of which one may hold the other ("Maiduguri", "a village in Borno").
    Or they are two deeds of one type, each told anew with a day of its own that is not the other's. Other times do not settle it: sources
    err, and a text dates the toll as well as the deed.
    """
    if "places apart" in told or "deeds on two days" in told:
        return True
    return "times apart" in told and 0 < told.get("places agree", 0.0) < SAME_PLACE
