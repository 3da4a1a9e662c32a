"""What the codes of the records are called in plain words."""

from __future__ import annotations

ITSELF = "the document itself"

TYPES = {
    "AGREE": "agreement",
    "CONSULT": "talks",
    "SUPPORT": "support in words",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "retreat or release",
    "REQUEST": "demand or appeal",
    "ACCUSE": "accusation",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "show of force",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
#: Tactics, modes and the like whose codes are not words already.
NAMES = {
    "ied": "IED",
    "sniper": "sniper fire",
    "demo": "demonstration",
    "suicide-attack": "suicide attack",
    "primitive": "hand weapons",
    "sexual": "sexual violence",
    "aerial": "from the air",
    "targeted": "targeted killing",
    "beat": "beating",
    "abduct": "abduction",
    "destroy": "destruction",
    "yield": "to yield",
    "meet": "to meet",
    "change": "to change something",
    "assist": "to assist",
    "disapprove": "disapproval",
    "investigate": "investigation",
    "allege": "allegation",
    "withdraw": "withdrawal",
    "discontinue": "discontinuation",
    "disarm": "disarmament",
    "resign": "resignation",
    "convict": "conviction",
    "expel": "expulsion",
    "deport": "deportation",
    "seize": "seizure",
    "restrict": "restriction",
    "censor": "censorship",
    "withhold": "withholding",
    "vandalize": "vandalism",
    "obstruct": "obstruction",
    "hunger": "hunger strike",
}
#: What joins a type to those whom it is directed at.
TOWARDS = {
    "ASSAULT": "on",
    "ACCUSE": "against",
    "COERCE": "against",
    "SANCTION": "against",
    "PROTEST": "against",
    "MOBILIZE": "against",
    "THREATEN": "against",
    "SUPPORT": "for",
    "AID": "for",
}
#: Here all sides are actors.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})
#: Here the actor speaks, and that it spoke is what is told.
SPOKEN = frozenset({"SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
EFFECTS = ("killed", "injured", "abducted", "arrested", "displaced")
TOTALS = dict(zip(("fatalities", "injured", "abducted", "arrested", "displaced"), EFFECTS, strict=True))
LEVELS = {
    "none": "nobody says so",
    "party_only": "party only",
    "single": "a single source",
    "corroborated": "corroborated",
}
RELATIONS = {"same_campaign": "of the same campaign as", "part_of": "part of"}
ASPECTS = ("happening", "responsibility", "toll")
TOGETHER = "told together, not counted as single events"
LONG_RUNNING = "a long-running state of affairs, not counted as single events"
DENIAL = {"happening": "that it happened", "responsibility": "responsibility", "figure": "the figure", "detail": "a detail"}
NOTES = {
    "no_publication_date": "no publication date is known, so that “on Monday” stays open; give it with --published YYYY-MM-DD",
    "date_from_page": "the publication date is the document's own statement",
    "not_english": "not in English, or too short to tell; only English is coded, so expect little of it",
    "lossy_decoding": "some bytes meant nothing in the encoding and were replaced by “\ufffd”",
    "guessed_encoding": "nothing told the encoding; it was read as Windows-1252, so names may be misspelt",
    "too_long": "longer than one document may be",
    "truncated": "only its first part was coded; split the file to have all of it coded",
    "long_line": "has a line so long that its paragraphs must be lost; expect wrong joins",
    "pages_without_text": "some pages of the PDF gave no text: pictures, perhaps",
}
#: Notes that warn of nothing.
PLAIN_NOTES = frozenset({"date_from_page"})
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
