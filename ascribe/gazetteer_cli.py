"""`ascribe gazetteer`: what the gazetteer is made of, layers of the user's own, and what a name may mean."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ascribe.console import FAILED, ended, standard_output
from ascribe.errors import ConfigError

if TYPE_CHECKING:
    from ascribe.gazetteer.gazetteer import Gazetteer
    from ascribe.gazetteer.search import Point

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
        from ascribe import gazetteer_shown as in_words
        from ascribe.gazetteer.layerinstall import install as make

        with _progress("installing") as tell:
            made = make(files, _cache(settings), country, name, tell)
        _print(line for one in made for line in in_words.told(one))


@app.command()
def remove(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The layer, as `ascribe gazetteer list` calls it.")],
    settings: SettingsFile = None,
) -> None:
    """Take a layer of your own away."""
    with ended():
        from ascribe.gazetteer import userlayers

        userlayers.remove(name, _cache(settings))
        _print([f"{name}: removed"])


@app.command("list")
def show_layers(settings: SettingsFile = None, as_json: AsJson = False) -> None:
    """Show the layers: what they hold, on which terms, from whom, and where they lie."""
    with ended():
        from ascribe import gazetteer_shown as in_words
        from ascribe.gazetteer import indexfolder, userlayers
        from ascribe.gazetteer.shelf import Shelf

        cache = _cache(settings)
        with _progress("building the index of places, once on this machine") as tell:
            path = indexfolder.ensure_index(tell, cache)
        own = [in_words.layer_record(one, cache) for one in userlayers.installed(cache)]
        rows = [
            {"name": one.name, "rows": one.rows, "version": one.version, "licence": one.licence, "attribution": one.attribution}
            | {"source": one.source, "yours": False}
            for one in Shelf(path).layers()
        ]
        index = {"path": str(path), "bytes": path.stat().st_size}
        if as_json:
            _print([json.dumps({"index": index, "layers": rows + own}, ensure_ascii=False, indent=1)])
        else:
            _print(in_words.listed(index, rows, own))


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
        from ascribe import gazetteer_shown as in_words
        from ascribe.gazetteer import search

        gazetteer = _gazetteer(settings)
        iso = _iso(gazetteer, country)
        point = _point(gazetteer, near)
        found = search.search(gazetteer, name, iso, point)
        similar = [] if found else search.suggested(gazetteer, name, iso, point)
        elsewhere = [] if found or not iso else search.search(gazetteer, name, None, point)
        if as_json:
            answers = {"found": found[:limit], "similar": similar[:limit], "elsewhere": elsewhere[:limit]}
            _print(
                [json.dumps({k: [in_words.candidate_record(c) for c in some] for k, some in answers.items()}, ensure_ascii=False, indent=1)]
            )
        else:
            _print(in_words.found(name, iso, found, similar, elsewhere, limit))
        if not found:
            raise typer.Exit(FAILED)


def _cache(settings: Path | None) -> Path:
    from ascribe.gazetteer.indexfolder import cache_folder
    from ascribe.settings import load

    return cache_folder(load(settings).cache)


def _gazetteer(settings: Path | None) -> Gazetteer:
    from ascribe.gazetteer.gazetteer import Gazetteer
    from ascribe.gazetteer.indexfolder import ensure

    with _progress("building the index of places, once on this machine") as tell:
        path = ensure(tell, _cache(settings))
    return Gazetteer(path)


def _iso(gazetteer: Gazetteer, country: str | None) -> str | None:
    if country is None or gazetteer.country(country.upper()) is not None:
        return country and country.upper()
    named = next((one.country for one in gazetteer.lookup(country) if one.country and one.level == "country"), None)
    raise ConfigError(f"--country {country}: is no ISO code of a country" + (f"; {country} is {named}" if named else ", such as PK"))


def _point(gazetteer: Gazetteer, near: str | None) -> Point | None:
    from ascribe.gazetteer.search import point_of

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
