"""Other programs open a case file as it is: datasette, DuckDB, and GDAL, by which QGIS reads."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys

import pytest

from tests.case.news import NEWS, case

VIEWS = ("events", "claims", "documents", "sources", "actors", "places", "judgements", "tolls", "redirects", "history")


@pytest.fixture
def path(tmp_path):
    with case(tmp_path, *NEWS) as made:
        return made.path


def test_datasette_serves_its_views(path):
    pytest.importorskip("datasette", reason="datasette is not installed")

    done = subprocess.run(
        [sys.executable, "-m", "datasette", str(path), "--get", "/case/events.json?granularity=single&_shape=array"],
        capture_output=True,
        check=True,
    )

    assert {row["happening"] for row in json.loads(done.stdout)} <= {"none", "party_only", "single", "corroborated"}


def test_gdal_finds_events_as_points(path):
    pyogrio = pytest.importorskip("pyogrio", reason="pyogrio is not installed")

    layers = dict(pyogrio.list_layers(path))
    info = pyogrio.read_info(path, layer="event")

    assert layers == {"event": "Point"}
    assert (info["crs"], info["geometry_type"]) == ("EPSG:4326", "Point")
    assert info["features"] >= 3


def test_duckdb_reads_every_view(path, tmp_path):
    duckdb = pytest.importorskip("duckdb", reason="duckdb is not installed")
    extensions = pytest.importorskip("duckdb_extensions", reason="duckdb's sqlite extension is not installed")

    with duckdb.connect(config={"extension_directory": str(tmp_path / "extensions")}) as reader:
        extensions.import_extension("sqlite_scanner", con=reader)
        reader.execute("LOAD sqlite_scanner")
        reader.execute(f"ATTACH '{path}' AS kept (TYPE sqlite, READ_ONLY)")
        counts = {view: len(reader.execute(f"SELECT * FROM kept.{view}").fetchall()) for view in VIEWS}
        one = reader.execute("SELECT count(*) FROM kept.events WHERE granularity = 'single'").fetchone()

    with sqlite3.connect(path) as plain:
        assert counts == {view: len(plain.execute(f"SELECT * FROM {view}").fetchall()) for view in VIEWS}
        assert one == plain.execute("SELECT count(*) FROM events WHERE granularity = 'single'").fetchone()


def test_sqlites_own_archiver_can_take_the_originals_out(path):
    import zlib
    from hashlib import sha256

    with sqlite3.connect(path) as plain:
        for name, mode, size, data in plain.execute("SELECT name, mode, sz, data FROM sqlar"):
            original = data if len(data) == size else zlib.decompress(data)
            assert (sha256(original).hexdigest(), mode) == (name, 0o100644)
