"""Whose words "he said" and "it added" are.

Rules. A pronoun that speaks stands for the speaker within whose words it speaks, else for the speaker of the sentence before, else for the
person named last. Who was accused in the sentence before is the one that denies.
"""

from __future__ import annotations

from dataclasses import replace

from ascribe.extract.scene import Scene
from ascribe.extract.speakers import named_last, pronoun
from ascribe.extract.speech import Speech
from ascribe.model.parties import Kind, Party


def name_pronouns(scene: Scene, found: list[Speech], before: Speech | None) -> None:
    """As in "He said", "it added": the speaker whose words these stand in, the speaker of the sentence before, or the person named last."""
    for speech in found:
        if speech.source is not None and _answers(speech, before) and (accused := _accused(scene, before)) is not None:
            speech.source = replace(accused, inferred=True)
            continue
        if speech.source is None or (not pronoun(speech.source) and not _goes_on_speaking(speech, before)):
            continue
        outer = next(
            (s for s in found if s is not speech and s.source is not None and not pronoun(s.source) and s.covers(speech.verb_start)), None
        )
        known = outer or before
        if known is not None and known.source is not None and known.source.name.split()[0].lower() in scene.words.speech.nobody:
            known = None
        if known is None or known.source is None or pronoun(known.source):
            speech.source = named_last(scene, speech.source) or speech.source
            continue
        if known is not None and known.source is not None and not pronoun(known.source) and _agrees(speech.source, known.source):
            speech.source = replace(known.source, inferred=True)
            if known is before and not speech.via and known.verb_start >= 0 and speech.trailing:
                speech.via = known.via


def _answers(speech: Speech, before: Speech | None) -> bool:
    """As in "The army accused the movement. It denied this": the one accused answers."""
    is_pronoun = speech.source is not None and speech.source.name.lower() in {"it", "they", "he", "she"}
    return is_pronoun and speech.kind == "deny" and before is not None and before.kind == "accuse"


def _accused(scene: Scene, before: Speech | None) -> Party | None:
    """The party that was accused in the sentence before."""
    if before is None:
        return None
    return next((p for p in scene.reading.parties if before.verb_end <= p.start < before.end and p.kind is not Kind.CIVILIANS), None)


def _goes_on_speaking(speech: Speech, before: Speech | None) -> bool:
    """A pronoun goes on speaking for the speaker of the sentence before; "his office" for the one whose words it stands in."""
    if speech.source is None:
        return False
    words = speech.source.name.lower().split()
    if (
        words[0] in {"his", "her", "its", "their"}
        and len(words) == 2
        and words[1] in {"office", "monitors", "staff", "investigators", "figures"}
    ):
        return True
    return (
        words[0] in {"it", "he", "she"}
        and len(words) == 1
        and speech.kind == "say"
        and before is not None
        and before.kind == "say"
        and before.verb_start >= 0
    )


def _agrees(word: Party, known: Party) -> bool:
    """A pronoun may stand for this speaker: "he" for a person, "it" for a body, "they" for either."""
    said_by = word.name.lower()
    plain = known.canonical is None and known.name.lower().split()[-1].endswith("s") and known.kind in {Kind.CIVILIANS, Kind.UNKNOWN}
    if said_by in {"he", "she"}:
        return not plain and known.kind is not Kind.MEDIA
    if said_by == "it":
        return known.kind not in {Kind.CIVILIANS, Kind.PERSON}
    return said_by == "they" or len(said_by.split()) == 2
