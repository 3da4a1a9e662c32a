"""The encoder that ships: what it marks lies in the text, and files that are not those of the manifest are refused."""

from __future__ import annotations

import json
import shutil
from functools import cache

import numpy as np
import pytest

from ascribe.annotate import heads
from ascribe.annotate.encoder import REACH, Encoder, _fullest, verified
from ascribe.annotate.sentences import sentences
from ascribe.annotate.windows import LONGEST
from ascribe.errors import BackendError
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.pipeline import WEIGHTS

TEXT = (
    "Armed men took a nurse from her clinic in Gao on Monday, the governor said. Three soldiers were killed when a convoy was attacked "
    "near Ansongo, according to residents. The army denied that it had lost anybody."
)

INCIDENT = (
    "GUERRILLAS OF THE FMLN BOMBED A BANK IN SAN SALVADOR LAST NIGHT. TWO GUARDS WERE KILLED BY THE CAR BOMB, AND A BUS WAS BURNED BY THEM."
)


@cache
def encoder() -> Encoder:
    return Encoder(WEIGHTS)


def marked(text: str, language: str = "en"):
    return encoder()(sentences(Reading(Document.of(text, language=language)))).marks


def test_plain_words_are_found():
    marks = marked(TEXT)
    words = {TEXT[mark.span.start : mark.span.end] for mark in marks.events if mark.chance > 0.5}
    cues = {TEXT[mark.span.start : mark.span.end] for mark in marks.cues if mark.chance > 0.5}

    assert {"killed", "attacked"} <= words
    assert {"said", "denied"} <= cues


def test_spans_are_words_of_the_text_and_chances_are_chances():
    marks = marked(TEXT)
    every = [*marks.events, *marks.cues, *marks.fillers]

    assert every
    for mark in every:
        assert TEXT[mark.span.start : mark.span.end].strip() == TEXT[mark.span.start : mark.span.end] != ""
        assert 0 <= mark.chance <= 1
        assert all(0 <= role.chance <= 1 and role.span.end <= len(TEXT) for role in getattr(mark, "roles", ()))
    for mark in marks.events:
        assert all(abs(sum(chances.values()) - 1) < 1e-3 for chances in mark.choices.values())


def test_the_same_text_gives_the_same_marks():
    assert marked(TEXT) == marked(TEXT)


@pytest.mark.parametrize("text", ["", " \n", "x", "." * 900, "ʼ" * 300, "\u202e\u200bABC \x00 def"], ids=repr)
def test_odd_texts_do_no_harm(text):
    assert marked(text) is not None


def test_pairs_do_not_grow_with_the_square_of_a_text():
    marks = marked(TEXT + "\n\n" + "Rebels attacked a post, killing three soldiers and wounding two, and police arrested ten men. " * 60)

    assert len(marks.events) > 2 * REACH
    assert len(marks.same) <= len(marks.events) * REACH


def test_a_text_in_another_language_is_not_read():
    assert marked("Des hommes armés ont enlevé une infirmière.", "fr") is None


def test_a_text_that_the_gate_holds_back_is_not_read():
    reading = sentences(Reading(Document.of(TEXT, language="en")))

    assert Encoder(WEIGHTS, lambda _: False)(reading).marks is None
    assert Encoder(WEIGHTS, lambda _: True)(reading).marks is not None


def test_a_file_that_was_changed_is_refused(tmp_path):
    folder = tmp_path / "encoder"
    shutil.copytree(WEIGHTS, folder)
    with (folder / "heads.npz").open("ab") as file:
        file.write(b"x")

    with pytest.raises(BackendError, match=r"heads\.npz is not the file that its manifest names"):
        Encoder(folder)


def test_weights_made_for_other_heads_are_refused(tmp_path):
    folder = tmp_path / "encoder"
    shutil.copytree(WEIGHTS, folder)
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**manifest, "heads": "others"}), encoding="utf-8")

    with pytest.raises(BackendError, match=r"made for another version of ascribe.*--engine fast"):
        Encoder(folder)


def test_a_missing_folder_is_told_with_a_remedy(tmp_path):
    with pytest.raises(BackendError, match="--engine fast"):
        verified(tmp_path / "nowhere")


@pytest.mark.parametrize("manifest", ["{", "[]", "{}", '{"files": {}}', "null"])
def test_a_manifest_that_is_none_is_told(tmp_path, manifest):
    (tmp_path / "manifest.json").write_text(manifest, encoding="utf-8")

    with pytest.raises(BackendError, match=r"no manifest of an encoder.*--engine fast"):
        verified(tmp_path)


def test_the_manifest_says_what_the_weights_were_made_of():
    manifest = json.loads((WEIGHTS / "manifest.json").read_text(encoding="utf-8"))

    assert {"base", "plan", "data", "files", "made_with"} <= manifest.keys()
    assert set(manifest["data"]) == {"train", "muc4.train", "snippets.train", "muc4"}


def test_no_pair_is_asked_at_a_distance_that_was_never_learnt():
    within = {heads.drawer(distance) for distance in range(-LONGEST, LONGEST + 1)}

    assert set(heads.ALL_DRAWERS) == within


def test_fillers_come_in_the_order_of_the_text():
    reading = sentences(Reading(Document.of(INCIDENT, language="en")))
    marks = Encoder(WEIGHTS, fillers=True)(reading).marks
    places = [mark.span.start for mark in marks.fillers]

    assert len(set(places)) > 2
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([-1, 2, -0.5, 3, -4, 1], (4.5, 1, 4)),
        ([-1, -2], (0, 0, 0)),
        ([], (0, 0, 0)),
        ([2, -3, 2.5], (2.5, 2, 3)),
    ],
    ids=["over a dip", "nothing", "no words", "not over a gap"],
)
def test_the_fullest_stretch(scores, expected):
    assert _fullest(np.asarray(scores, dtype=np.float32)) == expected
