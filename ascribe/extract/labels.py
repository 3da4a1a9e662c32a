"""Speakers who are named without a verb, as logs and tickers do: "Police: eight killed", "nine dead (Ministry of Health)".

Rule. A line that begins with a party and a colon is that party's word; one that ends with a party in brackets likewise. A bare country
heads what happened there, and an armed group before a number heads its deeds: neither speaks. An abbreviation in brackets is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ascribe.extract.scene import Scene
from ascribe.extract.speakers import speaker
from ascribe.extract.speech import Speech
from ascribe.model.claims import Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party

_SPEAKS = ARMED | STATE | {Kind.IGO, Kind.NGO}
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}\W+")
_BEFORE = frozenset({"TM", "PU", "CD"})


def labelled(scene: Scene) -> Iterator[Speech]:
    """The speeches of one sentence whose speaker stands as a label, before or behind."""
    before, behind = _before_colon(scene), _in_brackets(scene)
    if before is not None:
        yield before
    if behind is not None:
        yield behind


def _before_colon(scene: Scene) -> Speech | None:
    tokens, sentence = scene.tokens, scene.sentence
    first = next((at for at, phrase in enumerate(scene.parse.phrases) if phrase.kind == "NP"), None)
    if first is None or sentence.quoted or not set(scene.parse.tags[: scene.phrase(first).start]) <= _BEFORE:
        return None
    end = scene.phrase(first).end
    if end + 1 >= len(tokens) or tokens[end].text != ":":
        return None
    source = _label(scene, first)
    if source is None or (source.kind not in STATE and tokens[end + 1].text.isdigit()):
        return None
    return Speech(source, Stance.REPORTED, tokens[end].end, sentence.end, sentence.start, tokens[end].end, verb="label")


def _in_brackets(scene: Scene) -> Speech | None:
    tokens, phrases, sentence = scene.tokens, scene.parse.phrases, scene.sentence
    last = len(tokens) - (2 if tokens[-1].text in {".", ";"} else 1)
    if last <= 3 or tokens[last].text != ")":
        return None
    opened = next((at for at in range(last - 1, max(last - 9, 0), -1) if tokens[at].text == "("), None)
    if opened is None or tokens[opened + 1].text.isupper():
        return None
    inside = next((at for at, phrase in enumerate(phrases) if phrase.start == opened + 1 and phrase.kind == "NP"), None)
    source = _label(scene, inside) if inside is not None else None
    named = scene.party(inside - 2) if inside is not None and inside >= 2 else None
    if source is None or (named is not None and named.key == source.key):
        return None
    start = tokens[opened].start
    return Speech(source, Stance.REPORTED, sentence.start, start, start, sentence.end, verb="label")


def _label(scene: Scene, at: int) -> Party | None:
    """The party of a noun phrase that can be a label."""
    source = speaker(scene, (at,))
    if source is None or source.kind not in _SPEAKS or scene.place(at) is not None or len(scene.lowers(at)) > 7:
        return None
    clock = _CLOCK.match(source.name)
    return source if clock is None else replace(source, name=source.name[clock.end() :], start=source.start + clock.end())
