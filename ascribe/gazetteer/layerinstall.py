"""Installs a layer of the gazetteer from tables of GeoNames, or makes one again from the tables that its record names."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ascribe.errors import ConfigError, ReadError
from ascribe.gazetteer import geonames, layerbuild, userlayers
from ascribe.gazetteer.alone import aside
from ascribe.gazetteer.geonames import Shape, Table
from ascribe.gazetteer.indexfile import LAYOUT
from ascribe.gazetteer.seal import Seal
from ascribe.gazetteer.userlayers import Damaged, Record, SourceFile

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Installed:
    """What an install did: the layer, whether it took another's place, and the first of the bad lines with their reasons."""

    record: Record
    replaced: bool
    troubles: tuple[str, ...]


def install(
    paths: Sequence[Path], cache: Path, country: str | None = None, name: str | None = None, progress: Progress | None = None
) -> list[Installed]:
    """Make a layer of each table of places among the files; tables of names and of areas' codes go into each of them.

    A layer is called after its file, with the country behind it if only one country is read; one of that name is replaced. Raises
    `ReadError` when a file cannot be read or has nothing for a layer, and `ConfigError` for a wrong name or country.
    """
    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise ConfigError(f"--country {country}: is no ISO code of a country, such as PK")
    country = country.upper() if country else None
    tables = [table for path in paths for table in geonames.tables(path)]
    mains = [table for table in tables if table.shape is Shape.PLACES]
    if not mains:
        what = "the codes of areas" if tables[0].shape is Shape.CODES else "further names of places"
        raise ReadError(
            f"{paths[0]}: has {what}, which go into a layer with its places; "
            f"name both: ascribe gazetteer install PK.zip {' '.join(path.name for path in paths)}"
        )
    names = _names(mains, country, name)
    made = []
    with userlayers.changing(cache, progress or (lambda _: None)):
        for one, main in zip(names, mains, strict=True):
            made.append(_make(one, main, [table for table in tables if table.shape is not Shape.PLACES], country, cache, progress))
    return made


def ensure(cache: Path, progress: Progress | None = None) -> None:
    """Make every layer whole that is not. Raises `ConfigError` for one that cannot be made again."""
    with userlayers.changing(cache, progress or (lambda _: None)):
        for one in userlayers.installed(cache):
            if not userlayers.whole(cache, one):
                again(cache, one, progress)


def again(cache: Path, one: Record | Damaged, progress: Progress | None = None) -> None:
    """Make a layer again. Raises `ConfigError` if its tables are no longer what they were."""
    if isinstance(one, Damaged) or not all(file.unchanged for file in one.files):
        raise userlayers.refused(one)
    try:
        tables = [table for file in one.files for table in geonames.tables(Path(file.path))]
        main = next(table for table in tables if table.shape is Shape.PLACES and table.member == one.member)
        _make(one.name, main, [table for table in tables if table.shape is not Shape.PLACES], one.country, cache, progress)
    except (ReadError, StopIteration) as error:
        raise userlayers.refused(one) from error


def _make(name: str, main: Table, more: Sequence[Table], country: str | None, cache: Path, progress: Progress | None) -> Installed:
    """Write the index aside, then the record that names it; what the record named before goes last."""
    tell = progress or (lambda _: None)
    before = {one.name for one in userlayers.installed(cache)}
    paths = list(dict.fromkeys([main.path, *(table.path for table in more)]))
    files = tuple(SourceFile.of(path) for path in paths)
    index = userlayers.folder(cache) / f"{name}.{secrets.token_hex(4)}.sqlite"
    with aside(index) as unfinished:
        counted = layerbuild.write(unfinished, name, files[0].date, main, more, country, tell)
        seal = Seal.of(unfinished)
    troubles = counted.troubles
    record = Record(
        name=name,
        layout=LAYOUT,
        licence=layerbuild.LICENCE,
        attribution=layerbuild.ATTRIBUTION,
        files=files,
        member=main.member,
        country=country,
        installed=datetime.now(UTC).isoformat(timespec="microseconds"),
        index=index.name,
        seal=seal,
        places=counted.places,
        names=counted.names,
        elsewhere=counted.elsewhere,
        not_read=counted.not_read,
        bad=troubles.count,
    )
    userlayers.keep(cache, record)
    userlayers.sweep(cache)
    return Installed(record, name in before, tuple(troubles.first))


def _names(mains: Sequence[Table], country: str | None, name: str | None) -> list[str]:
    """What the layers are called: as the user says, else after their files."""
    if name is not None:
        if len(mains) > 1:
            raise ConfigError(f"--name {name}: there are {len(mains)} tables of places, and each is a layer; install them one by one")
        if not userlayers.NAME.match(name):
            raise ConfigError(f"--name {name}: use letters, digits, - and _ only, at most 60")
        return [name]
    names = []
    for table in mains:
        stem = Path(table.member).stem if table.member else table.path.name.split(".")[0]
        plain = "".join(c if c.isascii() and (c.isalnum() or c in "_-") else "-" for c in stem).strip("-_")[:50] or "layer"
        names.append(f"{plain}-{country}" if country and country != plain else plain)
    if len(set(names)) < len(names):
        raise ConfigError(
            f"two tables of places would both be the layer {max(names, key=names.count)}; install them one by one, with --name"
        )
    return names
