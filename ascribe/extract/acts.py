"""Deeds in words: demands, charges, threats, refusals, offers of support.

Rule (records.md): what somebody says is a record of its own only when it tells of no happening that can be coded. The actor is the
speaker, the
recipient whom it addresses (the one accused or refused); who reports the speaking is the source, None for the document itself. Only parties
that the text names as such act in words: governments, forces, groups, organisations; not "residents" or "analysts".
"""

from __future__ import annotations

import re
from dataclasses import replace

from ascribe.extract.accounts import Account
from ascribe.extract.attribution import active
from ascribe.extract.channels import channel
from ascribe.extract.mention import Mention, add_parties
from ascribe.extract.scene import Scene
from ascribe.extract.speakers import ALOUD, subjects
from ascribe.extract.speakers import speaker as speaking
from ascribe.extract.speech import Speech
from ascribe.extract.verdicts import party_at
from ascribe.model.claims import Certainty, EventType, Modality, Stance
from ascribe.model.grammar import Clause
from ascribe.model.lexicon import Act, Frame
from ascribe.model.parties import ARMED, STATE, Kind, Party

_ACTING = frozenset(Kind) - {Kind.UNKNOWN, Kind.MEDIA}
#: What is asked for in court is no demand.
_OF_COURTS = frozenset("sentence sentences penalty acquittal adjournment bail imprisonment".split())
#: Deeds in words that anybody can do; the others take a body that can act on them.
_ANYBODY = frozenset({EventType.REQUEST})
_PRIVATE = frozenset({Kind.CIVILIANS, Kind.PERSON, Kind.BUSINESS, Kind.PROTESTERS})
_UNNAMED = re.compile(
    r"\s(?:not to be (?:named|identified|quoted)|"
    r"that (?:he|she|they|his|her|their) (?:name )?not|to (?:remain|stay) anonymous|for anonymity|anonymity)",
    re.IGNORECASE,
)
_NOBODY_KNOWN = frozenset("they it he she i those these who that this".split())
_THREAT = Act(EventType.THREATEN, "violence", "THREATEN")
_TO_COME = re.compile(
    r"\b(?:(?:more|further|new|other|worse|fresh) (?:\w+ )?(?:attacks?|strikes?|raids?|bombs?|bombings?|killings?|"
    r"operations?|blood\w*|action)|"
    r"(?:would|will) (?:\w+ly )?(?:go on|continue|follow|halt|strike|attack|retaliate|respond|resume|face|pay|regret|"
    r"hit|target|fight|take|be (?:hit|killed|attacked|targets?|targeted)|"
    r"not (?:stop|cease|hesitate|rest))|against|not to|to (?:leave|stay|withdraw|stop|keep)|unless|otherwise|consequences|retaliat\w+)\b",
    re.IGNORECASE,
)
#: What is refused without refusing anybody: "refused to comment", "refused to give details".
_IDLE = frozenset(
    "comment say give answer speak discuss elaborate identify name disclose details confirm speculate reveal comments".split()
)
_CONDEMNED = frozenset(
    "attack attacks bombing killing killings violence act acts murder massacre incident raid strike strikes shooting".split()
)


def acts(scene: Scene, found: list[Account], speeches: list[Speech]) -> list[Account]:
    """The speech acts of one sentence that tell of no happening."""
    made = []
    for number, clause in enumerate(scene.parse.clauses):
        act = _act(scene, clause)
        if act is None:
            continue
        account = _speech_act(scene, number, clause, act, found, speeches)
        if account is not None:
            made.append(account)
    return made


def _act(scene: Scene, clause: Clause) -> Act | None:
    verb = scene.phrase(clause.verb)
    if verb.lemma == "warn" and _warns(scene, clause):
        return _THREAT
    if verb.form == "infinitive" or verb.negated or verb.modal in {"would", "could", "might", "may", "should"}:
        return None
    speech = scene.words.speech
    for words, act in speech.act_phrases.get(verb.lemma, ()):
        if scene.follows(verb.head, words, 3):
            return act
    return speech.acts.get(verb.lemma)


def _speech_act(scene: Scene, number: int, clause: Clause, act: Act, found: list[Account], speeches: list[Speech]) -> Account | None:
    verb = scene.phrase(clause.verb)
    if act.type is EventType.REQUEST and _UNNAMED.match(scene.reading.document.text, scene.tokens[verb.end - 1].end):
        return None
    if (verb.passive and not active(scene, verb, clause)) or _is_account(scene, number, clause, act, found):
        return None
    speaker = next((party for at in subjects(scene, clause) if (party := scene.party(at)) is not None), None)
    if speaker is None and (
        (act.type is EventType.REQUEST and verb.lemma in ALOUD | {"ask", "urge", "appeal", "call"}) or act.type is EventType.THREATEN
    ):
        speaker = speaking(
            scene, tuple(at for at in subjects(scene, clause) if scene.lowers(at)[0] not in _NOBODY_KNOWN), act.type is EventType.REQUEST
        )
        if speaker is not None:
            speaker = (
                replace(speaker, kind=Kind.UNKNOWN)
                if act.type is EventType.REQUEST or scene.head(subjects(scene, clause)[0]) == "caller"
                else None
            )
    if speaker is None and act.type is EventType.REQUEST and not scene.sentence.quoted:
        speaker = next(
            (Party(scene.text(at), *scene.extent(at), inferred=True) for at in clause.subjects if scene.lowers(at) == ["we"]), None
        )
    elif speaker is not None and speaker.kind is Kind.MEDIA and not speaker.id:
        return None
    if speaker is not None and speaker.id is None and speaker.canonical is None and speaker.name.lower() in _NOBODY_KNOWN - {"we"}:
        return None
    if speaker is None or any(s.kind == "deny" and s.clause != number and s.covers(scene.tokens[verb.head].start) for s in speeches):
        return None
    first, _ = scene.clause_tokens(number)
    begin = scene.tokens[verb.end - 1].end
    if speaker.kind in _PRIVATE and act.type not in _ANYBODY:
        return None
    told = [
        account
        for account in found
        if account.mention.start >= begin and account.mention.type is not EventType.AGREE and account.mention.reference != "last"
    ]
    if any(account.mention.modality is Modality.ACTUAL for account in told) and act.name not in {"REQUEST", "THREATEN"}:
        return None  # a happening is told: that is the record
    if act.type in {EventType.THREATEN, EventType.REQUEST}:
        for account in told:
            if account.mention.modality is not Modality.ACTUAL and account in found:
                found.remove(account)  # what is threatened or asked for is in the words of the act
    if act.name == "CONDEMN" and any(scene.head(at) in _CONDEMNED or scene.event(at) is not None for at in clause.objects):
        return None  # the happening is told elsewhere; a condemnation is no new one
    if act.type is EventType.REQUEST and clause.objects and not _OF_COURTS.isdisjoint(scene.lowers(min(clause.objects))):
        return None  # "asked for a life sentence"
    addressed = _addressed(scene, clause, act, speaker)
    if act.type is EventType.ACCUSE and not addressed:
        return None
    if act.name == "REJECT" and not clause.objects and not addressed and scene.tokens[min(verb.end, len(scene.tokens) - 1)].text in ".,;":
        return None
    frame = Frame(name=f"act_{act.name.lower()}", type=act.type, mode=_mode(scene, act, clause))
    mention = Mention(scene.number, scene.tokens[verb.head].start, scene.tokens[verb.head].end, frame, act.type, frame.mode, number)
    mention.extent = (scene.tokens[first].start, _end_of_content(scene, number))
    mention.modality = Modality.ACTUAL
    add_parties(mention.actors, [speaker])
    add_parties(mention.recipients, addressed)
    outer = next(
        (s for s in speeches if s.clause != number and s.covers(mention.start) and s.source is not None and s.source.key != speaker.key),
        None,
    )
    content = scene.reading.document.quote(begin, mention.extent[1]) if mention.extent[1] > begin else None
    stated = Speech(
        outer.source if outer else None,
        Stance.REPORTED,
        begin,
        mention.extent[1],
        mention.extent[0],
        begin,
        scene.quote(verb.start, verb.end),
        verb.lemma,
        "act",
        clause=number,
    )
    stated.channel = channel(scene, clause)
    stated.hedged = bool(outer and outer.certainty is Certainty.HEDGED)
    account = Account(
        mention,
        stated,
        Stance.REPORTED,
        outer.source if outer else None,
        stated.hedged,
        quote=scene.reading.document.quote(*mention.extent),
    )
    if content is not None:
        account.evidence["content"] = [content]
    for time in scene.clause_time(number):
        mention.times.append(time)
    return account


def _warns(scene: Scene, clause: Clause) -> bool:
    """An armed party or a government that warns of what is to come threatens: "that more attacks would follow", "to leave"."""
    heads = {scene.head(at) for at in subjects(scene, clause)}
    who = next((party for at in subjects(scene, clause) if (party := scene.party(at)) is not None), None)
    if (
        (not heads & {"caller"} and (who is None or who.kind not in ARMED | STATE))
        or scene.phrase(clause.verb).passive
        or scene.phrase(clause.verb).negated
    ):
        return False
    text = scene.reading.document.text
    return _TO_COME.search(text, scene.tokens[scene.phrase(clause.verb).end - 1].end, scene.sentence.end) is not None


def _is_account(scene: Scene, number: int, clause: Clause, act: Act, found: list[Account]) -> bool:
    """The words are a charge or a denial of a happening, and recorded as such."""
    stances = {EventType.ACCUSE: {Stance.ACCUSED}, EventType.REJECT: {Stance.DENIED, Stance.DISPUTED}}.get(act.type, set())
    if any(account.stance in stances and account.speech is not None and account.speech.clause == number for account in found):
        return True
    if act.type is EventType.REJECT and any(scene.head(at) in _IDLE for at in clause.objects):
        return True
    if act.type is not EventType.REJECT or clause.objects:
        return False
    return any(scene.phrase(later.verb).lemma in _IDLE for later in scene.parse.clauses if later.parent == number)


def _mode(scene: Scene, act: Act, clause: Clause) -> str | None:
    """PLOVER's mode, where the words say which."""
    words = {token.lower for token in scene.tokens[scene.phrase(clause.verb).end :]}
    if act.type is EventType.REQUEST:
        if {"aid", "help", "assistance", "support", "protection"} & words:
            return "assist"
        if {"talks", "dialogue", "negotiations", "meeting", "negotiate"} & words:
            return "meet"
        if {"ceasefire", "release", "withdraw", "withdrawal", "surrender", "resign", "resignation"} & words:
            return "yield"
    if act.type is EventType.REJECT and {"talks", "dialogue", "negotiations", "negotiate"} & words:
        return "meet"
    return act.mode


def _addressed(scene: Scene, clause: Clause, act: Act, speaker: Party) -> list[Party]:
    """Whom the words are for: the object, or who stands behind "on", "to", "against"."""
    wanted = {"on", "to", "against", "with", "upon", "at", "from"} if act.type is EventType.REQUEST else {"to", "against", "on", "with"}
    listed = [*clause.objects]
    if act.type is EventType.ACCUSE:
        found = [
            party
            for at in clause.objects
            if (party := party_at(scene, at)) is not None and party.key != speaker.key and scene.event(at) is None
        ]
        return [
            party for party in found if party.kind is not Kind.MEDIA and party.name.lower() not in {"it", "them", "this", "that", "nobody"}
        ]
    called = [
        m for p, ms in clause.preps if scene.preposition(p) in {"on", "upon"} and p > clause.verb for m in ms if scene.party(m) is not None
    ]
    if act.type is EventType.REQUEST and called:
        listed = called
    elif act.type is EventType.REQUEST and not any(scene.party(at) for at in clause.objects):
        listed.extend(_subject_of_complement(scene, clause))
    found = [party for at in listed if (party := scene.party(at)) is not None and party.key != speaker.key]
    if not found:
        for prep, members in clause.preps:
            if scene.preposition(prep) in wanted:
                for at in members:
                    if at < clause.verb:
                        continue
                    party = scene.party(at) or _anyone(scene, at)
                    if party is not None and party.key != speaker.key:
                        found.append(party)
                if found:
                    break
    if not found and act.type in {EventType.THREATEN, EventType.REJECT}:
        for later in scene.parse.clauses:
            if later.parent is not None and scene.parse.clauses[later.parent] is clause and later.link == "infinitive":
                withs = [m for p, ms in later.preps if scene.preposition(p) == "with" for m in ms]
                found = [party for at in (*later.objects, *withs) if (party := scene.party(at)) is not None and party.key != speaker.key]
    return [party for party in found if party.kind is not Kind.MEDIA]


def _subject_of_complement(scene: Scene, clause: Clause) -> list[int]:
    """As in "Demanded that Islamabad act": Islamabad is addressed."""
    for later in scene.parse.clauses:
        if later.verb > clause.verb and later.link in {"complement", ""} and later.subjects and min(later.subjects) > clause.verb:
            between = scene.parse.phrases[clause.verb : min(later.subjects)]
            return [] if any(phrase.kind == "PU" for phrase in between) else list(later.subjects)
    behind = clause.verb + 1
    if behind + 1 < len(scene.parse.phrases) and scene.lowers(behind)[0] == "that" and scene.phrase(behind + 1).kind == "NP":
        return [behind + 1]
    return []


def _anyone(scene: Scene, at: int) -> Party | None:
    """As in "The international community", "all sides": addressed though no party of the register."""
    if scene.head(at) in {
        "community",
        "world",
        "nations",
        "countries",
        "sides",
        "parties",
        "states",
        "leaders",
        "donors",
        "allies",
        "powers",
    }:
        start, end = scene.extent(at)
        return Party(scene.text(at), start, end)
    return None


def _end_of_content(scene: Scene, number: int) -> int:
    """The content goes on to the next verb of the same subject, or to the end of the sentence."""
    clause = scene.parse.clauses[number]
    for later in scene.parse.clauses[number + 1 :]:
        if later.link == "and" and later.parent is not None and scene.parse.clauses[later.parent].subjects == clause.subjects:
            before = scene.phrase(later.verb).start
            while before > 0 and scene.parse.tags[before - 1] in {"CC", "PU", "RB"}:
                before -= 1
            return max(scene.tokens[before - 1].end, scene.tokens[scene.phrase(clause.verb).end - 1].end)
    last = scene.tokens[-1]
    return (
        last.start
        if last.text in ".!?" and len(scene.tokens) > 1 and last.start > scene.tokens[scene.phrase(clause.verb).end - 1].end
        else last.end
    )
