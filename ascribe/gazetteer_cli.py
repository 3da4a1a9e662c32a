"""`ascribe gazetteer`: what the gazetteer is made of, layers of the user's own, and what a name may mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ascribe.console import FAILED, ended, standard_output
from ascribe.errors import ConfigError

if TYPE_CHECKING:
    from ascribe.knowledge.gazetteer import Gazetteer
    from ascribe.knowledge.layerinstall import Installed
    from ascribe.knowledge.placesearch import Candidate, Point
    from ascribe.knowledge.userlayers import Damaged, Record

app = typer.Typer(
    help="Look into the gazetteer, and add layers of your own to it.\n\n"
    "What comes with the program knows towns of 500 people and more, areas, countries and seas. GeoNames has the villages, camps, "
    "rivers and mountains as well: get PK.zip for a country or allCountries.zip for the world from "
    "https://download.geonames.org/export/dump/ and install it. Nothing is fetched from the network by this program.",
    epilog="Start with: ascribe gazetteer search Quetta",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

SettingsFile = Annotated[
    Path | None, typer.Option("--settings", metavar="FILE", help="A settings file (TOML), which may say where the index lies.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]

INSTALL = """\
\b
Examples:
  ascribe gazetteer install PK.zip
  ascribe gazetteer install PK.zip alternateNamesV2.zip admin2Codes.txt
  ascribe gazetteer install allCountries.zip --country SD

\b
What is read (a .zip, a .gz or the plain file; told by its columns):
  places   PK.txt, allCountries.txt, cities500.txt ...: 19 columns
  names    alternateNamesV2.txt, alternateNames.txt: 10 or 8 columns
  codes    admin1CodesASCII.txt, admin2Codes.txt: 4 columns

\b
A layer is called after its file. Installing a file of that name again
replaces it. A million lines take some 30 seconds. An install that is cut
short changes nothing. Exit status: 0 installed, 1 a file cannot be used,
2 wrong usage.
"""

SEARCH = """\
\b
Examples:
  ascribe gazetteer search Kech
  ascribe gazetteer search Hyderabad --country PK
  ascribe gazetteer search Tripoli --near Beirut
  ascribe gazetteer search Salah --near 34.46,43.65 --json

\b
Exit status: 0 found, 1 not found; with 1 similar names are shown.
"""


@app.command(epilog=INSTALL)
def install(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Tables of GeoNames, as they come.")],
    country: Annotated[str | None, typer.Option(metavar="XX", help="Only the places of that country (ISO code).")] = None,
    name: Annotated[str | None, typer.Option(metavar="NAME", help="What the layer is called, instead of its file's name.")] = None,
    settings: SettingsFile = None,
) -> None:
    """Add a layer made from GeoNames' own tables."""
    with ended():
        from ascribe.knowledge.layerinstall import install as make

        with _progress("installing") as tell:
            made = make(files, _cache(settings), country, name, tell)
        _print(line for one in made for line in _told(one))


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The layer, as `ascribe gazetteer list` calls it.")],
    settings: SettingsFile = None,
) -> None:
    """Take a layer of your own away."""
    with ended():
        from ascribe.knowledge import userlayers

        userlayers.remove(name, _cache(settings))
        _print([f"{name}: removed"])


@app.command("list")
def show_layers(settings: SettingsFile = None, as_json: AsJson = False) -> None:
    """Show the layers: what they hold, on which terms, from whom, and where they lie."""
    with ended():
        from ascribe.knowledge import placeindex, userlayers
        from ascribe.knowledge.shelf import Shelf

        cache = _cache(settings)
        with _progress("building the index of places, once on this machine") as tell:
            path = placeindex.ensure_index(tell, cache)
        own = [_layer_record(one, cache) for one in userlayers.installed(cache)]
        rows = [
            {"name": one.name, "rows": one.rows, "version": one.version, "licence": one.licence, "attribution": one.attribution}
            | {"source": one.source, "yours": False}
            for one in Shelf(path).layers()
        ]
        index = {"path": str(path), "bytes": path.stat().st_size}
        _print([json.dumps({"index": index, "layers": rows + own}, ensure_ascii=False, indent=1)] if as_json else _listed(index, rows, own))


app.command("layers", hidden=True)(show_layers)


@app.command(epilog=SEARCH)
def search(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name; case, accents and hyphens do not matter.")],
    country: Annotated[str | None, typer.Option(metavar="XX", help="Only places of that country (ISO code).")] = None,
    near: Annotated[str | None, typer.Option(metavar="PLACE|LAT,LON", help="Places close to there come first.")] = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many are shown.")] = 10,
    settings: SettingsFile = None,
    as_json: AsJson = False,
) -> None:
    """Show the places that a name may mean, with scores and the reasons for them."""
    with ended():
        from ascribe.knowledge import placesearch

        gazetteer = _gazetteer(settings)
        iso = _iso(gazetteer, country)
        point = _point(gazetteer, near)
        found = placesearch.search(gazetteer, name, iso, point)
        similar = [] if found else placesearch.suggested(gazetteer, name, iso, point)
        elsewhere = [] if found or not iso else placesearch.search(gazetteer, name, None, point)
        if as_json:
            shown = {"found": found[:limit], "similar": similar[:limit], "elsewhere": elsewhere[:limit]}
            _print([json.dumps({k: [_record(c) for c in some] for k, some in shown.items()}, ensure_ascii=False, indent=1)])
        else:
            _print(_found(name, iso, found, similar, elsewhere, limit))
        if not found:
            raise typer.Exit(FAILED)


def _cache(settings: Path | None) -> Path:
    from ascribe.knowledge.placeindex import cache_folder
    from ascribe.settings import load

    return cache_folder(load(settings).cache)


def _gazetteer(settings: Path | None) -> Gazetteer:
    from ascribe.knowledge.gazetteer import Gazetteer
    from ascribe.knowledge.placeindex import ensure

    with _progress("building the index of places, once on this machine") as tell:
        path = ensure(tell, _cache(settings))
    return Gazetteer(path)


def _iso(gazetteer: Gazetteer, country: str | None) -> str | None:
    if country is None or gazetteer.country(country.upper()) is not None:
        return country and country.upper()
    named = next((one.country for one in gazetteer.lookup(country) if one.country and one.level == "country"), None)
    raise ConfigError(f"--country {country}: is no ISO code of a country" + (f"; {country} is {named}" if named else ", such as PK"))


def _point(gazetteer: Gazetteer, near: str | None) -> Point | None:
    from ascribe.knowledge.placesearch import point_of

    if near is None:
        return None
    point = point_of(gazetteer, near)
    if point is None:
        raise ConfigError(f"--near {near}: is neither a place that the gazetteer knows nor a point such as 34.46,43.65")
    return point


@contextmanager
def _progress(what: str) -> Iterator[Callable[[str], None]]:
    """A line on standard error that says what is being done, where that is a terminal. It shows when there is something to say."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    status = Console(stderr=True).status(what)

    def tell(said: str) -> None:
        status.start()
        status.update(f"{what}: {said.replace('[', '(')}")

    try:
        yield tell
    finally:
        status.stop()


def _print(lines: Iterator[str] | list[str]) -> None:
    with standard_output() as file:
        for line in lines:
            file.write((line + "\n").encode("utf-8", "replace"))


def _told(made: Installed) -> Iterator[str]:
    """What an install did."""
    record = made.record
    yield f"{record.name}: installed{', in the place of the layer of that name' if made.replaced else ''}"
    yield f"  {record.places:,} places with {record.names:,} names, from {_files(record)}"
    left = [f"{record.not_read:,} features that are not read (roads, sea floor)"] if record.not_read else []
    left += [f"{record.elsewhere:,} places of other countries"] if record.elsewhere else []
    left += [f"{record.bad:,} bad line{'s' if record.bad > 1 else ''}"] if record.bad else []
    if left:
        yield f"  left out: {'; '.join(left)}"
    for trouble in made.troubles:
        yield f"    {trouble}"
    if record.bad > len(made.troubles):
        yield f"    and {record.bad - len(made.troubles):,} more"
    yield f"  terms: {record.licence}, {record.attribution}; name them when you publish what rests on it"


def _files(record: Record) -> str:
    return ", ".join(f"{Path(file.path).name} of {file.date}" for file in record.files)


def _layer_record(one: Record | Damaged, cache: Path) -> dict[str, Any]:
    """A layer of the user's as a row."""
    from ascribe.knowledge import userlayers

    if isinstance(one, userlayers.Damaged):
        return {"name": one.name, "yours": True, "problem": str(userlayers.refused(one))}
    path = userlayers.folder(cache) / one.index
    row: dict[str, Any] = {"name": one.name, "rows": one.places, "version": one.files[0].date, "licence": one.licence}
    row |= {"attribution": one.attribution, "source": _files(one), "yours": True, "installed": one.installed, "country": one.country}
    row |= {"path": str(path), "bytes": path.stat().st_size if path.exists() else 0, "bad_lines": one.bad}
    row |= {"files": [{"path": f.path, "date": f.date, "bytes": f.size, "blake2b": f.content} for f in one.files]}
    if not userlayers.whole(cache, one):
        row["problem"] = str(userlayers.refused(one))
    return row


def _listed(index: dict[str, Any], rows: list[dict[str, Any]], own: list[dict[str, Any]]) -> Iterator[str]:
    """The layers in words."""
    yield "What comes with the program"
    yield f"  {index['path']}, {_size(index['bytes'])}"
    for row in rows:
        yield from _layer(row)
    yield ""
    yield "Your own layers"
    if not own:
        yield "  none; ascribe gazetteer install PK.zip adds one (ascribe gazetteer install --help)"
    for row in own:
        if "rows" in row:
            yield from _layer(row)
            yield f"    {row['path']}, {_size(row['bytes'])}, installed {row['installed'][:10]}"
        if "problem" in row:
            yield f"  ! {row['problem']}"


def _layer(row: dict[str, Any]) -> Iterator[str]:
    yield f"  {row['name']:<12} {row['rows']:>11,} places   {row['licence']:<13} {row['version']}"
    yield f"    {row['attribution']}; from {row['source']}"


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"


def _found(
    name: str, iso: str | None, found: list[Candidate], similar: list[Candidate], elsewhere: list[Candidate], limit: int
) -> Iterator[str]:
    """What a search found, in words."""
    where = f" in {iso}" if iso else ""
    if found:
        yield from _candidates(found, limit)
        return
    yield f"no place of the name “{name}”{where}"
    if elsewhere:
        yield "of that name in other countries:"
        yield from _candidates(elsewhere, limit)
    if similar:
        yield "did you mean:"
        yield from _candidates(similar, limit)
    elif not elsewhere:
        yield "and none like it; a layer of GeoNames knows more: ascribe gazetteer install --help"


def _candidates(found: list[Candidate], limit: int) -> Iterator[str]:
    for one in found[:limit]:
        entry = one.entry
        around = [part for part in (entry.admin2_name, entry.admin1_name, entry.country) if part and part != entry.name]
        point = f"{entry.latitude:.4f}, {entry.longitude:.4f}" if entry.point else "no point"
        number = f"GeoNames {entry.gazetteer_id}" if entry.gazetteer_id else "no GeoNames number"
        yield f"{one.score:6.1f}  {', '.join((entry.name, *around))}"
        yield f"        {'; '.join(one.reasons)}"
        yield f"        {entry.level} at {point}; {number}{', ' + entry.feature if entry.feature else ''}; layer {entry.layer}"
    if len(found) > limit:
        yield f"        and {len(found) - limit:,} more; --limit {len(found)} shows all"


def _record(one: Candidate) -> dict[str, Any]:
    from dataclasses import asdict

    return {"score": one.score, "reasons": list(one.reasons), "spelling": one.spelling, **asdict(one.entry)}
