"""The Python face: what it offers, and that its examples are true."""

from __future__ import annotations

import doctest
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import ascribe
from ascribe.api import Job, Manner, coded
from ascribe.model.text import Document
from ascribe.pipeline import WEIGHTS

TEXT = "Police said gunmen killed three people in Quetta on Monday."


def test_all_is_sorted_complete_and_there():
    assert ascribe.__all__ == sorted(ascribe.__all__)
    for name in ascribe.__all__:
        assert getattr(ascribe, name) is not None
    own = {name for name, value in vars(ascribe).items() if getattr(value, "__module__", None) == "ascribe" and not name.startswith("_")}
    assert own <= set(ascribe.__all__)


def test_what_is_not_there_is_told():
    with pytest.raises(AttributeError, match="has no attribute 'coder'"):
        ascribe.coder  # noqa: B018


def test_the_examples_in_the_docstrings_are_true():
    failed, tried = doctest.testmod(ascribe)

    assert failed == 0
    assert tried >= 8


def test_every_public_function_has_an_example():
    for name in ("code", "code_many", "to_records"):
        assert ">>>" in getattr(ascribe, name).__doc__, name


def test_importing_it_loads_nothing_heavy():
    seen = "import ascribe, sys; print(*sorted(m for m in sys.modules if m.startswith(('ascribe', 'rich', 'typer', 'sqlite3', 'json'))))"
    loaded = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True).stdout.split()

    assert loaded == ["ascribe", "ascribe.errors"]


def test_a_text_and_a_file_with_the_same_words_are_coded_alike(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")

    assert ascribe.code(TEXT, published="2025-05-15") == ascribe.code(path, published="2025-05-15")


def test_the_outlet_is_taken():
    assert ascribe.code(TEXT, outlet="The Post").document.publisher == "The Post"


def test_half_characters_in_a_text_are_replaced():
    assert ascribe.code(f"{TEXT} \ud800").document.text == f"{TEXT} \ufffd"


@pytest.mark.parametrize("text", ["", " \n ", "\0\1\2\3"], ids=["empty", "blank", "binary"])
def test_what_cannot_be_read_is_raised(text):
    with pytest.raises(ascribe.ReadError, match="the text"):
        ascribe.code(text)


@pytest.mark.parametrize("day", ["20250515", "15 May 2025", "2025-02-30", ""])
def test_a_wrong_day_is_raised(day):
    with pytest.raises(ascribe.ConfigError, match="YYYY-MM-DD"):
        ascribe.code(TEXT, published=day)


def test_many_take_texts_files_folders_and_documents(tmp_path):
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{TEXT} {name}", encoding="utf-8")

    found = list(ascribe.code_many([TEXT, tmp_path, tmp_path / "b.txt", Document.of(TEXT, published="2025-05-15")]))

    assert [reading.document.text[-2:] for reading in found] == ["y.", " a", " b", " b", "y."]


def test_many_go_on_where_errors_are_taken(tmp_path):
    problems: list[ascribe.ReadError] = []

    found = list(ascribe.code_many(["", TEXT, tmp_path / "none.txt"], on_error=problems.append))

    assert len(found) == 1
    assert ["is empty" in str(problems[0]), "no such file" in str(problems[1])] == [True, True]
    with pytest.raises(ascribe.ReadError):
        list(ascribe.code_many([TEXT, ""]))


def test_the_index_lies_where_the_settings_say(tmp_path):
    from ascribe.api import index

    built = index(ascribe.Settings())
    (tmp_path / built.name).symlink_to(built)

    assert index(ascribe.Settings(cache=str(tmp_path))) == tmp_path / built.name


def test_weights_of_ones_own_are_taken_and_told_apart(tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(WEIGHTS, mine)
    manifest = json.loads((mine / "manifest.json").read_text(encoding="utf-8"))
    (mine / "manifest.json").write_text(json.dumps({**manifest, "name": "mine"}), encoding="utf-8")
    shipped, own = (ascribe.code(TEXT, settings=chosen) for chosen in (ascribe.Settings("full"), ascribe.Settings("full", str(mine))))

    assert [claim.quote for claim in own.claims] == [claim.quote for claim in shipped.claims]
    assert own.claims[0].made_by != shipped.claims[0].made_by


@pytest.mark.parametrize("engine", ["auto", "full"])
def test_weights_that_are_not_there_are_told(tmp_path, engine):
    with pytest.raises(ascribe.BackendError, match=r"no encoder in .*nowhere.*--engine fast"):
        ascribe.code(TEXT, settings=ascribe.Settings(engine, str(tmp_path / "nowhere")))


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("x")

    with pytest.raises(ascribe.ConfigError, match=r"\$\.cache: .* no folder can be made there"):
        ascribe.code(TEXT, settings=ascribe.Settings(cache=str(tmp_path / "file" / "in")))


def test_a_fault_of_ours_is_an_outcome_that_names_the_document():
    def broken(document, settings):
        raise ZeroDivisionError("over\nzero")

    outcome = coded(Job("a\nb.txt", TEXT.encode()), Manner(ascribe.Settings()), read=broken)

    assert outcome.record is None
    assert outcome.problem.startswith("a\\nb.txt: could not be coded (ZeroDivisionError: over zero); a fault of ascribe")


def test_it_is_typed():
    assert (Path(ascribe.__file__).parent / "py.typed").exists()
