"""What the encoder is asked: its heads, their labels, and the order in which both stand in the weights.

A *tag* head marks stretches of words (B, I, O). A *choice* picks one label for a word that a stretch begins with; a *several* head may give
many. An *anchored* head is asked of a word (an event word, a cue) and marks, all over the window, the words that play a role to it. A
*pair* head says whether two words belong to one thing. A *whole* head speaks of the window. Labels are those of docs/codebook.md and of
docs/annotation.md; those of MUC-4 are that task's.
"""

from __future__ import annotations

from hashlib import sha256

from ascribe.model.claims import Certainty, EventType, Granularity, Modality, Stance

#: Roles of MUC-4 in its order, each with the slot of the keys that holds its fillers; the last is those hurt who are described, not named.
FILLERS = {
    "PerpInd": "perp_individual_id",
    "PerpOrg": "perp_organization_id",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "instrument_id",
    "Described": "hum_tgt_description",
}
TAGS = ("event", "source", "cue", *FILLERS)

_TO_WISHES = ("assist", "change", "yield", "meet")
#: PLOVER's modes of each type (manual of openeventdata/PLOVER, 2024-02-04).
MODES_OF: dict[EventType, tuple[str, ...]] = {
    **dict.fromkeys(EventType, ()),
    EventType.CONSULT: ("visit", "third-party", "multilateral", "phone"),
    EventType.RETREAT: ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    EventType.REQUEST: _TO_WISHES,
    EventType.ACCUSE: ("disapprove", "investigate", "allege"),
    EventType.REJECT: _TO_WISHES,
    EventType.THREATEN: ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    EventType.PROTEST: ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    EventType.SANCTION: ("convict", "expel", "withdraw", "discontinue"),
    EventType.MOBILIZE: ("troops", "weapons", "police", "militia"),
    EventType.COERCE: tuple("seize restrict censor curfew martial-law arrest deport withhold misinformation cyber".split()),
    EventType.ASSAULT: tuple(
        "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons "
        "crowd-control unconventional".split()
    ),
}
#: All modes, each with its type, for one word ("withdraw") is the mode of several.
MODES = tuple(f"{kind} {mode}" for kind, modes in MODES_OF.items() for mode in modes)
TACTICS = tuple(
    "ambush armed_clash sniper targeted_killing suicide_bombing vehicle_bombing ied landmine grenade explosion shelling missile_strike "
    "airstrike drone_strike raid seizure arson sabotage abduction hostage_taking hijacking execution massacre torture beating "
    "sexual_violence destruction looting crowd_control naval_attack".split()
)
#: The field's sub-event types as a shared task of 2021 named them, and the five of that task that are none of them.
CASES = tuple(
    "ABDUCT_DISSAP AGREEMENT AIR_STRIKE ARMED_CLASH ARREST ART_MISS_ATTACK ATTACK CHANGE_TO_GROUP_ACT CHEM_WEAP DISR_WEAP "
    "FORCE_AGAINST_PROTEST GOV_REGAINS_TERIT GRENADE HQ_ESTABLISHED MOB_VIOL NON_STATE_ACTOR_OVERTAKES_TER NON_VIOL_TERRIT_TRANSFER OTHER "
    "PEACE_PROTEST PROPERTY_DISTRUCT PROTEST_WITH_INTER REM_EXPLOS SEX_VIOL SUIC_BOMB VIOL_DEMONSTR "
    "ATTRIB DIPLO MAN_MADE_DISASTER NATURAL_DISASTER ORG_CRIME".split()
)
INCIDENTS = ("attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage", "hijacking")
FIRMNESS = ("REPORTED AS FACT", "CLAIMED OR ADMITTED", "SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES", "POSSIBLE")

#: How a claim stands to what it is about.
_STANDING: dict[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "certainty": tuple(Certainty),
    "contests": ("none", "happening", "responsibility", "figure", "detail"),
}
#: The same, asked at the word that attributes instead of the one that names the event.
AT_CUES = {f"cue {name}": name for name in _STANDING}
#: What one label is chosen for: at the word that begins an event's mention; at a cue; at a filler of MUC-4. `voice`: whether the claim
#: that rests on a word is the document's own or is given to somebody.
CHOICES: dict[str, tuple[str, ...]] = {
    "type": tuple(EventType),
    "mode": ("none", *MODES),
    "granularity": tuple(Granularity),
    "modality": tuple(Modality),
    **_STANDING,
    "voice": ("document", "source"),
    "case": CASES,
    **{head: _STANDING[name] for head, name in AT_CUES.items()},
    "incident": INCIDENTS,
    "firmness": FIRMNESS,
}
#: Several labels may hold. `told`: a claim rests on this word, and it does not only take up what was told. At a cue, `tells`: a claim rests
#: on what is attributed; and one does whose event is named elsewhere only ("the army denied it").
SEVERAL: dict[str, tuple[str, ...]] = {"tactics": TACTICS, "told": ("told",), "tells": ("tells", "elsewhere")}

EFFECTS = ("killed", "injured", "abducted", "arrested", "displaced")
ANCHORED: dict[str, tuple[str, ...]] = {
    "event": ("actor", "recipient", "target", "weapon", "place", "time", *EFFECTS, "occurrences", "source"),
    "cue": ("source", "content"),
}
#: Two words that may belong together, and what the two are. Two event words: of one happening; two fillers: of one incident. A cue and an
#: event word: the claim that rests on the word is given to the source of the cue; the claim of the cue is about the event of the word.
PAIRS: dict[str, tuple[str, str]] = {
    "event": ("event", "event"),
    "filler": ("filler", "filler"),
    "said": ("cue", "event"),
    "about": ("cue", "event"),
}

TYPES_OF_RELEVANT = (
    "tribal/communal/ethnic conflict",
    "religious conflict",
    "socio-political violence against women",
    "climate-related security risks",
    "Other",
)
#: Of the window: an incident of MUC-4 is told; a claim is made; a snippet is relevant, a sum, of which types.
WHOLE: dict[str, tuple[str, ...]] = {
    "incident": ("incident",),
    "claims": ("claims",),
    "relevant": ("relevant", "aggregate"),
    "types": TYPES_OF_RELEVANT,
}
#: The one choice that is made for a whole window: the kind of a snippet.
WHOLE_CHOICES: dict[str, tuple[str, ...]] = {"snippet": CASES}


def slices(sizes: dict[str, int]) -> dict[str, slice]:
    """Where each head stands in one long row."""
    places, at = {}, 0
    for name, size in sizes.items():
        places[name], at = slice(at, at + size), at + size
    return places


#: The columns of the heads that speak of one word.
WORD_COLUMNS = slices(
    {
        **{f"tag {name}": 3 for name in TAGS},
        **{f"choice {name}": len(labels) for name, labels in CHOICES.items()},
        **{f"several {name}": len(labels) for name, labels in SEVERAL.items()},
    }
)
#: The columns of the heads that speak of a window.
WHOLE_COLUMNS = slices(
    {
        **{f"whole {name}": len(labels) for name, labels in WHOLE.items()},
        **{f"choice {name}": len(labels) for name, labels in WHOLE_CHOICES.items()},
    }
)

_LABELS = [(name, tuple(map(str, labels))) for kind in (CHOICES, SEVERAL, WHOLE, WHOLE_CHOICES) for name, labels in kind.items()]
#: What the weights of a network must fit: made for other heads, they would answer other questions.
LAYOUT = sha256(repr((TAGS, _LABELS, ANCHORED, PAIRS)).encode()).hexdigest()[:16]

#: Distances between two words, in words, fall into this many drawers on either side.
DRAWERS = 12
#: How wide the vectors are in which words are compared.
COMPARED = 128


def drawer(distance: int) -> int:
    """The drawer of a distance: exact up to four, then doubling; what lies behind is counted from `DRAWERS` on."""
    size = abs(distance)
    at = size if size <= 4 else min(DRAWERS - 1, 3 + (size - 1).bit_length() - 1)
    return at if distance >= 0 else DRAWERS + at


#: Words that are farther apart than this count as this far: no window is longer, and so no pair farther apart was ever learnt from.
FAR = 256
#: The drawers of all distances from -FAR to FAR.
ALL_DRAWERS = tuple(drawer(distance) for distance in range(-FAR, FAR + 1))
