"""Which texts the encoder is asked about."""

from __future__ import annotations

import pytest

from ascribe.annotate.sentences import sentences
from ascribe.extract.gate import may_tell_of_conflict
from ascribe.model.reading import Reading
from ascribe.model.text import Document


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("Gunmen opened fire on a minibus near Mandera.", True),
        ("Protesters blocked the road to the port.", True),
        ("The ceasefire held for a second day.", True),
        ("The striker scored twice in the second half and was carried off on a stretcher.", False),
        ("Rain is expected in the north, with sunny spells by noon.", False),
        ("", False),
    ],
)
def test_by_its_words(text, passes):
    assert may_tell_of_conflict(sentences(Reading(Document.of(text)))) is passes
