"""Whether a name of the register is only a part of somebody else's: a firm, a street, a film, a club, another party.

Rules, the first that answers.
1. The words beside it make it another's: "Hamas Street", "the New Sudan Liberation Army", "Operation Breaking Dawn".
2. It stands in a slogan: "MEND WHILE YOU WAIT".
3. It stands in a title: "the film Shining Path to Market", "Sons of the Abu Sayyaf".
4. It is a club where a match is told: "Al-Shabab beat Al-Hilal by a goal"; a team, a bus, a sea: "the Grey Wolves hockey team".
5. It is a person's: "Dr Hizbullah Memon", "Taliban Khan, a tailor".
"""

from __future__ import annotations

from collections.abc import Sequence

from ascribe.model.parties import Kind
from ascribe.model.reading import Token
from ascribe.resolve.party_words import words
from ascribe.resolve.register import Found

_MAKES_A_NAME, _MAKES_ANOTHER, _BODIES = words("makes_a_name"), words("makes_another"), words("bodies")
_WORKS, _BEGINS_A_TITLE, _SPORT = words("works"), words("begins_a_title"), words("sport")
_ONLY_WORKS, _GAMES, _VEHICLES = words("only_works"), words("games"), words("vehicles")
_WATERS, _BEFORE_PERSONS, _SURNAMES, _WITH_ARTICLE = words("waters"), words("before_persons"), words("surnames"), words("with_article")
#: The words of another name behind one may be so many.
_TAIL = 3
#: Small words inside a title.
_IN_TITLES = frozenset("of the to in and a an on for at by from with".split())
_CALLED = frozenset("called named titled entitled dubbed".split())
_QUOTES = frozenset("\"'“”‘’«»")


def is_named_after(tokens: Sequence[Token], at: int, name: Found, upper: bool) -> bool:
    """The words from `at` on, which are a name of the register, are part of another name here."""
    if upper:
        return False
    end = at + name.size
    before = tokens[at - 1].text if at else ""
    after = tokens[end].text if end < len(tokens) else ""
    if after in _MAKES_A_NAME or (at > 1 and before in _MAKES_ANOTHER and tokens[end - 1].lower in _BODIES):
        return True
    if after[:1].isupper() and _ends_another_name(tokens, end):
        return True
    return (
        _is_a_person(tokens, at, end, before, after)
        or _is_a_thing(tokens, at, end)
        or _is_an_outlet_s_word(tokens, at, name, before)
        or _is_a_slogan(tokens, at, end)
        or _is_in_a_title(tokens, at, end)
        or _is_a_club(tokens, at, name)
    )


def _ends_another_name(tokens: Sequence[Token], end: int) -> bool:
    """Capitalised words follow, and one of them is a club's, a firm's or a place's: "the Tamil Tigers Cricket Club"."""
    last = end
    while last < len(tokens) and last - end < _TAIL and tokens[last].text[:1].isupper():
        last += 1
    return any(token.text in _MAKES_A_NAME for token in tokens[end:last])


def _is_a_person(tokens: Sequence[Token], at: int, end: int, before: str, after: str) -> bool:
    """A title stands before it, or another name and what he is behind it."""
    if end - at > 1 or tokens[at].text.isupper() or not after.istitle():
        return False
    if before.rstrip(".") in _BEFORE_PERSONS or after in _SURNAMES:
        return True
    behind = [token.lower for token in tokens[end + 1 : end + 3]]
    return len(behind) > 1 and behind[0] == "," and behind[1] in {"a", "an", "aged", "who", "whose"}


def _is_a_thing(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A team, a road or a bus of this number, a river, a sea."""
    after = [token.lower for token in tokens[end : end + 2]]
    name = tokens[end - 1].text
    if after and (after[0] in _GAMES or (any(letter.isdigit() for letter in name) and after[0] in _VEHICLES)):
        return True
    if after and after[0].isdigit() and name.isupper() and len(name) < 3:  # "the IS 200"
        return True
    if name in _WITH_ARTICLE and "the" in {tokens[at].lower, tokens[at - 1].lower if at else ""}:
        return True
    return at > 1 and tokens[at - 1].lower == "of" and tokens[at - 2].text in _WATERS


def _is_an_outlet_s_word(tokens: Sequence[Token], at: int, name: Found, before: str) -> bool:
    """As in "Operation Breaking Dawn": a paper's name of one word inside another name."""
    return (
        at > 1
        and name.size == 1
        and not name.in_context
        and all(entry.kind is Kind.MEDIA for entry in (*name.entries, *name.people))
        and before[:1].isupper()
        and before.isalpha()
        and before.lower() not in {"the", "daily", "newspaper"}
        and tokens[at].text.istitle()
    )


def _is_a_slogan(tokens: Sequence[Token], at: int, end: int) -> bool:
    """An abbreviation among other words in capitals."""
    if not tokens[end - 1].text.isupper():
        return False
    after = 0
    while end + after < len(tokens) and _shouts(tokens[end + after]):
        after += 1
    before = 0
    while at - 1 - before >= 0 and _shouts(tokens[at - 1 - before]):
        before += 1
    return max(after, before) > 1


def _shouts(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isalpha() and token.text.isupper()


def _is_in_a_title(tokens: Sequence[Token], at: int, end: int) -> bool:
    first, last = at, end
    while first > 0 and (tokens[first - 1].text[:1].isupper() or (first > 1 and _joins(tokens[first - 1]))):
        first -= 1
    while first < at and _joins(tokens[first]):
        first += 1
    while last < len(tokens) and (tokens[last].text[:1].isupper() or (_joins(tokens[last]) and _goes_on(tokens, last))):
        last += 1
    opens = tokens[first - 1] if first > 0 else None
    if 0 < first < at and tokens[first].text in _BEGINS_A_TITLE and tokens[first + 1].lower == "of":
        return True
    if opens is None:
        return False
    quoted = opens.text in _QUOTES and last < len(tokens) and tokens[last].text in _QUOTES
    if quoted or opens.lower in _CALLED:
        opens = next((token for token in reversed(tokens[: first - 1]) if token.lower not in _CALLED and token.text != ","), None)
    if opens is None or opens.lower not in _WORKS:
        return False
    return (first, last) != (at, end) or quoted or opens.lower in _ONLY_WORKS


def _joins(token: Token) -> bool:
    return token.text in _IN_TITLES


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Behind the small word comes another capital."""
    following = tokens[at + 1 : at + 3]
    return bool(following) and (
        following[0].text[:1].isupper() or (len(following) > 1 and _joins(following[0]) and following[1].text[:1].isupper())
    )


def _is_a_club(tokens: Sequence[Token], at: int, name: Found) -> bool:
    if name.size > 2 or tokens[at].text.isupper():
        return False
    return len({token.lower for token in tokens} & _SPORT) > 1
