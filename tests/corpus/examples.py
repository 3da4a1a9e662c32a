"""A small annotated document, for the tests of this folder."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

TEXT = (
    "Gunmen ambushed a patrol near Gwoza on Monday, killing at least nine soldiers, an army spokesman said. Boko Haram claimed the attack. "
    "It is the second attack this month in the area.\n"
)
ANNOTATION: dict[str, Any] = {
    "document": "gwoza",
    "published": "2019-03-05",
    "outlet": None,
    "form": "wire",
    "region": "West Africa",
    "setting": "generic",
    "phenomena": ["responsibility claimed"],
    "parties": {
        "army": {"canonical": "Nigerian Army", "kind": "state_forces", "country": "NG"},
        "bh": {"canonical": "Boko Haram", "kind": "rebel_group", "country": "NG"},
    },
    "places": {"gwoza": {"canonical": "Gwoza", "country": "NG", "admin1": "Borno", "level": "town"}},
    "attributions": [
        {"id": "a1", "source": ["an army spokesman", "army"], "cue": "said", "content": "Gunmen ... nine soldiers"},
        {"id": "a2", "source": ["Boko Haram", "bh"], "cue": "claimed", "content": "the {attack}."},
    ],
    "events": [
        {"id": "e1", "type": "ASSAULT", "mode": "firearms", "tactics": ["ambush"], "words": ["ambushed", "killing", "claimed the {attack}"]}
    ],
    "claims": [
        {
            "id": "c1",
            "event": "e1",
            "by": "a1",
            "quote": "Gunmen ... nine soldiers",
            "actors": [["Gunmen", None]],
            "recipients": [["a patrol", "army"]],
            "places": [["Gwoza", "gwoza"]],
            "time": {"words": "on Monday", "start": "2019-03-04", "end": "2019-03-04", "basis": "relative"},
            "casualties": [
                {"effect": "killed", "who": "soldiers", "side": "recipient", "civilian": False, "count": ["at least nine", 9, 9, None]}
            ],
            "fatalities": ["at least nine", 9, 9, None],
        },
        {
            "id": "c2",
            "event": "e1",
            "by": "a2",
            "stance": "claimed",
            "quote": "Boko Haram claimed the attack.",
            "actors": [["Boko Haram", "bh"]],
            "time": {"words": None, "start": None, "end": None, "basis": "publication"},
        },
    ],
}


def annotation(**changes: Any) -> dict[str, Any]:
    """The annotation, with some fields changed."""
    return {**deepcopy(ANNOTATION), **changes}


def with_claim(number: int, **changes: Any) -> dict[str, Any]:
    """The annotation, with some fields of one claim changed."""
    made = annotation()
    made["claims"][number] |= changes
    return made
