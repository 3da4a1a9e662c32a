"""Accounts of one document -> groups that are about one happening each.

Rules. Accounts are taken in the order of the text. One joins a group told before when nothing in it speaks against that (other days,
another place, other parties, another type, another modality, one happening against many) and something speaks for it: it refers back
("the attack", "the toll", "it"), or it shares a place, a day, a figure, a party on each side or a tactic with the group. "Another", "a
second", "elsewhere", "in a separate" begin a new one. What only adds a toll joins the happening told last that it fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ascribe.extract.accounts import Account
from ascribe.extract.mention import Mention
from ascribe.model.claims import EventType, Granularity, Modality, Stance
from ascribe.model.families import FAMILY
from ascribe.model.parties import ARMED, STATE, Kind, Party
from ascribe.model.places import Level, Place
from ascribe.model.times import TimeInterval

#: Speech acts are one happening a time they are done.
_ACTS = frozenset({EventType.ACCUSE, EventType.REQUEST, EventType.REJECT, EventType.THREATEN, EventType.SUPPORT, EventType.CONCEDE})
#: How far back, in sentences, a plain reference reaches.
_REACH = 12
#: How many of the happenings told last are looked at: the work must not grow with the square of a long text.
_WINDOW = 40


@dataclass(slots=True)
class Group:
    """Accounts of one happening, in the order of the text."""

    accounts: list[Account] = field(default_factory=list)

    @property
    def first(self) -> Mention:
        """What began it."""
        told = [account.mention for account in self.accounts if account.mention.reference != "toll"]
        return told[0] if told else self.accounts[0].mention

    @property
    def last_sentence(self) -> int:
        """Where it was last spoken of."""
        return max(account.mention.sentence for account in self.accounts)

    def mentions(self) -> list[Mention]:
        """All its mentions."""
        return [account.mention for account in self.accounts]

    def parties(self, role: str) -> list[Party]:
        """Its actors or recipients."""
        return [party for mention in self.mentions() for party in getattr(mention, role)]

    def places(self) -> list[Place]:
        """Its places."""
        return [place for mention in self.mentions() for place in mention.places]

    def times(self) -> list[TimeInterval]:
        """The times that its accounts state."""
        return [time for mention in self.mentions() for time in mention.times if time.start is not None]

    def tactics(self) -> set[str]:
        """Its tactics."""
        return {tactic for mention in self.mentions() for tactic in mention.tactics}

    def families(self) -> set[str]:
        """The families of its tactics and frames."""
        found = families(self.tactics())
        for mention in self.mentions():
            found |= frame_family(mention)
        return found

    def figures(self) -> set[tuple[str, int | None]]:
        """Its figures, by effect."""
        return {(c.effect, c.count.best or c.count.low) for mention in self.mentions() for c in mention.casualties}


def frame_family(mention: Mention) -> set[str]:
    """What the event word itself says of the kind of happening."""
    return {"shootdown"} if mention.frame.name == "shootdown" else {"clash"} if mention.frame.name == "clash" else set()


def families(tactics: Iterable[str]) -> set[str]:
    """The families of some tactics; what fell from the air or was fired is no planted bomb."""
    found = {FAMILY[tactic] for tactic in tactics if tactic in FAMILY}
    return found - {"bomb"} if found & {"air", "shelling"} else found


def group(accounts: list[Account]) -> list[Group]:
    """See the module's rules."""
    groups: list[Group] = []
    waiting: list[Account] = []  # tolls told before the happening itself
    for account in accounts:
        fitting = _best(groups, account)
        if fitting is None:
            if account.mention.reference in {"last", "toll"} and not _stands_alone(account):
                if account.mention.reference == "toll":
                    waiting.append(account)
                continue
            ahead = [early for early in waiting if account.mention.sentence - early.mention.sentence <= 3]
            is_violence = account.mention.type is EventType.ASSAULT and account.mention.modality is Modality.ACTUAL
            groups.append(Group([*(ahead if is_violence else ()), account]))
            waiting = [] if is_violence else waiting
        else:
            fitting.accounts.append(account)
    return [told for told in groups if not _is_bare(told)]


def _is_bare(told: Group) -> bool:
    """Nothing but the word: no party, place, time, figure, target. Such a mention tells nobody anything."""
    if told.first.type is not EventType.ASSAULT or any(
        account.stance is not Stance.REPORTED or account.source for account in told.accounts
    ):
        return False
    return not any(
        mention.actors
        or mention.recipients
        or mention.targets
        or mention.places
        or mention.times
        or mention.casualties
        or mention.occurrences
        for mention in told.mentions()
    )


def _stands_alone(account: Account) -> bool:
    """A reference to a happening that the text never tells is none; a toll with a number is at least a toll."""
    mention = account.mention
    return mention.reference == "toll" and any(c.count.best or c.count.low for c in mention.casualties) and bool(mention.places)


def _best(groups: list[Group], account: Account) -> Group | None:
    """The group told last that fits best, if any does."""
    mention = account.mention
    best: tuple[float, int] | None = None
    for number in range(max(0, len(groups) - _WINDOW), len(groups)):
        candidate = groups[number]
        score = _score(candidate, account, recent=number == len(groups) - 1)
        if score is None:
            continue
        if best is None or (score, number) >= best:
            best = (score, number)
    if best is None:
        return None
    needed = 0.4 if mention.is_toll and not mention.places else _needed(mention)
    return groups[best[1]] if best[0] >= needed else None


def _needed(mention: Mention) -> float:
    """How much must speak for it."""
    if mention.type in _ACTS:
        return 3.0
    if mention.reference == "verb" and not mention.places and not mention.times:
        return 0.8  # nothing of its own: it goes on about what was told
    if mention.reference == "verb" and not mention.places:
        return 1.0
    return {"last": 0.1, "toll": 0.4, "definite": 0.6, "another": 4.5, "plural": 1.3, "indefinite": 1.6, "verb": 1.3}.get(
        mention.reference, 1.4
    )


def _score(candidate: Group, account: Account, recent: bool) -> float | None:
    """What speaks for joining; None when something speaks against it."""
    mention = account.mention
    first = candidate.first
    if first.type is not mention.type:
        return None
    if not _modalities_fit(candidate, account):
        return None
    distance = mention.sentence - candidate.last_sentence
    beside = 0.5 if distance == 0 and mention.type is EventType.ASSAULT else 0.0
    score = max(0.0, 1.0 - distance / _REACH) if distance >= 0 else 0.0
    if mention.reference == "last":
        if candidate.first.type is not EventType.ASSAULT and candidate.first.type is not EventType.COERCE:
            return None
        return score + (0.2 if candidate.first.granularity is Granularity.SINGLE else 0.0) + (0.15 if recent else 0.0)
    if not _granularities_fit(candidate, mention) and not _answers(candidate, account):
        return None
    if first.granularity is Granularity.BACKGROUND and (mention.reference == "toll" or mention.is_toll):
        return None
    for evidence in (
        time_evidence(candidate, mention),
        place_evidence(candidate, mention),
        party_evidence(candidate, account),
        tactic_evidence(candidate, mention),
        figure_evidence(candidate, account),
    ):
        if evidence is None:
            return None
        score += evidence
    if mention.type in _ACTS:
        return score if distance == 0 and account.mention.start == first.start else None
    return score + beside + (0.4 if mention.reference in {"definite", "toll"} and recent else 0.0)


def _modalities_fit(candidate: Group, account: Account) -> bool:
    mine = account.mention.modality
    return any(mention.modality is mine for mention in candidate.mentions()) or (
        account.mention.reference == "last" and candidate.first.modality is Modality.ACTUAL
    )


def _granularities_fit(candidate: Group, mention: Mention) -> bool:
    """One happening and many are two events, unless words refer back to the many."""
    kinds = {m.granularity for m in candidate.mentions()}
    if mention.granularity in kinds:
        mine, theirs = mention.occurrences, [m.occurrences for m in candidate.mentions() if m.occurrences]
        return not (mine and theirs and all(mine.figures != other.figures for other in theirs))
    if mention.reference == "toll" or mention.is_toll:
        return True
    return (
        mention.reference == "definite"
        and mention.granularity is Granularity.AGGREGATE
        and len(kinds) == 1
        and _same_family(candidate, mention)
    )


def _answers(candidate: Group, account: Account) -> bool:
    """Who denies, confirms or blames speaks of what was told just before, in whatever number ("denied any beatings")."""
    near = account.mention.sentence - candidate.last_sentence <= 2
    return (
        near
        and account.stance in {Stance.DENIED, Stance.DISPUTED, Stance.CONFIRMED, Stance.ACCUSED}
        and account.mention.frame.name == candidate.first.frame.name
    )


def _same_family(candidate: Group, mention: Mention) -> bool:
    """ "The strikes" after "air strikes"; not "the attacks" after one bombing."""
    mine = families(mention.tactics)
    return bool(mine & candidate.families()) or mention.frame.name == candidate.first.frame.name


def time_evidence(candidate: Group, mention: Mention) -> float | None:
    """What the times told say for one happening: None, two happenings."""
    mine = [time for time in mention.times if time.start is not None]
    theirs = candidate.times()
    if not mine or not theirs:
        return 0.0
    if not any(a.overlaps(b) for a in mine for b in theirs):
        return None
    precise = any((a.days or 99) <= 2 and (b.days or 99) <= 2 and a.overlaps(b) for a in mine for b in theirs)
    return 0.7 if precise else 0.2


#: What one place of both is worth, against one that may hold the other.
SAME_PLACE = 0.9


def place_evidence(candidate: Group, mention: Mention) -> float | None:
    """What the places say; None where they lie apart."""
    mine, theirs = mention.places, candidate.places()
    if not mine or not theirs:
        return 0.0
    fine_mine = [place for place in mine if place.level.fineness < Level.ADMIN1.fineness] or mine
    fine_theirs = [place for place in theirs if place.level.fineness < Level.ADMIN1.fineness] or theirs
    if any(_same_place(a, b) for a in fine_mine for b in fine_theirs):
        return SAME_PLACE
    if any(a.may_hold(b) or b.may_hold(a) for a in mine for b in theirs):
        return 0.3
    return None


def _same_place(left: Place, right: Place) -> bool:
    return left.key == right.key or left.name.casefold() == right.name.casefold()


def party_evidence(candidate: Group, account: Account) -> float | None:
    """What those who did it, and those to whom it was done, say."""
    mention = account.mention
    score = 0.0
    accusing = account.stance in {Stance.ACCUSED, Stance.DENIED, Stance.CLAIMED, Stance.DISPUTED}
    mine, theirs = mention.actors, candidate.parties("actors")
    if mine and theirs:
        fit = _overlap(mine, theirs)
        if fit > 0:
            score += 0.5 * fit
        elif fit < 0 and not accusing and not all(a.stance is Stance.ACCUSED for a in candidate.accounts if a.mention.actors):
            return None
    mine, theirs = mention.recipients, candidate.parties("recipients")
    if mine and theirs:
        fit = _overlap(mine, theirs)
        score += 0.5 * max(fit, 0)
        if fit < 0 and mention.reference not in {"definite", "toll"} and not mention.is_toll:
            score -= 0.6
    turned = mention.frame.subject != "sides" and _overlap(mention.actors, candidate.parties("recipients")) > 0.9 and not mention.is_toll
    if turned and mention.actors and mention.reference != "definite":
        return None
    return score


def _overlap(mine: list[Party], theirs: list[Party]) -> float:
    """1 for a shared party, 0.3 where one may be the other, -1 where named parties are all different."""
    if {p.key for p in mine} & {p.key for p in theirs}:
        return 1.0
    if any(a.same_side(b) for a in mine for b in theirs):
        return 0.8
    kinds_mine, kinds_theirs = {p.kind for p in mine}, {p.kind for p in theirs}
    if (kinds_mine <= STATE and not kinds_theirs & STATE) or (kinds_theirs <= STATE and not kinds_mine & STATE):
        return -1.0  # soldiers are not "the attackers", and gunmen are not the army
    if any(_vague(p) for p in mine) or any(_vague(p) for p in theirs):
        return 0.3 if kinds_mine & kinds_theirs or Kind.UNKNOWN in kinds_mine | kinds_theirs else -0.1
    return -1.0


def _vague(party: Party) -> bool:
    """Common nouns that may stand for a named party."""
    return (party.id is None and not party.name[:1].isupper()) or party.kind in {Kind.UNKNOWN, Kind.CIVILIANS}


def tactic_evidence(candidate: Group, mention: Mention) -> float | None:
    """What the manner says."""
    mine, theirs = families(mention.tactics) | frame_family(mention), candidate.families()
    if not mine or not theirs:
        return 0.0
    if (set(mention.tactics) <= {"explosion"} or candidate.tactics() <= {"explosion"}) and mine | theirs <= {
        "bomb",
        "air",
        "shelling",
        "mine",
    }:
        return 0.3 if mine & theirs else 0.1  # any of these explodes
    if mine & theirs:
        return 0.6
    if mention.reference in {"indefinite", "plural", "another"} or (
        mention.reference == "verb" and {"air", "abduction", "bomb", "crowd"} & (mine ^ theirs)
    ):
        return None
    return -0.3


def figure_evidence(candidate: Group, account: Account) -> float | None:
    """The same figure speaks for it; another figure of the same source for the same effect against it, unless tolls are said to change."""
    mention = account.mention
    if not mention.casualties:
        return 0.0
    mine = {(c.effect, c.count.best or c.count.low) for c in mention.casualties}
    theirs = candidate.figures()
    if mine & theirs:
        return 1.2
    if mention.reference == "toll":
        return 0.0
    effects = {effect for effect, _ in mine} & {effect for effect, _ in theirs}
    if not effects:
        return 0.2 if mention.is_toll else 0.0
    same_source = any(a.source_key == account.source_key and a.mention.casualties for a in candidate.accounts)
    if mention.reference in {"definite"}:
        return 0.0
    if same_source and not _is_update(account):
        return -0.8 if mention.is_toll and mention.sentence - candidate.last_sentence <= 1 else -1.2
    return 0.0


def _is_update(account: Account) -> bool:
    """The words say that a figure changed."""
    quote = account.quote.exact.lower() if account.quote else ""
    return any(
        word in quote
        for word in (
            "rose",
            "risen",
            "climb",
            "later",
            "earlier",
            "initial",
            "first put",
            "revis",
            "now",
            "increased",
            "previous",
            "toll",
            "updated",
            "by evening",
        )
    )


def is_armed_party(party: Party) -> bool:
    """It bears arms, or is a state."""
    return party.kind in ARMED | STATE
