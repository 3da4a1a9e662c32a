"""How many: figures with the words that widen or narrow them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.extract.counts import number, range_before, read_count
from ascribe.model.claims import Count
from ascribe.model.reading import Token
from tests.extract.told import told

# phrase -> low, best, high; None: the phrase gives no count
PHRASES: dict[str, tuple[int | None, int | None, int | None] | None] = {
    "24 people": (24, 24, 24),
    "twenty-four people": (24, 24, 24),
    "three soldiers": (3, 3, 3),
    "1,204 terrorists": (1204, 1204, 1204),
    "11 million people": (11_000_000, 11_000_000, 11_000_000),
    "1.5 million people": (1_500_000, 1_500_000, 1_500_000),
    "one hundred and forty-two students": (142, 142, 142),
    "two thousand runners": (2000, 2000, 2000),
    "two hundred people": (200, 200, 200),
    "two dozen rebels": (24, 24, 24),
    "a dozen men": (12, 12, 12),
    "half a dozen men": (6, 6, 6),
    "a hundred soldiers": (100, 100, 100),
    "a couple of men": (2, 2, 2),
    "a pair of gunmen": (2, 2, 2),
    "both brothers": (2, 2, 2),
    "the two men": (2, 2, 2),
    "12 others": (12, 12, 12),
    "another 12 people": (12, 12, 12),
    "a further seven people": (7, 7, 7),
    "only 22 deaths": (22, 22, 22),
    "a total of 40 people": (40, 40, 40),
    "at least 24 people": (24, 24, None),
    "more than 24 people": (24, 24, None),
    "over 24 people": (24, 24, None),
    "well over 300 people": (300, 300, None),
    "upwards of 300 people": (300, 300, None),
    "in excess of 300 people": (300, 300, None),
    "no fewer than 12 people": (12, 12, None),
    "no less than 12 people": (12, 12, None),
    "a minimum of 12 people": (12, 12, None),
    "at least another 12 people": (12, 12, None),
    "30 or more people": (30, 30, None),
    "100-plus people": (100, 100, None),
    "more than a hundred houses": (100, 100, None),
    "more than two dozen people": (24, 24, None),
    "about 300 people": (None, 300, None),
    "some 300 people": (None, 300, None),
    "around 300 people": (None, 300, None),
    "roughly 300 people": (None, 300, None),
    "approximately 300 people": (None, 300, None),
    "an estimated 300 people": (None, 300, None),
    "30 or so people": (None, 30, None),
    "30-odd people": (None, 30, None),
    "about a dozen men": (None, 12, None),
    "nearly 50 people": (None, 50, 50),
    "almost 50 people": (None, 50, 50),
    "close to 50 people": (None, 50, 50),
    "just under 50 people": (None, 50, 50),
    "up to 20 people": (None, None, 20),
    "as many as 20 people": (None, None, 20),
    "no more than five men": (None, None, 5),
    "at most five men": (None, None, 5),
    "fewer than ten men": (None, None, 10),
    "less than ten men": (None, None, 10),
    "a maximum of ten men": (None, None, 10),
    "between 20 and 30 people": (20, None, 30),
    "20 to 30 people": (20, None, 30),
    "from 20 to 30 people": (20, None, 30),
    "20-30 people": (20, None, 30),
    "two or three men": (2, None, 3),
    "between 3,000 and 5,000 children": (3000, None, 5000),
    "several men": (3, None, None),
    "a few men": (3, None, None),
    "a handful of men": (3, None, None),
    "numerous people": (3, None, None),
    "dozens of people": (24, None, None),
    "scores of people": (40, None, None),
    "hundreds of people": (200, None, None),
    "several hundred people": (300, None, None),
    "thousands of people": (2000, None, None),
    "tens of thousands of people": (20_000, None, None),
    "hundreds of thousands of people": (200_000, None, None),
    "no people": (0, 0, 0),
    "nobody": (0, 0, 0),
    "none": (0, 0, 0),
    "people": None,
    "many people": None,
    "a man aged 51": None,
    "81 mm mortar": None,
    "15 km": None,
    "12 per cent": None,
    "the attack of 2019": None,
    "0700 hours": None,
    "the 5th Brigade": None,
}  # fmt: skip


def tokens(text: str) -> list[Token]:
    return [
        Token(found[0], found.start(), found.end(), found[0].lower())
        for found in re.finditer(r"\d+(?:[.,]\d+)*(?:[-–]\w+)*|[\w'-]+|[^\w\s]", text)
    ]


@pytest.mark.parametrize(("phrase", "expected"), PHRASES.items(), ids=PHRASES.keys())
def test_a_phrase_counts(phrase: str, expected: tuple[int | None, int | None, int | None] | None) -> None:
    found = read_count(tokens(phrase), 0, len(tokens(phrase)))
    assert (found.figures if found else None) == expected


def test_the_words_before_the_phrase_belong_to_the_figure() -> None:
    said = tokens("killing at least 12 people")
    found = read_count(said, 3, 5)
    assert found is not None
    assert (found.figures, found.text) == ((12, 12, None), "at least 12")


def test_a_preposition_of_place_does_not_widen_a_figure() -> None:
    said = tokens("flew over 20 villages")
    found = read_count(said, 2, 4)
    assert found is not None
    assert found.figures == (20, 20, 20)


@pytest.mark.parametrize(
    ("text", "start", "first"),
    [
        ("between 20 and 30 soldiers", 3, 1),
        ("70 to 80 bodies", 2, 0),
        ("two or three men", 2, 0),
        ("20 soldiers and 30 rebels", 3, None),
        ("20 and 30 men", 2, None),
    ],
    ids=["between", "to", "or", "two groups", "and alone is no range"],
)
def test_the_second_half_of_a_range(text: str, start: int, first: int | None) -> None:
    assert range_before(tokens(text), start) == first


def ordered(count: Count) -> bool:
    known = [n for n in (count.low, count.best, count.high) if n is not None]
    return known == sorted(known)


WORDS = st.sampled_from(
    "at least more than about nearly up to between and or no fewer a dozen dozens hundreds of thousands several 3 20 30 1,200 "
    "2.5 million two hundred "
    "fifty-one people soldiers men others 20-30 30-odd few handful as many so aged km % none both".split()
)


@given(st.lists(WORDS, min_size=1, max_size=9))
def test_every_count_is_ordered_and_stands_where_it_says(words: list[str]) -> None:
    text = " ".join(words)
    said = tokens(text)
    for start in range(len(said)):
        found = read_count(said, start, len(said))
        if found is not None:
            assert ordered(found)
            assert found.text == text[found.start : found.end]


@given(st.integers(1, 9_999_999))
def test_a_figure_is_itself(value: int) -> None:
    for written in (str(value), f"{value:,}"):
        assert number(written) == value
    if value < 1900 or value > 2099:
        found = read_count(tokens(f"{value:,} people"), 0, 2)
        assert found is not None
        assert found.figures == (value, value, value)


@given(st.integers(1, 5000), st.integers(1, 5000))
def test_a_range_runs_from_the_lower_to_the_higher(low: int, more: int) -> None:
    said = tokens(f"between {low:,} and {low + more:,} people")
    found = read_count(said, 0, len(said))
    assert found is not None
    assert found.figures == (low, None, low + more)


def test_an_age_told_of_somebody_is_no_toll():
    claim = told("The student, who was 21, died when a grenade thrown by gunmen hit the bus in Quetta.")[0]

    assert claim["fatalities"]["best"] == 1


def test_a_trade_names_a_person():
    claim = told("A car bomb went off in front of the police station in Quetta, wounding four officers and a baker.")[0]

    assert [(entry["who"], entry["count"]["best"]) for entry in claim["casualties"]] == [("four officers", 4), ("a baker", 1)]
