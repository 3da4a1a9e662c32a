"""Parts of a group, and those who left it: "Kromah's wing of ULIMO", "the Yemeni branch of al-Qaeda", "dissidents of the ELN".

Rules, for a name with an entry and the words around it. Each adds a name over all of them; the group's own name stays as it is.
1. A part with a leader or a place that the register lists is that entry: "Alhaji Kromah's wing of ULIMO", "the al-Hilu faction of the
   SPLM-N", "Islamic State's Afghan branch" (the wing of that country), "the northern front of the MFDC".
2. Another part is the group whose name it bears: "the Red Army of PREPAK", "the armed wing of Hamas".
3. Who broke away, stands near or stands against a group is not that group, nor are its former members: "a splinter of X", "X dissidents",
   "supporters of X", "former X fighters". Such words name nobody, unless the register lists them ("FARC dissidents").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.reading import Reading, Token
from ascribe.resolve.nations import Nations
from ascribe.resolve.party_words import words
from ascribe.resolve.register import Entry, Register

_PARTS, _DUTIES, _APART, _NO_MORE = words("parts"), words("duties"), words("apart"), words("no_more")
_LED, _LED_BY = words("led"), words("led_by")
_ARTICLES = frozenset({"the", "a", "an"})
_OF = frozenset({"of", "from", "within", "in"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
#: Heads that say who somebody is, behind "former X".
_MEMBERS = words("members")
_COMPASS = frozenset("northern southern eastern western central".split())
#: As far back as the words of a part may reach.
_REACH = 6


class Factions:
    """Finds the parts of groups, and those who are none, around the names of one text after another."""

    def __init__(self, register: Register, nations: Nations) -> None:
        self.register = register
        self.nations = nations

    def of(self, reading: Reading, names: Sequence[Party]) -> list[Party]:
        """The names that such words make, in no order."""
        by_sentence = iter(sorted((party for party in names if party.id and party.kind not in _NO_GROUP), key=lambda party: party.start))
        found: list[Party] = []
        party = next(by_sentence, None)
        for sentence in reading.sentences:
            while party is not None and party.start < sentence.end:
                if party.start >= sentence.start:
                    made = self._around(reading, sentence.tokens, party)
                    if made is not None and all(made.end <= other.start or other.end <= made.start for other in found):
                        found.append(made)
                party = next(by_sentence, None)
        taken = {(party.start, party.end) for party in names}
        return [made for made in found if (made.start, made.end) not in taken]

    def _around(self, reading: Reading, tokens: Sequence[Token], party: Party) -> Party | None:
        first = next((n for n, token in enumerate(tokens) if token.end > party.start), len(tokens))
        end = next((n for n, token in enumerate(tokens) if token.start >= party.end), len(tokens))
        if first >= end:
            return None
        text = reading.document.text
        before = first - 1
        while before >= 0 and tokens[before].lower in _ARTICLES:
            before -= 1
        if before >= 0 and tokens[before].lower in _OF:
            head = before - 1
            made = self._of_head(tokens, head, party)
            if made is not None:
                start, who = made
                return _over(text, tokens, start, end, party, who)
        after = end + 1 if end < len(tokens) and tokens[end].text in _POSSESSIVE else end
        return self._behind(text, tokens, first, before, after, party)

    def _of_head(self, tokens: Sequence[Token], head: int, party: Party) -> tuple[int, Entry | None] | None:
        """The words before "of X": where they begin, and who they are."""
        if head < 0 or not tokens[head].text[:1].isalpha():
            return None
        word = tokens[head].lower
        if word in {"group", "groups", "faction", "factions", "member", "members", "fighters", "rebels"} and head > 0:
            start = head - 1
            if tokens[start].lower in _APART or tokens[start].lower in _NO_MORE or tokens[start].lower.startswith("ex-"):
                return _with_article(tokens, start), None
        if word in _APART or word.startswith("ex-"):
            return _with_article(tokens, head), None
        if word not in _PARTS:
            return None
        start = head
        while start > 0 and head - start < _REACH and _may_belong(tokens[start - 1]):
            start -= 1
        title = [token.text for token in tokens[start:head] if token.lower not in _ARTICLES]
        if not title:
            return None
        entry = self._listed(party, title, tokens[head].text)
        if entry is not None:
            return start, entry
        if any(_has_capital(word) for word in title) or all(word.lower() in _DUTIES or word in _COMPASS for word in title):
            return start, self.register.entry(party.id or "")
        return None

    def _behind(self, text: str, tokens: Sequence[Token], first: int, before: int, at: int, party: Party) -> Party | None:
        """The words behind a name: "X dissidents", "X's Afghan branch", "the X faction led by Y", and "former" before it."""
        end = at
        while (
            end < len(tokens)
            and end - at < 3
            and (_has_capital(tokens[end].text) or tokens[end].lower in _DUTIES or tokens[end].text == "-")
        ):
            end += 1
        word = tokens[end].lower if end < len(tokens) else ""
        if word in _APART and end == at:
            tail = end + 1
            if tail < len(tokens) and tokens[tail].lower in _MEMBERS:
                tail += 1
            return _over(text, tokens, _with_article(tokens, first), tail, party, None)
        if before >= 0 and (tokens[before].lower in _NO_MORE) and at < len(tokens) and tokens[at].lower in _MEMBERS:
            return _over(text, tokens, _with_article(tokens, before), at + 1, party, None)
        if word not in _PARTS:
            return None
        title = [token.text for token in tokens[at:end]]
        tail = end + 1
        if tail + 1 < len(tokens) and tokens[tail].lower == "in" and (entry := self._of_the_country(party, [tokens[tail + 1].text])):
            return _over(text, tokens, _with_article(tokens, first), tail + 2, party, entry)
        if tail + 1 < len(tokens) and tokens[tail].lower in _LED and tokens[tail + 1].lower in _LED_BY:
            last = tail + 2
            while last < len(tokens) and last - tail < 6 and (tokens[last].text[:1].isupper() or tokens[last].text == "-"):
                last += 1
            leader = [token.text for token in tokens[tail + 2 : last]]
            entry = self._listed(party, leader, tokens[end].text) if leader else None
            if entry is not None:
                return _over(text, tokens, _with_article(tokens, first), end + 1, party, entry)
        entry = self._listed(party, title, tokens[end].text) if title else None
        return _over(text, tokens, _with_article(tokens, first), tail, party, entry) if entry is not None else None

    def _listed(self, party: Party, title: Sequence[str], part: str) -> Entry | None:
        """The entry of the part of this group that has this leader, place or name."""
        plain = [word for word in title if word not in _POSSESSIVE and word.lower() not in _DUTIES]
        plain = [word.title() if word in _COMPASS else word[:-2] if word[-2:] in _POSSESSIVE else word for word in plain]
        if part in _PARTS:
            part = part.title()
        if not plain:
            return None
        group = party.name.removeprefix("the ").removeprefix("The ").split()
        forms = [[*group, *plain], [*plain, *group], [*group, *plain, part], [*plain, part], [f"{plain[-1]}'s", part], [*group, plain[-1]]]
        if len(plain) > 1:
            forms += [[*group, plain[-1], part], [plain[-1], part], [f"{' '.join(plain)}'s", part]]
        for form in forms:
            found = self.register.find(form, 0)
            bearers = [entry for entry in (*found.entries, *found.in_context) if party.country is None or entry.acts_in({party.country})]
            if found.size == len(form) and len(bearers) == 1 and bearers[0].id != party.id:
                return bearers[0]
        return self._of_the_country(party, plain)

    def _of_the_country(self, party: Party, plain: Sequence[str]) -> Entry | None:
        """The wing that the group has in the country of these words, if it has one there."""
        named = " ".join(plain)
        country = self.register.by_demonym(named.lower()) or self.register.by_country_name(named.lower())
        if country is None or not named[:1].isupper():
            return None
        wings = [entry for entry in self.register.wings(party.id or "") if entry.country == country.iso2]
        wings = wings or [entry for entry in self.register.wings(party.id or "") if country.iso2 in entry.active]
        return wings[0] if len(wings) == 1 else None


_NO_GROUP = frozenset({*STATE, Kind.MEDIA, Kind.NGO, Kind.IGO, Kind.BUSINESS, Kind.RELIGIOUS, Kind.CIVILIANS})


def _over(text: str, tokens: Sequence[Token], first: int, end: int, group: Party, who: Entry | None) -> Party:
    """A name over these tokens: of this entry, or of nobody."""
    start, stop = tokens[first].start, tokens[end - 1].end
    name = text[start:stop]
    if who is None:
        return Party(name, start, stop, group.kind if group.kind in ARMED else Kind.UNKNOWN)
    if who.id == group.id:
        return replace(group, name=name, start=start, end=stop)
    return Party(name, start, stop, who.kind, who.canonical, who.id, who.country, who.parent)


def _with_article(tokens: Sequence[Token], first: int) -> int:
    return first - 1 if first > 0 and tokens[first - 1].lower in _ARTICLES else first


def _may_belong(token: Token) -> bool:
    return (
        _has_capital(token.text)
        or token.lower in _DUTIES
        or token.lower in _COMPASS
        or token.text in _POSSESSIVE
        or token.text == "-"
        or token.text[:1].isdigit()
    )


def _has_capital(word: str) -> bool:
    """Of a word with an article before it too: "al-Hilu"."""
    return any(letter.isupper() for letter in word)
