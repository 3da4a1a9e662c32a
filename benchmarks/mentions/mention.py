"""A mention of an event, with all that signs are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from statistics import fmean

from ascribe.model.lexicon import Words
from ascribe.model.reading import Reading
from benchmarks.lines import Line
from benchmarks.mentions.befallen import befallen
from benchmarks.mentions.cast import Cast, cast
from benchmarks.mentions.families import OUTCOMES, family
from benchmarks.mentions.people import People
from benchmarks.mentions.referents import Referents
from benchmarks.mentions.spots import Spot, spot

#: Whether a mention of a line is asked about at all.
Asked = Callable[[Line], bool]
Read = tuple[Line, Reading]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a noun stands in its phrase: its determiner ("the", "a", "whose", "none"), the preposition in front, and what else is there.

    `modified`: words stand between determiner and noun; `subject`: the phrase is one; `last`: the noun is its last word.
    """

    determiner: str = ""
    preposition: str = ""
    modified: bool = False
    subject: bool = False
    last: bool = True


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention. `sentence` counts within the document; `through` is how far into the document that is, 0 to 1.

    `setting` and `plural` speak of nouns; `befell` is whom it befell, and `beside` are the longer words of its sentence.
    """

    id: str
    document: str
    text: str
    word: str = ""
    family: str = "other"
    form: str = "noun"
    plural: bool = False
    sentence: int = 0
    through: float = 0.0
    setting: Setting = field(default_factory=Setting)
    befell: People = field(default_factory=People)
    beside: frozenset[str] = frozenset()

    @property
    def outcome(self) -> str | None:
        """What it says became of somebody: death, injury, hit; None if it does not."""
        return OUTCOMES.get(self.family)


@dataclass(frozen=True)
class Topic:
    """All mentions of one topic's articles, in their order."""

    name: str
    mentions: tuple[Mention, ...]
    documents: frozenset[str]

    @cached_property
    def several(self) -> float:
        """The share of mentions of death and injury that tell of more than one person, or of one who did it to himself."""
        told = [mention.befell for mention in self.mentions if mention.outcome and mention.befell.known]
        return fmean(people.many or people.oneself for people in told) if told else 0.0


def topic(name: str, read: Sequence[Read], asked: Asked, words: Words) -> Topic:
    """The topic of these articles. `asked`: which of a line's mentions are asked about."""
    known = cast(reading for _, reading in read)
    mentions = [mention for line, reading in read for mention in _Article(line["docid"], reading, known, words).mentions(line, asked)]
    return Topic(name, tuple(mentions), frozenset(line["docid"] for line, _ in read))


@dataclass(frozen=True)
class _Article:
    """One article while its mentions are looked at."""

    name: str
    reading: Reading
    cast: Cast
    words: Words

    def mentions(self, line: Line, asked: Asked) -> Iterator[Mention]:
        """Its mentions in the order of the text."""
        referents = Referents.of(self.reading)
        for raw in sorted(filter(asked, line.get("mentions") or ()), key=lambda raw: (raw["start"], raw["end"])):
            at = spot(self.reading, raw["start"], raw["end"])
            text = " ".join(raw["text"].lower().split())
            yield Mention(raw["id"], self.name, text, text) if at is None else self._mention(raw, text, at, referents)

    def _mention(self, raw: Line, text: str, at: Spot, referents: Referents) -> Mention:
        noun, kind = at.form == "noun", family(text, self.words)
        return Mention(
            id=raw["id"],
            document=self.name,
            text=text,
            word=_lemma(at, self.words),
            family=kind,
            form=at.form,
            plural=noun and (at.tag in {"NNS", "NNPS"} or text.endswith("s")),
            sentence=at.number,
            through=at.number / max(1, len(self.reading.sentences) - 1),
            setting=_setting(at) if noun else Setting(),
            befell=self.cast.completed(befallen(at, text, kind, referents)),
            beside=frozenset(token.lower for token in at.sentence.tokens if len(token.lower) > 3),
        )


def _lemma(at: Spot, words: Words) -> str:
    if at.form == "verb":
        return words.grammar.verbs.get(at.word, (at.word,))[0]
    return at.word.removesuffix("s") if len(at.word) > 4 else at.word


def _setting(at: Spot) -> Setting:
    """How a noun stands in its phrase."""
    number = at.phrase
    phrase = at.parse.phrases[number] if number is not None else None
    if number is None or phrase is None or phrase.kind != "NP":
        return Setting()
    first, tags = at.sentence.tokens[phrase.start].lower, at.parse.tags[phrase.start : phrase.end]
    if first in {"the", "this", "that", "these", "those"}:
        determiner = "the"
    elif first in {"a", "an"} or tags[0] == "CD":
        determiner = "a"
    elif {"PP", "POS"} & set(tags):
        determiner = "whose"
    else:
        determiner = "none"
    before = at.parse.phrases[number - 1] if number else None
    return Setting(
        determiner,
        at.words(before)[0] if before is not None and before.kind in {"P", "SUB"} else "",
        at.at - phrase.start > (determiner != "none"),
        any(number in clause.subjects for clause in at.parse.clauses),
        at.at == phrase.end - 1,
    )
