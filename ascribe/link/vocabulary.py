"""Words as they are compared: stems of content words, figures in digits, names. Two wordings of one thing should come out alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*")
_NAME = re.compile(r"\b[A-Z][\w'’-]{2,}")
#: Words that say nothing of what happened.
STOP = frozenset(
    """a an the and or but nor so yet of in on at to from by with without for as than that this these those it its he she they them their
    his her him we us our you your i me my who whom whose which what when where while why how is are was were be been being am do does did
    has have had having will would shall should can could may might must not no there here then also more most some any each all both either
    other others such same own only very too just about after before during since until into onto over under out off up down again between
    through against near along among within upon if because one s t said says say told tells tell according later earlier still even much
    many few several another first second mr mrs ms went go goes gone come came comes get got made make makes take took taken put""".split()
)
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = {
    **{word: value for value, word in enumerate(_UNITS.split())},
    **{word: 10 * value for value, word in enumerate(_TENS.split(), 2)},
    "dozen": 12,
    "score": 20,
}
#: Irregular forms, so that "shot" and "shooting", "dead" and "died" are one.
_FORMS = {
    form: stem
    for stem, forms in {
        "shoot": "shot shots shooting shootings shooter shooters",
        "die": "died dead death deaths dies dying",
        "kill": "killed killing killings kills killer slain slew slay murdered murder murders",
        "blow": "blew blown blast blasts blasted",
        "explod": "explosion explosions exploded explodes exploding explosive explosives",
        "burn": "burned burnt burning burns torched fire fires flames ablaze",
        "wound": "wounded wounds wounding injured injuries injury injure hurt",
        "soldier": "soldiers troops troop army military",
        "polic": "policeman policemen policewoman officer officers constable constables gendarme gendarmes police",
        "abduct": "abducted abduction abductions kidnapped kidnap kidnapping kidnappings kidnaped captive captives hostage hostages",
        "free": "freed release released releases freeing freedom liberated",
        "truck": "trucks lorry lorries",
        "child": "children pupils pupil schoolchildren students student boys girls boy girl",
        "fight": "fighting fought clash clashes clashed battle battles battled gunfight firefight",
        "ambush": "ambushed ambushes waylaid",
        "man": "men", "woman": "women",
        "villag": "village villages villagers villager hamlet hamlets",
        "fall": "fell fallen", "strike": "struck strikes strikes striking",
        "demonstrat": "protest protests protesters protested protester demonstrated demonstration demonstrations demonstrators march",
        "stab": "stabbed knife knifed knives",
        "ceasefir": "truce ceasefire",
        "arrest": "arrested arrests detained detention detentions detain custody",
    }.items()
    for form in forms.split()
}  # fmt: skip
CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december""".split()
)
_ENDINGS = ("ations", "ation", "ings", "ing", "ments", "ment", "ers", "er", "ions", "ion", "ies", "ied", "es", "ed", "ly", "s", "e", "y")


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of a word in small letters. Irregular forms and words that mean one thing here have one stem."""
    word = word.removesuffix("'s").removesuffix("’s")
    if word in _FORMS:
        return _FORMS[word]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "aeiousl" else word


def lowered(text: str) -> list[str]:
    """All words of a text in small letters."""
    return [match[0].lower() for match in WORD.finditer(text)]


def stems(text: str) -> list[str]:
    """The stems of a text's content words, in order; figures are left out."""
    return [stem(word) for word in lowered(text) if word not in STOP and word not in NUMBERS and not word[0].isdigit() and len(word) > 1]


def numbers(text: str) -> Iterator[str]:
    """The figures of a text in digits, from 2 on: "thirty-six" is 36, "1,200" is 1200."""
    before = 0
    for match in WORD.finditer(text):
        word = match[0].lower()
        value = int(re.sub(r"\D", "", word)) if word[0].isdigit() and ":" not in word else NUMBERS.get(word)
        if before and (value is None or not 0 < value < 10):
            yield str(before)
        if value is not None and before and 0 < value < 10:
            value += before
        before = value if value is not None and value in range(20, 100, 10) and not word[0].isdigit() else 0
        if value is not None and not before and value > 1:
            yield str(value)
    if before:
        yield str(before)


def names(text: str) -> Iterator[str]:
    """Words written with a capital, in small letters. Common words that begin a sentence are among them, and weigh little."""
    for match in _NAME.finditer(text):
        name = match[0].lower().removesuffix("'s").removesuffix("’s")
        if name not in STOP and name not in NUMBERS:
            yield name


@lru_cache(maxsize=65_536)
def skeleton(name: str) -> str:
    """What two spellings of a name share: its consonants, doubled ones once, with its first letter ("Mpeketoni": mpktn)."""
    kept = name[0]
    for letter in name[1:]:
        if letter.isalnum() and letter not in "aeiouyh" and letter != kept[-1]:
            kept += letter
    return kept if len(kept) > 2 else name
