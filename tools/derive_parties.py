"""Derive rows for the register of parties from the UCDP Actor Dataset 22.1: the actors that no row has yet, and the relations.

    python tools/derive_parties.py --actors actors-22.1.csv.gz --parties ascribe/knowledge/parties [--write]

A maintainer runs it and reads what comes out before it is committed; rows that are there are never changed, so that hand work stays. The
table is UCDP's (CC BY 4.0; see docs/parties.md for how to cite it).

- Each actor without a row becomes one, in the file of its region: canonical name from UCDP's full English name, else its full or short
  name; UCDP's other names beside it. An abbreviation goes to `in_context`: it links only with the country or the full name in the text.
- The id is made of UCDP's short name in small letters, with "-communal" behind the name of a people; where another party has it, the
  country is added, then UCDP's number.
- The kind is a first guess that a reader has to check: communal and religious groups (`Org` 3) and tribal lashkars are identity militias,
  supporters (`Org` 2) political militias, gangs and cartels criminal groups, the rest rebels where UCDP has a conflict with a government
  or a group that they split from, and political militias where it has neither.
- A people goes to `people`: its name stands for the militia only where the words beside it say so (docs/parties.md).
- `relations.csv` is written anew for all that UCDP says: splits, alliances, mergers, renamings. What others added is kept. The dataset
  gives no dates for them.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

UCDP = "UCDP 22.1"
COLUMNS = "id canonical kind country active parent ucdp_id aliases in_context people wing_of origin note".split()
RELATIONS = "id type other name from until origin".split()
#: File -> the countries whose parties it holds. Outlets, organisations and parties without a country have files of their own.
REGIONS = {
    "africa_central": "CD CF CG CM GA GQ RW BI ST TD",
    "africa_east": "DJ ER ET KE SO SS SD TZ UG",
    "africa_north": "DZ EG EH LY MA MR TN",
    "africa_southern": "AO BW KM LS MG MU MW MZ NA SC SZ ZA ZM ZW",
    "africa_west": "BF BJ CI CV GH GM GN GW LR ML NE NG SL SN TG",
    "americas": "AG AR BB BO BR BS BZ CA CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT US UY VC VE",
    "caucasus_central_asia": "AM AZ GE KG KZ TJ TM UZ",
    "east_asia_pacific": "AU CN FJ JP KI KP KR MH MN NR NZ PG PW SB TO TV TW VU WS",
    "europe": "AD AL AT BA BE BG BY CH CS CY CZ DD DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS "
    "RU SE SI SK SM SU UA VA XK YU",
    "middle_east": "AE BH IL IQ IR JO KW LB OM PS QA SA SY TR YD YE",
    "south_asia": "AF BD BT IN LK MV NP PK",
    "southeast_asia": "BN ID KH LA MM MY PH SG TH TL VN XV",
}
#: What UCDP calls a country -> its code.
COUNTRIES = {
    "Afghanistan": "AF", "Algeria": "DZ", "Angola": "AO", "Argentina": "AR", "Australia": "AU", "Austria": "AT", "Azerbaijan": "AZ",
    "Bangladesh": "BD", "Belgium": "BE", "Benin": "BJ", "Bhutan": "BT", "Bolivia": "BO", "Bosnia-Herzegovina": "BA", "Brazil": "BR",
    "Brunei": "BN", "Burkina Faso": "BF", "Burundi": "BI", "Cambodia (Kampuchea)": "KH", "Cameroon": "CM", "Canada": "CA",
    "Central African Republic": "CF", "Chad": "TD", "Chile": "CL", "China": "CN", "Colombia": "CO", "Comoros": "KM", "Congo": "CG",
    "Costa Rica": "CR", "Croatia": "HR", "Cuba": "CU", "Cyprus": "CY", "DR Congo (Zaire)": "CD", "Djibouti": "DJ",
    "Dominican Republic": "DO", "Ecuador": "EC", "Egypt": "EG", "El Salvador": "SV", "Eritrea": "ER", "Ethiopia": "ET", "France": "FR",
    "Gabon": "GA", "Gambia": "GM", "Georgia": "GE", "Germany": "DE", "Ghana": "GH", "Greece": "GR", "Guatemala": "GT", "Guinea": "GN",
    "Guinea-Bissau": "GW", "Guyana": "GY", "Haiti": "HT", "Honduras": "HN", "Hyderabad": "IN", "India": "IN", "Indonesia": "ID",
    "Iran": "IR", "Iraq": "IQ", "Israel": "IL", "Ivory Coast": "CI", "Jamaica": "JM", "Jordan": "JO", "Kenya": "KE", "Kuwait": "KW",
    "Kyrgyzstan": "KG", "Laos": "LA", "Lebanon": "LB", "Lesotho": "LS", "Liberia": "LR", "Libya": "LY", "Madagascar (Malagasy)": "MG",
    "Malaysia": "MY", "Mali": "ML", "Mauritania": "MR", "Mexico": "MX", "Moldova": "MD", "Morocco": "MA", "Mozambique": "MZ",
    "Myanmar (Burma)": "MM", "Namibia": "NA", "Nepal": "NP", "Nicaragua": "NI", "Niger": "NE", "Nigeria": "NG", "North Macedonia": "MK",
    "Oman": "OM", "Pakistan": "PK", "Panama": "PA", "Papua New Guinea": "PG", "Paraguay": "PY", "Peru": "PE", "Philippines": "PH",
    "Romania": "RO", "Russia (Soviet Union)": "RU", "Rwanda": "RW", "Saudi Arabia": "SA", "Senegal": "SN", "Serbia (Yugoslavia)": "RS",
    "Sierra Leone": "SL", "Somalia": "SO", "South Africa": "ZA", "South Sudan": "SS", "South Vietnam": "VN", "South Yemen": "YE",
    "Spain": "ES", "Sri Lanka": "LK", "Sudan": "SD", "Suriname": "SR", "Sweden": "SE", "Syria": "SY", "Tajikistan": "TJ",
    "Tanzania": "TZ", "Thailand": "TH", "Togo": "TG", "Trinidad and Tobago": "TT", "Tunisia": "TN", "Turkey": "TR", "Uganda": "UG",
    "Ukraine": "UA", "United Kingdom": "GB", "United States of America": "US", "Uruguay": "UY", "Uzbekistan": "UZ", "Venezuela": "VE",
    "Vietnam (North Vietnam)": "VN", "Yemen (North Yemen)": "YE", "Zambia": "ZM", "Zimbabwe (Rhodesia)": "ZW",
}  # fmt: skip
_GANG = re.compile(r"\b(gang|cartel|zetas|mara|comando|bonde|pcc|fam[ií]lia|chapitos|tierra|angels)\b", re.IGNORECASE)
_TRIBE = re.compile(r"\b(tribe|clan|sub-?clan|lash?k?har|laskhar)\b", re.IGNORECASE)
#: Where the groups that never fought a state are gangs and cartels, as a rule.
_GANG_LANDS = frozenset({"BR", "EC", "HT", "MX", "VE"})
#: What UCDP writes behind the name of a people: its place, its clan, what larger people it is of.
_PEOPLE = re.compile(r"\s*(\([^()]*\)|sub-?(clan|tribe)( of .*)?|\bclan|\bcommunity)(?=\s|$)", re.IGNORECASE)
#: UCDP's columns of relations -> the type of relation.
_TIES = (
    ("Splinter", "ActorIdPrev", "splinter_of"),
    ("SplitTemp", "ActorIdSplitTemp", "temporary_split_of"),
    ("Alliance", "ActorIdAlliance", "alliance_with"),
    ("JoinGroup", "ActorIdGroup", "joined"),
)

Actor = Mapping[str, str]
Row = dict[str, str]


def main() -> None:
    """Show, or with --write add, the rows and relations that are missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--actors", type=Path, required=True, help="the UCDP Actor Dataset 22.1, a CSV file, gzipped or not")
    parser.add_argument("--parties", type=Path, required=True, help="the folder of the register's party files")
    parser.add_argument("--write", action="store_true", help="write the files; without it the new rows are only shown")
    options = parser.parse_args()
    actors = _actors(options.actors)
    files = {path.stem: _rows(path) for path in sorted(options.parties.glob("*.csv")) if path.stem != "relations"}
    states = {row["gov_ucdp_id"]: row["government_id"] for row in _rows(options.parties.parent / "countries.csv") if row["gov_ucdp_id"]}
    there = {row["ucdp_id"]: row["id"] for rows in files.values() for row in rows if row["ucdp_id"]}
    taken = {row["id"] for rows in files.values() for row in rows}
    for actor in actors:
        if actor["ActorId"] in there or actor["ActorId"] in states:
            continue
        row = party(actor, taken)
        taken.add(row["id"])
        there[actor["ActorId"]] = row["id"]
        files.setdefault(region(places(actor)[0]), []).append(row)
        if not options.write:
            csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n").writerow(row)
    if options.write:
        for name, rows in files.items():
            _write(options.parties / f"{name}.csv", COLUMNS, sorted(rows, key=lambda row: row["id"]))
        path = options.parties / "relations.csv"
        kept = [row for row in _rows(path) if row["origin"] != UCDP] if path.exists() else []
        ties = [*relations(actors, {**states, **there}), *kept]
        _write(path, RELATIONS, sorted(ties, key=lambda row: (row["id"], row["type"], row["other"], row["name"])))


def party(actor: Actor, taken: set[str]) -> Row:
    """One actor as a row of the register."""
    countries = places(actor)
    communal, home = actor["Org"] == "3", countries[0] if len(countries) == 1 or actor["Org"] == "1" else ""
    short = _clean(actor["NameData"])
    full = next((name for name in (_clean(actor["NewNameFullEng"]), _clean(actor["NameOrigFullEng"]), short) if name), short)
    others = [_clean(actor[key]) for key in ("NameOrig", "NameOrigFull", "NewName", "NewNameFullMotherTongue", "NameOrigFullEng")]
    names = [name for name in dict.fromkeys([short, *others]) if name and name != full and _is_latin(name)]
    people = _PEOPLE.sub("", short) if communal else ""
    return {
        "id": _free_id(f"{people} communal" if communal else short, countries[0], actor["ActorId"], taken),
        "canonical": f"{people} communal militia" if communal else full,
        "kind": kind(actor),
        "country": home,
        "active": "|".join(code for code in countries if code != home),
        "parent": "",
        "ucdp_id": actor["ActorId"],
        "aliases": "" if communal else "|".join(name for name in names if not _is_short(name)),
        "in_context": "" if communal else "|".join(name for name in names if _is_short(name)),
        "people": people,
        "wing_of": "",
        "origin": UCDP,
        "note": f"UCDP: {short}",
    }


def places(actor: Actor) -> list[str]:
    """The countries where UCDP has the actor, the first first."""
    return list(dict.fromkeys(COUNTRIES[name.strip()] for name in actor["Location"].split(",")))


def kind(actor: Actor) -> str:
    """A first guess at the kind, by UCDP's own columns."""
    name = actor["NameData"]
    if actor["Org"] == "3" or _TRIBE.search(name):
        return "identity_militia"
    if actor["Org"] == "2":
        return "political_militia"
    if _GANG.search(name) or (not actor["ConflictId"] and places(actor)[0] in _GANG_LANDS):
        return "criminal_group"
    return "rebel_group" if actor["ConflictId"] or actor["Splinter"] == "1" or actor["SplitTemp"] == "1" else "political_militia"


def region(country: str) -> str:
    """The file for parties of this country."""
    return next((name for name, codes in REGIONS.items() if country in codes.split()), "world")


def relations(actors: Iterable[Actor], ids: Mapping[str, str]) -> Iterator[Row]:
    """Splits, alliances, mergers and renamings, as UCDP has them.

    Left out are a group that UCDP calls its own splinter, and those that its table refers to but does not list.
    """
    for actor in actors:
        own = ids[actor["ActorId"]]
        for flag, column, kind_of_tie in _TIES:
            others = [number.strip() for number in actor[column].split(",")] if actor[flag] == "1" else []
            for other in dict.fromkeys(ids[number] for number in others if number in ids):
                if other != own:
                    yield _tie(own, kind_of_tie, other=other)
        if actor["NameChange"] != "0" and (name := _clean(actor["NewName"])):
            yield _tie(own, "renamed_to", name=name)


def _tie(own: str, type_: str, other: str = "", name: str = "") -> Row:
    return {"id": own, "type": type_, "other": other, "name": name, "from": "", "until": "", "origin": UCDP}


def _free_id(name: str, country: str, number: str, taken: set[str]) -> str:
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", name.replace("ı", "i")) if not unicodedata.combining(letter))
    words = re.findall(r"[a-z0-9]+", plain.lower().replace("'", "").replace("’", "").replace("(forces of", ""))
    slug = "-".join(words)
    for candidate in (slug, f"{slug}-{country.lower()}", f"{slug}-{number}"):
        if candidate not in taken and not candidate.startswith("gov-"):
            return candidate
    raise ValueError(f"no free id for {name}")


def _is_short(name: str) -> bool:
    """An abbreviation: one word of capitals, digits and small marks, or two short ones ("MFDC - S")."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(name) <= 16 and sum(letter.isupper() for letter in letters) > len(letters) / 2


def _is_latin(name: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in name if letter.isalpha())


def _clean(name: str) -> str:
    name = "".join(letter for letter in name if unicodedata.category(letter) != "Cf")
    return "" if name.strip() in {"n/a", "-"} else " ".join(name.split())


def _actors(path: Path) -> list[dict[str, str]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, columns: list[str], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
