"""The kind of happening that a mention's words name, as reports of shootings tell of it; else the frame of the program's own word list."""

from __future__ import annotations

import re

from ascribe.model.lexicon import Words

#: What a mention begins with, or is, by family; the first that fits counts. Words that stand for all that happened, that ask what was
#: fired, whom it hit, what it did to them. The list was written with the development split of GVC in view.
_FAMILIES = {
    "suicide": r".*suic|tak\w+ (his|her|their) own|turn\w* the gun on",
    "whole": r"(it|this|that|these|those|incident|case|event|accident|tragedy|violence|bloodshed|ordeal|crime)s?$",
    "mourned": r"griev|mourn|loss$|burial|buried|funeral|vigil|memorial",
    "body": r"bod(y|ies)|autops|lifeless|corpse|remains",
    "fatal": r"fatal|deadl",
    "killed": r"kill|slay|slain|homicid|murder|manslaughter|execut|assassinat",
    "dead": r"dead|death|die|dying|deceas|perish|succumb|gone$|lost$|.*\bli(fe|ves)$|(not|unable to) (sav|reviv|surviv)",
    "wounded": r"wound|injur|hurt|graz|blood$|maim",
    "cared for": r".*condition\b|critical|stable|hospital|surg|treat|paraly|fighting for",
    "shooter": r"shooter|gunm[ae]n",
    "fired": r"gunshot|gunfire|fir(e|ed|ing)\b|.*shots?\b.*fired|open\w* fire|discharg|(went|go\w*) off|.*trigger|shoot-?out|.*bullet|"
    r"crossfire|drive",
    "shot": r"shoot|shot",
    "hit": r"hit|struck|strik|went through",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _FAMILIES.items()}
#: Families by what they say became of somebody. One who was fatally shot was hit, and is dead.
OUTCOMES = {
    **dict.fromkeys(("suicide", "mourned", "body", "fatal", "killed", "dead"), "death"),
    **dict.fromkeys(("wounded", "cared for", "injured"), "injury"),
    **dict.fromkeys(("shot", "hit"), "hit"),
}


def family(mention: str, words: Words) -> str:
    """The family of a mention's words; "other" where neither list knows them."""
    text = " ".join(mention.lower().split())
    found = next((name for name, pattern in _COMPILED.items() if pattern.match(text)), None)
    return found or next((name for word in text.split() if (name := _frame(word, words))), "other")


def _frame(word: str, words: Words) -> str | None:
    """What the program's word list makes of one word."""
    lemma = words.grammar.verbs.get(word, (word, frozenset()))[0]
    nouns = (noun for before, noun in words.events.nouns.get(word, ()) if not before)
    frame = words.events.verbs.get(lemma) or next(nouns, None)
    return None if frame is None else frame.effect or frame.name
