"""Places that a text speaks of in passing, and how all of them together decide which place of a name is meant."""

import pytest

from ascribe.annotate.sentences import sentences
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.resolve.places.places import Places
from ascribe.resolve.register import Register


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Gazetteer(), Register.load())


def heard(places, text):
    reading = sentences(Reading(Document.of(text)))
    taken = {place.start for place in places(reading).places}
    return [place.name for place in places.mentioned(reading) if place.start not in taken]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Laurel County deputies came.", ["Laurel County"]),
        ("The Athens City Council met.", ["Athens"]),
        ("Russian officials spoke to Somalis.", ["Russian", "Somalis"]),
        ("A Nairobi-based group wrote to them.", ["Nairobi"]),
        ("The D-S.C. vote and the S.C. budget were late.", ["S.C."]),
        ("President Jackson and Paris Jackson were there.", []),
        ("The Kindness Trust paid.", []),
    ],
    ids=["an office", "a council", "adjectives and peoples", "a compound", "an abbreviation", "persons", "no place"],
)
def test_heard_in_passing(places, text, names):
    assert heard(places, text) == names


def test_nothing_heard_is_where_something_happened(places):
    reading = sentences(Reading(Document.of("The Athens City Council met.")))

    assert places(reading).places == ()


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A man from Huntsville was held. Walker County deputies found him in Huntsville.", "Huntsville", "Texas"),
        ("A man was shot in Huntsville, and another in Decatur and in Madison, Alabama.", "Huntsville", "Alabama"),
        ("Two died in London. The Middlesex County police of Ontario, Canada, came to London.", "London", "Ontario"),
    ],
    ids=["a county that is named", "towns nearby", "the state around"],
)
def test_the_other_names_decide(places, text, name, admin1):
    found = places.mentioned(sentences(Reading(Document.of(text))))

    assert {place.admin1 for place in found if place.name == name} == {admin1}


def test_the_publisher_s_country_decides_between_namesakes(places):
    text = "Two people were killed in Hyderabad on Sunday."
    where = {
        paper: places(sentences(Reading(Document.of(text, publisher=paper)))).places[0].country
        for paper in ("Dawn", "The Hindu", "Gazette")
    }

    assert where["Dawn"] == "PK"
    assert where["The Hindu"] == where["Gazette"] == "IN"
