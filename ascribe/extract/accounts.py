"""Mentions and speakers -> accounts: what each source says of each happening, and how it stands to it.

An account is a claim before it is known which event it belongs to. Rules (records.md): one account for each source, happening and set of
figures.
A party that says that it did it itself claims it; one that charges another accuses; an authority that bears out confirms. "No group has
claimed"
makes `unclaimed`, "could not be verified" `unverified`; both are accounts of the happening told last. If what is said is itself a
happening, that
is recorded and not the saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ascribe.extract.charges import accuse, is_claim, on_behalf, refers_back, says_for_what
from ascribe.extract.mention import Mention, add_parties
from ascribe.extract.modality import is_hedged, modality
from ascribe.extract.scene import Scene
from ascribe.extract.speech import Speech, innermost
from ascribe.extract.verdicts import Verdict, never_was, nobody, verdicts
from ascribe.model.claims import Casualty, Contests, EventType, Modality, Stance
from ascribe.model.marks import EventMark
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.text import Quote

_OWNERSHIP = frozenset(
    "involvement responsibility behind role part link linked links connection carrying carried complicity hand "
    "participation involved".split()
)


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
    mark: EventMark | None = None  # what the encoder says of the word that it rests on
    found_by: str = "rules"  # or "encoder", or "both": who found that word
    parts: dict[str, str] = field(default_factory=dict)  # which part read each field, where it was not the rules

    @property
    def source_key(self) -> str:
        """What tells one source from another."""
        return self.source.key if self.source is not None else ""


def accounts(scene: Scene, found: list[Mention], speeches: list[Speech]) -> list[Account]:
    """The accounts of one sentence."""
    made = []
    for mention in (part for whole in found for part in _by_speaker(whole, speeches)):
        mention.modality = modality(scene, mention)
        account = _account(scene, mention, innermost(speeches, mention.start))
        if account is not None and (mention.modality is not Modality.HYPOTHETICAL or _is_warning(account)):
            made.append(account)
    for speech in speeches:
        account = None if any(a.speech is speech for a in made) else _bare(scene, speech)
        if account is not None:
            made.append(account)
    for verdict in verdicts(scene, speeches):
        _settle(scene, verdict, made)
    return made


def _is_warning(account: Account) -> bool:
    """What may come makes an account only when somebody who is known warns of it, and says by whom."""
    return (
        account.speech is not None
        and account.speech.verb == "warn"
        and account.source is not None
        and bool(account.mention.actors or account.source.id)
    )


def _by_speaker(whole: Mention, speeches: list[Speech]) -> Iterator[Mention]:
    """A mention apart for each speaker of its figures: "police said two died in the blast, but a doctor said five were killed"."""
    mine = innermost(speeches, whole.start)
    others: dict[int, list[Casualty]] = {}
    for casualty in list(whole.casualties):
        speech = innermost(speeches, casualty.count.start)
        if speech is not None and speech is not mine and speech.kind in {"say", "confirm", "claim"}:
            others.setdefault(speeches.index(speech), []).append(casualty)
    if not others or (mine is None and len(whole.casualties) == sum(len(c) for c in others.values())):
        yield whole
        return
    taken = [casualty for listed in others.values() for casualty in listed]
    if len(taken) < len(whole.casualties) or mine is not None:
        rest = [casualty for casualty in whole.casualties if casualty not in taken]
        yield replace(whole, casualties=rest)
    for listed in others.values():
        start, end = min(c.count.start for c in listed), max(c.count.end for c in listed)
        yield replace(
            whole,
            start=start,
            end=end,
            extent=(start, end),
            casualties=listed,
            parts=[],
            actors=list(whole.actors),
            recipients=[],
            reference="verb" if whole.reference == "another" else "toll",
            times=[],
            places=[],
        )


def _account(scene: Scene, mention: Mention, speech: Speech | None) -> Account | None:
    """One mention as its speaker tells it."""
    hedged = is_hedged(scene, mention)
    if speech is None:
        if mention.negated and mention.reference != "toll":
            return None
        issuer = _issuer(scene)
        if issuer is not None:
            own = did_it(issuer, mention) or any(_itself(party) for party in mention.actors)
            return Account(mention, None, Stance.CLAIMED if own else Stance.REPORTED, issuer, hedged, quote=_clause_quote(scene, mention))
        return Account(mention, None, Stance.REPORTED, None, hedged, quote=_clause_quote(scene, mention))
    source, stance, contests = speech.source, speech.stance, None
    no_one = nobody(scene, source)
    if speech.kind in {"claim", "accuse"} and mention.phrase is not None and _OTHERS & set(scene.lowers(mention.phrase)):
        return None  # "which has claimed similar attacks", "blames them for most attacks": no account of this one
    if speech.kind == "claim":
        if no_one and not _is_claimed_thing(scene, mention, speech):
            return Account(mention, None, Stance.REPORTED, None, hedged, quote=_clause_quote(scene, mention))
        if no_one:
            return Account(mention, speech, Stance.UNCLAIMED, None, False, quote=_clause_quote(scene, mention, speech))
        if speech.negated:
            return None
        stance = _own_or_reported(scene, mention, speech)
    elif speech.kind == "accuse":
        if not accuse(scene, mention, speech):
            stance = Stance.REPORTED
        hedged = hedged or speech.verb in {"suspect"}
    elif speech.kind == "deny":
        if (
            speech.negated
            or _declines(scene, speech)
            or (speech.verb != "deny" and mention.noun and mention.reference in {"indefinite", "plural"} and not mention.casualties)
        ):
            return None  # "rejects violence"
        stance, contests = Stance.DENIED, _contested(scene, mention, speech)
        mention.modality = Modality.ACTUAL if mention.modality is Modality.HYPOTHETICAL else mention.modality
    elif speech.kind == "dispute":
        stance, contests = Stance.DISPUTED, Contests.FIGURE if mention.casualties else Contests.DETAIL
    elif speech.kind == "confirm":
        stance = Stance.UNVERIFIED if speech.negated else Stance.CONFIRMED
    elif mention.negated and mention.reference != "toll":
        if source is not None and any(source.same_side(party) for party in mention.actors):
            stance, contests = Stance.DENIED, Contests.RESPONSIBILITY
        else:
            return None
    elif stance is Stance.REPORTED and speech.verb in _FINDS and source is not None and _looks_into_it(source):
        stance = Stance.CONFIRMED
    elif stance is Stance.REPORTED and did_it(source, mention):
        stance = Stance.CLAIMED
        others = [party for party in mention.actors if not _itself(party)]
        if source is not None and not any(_is_own(source, party) for party in others):
            add_parties(others, [source])
        mention.actors[:] = others
    if no_one:
        source = None
    return Account(
        mention, speech, stance, source, hedged or speech.hedged, contests, _clause_quote(scene, mention, speech), via=speech.via
    )


_OTHERS = frozenset("similar previous past earlier most many other".split())


def _declines(scene: Scene, speech: Speech) -> bool:
    """What is rejected is an offer or a demand, and no account of a happening."""
    objects = scene.parse.clauses[speech.clause].objects if speech.clause is not None else ()
    return speech.verb != "deny" and any(scene.head(at) in _OFFERS for at in objects)


_OFFERS = frozenset(
    "proposal proposals offer offers demand demands call calls plan plans request requests invitation truce ceasefire "
    "idea deal condition conditions talks".split()
)


def _issuer(scene: Scene) -> Party | None:
    """The party that speaks as "we" and "our forces" in its own communique: the document's voice is its voice."""
    for party in scene.reading.parties:
        words = party.name.lower().split()
        if words[0] == "our" and words[-1] in _FORCES and party.kind in ARMED | STATE and not _in_quotes(scene, party):
            return replace(party, inferred=True)
    return None


_FORCES = frozenset(
    "forces force fighters troops soldiers army units unit commandos mujahideen men brigade brigades navy aircraft "
    "jets combatants guerrillas heroes sarmachars militants".split()
)


def _in_quotes(scene: Scene, party: Party) -> bool:
    """The words stand inside a quotation, where "we" is whoever is quoted."""
    text = scene.reading.document.text
    begin = text.rfind("\n", 0, party.start) + 1
    before = text[begin : party.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


_FINDS = frozenset("find rule conclude hold establish determine".split())
_INQUIRERS = frozenset("court courts judge judges tribunal chamber bench panel commission inquiry investigators jury coroner".split())


def _looks_into_it(source: Party) -> bool:
    """A court or an inquiry: what it finds, it bears out after looking into it (records.md, on `confirmed`)."""
    return not _INQUIRERS.isdisjoint(source.name.lower().split())


#: What a source can say that it did itself, not only said.
_DEEDS = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.MOBILIZE, EventType.RETREAT, EventType.SANCTION})


def did_it(source: Party | None, mention: Mention) -> bool:
    """The source says so of itself: an armed party or a state that tells of its own attack or arrest, or of a fight it was in.

    Where only its own people were hurt it tells what was done to it. Arrests that a police force reports, with no doer named, are its own.
    """
    if source is None or mention.type not in _DEEDS or mention.modality is not Modality.ACTUAL or source.kind not in ARMED | STATE:
        return False
    if mention.recipients and all(_is_own(source, party) for party in mention.recipients):
        return False
    if mention.mode == "arrest" and not mention.actors:
        return not _ARRESTING.isdisjoint(source.name.lower().split()) and "minister" not in source.name.lower()
    return any(_is_own(source, party) for party in mention.actors)


_ARRESTING = frozenset("police gendarmerie gendarmes carabinieri interior security army troops fsb".split())


def _is_own(source: Party, party: Party) -> bool:
    return source.same_side(party) or _itself(party) or _of_one_army(source, party)


def _of_one_army(source: Party, other: Party) -> bool:
    """A commander, a minister or a head of state and "the army" or "troops" of no named country: the text speaks of one army only."""
    if other.kind is not Kind.STATE_FORCES:
        return False
    if source.kind is Kind.STATE_FORCES:
        return source.country is None or other.country is None
    return source.kind is Kind.GOVERNMENT and other.country is None


def _itself(party: Party) -> bool:
    """A pronoun that nobody else has been found for: the speaker, in its own words."""
    return party.id is None and party.canonical is None and party.name.lower().split()[0] in {"it", "they", "we", "its", "their", "our"}


def _is_claimed_thing(scene: Scene, mention: Mention, speech: Speech) -> bool:
    """What nobody has claimed is the object of the claiming, or what "for" and "of" name; not what a later clause tells."""
    if speech.clause is None or mention.phrase is None:
        return not mention.casualties
    clause = scene.parse.clauses[speech.clause]
    return mention.phrase in clause.objects or any(mention.phrase in members for _, members in clause.preps)


def _own_or_reported(scene: Scene, mention: Mention, speech: Speech) -> Stance:
    """As in "Claimed the attack": its own deed. "Claimed that the army had burned the village": a report."""
    source = speech.source
    if source is None:
        return Stance.CLAIMED
    responsible = speech.cue is not None and any(word in speech.cue.exact.lower() for word in ("responsib", "credit"))
    direct = mention.noun and speech.clause is not None and mention.phrase is not None and _is_object(scene, speech.clause, mention.phrase)
    if responsible or direct or (not mention.actors and speech.verb in {"admit", "own", "avow", "take", "accept", "assume", "acknowledge"}):
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
    return phrase in clause.objects or any(
        phrase in members for prep, members in clause.preps if scene.preposition(prep) in {"for", "of", "to"}
    )


def _contested(scene: Scene, mention: Mention, speech: Speech) -> Contests:
    """What a denial is about: the responsibility, when the words say so or the denier would have been the actor."""
    words = {token.lower for token in scene.tokens if speech.verb_start <= token.start < mention.end}
    if words & _OWNERSHIP or {"to", "do", "with"} <= words:
        return Contests.RESPONSIBILITY
    if never_was(scene, speech.verb_end):
        return Contests.HAPPENING
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


def _settle(scene: Scene, verdict: Verdict, made: list[Account]) -> None:
    """A verdict is about the happening that its speaker tells in this sentence, else about the one told last."""
    if verdict.stance is Stance.UNVERIFIED:
        made[:] = [account for account in made if account.stance is not Stance.UNVERIFIED]
        return made.append(_about_last(scene, verdict))
    if verdict.wordless and any(account.speech is verdict.speech or account.stance is Stance.DENIED for account in made):
        return None
    alike = [account for account in made if account.stance is verdict.stance and account.contests in {None, verdict.contests}]
    if verdict.stance is Stance.UNCLAIMED:
        for account in alike:
            account.source = account.source or verdict.source
        return None if alike else made.append(_about_last(scene, verdict, made))
    keys = {party.key for party in verdict.actors}
    if any(_same_source(account, verdict) and (not keys or keys & {p.key for p in account.mention.actors}) for account in alike):
        return None
    told = [
        account for account in made if (account.speech is verdict.speech or _goes_with(account, verdict)) and _can_turn(account, verdict)
    ]
    if verdict.contests is Contests.HAPPENING:
        told = [account for account in told if verdict.start <= account.mention.start < verdict.end] or told
    for account in told:
        account.stance, account.contests, account.source = verdict.stance, verdict.contests, verdict.source or account.source
        account.hedged = account.hedged or verdict.hedged
        if verdict.actors:
            account.mention.actors[:] = verdict.actors
            account.mention.recipients[:] = [party for party in account.mention.recipients if party.key not in keys]
    if not told:
        made.append(_about_last(scene, verdict))
    return None


def _same_source(account: Account, verdict: Verdict) -> bool:
    return account.source_key == (verdict.source.key if verdict.source is not None else "")


def _goes_with(account: Account, verdict: Verdict) -> bool:
    """As in "Disputed the toll, saying that 15 had died": the same speaker goes on to give its own figure."""
    return (
        verdict.contests is Contests.FIGURE
        and account.speech is not None
        and _same_source(account, verdict)
        and bool(account.mention.casualties)
    )


def _can_turn(account: Account, verdict: Verdict) -> bool:
    """The account is of the happening that the verdict is about: a deed, told by nobody else, with no other doer."""
    mention = account.mention
    if (
        mention.type is not EventType.ASSAULT
        or mention.modality is not Modality.ACTUAL
        or (account.stance not in {Stance.REPORTED, Stance.DENIED} and verdict.contests is not Contests.HAPPENING)
    ):
        return False
    if verdict.stance is Stance.DISPUTED:
        return True
    own = {party.key for party in verdict.actors}
    return (
        not mention.actors
        or not own
        or bool(own & {party.key for party in mention.actors})
        or all(p.inferred or p.id is None for p in mention.actors)
    )


def _bare(scene: Scene, speech: Speech) -> Account | None:
    """Claims and charges that name no happening: they are about the one told last."""
    cue = speech.cue.exact.lower() if speech.cue else ""
    begin = speech.cue.start if speech.cue else speech.verb_start
    lowered = scene.reading.document.text[begin : scene.sentence.end].lower() if speech.verb_start >= 0 else ""
    if speech.kind == "claim" and speech.source is not None and (is_claim(scene, speech, cue, lowered)):
        if nobody(scene, speech.source):
            return _about_last(scene, Verdict(Stance.UNCLAIMED, speech, speech.verb_start, speech.verb_end))
        if speech.negated:
            return None
        doer = on_behalf(scene) or speech.source
        return _about_last(scene, Verdict(Stance.CLAIMED, speech, speech.verb_start, speech.verb_end, speech.source, [doer]))
    if speech.kind == "accuse" and speech.clause is not None and not refers_back(scene, speech.clause):
        return None
    if speech.kind == "accuse" and not speech.negated and not says_for_what(scene, speech):
        account = _about_last(
            scene, Verdict(Stance.ACCUSED, speech, speech.verb_start, speech.verb_end, speech.source, hedged=speech.hedged)
        )
        return account if accuse(scene, account.mention, speech) else None
    return None


def _about_last(scene: Scene, verdict: Verdict, made: Sequence[Account] = ()) -> Account:
    """An account of the happening told last, in the words of this sentence."""
    speech = verdict.speech
    start, end = scene.sentence.start, scene.sentence.end
    if speech is not None and speech.clause is not None and scene.parse.clauses[speech.clause].link in {"participle", "relative"}:
        start = end - 1  # "a bomb claimed by the group killed nine": after what the sentence itself tells
    elif speech is not None and speech.cue is not None:
        start, end = speech.cue.start, speech.cue.end
    if any(account.mention.type is EventType.ASSAULT and account.mention.reference != "last" for account in made):
        start = end = scene.sentence.end  # what the sentence itself tells comes first
        start -= 1
    mention = Mention(scene.number, start, end, scene.words.events.verbs["attack"], EventType.ASSAULT, reference="last")
    mention.extent = (scene.sentence.start, scene.sentence.end)
    mention.modality = Modality.ACTUAL
    add_parties(mention.actors, verdict.actors)
    hedged = verdict.hedged or bool(speech and speech.hedged)
    quote = _clause_quote(scene, mention, speech)
    return Account(mention, speech, verdict.stance, verdict.source, hedged, verdict.contests, quote, via=speech.via if speech else ())
