"""The base of a verb form that is in no list, by the rules of spelling."""

from __future__ import annotations

#: Endings of stems that lost an "e" before "-ed" or "-ing": "confin", "liberat", "forc".
_LOST_E = (
    "at",
    "iz",
    "is",
    "in",
    "ur",
    "or",
    "ut",
    "it",
    "ar",
    "ag",
    "id",
    "ud",
    "ir",
    "ol",
    "am",
    "ak",
    "ap",
    "op",
    "ok",
    "il",
    "ul",
    "as",
    "us",
    "os",
)
_VOWELS = "aeiou"


def lemma_of(form: str) -> str:
    """Empty for "emptied", repel for "repelled", confine for "confined"; a guess where spelling does not tell."""
    if form.endswith("ied"):
        return form[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = form.removesuffix(ending)
        if stem != form and len(stem) > 2:
            return _restore(stem)
    return form


def _restore(stem: str) -> str:
    """The stem with its "e" back, or with its last letter single again."""
    if (stem[-1] == stem[-2] and stem[-1] not in "lsz" + _VOWELS) or (stem.endswith("ll") and stem[-3] in _VOWELS and len(stem) > 5):
        return stem[:-1]
    if stem[-1] in "cguvz" or (stem[-1] == "l" and stem[-2] not in _VOWELS + "lrwh"):
        return stem + "e"
    return stem + "e" if stem.endswith(_LOST_E) and stem[-3] not in _VOWELS else stem
