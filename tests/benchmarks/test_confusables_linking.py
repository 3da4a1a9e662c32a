"""Passages of confusable articles: how they are made into reports, and how linking them is scored."""

from __future__ import annotations

import pytest

from ascribe.knowledge import linking
from ascribe.model.text import Document
from ascribe.pipeline import read_through
from benchmarks.confusables import end_to_end, with_passages
from benchmarks.linking.found import homes, own
from benchmarks.linking.passages import given, stretches
from benchmarks.linking.pot import Coded
from benchmarks.linking.scores import Passage, merges, pairs, touching
from corpus.confusables import read
from tests.corpus.test_confusables import ARTICLE, EVENT
from tests.make import steps

FIRST = "On Monday a bomb killed 14 traders at the market of Gao; an ambush near Mopti left three soldiers dead on Sunday. Police spoke of shock."
SECOND = "A bomb at the market of Gao killed 14 traders on Monday, a doctor said."


@pytest.fixture(scope="module")
def articles() -> list[Coded]:
    """Two articles of one group, coded."""
    tells = [{"event": "e1", "how": "told", "words": ["a bomb"]}, {"event": "e2", "how": "told", "words": ["an ambush"]}]
    second = [{"event": "e1", "how": "told", "words": ["A bomb"]}]
    group = read(
        {
            "id": "g",
            "confusion": "",
            "about": "",
            "events": [{**EVENT, "id": name} for name in ("e1", "e2")],
            "documents": [{**ARTICLE, "id": "d1", "text": FIRST, "tells": tells}, {**ARTICLE, "id": "d2", "text": SECOND, "tells": second}],
        }
    )
    documents = [Document.of(article.text, published=article.published.isoformat(), language="en") for article in group.articles]
    return [Coded(group, article, reading) for article, reading in zip(group.articles, read_through(documents, steps()), strict=True)]


def test_a_sentence_is_shared_out_between_its_happenings(articles):
    pieces = [
        [FIRST[span.start : span.end].strip() for span in each.pieces] for each in stretches(articles[0].reading, articles[0].article.tells)
    ]

    assert pieces == [
        ["On Monday a bomb killed 14 traders at the market of Gao;"],
        ["an ambush near Mopti left three soldiers dead on Sunday."],
    ]


def test_a_given_passage_has_what_stands_in_its_stretch(articles):
    bomb, ambush = given(articles[0]).reports

    assert {place.name for claim in bomb.claims for place in claim.places} == {"Gao"}
    assert {place.name for claim in ambush.claims for place in claim.places} == {"Mopti"}
    assert {claim.time.text for claim in ambush.claims if claim.time and claim.time.text} == {"on Sunday"}


def test_a_passage_is_found_in_the_coders_report_that_has_its_words(articles):
    page = own(articles[1])

    assert homes(articles[1], page) == {"g/d2 e1": page.reports[0].id}


@pytest.mark.parametrize("run", [with_passages, end_to_end])
def test_what_is_told_alike_is_put_together(articles, run):
    found = run(articles, linking.load()).found

    assert found["g/d1 e1"] == found["g/d2 e1"]
    assert found["g/d1 e2"] != found["g/d1 e1"]


GOLD = [Passage(name, group, gold, "report", how) for name, group, gold, how in (
    ("a", "g", "1", "told"), ("b", "g", "1", "recalled"), ("c", "g", "2", "told"), ("d", "h", "3", "told"),
)]  # fmt: skip


@pytest.mark.parametrize(
    ("clusters", "precision", "recall", "inside", "across"),
    [
        ("xxyz", 1.0, 1.0, 0, 0),
        ("xxxz", 1 / 3, 1.0, 2, 0),
        ("xxyy", 0.5, 1.0, 0, 1),
        ("wxyz", 0.0, 0.0, 0, 0),
    ],
    ids=["right", "one too many", "over two groups", "all alone"],
)
def test_pairs_and_false_merges(clusters, precision, recall, inside, across):
    found = dict(zip("abcd", clusters, strict=True))
    tally, wrong = pairs(GOLD, found), merges(GOLD, found)

    assert (tally.precision, tally.recall) == (pytest.approx(precision), recall)
    assert (wrong.inside, wrong.across, wrong.different) == (inside, across, 2)


def test_pairs_by_how_they_are_told():
    found = touching(GOLD, dict(zip("abcd", "xxxz", strict=True)), lambda passage: passage.how)

    assert (found["recalled"].right, found["recalled"].given, found["recalled"].wanted) == (1, 2, 1)
    assert (found["told"].given, found["told"].wanted) == (3, 1)
