"""Whom a happening befell: the phrases of the sentence that say so, by its parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ascribe.model.grammar import Clause, Phrase
from benchmarks.mentions.people import REFLEXIVE, People
from benchmarks.mentions.referents import Referents, owner
from benchmarks.mentions.spots import Spot

#: Verbs that befall their subject.
_BEFALL_SUBJECTS = frozenset({"die", "perish", "succumb", "survive", "bleed"})
#: Whom it befell stands behind these: "the death of", "a wound to".
_OF = frozenset({"of", "to", "on", "for"})
_BODY = frozenset("head chest leg legs arm arms neck back shoulder face body bodies torso foot hand hip stomach abdomen thigh".split())
#: Families of what one bears: who is charged with a murder did not suffer it.
_BORNE = frozenset({"wounded", "injured", "cared for", "dead", "body"})
#: Plurals of what one person has once.
_ONE_EACH = frozenset({"bodies", "deaths", "killings", "autopsies", "murders"})
#: Nouns to the tagger that stand where an adjective does.
_AS_ADJECTIVES = frozenset({"dead", "deceased"})
#: How many words behind a mention "himself" is still part of what it tells.
_NEAR = 3


def befallen(spot: Spot, text: str, family: str, referents: Referents) -> People:
    """Whom the mention at this spot befell, as far as its sentence says.

    A verb befalls its object, in the passive and where it has none its subject; a noun its owner ("his death"), whom "of" names, or who
    stands in front of "with" ("men with wounds"), else, if it is what one bears, the subject of its verb ("all three had injuries"); "dead"
    and "fatally" go with the verb that they stand by. Who shot himself is told apart from whom he shot; a murder-suicide befell both.
    """
    tokens, tags = spot.sentence.tokens, spot.parse.tags
    found = People()
    for phrase in _phrases(spot, borne=family in _BORNE):
        found += referents.people(tokens, tags, phrase)
    if (spot.form == "noun" and spot.word in _ONE_EACH) or ("murder" in text and "suic" in text):
        return replace(found, number=found.number if found.number > 1 else 0, many=True, oneself=False)
    behind = (token.lower for token in tokens[spot.at + 1 : spot.at + 1 + _NEAR])
    return replace(found, oneself=found.oneself or not REFLEXIVE.isdisjoint(behind))


def _phrases(spot: Spot, *, borne: bool) -> Iterator[Phrase]:
    at, phrases = spot.phrase, spot.parse.phrases
    if at is None:
        return
    kind = phrases[at].kind
    verb = at + 1 if kind == "RB" and at + 1 < len(phrases) and phrases[at + 1].kind == "VG" else at
    clause = next((clause for clause in spot.parse.clauses if clause.verb == verb), None)
    if clause is not None:
        yield from _of_verb(spot, clause)
    elif kind == "NP" and spot.tag.startswith("NN") and spot.word not in _AS_ADJECTIVES:
        yield from _of_noun(spot, at, borne=borne)
    else:
        yield from _of_adjective(spot, at)


def _of_verb(spot: Spot, clause: Clause) -> Iterator[Phrase]:
    """The object; the subject in the passive, without an object, and of what befalls its subject."""
    phrases, verb = spot.parse.phrases, spot.parse.phrases[clause.verb]
    if verb.passive or verb.lemma in _BEFALL_SUBJECTS or not clause.objects:
        yield from (phrases[number] for number in clause.subjects)
        return
    yield from (phrases[number] for number in clause.objects)
    behind = phrases[max(clause.objects) + 1 :][:4]  # "... a boy , then himself": one more object, which the clause does not have
    last = next((phrase for phrase in behind if phrase.kind not in {"CC", "RB", "PU"}), None)
    if last is not None and not REFLEXIVE.isdisjoint(spot.words(last)):
        yield last


def _of_noun(spot: Spot, at: int, *, borne: bool) -> Iterator[Phrase]:
    phrases, tags = spot.parse.phrases, spot.parse.tags
    mine = owner(phrases[at], tags)
    before, behind = phrases[max(0, at - 2) : at], phrases[at + 1 : at + 3]
    if mine is not None and mine.start < spot.at:
        yield mine
    elif len(behind) == 2 and behind[1].kind == "NP" and spot.words(behind[0])[0] in _OF:
        part = owner(behind[1], tags) if not _BODY.isdisjoint(spot.words(behind[1])) else None
        yield part or behind[1]
    elif len(before) == 2 and before[0].kind == "NP" and spot.words(before[1]) == ["with"]:
        yield before[0]
    elif borne and (clause := next(spot.clauses_with(at), None)) is not None:
        yield from (phrases[number] for number in clause.subjects if number != at)


def _of_adjective(spot: Spot, at: int) -> Iterator[Phrase]:
    """ "found the boy dead": the noun phrase in front, if it is an object; else the subject of the verb in front ("he was found dead")."""
    phrases = spot.parse.phrases
    clause = next((clause for clause in reversed(spot.parse.clauses) if clause.verb < at <= clause.verb + 4), None)
    if clause is not None:
        objects = [number for number in clause.objects if number < at]
        yield from (phrases[number] for number in objects[-1:] or clause.subjects if number != at)
    elif at and phrases[at - 1].kind == "NP":  # a headline: "Three people dead"
        yield phrases[at - 1]
