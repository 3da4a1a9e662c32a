"""`ascribe gazetteer`: what it prints, and how it ends."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ascribe.cli import app
from ascribe.gazetteer import indexfolder
from tests.make import interrupted

from .gazetteer.worlds import line, table


@pytest.fixture(scope="module")
def index() -> Path:
    return indexfolder.ensure_index()


@pytest.fixture
def cache(index, tmp_path):
    """A cache of its own with the index of the world."""
    folder = tmp_path / "cache"
    folder.mkdir()
    for path in (index, index.with_suffix(".json")):
        try:
            os.link(path, folder / path.name)
        except OSError:
            shutil.copy2(path, folder / path.name)
    return folder


@pytest.fixture
def run(cache):
    def invoke(*args):
        return CliRunner().invoke(app, ["gazetteer", *map(str, args)], env={"ASCRIBE_CACHE": str(cache)})

    return invoke


@pytest.mark.parametrize("args", [["--help"], ["install", "--help"], ["remove", "--help"], ["list", "--help"], ["search", "--help"]])
def test_help_is_there(run, args):
    assert "Usage: " in run(*args).stdout


def test_help_has_examples(run):
    assert "ascribe gazetteer install PK.zip alternateNamesV2.zip" in run("install", "--help").stdout
    assert "ascribe gazetteer search Tripoli --near Beirut" in run("search", "--help").stdout


def test_a_layer_from_install_to_removal(run, tmp_path):
    assert run("search", "Dunwadpur").exit_code == 1
    made = run("install", table(tmp_path / "AA.txt", line(900_000_00, "Dunwadpur", 30.0, 67.0, country="PK", admin1="02"), "bad\tline\n"))

    assert made.exit_code == 0
    assert "AA: installed\n  1 places with 1 names" in made.stdout
    assert "AA.txt, line 2: has 2 columns, not 19" in made.stdout
    assert "CC BY 4.0" in made.stdout
    found = run("search", "Dunwadpur")
    assert (found.exit_code, "layer AA" in found.stdout, "Balochistan, PK" in found.stdout) == (0, True, True)
    assert "in the place of the layer of that name" in run("install", tmp_path / "AA.txt").stdout
    listed = run("list").stdout
    assert "AA" in listed.partition("Your own layers")[2]
    assert run("layers").stdout == listed
    assert run("remove", "AA").stdout == "AA: removed\n"
    assert "none; ascribe gazetteer install" in run("list").stdout


def test_what_is_coded_sees_the_layer(run, cache, tmp_path):
    (tmp_path / "report.txt").write_text("Gunmen killed three people in Dunwadpur, Balochistan, on 3 March 2024.", encoding="utf-8")
    run("install", table(tmp_path / "AA.txt", line(90_000_000, "Dunwadpur", 30.0, 67.0, country="PK", admin1="02", admin2="")))

    shown = subprocess.run(
        [sys.executable, "-m", "ascribe", "code", str(tmp_path / "report.txt"), "-f", "json"],
        env={**os.environ, "ASCRIBE_CACHE": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert '"gazetteer_id": "90000000"' in json.dumps(json.loads(shown.stdout))


def test_the_list_as_json(run):
    shown = json.loads(run("list", "--json").stdout)

    assert {"towns", "areas", "countries", "seas", "supplement"} <= {layer["name"] for layer in shown["layers"]}
    assert all(layer["licence"] and layer["attribution"] and layer["rows"] for layer in shown["layers"])
    assert Path(shown["index"]["path"]).exists()


def test_a_damaged_layer_is_shown_and_can_be_removed(run, cache, tmp_path):
    run("install", table(tmp_path / "AA.txt", line(90_000_000, "Dunwadpur")))
    next((cache / "layers").glob("*.sqlite")).write_bytes(b"")
    (tmp_path / "AA.txt").unlink()

    assert "! the layer AA of the gazetteer has a damaged index; install it again" in run("list").stdout
    refused = run("search", "Quetta")
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "ascribe gazetteer remove AA" in refused.stderr
    assert run("remove", "AA").exit_code == 0
    assert run("search", "Quetta").exit_code == 0


def test_a_search_as_json(run):
    shown = json.loads(run("search", "Quetta", "--json", "--limit", "1").stdout)

    assert (len(shown["found"]), shown["found"][0]["country"], shown["similar"]) == (1, "PK", [])
    assert shown["found"][0]["reasons"][0] == "its name"


def test_a_search_without_an_answer_suggests(run):
    shown = run("search", "Mosool")

    assert shown.exit_code == 1
    assert shown.stdout.startswith("no place of the name “Mosool”\ndid you mean:\n")
    assert "Mosul" in shown.stdout
    elsewhere = run("search", "Quetta", "--country", "ir").stdout
    assert "no place of the name “Quetta” in IR\nof that name in other countries:" in elsewhere
    assert "and none like it" in run("search", "Xqzzyt").stdout


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (["search", "Quetta", "--near", "999,1"], 2, "--near 999,1: is neither"),
        (["search", "Quetta", "--country", "Iran"], 2, "Iran is IR"),
        (["search"], 2, "NAME"),
        (["install"], 2, "FILE"),
        (["install", "none.zip"], 1, "none.zip: no such file"),
        (["install", __file__], 1, "is no table of GeoNames"),
        (["remove", "AA"], 2, "AA: no layer of that name; none is installed"),
        (["list", "--settings", "none.toml"], 2, "name an existing TOML file"),
    ],
)
def test_what_goes_wrong_is_told_in_one_line(run, args, status, said):
    result = run(*args)

    assert (result.exit_code, result.stdout) == (status, "")
    assert said in result.stderr


def test_the_settings_say_where_the_layers_are(run, index, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    for path in (index, index.with_suffix(".json")):
        shutil.copy2(path, other / path.name)
    (tmp_path / "s.toml").write_text(f"cache = {json.dumps(str(other))}\n", encoding="utf-8")

    run("install", table(tmp_path / "AA.txt", line(90_000_000, "Dunwadpur")), "--settings", tmp_path / "s.toml")

    assert run("search", "Dunwadpur", "--settings", tmp_path / "s.toml").exit_code == 0
    assert run("search", "Dunwadpur").exit_code == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals end otherwise there")
def test_ctrl_c_during_an_install_changes_nothing(cache, tmp_path):
    table(tmp_path / "AA.txt", *(line(n, f"Place {n}") for n in range(1, 200_000)))
    ended = interrupted(
        ["gazetteer", "install", str(tmp_path / "AA.txt")],
        lambda: list(cache.glob("layers/*.part")),
        settle=0.3,
        env={**os.environ, "ASCRIBE_CACHE": str(cache)},
    )

    assert ended == (130, b"", b"ascribe: interrupted\n")
    assert list((cache / "layers").iterdir()) == []
