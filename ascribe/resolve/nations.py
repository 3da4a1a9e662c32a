"""States and their arms: which country a noun phrase names, and what its government and forces are called.

Rules. An adjective or possessive of a nation with an arm of the state is that arm ("Israeli warplanes", "Somalia's government"). A country,
a capital or a seat of government alone is the government; whether it is a party or a place in its sentence, the clause decides. Words
that say who backs or leads somebody ("Russian-backed separatists") name no nation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ascribe.model.lexicon import Roles
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.reading import Reading, Token
from ascribe.resolve.nouns import Noun, is_patron
from ascribe.resolve.register import HISTORIC, Country, Entry, Register

#: Arm of the state -> how its canonical name ends.
_FORCE_NAMES = {
    "police": "Police",
    "army": "Armed Forces",
    "navy": "Navy",
    "air_force": "Air Force",
    "intelligence": "Intelligence",
    "forces": "Armed Forces",
    "security": "Security Forces",
}
#: How much of the talk of countries must be about one for "the army" to be that country's.
_FOCUS = 0.6
#: How much a second country must be named, against the first, for the text to be about both.
_RIVAL = 0.4
#: Where two administrations claim to govern, a town does not say which of them is meant.
DIVIDED = frozenset({"PS", "XK", "EH"})


class Nations:
    """The states of the register, asked by the words of a noun phrase."""

    def __init__(self, register: Register, roles: Roles) -> None:
        self.register = register
        self.roles = roles

    def adjective(self, token: Token) -> Country | None:
        """The state whose adjective or people this word is; it needs its capital."""
        return self.register.by_demonym(token.lower) if token.text[0].isupper() and not is_patron(token.lower) else None

    def within(self, noun: Noun, places: Iterable[Place] = ()) -> Country | None:
        """The nation that an adjective or a possessive before the head names. "New Mexico" is not Mexico: a place's name is read whole."""
        whole = [place for place in places if place.level is not Level.COUNTRY and place.start >= noun.start and place.end <= noun.end]
        for at, token in enumerate(noun.tokens):
            if not token.text[0].isupper() or is_patron(token.lower):
                continue
            if any(place.start <= token.start and token.end <= place.end for place in whole):
                continue
            word = token.lower
            pair = f"{word} {noun.tokens[at + 1].lower}" if at + 1 < len(noun.tokens) else ""
            country = (self.register.by_demonym(pair) or self.register.by_country_name(pair)) if pair else None
            country = country or self.register.by_demonym(word)
            if country is None and at < noun.head_at:
                country = self.register.by_country_name(word)
            if country is not None:
                return country
        return None

    def alone(self, noun: Noun) -> Party | None:
        """A country, capital or seat of government alone: its government, inferred unless the country itself is named."""
        bare = [word for word in noun.words if word not in {"the", "(", ")"}]
        if not noun.tokens[-1].text[0].isupper() or len(bare) > 5:
            return None
        whole = " ".join(bare)
        country = self.register.by_country_name(whole)
        by_name = country is not None
        if country is None:
            country = self.register.by_capital(whole)
            if country is not None and country.iso2 in HISTORIC:
                return None
            country = country or self.register.by_metonym(whole)
        if country is None:
            return None
        return self.government(noun, country, inferred=not by_name)

    def people(self, noun: Noun) -> Party | None:
        """The people of a nation: "two Israelis" are civilians.

        "the Russians", without a number, are the state in the mouth of a reporter.
        """
        token = noun.head_token
        if not token.text[0].isupper() or noun.head_at != len(noun.tokens) - 1:
            return None
        country = self.register.by_demonym(token.lower)
        if country is None:
            return None
        if token.lower in {word.lower() for word in country.demonyms} and not (
            token.lower.endswith(("sh", "ch", "ese")) and noun.tags[0] in {"D", "CD"}
        ):
            return None
        if noun.words[0] == "the" and len(noun.words) == 2:
            return self.government(noun, country, inferred=True)
        return noun.party(Kind.CIVILIANS, country.iso2)

    def government(self, noun: Noun, country: Country, *, inferred: bool) -> Party:
        """The government of a state, under these words."""
        entry = self.register.government(country.iso2)
        return Party(noun.text, noun.start, noun.end, Kind.GOVERNMENT, entry.canonical, entry.id, country.iso2, None, inferred)

    def arm(self, noun: Noun, kind: Kind, word: str, country: Country, *, inferred: bool) -> Party:
        """An arm of a state: its government, army, police."""
        if kind is Kind.GOVERNMENT:
            return self.government(noun, country, inferred=inferred)
        force = self.force(noun, word)
        own_id = f"{country.iso2.lower()}-{force.replace('army', 'forces')}"
        listed = self.register.entry(own_id)
        name = listed.canonical if listed is not None else f"{country.name} {_FORCE_NAMES[force]}"
        return Party(noun.text, noun.start, noun.end, kind, name, own_id, country.iso2, country.government_id, inferred)

    def force(self, noun: Noun, word: str) -> str:
        """Which arm a word stands for, beside its neighbours: "security forces" are more than the army."""
        force = self.roles.forces.get(word, "forces")
        if force in {"forces", "army"} and noun.has("security") and word != "army":
            return "security"
        if noun.has("police") and force != "police":
            return "police"
        return "air_force" if noun.words[-2:] == ("air", "force") else force

    def mission(self, owner: Party, country: Country) -> Entry | None:
        """The one mission of an international organisation that bears the name of a country: "the UN mission in Mali"."""
        names = (country.name, *country.aliases)
        found = [
            entry
            for entry in self.register.entries
            if entry.parent == owner.id
            and entry.kind in {Kind.EXTERNAL_FORCES, Kind.IGO}
            and entry.canonical.endswith(names)
            and "ission" in entry.canonical
        ]
        return found[0] if len(found) == 1 else None

    def arm_word(self, noun: Noun) -> str:
        """The word of the phrase that says which arm: the last that names one, else the head."""
        return next((word for word in reversed(noun.words) if word in self.roles.forces), noun.head)

    def of_place(self, place: Place) -> Country | None:
        """The state whose arms act in a place, when there is no doubt which that is."""
        if place.country is None or place.disputed or place.country in DIVIDED:
            return None
        return self.register.country(place.country)

    def rivals(self, seen: Counter[str]) -> bool:
        """The text speaks much of two countries or more: then a president without a nation may be any one's."""
        most = [count for _, count in seen.most_common(2)]
        return len(most) == 2 and most[1] > 1 and most[1] >= _RIVAL * most[0]

    def named(self, reading: Reading) -> Counter[str]:
        """How often the text names each country, by its places, adjectives and bodies."""
        seen: Counter[str] = Counter()
        for place in reading.places:
            if place.country:
                seen[place.country] += 1
        for sentence in reading.sentences:
            capitals = [token for token in sentence.tokens if token.text[0].isupper()]
            seen.update(country.iso2 for token in capitals if (country := self.adjective(token)) is not None)
        seen.update(party.country for party in reading.names if party.country and party.kind not in {Kind.MEDIA, Kind.NGO, Kind.IGO})
        return seen

    def focus(self, reading: Reading, seen: Counter[str]) -> str | None:
        """The one country that the text is clearly about."""
        if not seen:
            return None
        first, count = seen.most_common(1)[0]
        if count == 1 and not any(place.country == first for place in reading.places):
            return None  # one adjective is no subject
        return first if count >= _FOCUS * seen.total() and first not in DIVIDED else None
