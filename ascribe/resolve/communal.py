"""When the name of a people stands for those of it who fight: "Lou Nuer fighters", "clashes between Dinka and Nuer youths".

Rule. A people is no armed party: "Dinka", "Fulani villagers", "two Hutus" name none. Its name stands for the communal militia that UCDP
lists only where it

1. stands before fighters: a militia, fighters, raiders, herders; youths, men, a group only when they are armed;
2. stands behind them: "raiders of the Murle", "fighters from the Murle tribe";
3. is one of the two sides of a clash: "clashes between X and Y", "X and Y clashed", "X fought with Y".

Which militia that is, the country decides (see `namesakes`); in a text about no country of its own it is nobody's name. Rebels, insurgents
and separatists of a people are not its communal militia.
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.model.reading import Token

#: Those who fight for a people, and those who do only when they are armed.
_FIGHTERS = frozenset(
    "militia militias militiaman militiamen fighter fighters gunman gunmen warrior warriors raider raiders herder herders herdsman "
    "herdsmen pastoralist pastoralists tribesman tribesmen clansman clansmen vigilante vigilantes rustlers attackers assailants".split()
)
_MAYBE = frozenset("youth youths men man group groups elements civilians clan clans tribe tribes hunters farmers boys".split())
_ARMED = frozenset("armed gun-toting heavily-armed masked".split())
#: What may stand between the name and those who fight.
_BETWEEN = frozenset("armed ethnic tribal communal cattle nomadic nomad self-defence self-defense heavily local young clan tribal".split())
_CLASHES = frozenset(
    "clash clashes fighting violence conflict battle battles fight fights feud hostilities skirmish skirmishes gunfight".split()
)
_CLASHED = frozenset("clashed clash fought fight battled".split())
_SIDE = frozenset(
    "the and ethnic rival tribe tribes clan clans sub-clan subclan subclans community communities members of youths herders".split()
)
_FROM = frozenset({"of", "from"})
#: How far before the name "clashes between" may begin.
_REACH = 9


def stands_for_fighters(tokens: Sequence[Token], at: int, size: int) -> bool:
    """The name of a people in these tokens stands for those who fight, by the rule above."""
    return _before_fighters(tokens, at, at + size) or _behind_fighters(tokens, at) or _in_a_clash(tokens, at, at + size)


def _before_fighters(tokens: Sequence[Token], at: int, end: int) -> bool:
    armed = at > 0 and tokens[at - 1].lower in _ARMED
    for token in tokens[end : end + 4]:
        armed = armed or token.lower in _ARMED
        if token.lower in _FIGHTERS or (armed and token.lower in _MAYBE):
            return True
        if token.lower not in _BETWEEN and token.lower not in _MAYBE:
            return False
    return False


def _behind_fighters(tokens: Sequence[Token], at: int) -> bool:
    """As in "raiders from the Murle"."""
    before = at - 1
    while before > 0 and tokens[before].lower in {"the", "rival", "ethnic"}:
        before -= 1
    if before < 1 or tokens[before].lower not in _FROM:
        return False
    word = tokens[before - 1].lower
    return word in _FIGHTERS or (word in _MAYBE and before > 1 and tokens[before - 2].lower in _ARMED)


def _in_a_clash(tokens: Sequence[Token], at: int, end: int) -> bool:
    window = [token.lower for token in tokens[max(0, at - _REACH) : at]]
    if "between" in window:
        place = len(window) - 1 - window[::-1].index("between")
        if any(word in _CLASHES for word in window[max(0, place - 3) : place]):
            return True
    after = [token.lower for token in tokens[end : end + 6]]
    for n, word in enumerate(after):
        if word in _CLASHED:
            joined = "and" in after[:n] or (at > 0 and "and" in window[-4:])
            return joined or after[n + 1 : n + 2] == ["with"]
        if word not in _SIDE and not tokens[end + n].text[0].isupper():
            break
    return window[-2:] == ["fought", "with"] or window[-2:] == ["clashed", "with"] or window[-3:-1] == ["clashed", "with"]
