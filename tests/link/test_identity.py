"""What an engine finds again keeps its id, and what was cited still leads somewhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ascribe.link.identity import claim_ids, kept_claims, report_ids, successors
from ascribe.model.claims import EventType, Stance
from ascribe.model.text import Quote
from tests.make import claim, killed, party

POLICE, REBELS = party("Police"), party("Rebels")
WORDS = "Police said that gunmen killed three people in Gao"


def told(words: str, source=POLICE, start: int = 0, **known):
    return claim(source, quote=Quote(start, start + len(words), words), **known)


def test_the_same_coding_gives_the_same_ids():
    claims = [told(WORDS), told("Rebels denied it", REBELS, 60)]

    first = claim_ids("d", [], claims)
    old = [replace(each, id=name) for each, name in zip(claims, first, strict=True)]

    assert claim_ids("d", old, claims) == first == claim_ids("d", [], claims)
    assert len(set(first)) == 2


def test_one_sentence_said_twice_is_two_claims():
    assert len(set(claim_ids("d", [], [told(WORDS), told(WORDS, start=200)]))) == 2


def test_two_documents_never_share_an_id():
    assert claim_ids("d", [], [told(WORDS)]) != claim_ids("other", [], [told(WORDS)])


def test_a_better_reading_of_the_same_words_is_the_same_claim():
    old = [replace(told(WORDS), id="c1")]
    new = [told(WORDS + " on Monday", casualties=(killed(3),))]

    assert kept_claims(old, new) == {0: "c1"}


def test_words_of_somebody_else_of_another_type_are_another_claim():
    old = [replace(told(WORDS), id="c1")]

    assert kept_claims(old, [told(WORDS, REBELS, event_type=EventType.ACCUSE)]) == {}
    assert kept_claims(old, [told("A bridge was opened in Bamako on Friday by the minister")]) == {}


def test_the_claim_for_which_most_speaks_goes_first():
    old = [replace(told(WORDS), id="c1"), replace(claim(POLICE, Stance.DENIED, quote=Quote(0, len(WORDS), WORDS)), id="c2")]
    new = [claim(POLICE, Stance.DENIED, quote=Quote(0, len(WORDS), WORDS)), told(WORDS)]

    assert kept_claims(old, new) == {0: "c2", 1: "c1"}


def test_a_report_goes_on_where_most_of_its_claims_are():
    homes = {"c1": "r1", "c2": "r1", "c3": "r1", "c4": "r4"}

    names = report_ids({"e1": ["c1"], "e2": ["c2", "c3"], "e3": ["c9"]}, homes)

    assert (names["e2"], names["e3"]) == ("r1", "r9")
    assert names["e1"] not in {"r1", "r4", "r9"}
    assert successors({"e1": ["c1"], "e2": ["c2", "c3"], "e3": ["c9"]}, homes, names) == {"r4": None}


def test_a_report_that_is_merged_into_another_leads_there():
    homes = {"c1": "r1", "c2": "r2"}

    names = report_ids({"e1": ["c1", "c2"]}, homes)

    assert names == {"e1": "r1"}
    assert successors({"e1": ["c1", "c2"]}, homes, names) == {"r2": "r1"}


@given(st.lists(st.sampled_from([WORDS, "Rebels denied it", "Two soldiers were wounded near Ansongo"]), max_size=6), st.randoms())
def test_ids_are_never_given_twice(words, dice):
    claims = [told(each, start=100 * at) for at, each in enumerate(words)]
    names = claim_ids("d", [], claims)
    old = [replace(each, id=name) for each, name in zip(claims, names, strict=True)]
    dice.shuffle(old)

    again = claim_ids("d", old, claims[::-1])

    assert len(set(names)) == len(names)
    assert sorted(again) == sorted(names)


@given(
    st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["r1", "r2", "r3"]), max_size=6),
    st.lists(st.sets(st.sampled_from("abcdefgh"), min_size=1), max_size=4),
)
def test_no_two_reports_have_one_id(homes, groups):
    told_by: dict[str, list[str]] = {}
    seen: set[str] = set()
    for at, group in enumerate(groups):
        if mine := sorted(group - seen):
            told_by[f"e{at}"] = mine
            seen |= group

    names = report_ids(told_by, homes)

    assert len(set(names.values())) == len(told_by)
    assert set(successors(told_by, homes, names)).isdisjoint(names.values())
