"""What a sentence says of a happening without telling it: who did it, who did not, that it never was, that the figure is wrong, that nobody claimed.

Rules. Each kind has its words; whoever speaks them is the source. "The rebels were behind it" is a charge, in the rebels' own mouth a claim, with
"no group" as its subject a want of claims, and with "not" a denial. A verdict is about the happening that its sentence tells, else about the
one told last. Doubts of a figure and of a detail leave the happening standing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ascribe.extract.attribution import Speech, innermost
from ascribe.extract.idioms import ACCOUNT, CHARGE, FIGURE
from ascribe.extract.scene import Scene
from ascribe.model.claims import Contests, Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party

_DEED = r"(?:attack|attacks|raid|strike|strikes|bombing|bomb|bombs|blast|explosion|shelling|killing|killings|massacre|clash|clashes|fighting|shooting|ambush|operation|incident|(?:air )?operation|kidnapping|abduction|beatings|torture|executions)"
_HAPPENED = r"(?:happened|occurred|taken place|took place|take place|happen|occur|been carried out|carried out|place)"

#: Who did it: the party before these words, or behind them.
_BEHIND = re.compile(
    r"\b(?:was|were|is|are|been|be|being|it's)\s+(?P<not>not\s+)?(?:\w+ly\s+|also\s+)?(?:behind|responsible(?! for (?:the )?(?:security|defen|aid|public|protect))|to blame|the (?:author|authors|perpetrators?) of)\b", re.IGNORECASE
)
_WORK = re.compile(
    r"\b(?:the (?:work|handiwork|doing) of|(?P<like>(?:bears?|bore|bearing|carried|had|has) (?:all )?(?:the )?(?:\w+ )?hallmarks? of)|"
    r"(?P<doubt>(?:believed|suspected|thought|alleged|presumed|understood|feared) to (?:have been|be) (?:carried out|committed|planted|staged|perpetrated|the work of|launched|fired)(?: by)?)|"
    r"(?:blame|suspicion|suspicions) (?:immediately |quickly |soon )?(?:fell|fall|falls|has fallen|centred|centered) (?:up)?on|"
    r"(?:responsibility|blame) lies with)\s+",
    re.IGNORECASE,
)
_CARRIED_OUT = re.compile(
    r"\b(?:carried out|conducted|staged|executed|perpetrated|mounted|committed)\s+(?:the|this|that|these|both)\s+(?:\w+\s+){0,2}?" + _DEED + r"\b|\bcarried it out\b|\bplanted (?:it|them|(?:the |a |an )(?:\w+ ){0,2}(?:bombs?|devices?|mines?|explosives))\b",
    re.IGNORECASE,
)
_EACH_OTHER = re.compile(r"\b(?:(?:traded|trading|trade|exchanged|swapped) (?:blame|accusations)|(?:blamed|accused|blaming|accusing|blame|accuse) (?:each other|one another))\b", re.IGNORECASE)

_DID_IT = re.compile(r"\b(?:did|(?:had|have|has) done) (?:it|this|that)\b", re.IGNORECASE)

#: "We did not do it".
_DISOWNED = re.compile(
    r"\b(?:no (?:hand|part|role|involvement|responsibility|connection|link|links|ties) (?:in|with|to|for)|nothing (?:whatever |at all )?to do with|"
    r"(?:was|were|is|are|been) not (?:\w+ly )?(?:behind|responsible|involved|to blame|part of)|(?:wasn't|weren't|isn't|aren't) (?:behind|responsible|involved|to blame)|"
    r"(?:had|has|have) no (?:part|role|hand|involvement|connection|link)|not (?:carried out|its work|their work|his work|its doing|our work)|"
    r"did not (?:carry|attack|fire|kill|bomb|shell|strike|take part|do it|plant|target|start|order|shoot|launch|burn)|had not (?:carried|attacked|fired|killed|bombed|shelled|taken part|planted|targeted|started)|"
    r"no (?:\w+ ){0,2}(?:plane|planes|aircraft|jets?|helicopters?|drones?|troops|soldiers?|units?|forces|men|missiles?) (?:of (?:its|theirs|ours) )?(?:had|has|have|was|were)|"
    r"(?:has|have|had) never (?:attacked|targeted|fired|touched|killed)|never (?:attacks?|attacked|targets?|fired|touched))\b",
    re.IGNORECASE,
)
#: "It never happened".
_NEVER_WAS = re.compile(
    rf"\bno such (?:thing|{_DEED})\b|\bnothing of the (?:kind|sort)\b|\bno (?:\w+ )?{_DEED} (?:had |has |was |were |had been |have )*{_HAPPENED}\b|\bthere (?:was|were|had been|has been|have been) no (?:\w+ )?{_DEED}\b|"
    rf"\b(?:did not|had not|never|has not) {_HAPPENED}\b|\b(?:is|was|are|were) (?:entirely |totally |wholly |completely |simply )?(?:false|untrue|fabricated|without truth|without foundation|baseless|unfounded|a fabrication|a hoax)\b",
    re.IGNORECASE,
)
_BARE_DENIAL = re.compile(
    rf"\s*(?:(?:that|it|this|them)(?=\W*(?:$|[.,;\"”]|and\b|but\b|again\b|on\b|in\b|through\b|as\b|to\b))|(?:any |all |the |its |their |such |these |those |both )*(?:\w+ )?(?:part|role|hand|involvement|responsibility|connection|link|links|complicity|{CHARGE}|being behind|being involved|taking part|wrongdoing))\b|\s*[.,;]",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"\s*(?:the |these |those |such |as |any |all |media |press |news |as \S+ (?:\S+ )?(?:the )?)*(?:\w+ ){0,3}?(?:reports?|rumou?rs?|news|video|footage|claims?|allegations?)\b", re.IGNORECASE)
_OF_OWN = re.compile(r"\s*(?:once again |again |categorically |flatly )?that (?:any of )?(?:its|their|his|her|our|it|they|he|she|we|the group's|the army's)\b", re.IGNORECASE)
_EMPTY = re.compile(r"\b(?:fell|fallen|landed|hit|struck|exploded)\b[^.;]{0,40}\b(?:empty|uninhabited|deserted|abandoned|unpopulated|open) (?:\w+ )?(?:wood|woods|forest|field|fields|area|areas|ground|house|building|buildings|land|desert|plot|hillside|valley)\b", re.IGNORECASE)
_NOT_BUT = re.compile(r"\b(?:dead|victims|killed|wounded|those killed|casualties|target|targets|bodies)\b[^.;]{0,40}\b(?:were|was|had been)\b[^.;,]{1,50},? (?:and )?not\b|\bnot (?:civilians|fighters|soldiers|militants|combatants)[^.;]{0,10},? but\b", re.IGNORECASE)
_RATHER_THAN = re.compile(r"\b(?:toll|dead|number|figure|killed|died|deaths|casualties)\b[^.;]{0,60}?\b\d[\d,]*\b[^.;]{0,12}\b(?:and not|not|rather than)\s+(?:the )?(?:\d|\w+teen|twelve|twenty|thirty|forty|dozens)", re.IGNORECASE)
_THIS = re.compile(r"\s*(?:this|that|it)\b(?!\s+\w+ed\b)", re.IGNORECASE)
_NUMBERS = re.compile(rf"\b(?:\d+|{FIGURE}|dead|deaths)\b", re.IGNORECASE)
_FIGURE_OBJECT = re.compile(rf"\s*(?:\S+ ){{0,4}}?{FIGURE}\b", re.IGNORECASE)
_ACCOUNT_OBJECT = re.compile(rf"\s*(?:\S+ ){{0,5}}?(?:{ACCOUNT}|claim|claims)\b", re.IGNORECASE)
_FIGURE_WHICH = re.compile(rf"\b{FIGURE}(?: which| that)? (?P<who>[^.;,]{{3,50}}?) (?:dismissed|rejected|disputed|denied|called|described|contested)\b", re.IGNORECASE)

#: Nobody has claimed it.
_UNOWNED = re.compile(
    r"\b(?:no (?:\w+ ){0,2}?(?:groups?|one|organi[sz]ations?|factions?|part(?:y|ies)|side|movement|militia|body|outfit|militants|rebels|claims?|country|force)|nobody|none|neither)\b[^.;,]{0,70}?\b(?:claim(?:s|ed)?|admit(?:ted)?|responsib\w+|behind|planted|carried (?:it )?out|taken credit|come forward|came forward|owned up|"
    r"spoken for|put (?:its|their) name|owned)\b|\bunclaimed\b|\b(?:has|had|have) (?:yet to (?:be )?|not (?:yet )?been )claimed?\b|\bwithout (?:any |a )?claims? of responsibility\b|"
    r"\b(?:not|un)(?: yet| immediately| known to be)* ?(?:clear|known|certain) who (?:was behind|were behind|carried out|had carried out|planted|was responsible|fired|did it|killed)\b|\bidentified as the author",
    re.IGNORECASE,
)
_FALSE_UNOWNED = re.compile(r"\b(?:no|nobody|none|neither) (?:\w+ ){0,2}?(?:doubt|evidence|question|sign|proof|comment|statement|immediate comment|reason|casualties|deaths|injuries|damage)\b", re.IGNORECASE)


_TOOK_PLACE = re.compile(rf"\b(?:had |has |have |ever )+{_HAPPENED}\b|\b(?:took place|happened|occurred)\b|\bthere (?:had been|was|were|has been) (?:any|an?|such)\b|\bany such\b", re.IGNORECASE)


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


def verdicts(scene: Scene, speeches: list[Speech]) -> list[Verdict]:
    """Every verdict of one sentence, in its order."""
    found = [*_of_doers(scene, speeches), *_mutual(scene)]
    for speech in speeches:
        found.extend(_of_speech(scene, speech))
    found.extend(_denied_in_words(scene, speeches))
    unclaimed = _unclaimed(scene, speeches)
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
    return _TOOK_PLACE.search(scene.reading.document.text, start, scene.sentence.end) is not None


def nobody(scene: Scene, party: Party | None) -> bool:
    """The party is "no group", "nobody"."""
    return party is not None and party.name.split()[0].lower() in scene.words.speech.nobody


# --- who did it ---------------------------------------------------------------------------------------------------------------------------


def _of_doers(scene: Scene, speeches: list[Speech]) -> Iterator[Verdict]:
    """ "The group was behind it", "the work of the group", "its fighters carried out the attack"."""
    text = scene.reading.document.text
    for pattern in (_BEHIND, _WORK, _CARRIED_OUT, _DID_IT):
        for match in pattern.finditer(text, scene.sentence.start, scene.sentence.end):
            if "not" in match.groupdict() and match["not"]:
                continue
            doer = _behind_offset(scene, match.end()) if pattern is _WORK else _before_offset(scene, match.start())
            speech = innermost(speeches, match.start())
            if doer is None or nobody(scene, doer) or _NOT.search(text, max(scene.sentence.start, match.start() - 12), match.start()):
                continue
            source = speech.source if speech is not None else None
            if nobody(scene, source) or pattern is _WORK and not _is_side(doer):
                continue
            hedged = bool(speech and speech.hedged) or any(match.groupdict().get(name) for name in ("like", "doubt"))
            verdict = Verdict(Stance.ACCUSED, speech, match.start(), match.end(), source, [doer], None, hedged)
            if speech is not None and speech.kind == "deny":
                verdict.stance, verdict.contests = Stance.DENIED, Contests.RESPONSIBILITY
                verdict.actors = []
            elif speech is not None and speech.kind == "accuse":
                pass  # "charged that its agents had carried out the massacre"
            elif source is not None and source.kind is Kind.MEDIA and (backer := _backer(scene, source)) is not None and _own(doer, replace(source, parent=backer.id)):
                verdict.stance, verdict.actors = Stance.CLAIMED, [backer]
            elif source is not None and _mouthpiece(source) and _is_side(doer) and (doer.kind in ARMED or doer.id is None):
                verdict.stance = Stance.CLAIMED
            elif source is not None and _own(doer, source):
                if speech is not None and speech.negated or source.kind is Kind.MEDIA and source.parent is None:
                    continue
                verdict.stance, verdict.actors = Stance.CLAIMED, [source]
            elif doer.inferred and doer.id is None or source is None and not hedged and pattern is not _WORK or pattern is _CARRIED_OUT:
                continue  # told as a happening, not as a charge
            yield verdict


_ADJOINS = re.compile(r",? ?(?:(?:has|had|have|also|then|that|which|who|it|itself|themselves|alone|were|was|\w+ly|\"|”)\s*)*", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|n't)\s*\w*\s*$", re.IGNORECASE)


def _is_side(party: Party) -> bool:
    """A party that can be charged: known, armed, or named; not "a suicide bomber"."""
    return party.id is not None or party.kind in ARMED | STATE or any(word[:1].isupper() for word in party.name.split()[-2:])


def _backer(scene: Scene, source: Party) -> Party | None:
    """The armed group whose agency it is: "Islamic State's Amaq agency"."""
    return next((own for (start, end), own in scene.owners.items() if source.start <= start and end <= source.end and own.kind in ARMED and own.id), None)


def _mouthpiece(source: Party) -> bool:
    """An unnamed voice that speaks for a group: "a caller said the front had carried out the attack"."""
    return source.id is None and source.name.lower().split()[-1] in {"caller", "callers", "voice", "leaflet", "pamphlet", "leaflets"}


def _own(doer: Party, source: Party) -> bool:
    """The speaker speaks of itself: by name, by a pronoun, by "its fighters", "the group's men"."""
    words = doer.name.lower().split()
    if source.kind is Kind.MEDIA and source.parent is not None:
        return doer.id == source.parent or words[0] in {"soldiers", "fighters", "mujahideen", "its", "our", "warriors"}  # a group's own agency
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
    if scene.governor(best) in {"of", "from", "in"} and best >= 2 and scene.phrase(best - 2).kind == "NP" and scene.head(best - 2) not in _SOME:
        return party_at(scene, best - 2) or party_at(scene, best)
    return party_at(scene, best)


_SOME = frozenset("one two three some several members member many group".split())


def _across_comma(scene: Scene, at: int) -> Party | None:
    """ "The Ardillos, one of two gangs which fight over the capital, were behind it": the party before the words between commas."""
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
    if scene.event(at) is None and ("NNP" in scene.parse.tags[scene.phrase(at).start : scene.phrase(at).end] or words[-1] in scene.words.roles.kinds):
        return Party(scene.text(at), start, end, scene.words.roles.kinds.get(words[-1], Kind.UNKNOWN))
    return None


def _mutual(scene: Scene) -> Iterator[Verdict]:
    """ "Russia and Ukraine traded blame": each accuses the other."""
    text = scene.reading.document.text
    for match in _EACH_OTHER.finditer(text, scene.sentence.start, scene.sentence.end):
        for clause in scene.parse.clauses:
            start, end = scene.extent(clause.verb)
            if not start <= match.start() < end:
                continue
            sides = [party for at in clause.subjects if (party := scene.party(at)) is not None]
            if len(sides) != 2:
                continue
            for one, other in (sides, sides[::-1]):
                speech = Speech(one, Stance.ACCUSED, scene.sentence.start, scene.sentence.end, start, match.end(), scene.reading.document.quote(*match.span()), "blame", "accuse")
                yield Verdict(Stance.ACCUSED, speech, match.start(), match.end(), one, [other])


# --- by the verb of speaking -----------------------------------------------------------------------------------------------------------------


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
    if _FIGURE_OBJECT.match(text, begin, scene.sentence.end) and (speech.kind == "dispute" or speech.verb != "deny"):
        verdict.stance, verdict.contests = Stance.DISPUTED, Contests.FIGURE
        yield verdict
    elif speech.kind == "dispute":
        verdict.stance, verdict.contests = Stance.DISPUTED, Contests.DETAIL
        if _ACCOUNT_OBJECT.match(text, begin, scene.sentence.end):
            yield verdict
        elif _THIS.match(text, begin, scene.sentence.end):
            verdict.contests = Contests.FIGURE if _NUMBERS.search(text, begin, scene.sentence.end) else Contests.DETAIL
            yield verdict
    elif _BARE_DENIAL.match(text, begin, scene.sentence.end):
        verdict.contests = Contests.RESPONSIBILITY
        yield verdict
    elif speech.verb == "deny" and _OF_OWN.match(text, begin, scene.sentence.end):
        verdict.contests = Contests.RESPONSIBILITY
        yield verdict
    elif _REPORTS.match(text, begin, scene.sentence.end) and speech.verb in {"dismiss", "reject", "deny", "refute", "call", "describe"}:
        verdict.contests = Contests.HAPPENING
        yield verdict


def _passive(scene: Scene, speech: Speech) -> Iterator[Verdict]:
    """ "Any involvement was denied by the group"."""
    assert speech.clause is not None
    words = " ".join(word for at in scene.parse.clauses[speech.clause].subjects for word in scene.lowers(at))
    if _BARE_DENIAL.match(" " + words):
        yield Verdict(Stance.DENIED, speech, speech.verb_start, speech.verb_end, speech.source, contests=Contests.RESPONSIBILITY)
    elif re.search(rf"\b{FIGURE}\b", words):
        yield Verdict(Stance.DISPUTED, speech, speech.verb_start, speech.verb_end, speech.source, contests=Contests.FIGURE)


def _denied_in_words(scene: Scene, speeches: list[Speech]) -> Iterator[Verdict]:
    """Denials and disputes in what somebody says: "said it had no hand in it", "said no such attack took place", "40, not 12"."""
    text = scene.reading.document.text
    for pattern, stance, contests in _IN_WORDS:
        for match in pattern.finditer(text, scene.sentence.start, scene.sentence.end):
            speech = innermost(speeches, match.start()) or innermost(speeches, match.end() - 1)
            if speech is None and pattern is _NEVER_WAS and _ALLEGED.search(text, scene.sentence.start, match.start()):
                yield Verdict(stance, None, match.start(), match.end(), None, contests=contests)
            if speech is None or speech.source is None or speech.source.kind is Kind.MEDIA and stance is Stance.DENIED:
                continue
            if nobody(scene, speech.source) or speech.negated or speech.kind not in {"say", "confirm", "deny", "claim"}:
                continue
            if contests is Contests.RESPONSIBILITY and speech.kind == "say" and not _of_itself(scene, match.start(), speech.source):
                continue
            if contests is Contests.DETAIL and speech.source.kind not in ARMED | STATE:
                continue
            yield Verdict(stance, speech, match.start(), match.end(), speech.source, contests=contests)
    for match in _FIGURE_WHICH.finditer(text, scene.sentence.start, scene.sentence.end):
        who = _behind_offset(scene, match.start("who"))
        if who is not None:
            speech = Speech(who, Stance.DISPUTED, match.start(), scene.sentence.end, match.start("who"), match.end(), scene.reading.document.quote(match.end() - len(match[0].split()[-1]), match.end()), "dispute", "dispute")
            yield Verdict(Stance.DISPUTED, speech, match.start(), match.end(), who, contests=Contests.FIGURE)


_ALLEGED = re.compile(r"\b(?:allegations?|reports?|rumou?rs?|claims?|accusations?)\b", re.IGNORECASE)
_IN_WORDS: tuple[tuple[re.Pattern[str], Stance, Contests], ...] = (
    (_DISOWNED, Stance.DENIED, Contests.RESPONSIBILITY),
    (_NEVER_WAS, Stance.DENIED, Contests.HAPPENING),
    (_RATHER_THAN, Stance.DISPUTED, Contests.FIGURE),
    (_EMPTY, Stance.DISPUTED, Contests.DETAIL),
    (_NOT_BUT, Stance.DISPUTED, Contests.DETAIL),
)


def _of_itself(scene: Scene, offset: int, source: Party) -> bool:
    """What is disowned is disowned for the speaker or its own people."""
    who = _before_offset(scene, offset)
    return who is None or _own(who, source) or who.same_side(source) or who.name.lower().split()[0] in {"it", "they", "we", "i", "he", "she", "its", "their", "our", "his", "her", "there"}


# --- nobody claimed it, nobody could check it ----------------------------------------------------------------------------------------------------


def _unclaimed(scene: Scene, speeches: list[Speech]) -> Verdict | None:
    """A negative subject with a word of claiming: "no group has said that it was behind it", "nobody came forward"."""
    text = scene.reading.document.text
    match = _UNOWNED.search(text, scene.sentence.start, scene.sentence.end)
    if match is None or _FALSE_UNOWNED.match(match[0]):
        return None
    speech = innermost([s for s in speeches if not nobody(scene, s.source) and s.kind == "say"], match.start())
    if speech is not None and _DISOWNED.search(text, match.start(), min(match.end() + 12, scene.sentence.end)):
        return None  # "said it had no hand in it, and was not behind it"
    return Verdict(Stance.UNCLAIMED, speech, match.start(), match.end(), speech.source if speech is not None else None)


def _unverified(scene: Scene, speeches: list[Speech]) -> Verdict | None:
    """ "Could not be independently verified", "there was no way to confirm this"; an outlet or a body that could not is the source."""
    text = scene.reading.document.text
    lowered = text[scene.sentence.start : scene.sentence.end].lower()
    found = next((lowered.index(pattern) for pattern in scene.words.speech.unverified if pattern in lowered), None)
    if found is None:
        match = _UNCHECKED.search(lowered)
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
    return Verdict(Stance.UNVERIFIED, speech, start, start + 10, source)


_CHECKERS = frozenset("agency newspaper paper daily mission team we monitors".split())
_UNCHECKED = re.compile(
    r"\b(?:cannot|(?:could|can|were|was|is|are|had|has|have|been)(?: not|n't))(?: \w+){0,3} (?:verif|confirm(?!ed or denied)|corroborat|check(?!point)|substantiat|authenticat)\w*|"
    r"\b(?:unable|impossible|not possible|no way|not able) (?:\w+ ){0,2}?to (?:\w+ )?(?:verify|confirm|check|corroborate)\b|\bno (?:independent )?(?:verification|confirmation|corroboration)\b|\bnot (?:yet )?(?:been )?(?:independently )?(?:verified|checked|corroborated)\b|"
    r"\bno (?:\w+ ){1,3}(?:has|have|had|was|were) (?:ever )?(?:been )?able to (?:\w+ )?(?:check|verify|confirm)\b",
)
