"""The MUC-4 key in the form that its CEAF scores read: templates with a type and five roles, a role a list of entities.

The rules (shared/corpora/muc4/metrics.md): small letters; a key string that is not in the body of the text is dropped, and so is an entity
left without strings; optional templates and fillers count as required.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ascribe.annotate.heads import FILLERS
from benchmarks.lines import Line

Entity = frozenset[str]
#: The roles that are scored, each with its slot of the keys: those who are described, not named, do not count.
SLOTS = {role: slot for role, slot in FILLERS.items() if role != "Described"}
ROLES = tuple(SLOTS)


@dataclass(frozen=True)
class Firmness:
    """How firmly an organisation is named: its strings, and every value that the key accepts."""

    organisation: Entity
    values: frozenset[str]


@dataclass(frozen=True)
class Template:
    """One incident: its type in small letters ("attack / bombing" where the key accepts both), and the entities of each role."""

    incident_type: str
    roles: dict[str, tuple[Entity, ...]]
    firmness: tuple[Firmness, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class Key:
    """What a document should give: templates, and the fillers of each role, pooled over its templates."""

    templates: tuple[Template, ...]
    pooled: dict[str, tuple[Entity, ...]]
    relevant: bool


def normal(words: str) -> str:
    """Small letters, without punctuation and articles, white space collapsed: strings that are equal so are the same answer."""
    bare = words.lower().translate(_NO_PUNCTUATION)
    return " ".join(word for word in bare.split() if word not in {"a", "an", "the"})


_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


def key_of(line: Line) -> Key:
    """The key of one document."""
    body = re.sub(r"\s+", " ", line["text"][line["body_start"] :]).lower().replace("[", "(").replace("]", ")")
    whole = [_entities(template, None) for template in line["templates"]]
    templates = tuple(_template(template, body) for template in line["templates"])
    pooled = {role: _drop(pool(entity for roles in whole for entity in roles[role]), body) for role in ROLES}
    return Key(templates, pooled, bool(line["templates"]))


def _template(template: Line, body: str) -> Template:
    kinds = [kind for filler in template["slots"]["incident_type"]["fillers"] for kind in filler["alternatives"]]
    return Template(" / ".join(kind.lower() for kind in kinds), _entities(template, body), tuple(_firmness(template)))


def _entities(template: Line, body: str | None) -> dict[str, tuple[Entity, ...]]:
    roles = {}
    for role, slot in SLOTS.items():
        entities = [_strings(filler["alternatives"]) for filler in template["slots"][slot]["fillers"]]
        roles[role] = tuple(entities) if body is None else _drop(entities, body)
    return roles


def _strings(alternatives: Iterable[str]) -> Entity:
    return frozenset(re.sub(r"\s+", " ", words).strip().lower() for words in alternatives)


def _drop(entities: Iterable[Entity], body: str) -> tuple[Entity, ...]:
    """The entities, without strings that the body does not have."""
    kept = (frozenset(words for words in entity if words in body) for entity in entities)
    return tuple(entity for entity in kept if entity)


def pool(entities: Iterable[Entity]) -> Sequence[Entity]:
    """One after the other; one that contains an earlier one, or is contained in it, adds nothing."""
    pooled: list[Entity] = []
    for entity in entities:
        if not any(entity <= other or other <= entity for other in pooled):
            pooled.append(entity)
    return pooled


def _firmness(template: Line) -> Iterable[Firmness]:
    organisations = [_strings(filler["alternatives"]) for filler in template["slots"]["perp_organization_id"]["fillers"]]
    for filler in template["slots"]["perp_organization_confidence"]["fillers"]:
        named = _strings(filler.get("xref") or ())
        for organisation in organisations:
            if not named or named & organisation:
                yield Firmness(organisation, frozenset(filler["alternatives"]))
