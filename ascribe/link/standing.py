"""How far an event is borne out, by who says so. The rules are those of records.md; each function opens with its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ascribe.link.statements import Statement
from ascribe.model.claims import Certainty, Contests, Modality, Stance
from ascribe.model.events import Aspect, Standing, StandingByAspect
from ascribe.model.parties import Party

#: Stances that say that it happened; of who did it they say so where they name the actor.
AFFIRMING = frozenset({Stance.CLAIMED, Stance.REPORTED, Stance.CONFIRMED, Stance.ACCUSED})
CONTESTING = frozenset({Stance.DENIED, Stance.DISPUTED})


@dataclass(slots=True)
class Side:
    """Sources that are one between them. `party`: they are party to the event; `stated`: one of them does not hedge."""

    members: list[Statement] = field(default_factory=list)
    party: bool = False
    stated: bool = False

    def holds(self, told: Statement) -> bool:
        """The speaker is one of them, or on their side."""
        return any(told.one_source_with(member) for member in self.members)


def sides(told: Iterable[Statement], involved: Sequence[Party]) -> list[Side]:
    """The independent voices among some statements, in the order of their first words.

    Several quotes of one source are one voice, and so are sources of one side, such as a state's government and its police, and publishers
    of one text. Whoever is one source with two voices makes one of them.
    """
    found: list[Side] = []
    for statement in told:
        held = [side for side in found if side.holds(statement)]
        if not held:
            held = [Side()]
            found.append(held[0])
        first = held[0]
        for other in held[1:]:
            first.members += other.members
            first.party, first.stated = first.party or other.party, first.stated or other.stated
        found = [side for side in found if side is first or all(side is not other for other in held)]
        first.members.append(statement)
        first.party = first.party or statement.is_party_to(involved)
        first.stated = first.stated or statement.claim.attribution.certainty is Certainty.STATED
    return found


def standing(told: Sequence[Statement]) -> StandingByAspect:
    """The standing of the happening, of the responsibility for it, and of its toll."""
    parties = involved(told)
    affirming = [each for each in told if affirms(each)]
    return StandingByAspect(
        happening=_aspect(affirming, parties, _deniers(told, Contests.HAPPENING)),
        responsibility=_aspect([each for each in affirming if each.claim.actors], parties, _deniers(told, Contests.RESPONSIBILITY)),
        toll=_aspect([each for each in affirming if each.claim.casualties], parties, _deniers(told, Contests.FIGURE)),
    )


def involved(told: Iterable[Statement]) -> list[Party]:
    """Those who are said to have done it, and to whom."""
    return [party for each in told for party in (*each.claim.actors, *each.claim.recipients)]


def affirms(told: Statement) -> bool:
    """It says that it happened. What only could happen is not said to have happened."""
    return told.claim.attribution.stance in AFFIRMING and told.claim.modality is not Modality.HYPOTHETICAL


def contests(told: Statement) -> bool:
    """It denies or disputes something of it."""
    return told.claim.attribution.stance in CONTESTING


def _aspect(told: Iterable[Statement], parties: Sequence[Party], contested: tuple[str, ...]) -> Aspect:
    """Several quotes of one source count once. A null source is the publisher, one independent source.

    Those who are party to the event make `party_only` together, however many they are; one independent source makes `single`, two make
    `corroborated`, but hedged claims never do. Denials are shown beside the level and lower nothing.
    """
    found = sides(told, parties)
    names = {member.key: member.shown for side in found for member in side.members}
    return Aspect(_level(found), tuple(_shown_in_order(found, names)), contested)


def _shown_in_order(found: Iterable[Side], names: dict[str, str]) -> list[str]:
    """Each source once, as it first speaks; publishers of one text are one, under the name of the first."""
    shown: dict[str, None] = {}
    for side in found:
        publishers = [member for member in side.members if member.speaker is None]
        for member in side.members:
            if member.speaker is not None or member is publishers[0]:
                shown.setdefault(names[member.key])
    return list(shown)


def _level(found: Sequence[Side]) -> Standing:
    """From all voices: those that are no party, and those of them that do not hedge."""
    if not found:
        return Standing.NONE
    independent = [side for side in found if not side.party]
    if not independent:
        return Standing.PARTY_ONLY
    return Standing.CORROBORATED if sum(side.stated for side in independent) >= 2 else Standing.SINGLE


def _deniers(told: Iterable[Statement], about: Contests) -> tuple[str, ...]:
    """Who contests this aspect."""
    found = {each.key: each.shown for each in told if contests(each) and each.claim.attribution.contests is about}
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Company:
    """How a statement stands among the others on its event: does anybody else say so, does anybody contest it."""

    affirms: bool
    alone: bool
    borne_out: bool
    contradicted: bool


def company(told: Sequence[Statement]) -> list[Company]:
    """For each statement, in their order, whether others bear it out or contest it.

    Others are those who are not one source with the speaker. Whoever hedges bears nobody out. A source that contests what it says itself
    elsewhere does not contradict itself.
    """
    parties = involved(told)
    affirming = sides((each for each in told if affirms(each)), parties)
    contesting = [each for each in told if contests(each)]
    home = {id(member): side for side in affirming for member in side.members}
    found: list[Company] = []
    for each in told:
        mine = home.get(id(each))
        others = [side for side in affirming if side is not mine and not side.holds(each)]
        contested = any(not each.one_source_with(denier) for denier in contesting)
        says = mine is not None
        found.append(Company(says, says and not others, says and any(side.stated for side in others), says and contested))
    return found
