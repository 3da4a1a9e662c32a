"""The documentation is true: tables are fresh, every code and field is named, examples run."""

from __future__ import annotations

import dataclasses
import importlib.util
import re
import tomllib
from pathlib import Path

import pytest

from ascribe.model.claims import Attribution, Certainty, Claim, Contests, Effect, EventType, Granularity, Modality, Side, Stance
from ascribe.model.events import Event, RelationType, Standing
from ascribe.model.parties import Kind
from ascribe.model.places import Level
from ascribe.model.times import Basis, Precision

ROOT = Path(__file__).parent.parent
CODEBOOK = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
ENUMS = (Stance, Certainty, Contests, Granularity, Modality, Effect, Side, EventType, Standing, RelationType, Kind, Level, Basis, Precision)


def test_the_table_of_modules_is_fresh():
    spec = importlib.util.spec_from_file_location("rooms", ROOT / "tools" / "rooms.py")
    rooms = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(rooms)
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert rooms.page(text) == text, "run: python tools/rooms.py --write"


def test_the_run_in_the_readme_is_what_the_program_prints():
    spec = importlib.util.spec_from_file_location("readme", ROOT / "tools" / "readme.py")
    readme = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(readme)
    text = (ROOT / "README.md").read_text(encoding="utf-8")

    assert readme.page(text) == text, "run: python tools/readme.py --write"


def test_the_python_in_the_readme_runs(capsys):
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"```python\n(.*?)```", text, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})

    assert capsys.readouterr().out == "residents reported 6 near\n"


def test_the_python_in_reviewing_prints_what_stands_beneath_it(capsys):
    text = (ROOT / "docs" / "reviewing.md").read_text(encoding="utf-8")
    block, printed = re.search(r"```python\n(.*?)```\n\n```\n(.*?)```", text, re.DOTALL).groups()
    exec(compile(block, "reviewing.md", "exec"), {})

    assert capsys.readouterr().out == printed


@pytest.mark.parametrize("code", [member.value for codes in ENUMS for member in codes])
def test_every_code_is_in_the_codebook(code):
    assert f"`{code}`" in CODEBOOK


@pytest.mark.parametrize("field", [field.name for kind in (Claim, Attribution, Event) for field in dataclasses.fields(kind)])
def test_every_field_is_in_the_codebook(field):
    assert f"`{field}`" in CODEBOOK


def test_every_tactic_is_in_the_codebook():
    events = tomllib.loads((ROOT / "ascribe" / "knowledge" / "events.toml").read_text(encoding="utf-8"))
    things = tomllib.loads((ROOT / "ascribe" / "knowledge" / "things.toml").read_text(encoding="utf-8"))
    used = {tactic for frame in events.values() for tactic in frame.get("tactics", ())} | set(things["tactics"].values())

    assert {tactic for tactic in used if f"`{tactic}`" not in CODEBOOK} == set()


@pytest.mark.parametrize("page", sorted((ROOT / "docs").glob("*.md")), ids=lambda page: page.name)
def test_links_between_pages_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_changelog_has_an_unreleased_part():
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
