"""Groups of confusable articles: all are right in form, and what is wrong is told."""

from __future__ import annotations

import pytest

from corpus.confusables import FOLDER, HALVES, agreement, groups, half_of, read
from corpus.gold import GoldError

EVENT = {
    "type": "ASSAULT",
    "what": "a bomb",
    "first": "2024-03-04",
    "last": "2024-03-04",
    "place": "Gao",
    "aggregate": False,
    "encloses": [],
}
ARTICLE = {"kind": "report", "copy_of": None, "outlet": "a paper", "published": "2024-03-05", "title": "A bomb"}


def raw(**changed) -> dict:
    """A small group: two articles, the second a reprint, and two happenings."""
    tells = [{"event": "e1", "how": "told", "words": ["exploded"]}]
    first = {**ARTICLE, "id": "d1", "text": "A bomb exploded in Gao. An older blast was recalled.", "tells": tells}
    also = {"event": "e2", "how": "recalled", "words": ["older blast"]}
    second = {**first, "id": "d2", "kind": "reprint", "copy_of": "d1", "tells": [*tells, also]}
    older = {**EVENT, "id": "e2", "first": "2023-01-01", "last": "2023-01-01"}
    return {
        "id": "g",
        "confusion": "two bombs",
        "about": "",
        "events": [{**EVENT, "id": "e1"}, older],
        "documents": [first, second],
        **changed,
    }


def test_every_group_is_right_in_form():
    found = list(groups())

    assert [group.id for group in found] == sorted(path.stem for path in FOLDER.glob("*.json"))
    assert len(found) >= 150


def test_half_of_them_are_held_back():
    names = [path.stem for path in FOLDER.glob("*.json")]

    assert {half_of(name) for name in names} == set(HALVES)
    assert 0.45 < sum(half_of(name) == "held" for name in names) / len(names) < 0.6
    assert all(group.half == "dev" for group in groups("dev"))


def test_words_are_found_in_their_text():
    group = read(raw())
    (told,) = group.articles[0].tells

    assert [group.articles[0].text[span.start : span.end] for span in told.words] == ["exploded"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda group: group.pop("events"), "events is missing"),
        (lambda group: group["events"][0].update(first="2024-03-06"), "e1 ends before it begins"),
        (lambda group: group["events"][0].update(type="BOMB"), "not a valid EventType"),
        (lambda group: group["events"][0].update(encloses=["e2"]), "no aggregate"),
        (lambda group: group["documents"][0].update(published="2024-03-01"), "d1 tells of e1 before it was"),
        (lambda group: group["documents"][1].update(copy_of=None), "d2: a reprint"),
        (lambda group: group["documents"][1].update(copy_of="d9"), "d2: a reprint"),
        (lambda group: group["documents"][0]["tells"][0].update(words=["burst"]), "'burst' stands 0 times"),
        (lambda group: group["documents"][0]["tells"][0].update(words=[]), "no words for e1"),
        (lambda group: group["documents"][1]["tells"].pop(), "e2 is told by no document"),
        (lambda group: group["documents"][0]["tells"].clear(), "no happening is told by two documents"),
    ],
)
def test_what_is_wrong_is_told(change, told):
    group = raw()
    # Deep enough that no change reaches another test: `raw` makes its lists anew, but for those that two documents share.
    group["documents"][0]["tells"] = [dict(each) for each in group["documents"][0]["tells"]]
    change(group)

    with pytest.raises(GoldError, match=told):
        read(group)


@pytest.mark.parametrize(
    ("letters", "precision", "recall", "differ"),
    [
        ({"d1 e1": "a", "d2 e1": "a", "d2 e2": "b"}, 1.0, 1.0, []),
        ({"d1 e1": "a", "d2 e1": "a", "d2 e2": "a"}, 1 / 3, 1.0, ["g"]),
        ({"d1 e1": "a", "d2 e1": "b", "d2 e2": "c"}, 0.0, 0.0, ["g"]),
    ],
    ids=["alike", "one merged too many", "one torn"],
)
def test_a_second_reading_is_compared_pair_by_pair(letters, precision, recall, differ):
    told, groups_that_differ = agreement([read(raw())], {"g": letters, "another": {}})

    assert (told.precision, told.recall, groups_that_differ) == (precision, recall, differ)
