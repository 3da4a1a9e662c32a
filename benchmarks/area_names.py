"""How many of the areas and towns that UCDP names in one country the gazetteer knows, by name and in that country.

python -m benchmarks.area_names DATA.csv[.gz] --country CF [--misses]

DATA is a UCDP GED table (columns adm_1, adm_2, where_coordinates, where_prec). Counted are distinct names: of first- and second-order
areas, and of the towns and villages of events whose place is exact (`where_prec` 1). A name is known when a look-up gives a place of that
country, for areas an area. Coordinates are neither read nor compared.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
from pathlib import Path

from ascribe.gazetteer.gazetteer import Gazetteer
from ascribe.model.places import Level
from benchmarks.intervals import percent

#: The words by which UCDP says what sort of place it is.
_SORT = re.compile(
    r"\s+(?:town|village|city|province|district|region|(?:sub-|sous-|economic )?prefecture|(?:autonomous )?commune)\Z",
    re.I,
)
AREAS = frozenset({Level.ADMIN1, Level.ADMIN2, Level.ADMIN3})


def names(path: Path) -> dict[str, set[str]]:
    """Provinces, districts and towns by name, without the word for what they are."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    found: dict[str, set[str]] = {"provinces": set(), "districts": set(), "towns": set()}
    for row in csv.DictReader(io.StringIO(text)):
        for kind, column in (("provinces", "adm_1"), ("districts", "adm_2")):
            if row[column]:
                found[kind].add(bare(row[column]))
        place = row["where_coordinates"]
        if row["where_prec"] == "1" and re.search(r" (?:town|village|city)\Z", place):
            found["towns"].add(bare(place))
    return found


def bare(name: str) -> str:
    """The name without the word that says what sort of place it is."""
    while (shorter := _SORT.sub("", name.strip())) != name.strip():
        name = shorter
    return name.strip()


def known(gazetteer: Gazetteer, name: str, country: str, *, area: bool) -> bool:
    """A place of that name, for areas an area, lies in the country."""
    return any(e.country == country and (not area or e.level in AREAS) for e in gazetteer.lookup(name))


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--country", required=True, help="ISO 3166-1 alpha-2")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    gazetteer = Gazetteer()
    for kind, listed in names(asked.data).items():
        missing = sorted(n for n in listed if not known(gazetteer, n, asked.country, area=kind != "towns"))
        print(f"{kind:10} {len(listed) - len(missing)} of {len(listed)} known, {percent(1 - len(missing) / len(listed))}")
        if asked.misses:
            print("    " + ", ".join(missing))


if __name__ == "__main__":
    main()
