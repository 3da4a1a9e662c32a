"""Shapes and their order: a shape says which kind of happening, a colour says how far it is borne out; both drawings and the map use these.

Sixteen types are too many for the eye, so types of a kind share a shape. The shapes differ in outline, not in detail, and are told apart
without any colour. Paths are drawn around 0, 0, within 10 units of it.
"""

from __future__ import annotations

from dataclasses import dataclass

#: How far something is borne out, as it is stacked and listed: from nobody to several, then what is contested.
STANDINGS = ("none", "party_only", "single", "corroborated", "contested")


@dataclass(frozen=True, slots=True)
class Shape:
    """An outline, what it is called in a legend, and the types of events that it stands for."""

    name: str
    label: str
    path: str
    types: tuple[str, ...] = ()


SHAPES = (
    Shape("diamond", "attack", "M0-9.6 9.6 0 0 9.6-9.6 0Z", ("ASSAULT",)),
    Shape("square", "coercion or sanction", "M-7.2-7.2H7.2V7.2H-7.2Z", ("COERCE", "SANCTION")),
    Shape("triangle", "protest", "M0-9 9 7.2H-9Z", ("PROTEST",)),
    Shape("house", "show of force or threat", "M-8.4-6.4H2.4L9.4 0 2.4 6.4H-8.4Z", ("MOBILIZE", "THREATEN")),
    Shape(
        "cross",
        "words against words",
        "M-3.2-8.8H3.2V-3.2H8.8V3.2H3.2V8.8H-3.2V3.2H-8.8V-3.2H-3.2Z",
        ("ACCUSE", "REJECT", "REQUEST"),
    ),
    Shape(
        "circle",
        "talks, help or a step back",
        "M8.2 0A8.2 8.2 0 1 1-8.2 0 8.2 8.2 0 0 1 8.2 0Z",
        ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"),
    ),
)
#: Several kinds at one place.
SEVERAL = Shape("several", "of several kinds", "M-3.9-9.2H3.9L9.2-3.9V3.9L3.9 9.2H-3.9L-9.2 3.9V-3.9Z")
#: Told together: hollow, and in no count.
TOGETHER = Shape("together", "told together, in no count", "M-6-9H6A3 3 0 0 1 9-6V6A3 3 0 0 1 6 9H-6A3 3 0 0 1-9 6V-6A3 3 0 0 1-6-9Z")

_OF_TYPE = {code: shape for shape in SHAPES for code in shape.types}
_BY_NAME = {shape.name: shape for shape in (*SHAPES, SEVERAL, TOGETHER)}


def shape_of(types: tuple[str, ...] | list[str]) -> Shape:
    """The shape of what happened somewhere: that of its only kind, else the one that says that there are several."""
    shapes = {_OF_TYPE[code] for code in types if code in _OF_TYPE}
    return shapes.pop() if len(shapes) == 1 else SEVERAL


def named(name: str) -> Shape:
    """The shape of this name."""
    return _BY_NAME[name]
