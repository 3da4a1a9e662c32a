"""Parts of groups and those who left them, and names that are part of others."""

from __future__ import annotations

import pytest

from ascribe.errors import ConfigError
from ascribe.model.reading import Reading
from ascribe.model.text import Document
from ascribe.resolve.party_words import words
from ascribe.resolve.register_files import read_years
from benchmarks.parties import _found, reading_steps


def _who(text: str, name: str, published: str = "2016-05-01") -> str | None:
    reading = Reading(Document.of(text, published=published, language="en"))
    for step in reading_steps():
        reading = step(reading)
    start = text.index(name)
    wanted = [p for p in _found(reading) if (p.start, p.end) == (start, start + len(name))]
    return wanted[0].id if wanted else None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The armed wing of Hamas said its men had shot at a tank.", "The armed wing of Hamas", "hamas"),
        ("The Red Army of PREPAK burnt a film hall in Manipur.", "The Red Army of PREPAK", "prepak"),
        ("The al-Hilu faction of the SPLM-N shelled Kadugli.", "The al-Hilu faction of the SPLM-N", "splm-n-hilu"),
        ("The northern front of the MFDC laid mines.", "The northern front of the MFDC", "mfdc-fn"),
        ("Islamic State's Yemen affiliate claimed the attack.", "Islamic State's Yemen affiliate", "is-yemen"),
        ("The Islamic State's affiliate in Mozambique claimed it.", "The Islamic State's affiliate in Mozambique", "is-mozambique"),
        ("A splinter group of Boko Haram took six people.", "A splinter group of Boko Haram", None),
        ("ELN dissidents killed two soldiers in Arauca.", "ELN dissidents", None),
        ("FARC dissidents killed two soldiers in Cauca.", "FARC dissidents", "farc-dissidents"),
        ("Sympathisers of the PKK burned cars.", "Sympathisers of the PKK", None),
        ("Former members of the LTTE marched in Jaffna.", "Former members of the LTTE", None),
        ("Former LTTE fighters marched in Jaffna.", "Former LTTE fighters", None),
    ],
)
def test_parts_and_those_who_left(text, name, party):
    assert _who(text, name) == party


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A bus overturned on Hamas Row in Amman.", "Hamas"),
        ("The Tamil Tigers Cricket Club won.", "The Tamil Tigers"),
        ("Workers painted MEND WHILE YOU WAIT over a shed.", "MEND"),
        ("The film Shining Path to Market won a prize.", "Shining Path"),
        ('The novel "The Red Brigades" sold out.', "The Red Brigades"),
        ("The ship Al-Qassam left Karachi.", "Al-Qassam"),
        ("Taliban Khan, a tailor, was fined.", "Taliban"),
        ("Dr Hizbullah Memon treated the burned.", "Hizbullah"),
        ("The Isis flows through Oxford.", "The Isis"),
        ("In Riyadh Al-Shabab beat Al-Hilal by a goal.", "Al-Shabab"),
        ("M23 motorway traffic stopped.", "M23"),
        ("The Balochistan Livestock Agency drove in. Its jeep bears the letters BLA.", "BLA"),
    ],
)
def test_a_part_of_another_name_is_nobody(text, name):
    assert _who(text, name) is None


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        ("The Suleiman Shah brigade opened the gate.", "The Suleiman Shah brigade", "suleiman-shah"),
        ("The Liberation Army of Kosovo said so.", "The Liberation Army of Kosovo", "kla"),
        ("The Movement for Liberation of Congo said so.", "The Movement for Liberation of Congo", "mlc"),
        ("An islamic front was formed.", "An islamic front", None),
    ],
)
def test_names_that_are_one(text, name, party):
    assert _who(text, name) == party


def test_open_names_speak_for_each_other():
    text = "The army blamed the FNL. The FDD, which had signed in Pretoria, said that it would send men."
    assert _who(text, "the FNL", "2003-05-01") == "fnl-burundi"


def test_the_day_decides_where_the_country_does_not():
    text = "The SNA fired on a convoy in Mogadishu."
    assert _who(text, "The SNA", "1993-06-05") == "usc-sna"
    assert _who(text, "The SNA", "2016-06-05") == "so-forces"


@pytest.mark.parametrize("row", ["x,1990,,", "a,90,,", "a,1995,1990,", "a,,,somewhere"])
def test_wrong_years_are_refused(tmp_path, row):
    path = tmp_path / "years.csv"
    origin = "" if row.endswith("somewhere") else '"general knowledge, unchecked"'
    path.write_text(f"id,from,until,origin\n{row}{origin}\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="line 2"):
        read_years(path, {"a"})


def test_word_lists_are_there():
    assert "splinter" in words("apart")
    with pytest.raises(KeyError):
        words("nothing")
