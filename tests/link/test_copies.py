"""Copies of one text count once, however they are cut, re-headlined and re-datelined; independent stories of one event are none."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ascribe.link.copies import Copying, copy_of, origins
from ascribe.link.fingerprints import fingerprint, pairs
from ascribe.link.overlaps import compared
from tests.link.wires import FURNITURE, OTHER, STATEMENT, WIRE, sentences

PARAGRAPHS = WIRE.split("\n\n")
OWN = sentences(OTHER.replace("\n\n", " "))
#: What an outlet knows nothing of but puts under everything, and no list has it.
TEASERS = (
    "Five things to know before the cotton auction opens. Why the ferry no longer stops at the old quay. In pictures, a day among the weavers. "
    "The teacher who walks nine miles. How we chose our words on the river provinces, and what our readers made of them this year."
)


def copying(left, right):
    return copy_of(compared(left, right)).copying


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (WIRE, Copying.COPY),
        ("\n\n".join(PARAGRAPHS[:2]), Copying.COPY),
        ("\n\n".join(reversed(PARAGRAPHS)), Copying.COPY),
        (WIRE.replace("Gunmen", "Armed men").replace("killing", "and killed").replace("local officials", "officials there"), Copying.COPY),
        (f"{OTHER}\n\n{PARAGRAPHS[0]}", Copying.PARTLY),
        (OTHER, Copying.INDEPENDENT),
        ("The price of millet has doubled.", Copying.INDEPENDENT),
        ("", Copying.INDEPENDENT),
    ],
    ids=[
        "itself",
        "its first third",
        "in another order",
        "words changed",
        "a paragraph in an own story",
        "another's story",
        "a line",
        "nothing",
    ],
)
def test_what_is_a_copy_of_a_wire(text, expected):
    assert copying(WIRE, text) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (f"{OTHER}\n\n{FURNITURE}", f"{PARAGRAPHS[3]}\n\n{FURNITURE}", Copying.INDEPENDENT),
        (f"{OTHER}\n\n{TEASERS}", f"{PARAGRAPHS[3]}\n\n{TEASERS}", Copying.PARTLY),
        (f'{OTHER}\n\nThe group said: "{STATEMENT}".', f'{PARAGRAPHS[1]}\n\n"{STATEMENT}," it said.', Copying.INDEPENDENT),
        (f'"{STATEMENT}."', f"{STATEMENT}.", Copying.COPY),
    ],
    ids=["furniture that is known", "furniture that is not", "a statement in both stories", "the statement alone in both"],
)
def test_what_stories_share_besides_their_telling(one, other, expected):
    assert copying(one, other) is expected


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (WIRE, "the shorter text stands word for word in the other; the longest run has 277 words"),
        (
            f"{PARAGRAPHS[1]} {OWN[0]} {OWN[4]}",
            "three fifths of the shorter text stands word for word in the other; the longest run has 64 words",
        ),
        (OTHER, "what both share is quoted, or is what a site puts around its articles"),
        (PARAGRAPHS[5][:30], "no stretch of words stands in both texts"),
    ],
    ids=["all", "a share", "a quotation", "nothing"],
)
def test_what_a_person_is_told(text, says):
    assert copy_of(compared(WIRE, text)).says == says


def test_the_sentence_names_every_share():
    told = sentences(WIRE.replace("\n\n", " "))
    mixed = [" ".join([*told[:count], *OWN]) for count in range(len(told))]

    assert all(copy_of(compared(WIRE, text)).says for text in mixed)


@st.composite
def reprints(draw, cut=0.35):
    """The wire cut to some of its sentences in a row, with a headline, a dateline, and a sentence of the outlet's own at either end."""
    told = sentences(WIRE)
    least = int(cut * len(told)) + 1
    start = draw(st.integers(0, len(told) - least))
    end = draw(st.integers(start + least, len(told)))
    while len(" ".join(told[start:end]).split()) < 60:
        start, end = max(0, start - 1), min(len(told), end + 1)
    headline = draw(st.sampled_from(["Market raid leaves many dead", "Blood on the grain scales: a Thursday in Bellakoro", ""]))
    dateline = draw(st.sampled_from(["BELLAKORO (Reuters) - ", "PARIS, March 3: ", ""]))
    first, last = draw(st.sampled_from(OWN)), draw(st.sampled_from(OWN))
    return f"{headline}\n{dateline}{first} {' '.join(told[start:end])} {last}"


@given(reprints())
def test_a_reprint_is_found_and_is_a_copy(reprint):
    prints = {"reprint": fingerprint(reprint), "wire": fingerprint(WIRE)}

    assert list(pairs(prints)) == [("reprint", "wire")]
    assert copying(reprint, WIRE) is Copying.COPY


@settings(max_examples=20, deadline=None)
@given(st.lists(reprints(), min_size=29, max_size=29), st.permutations(PARAGRAPHS), st.randoms(use_true_random=False))
def test_thirty_reprints_of_one_wire_are_one_origin(cut, turned, chance):
    texts = [*cut, "\n\n".join(turned), WIRE]
    chance.shuffle(texts)
    named = {f"d{number:02}": text for number, text in enumerate(texts)} | {"other": OTHER}
    found = pairs({name: fingerprint(text) for name, text in named.items()})
    copies = [pair for pair in found if copying(*(named[name] for name in pair)) is Copying.COPY]

    assert origins(named, copies) == (tuple(sorted(set(named) - {"other"})), ("other",))


@given(
    st.lists(st.sampled_from(sentences(WIRE) + OWN), max_size=12).map(" ".join), st.lists(st.sampled_from(OWN), max_size=9).map(" ".join)
)
def test_it_does_not_matter_which_text_comes_first(left, right):
    assert copy_of(compared(left, right)) == copy_of(compared(right, left))


@given(st.text().filter(lambda text: any(letter.isalnum() for letter in text)))
def test_a_text_with_words_is_a_copy_of_itself(text):
    assert copying(text, text) is Copying.COPY


NAMES = "abcdefgh"
PAIRS = st.lists(st.sampled_from(list(combinations(NAMES, 2))), max_size=10)


@given(PAIRS, st.randoms(use_true_random=False))
def test_origins_do_not_depend_on_the_order(copies, chance):
    names, turned = list(NAMES), [pair[::-1] for pair in copies]
    chance.shuffle(names)
    chance.shuffle(turned)

    assert origins(names, turned) == origins(NAMES, copies)
    assert sorted(name for group in origins(NAMES, copies) for name in group) == list(NAMES)


@given(PAIRS, st.sampled_from(NAMES))
def test_a_copy_that_comes_in_changes_the_group_of_its_original_only(copies, original):
    before = set(origins(NAMES, copies))
    after = set(origins([*NAMES, "new"], [*copies, ("new", original)]))

    assert {group for group in before if original not in group} == {group for group in after if "new" not in group}
    assert {original, "new"} <= set(next(group for group in after if "new" in group))
