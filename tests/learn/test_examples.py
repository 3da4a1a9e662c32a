"""Annotated texts become examples: the labels stand at the right words."""

from __future__ import annotations

from ascribe.annotate import heads
from ascribe.annotate.windows import Pieces
from ascribe.learn.examples import Example, muc4, own, polnear, snippet
from ascribe.pipeline import WEIGHTS
from corpus.build import line
from corpus.gold import read

PIECES = Pieces(WEIGHTS / "vocabulary.json")
TEXT = "Gunmen ambushed a patrol near Gwoza on Monday. At least nine soldiers were killed, an army spokesman said."
ANNOTATION = {
    "document": "gwoza",
    "published": "2019-03-05",
    "parties": {"army": {"canonical": "Nigerian Army", "kind": "state_forces", "country": "NG"}},
    "places": {"gwoza": {"canonical": "Gwoza", "country": "NG", "level": "town"}},
    "attributions": [{"id": "a1", "source": ["an army spokesman", "army"], "cue": "said", "content": "At least nine soldiers were killed"}],
    "events": [{"id": "e1", "type": "ASSAULT", "mode": "firearms", "tactics": ["ambush"], "words": ["ambushed", "killed"]}],
    "claims": [
        {
            "id": "c1",
            "event": "e1",
            "quote": "Gunmen ambushed a patrol near Gwoza on Monday",
            "actors": [["Gunmen", None]],
            "recipients": [["a patrol", "army"]],
            "places": [["Gwoza", "gwoza"]],
            "time": {"words": "on Monday", "start": "2019-03-04", "end": "2019-03-04", "basis": "relative"},
        },
        {
            "id": "c2",
            "event": "e1",
            "by": "a1",
            "quote": "At least nine soldiers were killed",
            "time": {"words": None, "start": None, "end": "2019-03-05", "basis": "publication"},
            "fatalities": ["At least nine", 9, 9, None],
        },
    ],
}


def example() -> Example:
    (made,) = own(PIECES, line(read(ANNOTATION, TEXT)))
    return made


def words(made: Example, numbers) -> list[str]:
    return [made.window.tokens[at].text for at in numbers]


def test_tags_stand_at_their_words():
    made = example()

    for name, expected in (("event", ["ambushed", "killed"]), ("cue", ["said"]), ("source", ["an", "army", "spokesman"])):
        assert words(made, [at for at, label in enumerate(made.tags[name]) if label]) == expected


def test_a_stretch_begins_once():
    assert [label for label in example().tags["source"] if label] == [1, 2, 2]


def test_roles_are_those_of_the_claim_that_rests_on_the_word():
    made = example()
    roles = heads.ANCHORED["event"]
    found = {
        made.window.tokens[anchor].text: {(roles[role], made.window.tokens[at].text) for role, at in marked}
        for name, anchor, marked in made.anchored
        if name == "event"
    }

    assert ("actor", "Gunmen") in found["ambushed"]
    assert ("place", "Gwoza") in found["ambushed"]
    assert ("killed", "nine") in found["killed"]
    assert ("source", "spokesman") in found["killed"]
    assert ("actor", "Gunmen") not in found["killed"]


def test_two_words_of_one_event_are_a_pair():
    made = example()

    assert [(words(made, pair[1:3]), pair[3]) for pair in made.pairs if pair[0] == "event"] == [(["ambushed", "killed"], True)]


def test_a_cue_is_tied_to_the_words_of_its_claim_and_to_those_of_its_event():
    made = example()
    found = {(name, *words(made, pair)): same for name, *pair, same in made.pairs}

    assert found["said", "said", "killed"]
    assert not found["said", "said", "ambushed"]
    assert found["about", "said", "killed"]
    assert found["about", "said", "ambushed"]


def test_a_cue_says_how_its_claim_stands_to_what_is_named_elsewhere():
    text = f"{TEXT} The rebels deny it."
    sayings = [*ANNOTATION["attributions"], {"id": "a2", "source": ["The rebels", None], "cue": "deny", "content": "it"}]
    denial = {"id": "c3", "event": "e1", "by": "a2", "quote": "The rebels deny it", "stance": "denied", "contests": "responsibility"}
    when = {"time": {"words": None, "start": None, "end": "2019-03-05", "basis": "publication"}}
    annotation = {**ANNOTATION, "attributions": sayings, "claims": [*ANNOTATION["claims"], {**denial, **when}]}

    (made,) = own(PIECES, line(read(annotation, text)))
    tells = {made.window.tokens[at].text: labels for head, at, labels in made.several if head == "tells"}
    chosen = {made.window.tokens[at].text: heads.CHOICES[head][label] for head, at, label in made.choices if head == "cue stance"}

    assert tells == {"said": (1, 0), "deny": (1, 1)}
    assert chosen == {"said": "reported", "deny": "denied"}


def muc4_line(text: str, **slots) -> dict:
    empty = {name: {"fillers": []} for name in ("perp_individual_id", "perp_organization_id", "phys_tgt_id", "hum_tgt_name")}
    empty |= {name: {"fillers": []} for name in ("instrument_id", "hum_tgt_description", "perp_organization_confidence")}
    kind = {"incident_type": {"fillers": [{"alternatives": ["BOMBING"]}]}}
    return {"docid": "d", "text": text, "body_start": 0, "templates": [{"slots": {**empty, **kind, **slots}}]}


def test_of_nested_fillers_the_longer_stays():
    text = "CRIMINAL TERRORISTS BOMBED AN OFFICE."
    filler = {"alternatives": ["CRIMINAL TERRORISTS", "TERRORISTS"], "spans": [[[0, 19]], [[9, 19]]]}

    (made,) = muc4(PIECES, muc4_line(text, perp_individual_id={"fillers": [filler]}))

    assert made.tags["PerpInd"][:3] == [1, 2, 0]
    assert ("incident", 0, heads.INCIDENTS.index("bombing")) in made.choices
    assert made.whole == [("incident", (1,))]


def test_a_text_without_incidents_is_empty():
    line_ = {"docid": "d", "text": "THE HARVEST WAS GOOD.", "body_start": 0, "templates": []}
    (made,) = muc4(PIECES, line_)

    assert made.is_empty
    assert made.whole == [("incident", (0,))]


def test_a_snippet_has_labels_for_the_whole():
    row = {"id": "st001", "text": "Police arrested ten men.", "case": "ARREST", "relevant": True, "aggregate": False, "types": ["Other"]}

    (made,) = snippet(PIECES, row)

    assert made.whole_choices == [("snippet", heads.CASES.index("ARREST"))]
    assert ("relevant", (1, 0)) in made.whole


def test_attributions_alone_ask_nothing_else():
    text = "The mayor, a doctor, denied that the clinic had closed. Nobody knows why."
    said = {"source": [[0, 9], [11, 19]], "cue": [[21, 27]], "content": [[28, 54]]}
    (made,) = polnear(PIECES, {"docid": "p", "text": text, "attributions": [{"type": "quotation", **said}]})

    assert words(made, [at for at, label in enumerate(made.tags["source"]) if label]) == ["The", "mayor", "a", "doctor"]
    ((head, anchor, roles),) = made.anchored
    assert head == "cue"
    assert words(made, [anchor]) == ["denied"]
    assert words(made, [at for role, at in roles if role == 1]) == ["that", "the", "clinic", "had", "closed"]
    assert set(made.tags) == {"source", "cue"}
    assert not (made.choices or made.several or made.pairs or made.whole)
