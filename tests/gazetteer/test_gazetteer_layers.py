"""Layers of the user's own: installed from GeoNames' tables whole or not at all, seen beside the index, and every bad line named."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import asdict
from pathlib import Path

import pytest

from ascribe.errors import ConfigError, ReadError
from ascribe.gazetteer import dumpfiles, indexfile, layerinstall
from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.gazetteer.layerbuild import feature_levels, level_of
from ascribe.gazetteer.layerinstall import install
from ascribe.gazetteer.userlayers import installed, remove
from ascribe.model.places import Level

from .worlds import arland, built, line, table


@pytest.fixture
def cache(tmp_path):
    """A cache with the index of a small world."""
    folder = tmp_path / "cache"
    folder.mkdir()
    supplement = "Kar,,town,AA,,,32,,general knowledge\nNorth,,admin1,AA,,,AA.01,AA BB,general knowledge\n"
    built(folder, arland(tmp_path / "data", supplement))
    return folder


def world(cache: Path) -> Gazetteer:
    return Gazetteer(next(cache.glob("places-*.sqlite")))


AA = (
    line(31, "Bel", 10.51, 20.51, "P.PPLC", people=700),
    line(32, "Cor", 10.66, 20.66, people=0),
    line(101, "Dunwad", 10.7, 20.7, others="Dunwadi,DWD,دن"),
    line(102, "Bel Airport", 10.52, 20.52, "S.AIRP"),
    line(103, "Bel Camp", 10.53, 20.53, "S.CMPRF"),
    line(104, "Long River", 10.54, 20.54, "H.STM"),
    line(105, "Deep Sea", 1, 2, "H.SEA", country="", admin1="", admin2=""),
    line(106, "Old Quarter", 10.511, 20.511, "P.PPLX"),
    line(107, "Bel Road", 10.5, 20.5, "R.RD"),
    line(12, "South Province", 9.0, 19.0, "A.ADM1", admin1="02", admin2=""),
    line(108, "Third District", 9.1, 19.1, "A.ADM2", admin1="02", admin2="9"),
    line(109, "Sub District", 9.2, 19.2, "A.ADM3", admin1="02", admin2="9"),
    line(110, "Gor", 9.15, 19.15, admin1="02", admin2="9"),
)


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/") + ".txt", content)
    return path


def named(cache: Path, name: str):
    found = world(cache).lookup(name)
    assert found, name
    return found[0]


# --- what is installed


def test_what_a_dump_knows_is_found_beside_the_index(cache, tmp_path):
    (made,) = install([table(tmp_path / "AA.txt", *AA)], cache)

    assert (made.record.name, made.record.places, made.record.not_read, made.record.bad) == ("AA", 12, 1, 0)
    levels = {
        name: named(cache, name).level.value for name in ("Dunwad", "Bel Airport", "Bel Camp", "Long River", "Deep Sea", "Old Quarter")
    }
    assert levels == {
        "Dunwad": "town",
        "Bel Airport": "site",
        "Bel Camp": "site",
        "Long River": "region",
        "Deep Sea": "sea",
        "Old Quarter": "site",
    }
    assert named(cache, "Old Quarter").point == (10.511, 20.511)
    assert not named(cache, "Old Quarter").inferred
    assert (named(cache, "Bel Airport").feature, named(cache, "Bel Airport").layer) == ("S.AIRP", "AA")
    assert named(cache, "Sub District").level is Level.ADMIN3
    assert world(cache).lookup("Bel Road") == ()
    assert world(cache).lookup("Arlandia")


def test_further_names_are_found_codes_and_other_scripts_are_not(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)

    assert named(cache, "Dunwadi").gazetteer_id == "101"
    assert world(cache).lookup("DWD") == world(cache).lookup("دن") == ()


def test_an_entry_of_the_layer_stands_for_that_of_the_index(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)

    bel = named(cache, "Bel")
    assert (bel.point, bel.population, bel.capital, bel.layer) == ((10.51, 20.51), 700, True, "AA")
    assert [e.gazetteer_id for e in world(cache).lookup("Bel")].count("31") == 1
    assert world(cache).area("AA.02").point == (9.0, 19.0)
    assert named(cache, "Cor").population == 50


def test_a_name_kept_by_hand_keeps_its_name_and_takes_the_finer_point(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)

    kar = named(cache, "Kar")
    assert (kar.name, kar.supplement, kar.point) == ("Kar", True, (10.66, 20.66))


def test_areas_are_named_and_disputes_handed_down(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)

    dunwad, gor = named(cache, "Dunwad"), named(cache, "Gor")
    assert (dunwad.admin1_name, dunwad.admin2_name, dunwad.disputed) == ("North Province", "Bel District", ("AA", "BB"))
    assert (gor.admin1_name, gor.admin2_name, gor.disputed) == ("South Province", "Third District", ())
    assert world(cache).area("AA.02.9").name == "Third District"
    assert world(cache).enclosing(gor).name == "Third District"
    assert gor.inside(world(cache).area("AA.02.9"))


def test_names_of_former_times_come_last_and_short_ones_are_found(cache, tmp_path):
    names = table(
        tmp_path / "alternateNamesV2.txt",
        "1\t101\ten\tNewname\t1\t\t\t\t\t\n",
        "2\t101\ten\tFormerly\t\t\t\t1\t1920\t1990\n",
        "3\t110\ten\tFormerly\t\t\t\t\t\t\n",
        "4\t101\ten\tDun\t\t1\t\t\t\t\n",
        "5\t101\tlink\thttps://example.org/Dunwad\t\t\t\t\t\t\n",
        "6\t999\ten\tElsewhere\t\t\t\t\t\t\n",
        "7\t101\tfa\tدنواد\t\t\t\t\t\t\n",
    )
    install([names, table(tmp_path / "AA.txt", *AA)], cache)

    assert named(cache, "Newname").gazetteer_id == named(cache, "Dun").gazetteer_id == "101"
    assert [entry.gazetteer_id for entry in world(cache).lookup("Formerly")] == ["110", "101"]
    assert world(cache).lookup("Elsewhere") == world(cache).lookup("https://example.org/Dunwad") == ()


def test_a_flag_goes_before_the_list_that_says_nothing(cache, tmp_path):
    names = table(tmp_path / "alternateNames.txt", "1\t101\t\tDunwadi\t\t\t\t1\n")
    install([table(tmp_path / "AA.txt", *AA, line(120, "Dunwadi")), names], cache)

    assert [entry.gazetteer_id for entry in world(cache).lookup("Dunwadi")] == ["120", "101"]


def test_codes_name_areas_that_are_no_places_of_the_layer(cache, tmp_path):
    codes = table(tmp_path / "admin2Codes.txt", "BB.07.3\tFar District\tFar District\t77\n", "AA.02.9\tThird\tThird\t108\n")
    install([table(tmp_path / "BB.txt", line(201, "Zed", country="BB", admin1="07", admin2="3"), AA[10]), codes], cache)

    assert named(cache, "Zed").admin2_name == "Far District"
    assert named(cache, "Third").gazetteer_id == "108"


@pytest.mark.parametrize("form", ["plain", "gz", "zip", "zip with a readme and paths", "other name", "crlf and bom"])
def test_a_table_is_told_by_its_shape(cache, tmp_path, form):
    text = "".join(AA)
    if form == "plain":
        path = table(tmp_path / "AA.txt", text)
    elif form == "gz":
        path = tmp_path / "AA.txt.gz"
        path.write_bytes(gzip.compress(text.encode(), mtime=0))
    elif form == "zip":
        path = zipped(tmp_path / "AA.zip", AA=text)
    elif form == "zip with a readme and paths":
        path = zipped(
            tmp_path / "AA.zip", readme="Read me.\nIt is free.\n", **{"..__..__etc__AA": text, "iso-languagecodes": "aaa\taaa\taa\tAfar\n"}
        )
    elif form == "other name":
        path = table(tmp_path / "AA", text)
    else:
        path = tmp_path / "AA.txt"
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    (made,) = install([path], cache)

    assert (made.record.name, made.record.places, made.record.bad) == ("AA", 12, 0)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted({"cache", "data", path.name})


def test_one_country_of_the_world(cache, tmp_path):
    world_file = table(tmp_path / "allCountries.txt", *AA, line(201, "Zed", country="BB"))
    (made,) = install([world_file], cache, country="bb")

    assert (made.record.name, made.record.places, made.record.elsewhere) == ("allCountries-BB", 1, 13)
    with pytest.raises(ReadError, match="has no place of CC; leave out --country"):
        install([world_file], cache, country="CC")


def test_installing_again_replaces_and_the_last_installed_counts(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    (again,) = install([table(tmp_path / "AA.txt", line(101, "Dunwad", 11.0, 21.0))], cache)
    install([table(tmp_path / "more.txt", line(101, "Dunwad", 12.0, 22.0))], cache)

    assert again.replaced
    assert [one.name for one in installed(cache)] == ["AA", "more"]
    assert named(cache, "Dunwad").point == (12.0, 22.0)
    assert world(cache).lookup("Gor") == ()
    assert len(list((cache / "layers").glob("*.sqlite"))) == 2


def test_a_layer_can_be_taken_away(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    remove("AA", cache)

    assert world(cache).lookup("Dunwad") == ()
    assert list((cache / "layers").iterdir()) == []
    with pytest.raises(ConfigError, match="AA: no layer of that name; none is installed"):
        remove("AA", cache)


def test_the_terms_and_the_source_are_recorded(cache, tmp_path):
    path = table(tmp_path / "AA.txt", *AA)
    install([path], cache)

    layer = world(cache).layers()[-1]
    (record,) = installed(cache)
    assert (layer.name, layer.licence, layer.rows, layer.source) == ("AA", "CC BY 4.0", 12, "AA.txt")
    assert "GeoNames" in layer.attribution
    assert Path(layer.path).parent == cache / "layers"
    assert record.files[0].path == str(path.resolve())
    assert (record.files[0].size, len(record.files[0].content), record.files[0].date[:2]) == (path.stat().st_size, 32, "20")


@pytest.mark.parametrize(
    ("kind", "code", "level"),
    [
        ("A", "PCLI", "country"),
        ("A", "ADM1", "admin1"),
        ("A", "ADM2", "admin2"),
        ("A", "ADM4", "admin3"),
        ("A", "ADM1H", "region"),
        ("P", "PPL", "town"),
        ("P", "PPLX", "site"),
        ("P", "", "town"),
        ("S", "AIRP", "site"),
        ("S", "BDG", "site"),
        ("L", "RGN", "region"),
        ("L", "MILB", "site"),
        ("H", "GULF", "sea"),
        ("H", "LK", "region"),
        ("T", "MTS", "region"),
        ("T", "PASS", "site"),
        ("T", "ISL", "region"),
        ("V", "FRST", "region"),
        ("S", "ATM", None),
        ("R", "RD", None),
        ("U", "BSNU", None),
        ("", "", None),
    ],
)
def test_what_a_feature_is_to_us(kind, code, level):
    assert level_of(kind, code) == (Level(level) if level else None)


def test_the_table_of_features_has_a_line_for_each_class():
    assert {kind for kind, code in feature_levels() if code == "*"} == set("AHLPRSTUV")


# --- damaged tables


def test_bad_lines_are_counted_named_and_left_out(cache, tmp_path):
    good = line(301, "Good")
    path = tmp_path / "AA.txt"
    path.write_bytes(
        b"".join(
            (
                good.encode(),
                b"302\ttoo\tfew\n",
                line(303, "Nan", "nan", 1).encode(),
                line(304, "Far", 999, 1).encode(),
                line(305, "Inf", 1, "inf").encode(),
                line(306, "Z\x00ed").encode(),
                line(307, "Zürich").encode("latin-1"),
                good.encode(),
                line("x", "No number").encode(),
                line(308, "").encode(),
                line(309, "Huge", others="x" * 200_000).encode(),
                line(310, "Escape\x1b[31m").encode(),
                line(311, "Many", people=-5).encode(),
                line(0, "Zero").encode(),
                b"\n",
                line(312, "Last").rstrip("\n").encode(),
            )
        )
    )
    (made,) = install([path], cache)

    assert (made.record.places, made.record.bad, len(made.troubles)) == (2, 13, 10)
    assert [trouble.partition(": ")[2] for trouble in made.troubles] == [
        "has 3 columns, not 19",
        "latitude and longitude are 'nan' and '1'",
        "999, 1 is not on the globe",
        "latitude and longitude are '1' and 'inf'",
        "has the character U+0000",
        "is not UTF-8 (byte 6)",
        "the number 301 stands for another line already",
        "the number is 'x'",
        "has no name",
        "is longer than 131,072 bytes",
    ]
    assert made.troubles[0].startswith("AA.txt, line 2: ")
    assert named(cache, "Last").gazetteer_id == "312"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "is no table of GeoNames (it is empty)"),
        ("words.txt", b"Police said three people were killed.\n", "its lines have 1 column between tabs"),
        ("AA.zip", b"PK\x03\x04 half an archive", "is damaged or cut short"),
        ("AA.gz", b"\x1f\x8b half", "is damaged or cut short"),
        ("hierarchy.txt", b"1\t2\tADM\n", "its lines have 3 columns between tabs"),
        ("picture.jpg", bytes(range(256)) * 50, "is no table of GeoNames"),
        ("sheet.csv", b"a,b,c\n1,2,3\n", "is no table of GeoNames"),
    ],
)
def test_other_files_are_refused_with_the_remedy(cache, tmp_path, name, content, said):
    (tmp_path / name).write_bytes(content)

    with pytest.raises(ReadError) as refused:
        install([tmp_path / name], cache)
    assert said in str(refused.value)
    assert name in str(refused.value)
    assert ";" in str(refused.value)
    assert installed(cache) == []


def test_names_alone_are_no_layer(cache, tmp_path):
    names = table(tmp_path / "alternateNamesV2.txt", "1\t101\ten\tNewname\t\t\t\t\t\t\n")

    with pytest.raises(ReadError, match=r"further names of places, which go into a layer with its places; name both"):
        install([names], cache)


@pytest.mark.parametrize("harm", ["cut zip", "cut gz", "crc", "link inside", "password", "many members", "no text"])
def test_damaged_archives(cache, tmp_path, harm):
    path = zipped(tmp_path / "AA.zip", AA="".join(line(n, f"Place {n}") for n in range(1, 3000)))
    content = path.read_bytes()
    if harm == "cut zip":
        path.write_bytes(content[: len(content) // 2])
    elif harm == "cut gz":
        path = tmp_path / "AA.txt.gz"
        path.write_bytes(gzip.compress("".join(line(n, f"Place {n}") for n in range(1, 3000)).encode())[:-3000])
    elif harm == "crc":
        path.write_bytes(content[:3000] + bytes([content[3000] ^ 0xFF]) + content[3001:])
    elif harm == "password":
        flags = content.index(b"PK\x01\x02") + 8
        path.write_bytes(content[:flags] + b"\x01" + content[flags + 1 :])
    else:
        with zipfile.ZipFile(path, "w") as archive:
            if harm == "link inside":
                link = zipfile.ZipInfo("AA.txt")
                link.external_attr = 0o120777 << 16
                archive.writestr(link, "/etc/passwd")
            elif harm == "many members":
                for n in range(1001):
                    archive.writestr(f"{n}.txt", "")
            else:
                archive.writestr("AA.xml", "<a/>")
    with pytest.raises(ReadError, match="AA"):
        install([path], cache)
    assert installed(cache) == []
    assert not [p for p in (cache / "layers").glob("*") if p.suffix in {".sqlite", ".part"}] if (cache / "layers").exists() else True


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_links_and_things_that_are_no_files(cache, tmp_path):
    real = table(tmp_path / "AA.txt", *AA)
    (tmp_path / "link.txt").symlink_to(real)
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")

    assert install([tmp_path / "link.txt"], cache)[0].record.name == "link"
    for name, said in (("lost.txt", "leads nowhere"), ("pipe", "no plain file"), ("none", "no such file"), ("data", "is a folder")):
        with pytest.raises(ReadError, match=said):
            install([tmp_path / name], cache)


def test_a_file_with_more_bad_lines_than_good_ones_is_given_up(cache, tmp_path):
    path = table(tmp_path / "AA.txt", *AA, *("not\ta\tplace\n" for _ in range(40_000)))

    with pytest.raises(ReadError, match="more bad lines than good ones"):
        install([path], cache)


def test_a_line_without_an_end_is_given_up(monkeypatch):
    monkeypatch.setattr(dumpfiles, "ENDLESS", 1 << 20)

    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, room):
            room[:] = b"x" * len(room)
            return len(room)

    with pytest.raises(EOFError, match="no end"):
        next(dumpfiles.lines(io.BufferedReader(Endless())))


# --- installs that are cut short, and layers that are damaged


def test_an_install_that_fails_leaves_the_old_state_whole(cache, tmp_path):
    path = table(tmp_path / "AA.txt", *AA)
    install([path], cache)
    path.write_bytes(gzip.compress("".join(line(n, f"P {n}") for n in range(400, 9000)).encode())[:-2000])

    with pytest.raises(ReadError, match="cut short"):
        install([path], cache)
    assert named(cache, "Dunwad").layer == "AA"
    assert sorted(p.suffix for p in (cache / "layers").iterdir()) == [".json", ".sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals end otherwise there")
def test_an_install_that_is_killed_leaves_the_old_state_whole(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    table(tmp_path / "AA.txt", *(line(n, f"P {n}") for n in range(400, 90_000)))
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from ascribe.gazetteer.layerinstall import install\n"
        "install([Path(sys.argv[1])], Path(sys.argv[2]), progress=lambda said: os.kill(os.getpid(), 9) if '40,000' in said else None)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(tmp_path / "AA.txt"), str(cache)], check=False)

    assert killed.returncode == -9
    assert named(cache, "Dunwad").layer == "AA"
    install([table(tmp_path / "AA.txt", *AA[:3])], cache)
    assert sorted(p.suffix for p in (cache / "layers").iterdir()) == [".json", ".sqlite"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
def test_a_full_disk_leaves_the_old_state_whole(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    table(tmp_path / "AA.txt", *(line(n, f"P {n}") for n in range(400, 9000)))
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from ascribe.gazetteer.layerinstall import install\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))\n"
        "install([Path(sys.argv[1])], Path(sys.argv[2]))\n"
    )
    full = subprocess.run([sys.executable, "-c", script, str(tmp_path / "AA.txt"), str(cache)], capture_output=True, text=True, check=False)

    assert "cannot be written there" in full.stderr.splitlines()[-1]
    assert named(cache, "Dunwad").layer == "AA"
    assert sorted(p.suffix for p in (cache / "layers").iterdir()) == [".json", ".sqlite"]


def older(cache: Path) -> None:
    record = next((cache / "layers").glob("*.json"))
    record.write_text(json.dumps(json.loads(record.read_text()) | {"layout": indexfile.LAYOUT - 1}), encoding="utf-8")


def cut(cache: Path) -> None:
    path = next((cache / "layers").glob("*.sqlite"))
    path.write_bytes(path.read_bytes()[:5000])


def altered(cache: Path) -> None:
    path = next((cache / "layers").glob("*.sqlite"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def gone(cache: Path) -> None:
    next((cache / "layers").glob("*.sqlite")).unlink()


@pytest.mark.parametrize("harm", [older, cut, altered, gone], ids=lambda harm: harm.__name__)
def test_a_layer_is_made_again_from_its_tables(cache, tmp_path, harm):
    install([zipped(tmp_path / "AA.zip", AA="".join(AA), readme="x")], cache, country="AA")
    harm(cache)
    with pytest.raises(ConfigError, match="install it again"):
        world(cache)

    said = []
    layerinstall.ensure(cache, said.append)

    assert named(cache, "Dunwad").layer == "AA"
    assert world(cache).lookup("Deep Sea") == ()
    assert installed(cache)[0].country == "AA"
    assert said


@pytest.mark.parametrize("harm", [older, cut, gone], ids=lambda harm: harm.__name__)
@pytest.mark.parametrize("source", ["gone", "another"])
def test_a_layer_whose_tables_are_gone_is_refused_with_the_remedy(cache, tmp_path, harm, source):
    path = table(tmp_path / "AA.txt", *AA)
    install([path], cache)
    harm(cache)
    path.unlink() if source == "gone" else table(path, *AA[1:])

    with pytest.raises(ConfigError) as refused:
        layerinstall.ensure(cache)
    assert "install it again (ascribe gazetteer install AA.txt) or remove it (ascribe gazetteer remove AA)" in str(refused.value)
    remove("AA", cache)
    layerinstall.ensure(cache)
    assert world(cache).lookup("Bel")


@pytest.mark.parametrize("content", ["", "{half", "[]", "{}", '{"files": [], "seal": {}}', '{"files": 3, "seal": 4}'])
def test_a_damaged_record_is_refused_and_can_be_removed(cache, tmp_path, content):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    (cache / "layers" / "AA.json").write_text(content, encoding="utf-8")

    with pytest.raises(ConfigError, match="the layer AA of the gazetteer has a damaged record; install it again"):
        layerinstall.ensure(cache)
    remove("AA", cache)
    assert list((cache / "layers").iterdir()) == []


def test_a_record_cannot_lead_out_of_its_folder(cache, tmp_path):
    install([table(tmp_path / "AA.txt", *AA)], cache)
    (record,) = installed(cache)
    (cache / "layers" / "AA.json").write_text(json.dumps(asdict(record) | {"index": "../../x.sqlite"}), encoding="utf-8")

    with pytest.raises(ConfigError, match="damaged record"):
        layerinstall.ensure(cache)


@pytest.mark.parametrize(
    ("known", "said"),
    [
        ({"country": "Pakistan"}, "is no ISO code"),
        ({"name": "../x"}, "use letters, digits"),
        ({"name": ""}, "use letters, digits"),
    ],
)
def test_wrong_wishes_are_refused(cache, tmp_path, known, said):
    with pytest.raises(ConfigError, match=said):
        install([table(tmp_path / "AA.txt", *AA)], cache, **known)


def test_each_table_of_places_is_a_layer(cache, tmp_path):
    first, second = table(tmp_path / "AA.txt", *AA), table(tmp_path / "BB.txt", line(201, "Zed", country="BB"))

    assert [made.record.name for made in install([first, second], cache)] == ["AA", "BB"]
    with pytest.raises(ConfigError, match="install them one by one"):
        install([first, second], cache, name="mine")
    with pytest.raises(ConfigError, match="both be the layer AA"):
        install([first, first], cache)


# --- size


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is told otherwise there")
def test_a_large_table_takes_no_more_memory_than_a_small_one(cache, tmp_path):
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from ascribe.gazetteer.layerinstall import install\n"
        "(made,) = install([Path(sys.argv[1])], Path(sys.argv[2]))\n"
        "print(made.record.places, Path('/proc/self/status').read_text().partition('VmHWM:')[2].split()[0])\n"
    )
    table(tmp_path / "AA.txt", *(line(n, f"Place {n}", others=f"Spot {n}") for n in range(1000, 1_001_000)))
    places, peak = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "AA.txt"), str(cache)], capture_output=True, text=True, check=True
    ).stdout.split()

    assert places == "1000000"
    assert int(peak) / 1024 < 150
