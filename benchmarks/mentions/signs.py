"""What speaks for and against two mentions being of one event: signs with names, weighed by what was fitted on gold."""

from __future__ import annotations

from collections.abc import Iterator
from math import log1p

from benchmarks.mentions.mention import Mention, Topic
from benchmarks.mentions.people import People

Signs = dict[str, float]


def signs(topic: Topic, one: Mention, other: Mention) -> Signs:
    """The signs of two mentions of one topic, in whichever order: their words, their place, whom they befell, what they stand beside."""
    found: Signs = {"base": 1.0}
    found |= dict.fromkeys(_of_words(one, other), 1.0)
    found |= _of_place(one, other)
    if one.outcome is not None and one.outcome == other.outcome:
        several = min(1.0, 2 * topic.several)
        for name in _of_people(one.befell, other.befell):
            found |= {name: 1.0, f"{name}; several": several}
    return found


def _both(name: str, one: str, other: str) -> str:
    """The name of a sign that two values make together, in whichever order."""
    return f"{name} {' + '.join(sorted((one, other)))}"


def _of_words(one: Mention, other: Mention) -> Iterator[str]:
    """The kinds of their words, and for nouns how they stand in their phrases."""
    yield _both("families", one.family, other.family)
    yield _both("families and forms", f"{one.family} {one.form}", f"{other.family} {other.form}")
    yield from (
        name
        for name, holds in {
            "same family": one.family == other.family,
            "same text": one.text == other.text,
            "same word": one.word == other.word,
            "plurals, both": one.plural and other.plural,
            "plurals, one": one.plural != other.plural,
        }.items()
        if holds
    )
    if one.form == other.form == "noun":
        yield from _of_settings(one, other)


def _of_settings(one: Mention, other: Mention) -> Iterator[str]:
    """How two nouns stand. "A shooting", "the shooting happened" and "shooting victims" name three things to the annotators."""
    mine, yours = one.setting, other.setting
    yield _both("behind", mine.preposition, yours.preposition)
    yield f"modified {mine.modified + yours.modified}"
    yield f"subjects {mine.subject + yours.subject}"
    yield f"last words {mine.last + yours.last}"
    if "shot" in (one.family, other.family):
        whole, also_whole = (
            f"{m.family} {m.setting.determiner}{' mod' * m.setting.modified}{' subj' * m.setting.subject}{' last' * m.setting.last}"
            for m in (one, other)
        )
        yield _both("nouns", whole, also_whole)


def _of_place(one: Mention, other: Mention) -> Signs:
    """Where they stand, to each other and in their texts."""
    found = {"through": abs(one.through - other.through)}
    late = (one.through > 0.6) + (other.through > 0.6)
    found |= {f"late {late}": 1.0}
    shared = len(one.beside & other.beside) / (1 + min(len(one.beside), len(other.beside)))
    if one.document != other.document:
        return found | {"words beside": shared}
    apart = abs(one.sentence - other.sentence)
    found |= {"same document": 1.0, "sentences apart": log1p(apart)}
    found |= {"same sentence": 1.0} if apart == 0 else {"words beside": shared}
    if apart == 0 and one.family == other.family:
        found["same sentence and family"] = 1.0
    return found


def _of_people(one: People, other: People) -> Iterator[str]:
    """Whether it befell the same people."""
    mine, yours = one.many, other.many
    if not one.known or not other.known:
        who = "nobody" if not one.known and not other.known else "several" if mine or yours else "one"
        yield f"befell, {who} known"
    elif mine != yours:
        yield "befell one and several"
    elif not mine:
        yield "befell one each"
    else:
        yield "befell several each"
        if one.number and other.number:
            yield "counts agree" if one.number == other.number else "counts differ"
    if one.oneself or other.oneself:
        yield "oneself, both" if one.oneself and other.oneself else "oneself, one"
    if not mine and not yours:
        yield from _of_persons(one, other)


def _of_persons(one: People, other: People) -> Iterator[str]:
    """Names and traits of two single persons."""
    if one.names and other.names:
        yield "names agree" if one.names & other.names else "names differ"
        if one.names & other.names and one.names - other.names and other.names - one.names:
            yield "given names differ"
    for kind, values in (("sex", ("male", "female")), ("age", ("child", "grown"))):
        mine, yours = ({value for value in values if value in people.traits} for people in (one, other))
        if len(mine) == len(yours) == 1:
            yield f"{kind} agrees" if mine == yours else f"{kind} differs"
    mine, yours = ({trait for trait in people.traits if trait.startswith("role ")} for people in (one, other))
    if mine and yours:
        yield "roles agree" if mine & yours else "roles differ"
