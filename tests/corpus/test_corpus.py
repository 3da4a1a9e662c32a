"""The corpus as it lies in the repository: in form, in parts that do not move, and in files that can be built."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest

from corpus import parts, snippets
from corpus.build import line
from corpus.check import problems
from corpus.gold import read
from corpus.log import tables
from corpus.page import page
from corpus.standoff import bare
from tests.corpus.examples import TEXT, annotation

MODERN = sorted(parts.MODERN.glob("*.json"))


@pytest.mark.parametrize("path", MODERN, ids=lambda path: path.stem)
def test_a_document_is_right_in_form(path: Path):
    found = list(problems(json.loads(path.read_text(encoding="utf-8")), path.with_suffix(".txt").read_text(encoding="utf-8")))

    assert not found, "\n".join(found)
    assert json.loads(path.read_text(encoding="utf-8"))["document"] == path.stem


def test_there_are_as_many_as_the_datasheet_promises():
    assert len(MODERN) >= 400
    assert len(parts.STANDOFF.read_text(encoding="utf-8").splitlines()) >= 250


def test_parts_never_move():
    assert [parts.part_of(name) for name in ("gwoza", "quetta", "bangui", "aden", "lashio", "arauca")] == PARTS_OF_SIX


PARTS_OF_SIX = ["test", "train", "train", "train", "train", "test"]


def test_every_part_has_its_share():
    first = [path.stem for path in MODERN if not parts.is_later(path.stem)]
    counts = {part: sum(parts.part_of(name) == part for name in first) for part in parts.PARTS}

    assert 0.5 < counts["train"] / len(first) < 0.7
    assert min(counts["dev"], counts["test"]) > 0.15 * len(first)


def test_what_was_written_to_train_on_is_train():
    later = [path.stem for path in MODERN if parts.is_later(path.stem)]

    assert later
    assert {parts.part_of(name) for name in [*later, "st001", "tz99-any"]} == {"train"}


def test_no_text_is_another_with_other_names():
    """No two texts share a run of twelve words."""
    seen: dict[tuple[str, ...], str] = {}
    for path in MODERN:
        words = path.with_suffix(".txt").read_text(encoding="utf-8").lower().split()
        for run in zip(*(words[n:] for n in range(12)), strict=False):
            assert seen.setdefault(run, path.stem) == path.stem, f"{path.stem} and {seen[run]}: {' '.join(run)}"


def test_stand_off_annotations_hold_no_text():
    for row in parts.STANDOFF.read_text(encoding="utf-8").splitlines():
        annotation = json.loads(row)
        for item in (*annotation["attributions"], *annotation["events"], *annotation["claims"]):
            for key in ("content", "cue", "words", "quote"):
                assert not any(isinstance(piece, str) for piece in item.get(key) or ()), annotation["document"]
            for party in (item.get("source"), *item.get("actors", ()), *item.get("recipients", ())):
                assert party is None or isinstance(party[0], list), annotation["document"]


def test_standing_off_changes_nothing_but_the_words():
    gold, stripped = read(annotation(), TEXT), read(bare(annotation(), TEXT), TEXT)

    assert [c.quote for c in gold.claims] == [c.quote for c in stripped.claims]
    assert gold.sayings == stripped.sayings
    assert gold.happenings == stripped.happenings


def test_a_built_line_points_at_its_words():
    built = line(read(annotation(), TEXT))

    assert built["part"] == parts.part_of("gwoza")
    assert [TEXT[s:e] for s, e in built["events"][0]["words"]] == ["ambushed", "killing", "attack"]
    assert built["claims"][0]["quote"]["exact"] == TEXT[slice(built["claims"][0]["quote"]["start"], built["claims"][0]["quote"]["end"])]
    assert "confidence" not in built["claims"][0]


def test_the_page_shows_the_text_once_and_marks_every_layer():
    gold = read(annotation(), TEXT.replace("Gunmen", "<b>Gunmen"))

    made = page([gold])
    assert "<b>Gunmen" not in made
    for layer in ("source", "cue", "content", "event", "claim"):
        assert f'class="{layer}"' in made or f"{layer} " in made or f' {layer}"' in made
    for claim in gold.claims:
        assert f'href="#gwoza-{claim.quote.start}"' in made
        assert f'id="gwoza-{claim.quote.start}"' in made


def test_the_page_marks_pieces_in_the_order_of_the_text():
    gold = read(annotation(), TEXT)
    starts = [int(piece.split('"')[0]) for piece in page([gold]).split('id="gwoza-')[1:]]

    assert all(a < b for a, b in pairwise(starts))
    assert starts[0] == 0


def test_the_log_counts_what_there_is():
    counted = dict(tables([read(annotation(), TEXT)]))

    assert counted["stance"] == {"reported": 1, "claimed": 1}
    assert counted["form"] == {"wire": 1}


@pytest.mark.parametrize("row", snippets.snippets(), ids=lambda row: row["id"])
def test_a_snippet_is_right_in_form(row):
    assert not snippets.problems(row)


def test_snippets_are_many_and_their_ids_unique():
    ids = [row["id"] for row in snippets.snippets()]

    assert len(ids) == len(set(ids)) >= 300
