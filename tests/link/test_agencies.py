"""Credits: a text that is signed by an agency is told from one that cites it."""

from __future__ import annotations

import csv
import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ascribe.knowledge.words import table
from ascribe.link.agencies import Agencies, credit

TABLE = table("agencies")
AGENCIES = Agencies.of(TABLE)
BODY = "Gunmen killed three people in a market on Monday, police said.\n\nThe army came late."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"BELLAKORO (Reuters) - {BODY}", "Reuters"),
        (f"PARIS (AP) — {BODY}", "Associated Press"),
        (f"MOSCOW, March 5. /TASS/. {BODY}", "TASS"),
        (f"KABUL, March 3 (Xinhua) -- {BODY}", "Xinhua News Agency"),
        (f"KABUL, Reuters - {BODY}", "Reuters"),
        (f"Three killed in market\n\nBELLAKORO (Reuters/AFP): {BODY}", "Reuters"),
        (f"Three killed in market\nBy Lena Ardo, Associated Press\n{BODY}", "Associated Press"),
        (f"Three killed in market\nReuters Staff\n{BODY}", "Reuters"),
        (f"Three killed in market - AFP\n{BODY}", "Agence France-Presse"),
        (f"{BODY} (Reuters)", "Reuters"),
        (f"{BODY} - AFP", "Agence France-Presse"),
        (f"{BODY}-Reuters", "Reuters"),
        (f"{BODY}\nSource: TASS", "TASS"),
        (f"{BODY}\nWith reporting from AP.", "Associated Press"),
        (f"{BODY} (With inputs from PTI)", "Press Trust of India"),
        (f"{BODY}\nAssociated Press writer Lena Ardo in Paris contributed to this report.", "Associated Press"),
        (f"{BODY}\n© 2024 AFP", "Agence France-Presse"),
        (f"{BODY} (Reporting by Lena Ardo in Bellakoro; Editing by Jon Ba)", "Reuters"),
        (
            "Gunmen killed three people in a market in Bellakoro on Monday afternoon, Xinhua reported. The army came late.",
            "Xinhua News Agency",
        ),
        (
            "Gunmen killed three people in a market in Bellakoro, according to the state news agency SANA. All is calm.",
            "Syrian Arab News Agency",
        ),
        (f"BELLAKORO (KNS) - {BODY}", "KNS"),
        (f"{BODY} (Great River Press)", "Great River Press"),
    ],
)
def test_what_a_text_is_credited_to(text, expected):
    assert credit(text, "The River Post", AGENCIES) == expected


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Gunmen killed three people in a market on Monday, police told Reuters.\n\nThe army came late, they told AFP.",
        f"{BODY}\n\nXinhua reported that two of them were traders. The town is quiet.",
        f"{BODY}\n\nThe town is quiet, Reuters reported. Nobody has said more.",
        f"{BODY} (With agency reports)",
        f"{BODY} - Agencies",
        f"{BODY} (Photo: Reuters)",
        f"Smoke over the market. Photo: AFP\n{BODY}",
        f"{BODY} - Lena Ardo",
        f"{BODY}\nThe River Post",
        "Kurdistan Workers' Party (PKK) - what it wants and who its leaders are, in short, for those who read of it first.",
        "BELLAKORO (UAE) - no dateline.",
        "The Reuters office in Bellakoro was searched on Monday morning by men who did not say who they were.",
        "",
    ],
)
def test_what_is_no_credit(text):
    assert credit(text, "The River Post", AGENCIES) is None


def test_an_agency_that_publishes_is_its_own_origin():
    assert credit(BODY, "AFP", AGENCIES) == credit(f"{BODY} - AFP", "The River Post", AGENCIES) == "Agence France-Presse"
    assert credit(f"{BODY} (The River Press)", "The River Press", AGENCIES) is None


def test_without_a_table_only_what_looks_like_an_outlet_is_found():
    assert credit(f"{BODY} (Great River Press)", None, Agencies()) == "Great River Press"
    assert credit(f"{BODY} (Reuters)", None, Agencies()) is None


def test_agencies_are_named_and_placed_as_in_the_register():
    with files("ascribe.knowledge").joinpath("parties/media.csv").open(encoding="utf-8") as rows:
        countries = {row["canonical"]: row["country"] for row in csv.DictReader(rows)}

    assert {name: countries[name] for name in TABLE if name in countries} == {n: e["country"] for n, e in TABLE.items() if n in countries}
    assert len(set(TABLE) & set(countries)) > 60


def test_no_name_is_of_two_agencies():
    names = [name for agency, entry in TABLE.items() for name in (agency, *entry["also"])]

    assert len(names) == len(set(names))


@given(st.text())
def test_any_text_is_read(text):
    credit(text, None, AGENCIES)


@pytest.mark.parametrize("text", ["(" * 50_000, "a " * 50_000, ". " * 50_000, "A, " * 50_000, "copyright " * 20_000, "- A" * 50_000])
def test_texts_made_to_be_slow_are_not(text):
    begun = time.process_time()

    credit(text, None, AGENCIES)

    assert time.process_time() - begun < 2
