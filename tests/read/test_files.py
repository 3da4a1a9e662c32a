"""Files and folders: what is read, what is passed over, what is refused, and that the rest goes on."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from ascribe.errors import ConfigError, ReadError
from ascribe.read import documents, read_bytes, read_file

SAID = "Police in {} said that twelve people had been killed when gunmen attacked a market."


def write(folder: Path, *names: str) -> None:
    """Each file's text names the file."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SAID.format(path.stem), encoding="utf-8")


def link(path: Path, target: Path) -> None:
    try:
        path.symlink_to(target, target_is_directory=target.is_dir())
    except OSError:
        pytest.skip("no links on this system")


def read(*paths: Path, **known) -> tuple[list[str], list[str]]:
    """The towns that the documents name, and the messages."""
    errors: list[ReadError] = []
    towns = [document.text.split()[2] for document in documents(paths, on_error=errors.append, **known)]
    return towns, [str(error) for error in errors]


def test_a_file(tmp_path):
    write(tmp_path, "Gao.txt")
    document = read_file(tmp_path / "Gao.txt", published="2025-05-15", outlet="Sahel Post")

    assert document.text == SAID.format("Gao")
    assert document.id == sha256(SAID.format("Gao").encode()).hexdigest()
    assert (document.published, document.publisher, document.language, document.notes) == ("2025-05-15", "Sahel Post", "en", ())


def test_without_a_date_this_is_noted(tmp_path):
    write(tmp_path, "Gao.txt")

    assert read_file(tmp_path / "Gao.txt").notes == ("no_publication_date",)


def test_a_folder_is_read_by_name_with_all_below_it(tmp_path):
    write(tmp_path, "b.md", "a.txt", "c/d.text", "c/e/f.TXT", "g", "report 12.05.2025")
    (tmp_path / "h.html").write_text("<html><body><p>Police in h said so.</p></body></html>", encoding="utf-8")

    assert read(tmp_path) == (["a", "b", "d", "f", "g", "h", "report"], [])


def test_a_folder_is_not_read_where_nobody_means_it(tmp_path):
    write(tmp_path, "a.txt", ".hidden.txt", ".git/config.txt", "code.py", "table.csv", "notes.docx")
    (tmp_path / "program").write_bytes(b"\x7fELF\0\0\0\0")

    assert read(tmp_path) == (["a"], [])


def test_a_file_named_by_itself_is_read_whatever_it_is_called(tmp_path):
    write(tmp_path, ".hidden.log")

    assert read(tmp_path / ".hidden.log") == ([".hidden"], [])


def test_files_keep_the_order_in_which_they_are_named(tmp_path):
    write(tmp_path, "a.txt", "b.txt")

    assert read(tmp_path / "b.txt", tmp_path / "a.txt")[0] == ["b", "a"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path):
    write(tmp_path, "a.txt", "z.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)))
    (tmp_path / "d.pdf").write_bytes(b"%PDF-1.4 and no more")

    towns, errors = read(tmp_path, tmp_path / "missing.txt")

    assert towns == ["a", "z"]
    assert [Path(error.rsplit(": ", 1)[0]).name for error in errors] == ["b.txt", "c.txt", "d.pdf", "missing.txt"]
    for error, remedy in zip(errors, ("nothing to code", "convert it first", "save it anew", "check the path"), strict=True):
        assert remedy in error


def test_an_empty_folder_is_told(tmp_path):
    write(tmp_path, "code.py")
    towns, errors = read(tmp_path)

    assert towns == []
    assert errors == [f"{tmp_path}: no file to read in this folder; there can be .htm, .html, .md, .pdf, .text, .txt, .xhtml"]


def test_read_file_refuses_a_folder(tmp_path):
    with pytest.raises(ReadError, match="is a folder, not a file"):
        read_file(tmp_path)


def test_a_link_that_leaves_the_folder_is_refused(tmp_path):
    write(tmp_path, "outside/secret.txt", "inside/a.txt")
    link(tmp_path / "inside" / "b.txt", tmp_path / "outside" / "secret.txt")
    link(tmp_path / "inside" / "c", tmp_path / "outside")

    towns, errors = read(tmp_path / "inside")

    assert towns == ["a"]
    assert [Path(error.split(": a link that leaves the folder")[0]).name for error in errors] == ["b.txt", "c"]


def test_a_link_within_the_folder_reads_nothing_twice(tmp_path):
    write(tmp_path, "a.txt", "sub/b.txt")
    link(tmp_path / "again.txt", tmp_path / "a.txt")
    link(tmp_path / "loop", tmp_path)
    link(tmp_path / "sub" / "up", tmp_path / "sub")

    assert read(tmp_path) == (["a", "b"], [])


def test_broken_links_are_told(tmp_path):
    write(tmp_path, "a.txt")
    link(tmp_path / "gone.txt", tmp_path / "nothing.txt")
    link(tmp_path / "itself.txt", tmp_path / "itself.txt")

    towns, errors = read(tmp_path)

    assert towns == ["a"]
    assert [Path(error.split(": ")[0]).name for error in errors] == ["gone.txt", "itself.txt"]


def test_a_folder_that_is_a_link_is_read(tmp_path):
    write(tmp_path, "real/a.txt")
    link(tmp_path / "linked", tmp_path / "real")

    assert read(tmp_path / "linked") == (["a"], [])


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told(tmp_path):
    write(tmp_path, "a.txt", "b.txt", "shut/c.txt")
    (tmp_path / "b.txt").chmod(0)
    (tmp_path / "shut").chmod(0)

    towns, errors = read(tmp_path)
    (tmp_path / "shut").chmod(0o700)

    assert towns == ["a"]
    assert [error.split(": ")[-1] for error in errors] == ["may not be read; check its permissions"] * 2


def test_folders_below_folders_below_folders(tmp_path):
    deep = tmp_path
    for _ in range(60):
        deep = deep / "d"
    write(deep, "a.txt")

    assert read(tmp_path)[0] == ["a"]


def test_documents_come_one_by_one(tmp_path):
    write(tmp_path, "a.txt", "b.txt")
    errors: list[ReadError] = []
    stream = documents([tmp_path], on_error=errors.append)
    next(stream)
    (tmp_path / "b.txt").write_text("Police in Kidal said so.", encoding="utf-8")

    assert "Kidal" in next(stream).text


def test_a_wrong_date_is_told_before_anything_is_read(tmp_path):
    with pytest.raises(ConfigError, match="'15 May 2025': is no day of the form YYYY-MM-DD, such as 2025-05-15"):
        documents([tmp_path / "missing"], published="15 May 2025", on_error=lambda _: None)


def test_a_name_cannot_write_to_the_terminal():
    with pytest.raises(ReadError) as caught:
        read_bytes(b"", name="a\x1b[31m\n\udcff\u202e.txt")

    assert str(caught.value).startswith("a\\x1b[31m\\n\\udcff\\u202e.txt: is empty")


def test_a_name_with_a_zero_byte_is_told():
    towns, errors = read(Path("a\0b.txt"))

    assert towns == []
    assert errors[0].startswith("a\\x00b.txt: cannot be read")


def test_a_pdf_and_a_page_are_told_by_their_content(tmp_path):
    (tmp_path / "page.txt").write_text("<!DOCTYPE html><html><body><p>Police in Gao said so.</p></body></html>", encoding="utf-8")

    assert read_file(tmp_path / "page.txt").text == "Police in Gao said so."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_in_a_folder_does_not_block(tmp_path):
    write(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")

    assert read(tmp_path) == (["a"], [])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no devices on this system")
def test_a_source_without_end_is_refused():
    with pytest.raises(ReadError, match="larger than the 64 MiB"):
        read_file(Path("/dev/zero"))
