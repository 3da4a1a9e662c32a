"""An annotation becomes values that can be compared with coded ones, or all that is wrong with it is said."""

from __future__ import annotations

import pytest

from corpus.gold import GoldError, read
from tests.corpus.examples import TEXT, annotation, with_claim


def test_an_annotation_becomes_claims_of_the_programs_own_shape():
    gold = read(annotation(), TEXT)
    first, second = gold.claims

    assert first.attribution.source.canonical == "Nigerian Army"
    assert first.attribution.cue.exact == "said"
    assert first.fatalities.figures == (9, 9, None)
    assert first.time.precision == "day"
    assert first.tactics == ("ambush",)
    assert second.attribution.stance == "claimed"
    assert str(second.time.end) == "2019-03-05", "no later than the day of publication"
    assert [TEXT[word.start : word.end] for word in gold.happenings[0].words] == ["ambushed", "killing", "attack"]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (with_claim(0, quote="Gunmen fled"), "copy the words exactly"),
        (with_claim(0, event="e9"), "no event 'e9'"),
        (with_claim(0, by="a9"), "no attribution 'a9'"),
        (with_claim(0, stance="denied"), "says what it contests"),
        (with_claim(0, contests="figure"), "says what it contests"),
        (with_claim(0, stance="shouted"), "shouted"),
        (with_claim(0, colour="red"), "no such field: colour"),
        (with_claim(0, tactics=["juggling"]), "no such tactic: juggling"),
        (with_claim(0, fatalities=["at least nine", 9, 5, None]), "out of order"),
        (with_claim(0, fatalities=9), "is no count"),
        (with_claim(0, actors=["Gunmen"]), "is no party"),
        (with_claim(0, actors=[["Gunmen", "x"]]), "no party 'x'"),
        (
            with_claim(0, time={"words": "on Monday", "start": "2019-03-09", "end": "2019-03-04", "basis": "relative"}),
            "ends before it starts",
        ),
        (annotation(events=[{"id": "e1", "type": "ASSAULT", "mode": "picnic", "words": ["ambushed"]}]), "no mode 'picnic'"),
        (annotation(events=[{"id": "e1", "type": "ASSAULT", "words": []}]), "has words that name it"),
        (annotation(claims=[]), "no claim is about it"),
    ],
)
def test_what_is_wrong_is_said(wrong, told):
    with pytest.raises(GoldError, match=told):
        read(wrong, TEXT)


def test_everything_that_is_wrong_is_said_at_once():
    wrong = with_claim(0, quote="Gunmen fled")
    wrong["events"][0]["words"] = ["fled"]

    with pytest.raises(GoldError) as error:
        read(wrong, TEXT)
    assert len(str(error.value).split("\n")) >= 2
