"""Verbs that attribute only together with what stands behind them: "laid the killings at the door of", "put the toll at".

Rule. The verb's lemma and the words that follow it within the clause decide; the first row that fits wins. A row says which class of
knowledge/speech.toml the whole is, so that "held the rebels responsible" is read like "blamed the rebels".
"""

from __future__ import annotations

import re

from ascribe.extract.scene import Scene
from ascribe.model.claims import Stance
from ascribe.model.grammar import Phrase
from ascribe.model.lexicon import SpeechVerb

_SAY = SpeechVerb(Stance.REPORTED, "say")
_CLAIM = SpeechVerb(Stance.CLAIMED, "claim")
_ACCUSE = SpeechVerb(Stance.ACCUSED, "accuse")
_SUSPECT = SpeechVerb(Stance.ACCUSED, "accuse", hedges=True)
_DENY = SpeechVerb(Stance.DENIED, "deny")
_DISPUTE = SpeechVerb(Stance.DISPUTED, "dispute")

FIGURE = r"(?:toll|tolls|figure|figures|number|numbers|count|counts|tally|estimate|estimates|death toll|statistics|casualty figures)"
ACCOUNT = r"(?:account|accounts|version|description|story|narrative|findings|report|reports)"
CHARGE = r"(?:charge|charges|accusation|accusations|allegation|allegations|claim|claims|blame|suggestion|suggestions|assertion)"
_UNTRUE = (
    r"(?:lie|lies|a lie|false|untrue|fabricated|fabrication|a fabrication|nonsense|absurd|baseless|unfounded|without foundation|propaganda|"
    r"invention|an invention|fiction)"
)
_NEAR = r"[^.;:]{0,60}?"
_TELLING = r"(?:the |this |that |their |his |its |her )?(?:account|accounts|version|description|explanation|narrative)"
_DOING = r"(?:carrying out|planting|killing|shooting|bombing|ordering|staging|attacking|firing|setting|abducting|kidnapping|being behind)"
_DEED = r"(?:bombing|bombings|bomb|attack|attacks|killing|killings|murder|murders|ambush|raid|shooting|blast|abduction|kidnapping)"

#: Lemma -> (words behind the verb, class).
_ROWS: dict[str, tuple[tuple[str, SpeechVerb], ...]] = {
    "lay": ((rf"{_NEAR}\bat {_NEAR}door\b", _ACCUSE), (r"(?:the )?(?:blame|responsibility)\b", _ACCUSE)),
    "admit": ((rf"(?:to )?(?:{_DOING}|{_NEAR}\b{_DEED})\b", _CLAIM),),
    "reject": ((rf"{_TELLING}\b", _DISPUTE),),
    "dismiss": ((rf"{_NEAR}\bas {_NEAR}{_UNTRUE}\b", _DENY), (rf"{_TELLING}\b", _DISPUTE)),
    "lie": ((rf"{_NEAR}\bat {_NEAR}door\b", _ACCUSE),),
    "point": ((r"(?:the |a |its |their |his |her )?(?:accusing )?fingers?\b", _ACCUSE), (r"out\b", _SAY)),
    "hold": ((rf"{_NEAR}\bresponsible\b", _ACCUSE), (rf"{_NEAR}\b{FIGURE} to be\b", _DISPUTE)),
    "trade": ((r"(?:blame|accusations|charges)\b", _ACCUSE),),
    "exchange": ((r"(?:blame|accusations|charges)\b", _ACCUSE),),
    "swap": ((r"(?:blame|accusations|charges)\b", _ACCUSE),),
    "put": (
        (rf"{_NEAR}\b(?:toll|dead|number|figure|deaths|count|casualties|losses|it) {_NEAR}\bat\b", _SAY),
        (rf"{_NEAR}\b(?:toll|dead|number|figure|it) at\b", _SAY),
        (r"(?:the )?blame\b", _ACCUSE),
        (rf"{_NEAR}\bdown to\b", _ACCUSE),
    ),
    "speak": ((rf"of {_NEAR}\b(?:\d+|dozens|scores|hundreds|thousands|two|three|four|five|six|seven|eight|nine|ten)\b", _SAY),),
    "issue": ((r"a claim of responsibility\b", _CLAIM),),
    "make": ((r"a claim of responsibility\b", _CLAIM), (r"clear\b|known\b", _SAY)),
    "publish": ((r"a claim of responsibility\b", _CLAIM),),
    "release": ((r"a claim of responsibility\b", _CLAIM),),
    "take": ((r"(?:full |sole )?(?:responsibility|credit)\b", _CLAIM),),
    "own": ((r"up\b", _CLAIM),),
    "call": (
        (
            rf"{_NEAR}\b{FIGURE} (?:as )?(?:\w+ly )?(?:false|exaggerated|inflated|wrong|too (?:low|high)|a lie|lies|untrue|invented)\b",
            _DISPUTE,
        ),
        (
            rf"(?:it|that|this|them|(?:[\w'’]+ ){{0,3}}?(?:{CHARGE}|{ACCOUNT}))(?: (?:that|of)\b[^.;:,]{{0,60}}?)? (?:\w+ly )?{_UNTRUE}\b",
            _DENY,
        ),
    ),
    "describe": ((rf"(?:the |these |such )?{CHARGE} as {_NEAR}{_UNTRUE}\b", _DENY),),
    "consider": ((rf"{_NEAR}\b{FIGURE} (?:to be |as )?(?:\w+ )?(?:too |exaggerated|inflated|wrong)", _DISPUTE),),
    "cast": ((r"doubt on\b", _DISPUTE),),
    "suspect": ((r"", _SUSPECT),),
}
_COMPILED = {lemma: tuple((re.compile(rf"\s*{words}", re.IGNORECASE), how) for words, how in rows) for lemma, rows in _ROWS.items()}


def idiom(scene: Scene, verb: Phrase) -> SpeechVerb | None:
    """The class of a verb with the words behind it, if it is one of these."""
    rows = _COMPILED.get(verb.lemma)
    if rows is None:
        return None
    text = scene.reading.document.text
    begin = scene.tokens[verb.head].end
    return next((how for words, how in rows if words.match(text, begin, scene.sentence.end)), None)
