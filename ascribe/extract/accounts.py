"""Mentions and speakers -> accounts: what each source says of each happening, and how it stands to it.

An account is a claim before it is known which event it belongs to. Rules (records.md): one account for each source, happening and set of figures.
A party that says that it did it itself claims it; one that charges another accuses; an authority that bears out confirms. "No group has claimed"
makes `unclaimed`, "could not be verified" `unverified`; both are accounts of the happening told last. If what is said is itself a happening, that
is recorded and not the saying.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ascribe.extract.attribution import Speech, innermost
from ascribe.extract.mention import Mention, add_parties
from ascribe.extract.modality import is_hedged, modality
from ascribe.extract.scene import Scene
from ascribe.model.claims import Contests, EventType, Modality, Stance
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.text import Quote

_DISOWNED = re.compile(
    r"\b(?:no (?:hand|part|role|involvement|responsibility|connection|link|links) in|nothing to do with|(?:was|were|is|are) not (?:behind|responsible|involved|to blame)|"
    r"(?:had|has|have) no (?:part|role|hand|involvement|connection|link)|not (?:carried out|its work|their work|his work)|did not (?:carry|attack|fire|kill|bomb|shell|strike|take part|do it|plant)|never (?:attacked|targets?|fired|touched))\b",
    re.IGNORECASE,
)
_UNOWNED = re.compile(
    r"\b(?:no|nobody|none|neither)\b[^.;]{0,70}?\b(?:claim(?:s|ed)?|admit(?:ted)?|responsib\w+|behind|planted|carried (?:it )?out|taken credit|come forward|came forward|owned up|"
    r"spoken for|put (?:its|their) name|own(?:ed)?)\b|\bunclaimed\b|\bwent unclaimed\b|\b(?:has|had|have) (?:yet to|not (?:yet )?been) claimed?\b",
    re.IGNORECASE,
)
_OWNERSHIP = frozenset("involvement responsibility behind role part link linked links connection carrying carried complicity hand participation involved".split())


@dataclass(slots=True)
class Account:
    """What one source says of one happening."""

    mention: Mention
    speech: Speech | None
    stance: Stance
    source: Party | None
    hedged: bool = False
    contests: Contests | None = None
    quote: Quote | None = None
    order: int = 0
    via: tuple[Party, ...] = ()
    evidence: dict[str, list[Quote]] = field(default_factory=dict)

    @property
    def source_key(self) -> str:
        """What tells one source from another."""
        return self.source.key if self.source is not None else ""


def accounts(scene: Scene, found: list[Mention], speeches: list[Speech]) -> list[Account]:
    """The accounts of one sentence."""
    made = []
    for mention in found:
        mention.modality = modality(scene, mention)
        speech = innermost(speeches, mention.start)
        account = _account(scene, mention, speech)
        if account is not None:
            made.append(account)
    made.extend(_bare(scene, speeches, made))
    return made


def _account(scene: Scene, mention: Mention, speech: Speech | None) -> Account | None:
    """One mention as its speaker tells it."""
    hedged = is_hedged(scene, mention)
    if speech is None:
        if mention.negated and mention.reference != "toll":
            return None
        return Account(mention, None, Stance.REPORTED, None, hedged, quote=_clause_quote(scene, mention))
    source, stance, contests = speech.source, speech.stance, None
    nobody = source is not None and source.name.split()[0].lower() in scene.words.speech.nobody
    if speech.kind == "claim":
        if nobody or speech.negated:
            return Account(mention, speech, Stance.UNCLAIMED, None, False, quote=_clause_quote(scene, mention, speech))
        stance = _own_or_reported(scene, mention, speech)
    elif speech.kind == "accuse":
        if not _accuse(scene, mention, speech):
            stance = Stance.REPORTED
        hedged = hedged or speech.verb in {"suspect"}
    elif speech.kind == "deny":
        if speech.negated:
            return None
        stance, contests = Stance.DENIED, _contested(scene, mention, speech)
    elif speech.kind == "dispute":
        stance, contests = Stance.DISPUTED, Contests.FIGURE if mention.casualties else Contests.DETAIL
    elif speech.kind == "confirm":
        if speech.negated:
            stance = Stance.UNVERIFIED
        else:
            stance = Stance.CONFIRMED
    elif _disowns(scene, speech):
        stance, contests = Stance.DENIED, Contests.RESPONSIBILITY
    elif mention.negated and mention.reference != "toll":
        if source is not None and any(source.same_side(party) for party in mention.actors):
            stance, contests = Stance.DENIED, Contests.RESPONSIBILITY
        else:
            return None
    elif stance is Stance.REPORTED and _did_it(source, mention):
        stance = Stance.CLAIMED
    if nobody:
        source = None
    account = Account(mention, speech, stance, source, hedged or speech.hedged, contests, _clause_quote(scene, mention, speech), via=speech.via)
    return account


def _disowns(scene: Scene, speech: Speech) -> bool:
    """The words say that the speaker did not do it: "had no hand in the blast"."""
    return speech.source is not None and _DISOWNED.search(scene.reading.document.text, scene.sentence.start, scene.sentence.end) is not None


def _did_it(source: Party | None, mention: Mention) -> bool:
    """The source says so of itself: an armed party or a state that tells of its own attack."""
    if source is None or mention.type is not EventType.ASSAULT or source.kind not in ARMED | STATE:
        return False
    if mention.frame.subject == "sides" or any(source.same_side(party) for party in mention.recipients):
        return False
    return any(source.same_side(party) for party in mention.actors)


def _own_or_reported(scene: Scene, mention: Mention, speech: Speech) -> Stance:
    """ "Claimed the attack": its own deed. "Claimed that the army had burned the village": a report."""
    source = speech.source
    if source is None:
        return Stance.CLAIMED
    responsible = speech.cue is not None and any(word in speech.cue.exact.lower() for word in ("responsib", "credit"))
    direct = mention.noun and speech.clause is not None and mention.phrase is not None and _is_object(scene, speech.clause, mention.phrase)
    if responsible or direct or not mention.actors and speech.verb in {"admit", "own", "avow", "take", "accept", "assume", "acknowledge"}:
        if not any(source.same_side(party) for party in mention.actors):
            mention.actors.clear()
            add_parties(mention.actors, [source])
        mention.recipients[:] = [party for party in mention.recipients if party.key != source.key]
        return Stance.CLAIMED
    if any(source.same_side(party) for party in mention.actors) and mention.frame.subject != "sides":
        return Stance.CLAIMED
    if not mention.actors and mention.type is EventType.ASSAULT and source.kind in ARMED and mention.noun:
        add_parties(mention.actors, [source])
        return Stance.CLAIMED
    return Stance.REPORTED


def _is_object(scene: Scene, number: int, phrase: int) -> bool:
    clause = scene.parse.clauses[number]
    return phrase in clause.objects or any(phrase in members for prep, members in clause.preps if scene.preposition(prep) in {"for", "of", "to"})


def _accuse(scene: Scene, mention: Mention, speech: Speech) -> bool:
    """Find the accused: "blamed X for", "accused X of", "blamed it on X". False when the sentence accuses nobody of this."""
    if speech.clause is None:
        return False
    clause = scene.parse.clauses[speech.clause]
    verb = scene.phrase(clause.verb)
    accused: list[Party] = []
    patients = clause.subjects if verb.passive or verb.form == "participle" else clause.objects
    for at in patients:
        party = scene.party(at)
        if party is not None and scene.event(at) is None:
            accused.append(party)
    for prep, members in clause.preps:
        if scene.preposition(prep) in {"on", "to"} and (speech.verb in {"blame", "attribute", "pin", "lay", "put"}):
            accused.extend(party for at in members if (party := scene.party(at)) is not None and scene.event(at) is None)
    if speech.source is not None:
        accused = [party for party in accused if party.key != speech.source.key]
    if not accused:
        return bool(mention.actors) and speech.verb in {"suspect", "allege", "accuse"}
    mention.actors.clear()
    add_parties(mention.actors, accused)
    keys = {party.key for party in accused}
    mention.recipients[:] = [party for party in mention.recipients if party.key not in keys]
    return True


def _contested(scene: Scene, mention: Mention, speech: Speech) -> Contests:
    """What a denial is about: the responsibility, when the words say so or the denier would have been the actor."""
    words = {token.lower for token in scene.tokens if speech.verb_start <= token.start < mention.end}
    if words & _OWNERSHIP:
        return Contests.RESPONSIBILITY
    if speech.source is not None and any(speech.source.same_side(party) for party in mention.actors):
        return Contests.RESPONSIBILITY
    if not mention.noun and not mention.actors:
        return Contests.RESPONSIBILITY
    return Contests.HAPPENING


def _clause_quote(scene: Scene, mention: Mention, speech: Speech | None = None) -> Quote:
    """The clause or sentence that carries the account: the clause with its speaker, within the sentence."""
    begin, end = mention.extent
    if speech is not None and speech.verb_start >= 0:
        begin, end = min(begin, speech.verb_start), max(end, speech.verb_end)
    begin, end = max(begin, scene.sentence.start), min(end, scene.sentence.end)
    return scene.reading.document.quote(begin, end)


# --- accounts of the happening told last ------------------------------------------------------------------------------------------------


def _bare(scene: Scene, speeches: list[Speech], made: list[Account]) -> list[Account]:
    """Claims, charges and denials that name no happening: they are about the one told last."""
    found = []
    for speech in speeches:
        if any(account.speech is speech for account in made):
            continue
        account = _bare_account(scene, speech)
        if account is not None:
            found.append(account)
    lowered = scene.reading.document.text[scene.sentence.start : scene.sentence.end].lower()
    has_unclaimed = any(account.stance is Stance.UNCLAIMED for account in (*made, *found))
    if not has_unclaimed and _unclaimed(scene, lowered):
        found.append(_about_last(scene, Stance.UNCLAIMED))
    if any(pattern in lowered for pattern in scene.words.speech.unverified):
        for account in list(made):
            if account.speech is not None and account.speech.kind == "confirm":
                made.remove(account)
        account = _about_last(scene, Stance.UNVERIFIED)
        account.source = next((party for party in _subjects(scene) if party.kind in {Kind.MEDIA, Kind.NGO, Kind.IGO}), None)
        found.append(account)
    return found


def _subjects(scene: Scene) -> list[Party]:
    return [party for clause in scene.parse.clauses for at in clause.subjects if (party := scene.party(at)) is not None]


def _unclaimed(scene: Scene, lowered: str) -> bool:
    """A negative subject with a word of claiming: "no group has said that it was behind it", "nobody came forward"."""
    return _UNOWNED.search(lowered) is not None


def _bare_account(scene: Scene, speech: Speech) -> Account | None:
    cue = speech.cue.exact.lower() if speech.cue else ""
    lowered = scene.reading.document.text[speech.verb_start : scene.sentence.end].lower() if speech.verb_start >= 0 else ""
    nobody = speech.source is not None and speech.source.name.split()[0].lower() in scene.words.speech.nobody
    if speech.kind == "claim" and ("responsib" in lowered[:60] or "credit" in cue or _objects_it(scene, speech)):
        account = _about_last(scene, Stance.UNCLAIMED if nobody or speech.negated else Stance.CLAIMED, speech)
        if account.stance is Stance.CLAIMED and speech.source is not None:
            add_parties(account.mention.actors, [speech.source])
        elif account.stance is Stance.UNCLAIMED:
            account.source = None
        return account
    if speech.kind == "say" and not speech.negated and any(f" {word} behind" in lowered[:60] for word in ("was", "were", "is", "been")):
        if nobody:
            account = _about_last(scene, Stance.UNCLAIMED, speech)
            account.source = None
            return account
        subject = _who_was_behind(scene, speech)
        if subject is None or speech.source is None:
            return None
        own = subject.same_side(speech.source) or subject.inferred and subject.name.lower() in {"it", "they", "he"}
        account = _about_last(scene, Stance.CLAIMED if own else Stance.ACCUSED, speech)
        add_parties(account.mention.actors, [speech.source if own else subject])
        return account
    if speech.kind == "say" and not nobody and speech.source is not None and speech.source.kind is not Kind.MEDIA and _disowns(scene, speech):
        account = _about_last(scene, Stance.DENIED, speech)
        account.contests = Contests.RESPONSIBILITY
        return account
    if speech.kind == "deny" and any(word in lowered[:70] for word in ("involve", "responsib", "role", "behind", "part in", "link", "connection", "complicity", "a hand")) and not speech.negated:
        account = _about_last(scene, Stance.DENIED, speech)
        account.contests = Contests.RESPONSIBILITY
        return account
    if speech.kind == "accuse" and speech.verb in {"blame", "suspect", "implicate", "hold"} and not _has_prep_object(scene, speech):
        account = _about_last(scene, Stance.ACCUSED, speech)
        return account if _accuse(scene, account.mention, speech) else None
    return None


def _has_prep_object(scene: Scene, speech: Speech) -> bool:
    """The charge says for what: then it is not the happening told last."""
    if speech.clause is None:
        return False
    for prep, members in scene.parse.clauses[speech.clause].preps:
        if scene.preposition(prep) in {"for", "of"} and not any(scene.lowers(at)[-1] in {"it", "this", "that", "incident", "deaths", "act", "crime"} for at in members):
            return True
    return False


def _objects_it(scene: Scene, speech: Speech) -> bool:
    if speech.clause is None or speech.verb not in {"claim", "acknowledge", "admit"}:
        return False
    return any(scene.lowers(at) in (["it"], ["this"], ["them"]) or scene.head(at) in {"incident", "operation"} for at in scene.parse.clauses[speech.clause].objects)


def _who_was_behind(scene: Scene, speech: Speech) -> Party | None:
    for at, phrase in enumerate(scene.parse.phrases):
        if phrase.kind == "NP" and scene.extent(at)[0] >= speech.verb_end:
            return scene.party(at) or (Party(scene.text(at), *scene.extent(at), inferred=True) if scene.lowers(at)[0] in {"it", "they", "he"} else None)
    return None


def _about_last(scene: Scene, stance: Stance, speech: Speech | None = None) -> Account:
    """An account of the happening told last, in the words of this sentence."""
    start, end = scene.sentence.start, scene.sentence.end
    if speech is not None and speech.cue is not None:
        start, end = speech.cue.start, speech.cue.end
    mention = Mention(scene.number, start, end, scene.words.events.verbs["attack"], EventType.ASSAULT, reference="last")
    mention.extent = (scene.sentence.start, scene.sentence.end)
    mention.modality = Modality.ACTUAL
    return Account(
        mention, speech, stance, speech.source if speech else None, bool(speech and speech.hedged), quote=_clause_quote(scene, mention, speech), via=speech.via if speech else ()
    )
