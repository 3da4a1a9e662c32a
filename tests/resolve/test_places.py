"""Places: which names are places, which place of the name is meant, and what is done when nobody knows."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.annotate.recase import Recased
from ascribe.annotate.sentences import sentences
from ascribe.gazetteer.gazetteer import Entry, Gazetteer, MemoryGazetteer
from ascribe.knowledge.common_words import common_words
from ascribe.model.parties import Kind, Party
from ascribe.model.places import Level
from ascribe.model.reading import Reading
from ascribe.model.text import Document, Span
from ascribe.resolve.places.places import Places, coordinates
from ascribe.resolve.register import Register


@pytest.fixture(scope="module")
def places() -> Places:
    return Places(Gazetteer(), Register.load())


def read(places, text, parties=()):
    reading = Recased(common_words)(sentences(Reading(Document.of(text))))
    found = [Party(name, text.index(name), text.index(name) + len(name), kind, id=name) for name, kind in parties]
    return places(replace(reading, parties=tuple(found))).places


def named(found, name):
    return next(place for place in found if place.name == name)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A bomb went off in Quetta on Monday.", ["Quetta"]),
        ("Fighting spread from Gao to Kidal and Menaka, in the north of Mali.", ["Gao", "Kidal", "Menaka", "Mali"]),
        ("Police in the besieged northern Syrian city of Aleppo found the car.", ["Aleppo"]),
        ("Three died at al-Hudaydah, residents of Yemen said.", ["al-Hudaydah", "Yemen"]),
        ("The truck left Mazar-i-Sharif for Kabul.", ["Mazar-i-Sharif", "Kabul"]),
        ("He was born in San Salvador, El Salvador.", ["San Salvador", "El Salvador"]),
        ("Ships were hit in the Red Sea and the Gulf of Aden.", ["Red Sea", "Gulf of Aden"]),
        ("KABUL (Reuters) - A rocket landed near the airport.", ["KABUL"]),
        ("BAGHDAD, Iraq (AP) — Two men were shot.", ["BAGHDAD", "Iraq"]),
        ("QUETTA: Two men were shot.", ["QUETTA"]),
        ("A major West Bank city was calm.", ["West Bank"]),
        ("Fighters captured Manbij and retook Hawsh Nasri, in Syria.", ["Manbij", "Hawsh Nasri", "Syria"]),
        ("A man was shot in Fallujah, 50 kilometers from Baghdad.", ["Fallujah", "Baghdad"]),
        ("They came from Serb-held Bosnia.", ["Bosnia"]),
        ("Shells fell at the Zubaran Hospital in Aleppo, Syria.", ["Zubaran Hospital", "Aleppo", "Syria"]),
        ("Clashes went on in the Al-Rashidiyah District of Aleppo.", ["Al-Rashidiyah", "Aleppo"]),
    ],
    ids=[
        "in",
        "from and to",
        "of a city",
        "article",
        "hyphens",
        "comma",
        "seas",
        "dateline",
        "dateline with country",
        "dateline with colon",
        "major is no title",
        "what is done to places",
        "a distance is no age",
        "held by",
        "a building",
        "a quarter",
    ],
)
def test_a_name_where_a_place_stands_is_a_place(places, text, names):
    assert [place.name for place in read(places, text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "President Washington Mendes met the envoy.",
        "Gen. Paris Adeyemi denied it.",
        "Houston said that the men had fled.",
        "Adil Ahmad Dar was a farmer.",
        "Somali officials and Afghan traders met.",
        "The Kabul Times and the Syrian Observatory for Human Rights reported it.",
        "The attack came in April, on a Monday.",
        "In Ramadan the shops close early, said Nice Reading, 34.",
        "Turn round, he said.",
        "They spoke in Arabic of Islam.",
        "At the White House nobody answered.",
        "Karzai Mansur, 34, was shot.",
    ],
    ids=[
        "title",
        "title with a stop",
        "speaks",
        "first and last name",
        "adjectives",
        "names of bodies",
        "calendar",
        "words",
        "verb",
        "languages",
        "seats",
        "age",
    ],
)
def test_what_is_no_place(places, text):
    assert read(places, text) == ()


def test_a_place_inside_the_name_of_a_party_is_none(places):
    text = "The Balochistan Liberation Army attacked a post in Balochistan."

    found = read(places, text, [("Balochistan Liberation Army", Kind.REBEL_GROUP)])

    assert [(place.name, place.start) for place in found] == [("Balochistan", text.rindex("Balochistan"))]


@pytest.mark.parametrize(
    ("text", "name", "level", "country"),
    [
        ("A convoy was hit in Pulwama district.", "Pulwama", Level.ADMIN2, "IN"),
        ("A convoy was hit in the town of Pulwama in India.", "Pulwama", Level.TOWN, "IN"),
        ("Clashes went on across Helmand province in Afghanistan.", "Helmand", Level.ADMIN1, "AF"),
        ("They met in northern Nigeria.", "Nigeria", Level.REGION, "NG"),
        ("They met in Nigeria.", "Nigeria", Level.COUNTRY, "NG"),
        ("Shells fell near Bakhmut in Ukraine.", "Bakhmut", Level.NEAR, "UA"),
        ("Shells fell on the outskirts of Bakhmut in Ukraine.", "Bakhmut", Level.NEAR, "UA"),
        ("A ship was seized in the Gulf of Aden.", "Gulf of Aden", Level.SEA, None),
        ("The gangs which fight over the capital of Guerrero in Mexico fled.", "Guerrero", Level.ADMIN1, "MX"),
        ("In Xinjiang, in China, police fired.", "Xinjiang", Level.ADMIN1, "CN"),
        ("A plane landed at Kandahar airport in Afghanistan.", "Kandahar", Level.SITE, "AF"),
    ],
)
def test_the_level_is_what_the_name_denotes(places, text, name, level, country):
    place = named(read(places, text), name)

    assert (place.level, place.country) == (level, country)


@pytest.mark.parametrize(
    ("text", "name", "country", "near"),
    [
        ("Hyderabad, Sindh, was quiet. Pakistan sent troops.", "Hyderabad", "PK", (25.4, 68.4)),
        ("Hyderabad, the capital of Telangana, was quiet. India sent troops.", "Hyderabad", "IN", (17.4, 78.5)),
        ("Tripoli was shelled. Libya said that Misrata was calm.", "Tripoli", "LY", (32.9, 13.2)),
        ("Lebanon sent soldiers to Tripoli and Sidon.", "Tripoli", "LB", (34.4, 35.8)),
        ("Talks opened in Islamabad, in Pakistan. Anantnag, in Indian-administered Kashmir, was quiet.", "Islamabad", "PK", (33.7, 73.0)),
        ("Men in Cali, in Colombia, were arrested.", "Cali", "CO", (3.4, -76.5)),
    ],
    ids=["by province", "by capital of", "by country", "by neighbours", "a capital before an old name", "by chain"],
)
def test_the_document_says_which_place_of_the_name(places, text, name, country, near):
    place = named(read(places, text), name)

    assert place.country == country
    assert (place.latitude, place.longitude) == pytest.approx(near, abs=0.5)


@pytest.mark.parametrize(
    ("text", "name", "level", "canonical"),
    [
        ("Attacks hit areas including Kech, Panjgur, Tolangi and Nushki in Pakistan.", "Tolangi", Level.ADMIN1, "Balochistan"),
        ("Men were taken from the village of Murzakan in Kachhi district, Balochistan.", "Murzakan", Level.ADMIN2, "Kachhi District"),
        ("A mine went off in Zorbabad, Helmand province, Afghanistan.", "Zorbabad", Level.ADMIN1, "Helmand"),
        ("Mali's army was ambushed near Tingaboroten.", "Tingaboroten", Level.COUNTRY, "Mali"),
        ("In Mogadishu, a bomb went off in the Madina district of the city.", "Madina", Level.TOWN, "Mogadishu"),
        ("They fled to a camp near Xarandavil.", "Xarandavil", Level.UNLOCATED, None),
    ],
    ids=["its list", "a chain", "a comma", "the country", "a quarter of the city", "nothing"],
)
def test_an_unknown_name_takes_the_smallest_area_that_the_text_supports(places, text, name, level, canonical):
    place = named(read(places, text), name)

    assert (place.level, place.canonical, place.inferred) == (level, canonical, canonical is not None)
    assert (place.latitude is None) == (canonical is None)


def test_one_name_is_inferred_once(places):
    found = read(places, "Karma, a village in Yatenga province, Burkina Faso, was raided. Men came to Karma at noon. They shot at Karma.")

    assert {place.canonical for place in found if place.name == "Karma"} == {"Province du Yatenga"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Kech was calm, and Afghanistan said so; nobody fired in Kabul.", "Kech"),
        ("Somalia thanked its friends. The bus passed Surprise at noon.", "Surprise"),
    ],
    ids=["Ketsch in Germany", "Surprise in Arizona"],
)
def test_a_far_away_namesake_is_no_answer(places, text, name):
    assert all(place.name != name or place.country in {None, "AF", "SO"} for place in read(places, text))


def test_a_town_of_two_provinces_keeps_the_other_as_candidate():
    gazetteer = MemoryGazetteer(
        [
            Entry("Arland", Level.COUNTRY, 10.0, 20.0, country="XA"),
            Entry("Bel", Level.TOWN, 11.5, 20.5, country="XA", admin1="XA.1", population=5000, gazetteer_id="1"),
            Entry("Bel", Level.TOWN, 9.0, 22.0, country="XA", admin1="XA.2", population=4900, gazetteer_id="2"),
        ]
    )

    place = named(read(Places(gazetteer), "A shot was fired in Bel, in Arland."), "Bel")

    assert (place.gazetteer_id, [other.gazetteer_id for other in place.candidates]) == ("1", ["2"])


@pytest.mark.parametrize(
    ("text", "latitude", "level"),
    [
        ("A patrol was hit 20 km north of Kidal, in Mali.", 18.44 + 0.18, Level.NEAR),
        ("A patrol was hit 10 miles south of Kidal, in Mali.", 18.44 - 0.145, Level.NEAR),
        ("A patrol was hit 100 kilometres north of Kidal, in Mali.", 18.44 + 0.9, Level.REGION),
        ("A patrol was hit north of Kidal, in Mali.", 18.44, Level.NEAR),
    ],
)
def test_distance_and_direction_move_the_point(places, text, latitude, level):
    kidal = named(read(places, text), "Kidal")

    assert kidal.latitude == pytest.approx(latitude, abs=0.03)
    assert kidal.longitude == pytest.approx(1.41, abs=0.03)
    assert kidal.level is level


@pytest.mark.parametrize(
    ("text", "point"),
    [
        ("The wreck lies at 33.51 N, 36.29 E.", (33.51, 36.29)),
        ("It came down at 12°30'S 44°15'W.", (-12.5, -44.25)),
        ("The ship sent 91 N, 20 E by mistake.", None),
        ("Room 33 N and room 36 E are closed.", None),
    ],
)
def test_coordinates_are_read(text, point):
    found = [(place.latitude, place.longitude) for place in coordinates(text)]

    assert found == ([point] if point else [])


UPPER = (
    "BOGOTA, 3 MAY 90 (DPA) -- [TEXT] GUERRILLAS BLEW UP A BRIDGE NEAR SARAVENA IN ARAUCA. "
    "THE MAN WAS SHOT BY SURPRISE, POLICE SAID IN COLOMBIA."
)


def test_in_capitals_a_common_word_is_no_place(places):
    assert [place.name for place in read(places, UPPER)] == ["BOGOTA", "SARAVENA", "ARAUCA", "COLOMBIA"]


def test_disputed_areas_keep_the_words_of_the_source(places):
    found = read(places, "India and Pakistan traded fire. Pahalgam, in Indian-administered Kashmir, was quiet.")

    assert named(found, "Indian-administered Kashmir").canonical == "Indian-administered Kashmir"
    assert named(found, "Pahalgam").disputed == named(found, "Indian-administered Kashmir").disputed == ("IN", "PK")


def test_names_that_somebody_else_has_marked_are_all_located(places):
    text = "Russian jets struck Douma, in Syria, while Kech residents slept."
    reading = sentences(Reading(Document.of(text)))
    spans = [Span(0, 7), Span(text.index("Douma"), text.index("Douma") + 5)]

    assert [(place.name, place.country) for place in places.locate(reading, spans)] == [("Russian", "RU"), ("Douma", "SY")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "in near the of Quetta Kech Tolangi Mali northern district , . and 's Gen. said 20 km al-Hudaydah Paris U.S. "
            "Ky. “ ( KABUL — Kabul".split()
        ),
        max_size=30,
    )
)
def test_places_stand_in_order_with_their_own_words(places, words):
    text = " ".join(words)
    found = read(places, text)

    assert all(place.name == text[place.start : place.end] for place in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert found == read(places, text)


def test_a_known_name_without_a_point_has_the_level_of_the_area_that_lends_its_point():
    province = Entry("Kunar", Level.ADMIN1, 34.9, 71.1, "AF", "AF.34", "Kunar")
    hamlet = Entry("Tartari", Level.TOWN, 34.9, 71.1, "AF", "AF.34", "Kunar", inferred=True)
    town = Entry("Asadabad", Level.TOWN, 34.87, 71.15, "AF", "AF.34", "Kunar", population=50_000)
    small = Places(MemoryGazetteer([province, hamlet, town]))

    far, near = read(small, "A man was shot in Tartari in Kunar."), read(small, "A man was shot 20 km north of Tartari in Kunar.")
    inside = read(small, "A man was shot in Tartari in Asadabad.")

    assert (named(far, "Tartari").level, named(far, "Tartari").canonical, named(far, "Tartari").inferred) == (Level.ADMIN1, "Tartari", True)
    assert (named(near, "Tartari").latitude, named(near, "Tartari").level) == (34.9, Level.ADMIN1)
    assert (named(inside, "Tartari").latitude, named(inside, "Tartari").inferred) == (34.87, True)
