"""Settings: one tree, printable in full, and nothing in it that is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from ascribe.errors import ConfigError
from ascribe.settings import Output, Settings, load


def kept(folder: Path, text: str) -> Path:
    path = folder / "ascribe.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_file_means_the_defaults():
    assert load(None) == Settings()


def test_a_file_changes_what_it_names(tmp_path):
    chosen = load(kept(tmp_path, 'cache = "/tmp/x"\n[output]\nprocesses = 3\n'))

    assert chosen == Settings(cache="/tmp/x", output=Output(processes=3))


@pytest.mark.parametrize(
    "chosen", [Settings(), Settings(weights="w", cache='C:\\a "b"\x7f é', output=Output("csv", 4))], ids=["defaults", "all set"]
)
def test_what_is_printed_can_be_read_again(tmp_path, chosen):
    assert load(kept(tmp_path, chosen.as_toml())) == chosen


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("engin = 'fast'", r"\$\.engin: no such setting; there are: cache, engine, output, weights"),
        ("[output]\ncolour = true", r"\$\.output\.colour: no such setting; there are: format, processes"),
        ("engine = 3", r"\$\.engine: 3 is not a text in quotation marks"),
        ("engine = 'slow'", r'\$\.engine: "slow" is not one of auto, full, fast'),
        ("cache = false", r"\$\.cache: false is not a text"),
        ("output = 'csv'", r'\$\.output: is a group of settings, not "csv"; write \[output\]'),
        ("[output]\nprocesses = true", r"\$\.output\.processes: true is not a whole number"),
        ("[output]\nprocesses = 2.0", r"\$\.output\.processes: 2\.0 is not a whole number"),
        ("[output]\nprocesses = 0", r"\$\.output\.processes: 0 is less than 1"),
        ("[output]\nformat = 'xml'", r'\$\.output\.format: "xml" is not one of table, json, jsonl, csv, html'),
        ("engine = ", "not valid TOML"),
    ],
)
def test_what_is_wrong_is_told_with_its_path(tmp_path, text, message):
    with pytest.raises(ConfigError, match=message):
        load(kept(tmp_path, text))


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(ConfigError, match="name an existing TOML file"):
        load(tmp_path / "none.toml")


def test_where_files_lie_changes_nothing_that_is_coded():
    assert Settings(cache="/elsewhere").coding() == Settings().coding()


def test_what_made_a_claim_says_which_layers_of_places_were_installed():
    from ascribe.gazetteer.entries import Layer
    from ascribe.pipeline import signature

    shipped = Layer("towns", "1", "CC BY 4.0", "GeoNames", "", 1)
    own = Layer("PK", "2026-11-01", "CC BY 4.0", "GeoNames", "", 1, path="PK.sqlite")

    assert signature(Settings(), [shipped]) == signature(Settings())
    assert signature(Settings(), [shipped, own]) != signature(Settings())
