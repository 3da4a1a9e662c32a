"""The gazetteer: what a name may be, and where."""

import pickle
import sqlite3
import unicodedata
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.gazetteer import keys
from ascribe.gazetteer.gazetteer import Entry, Gazetteer, MemoryGazetteer, Sieve, digest, normalise
from ascribe.model.places import Level


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return Gazetteer()


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Sana'a", "sanaa"),
        ("Ṣan‘ā’", "sana"),
        ("N’Djamena", "ndjamena"),
        ("Deir ez-Zor", "deir ez zor"),
        ("St. Petersburg", "saint petersburg"),
        ("Łódź", "lodz"),
        ("EL\nSALVADOR", "el salvador"),
        ("U.S.", "us"),
        ("", ""),
    ],
)
def test_names_are_compared_without_marks(name, key):
    assert normalise(name) == key


@given(st.text(max_size=40))
def test_the_compared_form_is_its_own_compared_form(name):
    assert normalise(normalise(name)) == normalise(name)


def said_in_full(name: str) -> str:
    """The compared form by its definition, step by step."""
    parted = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = "".join(c for c in parted if not unicodedata.combining(c)).translate(str.maketrans(keys._LETTERS))
    words = "".join(" " if c in keys._SPACED else "" if c in keys._DROPPED else c for c in plain).split()
    return " ".join(["saint", *words[1:]] if words[:1] == ["st"] and len(words) > 1 else words)


@given(st.text(max_size=40))
def test_the_quick_way_to_compare_is_the_definition(name):
    assert normalise(name) == said_in_full(name)


@given(st.lists(st.text(max_size=12), max_size=40))
def test_a_sieve_never_says_a_false_no(words):
    sieve = Sieve.of(map(digest, words), 10)

    assert all(digest(word) in sieve for word in words)


@pytest.mark.parametrize(
    ("name", "level", "country", "near"),
    [
        ("Quetta", Level.TOWN, "PK", (30.18, 67.0)),
        ("Nushki", Level.TOWN, "PK", (29.55, 66.02)),
        ("Pahalgam", Level.TOWN, "IN", (34.01, 75.32)),
        ("Kech", Level.ADMIN2, "PK", (25.8, 62.6)),
        ("the Gao region", Level.ADMIN1, "ML", (16.8, 1.4)),
        ("Mexico City", Level.TOWN, "MX", (19.43, -99.13)),
        ("Kyiv", Level.TOWN, "UA", (50.45, 30.52)),
        ("Kiev", Level.TOWN, "UA", (50.45, 30.52)),
        ("UK", Level.COUNTRY, "GB", (54.0, -2.0)),
        ("Red Sea", Level.SEA, None, (20.0, 38.5)),
        ("Kivu", Level.REGION, "CD", (-1.6, 29.0)),
    ],
)
def test_a_name_leads_to_its_place(world, name, level, country, near):
    found = [entry for entry in world.lookup(name) if entry.level is level and entry.country == country]

    assert found, [(entry.name, entry.level, entry.country) for entry in world.lookup(name)]
    assert found[0].latitude == pytest.approx(near[0], abs=4 if level is Level.SEA else 0.8)
    assert found[0].longitude == pytest.approx(near[1], abs=4 if level is Level.SEA else 0.8)


@pytest.mark.parametrize("name", ["Tolangi", "Qzamurat", "", "   ", "Xqzzyt", "UET"])
def test_what_nobody_lists_is_unknown(world, name):
    assert world.lookup(name) == ()


@pytest.mark.parametrize(
    ("name", "claimed_by"),
    [
        ("Indian-administered Kashmir", ("IN", "PK")),
        ("Srinagar", ("IN", "PK")),
        ("Crimea", ("UA", "RU")),
        ("Abyei", ("SD", "SS")),
        ("Essequibo", ("GY", "VE")),
        ("Taipei", ("TW", "CN")),
        ("Lahore", ()),
    ],
)
def test_what_lies_in_a_disputed_area_is_disputed(world, name, claimed_by):
    assert world.lookup(name)[0].disputed == claimed_by


def test_a_wide_region_without_a_data_file_has_no_point(world):
    assert world.lookup("West Africa")[0].point is None


def test_a_name_kept_by_hand_takes_the_point_of_what_encloses_it(world):
    orakzai = world.lookup("Orakzai")[0]

    assert orakzai.inferred
    assert orakzai.point == world.area("PK.03").point


def test_areas_enclose(world):
    quetta = next(entry for entry in world.lookup("Quetta") if entry.level is Level.TOWN)
    district = world.enclosing(quetta)
    province = world.enclosing(district)

    assert [district.name, province.name, world.enclosing(province).name] == ["Quetta District", "Balochistan", "Pakistan"]
    assert quetta.inside(district)
    assert quetta.inside(province)
    assert not province.inside(district)
    assert world.enclosing(world.country("PK")) is None


def test_the_cheap_test_is_never_a_false_no(world):
    for name in ("Mazar-i-Sharif", "San Salvador", "al-Hudaydah", "Quetta"):
        assert world.has_prefix(name.split()[0])


def test_every_point_is_on_the_globe_and_every_level_is_known(world):
    database = sqlite3.connect(world.path)
    bad = database.execute(
        "SELECT count(*) FROM place WHERE latitude NOT BETWEEN -90 AND 90 OR longitude NOT BETWEEN -180 AND 180"
        " OR (latitude IS NULL) != (longitude IS NULL)"
    ).fetchone()
    levels = {level for (level,) in database.execute("SELECT DISTINCT level FROM place")}

    assert bad == (0,)
    assert levels <= set(Level)


def test_every_entry_names_a_layer_and_every_layer_its_terms(world):
    layers = {layer.name: layer for layer in world.layers() if layer.path is None}

    assert set(layers) - {"features"} == {"areas", "countries", "seas", "supplement", "towns"}
    assert all(layer.licence and layer.attribution and layer.source and layer.version and layer.rows for layer in layers.values())
    assert layers["towns"].rows > 200_000
    for name, layer in {"Pahalgam": "towns", "Quetta District": "areas", "Pakistan": "countries", "Donbas": "supplement"}.items():
        assert world.lookup(name)[0].layer == layer


def test_it_is_read_by_threads_and_other_processes(world):
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: world.lookup("Kabul"), range(16)))) == 1
    assert pickle.loads(pickle.dumps(world)).lookup("Kabul") == world.lookup("Kabul")


def test_the_one_in_memory_has_the_same_face():
    gazetteer = MemoryGazetteer(
        [
            Entry("Arland", Level.COUNTRY, 10.0, 20.0, country="AR"),
            Entry("North Arland", Level.ADMIN1, 11.0, 20.0, country="AR", admin1="AR.1"),
            Entry("Bel", Level.TOWN, 11.5, 20.5, country="AR", admin1="AR.1", population=5),
            Entry("Bel", Level.TOWN, 50.0, 0.0, country="XX", population=9),
        ],
        aliases={"Old Bel": "Bel"},
    )

    assert [entry.country for entry in gazetteer.lookup("BEL")] == ["XX", "AR"]
    assert gazetteer.lookup("Old-Bel") == gazetteer.lookup("Bel")
    assert gazetteer.enclosing(gazetteer.lookup("Bel")[1]) == gazetteer.area("AR.1")
    assert gazetteer.country("AR").name == "Arland"
    assert gazetteer.has_prefix("North")
    assert not gazetteer.has_prefix("South")
