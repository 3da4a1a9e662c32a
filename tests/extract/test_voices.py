"""Everybody who may be speaking is put side by side, and the likeliest is taken."""

from __future__ import annotations

from ascribe.extract.voices import likeliest, voices
from ascribe.model.decisions import Calibration
from tests.extract.marks import accounts_with, cue, event

TEXT = "The prefect let it be known that armed men took a nurse in Gao. Her sister would have it that she walked away."


def found(mark, **pairs):
    """Those who may be speaking at the first mark, by their words; the document is None."""
    cues = (
        cue(TEXT, "let it be known", source="The prefect", content="that armed men took a nurse in Gao"),
        cue(TEXT, "would have it", source="Her sister", content="that she walked away"),
    )
    view, _ = accounts_with(TEXT, mark, *cues, **pairs)
    return {voice.source.name if voice.source is not None else None: voice for voice in voices(view, 0, None)}


def test_the_document_may_always_speak():
    assert None in found(event(TEXT, "took"))


def test_one_who_is_found_twice_is_one_with_both_signs():
    mark = event(TEXT, "took", roles=[("source", "The prefect")])

    signs = found(mark, said={(0, 0): 0.9})["The prefect"].signs

    assert {"role", "saying", "said"} <= signs.keys()


def test_a_cue_that_the_encoder_ties_to_the_word_brings_its_source():
    assert "Her sister" in found(event(TEXT, "took"), said={(1, 0): 0.6})
    assert "Her sister" not in found(event(TEXT, "took"), said={(1, 0): 0.01})


def test_the_weights_decide():
    every = list(found(event(TEXT, "took", voice="document")).values())

    for weights, name in (({"document, voice": 1.0}, None), ({"saying": 5.0, "named": 1.0}, "The prefect")):
        source = likeliest(every, Calibration(weights)).source
        assert (source.name if source is not None else None) == name


def test_a_source_is_who_the_phrase_is_about():
    text = "Nine people were taken away, by the word of a doctor at the hospital."
    view, _ = accounts_with(text, event(text, "taken away", roles=[("source", "a doctor at the hospital")]))

    names = [voice.source.name for voice in voices(view, 0, None) if voice.source is not None]

    assert any("doctor" in name for name in names)
    assert "the hospital" not in names
