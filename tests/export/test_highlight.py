"""Marks overlap and nest; pieces do not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ascribe.export.highlight import Mark, marks, pieces
from tests.export.told import bombing


def test_nested_quotes_are_cut_and_the_shortest_stands_first():
    text = "0123456789"

    found = list(pieces(text, [Mark(0, 8, 1), Mark(2, 5, 2), Mark(3, 4, 2, "where")]))

    assert [(text[p.start : p.end], p.quoting, p.roles) for p in found] == [
        ("01", (1,), ()),
        ("2", (2, 1), ()),
        ("3", (2, 1), ((2, "where"),)),
        ("4", (2, 1), ()),
        ("567", (1,), ()),
        ("89", (), ()),
    ]


def test_a_line_end_is_a_piece_of_its_own():
    text = "ab\ncd"

    assert [text[p.start : p.end] for p in pieces(text, [Mark(1, 5, 1)])] == ["a", "b", "\n", "cd"]


def test_an_empty_text_has_no_pieces():
    assert list(pieces("", [])) == []


def test_every_value_of_a_claim_is_marked():
    record = bombing()
    text = record["document"]["text"]

    found = {(m.claim, m.role, text[m.start : m.end]) for m in marks(record["claims"], len(text))}

    assert found >= {
        (1, "", "a bomb killed 24 people in Quetta on Monday"),
        (1, "who says so", "Police"),
        (1, "to whom", "24 people"),
        (1, "where", "Quetta"),
        (1, "when", "on Monday"),
        (1, "how many", "24"),
        (3, "how many", "71"),
    }


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.integers(1, 4), st.sampled_from(["", "where"])), max_size=12)


@given(st.text(alphabet="ab\n", min_size=1, max_size=40), SPANS)
def test_pieces_are_the_text_and_carry_what_covers_them(text, spans):
    found = [Mark(min(a, b), max(a, b), claim, role) for a, b, claim, role in spans if min(a, b) < max(a, b) <= len(text)]

    cut = list(pieces(text, found))

    assert "".join(text[p.start : p.end] for p in cut) == text
    for piece in cut:
        covering = [m for m in found if m.start <= piece.start and piece.end <= m.end]
        assert set(piece.quoting) == {m.claim for m in covering if not m.role}
        assert set(piece.roles) == {(m.claim, m.role) for m in covering if m.role}
        assert piece.end - piece.start == 1 or "\n" not in text[piece.start : piece.end]
