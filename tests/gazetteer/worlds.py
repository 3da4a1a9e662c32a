"""Small worlds for the tests of the gazetteer: data files and tables of GeoNames with a handful of places, all invented."""

from __future__ import annotations

import gzip
import json
from dataclasses import asdict
from pathlib import Path

from ascribe.gazetteer import build, indexfolder
from ascribe.gazetteer.seal import Seal
from ascribe.gazetteer.sources import FEATURE_COLUMNS, HERE, PLACE_COLUMNS, Sources


class Arland(Sources):
    """Two countries, two provinces, a district and three towns."""

    def countries(self):
        return {
            "AA": {"name": "Arland", "population": 900, "geonameid": 1, "capital": "Bel"},
            "BB": {"name": "Borland", "population": 100, "geonameid": 2, "capital": ""},
        }

    def continents(self):
        return [{"name": "Terra", "lat": "1.5", "lng": "2.5", "geonameId": 3}]

    def towns(self):
        yield _town(31, "Bel", 10.5, 20.5, "AA", "01", 500, ["Old Bel", "BEL", "Бел"])
        yield _town(32, "Cor", 10.6, 20.6, "AA", "01", 50)
        yield _town(33, "Bel", 50.0, 0.0, "BB", "07", 90)


def arland(folder: Path, supplement: str = "", features: str | None = None, **regions: str) -> Sources:
    """The sources with these lines kept by hand; `regions` are files of the folder places/."""
    folder.mkdir(parents=True, exist_ok=True)
    head = ",".join(PLACE_COLUMNS) + "\n"
    (folder / "places.csv").write_text(head + supplement, encoding="utf-8")
    for name, lines in regions.items():
        (folder / "places").mkdir(exist_ok=True)
        (folder / "places" / f"{name}.csv").write_text(head + lines, encoding="utf-8")
    if features is not None:
        (folder / "features.csv").write_text(",".join(FEATURE_COLUMNS) + "\n" + features, encoding="utf-8")
    areas = "code,geonameid,name,aliases,latitude,longitude,resting_on,towns\nAA.01,11,North Province,,11.0,21.0,2,v 1\nAA.02,12,South Province,,,,0,\n"
    areas += "AA.01.7,13,Bel District,,10.5,20.5,2,v 1\n"
    (folder / "admin.csv.gz").write_bytes(gzip.compress(areas.encode(), mtime=0))
    (folder / "points.csv").write_text(
        "kind,name,latitude,longitude,source\ncountry,AA,10.0,20.0,x\nsea,Grey Sea,5.0,6.0,Natural Earth\n", encoding="utf-8"
    )
    (folder / "countries.csv").write_text("iso2,iso3,name,aliases\nAA,AAA,Arland,Arlandia\n", encoding="utf-8")
    (folder / "layers.csv").write_bytes((HERE / "layers.csv").read_bytes())
    return Arland(folder)


def built(folder: Path, sources: Sources) -> Path:
    """The index of these sources, in that folder and under the name that this version of the program looks for."""
    path = folder / f"places-{indexfolder.stamp()}.sqlite"
    indexfolder.build(path, write=lambda file, tell: build.write(file, tell, sources))
    return path


def line(number, name, latitude=10.5, longitude=20.5, code="P.PPL", country="AA", admin1="01", admin2="7", people=0, others=""):
    """A line of a table of places."""
    kind, _, feature = code.partition(".")
    columns = [
        number,
        name,
        name,
        others,
        latitude,
        longitude,
        kind,
        feature,
        country,
        "",
        admin1,
        admin2,
        "",
        "",
        people,
        "",
        "500",
        "Z",
        "2026-01-01",
    ]
    return "\t".join(map(str, columns)) + "\n"


def table(path: Path, *lines: str) -> Path:
    """A file with these lines."""
    path.write_text("".join(lines), encoding="utf-8")
    return path


def sealed(path: Path) -> dict:
    """The seal of a file as it is now."""
    return json.loads(json.dumps(asdict(Seal.of(path))))


def _town(number, name, latitude, longitude, country, admin1, people, others=()):
    return {
        "geonameid": number,
        "name": name,
        "latitude": latitude,
        "longitude": longitude,
        "countrycode": country,
        "population": people,
        "admin1code": admin1,
        "alternatenames": list(others),
    }
