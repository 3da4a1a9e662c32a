"""What the program knows of words: frozen tables that `knowledge` fills from its data files and hands to the steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ascribe.model.claims import EventType, Stance
from ascribe.model.parties import Kind


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words by class, and the forms of the verbs.

    `closed` maps a word to its tag when it has only one; `verbs` maps a form to its lemma and the tags that it can have;
    `also_nouns` are forms that are nouns unless the sentence says otherwise.
    """

    closed: Mapping[str, str]
    verbs: Mapping[str, tuple[str, frozenset[str]]]
    also_nouns: frozenset[str]
    adjectives: frozenset[str]
    participles: frozenset[str]
    adverbs: frozenset[str]
    prepositions: frozenset[str]
    gerunds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frame:
    """A kind of happening: what words tell of it, and what follows from them. See knowledge/events.toml."""

    name: str
    type: EventType
    mode: str | None = None
    tactics: tuple[str, ...] = ()
    effect: str | None = None
    subject: str = "actor"
    weak: bool = False
    granularity: str | None = None


@dataclass(frozen=True, slots=True)
class PhrasalVerb:
    """A verb of several words: what follows the lemma, within a few tokens."""

    words: tuple[str, ...]
    frame: Frame


@dataclass(frozen=True, slots=True)
class EventWords:
    """Every word that tells of a happening."""

    verbs: Mapping[str, Frame]
    phrasal: Mapping[str, tuple[PhrasalVerb, ...]]
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], Frame], ...]]  # last word -> (words before it, frame), longest first
    plurals: frozenset[str]


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """How a verb of speaking attributes."""

    stance: Stance
    name: str
    hedges: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """A deed in words: a demand, an accusation."""

    type: EventType
    mode: str | None
    name: str


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Every word that attributes, doubts or does something by being said."""

    verbs: Mapping[str, SpeechVerb]
    phrasal: Mapping[str, tuple[tuple[tuple[str, ...], SpeechVerb], ...]]
    acts: Mapping[str, Act]
    act_phrases: Mapping[str, tuple[tuple[tuple[str, ...], Act], ...]]
    hedges: frozenset[str]
    nobody: frozenset[str]
    unverified: tuple[str, ...]
    unclaimed: tuple[str, ...]
    channels: tuple[str, ...]
    modality: Mapping[str, tuple[str, ...]]
    figures: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Verbs that hand words, knowledge or a wish to somebody, by what they take. See knowledge/attribution.toml."""

    clause: frozenset[str]
    wish: frozenset[str]
    object: frozenset[str]
    phrasal: Mapping[str, tuple[tuple[str, ...], ...]]  # lemma -> words behind it, longest first
    appear: frozenset[str]
    passive: frozenset[str]
    adverbs: frozenset[str]


@dataclass(frozen=True, slots=True)
class Reference:
    """The words by which a reader tells whom another word stands for. See [reference] in knowledge/roles.toml."""

    doers: frozenset[str]
    no_people: frozenset[str]
    idle: frozenset[str]
    of_rebels: frozenset[str]
    of_states: frozenset[str]
    of_organisations: frozenset[str]
    harming: frozenset[str]
    gainsaying: frozenset[str]
    facing: frozenset[str]
    sparing: frozenset[str]
    deeds: frozenset[str]
    done_to: frozenset[str]
    misread: frozenset[str]
    stative: frozenset[str]
    of_things_too: frozenset[str]
    of_things_alone: frozenset[str]
    taken: frozenset[str]


@dataclass(frozen=True, slots=True)
class Roles:
    """Common nouns that name a party by what it is."""

    kinds: Mapping[str, Kind]
    forces: Mapping[str, str]
    titles: frozenset[str]
    spokes: frozenset[str]
    anaphors: Mapping[str, frozenset[Kind]]
    creeds: Mapping[str, tuple[str, ...]]
    reference: Reference


@dataclass(frozen=True, slots=True)
class Things:
    """Weapons and targets: last word -> (words before it, category), longest first."""

    weapons: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    targets: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    tactics: Mapping[str, str]
    modes: Mapping[str, str]
    vehicles: frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words by which a place is known in running text, in small letters. See knowledge/place_words.toml."""

    locative: frozenset[str]
    firm: frozenset[str]
    near: frozenset[str]
    done: frozenset[str]
    done_firmly: frozenset[str]
    skipped: frozenset[str]
    directions: frozenset[str]
    features: dict[str, str]
    prefixes: frozenset[str]
    landforms: frozenset[str]
    dwellers: frozenset[str]
    outskirts: frozenset[str]
    kilometres: frozenset[str]
    miles: frozenset[str]
    titles: frozenset[str]
    capital_only: frozenset[str]
    speech: frozenset[str]
    kin: frozenset[str]
    never: frozenset[str]
    never_names: frozenset[str]
    not_after_in: frozenset[str]
    peoples: frozenset[str]
    bodies: frozenset[str]
    days: frozenset[str]
    states: dict[str, str]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What the words between a place and an event word say of whether it was there. See knowledge/whereabouts.toml."""

    weights: Mapping[str, Mapping[str, float]]
    enough: float
    saying: frozenset[str]
    takes: tuple[str, ...]
    chained: frozenset[str]
    quarters: frozenset[str]
    parts: frozenset[str]
    words: PlaceWords


@dataclass(frozen=True, slots=True)
class Words:
    """All word lists together."""

    grammar: Grammar
    events: EventWords
    speech: SpeechWords
    roles: Roles
    things: Things
    whereabouts: Whereabouts
    attribution: AttributionWords
    contexts: Mapping[str, frozenset[str]] = field(default_factory=dict)
