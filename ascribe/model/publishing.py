"""Rules of publishing: what of each column of a case is in its published copy. What no rule names is not in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fate(StrEnum):
    """What becomes of a value when a case is published."""

    KEPT = "kept"  # as it is: a code, a number, the name of a registered party or of a place that gazetteers know
    COARSENED = "coarsened"  # less of it: fewer words, fewer digits
    REPLACED = "replaced"  # something else stands there, from which it cannot be told
    DROPPED = "dropped"  # nothing stands there


@dataclass(frozen=True, slots=True)
class Rule:
    """What becomes of some columns of a table, and how, in plain words."""

    table: str
    columns: tuple[str, ...]
    fate: Fate
    how: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """How much is published.

    `words` is the most that one quote has, `in_all` the most that all quotes of one document have together. Points of towns and of what is
    finer are rounded to `degrees`. Nothing is published of what was published, received or reviewed in the last `delay_days`. `names` are
    names of parties and outlets that whoever publishes vouches for: they are published as if they were in the register.
    """

    words: int = 25
    in_all: int = 250
    degrees: float = 0.1
    delay_days: int = 0
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Published:
    """What came of publishing: how many claims, events and documents are in the copy, and how many claims are not, by the reason."""

    claims: int
    events: int
    documents: int
    left_out: tuple[tuple[str, int], ...] = ()
    quotes_withheld: int = 0


#: Why a claim is not published; of several reasons the first.
REASONS = (
    "not found by the engine that coded last",
    "marked as sensitive",
    "not settled by two coders or a reviewer",
    "rejected",
    "published, received or reviewed too lately, or nobody knows when",
)


def _rule(table: str, columns: str, fate: Fate, how: str = "") -> Rule:
    return Rule(table, tuple(columns.split()), fate, how)


_KEPT, _LESS, _OTHER, _NOT = Fate.KEPT, Fate.COARSENED, Fate.REPLACED, Fate.DROPPED
_IDS = "made anew with a secret of the case: stable from one publication to the next, and no way back"
_NUMBERS = "counted anew, in an order that says nothing of the original's"
_NAMES = "names of registered parties; descriptions in common words; any other name is withheld, its kind is said"
_PLACES = "names that a gazetteer knows, of towns and areas; what is finer than a town is “a site in” its area"
_POINTS = "towns and what is finer: rounded; areas: the area's own point"
_CODES = "codes of the codebook and numbers"

#: Every table and column of a case file.
RULES = (
    _rule("about", "name value", _OTHER, "day of publishing, program, terms; a salt of its own"),
    _rule("document", "number", _OTHER, _NUMBERS),
    _rule("document", "hash", _OTHER, _IDS),
    _rule("document", "state way text published language", _KEPT, _CODES),
    _rule("document", "added", _OTHER, "the day of publishing"),
    _rule("document", "name", _OTHER, "the address, where it is published; else “a document”"),
    _rule("document", "made_by", _OTHER, "“machine” or “human”"),
    _rule("document", "title", _LESS, "kept where every word of it may be published; else withheld"),
    _rule("document", "publisher credit", _OTHER, "outlets and agencies of the register; else the site; else “an outlet, name withheld”"),
    _rule("document", "url", _LESS, "addresses of the public web; without a page where they hold a name or more than a path and a number"),
    _rule("document", "problem read_by read_at", _NOT),
    _rule("capture", "number document at way name url outlet published title language media_type found_in", _NOT),
    _rule("sqlar", "name mode mtime sz data", _NOT),
    _rule("text", "number document version extractor made sha256 notes", _OTHER, "of the published quotes"),
    _rule("text", "title", _LESS, "as of the document"),
    _rule("text", "content", _LESS, "the published quotes and nothing else: at most 25 words each, names withheld"),
    _rule("report", "number document", _OTHER, _NUMBERS),
    _rule("report", "id", _OTHER, _IDS),
    _rule("report", "found", _KEPT, _CODES),
    _rule("report", "sketch", _OTHER, "type, granularity and modality; nothing of the text"),
    _rule("report", "successor machine", _NOT),
    _rule("claim", "number document report position quote_start quote_end", _OTHER, _NUMBERS),
    _rule("claim", "id", _OTHER, _IDS),
    _rule("claim", "found event_type mode tactics granularity modality stance certainty contests", _KEPT, _CODES),
    _rule("claim", "time_start time_end time_precision killed_low killed_best killed_high", _KEPT, _CODES),
    _rule("claim", "confidence state verdict", _KEPT, _CODES),
    _rule("claim", "source actors recipients", _OTHER, _NAMES),
    _rule("claim", "place", _LESS, _PLACES),
    _rule("claim", "quote", _LESS, "at most 25 words; every word that is no common one and no published name is cut out"),
    _rule("claim", "made_by", _OTHER, "“machine” or “human”"),
    _rule("claim", "record", _LESS, "the same values; words of the text only as far as they stand in a published quote"),
    _rule("claim", "sensitive", _KEPT, "always 0: what is marked is not published"),
    _rule("claim", "machine", _NOT),
    _rule("claim_party", "claim", _OTHER, _NUMBERS),
    _rule("claim_party", "role kind country", _KEPT, _CODES),
    _rule("claim_party", "key name", _OTHER, _NAMES),
    _rule("claim_party", "party", _KEPT, "ids of the register"),
    _rule("claim_place", "claim", _OTHER, _NUMBERS),
    _rule("claim_place", "key name canonical gazetteer", _LESS, _PLACES),
    _rule("claim_place", "level country admin1 admin2", _KEPT, "codes; names of areas that a gazetteer knows"),
    _rule("claim_place", "latitude longitude", _LESS, _POINTS),
    _rule("judgement", "number one other verdict chance maker human at why reasons undone", _NOT),
    _rule("review", "number claim", _OTHER, _NUMBERS),
    _rule("review", "who", _OTHER, "“Reviewer 1”, by who decided first in the case"),
    _rule("review", "role decision blind", _KEPT, "decisions that accept or correct, and were not taken back"),
    _rule("review", "at", _LESS, "the day"),
    _rule("review", "changes seen", _OTHER, "empty"),
    _rule("review", "comment sensitive seconds undone", _NOT),
    _rule("tie", "one other", _OTHER, _NUMBERS),
    _rule("tie", "type", _KEPT, _CODES),
    _rule("tie", "quote", _LESS, "only where the words stand in a published quote; else the tie is not there"),
    _rule("log", "number at who what subject why details", _NOT),
    _rule("tombstone", "number at who why", _NOT),
    _rule("erased", "trace tombstone", _NOT),
    _rule("feed", "url title validators ttl asked problem", _NOT),
    _rule("host", "name pace robots robots_asked", _NOT),
    _rule("wanted", "url host way found_in said carried state problem tries at", _NOT),
    _rule(
        "event",
        "number id event_type tactics granularity modality time_start time_end time_precision place level country admin1 latitude longitude"
        " actors recipients killed_low killed_best killed_high happening responsibility toll contested claims documents origins record"
        " geometry reviewed",
        _OTHER,
        "computed anew from the published claims alone: counts and standing are as of what is published",
    ),
    _rule("member", "report event", _OTHER, "reports are of one event where they are so in the case"),
    _rule("linked", "claim event speaker speaker_key affirms alone borne_out contradicted", _OTHER, "computed anew, as events are"),
    _rule("overlap", "one other kind", _KEPT, "which published documents are copies of one text"),
    _rule("overlap", "says", _OTHER, "one sentence for all"),
    _rule("overlap", "runs", _OTHER, "the published quotes that are in both"),
    _rule("document_key", "key asks document", _NOT),
    _rule("crowd", "key", _NOT),
    _rule("unjudged", "turn document", _NOT),
    _rule("text_key", "key document", _NOT),
    _rule("unlinked", "report", _NOT),
    _rule("text_search", "title content", _OTHER, "the index of what is published"),
    _rule("event_box", "number west east south north", _OTHER, "the index of what is published"),
    _rule("spatial_ref_sys", "srid auth_name auth_srid srtext", _KEPT, "the same in every file"),
    _rule(
        "geometry_columns",
        "f_table_name f_geometry_column geometry_type coord_dimension srid geometry_format",
        _KEPT,
        "the same in every file",
    ),
)
