"""What a sentence says of a happening without telling it: who did it, who did not, that it never was, that a figure is wrong.

Rules. Each kind has its words (wordings.py); whoever speaks them is the source. "The rebels were behind it" is a charge, in the rebels' own
mouth a claim, with "no group" as its subject a want of claims, and with "not" a denial. A verdict is about the happening of its sentence,
else about the one told last. Doubts of a figure and of a detail leave the happening standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ascribe.extract.idioms import FIGURE
from ascribe.extract.scene import Scene
from ascribe.extract.speech import Speech, innermost
from ascribe.extract.wordings import (
    ACCOUNT_OBJECT,
    ALLEGED,
    BARE_DENIAL,
    BEHIND,
    CARRIED_OUT,
    CHARGE_WHICH,
    DID_IT,
    DISOWNED,
    EACH_OTHER,
    EMPTY,
    FALSE_UNOWNED,
    FIGURE_OBJECT,
    FIGURE_WHICH,
    NEVER_WAS,
    NOT_BUT,
    NUMBERS,
    OF_OWN,
    RATHER_THAN,
    REPORTS,
    THIS,
    TOOK_PLACE,
    UNCHECKED,
    UNOWNED,
    WITHHELD,
    WORK,
)
from ascribe.model.claims import Contests, Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party


@dataclass(slots=True)
class Verdict:
    """What is said of a happening that the words do not tell. `speech` None: in the document's own voice."""

    stance: Stance
    speech: Speech | None
    start: int
    end: int
    source: Party | None = None
    actors: list[Party] = field(default_factory=list)
    contests: Contests | None = None
    hedged: bool = False
    wordless: bool = False  # nothing in the words names a happening: it counts only where they tell none


def verdicts(scene: Scene, speeches: list[Speech]) -> list[Verdict]:
    """Every verdict of one sentence, in its order."""
    words = {token.lower for token in scene.tokens}
    found = list(_of_doers(scene, speeches, words))
    if words & _MUTUAL:
        found.extend(_mutual(scene))
    for speech in speeches:
        found.extend(_of_speech(scene, speech))
    found.extend(_denied_in_words(scene, speeches, words))
    unclaimed = _unclaimed(scene, speeches) if words & _NOBODY else None
    if unclaimed is not None:
        found = [verdict for verdict in found if verdict.stance is not Stance.CLAIMED or _is_body(verdict.source)]
        found.append(unclaimed)
    unverified = _unverified(scene, speeches)
    if unverified is not None:
        found.append(unverified)
    return sorted(found, key=lambda verdict: verdict.start)


def _is_body(party: Party | None) -> bool:
    return party is not None and party.kind in ARMED


def never_was(scene: Scene, start: int) -> bool:
    """What is denied is that it happened: "denied that the attack had taken place"."""
    return TOOK_PLACE.search(scene.reading.document.text, start, scene.sentence.end) is not None


def nobody(scene: Scene, party: Party | None) -> bool:
    """The party is "no group", "nobody"."""
    return party is not None and party.name.split()[0].lower() in scene.words.speech.nobody


# --- who did it ---------------------------------------------------------------------------------------------------------------------------


#: A pattern is only tried where one of its own words stands: this is most of the speed.
_MUTUAL = frozenset("traded trading trade exchanged swapped each another".split())
_NOBODY = frozenset("no nobody none neither unclaimed yet not without unclear unknown uncertain author".split())


def _of_doers(scene: Scene, speeches: list[Speech], words: set[str]) -> Iterator[Verdict]:
    """As in "The group was behind it", "the work of the group", "its fighters carried out the attack"."""
    text = scene.reading.document.text
    for pattern, gate in _DOERS:
        if not words & gate:
            continue
        for match in pattern.finditer(text, scene.sentence.start, scene.sentence.end):
            if "not" in match.groupdict() and match["not"]:
                continue
            doer = _behind_offset(scene, match.end()) if pattern is WORK else _before_offset(scene, match.start())
            speech = innermost(speeches, match.start())
            if doer is None or nobody(scene, doer) or _NOT.search(text, max(scene.sentence.start, match.start() - 12), match.start()):
                continue
            source = speech.source if speech is not None else None
            if nobody(scene, source) or (pattern is WORK and not _is_side(doer)):
                continue
            hedged = bool(speech and speech.hedged) or any(match.groupdict().get(name) for name in ("like", "doubt"))
            verdict = Verdict(Stance.ACCUSED, speech, match.start(), match.end(), source, [doer], None, hedged)
            if speech is not None and speech.kind == "deny":
                verdict.stance, verdict.contests = Stance.DENIED, Contests.RESPONSIBILITY
                verdict.actors = []
            elif speech is not None and speech.kind == "accuse":
                pass  # "charged that its agents had carried out the massacre"
            elif (
                source is not None
                and source.kind is Kind.MEDIA
                and (backer := _backer(scene, source)) is not None
                and _own(doer, replace(source, parent=backer.id))
            ):
                verdict.stance, verdict.actors = Stance.CLAIMED, [backer]
            elif source is not None and _mouthpiece(source) and _is_side(doer) and (doer.kind in ARMED or doer.id is None):
                verdict.stance = Stance.CLAIMED
            elif source is not None and _own(doer, source):
                if (speech is not None and speech.negated) or (source.kind is Kind.MEDIA and source.parent is None):
                    continue
                verdict.stance, verdict.actors = Stance.CLAIMED, [source]
            elif (doer.inferred and doer.id is None) or (source is None and not hedged and pattern is not WORK) or pattern is CARRIED_OUT:
                continue  # told as a happening, not as a charge
            yield verdict


_ADJOINS = re.compile(
    r",? ?(?:(?:has|had|have|also|then|that|which|who|it|itself|themselves|alone|were|was|\w+ly|\"|”)\s*)*", re.IGNORECASE
)
_DOERS: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (BEHIND, frozenset("behind responsible blame author authors perpetrator perpetrators".split())),
    (
        WORK,
        frozenset(
            "work handiwork doing hallmark hallmarks believed suspected thought alleged presumed understood feared "
            "suspicion suspicions blame lies".split()
        ),
    ),
    (CARRIED_OUT, frozenset("carried conducted staged executed perpetrated mounted committed planted".split())),
    (DID_IT, frozenset({"did", "done"})),
)
_NOT = re.compile(r"\b(?:not|never|n't)\s*\w*\s*$", re.IGNORECASE)


def _is_side(party: Party) -> bool:
    """A party that can be charged: known, armed, or named; not "a suicide bomber"."""
    return party.id is not None or party.kind in ARMED | STATE or any(word[:1].isupper() for word in party.name.split()[-2:])


def _backer(scene: Scene, source: Party) -> Party | None:
    """The armed group whose agency it is: "Islamic State's Amaq agency"."""
    return next(
        (own for (start, end), own in scene.owners.items() if source.start <= start and end <= source.end and own.kind in ARMED and own.id),
        None,
    )


def _mouthpiece(source: Party) -> bool:
    """An unnamed voice that speaks for a group: "a caller said the front had carried out the attack"."""
    return source.id is None and source.name.lower().split()[-1] in {"caller", "callers", "voice", "leaflet", "pamphlet", "leaflets"}


def _own(doer: Party, source: Party) -> bool:
    """The speaker speaks of itself: by name, by a pronoun, by "its fighters", "the group's men"."""
    words = doer.name.lower().split()
    if source.kind is Kind.MEDIA and source.parent is not None:
        return doer.id == source.parent or words[0] in {
            "soldiers",
            "fighters",
            "mujahideen",
            "its",
            "our",
            "warriors",
        }  # a group's own agency
    if words[0] in {"it", "they", "we", "i", "its", "their", "our", "he", "she", "his"} and doer.id is None:
        return source.kind not in {Kind.CIVILIANS, Kind.MEDIA, Kind.NGO, Kind.IGO}
    return doer.same_side(source) and (source.kind in ARMED | STATE)


def _before_offset(scene: Scene, offset: int) -> Party | None:
    """The party of the noun phrase right before these words."""
    best: int | None = None
    for at, phrase in enumerate(scene.parse.phrases):
        if scene.extent(at)[1] > offset:
            break
        if phrase.kind == "NP":
            best = at
    if best is None or not _ADJOINS.fullmatch(scene.reading.document.text, scene.extent(best)[1], offset):
        return None
    if "," in scene.reading.document.text[scene.extent(best)[1] : offset]:
        return _across_comma(scene, best)
    if (
        scene.governor(best) in {"of", "from", "in"}
        and best >= 2
        and scene.phrase(best - 2).kind == "NP"
        and scene.head(best - 2) not in _SOME
    ):
        return party_at(scene, best - 2) or party_at(scene, best)
    return party_at(scene, best)


_SOME = frozenset("one two three some several members member many group".split())


def _across_comma(scene: Scene, at: int) -> Party | None:
    """As in "The Ardillos, one of two gangs which fight over the capital, were behind it": the party before the words between commas."""
    phrases = scene.parse.phrases
    while at > 0 and not (phrases[at].kind == "PU" and scene.tokens[phrases[at].start].text == ","):
        at -= 1
    return party_at(scene, at - 1) if at > 0 and phrases[at - 1].kind == "NP" else None


def _behind_offset(scene: Scene, offset: int) -> Party | None:
    """The party of the noun phrase right behind these words."""
    for at, phrase in enumerate(scene.parse.phrases):
        if phrase.kind == "NP" and scene.extent(at)[1] > offset:
            return party_at(scene, at) if scene.extent(at)[0] - offset < 12 else None
    return None


def party_at(scene: Scene, at: int) -> Party | None:
    """The party that a noun phrase is, or whose men, agents or weapons it names."""
    found = scene.party(at)
    if found is not None:
        return found
    words, (start, end) = scene.lowers(at), scene.extent(at)
    inside = next((own for (begin, stop), own in scene.owners.items() if start <= begin and stop <= end), None)
    if inside is not None:
        return replace(inside, name=scene.text(at), start=start, end=end)
    if words[0] in {"it", "they", "we", "i", "he", "she", "its", "their", "our", "his", *scene.words.speech.nobody}:
        return Party(scene.text(at), start, end, inferred=True)
    if scene.event(at) is None and (
        "NNP" in scene.parse.tags[scene.phrase(at).start : scene.phrase(at).end] or words[-1] in scene.words.roles.kinds
    ):
        return Party(scene.text(at), start, end, scene.words.roles.kinds.get(words[-1], Kind.UNKNOWN))
    return None


def _mutual(scene: Scene) -> Iterator[Verdict]:
    """As in "Russia and Ukraine traded blame": each accuses the other."""
    text = scene.reading.document.text
    for match in EACH_OTHER.finditer(text, scene.sentence.start, scene.sentence.end):
        for clause in scene.parse.clauses:
            start, end = scene.extent(clause.verb)
            if not start <= match.start() < end:
                continue
            sides = [party for at in clause.subjects if (party := scene.party(at)) is not None]
            if len(sides) != 2:
                continue
            for one, other in (sides, sides[::-1]):
                speech = Speech(
                    one,
                    Stance.ACCUSED,
                    scene.sentence.start,
                    scene.sentence.end,
                    start,
                    match.end(),
                    scene.reading.document.quote(*match.span()),
                    "blame",
                    "accuse",
                )
                yield Verdict(Stance.ACCUSED, speech, match.start(), match.end(), one, [other])


# --- by the verb of speaking
# -----------------------------------------------------------------------------------------------------------------


def _of_speech(scene: Scene, speech: Speech) -> Iterator[Verdict]:
    """Denials and disputes whose verb says so: "denied it", "rejected the figure", "disputed the account"."""
    if speech.verb_start < 0 or speech.source is None or nobody(scene, speech.source) or speech.clause is None:
        return
    verb = scene.phrase(scene.parse.clauses[speech.clause].verb)
    if verb.passive or verb.form == "participle":
        if speech.kind in {"deny", "dispute"} and not speech.negated:
            yield from _passive(scene, speech)
        return
    text, begin = scene.reading.document.text, scene.tokens[verb.head].end
    verdict = Verdict(Stance.DENIED, speech, speech.verb_start, speech.verb_end, speech.source)
    if speech.negated or speech.kind not in {"deny", "dispute"}:
        return
    before = text[max(scene.sentence.start, speech.verb_start - 40) : speech.verb_end].lower()
    if "neither" in before or "nor" in before.split():
        return
    if FIGURE_OBJECT.match(text, begin, scene.sentence.end) and (speech.kind == "dispute" or speech.verb != "deny"):
        verdict.stance, verdict.contests = Stance.DISPUTED, Contests.FIGURE
        yield verdict
    elif speech.kind == "dispute":
        verdict.stance, verdict.contests = Stance.DISPUTED, Contests.DETAIL
        if ACCOUNT_OBJECT.match(text, begin, scene.sentence.end):
            yield verdict
        elif THIS.match(text, begin, scene.sentence.end):
            verdict.contests = Contests.FIGURE if NUMBERS.search(text, begin, scene.sentence.end) else Contests.DETAIL
            yield verdict
    elif BARE_DENIAL.match(text, begin, scene.sentence.end) or (speech.verb == "deny" and OF_OWN.match(text, begin, scene.sentence.end)):
        verdict.contests = Contests.RESPONSIBILITY
        yield verdict
    elif REPORTS.match(text, begin, scene.sentence.end) and speech.verb in {"dismiss", "reject", "deny", "refute", "call", "describe"}:
        verdict.contests = Contests.HAPPENING
        yield verdict
    elif speech.verb == "deny" and speech.source.kind in ARMED | STATE and not WITHHELD.match(text, begin, scene.sentence.end):
        verdict.contests, verdict.wordless = Contests.RESPONSIBILITY, True
        yield verdict


def _passive(scene: Scene, speech: Speech) -> Iterator[Verdict]:
    """As in "Any involvement was denied by the group"."""
    assert speech.clause is not None  # noqa: S101
    words = " ".join(word for at in scene.parse.clauses[speech.clause].subjects for word in scene.lowers(at))
    if BARE_DENIAL.match(" " + words):
        yield Verdict(Stance.DENIED, speech, speech.verb_start, speech.verb_end, speech.source, contests=Contests.RESPONSIBILITY)
    elif re.search(rf"\b{FIGURE}\b", words):
        yield Verdict(Stance.DISPUTED, speech, speech.verb_start, speech.verb_end, speech.source, contests=Contests.FIGURE)


def _denied_in_words(scene: Scene, speeches: list[Speech], words: set[str]) -> Iterator[Verdict]:
    """Denials and disputes in what somebody says: "said it had no hand in it", "said no such attack took place", "40, not 12"."""
    text = scene.reading.document.text
    for pattern, stance, contests, gate in _IN_WORDS:
        if not words & gate:
            continue
        for match in pattern.finditer(text, scene.sentence.start, scene.sentence.end):
            speech = innermost(speeches, match.start()) or innermost(speeches, match.end() - 1)
            if speech is None and pattern is NEVER_WAS and ALLEGED.search(text, scene.sentence.start, match.start()):
                yield Verdict(stance, None, match.start(), match.end(), None, contests=contests)
            if speech is None or speech.source is None or (speech.source.kind is Kind.MEDIA and stance is Stance.DENIED):
                continue
            if nobody(scene, speech.source) or speech.negated or speech.kind not in {"say", "confirm", "deny", "claim"}:
                continue
            if contests is Contests.RESPONSIBILITY and speech.kind == "say" and not _of_itself(scene, match.start(), speech.source):
                continue
            if contests is Contests.DETAIL and speech.source.kind not in ARMED | STATE:
                continue
            yield Verdict(stance, speech, match.start(), match.end(), speech.source, contests=contests)
    if words & _FIGURES:
        yield from _of_which(scene, FIGURE_WHICH, Stance.DISPUTED, Contests.FIGURE)
    if words & _CHARGES:
        yield from _of_which(scene, CHARGE_WHICH, Stance.DENIED, Contests.RESPONSIBILITY)


def _of_which(scene: Scene, pattern: re.Pattern[str], stance: Stance, contests: Contests) -> Iterator[Verdict]:
    """As in "a figure the ministry dismissed as fantasy", "a claim the government denied": the answer stands in the same sentence."""
    document = scene.reading.document
    for match in pattern.finditer(document.text, scene.sentence.start, scene.sentence.end):
        who = _behind_offset(scene, match.start("who"))
        if who is not None:
            cue = document.quote(match.end() - len(match[0].split()[-1]), match.end())
            verb = "dispute" if stance is Stance.DISPUTED else "deny"
            speech = Speech(who, stance, match.start(), scene.sentence.end, match.start("who"), match.end(), cue, verb, verb)
            yield Verdict(stance, speech, match.start(), match.end(), who, contests=contests)


_CHARGES = frozenset("claim claims charge charges accusation accusations allegation allegations account accounts".split())
_NEGATIVE = frozenset("no not nothing never wasn't weren't isn't aren't n't".split())
_IN_WORDS: tuple[tuple[re.Pattern[str], Stance, Contests, frozenset[str]], ...] = (
    (DISOWNED, Stance.DENIED, Contests.RESPONSIBILITY, _NEGATIVE),
    (
        NEVER_WAS,
        Stance.DENIED,
        Contests.HAPPENING,
        _NEGATIVE | frozenset("false untrue fabricated without baseless unfounded fabrication hoax".split()),
    ),
    (RATHER_THAN, Stance.DISPUTED, Contests.FIGURE, frozenset({"not", "rather"})),
    (EMPTY, Stance.DISPUTED, Contests.DETAIL, frozenset("empty uninhabited deserted abandoned unpopulated open".split())),
    (NOT_BUT, Stance.DISPUTED, Contests.DETAIL, frozenset({"not"})),
)
_FIGURES = frozenset("toll tolls figure figures number numbers count counts tally estimate estimates statistics".split())


def _of_itself(scene: Scene, offset: int, source: Party) -> bool:
    """What is disowned is disowned for the speaker or its own people."""
    who = _before_offset(scene, offset)
    return (
        who is None
        or _own(who, source)
        or who.same_side(source)
        or who.name.lower().split()[0] in {"it", "they", "we", "i", "he", "she", "its", "their", "our", "his", "her", "there"}
    )


# --- nobody claimed it, nobody could check it
# ----------------------------------------------------------------------------------------------------


def _unclaimed(scene: Scene, speeches: list[Speech]) -> Verdict | None:
    """A negative subject with a word of claiming: "no group has said that it was behind it", "nobody came forward"."""
    text = scene.reading.document.text
    match = UNOWNED.search(text, scene.sentence.start, scene.sentence.end)
    if match is None or FALSE_UNOWNED.match(match[0]):
        return None
    speech = innermost([s for s in speeches if not nobody(scene, s.source) and s.kind == "say"], match.start())
    if speech is not None and DISOWNED.search(text, match.start(), min(match.end() + 12, scene.sentence.end)):
        return None  # "said it had no hand in it, and was not behind it"
    return Verdict(Stance.UNCLAIMED, speech, match.start(), match.end(), speech.source if speech is not None else None)


def _unverified(scene: Scene, speeches: list[Speech]) -> Verdict | None:
    """As in "Could not be independently verified", "there was no way to confirm this"; an outlet or a body that could not is the source."""
    text = scene.reading.document.text
    lowered = text[scene.sentence.start : scene.sentence.end].lower()
    found = next((lowered.index(pattern) for pattern in scene.words.speech.unverified if pattern in lowered), None)
    if found is None:
        match = UNCHECKED.search(lowered)
        if match is None:
            return None
        found = match.start()
    start = scene.sentence.start + found
    speech = innermost([s for s in speeches if s.kind == "say" and not s.trailing], start)
    doer = _before_offset(scene, start)
    source = doer if doer is not None and doer.kind in {Kind.MEDIA, Kind.NGO, Kind.IGO} and doer.id else None
    if doer is not None and source is None and speech is None and doer.name.lower().split()[-1] in _CHECKERS:
        source = doer
    if source is None and speech is not None:
        source = speech.source
    if source is not None and source.name.lower() == "we" and source.id is None:
        source = None  # the document's own voice
    return Verdict(Stance.UNVERIFIED, speech, start, start + 10, source)


_CHECKERS = frozenset("agency newspaper paper daily mission team we monitors".split())
