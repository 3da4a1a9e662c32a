"""The command line: what it prints, where, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from ascribe.cli import app
from tests.make import interrupted

TEXT = "Police said gunmen killed three people in Quetta on Monday."
OTHER = "The army said it shot dead two rebels near Bria on Sunday."


@pytest.fixture
def folder(tmp_path):
    """Two reports, and beside them what cannot be read."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")
    return tmp_path


def run(*args, stdin=None, env=None):
    return CliRunner().invoke(app, [str(a) for a in args], input=stdin, env=env)


def program(*args, **known):
    return subprocess.run([sys.executable, "-m", "ascribe", *map(str, args)], capture_output=True, check=False, **known)


# --- what is printed


def test_one_document_is_one_object(folder):
    result = run("code", folder / "a.txt", "--published", "2025-05-15", "--outlet", "The Post", "--format", "json")

    coded = json.loads(result.stdout)
    assert result.exit_code == 0
    assert (coded["document"]["published"], coded["document"]["publisher"]) == ("2025-05-15", "The Post")
    assert coded["claims"][0]["fatalities"]["best"] == 3
    assert result.stderr == ""


def test_several_documents_are_one_object_a_line(folder):
    result = run("code", folder, "--format", "json", "--published", "2025-05-15")

    assert [json.loads(line)["document"]["text"] for line in result.stdout.splitlines()] == [TEXT, OTHER]


def test_jsonl_is_one_line_also_for_one_document(folder):
    assert run("code", folder / "a.txt", "--format", "jsonl").stdout.count("\n") == 1


def test_the_table_is_what_is_printed_unless_said(folder):
    result = run("code", folder / "a.txt")

    assert "who       gunmen → three people" in result.stdout
    assert "no publication date is known" in result.stdout
    assert result.stderr == ""


def test_csv_has_one_header_for_all(folder):
    rows = list(csv.DictReader(io.StringIO(run("code", folder, "--format", "csv").stdout)))

    assert [row["fatalities_best"] for row in rows if row["fatalities_best"]] == ["3", "2"]


def test_html_is_one_page_for_all(folder):
    page = run("code", folder, "--format", "html").stdout

    assert page.count("<!doctype html>") == 1
    assert page.count('<section class="document"') == 2


def test_a_dash_is_standard_input(folder):
    result = run("code", folder / "b.txt", "-", "--format", "json", stdin=TEXT)

    assert [json.loads(line)["document"]["text"] for line in result.stdout.splitlines()] == [OTHER, TEXT]


def test_columns_says_how_wide_the_table_is(folder):
    narrow = run("code", folder / "a.txt", env={"COLUMNS": "70"}).stdout
    wide = run("code", folder / "a.txt", env={"COLUMNS": "150"}).stdout

    assert max(map(len, narrow.splitlines())) <= 70
    assert "in which words" in wide


def test_no_colours_outside_a_terminal(folder):
    assert "\x1b" not in run("code", folder / "a.txt", env={"FORCE_COLOR": "1"}).stdout


# --- what goes wrong


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (bytes(range(256)), "not text"),
        (b"PK\x03\x04zip", "ZIP archive"),
        (b"12 34", "has no words"),
    ],
    ids=["empty", "blank", "binary", "archive", "numbers"],
)
def test_a_broken_document_is_told_and_the_others_are_coded(folder, content, reason):
    (folder / "aa.txt").write_bytes(content)

    result = run("code", folder, "--format", "jsonl", "--published", "2025-05-15")

    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"ascribe: {folder / 'aa.txt'}: ")
    assert reason in line


def test_a_missing_file_is_told(folder):
    result = run("code", folder / "none.txt", folder / "a.txt", "--format", "jsonl", "--quiet")

    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 1)
    assert "no such file; check the path" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_broken_entry_of_a_folder_is_told_in_its_place(folder):
    (folder / "aa.txt").symlink_to(folder / "nowhere.txt")

    result = run("code", folder, "--format", "jsonl", "--quiet")

    assert (result.exit_code, len(result.stdout.splitlines())) == (1, 2)
    assert "aa.txt: no such file" in result.stderr


def test_an_empty_folder_is_told(tmp_path):
    result = run("code", tmp_path)

    assert (result.exit_code, result.stdout) == (1, "")
    assert "no file to read in this folder" in result.stderr


def test_no_date_is_told_once_for_all(folder):
    result = run("code", folder, "--format", "jsonl")

    assert result.exit_code == 0
    (line,) = result.stderr.splitlines()
    assert "a.txt" in line
    assert "b.txt: no publication date is known" in line


def test_many_documents_with_a_note_are_counted(folder):
    for number in range(6):
        (folder / f"c{number}.txt").write_text(TEXT, encoding="utf-8")

    assert "8 of 8 documents (" in run("code", folder, "--format", "jsonl").stderr


def test_another_language_is_told(tmp_path):
    path = tmp_path / "fr.txt"
    path.write_text(
        "La police a déclaré que trois personnes ont été tuées lundi dans un attentat contre un marché de la ville.", encoding="utf-8"
    )

    result = run("code", path, "--format", "json", "--published", "2025-05-15")

    assert result.exit_code == 0
    assert "not in English" in result.stderr
    assert "not in English" in run("code", path, "--published", "2025-05-15").stdout


def test_quiet_leaves_only_errors(folder):
    result = run("code", folder, folder / "none.txt", "--format", "jsonl", "--quiet")

    assert len(result.stderr.splitlines()) == 1
    assert "none.txt" in result.stderr


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--published", "20250515"], "no day of the form YYYY-MM-DD, such as 2025-05-15"),
        (["--published", "2025-02-30"], "no day of the form YYYY-MM-DD"),
        (["--format", "xml"], "xml"),
        (["-j", "0"], "-j"),
        (["--settings", "none.toml"], "name an existing TOML file"),
        (["-o", "no/such/folder/x.json"], "there is no folder"),
        (["--colour"], "--colour"),
    ],
)
def test_wrong_usage_ends_with_2(folder, args, said):
    result = run("code", folder, *args)

    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


def test_no_path_and_no_case_is_wrong_usage(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    result = run("code")

    assert result.exit_code == 2
    assert "name files or folders" in result.stderr


def test_a_wrong_setting_is_told_with_its_path(folder):
    path = folder / "s.toml"
    path.write_text("[output]\nformatt = 'csv'\n", encoding="utf-8")

    result = run("code", folder / "a.txt", "--settings", path)

    assert result.exit_code == 2
    assert "$.output.formatt: no such setting; there are: format, processes" in result.stderr


# --- files that are written


def test_a_file_is_written_whole(folder):
    target = folder / "out.jsonl"
    target.write_text("old", encoding="utf-8")

    result = run("code", folder / "a.txt", "-o", target, "--format", "jsonl")

    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_bytes() == run("code", folder / "a.txt", "--format", "jsonl").stdout.encode()
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "out.jsonl"]


def test_the_old_file_stays_if_nothing_could_be_coded(folder):
    target = folder / "out.json"
    target.write_text("old", encoding="utf-8")

    result = run("code", folder / "none.txt", "-o", target, "--format", "json")

    assert result.exit_code == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert "not written" in result.stderr
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "out.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="no limits of this kind there")
def test_the_old_file_stays_if_the_disk_is_full(folder):
    import resource

    target = folder / "out.json"
    target.write_text("old", encoding="utf-8")

    def small_disk():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    result = program("code", folder / "a.txt", "-o", target, "--format", "json", preexec_fn=small_disk)

    assert result.returncode == 1
    assert b"Traceback" not in result.stderr
    assert target.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["a.txt", "b.txt", "out.json"]


def test_a_document_is_never_written_over(folder):
    result = run("code", folder, "-o", folder / "a.txt")

    assert result.exit_code == 2
    assert (folder / "a.txt").read_text(encoding="utf-8") == TEXT


def test_a_folder_is_no_file_to_write(folder):
    assert "is a folder; name a file in it" in run("code", folder / "a.txt", "-o", folder).stderr


def test_a_dash_as_output_is_standard_output(folder):
    assert run("code", folder / "a.txt", "-o", "-", "--format", "json").stdout.startswith("{")


# --- processes


def test_two_processes_give_the_same_bytes(folder):
    for number in range(5):
        (folder / f"c{number}.txt").write_text(f"{OTHER} Report {number}.", encoding="utf-8")
    (folder / "c3.txt").write_bytes(b"\x00\x01")

    one, two = (program("code", folder, "--format", "jsonl", "-j", n) for n in (1, 2))

    assert one.returncode == two.returncode == 1
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert len(one.stdout.splitlines()) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end otherwise there")
def test_a_reader_who_leaves_early_ends_it_quietly(folder):
    for number in range(30):
        (folder / f"c{number}.txt").write_text(f"{TEXT} Report {number}. " * 40, encoding="utf-8")

    with subprocess.Popen(
        [sys.executable, "-m", "ascribe", "code", str(folder), "--format", "jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        said = running.stderr.read()

    assert b"Traceback" not in said
    assert b"BrokenPipe" not in said
    assert running.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="signals end otherwise there")
@pytest.mark.parametrize("processes", [1, 2])
def test_ctrl_c_ends_it_with_130(folder, processes):
    target = folder / "out.jsonl"
    for number in range(300):
        (folder / f"c{number}.txt").write_text(f"{TEXT} Report {number}. " * 60, encoding="utf-8")

    code, _, said = interrupted(
        ["code", str(folder), "--format", "jsonl", "-j", str(processes), "-o", str(target)],
        lambda: list(folder.glob(".out.jsonl.*.part")),
        settle=1.5,
    )

    assert code == 130
    assert said.decode() == "ascribe: interrupted\n"
    assert not list(folder.glob("*out.jsonl*"))


def test_a_cache_that_cannot_be_written_is_told(folder):
    env = {**os.environ, "ASCRIBE_CACHE": str(folder / "a.txt" / "in")}

    result = program("code", folder / "a.txt", env=env)

    assert result.returncode == 2
    assert b"ASCRIBE_CACHE" in result.stderr
    assert b"Traceback" not in result.stderr


def test_the_examples_can_be_coded():
    reports = Path(__file__).parent.parent / "examples" / "reports"

    result = run("code", reports, "--format", "jsonl")

    coded = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [record["document"]["published"] for record in coded] == ["2024-06-12", "2024-06-13", "2024-06-15", "2024-06-16"]
    assert all(record["document"]["publisher"].endswith("(invented)") for record in coded)
    assert all(record["claims"] for record in coded)
