"""English inflection by rule: the forms of a regular verb, the plural of a noun."""

from __future__ import annotations

_VOWELS = "aeiou"
#: Verbs of more than one syllable that double their last letter all the same.
_DOUBLES = frozenset(
    "kidnap submit admit commit permit refer transfer prefer occur control patrol compel expel propel equip regret "
    "begin forget upset defer "
    "incur recur rebut abet deter omit emit program worship repel rebel excel enrol fulfil "
    "overstep unplug refit".split()
)
#: Verbs whose last letter the British double and the Americans do not.
_EITHER = frozenset(
    "travel cancel label level signal model fuel dial total marshal quarrel channel counsel shovel equal rival libel".split()
)


def plural(noun: str) -> str:
    """The plural of a noun or noun phrase: the last word changes."""
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("man"):
        return noun[:-3] + "men"
    return noun + "s"


def verb_forms(lemma: str, past: str = "", participle: str = "") -> dict[str, set[str]]:
    """Form -> its tags (VB, VBZ, VBG, VBD, VBN). `past` and `participle` hold irregular forms, several parted by spaces."""
    forms: dict[str, set[str]] = {}

    def add(form: str, tag: str) -> None:
        forms.setdefault(form, set()).add(tag)

    add(lemma, "VB")
    add(lemma + "es" if lemma.endswith("o") else lemma + "s" if lemma.endswith("man") else plural(lemma), "VBZ")
    add(_stem(lemma, "ing") + "ing", "VBG")
    regular = _stem(lemma, "ed") + "ed"
    for form in past.split() or [regular]:
        add(form, "VBD")
    for form in participle.split() or [regular]:
        add(form, "VBN")
    if lemma in _EITHER:
        add(lemma + lemma[-1] + "ing", "VBG")
        add(lemma + lemma[-1] + "ed", "VBD")
        add(lemma + lemma[-1] + "ed", "VBN")
    return forms


def _stem(lemma: str, ending: str) -> str:
    """The lemma as it stands before "-ing" or "-ed"."""
    if lemma.endswith("ie") and ending == "ing":
        return lemma[:-2] + "y"
    if lemma.endswith(("ee", "oe", "ye")):
        return lemma if ending == "ing" else lemma[:-1]
    if lemma.endswith("e"):
        return lemma[:-1]
    if lemma.endswith("y") and ending == "ed" and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "i"
    if _doubles(lemma):
        return lemma + lemma[-1]
    return lemma


def _doubles(lemma: str) -> bool:
    """A short vowel and one consonant at the end of a one-syllable verb: stab, ram, gun."""
    if lemma in _DOUBLES:
        return True
    if len(lemma) < 3 or lemma[-1] in _VOWELS + "wxyh" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in lemma) == 1
