"""Which language a text is in. English is told from its function words; only for the rest is the language model loaded."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Any

#: How many characters are looked at: a long text's beginning, middle and end. The beginning alone may be a banner in another language.
SAMPLE = 6_000

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

#: Function words that are English and hardly anything else. One of them settles a headline.
PLAINLY_ENGLISH = frozenset(
    str.split(
        "the and with from were that which their there who have been being this these those they would could should after before when "
        "where while said says about against into between during through because its than"
    )
)
#: Function words that other languages write too ("in" is Italian, German and Dutch, "of" Dutch, "by" Danish, "but" French).
ALSO_ENGLISH = frozenset(
    str.split("a an in on at to for of by is are was as it he his her she or be has had will no not but all out up off over under")
)

#: In the 57 English texts of tests/cases/dev (November 2026) 35 to 47 % of the words were function words of the two lists; in the 17 other
#: languages of tests/read/test_language.py at most 17 % (Afrikaans).
ENGLISH_SHARE = 0.25

#: Below this many words the language model's second best is often right, so it must be more sure than not.
FEW_WORDS = 20

#: What the model says and readers of the data do not ask for: varieties of one written language, and "no language".
WRITTEN_AS = {"ary": "ar", "arz": "ar", "zxx": "und"}


def language(text: str) -> str:
    """Tell the language's code (`en`, `fr`, `ar`), or `und` when there is too little to go by."""
    sample = _sample(text)
    words = [word.lower() for word in WORD.findall(sample)]
    if not words:
        return "und"
    if _is_english(words):
        return "en"
    best, sureness = _best_guess(sample)
    if len(words) >= FEW_WORDS:
        return best
    if best in {"en", "pcm"}:  # a headline in English and one in Nigerian Pidgin look the same
        return "en"
    if sureness > 0.5:
        return best
    return "en" if ALSO_ENGLISH.intersection(words) and sample.isascii() else "und"


def _is_english(words: list[str]) -> bool:
    plain = [word for word in words if word in PLAINLY_ENGLISH]
    if len(words) < FEW_WORDS:
        return bool(plain)
    return len(set(plain)) > 2 and len(plain) + sum(word in ALSO_ENGLISH for word in words) >= ENGLISH_SHARE * len(words)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    third, middle = SAMPLE // 3, len(text) // 2
    return f"{text[:third]}\n{text[middle : middle + third]}\n{text[-third:]}"


def _best_guess(sample: str) -> tuple[str, float]:
    """Ask the model, with varieties of one written language counted together."""
    sureness: defaultdict[str, float] = defaultdict(float)
    for code, chance in _identifier().rank(sample):
        sureness[WRITTEN_AS.get(code, code)] += chance
    return max(sureness.items(), key=lambda guess: guess[1])


@cache
def _identifier() -> Any:
    """Load the model, once and only for texts that are not plainly English: it takes about 0.7 s."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
