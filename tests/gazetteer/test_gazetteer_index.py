"""The index of places: built whole and once, built again when it is damaged or older, and every wrong line of a source named."""

from __future__ import annotations

import sqlite3
import subprocess
import sys

import pytest

from ascribe.errors import ConfigError
from ascribe.gazetteer import indexfile, indexfolder
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.gazetteer.indexfile import Writer
from ascribe.gazetteer.sources import Sources
from ascribe.model.places import Level

from .worlds import arland, built


@pytest.fixture
def small(tmp_path):
    """Makes a gazetteer of a small world."""

    def make(supplement="", features=None, **regions):
        cache = tmp_path / "cache"
        cache.mkdir(exist_ok=True)
        return Gazetteer(built(cache, arland(tmp_path / "data", supplement, features, **regions)))

    return make


# --- what goes in


def test_towns_areas_countries_seas_and_continents(small):
    world = small()

    assert [(e.level, e.country) for e in world.lookup("Bel")] == [(Level.TOWN, "AA"), (Level.ADMIN2, "AA"), (Level.TOWN, "BB")]
    assert world.lookup("Bel")[0].capital
    assert world.lookup("old-bel")[0].gazetteer_id == "31"
    assert world.lookup("Бел")[0:] == ()
    assert world.area("AA.01").population == 550
    assert (world.area("AA.02").point, world.lookup("Arlandia")[0].point) == (None, (10.0, 20.0))
    assert world.lookup("Grey Sea")[0].level is Level.SEA
    assert world.lookup("Terra")[0].level is Level.REGION


def test_the_supplement_is_places_csv_and_every_file_of_the_folder(small):
    world = small(
        "Kar,Karr,town,AA,AA.01,,,,general knowledge\n",
        east="# comment\nMid Hills,,region,AA,,,AA.01 + AA.02,,general knowledge\n",
        west="Dun,,town,AA,AA.01,AA.01.7,,,general knowledge\n",
    )

    assert world.lookup("Karr")[0].origin == "places.csv: general knowledge"
    assert world.lookup("Dun")[0].origin == "places/west.csv: general knowledge"
    assert all(world.lookup(name)[0].supplement for name in ("Kar", "Mid Hills", "Dun"))
    assert world.lookup("Mid Hills")[0].point == (11.0, 21.0)


def test_every_file_counts_in_the_stamp(tmp_path):
    before = arland(tmp_path, "", west="").fingerprint(1)

    assert arland(tmp_path, "", west="Dun,,town,AA,,,,,x\n").fingerprint(1) != before
    assert arland(tmp_path, "", west="").fingerprint(1) == before
    assert arland(tmp_path, "", west="", east="").fingerprint(1) != before
    assert arland(tmp_path, "", features="").fingerprint(1) != before
    assert before != arland(tmp_path, "", west="").fingerprint(2)


def test_features_are_regions_and_waters_are_seas(small):
    world = small(
        "The Bend,,region,AA,,,feature:Long River,,general knowledge\n",
        features="river,Long River,Lengthy River,7.5,8.5,AA BB,,Natural Earth\ngulf,Gulf of Bel,,1.0,2.0,,,Natural Earth\n"
        "mountain,Mount Cor,,3.0,4.0,AA,AA.01,Natural Earth\n",
    )

    assert (world.lookup("Lengthy River")[0].level, world.lookup("Lengthy River")[0].country) == (Level.REGION, None)
    assert world.lookup("Gulf of Bel")[0].level is Level.SEA
    assert (world.lookup("Mount Cor")[0].admin1, world.lookup("Mount Cor")[0].layer) == ("AA.01", "features")
    assert world.lookup("The Bend")[0].point == (7.5, 8.5)
    assert "features" in {layer.name for layer in world.layers()}


def test_a_town_in_a_disputed_area_is_disputed(small):
    assert small("North,,admin1,AA,,,AA.01,AA BB,general knowledge\n").lookup("Cor")[0].disputed == ("AA", "BB")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Dun,,town,AA,AA.09,,,,x\n", r"places/west\.csv, line 2 \(Dun\): AA\.09 is not in the gazetteer"),
        ("# note\n\nDun,,town,AA,,,99,,x\n", r"west\.csv, line 4 \(Dun\): same_as: 99 is not in the gazetteer"),
        ("Dun,,town,AA,,,sea:Blue Sea,,x\n", r"same_as: sea:Blue Sea is not"),
        ("Dun,,town,AA,,,feature:X,,x\n", r"same_as: feature:X is not"),
        ("Dun,,hamlet,AA,,,,,x\n", r"'hamlet' is no level; there are: admin1"),
        ("Dun,,near,AA,,,,,x\n", r"'near' is no level"),
        (",,town,AA,,,,,x\n", r"\(no name\): name and origin must be given"),
        ("Dun,,town,AA,,,,,\n", r"name and origin must be given"),
        ("Dun,,town,AA,,,,x\n", r"has 8 columns, not 9"),
        ("Dun, a town,,town,AA,,,,,x\n", r"has 10 columns, not 9; put a text with a comma in quotation marks"),
        (
            "Dun,,town,AA,AA.01,,,,x\nDUN,,town,AA,AA.01,,,,x\n",
            r"line 3 \(DUN\): 'dun' stands for a town in AA\.01 already in places/west\.csv, line 2",
        ),
        ("Dun,,town,AA,AA.01,,,,x\nDoon,Dun,town,AA,AA.01,,,,x\n", r"'dun' stands for a town in AA\.01 already"),
    ],
)
def test_a_wrong_line_is_named_with_its_file_and_number(small, lines, said):
    with pytest.raises(ConfigError, match=said):
        small("", west=lines)


def test_the_same_name_in_two_files_is_refused(small):
    with pytest.raises(ConfigError, match=r"places/west\.csv, line 2 \(Dun\): .* already in places\.csv, line 2 \(Dun\)"):
        small("Dun,,town,AA,AA.01,,,,x\n", west="Dun,,town,AA,AA.01,,,,x\n")


def test_one_name_may_stand_for_a_town_and_its_area_and_for_towns_of_two_areas(small):
    world = small("Dun,,town,AA,AA.01,,,,x\nDun,,town,AA,AA.02,,,,x\nDun,,admin1,AA,,,AA.01,,x\n")

    assert len(world.lookup("Dun")) == 3


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("river,Long River,,91,0,AA,,x\n", r"features\.csv, line 2 \(Long River\): 91\.0, 0\.0 is not on the globe"),
        ("river,Long River,,nan,0,AA,,x\n", "is not on the globe"),
        ("river,Long River,,north,0,AA,,x\n", "must be numbers"),
        ("river,Long River,,1,0,ZZ,,x\n", "ZZ is not in the gazetteer"),
        ("river,Long River,,1,0,AA,,\n", "source must be given"),
    ],
)
def test_a_wrong_feature_is_named(small, lines, said):
    with pytest.raises(ConfigError, match=said):
        small("", features=lines)


def test_a_feature_that_stands_twice_cannot_be_pointed_at(small):
    with pytest.raises(ConfigError, match="stands for 2 lines of"):
        small("Dun,,region,AA,,,feature:Twin,,x\n", features="lake,Twin,,1,1,AA,,x\nlake,Twin,,2,2,AA,,x\n")


def test_a_file_with_other_columns_or_letters_is_refused(tmp_path):
    sources = arland(tmp_path, "")
    (tmp_path / "places.csv").write_text("name,level\nDun,town\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"places\.csv, line 1: the columns must be name,aliases,level"):
        list(sources.supplement())
    (tmp_path / "places.csv").write_bytes("name\nZürich\n".encode("latin-1"))
    with pytest.raises(ConfigError, match=r"places\.csv: is not UTF-8"):
        list(sources.supplement())


def test_the_shipped_sources_can_be_read():
    sources = Sources()

    assert len(list(sources.supplement())) > 400
    assert all(line["origin"] for line in sources.supplement())


# --- built once, whole, and again when it must be


def test_several_processes_that_start_at_once_make_one_whole_index(tmp_path):
    script = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from ascribe.gazetteer import indexfolder\n"
        "from ascribe.gazetteer.indexfile import Writer\n"
        "def slow(path, tell):\n"
        "    print('built', flush=True)\n"
        "    time.sleep(0.5)\n"
        "    with Writer(path, 10) as writer:\n"
        "        writer.layer((1, 'x', '', '', '', ''))\n"
        "indexfolder.ensure_index(None, Path(sys.argv[1]), slow)\n"
    )
    started = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True) for _ in range(4)]

    said = [process.communicate(timeout=60)[0] for process in started]

    assert sorted(said) == ["", "", "", "built\n"]
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".json", ".sqlite"]


def test_a_builder_that_was_killed_does_not_keep_others_waiting(tmp_path):
    (tmp_path / f"places-{indexfolder.stamp()}.lock").write_bytes(b"")

    path = indexfolder.ensure_index(None, tmp_path, little)

    assert indexfolder.ready(path)


def test_a_build_that_fails_leaves_nothing_behind(tmp_path):
    def broken(path, tell):
        with Writer(path, 10):
            raise OSError("no space left")

    with pytest.raises(
        ConfigError, match=r"cannot be written there \(no space left\); make room there, or name another folder with ASCRIBE_CACHE"
    ):
        indexfolder.ensure_index(None, tmp_path, broken)
    assert list(tmp_path.iterdir()) == []


def little(path, tell):
    with Writer(path, 10) as writer:
        writer.layer((1, "x", "", "", "", ""))
        for number in range(2000):
            writer.place((number, f"Place {number}", "town", *[None] * 11, None))
            writer.names(number, {f"place {number}": 0})


def cut(path):
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def altered(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def emptied(path):
    path.write_bytes(b"")


def another_layout(path):
    content = bytearray(path.read_bytes())
    content[60:64] = (indexfile.LAYOUT - 1).to_bytes(4, "big")
    path.write_bytes(bytes(content))
    path.with_suffix(".json").unlink()


def no_database(path):
    path.write_bytes(b"half a file of something else" * 1000)


def without_seal(path):
    path.with_suffix(".json").write_text("{half", encoding="utf-8")


@pytest.mark.parametrize("harm", [cut, altered, emptied, another_layout, no_database, without_seal], ids=lambda harm: harm.__name__)
def test_a_damaged_index_is_built_again(tmp_path, harm):
    path = indexfolder.ensure_index(None, tmp_path, little)
    harm(path)

    assert not indexfolder.ready(path)
    assert indexfolder.ensure_index(None, tmp_path, little) == path
    assert indexfolder.ready(path)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM place").fetchone() == (2000,)


def test_a_copy_of_the_index_is_as_good(tmp_path):
    path = indexfolder.ensure_index(None, tmp_path, little)
    path.write_bytes(path.read_bytes())

    built_again = []
    indexfolder.ensure_index(built_again.append, tmp_path, lambda *_: built_again.append("built"))

    assert built_again == []


def test_names_are_the_same_whether_they_were_spilled_or_not(tmp_path, monkeypatch):
    little(tmp_path / "kept.sqlite", None)
    monkeypatch.setattr(indexfile, "_KEPT", 100)
    little(tmp_path / "spilled.sqlite", None)

    kept, spilled = (sqlite3.connect(tmp_path / f"{n}.sqlite").execute("SELECT * FROM name").fetchall() for n in ("kept", "spilled"))
    assert kept == spilled
    assert len(kept) == 2000


def test_a_cache_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("")
    monkeypatch.setenv("ASCRIBE_CACHE", str(blocked / "cache"))

    with pytest.raises(ConfigError, match="ASCRIBE_CACHE is"):
        indexfolder.cache_folder()
    with pytest.raises(ConfigError, match=r"\$\.cache: "):
        indexfolder.cache_folder(str(blocked / "cache"))
