"""Which texts the encoder is asked about."""

from __future__ import annotations

import pytest

from ascribe.annotate.sentences import sentences
from ascribe.extract.gate import may_tell_of_conflict
from ascribe.model.reading import Reading
from ascribe.model.text import Document

SPORT = "The striker scored twice in the second half and was carried off on a stretcher after the final whistle. " * 4
WEATHER = "Rain is expected in the north, with sunny spells by noon. " * 40


@pytest.mark.parametrize(
    ("text", "passes"),
    [
        ("The council met. Nothing was decided.", True),
        (SPORT, False),
        (SPORT + "Gunmen opened fire on a minibus.", False),
        (SPORT + "Gunmen opened fire on a minibus and killed its driver.", True),
        (WEATHER, False),
        (WEATHER + "Soldiers and rebels clashed.", False),
        (WEATHER + "Soldiers and rebels clashed, and protesters threw stones at police.", True),
    ],
    ids=["a few lines", "sport", "one word", "two words", "weather", "three words in a long text", "more of them"],
)
def test_by_its_words(text, passes):
    assert may_tell_of_conflict(sentences(Reading(Document.of(text)))) is passes
