"""Help, version and settings: what the command line says of itself."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from ascribe import __version__
from ascribe.cli import app


def run(*args):
    return CliRunner().invoke(app, [str(a) for a in args])


def test_version():
    assert run("--version").stdout == f"ascribe {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["-h"], ["code", "--help"], ["settings", "--help"]])
def test_help_is_there(args):
    result = run(*args)

    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_help_has_examples_and_says_what_programs_may_rely_on():
    shown = run("code", "--help").stdout

    assert "ascribe code report.txt --published 2025-05-15" in shown
    assert "json    the contract for programs" in shown
    assert "Exit status: 0 all coded" in shown


def test_help_loads_nothing_that_a_run_needs():
    loaded = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "ascribe", "--help"], capture_output=True, text=True, check=True
    ).stderr

    for heavy in ("rich", "sqlite3", "ascribe.pipeline", "ascribe.read", "multiprocessing", "numpy"):
        assert f" {heavy}\n" not in loaded, heavy


def test_settings_print_what_is_in_force(tmp_path):
    path = tmp_path / "s.toml"
    path.write_text("[output]\nprocesses = 3\n", encoding="utf-8")

    assert "processes = 3" in run("settings", "--settings", path).stdout
    assert json.loads(run("settings", "--json").stdout)["engine"] == "auto"


def test_settings_choose_the_format(tmp_path):
    report, path = tmp_path / "a.txt", tmp_path / "s.toml"
    report.write_text("Gunmen killed three people in Quetta.", encoding="utf-8")
    path.write_text("[output]\nformat = 'json'\n", encoding="utf-8")

    assert run("code", report, "--settings", path).stdout.startswith("{")
    assert run("code", report, "--settings", path, "--format", "csv").stdout.startswith("document_id,")
