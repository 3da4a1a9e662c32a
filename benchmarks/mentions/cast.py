"""What a topic's articles say of the people that they name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ascribe.model.grammar import Parse
from ascribe.model.reading import Reading, Sentence
from benchmarks.mentions.people import GROWN, OLDEST, People, traits_of
from benchmarks.mentions.referents import Referents, names_of

Said = tuple[frozenset[str], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Cast:
    """For each name, how often which trait is given to whoever bears it."""

    traits: Mapping[str, Counter[str]] = field(default_factory=dict)

    def completed(self, people: People) -> People:
        """These people with the traits of their names, too. Of two traits that shut each other out the likelier counts."""
        summed: Counter[str] = Counter()
        for name in people.names:
            summed += self.traits.get(name, Counter())
        for pair in (("male", "female"), ("child", "grown")):
            if all(summed[trait] for trait in pair):
                del summed[min(pair, key=summed.__getitem__)]
        return replace(people, traits=people.traits | summed.keys())


def cast(readings: Iterable[Reading]) -> Cast:
    """Gather what is said of each name.

    It is said within the name's phrase ("his wife Ann Lee"), in front of it ("the boy , Al Roe ,"), behind it ("Al Roe , 4 ,"), and by the
    pronouns that take it up.
    """
    found: dict[str, Counter[str]] = {}
    for reading in readings:
        referents = Referents.of(reading)
        for party in referents.pronouns.values():
            _add(found, (names_of(party), traits_of([party.name.lower()])))
        for sentence, parse in zip(reading.sentences, reading.parses, strict=True):
            for said in _said(sentence, parse, referents):
                _add(found, said)
    return Cast(found)


def _add(found: dict[str, Counter[str]], said: Said) -> None:
    names, traits = said
    for name in names:
        found.setdefault(name, Counter()).update(traits)


def _said(sentence: Sentence, parse: Parse, referents: Referents) -> Iterator[Said]:
    """Names of one sentence, each with the traits that one place of it gives them."""
    words = [token.lower for token in sentence.tokens]
    for at, phrase in enumerate(parse.phrases):
        names = referents.names(sentence.tokens[phrase.start : phrase.end], parse.tags[phrase.start : phrase.end])
        if phrase.kind != "NP" or not names:
            continue
        yield names, traits_of(words[phrase.start : phrase.end])
        if at > 1 and parse.phrases[at - 2].kind == "NP" and words[phrase.start - 1] == ",":
            before = parse.phrases[at - 2]
            yield names, traits_of(words[before.start : before.end])
        yield names, _age(words[phrase.end : phrase.end + 2])


def _age(behind: list[str]) -> frozenset[str]:
    """Whether the two words behind a name tell an age, and of which sort."""
    if len(behind) == 2 and behind[0] == "," and behind[1].isdecimal() and int(behind[1]) < OLDEST:
        return frozenset({"child" if int(behind[1]) < GROWN else "grown"})
    return frozenset()
