"""The labels that the encoder is asked for are those of the codebook."""

from __future__ import annotations

from itertools import pairwise

from ascribe.annotate import heads
from corpus.codes import CASES, MODES, TACTICS
from corpus.snippets import TYPES


def test_labels_are_those_of_the_corpus():
    assert set(heads.MODES) == {f"{kind} {mode}" for kind, modes in MODES.items() for mode in modes}
    assert set(heads.TACTICS) == TACTICS
    assert heads.CASES == CASES
    assert heads.TYPES_OF_RELEVANT == TYPES


def test_columns_lie_side_by_side():
    for columns in (heads.WORD_COLUMNS, heads.WHOLE_COLUMNS):
        assert all(one.stop == other.start for one, other in pairwise(columns.values()))


def test_drawers_keep_the_sides_apart_and_grow_with_the_distance():
    ahead = [heads.drawer(n) for n in range(300)]
    behind = [heads.drawer(-n) for n in range(1, 300)]

    assert ahead == sorted(ahead)
    assert behind == sorted(behind)
    assert max(ahead) < heads.DRAWERS <= min(behind)
    assert max(behind) < 2 * heads.DRAWERS
