"""Verbs of several words: "opened fire", "took 13 policemen hostage", "a curfew was imposed"."""

from __future__ import annotations

from ascribe.extract.scene import Scene
from ascribe.model.grammar import Clause


def follows_verb(scene: Scene, clause: Clause, words: tuple[str, ...]) -> int:
    """Whether the words stand behind the verb, before or behind its object; in the passive its noun is the subject. 0: they do not.

    "Opened fire", "took 13 policemen hostage", "fired more than 100 rockets", "a curfew was imposed", "fired from the roof on a crowd".
    """
    verb = scene.phrase(clause.verb)
    if not words:
        return verb.head + 1
    last = scene.follows(verb.head, words, 3)
    if last:
        return last
    for at in clause.objects:
        phrase = scene.phrase(at)
        found = scene.follows(phrase.end - 1, words, 4 if words[0] == "for" else 2) or scene.follows(
            phrase.start - 1, words, phrase.end - phrase.start
        )
        chain = scene.chain(at)
        if not found and chain and chain[0][0] == "of":
            found = scene.follows(scene.phrase(chain[0][1][-1]).end - 1, words, 2) or scene.follows(phrase.end - 1, words, 4) * (
                len(words) == 1
            )
        if found:
            return found
    if len(words) == 1 and words[0] in {"on", "at", "into", "upon"}:
        return next((scene.phrase(prep).end for prep, _ in clause.preps if scene.preposition(prep) == words[0]), 0)
    if verb.passive and clause.subjects and words[0] not in {"up", "down", "off", "away"}:
        first = scene.phrase(clause.subjects[0]).start
        said = {token.lower for token in scene.tokens[first : verb.start]}
        if all(word in said or word + "s" in said for word in words):
            return verb.head + 1
    return 0
