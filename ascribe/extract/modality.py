"""Whether it happened, in the words of the source: actual, planned, threatened, hypothetical, averted; and how sure the words are.

Rules. What is foiled, thwarted or defused is averted. What hangs on "plan", "intend" or "prepare" is planned, on "threaten" or "vow"
threatened. "Would", "could", "might", "if" make it hypothetical, but "may have killed" tells of the past with a doubt. "Will" is a threat
in the mouth of an armed group and a plan in a state's. "Allegedly", "suspected", "is believed to have" leave it actual and hedged.
"""

from __future__ import annotations

from ascribe.extract.mention import Mention
from ascribe.extract.scene import Scene
from ascribe.model.claims import Modality
from ascribe.model.grammar import Phrase
from ascribe.model.parties import ARMED, STATE

_AVERTED = frozenset("foil thwart avert prevent defuse disrupt abort intercept stop dismantle neutralise neutralize".split())
_PLANNED = frozenset("plan plot intend prepare scheme aim conspire seek mean order want hope instruct".split())
_THREATENED = frozenset("threaten vow swear warn pledge promise".split())
_PLAN_NOUNS = frozenset("plan plans plot plots preparation preparations conspiracy intention".split())
_THREAT_NOUNS = frozenset("threat threats warning warnings".split())
_DOUBT_NOUNS = frozenset(
    "fear fears risk possibility prospect danger rumour rumours rumor rumors likelihood threat hypothetical potential spectre".split()
)
_HYPOTHETICAL = frozenset("would could might may should can 'd couldn't wouldn't can't cannot".split())
_CONDITION = frozenset("if unless lest whether".split())
#: "Called on the army to stop killing": what is to stop is told by nobody here.
_COMES = frozenset(
    "continue begin start take happen follow resume go come be launch carry stage mount hold occur intensify escalate".split()
)
_STOPPED = frozenset("stop cease halt end avoid prevent".split())


def modality(scene: Scene, mention: Mention) -> Modality:
    """See the module's rules; the first that fits decides."""
    if mention.modality is not Modality.ACTUAL:
        return mention.modality
    noun = _of_noun(scene, mention) if mention.phrase is not None else None
    if noun is not None:
        return noun
    if mention.clause is None or (mention.noun and not _shares_clause(scene, mention)):
        return Modality.ACTUAL
    clause = scene.parse.clauses[mention.clause]
    verb = scene.phrase(clause.verb)
    if mention.noun and verb.lemma in _AVERTED and not verb.negated and (mention.phrase in clause.objects or verb.passive):
        return Modality.AVERTED
    if not mention.noun and verb.form in {"infinitive", "ing"} and clause.parent is not None:
        above = scene.phrase(scene.parse.clauses[clause.parent].verb)
        if above.lemma in {"appear", "seem"}:
            mention.hedged = True
        if above.lemma in _STOPPED and above.form != "finite":
            return Modality.HYPOTHETICAL
    if not mention.noun and verb.form == "infinitive" and clause.parent is not None:
        return _of_infinitive(scene, scene.phrase(scene.parse.clauses[clause.parent].verb), clause.verb)
    if (
        mention.noun
        and verb.modal in {"will", "'ll", "shall", "won't"}
        and (verb.lemma not in _COMES or (mention.reference == "definite" and verb.negated))
    ):
        return Modality.ACTUAL  # "such raids will not turn us"
    return _of_group(scene, mention, verb)


def _shares_clause(scene: Scene, mention: Mention) -> bool:
    """The noun is subject or object of its clause, so that the verb's doubt is its own."""
    clause = scene.parse.clauses[mention.clause] if mention.clause is not None else None
    return clause is not None and (mention.phrase in clause.objects or mention.phrase in clause.subjects)


def _of_noun(scene: Scene, mention: Mention) -> Modality | None:
    """As in "A plot to", "a planned attack", "the threat of attacks", "a potential offensive"."""
    at = mention.phrase
    assert at is not None  # noqa: S101
    words = set(scene.lowers(at))
    if {"planned", "plot", "plots", "intended", "upcoming", "impending"} & words:
        averted = mention.clause is not None and scene.phrase(scene.parse.clauses[mention.clause].verb).lemma in _AVERTED
        return Modality.AVERTED if averted else Modality.PLANNED
    if {"foiled", "failed", "thwarted", "averted", "aborted"} & words and mention.frame.name != "missile":
        return Modality.AVERTED
    if {"potential", "possible", "future", "imminent", "feared", "threatened", "any"} & words and "any" not in words:
        return Modality.HYPOTHETICAL
    if "any" in words and mention.reference != "definite" and mention.frame.name not in {"kill"}:
        return Modality.HYPOTHETICAL
    if scene.governor(at) in {"of", "to", "for", "against"} and at >= 2 and scene.phrase(at - 2).kind == "NP":
        head = scene.head(at - 2)
        if head in _PLAN_NOUNS:
            return Modality.PLANNED
        if head in _THREAT_NOUNS:
            return Modality.THREATENED
        if head in _DOUBT_NOUNS:
            return Modality.HYPOTHETICAL
    if mention.clause is not None:
        clause = scene.parse.clauses[mention.clause]
        lemma = scene.phrase(clause.verb).lemma
        if at in clause.objects:
            if lemma in _AVERTED:
                return Modality.AVERTED
            if lemma in {"plan", "plot", "prepare", "intend"}:
                return Modality.PLANNED
            if lemma in {"threaten", "promise"}:
                return Modality.THREATENED
            if lemma in {"fear", "avoid", "expect", "deter"}:
                return Modality.HYPOTHETICAL
        if at in clause.subjects and scene.phrase(clause.verb).passive and lemma in _AVERTED:
            return Modality.AVERTED
    return None


def _of_infinitive(scene: Scene, governor: Phrase, verb: int) -> Modality:
    """What a verb makes of the deed that hangs on it: "planned to attack", "failed to explode", "helped to kill"."""
    before = scene.phrase(verb - 1) if verb else None
    if before is not None and before.kind == "NP":
        head = scene.head(verb - 1)
        if head in _PLAN_NOUNS or head in {"attempt", "attempts", "bid"}:
            return Modality.PLANNED if head in _PLAN_NOUNS else Modality.ACTUAL
        if head in _THREAT_NOUNS:
            return Modality.THREATENED
    if governor.lemma in _PLANNED:
        return Modality.PLANNED
    if governor.lemma in _THREATENED:
        return Modality.THREATENED
    if governor.lemma in {"fail", "refuse", "decline"}:
        return Modality.AVERTED
    if governor.passive or governor.lemma in {
        "appear",
        "seem",
        "go",
        "come",
        "continue",
        "begin",
        "start",
        "manage",
        "say",
        "claim",
        "be",
        "try",
        "attempt",
        "use",
        "force",
    }:
        return Modality.ACTUAL
    return (
        Modality.HYPOTHETICAL
        if governor.lemma in {"call", "urge", "demand", "ask", "tell", "need", "avoid", "agree", "allow", "help", "serve"}
        else Modality.ACTUAL
    )


def _of_group(scene: Scene, mention: Mention, verb: Phrase) -> Modality:
    """What the verb's own auxiliaries say."""
    first = scene.tokens[verb.start].lower
    modal = verb.modal
    if modal in _HYPOTHETICAL:
        if verb.perfect and modal in {"may", "might", "could", "must"}:
            mention.hedged = True
            return Modality.ACTUAL
        if modal == "can" or modal == "cannot":
            return Modality.HYPOTHETICAL
        return Modality.HYPOTHETICAL
    if modal in {"will", "'ll", "shall", "won't"}:
        return Modality.THREATENED if any(party.kind in ARMED - STATE for party in mention.actors) else Modality.PLANNED
    if modal == "to" and first in {"is", "are", "was", "were"}:
        return Modality.PLANNED if first in {"is", "are"} else Modality.ACTUAL
    at = scene.parse.clauses[mention.clause].verb if mention.clause is not None else 0
    for place in range(at - 1, max(-1, at - 5), -1):
        phrase = scene.phrase(place)
        if phrase.kind == "VG":
            break
        if phrase.kind == "SUB" and scene.tokens[phrase.start].lower in _CONDITION:
            return Modality.HYPOTHETICAL
    return Modality.ACTUAL


def is_hedged(scene: Scene, mention: Mention) -> bool:
    """A word of doubt stands in the mention's own clause or phrase."""
    if mention.hedged:
        return True
    begin, end = mention.extent
    hedges = scene.words.speech.hedges
    for token in scene.tokens:
        if (
            begin <= token.start < end
            and token.lower in hedges
            and token.lower not in {"may", "might", "reported", "preliminary", "initial", "suspects"}
        ):
            return True
    if mention.clause is not None:
        clause = scene.parse.clauses[mention.clause]
        step = clause.parent
        while step is not None:
            governor = scene.phrase(scene.parse.clauses[step].verb)
            if (
                governor.lemma in {"believe", "suspect", "fear", "think", "allege", "presume", "report", "say", "rumour"}
                and governor.passive
            ):
                return governor.lemma != "say"
            if scene.parse.clauses[step].link not in {"infinitive"} and clause.link != "infinitive":
                break
            step = scene.parse.clauses[step].parent
    return False
